"""Help in a real browser: the list, one that runs with its effect drawn, appointments, and an evaluation written by a person.

Run as ``python -m tests.browser.test_measures`` with the environment of a builder, it sets the scene.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from playwright.sync_api import Page, expect

from oppvekst.ground.database import address, logins
from tests.browser.conftest import DESKTOP, PHONE, Open, axe, log_in, no_sideways_scroll
from tests.browser.living import ROOT, House
from tests.browser.test_desk_day import _moved_in

pytestmark = pytest.mark.browser

KARI = "Kari Nesheim"
PICTURES = os.environ.get("OPPVEKST_PICTURES", "")


@pytest.fixture(scope="module")
def desk(house: House, desk_url: str) -> Iterator[str]:
    """The desk, with a family that has had help for half a year, and a youth with appointments."""
    builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
    command = [sys.executable, "-m", __name__]
    subprocess.run(command, env={**house.environment("owner"), **builder}, cwd=ROOT, check=True)
    yield desk_url


def of(house: House, child: str) -> str:
    ((found,),) = house.ask(
        "SELECT m.id FROM measures_measure m JOIN cases_case c ON c.id = m.case_id JOIN people_person p ON p.id = c.child_id "
        "WHERE p.given_name = %s",
        child,
    )
    return f"/tiltak/{found}/"


def photographed(page: Page, name: str) -> None:
    """A picture for whoever looks at the pages, when a folder is named."""
    if PICTURES:
        for size in (PHONE, DESKTOP):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.screenshot(path=Path(PICTURES) / f"{name}-{size['width']}.png", full_page=True)


def test_every_page_of_help_fits_a_narrow_phone_and_stands_in_nobody_s_way(
    open_page: Open, house: House, desk: str
) -> None:
    page = open_page()
    page.set_default_navigation_timeout(60_000)
    log_in(page, house, desk, KARI)
    torjus, sander = of(house, "Torjus"), of(house, "Sander")
    ((case,),) = house.ask("SELECT case_id FROM measures_measure WHERE id = %s", torjus.split("/")[2])
    pages = {
        "liste": f"/saker/{case}/tiltak/", "tiltak": torjus, "avtaler": sander, "evaluer": f"{torjus}evaluer/",
        "plan": f"{torjus}plan/", "palegg-nytt": f"/saker/{case}/tiltak/nytt/", "avtale": f"{sander}avtale/",
        "mal": f"{torjus}mal/", "sak": f"/saker/{case}/",
    }  # fmt: skip
    for name, where in pages.items():
        page.goto(f"{desk}{where}")
        photographed(page, name)
        no_sideways_scroll(page)
        assert axe(page) == [], where


def test_kari_evaluates_with_the_keyboard_and_sees_the_new_point_in_the_drawing(
    open_page: Open, house: House, desk: str
) -> None:
    page = open_page()
    log_in(page, house, desk, KARI)
    page.goto(f"{desk}{of(house, 'Torjus')}evaluer/")
    page.get_by_role("group", name="Mål: Rolige morgener").get_by_label("Nådd").check()
    page.get_by_role("group", name="Har barnet sagt").get_by_label("Ja").check()
    page.get_by_role("group", name="Har foreldrene sagt").get_by_label("Ja").check()
    for label in ("Virker hjelpen?", "Trengs det mer eller annen hjelp?", "Er det grunnlag for omsorgsovertakelse?"):
        page.get_by_label(label).fill("Nei, det går bra nå.")
    page.get_by_label("Fortsett som før").check()
    page.get_by_role("button", name="Lagre evalueringen").press("Enter")
    expect(page.get_by_text("Hjelpen fortsetter")).to_be_visible()
    expect(page.locator(".op-effect__drawing circle")).to_have_count(4)


def set_the_scene() -> None:
    """Torjus, whose mornings became better; and Sander (16), who was told first."""
    from datetime import date, timedelta

    from django.utils import timezone

    from oppvekst.domain.cases.models import Party
    from oppvekst.domain.decisions import actions as decisions
    from oppvekst.domain.decisions.rules import Kind
    from oppvekst.domain.decisions.tests.family import family, signed
    from oppvekst.domain.measures import actions
    from oppvekst.domain.measures.models import Evaluation, GoalSeen
    from oppvekst.domain.people.actions import Details

    world, now = _moved_in(), timezone.now()
    begun = now - timedelta(days=270)

    def help_for(given_name: str, born: date, category: str, goal: str, seen_by: str) -> tuple[object, object, object]:
        case = family(world, Details(given_name=given_name, family_name="Moe", birth_date=born))
        terms = decisions.Terms(kind=Kind.MEASURE, category=category)
        decision = signed(world, case, terms=terms, at=begun)
        with world.as_(KARI) as kari:
            wanted = actions.Help(
                category=category, ends_on=(now + timedelta(days=90)).date(), provider_name="Familieteamet"
            )
            made = actions.open_measure(case, wanted, decision_id=decision.id, by=kari, at=begun)
            set_to = actions.set_goal(
                made.id, goal, seen_by, who="Foreldrene, og vi ringer mandager.", by=kari, at=begun
            )
            written = actions.Written(
                content="Veiledning hjemme hver onsdag.", who_does_what="Foreldrene øver hver dag. Vi kommer onsdager.",
                duration="Et år.", follow_up="Vi møtes hver tredje måned.", child_words="Jeg vil spise frokost i fred.",
            )  # fmt: skip
            actions.write_plan(made.id, written, by=kari, at=begun)
            actions.write_plan(made.id, written, by=kari, at=begun + timedelta(days=40))
            actions.ask_consent(made.id, by=kari, at=begun)
            actions.decide(made.id, decision.id, by=kari, at=begun)
            actions.start(made.id, on=begun.date(), by=kari, at=begun)
        return case, made.id, set_to.id

    _case, torjus, goal = help_for(
        "Torjus", date(2018, 9, 3), "3.2", "Rolige morgener", "Alle er ute av døra til åtte, uten skriking."
    )
    said = [
        (80, GoalSeen.Stand.WORSE, "Far har vært bortreist. Morgenene er vanskeligere enn før."),
        (170, GoalSeen.Stand.A_LITTLE, "To rolige morgener i uka."),
        (255, GoalSeen.Stand.MUCH, "Bare sent ute to ganger denne måneden."),
    ]
    with world.as_(KARI) as kari:
        for days, stand, words in said:
            at = begun + timedelta(days=days)
            looked = actions.Looked(
                on=at.date(), works="Ja, litt etter litt.", new_needs="Nei.", care_grounds="Nei.", present="Alle i familien",
                outcome=Evaluation.Outcome.CONTINUE, child_heard=True, child_words="Det er bedre nå.", parents_heard=True,
                parents_words="Vi har fått det til.",
            )  # fmt: skip
            actions.evaluate(torjus, looked, [actions.Seen(goal, stand, words)], by=kari, at=at)  # type: ignore[arg-type]
    case, sander, _goal = help_for(
        "Sander", (now - timedelta(days=6000)).date(), "5.4", "Sander er rusfri", "Prøvene viser det, og han sover."
    )
    child = Party.objects.get(case_id=case, part="child").person_id
    mother = Party.objects.get(case_id=case, part="mother").person_id
    first = now - timedelta(days=14)
    with world.as_(KARI) as kari:
        one = actions.make_appointment(
            sander, actions.Agreed(person_id=child, at=first, place="Torget 1"), by=kari, at=begun
        )  # type: ignore[arg-type]
        later = actions.Agreed(person_id=child, at=now + timedelta(days=14), place="Torget 1")
        actions.make_appointment(sander, later, by=kari, at=now)  # type: ignore[arg-type]
        told = "Prøven viser at du ikke har brukt noe siden sist. Det bekrefter det du selv har sagt."
        actions.write_result(one.id, met=True, meaning=told, by=kari, at=now)
        actions.tell(one.id, child, by=kari, at=now)
        actions.tell(one.id, mother, agreed="At prøven var uten funn.", by=kari, at=now)


if __name__ == "__main__":
    django.setup()
    set_the_scene()
