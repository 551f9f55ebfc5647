"""How a limit stands today: late, soon, later or kept. Never by colour alone: each has its own icon and a word."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from oppvekst.ground.web.words import distance_in_words

SOON = 7


@dataclass(frozen=True, slots=True)
class LimitState:
    key: str
    colour: str
    icon: str
    word: str


def limit_state(due: dt.date | None, *, today: dt.date, kept_on: dt.date | None = None, soon: int = SOON) -> LimitState:
    """How the limit `due` stands on `today`, or how it was kept."""
    if due is None:
        return LimitState("open", "neutral", "clock", gettext("Ingen frist"))
    if kept_on is not None:
        return _kept(due, kept_on)
    word = distance_in_words(due, today=today)
    if due < today:
        return LimitState("late", "danger", "x-mark-octagon-fill", word)
    if (due - today).days <= soon:
        return LimitState("soon", "warning", "clock-fill", word)
    return LimitState("later", "neutral", "clock", word)


def _kept(due: dt.date, kept_on: dt.date) -> LimitState:
    late = (kept_on - due).days
    if late <= 0:
        return LimitState("kept", "success", "checkmark-circle-fill", gettext("Gjort i tide"))
    word = ngettext("Gjort %(count)d dag for sent", "Gjort %(count)d dager for sent", late) % {"count": late}
    return LimitState("kept-late", "danger", "x-mark-octagon", word)
