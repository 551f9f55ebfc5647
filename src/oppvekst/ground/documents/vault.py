"""Putting content away for a case, and taking it out again. The name of a file is a keyed hash of what is in it.

The key of the hash is the case's own: the same letter in two cases has two names, and nobody can try what is in a file.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol
from uuid import UUID

from django.core.files.base import File
from django.core.files.storage import Storage, storages

from oppvekst.ground.documents.keys import Wrapped, keeper
from oppvekst.ground.documents.models import CaseKey
from oppvekst.ground.documents.sealed import KEY, PIECE, Broken, derived, seal, unseal


class Content(Protocol):
    """Something that can be read more than once."""

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """All of it, from the beginning."""
        ...


@dataclass(frozen=True)
class CaseKeys:
    """The two keys of a case: one to seal with, one to name with."""

    municipality: int
    sealing: bytes
    naming: bytes


@dataclass(frozen=True)
class Stored:
    """Where it lies, and how much it is."""

    address: str
    size: int


def storage() -> Storage:
    """Where documents lie: a folder, or an S3-compatible store."""
    return storages["documents"]


def keys_of(case_id: UUID, municipality: int) -> CaseKeys:
    """The keys of a case that one may see. They are made the first time something is put there."""
    row = CaseKey.objects.filter(case_id=case_id).first() or _first(case_id, municipality)
    wrapped = Wrapped(row.key_name, bytes(row.wrapped))
    key = keeper().unwrap(row.municipality_id, wrapped, _about(case_id))
    return CaseKeys(row.municipality_id, derived(key, "innhold"), derived(key, "navn"))


def put(content: Content, keys: CaseKeys) -> Stored:
    """Put content away, whole and on disk when this returns. What lies there already is read through, not believed."""
    digest, size = hmac.new(keys.naming, digestmod=sha256), 0
    for part in content.chunks():
        digest.update(part)
        size += len(part)
    stored = Stored(digest.hexdigest(), size)
    if not is_whole(stored.address, keys):
        place = path_of(keys.municipality, stored.address)
        with suppress(FileNotFoundError):
            storage().delete(place)
        storage().save(place, _Sealed(seal(content.chunks(), keys.sealing, stored.address)))
    return stored


def take(address: str, keys: CaseKeys) -> Iterator[bytes]:
    """The content, piece by piece. Nothing is asked of the database: it can be sent on while it is read."""
    with storage().open(path_of(keys.municipality, address)) as file:
        yield from unseal(file, keys.sealing, address)


def is_whole(address: str, keys: CaseKeys) -> bool:
    """Whether the file is there, opens, and is what its name says."""
    digest = hmac.new(keys.naming, digestmod=sha256)
    try:
        for part in take(address, keys):
            digest.update(part)
    except (Broken, FileNotFoundError):
        return False
    return hmac.compare_digest(digest.hexdigest(), address)


def path_of(municipality: int, address: str) -> str:
    """Where a file lies in the storage."""
    return f"{municipality:04d}/{address[:2]}/{address[2:]}"


def stored(municipality: int) -> Iterator[str]:
    """The address of every file there is."""
    place = storage()
    try:
        folders, _files = place.listdir(f"{municipality:04d}")
    except FileNotFoundError:
        return
    for folder in sorted(folders):
        _folders, files = place.listdir(f"{municipality:04d}/{folder}")
        yield from sorted(f"{folder}{name}" for name in files if not name.startswith("."))


def rewrap(municipality: int) -> int:
    """Close every case's key with the municipality's newest one. The documents themselves are not touched."""
    newest, done = keeper().current(municipality), 0
    for row in CaseKey.objects.filter(municipality_id=municipality).exclude(key_name=newest).iterator():
        about = _about(row.case_id)
        key = keeper().unwrap(municipality, Wrapped(row.key_name, bytes(row.wrapped)), about)
        fresh = keeper().wrap(municipality, key, about)
        row.key_name, row.wrapped = fresh.key_name, fresh.content
        row.save(update_fields=["key_name", "wrapped"])
        done += 1
    return done


def _first(case_id: UUID, municipality: int) -> CaseKey:
    """Two that come at once agree: the one that came first stands."""
    wrapped = keeper().wrap(municipality, secrets.token_bytes(KEY), _about(case_id))
    row = CaseKey(
        municipality_id=municipality, case_id=case_id, key_name=wrapped.key_name, wrapped=wrapped.content
    )  # fmt: skip
    CaseKey.objects.bulk_create([row], ignore_conflicts=True)
    return CaseKey.objects.get(case_id=case_id)


def _about(case_id: UUID) -> str:
    return f"sak {case_id}"


class _Sealed(File):  # type: ignore[type-arg]
    """What a storage asks of a file, over a stream: it is read once, in order."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        super().__init__(None)
        self._parts, self._rest = iter(parts), b""

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The parts as they are sealed."""
        while part := self.read(PIECE):
            yield part

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes; everything when no number is said."""
        while size < 0 or len(self._rest) < size:
            part = next(self._parts, None)
            if part is None:
                break
            self._rest += part
        found, self._rest = (self._rest, b"") if size < 0 else (self._rest[:size], self._rest[size:])
        return found
