"""Emil's case, as far as a story has come: from the grandmother's worry on 2 March 2026 to the decision that is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.test import Client

from oppvekst.adapters.pager import FolderPager
from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.concerns import actions as concerns
from oppvekst.domain.concerns.models import Passage
from oppvekst.domain.concerns.rules.message import Anonymity, ConcernMessage, ReportedChild, Said, Sender, Who
from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions import jobs
from oppvekst.domain.decisions.models import Addressee, Decision
from oppvekst.domain.decisions.queries import act_of
from oppvekst.domain.decisions.rules import Kind, answers_due
from oppvekst.domain.decisions.rules import consent as consenting
from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.investigations import actions as investigations
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access import visits
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import VISIT, acting
from oppvekst.law.calendar import OSLO
from oppvekst.law.identity import Sex, synthetic
from tests.desk import words
from tests.world import SOLVIK, World

HANNE, KARI, TONE = "Hanne Dale", "Kari Nesheim", "Tone Vik"
NUMBERS = {"Lise": synthetic(date(1987, 4, 1), Sex.FEMALE), "Morten": synthetic(date(1985, 2, 1), Sex.MALE)}
PHONES = {"Lise": "00009911", "Morten": "00009912"}
TRACE = "Jeg henter ham på tirsdager."
WORRY = f"Emil gråter når han skal på skolen.\n\n{TRACE}\n\nDet er mye roping om morgenen."
BERIT = Sender(
    who=Who.FAMILY, anonymity=Anonymity.SERVICE_ONLY, name="Berit Nygård", phone="00001188", relation="Bestemor",
    address={"lines": ["Lia 2"], "postal_code": "9998", "postal_place": "Solvik"},
)  # fmt: skip
# What would tell the parents who worried: her name, what she is to Emil, and the day she fetches him.
HERS = ("Berit", "estemor", "tirsdag", "00001188", "Lia 2", "henter ham")
KARIS_WORDS, HIS_WORDS = "Mamma roper på meg.", "Mamma roper når vi er sent ute. Ikke ellers."
NEEDS = ("1.3.01", "2.1.03", "2.3.02")
TEXTS = {
    "decided": "Emil og foreldrene får veiledning (PMTO) hver uke i seks måneder fra 1. juni 2026. Det koster ingenting.",
    "facts": "Skolen forteller at Emil kommer for sent to ganger i uka. Foreldrene sier at morgenene er vanskelige.",
    "child": f"Emil sier: «{HIS_WORDS}» Vi la stor vekt på det: han beskriver selv hva som er vanskelig.",
    "assessment": "Foreldrene vil og kan. De trenger en annen måte å begynne dagen på.",
    "best_interests": "Det beste for Emil er rolige morgener hjemme.",
    "mildest": "Råd over telefon er prøvd i april og var ikke nok.",
    "family_ties": "Hjelpen styrker båndet mellom Emil og foreldrene.",
    "soundness": "Vi vet nok, og veilederen er godkjent og har tid fra 1. juni.",
    "consent": "Begge foreldrene har samtykket skriftlig 20. mai 2026.",
    "plan": "Målet er rolige morgener. Vi ser om det hjelper 1. september 2026.",
}


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=OSLO)


@dataclass
class Emil:
    """Emil's case, and what has come into it."""

    case: UUID
    concern: UUID
    investigation: UUID
    talk: UUID | None = None
    decision: UUID | None = None

    def person(self, name: str) -> UUID:
        return Party.objects.get(case_id=self.case, person__given_name=name).person_id

    def to(self, name: str) -> Addressee:
        with acting("owner"):
            return Addressee.objects.get(decision_id=self.decision, name__startswith=name)


def item(subject: UUID, rule: str) -> Item:
    with acting("owner"):
        return Item.objects.get(subject=subject, rule=rule)


def page(settings: Any, name: str) -> Client:
    """My page, as this parent has logged in to it."""
    settings.FACE, settings.ROOT_URLCONF = "mypage", "oppvekst.faces.mypage.urls"
    settings.IDPORTEN = {"issuer": "", "client_id": "", "client_secret": ""}
    client = Client(headers={"sec-fetch-site": "same-origin"})
    with acting("mypage"):
        client.cookies[VISIT] = visits.start(NUMBERS[name], municipality=SOLVIK, level="idporten-loa-high")
    return client


