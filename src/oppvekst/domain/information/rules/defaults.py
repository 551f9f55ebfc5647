"""The content that a municipality starts with: national lines, ordinary hours, and where each piece comes from.

Data, not law: a municipality edits its own copy. Only Solvik and Nordvåg, themselves invented, have numbers here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from oppvekst.domain.information.rules.lines import (
    ADULTS,
    ALWAYS,
    EVERY_DAY,
    EVERYBODY,
    MIDNIGHT,
    SATURDAY,
    WEEKDAYS,
    WEEKEND,
    Channel,
    Closure,
    Kind,
    Line,
    OnHolidays,
    Opening,
    Who,
)

CHECKED = date(2026, 11, 22)
TO_BE_CONFIRMED = "vanlige tider for norske barneverntjenester; tjenesten retter dem til sine egne"
EMERGENCY_NUMBERS = "nasjonale nødnumre, de samme i hele landet"

_ALARM_CHAT = (
    Opening(
        days=EVERY_DAY - SATURDAY, start=time(16, 15), end=time(22, 45),
        holidays=OnHolidays.AS_USUAL, channel=Channel.CHAT,
    ),
    Opening(
        days=SATURDAY, start=time(16, 15), end=time(23, 45), holidays=OnHolidays.AS_USUAL, channel=Channel.CHAT
    ),
)  # fmt: skip

NATIONAL_LINES = (
    Line(
        id="child-alarm", kind=Kind.CHILD_ALARM, name="Alarmtelefonen for barn og unge", phone="116 111",
        audience=frozenset({Who.CHILD, Who.PARENT, Who.WORRIED}), openings=ALWAYS + _ALARM_CHAT,
        about="Gratis. Ring, eller skriv på chat, SMS eller e-post. Voksne kan også ringe.",
        url="https://www.116111.no/",
        # Older pages say 15.00-08.00; the alarm phone's own later page says day and night, with shorter hours for chat.
        source="116111.no/omalarmtelefonen, siden slik den var lagret i 2024 eller senere", checked_on=CHECKED,
    ),
    Line(
        id="medical", kind=Kind.MEDICAL, name="Legevakt", phone="116 117", audience=ADULTS, openings=ALWAYS,
        about="Når noen trenger lege og det ikke kan vente.", source=EMERGENCY_NUMBERS, checked_on=CHECKED,
    ),
    Line(
        id="police", kind=Kind.POLICE, name="Politiet", phone="112", audience=EVERYBODY, openings=ALWAYS,
        about="Når noen er i fare nå.", source=EMERGENCY_NUMBERS, checked_on=CHECKED,
    ),
    Line(
        id="ambulance", kind=Kind.AMBULANCE, name="Ambulanse", phone="113", audience=EVERYBODY, openings=ALWAYS,
        about="Når noen er skadet eller alvorlig syke.", source=EMERGENCY_NUMBERS, checked_on=CHECKED,
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalPhones:
    """The numbers of a municipality's own lines; an empty one is not known yet and is not shown."""

    duty: str = ""
    on_call: str = ""
    foster_on_call: str = ""


SOLVIK, NORDVAAG = 9998, 9997
INVENTED_PHONES = {
    SOLVIK: LocalPhones(duty="00 00 99 10", on_call="00 00 99 98", foster_on_call="00 00 99 20"),
    NORDVAAG: LocalPhones(duty="00 00 97 10", on_call="00 00 99 98", foster_on_call="00 00 97 20"),
}


def local_lines(phones: LocalPhones) -> tuple[Line, ...]:
    """The service's own three lines with ordinary hours. The on-call line needs none: it answers when duty does not."""
    return (
        Line(
            id="duty", kind=Kind.DUTY, name="Barnevernstjenesten", phone=phones.duty,
            openings=(Opening(days=WEEKDAYS, start=time(8, 30), end=time(15)),),
            about="Du kan spørre, si fra om en bekymring eller be om hjelp.", source=TO_BE_CONFIRMED,
        ),
        Line(
            id="on-call", kind=Kind.ON_CALL, name="Barnevernvakten", phone=phones.on_call,
            about="Når det haster og barnevernstjenesten har stengt.", source=TO_BE_CONFIRMED,
        ),
        Line(
            id="foster-on-call", kind=Kind.FOSTER_ON_CALL, name="Vakttelefon for fosterhjem",
            phone=phones.foster_on_call, audience=frozenset({Who.FOSTER_PARENT}), openings=_FOSTER_HOURS,
            about="Råd og støtte til fosterforeldre når de andre har gått hjem.", source=TO_BE_CONFIRMED,
        ),
    )  # fmt: skip


_FOSTER_HOURS = (
    Opening(days=WEEKDAYS, start=MIDNIGHT, end=time(8)),
    Opening(days=WEEKDAYS, start=time(15, 30), end=MIDNIGHT),
    Opening(days=WEEKEND, holidays=OnHolidays.AS_USUAL),
    Opening(days=WEEKDAYS, holidays=OnHolidays.ONLY),
)

# Christmas Eve and New Year's Eve are working days by law (helligdagsloven § 2 names neither), but most offices close
# at noon. Practice, for each service to change; the days between are working days unless a closure says otherwise.
NOON_CLOSURES = tuple(
    Closure(line="duty", first=day, last=day, start=time(12), reason=name, yearly=True)
    for day, name in ((date(2026, 12, 24), "julaften"), (date(2026, 12, 31), "nyttårsaften"))
)
