"""Kari investigates two siblings, and it ends in three ways. Everything is read aloud on the way.

Vilja is eight: dismissed. Torstein is fifteen: his parents say no to help, so it is dismissed with the narrow door of
§ 2-5 (3) left open; in the autumn it is opened again, and all three, Torstein among them, say yes to guidance at home.

Run as ``python -m tests.browser.test_two_siblings`` (and with ``again``) with the environment of a builder, it sets the scene.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import django
import pytest
from playwright.sync_api import Page, expect

from oppvekst.ground.database import address, logins
from tests.browser.aloud import Line, aloud, said, stumbles
from tests.browser.conftest import Open, log_in
from tests.browser.living import ROOT, House

if TYPE_CHECKING:
    from oppvekst.domain.investigations.models import Investigation
    from tests.world import World

pytestmark = pytest.mark.browser

KARI, MARIT = "Kari Nesheim", "Marit Solheim"
TEXT = {
    "Dette har vi bestemt": "Undersøkelsen om {name} er avsluttet.",
    "Dette bygger vi på": "Skolen var bekymret i høst. Vi har snakket med {name}, foreldrene og skolen.",
    "Hva barnet mener, og hva vi la vekt på": "{name} sa at det er bedre hjemme nå. Det har vi lagt vekt på.",
    "Barnevernsfaglig vurdering": "Det skolen så, har en forklaring, og foreldrene har tatt tak i det.",
    "Barnets beste": "Det beste for {name} er ro hjemme.",
    "Hensynet til familiebånd": "{name} bor hjemme som før, sammen med resten av familien.",
    "Forsvarlighet": "Vi vet nok til å bestemme dette nå.",
    "Ny undersøkelse kan bli startet": "Vi anbefalte veiledning. Foreldrene sa nei. Vi kan starte igjen innen seks måneder.",
    "Plan og evaluering": "Mål: rolige kvelder. Etter tre måneder ser vi sammen på om hjelpen virker.",
}
ASKED = "Råd og veiledning hjemme hos dere en gang i uka i seks måneder, fordi kveldene er vanskelige."

type Scene = Callable[..., None]


@dataclass
class Reader:
    """Somebody at the desk who listens to every page, and remembers what was said and where it made no sense."""

    page: Page
    heard: list[Line] = field(default_factory=list)
    lost: dict[str, list[str]] = field(default_factory=dict)

    def listens(self) -> str:
        lines = aloud(self.page)
        self.heard += lines
        if wrong := stumbles(lines):
            self.lost[self.page.url] = wrong
        return said(lines)

    def goes(self, address: str) -> str:
        self.page.goto(address)
        return self.listens()

    def follows(self, name: str) -> str:
        self.page.get_by_role("link", name=name).first.click()
        return self.listens()

    def presses(self, name: str) -> str:
        self.page.get_by_role("button", name=name, exact=True).click()
        return self.listens()


@pytest.fixture(scope="module")
def scene(house: House) -> Scene:
    def set_it(*more: str) -> None:
        builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
        command = [sys.executable, "-m", __name__, *more]
        subprocess.run(command, env={**house.environment("owner"), **builder}, cwd=ROOT, check=True)

    return set_it


@pytest.fixture(scope="module")
def desk(desk_url: str, scene: Scene) -> Iterator[str]:
    scene()
    yield desk_url


def test_two_siblings_and_three_outcomes_make_sense_to_somebody_who_listens(
    open_page: Open, house: House, desk: str, scene: Scene
) -> None:
    kari, marit = Reader(open_page()), Reader(open_page())
    log_in(kari.page, house, desk, KARI)
    log_in(marit.page, house, desk, MARIT)
    _dismissed(kari, marit, house, desk)
    _dismissed_with_a_way_back(kari, marit, house, desk)
    _opened_again(kari, house, desk)
    scene("again")
    _helped(kari, marit, house, desk)
    ends = house.ask(
        "SELECT p.given_name, i.state, i.conclusion FROM investigations_investigation i JOIN cases_case c ON c.id = i.case_id"
        " JOIN people_person p ON p.id = c.child_id WHERE p.family_name = 'Myhre' ORDER BY 1 DESC, i.concluded_on, i.opened_on"
    )
    assert [(name, state) for name, state, _code in ends] == [
        ("Vilja", "closed_dismissed"), ("Torstein", "closed_dismissed_with_reopen"), ("Torstein", "closed_measures"),
    ]  # fmt: skip
    assert {**kari.lost, **marit.lost} == {}


def _dismissed(kari: Reader, marit: Reader, house: House, desk: str) -> None:
    """Vilja: nothing more is done, and why stands in the decision."""
    heard = kari.goes(f"{desk}{_case(house, 'Vilja')}vedtak/nytt/")
    assert "Henleggelse" in heard
    kari.follows("Henleggelse")
    heard = _written(kari, "Vilja")
    assert "Vedtaket kan undertegnes uten forhåndsvarsel" in heard
    _signed(kari, marit, desk)
    heard = kari.goes(f"{desk}{_case(house, 'Vilja')}vedtak/")
    assert "Undertegnet" in heard or "undertegnet" in heard


def _dismissed_with_a_way_back(kari: Reader, marit: Reader, house: House, desk: str) -> None:
    """Torstein: help is recommended, the parents say no, and the decision says that it can be opened again."""
    kari.goes(f"{desk}{_case(house, 'Torstein')}vedtak/nytt/")
    kari.follows("Henleggelse med mulig ny undersøkelse")
    kari.page.get_by_label("Hvilken hjelp anbefalte dere?").fill("Råd og veiledning hjemme, en gang i uka.")
    kari.page.get_by_label("Foreldrene har sagt nei til hjelpen").check()
    _written(kari, "Torstein")
    _signed(kari, marit, desk)
    heard = kari.goes(f"{desk}{_investigation(house, 'Torstein')}")
    assert "Åpne på nytt" in heard


def _opened_again(kari: Reader, house: House, desk: str) -> None:
    """The conditions are still met, and the parents are told the same day."""
    heard = kari.goes(f"{desk}{_investigation(house, 'Torstein')}apne-igjen/")
    assert "Kan åpnes igjen til og med" in heard
    heard = kari.presses("Åpne på nytt")
    assert "Skriv hvorfor vilkårene i § 2-2 fortsatt er oppfylt." in heard
    kari.page.get_by_label("Hvorfor er vilkårene i § 2-2 fortsatt oppfylt?").fill("Skolen ser det samme som før.")
    kari.page.get_by_label("Vilkårene i § 2-2 er fortsatt oppfylt", exact=True).check()
    kari.page.get_by_label("Foreldrene får vite i dag at undersøkelsen åpnes igjen").check()
    heard = kari.presses("Åpne på nytt")
    assert "Undersøkelse" in heard


def _helped(kari: Reader, marit: Reader, house: House, desk: str) -> None:
    """Guidance at home, when both parents and Torstein, who is a party himself, have said yes to the very words."""
    kari.goes(f"{desk}{_case(house, 'Torstein')}vedtak/nytt/")
    kari.follows("Råd og veiledning hjemme")
    kari.page.get_by_label("Hvem gir hjelpen?").fill("Familiehuset i Solvik")
    _written(kari, "Torstein")
    decision = _decision_of(kari)
    heard = kari.goes(f"{desk}{decision}")
    assert "Ingen er spurt om samtykke til dette ennå." in heard
    assert "Velg hva vedtaket bygger på, med kodene for vedtaksgrunnlag." in heard
    _grounds(kari, house, desk)
    kari.goes(f"{desk}{decision}")
    _all_say_yes(kari)
    heard = kari.goes(f"{desk}{decision}")
    assert "Ingen er spurt" not in heard and "har ikke svart" not in heard
    _signed(kari, marit, desk)


def _grounds(kari: Reader, house: House, desk: str) -> None:
    """What the decision rests on, by the codes of the register: told on the decision's page, chosen where it belongs."""
    kari.follows("Gå til undersøkelsen")
    kari.goes(f"{kari.page.url}behov/grunnlag/")
    kari.page.get_by_role("checkbox").first.check()
    kari.presses("Merk grunnlaget")


