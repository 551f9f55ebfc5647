"""The party's copy: what is withheld is not in it, in any layer, and what is left can be read, searched and heard."""

from __future__ import annotations

import io
import re
import zlib

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from reportlab.pdfgen.canvas import Canvas

from oppvekst.ground.documents.drawing import Copy, Cut, Undrawable, anatomy, copy, page_picture, places

GROUND = "fvl § 19 (1) d"
SECRETS = ("Hilde", "innlagt", "Fjordgata", "Vedlagt", "kommentar", "Utfylt", "Gammel", "lagtekst", "hvitt")


def letter() -> bytes:
    """A letter with every place a word can hide: text, white text, a note, a field, an attachment, an earlier version."""
    out = io.BytesIO()
    page = Canvas(out)
    page.setTitle("Hilde, gammel tittel")
    page.setAuthor("Hilde Vik")
    page.drawString(80, 700, "Notat fra samtale med Ida om moren.")
    page.drawString(80, 680, "Hilde har vært innlagt. Hildes søster bor i Fjord-")
    page.drawString(80, 665, "gata 12. Frida er venninne.")
    page.setFillGray(1)
    page.drawString(80, 600, "hvitt på hvitt: Hilde")
    page.setFillGray(0)
    page.acroForm.textfield(name="felt", value="Utfylt: Hilde", x=80, y=500, width=200, height=20)
    page.showPage()
    page.drawString(80, 700, "Side to nevner Hilde også.")
    page.showPage()
    page.drawString(80, 700, "Side tre, helt unntatt: Fjordgata 12.")
    page.showPage()
    page.save()
    first = out.getvalue()
    writer = PdfWriter(clone_from=io.BytesIO(first))
    writer.add_attachment("vedlegg.txt", b"Vedlagt om Hilde")
    writer.add_annotation(0, FreeText(text="kommentar om Hilde", rect=(80, 400, 300, 420)))
    later = io.BytesIO()
    writer.write(later)
    return later.getvalue() + b"\n% Gammel utgave om Hilde\n"


@pytest.fixture(scope="module")
def made() -> Copy:
    cuts = [
        Cut(GROUND, words="hilde"),
        Cut("fvl § 19 (2) a", words="innlagt"),
        Cut("bvl § 12-6 (2)", words="Fjordgata 12"),
        Cut("bvl § 12-6 (2)", page=2),
    ]
    return copy(letter(), "pdf", cuts, title="Utgave", foot="Utgave til Tor Vik 22.11.2026.")


def everything_in(content: bytes) -> str:
    """Every stream of a PDF opened, every string of it, and its bytes as they lie."""
    reader = PdfReader(io.BytesIO(content))
    found = [content, "\n".join(page.extract_text() for page in reader.pages).encode(), str(reader.metadata).encode()]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        found.append(_inflated(stream))
    return "\n".join(part.decode("latin-1") + part.decode("utf-8", "ignore") for part in found)


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream.strip())
    except zlib.error:
        return stream


def text_of(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


def test_the_original_does_hold_every_one_of_the_words() -> None:
    there = everything_in(letter())
    assert [word for word in ("Hilde", "Vedlagt", "kommentar", "Gammel") if word not in there] == []


@pytest.mark.parametrize("word", SECRETS)
def test_no_withheld_word_is_anywhere_in_the_copy(made: Copy, word: str) -> None:
    assert word.lower() not in everything_in(made.content).lower()


def test_what_is_not_withheld_can_still_be_read(made: Copy) -> None:
    first, second, third = text_of(made.content)
    assert "Notat fra samtale med Ida om moren." in first
    assert "Frida er venninne." in first
    assert "Side to nevner" in second
    assert "Hele siden er unntatt fra innsyn: bvl § 12-6 (2)" in third


def test_each_page_says_whose_copy_it_is_and_by_which_ground_something_is_withheld(made: Copy) -> None:
    first, second, _third = text_of(made.content)
    assert (
        "Utgave til Tor Vik 22.11.2026. Unntatt på denne siden: bvl § 12-6 (2); fvl § 19 (1) d; fvl § 19 (2) a."
        in first
    )
    assert "Unntatt på denne siden: fvl § 19 (1) d." in second


def test_it_is_counted_how_many_places_each_was_found_in(made: Copy) -> None:
    assert made.places == (4, 1, 1, 1)


def test_the_dots_under_a_frame_are_gone(made: Copy) -> None:
    drawing = Image.open(io.BytesIO(page_picture(made.content, "pdf", 0))).convert("L")
    dots = 110 / 72
    left, top = 82 * dots, (842 - 690) * dots
    under = drawing.crop((int(left), int(top), int(left) + 20, int(top) + 8))
    assert under.getextrema()[1] < 60  # type: ignore[operator]


def test_there_is_nothing_in_the_copy_but_pages(made: Copy) -> None:
    reader = PdfReader(io.BytesIO(made.content))
    assert not reader.attachments
    assert not reader.get_fields()
    assert not any("/Annots" in page for page in reader.pages)
    assert not {"/Names", "/AcroForm", "/OCProperties", "/Metadata", "/OpenAction", "/AA"} & set(
        reader.trailer["/Root"]
    )
    assert made.content.count(b"%%EOF") == 1


def test_what_a_copy_will_not_have_is_told_beforehand() -> None:
    told = anatomy(letter(), "pdf")
    assert (len(told.pages), told.form, told.attachments, told.comments) == (3, True, 1, 2)


def test_words_are_found_in_either_case_across_lines_and_with_their_endings_and_not_inside_others() -> None:
    assert places(letter(), "pdf", "HILDE") == [0, 0, 0, 1]
    assert places(letter(), "pdf", "fjordgata") == [0, 2]
    assert places(letter(), "pdf", "Ida") == [0]
    assert places(letter(), "pdf", "ilde") == []


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_cut_in_the_right_place(turn: int) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(letter()))
    writer.pages[0].rotate(turn)
    out = io.BytesIO()
    writer.write(out)
    made = copy(out.getvalue(), "pdf", [Cut(GROUND, words="Hilde")], title="t", foot="f")
    assert "Hilde" not in everything_in(made.content)
    assert "samtale" in text_of(made.content)[0]


def test_hidden_layers_take_their_words_with_them() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(letter()))
    from pypdf.generic import DictionaryObject, NameObject

    writer.root_object[NameObject("/OCProperties")] = DictionaryObject()
    out = io.BytesIO()
    writer.write(out)
    assert "samtale" not in text_of(copy(out.getvalue(), "pdf", [], title="t", foot="f").content)[0]


def test_a_picture_is_a_page_and_loses_where_it_was_taken() -> None:
    out, place = io.BytesIO(), Image.Exif()
    place[0x010E] = "Hilde i Fjordgata"
    Image.new("RGB", (600, 400), "white").save(out, "JPEG", exif=place)
    made = copy(out.getvalue(), "jpeg", [Cut(GROUND, page=0, frame=(0.1, 0.1, 0.5, 0.5))], title="t", foot="f")
    assert "Hilde" not in everything_in(made.content)
    assert made.places == (1,)


def test_plain_text_is_set_on_pages_and_can_be_cut() -> None:
    made = copy(b"Notat\n\nHilde ringte i dag.", "txt", [Cut(GROUND, words="Hilde")], title="t", foot="f")
    assert "ringte i dag." in text_of(made.content)[0]
    assert "Hilde" not in everything_in(made.content)


def test_what_is_no_document_is_refused_in_words() -> None:
    with pytest.raises(Undrawable, match="skadet"):
        anatomy(b"%PDF-1.4 tull", "pdf")
