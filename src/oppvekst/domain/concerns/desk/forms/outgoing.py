"""What leaves the house, and what is held back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.desk.forms.days import DayField
from oppvekst.domain.concerns.models import Feedback
from oppvekst.ground.web.forms import Choice, DsForm, long_text, radios

ROUTES = {
    Feedback.Route.LETTER: Choice(_("Brev"), _("Skriv ut brevet og send det i posten.")),
    Feedback.Route.DIGITAL: Choice(_("Digital post"), _("Send brevet fra postsystemet.")),
    Feedback.Route.PHONE: Choice(_("Telefon"), _("Si det som står i svaret, og ikke mer.")),
    Feedback.Route.IN_PERSON: Choice(_("I møte"), _("Ansikt til ansikt, uten at andre hører på.")),
    Feedback.Route.SAFE_WAY: Choice(_("Den trygge måten barnet valgte"), _("Ikke noe annet, og aldri hjem.")),
}


class AnswerForm(DsForm):
    """How the answer goes."""

    route = radios([], label=_("Hvordan svarer du?"))

    def __init__(self, *args: Any, routes: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["route"].choices = [(route, ROUTES[Feedback.Route(route)]) for route in routes]  # type: ignore[attr-defined]


class OmitForm(DsForm):
    """Special reasons not to confirm (bvl § 13-3 (1) second sentence)."""

    why = long_text(
        label=_("Hvilke særlige hensyn gjør at bekreftelsen utelates?"), rows=3,
        error_messages={"required": _("Skriv hvilke særlige hensyn som gjør at bekreftelsen utelates.")},
    )  # fmt: skip


class _Looked(DsForm):
    """A day to look at it again."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "review_on" in self.fields:
            self.fields["review_on"].not_before = today + timedelta(days=1)  # type: ignore[attr-defined]


class HoldForm(_Looked):
    """Nothing may reach the parents until somebody lifts it."""

    reasons = long_text(
        label=_("Hvorfor må ingenting nå foreldrene nå?"), rows=3,
        help_text=_("For eksempel mistanke om vold, og at politiet eller Statens barnehus ikke har snakket med barnet ennå."),
        error_messages={"required": _("Skriv hvorfor ingenting må nå foreldrene nå.")},
    )  # fmt: skip
    review_on = DayField(
        label=_("Når skal du vurdere den igjen?"), required=False, help_text=_("Tomt felt betyr innen en uke.")
    )


class ReviewHoldForm(_Looked):
    """Kept, with a new day to look."""

    review_on = DayField(label=_("Vurderes igjen"))
    reasons = long_text(label=_("Hvorfor skal den stå?"), rows=2)


class LiftForm(_Looked):
    """Lifted, with the reason."""

    reasons = long_text(
        label=_("Hvorfor er det trygt nå?"), rows=3, error_messages={"required": _("Skriv hvorfor det nå er trygt.")}
    )
