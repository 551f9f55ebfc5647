"""A case and its persons in the words of the page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.models import Party
from oppvekst.domain.people.models import Person, Protection, Shielding
from oppvekst.domain.people.rules import SHIELDS, age, age_in_words
from oppvekst.ground.web.words import day_in_words
from oppvekst.law import calendar
from oppvekst.law.identity import Kind

PARTY_AT = 15
NUMBERS = {
    Kind.FNR: _("Fødselsnummer"),
    Kind.DNR: _("D-nummer"),
    Kind.HNR: _("Hjelpenummer"),
    Kind.SYNTHETIC: _("Oppdiktet nummer"),
    Kind.DUF: _("DUF-nummer"),
    Kind.PSEUDO: _("Termindato som nummer"),
}
PROTECTED = {
    Protection.CONFIDENTIAL: {"label": _("Fortrolig adresse"), "colour": "warning", "icon": "shield-lock"},
    Protection.STRICT: {"label": _("Strengt fortrolig adresse"), "colour": "danger", "icon": "shield-lock"},
    Protection.HIDDEN: {"label": _("Adressen er skjult for foreldrene"), "colour": "danger", "icon": "shield-lock"},
}
ANSWERS = {True: _("Ja"), False: _("Nei"), None: _("Ikke avklart")}


def number_kind(person: Person) -> str:
    """The kind of number the person goes by, or nothing."""
    kinds = [number.kind for number in person.numbers.all()]
    return str(NUMBERS.get(Kind(kinds[0]), _("Annet nummer"))) if kinds else ""


def tags(person: Person) -> list[dict[str, Any]]:
    """What must be known of a child before anything else: what number, and whether the address is protected."""
    kind = number_kind(person)
    number = {"label": kind or _("Uten nummer"), "colour": "neutral", "icon": "checkmark-circle" if kind else ""}
    return [number, *shield(person)]


def shield(person: Person) -> list[dict[str, Any]]:
    """The mark of a protected address."""
    return [PROTECTED[Protection(person.protection)]] if person.protection else []


def years(person: Person, *, today: date) -> str:
    """Age as one says it."""
    return age_in_words(person.birth_date, due_date=person.due_date, today=today)


def own_name(person: Person) -> str:
    """The name one calls a child by."""
    return person.called


def party_by_age(child: Person, *, today: date) -> str:
    """Whether the child is party by age alone (bvl § 12-3); in some kinds of case a younger child is too."""
    if child.birth_date is None:
        return gettext("Fødselsdato mangler")
    day = calendar.add(child.birth_date, years=PARTY_AT)
    words = {"day": day_in_words(day, today=today)}
    if age(child.birth_date, today=today) >= PARTY_AT:
        return gettext("Ja, fylte 15 år %(day)s") % words
    return gettext("Ikke ennå etter alder. Fyller 15 år %(day)s") % words


def who(person: Person) -> str:
    """What tells somebody from others of the same name: birth date, and what she is in the cases one sees."""
    born = gettext("Født %(day)s") % {"day": date_format(person.birth_date, "j. F Y")} if person.birth_date else ""
    parts = [
        gettext("%(role)s i saken til %(child)s") % {"role": role(part), "child": part.case.child.name}
        for part in person.parts.all()
    ]
    return ". ".join(told for told in (born, ", ".join(parts)) if told)


def role(party: Party) -> str:
    """«Mor»."""
    return party.get_part_display().capitalize()


def kind(one: int, written: Iterable[Shielding]) -> dict[str, Any]:
    """A protection in force, what it means, and where it comes from if that is written down."""
    source = next((row for row in written if row.kind == one and row.ended_at is None), None)
    return {"shield": SHIELDS[one], "tag": PROTECTED[Protection(one)], "source": source}
