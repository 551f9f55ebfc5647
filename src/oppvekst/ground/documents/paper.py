"""The child process that reads foreign documents: ``python -m oppvekst.ground.documents.paper``. Knows nothing of us.

Everything a copy has is made here from what can be seen: the drawn page with the frames painted, and the words that are
left, written invisibly over the drawing so that the copy can be read aloud and searched. Nothing is carried over.
"""

from __future__ import annotations

import io
import json
import re
import resource
import sys
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops, ImageDraw

DOTS = 150 / 72
PICTURE_DOTS = 110 / 72
PAGES = 600
MEMORY, SECONDS = 3_000_000_000, 100
MOST_DOTS = 40_000_000
MARGIN = 2
FOOT, FONT = 26, "Inter"
DARK, PAPER = (25, 28, 33), (255, 255, 255)
SHADE, EDGE = (255, 208, 196), (176, 32, 20)
INK = 24
LONGEST_PART = 20_000_000
A4 = (595.0, 842.0)

type Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Letter:
    """One character and where it is drawn, in dots from the upper left corner."""

    sign: str
    box: Box


def main() -> None:
    """Answer one question."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    told, content = answer(json.loads(sys.stdin.buffer.readline()), sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + content)


def answer(asked: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
    """What was asked of the content: plain values, and perhaps bytes."""
    return TASKS[asked.pop("task")](_document(content, asked.pop("kind")), **asked)


def anatomy(document: pypdfium2.PdfDocument) -> tuple[dict[str, Any], bytes]:
    """What it is made of."""
    pages = []
    for page in document:
        width, height = page.get_size()
        pages.append({"width": width, "height": height, "words": len(_words(_letters(page, 1)))})
    told = {
        "pages": pages, "comments": sum(_comments(page) for page in document),
        "form": document.get_formtype() != pdfium.FORMTYPE_NONE, "layers": _layered(document),
        "attachments": document.count_attachments(),
    }  # fmt: skip
    return told, b""


def picture(
    document: pypdfium2.PdfDocument, page: int, comments: bool, cuts: list[dict[str, Any]]
) -> tuple[dict[str, Any], bytes]:
    """One page as PNG, with what is to be left out shown as it will be, but so that it can still be read."""
    drawing = _drawn(document, page, PICTURE_DOTS, comments=comments)
    whole = any(cut["page"] == page and not cut["frame"] and not cut["words"] for cut in cuts)
    frames = [box for box, _label in _frames(document, page, cuts, [0] * len(cuts), PICTURE_DOTS)]
    shade = Image.new("RGB", drawing.size, PAPER)
    brush = ImageDraw.Draw(shade)
    for left, top, right, bottom in [(0, 0, *drawing.size)] if whole else frames:
        brush.rectangle(
            (left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN), fill=SHADE, outline=EDGE, width=2
        )
    out = io.BytesIO()
    ImageChops.multiply(drawing, shade).save(out, "PNG")
    return {}, out.getvalue()


def places(document: pypdfium2.PdfDocument, words: str) -> tuple[dict[str, Any], bytes]:
    """The pages where the words stand."""
    found = [number for number, page in enumerate(document) for _hit in _hits(_letters(page, 1), words)]
    return {"pages": found}, b""


def text(document: pypdfium2.PdfDocument, page: int) -> tuple[dict[str, Any], bytes]:
    """The words of one page, in a line."""
    words = _words(_letters(document[page], 1))
    return {"text": " ".join("".join(letter.sign for letter in word) for word in words)}, b""


def copy(
    document: pypdfium2.PdfDocument, cuts: list[dict[str, Any]], title: str, foot: str
) -> tuple[dict[str, Any], bytes]:
    """The document made anew."""
    from oppvekst.ground.documents.binding import Binding

    binding, counted = Binding(title, FONT, _font()), [0] * len(cuts)
    silent = _layered(document)
    for number in range(len(document)):
        whole = [cut for cut in cuts if cut["page"] == number and not cut["frame"] and not cut["words"]]
        if whole:
            counted[cuts.index(whole[0])] += 1
            binding.empty(document[number].get_size(), whole[0]["label"], foot)
            continue
        frames = list(_frames(document, number, cuts, counted, DOTS))
        drawing = _painted(_drawn(document, number, DOTS), [box for box, _label in frames])
        letters = [] if silent else _letters(document[number], DOTS)
        left = [word for word in _left(letters, [box for box, _label in frames]) if _seen(drawing, word)]
        binding.page(drawing, DOTS, _spans(left), frames, foot)
    made = binding.bound()
    _refuse_leaks(made, [cut["words"] for cut in cuts if cut["words"]])
    return {"places": counted}, made


def _frames(
    document: pypdfium2.PdfDocument, number: int, cuts: list[dict[str, Any]], counted: list[int], dots: float
) -> Iterator[tuple[Box, str]]:
    """Every frame to paint on a page, with what stands on it."""
    page = document[number]
    width, height = (side * dots for side in page.get_size())
    for place, cut in enumerate(cuts):
        if cut["words"]:
            for hit in _hits(_letters(page, dots), cut["words"]):
                counted[place] += 1
                yield from ((box, cut["label"]) for box in _lines(hit))
        elif cut["frame"] and cut["page"] == number:
            counted[place] += 1
            left, top, right, bottom = cut["frame"]
            yield (left * width, top * height, right * width, bottom * height), cut["label"]


def _document(content: bytes, kind: str) -> pypdfium2.PdfDocument:
    if kind in {"jpeg", "png"}:
        content = _from_picture(content)
    if kind == "txt":
        content = _from_text(content)
    document = pypdfium2.PdfDocument(content)
    if not 0 < len(document) <= PAGES:
        raise ValueError("for mange sider")
    return document


def _from_picture(content: bytes) -> bytes:
    """One page of a photograph, the right way up, without what the camera wrote of where it was."""
    from PIL import ImageOps

    Image.MAX_IMAGE_PIXELS = MOST_DOTS
    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as found:
        upright = ImageOps.exif_transpose(found).convert("RGB")
    upright.thumbnail((2400, 2400))
    out = io.BytesIO()
    upright.save(out, "PDF", resolution=max(upright.size) / 11.0)
    return out.getvalue()


def _from_text(content: bytes) -> bytes:
    from oppvekst.ground.documents.binding import typed

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return typed(text, FONT, _font(), A4)


def _drawn(document: pypdfium2.PdfDocument, number: int, dots: float, *, comments: bool = False) -> Image.Image:
    page = document[number]
    width, height = page.get_size()
    if width * height * dots * dots > MOST_DOTS:
        raise ValueError("for stor side")
    if comments:
        document.init_forms()
        page = document[number]
    drawing = page.render(scale=dots, draw_annots=comments, may_draw_forms=comments)
    found: Image.Image = drawing.to_pil().convert("RGB")
    return found


def _painted(drawing: Image.Image, boxes: Iterable[Box]) -> Image.Image:
    """The dots themselves are replaced: there is nothing under the paint."""
    brush = ImageDraw.Draw(drawing)
    for left, top, right, bottom in boxes:
        brush.rectangle((left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN), fill=DARK)
    return drawing


def _letters(page: pypdfium2.PdfPage, dots: float) -> list[Letter]:
    """Every character in reading order. Where it is drawn follows the page's own turn and crop."""
    text = page.get_textpage()
    size = [round(side * dots) for side in page.get_size()]
    return [
        Letter(chr(pdfium.FPDFText_GetUnicode(text.raw, at) or 32), _box(page, text, at, size))
        for at in range(text.count_chars())
    ]


