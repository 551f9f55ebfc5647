"""An offer as it is shown: a card in the list, its facts on its page, and how it stands today."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from oppvekst.domain.decisions.rules import GROUPS
from oppvekst.domain.measures.desk.forms.catalogue import short
from oppvekst.domain.measures.models import Offer
from oppvekst.domain.measures.rules.offers import age_words, day_words, free_words, language_words
from oppvekst.domain.measures.rules.offers_places import place_name
from oppvekst.law.calendar import in_words

# The register's groups of help, each with its icon.
ICONS = {
    "1": "house-heart", "2": "house-heart", "3": "hand-heart", "4": "teddy-bear", "5": "eye", "6": "person-group",
    "7": "lifebuoy", "8": "bed",
}  # fmt: skip
PARTS = (("catalogue", "Tilbud", "hand-heart"), ("catalogue-providers", "Leverandører", "person-group"))


def parts(here: str) -> list[dict[str, Any]]:
    """The two parts of the catalogue, and which one this is."""
    return [
        {"href": reverse(f"desk:{name}"), "label": label, "icon": icon, "here": name == here}
        for name, label, icon in PARTS
    ]


def card(offer: Offer, *, today: date) -> dict[str, Any]:
    """What a card says of it."""
    return {
        "offer": offer, "href": reverse("desk:catalogue-offer", args=[offer.id]), "icon": ICONS[offer.category[0]],
        "group": GROUPS[offer.category[0]], "code": short(offer.category), "free": standing(offer, today=today),
        "provider": offer.provider.name,
        "tidbits": [age_words(offer.age_from, offer.age_to), where(offer), day_words(offer.days)],
    }  # fmt: skip


def standing(offer: Offer, *, today: date) -> dict[str, str]:
    """A word, a colour and an icon: never the colour alone."""
    if offer.valid_to and offer.valid_to < today:
        return {"word": f"Gikk ut {in_words(offer.valid_to)}", "colour": "neutral", "icon": "x-mark"}
    if offer.valid_from > today:
        return {"word": f"Begynner {in_words(offer.valid_from)}", "colour": "neutral", "icon": "calendar"}
    word = free_words(offer.free, offer.waiting)
    word = f"{word[0].upper()}{word[1:]}"
    if offer.free is None or offer.free > 0:
        return {"word": word, "colour": "success", "icon": "checkmark-circle-fill"}
    return {"word": word, "colour": "warning", "icon": "hourglass"}


def where(offer: Offer) -> str:
    """Where it is given."""
    if not offer.postal_code:
        return offer.district or "hjemme hos familien"
    place = place_name(offer.postal_code)
    return (
        offer.district
        if offer.district and place in offer.district
        else ", ".join(filter(None, [offer.district, place]))
    )


def facts(offer: Offer) -> list[dict[str, Any]]:
    """What its page says of it, beside what it is."""
    words = f": {offer.category_words}" if offer.category_words else ""
    used = f"{offer.taken} barn herfra, {offer.others} andre" if offer.others else f"{offer.taken} barn"
    return [
        {"term": "For hvem", "value": age_words(offer.age_from, offer.age_to).capitalize()},
        {"term": "Språk", "value": language_words(offer.languages, interpreter=offer.interpreter).capitalize()},
        {"term": "Dager", "value": day_words(offer.days).capitalize()},
        {"term": "Sted", "value": where(offer).capitalize()},
        {"term": "Plasser", "value": str(offer.capacity) if offer.capacity is not None else "Ikke noe fast antall"},
        {"term": "I bruk", "value": used}, {"term": "Venter", "value": str(offer.waiting)},
        {"term": "Pris", "value": offer.price or "Ikke oppgitt"},
        {
            "term": "Hvem gir hjelpen", "value": offer.provider.name,
            "href": reverse("desk:catalogue-provider", args=[offer.provider_id]),
        },
        {"term": "Registerets kode", "value": f"{short(offer.category)}{words}"},
    ]  # fmt: skip
