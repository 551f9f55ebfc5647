"""The port that rings somebody, and the one that writes the rings to a folder."""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from oppvekst.adapters.folders import write_whole

KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,149}")
NUMBER = re.compile(r"\+?[0-9]{3,15}")
IDENTITY_NUMBER = re.compile(r"(?<!\d)(\d\d[\s.\-/]?){3}[\s.\-]?\d{3}\s?\d{2}(?!\d)")


class Indiscreet(ValueError):
    """The words would tell a stranger who it is about."""


@dataclass(frozen=True, slots=True)
class Ring:
    """One ring: to whom, with which words, and the key that makes a repeated ring the same ring."""

    number: str
    words: str
    key: str

    def __post_init__(self) -> None:
        """Refuse what must not go out, before it goes anywhere."""
        if IDENTITY_NUMBER.search(self.words):
            raise Indiscreet("Teksten kan ikke ha et fødselsnummer i seg.")
        if not NUMBER.fullmatch(re.sub(r"\s", "", self.number)):
            raise ValueError("Nummeret er ikke et telefonnummer.")
        if not KEY.fullmatch(self.key):
            raise ValueError("Nøkkelen kan bare ha bokstaver, tall og tegnene _ . : -")


class Pager(Protocol):
    """Something that can ring a phone.

    A real one calls or sends SMS through the municipality's provider, gives the key on as the provider's idempotency
    key, raises when the provider has not taken the ring (the job then tries again), and shows a neutral sender name.
    """

    def ring(self, number: str, words: str, key: str) -> None:
        """Ring once for each key, however often it is called; raises `Indiscreet` for words that tell too much."""
        ...


class FolderPager:
    """Writes one file for each ring, `<key>.json`. For the demo, for tests, and for a gateway that reads folders."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)

    def ring(self, number: str, words: str, key: str) -> None:
        """Write the ring, on disk before this returns; the first ring with a key stands."""
        ring = Ring(number, words, key)
        file = self.path / f"{key}.json"
        if not file.exists():
            write_whole(file, json.dumps(asdict(ring), ensure_ascii=False).encode())

    def rings(self) -> list[Ring]:
        """What has been rung, the oldest first."""
        files = sorted(self.path.glob("[!.]*.json"), key=lambda file: (file.stat().st_mtime_ns, file.name))
        return [Ring(**json.loads(file.read_bytes())) for file in files]
