"""Who must say yes, who is heard, who is told and who is not asked: one function for each kind of act."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from oppvekst.domain.decisions.rules.consent import adults, child
from oppvekst.domain.decisions.rules.consent.facts import (
    ADULT,
    FIFTEEN,
    SIBLING,
    TWELVE,
    Living,
    Situation,
    birthday,
)
from oppvekst.domain.decisions.rules.consent.kinds import FOSTER, KINDS, PLANNED, TALKS, TRUSTED, Kind
from oppvekst.domain.decisions.rules.consent.lines import Line, Matrix, Part, read
from oppvekst.domain.people.rules import age
from oppvekst.law.citation import Mark, bvl, fvl

type Unclear = tuple[str, str]
# What a youth past 18 is asked for: the rest ends with childhood.
GROWN = frozenset({Kind.AFTERCARE, Kind.INDIVIDUAL_PLAN, Kind.SHARING, Kind.TRUSTED})


def matrix(kind: Kind, s: Situation) -> Matrix:
    """Everybody's part in this act on this day (bvl kap. 3, §§ 12-2, 12-3; the section of each line stands on it)."""
    return read(_LINES[kind](s), (*_unclear(kind, s), *_ours(kind, s)))


def changes_on(kind: Kind, s: Situation) -> tuple[int, Situation] | None:
    """The next birthday on which the child's own part in this act becomes another, and how it then is."""
    born = s.child.birth_date
    if born is None or matrix(kind, s).unclear:
        return None
    now = _own_part(kind, s)
    for years in (TWELVE, FIFTEEN, FIFTEEN + 1):
        later = replace(s, on=birthday(born, years))
        if later.on > s.on and _own_part(kind, later) is not now:
            return years, later
    return None


def _own_part(kind: Kind, s: Situation) -> Part | None:
    own = matrix(kind, s).line_of(s.child.key)
    return own.part if own else None


def _unclear(kind: Kind, s: Situation) -> Iterator[Unclear]:
    """Facts that every act asks for; from 18, and about a trusted person, nobody's responsibility matters."""
    if kind is Kind.TRUSTED or (s.age is not None and s.age >= ADULT):
        return
    for field, sentence in s.unclear():
        if field != "residence" or kind in _BY_RESIDENCE:
            yield field, sentence


def _ours(kind: Kind, s: Situation) -> Iterator[Unclear]:
    """What is unclear about this kind of act."""
    if kind in _OWN_GROUND and child.needs_assessment(s):
        yield "understands", f"Vurder om {s.child.name} forstår hva saken gjelder, og skriv hvorfor. Da er barnet part."
    if s.age is not None and s.age >= ADULT and kind not in GROWN:
        yield "adult", f"{s.child.name} er fylt 18 år. Hjelp etter 18 år er ettervern."
    if kind is Kind.AFTERCARE and s.age is not None and s.age < ADULT:
        yield "not_adult", f"{s.child.name} er ikke fylt 18 år. Velg tiltaket barnet har nå."
    if kind is Kind.LESS_SUPERVISION and s.age is not None and s.age < FIFTEEN:
        yield "too_young", f"{s.child.name} er under 15 år. Da kan ikke tilsynet reduseres."
    if kind in (Kind.PLACEMENT, Kind.SUPPORT_HOME) and s.living is Living.CARE:
        yield "care", "Tjenesten har omsorgen. Å flytte barnet er et vedtak etter § 5-5 og ikke frivillig hjelp."
    if kind in (Kind.PERMANENT, Kind.ADOPTION_CONTACT) and not s.affected:
        yield "affected", f"{KINDS[kind].affects} Skriv dem inn blant menneskene i saken, og velg dem her."
    if kind in _ON_BEHALF and not (_some_say_yes(kind, s) or any(s.unclear())):
        yield (
            "nobody",
            "Ingen i saken kan si ja for barnet. Finn ut hvem som har foreldreansvar, eller om barnet har verge.",
        )


_BY_RESIDENCE = frozenset(
    {Kind.HELP, Kind.PLACEMENT, Kind.SUPPORT_HOME, Kind.DRUG_TEST, Kind.CENTRE, Kind.INDIVIDUAL_PLAN}
)
_OWN_GROUND = frozenset({Kind.HELP, Kind.PLACEMENT, Kind.SUPPORT_HOME, Kind.TALKS})
_ON_BEHALF = frozenset({Kind.HELP, Kind.PLACEMENT, Kind.SUPPORT_HOME, Kind.ABROAD, Kind.CENTRE})


def _some_say_yes(kind: Kind, s: Situation) -> bool:
    grown = (line for line in _LINES[kind](s) if line.who != s.child.key)
    return any(line.part in (Part.CONSENTS, Part.DECIDES) for line in grown)


def _help(s: Situation) -> Iterator[Line]:
    yield from adults.at_home(s)
    yield child.ordinary(s)


def _placement(s: Situation) -> Iterator[Line]:
    yield from adults.away(s, bvl("3-2"))
    yield child.ordinary(s)


def _support_home(s: Situation) -> Iterator[Line]:
    yield from adults.away(s, bvl("9-6", 1) & bvl("3-2"))
    yield child.ordinary(s)


