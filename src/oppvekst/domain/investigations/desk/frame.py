"""What the pages of this room share: the words about what was done, beside what every page at the desk shares."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, known, now, today

__all__ = ["DONE", "NOTICES", "DeskRequest", "Notice", "known", "now", "today"]

NOTICES = {
    "apnet": Notice(_("Undersøkelsen er åpnet. Lag planen nå, mens meldingen er frisk")),
    "plan": Notice(_("Planen er lagret")),
    "utvidet": Notice(_("Fristen er utvidet. Familien skal få vite hvorfor, og til når")),
}
