"""Views of the gallery. They show; nothing they receive is kept."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from oppvekst.ground.web import errors
from oppvekst.ground.web.context import RAIL
from oppvekst.ground.web.gallery import forms, samples
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete, NotAllowed

PAGES = (
    "offentlig",
    "skjema",
    "skjema-feil",
    "oppsummering",
    "kvittering",
    "barn",
    "skrivebord",
    "min-dag",
    "melding",
    "sak",
)
SCHEMES = ("auto", "light", "dark")
SIZES = ("sm", "md", "lg")


def gallery(request: HttpRequest) -> HttpResponse:
    """The list of what there is to look at."""
    return render(request, "web/gallery/index.html", {"pages": PAGES, "errors": errors.PAGES, **_look(request)})


def sample(request: HttpRequest, name: str) -> HttpResponse:
    """One page of the gallery, in the colours and the size that the address asks for."""
    if name not in PAGES:
        raise Http404
    context = {**samples.everything(), **_forms(name), **_desk(request), **_look(request)}
    answer = render(request, f"web/gallery/{name.replace('-feil', '').replace('-', '_')}.html", context)
    answer.status_code = 422 if name == "skjema-feil" else 200
    return answer


def error(request: HttpRequest, key: str) -> HttpResponse:
    """One of the error pages."""
    if key not in errors.PAGES:
        raise Http404
    return errors.page(request, key)


def refusal(request: HttpRequest) -> HttpResponse:
    """A refusal as a page; with `?mangler=1` one that can be mended."""
    if "mangler" in request.GET:
        told = {
            "reasons": "Skriv hvorfor meldingen blir henlagt.",
            "assessed_on": "Skriv når meldingen ble gjennomgått.",
        }
        return errors.refused(request, Incomplete(told, bvl("2-1", 2)), back="/")
    sentence = "Meldingen må være knyttet til et barn før undersøkelsen kan åpnes."
    return errors.refused(request, NotAllowed(sentence, bvl("2-2", 1)), back="/")


def _look(request: HttpRequest) -> dict[str, Any]:
    """`?scheme=dark&size=lg`, so that a person can look without changing the machine."""
    scheme, size = request.GET.get("scheme", ""), request.GET.get("size", "")
    return {
        "scheme": scheme if scheme in SCHEMES else "auto",
        "size": size if size in SIZES else "",
        "schemes": SCHEMES,
        "sizes": SIZES,
    }


def _forms(name: str) -> dict[str, Any]:
    if name != "skjema-feil":
        return {"form": forms.WhoForm(), "all_fields": forms.EveryField()}
    wrong = forms.WhoForm(
        {"name": "Emil", "born_day": "31", "born_month": "11", "born_year": "2016", "phone": "0000 999"}
    )
    return {"form": wrong, "all_fields": forms.EveryField({})}


def _desk(request: HttpRequest) -> dict[str, Any]:
    stops = [
        {"url": f"#{door.count}", "door": door, "here": at == 0, "count": 3 if at == 1 else None}
        for at, door in enumerate(RAIL)
    ]
    emergency = {"until": "10.42"} if "nod" in request.GET else None
    return {"rail": stops, "actor": samples.ACTOR, "hats": samples.HATS, "emergency": emergency}
