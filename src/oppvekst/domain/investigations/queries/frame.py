"""The assessment of a child's needs, as the actor may see it: for the drawing, for one theme, and for the summary.

However many items and facts there are, each of these asks the same few questions of the database.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet

from oppvekst.domain.concerns.rules import NEEDS
from oppvekst.domain.investigations.models import NeedsAssessment, NeedsDraft, NeedsFact, NeedsItem, NeedsVersion
from oppvekst.domain.investigations.rules import TEXTS, Fact, Need
from oppvekst.law.codes import Code

type Texts = dict[str, str]


@dataclass(frozen=True)
class Told:
    """One fact as a page shows it: whether another has corrected it, and which it corrects itself."""

    row: NeedsFact
    corrected: bool
    corrects: NeedsFact | None


@dataclass(frozen=True)
class Sheet:
    """Everything about one item: what stands, its facts, what this person is writing, and who else is."""

    row: NeedsItem
    code: Code
    current: NeedsVersion | None = None
    facts: tuple[Told, ...] = ()
    mine: NeedsDraft | None = None
    others: tuple[NeedsDraft, ...] = field(default=())

    @property
    def texts(self) -> Texts:
        """What stands now."""
        return texts_of(self.current)

    @property
    def need(self) -> Need:
        """The item as the rules ask for it."""
        facts = tuple(_fact(told) for told in self.facts)
        return Need(
            code=self.code.code, relevant=self.row.relevant, is_ground=self.row.is_ground, texts=self.texts, facts=facts
        )


def assessment_of(investigation_id: UUID) -> NeedsAssessment | None:
    """The assessment of that investigation, once somebody has begun it."""
    return NeedsAssessment.objects.filter(investigation_id=investigation_id).first()


def needs_of(assessment_id: UUID | None) -> dict[str, Need]:
    """What an assessment holds, by code, as the rules ask for it. Nothing, where none is begun."""
    return {sheet.code.code: sheet.need for sheet in sheets(assessment_id)}


def sheets(assessment_id: UUID | None, codes: Iterable[str] | None = None, *, by: UUID | None = None) -> list[Sheet]:
    """The items of an assessment in the list's order, all or some, with drafts when it is asked ``by`` somebody."""
    if assessment_id is None:
        return []
    rows = NeedsItem.objects.filter(assessment_id=assessment_id).prefetch_related(*_beside(drafts=by is not None))
    if codes is not None:
        rows = rows.filter(code__in=list(codes))
    return [_sheet(row, by) for row in rows.order_by("code")]


def texts_at(found: Iterable[tuple[UUID, int]]) -> dict[UUID, Texts]:
    """What stood in each item at a version, by the item's id, in one question. Nothing stood at the first."""
    asked = list(found)
    if not asked:
        return {}
    at = Q()
    for item, number in asked:
        at |= Q(item_id=item, number=number)
    stood = {one.item_id: texts_of(one) for one in NeedsVersion.objects.filter(at)}
    return {item: stood.get(item, texts_of(None)) for item, _number in asked}


def texts_of(version: NeedsVersion | None) -> Texts:
    """The texts of a saved version, by their names; of none, empty ones."""
    return {name: getattr(version, name, "") for name in TEXTS}


def versions_of(assessment_id: UUID, code: str) -> QuerySet[NeedsVersion]:
    """Every saved text of an item, newest first."""
    return NeedsVersion.objects.filter(item__assessment_id=assessment_id, item__code=code).order_by("-number")


def grounds_of(investigation_id: UUID) -> tuple[Code, ...]:
    """The grounds of what an investigation ends in (*vedtaksgrunnlag*): its marked items, in the list's order."""
    marked = NeedsItem.objects.filter(assessment__investigation_id=investigation_id, is_ground=True, relevant=True)
    return tuple(NEEDS.get(code) for code in marked.order_by("code").values_list("code", flat=True))


def _beside(*, drafts: bool) -> list[Prefetch[str]]:
    standing = NeedsVersion.objects.filter(number=F("item__version"))
    facts = NeedsFact.objects.order_by("known_on", "added_at", F("corrects_id").asc(nulls_first=True), "id")
    written = NeedsDraft.objects.exclude(texts={}).order_by("written_at")
    own = [Prefetch("drafts", written, to_attr="being_written")] if drafts else []
    return [Prefetch("versions", standing, to_attr="stands"), Prefetch("facts", facts, to_attr="known"), *own]


def _sheet(row: NeedsItem, by: UUID | None) -> Sheet:
    stands: list[NeedsVersion] = row.stands  # type: ignore[attr-defined]
    known: list[NeedsFact] = row.known  # type: ignore[attr-defined]
    drafts: list[NeedsDraft] = getattr(row, "being_written", [])
    by_id, corrected = {fact.id: fact for fact in known}, {fact.corrects_id for fact in known}
    facts = tuple(
        Told(fact, fact.id in corrected, by_id.get(fact.corrects_id) if fact.corrects_id else None) for fact in known
    )
    mine = next((draft for draft in drafts if draft.written_by == by), None)
    others = tuple(draft for draft in drafts if draft.written_by != by)
    return Sheet(row, NEEDS.get(row.code), stands[0] if stands else None, facts, mine, others)


def _fact(told: Told) -> Fact:
    return Fact(text=told.row.text, source=told.row.source, on=told.row.known_on, corrected=told.corrected)
