"""The page rules find what they are there to find, and leave a good page alone."""

import pytest

from tests.house.page_lint import lint

GOOD = """<!doctype html><html lang="nb"><head><title>Min dag</title></head><body>
<a href="#innhold">Hopp til innholdet</a><main id="innhold"><h1>Min dag</h1>
<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="x">
<label for="navn">Navn</label><input id="navn" name="navn"><button type="submit">Lagre</button></form>
<a href="tel:+46701234567">Ring</a>
<a href="/saker/0b0f3c1e-6f0a-4a53-9d55-123456789012/">Sak</a></main></body></html>"""


def test_a_good_page_gives_no_complaint() -> None:
    assert lint(GOOD, "/min-dag/") == []


@pytest.mark.parametrize(
    ("was", "becomes", "complaint"),
    [
        ('lang="nb"', "", "mangler lang"),
        ("<title>Min dag</title>", "<title> </title>", "<title>"),
        ("<h1>Min dag</h1>", "<h2>Min dag</h2>", "0 <h1>"),
        ("<h1>Min dag</h1>", "<h1>Min</h1><h1>dag</h1>", "2 <h1>"),
        ('<main id="innhold">', '<div id="innhold">', "0 <main>"),
        ('href="#innhold"', 'href="/"', "hopper ikke"),
        ('<label for="navn">Navn</label>', "", "ingen ledetekst"),
        ('<label for="navn">', '<label for="annet">', "som ikke finnes"),
        ('name="csrfmiddlewaretoken"', 'name="annet"', "CSRF"),
        ("<h1>", '<h1 style="color:red">', "innebygd stil"),
        ("<h1>", "<style>h1{}</style><h1>", "<style>"),
        ("<h1>", "<script>1</script><h1>", "innebygd skript"),
        ("<h1>", '<h1 onclick="x()">', "har onclick"),
        ("<h1>", '<h1 hx-on:click="x()">', "hx-on"),
        ("<h1>", '<a href="javascript:x()">x</a><h1>', "skript i href"),
        ("<h1>", '<div hx-vals="js:{a:1}"></div><h1>', "skript i hx-vals"),
        ("<h1>", '<div hx-trigger="click[ctrlKey]"></div><h1>', "skript i hx-trigger"),
        ("<h1>", '<p id="navn">x</p><h1>', "id «navn» står 2 ganger"),
        ("<h1>", "<p>Hei %(name)s</p><h1>", "uoversatt"),
        ("<h1>", "<p>This field is required.</p><h1>", "uoversatt"),
        ("<h1>", "<p>None</p><h1>", "uoversatt"),
        ("<h1>", '<a href="/person/24811712345/">Barnet</a><h1>', "fødselsnummer"),
        ("<h1>", '<a href="/sok/?q=248117%2012345">Barnet</a><h1>', "fødselsnummer"),
        ("<h1>", '<a href="/x/"></a><h1>', "ikke noe navn"),
        ("<h1>", '<img src="/x.png"><h1>', "mangler alt"),
        ("<h1>", '<script src="https://cdn.example/x.js"></script><h1>', "annen vert"),
    ],
)
def test_each_rule_finds_its_fault(was: str, becomes: str, complaint: str) -> None:
    assert was in GOOD
    found = lint(GOOD.replace(was, becomes, 1), "/min-dag/")
    assert any(complaint in sentence for sentence in found), found


def test_the_address_of_the_page_itself_may_not_hold_an_identity_number() -> None:
    assert lint(GOOD, "/personer/?nummer=24811712345") == [
        "/personer/?nummer=24811712345: et fødselsnummer står i en adresse"
    ]


def test_a_part_of_a_page_needs_no_title_but_keeps_the_other_rules() -> None:
    assert lint('<section><h2>Del</h2><p style="x">a</p></section>', "/del/") == ["/del/: <p> har innebygd stil"]


def test_what_a_person_wrote_is_not_taken_for_unfinished_text() -> None:
    assert lint('<label for="t">Tekst</label><textarea id="t">None of my business {{</textarea>', "/x/") == []
