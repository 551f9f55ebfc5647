"""The pages that the public can read: in the reader's language where there is one, else in Bokmål.

A page answers one question to the database; the index of all pages, without their texts, another. What stands under a
page, the way to it, the site map and the links of a text are read from the index.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Now, TruncDate

from oppvekst.domain.information import models
from oppvekst.domain.information.queries.languages import BOKMAAL
from oppvekst.law.calendar import OSLO

Kind, Audience = models.Page.Kind, models.Page.Audience
DEEPEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page as lists show it. ``language`` is what it is written in, ``wanted`` what the reader asked for."""

    slug: str
    kind: str = Kind.PAGE
    audience: str = Audience.EVERYBODY
    under: str = ""
    place: int = 100
    title: str
    lead: str = ""
    language: str = BOKMAAL
    wanted: str = BOKMAAL
    published_at: datetime | None = None

    @property
    def in_another_language(self) -> bool:
        """Whether the reader gets another language than the one asked for."""
        return self.language != self.wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Entry):
    """A page with what stands on it. ``body`` is Markdown."""

    body: str = ""
    reviewed_on: date | None = None


@dataclass(frozen=True)
class Index:
    """All pages of a municipality in a language, without their texts."""

    entries: tuple[Entry, ...] = field(default=())

    @cached_property
    def by_slug(self) -> Mapping[str, Entry]:
        """Every page by its slug."""
        return {entry.slug: entry for entry in self.entries}

    def under(self, slug: str) -> list[Entry]:
        """The pages that stand under a page, in their order."""
        return [entry for entry in self.entries if entry.under == slug and entry.kind == Kind.PAGE]

    def first_of(self, audience: str) -> list[Entry]:
        """The pages for somebody, those that stand under no other."""
        return [entry for entry in self.under("") if entry.audience == audience]

    def way_to(self, slug: str) -> list[Entry]:
        """The pages above a page, the uppermost first. A circle ends where it began."""
        return list(reversed(list(self._above(slug))))

    def _above(self, slug: str) -> Iterator[Entry]:
        seen = {slug}
        entry = self.by_slug.get(slug)
        while entry and entry.under not in seen and len(seen) < DEEPEST:
            seen.add(entry.under)
            entry = self.by_slug.get(entry.under)
            if entry:
                yield entry


def page(municipality: int, slug: str, language: str = BOKMAAL) -> Text | None:
    """What stands on a page now; nothing if the public may not read it (bvl § 15-3 (4))."""
    row = _shown(municipality, language).filter(page__slug=slug).first()
    return _text(row, language) if row else None


def page_with_questions(municipality: int, slug: str, language: str = BOKMAAL) -> tuple[Text | None, list[Text]]:
    """A page and the questions that belong to it, in one question to the database."""
    mine = Q(page__slug=slug) | Q(page__under=slug, page__kind=Kind.QUESTION)
    texts = [_text(row, language) for row in _shown(municipality, language).filter(mine)]
    found = next((text for text in texts if text.slug == slug), None)
    return found, sorted((text for text in texts if text.slug != slug), key=_in_place)


def index(municipality: int, language: str = BOKMAAL) -> Index:
    """All pages, each in its place among those beside it."""
    rows = _shown(municipality, language).exclude(page__kind=Kind.PIECE).defer("body")
    return Index(tuple(sorted((_entry(row, language) for row in rows), key=_in_place)))


def children_of(municipality: int, slug: str, language: str = BOKMAAL) -> list[Entry]:
    """The pages that stand under a page, in their order."""
    rows = _shown(municipality, language).filter(page__under=slug, page__kind=Kind.PAGE).defer("body")
    return sorted((_entry(row, language) for row in rows), key=_in_place)


def questions_for(municipality: int, slug: str = "", language: str = BOKMAAL) -> list[Text]:
    """The questions that belong to a page, with their answers; without a page, those of the front page."""
    rows = _shown(municipality, language).filter(page__under=slug, page__kind=Kind.QUESTION)
    return sorted((_text(row, language) for row in rows), key=_in_place)


def news(municipality: int, language: str = BOKMAAL, *, most: int = 3) -> list[Text]:
    """The latest news, the newest first."""
    rows = _shown(municipality, language).filter(page__kind=Kind.NEWS)
    return sorted((_text(row, language) for row in rows), key=_when, reverse=True)[:most]


def pieces(municipality: int, language: str = BOKMAAL) -> dict[str, Text]:
    """The municipality's own words on the fixed pages, by their slug."""
    rows = _shown(municipality, language).filter(page__kind=Kind.PIECE)
    return {row.page.slug: _text(row, language) for row in rows}


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What the municipality itself has put on the front page."""

    pieces: dict[str, Text]
    questions: list[Text]
    news: list[Text]


def front(municipality: int, language: str = BOKMAAL, *, most: int = 3) -> Front:
    """The pieces, questions and news of the front page in one question to the database."""
    mine = Q(page__kind__in=[Kind.PIECE, Kind.NEWS]) | Q(page__kind=Kind.QUESTION, page__under="")
    texts = [_text(row, language) for row in _shown(municipality, language).filter(mine)]
    return Front(
        pieces={text.slug: text for text in texts if text.kind == Kind.PIECE},
        questions=sorted((text for text in texts if text.kind == Kind.QUESTION), key=_in_place),
        news=sorted((text for text in texts if text.kind == Kind.NEWS), key=_when, reverse=True)[:most],
    )


def sitemap(municipality: int) -> list[Entry]:
    """Every page that has an address of its own, for search engines; the addresses are the same in all languages."""
    return list(index(municipality).entries)


def newest(rows: QuerySet[models.PageVersion], language: str) -> QuerySet[models.PageVersion]:
    """Of each page's versions the newest in the language, or in Bokmål where it lacks the language."""
    rank = Case(When(language=language, then=Value(0)), default=Value(1), output_field=IntegerField())
    mine = rows.filter(language__in={language, BOKMAAL}).annotate(rank=rank)
    return mine.order_by("page_id", "rank", "-publish_from", "-number").distinct("page_id")


def readable(municipality: int) -> QuerySet[models.PageVersion]:
    """The versions the public may read, as the policy says it; the database's own clock decides."""
    today = TruncDate(Now(), tzinfo=OSLO)
    shown = Q(page__shown_until=None) | Q(page__shown_until__gte=today)
    return models.PageVersion.objects.filter(
        shown, municipality_id=municipality, page__archived=False, publish_from__lte=Now(), withdrawn_at=None
    )


def _shown(municipality: int, language: str) -> QuerySet[models.PageVersion]:
    return newest(readable(municipality), language).select_related("page")


def _entry(row: models.PageVersion, language: str) -> Entry:
    return Entry(**_about(row, language))


def _text(row: models.PageVersion, language: str) -> Text:
    return Text(**_about(row, language), body=row.body, reviewed_on=row.reviewed_on)


def _about(row: models.PageVersion, language: str) -> dict[str, Any]:
    return {
        "slug": row.page.slug, "kind": row.page.kind, "audience": row.page.audience, "under": row.page.under,
        "place": row.page.place, "title": row.title, "lead": row.lead, "language": row.language, "wanted": language,
        "published_at": row.publish_from,
    }  # fmt: skip


def _in_place(entry: Entry) -> tuple[int, str]:
    return entry.place, entry.slug


def _when(entry: Entry) -> tuple[Any, str]:
    return entry.published_at, entry.slug
