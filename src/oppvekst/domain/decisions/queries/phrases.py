"""The municipality's phrases, and what they are merged with in one decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import override

from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions.models import Addressee, Decision, Phrase
from oppvekst.domain.decisions.rules import CATEGORIES
from oppvekst.domain.people.rules import age_in_words
from oppvekst.law.refusals import NotFound

PARENTS = (Party.Part.MOTHER, Party.Part.FATHER, Party.Part.OTHER_PARENT)


def get_phrase(phrase_id: UUID) -> Phrase:
    """The phrase, if it is this municipality's."""
    found = Phrase.objects.filter(id=phrase_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne frasen.")
    return found


def phrases(*, kind: str = "", language: str = "") -> QuerySet[Phrase]:
    """Those in use, by part and name."""
    found = Phrase.objects.filter(retired_at=None)
    if kind:
        found = found.filter(kind__in=("", kind))
    if language:
        found = found.filter(language=language)
    return found.order_by("section", "kind", "category", "language", "title", "id")


def phrases_for(decision: Decision) -> dict[str, list[Phrase]]:
    """Those that fit this decision, by the part they belong to."""
    fits = Q(kind__in=("", decision.kind)) & Q(category__in=("", decision.category))
    found: dict[str, list[Phrase]] = {}
    for each in phrases(language=decision.language).filter(fits):
        found.setdefault(each.section, []).append(each)
    return found


def before(phrase: Phrase) -> list[Phrase]:
    """How it was, newest first."""
    found: list[Phrase] = []
    earlier = phrase.replaces_id
    while earlier and len(found) < 100:
        one = get_phrase(earlier)
        found.append(one)
        earlier = one.replaces_id
    return found


def merge_answers(
    decision: Decision, addressees: list[Addressee], *, writer: str, today: date, service: str
) -> Mapping[str, str]:
    """What the merge fields are filled with: nothing is guessed, and what is not known is left out."""
    child = decision.case.child
    starts, ends, due = (
        _day(day, decision.language) for day in (decision.starts_on, decision.ends_on, decision.answers_due)
    )
    return {
        "child": child.name, "first_name": child.given_name, "number": decision.case.number, "service": service,
        "age": age_in_words(child.birth_date, due_date=child.due_date, today=today),
        "parents": _named(one.name for one in addressees if one.party and one.party.part in PARENTS and one.has_copy),
        "measure": CATEGORIES.get(decision.category).text if decision.category else "", "provider": decision.provider,
        "starts_on": starts, "ends_on": ends, "answers_due": due, "writer": writer,
    }  # fmt: skip


def _named(names: Iterable[str]) -> str:
    found = list(names)
    return " og ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)


def _day(day: date | None, language: str) -> str:
    """The date as the letter's language writes it."""
    with override(language):
        return date_format(day, "j. F Y" if language != "en" else "j F Y") if day else ""
