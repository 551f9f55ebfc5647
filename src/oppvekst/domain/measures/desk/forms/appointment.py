"""What a person writes of an appointment: who, when and where; what came of it in words; and who was told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from oppvekst.domain.cases.models import Party
from oppvekst.domain.measures.actions import Agreed
from oppvekst.ground.web.forms import DateField, DsForm, TimeField, YesNo, long_text, oslo_moment, radios


class AppointmentForm(DsForm):
    """Who is to come, when and where."""

    person = radios([], label="Hvem gjelder det?", error_messages={"required": "Velg hvem det gjelder."})
    day = DateField(label="Dag", error_messages={"required": "Skriv hvilken dag."})
    clock = TimeField(
        label="Klokka", help_text="For eksempel 15.00.", error_messages={"required": "Skriv klokkeslettet."}
    )
    place = forms.CharField(label="Hvor?", required=False)

    def __init__(self, *args: Any, people: Sequence[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [(str(one.person_id), one.person.name) for one in people]  # type: ignore[attr-defined]

    def agreed(self) -> Agreed:
        """As the act takes it."""
        said = self.cleaned_data
        return Agreed(person_id=UUID(said["person"]), at=oslo_moment(said["day"], said["clock"]), place=said["place"])


class CancelForm(DsForm):
    """Why it is cancelled."""

    reasons = long_text(
        label="Hvorfor avlyses avtalen?", rows=2, error_messages={"required": "Skriv hvorfor avtalen er avlyst."}
    )


class ResultForm(DsForm):
    """What came of it, in words."""

    met = YesNo(label="Ble prøven tatt?", error_messages={"required": "Svar på om prøven ble tatt."})
    meaning = long_text(
        label="Hva betyr svaret?", rows=4, required=False,
        help_text="Skriv i hele setninger hva det betyr for hjelpen, og hva det ikke sier noe om. Ikke en farge.",
    )  # fmt: skip
    follows: ClassVar[dict[str, tuple[str, str]]] = {"meaning": ("met", "yes")}


class TellForm(DsForm):
    """Who was told, and what whoever was tested said yes to."""

    who = radios([], label="Hvem har fått vite det?", error_messages={"required": "Velg hvem som har fått vite det."})
    agreed = long_text(
        label="Hva har den som er testet, sagt ja til at andre får vite?", rows=2, required=False,
        help_text="Tomt når det er den som er testet, som har fått vite det.",
    )  # fmt: skip

    def __init__(self, *args: Any, people: Sequence[Party], tested: UUID, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first = sorted(people, key=lambda one: one.person_id != tested)
        self.fields["who"].choices = [(str(one.person_id), one.person.name) for one in first]  # type: ignore[attr-defined]
