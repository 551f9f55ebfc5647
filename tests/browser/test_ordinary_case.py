"""The ordinary case, nineteen of twenty: from a neighbour's form to help that ended because it worked.

One journey, each part by the right person through the right face: the neighbour on her phone at the portal, Hanne, Tone,
Kari and Marit at the desk, his mother at My page. Everything on the day the tests run, but for the weeks in which she may
appeal: the story's own dates are in ``tests/journeys``.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from oppvekst.ground.database.acting import VISIT
from tests.browser.conftest import PHONE, Open, log_in
from tests.browser.living import House, serving
from tests.browser.person import Person
from tests.browser.test_portal import press
from tests.browser.test_talks import informed

pytestmark = pytest.mark.browser

HANNE, TONE, KARI, MARIT = "Hanne Dale", "Tone Vik", "Kari Nesheim", "Marit Solheim"
CHILD = "Linus Dahle"
# What the clock does while nobody appeals, in this case alone: the word to her phone goes out, and the limits pass.
WEEKS_PASS = """
import sys
from datetime import timedelta
import django
django.setup()
from django.utils.timezone import now
from oppvekst.domain.decisions import jobs
from oppvekst.domain.decisions.actions import become_final
from oppvekst.domain.decisions.models import Decision
from oppvekst.ground.access.actor import clock
from oppvekst.ground.database.acting import acting
jobs.tell(at=now())
with acting("worker"):
    for one in Decision.objects.filter(case_id=sys.argv[1]):
        assert become_final(one.id, by=clock(one.municipality_id), at=now() + timedelta(days=60)), one.state
