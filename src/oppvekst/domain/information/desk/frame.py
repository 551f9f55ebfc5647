"""What every page of the editor shares: who may come in, the ways between them, and a word about what was done."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.information.actions import EDIT
from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, at_desk, today

SECTIONS = (
    ("website", _("Oversikt")),
    ("pages", _("Sider")),
    ("phone-lines", _("Telefoner")),
    ("points", _("Kontaktpunkter")),
    ("page-links", _("Lenker")),
    ("appearance", _("Utseende")),
)
NOTICES = {
    "lagret": Notice(_("Kladden er lagret. Bare dere som redigerer, ser den.")),
    "likt": Notice(_("Ingenting var endret."), "info"),
    "publisert": Notice(_("Publisert. Alle kan lese det nå.")),
    "planlagt": Notice(_("Teksten blir publisert til tiden du valgte.")),
    "trukket": Notice(_("Trukket tilbake. Teksten er tatt vare på blant versjonene.")),
    "hentet": Notice(_("Den gamle teksten er hentet fram som kladd. Ingenting er publisert ennå.")),
    "kastet": Notice(_("Kladden er kastet. Du finner den igjen blant versjonene.")),
    "gjennomgatt": Notice(_("Siden er ført som gjennomgått i dag.")),
    "flyttet": Notice(_("Endringen er lagret.")),
    "ny": Notice(_("Siden er laget som kladd. Skriv teksten, og publiser når du er klar.")),
    "nede": Notice(_("Siden er tatt ned. Alt som står på den, er tatt vare på.")),
    "oppe": Notice(_("Siden er oppe igjen.")),
    "tider": Notice(_("Kladden er lagret. Se hvem som svarer, og publiser når den er riktig.")),
    "tider-ute": Notice(_("Publisert. Åpningstidene vises på de åpne sidene nå.")),
    "tider-kastet": Notice(_("Kladden er kastet. De publiserte tidene er som før.")),
    "tider-fjernet": Notice(_("Fjernet. De vanlige tidene gjelder igjen.")),
    "kontrollert": Notice(_("Nummer og tider er ført som kontrollert i dag.")),
    "endret": Notice(_("Endringen er lagret, og vises på de åpne sidene nå.")),
}


def editor(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let in only somebody who may edit; others are told why, and the database would refuse them anyway."""

    @wraps(view)
    def guarded(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.actor.must(EDIT)
        return view(request, *args, **kwargs)

    return at_desk(guarded)


def show(request: DeskRequest, template: str, about: dict[str, Any], *, here: str, status: int = 200) -> HttpResponse:
    """A page of the editor, with the ways to the others."""
    notice = NOTICES.get(request.GET.get(DONE, ""))
    context = {"tabs": sections(here), "messages": [notice] if notice else [], "today": today(), **about}
    return render(request, f"information/desk/{template}", context, status=status)


def sections(here: str) -> list[dict[str, Any]]:
    """The ways between the editor's pages."""
    return [{"label": label, "href": reverse(f"desk:{name}"), "here": name == here} for name, label in SECTIONS]


def crumbs(*steps: tuple[Any, str]) -> list[tuple[Any, str]]:
    """The way here; the last step has no address."""
    return [(_("Nettsider"), reverse("desk:website")), *steps]


def lead_on(name: str, *args: Any, done: str, **asked: str) -> HttpResponse:
    """To a page, with a word about what was done."""
    told = "".join(f"{key}={value}&" for key, value in asked.items() if value)
    return redirect(f"{reverse(f'desk:{name}', args=args)}?{told}{DONE}={done}")
