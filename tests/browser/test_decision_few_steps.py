"""The commonest decision takes few steps: every click and every filled field is counted, but for the text itself.

Run as ``python -m tests.browser.test_decision_few_steps`` with the environment of a builder, it sets the scene.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import django
import pytest
from playwright.sync_api import Locator, Page, expect

from oppvekst.ground.database import address, logins
from tests.browser.conftest import Open, log_in
from tests.browser.living import ROOT, House
from tests.browser.test_desk_day import _moved_in

pytestmark = pytest.mark.browser

KARI, MARIT = "Kari Nesheim", "Marit Solheim"
MOST = 25
# The text itself, which is not counted: it is the work.
TEXT = {
    "Dette bygger vi på": "Emil har fortalt at han er redd om kvelden. Vi har vært hjemme hos familien to ganger.",
    "Hva barnet mener, og hva vi la vekt på": "Emil sa at det er fint om noen kommer hjem. Det har vi lagt vekt på.",
    "Barnevernsfaglig vurdering": "Kveldene er vanskelige. Foreldrene vil ha hjelp til å gjøre dem roligere.",
    "Barnets beste": "Det er best for Emil at kveldene blir trygge, og at han bor hjemme.",
    "Hensynet til familiebånd": "Emil bor hjemme som før.",
    "Forsvarlighet": "Vi vet nok. Veilederen har lang erfaring, og vi ser på det igjen om tre måneder.",
    "Plan og evaluering": "Mål: rolige kvelder. Etter tre måneder ser vi sammen på om hjelpen virker.",
}


@dataclass
class Counter:
    """Presses and fills in a person's place, and counts."""

    steps: int = 0

    def click(self, what: Locator) -> None:
        what.click()
        self.steps += 1

    def fill(self, what: Locator, words: str) -> None:
        what.fill(words)
        self.steps += 1


@pytest.fixture(scope="module")
def desk(house: House, desk_url: str) -> Iterator[str]:
    """The desk, with a family that wants help."""
    builder = {address.variable("owner"): house.server.url(logins.BUILDER, house.database)}
    command = [sys.executable, "-m", __name__]
    subprocess.run(command, env={**house.environment("owner"), **builder}, cwd=ROOT, check=True)
    yield desk_url


def test_guidance_at_home_is_decided_in_few_steps(open_page: Open, house: House, desk: str) -> None:
    ((case,),) = house.ask(
        "SELECT c.id FROM cases_case c JOIN people_person p ON p.id = c.child_id WHERE p.given_name = 'Aksel'"
    )
    count = Counter()
    kari = open_page()
    log_in(kari, house, desk, KARI)
    kari.goto(f"{desk}/saker/{case}/vedtak/")
    decision = _drafted(kari, count)
    marit = open_page()
    log_in(marit, house, desk, MARIT)
    marit.goto(f"{desk}{decision}")
    _signed(marit, count)
    _sent(marit, count)
    assert count.steps < MOST, f"{count.steps} steg"
    print(f"{count.steps} klikk og felt")  # noqa: T201
    ((state, written),) = house.ask("SELECT state, content->>'title' FROM decisions_decision WHERE case_id = %s", case)
    assert (state, written) == ("notified", "Råd og veiledning hjemme")


def _drafted(page: Page, count: Counter) -> str:
    """From the case's decisions to one that can be signed."""
    count.click(page.get_by_role("link", name="Nytt vedtak"))
    count.click(page.get_by_role("link", name="Råd og veiledning hjemme"))
    count.fill(page.get_by_label("Hvem gir hjelpen?"), "Familiehuset i Solvik")
    count.click(page.get_by_role("button", name="Begynn å skrive"))
    for heading, words in TEXT.items():
        page.get_by_role("textbox", name=heading).fill(words)
    count.click(page.get_by_role("button", name="Gå videre"))
    count.click(page.get_by_role("link", name="Gå videre uten varsel"))
    count.click(page.get_by_label("Åpenbart unødvendig"))
    count.fill(page.get_by_label("Hva er grunnen her?"), "Foreldrene har selv bedt om hjelpen.")
    count.click(page.get_by_role("button", name="Gå videre uten varsel"))
    expect(page.get_by_text("Vedtaket kan undertegnes uten forhåndsvarsel")).to_be_visible()
    return page.url.partition("?")[0].partition("/vedtak/")[2].join(("/vedtak/", ""))


def _signed(page: Page, count: Counter) -> None:
    """The leader reads it, and signs."""
    count.click(page.get_by_role("link", name="Undertegn"))
    expect(page.get_by_text("Foreldrene vil ha hjelp til å gjøre dem roligere.")).to_be_visible()
    count.click(page.get_by_role("button", name="Undertegn"))
    expect(page.get_by_text("Vedtaket er undertegnet, og teksten er låst")).to_be_visible()


def _sent(page: Page, count: Counter) -> None:
    """And sends it to each of those it is for, the way that is suggested."""
    count.click(page.get_by_role("link", name="Send vedtaket"))
    while (more := page.get_by_role("link", name=re.compile("^Send ?til "))).count():
        count.click(more.first)
        count.click(page.get_by_role("button", name="Send", exact=True))
        expect(page.get_by_text("Vedtaket er sendt")).to_be_visible()


def set_the_scene() -> None:
    """Aksel, at his parents', who want guidance and have said yes to it."""
    from datetime import date

    from oppvekst.domain.cases.models import Party
    from oppvekst.domain.decisions.actions import Asked
    from oppvekst.domain.decisions.rules.consent import Kind
    from oppvekst.domain.decisions.tests.family import MONDAY, agreed, family
    from oppvekst.domain.people.actions import Details
    from oppvekst.domain.people.models import Address
    from oppvekst.ground.database.acting import acting

    world = _moved_in()
    case = family(world, Details(given_name="Aksel", family_name="Nygård", birth_date=date(2018, 9, 3)))
    with world.as_(KARI) as kari:
        agreed(case, Asked(kind=Kind.HELP, body="Råd og veiledning hjemme i seks måneder."), by=kari, at=MONDAY)
    with acting("owner"):
        for parent in Party.objects.filter(case_id=case, parental_responsibility=True):
            Address.objects.create(
                municipality_id=parent.municipality_id, person_id=parent.person_id, lines=["Fjordgata 1"], postal_code="9998",
                place="Solvik",
            )  # fmt: skip


if __name__ == "__main__":
    django.setup()
    set_the_scene()
