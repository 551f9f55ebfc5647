"""What a person reads at My page of help: what it is and how it goes, and the days it is to be given, which may not suit."""

from __future__ import annotations

from typing import Any

from oppvekst.domain.measures.mypage import days, helping, unsuited
from oppvekst.ground.web.shared_with_you import Shared

urlpatterns: list[Any] = [*helping.urlpatterns, *days.urlpatterns, *unsuited.urlpatterns]


def shared() -> list[Shared]:
    """What this room has shared with whoever has logged in."""
    return helping.shared()
