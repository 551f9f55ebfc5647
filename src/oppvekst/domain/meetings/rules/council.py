"""The family council (*familieråd*): what the coordinator must have, and that the family's plan is answered the same day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from oppvekst.law.citation import bvl, polrl

COORDINATOR_LAW: Final = bvl("12-11", 1) & bvl("13-1") & polrl("39")
LACKS_CONFIDENTIALITY: Final = "Taushetserklæringen er ikke underskrevet."
LACKS_CERTIFICATE: Final = "Politiattesten etter § 39 er ikke vist."
SHOWN_FIRST: Final = "Attesten kan ikke være vist før den ble utstedt."
LATER: Final = "Dagen har ikke vært ennå."
WHY_NOT: Final = "Skriv nøyaktig hva i planen som ikke kan godkjennes, og hvorfor."
SAME_DAY: Final = "Planen besvares den dagen den kommer. Skriv hvorfor svaret kom senere."


def coordinator_lacks(confidentiality_on: date | None, certificate_shown_on: date | None) -> tuple[str, ...]:
    """What the contracted coordinator still lacks before she may begin (bvl §§ 12-11, 13-1; politiregisterloven § 39).

    >>> coordinator_lacks(date(2026, 9, 10), None)
    ('Politiattesten etter § 39 er ikke vist.',)
    """
    return tuple(
        sentence
        for day, sentence in ((confidentiality_on, LACKS_CONFIDENTIALITY), (certificate_shown_on, LACKS_CERTIFICATE))
        if day is None
    )


def wrong_papers(
    *, confidentiality_on: date | None, issued_on: date | None, shown_on: date | None, today: date
) -> dict[str, str]:
    """What is wrong with the papers as they are written, by field; lacking altogether refuses (politiregisterloven § 39)."""
    return dict(_wrong(confidentiality_on, issued_on, shown_on, today))


def _wrong(
    confidentiality_on: date | None, issued_on: date | None, shown_on: date | None, today: date
) -> Iterator[tuple[str, str]]:
    if confidentiality_on is None:
        yield "confidentiality_on", LACKS_CONFIDENTIALITY
    elif confidentiality_on > today:
        yield "confidentiality_on", LATER
    if issued_on is None:
        yield "certificate_issued_on", "Skriv dagen politiattesten ble utstedt."
    if shown_on is None:
        yield "certificate_shown_on", LACKS_CERTIFICATE
    elif shown_on > today:
        yield "certificate_shown_on", LATER
    elif issued_on and shown_on < issued_on:
        yield "certificate_shown_on", SHOWN_FIRST


def wrong_answer(*, approved: bool, words: str, received_on: date, answered_on: date) -> dict[str, str]:
    """Why an answer to the family's plan cannot stand: a no without its reason, or a late one unexplained."""
    if not approved and not words.strip():
        return {"words": WHY_NOT}
    if answered_on > received_on and not words.strip():
        return {"words": SAME_DAY}
    return {}
