"""What one act opens in a case, and the name addresses give it.

One of each is opened in Kari's case: by the small service, so that its rows stand in the grid of who sees what, and by the
strangers' test, which then tries every address that names it. `make new-room` adds its room's; what cannot be opened in
a case alone (an investigation wants a concern) is told in `small_service` and in `karis` of the strangers' test.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pypdfium2

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.actions import Bond, Told
from oppvekst.domain.cases.models import Case, Closing, Party
from oppvekst.domain.cases.rules.when import read
from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions.actions import Terms, open_decision, register_comment, save_text
from oppvekst.domain.decisions.models import (
    Addressee,
    Appeal,
    AppealStep,
    ChildTold,
    Consent,
    ConsentText,
    Copy,
    CostsClaim,
    ReadyNotice,
    Reversal,
    StayRequest,
    Withholding,
)
from oppvekst.domain.decisions.queries import addressees, of_case
from oppvekst.domain.decisions.rules import Kind, consent
from oppvekst.domain.homes.models import Wanted
from oppvekst.domain.investigations.actions import (
    KeptBack,
    Talk,
    Trusted,
    name_trusted_person,
    withhold_from_parents,
    write_talk,
)
from oppvekst.domain.measures.actions import Help, Written, open_measure, set_goal, write_case_plan, write_plan
from oppvekst.domain.measures.models import (
    AftercareTalk,
    Agreement,
    Appointment,
    AskedHome,
    Evaluation,
    Goal,
    GoalSeen,
    HelpPlace,
    InstitutionProtocol,
    InstitutionStay,
    Occasion,
    Offer,
    Payment,
    PaymentBasis,
    Provider,
    SupervisionPlan,
    SupervisionSummary,
    SupervisionVisit,
    SupportApplication,
    Unsuited,
    WorkerCertificate,
)
from oppvekst.domain.measures.models import Told as ToldOf
from oppvekst.domain.meetings import actions as meetings
from oppvekst.domain.meetings.models import Invitation, Meeting, Member, Minutes, Part, Sharing, Task
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.database.acting import acting
from oppvekst.law.calendar import oslo_date


def _decision(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    decision = open_decision(case_id, Terms(kind=Kind.MEASURE, category="3.9"), by=by, at=at)
    save_text(decision.id, "facts", "Det vi vet.", seen=0, by=by, at=at)
    to = addressees(decision.id)[0]
    register_comment(to.id, text="Enig.", how="telefon", received_at=at, by=by, at=at)
    Withholding.objects.create(
        municipality_id=by.municipality, case_id=case_id, addressee=to, section="facts", paragraph=0, ground="bvl § 12-6",
        reasons="Viser hvem som meldte.", by=by.person, at=at,
    )  # fmt: skip
    _sent(to, by=by, at=at)
    return decision


def _talk(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    """A talk that the parents know of and may see in their calendar."""
    said = Talk(held_at=at, words="Jeg vil bo hos mormor.", parents_told=True, hidden_from_parents=False)
    return write_talk(case_id, said, by=by, at=at)


def _withholding(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    said = KeptBack(
        what="Tegningen", reasons="Represalier.", weighed_wish="Vil det.", review_on=at.date() + timedelta(days=30)
    )
    return withhold_from_parents(_talk(case_id, by=by, at=at).id, said, by=by, at=at)


def _trusted(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    said = Trusted(
        name="Runa Dahl", born_on=date(1990, 5, 2), chosen_by_child=True, confidentiality_on=at.date(), acute=True
    )
    return name_trusted_person(case_id, said, by=by, at=at)


def a_tie(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    """What the mother is to the child; she is written in where nobody stands beside the child."""
    child = Party.objects.get(case_id=case_id, part=Party.Part.CHILD)
    other = Party.objects.filter(case_id=case_id, valid_to=None).exclude(id=child.id).first()
    mother = other or cases.add_party(case_id, Details(given_name="Lise"), Party.Part.MOTHER, by=by, at=at)
    return cases.add_tie(case_id, mother.person_id, child.person_id, Bond("parent", "Folkeregisteret"), by=by, at=at)


def a_happening(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    """Something that happened."""
    told = Told(read("våren 2024"), "Kom sent på skolen.", "said", "Læreren i møte")
    return cases.write_happening(case_id, told, by=by, at=at)


def _measure(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    measure = open_measure(case_id, Help(category="3.9"), by=by, at=at)
    goal = set_goal(measure.id, "Rolige morgener", "Alle er ute av døra til åtte.", by=by, at=at)
    write_plan(measure.id, Written(duration="Et halvt år."), by=by, at=at)
    row = {"municipality_id": by.municipality, "case_id": case_id}
    looked = Evaluation.objects.create(
        **row, measure=measure, on=at.date(), works="Ja.", new_needs="Nei.", care_grounds="Nei.", outcome="continue",
        by=by.person, by_name=by.name, at=at,
    )  # fmt: skip
    GoalSeen.objects.create(**row, evaluation=looked, goal=goal, stand=GoalSeen.Stand.A_LITTLE)
    write_case_plan(case_id, Written(content="Samvær annenhver helg."), kind="6", by=by, at=at)
    child = Case.objects.get(id=case_id).child_id
    agreed = Appointment.objects.create(
        **row, measure=measure, person_id=child, at=at, made_by=by.person, made_by_name=by.name, made_at=at
    )
    ToldOf.objects.create(**row, appointment=agreed, person_id=child, at=at, by=by.person, by_name=by.name)
    Occasion.objects.create(
        **row, measure=measure, kind="session", first_day=at.date(), last_day=at.date(), made_by=by.person, made_by_name=by.name,
        made_at=at,
    )  # fmt: skip
    _supervised(row | {"measure": measure}, by=by, at=at)
    noted: dict[str, Any] = {"noted_by": by.person, "noted_by_name": by.name, "noted_at": at}
    InstitutionStay.objects.create(**row, **noted, measure=measure, basis="6-1")
    InstitutionProtocol.objects.create(
        **row, **noted, measure=measure, happened_on=at.date(), received_on=at.date(), about="Prøve."
    )
    return measure


def _appeal(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    """As it is registered, with a step; without what somebody who may sign does before and after."""
    ours: dict[str, Any] = {"municipality_id": by.municipality, "case_id": case_id}
    appeal = Appeal.objects.create(
        **ours, decision=of_case(case_id)[0], body="county_governor", appellant="party", name="Mor", received_at=at,
        channel="hand", says="Jeg er uenig.", registered_by=by.person, registered_by_name=by.name, registered_at=at,
    )  # fmt: skip
    said = {"why": "Ferie.", "expected": "2026-12-15", "statement": "Vedtaket står.", "recipient": "Statsforvalteren"}
    AppealStep.objects.create(**ours, appeal=appeal, step="interim", said=said, by=by.person, by_name=by.name, at=at)
    return appeal


def _stay(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    return StayRequest.objects.create(
        municipality_id=by.municipality, case_id=case_id, decision=of_case(case_id)[0], state="granted",
        asked_on=oslo_date(at), registered_by=by.person, registered_by_name=by.name,
    )  # fmt: skip


def _costs(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    ours: dict[str, Any] = {
        "municipality_id": by.municipality, "case_id": case_id, "decision": of_case(case_id)[0],
    }  # fmt: skip
    Reversal.objects.create(**ours, ground="invalid", reasons="Feil.", by=by.person, by_name=by.name, at=at)
    return CostsClaim.objects.create(
        **ours, claimant="Mor", claimed_on=oslo_date(at), reached_on=oslo_date(at), changed_by="us", amount=100,
        registered_by=by.person, registered_by_name=by.name,
    )  # fmt: skip


def _asked(case_id: UUID, *, by: Actor, at: datetime) -> ConsentText:
    """The child is asked about something that is its own to choose."""
    asked = decisions.Asked(kind=consent.Kind.TRUSTED, body="En tillitsperson.")
    return decisions.ask_consent(case_id, asked, by=by, at=at)


def _taken_back(case_id: UUID, *, by: Actor, at: datetime) -> Consent:
    """A yes, that it is taken back, and what the service then does: a row of each."""
    text = _asked(case_id, by=by, at=at)
    child = Case.objects.values_list("child_id", flat=True).get(id=case_id)
    yes = decisions.Answered(said=consent.Said.YES, form=consent.Form.WRITTEN, said_at=at, told="At det er frivillig.")
    decisions.record_answer(text.id, child, yes, by=by, at=at)
    back = decisions.Answered(said=consent.Said.WITHDRAWN, form=consent.Form.ORAL, said_at=at)
    fell = decisions.withdraw_consent(text.id, child, back, by=by, at=at)
    decisions.choose_after(fell.id, "end", reasons="Ville ikke likevel.", by=by, at=at)
    return fell


def _sent(to: Addressee, *, by: Actor, at: datetime) -> None:
    """As if it were signed and sent: in the grid it matters only whose it is."""
    ids = {"municipality_id": by.municipality, "case_id": to.case_id, "addressee": to}
    Copy.objects.create(
        **ids, title="Hjelpetiltak", told={}, pdf=_paper(), sha256="0", pages=1, road="governor", decided_on=at.date(),
        made_at=at, made_by=by.person, made_by_name=by.name, route="hand",
    )  # fmt: skip
    ReadyNotice.objects.create(**ids, phone="00009911", written_at=at)


def _paper() -> bytes:
    document, out = pypdfium2.PdfDocument.new(), io.BytesIO()
    document.new_page(595, 842)
    document.save(out)
    return out.getvalue()


def _addressee(case_id: UUID, *, by: Actor, at: datetime) -> Addressee:
    """The one of the decision that was just opened."""
    return Addressee.objects.filter(case_id=case_id, withheld__isnull=False).latest("decision__opened_at")


def _meeting_group(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    """A family council that has met once, with one row of everything; without what the family's consents would have to be."""
    group = meetings.begin_group(case_id, "council", by=by, at=at)
    member = meetings.add_member(group.id, meetings.Joining(name="Nina Haug", body="BUP"), by=by, at=at)
    when = meetings.When(starts_at=at, ends_at=at + timedelta(hours=1), place="Rådhuset")
    ours: dict[str, Any] = {"municipality_id": by.municipality, "case_id": case_id}
    meeting = meetings.plan_meeting(group.id, when, by=by, at=at)
    meetings.ask_child(meeting.id, comes="no", asked_on=oslo_date(at), by=by, at=at)
    meetings.begin_plan(case_id, wished_on=oslo_date(at), by=by, at=at)
    child = Case.objects.get(id=case_id).child_id
    Sharing.objects.create(
        **ours, member=member, theme="school", giver_id=child, giver_name="Barnet", given_on=oslo_date(at),
        noted_by=by.person, noted_by_name=by.name,
    )  # fmt: skip
    told = {
        "starts": at.isoformat(), "ends": at.isoformat(), "place": "Rådhuset", "video": "", "place_tells": False,
        "cancelled": False,
    }  # fmt: skip
    Invitation.objects.create(**ours, meeting=meeting, member=member, told=told, sent_at=at)
    Part.objects.create(
        **ours,
        meeting=meeting,
        theme="school",
        text="Leser.",
        written_by=by.person,
        written_by_name=by.name,
        written_at=at,
    )
    Task.objects.create(
        **ours, meeting=meeting, member=member, theme="school", text="Ring", set_by=by.person, set_at=at
    )
    given = {"day": at.date().isoformat(), "parts": [], "agreed": []}
    Minutes.objects.create(**ours, meeting=meeting, member=member, title="Referat", told=given, given_on=at.date())
    return group


