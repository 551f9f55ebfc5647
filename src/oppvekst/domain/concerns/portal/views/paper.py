"""The form on paper, for those who would rather."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from oppvekst.domain.information import queries, rules
from oppvekst.domain.information.rules import Kind
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.letters import Lang, Letterhead, render
from oppvekst.law.calendar import oslo_date

LANGUAGES = ("nb", "nn", "en")
# The form says the same to everybody until a number or an address changes; each process sets it once.
_printed: dict[tuple[Letterhead, str], bytes] = {}


@require_safe
def paper_form(request: HttpRequest) -> HttpResponse:
    """The paper form with this municipality's numbers on it."""
    language = get_language() if get_language() in LANGUAGES else LANGUAGES[0]
    at, head = timezone.now(), letterhead(request.municipality)  # type: ignore[attr-defined]
    if (head, language) not in _printed:
        _printed[head, str(language)] = render(
            "concerns/concern_form", {}, lang=cast(Lang, language), letterhead=head, at=at
        ).pdf
    about = {"Content-Disposition": 'inline; filename="bekymringsmelding-paa-papir.pdf"'}
    return HttpResponse(_printed[head, str(language)], content_type="application/pdf", headers=about)


def letterhead(municipality: Municipality) -> Letterhead:
    """Who the form goes to, and the numbers to call."""
    lines = {line.kind: line for line in queries.lines_for(municipality.number)}
    duty, on_call = lines.get(Kind.DUTY), lines.get(Kind.ON_CALL)
    return Letterhead(
        municipality=f"{municipality.name} kommune",
        service="Barnevernstjenesten",
        address_lines=tuple(municipality.address_lines),
        phone=duty.phone if duty else "",
        phone_hours=_hours(duty),
        on_call=on_call.phone if on_call else "",
        on_call_hours=gettext("kveld, natt og helg"),
    )


def _hours(line: rules.Line | None) -> str:
    if line is None:
        return ""
    said = ", ".join(map(str, rules.timetable(line, today=oslo_date(timezone.now()))))
    return said[:1].lower() + said[1:]
