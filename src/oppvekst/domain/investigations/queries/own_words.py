"""What lies on the child's own page: its own words, shared with just this child. The database says which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from oppvekst.domain.investigations.models import ChildTalk, Rendering
from oppvekst.law.refusals import NotFound


@dataclass(frozen=True, slots=True)
class OwnWords:
    """One talk as the child reads it: what we wrote, or what it corrected, and whether it has answered."""

    talk_id: UUID
    held_at: datetime
    number: int
    text: str
    agreement: str
    answered_at: datetime | None


def own_words() -> list[OwnWords]:
    """The child's own words: those we wait for an answer to first, then the newest talk (bvl § 1-4)."""
    last = {each["talk_id"]: each for each in Rendering.objects.order_by("number").values("talk_id", "number", "text")}
    talks = ChildTalk.objects.order_by("-held_at", "id").values("id", "held_at", "agreement", "answered_at")
    return [
        OwnWords(
            talk["id"], talk["held_at"], last[talk["id"]]["number"], last[talk["id"]]["text"], talk["agreement"],
            talk["answered_at"],
        )
        for talk in sorted(talks, key=lambda talk: talk["answered_at"] is not None)
        if talk["id"] in last
    ]  # fmt: skip


def get_own_words(talk_id: UUID) -> OwnWords:
    """The words of one talk, if they are there for this child."""
    found = next((words for words in own_words() if words.talk_id == talk_id), None)
    if found is None:
        raise NotFound("Vi finner ikke dette på siden din.")
    return found
