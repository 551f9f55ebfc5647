"""What an investigation and what hangs on it put on the agenda: computed from facts, and settled again at any time."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from oppvekst.domain.investigations.models import ExpertOpinion, InformationRequest, Investigation, PlanRow
from oppvekst.domain.investigations.queries import facts_of
from oppvekst.domain.investigations.rules import (
    CLOSED_DISMISSED_WITH_REOPEN,
    COMMISSION,
    INVESTIGATION,
    PLAN,
    REOPENING,
    SEND_OPINION,
    latest_due,
    ordinary_due,
    reminders,
)
from oppvekst.ground.agenda.planned import Planned, Subject, counted, settle
from oppvekst.law.calendar import in_words, last_working_day, oslo_date
from oppvekst.law.deadline import days_late

ASKED_LAW = "bvl § 13-4"
LOOK_AGAIN = "Se om undersøkelsen bør åpnes igjen, mens den ennå kan"


def limits_of(investigation: Investigation, responsible: UUID | None) -> Subject:
    """Its end (D11 or D12), its plan (D13), word to the family of an extension, a breach, and the way back (D16)."""
    done = investigation.concluded_on
    plan_done = oslo_date(investigation.plan_saved_at) if investigation.plan_saved_at else None
    planned = (
        _end(investigation, responsible, done),
        counted(
            PLAN.due(investigation.opened_on), "Lag undersøkelsesplan", assignee=responsible, done_on=plan_done or done
        ),
        *_told(investigation, responsible),
        *_breach(investigation, responsible),
        *_window(investigation, responsible),
    )
    # What is asked for after the end is of another kind: others ask the agenda whether an investigation runs.
    kind = "ended_investigation" if done else "investigation"
    return Subject(investigation.id, kind, investigation.municipality_id, investigation.case_id, planned)


def limits_of_row(row: PlanRow, investigation: Investigation) -> Subject:
    """A row of the plan stands on the agenda of whoever is to do it, until it is done, struck, or the investigation ends."""
    over = row.struck_on is not None or (investigation.concluded_on is not None and row.done_on is None)
    planned = Planned(
        "plan-row", row_in_words(row, investigation), due=row.due, target=last_working_day(row.due),
        start=oslo_date(row.added_at),
        steps=("Dagen står i undersøkelsesplanen.",), law=str(PLAN.citation), assignee=row.responsible, done_on=row.done_on,
    )  # fmt: skip
    return Subject(row.id, "plan_row", row.municipality_id, row.case_id, () if over else (planned,))


def limits_of_asked(asked: InformationRequest, investigation: Investigation, responsible: UUID | None) -> Subject:
    """An answer that is waited for, until it comes, is given up, or the investigation ends."""
    kind = "information_request"
    over = asked.withdrawn_on or asked.due is None or (investigation.concluded_on and asked.answered_on is None)
    if over or asked.due is None:
        return Subject(asked.id, kind, asked.municipality_id, asked.case_id)
    planned = Planned(
        "asked", f"Svar fra {body_of(asked, investigation)}: purr hvis det ikke er kommet",
        due=asked.due, target=last_working_day(asked.due),
        start=asked.asked_on, steps=("Dagen er den dere ba om svar til.",), law=ASKED_LAW, assignee=responsible,
        done_on=asked.answered_on,
    )  # fmt: skip
    return Subject(asked.id, kind, asked.municipality_id, asked.case_id, (planned,))


def row_in_words(row: PlanRow, investigation: Investigation) -> str:
    """What is to be done, where everybody with the case reads it: of a protected child without the words that may tell where."""
    return row.get_kind_display().capitalize() if investigation.case.child.protection else row.what


def body_of(asked: InformationRequest, investigation: Investigation) -> str:
    """Who was asked, where everybody with the case reads it: a protected child's school is not named (bvl § 13-5 (3))."""
    return "den dere spurte" if investigation.case.child.protection else asked.body


