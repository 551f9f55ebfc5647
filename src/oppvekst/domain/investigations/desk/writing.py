"""What one person is writing in a theme: her forms, her drafts, and the texts that she and another have both changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from oppvekst.domain.investigations.actions import Written, keep_draft
from oppvekst.domain.investigations.desk.forms import NeedsForm
from oppvekst.domain.investigations.queries import Sheet, texts_at
from oppvekst.domain.investigations.rules import TEXTS, Need, lacking
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.drafting import Clash, meet, shown


@dataclass
class Page:
    """One item as it is written on: what stands, the form, the clashes, and how it was the time before."""

    sheet: Sheet
    form: NeedsForm
    clashes: tuple[Clash, ...] = ()
    before: Need | None = None

    @property
    def key(self) -> str:
        """What the item is called in the page's addresses and ids."""
        return prefix_of(self.sheet.code.code)

    @property
    def lacks(self) -> tuple[str, ...]:
        """What the saved text still lacks."""
        return lacking(self.sheet.need)

    @property
    def fields(self) -> list[dict[str, Any]]:
        """Each field in order, with its clash when it has one. The change is asked only where there was a time before."""
        by_name = {clash.name: clash for clash in self.clashes}
        asked = [name for name in TEXTS if name != "change" or self.before or self.form.initial.get("change")]
        return [{"field": self.form[name], "clash": self._told(by_name.get(name))} for name in asked]

    @property
    def standing(self) -> list[tuple[str, str]]:
        """What is saved, by heading, for whoever only reads."""
        return [(TEXTS[name], text) for name, text in self.sheet.texts.items() if text]

    @property
    def earlier(self) -> list[tuple[str, str]]:
        """What was written the time before, by heading."""
        found = [(title, self.before.text(name)) for name, title in TEXTS.items()] if self.before else []
        return [(title, text) for title, text in found if text]

    def _told(self, clash: Clash | None) -> dict[str, Any] | None:
        stands = self.sheet.current
        return shown(clash, self.form, who=stands.saved_by_name, when=stands.saved_at) if clash and stands else None


def prefix_of(code: str) -> str:
    """The prefix of an item's fields: a dot would have to be escaped in every selector."""
    return f"p-{code.replace('.', '-')}"


def opened(sheets: Iterable[Sheet], typed: Any = None) -> list[Page]:
    """The items as this person left them: her draft laid beside what stands now, else what stands."""
    found = list(sheets)
    drafted = [(sheet.row.id, sheet.mine.based_on) for sheet in found if sheet.mine]
    stood = texts_at(drafted)
    return [_opened(sheet, stood.get(sheet.row.id, {}), typed) for sheet in found]


def sent(sheets: Iterable[Sheet], typed: Any) -> list[Page]:
    """The items that stood on the page that was sent, with what was written in them."""
    pages = [Page(sheet, NeedsForm(typed, prefix=prefix_of(sheet.code.code))) for sheet in sheets]
    return [page for page in pages if page.form.sent]


def keep(pages: Iterable[Page], *, by: Actor, at: datetime) -> None:
    """Keep a draft of everything that differs from what stands; what was not touched is nobody's draft."""
    found = list(pages)
    stood = _stood(found)
    for page in found:
        written = page.form.written()
        untouched = written in (page.sheet.texts, stood[page.sheet.row.id])
        texts = {} if untouched else written
        if texts != (page.sheet.mine.texts if page.sheet.mine else {}):
            keep_draft(page.sheet.row, texts, based_on=_version(page), by=by, at=at)


def met(pages: Iterable[Page]) -> tuple[list[Written], list[Page]]:
    """What can be saved, and the items in which two have written."""
    found = list(pages)
    stood = _stood(found)
    saved, clashing = [], []
    for page in found:
        sheet = page.sheet
        meeting = page.form.meet(was=stood[sheet.row.id], now=sheet.texts, number=sheet.row.version)
        if meeting.clashes:
            clashing.append(page)
        elif meeting.texts != sheet.texts:
            saved.append(Written(sheet.code.code, sheet.row.version, meeting.texts))
    return saved, clashing


def _opened(sheet: Sheet, was: dict[str, str], typed: Any) -> Page:
    prefix, version = prefix_of(sheet.code.code), sheet.row.version
    if sheet.mine is None:
        return Page(sheet, NeedsForm(prefix=prefix, initial=sheet.texts | {"version": version, "seen": version}))
    meeting = meet(was, sheet.mine.texts, sheet.texts)
    # While two texts wait for a choice, the form stands at the version it was opened at.
    stands = sheet.mine.based_on if meeting.clashes else version
    form = NeedsForm(prefix=prefix, initial=meeting.texts | {"version": stands, "seen": version})
    # Not bound, for what is shown is laid together of three texts; but a choice already made stays made.
    form.data = typed or {}
    return Page(sheet, form, meeting.clashes)


def _version(page: Page) -> int:
    return min(page.form.opened_at, page.sheet.row.version)


def _stood(pages: list[Page]) -> dict[Any, dict[str, str]]:
    return texts_at((page.sheet.row.id, _version(page)) for page in pages)
