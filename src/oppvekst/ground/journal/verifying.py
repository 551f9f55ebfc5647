"""Checking the whole chain: every row, every seal, and the heads that were handed to somebody else (D97)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any

from oppvekst.ground.access.models import Municipality
from oppvekst.ground.journal.chain import MARK, START, Batch, Position, all_lines, municipality_of, position_of
from oppvekst.ground.journal.models import Seal, Trail

type Chain = tuple[int, str]


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
    # How many heads somebody else has kept. Without any, a chain made anew from its first row would hold together.
    witnessed: int = 0

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
    heads_of, seals_of = _by_chain(handed_out), _by_chain(Seal.objects.order_by("batch"))
    accounts: dict[Chain, Account] = {}
    breaks: dict[Chain, Break | None] = {}
    for trail in Trail:
        for number, rows in _rows_of(trail, {*seals_of, *heads_of}):
            chain = (number, str(trail))
            accounts[chain] = Account(*chain)
            seals = seals_of.get(chain, [])
            breaks[chain] = _first(seals, rows, accounts[chain]) or _unlike(seals, heads_of.get(chain, []))
    found = [broken for _, broken in sorted(breaks.items()) if broken]
    return Verdict([accounts[chain] for chain in sorted(accounts)], found, len(handed_out))


def _by_chain[T: (Head, Seal)](parts: Iterable[T]) -> dict[Chain, list[T]]:
    found: dict[Chain, list[T]] = {}
    for part in parts:
        number = part.municipality if isinstance(part, Head) else part.municipality_id
        found.setdefault((number, part.trail), []).append(part)
    return found


def _rows_of(trail: Trail, known: Iterable[Chain]) -> Iterator[tuple[int, Iterator[bytes]]]:
    """Each municipality's rows, also of those that should have rows and have none."""
    left = {number for number, name in known if name == trail} | set(
        Municipality.objects.values_list("number", flat=True)
    )
    for number, rows in groupby(all_lines(trail), key=municipality_of):
        left.discard(number)
        yield number, rows
    yield from ((number, iter(())) for number in left)


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
    for line in islice(rows, seal.rows):
        if batch.take(line) != marks[(batch.rows - 1) * MARK : batch.rows * MARK]:
            says = "En føring er endret, satt inn, flyttet eller fjernet."
            return _break(account, seal.batch, says, position_of(line).no)
    if batch.rows < seal.rows:
        return _break(account, seal.batch, "En føring mangler.")
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
