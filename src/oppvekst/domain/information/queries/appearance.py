"""How a municipality's open pages look, and what hangs over its door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Func, OuterRef, QuerySet, Subquery, TextField
from django.db.models.functions import JSONObject

from oppvekst.domain.information import models
from oppvekst.domain.information.queries.languages import BOKMAAL
from oppvekst.domain.information.rules.appearance import HOUSE, Look
from oppvekst.domain.information.rules.lines import Kind
from oppvekst.ground.access.models import Municipality

# rules.appearance.version_of, where the text itself need not be fetched.
VERSION = "left(encode(sha256(convert_to(nullif(%(expressions)s, ''), 'UTF8')), 'hex'), 12)"


@dataclass(frozen=True, slots=True)
class Sign:
    """What hangs over the door of every open page. What is empty is as the house itself has it."""

    accent: str = ""
    arms_version: str = ""
    service_name: str = ""
    languages: tuple[str, ...] = ()
    phone: str = ""
    oncall_name: str = ""
    oncall_phone: str = ""


def sign_of(municipality: int, *, language: str = BOKMAAL) -> Sign:
    """All of it in one question, without the drawing itself."""
    row = (
        Municipality.objects.filter(number=municipality)
        .values_list(Subquery(_appearance()), Subquery(_line(Kind.DUTY)), Subquery(_line(Kind.ON_CALL)))
        .first()
    )
    look, duty, on_call = (each or {} for each in row or (None, None, None))
    return Sign(
        accent=look.get("accent", ""), arms_version=look.get("arms") or "",
        service_name=look.get("service_name", ""), languages=tuple(look.get("languages", ())),
        phone=duty.get("phone", ""), oncall_phone=on_call.get("phone", ""),
        oncall_name=on_call.get("others", {}).get(language, {}).get("name") or on_call.get("name", ""),
    )  # fmt: skip


def look_of(municipality: int) -> Look:
    """How the municipality has decided that its pages look; the house's own look where it has not."""
    row = appearance_of(municipality)
    return look_in(row) if row else HOUSE


def appearance_of(municipality: int) -> models.Appearance | None:
    """The row itself, for whoever edits it."""
    return models.Appearance.objects.filter(municipality_id=municipality).first()


def look_in(row: models.Appearance) -> Look:
    """The look that a row holds."""
    return Look(row.accent, row.arms, row.service_name, tuple(row.languages), tuple(row.areas))


def areas_of(municipality: int) -> list[str]:
    """The parts of the municipality, as it names them itself; none where it has not said."""
    return list(look_of(municipality).areas)


def _appearance() -> QuerySet[models.Appearance, Any]:
    arms = Func(F("arms"), template=VERSION, output_field=TextField())
    found = JSONObject(accent="accent", arms=arms, service_name="service_name", languages="languages")
    return models.Appearance.objects.filter(municipality=OuterRef("number")).values(found=found)[:1]


def _line(kind: Kind) -> QuerySet[models.PhoneLine, Any]:
    lines = models.PhoneLine.objects.filter(municipality=OuterRef("number"), kind=kind, published=True)
    found = JSONObject(name="name", phone="phone", others="other_languages")
    return lines.order_by("code").values(found=found)[:1]
