"""Opening a child's case, saying who is in it and who may see it, and holding letters back."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid4

from oppvekst.domain.cases.actions.bars import NEW_RESPONSIBLE
from oppvekst.domain.cases.models import Case, HoldBack, Party
from oppvekst.domain.cases.queries import get_case, hold_back
from oppvekst.domain.cases.rules import next_review
from oppvekst.domain.people.actions import Details, add_person, complete, person_with_number
from oppvekst.domain.people.queries import get_person
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Duty, Grant, Staff
from oppvekst.ground.agenda.models import OWN_ACCESS, Item
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

# What lies with whoever is responsible for the case, and goes with it to the next.
FOLLOW_THE_CASE = (
    "investigation",
    "ended_investigation",
    "information_request",
    "expert_opinion",
    "help_place",
    "asked_home",
    "aftercare",
    "occasion",
)


def open_case(details: Details, *, by: Actor, at: datetime, reason: str = Grant.Reason.INTAKE) -> Case:
    """Open a case for a child that has none (bvl § 12-4: one journal a child), with access for the one who opens it."""
    with act("case.opened", by=by, at=at, right="case.open", law="bvl § 12-4") as entry:
        child = add_person(by.municipality, details, today=oslo_date(at))
        case = Case(
            id=uuid4(), municipality_id=by.municipality, child=child, opened_at=at, responsible=by.person,
            team_id=_team_of(by),
        )  # fmt: skip
        # The grant comes first: a case that is not there yet may be opened by whoever opens it.
        _give(case.id, _staff(by), reason=reason, words="Opprettet saken", by=by, at=at)
        case.save(force_insert=True)
        case.refresh_from_db()
        Party.objects.create(
            municipality_id=by.municipality, case=case, person=child, part=Party.Part.CHILD, valid_from=oslo_date(at)
        )
        entry.about(case.id, case_id=case.id, says=f"Sak {case.number} ble opprettet.")
    return case


def add_party(
    case_id: UUID, details: Details, part: str, *, by: Actor, at: datetime, person: UUID | None = None,
    parental_responsibility: bool | None = None, lives_with_child: bool | None = None, source: str = "",
) -> Party:  # fmt: skip
    """Write a person into the case, with where we know it from (bvl §§ 12-2, 12-4).

    A person is one, in however many cases: ``person`` is somebody the actor may see. Without it, somebody we know with
    the number in ``details`` is she, and the answer is the same as for somebody new.
    """
    with act("party.registered", by=by, at=at, right="party.register", law="bvl § 12-4") as entry:
        case = get_case(case_id)
        known = get_person(person).id if person else person_with_number(details)
        if known and Party.objects.filter(case=case, person_id=known, valid_to=None).exists():
            raise NotAllowed("Personen står allerede i saken.")
        party = Party.objects.create(
            municipality_id=by.municipality, case=case, part=part, source=source, valid_from=oslo_date(at),
            person_id=known or add_person(by.municipality, details, today=oslo_date(at)).id,
            parental_responsibility=parental_responsibility, lives_with_child=lives_with_child,
        )  # fmt: skip
        whom = get_person(party.person_id)
        if known:
            complete(whom, details, today=oslo_date(at))
        entry.about(whom.id, case_id=case.id, says=f"{whom.name} ble registrert som {party.get_part_display()}.")
    return party


def give_access(case_id: UUID, staff_id: UUID, *, reason: str, words: str, by: Actor, at: datetime) -> None:
    """Give a colleague access to a case, with a reason and from this moment (bvl § 13-1; fvl § 13 b)."""
    if not words.strip():
        raise Incomplete({"words": "Skriv hvorfor kollegaen trenger saken. Begrunnelsen blir stående."})
    with act("access.given", by=by, at=at, right="case.write", law="bvl § 13-1") as entry:
        get_case(case_id)
        _refuse_in_emergency(case_id, by)
        staff = _colleague(staff_id)
        _give(case_id, staff, reason=reason, words=words, by=by, at=at)
        entry.written_by_the_database(staff.id, case_id=case_id)


def review_access(grant_id: UUID, *, by: Actor, at: datetime) -> None:
    """The leader has looked at an access that somebody gave herself (bvl § 13-1; fvl § 13 b)."""
    with act("access.reviewed", by=by, at=at, right="case.grant", law="bvl § 13-1") as entry:
        grant = Grant.objects.select_related("staff").filter(id=grant_id).first()
        if grant is None:
            raise NotFound("Vi finner ikke denne tilgangen blant sakene dine.")
        waiting = Item.objects.filter(subject=grant.id, rule=OWN_ACCESS, open=True)
        if not waiting.update(open=False, done_on=oslo_date(at)):
            raise NotAllowed("Tilgangen er allerede sett over, eller det er lederen som skal gjøre det.")
        says = f"{by.name} så over at {grant.staff.name} ga seg selv tilgang."
        entry.about(grant.staff_id, case_id=grant.case_id, says=says)


def end_access(grant_id: UUID, *, by: Actor, at: datetime) -> None:
    """End a grant. It stays in the list with its dates. A case that goes on is never without somebody responsible."""
    with act("access.ended", by=by, at=at, right="case.write", law="bvl § 13-1") as entry:
        grant = Grant.objects.select_related("staff").filter(id=grant_id, valid_to=None).first()
        if grant is None:
            raise NotFound("Tilgangen er allerede avsluttet, eller saken er ikke din.")
        _refuse_if_responsible(grant)
        entry.about(grant.staff_id, case_id=grant.case_id, says=f"Tilgangen til {grant.staff.name} ble avsluttet.")
        Grant.objects.filter(id=grant_id).update(valid_to=at)


def assign(case_id: UUID, staff_id: UUID, *, by: Actor, at: datetime) -> None:
    """Make a colleague responsible for the case, with access."""
    with act("case.assigned", by=by, at=at, right="case.write", law="bvl § 12-4") as entry:
        get_case(case_id)
        _refuse_in_emergency(case_id, by)
        staff = _colleague(staff_id)
        if not Grant.objects.filter(case_id=case_id, staff=staff, valid_to=None).exists():
            _give(case_id, staff, reason=Grant.Reason.ASSIGNED, words="Ansvarlig for saken", by=by, at=at)
        if not Case.objects.filter(id=case_id).update(responsible=staff.id):
            raise NotFound("Vi finner ikke denne saken blant dem du har tilgang til.")
        # What follows whoever is responsible: the limits of the investigation. A concern's stay with who reviews it.
        Item.objects.filter(case_id=case_id, subject_kind__in=FOLLOW_THE_CASE).update(assignee=staff.id)
        Item.objects.filter(case_id=case_id, rule=NEW_RESPONSIBLE, open=True).update(open=False, done_on=oslo_date(at))
        entry.about(staff.id, case_id=case_id, says=f"{staff.name} ble ansvarlig for saken.")


def hold(case_id: UUID, reasons: str, *, by: Actor, at: datetime, review_on: date | None = None) -> HoldBack:
    """Hold everything back from the parents by every outgoing door until it is lifted (bvl §§ 1-3, 12-6)."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hvorfor ingenting må nå foreldrene nå."})
    with act("hold_back.set", by=by, at=at, right="hold_back.set", law="bvl §§ 1-3, 12-6") as entry:
        get_case(case_id)
        if hold_back(case_id):
            raise NotAllowed("Saken er allerede holdt tilbake. Endre grunnen på den sperren som står.")
        switch = HoldBack.objects.create(
            municipality_id=by.municipality, case_id=case_id, reasons=reasons.strip(), owner=by.person,
            owner_name=by.name, review_on=review_on or next_review(oslo_date(at)), set_at=at,
        )  # fmt: skip
        _settle(switch)
        entry.about(
            switch.id, case_id=case_id,
            says=f"Alt til foreldrene holdes tilbake. Vurderes igjen {in_words(switch.review_on)}.",
        )  # fmt: skip
    return switch


