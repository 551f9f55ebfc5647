"""Minutes in parts by theme: what may not stand in them, and which parts one member is given (bvl § 13-1)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from oppvekst.domain.meetings.rules.kinds import THEMES, Theme
from oppvekst.domain.meetings.rules.sharing import Standing

# The result is the tested person's to hear first, and it is nobody else's in the group.
TEST_RESULT: Final = re.compile(
    r"(rusprøve|rustest|ruskontroll|urinprøve|hårprøve|spyttprøve)\w*.{0,60}(positiv|negativ|utslag|ren[et]?\b|\bbruk)"
    r"|\bprøve(n|svaret)\b.{0,60}(\brus|hasj|cannabis|utslag|positiv|negativ)",
    re.IGNORECASE | re.DOTALL,
)
NO_RESULTS: Final = "Svar på rusprøver skal ikke stå i et referat som andre får. Ta det ut, og skriv det i journalen."

NOT_IN_INVITATION: Final = "Svar på rusprøver skal ikke stå i en invitasjon som andre får. Ta det ut."


def tells_a_result(text: str) -> bool:
    """Whether the result of a drug test seems to stand in a text that others are given.

    >>> tells_a_result("Rusprøven i uke 40 var positiv."), tells_a_result("Vi snakket om rusprøver.")
    (True, False)
    """
    return bool(TEST_RESULT.search(text))


@dataclass(frozen=True, kw_only=True)
class Said:
    """One part of the minutes."""

    theme: str
    text: str
    for_child: bool = False


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One thing somebody has taken on: who, what, by when."""

    member: UUID
    name: str
    text: str
    theme: str
    due_on: date | None = None
    for_child: bool = True


def told_to(
    member: UUID, standing: Standing, themes: Collection[str], said: Iterable[Said], promises: Iterable[Promise]
) -> dict[str, Any]:
    """What one member is given: the parts the consents cover, and of what was agreed her own lines and those parts'.

    The child is given what was written to be read by the child; nobody is told what was left out.
    """
    child = standing is Standing.CHILD
    parts = [one for one in said if (one.for_child if child else one.theme in themes)]
    lines = [one for one in promises if one.member == member or (one.for_child if child else one.theme in themes)]
    return {
        "parts": [{"title": THEMES[Theme(one.theme)], "text": one.text} for one in parts],
        "agreed": [
            {
                "who": one.name,
                "what": one.text,
                "due": one.due_on.isoformat() if one.due_on else "",
                "own": one.member == member,
            }
            for one in lines
        ],
    }
