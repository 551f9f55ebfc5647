"""The lines of the grown-ups: parents by residence and responsibility, a guardian in their place, and the service."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oppvekst.domain.decisions.rules.consent.choices import AFFECTED, BOTH, BOTH_HOLDERS, OTHER_HOLDER
from oppvekst.domain.decisions.rules.consent.facts import GUARDIAN, Living, Situation, Someone
from oppvekst.domain.decisions.rules.consent.lines import SERVICE, Line, Part
from oppvekst.law.citation import Citation, Mark, bvl

HELP, TOLD = bvl("3-1"), bvl("12-2", 2)
RESPONSIBILITY, DECIDES_ALONE, SHARED = (Citation("barnelova", section) for section in ("30", "37", "36"))
NOT_A_HOLDER = "{name} har ikke foreldreansvar. Vurder hver gang om {name} likevel er part."


def _line(one: Someone, part: Part, sentence: str, law: Citation, sure: Mark, **more: bool) -> Line:
    return Line(
        who=one.key, name=one.name, part=part, sentence=sentence.format(name=one.name), law=law, sure=sure, **more
    )


def service(sentence: str, law: Citation, part: Part = Part.DECIDES) -> Line:
    """The service's own part, which is taken in the decision and not by anybody's signature."""
    return Line(who=SERVICE, name="Barneverntjenesten", part=part, sentence=sentence, law=law)


def at_home(s: Situation, law: Citation = HELP) -> Iterator[Line]:
    """Help while the child lives at home (bvl § 3-1): four outcomes by residence and responsibility."""
    if s.living is Living.CARE:
        yield service("Tjenesten har omsorgen for barnet og bestemmer dette.", bvl("5-4"))
        yield from (_told_under_care(one) for one in s.parents)
        return
    yield from _or_guardian(s, [_at_home(s, one, law) for one in s.parents], law)


def _at_home(s: Situation, one: Someone, law: Citation) -> Line:
    if s.lives_at(one) and one.responsibility:
        return _line(one, Part.CONSENTS, _RESIDENT[s.living or Living.NEITHER], law & _basis(s), Mark.B)
    if one.affected:
        told = "Tiltaket griper direkte inn i tiden barnet har hos {name}. Da er {name} part og må si ja."
        return _line(one, Part.CONSENTS, told, law, Mark.B if one.responsibility else Mark.C)
    if s.lives_at(one):
        told = "{name} har ikke foreldreansvar, men barnet bor hos {name}, og tiltaket skjer i hjemmet."
        return _line(one, Part.CONSENTS, told, law, Mark.C)
    if one.responsibility and s.living is Living.NEITHER:
        return _line(one, Part.CONSENTS, _RESIDENT[Living.NEITHER], law & RESPONSIBILITY, Mark.C)
    if one.responsibility and OTHER_HOLDER.of(s.choices) != AFFECTED:
        told = "Tjenesten har bestemt at alle som har foreldreansvar, skal si ja."
        return _line(one, Part.CONSENTS, told, law & RESPONSIBILITY, Mark.B)
    return _only_told(s, one)


_RESIDENT = {
    Living.ONE: "Barnet bor fast hos {name}, som bestemmer dette.",
    Living.TOGETHER: "Barnet bor sammen med begge foreldrene, og begge må si ja.",
    Living.SHARED: "Barnet har delt bosted. Da bestemmer ingen av foreldrene alene, og begge må si ja.",
    Living.NEITHER: "Barnet bor ikke hos noen av foreldrene. Alle som har foreldreansvar, må si ja.",
}


def _basis(s: Situation) -> Citation:
    return SHARED if s.living is Living.SHARED else DECIDES_ALONE


def _only_told(s: Situation, one: Someone) -> Line:
    if not one.responsibility:
        return _line(one, Part.NOT_ASKED, NOT_A_HOLDER, bvl("12-2"), Mark.B)
    told = (
        "{name} har foreldreansvar, men barnet bor ikke fast der. {name} får vite om vedtaket og hvorfor, og kan klage på "
        "å ikke være part."
    )
    return _line(one, Part.INFORMED, told, TOLD, Mark.A)


def _told_under_care(one: Someone) -> Line:
    if not one.responsibility:
        return _line(one, Part.NOT_ASKED, NOT_A_HOLDER, bvl("12-2"), Mark.B)
    told = (
        "{name} har foreldreansvar og får vite om vedtaket. Omsorgen, og det som følger av den, ligger hos tjenesten."
    )
    return _line(one, Part.INFORMED, told, TOLD & bvl("5-4"), Mark.A)


def away(s: Situation, law: Citation) -> Iterator[Line]:
    """A stay outside the home goes beyond what the resident parent decides alone (bvl § 3-2; barnelova § 37)."""
    yield from _or_guardian(s, [_away(s, one, law) for one in s.parents], law)


def _away(s: Situation, one: Someone, law: Citation) -> Line:
    if not one.responsibility:
        if not (one.affected or s.lives_at(one)):
            return _line(one, Part.NOT_ASKED, NOT_A_HOLDER, bvl("12-2"), Mark.B)
        told = "{name} har ikke foreldreansvar, men opplegget griper direkte inn hos {name}."
        return _line(one, Part.CONSENTS, told, law, Mark.C)
    if s.lives_at(one) or not s.lives_with:
        return _line(one, Part.CONSENTS, "{name} har foreldreansvar og må si ja til at barnet flytter ut.", law, Mark.B)
    if BOTH_HOLDERS.of(s.choices) == BOTH or one.affected:
        told = "{name} har foreldreansvar. Å flytte barnet ut er mer enn den det bor hos, kan bestemme alene."
        return _line(one, Part.CONSENTS, told, law & DECIDES_ALONE, Mark.C)
    return _only_told(s, one)


def holders(s: Situation, law: Citation, sure: Mark = Mark.A, *, written: bool = False) -> Iterator[Line]:
    """Acts where the law itself names those who have parental responsibility: all of them."""
    told = "{name} har foreldreansvar, og alle som har det, må si ja."
    lines = [
        _line(one, Part.CONSENTS, told, law, sure, written=written) if one.responsibility
        else _line(one, Part.NOT_ASKED, NOT_A_HOLDER, bvl("12-2"), Mark.B)
        for one in s.parents
    ]  # fmt: skip
    yield from _or_guardian(s, lines, law, written=written)


def informed(s: Situation, sentence: str) -> Iterator[Line]:
    """Parents who are not asked: told when they have responsibility (bvl § 12-2 (2))."""
    for one in s.parents:
        if one.responsibility:
            yield _line(one, Part.INFORMED, sentence, TOLD, Mark.A)
        else:
            yield _line(one, Part.NOT_ASKED, NOT_A_HOLDER, bvl("12-2"), Mark.B)


def not_asked(s: Situation, sentence: str, law: Citation) -> Iterator[Line]:
    """Parents who have nothing to say in it."""
    return (_line(one, Part.NOT_ASKED, sentence, law, Mark.A) for one in s.parents)


def may_object(s: Situation, law: Citation) -> Iterator[Line]:
    """Parents whose no ends the help (bvl § 4-1)."""
    told = "Hjelpen kan ikke opprettholdes hvis {name} motsetter seg den."
    return (_line(one, Part.OBJECTS, told, law, Mark.A) for one in s.parents if one.responsibility)


def named(people: Iterable[Someone], sentence: str, law: Citation, sure: Mark = Mark.A) -> Iterator[Line]:
    """Those the act names beside parents and child: foster parents, adopters, the ones information is about."""
    return (_line(one, Part.CONSENTS, sentence, law, sure) for one in people)


def _or_guardian(s: Situation, lines: list[Line], law: Citation, *, written: bool = False) -> Iterator[Line]:
    """Where no parent can say yes, the guardian or representative does it in their place."""
    yield from lines
    if any(line.part is Part.CONSENTS for line in lines):
        return
    told = "{name} er barnets verge eller representant og samtykker i foreldrenes sted."
    for one in s.others:
        if one.role == GUARDIAN:
            yield _line(one, Part.CONSENTS, told, law & RESPONSIBILITY, Mark.C, written=written)
