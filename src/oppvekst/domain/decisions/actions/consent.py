"""What can be done about consents: asking about a text, writing an answer, a yes taken back, and what the service then does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from oppvekst.domain.cases.models import Case, Party
from oppvekst.domain.cases.queries import get_case, parties, responsibility_on, reveals
from oppvekst.domain.decisions.actions.consent_agenda import alarm_is_due, settle_text
from oppvekst.domain.decisions.models import AfterWithdrawal, Consent, ConsentRule, ConsentText
from oppvekst.domain.decisions.queries.consent import Row, Standing, followed, get_consent, get_text, standing
from oppvekst.domain.decisions.rules.consent import (
    CHOICES,
    Form,
    Ground,
    Kind,
    Part,
    Said,
    tells_where,
    version_of,
    ways_on,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.alarms import raise_alarm
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

RIGHT, FOLLOW, RULE = "consent.record", "consent.follow_up", "consent.rule"
# Shown on a locked phone: nothing about whom or what.
NEUTRAL = "Et samtykke i en sak er trukket. Ring barnevernslederen og vurder det nå."


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a family is asked: the kind of act, the exact words, why, and whom it reaches directly."""

    kind: Kind
    body: str
    subject: UUID | None = None
    ground: Ground = Ground.ORDINARY
    affects: Sequence[UUID] = ()
    begins_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Answered:
    """A yes or a no: how it was said, in which language, what the person was told first, and who was there."""

    said: Said
    form: Form
    said_at: datetime
    language: str = "bokmål"
    interpreter: str = ""
    told: str = ""
    reasons: str = ""
    witness: str = ""
    handed_on: date | None = None
    reference: str = ""


def ask_consent(case_id: UUID, asked: Asked, *, by: Actor, at: datetime) -> ConsentText:
    """Write the exact words the family is asked about (bvl § 3-1). Changed words replace the earlier, and ask anew."""
    body = "\n".join(asked.body.strip().splitlines())
    if not body:
        raise Incomplete({"body": "Skriv hva det samtykkes til: hva som skal skje, hvor lenge, og hvorfor."})
    with act("consent.asked", by=by, at=at, right=RIGHT, law="bvl § 3-1") as entry:
        case = get_case(case_id)
        _demand_known(case_id, asked.affects)
        _demand_discreet(case, body)
        text = ConsentText.objects.create(
            municipality_id=by.municipality, case=case, kind=asked.kind, subject=asked.subject or uuid4(), body=body,
            version=version_of(body), ground=asked.ground, affects=[str(one) for one in asked.affects],
            begins_on=asked.begins_on, asked_at=at, asked_by=by.person, asked_by_name=by.name,
        )  # fmt: skip
        _close_earlier(text, at)
        settle_text(text, today=oslo_date(at))
        says = f"Tekst til samtykke ble skrevet: {text.get_kind_display().lower()}."
        entry.about(text.id, case_id=case.id, says=says, version=text.version)
    return text


def record_answer(text_id: UUID, person_id: UUID, answered: Answered, *, by: Actor, at: datetime) -> Consent:
    """Write a yes or a no: oral is valid where the act does not ask for more (bvl §§ 3-1, 12-3)."""
    with act("consent.answered", by=by, at=at, right=RIGHT, law="bvl § 3-1") as entry:
        text = _open_text(text_id)
        _demand_answer(answered, at)
        _demand_paper(text, answered)
        now = standing(text, today=oslo_date(answered.said_at))
        if now.matrix.unclear:
            raise NotAllowed(" ".join(sentence for _field, sentence in now.matrix.unclear))
        row = now.row_of(person_id)
        if row.line.part not in (Part.CONSENTS, Part.OBJECTS):
            raise NotAllowed(row.line.sentence, row.line.law)
        made = _written(now, row, answered, by, at)
        settle_text(text, today=oslo_date(at))
        word = "sa ja til" if made.said == Said.YES else "sa nei til"
        says = f"{row.line.name} {word} {text.get_kind_display().lower()}, {made.get_form_display()}."
        entry.about(made.id, case_id=text.case_id, says=says)
    return made


