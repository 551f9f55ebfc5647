"""The limits of a decision before it is signed and sent (fvl §§ 16, 27)."""

from __future__ import annotations

from datetime import date, timedelta

RULES = (ANSWER_NOTICE, NOTIFY_PARTIES, *REACHING)
