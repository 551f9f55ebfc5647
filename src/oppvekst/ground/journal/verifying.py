"""Checking the whole chain: every row, every seal, and the heads that were handed to somebody else (D97)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from oppvekst.ground.access.models import Municipality
from oppvekst.ground.journal.chain import MARK, START, Batch, Position, lines, position_of
from oppvekst.ground.journal.models import Seal, Trail


@dataclass(frozen=True, slots=True)
class Head:
    """The last seal of a chain as it was handed out: kept where the database's superuser cannot write."""

    municipality: int
    trail: str
    batch: int
    digest: str


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain does not hold, and what that means."""

    municipality: int
    trail: str
    batch: int
    says: str
    no: int | None = None

    def to_plain(self) -> dict[str, Any]:
        """As the command prints it."""
        return {
            "municipality": f"{self.municipality:04d}", "trail": self.trail, "batch": self.batch, "entry": self.no,
            "message": self.says,
        }  # fmt: skip


@dataclass(slots=True)
class Account:
    """What was checked of one municipality."""

    municipality: int
    trail: str
    sealed: int = 0
    unsealed: int = 0
    seals: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The whole check."""

    accounts: list[Account]
    breaks: list[Break]

    @property
    def whole(self) -> bool:
        """Whether nothing was changed, removed, put in or moved."""
        return not self.breaks


def heads() -> list[Head]:
    """The last seal of every chain, to be handed to somebody else."""
    found = Seal.objects.order_by("municipality_id", "trail", "-batch").distinct("municipality_id", "trail")
    return [Head(seal.municipality_id, seal.trail, seal.batch, seal.digest) for seal in found]


def verify(known: Iterable[Head] = ()) -> Verdict:
    """Make every digest anew from the rows, and compare. In each chain, the first break is told."""
    handed_out = list(known)
    numbers = {*Municipality.objects.values_list("number", flat=True), *(head.municipality for head in handed_out)}
    accounts, breaks = [], []
    for number in sorted(numbers):
        for trail in Trail:
            account = Account(number, trail)
            accounts.append(account)
            seals = list(Seal.objects.filter(municipality_id=number, trail=trail).order_by("batch"))
            ours = [head for head in handed_out if (head.municipality, head.trail) == (number, trail)]
            first = _broken(seals, account) or _unlike(seals, ours)
            if first:
                breaks.append(first)
    return Verdict(accounts, breaks)


def _broken(seals: list[Seal], account: Account) -> Break | None:
    rows = lines(Trail(account.trail), account.municipality)
    found = _first(seals, rows, account)
    for _ in rows:  # read to the end: a reading broken off would take the transaction with it
        pass
    return found


def _first(seals: list[Seal], rows: Iterator[bytes], account: Account) -> Break | None:
    digest, account.seals = START, len(seals)
    for number, seal in enumerate(seals, 1):
        if seal.batch != number:
            return _break(account, number, "Et segl mangler i kjeden.")
        found = _follow(seal, digest, rows, account)
        if isinstance(found, Break):
            return found
        digest = found
        account.sealed += seal.rows
    return _behind(seals, rows, account)


def _follow(seal: Seal, before: bytes, rows: Iterator[bytes], account: Account) -> bytes | Break:
    batch, line, marks = Batch.after(before), b"", bytes(seal.marks)
    for at in range(seal.rows):
        if not (line := next(rows, b"")):
            return _break(account, seal.batch, "En føring mangler.")
        if batch.take(line) != marks[at * MARK : (at + 1) * MARK]:
            return _break(
                account, seal.batch, "En føring er endret, satt inn, flyttet eller fjernet.", position_of(line).no
            )
    if batch.digest.hex() != seal.digest or (line and position_of(line) != Position(seal.era, seal.xact, seal.no)):
        return _break(account, seal.batch, "Seglet stemmer ikke med føringene.")
    return batch.digest


def _behind(seals: list[Seal], rows: Iterator[bytes], account: Account) -> Break | None:
    """What is not sealed yet stands after the last seal; a row that stands before it was put in later."""
    last = Position(seals[-1].era, seals[-1].xact, seals[-1].no) if seals else Position()
    for line in rows:
        if position_of(line) <= last:
            return _break(account, len(seals), "En føring er satt inn bak seglet.", position_of(line).no)
        account.unsealed += 1
    return None


def _unlike(seals: list[Seal], known: list[Head]) -> Break | None:
    """A chain made anew holds together; only a head that somebody else has kept tells that it is another chain."""
    digests = {seal.batch: seal.digest for seal in seals}
    for head in sorted(known, key=lambda head: head.batch):
        if digests.get(head.batch) != head.digest:
            says = "Kjeden er en annen enn den som er gitt ut: føringer og segl er byttet ut eller fjernet."
            return Break(head.municipality, head.trail, head.batch, says)
    return None


def _break(account: Account, batch: int, says: str, no: int | None = None) -> Break:
    return Break(account.municipality, account.trail, batch, says, no)
