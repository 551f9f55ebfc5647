"""Limits that several rooms count by: the appeal (forvaltningsloven) and the lapse of emergency orders.

The rules of one room alone stand in that room's `rules`.
"""

from datetime import date

from oppvekst.law.citation import bvl, fvl
from oppvekst.law.deadline import Limit, Rule, Unit

_IN_FORCE = date(2023, 1, 1)

APPEAL = Limit(
    Rule(
        "D76",
        "Klage på enkeltvedtak",
        fvl("29", 1) & fvl("30") & bvl("12-9"),
        3,
        Unit.WEEKS,
        roll=True,
        valid_from=_IN_FORCE,
        trigger="Underretningen om vedtaket kom fram",
        who="parten",
    )
)

PETITION_AFTER_EMERGENCY_CARE = Limit(
    Rule(
        "D35",
        "Begjæring etter akuttvedtak om omsorgsovertakelse",
        bvl("4-2", 3),
        6,
        Unit.WEEKS,
        hard=True,
        valid_from=_IN_FORCE,
        trigger="Akuttvedtaket ble truffet",
        who="tjenesten",
    )
)

PETITION_AFTER_EMERGENCY_STAY = Limit(
    Rule(
        "D37",
        "Begjæring etter akuttvedtak om opphold i institusjon",
        bvl("4-4", 2) & bvl("4-5", 2),
        2,
        Unit.WEEKS,
        hard=True,
        valid_from=_IN_FORCE,
        trigger="Akuttvedtaket ble truffet",
        who="tjenesten",
    )
)

RULES = (PETITION_AFTER_EMERGENCY_CARE, PETITION_AFTER_EMERGENCY_STAY, APPEAL)
