"""A party's access to the file (bvl § 12-6; fvl §§ 18-21): what may be withheld, by which words of the law, and for how long.

Before the tribunal other limits hold (bvl § 14-6): what is decided here is decided for one request, and goes no further.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from oppvekst.law.citation import Citation, bvl, fvl
from oppvekst.law.refusals import NotAllowed

# Under this age a party is told nothing that is confidential (fvl § 18 (1)).
CONFIDENTIAL_FROM = 15
APPEAL_WEEKS = 3
APPEAL = fvl("21", 2)
RIGHT = bvl("12-6", 1)


@dataclass(frozen=True)
class Ground:
    """A ground for withholding, as the law numbers it."""

    code: str
    citation: Citation
    title: str
    # Withheld information is made known to a representative who asks, unless special reasons speak against it.
    representative: bool = False
    # Only as long as the investigation runs.
    while_investigating: bool = False
    # Not when it is of essential importance to the party.
    unless_essential: bool = False
    # Only for a party under fifteen.
    young_only: bool = False
    # Only a document as a whole.
    whole_only: bool = False

    @property
    def short(self) -> str:
        """As it stands on the copy: «fvl § 19 (1) d»."""
        return str(self.citation)

    @property
    def words(self) -> str:
        """As it stands in the answer: paragraph and letter in words (fvl § 21 (1))."""
        return self.citation.words()


GROUNDS = (
    Ground(
        "bvl-12-6-2", bvl("12-6", 2), "Innsyn kan utsette barnet eller andre for fare eller skade", representative=True
    ),
    Ground(
        "bvl-12-6-3", bvl("12-6", 3), "Innsyn kan hindre at undersøkelsen blir gjennomført", while_investigating=True
    ),
    Ground(
        "fvl-19-1-d", fvl("19", 1, "d"),
        "Utilrådelig at parten får vite det, av hensyn til partens helse eller forholdet til nærstående", representative=True,
    ),
    Ground("fvl-19-2-a", fvl("19", 2, "a"), "En annen persons helseforhold", unless_essential=True),
    Ground(
        "fvl-19-2-b", fvl("19", 2, "b"), "Andre forhold som av særlige grunner ikke bør meddeles videre", unless_essential=True
    ),
    Ground("fvl-18-1", fvl("18", 1), "Taushetsbelagt, og parten er under 15 år", young_only=True),
    Ground("fvl-18-a", fvl("18 a"), "Internt dokument, utarbeidet for egen saksforberedelse", whole_only=True),
    Ground("fvl-19-1-a", fvl("19", 1, "a"), "Utenrikspolitiske interesser eller nasjonalt forsvar"),
    Ground("fvl-19-1-b", fvl("19", 1, "b"), "Tekniske innretninger og forretningshemmeligheter"),
    Ground("fvl-19-1-c", fvl("19", 1, "c"), "Forskningsideer og forskningsprosjekter"),
)  # fmt: skip
BY_CODE = {ground.code: ground for ground in GROUNDS}


def open_grounds(*, investigation_runs: bool, young: bool, whole: bool = False) -> tuple[Ground, ...]:
    """The grounds that can be chosen now, for this party."""
    return tuple(
        ground
        for ground in GROUNDS
        if (investigation_runs or not ground.while_investigating)
        and (young or not ground.young_only)
        and (whole or not ground.whole_only)
    )


def must_hold(code: str, *, investigation_runs: bool, young: bool, whole: bool = False) -> Ground:
    """The ground, if it can be used now; refuses with the section when it cannot (bvl § 12-6 (3); fvl § 18)."""
    ground = BY_CODE.get(code)
    if ground is None:
        raise NotAllowed("Velg hjemmelen for å holde opplysningen tilbake. Andre grunner gir loven ikke.", fvl("21", 1))
    if ground.while_investigating and not investigation_runs:
        raise NotAllowed(
            "Det pågår ingen undersøkelse. Denne grunnen gjelder bare så lenge undersøkelsen pågår.", ground.citation
        )
    if ground.young_only and not young:
        raise NotAllowed("Parten har fylt 15 år. Velg en annen hjemmel, eller gi innsyn.", ground.citation)
    if ground.whole_only and not whole:
        raise NotAllowed(
            "Internt dokument kan bare brukes om hele dokumentet, og faktiske opplysninger i det skal parten likevel ha.",
            fvl("18 a") & fvl("18 c"),
        )  # fmt: skip
    return ground


def representative_is_owed(codes: Iterable[str]) -> bool:
    """Whether something withheld shall be made known to a representative who asks (bvl § 12-6 (2); fvl § 19 (1) d)."""
    return any(BY_CODE[code].representative for code in codes if code in BY_CODE)


def only_for_representatives(codes: Iterable[str]) -> bool:
    """Whether every ground lets a representative see what is withheld: only then may the document go out whole to her."""
    known = [BY_CODE[code] for code in codes if code in BY_CODE]
    return bool(known) and all(ground.representative for ground in known)


def to_be_looked_at_again(codes: Iterable[str], *, investigation_runs: bool) -> bool:
    """Whether something was withheld because of an investigation that is over (bvl § 12-6 (3))."""
    return not investigation_runs and any(BY_CODE[code].while_investigating for code in codes if code in BY_CODE)
