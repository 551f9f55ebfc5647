"""What investigations tell of somebody's week: visits and talks that were held, and those the plan has a day for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.investigations.actions.limits import row_in_words
from oppvekst.domain.investigations.models import ChildTalk, FieldNote, PlanRow
from oppvekst.ground.agenda.week import Dated, Kind, moments
from oppvekst.ground.web.frame import known
from oppvekst.law.calendar import OSLO

OF_ROW = {PlanRow.Kind.TALK: Kind.TALK, PlanRow.Kind.VISIT: Kind.VISIT, PlanRow.Kind.SOURCE: Kind.TASK}
OF_NOTE = {FieldNote.Kind.HOME_VISIT: Kind.VISIT, FieldNote.Kind.OBSERVATION: Kind.VISIT}


def in_week(staff: UUID, since: date, until: date) -> Iterator[Dated]:
    """One's own: three questions, however much there is. A talk stands here alone, in no calendar a parent sees (bvl § 1-4)."""
    begins, ends = moments(since, until)
    notes = FieldNote.objects.filter(written_by=staff, corrected_by=None, happened_at__gte=begins, happened_at__lt=ends)
    for note in notes.select_related("case__child"):
        yield _held(
            note.happened_at,
            OF_NOTE.get(FieldNote.Kind(note.kind), Kind.TALK),
            note.get_kind_display(),
            note,
            "investigation-note",
        )
    talks = ChildTalk.objects.filter(written_by=staff, held_at__gte=begins, held_at__lt=ends)
    for talk in talks.select_related("case__child"):
        yield _held(talk.held_at, Kind.TALK, "samtale med barnet", talk, "child-talk")
    rows = PlanRow.objects.filter(responsible=staff, due__range=(since, until), done_on=None, struck_on=None)
    for row in rows.filter(investigation__concluded_on=None).select_related("investigation__case__child"):
        yield _planned(row)


def _held(at: datetime, kind: Kind, what: str, of: FieldNote | ChildTalk, page: str) -> Dated:
    child, moment = of.case.child, at.astimezone(OSLO)
    # Where a protected child is met may tell where it is: it is read on the page itself.
    place = "" if child.protection else of.place
    return Dated(
        day=moment.date(), at=moment.time().replace(second=0, microsecond=0), kind=kind, what=what.capitalize(), place=place,
        href=known(page, of.id), done=True, subject=of.id, name=child.name, short=child.called,
    )  # fmt: skip


def _planned(row: PlanRow) -> Dated:
    child = row.investigation.case.child
    return Dated(
        day=row.due, kind=OF_ROW.get(PlanRow.Kind(row.kind), Kind.TASK), what=row_in_words(row, row.investigation),
        href=known("investigation-row", row.id), law="bvl § 2-2 (3)", subject=row.id, name=child.name, short=child.called,
    )  # fmt: skip
