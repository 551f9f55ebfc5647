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
    "familien-fortalt": Notice("Det er ført, og undersøkelsen står på Min side"),
    "ikke-vist": Notice("Undersøkelsen vises ikke lenger på Min side. At de fikk vite det, står i journalen", "info"),
    "utvidelse-fortalt": Notice(_("Det er ført hva familien vet om utvidelsen")),
    "brudd": Notice(_("Grunnen til at fristen ble brutt, er lagret")),
    "rad": Notice(_("Raden står i planen")),
    "rad-gjort": Notice(_("Det er gjort, og går ut av arbeidslista")),
    "rad-flyttet": Notice(_("Raden er flyttet")),
    "rad-ute": Notice(_("Raden er tatt ut av planen")),
    "rad-fortalt": Notice(_("Raden står i den utgaven foreldrene kan få")),
    "notat": Notice(_("Notatet står i journalen")),
    "spurt": Notice(_("Det er ført hvem som er spurt, og hvorfor")),
    "svart": Notice(_("Svaret er ført")),
    "purret": Notice(_("Det er ført at dere har purret")),
    "trukket": Notice(_("Spørsmålet er trukket")),
    "fortalt": Notice(_("Det er ført at familien vet det")),
    "sakkyndig": Notice(_("Mandatet er ført")),
    "rapport": Notice(_("Rapporten er ført som mottatt")),
    "kommisjon": Notice(_("Det er ført at rapporten er hos kommisjonen")),
    "merknad": Notice(_("Kommisjonens svar er ført")),
    "unyttet": Notice(_("Rapporten er satt til side")),
    "bestemt": Notice(_("Avgjørelsen står i journalen")),
    "oppsummeres": Notice(_("Undersøkelsen oppsummeres")),
    "gjenapnet": Notice(_("Undersøkelsen er åpnet på nytt. Lag planen nå")),
    "besok": Notice("Hjemmebesøket er lagret som utkast"),
    "valgt": Notice("Teksten er valgt. Det andre er tatt vare på"),
    "eget-utkast": Notice("Besøket var gjort ferdig av en annen. Det du skrev, ligger i et eget utkast", "info"),
    "usendt": Notice("Her ligger et hjemmebesøk som ikke er sendt. Det sendes nå. Logg ut når det er gjort", "warning"),
    "lukket": Notice(_("Det er ført at undersøkelsen ikke åpnes igjen")),
}
