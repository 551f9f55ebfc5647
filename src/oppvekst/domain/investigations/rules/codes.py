"""Official codes of how an investigation ended, as the national register publishes them."""

from datetime import date
from typing import Final

from oppvekst.law.codes import Code, CodeList

_REGISTER = "Nasjonalt barnevernsregister, kodelister versjon 4.0.1"
_2013, _2022, _2026 = date(2013, 1, 1), date(2022, 1, 1), date(2026, 1, 1)

CONCLUSIONS: Final = CodeList(
    "konklusjon av undersøkelsen",
    _REGISTER,
    (
        Code("1", "Barnevernstjenesten fatter vedtak om tiltak", valid_from=_2013),
        Code("2", "Begjæring om tiltak for barneverns- og helsenemnda", valid_from=_2013),
        Code("3", "Undersøkelsen henlagt etter barnevernstjenestens vurdering", valid_from=_2013),
        Code("4", "Undersøkelsen henlagt etter partens ønske", valid_from=_2013),
        Code("5", "Undersøkelsen henlagt som følge av flytting", valid_from=_2013, valid_to=date(2025, 12, 31)),
        Code("6", "Undersøkelsen henlagt etter henvisning til annen instans", valid_from=_2022),
        Code("7", "Undersøkelsen henlagt som følge av flytting til utlandet", valid_from=_2026),
        Code("8", "Undersøkelsen henlagt som følge av flytting til ukjent sted", valid_from=_2026),
        Code("9", "Undersøkelsen henlagt som følge av flytting til annen kommune", valid_from=_2026),
    ),
)

MOVED_TO_MUNICIPALITY: Final = "9"


def may_be_used(codes: CodeList, code: str, *, on: date | None) -> bool:
    """Whether the code is one of the list's that day. Before the list began, there is nothing to choose."""
    if on is None:
        return any(known.code == code for known in codes)
    valid = {known.code for known in codes.on(on)}
    return code in valid or not valid
