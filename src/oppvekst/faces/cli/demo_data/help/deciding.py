"""How the demo's investigations end: summed up, asked, decided, signed, and sent to each (bvl §§ 2-5, 3-1, 12-5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.concerns import actions as concerns
from oppvekst.domain.concerns.rules.message import Who
from oppvekst.domain.decisions import actions, jobs
from oppvekst.domain.decisions.models import Addressee, ConsentText, Decision
from oppvekst.domain.decisions.queries import act_of, standing
from oppvekst.domain.decisions.queries.sending import ways_to
from oppvekst.domain.decisions.rules import Kind, required
from oppvekst.domain.decisions.rules.consent import Form, Part, Said
from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.investigations import actions as investigations
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.rules.talks import AGREED
from oppvekst.domain.people.actions import Details
from oppvekst.faces.cli.demo_data.help.days import KARI, MARIT, Demo
from oppvekst.faces.cli.demo_data.help.families import Helped
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.database.acting import acting
from oppvekst.law.calendar import oslo_date

TEXTS: Final = {
    "facts": "Vi bygger på bekymringsmeldingen, samtaler med {child} og foreldrene, ett hjemmebesøk og det skole eller "
    "barnehage og helsestasjon har fortalt. Foreldrene er enige i det som står om hverdagen hjemme.",
    "child": "{child} har snakket med Kari to ganger og fikk vite hva vi vurderte. Ordene er lest opp for {child}, som kjente "
    "seg igjen. Vi har lagt stor vekt på dem.",
    "assessment": "Foreldrene vil hverandre og barnet vel, men strever med dette alene. Hjelpen treffer det som er vanskelig, "
    "og familien ønsker den selv.",
    "best_interests": "Det beste for {child} er at det blir roligere og tryggere hjemme, uten at noe av det gode brytes opp.",
    "mildest": "Samtaler på skolen er prøvd, og var ikke nok.",
    "family_ties": "Hjelpen gis hjemme hos familien og styrker båndene mellom {child}, foreldre og søsken.",
    "soundness": "Vi vet nok til å begynne. Hjelpen har plass, og Kari følger den opp.",
    "consent": "Alle som må samtykke, har gjort det, skriftlig. De vet at det kan trekkes når som helst.",
    "plan": "Målene står i tiltaksplanen. Vi ser på dem sammen hver tredje måned.",
}
UNFINISHED: Final = ("decided", "facts", "child")
SKIPPED: Final = "Familien har selv bedt om hjelpen, og har lest utkastet sammen med oss."
WEIGHT: Final = "Stor vekt: ordene er klare, og de stemmer med det skolen og foreldrene sier."
TOLD: Final = "Hva hjelpen går ut på, at den er frivillig, og at et ja kan trekkes når som helst."


@dataclass(frozen=True)
class Family:
    """One family in its case."""

    helped: Helped
    case_id: UUID
    child_id: UUID

    @property
    def given(self) -> str:
        """What the child is called."""
        return self.helped.child.given


def find(helped: Helped) -> Family:
    """The family, whose concern has been investigated by now."""
    with acting("owner"):
        child = Party.objects.get(
            part=Party.Part.CHILD, person__given_name=helped.child.given, person__family_name=helped.child.family
        )
    return Family(helped, child.case_id, child.person_id)


def sum_up(demo: Demo, family: Family) -> Investigation:
    """The father and the home are noted, the child is talked with, and the summary begins (bvl § 1-4)."""
    at = demo.day(family.helped.days + 8, 10)
    with demo.cast(KARI) as kari:
        _note_home(family, by=kari, at=at)
        found = Investigation.objects.get(case_id=family.case_id)
        talk = investigations.Talk(
            held_at=at, place="Skolen", told_purpose=True, told_readers=True, told_voluntary=True, parents_told=True,
            understood_how="Gjentok det med egne ord.", hidden_from_parents=False, heard_about="Hvordan det er hjemme",
            words=family.helped.plan.child_words or "Jeg vil at det skal bli roligere hjemme.",
        )  # fmt: skip
        held = investigations.write_talk(family.case_id, talk, investigation_id=found.id, by=kari, at=at)
        investigations.read_back(held.id, AGREED, by=kari, at=at)
        investigations.weigh(held.id, WEIGHT, by=kari, at=at)
        investigations.include(found.id, "2.4.03", by=kari, at=at)
        investigations.mark_grounds(found.id, ["2.4.03"], by=kari, at=at)
        investigations.begin_concluding(found.id, participation="1.1", child_heard=True, by=kari, at=at)
    return found


def draft(demo: Demo, family: Family, *, whole: bool = True) -> Decision:
    """The decision is written, or begun."""
    at, helped = demo.day(family.helped.days + 5, 10), family.helped
    terms = actions.Terms(
        kind=Kind.MEASURE, title=helped.title, category=helped.category, category_words=helped.words,
        provider=helped.provider, starts_on=oslo_date(demo.day(helped.days)),
    )  # fmt: skip
    texts = {name: text.format(child=family.given) for name, text in TEXTS.items()} | {"decided": helped.decided}
    with demo.cast(KARI) as kari:
        found = Investigation.objects.get(case_id=family.case_id)
        decision = actions.open_decision(family.case_id, terms, investigation_id=found.id, by=kari, at=at)
        wanted = required(decision.of_kind, category=decision.category, consent_ground=decision.consent_ground)
        for key in [one.key for one in wanted] if whole else UNFINISHED:
            actions.save_text(decision.id, key, texts[key], seen=0, by=kari, at=at)
    return decision


def ask(demo: Demo, family: Family, decision: Decision, *, but: str = "") -> ConsentText:
    """The family is asked, and everybody who must says yes; ``but``: whose answer still is awaited (bvl § 3-1)."""
    at = demo.day(family.helped.days + 3, 12)
    body = f"{family.helped.decided}\n\nHjelpen er frivillig."
    with demo.cast(KARI) as kari:
        asked = actions.Asked(kind=act_of(decision), body=body, subject=decision.id)
        text = actions.ask_consent(family.case_id, asked, by=kari, at=at)
        yes = actions.Answered(said=Said.YES, form=Form.WRITTEN, said_at=at, told=TOLD)
        for row in standing(text, today=oslo_date(at)).rows:
            if row.person_id and row.line.part is Part.CONSENTS and not (but and row.line.name.startswith(but)):
                actions.record_answer(text.id, row.person_id, yes, by=kari, at=at)
    return text


def make_ready(demo: Demo, family: Family, decision: Decision) -> None:
    """Nobody need be given notice of what she has asked for herself: it lies on the leader's table (fvl § 16 (3))."""
    with demo.cast(KARI) as kari:
        actions.skip_notice(decision.id, reasons=SKIPPED, by=kari, at=demo.day(family.helped.days + 2, 9))


