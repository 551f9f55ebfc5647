"""What is done about tests in an institution: the basis, the service's own yes, the word to the institution, the protocols."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from oppvekst.domain.measures.models import InstitutionProtocol, InstitutionStay, Measure
from oppvekst.domain.measures.queries import get_measure, get_protocol, rests_on, stay_of, tests_of
from oppvekst.domain.measures.rules import (
    BASES,
    BY_CONSENT,
    FOLLOWED,
    INSTITUTION,
    MACHINE,
    OUR_READING,
    PROTOCOL,
    TO_FOLLOW,
    TO_READ,
    TO_RECEIVE,
    TO_WRITE_BASIS,
    WRITE,
    Basis,
    ProtocolFacts,
    StayFacts,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, last_working_day, oslo_date
from oppvekst.law.machine import Guard
from oppvekst.law.refusals import Incomplete, NotAllowed

# The law gives no day for it: our own, and it says so on the agenda. What has no basis is looked at the same day.
WITHIN = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Rests:
    """What a stay rests on, and what the tribunal has said of tests."""

    basis: str
    decided_on: date | None = None
    reference: str = ""
    tests_decided: bool = False


@dataclass(frozen=True, kw_only=True)
class Came:
    """A protocol that came: when, about what, and whether it was against the child's will."""

    happened_on: date
    received_on: date
    about: str
    against_will: bool
    reference: str = ""
    done_about: str = ""


def write_basis(measure_id: UUID, rests: Rests, *, by: Actor, at: datetime) -> InstitutionStay:
    """Write what the stay rests on; only a § 6-2 decision can say tests without consent (bvl §§ 6-1, 6-2 (5))."""
    with act("stay.basis", by=by, at=at, right=WRITE, law="bvl §§ 6-1, 6-2") as entry:
        measure = get_measure(measure_id)
        known: dict[str, Any] = {
            "today": oslo_date(at),
            "category": measure.category,
            "closed": MACHINE.state(measure.state).closed,
        }
        _demand(TO_WRITE_BASIS, StayFacts(**known, **vars(rests)))
        decided = BASES[Basis(rests.basis)].decided
        stay = _stay(measure, rests.basis, by, at)
        stay.basis, stay.tests_decided = rests.basis, rests.tests_decided
        stay.decided_on, stay.reference = (rests.decided_on, rests.reference.strip()) if decided else (None, "")
        _save(stay, by, at, "basis", "tests_decided", "decided_on", "reference")
        says = f"Oppholdet i institusjon bygger på § {rests.basis}."
        entry.about(stay.id, case_id=stay.case_id, says=says, tests=rests.tests_decided)
    return stay


def service_consents(measure_id: UUID, *, on: date, reference: str, by: Actor, at: datetime) -> None:
    """The service's own written yes in the parents' place, when it has the care of a child under 15 (bvl § 10-7 (3))."""
    with act("stay.service_consented", by=by, at=at, right=WRITE, law=BY_CONSENT) as entry:
        measure = get_measure(measure_id)
        if not tests_of(measure, today=oslo_date(at)).by_service:
            raise NotAllowed("Tjenesten samtykker bare når den har omsorgen og barnet er under 15 år.", BY_CONSENT)
        if on > oslo_date(at):
            raise Incomplete({"on": "Dagen har ikke vært ennå."})
        if not reference.strip():
            raise Incomplete({"reference": WHERE})
        stay = _stay(measure, "", by, at)
        stay.service_yes_on, stay.service_reference = on, reference.strip()
        _save(stay, by, at, "service_yes_on", "service_reference")
        entry.about(stay.id, case_id=stay.case_id, says="Tjenesten samtykket i foreldrenes sted.")


