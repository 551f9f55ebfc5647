"""The child's own line: asked, heard or neither, by age, understanding and the ground of the measure."""

from __future__ import annotations

from datetime import date

from oppvekst.domain.decisions.rules.consent.choices import (
    CONSENTS,
    PLAN_AGE,
    SHARING_AGE,
    YOUNG_PARTY,
    Choice,
)
from oppvekst.domain.decisions.rules.consent.facts import ADULT, FIFTEEN, TWELVE, Ground, Situation, birthday
from oppvekst.domain.decisions.rules.consent.kinds import FOSTER, PLANNED, TALKS, TRUSTED
from oppvekst.domain.decisions.rules.consent.lines import Line, Part
from oppvekst.law.calendar import in_words
from oppvekst.law.citation import Citation, Mark, bvl, fvl

HEARD_LAW = bvl("1-4") & bvl("12-3", 1)
NO_GRASP = "{name} er {age} år, men forstår ikke hva saken gjelder. Barnet høres likevel så langt det kan."


def _line(s: Situation, part: Part, sentence: str, law: Citation, sure: Mark = Mark.A, **more: bool) -> Line:
    told = sentence.format(name=s.child.name, age=s.age)
    return Line(who=s.child.key, name=s.child.name, part=part, sentence=told, law=law, sure=sure, **more)


def heard(s: Situation, law: Citation = HEARD_LAW, sentence: str = "") -> Line:
    """A child that is heard and weighed, and has no veto (bvl § 1-4)."""
    told = sentence or "{name} er {age} år. Barnet høres, og meningen tillegges vekt, men det kan ikke si nei alene."
    return _line(s, Part.HEARD, told, law)


def ordinary(s: Situation) -> Line:
    """Help at home and a voluntary stay: the child consents from 15, or younger when it is party (bvl § 12-3 (1))."""
    if s.age is not None and s.age >= FIFTEEN:
        if not s.party:
            return _line(s, Part.HEARD, NO_GRASP, bvl("12-3", 1, sentence=3), Mark.B)
        told = f"{{name}} er part fra fylte 15 år ({in_words(_reached(s, FIFTEEN))}) og må selv si ja."
        return _line(s, Part.CONSENTS, told, bvl("12-3", 1), Mark.B)
    if s.party and YOUNG_PARTY.of(s.choices) == CONSENTS:
        told = "{name} er part i en sak som denne også under 15 år, og må selv si ja."
        return _line(s, Part.CONSENTS, told, bvl("3-5") & bvl("12-3", 1), Mark.C)
    return heard(s)


def needs_assessment(s: Situation) -> bool:
    """Whether it must be written down first that the child understands: a party under 15 (bvl § 12-3 (1))."""
    young = s.age is not None and s.age < FIFTEEN
    return young and s.ground is not Ground.ORDINARY and s.understands is None


def over_twelve(s: Situation, law: Citation, *, under: Citation | None = None) -> Line:
    """A child over 12, whose consent is a condition in the act itself (bvl §§ 3-3, 5-11, 5-12)."""
    if s.age is None or s.age < TWELVE:
        told = "{name} er {age} år. Barnet høres, og meningen skal tillegges stor vekt."
        return heard(s, under or HEARD_LAW, told)
    # «Over 12 år»: from the day after the birthday nobody doubts; on the day itself we choose the safe reading.
    sure = Mark.C if s.on == _reached(s, TWELVE) else Mark.A
    return _line(s, Part.CONSENTS, "{name} er over 12 år. Uten barnets eget ja kan dette ikke bestemmes.", law, sure)


def institution(s: Situation) -> Line:
    """A written yes that the institution has before the stay begins (bvl § 6-1 (1))."""
    enough = "{name} er 15 år eller eldre. Barnets eget skriftlige ja er nok."
    both = "{name} er under 15 år. Barnet selv og alle som har foreldreansvar, må si ja."
    told = enough if _at_least(s, FIFTEEN) else both
    told += " Barnets ja må være skriftlig og gitt institusjonen senest når oppholdet begynner."
    return _line(s, Part.CONSENTS, told, bvl("6-1", 1), written=True, handed=True)


def drug_test(s: Situation) -> Line:
    """The child's own written yes, which it may withdraw at any time (bvl § 10-7)."""
    alone = " Er barnet under 15 år, må også de som har foreldreansvar, si ja." if not _at_least(s, FIFTEEN) else ""
    told = f"{{name}} må selv si ja, skriftlig, og kan trekke det når som helst.{alone}"
    return _line(s, Part.CONSENTS, told, bvl("10-7", 1) & bvl("10-7", 3), written=True)


def plan(s: Situation) -> Line:
    """The plan of a stay is made with the child's consent (bvl § 8-4 (3))."""
    told = "{name} må selv si ja til planen."
    told += " Fra 15 år er det nok." if _at_least(s, FIFTEEN) else " De som har foreldreansvar, må også si ja."
    return _line(s, Part.CONSENTS, told, bvl("8-4", 3))


def alone(s: Situation) -> Line:
    """From 18 the youth decides without anybody (bvl § 3-6 (1))."""
    return _line(s, Part.CONSENTS, "{name} er {age} år og bestemmer dette alene.", bvl("3-6", 1))


def individual_plan(s: Situation) -> Line:
    """The consent to an individual plan; from which age is for the service to say (bvl § 15-9)."""
    return _by_choice(s, PLAN_AGE, bvl("15-9") & PLANNED)


def sharing(s: Situation) -> Line:
    """The one whom information is about says whether it may be given (fvl § 13 a no. 1)."""
    return _by_choice(s, SHARING_AGE, fvl("13 a"))


def talks(s: Situation) -> Line:
    """All parties consent to a conversation process, a child that is party too (samtaleprosessforskriften § 2)."""
    if s.party:
        return _line(
            s, Part.CONSENTS, "{name} er part, og alle partene må si ja. Alle kan trekke seg når som helst.", TALKS
        )
    return heard(s)


def less_supervision(s: Situation) -> Line:
    """The child's consent to fewer visits of the supervisor (fosterhjemsforskriften § 18 (3))."""
    return _line(s, Part.CONSENTS, "{name} er 15 år eller eldre og må selv si ja til færre tilsynsbesøk.", FOSTER)


def trusted(s: Situation) -> Line:
    """The child chooses its own trusted person (medvirkningsforskriften §§ 7-10)."""
    return _line(s, Part.CONSENTS, "{name} velger selv om det vil ha en tillitsperson, og hvem.", TRUSTED)


def emergency(s: Situation) -> Line:
    """Help to a child without care cannot be kept when a child over 15 objects (bvl § 4-1)."""
    if not _at_least(s, FIFTEEN):
        return heard(s, bvl("4-1") & bvl("1-4"))
    sure = Mark.C if s.on == _reached(s, FIFTEEN) else Mark.A
    told = "{name} er over 15 år. Hjelpen kan ikke opprettholdes hvis barnet motsetter seg den."
    return _line(s, Part.OBJECTS, told, bvl("4-1"), sure)


def _by_choice(s: Situation, choice: Choice, law: Citation) -> Line:
    years = int(choice.of(s.choices))
    if _at_least(s, min(years, ADULT)) and s.understands is not False:
        return _line(s, Part.CONSENTS, f"{{name}} er {years} år eller eldre og må selv si ja.", law, Mark.C)
    return heard(s, bvl("1-4"))


def _at_least(s: Situation, years: int) -> bool:
    return s.age is not None and s.age >= years


def _reached(s: Situation, years: int) -> date:
    return birthday(s.child.birth_date or s.on, years)
