"""Who writes, on the service's own paper: what the municipality has published about itself."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext

from oppvekst.domain.information import rules
from oppvekst.domain.information.queries.phones import lines_for
from oppvekst.domain.information.rules.lines import Kind
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.letters import Letterhead
from oppvekst.ground.web.words import phone_in_groups


def letterhead(home: Municipality, *, hours_on: date | None = None) -> Letterhead:
    """The letterhead of the service; ``hours_on`` says on what day to tell when each number is answered."""
    lines = {line.kind: line for line in lines_for(home.number)}
    duty, on_call = lines.get(Kind.DUTY), lines.get(Kind.ON_CALL)
    hours = {"phone_hours": _hours(duty, hours_on), "on_call_hours": gettext("kveld, natt og helg")} if hours_on else {}
    return Letterhead(
        municipality=f"{home.name} kommune", service="Barnevernstjenesten", address_lines=tuple(home.address_lines),
        phone=phone_in_groups(duty.phone) if duty else "", on_call=phone_in_groups(on_call.phone) if on_call else "",
        **hours,
    )  # fmt: skip


def _hours(line: rules.Line | None, day: date) -> str:
    said = ", ".join(map(str, rules.timetable(line, today=day))) if line else ""
    return said[:1].lower() + said[1:]
