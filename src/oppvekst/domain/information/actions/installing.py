"""What a municipality starts with: its phones, its pages, and where to find it."""

from __future__ import annotations

from datetime import date, datetime

from oppvekst.domain.information import models, rules
from oppvekst.domain.information.actions.originals import original
from oppvekst.domain.information.rules.contents import LANGUAGES, Content, Given, contents_for, said_of
from oppvekst.domain.information.rules.defaults import (
    INVENTED_PHONES,
    NATIONAL_LINES,
    NOON_CLOSURES,
    LocalPhones,
    local_lines,
)
from oppvekst.domain.information.rules.phrases import CLOSURES, LINES, InOtherLanguages, open_at
from oppvekst.domain.information.rules.places import INVENTED, Place, places_for
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import add, oslo_date

EDIT = "information.edit"

type Lacking = list[tuple[Content, str]]


def install_defaults(municipality: Municipality, *, at: datetime, by: Actor, phones: LocalPhones | None = None) -> None:
    """Give a municipality the content it lacks; safe to repeat. What it has changed itself stays as it is.

    Lines without a number are kept back from the public until ``phones`` brings it (bvl § 15-3 (4)).
    """
    known = phones or INVENTED_PHONES.get(municipality.number, LocalPhones())
    lines = (*local_lines(known), *NATIONAL_LINES)
    texts = _lacking_texts(municipality)
    if not (texts or _lacks_lines(municipality, lines) or _lacking_places(municipality)):
        return
    with act("information.installed", by=by, at=at, right=EDIT, law="bvl § 15-3 (4)") as entry:
        rows = {line.id: _install_line(municipality, line) for line in lines}
        _install_closures(municipality, rows)
        _install_places(municipality, _lacking_places(municipality))
        _install_texts(municipality, texts, at=at, by=by)
        entry.about(rows["duty"].pk, says=f"La inn telefoner, åpningstider og tekster for {municipality.name}.")


def _lacks_lines(municipality: Municipality, wanted: tuple[rules.Line, ...]) -> bool:
    rows = models.PhoneLine.objects.filter(municipality=municipality)
    has = dict(rows.values_list("code", "phone"))
    return any(line.id not in has or (line.phone and not has[line.id]) for line in wanted)


def _install_line(municipality: Municipality, line: rules.Line) -> models.PhoneLine:
    row, made = models.PhoneLine.objects.get_or_create(
        municipality=municipality, code=line.id,
        defaults={
            "kind": line.kind, "name": line.name, "phone": line.phone, "audience": sorted(line.audience),
            "about": line.about, "url": line.url, "source": line.source, "checked_on": line.checked_on,
            "published": bool(line.phone), "other_languages": LINES[line.id],
        },
    )  # fmt: skip
    if made:
        _install_openings(row, line)
    elif line.phone and not row.phone:
        row.phone, row.published = line.phone, True
        row.save(update_fields=["phone", "published"])
    return row


def _install_openings(row: models.PhoneLine, line: rules.Line) -> None:
    models.Opening.objects.bulk_create(
        models.Opening(
            municipality_id=row.municipality_id, line=row, published=True, days=sorted(each.days), start=each.start,
            end=each.end, holidays=each.holidays, channel=each.channel,
            valid_from=each.valid_from, valid_to=each.valid_to,
        )
        for each in line.openings
    )  # fmt: skip


def _install_closures(municipality: Municipality, rows: dict[str, models.PhoneLine]) -> None:
    if models.Closure.objects.filter(municipality=municipality).exists():
        return
    models.Closure.objects.bulk_create(
        models.Closure(
            municipality=municipality, line=rows[each.line], published=True, first=each.first, last=each.last,
            start=each.start, end=each.end, reason=each.reason, yearly=each.yearly,
            other_languages=CLOSURES[each.reason],
        )
        for each in NOON_CLOSURES
    )  # fmt: skip


def _lacking_places(municipality: Municipality) -> tuple[Place, ...]:
    """All of them or none: a place that the municipality has renamed must not come back under its old name."""
    wanted = places_for(municipality.number)
    return wanted if wanted and not models.ContactPoint.objects.filter(municipality=municipality).exists() else ()


def _install_places(municipality: Municipality, wanted: tuple[Place, ...]) -> None:
    models.ContactPoint.objects.bulk_create(
        models.ContactPoint(
            municipality=municipality, published=True, kind=each.kind, name=each.name, about=each.about,
            phone=each.phone, address=each.address, hours=each.hours, place=10 * place, source=INVENTED,
            other_languages=_said(each),
        )
        for place, each in enumerate(wanted, start=1)
    )  # fmt: skip


def _said(place: Place) -> InOtherLanguages:
    hours = open_at(place.hours)
    return {language: {**said, **hours.get(language, {})} for language, said in place.other_languages.items()}


def _lacking_texts(municipality: Municipality) -> Lacking:
    """A page that was taken down is not put back; a language nobody has written in is filled."""
    versions = models.PageVersion.objects.filter(municipality=municipality)
    has = set(versions.values_list("page__slug", "language").distinct())
    down = set(models.Page.objects.filter(municipality=municipality, archived=True).values_list("slug", flat=True))
    wanted = contents_for(invented=municipality.number in INVENTED_PHONES)
    return [
        (content, language)
        for content in wanted
        for language in LANGUAGES
        if (content.slug, language) not in has and content.slug not in down
    ]


def _install_texts(municipality: Municipality, lacking: Lacking, *, at: datetime, by: Actor) -> None:
    pages = _install_pages(municipality, lacking, today=oslo_date(at))
    models.PageVersion.objects.bulk_create(
        _first_version(pages[content.slug], content, language, municipality, at=at, by=by)
        for content, language in lacking
    )


def _install_pages(municipality: Municipality, lacking: Lacking, *, today: date) -> dict[str, models.Page]:
    wanted = {content.slug: content for content, _ in lacking}
    models.Page.objects.bulk_create(
        (
            models.Page(
                municipality=municipality, slug=each.slug, kind=each.kind, audience=each.audience, under=each.under,
                place=each.place, shown_until=add(today, months=each.shown_months) if each.shown_months else None,
            )
            for each in wanted.values()
        ),
        ignore_conflicts=True,
    )  # fmt: skip
    return {page.slug: page for page in models.Page.objects.filter(municipality=municipality, slug__in=wanted)}


def _first_version(
    page: models.Page, content: Content, language: str, municipality: Municipality, *, at: datetime, by: Actor
) -> models.PageVersion:
    text = said_of(original(content.slug, language), municipality.name)
    is_draft = content.given is Given.DRAFT_ELSEWHERE and municipality.number not in INVENTED_PHONES
    return models.PageVersion(
        municipality=municipality, page=page, language=language, number=1, title=text.title, lead=text.lead,
        body=text.body, written_at=at, written_by=by.staff_id, writer_name=by.name,
        publish_from=None if is_draft else at, reviewed_on=None if is_draft else oslo_date(at),
    )  # fmt: skip
