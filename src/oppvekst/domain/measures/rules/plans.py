"""The plans of the register (*Plantype*), and what the law wants in one (bvl §§ 2-2 (3), 7-6, 8-1 to 8-5)."""

from __future__ import annotations

from datetime import date
from typing import Final

from oppvekst.domain.decisions.rules import PLACEMENTS
from oppvekst.law.codes import Code, CodeList

_2013, _2023 = date(2013, 1, 1), date(2023, 1, 1)

PLAN_TYPES = CodeList(
    "Plantype",
    "Statistisk sentralbyrå, Kodelister.md, versjon 4.0.1 (6. desember 2025)",
    (
        Code("1", "Tiltaksplan etter BVL2021 § 8-1 (tidligere BVL1992 § 4-5)", valid_from=_2013),
        Code("2", "Tiltaksplan etter BVL2021 § 8-4 (tidligere BVL1992 § 4-28)", valid_from=_2013),
        Code("3", "Foreløpig omsorgsplan etter BVL1992 § 4-15, 3. ledd", valid_from=_2013, valid_to=date(2022, 12, 31)),
        Code("4", "Omsorgsplan etter BVL2021 § 8-3, 4. ledd (tidligere BVL1992 § 4-15, 3. ledd)", valid_from=_2013),
        Code("5", "Tiltaksplan – ettervern etter BVL 2021 § 8-5, 2. ledd", valid_from=_2023),
        Code("6", "Samværsplan etter BVL 2021 § 7-6", valid_from=_2023),
        Code("7", "Undersøkelsesplan etter BVL 2021 § 2-2, 3. ledd", valid_from=_2023),
        Code("8", "Undersøkelsesplan etter akuttvedtak etter BVL 2021 § 8-2, 3. ledd", valid_from=_2023),
    ),
)
MEASURE_PLAN: Final = "1"
IN_INSTITUTION, PRELIMINARY, CARE, AFTERCARE, CONTACT, INVESTIGATION, AFTER_EMERGENCY = (
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
)
ATTENDED_CONTACT: Final = "5.3"
# The same kinds in a few words, as a heading.
SHORT: Final = {
    MEASURE_PLAN: "Tiltaksplan", IN_INSTITUTION: "Tiltaksplan for oppholdet", PRELIMINARY: "Foreløpig omsorgsplan",
    CARE: "Omsorgsplan", AFTERCARE: "Plan for ettervern", CONTACT: "Samværsplan", INVESTIGATION: "Undersøkelsesplan",
    AFTER_EMERGENCY: "Undersøkelsesplan etter akuttvedtak",
}  # fmt: skip
# Plans that belong to the case and to no single measure.
OF_THE_CASE: Final = (CARE, CONTACT, INVESTIGATION, AFTER_EMERGENCY)


def kinds_for(category: str, *, on: date, aftercare: bool = False) -> tuple[Code, ...]:
    """The kinds of plan a measure of this category can have on that day (bvl §§ 7-6, 8-1, 8-3 to 8-5), the usual one first.

    >>> [one.code for one in kinds_for("3.9", on=date(2026, 6, 1))]
    ['1']
    >>> [one.code for one in kinds_for("2.2", on=date(2026, 6, 1))], [one.code for one in kinds_for("1.1", on=date(2022, 6, 1))]
    (['1', '4', '6'], ['2', '1', '3', '4'])
    """
    wanted = _wanted(category, aftercare=aftercare)
    return tuple(
        sorted((one for one in PLAN_TYPES.on(on) if one.code in wanted), key=lambda one: wanted.index(one.code))
    )


def kinds_of_case(*, on: date) -> tuple[Code, ...]:
    """The kinds that belong to the case itself (bvl §§ 2-2 (3), 7-6, 8-2, 8-3)."""
    return tuple(one for one in PLAN_TYPES.on(on) if one.code in OF_THE_CASE)


def _wanted(category: str, *, aftercare: bool) -> tuple[str, ...]:
    if aftercare:
        return (AFTERCARE,)
    if category.startswith("1."):
        return (IN_INSTITUTION, MEASURE_PLAN, PRELIMINARY, CARE, CONTACT)
    if category in PLACEMENTS:
        return (MEASURE_PLAN, PRELIMINARY, CARE, CONTACT)
    return (MEASURE_PLAN, CONTACT) if category == ATTENDED_CONTACT else (MEASURE_PLAN,)
