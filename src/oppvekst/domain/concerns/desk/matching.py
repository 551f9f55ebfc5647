"""Which child a concern may be about: what fits and what does not, beside each candidate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.queries import Hit
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.people.rules import age, age_in_words, search_key

EXACT = 1.0


@dataclass(frozen=True)
class Known:
    """What one has to go by: from the concern, or typed into the search."""

    name: str = ""
    born: date | None = None
    number: str = ""
    age: str = ""


def known_of(concern: Concern) -> Known:
    """What the reporter said about the child."""
    return Known(concern.child_name, concern.child_birth_date, concern.child_number, concern.child_age)


def candidate(hit: Hit, known: Known, concern: Concern, *, today: date) -> dict[str, Any]:
    """A candidate as the page shows it, with the button that links the concern to the child's case."""
    return {
        "name": hit.name,
        "age": age_in_words(hit.birth_date, due_date=hit.due_date, today=today),
        "where": _("Sak %(number)s") % {"number": hit.case_number},
        "matches": list(_matches(hit, known, today)),
        "action": reverse("desk:concern-link", args=[concern.id]),
        "hidden": {"case": hit.case_id},
    }


def _matches(hit: Hit, known: Known, today: date) -> Iterator[dict[str, Any]]:
    yield from _of_name(hit, known.name)
    if known.number and hit.score >= EXACT and search_key(known.name) != search_key(hit.name):
        yield {"label": _("Nummer"), "fits": True}
    if known.born and hit.birth_date:
        fits = known.born == hit.birth_date
        yield {
            "label": _("Fødselsdato") if fits else _("Født %(day)s") % {"day": f"{hit.birth_date:%d.%m.%Y}"},
            "fits": fits,
        }
    elif known.age.isdigit() and hit.birth_date:
        # A neighbour's guess may be a year wrong and still be the child.
        yield {"label": _("Alder"), "fits": abs(int(known.age) - age(hit.birth_date, today=today)) <= 1}


def _of_name(hit: Hit, said: str) -> Iterator[dict[str, Any]]:
    if not said:
        return
    wanted, given, family = set(search_key(said).split()), _parts(hit.given_name), _parts(hit.family_name)
    if wanted == given | family:
        yield {"label": _("Navn"), "fits": True}
        return
    if given & wanted:
        yield {"label": _("Fornavn"), "fits": True}
    yield {"label": _("Etternavn"), "fits": bool(family & wanted)}


def _parts(name: str) -> set[str]:
    return set(search_key(name).split())
