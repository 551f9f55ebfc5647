"""The editor's page for how the open pages look: a sample before it is decided, and nothing typed is lost."""

import re
from base64 import b64decode
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from oppvekst.domain.information import models
from oppvekst.domain.information.queries.appearance import look_of
from oppvekst.domain.information.rules import arms, colours
from oppvekst.domain.information.rules.appearance import HOUSE
from tests.desk import Come, opened_desk
from tests.world import SOLVIK, World

PAGE = "/utseende/"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 42"><path d="M2 2h32v22z" fill="#7a2c12"/></svg>'
TYPED = {
    "accent": "#7a2c12", "service_name": "Barnevernet", "languages": ["en"], "areas": "Solvik sentrum\r\nVika\r\n",
}  # fmt: skip


@pytest.fixture
def come(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def svg(text: str | bytes = DRAWING) -> SimpleUploadedFile:
    return SimpleUploadedFile("vapen.svg", text.encode() if isinstance(text, str) else text, "image/svg+xml")


def value(html: str, name: str) -> str:
    """What stands in a field."""
    found = re.search(rf'<input[^>]*name="{name}"[^>]*value="([^"]*)"', html) or re.search(
        rf'<input[^>]*value="([^"]*)"[^>]*name="{name}"', html
    )
    return found[1] if found else ""


def test_the_page_shows_what_is_used_now_and_offers_every_language(come: Come) -> None:
    html = come("Liv Strand").see(PAGE)
    assert value(html, "accent") == ""
    assert len(re.findall(r'name="languages"[^>]*checked', html)) == 2
    assert "Du bruker husets egen farge" in html
    assert "Angre siste endring" not in html
    ways = re.findall(r'<a[^>]*href="(/[^"]*)"[^>]*>', html.partition("</h1>")[2].partition("<form")[0])
    assert ways[:2] == ["/nettsider/", "/nettsider/sider/"] and PAGE in ways


def test_all_of_it_is_saved_in_one_press_and_shown_again(come: Come) -> None:
    liv = come("Liv Strand")
    assert liv.send(PAGE, **TYPED, arms=svg()) == f"{PAGE}?gjort=lagret"
    html = liv.see(f"{PAGE}?gjort=lagret")
    assert "Utseendet er lagret" in html
    look = look_of(SOLVIK)
    assert (look.accent, look.service_name, look.languages) == ("#7a2c12", "Barnevernet", ("nb", "en"))
    assert (look.areas, look.arms) == (("Solvik sentrum", "Vika"), arms.wash(DRAWING))
    assert value(html, "accent") == "#7a2c12"
    assert "tirsdag 24. november" in html


def test_what_is_sent_as_it_was_changes_nothing_and_says_so(come: Come) -> None:
    liv = come("Liv Strand")
    liv.send(PAGE, **TYPED)
    assert liv.send(PAGE, **TYPED) == f"{PAGE}?gjort=likt"
    assert "Ingenting var endret" in liv.see(f"{PAGE}?gjort=likt")


def test_the_arms_stay_when_the_form_is_sent_without_a_file(come: Come) -> None:
    liv = come("Liv Strand")
    liv.send(PAGE, **TYPED, arms=svg())
    drawing = look_of(SOLVIK).arms
    liv.send(PAGE, **{**TYPED, "service_name": "Barneverntenesta"}, drawing=drawing)
    assert look_of(SOLVIK).arms == drawing
    liv.send(PAGE, **TYPED, drawing=drawing, house_arms="on")
    assert look_of(SOLVIK).arms == ""


def test_when_something_is_wrong_all_that_was_typed_is_still_there_and_the_drawing_too(come: Come) -> None:
    liv = come("Liv Strand")
    html = liv.send(PAGE, 422, **{**TYPED, "accent": "rødbrun", "service_name": "n" * 61}, arms=svg())
    assert "Skriv fargen som # og seks tegn" in html
    assert value(html, "accent") == "rødbrun"
    assert value(html, "service_name") == "n" * 61
    assert "Solvik sentrum\nVika" in html.replace("\r", "")
    assert re.search(r'value="en"[^>]*checked', html)
    assert not re.search(r'value="nn"[^>]*checked', html)
    assert "M2 2h32v22z" in value(html, "drawing")
    assert look_of(SOLVIK) == HOUSE


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"service_name": "n" * 61}, "Navnet kan ha 60 tegn"),
        ({"areas": "a" * 61}, "Et område kan ha 60 tegn"),
        ({"accent": "#12"}, "for eksempel #005f66"),
    ],
)
def test_each_field_says_how_to_mend_it(come: Come, wrong: dict[str, str], said: str) -> None:
    assert come("Liv Strand").send(PAGE, 422, **{**TYPED, **wrong}).count(said) >= 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (DRAWING.replace("<path", "<script>alert(1)</script><path"), "ikke hører hjemme i en tegning"),
        (DRAWING.replace("<path", '<path onload="alert(1)"'), "kjøres når noen ser på den"),
        (b"\xff\xd8\xff\xe0 JFIF", "ikke lagret som vanlig tekst"),
        ("", "ikke en hel SVG-fil"),
        (f"{DRAWING}<!--{'x' * 200_000}-->", "for stor"),
        ("hei", "ikke en hel SVG-fil"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_a_reason_and_the_old_one_stays(
    come: Come, content: str | bytes, said: str
) -> None:
    html = come("Liv Strand").send(PAGE, 422, **TYPED, arms=svg(content), drawing=DRAWING)
    assert said in html
    assert "<script>alert" not in html
    assert "M2 2h32v22z" in value(html, "drawing")


def test_what_lies_hidden_in_the_page_is_washed_as_well(come: Come) -> None:
    liv = come("Liv Strand")
    liv.send(PAGE, **TYPED, drawing=DRAWING.replace("<path", '<path onload="alert(1)"'))
    assert look_of(SOLVIK).arms == ""


def test_it_can_be_seen_before_it_is_decided_without_scripts(come: Come) -> None:
    html = come("Liv Strand").send(PAGE, 200, **TYPED, arms=svg(), prov="1")
    assert 'href="/utseende/prove/7a2c12.css"' in html
    assert html.count('data-color-scheme="light"') == html.count('data-color-scheme="dark"') == 1
    assert html.count("<b>Barnevernet</b>") == 2
    picture = re.search(r'<img src="data:image/svg\+xml;base64,([^"]+)"', html)
    assert picture
    assert b64decode(picture[1]).decode() == arms.wash(DRAWING)
    assert look_of(SOLVIK) == HOUSE


def test_the_sample_alone_follows_what_is_typed(come: Come) -> None:
    liv = come("Liv Strand")
    part = liv.part("/utseende/prove/", **TYPED).content.decode()
    assert "<html" not in part
    assert part.count('id="prove"') == 1
    assert part.count("Godt nok") == 8
    assert "For lite" not in part
    half = liv.part("/utseende/prove/", accent="#7a").content.decode()
    assert "for eksempel #005f66" in half
    assert "stylesheet" not in half


def test_a_colour_too_light_for_white_words_is_shown_beside_what_becomes_of_it(come: Come) -> None:
    part = come("Liv Strand").part("/utseende/prove/", accent="#ffd700").content.decode()
    assert "Fargen er for lys for hvite ord på knapper" in part
    assert part.index('fill="#ffd700"') < part.index(f'fill="{colours.usable("#ffd700")}"')
    assert "For lite" not in part
    assert "for lys" not in come("Liv Strand").part("/utseende/prove/", accent="#7a2c12").content.decode()


def test_the_sample_s_colours_are_a_stylesheet_of_their_own(come: Come) -> None:
    response = come("Liv Strand").client.get("/utseende/prove/7a2c12.css")
    assert response.content.decode() == colours.sample_stylesheet("#7a2c12", ".op-look")
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "private" in response.headers["Cache-Control"]
    assert come("Liv Strand").client.get("/utseende/prove/rod.css").status_code == 404


def test_pictures_in_the_address_are_let_in_on_this_page_and_no_other(come: Come) -> None:
    liv = come("Liv Strand")
    allowed = liv.client.get(PAGE).headers["Content-Security-Policy"]
    assert "img-src 'self' data:" in allowed
    assert "default-src 'self'" in allowed
    assert "script" not in allowed
    assert "data:" not in liv.client.get("/min-dag/").headers["Content-Security-Policy"]


def test_a_change_is_undone_in_one_press_and_so_is_the_undoing(come: Come) -> None:
    liv = come("Liv Strand")
    liv.send(PAGE, **TYPED)
    assert "Angre siste endring" in liv.see(PAGE)
    assert liv.send("/utseende/angre/") == f"{PAGE}?gjort=angret"
    assert look_of(SOLVIK) == HOUSE
    assert "Endringen er angret" in liv.see(f"{PAGE}?gjort=angret")
    liv.send("/utseende/angre/")
    assert look_of(SOLVIK).accent == "#7a2c12"


def test_the_house_s_own_look_is_offered_to_whoever_has_left_it(come: Come) -> None:
    liv = come("Liv Strand")
    assert "Bruk husets eget utseende" not in liv.see(PAGE)
    liv.send(PAGE, **TYPED)
    assert "Bruk husets eget utseende" in liv.see(PAGE)
    assert liv.send("/utseende/husets/") == f"{PAGE}?gjort=husets"
    assert look_of(SOLVIK) == HOUSE
    assert models.Appearance.objects.count() == 1


def test_a_change_that_was_never_made_is_not_undone(come: Come) -> None:
    assert "Det er ingen endring å angre" in come("Liv Strand").send("/utseende/angre/", 409)


@pytest.mark.parametrize("name", ["Kari Nesheim", "Randi Lunde", "Bjørn Haugli"])
def test_others_have_no_business_here(come: Come, name: str) -> None:
    somebody = come(name)
    somebody.see(PAGE, status=409)
    for address in (PAGE, "/utseende/prove/", "/utseende/angre/", "/utseende/husets/"):
        assert somebody.client.post(address, TYPED).status_code == 409
    assert not models.Appearance.objects.exists()


def test_the_leader_may_as_well(come: Come) -> None:
    assert come("Marit Solheim").send(PAGE, **TYPED) == f"{PAGE}?gjort=lagret"
