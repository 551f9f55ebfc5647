"""Forms of a protected address: put on with its source, lifted by a decision, entrusted to a colleague by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.desk.forms import AccessForm
from oppvekst.domain.people.models import Shielding
from oppvekst.domain.people.rules import SHIELDS
from oppvekst.ground.web.forms import Choice, DateField, DsForm, long_text, radios


def _kind(kinds: Iterable[int], **about: Any) -> forms.ChoiceField:
    return radios([(kind, Choice(SHIELDS[kind].title, SHIELDS[kind].means[0])) for kind in kinds], **about)


class _OfKind(DsForm):
    """One of the kinds that can be chosen now."""

    def __init__(self, *args: Any, kinds: Sequence[int], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = [one for one in self.fields["kind"].choices if int(one[0]) in kinds]  # type: ignore[attr-defined]
        self.fields["kind"].choices = kept  # type: ignore[attr-defined]
        self.fields["police_told_on"].not_after = today  # type: ignore[attr-defined]

    def clean_kind(self) -> int:
        """As the rules count them."""
        return int(self.cleaned_data["kind"])


class ShieldForm(_OfKind):
    """A protection, with who decided it (bvl §§ 7-2 (3), 13-5 (3))."""

    kind = _kind(SHIELDS, label=_("Hva slags vern?"), error_messages={"required": _("Velg hva slags vern det er.")})
    source = radios(
        [(source.value, source.label.capitalize()) for source in Shielding.Source], label=_("Hvem har bestemt det?"),
        error_messages={"required": _("Velg hvem som har bestemt det.")},
    )  # fmt: skip
    words = long_text(
        label=_("Hvilket vedtak?"), rows=2, required=False,
        help_text=_("Nemndas saksnummer og dato. Skriv aldri adressen, skolen eller stedet her."),
    )  # fmt: skip
    decided_on = DateField(
        label=_("Gjelder fra"), error_messages={"required": _("Skriv hvilken dag vernet gjelder fra.")}
    )
    review_on = DateField(
        label=_("Vurderes igjen"), required=False, help_text=_("Må fylles ut når adressen er skjult for foreldrene.")
    )
    police_told_on = DateField(
        label=_("Politiet fikk vite det"), required=False,
        help_text=_("Må fylles ut når adressen er skjult for foreldrene (bvl § 13-5 tredje ledd)."),
    )  # fmt: skip


class UnshieldForm(_OfKind):
    """A protection taken off by a named decision."""

    kind = _kind(
        SHIELDS, label=_("Hvilket vern skal av?"), error_messages={"required": _("Velg hvilket vern som skal av.")}
    )
    words = long_text(
        label=_("Hvem har avgjort det, når, og hvorfor er det trygt?"), rows=3,
        error_messages={"required": _("Skriv hvem som har avgjort at vernet skal av, når, og hvorfor det er trygt.")},
    )  # fmt: skip
    police_told_on = DateField(
        label=_("Politiet fikk vite det"),
        required=False,
        help_text=_("Må fylles ut når adressen er skjult for foreldrene."),
    )


class EntrustForm(AccessForm):
    """A colleague who must know the address, and why."""

    words = long_text(
        label=_("Hvorfor må kollegaen kjenne adressen?"), rows=2,
        help_text=_("Skriv aldri adressen, skolen eller stedet her."),
        error_messages={"required": _("Skriv hvorfor kollegaen må kjenne adressen.")},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff"].label = _("Hvem skal betros adressen?")
        self.fields["staff"].error_messages["required"] = _("Velg hvem som skal betros adressen.")


class WithdrawForm(DsForm):
    """A colleague who no longer needs it."""

    trust = forms.TypedChoiceField(
        label=_("Hvem skal ikke lenger se adressen?"), coerce=UUID, choices=(),
        error_messages={"required": _("Velg hvem som ikke lenger skal se adressen.")},
    )  # fmt: skip
    words = long_text(
        label=_("Hvorfor?"),
        rows=2,
        error_messages={"required": _("Skriv hvorfor kollegaen ikke lenger trenger adressen.")},
    )

    def __init__(self, *args: Any, trusts: Sequence[tuple[UUID, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(key), name) for key, name in trusts]
        self.fields["trust"].choices = [("", _("Velg en kollega")), *named]  # type: ignore[attr-defined]


OF_ADDRESS: dict[str, Any] = {"vern": ShieldForm, "av": UnshieldForm, "betro": EntrustForm, "trekk": WithdrawForm}
