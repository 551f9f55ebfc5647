"""What is uploaded is sealed as it arrives, and what it is, is told by its content."""

from __future__ import annotations

import io
import secrets
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from oppvekst.ground.documents.kinds import KINDS, kind_of
from oppvekst.ground.documents.sealed import PIECE
from oppvekst.ground.documents.uploads import SealedUpload, SealedUploads, Spool


def arrived(content: bytes) -> SealedUpload:
    handler = SealedUploads()
    handler.new_file("filer", "brev.pdf", "application/pdf", None)
    for at in range(0, len(content), 50_000):
        handler.receive_data_chunk(content[at : at + 50_000], at)
    return handler.file_complete(len(content))


@pytest.mark.parametrize("size", [0, 1, PIECE, PIECE + 1, 3 * PIECE, 200_001])
def test_what_arrives_can_be_read_from_any_place_and_lies_sealed(size: int) -> None:
    content = secrets.token_bytes(size)
    upload = arrived(content)
    assert b"".join(upload.chunks()) == content
    spool = upload.file
    assert isinstance(spool, Spool)
    spool.seek(size // 2)
    assert spool.read() == content[size // 2 :]
    spool._file.seek(0)
    assert size < 16 or content[:64] not in spool._file.read()


def test_a_file_that_is_too_large_is_let_go_of_while_it_arrives(settings: Any) -> None:
    settings.DOCUMENT_MAX_BYTES = 100_000
    upload = arrived(bytes(170_000))
    assert (upload.too_large, upload.size) == (True, 170_000)
    assert isinstance(upload.file, Spool)
    assert upload.file.size <= 100_000


def package(**files: bytes) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/").replace("TYPES", "[Content_Types].xml"), content)
    return out.getvalue()


def pdf() -> bytes:
    out = io.BytesIO()
    page = Canvas(out)
    page.drawString(72, 700, "Hei")
    page.save()
    return out.getvalue()


def drawn(form: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, form)
    return out.getvalue()


WORD = {"TYPES": b"<Types/>", "word__document.xml": b"<w/>"}
TAKEN = {
    "pdf": pdf(),
    "jpeg": drawn("JPEG"),
    "png": drawn("PNG"),
    "heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(50),
    "docx": package(**WORD),
    "odt": package(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": b"<a/>"}),
    "eml": "From: skolen@example.no\r\nSubject: Emil\r\n\r\nHei, blå øyne".encode(),
    "txt": "Samtale med bestemor, æøå.\n".encode(),
}
NOT_TAKEN = {
    "a program": b"MZ\x90\0" + bytes(200),
    "a page of the web": b"<!doctype html><html><script>alert(1)</script>",
    "a drawing that can run": b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
    "Word with programs in it": package(**WORD, **{"word__vbaProject.bin": b"x"}),
    "a package of files": package(**{"a.txt": b"x"}),
    "a broken package": b"PK\x03\x04" + bytes(40),
    "nothing": b"",
    "a picture that is a PDF further down": b"GIF89a\1\0%PDF-1.4",
}


@pytest.mark.parametrize("kind", sorted(TAKEN))
def test_each_kind_we_take_is_known_by_its_content(kind: str) -> None:
    assert kind_of(io.BytesIO(TAKEN[kind])) == kind
    assert kind in KINDS


@pytest.mark.parametrize("what", sorted(NOT_TAKEN))
def test_what_we_do_not_take_is_refused_whatever_it_is_called(what: str) -> None:
    assert kind_of(io.BytesIO(NOT_TAKEN[what])) == ""


def test_nothing_is_left_behind_in_the_folder_of_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    arrived(bytes(100_000))
    assert list(tmp_path.iterdir()) == []
