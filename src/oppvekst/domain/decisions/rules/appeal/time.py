"""Whether an appeal came in time, counted by how it came, with every step of the counting told (fvl §§ 29-31)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from oppvekst.domain.decisions.rules.appeal.limits import DETRIMENT, FOR_OTHERS, ONE_YEAR, REPEATED
from oppvekst.law.calendar import in_words
from oppvekst.law.citation import Citation, dl, efvf, fvl
from oppvekst.law.deadline import kept
from oppvekst.law.limits import APPEAL


class Channel(StrEnum):
    """How the appeal came: it decides which day counts."""

    POST = "post"
    HAND = "hand"
    ELECTRONIC = "electronic"
    EMAIL = "email"
    ORAL = "oral"
    PHONE = "phone"


CHANNELS: Final = {
    Channel.POST: "brev i posten",
    Channel.HAND: "levert på kontoret",
    Channel.ELECTRONIC: "elektronisk, fra Min side eller et skjema",
    Channel.EMAIL: "e-post",
    Channel.ORAL: "sagt i et møte eller en samtale",
    Channel.PHONE: "sagt i telefonen",
}
SPOKEN: Final = frozenset({Channel.ORAL, Channel.PHONE})
ARRIVES: Final = frozenset({Channel.ELECTRONIC, Channel.EMAIL})


@dataclass(frozen=True, kw_only=True)
class Came:
    """How and when an appeal came, and the limit it is measured against. ``due`` is none while no limit runs."""

    channel: Channel
    received_on: date
    decided_on: date
    due: date | None = None
    posted_on: date | None = None
    first_sent_on: date | None = None
    knew_lost_on: date | None = None
    never_notified: bool = False
    knew_on: date | None = None
    grants_right_to_another: bool = False


@dataclass(frozen=True)
class Timing:
    """In time or not: the day that counts, the day it is measured against, how late, and how it was counted."""

    in_time: bool
    counts: date
    due: date | None
    days_late: int
    steps: tuple[str, ...]
    citation: Citation
    within_a_year: bool
    last_day: date

    def __bool__(self) -> bool:
        return self.in_time


def timing_of(came: Came) -> Timing:
    """Whether it came in time (fvl §§ 29, 30), and whether it may still be taken if it did not (fvl § 31 (3)).

    >>> came = Came(channel=Channel.POST, received_on=date(2026, 11, 27), posted_on=date(2026, 11, 23),
    ...     due=date(2026, 11, 23), decided_on=date(2026, 10, 30))
    >>> timing_of(came).in_time
    True
    """
    counts, law, told = _counts(came)
    due, asked = limit_of(came)
    year = ONE_YEAR.due(came.decided_on)
    assert year.due
    late = max(0, (counts - due).days) if due else 0
    steps = [told, *asked]
    if late and (saved := _repeated(came, due)):
        return Timing(True, counts, due, 0, (*steps, saved), fvl("30"), counts <= year.due, year.due)
    steps.append(_outcome(counts, due, late))
    if late:
        steps.append(_year(counts, year.due))
    return Timing(not late, counts, due, late, tuple(steps), law, counts <= year.due, year.due)


def limit_of(came: Came) -> tuple[date | None, tuple[str, ...]]:
    """The day the appeal is measured against, and how it was found (fvl § 29)."""
    if not came.never_notified:
        if came.due is None:
            return None, (
                "Underretningen har ikke nådd klageren, så klagefristen har ikke begynt å løpe (fvl § 29 (1)).",
            )
        return came.due, (f"Klagefristen for denne klageren er ute {in_words(came.due)}.",)
    return _never_notified(came)


def _never_notified(came: Came) -> tuple[date | None, tuple[str, ...]]:
    steps: list[str] = ["Klageren fikk ikke underretning om vedtaket (fvl § 29 (2))."]
    due = None
    if came.knew_on:
        due = APPEAL.due(came.knew_on).due
        assert due
        steps.append(
            f"Klageren fikk vite om vedtaket, eller burde ha funnet det ut, {in_words(came.knew_on)}. Tre uker etter er "
            f"{in_words(due)}."
        )
    if came.grants_right_to_another:
        last = FOR_OTHERS.due(came.decided_on).due
        assert last
        steps.append(
            "Vedtaket ga en annen en rettighet. Da er fristen uansett ute tre måneder etter at vedtaket ble truffet: "
            f"{in_words(last)}."
        )
        due = min(due, last) if due else last
    return due, tuple(steps)


def _counts(came: Came) -> tuple[date, Citation, str]:
    arrived = in_words(came.received_on)
    if came.channel in ARRIVES:
        told = f"En elektronisk klage må være kommet fram. Den kom {arrived} (eForvaltningsforskriften § 11)."
        return came.received_on, fvl("30") & efvf("11"), told
    if came.channel in SPOKEN:
        return came.received_on, fvl("30") & fvl("32", 1), f"Klagen ble sagt til tjenesten {arrived}, og skrives ned."
    if came.channel is Channel.POST and came.posted_on and came.posted_on <= came.received_on:
        told = f"Brevet ble lagt i posten {in_words(came.posted_on)} og kom {arrived}. Dagen det ble postet, teller (fvl § 30)."
        return came.posted_on, fvl("30"), told
    if came.channel is Channel.POST:
        told = f"Brevet kom {arrived}. Vi vet ikke når det ble postet; spør klageren, og ta vare på konvolutten (fvl § 30)."
        return came.received_on, fvl("30"), told
    return came.received_on, fvl("30"), f"Klagen ble levert {arrived} (fvl § 30)."


def _repeated(came: Came, due: date | None) -> str:
    """Why an appeal that was lost or delayed on its way counts as in time, or nothing (fvl § 30)."""
    if not (due and came.first_sent_on and came.knew_lost_on and came.first_sent_on <= due):
        return ""
    last = REPEATED.due(came.knew_lost_on).due
    counts, _law, _told = _counts(came)
    if last is None or counts > last:
        return ""
    return (
        f"Klagen ble først sendt {in_words(came.first_sent_on)}, i tide, og ble borte på veien. Klageren fikk vite det "
        f"{in_words(came.knew_lost_on)} og sendte den på nytt innen en uke. Fristen er overholdt (fvl § 30)."
    )


def _outcome(counts: date, due: date | None, late: int) -> str:
    if due is None:
        return "Klagen er i tide."
    if not late:
        rest = "Siste dag hører med til fristen." if counts == due else ""
        return f"Klagen er i tide. {rest}".strip()
    return f"Klagen er {late} {'dag' if late == 1 else 'dager'} for sen ({dl('148')})."


def _year(counts: date, last: date) -> str:
    if counts > last:
        told = "Det er gått mer enn ett år siden vedtaket ble truffet."
        return f"{told} Etter {in_words(last)} kan klagen ikke behandles (fvl § 31 (3))."
    told = "Den kan likevel behandles hvis klageren ikke kan lastes, eller særlige grunner gjør det rimelig (fvl § 31 (1))."
    return f"{told} Siste dag er {in_words(last)}."


def detriment_told_in_time(received_on: date, told_on: date) -> bool:
    """Whether notice of a change to the appellant's detriment went within three months of our receipt (fvl § 34 (3))."""
    return kept(DETRIMENT.due(received_on), told_on)
