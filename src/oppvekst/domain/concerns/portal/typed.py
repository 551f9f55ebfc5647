"""What people type, before anything reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

# Control characters, and the marks that turn the direction of the text after them: they show nothing and can hide much.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
MOST_KEPT = 200_000

# One page's answers as they were typed: field -> values. Plain, so that a draft can hold them.
type Typed = dict[str, list[str]]


def typed(sent: QueryDict, names: Iterable[str]) -> Typed:
    """What was sent for these fields, without characters that cannot be seen. The parts of a date count as the date."""
    wanted = tuple(names)
    return {
        key: [UNSEEN.sub("", value) for value in values]
        for key, values in sent.lists()
        if any(key == name or key.startswith(f"{name}_") for name in wanted)
    }


def as_sent(answers: Typed) -> MultiValueDict[str, str]:
    """Answers in the shape a form reads."""
    return MultiValueDict(answers)


def fits(answers: Typed) -> bool:
    """Whether a draft has room for the answers as they stand."""
    return sum(len(value) for values in answers.values() for value in values) <= MOST_KEPT


def is_blank(answers: Typed) -> bool:
    """Whether nothing was written or chosen."""
    return not any(value.strip() for values in answers.values() for value in values)