def service_takes_back(measure_id: UUID, *, by: Actor, at: datetime) -> None:
    """The service takes its yes back, which it may at any time like everybody else (bvl § 10-7 (3))."""
    with act("stay.service_withdrew", by=by, at=at, right=WRITE, law=BY_CONSENT) as entry:
        measure = get_measure(measure_id)
        stay = stay_of(measure.id)
        if stay is None or stay.service_yes_on is None:
            raise NotAllowed("Det står ikke noe ja fra tjenesten som kan trekkes.")
        stay.service_yes_on, stay.service_reference, stay.cleared_on, stay.cleared_by_name = None, "", None, ""
        _save(stay, by, at, "service_yes_on", "service_reference", "cleared_on", "cleared_by_name")
        entry.about(stay.id, case_id=stay.case_id, says=f"Tjenesten trakk sitt samtykke. {STOPS}")


def clear_tests(measure_id: UUID, *, by: Actor, at: datetime) -> None:
    """Tell the institution that everybody who must, has consented; refused with the sentence of who is missing (bvl § 10-7)."""
    with act("stay.cleared", by=by, at=at, right=WRITE, law=BY_CONSENT) as entry:
        measure = get_measure(measure_id)
        _demand_stay(measure)
        lacking = tests_of(measure, today=oslo_date(at)).lacking
        if lacking:
            raise NotAllowed(" ".join(lacking), BY_CONSENT)
        stay = _stay(measure, "", by, at)
        stay.cleared_on, stay.cleared_by_name = oslo_date(at), by.name
        _save(stay, by, at, "cleared_on", "cleared_by_name")
        entry.about(stay.id, case_id=stay.case_id, says="Institusjonen har fått vite at alle som må, har samtykket.")


def consent_fell(measure_id: UUID, *, by: Actor, at: datetime, right: str) -> None:
    """A yes to tests was taken back: what the institution was told no longer holds (bvl § 10-7 (3))."""
    stay = stay_of(measure_id)
    if stay is None or stay.cleared_on is None or not tests_of(stay.measure, today=oslo_date(at)).lacking:
        return
    with act("stay.consent_fell", by=by, at=at, right=right, law=BY_CONSENT) as entry:
        stay.cleared_on, stay.cleared_by_name = None, ""
        _save(stay, by, at, "cleared_on", "cleared_by_name")
        entry.about(stay.id, case_id=stay.case_id, says=f"Samtykket er trukket. {STOPS}")


def receive_protocol(measure_id: UUID, came: Came, *, by: Actor, at: datetime) -> InstitutionProtocol:
    """Write that a protocol came; one without its basis says what is done about that, or is not kept (bvl § 10-16 (1))."""
    with act("protocol.received", by=by, at=at, right=WRITE, law=PROTOCOL) as entry:
        measure = get_measure(measure_id)
        _demand_stay(measure)
        without = not rests_on(measure, against_will=came.against_will, on=came.happened_on)
        _demand(TO_RECEIVE, ProtocolFacts(today=oslo_date(at), without_basis=without, **_told(came)))
        one = InstitutionProtocol.objects.create(
            municipality_id=measure.municipality_id, case_id=measure.case_id, measure=measure, happened_on=came.happened_on,
            received_on=came.received_on, about=came.about.strip(), against_will=came.against_will,
            reference=came.reference.strip(), without_basis=without, done_about=came.done_about.strip() if without else "",
            noted_by=by.person, noted_by_name=by.name, noted_at=at,
        )  # fmt: skip
        settle_protocol(one)
        says = f"En protokoll fra institusjonen kom {in_words(came.received_on)}."
        entry.about(one.id, case_id=one.case_id, says=says, without_basis=without)
    return one


def read_protocol(protocol_id: UUID, *, by: Actor, at: datetime) -> None:
    """Write that it is read, by whom and when (bvl § 10-16 (1))."""
    with act("protocol.read", by=by, at=at, right=WRITE, law=PROTOCOL) as entry:
        one = get_protocol(protocol_id)
        _demand(TO_READ, _facts(one, at))
        one.read_on, one.read_by_name = oslo_date(at), by.name
        one.save(update_fields=["read_on", "read_by_name"])
        settle_protocol(one)
        entry.about(one.id, case_id=one.case_id, says="Protokollen fra institusjonen er lest.")