def _of_the_meeting(model: Any) -> Callable[..., Any]:
    """The one of the meeting that was just opened."""
    return lambda case_id, *, by, at: model.objects.get(case_id=case_id)


def _told_child(case_id: UUID, *, by: Actor, at: datetime) -> ChildTold:
    """What the child reads of the decision that was just opened."""
    decision = _addressee(case_id, by=by, at=at).decision
    return ChildTold.objects.create(
        municipality_id=by.municipality, case_id=case_id, decision=decision, decided="Du får hjelp.", view="Du sa ja.",
        written_at=at, written_by=by.person, written_by_name=by.name,
    )  # fmt: skip


def _closing(case_id: UUID, *, by: Actor, at: datetime) -> Closing:
    """It was closed once, and opened again."""
    return Closing.objects.create(
        municipality_id=by.municipality, case_id=case_id, reasons="Ferdig.", words="Saken er avsluttet.", closed_at=at,
        closed_by=by.person, closed_by_name=by.name, reopened_at=at, reopened_reasons="Ny melding.",
    )  # fmt: skip


def _place(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    """The child waits for a place; the catalogue is another's to write, and stands there from before."""
    here, today = {"municipality_id": by.municipality}, at.date()
    with acting("owner"):
        provider = Provider.objects.create(**here, name=f"Team {case_id}", valid_from=today)
        Agreement.objects.create(**here, provider=provider, title="Avtale", valid_from=today, valid_to=today)
        WorkerCertificate.objects.create(
            **here, provider=provider, worker_name="Anja", kind="child_care", issued_on=today, shown_on=today,
            kept_where="Skapet", seen_by=by.person, seen_by_name=by.name,
        )  # fmt: skip
        offer = Offer.objects.create(
            **here, provider=provider, name="PMTO", about="Øve.", category="3.2", valid_from=today, changed_at=at
        )
    return HelpPlace.objects.create(
        **here, case_id=case_id, offer=offer, asked_on=today, noted_by=by.person, noted_by_name=by.name, noted_at=at
    )


def _goal(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    return Goal.objects.filter(case_id=case_id)[0]


def _appointment(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    return Appointment.objects.filter(case_id=case_id)[0]


def _protocol(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    return InstitutionProtocol.objects.filter(case_id=case_id)[0]


def _support(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    """What the child asks to have covered; nobody has answered."""
    return SupportApplication.objects.create(
        municipality_id=by.municipality, case_id=case_id, person_id=Case.objects.get(id=case_id).child_id,
        asked_on=oslo_date(at), wants="Fotball", written_by=by.person, written_by_name=by.name, written_at=at,
    )  # fmt: skip


def _basis(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    """Something to be paid, with one line that another has said yes to, and finance has not had."""
    ours: dict[str, Any] = {
        "municipality_id": by.municipality, "case_id": case_id, "written_by": by.person, "written_by_name": by.name,
        "written_at": at,
    }  # fmt: skip
    basis = PaymentBasis.objects.create(
        **ours, measure=Goal.objects.filter(case_id=case_id)[0].measure, covers="Fotball", paid_to="direct",
        recipient="Solvik FK", text="Faktura 1043", often="once", amount=100, ceiling=200, since=at.date(), until=at.date(),
    )  # fmt: skip
    line = Payment.objects.create(**ours, basis=basis, reference=str(basis.id), on=at.date(), amount=100, what="Høsten")
    Payment.objects.filter(id=line.id).update(approved_at=at, approved_by=uuid4(), approved_by_name="Tone Vik")
    return basis


def _payment(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    return Payment.objects.filter(case_id=case_id)[0]


def _supervised(row: dict[str, Any], *, by: Actor, at: datetime) -> None:
    """A plan of supervision, a visit to come and a summary."""
    written: dict[str, Any] = {"written_by": by.person, "written_by_name": by.name, "written_at": at}
    SupervisionPlan.objects.create(
        **row, **written, points=["Mat"], visits=1, told_how="En time.", told_leads="Det skrives ned.", since=at.date()
    )
    SupervisionVisit.objects.create(
        **row, at=at, unannounced=True, planned_by=by.person, planned_by_name=by.name, planned_at=at
    )
    SupervisionSummary.objects.create(**row, **written, since=at.date(), until=at.date(), conclusion="Det er mat.")


def _supervision_visit(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    return SupervisionVisit.objects.filter(case_id=case_id)[0]


def _supervision_summary(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    return SupervisionSummary.objects.filter(case_id=case_id)[0]


def _aftercare_talk(case_id: UUID, *, by: Actor, at: datetime) -> AftercareTalk:
    """What a youth has said of the time after 18."""
    return AftercareTalk.objects.create(
        municipality_id=by.municipality, case_id=case_id, talked_on=at.date(), wants="yes", words="Jeg vil bo alene.",
        noted_by=by.person, noted_by_name=by.name, noted_at=at,
    )  # fmt: skip


def _occasion(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    return Occasion.objects.filter(case_id=case_id)[0]


def _unsuited(case_id: UUID, *, by: Actor, at: datetime) -> None:
    """The child has said at My page that the time does not suit; only the function of that face writes it."""
    one = Occasion.objects.filter(case_id=case_id)[0]
    with acting("owner"):
        Unsuited.objects.create(
            municipality_id=by.municipality, case_id=case_id, occasion=one, person_id=Case.objects.get(id=case_id).child_id,
            person_name="Emil", words="Jeg skal i bursdag.", said_at=at,
        )  # fmt: skip


def _asked_home(case_id: UUID, *, by: Actor, at: datetime) -> Any:
    """The coordinator is asked for a home, and has not answered."""
    here, measure = {"municipality_id": by.municipality}, Goal.objects.filter(case_id=case_id)[0].measure
    wanted = Wanted.objects.create(
        **here, kind="visiting_home", age="6_12", often="monthly", wanted_from=at.date(), asked_by=by.person,
        asked_by_name=by.name, asked_at=at, answer_by=at.date(),
    )  # fmt: skip
    return AskedHome.objects.create(**here, case_id=case_id, measure=measure, wanted=wanted)


OPENED: dict[str, Callable[..., Any]] = {
    "consent_text_id": _asked,
    "consent_id": _taken_back,
    "decision_id": _decision,
    "talk_id": _talk,
    "withholding_id": _withholding,
    "trusted_id": _trusted,
    "tie_id": a_tie,
    "happening_id": a_happening,
    "measure_id": _measure,
    "appeal_id": _appeal,
    "stay_id": _stay,
    "costs_id": _costs,
    "addressee_id": _addressee,
    "meeting_group_id": _meeting_group,
    "member_id": _of_the_meeting(Member),
    "meeting_id": _of_the_meeting(Meeting),
    "invitation_id": _of_the_meeting(Invitation),
    "task_id": _of_the_meeting(Task),
    "minutes_id": _of_the_meeting(Minutes),
    "place_id": _place,
    "goal_id": _goal,
    "appointment_id": _appointment,
    "protocol_id": _protocol,
    "support_id": _support,
    "basis_id": _basis,
    "payment_id": _payment,
    "supervision_visit_id": _supervision_visit,
    "supervision_summary_id": _supervision_summary,
    "occasion_id": _occasion,
    "asked_home_id": _asked_home,
}


def one_of_each(case_id: UUID, *, by: Actor, at: datetime) -> dict[str, UUID]:
    """One of everything, by the name addresses give it."""
    opened = {name: open_one(case_id, by=by, at=at).id for name, open_one in OPENED.items()}
    # What no address at the desk names.
    _closing(case_id, by=by, at=at)
    _told_child(case_id, by=by, at=at)
    _aftercare_talk(case_id, by=by, at=at)
    _unsuited(case_id, by=by, at=at)
    return opened