"""
GOOD_BYE = "Dere greier kveldene selv nå. Vi er her om det blir vanskelig igjen."
CASE = "SELECT c.id FROM cases_case c JOIN people_person p ON p.id = c.child_id WHERE p.given_name = 'Linus'"
INVESTIGATION = f"SELECT i.id FROM investigations_investigation i WHERE i.case_id IN ({CASE})"
WORRY = "Linus kommer ofte ut alene sent på kvelden, og det er mye roping."
HIS = "Mamma roper når vi er sent ute."
PLAN = {
    "Hva skal undersøkelsen svare på?": "Hvordan har Linus det om kveldene?",
    "Hvem skal dere spørre, og om hva?": "Skolen om trivsel og fravær.",
    "Samtaler med barnet": "Alene på skolen.",
    "Hjemmebesøk": "Ett avtalt.",
    "Tidsplan": "Ferdig før jul.",
}
TEXT = {
    "Dette bygger vi på": "Skolen og foreldrene forteller det samme: kveldene er vanskelige.",
    "Hva barnet mener, og hva vi la vekt på": f"Linus sa: «{HIS}» Det har vi lagt stor vekt på.",
    "Barnevernsfaglig vurdering": "Foreldrene vil og kan. De trenger en annen måte å gjøre kvelden på.",
    "Barnets beste": "Det beste for Linus er rolige kvelder hjemme.",
    "Hensynet til familiebånd": "Hjelpen styrker båndet mellom Linus og foreldrene.",
    "Forsvarlighet": "Vi vet nok, og veilederen har tid.",
    "Plan og evaluering": "Målet er rolige kvelder. Vi ser om det hjelper etter tre måneder.",
}


@pytest.fixture(scope="module")
def mypage(house: House) -> Iterator[str]:
    """My page. Who has logged in by ID-porten, is told by the visit."""
    with serving(
        house, "mypage", OPPVEKST_IDPORTEN_ISSUER="http://localhost:9", OPPVEKST_MYPAGE_URL="http://localhost/"
    ) as url:
        yield url


def test_a_child_is_helped_at_home_from_the_worry_to_the_closing_letter(
    open_page: Open, house: House, portal_url: str, desk_url: str, mypage: str
) -> None:
    _worried(Person(open_page(size=PHONE), portal_url))
    hanne, tone, kari, marit = (_at_desk(open_page, house, desk_url, name) for name in (HANNE, TONE, KARI, MARIT))
    _reviewed(hanne, tone, house)
    _investigated(kari, house)
    _decided(kari, marit, house)
    mother = _read_at_home(open_page, kari, house, mypage)
    _helped(kari, house)
    ended = _ended(kari, marit, house)
    _may_appeal(kari, mother, house, ended)
    _nobody_appeals(house)
    _said_good_bye(kari, mother, house)


def _at_desk(open_page: Open, house: House, desk: str, name: str) -> Person:
    page = open_page()
    log_in(page, house, desk, name)
    return Person(page, desk)


def _worried(neighbour: Person) -> None:
    """The neighbour writes on her phone, anonymous, and gets a receipt."""
    page = neighbour.page
    page.goto(f"{neighbour.at}/meld/")
    neighbour.follows("Jeg er bekymret for et barn")
    press(page, "Begynn")
    page.get_by_label("Nei, ikke akkurat nå").check()
    press(page, "Neste")
    page.get_by_label("Nei, jeg vil være anonym").check()
    told: tuple[dict[str, str], ...] = (
        {}, {"Barnets navn": CHILD, "Alder, omtrent": "7"}, {}, {"Hva er du bekymret for?": WORRY}, {}, {}, {}, {},
    )  # fmt: skip
    for answers in told:
        for label, words in answers.items():
            page.get_by_label(label).fill(words)
        press(page, "Neste")
    press(page, "Send")
    page.wait_for_url("**/meld/sendt/")


def _reviewed(hanne: Person, tone: Person, house: House) -> None:
    """Hanne answers the first question, finds out who the child is and proposes; Tone opens, and Kari gets it."""
    concern = _one(house, "SELECT id FROM concerns_concern WHERE child_name = %s", CHILD)
    hanne.goes(f"/meldinger/{concern}/")
    hanne.chooses("Nei, innen fristen")
    hanne.page.get_by_label("Kort begrunnelse").fill("Hjemme hos begge foreldrene i dag.")
    hanne.presses("Lagre vurderingen")
    hanne.presses("Ta meldingen")
    hanne.goes(f"/meldinger/{concern}/barnet/nytt/")
    hanne.writes({"Fornavn": "Linus", "Etternavn": "Dahle", "Født": "04.03.2019"})
    hanne.presses("Registrer barnet")
    hanne.goes(f"/meldinger/{concern}/foresla/")
    hanne.page.get_by_label(re.compile("rimelig grunn")).fill("Ute alene sent, og roping. Barnet kan trenge hjelp.")
    hanne.presses("Foreslå undersøkelse")
    tone.goes(f"/meldinger/{concern}/undersokelse/")
    tone.page.get_by_label("Hvem skal ha ansvaret?").select_option(label="Kari Nesheim, mottak og saksbehandler")
    tone.presses("Åpne undersøkelsen")
    expect(tone.page).to_have_url(re.compile("/undersokelser/"))


def _investigated(kari: Person, house: House) -> None:
    """Kari plans, adds the parents, hears Linus alone, and says what the conclusion rests on."""
    place = f"/undersokelser/{_one(house, INVESTIGATION)}/"
    case = f"/saker/{_one(house, CASE)}/"
    for name, part in (("Eli", "Mor"), ("Geir", "Far")):
        _adds(kari, case, name, part)
    kari.goes(f"{case}mennesker/bosted/")
    kari.chooses("Sammen med begge")
    kari.writes({"Hvor vet vi det fra?": "Folkeregisteret"})
    kari.on("Gjelder fra", "4", "3", "2019")
    kari.presses("Lagre")
    kari.goes(f"{place}plan/")
    kari.writes(PLAN)
    kari.presses("Lagre planen")
    _hears(kari, case)
    kari.goes(f"{place}behov/2.1/")
    kari.presses(re.compile("Ta med"))
    kari.goes(f"{place}behov/grunnlag/")
    kari.page.get_by_role("checkbox").first.check()
    kari.presses("Merk grunnlaget")
    kari.goes(f"{place}medvirkning/")
    kari.page.get_by_role("radio").first.check()
    kari.presses("Lagre")
    kari.goes(f"{place}oppsummer/")
    kari.presses("Begynn å oppsummere")


def _adds(kari: Person, case: str, name: str, part: str) -> None:
    kari.goes(f"{case}mennesker/ny/")
    page = kari.page
    kari.chooses(part)
    kari.writes(
        {"Fornavn": name, "Etternavn": "Dahle", "Hvor vet vi det fra?": "Folkeregisteret", "Adresse": "Fjordgata 3"}
    )
    kari.writes({"Postnummer": "9998", "Poststed": "Solvik"})
    for asked in ("Har foreldreansvar?", "Bor barnet her?"):
        page.get_by_role("group", name=asked).get_by_label("Ja", exact=True).check()
    kari.presses("Legg til")


def _hears(kari: Person, case: str) -> None:
    kari.goes(f"{case}samtaler/ny/")
    kari.page.get_by_label("Barnets egne ord").fill(HIS)
    informed(kari.page, about="Hvordan det er om kveldene.", understood="Han sa det igjen med egne ord.")
    kari.page.get_by_role("group", name="Visste foreldrene").get_by_text("Ja").click()
    kari.presses("Lagre samtalen")
    talk = kari.page.url.partition("?")[0]
    kari.page.goto(f"{talk}les-tilbake/")
    kari.page.get_by_role("radio").first.check()
    kari.presses("Lagre svaret")
    kari.page.goto(f"{talk}vekt/")
    kari.page.get_by_label(re.compile("^Hvilken vekt")).fill("Stor vekt: han sier klart hva som er vanskelig.")
    kari.presses("Lagre vekten")


def _decided(kari: Person, marit: Person, house: House) -> None:
    """Kari writes, both parents say yes to the very words, and Marit signs."""
    page, case = kari.page, f"/saker/{_one(house, CASE)}/"
    kari.goes(f"{case}vedtak/nytt/")
    kari.follows("Råd og veiledning hjemme")
    page.get_by_label("Hvem gir hjelpen?").fill("Familiehuset i Solvik")
    kari.presses("Begynn å skrive")
    for heading, words in TEXT.items():
        page.get_by_role("textbox", name=heading, exact=True).fill(words)
    kari.presses("Gå videre")
    kari.follows("Gå videre uten varsel")
    kari.chooses("Åpenbart unødvendig")
    kari.writes({"Hva er grunnen her?": "Foreldrene har selv bedt om hjelpen."})
    kari.presses("Gå videre uten varsel")
    decision = f"/vedtak/{page.url.partition('/vedtak/')[2].partition('/')[0]}/"
    kari.follows("Spør om samtykke til vedtaket")
    kari.writes({"Teksten det samtykkes til": "Råd og veiledning hjemme en gang i uka i seks måneder."})
    kari.presses("Lagre teksten")
    for number in range(2):
        page.get_by_role("link", name="Skriv svar fra").nth(number).click()
        kari.chooses("Ja", "Skriftlig")
        kari.presses("Skriv ned svaret")
    marit.goes(decision)
    marit.follows("Undertegn", exact=True)
    marit.presses("Undertegn")
    marit.reads("Vedtaket er undertegnet, og teksten er låst")


def _read_at_home(open_page: Open, kari: Person, house: House, mypage: str) -> Person:
    """My page is opened for Eli; the decision lies there, with how to appeal."""
    eli = _one(house, "SELECT id FROM people_person WHERE given_name = 'Eli' AND family_name = 'Dahle'")
    kari.goes(f"/saker/{_one(house, CASE)}/mennesker/")
    kari.presses(re.compile("Åpne Min side.*Eli"))
    decision = _one(house, f"SELECT id FROM decisions_decision WHERE case_id IN ({CASE})")
    kari.goes(f"/vedtak/{decision}/send/")
    _sends_to_both(kari)
    house.ask("SELECT access.begin_visit(%s, 9998::smallint, %s, 'idporten-loa-high')", eli, sha256(b"eli").digest())
    home = open_page(size=PHONE)
    host = urlsplit(mypage).hostname or ""
    home.context.add_cookies([{"name": VISIT, "value": "eli", "domain": host, "path": "/"}])
    mother = Person(home, mypage)
    mother.goes("/")
    mother.follows("Råd og veiledning hjemme")
    expect(home.get_by_role("heading", name="Du kan klage")).to_be_visible()
    mother.could_use_it()
    return mother


def _helped(kari: Person, house: House) -> None:
    """The help the decision gives: a goal one can see, a plan, the start, and a look at it with the family."""
    decision = _one(house, f"SELECT id FROM decisions_decision WHERE case_id IN ({CASE})")
    kari.goes(f"/vedtak/{decision}/")
    kari.follows("Gå til tiltaket")
    kari.presses("Åpne tiltaket")
    place = f"/tiltak/{_one(house, f'SELECT id FROM measures_measure WHERE case_id IN ({CASE})')}/"
    kari.goes(f"{place}mal/")
    kari.writes({"Hva skal bli bedre?": "Rolige kvelder", "Slik ser vi om det er nådd": "Linus sover til ni."})
    kari.presses("Sett målet")
    kari.goes(f"{place}plan/")
    kari.writes({"Hva skal gjøres?": "Veiledning hver onsdag.", "Hvor lenge?": "Seks måneder."})
    kari.writes({"Hvordan følger vi opp?": "Vi ser på det sammen etter tre måneder.", "Barnets ord": "Jeg vil sove."})
    kari.presses("Lagre planen")
    kari.goes(f"{place}samtykke/")
    kari.presses("Gå videre til samtykke")
    kari.goes(f"{place}vedtak/")
    kari.page.get_by_role("radio").first.check()
    kari.presses("Knytt til vedtaket")
    kari.goes(f"{place}start/")
    kari.chooses("Politiattest og avtale er i orden")
    kari.presses("Start")
    kari.goes(place)
    _looks(kari, place, "Mye bedre", "Fortsett som før")


def _looks(kari: Person, place: str, stand: str, outcome: str) -> None:
    """One look: the goal, the child, the parents, the law's three questions, and what it leads to."""
    page = kari.page
    kari.goes(f"{place}evaluer/")
    page.get_by_role("group", name="Mål: Rolige kvelder").get_by_label(stand).check()
    page.get_by_role("group", name="Har barnet sagt").get_by_label("Ja").check()
    page.get_by_role("group", name="Har foreldrene sagt").get_by_label("Ja").check()
    for label in ("Virker hjelpen?", "Trengs det mer eller annen hjelp?", "Er det grunnlag for omsorgsovertakelse?"):
        page.get_by_label(label).fill("Ja, kveldene er rolige. Nei, ikke mer enn dette.")
    kari.chooses(outcome)
    if outcome == "Avslutt":
        page.get_by_role("group", name="Er noen uenig").get_by_label("Nei").check()
        page.get_by_label(re.compile("^Vedtaket om å avslutte")).select_option(index=1)
        page.get_by_label(re.compile("^Hvorfor avsluttes det?")).fill("Målet er nådd.")
    kari.presses("Lagre evalueringen")
    kari.reads("Evalueringen er lagret")


