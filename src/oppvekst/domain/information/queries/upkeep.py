"""What an editor should look after: languages that lag behind, and links that lead nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from oppvekst.domain.information import models
from oppvekst.domain.information.queries.languages import BOKMAAL
from oppvekst.domain.information.rules import doors, markdown
from oppvekst.domain.information.rules.contents import LANGUAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageState:
    """How a page stands in one language, beside Bokmål."""

    language: str
    published_at: datetime | None
    has_draft: bool
    is_older: bool

    @property
    def is_lacking(self) -> bool:
        """Whether the public reads Bokmål instead."""
        return self.published_at is None

    @property
    def needs_care(self) -> bool:
        """Whether an editor should be warned."""
        return self.is_lacking or self.is_older


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenLink:
    """A link that a reader sees as plain words, and the page it stands on."""

    page: UUID
    slug: str
    language: str
    title: str
    words: str
    target: str
    in_draft: bool

    @property
    def names_a_page(self) -> bool:
        """Whether it names a page that is not there; else it is of a kind we do not let a text link to."""
        return self.target.startswith(markdown.OURS)


def language_state(page: models.Page, languages: Sequence[str] = LANGUAGES) -> list[LanguageState]:
    """Which languages of a page are lacking, or were last published before Bokmål was."""
    return states_among(page.versions.all(), languages)


def language_states(municipality: int, languages: Sequence[str] = LANGUAGES) -> dict[UUID, list[LanguageState]]:
    """The same for every page that is not taken down, in one question, by the page's id."""
    versions: dict[UUID, list[models.PageVersion]] = defaultdict(list)
    rows = models.PageVersion.objects.filter(municipality_id=municipality, page__archived=False)
    for row in rows.only("page_id", "language", "publish_from", "withdrawn_at"):
        versions[row.page_id].append(row)
    return {page: states_among(rows_of, languages) for page, rows_of in versions.items()}


def broken_links(municipality: int, *, pages: Collection[UUID] | None = None) -> list[BrokenLink]:
    """Links in published texts and drafts that name no page, or lead where no text may lead; of some pages, or of all."""
    known = _pages_there(municipality) | doors.NAMES
    return [broken for row in _last_of_each(municipality, pages) for broken in _broken(row, known)]


def states_among(versions: Iterable[models.PageVersion], languages: Sequence[str] = LANGUAGES) -> list[LanguageState]:
    """The same of versions that somebody has already read."""
    published: dict[str, datetime] = {}
    drafts = set()
    for row in versions:
        if row.withdrawn_at:
            continue
        if row.publish_from is None:
            drafts.add(row.language)
        else:
            published[row.language] = max(row.publish_from, published.get(row.language, row.publish_from))
    first = published.get(BOKMAAL)
    return [
        LanguageState(
            language=language, published_at=(when := published.get(language)), has_draft=language in drafts,
            is_older=bool(first and when and when < first),
        )
        for language in languages
    ]  # fmt: skip


def _pages_there(municipality: int) -> frozenset[str]:
    there = models.PageVersion.objects.filter(
        municipality_id=municipality, page__archived=False, withdrawn_at=None, publish_from__isnull=False
    )
    return frozenset(there.values_list("page__slug", flat=True).distinct()) | frozenset(doors.STANDING)


def _last_of_each(municipality: int, pages: Collection[UUID] | None) -> Iterator[models.PageVersion]:
    """Of each page and language the newest version that is published or will be, and the draft."""
    rows = models.PageVersion.objects.filter(municipality_id=municipality, page__archived=False, withdrawn_at=None)
    if pages is not None:
        rows = rows.filter(page__in=pages)
    yield from _newest(rows.filter(publish_from__isnull=False))
    yield from rows.filter(publish_from=None).select_related("page").order_by("page__slug", "language")


def _newest(rows: QuerySet[models.PageVersion]) -> QuerySet[models.PageVersion]:
    order = ("page__slug", "language")
    return rows.select_related("page").order_by(*order, "-publish_from", "-number").distinct(*order)


def _broken(row: models.PageVersion, known: frozenset[str]) -> Iterator[BrokenLink]:
    for link in markdown.links(row.body):
        if (link.slug and link.slug in known) or link.leads_out:
            continue
        yield BrokenLink(
            page=row.page_id, slug=row.page.slug, language=row.language, title=row.title, words=link.words,
            target=link.target, in_draft=row.publish_from is None,
        )  # fmt: skip