def sign(demo: Demo, family: Family, decision: Decision) -> None:
    """The leader signs, the investigation ends in the same moment, and whoever reported is told (bvl § 2-5)."""
    with demo.cast(MARIT) as marit:
        actions.sign(decision.id, by=marit, at=demo.day(family.helped.days + 2, 11))
    _tell_who_reported(demo, family)


def petition(demo: Demo, family: Family) -> None:
    """The parents say no, and the tribunal is asked to order it (bvl §§ 2-5 (1), 3-4)."""
    sent = demo.day(family.helped.days + 7, 14)
    ended = investigations.Ended(
        code="2", decided_on=oslo_date(sent), petition_sent_on=oslo_date(sent), basis_codes=True,
        reasons="Foreldrene samtykker ikke til tilsyn, og Mille er ikke trygg uten.",
    )  # fmt: skip
    with demo.cast(MARIT) as marit:
        found = Investigation.objects.get(case_id=family.case_id)
        investigations.conclude(found.id, "petition", ended, by=marit, at=sent)
    _tell_who_reported(demo, family)


def send(demo: Demo, family: Family, decision: Decision) -> None:
    """Each is given her own copy: at My page where it is open, else from hand to hand (fvl §§ 27, 29)."""
    at = demo.day(family.helped.days + 1, 14)
    with demo.cast(KARI) as kari:
        for number, to in enumerate(Addressee.objects.filter(decision=decision).select_related("party__person")):
            if not to.has_copy:
                continue
            if ways_to(to).page:
                actions.dispatch(to.id, Route.DIGITAL, phone=f"0000994{number}", by=kari, at=at)
            else:
                actions.dispatch(to.id, Route.HAND, by=kari, at=at)
                actions.note_reached(to.id, oslo_date(at), how="Levert hjemme.", by=kari, at=at)
    jobs.tell(at=at)


def _note_home(family: Family, *, by: Actor, at: datetime) -> None:
    helped = family.helped
    if helped.father:
        who = Details(given_name=helped.father, family_name=helped.child.family)
        cases.add_party(
            family.case_id, who, Party.Part.FATHER, parental_responsibility=True, lives_with_child=True,
            source="Folkeregisteret", by=by, at=at,
        )  # fmt: skip
    mother = Party.objects.get(case_id=family.case_id, part=Party.Part.MOTHER)
    today = oslo_date(at)
    home = cases.Known(valid_from=today.replace(year=today.year - 2, day=1), source="Folkeregisteret", checked_on=today)
    living, alone = ("together", None) if helped.father else ("one", mother.person_id)
    cases.note_residence(family.case_id, living, home, person_id=alone, by=by, at=at)


def _tell_who_reported(demo: Demo, family: Family) -> None:
    """Whoever reports by duty is told whether the child is followed up (bvl § 13-3)."""
    if family.helped.child.sender.who is not Who.PUBLIC:
        return
    with demo.cast(KARI) as kari:
        found = Investigation.objects.get(case_id=family.case_id)
        assert found.concern_id
        concerns.send_feedback(found.concern_id, route="letter", by=kari, at=demo.day(family.helped.days + 2, 13))
