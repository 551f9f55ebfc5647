"""A letter can be kept for ever, read aloud, and says exactly what it was told."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oppvekst.ground.letters import Lang, Letter, LetterBroken, Letterhead, render
from oppvekst.ground.letters.tests import reading

PLAIN = Path(__file__).parent / "templates" / "plain.typ"
CREST = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h2v2z" fill="#005f66"/></svg>'
SOLVIK = Letterhead(
    municipality="Solvik kommune",
    service="Barnevernstjenesten",
    address_lines=("Fjordgata 1", "9998 Solvik"),
    phone="00 00 99 10",
    on_call="00 00 99 98",
    crest_svg=CREST,
    crest_alt="Våpenet til Solvik: ei sol over fjorden",
)
AT = datetime(2026, 11, 7, 21, 40, tzinfo=UTC)


def letter(
    text: str = "Hei.",
    *,
    lang: Lang = "nb",
    title: str | None = None,
    at: datetime = AT,
    told: str = "",
    reference: str = "M-1",
) -> Letter:
    values = {
        "text": text,
        "told": told,
        "addressee": {"name": "Berit Nygård", "lines": ["Bakkeveien 4", "9998 Solvik"]},
        "reference": reference,
        "signed": [{"name": "Hanne Dale", "title": "Mottak"}],
    }
    return render(PLAIN, values, lang=lang, title=title, letterhead=SOLVIK, at=at)


def without_spaces(text: str) -> str:
    return "".join(text.split())


def test_it_says_that_it_may_be_kept_for_ever_and_read_aloud() -> None:
    marks = reading.marks(letter())
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in marks
    assert "<pdfuaid:part>1</pdfuaid:part>" in marks


def test_it_is_tagged_so_that_a_screen_reader_knows_what_is_what() -> None:
    root = reading.opened(letter()).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    kinds = [kind for kind, _ in reading.structure(letter())]
    assert kinds.index("/Figure") < kinds.index("/Title") < kinds.index("/H1") < len(kinds) - kinds[::-1].index("/P")
    assert ("/Figure", "Våpenet til Solvik: ei sol over fjorden") in reading.structure(letter())


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_it_tells_its_language_and_title(lang: Lang) -> None:
    document = reading.opened(letter(lang=lang, title="Svar fra oss"))
    root = document.trailer["/Root"]
    assert root["/Lang"] == lang
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert document.metadata is not None
    assert document.metadata.title == "Svar fra oss"
    assert document.metadata.author == "Solvik kommune"


def test_without_a_title_it_bears_the_one_of_its_template() -> None:
    document = reading.opened(letter())
    assert document.metadata is not None
    assert document.metadata.title == "Malens egen tittel"
    assert "Malens egen tittel" in reading.text(letter())


def test_every_font_is_inside_the_document_and_is_the_one_we_ship() -> None:
    fonts = reading.fonts(letter())
    assert all(fonts.values())
    assert all("Inter" in name for name in fonts)


def test_the_text_comes_in_the_order_one_reads_it() -> None:
    text = reading.text(letter("Kjære Berit, takk for meldingen."))
    order = [
        "Barnevernstjenesten", "Solvik kommune", "Berit Nygård", "Bakkeveien 4", "7. november 2026", "M-1",
        "Malens egen tittel", "Overskrift", "Kjære Berit, takk for meldingen.", "Siste avsnitt.", "Hanne Dale",
        "Mottak",
    ]  # fmt: skip
    places = [text.index(part) for part in order]
    assert places == sorted(places)


MARKUP = [
    '#let x = 1 #x #eval("1") #panic() #sys.inputs',
    "[innhold] {kode} (liste) <merke> @kilde $x^2$ `rå`",
    "*fet* _kursiv_ = Overskrift\n- punkt\n+ nummer\n/ ord: forklaring\n// merknad /* merknad */",
    r"\ \* \# \u{41} ~ -- --- ... 'sitat' \"sitat\" https://solvik.example",
    "{told} {told}{reference} 100 % & æøå ÆØÅ čđŋšŧž ÄÖ ẞ éïñ → ✓ €",
    "-> => <- <= != :) 1/2 (c) fi fl ffi",
]


@pytest.mark.parametrize("markup", MARKUP)
def test_nothing_in_a_value_is_taken_for_markup(markup: str) -> None:
    assert without_spaces(markup) in without_spaces(reading.text(letter(markup)))
    assert without_spaces(f"Fylt ut: {markup}.") in without_spaces(reading.text(letter(told=markup)))
    assert reading.opened(letter(title=markup)).metadata is not None


@settings(max_examples=40, deadline=None)
@given(
    st.text(
        st.characters(min_codepoint=33, max_codepoint=0x17F, exclude_categories=["C", "Z"]), min_size=1, max_size=40
    )
)
def test_whatever_is_written_stands_there(text: str) -> None:
    written = letter(text, reference=text)
    assert written.unprintable == ()
    assert without_spaces(reading.text(written)).count(text) >= 2


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("Berit\u202egårdyN\u202c", "Berit[U+202E]gårdyN[U+202C]"),
        ("\u2067Berit\u2069\u200f", "[U+2067]Berit[U+2069][U+200F]"),
        ("før\x00etter", "før[U+0000]etter"),
        ("\x07\x1b[31mrødt", "[U+0007][U+001B][31mrødt"),
        ("\ue000\ud800", "[U+E000][U+D800]"),
        ("en\r\nto\u2028tre\x85fire\tfem", "en to tre fire fem"),
    ],
    ids=["override", "isolates", "NUL", "control", "private and half", "line breaks"],
)
def test_what_is_invisible_or_turns_the_text_is_shown(told: str, shown: str) -> None:
    assert without_spaces(shown) in without_spaces(reading.text(letter(told)))


def test_text_written_from_the_right_does_not_pull_along_what_follows() -> None:
    text = reading.text(letter(told="שלום 12"))
    assert text.index("Fylt ut:") < text.index("שלום") < text.index("Siste avsnitt")
    assert letter(told="شكرا").unprintable == ()


def test_characters_no_font_can_draw_are_shown_by_number_and_told_to_the_caller() -> None:
    written = letter("ትግርኛ 漢字 😀 Berit", reference="ት-1")
    assert set(written.unprintable) == set("ትግርኛ漢字😀")
    text = reading.text(written)
    assert "[U+1275]" in text
    assert "[U+1275]-1" in text
    assert "[U+1F600] Berit" in text


def test_the_same_letter_is_the_same_to_the_last_byte() -> None:
    first, second, other = letter(), letter(), letter("Hei!")
    assert first == second
    assert first.sha256 == hashlib.sha256(first.pdf).hexdigest()
    assert first.sha256 != other.sha256


def test_the_date_is_the_one_on_the_wall_in_norway() -> None:
    night = letter(at=datetime(2026, 11, 7, 23, 30, tzinfo=UTC))
    assert "8. november 2026" in reading.text(night)
    document = reading.opened(night)
    assert document.metadata is not None
    assert document.metadata.creation_date == datetime(2026, 11, 7, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(("lang", "date"), [("nb", "2. mars 2026"), ("nn", "2. mars 2026"), ("en", "2 March 2026")])
def test_dates_are_written_as_in_the_language(lang: Lang, date: str) -> None:
    assert date in reading.text(letter(lang=lang, at=datetime(2026, 3, 2, 12, tzinfo=UTC)))


def test_a_long_letter_counts_its_pages() -> None:
    written = letter("Et avsnitt med noen ord i. " * 300)
    assert written.pages == len(reading.opened(written).pages) > 1
    assert f"Side 2 av {written.pages}" in reading.text(written)


@pytest.mark.parametrize(
    "template", ["concerns/unknown", "concerns", "../settings", "concerns/../x", Path("/etc/hostname"), PLAIN.parent]
)
def test_a_template_that_is_not_there_is_our_own_fault(template: str | Path) -> None:
    with pytest.raises(LetterBroken):
        render(template, {}, lang="nb", letterhead=SOLVIK, at=AT)


def test_a_lacking_value_is_our_own_fault() -> None:
    with pytest.raises(LetterBroken, match="brevet trenger «addressee»"):
        render(PLAIN, {"text": "x"}, lang="nb", letterhead=SOLVIK, at=AT)


def test_a_crest_needs_words_for_the_one_who_does_not_see_it() -> None:
    with pytest.raises(ValueError, match="Kommunevåpenet"):
        Letterhead(municipality="Solvik kommune", service="Barnevernstjenesten", crest_svg=CREST)


def test_a_letter_without_crest_and_signature_is_still_a_letter() -> None:
    bare = Letterhead(municipality="Nordvåg kommune", service="Barnevernstjenesten")
    written = render(PLAIN, {"text": "Hei.", "addressee": {"name": "Berit"}}, lang="nb", letterhead=bare, at=AT)
    assert "/Figure" not in [kind for kind, _ in reading.structure(written)]
    assert "Nordvåg kommune" in reading.text(written)
