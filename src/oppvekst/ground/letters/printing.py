"""Letters put one after the other for the printer. Each alone is the document that is kept; the pile is not."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pypdfium2


def pile(letters: Iterable[bytes]) -> bytes:
    """All the pages of all the letters, in order, each letter on a sheet of its own when both sides are printed."""
    joined = pypdfium2.PdfDocument.new()
    for one in letters:
        letter = pypdfium2.PdfDocument(one)
        joined.import_pages(letter)
        if len(letter) % 2:
            joined.new_page(*letter[0].get_size())
    out = io.BytesIO()
    joined.save(out)
    return out.getvalue()
