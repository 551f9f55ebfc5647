"""Where to find the service, who does what there, and others who help (bvl § 15-3 (4): whom to turn to)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from oppvekst.domain.information import models
from oppvekst.domain.information.queries.languages import BOKMAAL, said_in
from oppvekst.domain.information.rules.markdown import OUTSIDE
from oppvekst.law.refusals import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A contact point as a page shows it."""

    kind: str
    name: str
    about: str
    phone: str
    address: str
    hours: str
    url: str

    @property
    def site(self) -> str:
        """Its web page, if that is an address a reader can be sent to."""
        return self.url if OUTSIDE.match(self.url) else ""


def contact_points(municipality: int, language: str = BOKMAAL) -> dict[str, list[Place]]:
    """The published contact points by what they are, each kind in its order; a kind without any is an empty list."""
    found: dict[str, list[Place]] = {str(kind): [] for kind in models.ContactPoint.Kind}
    rows = models.ContactPoint.objects.filter(municipality_id=municipality, published=True)
    for row in rows.order_by("place", "name"):
        found[row.kind].append(_place(row, language))
    return found


def get_point(municipality: int, point_id: UUID, *, lock: bool = False) -> models.ContactPoint:
    """One contact point, also a hidden one; ``lock`` lets whoever is changing it this very moment finish first."""
    rows = models.ContactPoint.objects.select_for_update() if lock else models.ContactPoint.objects.all()
    found = rows.filter(id=point_id, municipality_id=municipality).first()
    if found is None:
        raise NotFound("Vi har ikke dette kontaktpunktet.")
    return found


def all_points(municipality: int) -> list[models.ContactPoint]:
    """All of them in their order, also the hidden ones, for whoever edits them."""
    return list(models.ContactPoint.objects.filter(municipality_id=municipality).order_by("kind", "place", "name"))


def _place(row: models.ContactPoint, language: str) -> Place:
    said = said_in(row, language, "name", "about", "hours", "address")
    return Place(kind=row.kind, phone=row.phone, url=row.url, **said)
