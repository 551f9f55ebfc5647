"""What a person reads at My page of an investigation: the family follows it, and the child has its own words."""

from __future__ import annotations

from typing import Any

from oppvekst.domain.investigations.mypage import following, words
from oppvekst.ground.web.shared_with_you import Shared

urlpatterns: list[Any] = [*following.urlpatterns, *words.urlpatterns]


def shared() -> list[Shared]:
    """What this room has shared with whoever has logged in."""
    return [*following.shared(), *words.shared()]
