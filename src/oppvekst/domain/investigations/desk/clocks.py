"""The two clocks of an investigation: the law's, and the register's, which is no limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import facts_of
from oppvekst.domain.investigations.rules import latest_due, ordinary_due, register_90_days
from oppvekst.law.deadline import Due


@dataclass(frozen=True)
class Clock:
    """One limit as the page shows it: day, section, steps, and whether it was kept."""

    title: Any
    due: date | None
    law: Any
    steps: tuple[str, ...]
    kept_on: date | None = None
    note: Any = ""


def law_clock(investigation: Investigation) -> Clock:
    """Three months after the week of review expired (D11), or what it was extended to (D12)."""
    facts = facts_of(investigation)
    if investigation.extended_to is None:
        return _clock(_("Lovens frist"), ordinary_due(facts), investigation.concluded_on)
    latest = latest_due(facts)
    return Clock(
        _("Lovens frist, utvidet"), investigation.extended_to, latest.rule.citation, latest.steps,
        investigation.concluded_on, _("Undersøkelsen kan vare seks måneder til sammen, og ikke lenger."),
    )  # fmt: skip


def longest(investigation: Investigation) -> Clock:
    """The day beyond which there is no extension (D12)."""
    return _clock(_("Lengst mulig"), latest_due(facts_of(investigation)), None)


def register_clock(received_on: date) -> Clock:
    """The day from which the national register warns. Information only: the law counts otherwise."""
    return Clock(
        _("Registeret varsler etter"), register_90_days(received_on), "", (),
        note=_("Det nasjonale registeret regner 7 + 90 dager fra meldingen kom. Det er ikke lovens frist."),
    )  # fmt: skip


def coming(due: Due) -> Clock:
    """The limit of an investigation that is not open yet."""
    return _clock(_("Skal være ferdig"), due, None)


def _clock(title: Any, due: Due, kept_on: date | None) -> Clock:
    return Clock(title, due.due, due.rule.citation, due.steps, kept_on)
