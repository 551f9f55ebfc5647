"""By which way a decision goes to somebody, and why that one (fvl § 27; eForvaltningsforskriften §§ 8, 9; bvl § 13-5 (3))."""

from __future__ import annotations

from dataclasses import dataclass

from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.people.rules import Way
from oppvekst.law.citation import bvl, efvf
from oppvekst.law.refusals import NotAllowed

ROUTES = {
    Route.DIGITAL: ("Digitalt på Min side", "Ligger klart med en gang. Et nøytralt varsel går til den trygge telefonen."),
    Route.POST: ("I posten", "Skriv ut og send. Klagefristen begynner dagen brevet kom fram."),
    Route.HAND: ("Personlig", "Gi det fra hånd til hånd, og skriv hvilken dag."),
    Route.SAFE: ("Trygg vei", "Adressert slik vernet krever: av en som er betrodd adressen, eller gjennom Folkeregisteret."),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Ways:
    """What is there to reach somebody by."""

    page: bool = False
    phone: bool = False
    protection: Way = Way.OPEN
    reserved: bool = False


@dataclass(frozen=True, slots=True)
class Suggested:
    """A way, and why it is suggested."""

    route: Route
    why: str


def suggested(ways: Ways) -> Suggested:
    """The way to begin with.

    >>> suggested(Ways(page=True, phone=True)).route, suggested(Ways(page=True, phone=True, reserved=True)).route
    (<Route.DIGITAL: 'digital'>, <Route.POST: 'post'>)
    """
    if ways.protection is not Way.OPEN:
        return Suggested(Route.SAFE, "Adressen er vernet, så brevet går den trygge veien.")
    if ways.reserved:
        return Suggested(Route.POST, "Har reservert seg mot digital post (eForvaltningsforskriften § 9).")
    if ways.page and ways.phone:
        return Suggested(Route.DIGITAL, "Min side er åpnet, og en telefon er sagt å være trygg.")
    if ways.page:
        return Suggested(Route.POST, "Min side er åpnet, men ingen telefon er sagt å være trygg å varsle på.")
    return Suggested(Route.POST, "Min side er ikke åpnet for denne personen.")


def open_routes(ways: Ways, *, represents: bool = False) -> tuple[Route, ...]:
    """The ways to choose among: the safe one in the place of the post where an address is protected; paper to an office.

    >>> open_routes(Ways(protection=Way.FORWARDED))
    (<Route.DIGITAL: 'digital'>, <Route.HAND: 'hand'>, <Route.SAFE: 'safe'>)
    """
    if represents:
        return (Route.POST, Route.HAND)
    out = Route.SAFE if ways.protection is Way.OPEN else Route.POST
    return tuple(route for route in ROUTES if route is not out)


def refuse_route(route: Route, ways: Ways) -> None:
    """Refuse a way that is not there for this person, with what can be done instead."""
    if route is Route.POST and ways.protection is not Way.OPEN:
        raise NotAllowed("Adressen er vernet. Velg trygg vei.", bvl("13-1") & bvl("13-5", 3))
    if route is Route.SAFE and ways.protection is Way.OPEN:
        raise NotAllowed("Adressen er ikke vernet. Velg post, digitalt eller personlig.")
    if route is not Route.DIGITAL:
        return
    if ways.reserved:
        raise NotAllowed("Personen har reservert seg mot digital post og skal ha vedtaket på papir.", efvf("9"))
    if not ways.page:
        raise NotAllowed(
            "Min side er ikke åpnet for personen i denne saken. Åpne den, eller velg en annen vei.", efvf("8")
        )
    if not ways.phone:
        raise NotAllowed(
            "Ingen telefon er sagt å være trygg. Spør personen og før det på personen, eller velg en annen vei.",
            efvf("8", 3),
        )
