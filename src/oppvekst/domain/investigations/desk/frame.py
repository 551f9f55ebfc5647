"""What the pages of this room share: the words about what was done, beside what every page at the desk shares."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, known, now, today

__all__ = ["DONE", "NOTICES", "DeskRequest", "Notice", "known", "now", "today"]

NOTICES = {
    "apnet": Notice(_("Undersøkelsen er åpnet. Lag planen nå, mens meldingen er frisk")),
    "plan": Notice(_("Planen er lagret")),
    "utvidet": Notice(_("Fristen er utvidet. Familien skal få vite hvorfor, og til når")),
    "tema": Notice(_("Temaet er lagret")),
    "uendret": Notice(_("Ingenting er endret siden sist"), "info"),
    "opplysning": Notice(_("Opplysningen er lagt til")),
    "rettet": Notice(_("Opplysningen er rettet. Den gamle står ved siden av")),
    "med": Notice(_("Punktet er med i vurderingen")),
    "bort": Notice(_("Punktet er lagt bort. Det som er skrevet, er tatt vare på")),
    "kastet": Notice(_("Utkastet ditt er kastet. Det som var lagret, står")),
    "grunnlag": Notice(_("Grunnlaget er merket")),
    "samtale": Notice("Samtalen er skrevet ned"),
    "skrevet": Notice("Det er lagret"),
    "lest-tilbake": Notice("Svaret er lagret, og ordene står"),
    "vektlagt": Notice("Vekten er lagret"),
    "tatt-bort": Notice("Ordene ligger ikke lenger på barnets egen side", "info"),
    "holdt-tilbake": Notice("Det holdes tilbake fra foreldrene. Dagen for ny vurdering står på agendaen"),
    "opphevet": Notice("Det holdes ikke lenger tilbake. Ingenting blir sendt av seg selv", "info"),
    "tillitsperson": Notice("Tillitspersonen er skrevet opp"),
    "tillitsperson-slutt": Notice("Tillitspersonen er avsluttet. Navnet står med datoene", "info"),
    "attest": Notice("Attesten er ført som sett"),
    "medvirkning": Notice("Barnets medvirkning er lagret"),
}
