"""The year in figures: a page to read and print, and the same as a file. Both tell the same, and no more."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from django.http import HttpResponse, HttpResponseBase
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from oppvekst.domain.prevention import queries
from oppvekst.domain.prevention.desk.views.leading import show
from oppvekst.domain.prevention.queries import Year
from oppvekst.ground.web.frame import DeskRequest, at_desk, today

PART = "prevention-figures"
YEAR = "ar"


@require_safe
@at_desk
def page(request: DeskRequest) -> HttpResponseBase:
    """A year, this one unless another is asked for."""
    known = queries.years(request.actor, today=today())
    year = _asked(request, known)
    context = {
        "told": queries.yearly(year, by=request.actor), "running": year == today().year,
        "years": [{"label": str(each), "here": each == year, "href": f"?{YEAR}={each}"} for each in known],
    }  # fmt: skip
    return show(request, "figures", context, part=PART)


@require_safe
@at_desk
def file(request: DeskRequest) -> HttpResponseBase:
    """The same as a table for a spreadsheet: in Norwegian ones a semicolon parts the columns."""
    known = queries.years(request.actor, today=today())
    year = _asked(request, known)
    sheet = io.StringIO()
    csv.writer(sheet, delimiter=";").writerows(_lines(queries.yearly(year, by=request.actor)))
    # The mark in front tells a spreadsheet that æ, ø and å are UTF-8.
    response = HttpResponse("\ufeff" + sheet.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="forebygging-{year}.csv"'
    return response


def _lines(told: Year) -> Iterator[tuple[str, str, str]]:
    yield "Hva", "Rad", "Tall"
    yield from ((name, gettext("I alt"), number) for name, number in told.first)
    for table in (*told.tables, told.answers):
        yield from ((table.title, name, word) for name, word in table.lines)
        yield table.title, gettext("I alt"), table.told.total
    for name, number, reached in told.activities:
        yield name, gettext("Antall"), str(number)
        yield name, gettext("Nådde"), reached


def _asked(request: DeskRequest, known: list[int]) -> int:
    asked = request.GET.get(YEAR, "")
    return int(asked) if asked in map(str, known) else known[0] if known else today().year