def withdraw_consent(text_id: UUID, person_id: UUID, answered: Answered, *, by: Actor, at: datetime) -> Consent:
    """Write that a yes is taken back: it counts from the moment it is said, and is assessed the same day (bvl §§ 3-1, 6-1).

    Where the child lives away from home somebody is rung at once, whatever the hour (bvl § 15-3 (4)).
    """
    with act("consent.withdrawn", by=by, at=at, right=RIGHT, law="bvl § 3-1") as entry:
        text = _open_text(text_id)
        _demand_past(answered, at)
        now = standing(text, today=oslo_date(answered.said_at))
        found = now.answers.get(person_id)
        if found is None or found.said != Said.YES:
            raise NotAllowed("Det står ikke noe ja fra denne personen som kan trekkes.")
        made = _again(found, text, answered, by, at)
        settle_text(text, today=oslo_date(at))
        if alarm_is_due(text):
            raise_alarm(text.id, kind="consent", words=NEUTRAL, municipality=by.municipality, at=at)
        says = f"{found.person.name} trakk samtykket til {text.get_kind_display().lower()}."
        entry.about(made.id, case_id=text.case_id, says=says)
    return made


def choose_after(consent_id: UUID, way: str, *, reasons: str, by: Actor, at: datetime) -> AfterWithdrawal:
    """Write what the service does after a yes has fallen; where the child may be moved, the leader decides (bvl § 4-3)."""
    answer = get_consent(consent_id)
    chosen = {one.key: one for one in ways_on(Kind(answer.text.kind))}.get(way)
    lacking = {} if reasons.strip() else {"reasons": "Skriv hvorfor dette er det riktige nå."}
    if chosen is None:
        lacking["way"] = "Velg hva tjenesten gjør."
    if lacking or chosen is None:
        raise Incomplete(lacking)
    right = FOLLOW if chosen.reserved else RIGHT
    with act("consent.followed", by=by, at=at, right=right, law=chosen.law) as entry:
        if answer.id in followed(answer.text):
            raise NotAllowed("Noen har allerede skrevet hva tjenesten gjør.")
        made = AfterWithdrawal.objects.create(
            municipality_id=by.municipality, case_id=answer.case_id, consent=answer, way=way, reasons=reasons.strip(),
            noted_at=at, noted_by=by.person, noted_by_name=by.name,
        )  # fmt: skip
        settle_text(answer.text, today=oslo_date(at))
        entry.about(made.id, case_id=answer.case_id, says=f"Etter at samtykket falt: {chosen.title.lower()}.")
    return made


