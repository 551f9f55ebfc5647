"""A provider, its agreement, and that somebody of theirs has shown a police certificate."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from oppvekst.domain.measures.desk.forms.catalogue import line, number
from oppvekst.domain.measures.models import Provider, WorkerCertificate
from oppvekst.domain.measures.rules.offers import WORDS
from oppvekst.domain.measures.rules.providers import Kind, Shown, Terms
from oppvekst.ground.web.forms import DateField, DsForm, PhoneField, long_text, radios


def _capital(pairs: Any) -> list[tuple[str, str]]:
    return [(key, f"{name[0].upper()}{name[1:]}") for key, name in pairs]


class ProviderForm(DsForm):
    """Who gives the help."""

    name = line("Hva heter leverandøren?")
    whose = radios(_capital(Provider.WHOSE), label="Hvem er det?")
    organisation_number = line("Organisasjonsnummer", required=False, max_length=11)
    contact_person = line("Kontaktperson", required=False)
    phone = PhoneField(label="Telefon", required=False)
    about = long_text(label="Om leverandøren", rows=3, required=False, max_length=WORDS)
    valid_from = DateField(label="Brukes fra")
    valid_to = DateField(label="Til og med", required=False, help_text="Settes når dere slutter å bruke leverandøren.")


class AgreementForm(DsForm):
    """A framework agreement."""

    title = line("Hva gjelder avtalen?")
    reference = line("Saksnummer i arkivet", required=False)
    valid_from = DateField(label="Gjelder fra")
    valid_to = DateField(label="Til og med", help_text="Uten opsjonene som ikke er brukt.")
    options = number("Opsjoner som er igjen", most=9)
    option_months = number("Måneder i hver opsjon", most=60)
    capacity = number("Plasser i alt", help_text="La stå tomt når avtalen ikke har noe tak.")
    prices = long_text(label="Priser", rows=3, required=False, max_length=WORDS)
    call_off = long_text(label="Slik avroper vi", rows=3, required=False, max_length=WORDS)

    def terms(self) -> Terms:
        """What was written, in the room's own words."""
        given = self.cleaned_data
        counts = {"options": given["options"] or 0, "option_months": given["option_months"] or 0}
        return Terms(**given | counts)


class CloseAgreementForm(DsForm):
    """What comes after an agreement."""

    words = long_text(
        label="Hva kommer etter avtalen?", rows=3, max_length=WORDS,
        help_text="For eksempel at den er lyst ut på nytt, eller at vi gir hjelpen selv.",
        error_messages={"required": "Skriv hva som kommer etter avtalen."},
    )  # fmt: skip


class CertificateForm(DsForm):
    """That a certificate was shown: never a copy of it, nor what it says."""

    worker_name = line("Hvem viste attesten?")
    task = line("Oppdrag", required=False)
    kind = radios(
        _capital(WorkerCertificate.KINDS), label="Hvilken attest?",
        help_text="Sover barn hos dem, skal den være uttømmende og utvidet.",
    )  # fmt: skip
    issued_on = DateField(label="Utstedt", help_text="Den kan ikke være eldre enn tre måneder når den vises.")
    shown_on = DateField(label="Vist")
    kept_where = line("Hvor er den låst inn?", help_text="Attesten selv legges aldri i en sak, og ingen kopi tas.")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shown_on"].not_after = today  # type: ignore[attr-defined]

    def shown(self) -> Shown:
        """What was written, in the room's own words."""
        return Shown(**self.cleaned_data | {"kind": Kind(self.cleaned_data["kind"])})


class EndCertificateForm(DsForm):
    """Somebody has left the task, and the paper is gone."""

    shredded = forms.BooleanField(
        label="Attesten er makulert", required=False
    )  # what is lacking is the action's to say