def _box(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, at: int, size: list[int]) -> Box:
    try:
        left, bottom, right, top = text.get_charbox(at, loose=True)
    except pypdfium2.PdfiumError:
        return (0.0, 0.0, 0.0, 0.0)
    one, other = _device(page, left, bottom, size), _device(page, right, top, size)
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _device(page: pypdfium2.PdfPage, x: float, y: float, size: list[int]) -> tuple[float, float]:
    from ctypes import c_int

    # A finer grid than the dots: the device coordinates are whole numbers.
    across, down = c_int(), c_int()
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, size[0] * 16, size[1] * 16, 0, x, y, across, down)
    return across.value / 16, down.value / 16


def _words(letters: list[Letter]) -> list[list[Letter]]:
    """Characters between spaces."""
    groups = groupby(letters, key=lambda letter: letter.sign.isspace() or not letter.sign.isprintable())
    return [list(group) for space, group in groups if not space]


def _hits(letters: list[Letter], words: str) -> Iterator[list[Letter]]:
    """Where the words stand: from the beginning of a word to the end of one, so that «Idas» goes with «Ida».

    Upper and lower case are alike, so are line breaks and spaces, and a word divided at the end of a line is one word.
    """
    signs, owners = _folded(letters)
    sought = " ".join(unicodedata.normalize("NFKC", words).casefold().split())
    at = signs.find(sought) if sought else -1
    while at >= 0:
        until = at + len(sought)
        if at == 0 or not (signs[at - 1].isalnum() and sought[0].isalnum()):
            while until < len(signs) and signs[until].isalnum() and sought[-1].isalnum():
                until += 1
            yield [letters[owner] for owner in dict.fromkeys(owners[at:until])]
        at = signs.find(sought, max(until, at + 1))


