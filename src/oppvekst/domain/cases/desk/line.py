"""The timeline gathered: what the staff wrote, what each room tells, and what this room tells itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from oppvekst.domain.cases.desk import own_chapter, reading
from oppvekst.domain.cases.desk.page import CasePage
from oppvekst.domain.cases.queries import happening_lines, parties
from oppvekst.domain.cases.queries.ties import hidden, revealing
from oppvekst.domain.cases.rules.line import HAPPENING, KINDS, SOURCES, THEMES, Line, Milestone, Sought, as_line
from oppvekst.domain.cases.rules.when import Exact, When, read
from oppvekst.ground.web.frame import known
from oppvekst.law.refusals import Incomplete

KIND, SOURCE, THEME, SINCE, UNTIL, WORDS = "slag", "kilde", "tema", "fra", "til", "ord"
HIDDEN = "Skjult. Teksten viser hvor en beskyttet person er."

type Milestones = Callable[[UUID], Iterable[Milestone]]
type Withheld = Callable[[UUID, Sequence[str]], list[bool]]


@dataclass(frozen=True)
class RoomsTell:
    """What the later rooms hand over by way of the face: their milestones, and which texts tell who is kept apart."""

    milestones: tuple[Milestones, ...]
    withheld: Withheld


def gathered(page: CasePage, told: RoomsTell) -> list[Line]:
    """Every line there is, from all rooms; what tells where somebody protected is, without its words."""
    case_id = page.case.id
    own = own_chapter.history(page.case, parties(page.case), reading.hold_backs(case_id))
    rooms = (milestone for tell in told.milestones for milestone in tell(case_id))
    milestones = (*rooms, *own, *own_chapter.coming(page.items))
    return [*_open_to_me(happening_lines(case_id), case_id), *(as_line(one) for one in milestones)]


def for_others(lines: Iterable[Line], case_id: UUID, told: RoomsTell, *, assessments: bool) -> tuple[list[Line], int]:
    """The lines that may stand on a paper for the court and the parties, and how many were left out.

    Left out: what tells where somebody protected is, who reported to the service alone, and what is for the service's own
    eyes (bvl §§ 12-6, 13-5).
    """
    outward = [
        replace(line, assessment=line.assessment if assessments else "", earlier=())
        for line in lines
        if not line.inward
    ]
    texts = [line.text for line in outward]
    closed = [any(pair) for pair in zip(revealing(texts, case_id), told.withheld(case_id, texts), strict=True)]
    kept = [line for line, shut in zip(outward, closed, strict=True) if not shut]
    return kept, sum(closed)


def sought(asked: Mapping[str, str], words: str) -> tuple[Sought, dict[str, str]]:
    """What is looked for, and what could not be understood, by field."""
    faults: dict[str, str] = {}
    days: dict[str, When | None] = {}
    for name in (SINCE, UNTIL):
        try:
            days[name] = read(asked[name]) if asked.get(name, "").strip() else None
        except Incomplete:
            days[name], faults[name] = None, gettext("Skriv for eksempel 3.11.2026, november 2024 eller 2024.")
    since, until = days[SINCE], days[UNTIL]
    return Sought(
        kind=asked.get(KIND, ""), source=asked.get(SOURCE, ""), theme=asked.get(THEME, ""), words=" ".join(words.split()),
        since=since.since if since else None, until=until.until if until else None,
    ), faults  # fmt: skip


def choices(lines: Iterable[Line], chosen: Sought) -> list[dict[str, Any]]:
    """The selects of the filter, with only what this case has."""
    known_lines = list(lines)
    kinds = {line.kind: KINDS.get(line.kind, line.kind.capitalize()) for line in known_lines}
    in_order = {key: kinds[key] for key in (*KINDS, *sorted(set(kinds) - set(KINDS))) if key in kinds}
    sources = {key: name for key, name in SOURCES.items() if any(line.source_kind == key for line in known_lines)}
    themes = {key: name for key, name in THEMES.items() if any(line.theme == key for line in known_lines)}
    return [
        {"name": name, "label": label, "options": list(options.items()), "chosen": value}
        for name, label, options, value in (
            (KIND, gettext("Vis"), in_order, chosen.kind), (SOURCE, gettext("Kilde"), sources, chosen.source),
            (THEME, gettext("Tema"), themes, chosen.theme),
        )
        if len(options) > 1 or value
    ]  # fmt: skip


def in_words(chosen: Sought) -> list[str]:
    """What was chosen, as it stands on the paper."""
    days = {
        (True, True): gettext("fra %(since)s til %(until)s"), (True, False): gettext("fra %(since)s"),
        (False, True): gettext("til %(until)s"),
    }.get((chosen.since is not None, chosen.until is not None), "")  # fmt: skip
    period = days % {"since": _day(chosen.since), "until": _day(chosen.until)}
    named = [
        names.get(value, value).lower()
        for names, value in ((KINDS, chosen.kind), (SOURCES, chosen.source), (THEMES, chosen.theme))
        if value
    ]
    return [part for part in (period, *named, gettext("søkeord") if chosen.words else "") if part]


def row(line: Line, case_id: UUID) -> dict[str, Any]:
    """One line for the page."""
    own = line.kind == HAPPENING and line.key
    subject = line.milestone
    return {
        "line": line, "time": short(line.when), "iso": f"{line.when.since:%Y-%m-%d}", "colour": line.colour,
        "theme": THEMES.get(line.theme, ""), "source_kind": SOURCES[line.source_kind] if line.kind == HAPPENING else "",
        "href": known(subject.page, subject.subject) if subject and subject.page else "",
        "correct": reverse("desk:case-happening-correct", args=[case_id, line.key]) if own else "",
        "withdraw": reverse("desk:case-happening-withdraw", args=[case_id, line.key]) if own else "",
    }  # fmt: skip


def short(when: When) -> str:
    """A time in figures where it is a day or from one to another, else in words.

    >>> from datetime import date
    >>> short(When(date(2024, 11, 3), date(2024, 11, 3), Exact.ABOUT))
    'ca. 3.11.2024'
    """
    first = f"{when.since.day}.{when.since.month}.{when.since.year}"
    if when.exact is Exact.ABOUT:
        return f"ca. {first}"
    if when.exact not in (Exact.DAY, Exact.PERIOD):
        return str(when)
    return first if when.since == when.until else f"{first} – {when.until.day}.{when.until.month}.{when.until.year}"


def _open_to_me(lines: list[Line], case_id: UUID) -> Iterator[Line]:
    """What tells where somebody protected is, is not for a reader it is not entrusted to."""
    for line, shut in zip(lines, hidden([line.text for line in lines], case_id), strict=True):
        yield replace(line, what=HIDDEN, source="", assessment="", earlier=(), key="") if shut else line


def _day(day: Any) -> str:
    return f"{day.day}.{day.month}.{day.year}" if day else ""
