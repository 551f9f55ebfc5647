"""What is uploaded never lies in the open on a disk: larger files are sealed as they arrive, with a key nobody keeps."""

from __future__ import annotations

import io
import secrets
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Any, cast

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from oppvekst.ground.documents.sealed import HEAD, KEY, PIECE, TAG, Sealer, open_piece

NAME = "mottak"


class Spool(io.RawIOBase):
    """A file without a name, sealed: whoever finds its bytes has neither its key nor its content."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(KEY)
        self._sealer = Sealer(self._key, NAME)
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115
        self._file.write(self._sealer.head)
        self.size = 0
        self._at = 0
        self._known = (-1, b"")

    def write(self, content: Any) -> int:
        """Take more, until it is finished."""
        self._file.write(self._sealer.feed(bytes(content)))
        self.size += len(content)
        return len(content)

    def finish(self) -> None:
        """Nothing more is coming."""
        self._file.write(self._sealer.finish())

    def readable(self) -> bool:
        """It can be read."""
        return True

    def seekable(self) -> bool:
        """One can jump about in it."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        self._at = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence] + offset
        return self._at

    def tell(self) -> int:
        """Where we are."""
        return self._at

    def readinto(self, buffer: Any) -> int:
        """As much as there is room for: whoever reads a package expects what it asks for."""
        filled = 0
        while filled < len(buffer) and self._at < self.size:
            found = self._piece(self._at // PIECE)[self._at % PIECE :][: len(buffer) - filled]
            buffer[filled : filled + len(found)] = found
            filled, self._at = filled + len(found), self._at + len(found)
        return filled

    def close(self) -> None:
        """The file is gone, and with it the key."""
        self._file.close()
        super().close()

    def _piece(self, place: int) -> bytes:
        if self._known[0] != place:
            self._file.seek(HEAD + place * (PIECE + TAG))
            last = place == max(0, (self.size - 1) // PIECE)
            sealed = self._file.read(PIECE + TAG)
            self._known = (place, open_piece(self._key, NAME, self._sealer.head, place, sealed, last=last))
        return self._known[1]


class SealedUpload(UploadedFile):  # type: ignore[type-arg]
    """An uploaded file in a spool. ``too_large`` tells that it was let go of while it arrived."""

    def __init__(self, spool: Spool, *, seen: int, **about: Any) -> None:
        super().__init__(file=cast(IO[Any], spool), size=seen, **about)
        self.too_large = seen > settings.DOCUMENT_MAX_BYTES

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """All of it, from the beginning."""
        self.seek(0)
        while part := self.read(PIECE):
            yield part


class SealedUploads(FileUploadHandler):
    """Takes what is too large to be held in memory."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins."""
        super().new_file(*args, **kwargs)
        self.spool, self.seen = Spool(), 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """More of it. What is beyond the limit is counted and let go of, so that the rest of the form arrives."""
        self.seen += len(raw_data)
        if self.seen <= settings.DOCUMENT_MAX_BYTES:
            self.spool.write(raw_data)

    def file_complete(self, file_size: int) -> SealedUpload:
        """The whole of it has come."""
        self.spool.finish()
        return SealedUpload(
            self.spool, seen=self.seen, name=self.file_name, content_type=self.content_type, charset=self.charset,
            content_type_extra=self.content_type_extra,
        )  # fmt: skip

    def upload_interrupted(self) -> None:
        """It stopped on the way."""
        if hasattr(self, "spool"):
            self.spool.close()