def _folded(letters: list[Letter]) -> tuple[str, list[int]]:
    """The text as it is compared, and which character each sign of it came from."""
    signs: list[str] = []
    owners: list[int] = []
    for place, letter in enumerate(letters):
        if letter.sign in "\u00ad\u0002\ufffe":
            continue
        for sign in unicodedata.normalize("NFKC", letter.sign).casefold():
            if sign.isspace() or not sign.isprintable():
                if signs and signs[-1] != " ":
                    signs.append(" ")
                    owners.append(place)
                continue
            if sign.isalnum() and len(signs) > 1 and signs[-2:] == ["-", " "]:
                del signs[-2:], owners[-2:]
            signs.append(sign)
            owners.append(place)
    return "".join(signs), owners


def _lines(hit: list[Letter]) -> Iterator[Box]:
    """A hit as one frame a line."""
    line: list[Box] = []
    for letter in hit:
        box = letter.box
        if box[2] <= box[0]:
            continue
        if line and not (box[1] < line[-1][3] and box[3] > line[-1][1]):
            yield _around(line)
            line = []
        line.append(box)
    if line:
        yield _around(line)


def _around(boxes: list[Box]) -> Box:
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes)
    )  # fmt: skip


def _left(letters: list[Letter], frames: list[Box]) -> list[list[Letter]]:
    """The words that no frame touches. A word that is touched goes whole: half a name is a name."""
    return [
        word for word in _words(letters) if not any(_meet(letter.box, frame) for letter in word for frame in frames)
    ]


def _meet(one: Box, other: Box) -> bool:
    across, down = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return across > -MARGIN and down > -MARGIN


def _seen(drawing: Image.Image, word: list[Letter]) -> bool:
    """Whether there is something to see where the word is said to stand: hidden text is not carried over."""
    left, top, right, bottom = _around([letter.box for letter in word])
    inside = (
        max(0, int(left)),
        max(0, int(top)),
        min(drawing.width, int(right) + 1),
        min(drawing.height, int(bottom) + 1),
    )
    if inside[2] <= inside[0] or inside[3] <= inside[1]:
        return False
    return any(high - low > INK for low, high in drawing.crop(inside).getextrema())  # type: ignore[misc]


def _spans(words: list[list[Letter]]) -> list[tuple[str, Box]]:
    return [("".join(letter.sign for letter in word), _around([letter.box for letter in word])) for word in words]


def _comments(page: pypdfium2.PdfPage) -> int:
    return int(pdfium.FPDFPage_GetAnnotCount(page.raw))


def _layered(document: pypdfium2.PdfDocument) -> bool:
    """Whether it may have layers that are switched off. What is in them is drawn or not; their words are not carried over.

    Told by the file's own bytes, and by the packed parts of it; of a locked file nothing can be told, and that is a yes.
    """
    content = bytes(document._input)
    if b"/Encrypt" in content or b"/OCProperties" in content:
        return True
    return any(
        b"/OCProperties" in _unpacked(part)
        for part in re.findall(rb"/ObjStm.*?stream\r?\n(.*?)endstream", content, re.S)
    )


def _unpacked(part: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(part, LONGEST_PART)
    except zlib.error:
        return b"/OCProperties"


def _refuse_leaks(made: bytes, withheld: list[str]) -> None:
    """The last look: the copy is opened again and must not have the words."""
    for page in pypdfium2.PdfDocument(made):
        letters = _letters(page, 1)
        if any(next(_hits(letters, words), None) for words in withheld):
            raise ValueError("ordene står igjen")


def _font() -> Path:
    return Path(__file__).parents[1] / "letters" / "fonts" / "Inter.ttf"


TASKS: dict[str, Callable[..., tuple[dict[str, Any], bytes]]] = {
    "anatomy": anatomy,
    "picture": picture,
    "places": places,
    "text": text,
    "copy": copy,
}

if __name__ == "__main__":
    main()
