"""Sentences for people in every language we offer: gathered from the source, checked, built without gettext.

The source is Bokmål. A language offered in `settings.LANGUAGES` must have every sentence; a catalogue nobody completes
is worse than none, since the reader meets two languages on one page. `--gather` writes new sentences into the files.
The further languages, for a few pages, are gathered with them, or alone by `--gather-further` (tools/further.py).
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "oppvekst"
OURS = "nb"
PLACES: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
KEYWORDS = {name + lazy: places for name, places in PLACES.items() for lazy in ("", "_lazy")} | {"_": None}
CALL = re.compile(r"(?<![\w.])(?:_|n?p?gettext)\(")
START = datetime(2026, 1, 1, tzinfo=UTC)
PLACE = re.compile(r"%\((\w+)\)[sd]|%[sd]")


@dataclass(frozen=True, order=True)
class Sentence:
    """One sentence of the source: one form, or one and many; `context` tells apart what only looks alike."""

    forms: tuple[str, ...]
    context: str = ""

    @property
    def key(self) -> str | tuple[str, ...]:
        """As Babel names a message: a string, or a pair when it counts something."""
        return self.forms if len(self.forms) > 1 else self.forms[0]


def main(arguments: Sequence[str]) -> int:
    """Check every offered language; 1 when something is lacking."""
    from tools.further import check_further, gather_further  # it reads catalogues as this module does

    if {"--gather", "--gather-further"} & set(arguments):
        gather_further()
    wanted = sorted(set(sentences()))
    languages = [code for code, _ in settings.LANGUAGES if code != OURS]
    if "--gather" in arguments:
        for language in languages:
            gather(language, wanted)
    troubles = [trouble for language in languages for trouble in check(language, wanted)]
    troubles += check_further()
    for trouble in troubles:
        print(trouble)
    print(f"{len(wanted)} setninger, {len(languages)} språk ved siden av bokmål, {len(troubles)} mangler.")
    return 1 if troubles else 0


def sentences() -> Iterator[Sentence]:
    """Every sentence marked for translation in Python and in templates."""
    for path in filter(_is_for_the_public, sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html")])):
        yield from marked_in(path)


def marked_in(path: Path) -> Iterator[Sentence]:
    """The sentences of one file."""
    if path.suffix == ".py":
        yield from _marked(path.read_bytes())
    else:
        yield from _marked("\n".join(_calls(templatize(path.read_text("utf-8"), origin=str(path)))).encode())


def _is_for_the_public(path: Path) -> bool:
    """The desk speaks Bokmål, which is the source: its sentences are the law's own (ADR 18)."""
    return not {"tests", "desk", "gallery"} & set(path.relative_to(SOURCE).parts)


def _marked(source: bytes) -> Iterator[Sentence]:
    for _, message, _, context in extract("python", io.BytesIO(source), KEYWORDS):
        yield Sentence(message if isinstance(message, tuple) else (message,), context or "")


def _calls(text: str) -> Iterator[str]:
    """The calls of gettext in a template that Django has turned into something near Python."""
    for found in CALL.finditer(text):
        for end in (at + 1 for at, letter in enumerate(text) if letter == ")" and at > found.start()):
            call = text[found.start() : end]
            if _is_python(call):
                yield call
                break


def _is_python(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def catalogue(language: str) -> Path:
    """The file a translator works in."""
    return SOURCE / "locale" / language / "LC_MESSAGES" / "django.po"


def check(language: str, wanted: Sequence[Sentence]) -> Iterator[str]:
    """What is lacking in one language."""
    path = catalogue(language)
    if not path.exists():
        yield f"{language}: har ingen språkfil. «make messages» lager {path.relative_to(ROOT)}."
        return
    known = read_catalogue(path, language)
    for sentence in wanted:
        trouble = trouble_with(sentence, known.get(sentence.key, sentence.context or None))
        if trouble:
            yield f"{language}: {trouble}: «{sentence.forms[0]}»"
    if as_built(known) != (path.with_suffix(".mo").read_bytes() if path.with_suffix(".mo").exists() else b""):
        yield f"{language}: den bygde fila er ikke som språkfila. Kjør «make messages»."


def trouble_with(sentence: Sentence, message: Message | None) -> str:
    """What is wrong with the translation of a sentence; empty when nothing is."""
    if message is None or not all(forms_of(message)):
        return "ikke oversatt"
    if message.fuzzy:
        return "usikker oversettelse"
    wanted = set(PLACE.findall(sentence.forms[-1]))
    if any(set(PLACE.findall(form)) - wanted for form in forms_of(message)):
        return "oversettelsen viser noe setningen ikke har"
    return "" if set(PLACE.findall(forms_of(message)[-1])) == wanted else "oversettelsen viser ikke alt setningen har"


def forms_of(message: Message) -> tuple[str, ...]:
    """The translation, one text for each plural."""
    said = message.string if isinstance(message.string, (tuple, list)) else [message.string]
    return tuple(form or "" for form in said)


def gather(language: str, wanted: Sequence[Sentence]) -> None:
    """Write new sentences into the catalogue, take out those that are gone, and build it."""
    path = catalogue(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    known, fresh = read_catalogue(path, language), _empty(language)
    for sentence in wanted:
        message = known.get(sentence.key, sentence.context or None)
        fresh.add(sentence.key, message.string if message else None, context=sentence.context or None)
    with path.open("wb") as file:
        write_po(file, fresh, width=110, sort_output=True, omit_header=False)
    path.with_suffix(".mo").write_bytes(as_built(read_catalogue(path, language)))


def read_catalogue(path: Path, language: str) -> Catalog:
    """A file of translations; an empty one where there is none."""
    if not path.exists():
        return _empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _empty(language: str) -> Catalog:
    # A date in the head of the file would make two people's work differ where nothing does.
    return Catalog(
        locale=language, project="Oppvekst", version="1", header_comment="# Oppvekst: setninger som folk leser.",
        creation_date=START, revision_date=START, msgid_bugs_address="", last_translator="", fuzzy=False,
    )  # fmt: skip


def as_built(catalog: Catalog) -> bytes:
    """The translations as Django reads them."""
    made = io.BytesIO()
    write_mo(made, catalog)
    return made.getvalue()


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "oppvekst.settings")
    sys.exit(main(sys.argv[1:]))
