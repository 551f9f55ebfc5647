"""Forms of closing a case, opening it again, and reading a closed one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from oppvekst.domain.cases.models import Closing
from oppvekst.ground.web.forms import DsForm, long_text, radios

TO_FAMILY = (
    "Vi har avsluttet saken deres hos oss. Dere får ikke lenger hjelp fra barneverntjenesten, "
    "og vi gjør ikke mer i saken nå."
)


class CloseForm(DsForm):
    """Why, for the journal, and what the family is told."""

    reasons = long_text(
        label="Hvorfor avsluttes saken?", rows=4, help_text="Står i barnets journal. Familien kan be om å få lese det.",
        error_messages={"required": "Skriv hvorfor saken avsluttes. Det står i journalen."},
    )  # fmt: skip
    to_family = long_text(
        label="Til familien", rows=5,
        help_text="Med vanlige ord. Står i brevet og på Min side. At de kan ta kontakt og be om innsyn, skriver vi for deg.",
        error_messages={"required": "Skriv til familien, med vanlige ord, at saken er avsluttet, og hvorfor."},
    )  # fmt: skip
    language = radios(
        [(key, said.capitalize()) for key, said in Closing.Language.choices], label="Målform i brevet", side_by_side=True,
        initial=Closing.Language.BOKMAL, error_messages={"required": "Velg målform."},
    )  # fmt: skip


class ReopenForm(DsForm):
    """Why it is opened again."""

    reasons = long_text(
        label="Hvorfor åpnes saken igjen?", rows=3, error_messages={"required": "Skriv hvorfor saken åpnes igjen."}
    )


class ReadForm(DsForm):
    """Which closed case, and why it must be read."""

    case_id = forms.UUIDField(
        label="Hvilken sak?", widget=forms.Select(),
        error_messages={"required": "Velg en sak.", "invalid": "Velg en av sakene som står her."},
    )  # fmt: skip
    words = long_text(
        label="Hvorfor må du se saken?", rows=3, help_text="Grunnen står i barnets journal, og saken er åpen for deg i ett døgn.",
        error_messages={"required": "Skriv hvorfor du må se saken. Grunnen blir stående i journalen."},
    )  # fmt: skip

    def __init__(self, *args: Any, cases: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [("", "Velg en sak"), *((str(key), said) for key, said in cases)]
        self.fields["case_id"].widget.choices = named
