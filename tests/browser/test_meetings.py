"""Those who meet about a child, in a browser: a family council from idea to followed-up plan, and a coordination group.

Run as ``python -m tests.browser.test_meetings`` with the environment of a builder, it sets the scene.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import django
import pytest

from oppvekst.ground.database import address, logins
from oppvekst.law.calendar import oslo_date
from tests.browser.conftest import Open, log_in
from tests.browser.living import ROOT, House
from tests.browser.person import Person

pytestmark = pytest.mark.browser

KARI = "Kari Nesheim"
QUESTION = "Hvem er hos Alma når mor er syk?"
TODAY = oslo_date(datetime.now(UTC))
LATER = TODAY + timedelta(days=98)


@pytest.fixture(scope="module")
def desk(house: House, desk_url: str) -> Iterator[str]:
    """The desk, with Alma's case and Birk's."""
    builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
    command = [sys.executable, "-m", __name__]
    subprocess.run(command, env={**house.environment("owner"), **builder}, cwd=ROOT, check=True)
    yield desk_url


@pytest.fixture
def kari(open_page: Open, house: House, desk: str) -> Person:
    page = open_page()
    log_in(page, house, desk, KARI)
    return Person(page, desk)


def test_a_family_council_from_the_idea_to_the_plan_that_is_looked_at_again(kari: Person, house: House) -> None:
    group = _begun(kari, house, "Alma", "Familieråd")
    _question_and_papers(kari, group)
    for name in ("Alma", "Tordis", "Arne", "Egil"):
        _joins(kari, group, f"{name} Berge")
    _may_know(kari, house, "Egil", ("Tordis", "Arne"), "Hvorfor vi møtes")
    meeting = _meets(kari, house, group, QUESTION)
    kari.goes(f"/moter/gruppe/{group}/familiens-plan/")
    kari.writes({"Familiens plan, med deres ord": "Egil hver tirsdag, mormor på vakt."})
    kari.sends()
    kari.goes(f"/moter/gruppe/{group}/svar/")
    kari.chooses("Nei, ikke slik den er")
    kari.page.locator("form.op-deskform button[type=submit]").first.click()
    kari.reads("Skriv nøyaktig hva i planen som ikke kan godkjennes, og hvorfor.")
    kari.page.get_by_label("Ja", exact=True).check()
    kari.writes({"Svaret til familien": "Dette er en god plan."})
    kari.on_day("Vi møtes igjen", LATER)
    kari.sends()
    _recorded(kari, meeting, "Egil Berge", "Er hos Alma hver tirsdag")
    kari.goes(f"/moter/gruppe/{group}/familierad/")
    kari.reads("Godkjent")
    _meets(kari, house, group, "Hvordan går det med planen?", day=LATER, held=False)
    kari.goes(f"/moter/gruppe/{group}/")
    assert kari.page.get_by_text("Grendehuset.").count() == 2


def test_a_coordination_group_with_the_school_and_the_health_nurse(kari: Person, house: House) -> None:
    group = _begun(kari, house, "Birk", "Ansvarsgruppe")
    kari.goes(f"/moter/gruppe/{group}/")
    kari.reads("Først: har barnet en barnekoordinator?")
    kari.follows("Svar", exact=True)
    kari.page.get_by_role("group", name="Har barnet en barnekoordinator?").get_by_label("Nei").check()
    kari.sends()
    kari.goes(f"/moter/gruppe/{group}/koordinator/")
    kari.writes({"Navn": "Pål Ness", "Arbeider i": "Skolen"})
    kari.sends()
    for name, body in (("Pål Ness", "Solvik skole"), ("Nina Haug", "Helsesykepleier")):
        kari.goes(f"/moter/gruppe/{group}/deltaker/")
        kari.page.get_by_label("Hvem?").select_option(label="En fra en annen tjeneste")
        kari.writes({"Navn": name, "Tjeneste": body})
        kari.sends()
    for name in ("Birk", "Tordis"):
        _joins(kari, group, f"{name} Haug")
    _may_know(kari, house, "Pål Ness", ("Tordis",), "Hvorfor vi møtes", "Skole og barnehage")
    _may_know(kari, house, "Nina Haug", ("Tordis",), "Hvorfor vi møtes")
    meeting = _meets(kari, house, group, "Høsten på skolen")
    kari.goes(f"/moter/{meeting}/referat/")
    kari.page.get_by_label("Skole og barnehage").first.fill("Leser godt, strever med matte.")
    kari.presses("Lagre referatet")
    _recorded(kari, meeting, "Pål Ness", "Gym ute på torsdager", approved=True)
    kari.goes(f"/moter/{meeting}/")
    kari.reads("Gym ute på torsdager")
    ((told,),) = house.ask(
        "SELECT m.told::text FROM meetings_minutes m JOIN meetings_member b ON b.id = m.member_id"
        " WHERE m.meeting_id = %s AND b.name = 'Nina Haug'",
        meeting,
    )
    assert "matte" not in told


def _begun(kari: Person, house: House, child: str, kind: str) -> str:
    """From the case's own tab to a group."""
    question = "SELECT c.id FROM cases_case c JOIN people_person p ON p.id = c.child_id WHERE p.given_name = %s"
    case = house.ask(question, child)[0][0]
    kari.goes(f"/saker/{case}/moter/")
    kari.goes(f"/saker/{case}/moter/ny/")
    kari.chooses(kind)
    kari.sends()
    return str(house.ask("SELECT id FROM meetings_group WHERE case_id = %s", case)[0][0])