def seen(client: Client, address: str = "/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return words(str(answer.content, "utf-8"))


def traces(told: str) -> list[str]:
    """What there is in it of whoever worried."""
    return [word for word in HERS if word in told]


def standing(subject: UUID) -> set[str]:
    """What waits on the agenda because of this."""
    with acting("owner"):
        return set(Item.objects.filter(subject=subject, open=True).values_list("rule", flat=True))


def worried(world: World) -> UUID:
    """Monday 2 March: Berit worries, Hanne answers the first question, and finds out who the child is."""
    message = ConcernMessage(
        channel="portal", sender=BERIT, children=(ReportedChild(name="Emil Nygård", age="7", school="Solvik skole"),),
        said=(Said("worry", WORRY),), danger="no",
    )  # fmt: skip
    with world.at_portal() as berit:
        (found,) = concerns.receive(message, by=berit, at=at("2026-03-02 12:00")).concerns
    with world.as_(HANNE) as hanne:
        monday = at("2026-03-02 12:40")
        concerns.assess_immediate(found, False, "Trygg på skolen i dag.", by=hanne, at=monday)
        concerns.take(found, by=hanne, at=monday)
        emil = Details(given_name="Emil", family_name="Nygård", birth_date=date(2018, 9, 3))
        concerns.register_child(found, emil, by=hanne, at=monday)
        trace = Passage.objects.get(concern_id=found, text=TRACE)
        concerns.mask(found, trace.id, "Viser hvem som meldte.", by=hanne, at=monday)
    return found


def opened(world: World) -> Emil:
    """Thursday 5 March: Hanne proposes, Tone opens, Kari gets it. Tuesday the 10th she has made a plan."""
    concern = worried(world)
    reasons = "Emil gråter før skolen, og morgenene er harde."
    with world.as_(HANNE) as hanne:
        concerns.propose(concern, "open_investigation", reasons=reasons, by=hanne, at=at("2026-03-05 10:00"))
    with world.as_(TONE) as tone:
        responsible = world.staff[KARI].id
        found = investigations.open_investigation(
            concern, reasons="", responsible=responsible, by=tone, at=at("2026-03-05 14:00")
        )
    with world.as_(KARI) as kari:
        _family(found.case_id, by=kari)
        _planned(found.id, by=kari)
        _told(found, by=kari)
    return Emil(found.case_id, concern, found.id)


def _family(case: UUID, *, by: Actor) -> None:
    """Both parents, who live together with Emil."""
    friday = at("2026-03-06 09:00")
    for name, part in (("Lise", Party.Part.MOTHER), ("Morten", Party.Part.FATHER)):
        who = Details(given_name=name, family_name="Nygård", number=NUMBERS[name], environment="test")
        party = cases.add_party(
            case,
            who,
            part,
            by=by,
            at=friday,
            parental_responsibility=True,
            lives_with_child=True,
            source="Folkeregisteret",
        )
        cases.open_my_page(case, party.person_id, by=by, at=friday)
    home = cases.Known(valid_from=date(2024, 8, 1), source="Folkeregisteret", checked_on=friday.date())
    cases.note_residence(case, "together", home, by=by, at=friday)


def _planned(investigation: UUID, *, by: Actor) -> None:
    tuesday = at("2026-03-10 11:00")
    plan = {
        "questions": "Hvordan har Emil det om morgenen?", "sources": "Skolen om trivsel. Foreldrene først.",
        "talks": "Alene, på skolen.", "home_visit": "Ett avtalt.", "timetable": "Ferdig i mai.",
    }  # fmt: skip
    investigations.save_plan(investigation, plan, by=by, at=tuesday)
    for kind, what, due in (
        ("source", "Spørre Solvik skole om trivsel og fravær", date(2026, 3, 26)),
        ("visit", "Besøke Emil hjemme", date(2026, 3, 18)),
    ):
        row = investigations.Row(kind=kind, what=what, about="Morgenene.", due=due, responsible=by.person)
        investigations.add_row(investigation, row, by=by, at=tuesday)


def _told(found: Investigation, *, by: Actor) -> None:
    """The same Tuesday, in the first meeting with both."""
    for party in Party.objects.filter(case_id=found.case_id, parental_responsibility=True):
        investigations.tell_of_investigation(
            found.id, party.person_id, told_on=date(2026, 3, 10), how="meeting", by=by, at=at("2026-03-10 15:00")
        )


def looked_into(world: World) -> Emil:
    """Wednesday 18 March at home, Friday the 20th with Emil alone at school; he corrects one of the things he said."""
    emil = opened(world)
    visit, friday = at("2026-03-18 17:00"), at("2026-03-20 10:00")
    talk = investigations.Talk(
        held_at=friday, place="Solvik skole", told_purpose=True, told_readers=True, told_voluntary=True,
        understood_how="Han sa med egne ord hvem som kan lese det.", parents_told=True, hidden_from_parents=False,
        heard_about="Hvordan morgenene er.", words=KARIS_WORDS,
    )  # fmt: skip
    asked = investigations.Asked(
        body="Solvik skole", about="Trivsel og fravær.", ground="consent", asked_on=date(2026, 3, 12), due=date(2026, 3, 26),
        consent_by="Lise og Morten Nygård", consent_on=date(2026, 3, 11), consent_written=True, told_on=date(2026, 3, 11),
    )  # fmt: skip
    with world.as_(KARI) as kari:
        waits = investigations.ask(emil.investigation, asked, by=kari, at=at("2026-03-12 09:00"))
        seen = investigations.Noted(
            kind="home_visit", happened_at=visit, present="Lise, Morten og Emil", facts="Ryddig. Emil viste rommet sitt.",
            announced=True,
        )  # fmt: skip
        investigations.write_note(emil.investigation, seen, by=kari, at=visit)
        emil.talk = investigations.write_talk(
            emil.case, talk, investigation_id=emil.investigation, by=kari, at=friday
        ).id
        investigations.read_back(
            emil.talk, "corrected", corrected=HIS_WORDS, read=1, by=kari, at=at("2026-03-20 10:40")
        )
        investigations.answered(
            waits.id,
            answered_on=date(2026, 3, 24),
            answer="For sent to ganger i uka.",
            by=kari,
            at=at("2026-03-24 14:00"),
        )
    return emil


def noticed(world: World) -> Emil:
    """April: the needs and what is built on, the child's voice whole. Monday 4 May: the notice goes to both."""
    emil = looked_into(world)
    with world.as_(KARI) as kari:
        _summed_up(emil, by=kari)
        decision = _written(emil, by=kari)
        emil.decision = decision.id
        monday = at("2026-05-04 10:00")
        decisions.give_notice(
            decision.id, text="Vi vurderer veiledning (PMTO) hjemme i seks måneder.", due=answers_due(monday.date()),
            by=kari, at=monday,
        )  # fmt: skip
    return emil


def _summed_up(emil: Emil, *, by: Actor) -> None:
    assert emil.talk
    april = at("2026-04-28 10:00")
    for code in NEEDS:
        investigations.include(emil.investigation, code, by=by, at=april)
    investigations.mark_grounds(emil.investigation, NEEDS[1:], by=by, at=april)
    weight = "Stor vekt: han sier klart hva som er vanskelig, og når."
    investigations.weigh(emil.talk, weight, by=by, at=april)
    investigations.set_participation(emil.investigation, code="1.1", reasons="", by=by, at=april)
    investigations.begin_concluding(emil.investigation, participation="1.1", child_heard=True, by=by, at=april)


def _written(emil: Emil, *, by: Actor) -> Decision:
    may = at("2026-05-04 09:00")
    terms = decisions.Terms(
        kind=Kind.MEASURE,
        category="3.2",
        starts_on=date(2026, 6, 1),
        ends_on=date(2026, 12, 1),
        provider="Solvik kommune",
    )
    decision = decisions.open_decision(emil.case, terms, investigation_id=emil.investigation, by=by, at=may)
    for key, text in TEXTS.items():
        decisions.save_text(decision.id, key, text, seen=0, by=by, at=may)
    return decision


def both_answer(world: World, emil: Emil) -> None:
    """Friday 15 May: both have answered, and it can be signed as soon as both have said yes."""
    friday = at("2026-05-15 19:00")
    with world.as_(KARI) as kari:
        assert emil.decision
        for name in NUMBERS:
            to = emil.to(name).id
            decisions.register_comment(
                to, text="Vi vil gjerne ha hjelp.", how="brev", received_at=friday, by=kari, at=friday
            )
        decisions.make_ready(emil.decision, by=kari, at=friday)


def say_yes(world: World, emil: Emil, *names: str) -> None:
    """Wednesday 20 May: a yes in writing from each."""
    wednesday = at("2026-05-20 16:00")
    with world.as_(KARI) as kari:
        decision = Decision.objects.get(id=emil.decision)
        body = "Veiledning (PMTO) hjemme i seks måneder."
        text = decisions.ask_consent(
            emil.case, decisions.Asked(kind=act_of(decision), body=body, subject=decision.id), by=kari, at=wednesday
        )
        yes = decisions.Answered(
            said=consenting.Said.YES, form=consenting.Form.WRITTEN, said_at=wednesday, told="At det er frivillig."
        )
        for name in names:
            decisions.record_answer(text.id, emil.person(name), yes, by=kari, at=wednesday)


def decided(world: World) -> Emil:
    """Thursday 21 May: Tone signs."""
    emil = noticed(world)
    assert emil.decision
    both_answer(world, emil)
    say_yes(world, emil, "Lise", "Morten")
    with world.as_(TONE) as tone:
        decisions.sign(emil.decision, by=tone, at=at("2026-05-21 10:00"))
    return emil


def send(world: World, emil: Emil, sms: FolderPager, *, day: str = "2026-05-22 09:00") -> None:
    """To both at My page, and the word to their phones."""
    with world.as_(KARI) as kari:
        for name, phone in PHONES.items():
            decisions.dispatch(emil.to(name).id, Route.DIGITAL, phone=phone, by=kari, at=at(day))
    assert jobs.tell(at=at(day), pager=sms) == 2


def days_pass(sms: FolderPager, day: str) -> None:
    with acting("worker"):
        jobs.pass_time(at=at(day))
    jobs.tell(at=at(day), pager=sms)
