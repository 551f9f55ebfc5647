"""The layouts and every component keep the rules of the house."""

import datetime as dt

import pytest
from django.http import HttpRequest
from django.template import Context, Template
from django.test import RequestFactory

from oppvekst.ground.web import context
from oppvekst.ground.web.gallery.samples import TODAY
from oppvekst.ground.web.gallery.views import PAGES
from oppvekst.ground.web.tests.conftest import Visit
from oppvekst.law.citation import bvl
from tests.house.page_lint import lint

AT_DESK = ("skrivebord", "min-dag", "melding", "sak")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_the_gallery_keeps_the_rules(visit: Visit, name: str) -> None:
    answer = visit("desk" if name in AT_DESK else "portal").get(f"/galleri/{name}/")
    assert lint(answer.content.decode(), name) == []


def test_the_gallery_lists_itself(visit: Visit) -> None:
    html = visit().get("/galleri/").content.decode()
    assert all(f"/galleri/{name}/" in html for name in PAGES)
    assert visit().get("/galleri/finnes-ikke/").status_code == 404


def test_a_page_with_errors_starts_with_them(visit: Visit) -> None:
    answer = visit().get("/galleri/skjema-feil/")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Feil: " in html
    assert html.index("autofocus") < html.index("<h1>")


def test_the_forms_and_the_children_s_pages_can_be_left_at_once(visit: Visit) -> None:
    for name in ("skjema", "oppsummering", "barn"):
        assert "data-quick-exit" in visit().get(f"/galleri/{name}/").content.decode()


def test_a_face_without_a_room_has_no_link_to_it(visit: Visit) -> None:
    visit("desk")
    request = HttpRequest()
    request.resolver_match = None
    assert [stop["door"].url_name for stop in context.rail(request)] == ["desk:my-day", "desk:concerns", "desk:cases"]
    assert context._url("desk:homes") is None


def test_the_rail_shows_where_the_reader_stands(rf: RequestFactory, visit: Visit) -> None:
    visit("desk")
    request = rf.get("/")
    request.resolver_match = type("Match", (), {"url_name": "concern"})()
    request.rail_counts = {"concerns": 3}
    marked = [(stop["door"].label, stop["count"]) for stop in context.rail(request) if stop["here"]]
    assert marked == [("Meldinger", 3)]


def test_the_signboard_is_the_municipality_s_own(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.municipality = type(
        "Place", (), {"name": "Nordvåg", "number": 9997, "theme": "nordvag", "address_lines": ["Kaia 2"]}
    )()
    request.signboard = {"phone": "00009710"}
    board = context.signboard(request)
    assert (board.full_name, board.stylesheet, board.phone, board.invented) == (
        "Nordvåg kommune",
        "css/theme-nordvag.css",
        "00009710",
        True,
    )


def show(source: str, **values: object) -> str:
    return Template("{% load house %}" + source).render(Context({"today": TODAY, **values}))


def test_a_limit_shows_word_day_section_and_how_it_was_counted() -> None:
    html = show(
        "{% state due law=law steps=steps %}",
        due=dt.date(2026, 11, 30),
        law=bvl("2-1", 1),
        steps=["Én uke fra 23. november."],
    )
    assert 'data-color="warning"' in html
    assert "Om 6 dager" in html
    assert '<time datetime="2026-11-30">mandag 30. november</time>, §\N{NO-BREAK SPACE}2-1 første ledd' in html
    assert "Hvorfor?" in html
    assert "<li>Én uke fra 23. november.</li>" in html


def test_a_limit_can_be_taken_from_whatever_carries_it() -> None:
    rule = type("Rule", (), {"citation": bvl("2-2", 2)})()
    due = type("Due", (), {"due": dt.date(2026, 11, 22), "rule": rule, "steps": ("Talt.",)})()
    html = show("{% limit due %}", due=due)
    assert "2 dager over" in html
    assert "§\N{NO-BREAK SPACE}2-2 andre ledd" in html


def test_a_limit_without_steps_offers_no_explanation() -> None:
    assert "Hvorfor?" not in show("{% state due %}", due=TODAY)


def test_an_icon_beside_a_word_is_silent_and_one_alone_speaks() -> None:
    assert 'aria-hidden="true"' in show('{% icon "clock" %}')
    assert 'role="img" aria-label="Frist"' in show('{% icon "clock" label="Frist" %}')


def test_a_phone_number_calls_when_it_is_touched() -> None:
    assert show('{% phone "00009998" %}') == '<a class="op-num" href="tel:00009998">00 00 99 98</a>'
    assert show('{% phone "" %}') == ""


def test_days_and_moments_are_exact_for_machines_and_on_hover() -> None:
    assert (
        show("{% day d %}", d=dt.date(2026, 12, 4))
        == '<time datetime="2026-12-04" title="04.12.2026">fredag 4. desember</time>'
    )
    stored = dt.datetime(2026, 11, 23, 13, 5, tzinfo=dt.UTC)
    assert "2026-11-23T14:05:00+01:00" in show("{% moment m %}", m=stored)


def test_numbered_pages_keep_the_filter(visit: Visit) -> None:
    html = visit("desk").get("/galleri/skrivebord/?q=emil&side=2").content.decode()
    assert "?q=emil&amp;side=4" in html
    assert "Viser 101 til 150 av 412" in html