def _question_and_papers(kari: Person, group: str) -> None:
    """The question word by word; and no coordinator without her papers."""
    kari.goes(f"/moter/gruppe/{group}/sporsmal/")
    kari.writes({"Spørsmålet familien skal svare på": QUESTION, "Hvem støtter barnet i møtet?": "Marte, kusine"})
    kari.on_day("Foreldrene var enige", TODAY)
    kari.on_day("Barnet var enig", TODAY)
    kari.sends()
    kari.goes(f"/moter/gruppe/{group}/papirer/")
    kari.writes({"Koordinator": "Gro Hagen"})
    kari.on_day("Taushetserklæring underskrevet", TODAY)
    kari.page.locator("form.op-deskform button[type=submit]").first.click()
    kari.reads("Politiattesten etter § 39 er ikke vist.")
    for what in ("Politiattest etter § 39 utstedt", "Politiattesten vist til oss"):
        kari.on_day(what, TODAY)
    kari.sends()


def _joins(kari: Person, group: str, name: str) -> None:
    kari.goes(f"/moter/gruppe/{group}/deltaker/")
    options = kari.page.get_by_label("Hvem?").locator("option").all_inner_texts()
    kari.page.get_by_label("Hvem?").select_option(label=next(one for one in options if one.startswith(name)))
    kari.sends()


def _may_know(kari: Person, house: House, member: str, givers: tuple[str, ...], *themes: str) -> None:
    """Consent for one receiver and the themes, by each who must give it."""
    ((found,),) = house.ask("SELECT id FROM meetings_member WHERE name LIKE %s", f"{member}%")
    for giver in givers:
        kari.goes(f"/moter/deltaker/{found}/samtykke/")
        kari.chooses(giver, *themes)
        kari.on_day("Når?", TODAY)
        kari.sends()


def _meets(kari: Person, house: House, group: str, agenda: str, *, day: date = TODAY, held: bool = True) -> str:
    """Planned, the child asked, invited by what each may know; and held, with whoever came."""
    kari.goes(f"/moter/gruppe/{group}/nytt/")
    kari.on_day("Dag", day)
    kari.writes(
        {"Fra klokka": "11.00", "Til klokka": "12.00", "Sted": "Grendehuset", "Hva skal dere snakke om?": agenda}
    )
    kari.sends()
    (meeting, *_), *_more = house.ask(
        "SELECT id FROM meetings_meeting WHERE group_id = %s ORDER BY starts_at DESC LIMIT 1", group
    )
    kari.goes(f"/moter/{meeting}/barnet/")
    kari.page.get_by_role("group", name="Vil barnet komme?").get_by_role("radio").first.check()
    kari.on_day("Når ble barnet spurt?", TODAY)
    kari.sends()
    kari.goes(f"/moter/{meeting}/inviter/")
    kari.presses("Inviter")
    if held:
        kari.goes(f"/moter/{meeting}/holdt/")
        for one in kari.page.get_by_role("group", name="Hvem var der?").get_by_role("checkbox").all():
            one.check()
        kari.sends()
    return str(meeting)


def _recorded(kari: Person, meeting: str, who: str, what: str, *, approved: bool = False) -> None:
    """Who does what, laid before those who were there, approved, and given to each as far as consent goes."""
    kari.goes(f"/moter/{meeting}/avtale/")
    options = kari.page.get_by_label("Hvem?").locator("option").all_inner_texts()
    kari.page.get_by_label("Hvem?").select_option(label=next(one for one in options if one.startswith(who)))
    kari.writes({"Hva?": what})
    kari.sends()
    kari.goes(f"/moter/{meeting}/legg-fram/")
    kari.sends()
    if approved:
        kari.goes(f"/moter/{meeting}/svar/")
        for one in kari.page.get_by_role("group", name="Hvem har svart?").get_by_role("checkbox").all():
            one.check()
        kari.on_day("Når?", TODAY)
        kari.sends()
    kari.goes(f"/moter/{meeting}/godkjenn/")
    kari.presses("Godkjenn og del ut")


def set_the_scene() -> None:
    """Alma with both parents and her uncle; Birk with his mother."""
    from django.utils import timezone

    from oppvekst.domain.cases import actions as cases
    from oppvekst.domain.cases.models import Party
    from oppvekst.domain.people.actions import Details
    from oppvekst.ground.access.models import Grant
    from tests.browser.test_desk_day import _moved_in

    world, at = _moved_in(), timezone.now()
    families = {
        ("Alma", "Berge"): (("Tordis", Party.Part.MOTHER), ("Arne", Party.Part.FATHER), ("Egil", Party.Part.NETWORK)),
        ("Birk", "Haug"): (("Tordis", Party.Part.MOTHER),),
    }
    with world.as_(KARI) as kari:
        for (given, family), others in families.items():
            child = Details(given_name=given, family_name=family, birth_date=date(at.year - 12, 2, 3))
            case = cases.open_case(child, by=kari, at=at, reason=Grant.Reason.ASSIGNED)
            for name, part in others:
                responsible = part != Party.Part.NETWORK or None
                who = Details(given_name=name, family_name=family)
                cases.add_party(case.id, who, part, parental_responsibility=responsible, by=kari, at=at)


if __name__ == "__main__":
    django.setup()
    set_the_scene()
