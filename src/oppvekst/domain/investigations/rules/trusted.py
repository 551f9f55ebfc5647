"""The trusted person (*tillitsperson*): whom the child may choose, and what must be in place first."""

from dataclasses import dataclass
from datetime import date

from oppvekst.law.citation import bvl, medv, polrl
from oppvekst.law.machine import Guard
from oppvekst.law.refusals import Incomplete, NotAllowed, Refusal

_OF_AGE = 18


@dataclass(frozen=True, kw_only=True)
class TrustedFacts:
    """What is asked of whoever the child wants to have there. ``acute``: it cannot wait for the certificate."""

    born_on: date | None = None
    on: date
    is_parent: bool = False
    chosen_by_child: bool = False
    confidentiality_signed: bool = False
    certificate_seen: bool = False
    acute: bool = False


def _grown(facts: TrustedFacts) -> bool:
    born = facts.born_on
    if born is None:
        return False
    years = facts.on.year - born.year - ((facts.on.month, facts.on.day) < (born.month, born.day))
    return years >= _OF_AGE


NOT_PARENT: Guard[TrustedFacts] = Guard(
    "parent", lambda facts: not facts.is_parent, "Barnets foreldre kan ikke være tillitsperson.", medv("8")
)
AGE_18: Guard[TrustedFacts] = Guard(
    "age_18", _grown, "En tillitsperson må ha fylt 18 år. Skriv fødselsdatoen.", medv("8"), field="born_on"
)
CHOSEN: Guard[TrustedFacts] = Guard(
    "chosen_by_child",
    lambda facts: facts.chosen_by_child,
    "Barnet velger selv. Spør barnet hvem det vil ha med seg.",
    bvl("1-4") & medv("7"),
    field="chosen_by_child",
)
SIGNED: Guard[TrustedFacts] = Guard(
    "confidentiality",
    lambda facts: facts.confidentiality_signed,
    "Tillitspersonen må skrive under på taushetsplikten først.",
    bvl("13-1"),
    field="confidentiality_on",
)
CERTIFICATE: Guard[TrustedFacts] = Guard(
    "certificate",
    lambda facts: facts.certificate_seen or facts.acute,
    "Vi må ha sett barneomsorgsattest først. Haster det, kan attesten komme etterpå: kryss av for det.",
    polrl("39"),
    field="certificate_on",
)
GUARDS = (NOT_PARENT, AGE_18, CHOSEN, SIGNED, CERTIFICATE)


def refuse_trusted(facts: TrustedFacts) -> None:
    """Refuse a trusted person who is not grown, is a parent, is not the child's choice or has not what is asked for.

    What cannot be mended is told alone; what can, all at once (medvirkningsforskriften §§ 7 to 10).
    """
    refused = [guard.refuse() for guard in GUARDS if not guard.check(facts)]
    if refusal := _together(refused):
        raise refusal


def certificate_follows(facts: TrustedFacts) -> bool:
    """Whether the certificate has still to come, because it could not wait."""
    return facts.acute and not facts.certificate_seen


def _together(refused: list[Refusal]) -> Refusal | None:
    for refusal in refused:
        if isinstance(refusal, NotAllowed):
            return refusal
    if not refused:
        return None
    fields = {name: told for refusal in refused for name, told in refusal.fields.items()}
    because = tuple(reason for refusal in refused for reason in refusal.because)
    return Incomplete(fields, refused[0].citation, because=because)
