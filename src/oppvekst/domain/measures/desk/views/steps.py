"""Every step of the machine but the evaluation, each with its page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk.forms import (
    DecideForm,
    OpenForm,
    OrderForm,
    ReasonsForm,
    StartForm,
    WithdrawnForm,
)
from oppvekst.domain.measures.desk.frame import MeasureAct
from oppvekst.domain.measures.models import Measure
from oppvekst.domain.measures.queries import decisions_for, places_held
from oppvekst.domain.measures.rules import (
    ABANDON,
    ASK_CONSENT,
    DECIDE,
    DECIDE_BY_ORDER,
    EXPIRE,
    MACHINE,
    PREPARED,
    RESUME,
    RIGHTS,
    START,
    SUSPEND,
    WITHDRAW,
    WRITE,
    alternatives,
)
from oppvekst.ground.web.frame import known, now, today
from oppvekst.law.refusals import NotAllowed, Refusal


class ChangeTerms(MeasureAct):
    """What it is about, until when, who gives it, how often it is looked at."""

    right = WRITE
    heading, button, done = "Endre rammene", "Lagre", "rammer"

    def form(self, found: Measure, typed: Any = None) -> OpenForm:
        names = ("category", "category_words", "ends_on", "interval_months", "interval_reason", "provider_name")
        before = {name: getattr(found, name) for name in names}
        return OpenForm(typed, today=today(), only_later=found.state not in PREPARED, initial=before)

    def perform(self, found: Measure, form: Any) -> None:
        actions.change_help(found.id, form.wanted(found.category), by=self.request.actor, at=now())


class AskConsent(MeasureAct):
    """Whoever must say yes is asked (bvl § 3-1)."""

    right = RIGHTS[ASK_CONSENT]
    law = MACHINE.step(ASK_CONSENT).citation
    heading, button, done = "Spør om samtykke", "Gå videre til samtykke", "spurt"
    happens = (
        "Tiltaket venter på samtykke. På siden for samtykke står det hvem som må si ja, og der skrives hvert svar."
    )
    undone = "Ja. Vil familien ikke, skriver du at det ikke ble noe av."

    def perform(self, found: Measure, form: Any) -> None:
        actions.ask_consent(found.id, by=self.request.actor, at=now())

    def home(self, found: Measure, done: str) -> HttpResponse:
        asking = known("consents", found.case_id)
        return redirect(asking) if asking else super().home(found, done)


class Decide(MeasureAct):
    """The signed decision grants it (bvl §§ 3-1, 12-5)."""

    right = RIGHTS[DECIDE]
    law = MACHINE.step(DECIDE).citation
    heading, button, done = "Knytt til vedtaket", "Knytt til vedtaket", "vedtatt"
    happens = "Tiltaket er vedtatt, og kan starte når den som skal gi hjelpen, er klar."
    undone = "Nei. Tiltaket og vedtaket hører sammen."

    def form(self, found: Measure, typed: Any = None) -> DecideForm:
        return DecideForm(typed, decisions=decisions_for(found))

    def hindrance(self, found: Measure) -> Refusal | None:
        return None if decisions_for(found) else NotAllowed("Det er ikke noe undertegnet vedtak om hjelp i saken ennå.")

    def perform(self, found: Measure, form: Any) -> None:
        actions.decide(found.id, UUID(form.cleaned_data["decision"]), by=self.request.actor, at=now())


class DecideByOrder(MeasureAct):
    """The tribunal has ordered it (bvl §§ 3-4, 3-5)."""

    right = RIGHTS[DECIDE_BY_ORDER]
    law = MACHINE.step(DECIDE_BY_ORDER).citation
    heading, button, done = "Pålagt av nemnda", "Skriv inn pålegget", "palagt"
    happens = (
        "Tiltaket trenger ikke samtykke. Siste dag regnes fra dagen nemnda bestemte, og er senest dagen før 18 år."
    )
    undone = "Nei. Et pålegg endres bare av nemnda."
    fields = {"ordered_reference": "reference"}

    def form(self, found: Measure, typed: Any = None) -> OrderForm:
        return OrderForm(typed, category=found.category, today=today())

    def perform(self, found: Measure, form: Any) -> None:
        actions.decide_by_order(found.id, form.order(), by=self.request.actor, at=now())


class Start(MeasureAct):
    """The help begins."""

    right = RIGHTS[START]
    law = MACHINE.step(START).citation
    heading, button, done = "Start hjelpen", "Start", "startet"
    happens = "Fra denne dagen regnes det til neste evaluering."
    undone = "Du kan sette hjelpen på vent. Dagen den startet, blir stående."

    def form(self, found: Measure, typed: Any = None) -> StartForm:
        named = dict.fromkeys(one.offer.provider.name for one in places_held(found.id))
        return StartForm(typed, today=today(), providers=list(named))

    def perform(self, found: Measure, form: Any) -> None:
        said = form.cleaned_data
        actions.start(
            found.id,
            on=said["on"],
            provider_lacks=form.lacks(),
            seen=said.get("seen", ""),
            by=self.request.actor,
            at=now(),
        )


class Suspend(MeasureAct):
    """On hold for a while."""

    right = RIGHTS[SUSPEND]
    law = MACHINE.step(SUSPEND).citation
    heading, button, done = "Sett på vent", "Sett på vent", "pa-vent"
    happens = "Hjelpen stopper opp. Dagen for neste evaluering og siste dag står som de er."
    undone = "Ja. Du kan ta den opp igjen så lenge alle samtykker."

    def perform(self, found: Measure, form: Any) -> None:
        actions.suspend(found.id, by=self.request.actor, at=now())


class Resume(MeasureAct):
    """Taken up again."""

    right = RIGHTS[RESUME]
    law = MACHINE.step(RESUME).citation
    heading, button, done = "Ta opp igjen", "Ta opp igjen", "tatt-opp"
    happens = "Hjelpen går videre etter den samme planen."
    undone = "Ja. Du kan sette den på vent igjen."

    def perform(self, found: Measure, form: Any) -> None:
        actions.resume(found.id, by=self.request.actor, at=now())


class Withdraw(MeasureAct):
    """The consent is withdrawn, and the help ends."""

    template = "measures/desk/withdraw.html"
    form_class = WithdrawnForm
    right = RIGHTS[WITHDRAW]
    law = MACHINE.step(WITHDRAW).citation
    heading, button, done = "Avslutt: samtykket er trukket", "Avslutt tiltaket", "trukket"
    happens = "Hjelpen er avsluttet fra da samtykket falt. Avtaler fram i tid avlyses."
    undone = "Nei. Vil familien ha hjelp igjen, forberedes et nytt tiltak."

    def besides(self, found: Measure) -> dict[str, Any]:
        return {"ways": alternatives(found.category)}

    def perform(self, found: Measure, form: Any) -> None:
        actions.withdraw(found.id, words=form.cleaned_data["words"], by=self.request.actor, at=now())


class Expire(MeasureAct):
    """The last day has passed."""

    right = RIGHTS[EXPIRE]
    law = MACHINE.step(EXPIRE).citation
    heading, button, done = "Avslutt: siste dag er passert", "Avslutt", "gatt-ut"
    happens = "Tiltaket har gått ut av seg selv på siste dag. Skal hjelpen fortsette, må det bestemmes på nytt."
    undone = "Nei."

    def perform(self, found: Measure, form: Any) -> None:
        actions.expire(found.id, by=self.request.actor, at=now())


class Abandon(MeasureAct):
    """Nothing comes of it."""

    form_class = ReasonsForm
    right = RIGHTS[ABANDON]
    law = MACHINE.step(ABANDON).citation
    heading, button, done = "Ble ikke noe av", "Skriv at det ikke ble noe av", "forkastet"
    happens = "Tiltaket blir stående i saken med begrunnelsen."
    undone = "Nei, men du kan forberede et nytt."

    def perform(self, found: Measure, form: Any) -> None:
        actions.abandon(found.id, reasons=form.cleaned_data["reasons"], by=self.request.actor, at=now())
