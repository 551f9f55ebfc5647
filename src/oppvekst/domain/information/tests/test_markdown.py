"""What an editor writes comes out as a few safe marks, whatever was written."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oppvekst.domain.information.rules import markdown

ALLOWED = re.compile(
    r"</?(?:h2|h3|p|ul|ol|li|blockquote|strong|em)>|<br>|</a>|<ol start=\"\d{1,3}\">"
    r"|<a(?: class=\"(?:op-num|ds-button)\")? href=\"(?:/[a-z-]+/|https://[^\"<>\s]+|tel:\+?\d+)\""
    r"(?: rel=\"noopener noreferrer\")?>"
)


def html(text: str) -> str:
    return markdown.html(text, address=lambda slug: f"/{slug}/" if slug == "hjelp" else None)


def test_the_few_marks_there_are() -> None:
    assert html("# Stor\n## Hva nå?\n### Mindre\n#### Minst") == (
        "<h2>Stor</h2>\n<h2>Hva nå?</h2>\n<h3>Mindre</h3>\n<h3>Minst</h3>\n"
    )
    assert html("- en\n- **to**\n\n3. tre\n4. fire") == (
        '<ul><li>en</li>\n<li><strong>to</strong></li>\n</ul>\n<ol start="3"><li>tre</li>\n<li>fire</li>\n</ol>\n'
    )
    assert html("> Hun sa:\n> «Kom.»") == "<blockquote><p>Hun sa:\n«Kom.»</p>\n</blockquote>\n"


def test_a_page_of_ours_is_linked_by_its_name_and_one_that_is_not_there_is_plain_words() -> None:
    assert html("[les mer](side:hjelp)") == '<p><a href="/hjelp/">les mer</a></p>\n'
    assert html("[les **mer**](side:finnes-ikke)") == "<p>les <strong>mer</strong></p>\n"


def test_a_link_out_of_the_house_tells_the_other_side_nothing() -> None:
    assert html("[116 111](https://www.116111.no/)") == (
        '<p><a href="https://www.116111.no/" rel="noopener noreferrer">116 111</a></p>\n'
    )
    assert html("[ring](tel:116111)") == '<p><a class="op-num" href="tel:116111">ring</a></p>\n'


def test_a_link_in_bold_that_stands_alone_is_the_pages_button() -> None:
    assert html("**[Meld fra](side:hjelp)**") == '<p><a class="ds-button" href="/hjelp/">Meld fra</a></p>\n'
    assert "ds-button" not in html("Eller **[meld fra](side:hjelp)** her.")
    assert html("**[Meld fra](side:finnes-ikke)**") == "<p>Meld fra</p>\n"


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](//evil.example)",
    "[x](http://evil.example)",
    "[x](https://user:word@evil.example)",
    "[x](https:\\\\evil.example)",
    "[x](mailto:barn@example.no)",
    "[x](/meld/)",
    "[x](../../)",
    "[x](tel:112;ext=javascript:1)",
    '[x](https://a.example/" onclick="alert(1))',
    "[x](<https://a.example/' onclick='alert(1)>)",
    "[x](side:hjelp\"onclick=alert(1))",
    "[x](side:)",
    "![bilde](https://evil.example/x.png)",
    "[![x](https://a.example/x.png)](https://a.example)",
    "<https://evil.example>",
    "`<b>`",
    "```html\n<script>\n```",
    "    <script>",
    "| a | b |\n|---|---|\n| <b> | c |",
    "[a]: javascript:alert(1)\n\n[a]",
    "<!-- --> <![CDATA[ x ]]>",
    "**[x](javascript:alert(1))**",
    "=HYPERLINK(\"https://evil.example\")",
    "{{ request }} {% csrf_token %}",
    "\u202eevil\u202c \u2066x\u2069 \u200fy\u200e",
    "a\x00b\x07c\x1bd\x9b",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_writing_is_shown_harmlessly(text: str) -> None:
    found = html(text)
    assert "<" not in ALLOWED.sub("", found), found
    left = [
        link for link in re.findall(r'href="([^"]*)"', found) if not link.startswith(("/hjelp/", "https://a.example"))
    ]
    assert left in ([], ["https://evil.example/x.png"]), found


@given(
    st.text(alphabet=st.sampled_from("[]()<>*_#->!\"'`\\&;: \n\t0123abjs:/.=\u202e\x00side:hjelphttps"), max_size=120)
)
def test_nothing_anybody_can_type_comes_out_as_anything_else(text: str) -> None:
    assert "<" not in ALLOWED.sub("", html(text))


def test_signs_that_nobody_sees_are_taken_out() -> None:
    assert html("Ring\u202e 111 611\u202c nå\u200b\x07") == "<p>Ring 111 611 nå</p>\n"
    assert html("en\u2028to\r\ntre") == "<p>en\nto\ntre</p>\n"


def test_letters_of_every_language_are_left_alone() -> None:
    for words in ("Sámegiella čđŋšŧž", "ትግርኛ", "العربية", "Українська", "👩‍👧"):
        assert words in html(words)


def test_a_text_that_goes_on_forever_is_cut_and_takes_no_time() -> None:
    began = time.monotonic()
    for sign in ("[", "*a", "> ", "- ", "[a](", "**", "\\", "a"):
        html(sign * 2_500_000)
    assert time.monotonic() - began < 30


def test_the_words_alone_are_what_search_reads() -> None:
    text = "## Hvem?\n\n- Ring **oss**\n- [les mer](side:hjelp)"
    assert markdown.plain(text) == "Hvem?\nRing oss\nles mer"


def test_the_link_check_sees_also_links_that_are_refused() -> None:
    found = markdown.links("[a **b**](side:hjelp#d) [c](javascript:x)\n\n- [d](https://e.no)")
    assert [(link.words, link.slug, link.leads_out) for link in found] == [
        ("a b", "hjelp", False), ("c", "", False), ("d", "", True)
    ]  # fmt: skip