def _ended(kari: Person, marit: Person, house: House) -> str:
    """It worked: a decision to end it, the last look, the letter, and what the case waits for before it is closed."""
    page = kari.page
    kari.goes(f"/saker/{_one(house, CASE)}/vedtak/nytt/")
    kari.follows("Hjelpen avsluttes")
    kari.presses("Begynn å skrive")
    for heading, words in TEXT.items():
        box = page.get_by_role("textbox", name=heading, exact=True)
        if box.count():
            box.fill(words)
    page.get_by_role("textbox", name="Dette har vi bestemt", exact=True).fill("Veiledningen er over. Målet er nådd.")
    kari.presses("Gå videre")
    kari.follows("Gå videre uten varsel")
    kari.chooses("Åpenbart unødvendig")
    kari.writes({"Hva er grunnen her?": "Vi er enige."})
    kari.presses("Gå videre uten varsel")
    decision = f"/vedtak/{page.url.partition('/vedtak/')[2].partition('/')[0]}/"
    marit.goes(decision)
    marit.follows("Undertegn", exact=True)
    marit.presses("Undertegn")
    place = f"/tiltak/{_one(house, f'SELECT id FROM measures_measure WHERE case_id IN ({CASE})')}/"
    _looks(kari, place, "Nådd", "Avslutt")
    kari.goes(place)
    kari.reads("Avsluttet")
    return decision


