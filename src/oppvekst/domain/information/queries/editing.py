"""The pages as their editor sees them: how each stands in every language, when it was reviewed, and what it said before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from oppvekst.domain.information import models
from oppvekst.domain.information.queries.appearance import look_of
from oppvekst.domain.information.queries.languages import BOKMAAL
from oppvekst.domain.information.queries.upkeep import LanguageState, broken_links, states_among
from oppvekst.domain.information.rules.contents import LANGUAGES
from oppvekst.law.calendar import add
from oppvekst.law.refusals import NotFound

COLUMNS = (
    "id", "page_id", "language", "number", "title", "written_at", "writer_name", "publish_from", "withdrawn_at",
    "reviewed_on",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A page in a list: its title, its languages, and when somebody last read it through."""

    page: models.Page
    title: str
    languages: list[LanguageState]
    reviewed_on: date | None
    drafts: list[models.PageVersion] = field(default_factory=list)
    scheduled: list[models.PageVersion] = field(default_factory=list)
    broken: int = 0

    @property
    def review_due(self) -> date | None:
        """When it should be read through again; nothing while nobody can read it."""
        return add(self.reviewed_on, months=self.page.review_months) if self.reviewed_on else None

    def is_late(self, today: date) -> bool:
        """Whether the review is overdue. A page that is taken down needs none."""
        return bool(self.review_due and self.review_due < today and not self.page.archived)

    def state_in(self, language: str) -> LanguageState | None:
        """How it stands in one language."""
        return next((state for state in self.languages if state.language == language), None)


def languages_of(municipality: int) -> tuple[str, ...]:
    """The languages that the municipality writes in, Bokmål first."""
    chosen = look_of(municipality).languages or LANGUAGES
    return (BOKMAAL, *(each for each in LANGUAGES if each in chosen and each != BOKMAAL))


def standings(municipality: int, languages: Sequence[str], *, at: datetime, archived: bool = False) -> list[Standing]:
    """Every page in its place; as many questions for ten pages as for two hundred."""
    pages = models.Page.objects.filter(municipality_id=municipality, archived=archived)
    versions: dict[UUID, list[models.PageVersion]] = defaultdict(list)
    rows = models.PageVersion.objects.filter(municipality_id=municipality, page__archived=archived, withdrawn_at=None)
    for row in rows.only(*COLUMNS).order_by("number"):
        versions[row.page_id].append(row)
    return [_standing(page, versions[page.id], languages, at) for page in pages.order_by("place", "slug")]


def with_broken_links(municipality: int, shown: Sequence[Standing]) -> list[Standing]:
    """The same pages with how many of their links lead nowhere."""
    count = Counter(each.page for each in broken_links(municipality, pages=[each.page.id for each in shown]))
    return [
        Standing(
            page=each.page, title=each.title, languages=each.languages, reviewed_on=each.reviewed_on,
            drafts=each.drafts, scheduled=each.scheduled, broken=count[each.page.id],
        )
        for each in shown
    ]  # fmt: skip


def get_page(municipality: int, slug: str, *, lock: bool = False) -> models.Page:
    """The page; ``lock`` lets whoever is saving it this very moment finish first."""
    rows = models.Page.objects.select_for_update() if lock else models.Page.objects.all()
    found = rows.filter(municipality_id=municipality, slug=slug).first()
    if found is None:
        raise NotFound("Vi har ingen side med denne adressen.")
    return found


@dataclass(frozen=True)
class Written:
    """What is written on a page in one language: a draft, what is read now, what comes later, and all that was."""

    language: str
    versions: list[models.PageVersion]
    at: datetime

    @property
    def draft(self) -> models.PageVersion | None:
        """What nobody but the editors has read yet."""
        return next((each for each in self.versions if each.publish_from is None and each.withdrawn_at is None), None)

    @property
    def shown(self) -> models.PageVersion | None:
        """What the public reads now."""
        return next(iter(self.readable), None)

    @property
    def readable(self) -> list[models.PageVersion]:
        """What is published, the newest first: withdrawn, one gives way to the next."""
        found = [each for each in self.versions if _is_shown(each, self.at)]
        return sorted(found, key=lambda each: (each.publish_from or self.at, each.number), reverse=True)

    @property
    def scheduled(self) -> models.PageVersion | None:
        """What will be published on a later day."""
        later = [each for each in self.versions if each.publish_from and not each.withdrawn_at]
        return next((each for each in later if each.publish_from and each.publish_from > self.at), None)

    @property
    def current(self) -> models.PageVersion | None:
        """What an editor goes on from: the draft, else what is published or will be."""
        return self.draft or self.scheduled or self.shown

    @property
    def history(self) -> list[models.PageVersion]:
        """Every version, the newest first; also those that were dropped and withdrawn."""
        return sorted(self.versions, key=lambda each: each.number, reverse=True)

    @property
    def stand(self) -> str:
        """How it stood when it was read: whoever saves on top of something else is told."""
        draft, newest = self.draft, next(iter(self.history), None)
        wrote = f"{draft.title}\n{draft.lead}\n{draft.body}\n{draft.written_at.isoformat()}" if draft else ""
        return f"{newest.number if newest else 0}-{sha256(wrote.encode()).hexdigest()[:16]}"

    def numbered(self, number: int) -> models.PageVersion:
        """One version of it."""
        found = next((each for each in self.versions if each.number == number), None)
        if found is None:
            raise NotFound("Denne versjonen finnes ikke.")
        return found

    def before(self, version: models.PageVersion) -> models.PageVersion | None:
        """The version that it followed."""
        return next((each for each in self.history if each.number < version.number and each.publish_from), None)


def written(page: models.Page, languages: Iterable[str], *, at: datetime) -> dict[str, Written]:
    """All that is written on a page in some languages, in one question."""
    wanted = list(languages)
    found: dict[str, list[models.PageVersion]] = {language: [] for language in wanted}
    for row in page.versions.filter(language__in=wanted).order_by("number"):
        found[row.language].append(row)
    return {language: Written(language, rows, at) for language, rows in found.items()}


def written_in(page: models.Page, language: str, *, at: datetime) -> Written:
    """All that is written on a page in one language."""
    return written(page, [language], at=at)[language]


def _standing(
    page: models.Page, versions: list[models.PageVersion], languages: Sequence[str], at: datetime
) -> Standing:
    shown = {row.language: row for row in versions if _is_shown(row, at)}
    reviewed = [row.reviewed_on for row in shown.values() if row.language in languages and row.reviewed_on]
    drafts = [row for row in versions if row.publish_from is None]
    bokmaal = shown.get(BOKMAAL) or next((row for row in reversed(versions) if row.language == BOKMAAL), None)
    titled = bokmaal or next(iter(reversed(versions)), None)
    return Standing(
        page=page, title=titled.title if titled else page.slug, languages=states_among(versions, languages),
        # A page is as well reviewed as the language that was reviewed the longest ago.
        reviewed_on=min(reviewed, default=None), drafts=drafts,
        scheduled=[row for row in versions if row.publish_from and row.publish_from > at],
    )  # fmt: skip


def _is_shown(row: models.PageVersion, at: datetime) -> bool:
    return bool(row.publish_from and row.publish_from <= at and row.withdrawn_at is None)
