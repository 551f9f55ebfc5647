"""Official codes of a concern: who sent it, and how it was concluded (register specification 4.0.1)."""

from datetime import date
from enum import StrEnum

from oppvekst.law.codes import Code, CodeList

_SOURCE = "Statistisk sentralbyrå, Kodelister.md, versjon 4.0.1 (6. desember 2025)"
_2013 = date(2013, 1, 1)
_2020 = date(2020, 1, 1)
_2026 = date(2026, 1, 1)

REPORTERS = CodeList(
    "Melder",
    _SOURCE,
    (
        Code("1", "Barnet selv", valid_from=_2013),
        Code("2", "Mor/ far/ foresatte", valid_from=_2013),
        Code("3", "Familie for øvrig", valid_from=_2013),
        Code("4", "Andre privatpersoner", valid_from=_2013),
        Code("5", "Barnvernstjenesten", valid_from=_2013),
        Code("6", "NAV (kommune og stat)", valid_from=_2013),
        Code("7", "Barnevernsvakt", valid_from=_2013),
        Code("8", "Politi", valid_from=_2013),
        Code("9", "Barnehage", valid_from=_2013),
        Code("10", "Helsestasjon/skolehelsetjenesten", valid_from=_2013),
        Code("11", "Skole", valid_from=_2013),
        Code("12", "Pedagogisk-psykologisk tjeneste (PPT)", valid_from=_2013),
        Code("13", "Psykisk helsevern for barn og unge (kommune og stat)", valid_from=_2013),
        Code("14", "Psykisk helsevern for voksne (kommune og stat)", valid_from=_2013),
        Code("15", "Lege / Sykehus / Tannlege", valid_from=_2013, valid_to=date(2024, 12, 31)),
        Code("24", "Lege / Sykehus", valid_from=date(2025, 1, 1)),
        Code("25", "Tannlege", valid_from=date(2025, 1, 1)),
        Code("16", "Familievernkontor", valid_from=_2013),
        Code(
            "17",
            "Tjenester og instanser med ansvar for oppfølging av personers rusproblemer (kommune og stat)",
            valid_from=_2013,
        ),
        Code("18", "Krisesenter", valid_from=_2013),
        Code("19", "Asylmottak/ UDI/ innvandringsmyndighet", valid_from=_2013),
        Code("20", "Utekontakt/ fritidsklubb", valid_from=_2013),
        Code("21", "Frivillige organisasjoner/ idrettslag", valid_from=_2013),
        Code("22", "Andre offentlige instanser (krever presisering)", needs_text=True, valid_from=_2013),
        Code("23", "Anonym", valid_from=_2013),
    ),
)

CONCLUSIONS = CodeList(
    "Konklusjon på melding",
    _SOURCE,
    (
        # The published list prints the end as «2025-31-12»; the day meant is 31 December 2025.
        Code("1", "Henlagt", valid_from=_2013, valid_to=date(2025, 12, 31)),
        Code(
            "2",
            "Ikke henlagt – konklusjonsdato melding (eventuelt 7 dager etter mottatt melding) er startdato undersøkelse",
            valid_from=_2013,
        ),
        Code("3", "Henlagt pga. aktive tiltak", valid_from=_2020),
        Code("4", "Melding i pågående undersøkelse", valid_from=_2020),
        Code("5", "Henlagt som følge av flytting til utlandet", valid_from=_2026),
        Code("6", "Henlagt som følge av flytting til ukjent sted", valid_from=_2026),
        Code("7", "Overført til annen tjeneste som følge av flytting til annen kommune", valid_from=_2026),
        Code("8", "Overført til annen etat", valid_from=_2026),
        Code("9", "Henlagt på grunn av annen lov", valid_from=_2026),
        Code("10", "Henlagt av andre grunner", valid_from=_2026),
    ),
)

# Reporters in private: they may send a concern and need not (bvl § 13-2).
CHILD, PARENT, FAMILY, PRIVATE_PERSON, ANONYMOUS = "1", "2", "3", "4", "23"
IN_PRIVATE = frozenset({CHILD, PARENT, FAMILY, PRIVATE_PERSON, ANONYMOUS})
# A crisis centre and a voluntary body have the duty only when they do public work; they must be asked.
ASKED = ("18", "21")
OWN_SERVICE, OTHER_PUBLIC = "5", "22"

# By the steps of the life cycle; an opened or added concern has one code, which is set and not chosen.
_CODES_OF_STEP = {
    "open_investigation": {"2"},
    "dismiss": {"1", "5", "6", "9", "10"},
    "add_to_active_measure": {"3"},
    "add_to_investigation": {"4"},
    "transfer": {"7", "8"},
}


def conclusion_codes(step: str, *, on: date) -> tuple[Code, ...]:
    """The codes that step may be concluded with on that day; an unfounded concern is not filed and has none."""
    return tuple(code for code in CONCLUSIONS.on(on) if code.code in _CODES_OF_STEP.get(step, set()))


def only_code(step: str) -> str:
    """The code of a step that has but one (bvl § 13-7): nobody chooses it."""
    (code,) = _CODES_OF_STEP[step]
    return code


class Duty(StrEnum):
    """Whether a reporter stands under the duty of § 13-2."""

    YES = "yes"
    NO = "no"
    ASK = "ask"


def duty_of(reporter_code: str) -> Duty:
    """Whether that kind of reporter must send concerns (bvl § 13-2), and so is told what came of it (§ 13-3 (2))."""
    REPORTERS.get(reporter_code)
    if reporter_code in ASKED:
        return Duty.ASK
    return Duty.NO if reporter_code in IN_PRIVATE else Duty.YES
