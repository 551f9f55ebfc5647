"""Logging in without a provider: a passkey, or a password with a code app; and making one's own way in (ADR 25)."""

from __future__ import annotations

from urllib.parse import urljoin

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from oppvekst.faces.door import passkeys, passwords
from oppvekst.faces.door.kept import Attempt
from oppvekst.faces.door.onward import enter, onward
from oppvekst.ground.access import own_log_in
from oppvekst.ground.database.acting import acting
from oppvekst.ground.web import device

WRONG = "Navnet, passordet eller koden stemmer ikke. Prøv en gang til."
WAIT = "Det er prøvd feil mange ganger. Vent litt, og prøv på nytt."
NO_KEY = "Nøkkelen ble ikke kjent igjen. Prøv på nytt, eller bruk passord og kode."
NO_CODE = "Koden er brukt, for gammel eller skrevet feil. Be lederen din om en ny."


@require_http_methods(["GET", "HEAD", "POST"])
def log_in(request: HttpRequest) -> HttpResponse:
    """The page with both ways; what is sent is a passkey's answer or a name, a password and a code."""
    _must_be_on()
    if request.method != "POST":
        return _page(request, onward(request.GET.get("til", "")))
    kept = Attempt.of(request)
    onto = kept.onward if kept else onward("")
    if answer := request.POST.get("nokkel"):
        who, wrong = (passkeys.proven(kept, answer, request) if kept else None), NO_KEY
    else:
        who, wrong = _by_password(request)
    if who is None:
        return _page(request, onto, wrong=wrong, name=request.POST.get("navn", ""))
    return enter(request, who, onto)


@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: HttpRequest) -> HttpResponse:
    """With a code from the leader: first the code, then a passkey, or a password with a code app."""
    _must_be_on()
    code = request.POST.get("engangskode", "")[:100]
    if not code:
        return render(request, "door/enrol_code.html")
    with acting("door"):
        who = own_log_in.enrolling(code)
    if who is None:
        return render(request, "door/enrol_code.html", {"wrong": NO_CODE}, status=422)
    wrong = ""
    if "nokkel" in request.POST or "passord" in request.POST:
        spares, wrong = _enrolled(request, code, who)
        if spares:
            return render(request, "door/enrolled.html", {"spares": spares, "again": _here()})
    return _ways(request, code, who, wrong)


def _enrolled(request: HttpRequest, code: str, who: own_log_in.Enrolling) -> tuple[list[str] | None, str]:
    kept = Attempt.of(request)
    if kept is None or kept.who != str(who.staff_id):
        return None, "Siden var åpen for lenge. Prøv en gang til."
    if "passord" in request.POST:
        return passwords.enrol(code, kept, request)
    made = passkeys.made(kept, request.POST["nokkel"], request)
    if made is None:
        return None, "Nøkkelen ble ikke laget. Prøv på nytt."
    with acting("door"):
        return own_log_in.enrol_passkey(code, *made, device=_device(request)), NO_CODE


def _ways(request: HttpRequest, code: str, who: own_log_in.Enrolling, wrong: str) -> HttpResponse:
    """The page with both; what the answers are held against, her browser keeps, sealed."""
    options, state = passkeys.to_make(request, who)
    kept = Attempt.of(request)
    same = kept is not None and kept.who == str(who.staff_id) and kept.app
    app = kept.app if kept and same else passwords.new_app()
    context = {
        "code": code, "who": who, "wrong": wrong, "options": options, "app": passwords.spoken(app),
        "qr": (drawn := passwords.drawing(app, who.subject)), "wide": passwords.width(drawn),
    }  # fmt: skip
    response = render(request, "door/enrol.html", context, status=422 if wrong else 200)
    Attempt(onward(""), state, str(who.staff_id), app).keep(response)
    return response


def _by_password(request: HttpRequest) -> tuple[str | None, str]:
    name, password, code = (request.POST.get(each, "")[:200] for each in ("navn", "passord", "kode"))
    who = name.strip().lower()
    found = passwords.check(who, password, code)
    return (who, "") if found is passwords.Found.WELL else (None, WAIT if found is passwords.Found.WAIT else WRONG)


def _page(request: HttpRequest, onto: str, *, wrong: str = "", name: str = "") -> HttpResponse:
    options, state = passkeys.to_ask(request)
    context = {
        "options": options, "wrong": wrong, "name": name, "provider": bool(settings.OIDC["issuer"]),
        "to_provider": settings.DOOR_URL, "to_enrol": urljoin(settings.DOOR_URL, "egen/ny/"),
    }  # fmt: skip
    response = render(request, "door/own.html", context, status=422 if wrong else 200)
    Attempt(onto, state).keep(response)
    return response


def begin(request: HttpRequest) -> HttpResponse:
    """To the page of one's own log-in, with where one was going."""
    return redirect(f"{_here()}?{request.GET.urlencode()}")


def _here() -> str:
    return urljoin(settings.DOOR_URL, "egen/")


def _device(request: HttpRequest) -> str:
    return device.in_words(request.headers.get("User-Agent", ""))


def _must_be_on() -> None:
    if not settings.OWN_LOG_IN:
        raise Http404
