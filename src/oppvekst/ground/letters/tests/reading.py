"""Reads a finished letter as an archive, a screen reader and a person would."""

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

from oppvekst.ground.letters import Letter


def opened(letter: Letter) -> PdfReader:
    return PdfReader(io.BytesIO(letter.pdf), strict=True)


def text(letter: Letter) -> str:
    """All text, page by page, with the spaces of the page set to ordinary ones."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in opened(letter).pages))


def marks(letter: Letter) -> str:
    """The metadata in which the document says what standards it follows."""
    metadata: Any = opened(letter).trailer["/Root"]["/Metadata"]
    return str(metadata.get_data().decode())


def structure(letter: Letter) -> list[tuple[str, str]]:
    """The kinds of parts in reading order, each with its words for the blind."""
    return list(_parts(opened(letter).trailer["/Root"]["/StructTreeRoot"]))


def fonts(letter: Letter) -> dict[str, bool]:
    """The fonts and whether each is inside the document."""
    found = {}
    for page in opened(letter).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            described: Any = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = described["/FontDescriptor"]
            found[str(described["/BaseFont"])] = bool({"/FontFile2", "/FontFile3"} & set(descriptor))
    return found


def _parts(node: Any) -> Iterator[tuple[str, str]]:
    part = node.get_object() if hasattr(node, "get_object") else node
    if not isinstance(part, dict):
        return
    if "/S" in part:
        yield str(part["/S"]), str(part.get("/Alt", ""))
    below = part.get("/K", [])
    for child in below if isinstance(below, list) else [below]:
        yield from _parts(child)
