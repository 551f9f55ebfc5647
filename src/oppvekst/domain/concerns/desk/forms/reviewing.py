"""Immediate help first, then whose it is, then what is unclear, and what a family may not read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.desk.pointing import Paragraph
from oppvekst.ground.web.forms import Checks, Choice, DsForm, YesNo, long_text

ASKED = [("reporter", _("Den som meldte")), ("parents", _("Foreldrene")), ("child", _("Barnet"))]
PREVIEW_WORDS = 18


class AssessForm(DsForm):
    """The mandatory question (bvl § 2-1 (1) third sentence)."""

    needed = YesNo(
        label=_("Trenger barnet hjelp med en gang?"), yes=_("Ja, samme dag"), no=_("Nei, innen fristen"),
        error_messages={"required": _("Velg om barnet trenger hjelp med en gang.")},
    )  # fmt: skip
    reasons = long_text(
        label=_("Kort begrunnelse"), rows=1, error_messages={"required": _("Skriv kort hva vurderingen bygger på.")}
    )


class AssignForm(DsForm):
    """Which colleague gets it."""

    staff = forms.TypedChoiceField(label=_("Hvem skal gå gjennom den?"), coerce=UUID, choices=())

    def __init__(self, *args: Any, colleagues: Sequence[tuple[UUID, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff"].choices = [("", _("Velg en kollega")), *((str(key), name) for key, name in colleagues)]  # type: ignore[attr-defined]


class ClarifyForm(DsForm):
    """Only the reporter and the family may be asked before an investigation is open (bvl §§ 2-2, 13-4)."""

    whom = Checks(ASKED, label=_("Hvem vil du snakke med?"))
    notes = long_text(label=_("Hva vil du ha avklart?"), rows=3)

    def words(self) -> str:
        """Whom and what, as the journal tells it."""
        people = ", ".join(str(label).lower() for key, label in ASKED if key in self.cleaned_data["whom"])
        return capfirst(f"{people}: {self.cleaned_data['notes']}")


class ClarifiedForm(DsForm):
    """What was learnt, if anything."""

    notes = long_text(
        label=_("Hva fikk du vite?"),
        rows=4,
        required=False,
        help_text=_("La feltet stå tomt om det ikke kom fram noe nytt."),
    )


class MaskForm(DsForm):
    """Paragraphs that the family may not read, and why."""

    passages = Checks([], label=_("Hvilke avsnitt?"), error_messages={"required": _("Velg minst ett avsnitt.")})
    reasons = long_text(
        label=_("Hvorfor kan ikke familien lese dette?"), rows=2,
        help_text=_("For eksempel at det røper hvem som meldte, eller gjelder et annet barn."),
        error_messages={"required": _("Skriv hvorfor familien ikke kan lese dette.")},
    )  # fmt: skip

    def __init__(self, *args: Any, shown: Sequence[Paragraph] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        short = [
            (str(one.passage.id), Choice(Truncator(one.passage.text).words(PREVIEW_WORDS), one.look)) for one in shown
        ]
        self.fields["passages"].choices = short  # type: ignore[attr-defined]


class SettleForm(DsForm):
    """What a person did with a message that could not be read."""

    outcome = long_text(
        label=_("Hva gjorde du med meldingen?"), rows=2,
        help_text=_("For eksempel: Ringte skolen, som sendte den på nytt. Eller: Registrert for hånd som M-2026-0412."),
        error_messages={"required": _("Skriv hva du gjorde med meldingen.")},
    )  # fmt: skip
