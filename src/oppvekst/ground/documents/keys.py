"""The key of a municipality, which wraps the keys of its cases. Kept in files here; elsewhere, by whoever keeps keys."""

from __future__ import annotations

import base64
import os
import re
import secrets
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils.module_loading import import_string

from oppvekst.ground.documents.sealed import KEY, Broken

NONCE = 12
OTHERS = stat.S_IRWXG | stat.S_IRWXO
NAME = re.compile(r"(\d{4})-(\d+)\.key")


class KeyTrouble(Exception):
    """A key is not there, or lies where others can read it. Says what to do about it."""


@dataclass(frozen=True)
class Wrapped:
    """A key that only the one with the named key can read."""

    key_name: str
    content: bytes


class KeyKeeper(Protocol):
    """Keeps a municipality's key and never gives it out: a folder of files, or a key management service (KMS)."""

    def make(self, municipality: int) -> str:
        """A new key, in use from now on; the earlier ones still open what they closed. Gives its name."""
        ...

    def current(self, municipality: int) -> str:
        """The name of the key in use; raises `KeyTrouble` if there is none."""
        ...

    def wrap(self, municipality: int, key: bytes, about: str) -> Wrapped:
        """Close a key with the one in use. ``about`` says whose it is, and must be said again to open it."""
        ...

    def unwrap(self, municipality: int, wrapped: Wrapped, about: str) -> bytes:
        """Open it; raises `Broken` when it was closed for something else."""
        ...


class KeyFiles:
    """One file a key, ``9998-1.key``, readable by its owner alone. The highest number is the one in use."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or Path(settings.DOCUMENT_KEYS)

    def make(self, municipality: int) -> str:
        """Write a new key, on disk before this returns."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        newest = max(self._numbers(municipality), default=0)
        name = f"{municipality:04d}-{newest + 1}"
        handle = os.open(self._path(name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(base64.b64encode(secrets.token_bytes(KEY)))
            file.flush()
            os.fsync(file.fileno())
        return name

    def current(self, municipality: int) -> str:
        """The highest number there is."""
        newest = max(self._numbers(municipality), default=0)
        if not newest:
            raise KeyTrouble(
                f"Kommune {municipality:04d} har ingen dokumentnøkkel i {self.folder}. Kjør «oppvekst init», eller hent "
                "nøkkelen tilbake fra sikkerhetskopien: uten den kan ingen lese dokumentene."
            )
        return f"{municipality:04d}-{newest}"

    def wrap(self, municipality: int, key: bytes, about: str) -> Wrapped:
        """Close a key with the newest one."""
        name, nonce = self.current(municipality), secrets.token_bytes(NONCE)
        return Wrapped(name, nonce + AESGCM(self._read(name)).encrypt(nonce, key, _bound(name, about)))

    def unwrap(self, municipality: int, wrapped: Wrapped, about: str) -> bytes:
        """Open with the key that closed it, if that is this municipality's."""
        found = NAME.fullmatch(f"{wrapped.key_name}.key")
        if not found or int(found[1]) != municipality:
            raise Broken("Nøkkelen hører ikke til kommunen.")
        nonce, closed = wrapped.content[:NONCE], wrapped.content[NONCE:]
        try:
            return AESGCM(self._read(wrapped.key_name)).decrypt(nonce, closed, _bound(wrapped.key_name, about))
        except InvalidTag as wrong:
            raise Broken("Saksnøkkelen er endret, eller den gjelder en annen sak.") from wrong

    def _read(self, name: str) -> bytes:
        path = self._path(name)
        try:
            mode = path.stat().st_mode
            content = path.read_bytes()
        except OSError as error:
            raise KeyTrouble(f"Vi får ikke lest dokumentnøkkelen {path}: {error.strerror}.") from error
        if mode & OTHERS:
            raise KeyTrouble(f"Andre kan lese dokumentnøkkelen {path}. Kjør «chmod 600 {path}», og lag en ny nøkkel.")
        key = base64.b64decode(content)
        if len(key) != KEY:
            raise KeyTrouble(f"{path} er ingen hel dokumentnøkkel. Hent den tilbake fra sikkerhetskopien.")
        return key

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.key"

    def _numbers(self, municipality: int) -> Iterator[int]:
        for path in self.folder.glob(f"{municipality:04d}-*.key"):
            if found := NAME.fullmatch(path.name):
                yield int(found[2])


def keeper() -> KeyKeeper:
    """Who keeps the keys here."""
    found: KeyKeeper = import_string(settings.DOCUMENT_KEEPER)()
    return found


def ensure_key(municipality: int) -> str:
    """The key in use; the first one is made if there is none."""
    try:
        return keeper().current(municipality)
    except KeyTrouble:
        return keeper().make(municipality)


def _bound(name: str, about: str) -> bytes:
    return f"{name}|{about}".encode()
