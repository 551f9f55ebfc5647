"""The limits of a decision before it is signed and sent (fvl §§ 16, 27)."""

from __future__ import annotations

RULES = (ANSWER_NOTICE, NOTIFY_PARTIES, *REACHING)