def review_hold(switch_id: UUID, *, review_on: date, reasons: str, by: Actor, at: datetime) -> None:
    """Look at a hold-back again and keep it, with a new day to look."""
    if review_on <= oslo_date(at):
        raise Incomplete({"review_on": "Velg en dag fram i tid."})
    with act("hold_back.reviewed", by=by, at=at, right="hold_back.set", law="bvl §§ 1-3, 12-6") as entry:
        switch = _switch(switch_id)
        switch.review_on = review_on
        switch.save(update_fields=["review_on"])
        _settle(switch)
        entry.about(switch.id, case_id=switch.case_id, says=f"Fortsatt holdt tilbake: {reasons.strip()}")


def lift_hold(switch_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """Lift a hold-back, with the reason. What waited may now be sent; nothing is sent by itself."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hvorfor det nå er trygt."})
    with act("hold_back.lifted", by=by, at=at, right="hold_back.set", law="bvl §§ 1-3, 12-6") as entry:
        switch = _switch(switch_id)
        switch.lifted_at, switch.lifted_by, switch.lifted_reasons = at, by.person, reasons.strip()
        switch.save(update_fields=["lifted_at", "lifted_by", "lifted_reasons"])
        _settle(switch)
        entry.about(switch.id, case_id=switch.case_id, says=f"Sperren for foreldrene ble løftet: {reasons.strip()}")


def _settle(switch: HoldBack) -> None:
    """The review stands on its owner's agenda."""
    done = oslo_date(switch.lifted_at) if switch.lifted_at else None
    review = Planned(
        "hold-back", "Vurder sperren for foreldrene på nytt", due=switch.review_on, target=switch.review_on,
        start=oslo_date(switch.set_at), steps=("Dagen er valgt av den som eier sperren.",), law="bvl §§ 1-3, 12-6",
        assignee=switch.owner, done_on=done,
    )  # fmt: skip
    settle(Subject(switch.id, "hold_back", switch.municipality_id, switch.case_id, (review,)))


def _switch(switch_id: UUID) -> HoldBack:
    switch = HoldBack.objects.filter(id=switch_id, lifted_at=None).first()
    if switch is None:
        raise NotFound("Sperren er allerede løftet, eller saken er ikke din.")
    return switch


def _give(case_id: UUID, staff: Staff, *, reason: str, words: str, by: Actor, at: datetime) -> None:
    Grant.objects.create(
        municipality_id=by.municipality, staff=staff, case_id=case_id, reason=reason, words=words.strip(),
        given_by=by.person, given_at=at,
    )  # fmt: skip


def _refuse_in_emergency(case_id: UUID, by: Actor) -> None:
    """What is open for some hours opens nothing for longer, not for oneself and not for others."""
    if by.in_emergency(case_id):
        raise NotAllowed("Med nødtilgang kan du ikke gi noen saken. Det gjør de som har den, eller lederen.")


def _refuse_if_responsible(grant: Grant) -> None:
    """Whoever is responsible keeps her last access until a colleague is responsible."""
    hers = Case.objects.filter(id=grant.case_id, responsible=grant.staff_id, state=Case.State.OPEN)
    others = Grant.objects.filter(case_id=grant.case_id, staff=grant.staff, valid_to=None).exclude(id=grant.id)
    if hers.exists() and not others.exists():
        raise NotAllowed(f"{grant.staff.name} er ansvarlig for saken. Gjør en kollega ansvarlig først.")


def _staff(by: Actor) -> Staff:
    return Staff.objects.get(id=by.person)


def _colleague(staff_id: UUID) -> Staff:
    staff = Staff.objects.filter(id=staff_id).first()
    if staff is None:
        raise NotFound("Vi finner ingen ansatt med dette navnet i tjenesten.")
    return staff


def _team_of(by: Actor) -> UUID | None:
    duty = Duty.objects.filter(staff_id=by.person, municipality_id=by.municipality, team__isnull=False).first()
    return duty.team_id if duty else None
