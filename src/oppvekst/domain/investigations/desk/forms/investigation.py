"""Forms of the investigation: why it is opened and who has it, what it shall find out and how, why it takes longer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from oppvekst.ground.web.forms import DateField, DsForm, long_text


class OpenForm(DsForm):
    """Reasonable ground (bvl § 2-2 (1)), and who is responsible."""

    reasons = long_text(
        label=_("Hva gir rimelig grunn til å anta at barnet kan trenge tiltak?"), rows=5,
        help_text=_("Familien kan be om å få lese dette. Skriv slik at de forstår, og ikke hvem som meldte."),
        error_messages={"required": _("Skriv hva som gir rimelig grunn til å anta at barnet kan trenge tiltak.")},
    )  # fmt: skip
    responsible = forms.TypedChoiceField(label=_("Hvem skal ha ansvaret?"), coerce=UUID, choices=())

    def __init__(self, *args: Any, colleagues: Sequence[tuple[UUID, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(key), name) for key, name in colleagues]
        self.fields["responsible"].choices = [("", _("Velg en kollega")), *named]  # type: ignore[attr-defined]


class ProposeForm(OpenForm):
    """The same ground, for one who may propose and not open: who gets it, is said by the one who opens it."""

    responsible = None  # type: ignore[assignment]

    def __init__(self, *args: Any, colleagues: Sequence[tuple[UUID, str]] = (), **kwargs: Any) -> None:
        DsForm.__init__(self, *args, **kwargs)


class AddForm(DsForm):
    """The new concern measured against what is already being investigated."""

    reasons = long_text(
        label=_("Hva betyr meldingen for undersøkelsen som pågår?"), rows=4,
        help_text=_("Er det noe nytt som skal undersøkes? Haster noe mer nå?"),
        error_messages={"required": _("Skriv hva meldingen betyr for undersøkelsen.")},
    )  # fmt: skip


class PlanForm(DsForm):
    """The investigation plan (bvl § 2-2 (3), D13): as wide as needed, and no wider."""

    questions = long_text(
        label=_("Hva skal undersøkelsen svare på?"), rows=5,
        help_text=_("Barnets helhetlige omsorgssituasjon, men ikke mer enn meldingen gir grunn til."),
        error_messages={"required": _("Skriv hvilke spørsmål undersøkelsen skal svare på.")},
    )  # fmt: skip
    sources = long_text(
        label=_("Hvem skal dere spørre, og om hva?"), rows=3, required=False,
        help_text=_("Foreldrene først, når det er trygt. Skole, helsestasjon og lege får bare vite det de må."),
    )  # fmt: skip
    talks = long_text(
        label=_("Samtaler med barnet"), rows=3, required=False,
        help_text=_("Alene eller med en tillitsperson, og hva barnet får vite på forhånd. Foreldrene kan be om å få lese dette."),
    )  # fmt: skip
    home_visit = long_text(label=_("Hjemmebesøk"), rows=2, required=False)
    timetable = long_text(
        label=_("Tidsplan"), rows=3, required=False,
        help_text=_("Hva skal være gjort til når, fram mot fristen. Det som har en dag og en ansvarlig, legger du som rader."),
    )  # fmt: skip
    untold = long_text(
        label=_("Det foreldrene ikke skal vite ennå"), rows=2, required=False,
        help_text=_("For eksempel en samtale på skolen. Dette står ikke i noen utgave foreldrene får."),
    )  # fmt: skip


class ExtendForm(DsForm):
    """Special reasons, and a new day within six months in total (bvl § 2-2 (2), D12)."""

    special_reasons = long_text(
        label=_("Hvilke særlige grunner gjør at undersøkelsen må utvides?"), rows=4,
        help_text=_("Familien skal få vite dette. Stor arbeidsmengde er ikke en særlig grunn."),
        error_messages={"required": _("Skriv hvilke særlige grunner som gjør at undersøkelsen må utvides.")},
    )  # fmt: skip
    new_due = DateField(label=_("Ny frist"))

    def __init__(self, *args: Any, latest: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_due"].initial = latest
