"""The port that keeps a head for us, and the one that keeps it in a folder."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from oppvekst.adapters.folders import write_whole


@dataclass(frozen=True, slots=True)
class Kept:
    """The last seal of a chain at one moment: a number and a digest, and nothing of what is sealed."""

    municipality: int
    trail: str
    batch: int
    digest: str


class Witness(Protocol):
    """Somebody who keeps heads: a folder on another machine, a mailbox of the auditor, a public notice board."""

    def keep(self, head: Kept) -> None:
        """Keep it for good. The same head again is no change."""
        ...

    def keep_day(self, day: date, heads: Sequence[Kept]) -> None:
        """Keep how every chain stood on this day, so that a day without a new seal is witnessed too."""
        ...

    def kept(self) -> list[Kept]:
        """Every head that has been kept."""
        ...


class FolderWitness:
    """One file a head, `9998-entries-00000012.json`, and one a day, `day-2026-11-22.json`.

    What is written once is not written again.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def keep(self, head: Kept) -> None:
        """Write it, on disk before this returns; the first head of a number stands."""
        file = self.path / f"{head.municipality:04d}-{head.trail}-{head.batch:08d}.json"
        if not file.exists():
            write_whole(file, json.dumps(asdict(head)).encode())

    def keep_day(self, day: date, heads: Sequence[Kept]) -> None:
        """One file for all chains: easy to send to somebody."""
        file = self.path / f"day-{day.isoformat()}.json"
        if not file.exists():
            write_whole(file, json.dumps([asdict(head) for head in heads]).encode())

    def kept(self) -> list[Kept]:
        """What has been written, each head once."""
        found: dict[Kept, None] = {}
        for file in sorted(self.path.glob("[!.]*.json")):
            read = json.loads(file.read_bytes())
            found.update((Kept(**head), None) for head in (read if isinstance(read, list) else [read]))
        return list(found)
