"""The form on paper, for those who would rather."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from oppvekst.domain.information.queries.letterhead import letterhead
from oppvekst.ground.letters import Lang, Letterhead, render
from oppvekst.ground.web.paper import as_pdf
from oppvekst.law.calendar import oslo_date

LANGUAGES = ("nb", "nn", "en")
# The form says the same to everybody until a number or an address changes; each process sets it once.
_printed: dict[tuple[Letterhead, str], bytes] = {}


@require_safe
def paper_form(request: HttpRequest) -> HttpResponse:
    """The paper form with this municipality's numbers on it."""
    language = get_language() if get_language() in LANGUAGES else LANGUAGES[0]
    at = timezone.now()
    head = letterhead(request.municipality, hours_on=oslo_date(at))  # type: ignore[attr-defined]
    if (head, language) not in _printed:
        _printed[head, str(language)] = render(
            "concerns/concern_form", {}, lang=cast(Lang, language), letterhead=head, at=at
        ).pdf
    return as_pdf(_printed[head, str(language)], "bekymringsmelding-paa-papir.pdf")