def _all_say_yes(kari: Reader) -> None:
    """The exact words, and three answers; until then the page tells whose is lacking."""
    kari.follows("Spør om samtykke til vedtaket")
    kari.page.get_by_label("Teksten det samtykkes til").fill(ASKED)
    heard = kari.presses("Lagre teksten")
    answers = kari.page.get_by_role("link", name="Skriv svar fra")
    names = [link.inner_text() for link in answers.all()]
    assert len(names) == 3 and "Torstein" in heard
    for number in range(3):
        answers.nth(number).click()
        kari.listens()
        kari.page.get_by_label("Ja", exact=True).check()
        kari.page.get_by_label("Skriftlig", exact=True).check()
        kari.presses("Skriv ned svaret")


def _written(kari: Reader, name: str) -> str:
    """From the terms to a decision that can be signed, without a notice that would tell nobody anything new."""
    kari.presses("Begynn å skrive")
    for heading, words in TEXT.items():
        box = kari.page.get_by_role("textbox", name=heading, exact=True)
        if box.count():
            box.fill(words.format(name=name))
    kari.presses("Gå videre")
    kari.follows("Gå videre uten varsel")
    kari.page.get_by_label("Åpenbart unødvendig").check()
    kari.page.get_by_label("Hva er grunnen her?").fill("Foreldrene fikk si sin mening i møtet.")
    return kari.presses("Gå videre uten varsel")


def _signed(kari: Reader, marit: Reader, desk: str) -> None:
    """Marit hears the whole text before she signs."""
    marit.goes(f"{desk}{_decision_of(kari)}")
    heard = marit.follows("Undertegn")
    assert "Skolen var bekymret i høst." in heard
    marit.presses("Undertegn")
    expect(marit.page.get_by_text("Vedtaket er undertegnet, og teksten er låst")).to_be_visible()


