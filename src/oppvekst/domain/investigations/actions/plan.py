"""The working plan (bvl § 2-2 (3); D13): its texts, its rows with day and somebody responsible, each change a version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.investigations.actions.held import going_on, held
from oppvekst.domain.investigations.actions.limits import limits_of_row, row_in_words, settle_investigation
from oppvekst.domain.investigations.models import Investigation, PlanRow, PlanVersion
from oppvekst.domain.investigations.queries import PARTS, as_kept, facts_of, for_parents, get_row, plan_rows
from oppvekst.domain.investigations.rules import MACHINE, RIGHTS, START
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

RIGHT = RIGHTS[START]
LAW = MACHINE.step(START).citation
KEPT_QUIET = "En rad som foreldrene ikke skal vite om ennå"


@dataclass(frozen=True, kw_only=True)
class Row:
    """What somebody says of a row: what, by when, by whom, and whether the parents may see it."""

    kind: str
    what: str
    due: date
    responsible: UUID
    about: str = ""
    ground: str = ""
    untold: bool = False


def save_plan(investigation_id: UUID, plan: dict[str, str], *, by: Actor, at: datetime) -> None:
    """Save the investigation plan (bvl § 2-2 (3)); the investigation runs from when it states all five parts."""
    if not any(text.strip() for text in plan.values()):
        raise Incomplete({PARTS[0]: "Skriv hvilke spørsmål undersøkelsen skal svare på."})
    with act("investigation.planned", by=by, at=at, right=RIGHT, law=LAW) as entry:
        investigation = going_on(investigation_id)
        investigation.plan = plan
        begun = _kept(investigation, by=by, at=at)
        entry.about(
            investigation.id, case_id=investigation.case_id, says=_says("Undersøkelsesplanen ble lagret.", begun)
        )


def add_row(investigation_id: UUID, row: Row, *, by: Actor, at: datetime) -> PlanRow:
    """Put something that is to be done into the plan, with a day and somebody responsible (bvl § 2-2 (3))."""
    _refuse_incomplete(row, oslo_date(at))
    with act("investigation.row_added", by=by, at=at, right=RIGHT, law=LAW) as entry:
        investigation = going_on(investigation_id)
        added = PlanRow.objects.create(
            municipality_id=by.municipality, case_id=investigation.case_id, investigation=investigation, kind=row.kind,
            what=row.what.strip(), about=row.about.strip(), ground=row.ground, due=row.due, responsible=row.responsible,
            untold=row.untold, added_at=at, added_by=by.person, added_by_name=by.name,
        )  # fmt: skip
        begun = _kept(investigation, by=by, at=at)
        settle(limits_of_row(added, investigation))
        told = (
            f"{KEPT_QUIET}, ble lagt i planen."
            if row.untold
            else f"Lagt i planen: {row_in_words(added, investigation)}, innen {in_words(row.due)}."
        )
        entry.about(added.id, case_id=added.case_id, says=_says(told, begun))
    return added


def finish_row(row_id: UUID, *, by: Actor, at: datetime) -> None:
    """Say that it is done: it goes from the agenda and stays in the plan."""
    with act("investigation.row_done", by=by, at=at, right=RIGHT, law=LAW) as entry:
        row = _standing(row_id)
        row.done_on = oslo_date(at)
        _change(row, "done_on", by=by, at=at)
        entry.about(row.id, case_id=row.case_id, says=f"{_named(row)} er gjort.")


def move_row(row_id: UUID, *, due: date, responsible: UUID, by: Actor, at: datetime) -> None:
    """Another day, or another to do it."""
    with act("investigation.row_moved", by=by, at=at, right=RIGHT, law=LAW) as entry:
        row = _standing(row_id)
        row.due, row.responsible = due, responsible
        _change(row, "due", "responsible", by=by, at=at)
        entry.about(row.id, case_id=row.case_id, says=f"{_named(row)} skal være gjort innen {in_words(due)}.")


def strike_row(row_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """Take it out of the plan, with the reason. The earlier versions keep it."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hvorfor den tas ut av planen."})
    with act("investigation.row_struck", by=by, at=at, right=RIGHT, law=LAW) as entry:
        row = _standing(row_id)
        row.struck_on, row.struck_reasons = oslo_date(at), reasons.strip()
        _change(row, "struck_on", "struck_reasons", by=by, at=at)
        entry.about(row.id, case_id=row.case_id, says=f"{_named(row)} ble tatt ut av planen.")


def tell_row(row_id: UUID, *, by: Actor, at: datetime) -> None:
    """The parents have been told of it: from now on it stands in their copy too (bvl §§ 1-4, 2-2 (3))."""
    with act("investigation.row_told", by=by, at=at, right=RIGHT, law=LAW) as entry:
        row = get_row(row_id)
        held(row.investigation_id)
        if not row.untold:
            raise NotAllowed("Foreldrene kan allerede se denne raden.")
        row.untold, row.told_on = False, oslo_date(at)
        _change(row, "untold", "told_on", by=by, at=at)
        entry.about(
            row.id, case_id=row.case_id, says=f"Foreldrene har fått vite: {row_in_words(row, row.investigation)}."
        )


def _kept(investigation: Investigation, *, by: Actor, at: datetime) -> bool:
    """Store the plan with a version of it, and start when it is whole. True when it started now."""
    rows = list(plan_rows(investigation.id))
    facts = facts_of(investigation, rows=rows)
    begins = investigation.state == MACHINE.initial and not MACHINE.step(START).refusals(facts)
    if begins:
        investigation.state, investigation.plan_saved_at = MACHINE.take(investigation.state, START, facts), at
    investigation.save(update_fields=["plan", "plan_saved_at", "state"])
    PlanVersion.objects.create(
        municipality_id=by.municipality, case_id=investigation.case_id, investigation=investigation,
        number=investigation.versions.count() + 1, texts=investigation.plan,
        rows=[as_kept(row) | {"untold": row.untold} for row in rows],
        for_parents=for_parents(investigation.plan, rows), saved_at=at, saved_by_name=by.name,
    )  # fmt: skip
    settle_investigation(investigation, investigation.case.responsible)
    return begins


def _change(row: PlanRow, *fields: str, by: Actor, at: datetime) -> None:
    row.save(update_fields=fields)
    _kept(row.investigation, by=by, at=at)
    settle(limits_of_row(row, row.investigation))


def _standing(row_id: UUID) -> PlanRow:
    row = get_row(row_id)
    going_on(row.investigation_id)
    if row.struck_on:
        raise NotAllowed("Raden er tatt ut av planen.")
    if row.done_on:
        raise NotAllowed("Raden er allerede gjort.")
    return row


def _refuse_incomplete(row: Row, today: date) -> None:
    wrong = {}
    if not row.what.strip():
        wrong["what"] = "Skriv hva som skal gjøres."
    if row.kind == PlanRow.Kind.SOURCE and not row.about.strip():
        wrong["about"] = "Skriv hva dere skal spørre om."
    if row.due < today:
        wrong["due"] = "Velg i dag eller en dag fram i tid."
    if wrong:
        raise Incomplete(wrong, LAW)


def _named(row: PlanRow) -> str:
    return KEPT_QUIET if row.untold else f"«{row_in_words(row, row.investigation)}»"


def _says(told: str, begun: bool) -> str:
    return f"{told} Planen er hel, og undersøkelsen går." if begun else told
