"""My page: in by ID-porten or by a code handed over, what has been shared with me, and out again."""

from __future__ import annotations

from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_POST, require_safe

from oppvekst.adapters import openid
from oppvekst.faces.mypage import pages
from oppvekst.faces.mypage.gate import OVER, visiting
from oppvekst.faces.mypage.levels import HIGH, SUBSTANTIAL, enough, wanted
from oppvekst.faces.mypage.rooms import me, shared
from oppvekst.ground.access import visits
from oppvekst.ground.database.acting import VISIT, acting, keep_token
from oppvekst.ground.web.frame import today
from oppvekst.ground.web.handshake import Handshake, forget
from oppvekst.law.identity import Environment

AS = {"barn": f"{SUBSTANTIAL}", "voksen": HIGH}
OUT = "ut"


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """My page for whoever is logged in, who is logged out when she leaves in a hurry; for others, the ways in."""
    if visiting(request):
        return render(request, "mypage/page.html", {"me": me(), "shared": shared(), "drop_url": reverse("log-out")})
    context = {"over": OVER in request.GET, "out": OUT in request.GET, "idporten": bool(settings.IDPORTEN["issuer"])}
    return render(request, "mypage/front.html", context)


@require_safe
def log_in(request: HttpRequest) -> HttpResponse:
    """Off to ID-porten, which is told how sure it must be."""
    asked = request.GET.get("som", "")
    handshake = Handshake.new(_home(request.GET.get("til", "/")), asked if asked in AS else "voksen")
    us = _us(handshake)
    try:
        address = openid.where_to_go(us, openid.discover(us), handshake, _answer_address(request))
    except openid.ProviderDown as error:
        return pages.turned_away(request, pages.DOWN, str(error))
    response = HttpResponseRedirect(address)
    handshake.keep(response)
    return response


@require_safe
def answer(request: HttpRequest) -> HttpResponse:
    """Hear what ID-porten says. An attempt is used up by its first answer, whatever it is."""
    handshake = Handshake.of(request)
    with translation.override(_language(handshake)):
        response = _come_in(request, handshake)
    forget(response)
    return response


@require_POST
def code(request: HttpRequest) -> HttpResponse:
    """In by a code that was handed over in person: once, and bound to the child it was given to."""
    token = visits.start_by_code(request.POST.get("kode", "")[:100], municipality=_number(request))
    if token is None:
        return pages.turned_away(request, pages.NO_CODE)
    return _let_in(token, _home(request.POST.get("til", "/")))


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """End the visit in the database too."""
    if visiting(request):
        visits.end()
    response = redirect(f"{_home(request.POST.get('til', '/'))}?{OUT}=1")
    response.delete_cookie(VISIT, samesite="Lax")
    return response


def _come_in(request: HttpRequest, handshake: Handshake | None) -> HttpResponse:
    if handshake is None:
        return pages.turned_away(request, pages.STALE, "intet håndtrykk")
    if "error" in request.GET:
        cancelled = request.GET["error"] == "access_denied"
        return pages.turned_away(request, pages.CANCELLED if cancelled else pages.DOWN, "ID-porten sa nei")
    us = _us(handshake)
    try:
        told = openid.proven(us, openid.discover(us), request.GET.get("code", ""), handshake, _answer_address(request))
    except openid.NotProven as error:
        return pages.turned_away(request, pages.STALE, str(error))
    except openid.ProviderDown as error:
        return pages.turned_away(request, pages.DOWN, str(error))
    return _open(request, str(told.get("pid", "")), str(told.get("acr", "")), handshake.onward)


def _open(request: HttpRequest, number: str, level: str, onward: str) -> HttpResponse:
    """The number lives in this call and in one bound value to the database, and nowhere else."""
    environment = Environment.TEST if settings.DEMO else Environment.PRODUCTION
    if not enough(level, wanted(number, environment, today=today())):
        return pages.turned_away(request, pages.TOO_LOW)
    with acting("mypage"):
        token = visits.start(number, municipality=_number(request), level=level)
    return _let_in(token, onward)


def _let_in(token: str, onward: str) -> HttpResponse:
    response = redirect(onward)
    keep_token(response, token, name=VISIT)
    return response


def _us(handshake: Handshake) -> openid.Client:
    """Who we are to ID-porten, what we ask for, and the language it speaks meanwhile."""
    return openid.Client(
        **settings.IDPORTEN, scope="openid profile", levels=AS[handshake.asked], language=_language(handshake)
    )


def _answer_address(request: HttpRequest) -> str:
    return request.build_absolute_uri(urljoin(settings.MYPAGE_URL, "svar/"))


def _home(asked: str) -> str:
    """The first page in one of our languages, and nothing else."""
    return asked if asked in {f"/{code}/" for code, _ in settings.LANGUAGES} else "/"


def _language(handshake: Handshake | None) -> str:
    return (handshake.onward.strip("/") if handshake else "") or settings.LANGUAGE_CODE


def _number(request: HttpRequest) -> int:
    number: int = request.municipality.number  # type: ignore[attr-defined]
    return number
