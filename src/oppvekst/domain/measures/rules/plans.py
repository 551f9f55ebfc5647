"""The plans of the register (*Plantype*), and what the law wants in one (bvl §§ 2-2 (3), 7-6, 8-1 to 8-5)."""

from __future__ import annotations

from datetime import date

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
MEASURE_PLAN = "1"
