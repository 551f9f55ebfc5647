"""A catalogue to search in: two thousand invented offers, so that a small municipality's is measured as a large one's."""

from __future__ import annotations

from datetime import date, datetime
from itertools import cycle, islice
from random import Random
from typing import Final

from django.db import connection

from oppvekst.domain.decisions.rules import CATEGORIES
from oppvekst.domain.measures.models import Offer, Provider
from oppvekst.domain.measures.rules.offers import DAYS
from oppvekst.domain.measures.rules.offers_places import PLACES
from oppvekst.domain.measures.rules.providers import Whose
from oppvekst.ground.database.acting import acting

OFFERS: Final = 2_000
LANGUAGES: Final = ("en", "ti", "so", "ar", "pl", "uk")


def fill_catalogue(municipality: int, *, at: datetime, offers: int = OFFERS) -> None:
    """Give it so many offers, under every code in force, of every age, place and day; undone with the rest."""
    since = at.date().replace(month=1, day=1)
    with acting("owner"):
        provider = Provider.objects.create(
            municipality_id=municipality, name="Oppdiktet for måling", whose=Whose.OWN, valid_from=since
        )
        Offer.objects.bulk_create(_offers(provider, since, at, offers), batch_size=500)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE measures_offer")


def _offers(provider: Provider, since: date, at: datetime, offers: int) -> list[Offer]:
    chance, codes = Random(7), cycle(CATEGORIES.on(since))  # noqa: S311
    return [
        Offer(
            municipality_id=provider.municipality_id, provider=provider, name=f"Tilbud {number}", category=code.code,
            category_words="oppdiktet" if code.needs_text else "", about="Et oppdiktet tilbud. " * 6,
            age_from=chance.choice((None, 0, 6, 12)), age_to=chance.choice((None, 16, 18, 23)),
            languages=["nb", chance.choice(LANGUAGES)], interpreter=number % 3 == 0, days=chance.sample(sorted(DAYS), 2),
            postal_code=chance.choice(("", *PLACES)), capacity=chance.choice((None, 4, 8)), others=chance.randint(0, 4),
            valid_from=since, changed_at=at,
        )
        for number, code in enumerate(islice(codes, offers))
    ]  # fmt: skip
