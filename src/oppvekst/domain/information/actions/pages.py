"""Adding pages, giving them their place, and taking them down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from oppvekst.domain.information import models
from oppvekst.domain.information.actions.installing import EDIT
from oppvekst.domain.information.actions.versions import checked
from oppvekst.domain.information.queries.editing import get_page
from oppvekst.domain.information.queries.languages import BOKMAAL
from oppvekst.domain.information.rules.contents import Words
from oppvekst.domain.information.rules.doors import STANDING
from oppvekst.domain.information.rules.slugs import LONGEST, TAKEN, is_slug, slug_of
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.refusals import Incomplete, NotAllowed

MOST_PLACES, MOST_MONTHS = 9999, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page stands, for whom, how often it is read through, and how long it is shown."""

    audience: str = models.Page.Audience.EVERYBODY
    under: str = ""
    place: int = 100
    review_months: int = 12
    shown_until: date | None = None


def add_page(title: str, *, kind: str, place: Place, by: Actor, at: datetime, slug: str = "") -> models.Page:
    """A new page with a draft in Bokmål. Nobody else sees it before something on it is published."""
    by.must(EDIT)
    words = checked(Words(title, "", ""))
    slug = (slug or slug_of(words.title, kind)).strip().lower()
    _check_address(slug, by.municipality)
    _check_place(slug, place, by.municipality)
    with act("information.page_drafted", by=by, at=at, right=EDIT) as entry:
        page = models.Page.objects.create(municipality_id=by.municipality, slug=slug, kind=kind, **_columns(place))
        row = models.PageVersion.objects.create(
            municipality_id=by.municipality, page=page, language=BOKMAAL, number=1, title=words.title, written_at=at,
            written_by=by.staff_id, writer_name=by.name,
        )  # fmt: skip
        entry.about(page.id, says=f"La til siden «{words.title}» som kladd.", version=str(row.id))
    return page


def move_page(slug: str, place: Place, *, by: Actor, at: datetime) -> bool:
    """Give a page another place, another audience, or another time between reviews. Whether anything was changed."""
    by.must(EDIT)
    with transaction.atomic():
        page = get_page(by.municipality, slug, lock=True)
        columns = _columns(place)
        before = {name: getattr(page, name) for name in columns}
        changed = [name for name in columns if columns[name] != before[name]]
        if not changed:
            return False
        _check_place(slug, place, by.municipality)
        with act("information.page_moved", by=by, at=at, right=EDIT) as entry:
            for name in changed:
                setattr(page, name, columns[name])
            page.save(update_fields=changed)
            said = f"Endret {_listed(changed)} for siden «{slug}»."
            entry.about(page.id, says=said, before={name: str(before[name] or "") for name in changed})
    return True


def archive_page(slug: str, *, by: Actor, at: datetime) -> None:
    """Take a page down. Nobody reads it any more; everything on it is kept, and it can be put up again."""
    if slug in STANDING:
        raise NotAllowed("Menyen på de åpne sidene leder hit, så siden må stå. Endre teksten i stedet.")
    _set_archived(slug, True, "Tok ned", by=by, at=at)


def unarchive_page(slug: str, *, by: Actor, at: datetime) -> None:
    """Put a page up again, as it was."""
    _set_archived(slug, False, "Satte opp igjen", by=by, at=at)


def _set_archived(slug: str, archived: bool, did: str, *, by: Actor, at: datetime) -> None:
    with act("information.page_archived", by=by, at=at, right=EDIT) as entry:
        page = get_page(by.municipality, slug, lock=True)
        if page.archived is archived:
            raise NotAllowed("Siden er allerede tatt ned." if archived else "Siden er allerede oppe.")
        page.archived = archived
        page.save(update_fields=["archived"])
        entry.about(page.id, says=f"{did} siden «{slug}».", archived=archived)


def _check_address(slug: str, municipality: int) -> None:
    if not is_slug(slug):
        raise Incomplete({
            "slug": f"Adressen kan ha små bokstaver fra a til z, tall og bindestrek, høyst {LONGEST} tegn."
        })  # fmt: skip
    if slug in TAKEN:
        raise Incomplete({"slug": "Denne adressen bruker huset selv. Velg en annen."})
    if models.Page.objects.filter(municipality_id=municipality, slug=slug).exists():
        raise Incomplete({"slug": "En annen side har denne adressen. Velg en annen."})


def _check_place(slug: str, place: Place, municipality: int) -> None:
    wrong = {}
    if place.under:
        if place.under == slug:
            wrong["under"] = "En side kan ikke ligge under seg selv."
        elif not models.Page.objects.filter(municipality_id=municipality, slug=place.under).exists():
            wrong["under"] = "Siden den skal ligge under, finnes ikke."
        elif slug in _above(place.under, municipality):
            wrong["under"] = "Den siden ligger selv under denne. Velg en annen."
    if not 0 <= place.place <= MOST_PLACES:
        wrong["place"] = f"Skriv et tall fra 0 til {MOST_PLACES}. Det laveste står først."
    if not 1 <= place.review_months <= MOST_MONTHS:
        wrong["review_months"] = f"Skriv et tall fra 1 til {MOST_MONTHS}."
    if wrong:
        raise Incomplete(wrong)


def _above(slug: str, municipality: int) -> set[str]:
    """The pages above a page; a circle ends where it began."""
    parents = dict(models.Page.objects.filter(municipality_id=municipality).values_list("slug", "under"))
    seen: set[str] = set()
    while slug and slug not in seen:
        seen.add(slug)
        slug = parents.get(slug, "")
    return seen


WORDS = {
    "audience": "hvem den er for", "under": "plassen", "place": "rekkefølgen", "review_months": "tiden mellom gjennomganger",
    "shown_until": "hvor lenge den vises",
}  # fmt: skip


def _columns(place: Place) -> dict[str, object]:
    return {name: getattr(place, name) for name in WORDS}


def _listed(names: list[str]) -> str:
    *others, last = (WORDS[name] for name in names)
    return f"{', '.join(others)} og {last}" if others else last
