"""Unusual looks: found by rules the service sets itself, told with a reason, answered by a person (bvl § 13-1).

A finding is a question about some looks. Nothing is added up: no number says how suspicious anybody is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.db import connection

from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Staff
from oppvekst.ground.journal.acts import act
from oppvekst.ground.journal.models import Finding, LookRule, Tie, Unusual
from oppvekst.ground.journal.reviewing import RIGHT
from oppvekst.law.refusals import Incomplete, NotFound

LAW = "bvl § 13-1"
_FINDING = UUID("6f70760e-0000-4000-8000-00000000f1dd")
MORNING = 6


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as it is on a day. ``amount`` is its limit, where it has one; no law names any of them (C)."""

    kind: Unusual
    says: str
    amount: int | None = None
    unit: str = ""
    active: bool = True
    valid_from: date | None = None
    words: str = ""

    def reason(self, count: int) -> str:
        """Why we ask, in words for the one who answers."""
        return self.says.format(amount=self.amount, count=count, morning=f"{MORNING:02d}")


# What applies until the service decides otherwise.
RULES = (
    Rule(Unusual.NAME, "Den ansatte og en i saken har samme etternavn."),
    Rule(Unusual.STREET, "Den ansatte bor i samme gate som en i saken."),
    Rule(
        Unusual.NO_REASON,
        "Den ansatte hadde ingen tilgang med grunn, ingen åpen oppgave, og hadde ikke gjort noe i saken på {amount} dager.",
        30, "dager",
    ),
    Rule(
        Unusual.NIGHT, "Saken ble åpnet mellom klokka {amount} og {morning}, og den ansatte var ikke på vakt.", 23, "fra klokka"
    ),
    Rule(Unusual.MANY, "{count} saker ble åpnet på én dag uten at noe ble gjort i dem.", 15, "saker"),
    Rule(Unusual.ENDED, "Saken ble åpnet etter at tilgangen var avsluttet."),
)  # fmt: skip


def rules(municipality: int, *, today: date) -> dict[str, Rule]:
    """The rules as they are today: the service's own latest, else ours."""
    now = {str(rule.kind): rule for rule in RULES}
    own = LookRule.objects.filter(municipality_id=municipality, valid_from__lte=today).order_by(
        "valid_from", "decided_at"
    )
    for one in own:
        amount = one.amount if one.amount is not None else now[one.kind].amount
        now[one.kind] = replace(
            now[one.kind], amount=amount, active=one.active, valid_from=one.valid_from, words=one.words
        )
    return now


def find(municipality: int, *, since: datetime, before: datetime, today: date) -> int:
    """Look for the unusual in a period, as the worker; how many. What was found before is not found again."""
    applied = rules(municipality, today=today)
    found = [_finding(municipality, applied, row) for row in _rows(municipality, applied, since, before)]
    fresh = [one for one in found if applied[one.kind].active]
    Finding.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


def answer(finding_id: UUID, outcome: str, words: str, *, by: Actor, at: datetime) -> Finding:
    """The reviewer has asked, and says what came of it: explained, or followed up. Nobody answers for herself."""
    if not words.strip():
        raise Incomplete({"words": "Skriv hva forklaringen er, eller hva du gjør videre."})
    with act(f"look.{outcome}", by=by, at=at, right=RIGHT, law=LAW) as entry:
        finding = Finding.objects.filter(id=finding_id, answered_at=None).exclude(actor=by.person).first()
        if finding is None:
            raise NotFound("Spørsmålet er allerede besvart, eller det gjelder deg selv. Da må en annen svare.")
        finding.answer, finding.words = Finding.Answer(outcome), words.strip()
        finding.answered_by, finding.answered_by_name, finding.answered_at = by.person, by.name, at
        finding.save(update_fields=["answer", "words", "answered_by", "answered_by_name", "answered_at"])
        # Not in the child's journal: it is about somebody who works here, and colleagues read that.
        entry.about(finding.id, says=f"Uvanlig innsyn {finding.get_answer_display()}: {finding.words}")
    return finding


def decide(rule: Rule, *, by: Actor, at: datetime) -> LookRule:
    """Set a rule from a date, with the reason. What applied before stays with its dates."""
    if not rule.words.strip() or rule.valid_from is None:
        raise Incomplete({"words": "Skriv hvorfor grensen settes slik."})
    with act("look_rule.decided", by=by, at=at, right=RIGHT, law=LAW) as entry:
        made = LookRule.objects.create(
            municipality_id=by.municipality, kind=rule.kind, active=rule.active, amount=rule.amount, words=rule.words.strip(),
            valid_from=rule.valid_from, decided_by=by.person, decided_at=at,
        )  # fmt: skip
        entry.about(made.id, says=f"Regel for uvanlig innsyn, {made.get_kind_display()}: {made.words}")
    return made


def tie(staff_id: UUID, kind: str, value: str, *, by: Actor, at: datetime) -> Tie:
    """Write down what ties a member of staff to people outside work. The journal says that it was done, not what."""
    if not value.strip():
        raise Incomplete({"value": "Skriv gata eller etternavnet."})
    with act("look_tie.written", by=by, at=at, right=RIGHT, law=LAW) as entry:
        made = Tie.objects.create(
            id=uuid4(), municipality_id=by.municipality, staff_id=staff_id, kind=kind, value=value.strip(),
            decided_by=by.person, decided_at=at,
        )  # fmt: skip
        entry.about(staff_id, says="En tilknytning ble skrevet ned for kontrollen av innsyn.")
    return made


def unanswered() -> list[tuple[Finding, str]]:
    """What waits for an answer, oldest first, with whose looks they are."""
    found = list(Finding.objects.filter(answered_at=None).order_by("first_at", "id")[:100])
    names = dict(Staff.objects.filter(id__in={one.actor for one in found}).values_list("id", "name"))
    return [(one, names.get(one.actor, "")) for one in found]


type Row = tuple[str, UUID, UUID | None, date, datetime, datetime, int]


def _rows(municipality: int, applied: dict[str, Rule], since: datetime, before: datetime) -> Iterable[Row]:
    calm = timedelta(days=applied["no_reason"].amount or 0)
    values: list[Any] = [municipality, since, before, applied["night"].amount, MORNING, applied["many"].amount, calm]
    with connection.cursor() as cursor:
        cursor.execute("select * from access.unusual_looks(%s::smallint, %s, %s, %s, %s, %s, %s)", values)
        return list(cursor.fetchall())


def _finding(municipality: int, applied: dict[str, Rule], row: Row) -> Finding:
    kind, actor, case_id, day, first_at, last_at, count = row
    return Finding(
        id=uuid5(_FINDING, f"{municipality} {actor} {case_id} {kind} {day}"), municipality_id=municipality, case_id=case_id,
        actor=actor, kind=kind, reason=applied[kind].reason(count), first_at=first_at, last_at=last_at,
    )  # fmt: skip
