"""Writing down a talk with the child, reading it back, weighing it. The words are added to, never changed (bvl § 12-4)."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.investigations.models import ChildTalk, Investigation, Rendering
from oppvekst.domain.investigations.models.talks import TOLD
from oppvekst.domain.investigations.queries import facts_of, get_investigation, get_trusted_person
from oppvekst.domain.investigations.queries.talks import counted, facts_of_talk, get_talk
from oppvekst.domain.investigations.rules import (
    ANSWERED,
    CORRECTED,
    READ_BACK,
    TALK,
    TALK_RIGHTS,
    WEIGH,
    WEIGHED,
    WRITTEN,
    Surroundings,
    lacking_around,
    ordinary_due,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

WRITE = "talk.write"
LAW = "bvl § 1-4; medvirkningsforskriften § 6"
RULE = "child-talk"
WHILE_REMEMBERED = timedelta(days=7)
# What may be written beside the words, before and after the child has answered.
BESIDE = ("our_reading", "wish")


@dataclass(frozen=True, kw_only=True)
class Talk(Surroundings):
    """What is written of a talk. The child's own words and our reading of them are two things, and stay so."""

    held_at: datetime
    place: str = ""
    trusted_person_id: UUID | None = None
    told_purpose: bool = False
    told_readers: bool = False
    told_voluntary: bool = False
    understood_how: str = ""
    hidden_from_parents: bool = True
    heard_about: str = ""
    words: str = ""
    shown: str = ""
    our_reading: str = ""
    wish: str = ""


def write_talk(
    case_id: UUID, said: Talk, *, by: Actor, at: datetime, investigation_id: UUID | None = None
) -> ChildTalk:
    """Write down a talk with the child (bvl § 1-4). What is missing of it is told on the panel, and can come later."""
    said = _refuse_what_is_wrong(said, case_id, at)
    with act("talk.written", by=by, at=at, right=WRITE, law=LAW) as entry:
        case = get_case(case_id)
        if investigation_id and get_investigation(investigation_id).case_id != case.id:
            raise NotAllowed("Undersøkelsen gjelder et annet barn.")
        talk = ChildTalk.objects.create(
            id=uuid4(), municipality_id=by.municipality, case=case, investigation_id=investigation_id, written_by=by.person,
            written_by_name=by.name, written_at=at, **_columns(said),
        )  # fmt: skip
        _add_words(talk, said.words, Rendering.Author.WORKER, by=by, at=at)
        settle_talk(talk)
        entry.about(
            talk.id, case_id=case.id, says=f"Samtale med barnet {in_words(oslo_date(said.held_at))} skrevet ned."
        )
    return talk


def mend_talk(talk_id: UUID, said: Talk, *, by: Actor, at: datetime, read: int = 0) -> ChildTalk:
    """Write more of a talk, until the child has answered. Words that are written anew are a new version.

    ``read``: the version that stood there when it was opened; somebody else's newer one is not written over.
    """
    with act("talk.mended", by=by, at=at, right=WRITE, law=LAW) as entry:
        talk = _held(talk_id)
        _refuse_answered(talk)
        said = _refuse_what_is_wrong(said, talk.case_id, at)
        words = counted(talk)
        if said.words.strip() and (not words or said.words.strip() != words.text):
            if words and words.number != read:
                raise NotAllowed(
                    "Ordene er skrevet på nytt av en annen siden du åpnet siden. Les dem, og skriv så dine."
                )
            _add_words(talk, said.words, Rendering.Author.WORKER, by=by, at=at)
        for name, value in _columns(said).items():
            setattr(talk, name, value)
        talk.save(update_fields=[*_columns(said)])
        settle_talk(talk)
        entry.about(talk.id, case_id=talk.case_id, says="Det ble skrevet mer om en samtale med barnet.")
    return talk


def read_back(
    talk_id: UUID, answer: str, *, by: Actor, at: datetime, reasons: str = "", corrected: str = "", read: int = 0
) -> None:
    """Write what the child says of how we wrote its words down (medvirkningsforskriften § 6). Afterwards they stand.

    ``corrected``: the words as the child wants them, read aloud to somebody of ours; ``read``: the version it heard.
    """
    step = TALK.step(READ_BACK)
    with act("talk.read_back", by=by, at=at, right=TALK_RIGHTS[READ_BACK], law=step.citation) as entry:
        talk = _held(talk_id)
        facts = replace(facts_of_talk(talk), agreement=answer, agreement_reasons=reasons)
        state = TALK.take(talk.state, READ_BACK, facts)
        _refuse_unread(talk, read)
        if answer == CORRECTED:
            if not corrected.strip():
                raise Incomplete({"corrected": "Skriv ordene slik barnet vil ha dem."}, step.citation)
            _add_words(talk, corrected, Rendering.Author.TOLD, by=by, at=at)
        talk.state, talk.agreement, talk.agreement_reasons, talk.answered_at = state, answer, reasons.strip(), at
        talk.save(update_fields=["state", "agreement", "agreement_reasons", "answered_at"])
        settle_talk(talk)
        entry.about(talk.id, case_id=talk.case_id, says=f"Lest tilbake for barnet. {talk.get_agreement_display()}.")