def _institution(s: Situation) -> Iterator[Line]:
    yield child.institution(s)
    if s.age is not None and s.age >= FIFTEEN:
        yield from adults.informed(s, "{name} har foreldreansvar og får vite om oppholdet. Barnets eget ja er nok.")
    else:
        yield from adults.holders(s, bvl("6-1", 1))


def _abroad(s: Situation) -> Iterator[Line]:
    yield from adults.holders(s, bvl("3-3", 1))
    yield child.over_twelve(s, bvl("3-3", 1, "d"), under=bvl("3-3", 1, "c-d"))


def _centre(s: Situation) -> Iterator[Line]:
    told = "{name} skal utredes eller har omsorgen, og må si ja. Uten det er det bare nemnda som kan bestemme det."
    law = bvl("2-3", 1) & bvl("2-3", 2)
    yield from adults.named((one for one in s.parents if one.responsibility or s.lives_at(one)), told, law, Mark.C)
    yield child.heard(s)


def _permanent(s: Situation) -> Iterator[Line]:
    yield from adults.named(s.affected, "{name} er fosterforelder og må si ja.", bvl("5-12", 1))
    yield child.over_twelve(s, bvl("5-12", 1, "c"))
    yield from adults.not_asked(
        s, "{name} er part i nemnda, som bestemmer dette. Foreldrenes ja er ikke et vilkår.", bvl("5-12", 1)
    )


def _adoption_contact(s: Situation) -> Iterator[Line]:
    yield child.over_twelve(s, bvl("5-11"))
    siblings = [one for one in s.affected if one.role == SIBLING]
    yield from adults.named(
        (one for one in siblings if one.birth_date and age(one.birth_date, today=s.on) >= TWELVE),
        "{name} er søsken over 12 år og må selv si ja.", bvl("5-11"),
    )  # fmt: skip
    adopters = (one for one in s.affected if one not in siblings)
    yield from adults.named(adopters, "{name} adopterer barnet og må si ja.", bvl("5-11"))


def _drug_test(s: Situation) -> Iterator[Line]:
    yield child.drug_test(s)
    if s.age is not None and s.age >= FIFTEEN:
        yield from adults.not_asked(s, "{name} spørres ikke. Barnet er 15 år eller eldre.", bvl("10-7", 3))
    elif s.living is Living.CARE:
        yield adults.service("Tjenesten har omsorgen og samtykker i foreldrenes sted.", bvl("10-7", 3))
    else:
        yield from adults.holders(s, bvl("10-7", 3), written=True)


def _plan(s: Situation) -> Iterator[Line]:
    yield child.plan(s)
    if s.age is not None and s.age >= FIFTEEN:
        yield from adults.informed(s, "{name} har foreldreansvar. Barnet er 15 år eller eldre, og dets ja er nok.")
    else:
        yield from adults.holders(s, bvl("8-4", 3))


def _aftercare(s: Situation) -> Iterator[Line]:
    yield child.alone(s)
    yield from adults.not_asked(s, "{name} spørres ikke. Ungdommen er myndig.", bvl("3-6", 1))


def _individual_plan(s: Situation) -> Iterator[Line]:
    yield child.individual_plan(s)
    if s.age is not None and s.age < ADULT:
        yield from adults.at_home(s, bvl("15-9") & PLANNED)


def _sharing(s: Situation) -> Iterator[Line]:
    own = child.sharing(s)
    yield own
    if own.part is not Part.CONSENTS:
        yield from adults.holders(s, fvl("13 a"), Mark.C)
    told = "Opplysningene gjelder også {name}, som må si ja for sin del."
    known = {one.key for one in s.parents if one.responsibility} if own.part is not Part.CONSENTS else set()
    yield from adults.named((one for one in s.affected if one.key not in known), told, fvl("13 a"))


def _talks(s: Situation) -> Iterator[Line]:
    yield from adults.holders(s, TALKS)
    yield child.talks(s)
    yield adults.service("Kommunen er part og må også si ja.", TALKS)


def _less_supervision(s: Situation) -> Iterator[Line]:
    yield child.less_supervision(s)
    yield adults.service("Omsorgskommunens tjeneste må si ja, og kommunen der fosterhjemmet ligger, bestemmer.", FOSTER)


def _trusted(s: Situation) -> Iterator[Line]:
    yield child.trusted(s)
    yield from adults.not_asked(s, "{name} spørres ikke. Tillitspersonen er barnets valg.", TRUSTED)


def _emergency(s: Situation) -> Iterator[Line]:
    yield from adults.may_object(s, bvl("4-1"))
    yield child.emergency(s)


_LINES: dict[Kind, Callable[[Situation], Iterator[Line]]] = {
    Kind.HELP: _help, Kind.PLACEMENT: _placement, Kind.SUPPORT_HOME: _support_home, Kind.INSTITUTION: _institution,
    Kind.ABROAD: _abroad, Kind.CENTRE: _centre, Kind.PERMANENT: _permanent, Kind.ADOPTION_CONTACT: _adoption_contact,
    Kind.DRUG_TEST: _drug_test, Kind.PLAN: _plan, Kind.AFTERCARE: _aftercare, Kind.INDIVIDUAL_PLAN: _individual_plan,
    Kind.SHARING: _sharing, Kind.TALKS: _talks, Kind.LESS_SUPERVISION: _less_supervision, Kind.TRUSTED: _trusted,
    Kind.EMERGENCY: _emergency,
}  # fmt: skip