def _may_appeal(kari: Person, mother: Person, house: House, decision: str) -> None:
    """The decision that ends it is read at home; while it may be appealed, the case cannot be closed, and says so."""
    kari.goes(f"{decision}send/")
    _sends_to_both(kari)
    mother.goes("/")
    mother.follows("Hjelpen avsluttes")
    mother.reads("Veiledningen er over. Målet er nådd.")
    expect(mother.page.get_by_role("heading", name="Du kan klage")).to_be_visible()
    kari.goes(f"/saker/{_one(house, CASE)}/avslutt/")
    kari.reads("Saken kan ikke avsluttes ennå")
    kari.reads("Vedtaket «Hjelpen avsluttes» er ikke endelig")


def _nobody_appeals(house: House) -> None:
    with TemporaryDirectory() as phones:
        settings = house.environment("worker") | {"OPPVEKST_OUTBOX": phones}
        subprocess.run([sys.executable, "-c", WEEKS_PASS, _one(house, CASE)], env=settings, check=True)


def _said_good_bye(kari: Person, mother: Person, house: House) -> None:
    """The case is closed, and the closing letter is read at home and on paper."""
    case = f"/saker/{_one(house, CASE)}/"
    kari.goes(f"{case}avslutt/")
    kari.writes({"Hvorfor avsluttes saken?": "Målet er nådd, og familien ønsker ikke mer.", "Til familien": GOOD_BYE})
    kari.presses("Avslutt saken")
    mother.goes("/")
    mother.follows(re.compile("Saken om Linus er avsluttet"))
    mother.reads(GOOD_BYE)
    mother.could_use_it()
    eli = _one(house, "SELECT id FROM people_person WHERE given_name = 'Eli' AND family_name = 'Dahle'")
    letter = kari.page.request.get(f"{kari.at}{case}avslutt/brev/{eli}.pdf")
    assert GOOD_BYE in " ".join(
        "".join(page.extract_text() for page in PdfReader(BytesIO(letter.body())).pages).split()
    )


def _sends_to_both(kari: Person) -> None:
    """To his mother at My page, and from hand to hand to his father."""
    kari.follows("Send til Eli Dahle")
    kari.page.get_by_label(re.compile("Digitalt på Min side")).check()
    kari.writes({"Telefon som varsles": "00 00 99 11"})
    kari.page.get_by_label(re.compile("trygg å varsle på")).check()
    kari.presses("Send")
    kari.follows("Send til Geir Dahle")
    kari.chooses("Personlig")
    kari.presses("Send")
    kari.follows("Skriv når det kom fram til Geir Dahle")
    kari.chooses("Fikk det fra hånd til hånd")
    kari.presses("Lagre dagen")


def _one(house: House, question: str, *values: object) -> str:
    return str(house.ask(question, *values)[0][0])
