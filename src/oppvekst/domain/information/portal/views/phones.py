"""Whom can I call now: as a page, as data, as a box on others' pages, and on paper."""

from __future__ import annotations

import io
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.csp import CSP
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from oppvekst.domain.information import rules
from oppvekst.domain.information.portal import spoken
from oppvekst.domain.information.portal.calls import Calls, calls_of
from oppvekst.domain.information.portal.reading import Reader
from oppvekst.ground.web.context import signboard
from oppvekst.ground.web.kept import kept_shortly
from oppvekst.ground.web.reader import language_of, number_of
from oppvekst.law.refusals import Incomplete

# The box, and nothing else of ours, may stand on anybody's page.
ON_ANY_PAGE: dict[str, Any] = {**settings.SECURE_CSP, "frame-ancestors": ["*"], "form-action": [CSP.NONE]}


@require_safe
def phones(request: HttpRequest) -> HttpResponse:
    """Whom can I call now, with all hours beneath."""
    calls, asked = calls_of(request), spoken.word_of(request.GET.get("for", ""))
    return kept_shortly(render(request, "information/phones.html", {
        "calls": calls, "call": calls.box(asked), "choices": spoken.choices(asked),
        "crumbs": Reader(request).way(gettext("Hvem kan jeg ringe nå?")),
        "box_address": request.build_absolute_uri(reverse("portal:phones-box")),
        "json_address": request.build_absolute_uri(reverse("portal:phones-json")),
        "who": [str(who) for who in rules.Who], "spoken_languages": list(_offered(request)),
    }))  # fmt: skip


@require_safe
def phones_json(request: HttpRequest) -> HttpResponse:
    """The same answer as data, for anybody's page: ``?who=child&lang=nn``."""
    try:
        who, language = _asked(request)
    except Incomplete as refusal:
        return _plain(refusal.to_plain(), status=400)
    with translation.override(language):
        calls = Calls(number_of(request), language, timezone.now())
        response = _plain([answer.to_plain(gettext) for answer in calls.phones.to_call(who, at=calls.at)])
    response.headers["Content-Language"] = language
    return kept_shortly(response)


@require_safe
@xframe_options_exempt
@csp_override(ON_ANY_PAGE)
def box(request: HttpRequest) -> HttpResponse:
    """The answer alone, for a frame on somebody else's page."""
    asked = spoken.word_of(request.GET.get("for", ""))
    response = render(request, "information/box.html", {"call": calls_of(request).box(asked)})
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return kept_shortly(response)


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """The phones on one sheet of paper, with a code that leads to the page."""
    address = request.build_absolute_uri(reverse("portal:phones"))
    return kept_shortly(render(request, "information/sheet.html", {
        "calls": calls_of(request), "address": address, "code": _square_code(address),
    }))  # fmt: skip


def _square_code(address: str) -> SafeString:
    """The QR code as a picture in the page."""
    import segno  # only the sheet needs it

    drawn = io.BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(
        drawn, kind="svg", xmldecl=False, svgns=False, nl=False, omitsize=True, border=2, light="#fff", dark="#000",
        svgclass="op-code", lineclass=None, title=gettext("QR-kode som leder til siden"),
    )  # fmt: skip
    return SafeString(drawn.getvalue().decode())


def _asked(request: HttpRequest) -> tuple[rules.Who, str]:
    language = request.GET.get("lang", language_of(request))
    lacking = {}
    if request.GET.get("who", rules.Who.WORRIED) not in list(rules.Who):
        lacking["who"] = "Velg en av disse: " + ", ".join(rules.Who) + "."
    if language not in (offered := _offered(request)):
        lacking["lang"] = "Velg en av disse: " + ", ".join(offered) + "."
    if lacking:
        raise Incomplete(lacking)
    return rules.Who(request.GET.get("who", rules.Who.WORRIED)), language


def _offered(request: HttpRequest) -> dict[str, str]:
    """The languages that this municipality offers."""
    return dict(signboard(request).spoken)


def _plain(answer: object, status: int = 200) -> HttpResponse:
    response = JsonResponse(answer, safe=False, status=status, json_dumps_params={"ensure_ascii": False})
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
