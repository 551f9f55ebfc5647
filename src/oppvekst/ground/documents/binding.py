"""Writing PDF anew in the child process: a drawing a page, the words over it that can be read aloud, and nothing else."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from PIL import Image

type Box = tuple[float, float, float, float]

FOOT = 26
SMALL, TEXT = 7.5, 11
SIDE = 56
UNSEEN = 3
LABEL_SIZES = (9.0, 7.5, 6.0, 5.0)


class Binding:
    """A document that is being written."""

    def __init__(self, title: str, font: str, path: Path) -> None:
        self._out, self._font = io.BytesIO(), font
        pdfmetrics.registerFont(TTFont(font, str(path)))
        self._canvas = Canvas(self._out, pageCompression=1, invariant=1, lang="nb")
        self._canvas.setTitle(title)
        self._canvas.setAuthor("")
        self._canvas.setProducer("Oppvekst")
        self._canvas.setCreator("Oppvekst")

    def page(
        self, drawing: Image.Image, dots: float, words: list[tuple[str, Box]], frames: list[tuple[Box, str]], foot: str
    ) -> None:
        """A page: the drawing, its words unseen, a label on each frame, and a line at the foot that says what this is."""
        width, height = drawing.width / dots, drawing.height / dots
        self._begin(width, height)
        self._canvas.drawImage(_jpeg(drawing), 0, FOOT, width, height)
        # How text is drawn stays on after the text: it is put back, or the labels would not be seen either.
        self._canvas.saveState()
        for text, (left, top, right, bottom) in words:
            self._unseen(text, left / dots, FOOT + height - bottom / dots, (right - left) / dots, (bottom - top) / dots)
        self._canvas.restoreState()
        for box, label in frames:
            self._label(label, [side / dots for side in box], height)
        self._end(width, foot, sorted({label for _box, label in frames}))

    def empty(self, size: tuple[float, float], label: str, foot: str) -> None:
        """A page that is withheld whole."""
        width, height = size
        self._begin(width, height)
        self._canvas.setFont(self._font, TEXT)
        self._canvas.drawCentredString(width / 2, FOOT + height / 2, f"Hele siden er unntatt fra innsyn: {label}")
        self._end(width, foot, [label])

    def bound(self) -> bytes:
        """The whole of it."""
        self._canvas.save()
        return self._out.getvalue()

    def _begin(self, width: float, height: float) -> None:
        self._canvas.setPageSize((width, height + FOOT))

    def _end(self, width: float, foot: str, labels: list[str]) -> None:
        self._canvas.setFont(self._font, SMALL)
        told = f"{foot} Unntatt på denne siden: {'; '.join(labels)}." if labels else foot
        lines = simpleSplit(told, self._font, SMALL, width - 24)
        for number, line in enumerate(lines[:2]):
            self._canvas.drawString(12, FOOT - 10 - number * 9, line)
        self._canvas.showPage()

    def _unseen(self, text: str, x: float, y: float, width: float, height: float) -> None:
        size = max(1.0, height * 0.75)
        wide = pdfmetrics.stringWidth(text, self._font, size) or 1.0
        words = self._canvas.beginText()
        words.setTextRenderMode(UNSEEN)
        words.setFont(self._font, size)
        words.setHorizScale(100 * width / wide)
        words.setTextOrigin(x, y + height * 0.2)
        words.textOut(text + " ")
        self._canvas.drawText(words)

    def _label(self, label: str, box: list[float], height: float) -> None:
        """In white on the frame where there is room for it; the foot of the page says it in any case."""
        left, top, right, bottom = box
        for size in LABEL_SIZES:
            if size <= bottom - top and pdfmetrics.stringWidth(label, self._font, size) <= right - left:
                self._canvas.setFillGray(1)
                self._canvas.setFont(self._font, size)
                middle = FOOT + height - (top + bottom) / 2 - size * 0.36
                self._canvas.drawCentredString((left + right) / 2, middle, label)
                self._canvas.setFillGray(0)
                return


def typed(text: str, font: str, path: Path, size: tuple[float, float]) -> bytes:
    """Plain text on pages."""
    out = io.BytesIO()
    pdfmetrics.registerFont(TTFont(font, str(path)))
    canvas = Canvas(out, pagesize=size, invariant=1)
    width, height = size
    lines = [
        piece
        for line in text.expandtabs(4).splitlines()
        for piece in (simpleSplit(line, font, TEXT, width - 2 * SIDE) or [""])
    ]
    fitting = int((height - 2 * SIDE) / (TEXT * 1.45))
    for first in range(0, max(1, len(lines)), fitting):
        canvas.setFont(font, TEXT)
        for number, line in enumerate(lines[first : first + fitting]):
            canvas.drawString(SIDE, height - SIDE - number * TEXT * 1.45, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _jpeg(drawing: Image.Image) -> ImageReader:
    """The drawing without anything that is not dots."""
    out = io.BytesIO()
    drawing.save(out, "JPEG", quality=85)
    out.seek(0)
    return ImageReader(out)
