"""The port that looks for viruses, and the one that asks clamd.

clamd takes ``zINSTREAM\\0``, then each piece with its length in four bytes, then a length of nought, and answers one line
ended by a nought: ``stream: OK``, ``stream: NAME FOUND``, or what went wrong with ``ERROR``.
"""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

PIECE = 64 * 1024
PATIENCE = 60
LONGEST_ANSWER = 4096


class ScannerTrouble(Exception):
    """The scanner did not answer as it should. Nothing is known about the file."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found: nothing, or a virus by the name the scanner gives it."""

    virus: str = ""

    @property
    def clean(self) -> bool:
        """Whether nothing was found."""
        return not self.virus


class Scanner(Protocol):
    """Looks through content for viruses."""

    def scan(self, content: Iterator[bytes]) -> Finding:
        """Look through all of it; raises `ScannerTrouble` when it cannot be done, and never guesses."""
        ...


class Clamd:
    """clamd on ``host:port``, or on a socket file."""

    def __init__(self, address: str) -> None:
        self.address = address

    def scan(self, content: Iterator[bytes]) -> Finding:
        """Send it piece by piece, and read the verdict."""
        try:
            with self._connected() as line:
                line.sendall(b"zINSTREAM\0")
                for part in content:
                    for at in range(0, len(part), PIECE):
                        piece = part[at : at + PIECE]
                        line.sendall(struct.pack("!L", len(piece)) + piece)
                line.sendall(struct.pack("!L", 0))
                return _read(_answer(line))
        except OSError as error:
            raise ScannerTrouble(f"Virusskanneren svarer ikke: {error.strerror or error}.") from error

    @contextmanager
    def _connected(self) -> Iterator[socket.socket]:
        host, _colon, port = self.address.rpartition(":")
        if port.isdigit() and host:
            line = socket.create_connection((host.strip("[]"), int(port)), timeout=PATIENCE)
        else:
            line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            line.settimeout(PATIENCE)
            line.connect(self.address)
        with line:
            yield line


def scanner_at(address: str) -> Scanner | None:
    """The scanner at an address; none when no address is said, and then nothing is said to be clean."""
    return Clamd(address) if address else None


def _answer(line: socket.socket) -> str:
    found = bytearray()
    while not found.endswith(b"\0") and len(found) < LONGEST_ANSWER:
        part = line.recv(LONGEST_ANSWER)
        if not part:
            break
        found += part
    return found.rstrip(b"\0\n").decode("utf-8", "replace")


def _read(answer: str) -> Finding:
    if answer == "stream: OK":
        return Finding()
    if answer.startswith("stream: ") and answer.endswith(" FOUND"):
        return Finding(answer.removeprefix("stream: ").removesuffix(" FOUND"))
    raise ScannerTrouble(f"Virusskanneren svarte «{answer[:200]}».")
