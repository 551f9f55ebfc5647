"""The receipt at once, and later what a reference tells: when it came, and whether it has been read (D101; story 2.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from oppvekst.domain.concerns import queries
from oppvekst.domain.concerns.portal.calls import calls_now
from oppvekst.domain.concerns.portal.draft import Draft
from oppvekst.domain.concerns.portal.steps import KINDS
from oppvekst.domain.concerns.portal.visit import show
from oppvekst.domain.concerns.rules import REVIEW, Letter, first_feedback
from oppvekst.domain.concerns.rules.deadlines import INTERIM_REPLY
from oppvekst.domain.concerns.rules.message import CODES, Anonymity, Who, reporter_of
from oppvekst.ground.web.forms import DsForm
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import oslo_date

GROUP = 4


@dataclass(frozen=True)
class Stage:
    """What happens, and when."""

    when: str
    what: str


class ReferenceForm(DsForm):
    """A reference as somebody wrote it on a piece of paper."""

    reference = forms.CharField(
        label=gettext_lazy("Referansenummeret ditt"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("Tolv tegn i tre grupper. Store og små bokstaver er det samme."),
    )  # fmt: skip

    def clean_reference(self) -> str:
        signs = re.sub(r"[^0-9A-Z]", "", str(self.cleaned_data["reference"]).upper())
        return "-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The receipt. It stays in this browser until it is closed or left in a hurry."""
    draft = Draft.of(request)
    if not draft.receipt:
        return redirect("portal:concern-receipt")
    told, kind = draft.receipt, KINDS[draft.kind]
    at = datetime.fromisoformat(told["at"])
    calls = calls_now(request, kind, at=timezone.now())
    return show(
        request, "sent", draft, told=told, at=at, kind=kind, calls=calls, stages=stages(told, on=oslo_date(at), hours=calls.hours),
        is_anonymous=told["anonymity"] == Anonymity.ANONYMOUS, today=oslo_date(timezone.now()),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest) -> HttpResponse:
    """When a message came and whether it has been read; never what came of it. The reference stands in no address."""
    if request.method != "POST":
        return show(request, "receipt", Draft.of(request), form=ReferenceForm())
    form = ReferenceForm(request.POST)
    found = queries.receipt(request.municipality.number, form.cleaned_data["reference"]) if form.is_valid() else None  # type: ignore[attr-defined]
    if not found:
        if form.is_valid():
            form.add_error(
                "reference", _("Vi finner ingen melding med dette nummeret. Se etter om det er skrevet riktig.")
            )
        return show(request, "receipt", Draft.of(request), 422, form=form)
    today = oslo_date(timezone.now())
    due = REVIEW.due(oslo_date(found.received_at)).due
    return show(
        request,
        "receipt",
        Draft.of(request),
        form=form,
        found=found,
        due=due,
        is_past=bool(due and due < today),
        today=today,
    )


def stages(told: dict[str, Any], *, on: date, hours: tuple[str, ...]) -> list[Stage]:
    """What happens now, with the days of the law (D01, D04, D05, fvl § 11 a)."""
    help_first = [
        Stage(
            _until(INTERIM_REPLY.due(on).due),
            _("Du får svar på søknaden om hjelp, eller beskjed om når svaret kommer."),
        )
    ]
    return [
        _read(told, hours),
        Stage(_until(REVIEW.due(on).due), _("Vi har gått gjennom meldingen, og bestemt om vi skal undersøke mer.")),
        _answer(told, on),
        *(help_first if told["asks_for_help"] else []),
    ]


def _read(told: dict[str, Any], hours: tuple[str, ...]) -> Stage:
    if told["rings"]:
        return Stage(
            _("Nå"),
            _(
                "Vi varsler barnevernvakten. De vurderer om barnet trenger hjelp med en gang. Vi kan ikke love når de får lest meldingen, så ring hvis det haster."
            ),
        )
    open_hours = (
        _("Meldinger blir lest på dagtid: %(hours)s.") % {"hours": ", ".join(hours).lower()}
        if hours
        else _("Meldinger blir lest på dagtid.")
    )
    return Stage(_("Når vi åpner"), open_hours + " " + _("Da vurderer vi først om barnet trenger hjelp med en gang."))


def _answer(told: dict[str, Any], on: date) -> Stage:
    who = Who(told["who"])
    owed = first_feedback(reporter_of(who, CODES[who], told["anonymity"], reachable=told["reachable"]), received_on=on)
    if owed.letter is Letter.NOT_POSSIBLE:
        return Stage(
            _("Etterpå"), _("Vi har ingen adresse å svare til. Med referansenummeret kan du se når meldingen er lest.")
        )
    if owed.letter is Letter.SAFE_WAY:
        return Stage(_until(owed.due.due), _("Vi svarer deg på den måten du har valgt. Vi sender ingenting hjem."))
    if who is Who.PUBLIC:
        return Stage(
            _until(owed.due.due),
            _("Du får vite at meldingen er mottatt, og om vi har åpnet undersøkelse. Du får ett svar for hvert barn."),
        )
    return Stage(
        _until(owed.due.due),
        _("Du får en bekreftelse på at meldingen er mottatt. Vi har taushetsplikt om hva som skjer videre."),
    )


def _until(day: date | None) -> str:
    return _("Senest %(day)s") % {"day": day_in_words(day)} if day else ""
