"""«Who else could help this child?»: what fits, nearest first, in one question, with the reasons in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, Exists, FloatField, OuterRef, Q, QuerySet, Value, When

from oppvekst.domain.cases.models import Case as ChildsCase
from oppvekst.domain.measures.models import Agreement, Offer
from oppvekst.domain.measures.queries.offers import has_room, in_force
from oppvekst.domain.measures.queries.providers import must_read_catalogue
from oppvekst.domain.measures.rules.offers import age_words, day_words, free_words, language_words
from oppvekst.domain.measures.rules.offers_places import distance_words, distances, kilometres
from oppvekst.domain.measures.rules.providers import Whose
from oppvekst.domain.people.models import Address
from oppvekst.domain.people.queries import get_person, kinds_of
from oppvekst.domain.people.rules import age
from oppvekst.domain.prevention.rules import LANGUAGES
from oppvekst.ground.access.actor import Actor

SHOWN = 50
FAR = 100_000.0
# An offer without a place comes to the family.
AT_HOME = "hjemme hos familien"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What the child needs, as far as it is told; what is empty narrows nothing."""

    today: date
    age: int | None = None
    category: str = ""
    language: str = ""
    day: str = ""
    postal_code: str = ""
    within_km: int | None = None
    only_free: bool = True


@dataclass(frozen=True)
class Fits:
    """An offer with why it fits, and what somebody must look at first. No number ranks a child or a family."""

    offer: Offer
    reasons: tuple[str, ...]
    warnings: tuple[str, ...] = ()

    @property
    def free(self) -> bool:
        """A place can be taken now."""
        return _room(self.offer)


@dataclass(frozen=True)
class Wider:
    """A condition that can be let go of, and how many offers there would then be."""

    name: str
    words: str
    count: int


@dataclass(frozen=True)
class Start:
    """What is known of the child that the search begins from; the place is left out when where it lives is protected."""

    age: int | None = None
    postal_code: str = ""
    language: str = ""
    protected: bool = False
    unborn: bool = False


def start_of(case: ChildsCase, *, today: date) -> Start:
    """What we know of the child. Of one whose address is protected, the place is never put in by itself (bvl § 13-5 (3))."""
    child = get_person(case.child_id)
    years = age(child.birth_date, today=today) if child.birth_date else 0 if child.unborn else None
    protected = bool(kinds_of(child))
    language = child.language if child.language in LANGUAGES and child.language != "nb" else ""
    return Start(years, "" if protected else _postal_code(child), language, protected, child.unborn)


def _postal_code(child: Any) -> str:
    homes = [one for one in child.addresses.all() if one.kind == Address.Kind.HOUSEHOLD]
    return homes[0].postal_code if homes and distances(homes[0].postal_code) else ""


def who_can_help(by: Actor, wanted: Wanted) -> list[Fits]:
    """What fits the child: those with a free place first, then the nearest, then where the fewest wait (bvl § 3-1)."""
    found = _all(by).filter(*_conditions(wanted).values()).select_related("provider")
    rows = found.annotate(
        km=_kilometres(wanted.postal_code), room=Case(When(has_room(), then=Value(0)), default=Value(1)),
        agreed=Exists(_agreed(wanted.today)),
    ).order_by("room", "km", "waiting", "name", "id")  # fmt: skip
    return [_fits(offer, wanted) for offer in rows[:SHOWN]]


def wider(by: Actor, wanted: Wanted) -> list[Wider]:
    """What to let go of when nothing fits, each with what it would give, in one question."""
    conditions = _conditions(wanted)
    loose = {name: words for name, words in _letting_go(wanted) if name in conditions}
    # Not called as a column is: what is counted would be taken for the column in the next condition.
    counts = {
        f"without_{name}": Count("id", filter=Q(*(one for other, one in conditions.items() if other != name)))
        for name in loose
    }
    found = _all(by).aggregate(**counts) if counts else {}
    return [Wider(name, words, count) for name, words in loose.items() if (count := found[f"without_{name}"])]


def _all(by: Actor) -> QuerySet[Offer]:
    must_read_catalogue(by)
    return Offer.objects.filter(municipality_id=by.municipality)


def _conditions(wanted: Wanted) -> dict[str, Q]:
    """Each by the name it has in the form; being in force today is no choice."""
    held = {"": in_force(wanted.today)}
    if wanted.age is not None:
        youngest = Q(age_from=None) | Q(age_from__lte=wanted.age)
        held["age"] = youngest & (Q(age_to=None) | Q(age_to__gte=wanted.age))
    if wanted.category:
        whole = Q(category__startswith=f"{wanted.category}.") if "." not in wanted.category else Q()
        held["category"] = whole or Q(category=wanted.category)
    if wanted.language:
        held["language"] = Q(languages__contains=[wanted.language]) | Q(interpreter=True)
    if wanted.day:
        held["day"] = Q(days__contains=[wanted.day]) | Q(days=[])
    if wanted.within_km is not None and wanted.postal_code:
        near = [code for code, km in distances(wanted.postal_code).items() if km <= wanted.within_km]
        held["within_km"] = Q(postal_code__in=near) | Q(postal_code="")
    if wanted.only_free:
        held["only_free"] = has_room()
    return held


def _letting_go(wanted: Wanted) -> Iterator[tuple[str, str]]:
    yield "only_free", "Ta med dem som har venteliste"
    yield "within_km", "Se lenger unna"
    yield "day", "Se på alle dager"
    yield "language", "Se uten språket"
    yield "category", "Se på all slags hjelp"
    yield "age", "Se på alle aldre"


def _kilometres(postal_code: str) -> Any:
    known = [When(postal_code=code, then=Value(km)) for code, km in distances(postal_code).items()]
    at_home = When(postal_code="", then=Value(0.0))
    return Case(at_home, *known, default=Value(FAR), output_field=FloatField())


def _agreed(day: date) -> QuerySet[Agreement]:
    return Agreement.objects.filter(provider=OuterRef("provider"), valid_from__lte=day, valid_to__gte=day)


def _fits(offer: Offer, wanted: Wanted) -> Fits:
    return Fits(offer, tuple(filter(None, _reasons(offer, wanted))), tuple(_warnings(offer)))


def _reasons(offer: Offer, wanted: Wanted) -> Iterator[str]:
    if wanted.age is not None:
        fits = "passer alder" if _of_age(offer, wanted.age) else "annen alder"
        yield f"{fits} ({age_words(offer.age_from, offer.age_to)})"
    if _room(offer):
        yield free_words(offer.free, offer.waiting)
    yield distance_words(kilometres(wanted.postal_code, offer.postal_code)) if offer.postal_code else AT_HOME
    if wanted.language:
        spoken = wanted.language in offer.languages
        told = [wanted.language] if spoken else offer.languages
        yield language_words(told, interpreter=not spoken and offer.interpreter)
    if wanted.day:
        yield day_words([wanted.day] if wanted.day in offer.days else offer.days)


def _of_age(offer: Offer, years: int) -> bool:
    return (offer.age_from is None or offer.age_from <= years) and (offer.age_to is None or years <= offer.age_to)


def _room(offer: Offer) -> bool:
    return offer.free is None or offer.free > 0


def _warnings(offer: Any) -> Iterator[str]:
    if not _room(offer):
        yield free_words(offer.free, offer.waiting)
    if offer.provider.whose == Whose.PRIVATE and not offer.agreed:
        yield "Rammeavtalen gjelder ikke i dag"