def follow_protocol(
    protocol_id: UUID, *, words: str, governor_contacted: bool | None = None, by: Actor, at: datetime
) -> None:
    """Write how it is followed up; what had no basis also says whether the county governor knows (bvl § 10-16)."""
    with act("protocol.followed", by=by, at=at, right=WRITE, law=FOLLOWED) as entry:
        one = get_protocol(protocol_id)
        facts = {**vars(_facts(one, at)), "words": words, "governor_known": governor_contacted is not None}
        _demand(TO_FOLLOW, ProtocolFacts(**facts))
        one.followed_on, one.followed_words, one.followed_by_name = oslo_date(at), words.strip(), by.name
        one.governor_contacted = governor_contacted
        one.save(update_fields=["followed_on", "followed_words", "followed_by_name", "governor_contacted"])
        settle_protocol(one)
        entry.about(one.id, case_id=one.case_id, says="Protokollen fra institusjonen er fulgt opp.")


def settle_protocol(one: InstitutionProtocol) -> None:
    """Make the agenda agree: a line until it is read, and then until it is followed up."""
    settle(Subject(one.id, "institution_protocol", one.municipality_id, one.case_id, tuple(_planned(one))))


WHERE = "Skriv hvor papiret ligger."
STOPS = "Da kan det ikke tas flere prøver. Institusjonen skal få vite det i dag."
READ, FOLLOW = "protocol-read", "protocol-follow"


def _planned(one: InstitutionProtocol) -> Iterator[Planned]:
    due = one.received_on if one.without_basis else one.received_on + WITHIN
    step = f"Protokollen kom {in_words(one.received_on)}."
    lacks = ("Grunnlaget for prøven mangler. Det tas opp samme dag.",) if one.without_basis else ()
    common: dict[str, Any] = {
        "due": due, "target": last_working_day(due), "start": one.received_on, "steps": (step, *lacks),
        "interpretation": OUR_READING, "assignee": one.measure.case.responsible or one.noted_by,
    }  # fmt: skip
    yield Planned(READ, "Les protokollen fra institusjonen", law=str(PROTOCOL), done_on=one.read_on, **common)
    if one.read_on:
        yield Planned(
            FOLLOW, "Følg opp protokollen fra institusjonen", law=str(FOLLOWED), done_on=one.followed_on, **common
        )


def _stay(measure: Measure, basis: str, by: Actor, at: datetime) -> InstitutionStay:
    """The row of this stay; what it rests on must be written first."""
    found = stay_of(measure.id)
    if found is None and not basis:
        raise NotAllowed("Skriv først hva oppholdet bygger på.")
    return found or InstitutionStay.objects.create(
        municipality_id=measure.municipality_id, case_id=measure.case_id, measure=measure, basis=basis, noted_by=by.person,
        noted_by_name=by.name, noted_at=at,
    )  # fmt: skip


def _save(stay: InstitutionStay, by: Actor, at: datetime, *changed: str) -> None:
    stay.noted_by, stay.noted_by_name, stay.noted_at = by.person, by.name, at
    stay.save(update_fields=[*changed, "noted_by", "noted_by_name", "noted_at"])


def _demand_stay(measure: Measure) -> None:
    if measure.category != INSTITUTION:
        raise NotAllowed("Dette gjelder bare opphold i barnevernsinstitusjon.", BY_CONSENT)


def _told(came: Came) -> dict[str, Any]:
    return {key: value for key, value in vars(came).items() if key != "reference"}


def _facts(one: InstitutionProtocol, at: datetime) -> ProtocolFacts:
    return ProtocolFacts(
        today=oslo_date(at), happened_on=one.happened_on, received_on=one.received_on, about=one.about,
        against_will=one.against_will, without_basis=one.without_basis, done_about=one.done_about, read=one.read_on is not None,
        followed=one.followed_on is not None,
    )  # fmt: skip


def _demand[Facts](guards: Sequence[Guard[Facts]], facts: Facts) -> None:
    for guard in guards:
        if not guard.check(facts):
            raise guard.refuse()