def _decision_of(kari: Reader) -> str:
    return f"/vedtak/{kari.page.url.partition('/vedtak/')[2].partition('/')[0]}/"


def _case(house: House, name: str) -> str:
    question = "SELECT c.id FROM cases_case c JOIN people_person p ON p.id = c.child_id WHERE p.given_name = %s"
    return f"/saker/{house.ask(question, name)[0][0]}/"


def _investigation(house: House, name: str) -> str:
    question = (
        "SELECT i.id FROM investigations_investigation i JOIN cases_case c ON c.id = i.case_id"
        " JOIN people_person p ON p.id = c.child_id WHERE p.given_name = %s ORDER BY i.opened_on, i.reopens_id NULLS FIRST"
    )
    return f"/undersokelser/{house.ask(question, name)[0][0]}/"


def set_the_scene() -> None:
    """Two siblings at their parents' in Fjordgata, each with an investigation that is ready to be decided."""
    from django.utils import timezone

    from tests.browser.test_desk_day import _moved_in

    world, now = _moved_in(), timezone.now()
    for given, birth in (("Vilja", date(now.year - 8, 3, 4)), ("Torstein", date(now.year - 15, 1, 1))):
        found = _investigated(world, given, birth, at=now - timedelta(days=40))
        _concluding(world, found, at=now - timedelta(days=2))


def set_again() -> None:
    """Torstein's second one: Kari has talked with him once more, and sums up."""
    from django.utils import timezone

    from oppvekst.domain.investigations import actions
    from oppvekst.domain.investigations.models import Investigation
    from oppvekst.domain.investigations.tests.opened import WHOLE_PLAN
    from oppvekst.ground.database.acting import acting
    from tests.browser.test_desk_day import _moved_in

    world, now = _moved_in(), timezone.now()
    with acting("owner"):
        found = Investigation.objects.get(reopens__isnull=False, case__child__given_name="Torstein")
    with world.as_(KARI) as kari:
        actions.save_plan(found.id, WHOLE_PLAN, by=kari, at=now)
    _concluding(world, found, at=now)


def _investigated(world: World, given: str, birth: date, *, at: datetime) -> Investigation:
    """A worry about one of them, a case with both parents at home, and a planned investigation."""
    from oppvekst.domain.cases import actions as cases
    from oppvekst.domain.cases.models import Party
    from oppvekst.domain.concerns import actions as concerns
    from oppvekst.domain.concerns.rules.message import ReportedChild
    from oppvekst.domain.concerns.tests.desk import arrive
    from oppvekst.domain.investigations import actions as investigations
    from oppvekst.domain.investigations.tests.opened import WHOLE_PLAN
    from oppvekst.domain.people.actions import Details

    concern = arrive(
        world, children=(ReportedChild(name=f"{given} Myhre", birth_date=birth, family_knows=True),), at=at
    )
    with world.as_(KARI) as kari:
        concerns.assess_immediate(concern, False, "Trygg i dag.", by=kari, at=at)
        concerns.take(concern, by=kari, at=at)
        details = Details(given_name=given, family_name="Myhre", birth_date=birth)
        case = concerns.register_child(concern, details, by=kari, at=at)
        for name, part in (("Unni", Party.Part.MOTHER), ("Arvid", Party.Part.FATHER)):
            cases.add_party(
                case.id, Details(given_name=name, family_name="Myhre"), part, by=kari, at=at, parental_responsibility=True,
                lives_with_child=True, source="Folkeregisteret",
            )  # fmt: skip
        home = cases.Known(valid_from=birth, source="Folkeregisteret", checked_on=at.date())
        cases.note_residence(case.id, "together", home, by=kari, at=at)
        found = investigations.open_investigation(
            concern, reasons="Uro hjemme om kveldene.", responsible=kari.person, by=kari, at=at + timedelta(days=3)
        )
        investigations.save_plan(found.id, WHOLE_PLAN, by=kari, at=at + timedelta(days=3))
    return found


def _concluding(world: World, found: Investigation, *, at: datetime) -> None:
    """The child has been heard and answered, its words are weighed, and the summary is begun."""
    from dataclasses import replace

    from oppvekst.domain.investigations import actions as investigations
    from oppvekst.domain.investigations.tests.talks import AT_SCHOOL

    words = replace(AT_SCHOOL, held_at=at, words="Det er bedre hjemme nå.", parents_told=True, parents_reasons="")
    with world.as_(KARI) as kari:
        talk = investigations.write_talk(found.case_id, words, investigation_id=found.id, by=kari, at=at)
        investigations.read_back(talk.id, "agreed", read=1, by=kari, at=at)
        investigations.weigh(talk.id, "Stor vekt.", by=kari, at=at)
        investigations.include(found.id, "2.1.03", by=kari, at=at)
        investigations.set_participation(found.id, code="1.1", reasons="", by=kari, at=at)
        investigations.begin_concluding(found.id, participation="1.1", child_heard=True, by=kari, at=at)


if __name__ == "__main__":
    django.setup()
    set_again() if "again" in sys.argv else set_the_scene()
