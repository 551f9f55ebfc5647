"""The limits of an appeal, of the answer to it, and of the claim for costs (fvl §§ 11 a, 29-36).

When the three weeks run for each party is told by whoever dispatched the decision; what is counted here begins with the
decision itself, with the appeal, or with the change that it led to.
"""

from dataclasses import replace
from datetime import date
from typing import Final

from oppvekst.law.citation import Mark, bvl, fvl
from oppvekst.law.deadline import Limit, Rule, Unit
from oppvekst.law.limits import APPEAL as ORDINARY

_IN_FORCE: Final = date(2023, 1, 1)
_RECEIVED: Final = "Klagen kom til tjenesten"

MOVE_APPEAL = Limit(
    *(
        replace(
            rule,
            id="D78",
            title="Klage til barneverns- og helsenemnda på vedtak om flytting",
            citation=bvl("5-5") & bvl("9-8", 2) & bvl("12-1") & bvl("14-8", 2) & fvl("29", 1) & fvl("30"),
            mark=Mark.C,
            note="Kapittel 14 nevner ingen klagefrist. Tre uker følger av forvaltningsloven § 29, jf. barnevernsloven § 12-1.",
            who="parten, barnet og fosterforeldrene",
        )
        for rule in ORDINARY.versions
    )
)
FOR_OTHERS = Limit(
    Rule(
        "D76-others",
        "Siste dag for å klage på et vedtak som ga en annen en rettighet",
        fvl("29", 2) & fvl("30"),
        3,
        Unit.MONTHS,
        roll=True,
        valid_from=_IN_FORCE,
        trigger="Vedtaket ble truffet",
        who="den som ikke fikk underretning",
    )
)
ONE_YEAR = Limit(
    Rule(
        "D76-year",
        "Siste dag en klage som er for sen, kan tas under behandling",
        fvl("31", 3),
        1,
        Unit.YEARS,
        hard=True,
        valid_from=_IN_FORCE,
        trigger="Vedtaket ble truffet",
        who="tjenesten",
    )
)
REPEATED = Limit(
    Rule(
        "D76-repeated",
        "Klage som ble borte på veien, sendes på nytt",
        fvl("30"),
        1,
        Unit.WEEKS,
        roll=True,
        valid_from=_IN_FORCE,
        trigger="Klageren fikk vite at klagen var borte",
        who="parten",
    )
)
SEND_ON = Limit(
    Rule(
        "D77",
        "Behandling av klage og oversendelse til klageinstansen",
        fvl("33", 4) & fvl("11 a", 1),
        valid_from=_IN_FORCE,
        trigger=_RECEIVED,
        promptly="sendes videre så snart saken er tilrettelagt",
        who="saksbehandler",
    )
)
APPEAL_INTERIM = Limit(
    Rule(
        "D77-interim",
        "Foreløpig svar på en klage",
        fvl("11 a", 3),
        1,
        Unit.MONTHS,
        valid_from=_IN_FORCE,
        trigger=_RECEIVED,
        who="saksbehandler",
    )
)
DETRIMENT = Limit(
    Rule(
        "D77-detriment",
        "Melding til klageren om at vedtaket blir endret til skade for ham eller henne",
        fvl("34", 3),
        3,
        Unit.MONTHS,
        hard=True,
        valid_from=_IN_FORCE,
        trigger=_RECEIVED,
        who="klageinstansen",
    )
)
STAY = Limit(
    Rule(
        "fvl-42",
        "Svar på anmodning om utsatt iverksetting",
        fvl("42"),
        valid_from=_IN_FORCE,
        trigger="Anmodningen kom",
        promptly="avgjøres snarest mulig, med begrunnelse i samme brev",
        who="den som kan treffe vedtaket",
    )
)
COSTS = Limit(
    Rule(
        "D82",
        "Krav om dekning av sakskostnader",
        fvl("36", 3) & fvl("30"),
        3,
        Unit.WEEKS,
        roll=True,
        valid_from=_IN_FORCE,
        trigger="Meldingen om det nye vedtaket kom fram",
        who="parten",
    )
)

LIMITS = (MOVE_APPEAL, FOR_OTHERS, ONE_YEAR, REPEATED, SEND_ON, APPEAL_INTERIM, DETRIMENT, STAY, COSTS)
