"""The further languages: which sentences their translators get, and what must be in order before one is shown.

`tools/translations.py --gather-further` writes the sentences of a few pages into `locale/further/<code>.po`, one file
for each language, and keeps what somebody has written there. A file that says `X-Approved: yes` is built; no other is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from oppvekst.ground.web.further import FROM_THE_RIGHT, NAMES, approval, built
from tools.translations import (
    SOURCE,
    START,
    Sentence,
    as_built,
    catalogue,
    forms_of,
    marked_in,
    read_catalogue,
    trouble_with,
)

FOLDER = SOURCE / "locale" / "further"

# Where a reader of the pages begins; what these templates extend and include is followed by itself.
BEGINNINGS = (
    "domain/concerns/templates/concerns/portal/*.html",
    "domain/information/templates/information/phones.html",
    "domain/information/templates/information/sheet.html",
    "domain/information/templates/information/how_we_work.html",
    "ground/web/templates/web/error*.html",
    "ground/web/templates/web/forms/*.html",
)
MODULES = (
    "domain/concerns/portal/**/*.py",
    "domain/information/portal/spoken.py",
    "domain/information/portal/views/pages.py",
    "domain/information/portal/views/phones.py",
    "domain/information/rules/answers.py",
    "domain/information/rules/sentences.py",
    "domain/information/rules/timetable.py",
    "ground/web/errors.py",
    "ground/web/forms/*.py",
    "ground/web/templatetags/house.py",
    "ground/web/words.py",
)
# Django says these in some of the languages, not in all.
DAYS_AND_MONTHS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NAMED = re.compile(r"""\{%\s*(?:extends|include)\s+["']([^"'#]+)""")
HEAD = "# Oppvekst: setninger for {name} ({code}). Les docs/how-to/translate.md før du begynner.\n"
UNAPPROVED = '"X-Approved: no\\n"\n"X-Translator: \\n"\n"X-Reviewed-On: \\n"\n'
WHO_SAYS = re.compile(r'^"X-(?:Approved|Translator|Reviewed-On):.*\n', re.MULTILINE)
# In a text that runs from the right, groups of digits with ordinary spaces between them change places.
SPLIT_NUMBER = re.compile(r"\d \d")


def wanted() -> list[Sentence]:
    """The sentences of the pages that are offered in further languages."""
    files = [path for pattern in MODULES for path in SOURCE.glob(pattern) if "tests" not in path.parts]
    found = {sentence for path in (*files, *templates()) for sentence in marked_in(path)}
    return sorted(found | {Sentence((name,)) for name in DAYS_AND_MONTHS})


def templates() -> list[Path]:
    """The templates of these pages, and all that they are made of."""
    waiting = [path for pattern in BEGINNINGS for path in SOURCE.glob(pattern)]
    found: set[Path] = set()
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += [each for name in NAMED.findall(path.read_text("utf-8")) for each in _named(name)]
    return sorted(found)


def _named(name: str) -> Iterator[Path]:
    yield from SOURCE.glob(f"*/*/templates/{name}")


def gather_further(folder: Path = FOLDER) -> None:
    """Write new sentences into every file, take out those that are gone, and build what is approved."""
    sentences = wanted()
    for code in NAMES:
        _gather(folder, code, sentences)
        build(folder, code)


def build(folder: Path, code: str) -> None:
    """Build a language that is approved; take the built file of any other away."""
    path, target = folder / f"{code}.po", built(folder, code)
    if approval(path.read_text("utf-8")).holds:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(as_built(read_catalogue(path, code)))
    else:
        target.unlink(missing_ok=True)


def check_further(folder: Path = FOLDER) -> Iterator[str]:
    """What is not in order: a file that lacks a sentence or has one too many, or is shown without being approved."""
    sentences = wanted()
    for code in NAMES:
        yield from (f"further/{code}: {trouble}" for trouble in _check(folder, code, sentences))


def _check(folder: Path, code: str, sentences: Iterable[Sentence]) -> Iterator[str]:
    path, target = folder / f"{code}.po", built(folder, code)
    if not path.exists():
        yield "har ingen språkfil. Kjør «python -m tools.translations --gather-further»."
        return
    known, head = read_catalogue(path, code), path.read_text("utf-8")
    if {(message.id, message.context) for message in known if message.id} != {
        (each.key, each.context or None) for each in sentences
    }:
        yield "har ikke de samme setningene som sidene. Kjør «python -m tools.translations --gather-further»."
    if not approval(head).holds:
        if "X-Approved: yes" in head:
            yield "er godkjent uten at det står hvem som har oversatt, og hvilken dag noen leste gjennom."
        if target.exists():
            yield "er bygd uten å være godkjent."
        return
    yield from _lacking(known, code, sentences)
    if not target.exists() or target.read_bytes() != as_built(known):
        yield "er godkjent, men den bygde fila er ikke som språkfila. Kjør «python -m tools.translations --gather-further»."


def _lacking(known: Catalog, code: str, sentences: Iterable[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        message = known.get(sentence.key, sentence.context or None)
        trouble = trouble_with(sentence, message)
        if not trouble and code in FROM_THE_RIGHT and message and any(map(SPLIT_NUMBER.search, forms_of(message))):
            trouble = "nummeret trenger harde mellomrom, ellers bytter gruppene plass"
        if trouble:
            yield f"{trouble}: «{sentence.forms[0]}»"


def _gather(folder: Path, code: str, sentences: Iterable[Sentence]) -> None:
    path = folder / f"{code}.po"
    known, english, said = read_catalogue(path, code), read_catalogue(catalogue("en"), "en"), UNAPPROVED
    if path.exists():
        said = "".join(WHO_SAYS.findall(path.read_text("utf-8"))) or UNAPPROVED
    fresh = Catalog(
        locale=code, project="Oppvekst", version="1", header_comment=HEAD.format(name=NAMES[code], code=code).rstrip(),
        creation_date=START, revision_date=START, msgid_bugs_address="", last_translator="", fuzzy=False,
    )  # fmt: skip
    for sentence in sentences:
        message = known.get(sentence.key, sentence.context or None)
        fresh.add(
            sentence.key, message.string if message else None, context=sentence.context or None,
            auto_comments=_in_english(english, sentence), flags=["fuzzy"] if message and message.fuzzy else [],
            user_comments=message.user_comments if message else [],
        )  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    _write(path, fresh, said)


def _in_english(english: Catalog, sentence: Sentence) -> list[str]:
    """Some translate more surely from English; it stands as a comment above the sentence."""
    message = english.get(sentence.key, sentence.context or None)
    return [f"English: {forms_of(message)[-1]}"] if message and forms_of(message)[-1] else []


def _write(path: Path, made: Catalog, said: str) -> None:
    with path.open("wb") as file:
        write_po(file, made, width=110, sort_output=True, omit_header=False)
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(r'(^"Generated-By:.*\n)', lambda last: last[1] + said, text, count=1, flags=re.MULTILINE), "utf-8"
    )