def close_text(text_id: UUID, *, reasons: str, by: Actor, at: datetime) -> None:
    """Nobody is asked about these words any more: the act is done with, or was never begun (bvl § 12-4)."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hvorfor det ikke lenger spørres om dette."})
    with act("consent.closed", by=by, at=at, right=RIGHT, law="bvl § 12-4") as entry:
        text = _open_text(text_id)
        _close(text, reasons.strip(), at)
        entry.about(
            text.id, case_id=text.case_id, says=f"Det spørres ikke lenger om {text.get_kind_display().lower()}."
        )


def decide_rule(key: str, value: str, *, reasons: str, valid_from: date, by: Actor, at: datetime) -> ConsentRule:
    """Choose what this service asks where the law is silent, from a day and with a reason (bvl §§ 3-1, 3-2)."""
    choice = CHOICES.get(key)
    lacking = {} if reasons.strip() else {"reasons": "Skriv hvorfor tjenesten gjør det slik."}
    if choice is None or value not in dict(choice.options):
        lacking["value"] = "Velg et av svarene."
    if lacking or choice is None:
        raise Incomplete(lacking)
    with act("consent.rule", by=by, at=at, right=RULE, law=choice.law) as entry:
        made = ConsentRule.objects.create(
            municipality_id=by.municipality, key=key, value=value, reasons=reasons.strip(), valid_from=valid_from,
            noted_at=at, noted_by=by.person, noted_by_name=by.name,
        )  # fmt: skip
        says = f"Fra {in_words(valid_from)}: {choice.question} {choice.words(value)}."
        entry.about(made.id, says=says)
    return made


def _demand_known(case_id: UUID, affects: Sequence[UUID]) -> None:
    known = set(Party.objects.filter(case_id=case_id, valid_to=None).values_list("person_id", flat=True))
    if not known.issuperset(affects):
        raise NotFound("Vi finner ikke alle dem det griper inn hos, blant menneskene i saken.")


def _demand_discreet(case: Case, body: str) -> None:
    """The same words go to everybody who is asked: where one lives or can be reached is not for the other (bvl § 13-1)."""
    people = [one.person for one in parties(case)]
    lines = (line for one in people for address in one.addresses.all() for line in address.lines)
    told_where = tells_where(body, [*lines, *(reach.value for one in people for reach in one.reaches.all())])
    if told_where or reveals(body, case.id):
        told = "Teksten har en adresse eller et telefonnummer til noen i saken. Ta det ut: alle som spørres, får den."
        raise Incomplete({"body": told})


def _open_text(text_id: UUID) -> ConsentText:
    text = get_text(text_id)
    if text.closed_at:
        raise NotAllowed("Teksten er lukket. Det kan ikke svares på den.")
    return text


def _close_earlier(text: ConsentText, at: datetime) -> None:
    """The same matter in other words: what was said before stays, and is no longer asked about."""
    same = ConsentText.objects.filter(case_id=text.case_id, kind=text.kind, subject=text.subject, closed_at=None)
    for earlier in same.exclude(id=text.id):
        _close(earlier, "Teksten ble endret.", at)


def _close(text: ConsentText, reasons: str, at: datetime) -> None:
    text.closed_at, text.closed_reasons = at, reasons
    text.save(update_fields=["closed_at", "closed_reasons"])
    settle_text(text, today=oslo_date(at))


def _demand_past(answered: Answered, at: datetime) -> None:
    if answered.said_at > at:
        raise Incomplete({"said_on": "Det kan ikke være sagt fram i tid."})


def _demand_answer(answered: Answered, at: datetime) -> None:
    _demand_past(answered, at)
    if answered.said is Said.NO and not answered.reasons.strip():
        raise Incomplete({"reasons": "Skriv hva som ble sagt. «Ville ikke si hvorfor» er også et svar."})
    if answered.said is Said.YES and not answered.told.strip():
        raise Incomplete({"told": "Skriv hva personen fikk vite først. Uten det er det ikke et samtykke."})


def _demand_paper(text: ConsentText, answered: Answered) -> None:
    """A yes to tests in an institution is a paper that can be found again (bvl § 10-7 (3))."""
    if text.kind == Kind.DRUG_TEST and answered.said is Said.YES and not answered.reference.strip():
        raise Incomplete({"reference": "Skriv hvor det skriftlige samtykket ligger."})


def _written(now: Standing, row: Row, answered: Answered, by: Actor, at: datetime) -> Consent:
    party = next(one for one in now.people.parties if one.person_id == row.person_id)
    capacity, source, checked_on = _capacity(now, party)
    return Consent.objects.create(
        municipality_id=by.municipality, case_id=now.text.case_id, text=now.text, person_id=party.person_id, part=party.part,
        capacity=capacity, capacity_source=source, capacity_checked_on=checked_on, **_how(answered, by, at),
    )  # fmt: skip


def _capacity(now: Standing, party: Party) -> tuple[str, str, date]:
    """What the person speaks by virtue of, where we know it from, and when it was looked up."""
    if party.part == Party.Part.CHILD:
        return f"barnet selv, {now.situation.age} år", "Fødselsdatoen i saken", now.day
    held = responsibility_on(now.text.case_id, now.day)[party.person_id]
    what = "foreldreansvar" if held.holds else party.get_part_display()
    source = held.source or party.source
    if not source.strip():
        raise NotAllowed(f"Skriv først hvor dere vet fra at {party.person.name} er {what}, under Mennesker i saken.")
    return what, source, held.checked_on or party.valid_from


def _again(before: Consent, text: ConsentText, answered: Answered, by: Actor, at: datetime) -> Consent:
    """The same person in the same capacity, with another word."""
    return Consent.objects.create(
        municipality_id=by.municipality, case_id=text.case_id, text=text, person_id=before.person_id, part=before.part,
        capacity=before.capacity, capacity_source=before.capacity_source, capacity_checked_on=before.capacity_checked_on,
        **_how(answered, by, at),
    )  # fmt: skip


def _how(answered: Answered, by: Actor, at: datetime) -> dict[str, object]:
    return {
        "said": answered.said, "form": answered.form, "said_at": answered.said_at, "language": answered.language.strip(),
        "interpreter": answered.interpreter.strip(), "told": answered.told.strip(), "reasons": answered.reasons.strip(),
        "witness": answered.witness.strip(), "handed_on": answered.handed_on, "reference": answered.reference.strip(),
        "noted_at": at, "noted_by": by.person, "noted_by_name": by.name,
    }  # fmt: skip
