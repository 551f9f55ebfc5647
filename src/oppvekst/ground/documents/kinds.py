"""What a file is, told by its content. What it is called, and what the sender says it is, decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO
from zipfile import BadZipFile, ZipFile

import puremagic

HEAD = 64 * 1024
# Text has these and no other control characters.
SPACE = {9, 10, 12, 13}
PAGES_OF_THE_WEB = (b"<html", b"<!doctype", b"<script", b"<svg", b"<?xml")
LETTER_HEADS = (b"from:", b"received:", b"return-path:", b"date:", b"subject:", b"message-id:", b"delivered-to:")


@dataclass(frozen=True)
class Kind:
    """A kind of file we keep: its name to people, how it is served, and what its name ends with."""

    title: str
    media_type: str
    ending: str
    # Whether its pages can be drawn here, so that it can be read and marked without leaving the house.
    drawn: bool = False


KINDS = {
    "pdf": Kind("PDF", "application/pdf", ".pdf", drawn=True),
    "jpeg": Kind("Bilde (JPEG)", "image/jpeg", ".jpg", drawn=True),
    "png": Kind("Bilde (PNG)", "image/png", ".png", drawn=True),
    "heic": Kind("Bilde (HEIC)", "image/heic", ".heic"),
    "docx": Kind("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    "odt": Kind("OpenDocument-tekst", "application/vnd.oasis.opendocument.text", ".odt"),
    "eml": Kind("E-post", "message/rfc822", ".eml"),
    "txt": Kind("Tekst", "text/plain", ".txt", drawn=True),
}
TAKEN = "PDF, bilder (JPEG, PNG, HEIC), Word (docx), OpenDocument (odt), e-post (eml) og ren tekst"
BY_MEDIA_TYPE = {"image/jpeg": "jpeg", "image/png": "png", "image/heif": "heic", "image/heic": "heic"}


def kind_of(content: IO[bytes]) -> str:
    """The kind by its key in `KINDS`, or nothing when we do not take it."""
    content.seek(0)
    head = content.read(HEAD)
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _office(content)
    if _is_text(head):
        return _written(head)
    return BY_MEDIA_TYPE.get(_guess(head), "") if head else ""


def _guess(head: bytes) -> str:
    try:
        found = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return ""
    return found[0].mime_type if found else ""


def _is_text(head: bytes) -> bool:
    """UTF-8 or the old Norwegian code page, without anything a text does not have. A cut last letter does not count."""
    return bool(head.strip()) and all(byte in SPACE or (byte >= 32 and byte != 127) for byte in head)


def _written(head: bytes) -> str:
    lowered = head[:4096].lower().lstrip(b"\xef\xbb\xbf \r\n\t")
    if any(mark in lowered for mark in PAGES_OF_THE_WEB):
        return ""
    return "eml" if lowered.startswith(LETTER_HEADS) else "txt"


def _office(content: IO[bytes]) -> str:
    """A text document without programs in it; other packages of that form we do not take."""
    try:
        with ZipFile(content) as package:
            names = set(package.namelist())
            if any(
                name.lower().endswith(("vbaproject.bin", ".exe", ".js")) or "basic/" in name.lower() for name in names
            ):
                return ""
            if {"[Content_Types].xml", "word/document.xml"} <= names:
                return "docx"
            said = package.read("mimetype")[:100] if "mimetype" in names else b""
            return "odt" if said.strip() == KINDS["odt"].media_type.encode() else ""
    except (BadZipFile, RuntimeError, NotImplementedError, OSError, ValueError):
        return ""
