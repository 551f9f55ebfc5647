"""Content sealed piece by piece with AES-256-GCM, so that a file streams and nothing of it can be cut off, moved or mixed.

A file is ``OPV1``, sixteen random bytes, and pieces of 64 KiB with their tags. Each file has a key of its own, made of
the case's key, the random bytes and the file's name; each piece has its place and whether it is the last in its nonce.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MARK = b"OPV1"
SALT = 16
TAG = 16
KEY = 32
PIECE = 64 * 1024
HEAD = len(MARK) + SALT


class Broken(Exception):
    """The content is not what was sealed: changed, cut off, moved, or sealed for another case."""


class Readable(Protocol):
    """Something that can be read from its beginning."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; nothing at the end."""
        ...


def derived(key: bytes, purpose: str, *, salt: bytes = b"") -> bytes:
    """A key for one purpose out of another: none of them tells of the one it came from."""
    return HKDF(SHA256(), KEY, salt or None, f"oppvekst {purpose}".encode()).derive(key)


class Sealer:
    """Seals what it is fed: ``feed`` gives back what is ready, ``finish`` the rest."""

    def __init__(self, key: bytes, name: str) -> None:
        self.head = MARK + secrets.token_bytes(SALT)
        self._cipher = _cipher(key, name, self.head)
        self._rest = bytearray()
        self._place = 0

    def feed(self, content: bytes) -> bytes:
        """Take more; a full piece is only sealed when there is something after it, since the last one is told apart."""
        self._rest += content
        ready = bytearray()
        while len(self._rest) > PIECE:
            ready += self._piece(bytes(self._rest[:PIECE]), last=False)
            del self._rest[:PIECE]
        return bytes(ready)

    def finish(self) -> bytes:
        """The last piece, empty if there was nothing."""
        return self._piece(bytes(self._rest), last=True)

    def _piece(self, content: bytes, *, last: bool) -> bytes:
        nonce, self._place = _nonce(self._place, last=last), self._place + 1
        return self._cipher.encrypt(nonce, content, self.head)


def seal(content: Iterable[bytes], key: bytes, name: str) -> Iterator[bytes]:
    """The content sealed for this name."""
    sealer = Sealer(key, name)
    yield sealer.head
    for part in content:
        if ready := sealer.feed(part):
            yield ready
    yield sealer.finish()


def unseal(source: Readable, key: bytes, name: str) -> Iterator[bytes]:
    """The content piece by piece; every piece is proven before it is given, and the end before the last one is."""
    head = _whole(source, HEAD)
    if len(head) != HEAD or not head.startswith(MARK):
        raise Broken("Filen er ikke forseglet av oss.")
    cipher, place = _cipher(key, name, head), 0
    piece = _whole(source, PIECE + TAG)
    while True:
        following = _whole(source, PIECE + TAG)
        yield _open(cipher, place, piece, head, last=not following)
        if not following:
            return
        piece, place = following, place + 1


def open_piece(key: bytes, name: str, head: bytes, place: int, piece: bytes, *, last: bool) -> bytes:
    """One piece by its place, for whoever must jump about in a file."""
    return _open(_cipher(key, name, head), place, piece, head, last=last)


def _open(cipher: AESGCM, place: int, piece: bytes, head: bytes, *, last: bool) -> bytes:
    try:
        return cipher.decrypt(_nonce(place, last=last), piece, head)
    except InvalidTag as wrong:
        raise Broken("Filen er endret, eller den er forseglet for noe annet.") from wrong


def _cipher(key: bytes, name: str, head: bytes) -> AESGCM:
    return AESGCM(derived(key, f"fil {name}", salt=head[len(MARK) :]))


def _nonce(place: int, *, last: bool) -> bytes:
    return place.to_bytes(11, "big") + bytes([last])


def _whole(source: Readable, size: int) -> bytes:
    """So many bytes, or fewer only at the end: some sources give less at a time."""
    found = bytearray()
    while len(found) < size and (part := source.read(size - len(found))):
        found += part
    return bytes(found)
