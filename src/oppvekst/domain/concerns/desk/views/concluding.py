"""How a concern ends at the desk: every way says what happens, who will see it, and whether it can be undone."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.desk import forms, frame, proposals
from oppvekst.domain.concerns.desk.views.act import ConcernAct
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules import (
    DISMISS,
    DISMISS_UNFOUNDED,
    OPEN_INVESTIGATION,
    RETRACT,
    TRANSFER,
    right_to_answer,
    right_to_propose,
)
from oppvekst.domain.concerns.rules.message import Wish
from oppvekst.law.citation import bvl

KEPT_FOR_EVER = _("Nei, men meldingen bevares, og en ny melding kan gjøre at dere ser på den igjen.")
URGENT = _("Meldingen er vurdert å haste. Da blir dette et forslag, som en kollega må bekrefte.")
STILL_OURS = _("Barnet er vårt ansvar til det er gjort.")
APPLIED = _("Familien har også søkt om hjelp. Søknaden henlegges ikke med meldingen: den besvares med vedtak.")
STAFF_AND_FAMILY = _("Ansatte med tilgang. Familien kan be om innsyn i det som ikke er skjult.")


class Propose(ConcernAct):
    """An investigation, opened by one who may (who may is our own rule)."""

    form_class = forms.ProposeForm
    step = OPEN_INVESTIGATION
    right = right_to_propose(OPEN_INVESTIGATION)
    heading = _("Foreslå undersøkelse")
    happens = _(
        "Forslaget kommer på lista til teamleder og leder. Meldingen er åpen til en av dem har åpnet undersøkelsen."
    )
    seen_by = STAFF_AND_FAMILY
    undone = _("Ja, til den er åpnet: et nytt forslag erstatter dette.")
    button = _("Foreslå undersøkelse")
    done = "foreslatt"
    final = True
    fields = {"reasonable_ground": "reasons"}

    def perform(self, concern: Concern, form: Any) -> None:
        reasons = form.cleaned_data["reasons"]
        actions.propose(
            concern.id, OPEN_INVESTIGATION, reasons=reasons, read=self.read, by=self.request.actor, at=frame.now()
        )

    def form_values(self, concern: Concern) -> dict[str, Any]:
        return proposals.begun(concern, OPEN_INVESTIGATION)


class Dismiss(ConcernAct):
    """With written reasons and professional assessments (bvl § 2-1 (2), D03)."""

    form_class = forms.DismissForm
    step = DISMISS
    heading = _("Henlegg meldingen")
    happens = _("Meldingen blir avsluttet, og begrunnelsen kommer i journalen. Melder får svar etter sin rett.")
    seen_by = STAFF_AND_FAMILY
    undone = KEPT_FOR_EVER
    button = _("Henlegg meldingen")
    done = "henlagt"
    final = True
    fields = {"conclusion_code": "code"}

    def form_values(self, concern: Concern) -> dict[str, Any]:
        return {"today": frame.today(), **proposals.begun(concern, DISMISS)}

    def besides(self, concern: Concern) -> dict[str, Any]:
        warnings = ((URGENT, concern.immediate), (APPLIED, _applied(concern)))
        return {"warnings": [told for told, applies in warnings if applies]}

    def perform(self, concern: Concern, form: Any) -> None:
        said = {name: form.cleaned_data[name] for name in ("reasons", "code")}
        if concern.immediate:
            self.done = "foreslatt"
            actions.propose(concern.id, DISMISS, **said, read=self.read, by=self.request.actor, at=frame.now())
        else:
            actions.dismiss(concern.id, **said, read=self.read, by=self.request.actor, at=frame.now())


class Unfounded(ConcernAct):
    """Obviously unfounded: no reasons, perhaps no receipt, and a second person (bvl §§ 2-1 (2), 13-3 (1))."""

    form_class = forms.UnfoundedForm
    step = DISMISS_UNFOUNDED
    heading = _("Foreslå som åpenbart grunnløs")
    lead = _("Bare når det er åpenbart at det ikke er noe i meldingen. Er du i tvil, henlegg den med begrunnelse.")
    happens = _(
        "En kollega må være enig før det gjelder. Da trengs ingen begrunnelse. Bekreftelsen til en privat melder kan utelates; "
        "en offentlig melder skal alltid ha svar."
    )
    seen_by = STAFF_AND_FAMILY
    undone = _("Ja, til kollegaen har bekreftet. Etterpå bevares meldingen som grunnløs.")
    button = _("Foreslå som grunnløs")
    done = "foreslatt"
    final = True
    fields = {"obviously_unfounded": "sure"}

    def perform(self, concern: Concern, form: Any) -> None:
        reasons = form.cleaned_data["reasons"]
        actions.dismiss_unfounded(concern.id, reasons=reasons, read=self.read, by=self.request.actor, at=frame.now())

    def form_values(self, concern: Concern) -> dict[str, Any]:
        return proposals.begun(concern, DISMISS_UNFOUNDED)

    def besides(self, concern: Concern) -> dict[str, Any]:
        return {"warnings": [APPLIED] if _applied(concern) else []}


class Confirm(ConcernAct):
    """A second person agrees with what somebody has proposed."""

    form_class = forms.NothingToFillIn
    right = right_to_answer(DISMISS)
    heading = _("Bekreft forslaget")
    law = bvl("2-1", 2)
    happens = _("Meldingen blir avsluttet nå, med navnet ditt som den som bekreftet.")
    seen_by = STAFF_AND_FAMILY
    undone = KEPT_FOR_EVER
    button = _("Bekreft")
    done = "bekreftet"
    final = True

    def besides(self, concern: Concern) -> dict[str, Any]:
        return {"proposal": proposals.proposal(concern, self.request.actor)}

    def perform(self, concern: Concern, form: Any) -> None:
        actions.confirm(concern.id, read=self.read, by=self.request.actor, at=frame.now())


class Refuse(ConcernAct):
    """A second person says no: back to the one who proposed it, with the reason."""

    form_class = forms.RefuseForm
    heading = _("Ikke bekreft forslaget")
    law = bvl("2-1")
    happens = _("Forslaget går tilbake til den som foreslo det, med begrunnelsen din. Meldingen er åpen, og uka løper.")
    seen_by = _("Ansatte med tilgang.")
    undone = _("Nei, men det kan foreslås på nytt.")
    button = _("Ikke bekreft")
    done = "avslatt"
    final = True

    def admit(self, **ids: Any) -> None:
        """Who may answer depends on what is proposed."""
        self.request.actor.must(right_to_answer(queries.get_concern(ids["concern_id"]).proposed))

    def besides(self, concern: Concern) -> dict[str, Any]:
        return {"proposal": proposals.proposal(concern, self.request.actor)}

    def perform(self, concern: Concern, form: Any) -> None:
        reasons = form.cleaned_data["reasons"]
        actions.refuse_proposal(concern.id, reasons, read=self.read, by=self.request.actor, at=frame.now())


class Transfer(ConcernAct):
    """Where the child stays; our limit runs until the other side has acknowledged (bvl §§ 13-5, 15-4)."""

    form_class = forms.TransferForm
    step = TRANSFER
    heading = _("Overfør meldingen")
    lead = _(
        "Send den først, og vent på kvitteringen. Fristen vår løper til den andre tjenesten har bekreftet at de har meldingen."
    )
    happens = _("Meldingen går ut av køen hos oss. Den blir bevart her.")
    seen_by = STAFF_AND_FAMILY
    undone = _("Nei. Kommer den tilbake, er det en ny melding.")
    button = _("Før som overført")
    done = "overfort"
    final = True
    fields = {"conclusion_code": "code", "receiver": "recipient", "acknowledged_at": "acknowledged_on"}

    def form_values(self, concern: Concern) -> dict[str, Any]:
        return {"today": frame.today()}

    def besides(self, concern: Concern) -> dict[str, Any]:
        return {"warnings": [f"{URGENT} {STILL_OURS}"] if concern.immediate else []}

    def perform(self, concern: Concern, form: Any) -> None:
        said = {name: form.cleaned_data[name] for name in ("recipient", "code")}
        said["acknowledged_at"] = form.acknowledged_at()
        if concern.immediate:
            self.done = "foreslatt"
            actions.propose(concern.id, TRANSFER, **said, read=self.read, by=self.request.actor, at=frame.now())
        else:
            actions.transfer(concern.id, **said, read=self.read, by=self.request.actor, at=frame.now())


class Retract(ConcernAct):
    """Registered wrongly. The original is kept (arkivforskrifta § 11)."""

    form_class = forms.RetractForm
    step = RETRACT
    heading = _("Trekk tilbake som feilregistrert")
    lead = _("For feil barn, eller samme melding registrert to ganger. Ikke for en melding dere er uenige i.")
    happens = _(
        "Meldingen går ut av lister, frister og tall. Det som ble skrevet først, står uendret med begrunnelsen din ved siden av."
    )
    seen_by = _("Ansatte med tilgang ser både originalen og at den er trukket tilbake.")
    undone = _("Nei. Registrer den på nytt om den likevel gjelder.")
    button = _("Trekk tilbake")
    done = "trukket"
    final = True
    fields = {"retraction_reason": "reasons"}

    def perform(self, concern: Concern, form: Any) -> None:
        actions.retract(concern.id, form.cleaned_data["reasons"], by=self.request.actor, at=frame.now())


def _applied(concern: Concern) -> bool:
    return concern.enquiry.wish != Wish.WORRY
