"""Pages for when something is wrong: what happened, what was kept, what to do now, and a number. Read no table."""

import logging
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.ground.web.context import form_stamp, signboard
from oppvekst.ground.web.stamp import FIELD
from oppvekst.law.refusals import Incomplete, NotFound, Refusal

log = logging.getLogger("oppvekst.web")
SECRET = (FIELD, "password", "token", "code")


@dataclass(frozen=True, slots=True)
class Wrong:
    """What a page says when something is wrong."""

    code: int
    title: Any
    happened: Any
    do: tuple[Any, ...]
    kept: Any = ""
    again: bool = False


PAGES = {
    "400": Wrong(
        400,
        _("Vi forsto ikke det som ble sendt"),
        _("Nettleseren sendte noe som siden ikke kan lese. Ofte er det en lenke som er blitt kuttet."),
        (_("Gå tilbake, og prøv på nytt."), _("Skriv adressen på nytt hvis du kom hit fra en lenke.")),
    ),
    "403": Wrong(
        403,
        _("Du har ikke tilgang til denne siden"),
        _("Siden finnes kanskje, men ikke for deg slik du er logget inn nå."),
        (
            _("Se etter at du arbeider i riktig rolle og kommune."),
            _("Snakk med lederen din hvis du mener at du trenger tilgangen."),
        ),
    ),
    "403_csrf": Wrong(
        403,
        _("Skjemaet var åpent for lenge"),
        _(
            "Av hensyn til sikkerheten sender vi ikke inn et skjema som har vært åpent lenge, "
            "eller der nettleseren ikke godtar informasjonskapsler."
        ),
        (
            _("Gå tilbake, last siden på nytt, og send en gang til."),
            _("Kopier teksten din først hvis den står nedenfor."),
            _("Skjer det igjen, må nettleseren godta informasjonskapsler fra denne siden."),
        ),
        again=True,
    ),
    "404": Wrong(
        404,
        _("Vi finner ikke siden"),
        _("Adressen kan være skrevet feil, siden kan være flyttet, eller den er ikke åpen for deg."),
        (_("Se om adressen er skrevet riktig."), _("Gå til forsiden, og finn fram derfra.")),
    ),
    "413": Wrong(
        413,
        _("Filen er for stor"),
        _("Det du sendte, er større enn det siden tar imot."),
        (_("Gå tilbake, og velg en mindre fil."), _("Del opp i flere filer, eller ta et bilde med lavere oppløsning.")),
        kept=_("Det du har lagret tidligere, er der fortsatt."),
    ),
    "429": Wrong(
        429,
        _("Det kommer mange skjemaer herfra akkurat nå"),
        _("For å hindre misbruk tar siden en liten pause. Det du skrev, er tatt vare på her på siden."),
        (
            _("Vent litt, og trykk på knappen nedenfor."),
            _("Haster det, så ring. Da får du snakke med noen med en gang."),
        ),
        kept=_("Ingenting er gått tapt."),
    ),
    "500": Wrong(
        500,
        _("Noe gikk galt hos oss"),
        _("Det er ikke noe du har gjort. Feilen er skrevet i loggen, så de som drifter siden, kan finne den."),
        (_("Prøv på nytt om litt."), _("Oppgi referansenummeret nedenfor hvis du tar kontakt om feilen.")),
        again=True,
    ),
    "503": Wrong(
        503,
        _("Siden er nede en liten stund"),
        _("Vi arbeider med systemet. Det er snart oppe igjen."),
        (_("Prøv på nytt om litt."), _("Haster det, så ring.")),
        again=True,
    ),
}


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """`handler400`."""
    return page(request, "413" if isinstance(exception, RequestDataTooBig) else "400")


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """`handler403`."""
    return page(request, "403")


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """`handler404`."""
    return page(request, "404")


def server_error(request: HttpRequest) -> HttpResponse:
    """`handler500`."""
    return page(request, "500")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """`CSRF_FAILURE_VIEW`."""
    return page(request, "403_csrf")


def too_large(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, "413")


def too_many(request: HttpRequest, exception: Exception | None = None, *, seconds: int = 60) -> HttpResponse:
    """Wait a little. What was sent stands in the page, so that one press sends it again and nothing is lost."""
    fields = [(name, value) for name in request.POST if name != FIELD for value in request.POST.getlist(name)]
    response = page(request, "429", seconds=seconds, fields=fields)
    response.headers["Retry-After"] = str(seconds)
    return response


def unavailable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    response = page(request, "503")
    response.headers["Retry-After"] = "120"
    return response


def refused(request: HttpRequest, refusal: Refusal, *, back: str = "") -> HttpResponse:
    """A refusal as a page, or as a panel when a part of a page asked: the sentence, the section and what is lacking."""
    if isinstance(refusal, NotFound):
        return page(request, "404")
    part = request.headers.get("HX-Request") == "true"
    name = "web/_refusal.html" if part else "web/refusal.html"
    context = {"refusal": refusal, "back": back, "layout": "web/error_base.html", **_plain_context(request)}
    code = 422 if isinstance(refusal, Incomplete) or part else 409
    return HttpResponse(render_to_string(name, context), status=code)


def page(request: HttpRequest, key: str, **more: Any) -> HttpResponse:
    """The page for one kind of error, with its reference number in the log, on the page and in the header."""
    wrong, reference = PAGES[key], reference_of(request)
    log.log(
        logging.ERROR if wrong.code >= 500 else logging.INFO, "error_page", extra={"page": key, "reference": reference}
    )
    typed = typed_text(request) if key in {"403_csrf", "500"} else []
    context = {"wrong": wrong, "kept": _kept(request, wrong), "reference": reference, "typed": typed, **more}
    text = render_to_string("web/error.html", {**context, **_plain_context(request)})
    return HttpResponse(text, status=wrong.code, headers={"X-Reference": reference, "Cache-Control": "no-store"})


def reference_of(request: HttpRequest) -> str:
    """The number that the request already has in the log, else a new one; short enough to read over the phone."""
    known = getattr(request, "reference", None)
    return str(known) if known else uuid.uuid4().hex[:8].upper()


def typed_text(request: HttpRequest) -> list[str]:
    """What the person wrote and may lose, so that it can be copied. Only when this site's own page sent it."""
    if request.method != "POST" or request.headers.get("Sec-Fetch-Site") != "same-origin":
        return []
    try:
        sent = request.POST
    except Exception:  # An upload that broke off is unreadable; the error page must still come.
        return []
    return shown_text((name, value) for name in sent for value in sent.getlist(name))


def shown_text(sent: Iterable[tuple[str, Any]]) -> list[str]:
    """The longer texts of a form, for their writer to read over; never a secret."""
    values = [value for name, value in sent if not name.lower().endswith(SECRET)]
    return [text for value in values if len(text := str(value).strip()) > 25]


def _kept(request: HttpRequest, wrong: Wrong) -> Any:
    if wrong.kept or (wrong.code < 500 and not wrong.again):
        return wrong.kept
    if request.method == "POST":
        return gettext("Det du sendte akkurat nå, ble ikke lagret. Alt du har lagret tidligere, er der fortsatt.")
    return gettext("Ingenting er gått tapt.")


def _plain_context(request: HttpRequest) -> dict[str, Any]:
    return {"municipality": signboard(request), "face": settings.FACE, "request": request, **form_stamp()}
