"""Which municipality somebody asks about."""

from __future__ import annotations

from oppvekst.ground.access.models import Municipality
from oppvekst.law.refusals import NotFound


def get_municipality(number: int | None) -> Municipality | None:
    """The municipality with that number, or the installation's first; nothing where none is installed."""
    if number is None:
        return Municipality.objects.order_by("-number").first()
    found = Municipality.objects.filter(number=number).first()
    if found is None:
        raise NotFound(
            f"Vi har ingen kommune med nummer {number:04d}.", fields={"municipality": "Ukjent kommunenummer."}
        )
    return found