def note_beside(talk_id: UUID, *, our_reading: str, wish: str, by: Actor, at: datetime) -> None:
    """Write our own reading, and the child's view on who may read (bvl § 1-4 (2)). Neither touches the child's words."""
    with act("talk.noted", by=by, at=at, right=WRITE, law="bvl § 1-4 (2)") as entry:
        talk = _held(talk_id)
        talk.our_reading, talk.wish = our_reading.strip(), wish.strip()
        talk.save(update_fields=list(BESIDE))
        entry.about(
            talk.id, case_id=talk.case_id, says="Vår tolkning og barnets syn på hvem som kan lese, ble skrevet."
        )


def weigh(talk_id: UUID, weight: str, *, by: Actor, at: datetime) -> None:
    """Write the weight the child's view is given, and against what (bvl § 1-4 (1); medvirkningsforskriften § 6)."""
    step = TALK.step(WEIGH)
    with act("talk.weighed", by=by, at=at, right=TALK_RIGHTS[WEIGH], law=step.citation) as entry:
        talk = _held(talk_id)
        talk.state = TALK.take(talk.state, WEIGH, replace(facts_of_talk(talk), weight=weight))
        talk.weight, talk.weighed_at, talk.weighed_by_name = weight.strip(), at, by.name
        talk.save(update_fields=["state", "weight", "weighed_at", "weighed_by_name"])
        settle_talk(talk)
        entry.about(talk.id, case_id=talk.case_id, says=f"Vekten barnets mening får: {talk.weight}")


def settle_talk(talk: ChildTalk) -> None:
    """What a talk puts on the agenda: to be read back while the child remembers, then to be weighed."""
    due, title, why = _next(talk)
    done = oslo_date(talk.weighed_at) if talk.state == WEIGHED and talk.weighed_at else None
    planned = Planned(
        RULE, title, due=due, target=due, start=oslo_date(talk.held_at), steps=(why,), law="medvirkningsforskriften § 6",
        assignee=talk.case.responsible, done_on=done,
    )  # fmt: skip
    settle(Subject(talk.id, "child_talk", talk.municipality_id, talk.case_id, (planned,)))


def _next(talk: ChildTalk) -> tuple[date, str, str]:
    if talk.state == WRITTEN:
        day = oslo_date(talk.held_at) + WHILE_REMEMBERED
        why = "Loven har ingen frist. En uke er valgt her, mens barnet husker samtalen."
        return day, "Les ordene tilbake for barnet, og spør om de er forstått riktig", why
    return _before_the_end(talk), "Barnet har svart. Skriv hvilken vekt meningen får", "Vekten må stå før noe avgjøres."


def _before_the_end(talk: ChildTalk) -> date:
    """The day the investigation ends; without one, a week after the child answered."""
    found: Investigation | None = talk.investigation
    ends = (found.extended_to or ordinary_due(facts_of(found)).due) if found else None
    return ends or oslo_date(talk.answered_at or talk.written_at) + WHILE_REMEMBERED


def _held(talk_id: UUID) -> ChildTalk:
    """The talk, held until this act is done, so that two who write at once do so one after the other."""
    talk = get_talk(talk_id)
    list(ChildTalk.objects.select_for_update().filter(id=talk.id).values("id"))
    return get_talk(talk_id)


def _refuse_answered(talk: ChildTalk) -> None:
    if talk.answered_at:
        raise NotAllowed(
            f"Barnet har svart, og ordene står. Samtalen er «{TALK.state(ANSWERED).title}»: en ny samtale skrives for seg.",
            TALK.step(READ_BACK).citation,
            because=("answered",),
        )


def _refuse_unread(talk: ChildTalk, read: int) -> None:
    words = counted(talk)
    if words and read and words.number != read:
        raise NotAllowed("Ordene er skrevet på nytt siden du leste dem opp. Les den nye versjonen for barnet.")


def _refuse_what_is_wrong(said: Talk, case_id: UUID, at: datetime) -> Talk:
    if said.held_at > at:
        raise Incomplete({"held_on": "Samtalen kan ikke ha vært fram i tid. Rett dagen eller klokka."})
    if refusal := lacking_around(said):
        raise refusal
    if said.trusted_person_id and get_trusted_person(said.trusted_person_id).case_id != case_id:
        raise NotAllowed("Tillitspersonen er et annet barns.")
    return said


def _columns(said: Talk) -> dict[str, object]:
    told = {name: value for name, value in asdict(said).items() if name in (*TOLD, *BESIDE)}
    return {name: value.strip() if isinstance(value, str) else value for name, value in told.items()}


def _add_words(talk: ChildTalk, words: str, author: str, *, by: Actor, at: datetime) -> None:
    if not words.strip():
        return
    Rendering.objects.create(
        municipality_id=talk.municipality_id, case_id=talk.case_id, talk=talk, number=talk.renderings.count() + 1,
        author=author, author_name=by.name, written_by=by.person, text=words.strip(), written_at=at,
    )  # fmt: skip
