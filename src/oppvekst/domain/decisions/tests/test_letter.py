"""The decision's letter: readable by anybody and for ever, the right appeal, and nothing of what one addressee may not see."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ByteStringObject, DictionaryObject, StreamObject, TextStringObject

from oppvekst.domain.decisions.rules.rendition import Gap, must_be_withholdable, rendition, says_left_out, words_of
from oppvekst.ground.letters import Lang, Letter, Letterhead, render
from oppvekst.ground.letters.tests.reading import fonts, marks, opened, structure, text
from oppvekst.law.refusals import NotAllowed

SOLVIK = Letterhead(
    municipality="Solvik kommune", service="Barnevernstjenesten", address_lines=("Fjordgata 1", "9998 Solvik"),
    phone="00 00 99 10",
)  # fmt: skip
AT = datetime(2026, 5, 22, 8, tzinfo=UTC)
SECRET = "Mors lege skriver at hun har vært innlagt på Kvistheim i vinter."
LOCKED: dict[str, Any] = {
    "title": "Vedtak om råd og veiledning", "language": "nb", "kind": "measure", "child": "Emil Nygård", "number": "2026-12",
    "municipality": "Solvik", "bases": ["barnevernsloven § 3-1 første ledd", "barnevernsloven § 1-3"],
    "sections": [
        {"key": "decided", "heading": "Hva vi har bestemt", "paragraphs": ["Familien får veiledning i seks måneder."]},
        {"key": "facts", "heading": "Fakta vi bygger på", "paragraphs": [
            "Skolen fortalte at Emil kommer for sent.", SECRET, "Foreldrene sier at morgenene er vanskelige.",
        ]},
        {"key": "child", "heading": "Hva barnet mener", "paragraphs": ["Emil vil ha rolige morgener."]},
    ],
    "signed": {"name": "Tone Vik", "as": "Teamleder", "at": "2026-05-21T10:00:00+02:00"},
    "starts_on": "2026-06-01", "ends_on": "2026-11-30",
}  # fmt: skip
HEALTH = "forvaltningsloven § 19 andre ledd bokstav a"


def values(content: dict[str, Any] = LOCKED, **about: Any) -> dict[str, Any]:
    return {
        "addressee": {"name": "Lise Nygård", "lines": ["Bakkeveien 4", "9998 Solvik"]}, "reference": "2026-12",
        "child": "Emil Nygård", "own": False, "standing": "party", "decided": "2026-05-21", "starts": content["starts_on"],
        "ends": content["ends_on"], "bases": content["bases"], "sections": content["sections"], "road": "governor",
        "digital": False, "appeals_digitally": False, "representative": False,
        "signed": [{"name": "Tone Vik", "title": "Teamleder"}], **about,
    }  # fmt: skip


def letter(*gaps: Gap, locked: dict[str, Any] = LOCKED, lang: Lang = "nb", **about: Any) -> Letter:
    rendered = rendition(locked, gaps)
    return render(
        "decisions/decision", values(rendered, **about), lang=lang, title=rendered["title"], letterhead=SOLVIK, at=AT
    )


def all_of(pdf: bytes) -> Iterator[str]:
    """Everything in the document that could be read: every page, every string and every stream unpacked, as text of any kind."""
    reader = PdfReader(io.BytesIO(pdf), strict=True)
    yield from (page.extract_text() for page in reader.pages)
    yield from (str(value) for value in (reader.metadata or {}).values())
    yield str(reader.outline)
    yield from (name for name in reader.attachments)
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(number)
        if isinstance(found, StreamObject):
            data = found.get_data()
            data = data if isinstance(data, bytes) else data.encode()
            yield from (data.decode("latin-1"), data.decode("utf-8", "ignore"), data.decode("utf-16-be", "ignore"))
        yield from _strings(found)


def _strings(found: Any) -> Iterator[str]:
    if isinstance(found, TextStringObject | ByteStringObject):
        yield str(found)
    elif isinstance(found, DictionaryObject):
        for value in found.values():
            yield from _strings(value)
    elif isinstance(found, list):
        for value in found:
            yield from _strings(value)


# Kept for ever, read aloud -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_it_opens_is_tagged_and_has_a_title_and_a_language(lang: Lang) -> None:
    made = letter(lang=lang)
    root = opened(made).trailer["/Root"]
    assert root["/Lang"] == lang
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert opened(made).metadata.title == "Vedtak om råd og veiledning"  # type: ignore[union-attr]
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in marks(made)
    assert "<pdfuaid:part>1</pdfuaid:part>" in marks(made)
    assert all(fonts(made).values())
    assert not made.unprintable


def test_the_headings_come_in_order_and_the_rights_are_a_list() -> None:
    kinds = [kind for kind, _ in structure(letter())]
    assert kinds.count("/Title") == 1
    assert kinds.count("/H1") == 6
    assert kinds.count("/LI") == 5
    assert kinds.count("/TH") == 2


def test_it_is_read_in_the_order_it_is_meant() -> None:
    told = text(letter())
    order = [
        "Lise Nygård", "Vedtak om råd og veiledning", "Vi har tatt en avgjørelse om Emil Nygård",
        "Vedtaket ble tatt 21. mai 2026",
        "Gjelder fra 1. juni 2026", "Gjelder til 30. november 2026", "1. Hva vi har bestemt", "Familien får veiledning",
        "2. Fakta vi bygger på", "3. Hva barnet mener", "4. Reglene vi bygger på", "barnevernsloven § 3-1 første ledd",
        "Vi har også brukt barnevernsloven § 1-3", "Du kan klage", "tre uker fra den dagen brevet kom fram",
        "Dette har du rett til",
        "Se dokumentene", "Fri rettshjelp", "Få dekket utgifter", "Få veiledning", "taushetsbelagt", "§ 13 b", "Tone Vik",
        "Teamleder",
    ]  # fmt: skip
    places = [told.index(part) for part in order]
    assert places == sorted(places)


def test_the_same_decision_gives_the_same_letter_to_the_last_byte() -> None:
    assert letter().sha256 == letter().sha256


# The appeal follows from the kind ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("road", "says", "silent_on"),
    [
        ("governor", ("statsforvalteren", "tre uker", "vente", "§ 12-9"), ("nemnda",)),
        (
            "tribunal",
            ("barneverns- og helsenemnda", "uansett alder", "fosterforeldrene", "tre uker", "§§ 5-5"),
            ("§ 12-9",),
        ),
        ("direct", ("direkte til barneverns- og helsenemnda", "ingen frist", "§ 14-23"), ("tre uker fra", "§ 12-9")),
    ],
)
def test_the_text_of_the_appeal_is_chosen_by_where_it_goes(
    road: str, says: tuple[str, ...], silent_on: tuple[str, ...]
) -> None:
    told = text(letter(road=road)).replace("venter", "vente")
    assert all(part in told for part in says)
    assert not any(part in told for part in silent_on)


def test_what_is_left_out_can_be_appealed_as_a_refusal_of_access() -> None:
    assert "Noe er utelatt i ditt eksemplar. Det kan du også klage på" in text(letter(Gap("facts", 1, HEALTH)))
    assert "Noe er utelatt" not in text(letter())


def test_on_my_page_the_limit_runs_from_being_told_and_the_letter_says_how_appeals_are_taken() -> None:
    told = text(letter(digital=True))
    assert "fra den dagen vedtaket lå klart på Min side og vi hadde varslet deg" in told
    assert "Når du åpnet det, har ikke noe å si" in told
    assert "Vi tar ikke imot klager digitalt" in told
    there = text(letter(digital=True, appeals_digitally=True))
    assert "må klagen ha kommet fram før fristen er ute. Du får en bekreftelse" in there
    assert "Vi tar ikke imot klager digitalt" not in there


# To whom -------------------------------------------------------------------------------------------------------------


def test_a_parent_who_is_only_informed_is_told_why_and_that_it_can_be_appealed() -> None:
    told = text(letter(standing="informed", why="Emil bor fast hos mor."))
    assert "Du har foreldreansvar for Emil Nygård og skal få vite hva vi bestemmer." in told
    assert "du ikke er part i denne saken" in told
    assert "Emil bor fast hos mor." in told
    assert "Er du uenig i at du ikke er part, kan du klage på det." in told
    assert "Se dokumentene" not in told


def test_a_party_is_not_told_why_somebody_else_is_informed() -> None:
    assert "Hvorfor du får dette brevet" not in text(letter(why="Emil bor fast hos mor."))


def test_a_representative_reads_whom_it_is_about_and_a_youth_that_it_is_about_her() -> None:
    assert "fordi du representerer Lise Nygård" in text(letter(standing="representative", whom="Lise Nygård"))
    assert "Vi har tatt en avgjørelse som gjelder deg." in text(letter(own=True))


# Withheld is nowhere -------------------------------------------------------------------------------------------------


def test_a_withheld_paragraph_is_nowhere_in_the_document() -> None:
    whole, cut = letter(), letter(Gap("facts", 1, HEALTH))
    for word in ("Kvistheim", "innlagt", "lege", SECRET):
        assert any(word in told for told in all_of(whole.pdf)), "prøven må finne det når det står der"
        assert not any(word in told for told in all_of(cut.pdf)), word
    assert "Her er noe utelatt. Regelen er forvaltningsloven § 19 andre ledd bokstav a." in text(cut)
    assert "attachments" not in str(opened(cut).trailer["/Root"].keys()).lower()


def test_what_would_itself_tell_leaves_no_gap_the_letter_is_the_one_of_a_decision_without_it() -> None:
    never = LOCKED | {"sections": [dict(section) for section in LOCKED["sections"]]}
    never["sections"][1]["paragraphs"] = [one for one in LOCKED["sections"][1]["paragraphs"] if one != SECRET]
    assert letter(Gap("facts", 1, HEALTH, told=False)).pdf == letter(locked=never).pdf


def test_a_part_that_is_left_out_whole_leaves_neither_heading_nor_number() -> None:
    gaps = [Gap("facts", place, HEALTH, told=False) for place in range(3)]
    told = text(letter(*gaps))
    assert "Fakta" not in told
    assert "2. Hva barnet mener" in told


def test_how_many_paragraphs_are_missing_is_told_to_nobody() -> None:
    one, two = (
        rendition(LOCKED, [Gap("facts", 1, HEALTH)]),
        rendition(LOCKED, [Gap("facts", 1, HEALTH), Gap("facts", 2, HEALTH)]),
    )
    assert [len(section["paragraphs"]) for section in one["sections"]] == [1, 3, 1]
    assert two["sections"][1]["paragraphs"][1:] == [{"left_out": HEALTH}]
    assert says_left_out(two)
    assert SECRET not in words_of(one)


def test_the_locked_words_themselves_are_not_touched() -> None:
    before = [list(section["paragraphs"]) for section in LOCKED["sections"]]
    rendition(LOCKED, [Gap("facts", 1, HEALTH)])
    assert [section["paragraphs"] for section in LOCKED["sections"]] == before


def test_what_is_decided_can_be_kept_from_no_party() -> None:
    with pytest.raises(NotAllowed, match="Bare noe av begrunnelsen"):
        must_be_withholdable(LOCKED, "decided", 0, party=True)
    with pytest.raises(NotAllowed, match="finnes ikke"):
        must_be_withholdable(LOCKED, "facts", 3, party=True)
    assert must_be_withholdable(LOCKED, "facts", 1, party=True) == SECRET


def test_markup_in_the_words_is_set_as_it_stands() -> None:
    odd = LOCKED | {"sections": [{"key": "decided", "heading": "*H* #x", "paragraphs": ['#panic() *fet* $x$ "<a>"']}]}
    assert '#panic() *fet* $x$ "<a>"' in text(letter(locked=odd))
