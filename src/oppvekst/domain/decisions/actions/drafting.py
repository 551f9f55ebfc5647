"""Writing in a draft, together: the newest text counts, and what came too late stands aside until a person has chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from oppvekst.domain.decisions.actions.opening import refuse_locked
from oppvekst.domain.decisions.models import Decision, DraftText
from oppvekst.domain.decisions.queries import get_decision
from oppvekst.domain.decisions.rules import BY_KEY, WRITE
from oppvekst.ground.access.actor import Actor
from oppvekst.law.refusals import NotFound

# What one person writes in one go is one version; after this long, or when another has written, a new one begins.
SITTING = timedelta(minutes=10)
# A text of which less than this is left was cut, not written on.
LEAST_LEFT = 0.7


@dataclass(frozen=True)
class Saved:
    """What became of a text: its version, or, when another had written meanwhile, both texts."""

    text: DraftText
    theirs: DraftText | None = None

    @property
    def version(self) -> int:
        """The version to write on from."""
        return (self.theirs or self.text).version


def save_text(decision_id: UUID, section: str, text: str, *, seen: int, by: Actor, at: datetime) -> Saved:
    """Keep one part of a draft (bvl § 12-5). ``seen``: the version the writer had before her, 0 for none.

    It is saved every few seconds and is no act of the journal: each version says itself who wrote it and when.
    """
    by.must(WRITE)
    if section not in BY_KEY:
        raise NotFound("Vedtaket har ikke denne delen.")
    with transaction.atomic():
        decision = _locked(decision_id)
        newest = _newest(decision_id, section)
        if newest is not None and newest.text == text:
            return Saved(newest)
        if newest is not None and newest.version != seen:
            return Saved(_aside(decision, section, text, by, at), theirs=newest)
        if newest is not None and _same_sitting(newest, by, at) and not _cuts(newest.text, text):
            return Saved(_written_on(newest, text, at))
        version = (newest.version if newest else 0) + 1
        return Saved(_create(decision, section, text, by, at, version=version))


def choose(decision_id: UUID, section: str, text: str, *, by: Actor, at: datetime) -> DraftText:
    """Settle what stands aside: the chosen or joined text becomes the newest, and every other is kept (bvl § 12-5)."""
    by.must(WRITE)
    with transaction.atomic():
        decision = _locked(decision_id)
        newest = _newest(decision_id, section)
        DraftText.objects.filter(decision=decision, section=section, aside=True, settled=False).update(settled=True)
        if newest is not None and newest.text == text:
            return newest
        return _create(decision, section, text, by, at, version=(newest.version if newest else 0) + 1)


def _locked(decision_id: UUID) -> Decision:
    """The draft, held while it is written in, so that two who save at once are told of each other."""
    decision = get_decision(decision_id)
    Decision.objects.select_for_update(of=("self",)).get(id=decision.id)
    decision.refresh_from_db(fields=["state"])
    refuse_locked(decision)
    return decision


def _newest(decision_id: UUID, section: str) -> DraftText | None:
    written = DraftText.objects.filter(decision_id=decision_id, section=section, aside=False)
    return written.order_by("-version").first()


def _same_sitting(newest: DraftText, by: Actor, at: datetime) -> bool:
    return newest.by == by.person and at - newest.begun_at < SITTING


def _cuts(before: str, after: str) -> bool:
    """Whether much of the text is taken away: what it was is then a version of its own, and can be fetched back."""
    return len(after) < len(before) * LEAST_LEFT


def _written_on(newest: DraftText, text: str, at: datetime) -> DraftText:
    newest.text, newest.at, newest.version = text, at, newest.version + 1
    newest.save(update_fields=["text", "at", "version"])
    return newest


def _aside(decision: Decision, section: str, text: str, by: Actor, at: datetime) -> DraftText:
    """Her own text that stands aside, grown while she writes on; never two of the same."""
    mine = DraftText.objects.filter(decision=decision, section=section, aside=True, settled=False, by=by.person).first()
    if mine is None:
        return _create(decision, section, text, by, at, version=0, aside=True)
    mine.text, mine.at = text, at
    mine.save(update_fields=["text", "at"])
    return mine


def _create(
    decision: Decision, section: str, text: str, by: Actor, at: datetime, *, version: int, aside: bool = False
) -> DraftText:
    return DraftText.objects.create(
        municipality_id=decision.municipality_id, case_id=decision.case_id, decision=decision, section=section, text=text,
        version=version, aside=aside, by=by.person, by_name=by.name, begun_at=at, at=at,
    )  # fmt: skip
