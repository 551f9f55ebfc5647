"""Forms of the timeline: something that happened, a correction, and what is taken off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.actions import Told
from oppvekst.domain.cases.rules.line import SOURCES, THEMES
from oppvekst.domain.cases.rules.when import When, read
from oppvekst.ground.web.forms import DsForm, long_text, radios
from oppvekst.law.refusals import Incomplete


class HappeningForm(DsForm):
    """A fact, when, and where we know it from; apart from it, what the service makes of it (bvl § 12-4)."""

    when = forms.CharField(
        label=_("Når skjedde det?"), widget=forms.TextInput(attrs={"autocomplete": "off", "class": "op-short"}),
        help_text=_("For eksempel 3.11.2026, november 2024, våren 2024, omtrent 3.11.2024 eller 3.11.2026 til 10.11.2026."),
        error_messages={"required": _("Skriv når det skjedde, så nøyaktig du vet.")},
    )  # fmt: skip
    fact = long_text(
        label=_("Hva skjedde?"), rows=4, help_text=_("Bare det som ble sett, hørt eller skrevet. Vurderingen står for seg."),
        error_messages={"required": _("Skriv hva som skjedde, så konkret du kan.")},
    )  # fmt: skip
    source_kind = radios(
        [pair for pair in SOURCES.items() if pair[0] != "service"],
        label=_("Hva slags kilde er det?"),
        side_by_side=True,
    )
    source = forms.CharField(
        label=_("Hvem eller hva er kilden?"), widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("For eksempel «mormor i møte 3.11.2026», «brev fra BUP 12.10.2026» eller «hjemmebesøk, Kari Nesheim»."),
        error_messages={"required": _("Skriv hvem som har sagt det, eller hvor det står. Andre skal kunne etterprøve det.")},
    )  # fmt: skip
    document = forms.TypedChoiceField(
        label=_("Dokument i saken"), coerce=UUID, empty_value=None, choices=(), required=False
    )
    theme = forms.ChoiceField(label=_("Tema"), choices=[("", _("Ikke valgt")), *THEMES.items()], required=False)
    assessment = long_text(
        label=_("Tjenestens vurdering"), rows=3, required=False,
        help_text=_("Kommer bare med på utskriften til retten når du velger det."),
    )  # fmt: skip
    found: When

    def __init__(self, *args: Any, papers: Sequence[tuple[UUID, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].choices = [("", _("Ingen")), *((str(key), name) for key, name in papers)]  # type: ignore[attr-defined]
        if not papers:
            del self.fields["document"]

    def clean_when(self) -> str:
        """A time as people write it."""
        said: str = self.cleaned_data["when"]
        try:
            self.found = read(said)
        except Incomplete as refusal:
            raise forms.ValidationError(refusal.fields["when"]) from refusal
        return said

    def words(self) -> str:
        """Everything that was written, as one text."""
        return "\n".join(self.cleaned_data[name] for name in ("fact", "source", "assessment"))

    def told(self) -> Told:
        """What the act is told."""
        said = self.cleaned_data
        return Told(
            self.found, said["fact"], said["source_kind"], said["source"], said["assessment"], said["theme"],
            said.get("document"),
        )  # fmt: skip


class CorrectionForm(HappeningForm):
    """The same once more, and what was wrong."""

    because = long_text(
        label=_("Hva var feil?"), rows=2, help_text=_("Den gamle teksten blir stående bak, med denne forklaringen."),
        error_messages={"required": _("Skriv hva som var feil. Den gamle teksten blir stående bak.")},
    )  # fmt: skip


class WithdrawForm(DsForm):
    """Why it is taken off the timeline."""

    because = long_text(
        label=_("Hvorfor skal hendelsen bort fra tidslinja?"), rows=2,
        help_text=_("Teksten blir bevart, men står ikke på tidslinja eller på utskrifter."),
        error_messages={"required": _("Skriv hvorfor hendelsen tas bort. Teksten blir bevart.")},
    )  # fmt: skip