def limits_of_opinion(opinion: ExpertOpinion, responsible: UUID | None) -> Subject:
    """A opinion that came is sent to the commission (bvl § 12-7), and its remark is waited for (D19)."""
    subject = Subject(opinion.id, "expert_opinion", opinion.municipality_id, opinion.case_id)
    if opinion.received_on is None or opinion.exemption or opinion.unused_reasons:
        return subject
    planned = [
        counted(
            SEND_OPINION.due(opinion.received_on), "Send rapporten til Barnesakkyndig kommisjon", assignee=responsible,
            done_on=opinion.sent_on,
        )
    ]  # fmt: skip
    if opinion.sent_on:
        told = "Kommisjonens merknad: se om den er kommet"
        planned.append(counted(COMMISSION.due(opinion.sent_on), told, assignee=responsible, done_on=opinion.remark_on))
    return Subject(opinion.id, "expert_opinion", opinion.municipality_id, opinion.case_id, tuple(planned))


def settle_investigation(investigation: Investigation, responsible: UUID | None) -> None:
    """Make the agenda agree with the investigation as it stands."""
    settle(limits_of(investigation, responsible))


def settle_all(investigation: Investigation, responsible: UUID | None) -> None:
    """The same for everything that hangs on it: what nobody is to do any more, goes."""
    settle_investigation(investigation, responsible)
    for row in PlanRow.objects.filter(investigation=investigation):
        settle(limits_of_row(row, investigation))
    for asked in InformationRequest.objects.filter(investigation=investigation):
        settle(limits_of_asked(asked, investigation, responsible))


def _end(investigation: Investigation, responsible: UUID | None, done: date | None) -> Planned:
    facts = facts_of(investigation)
    if investigation.extended_to is None:
        return counted(ordinary_due(facts), "Avslutt undersøkelsen", assignee=responsible, done_on=done)
    latest = latest_due(facts)
    told = f"Utvidet {in_words(investigation.extension_decided_on)} til {in_words(investigation.extended_to)}."  # type: ignore[arg-type]
    return Planned(
        ordinary_due(facts).rule.id if investigation.reopened_on else INVESTIGATION.id, "Avslutt undersøkelsen (utvidet)",
        due=investigation.extended_to, start=latest.start, target=last_working_day(investigation.extended_to),
        steps=(*latest.steps, told), law=str(latest.rule.citation), interpretation=latest.interpretation or "",
        assignee=responsible, done_on=done,
    )  # fmt: skip


def _told(investigation: Investigation, responsible: UUID | None) -> tuple[Planned, ...]:
    if investigation.extended_to is None:
        return ()
    settled = investigation.extension_told_on
    if investigation.extension_untold_reasons:
        settled = settled or investigation.extension_decided_on
    if investigation.concluded_on and settled is None:
        return ()
    title = "Fortell familien hvorfor fristen er utvidet, og til når"
    return (Planned("D12-told", title, law="bvl § 2-2 (2)", assignee=responsible, done_on=settled),)


def _breach(investigation: Investigation, responsible: UUID | None) -> tuple[Planned, ...]:
    if not was_late(investigation):
        return ()
    return (
        Planned(
            "D11-breach", "Skriv hvorfor fristen ble brutt", law="bvl § 2-2 (2)", assignee=responsible,
            done_on=investigation.breach_noted_on,
        ),
    )  # fmt: skip


def was_late(investigation: Investigation) -> bool:
    """Whether it ended after its limit: each breach is reported with its reason."""
    if investigation.concluded_on is None:
        return False
    if investigation.extended_to:
        return investigation.concluded_on > investigation.extended_to
    return days_late(ordinary_due(facts_of(investigation)), investigation.concluded_on) > 0


def _window(investigation: Investigation, responsible: UUID | None) -> tuple[Planned, ...]:
    """Two quiet reminders and the last day, until somebody has opened it again or looked and left it."""
    if investigation.state != CLOSED_DISMISSED_WITH_REOPEN or investigation.concluded_on is None:
        return ()
    due, settled = REOPENING.due(investigation.concluded_on), investigation.window_closed_on
    quiet = tuple(
        Planned(
            f"D16-{place}", LOOK_AGAIN, due=day, target=last_working_day(day), start=due.start, steps=due.steps,
            law=str(due.rule.citation), assignee=responsible, done_on=settled,
        )
        for place, day in enumerate(reminders(investigation.concluded_on), 1)
    )  # fmt: skip
    return (
        *quiet,
        counted(due, "Siste dag undersøkelsen kan åpnes igjen uten ny melding", assignee=responsible, done_on=settled),
    )
