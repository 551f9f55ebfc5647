"""Forms of a talk with the child: short enough for a phone in the school corridor, and nothing but the day must be there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django import forms

from oppvekst.domain.investigations.models import ChildTalk
from oppvekst.domain.investigations.queries import counted
from oppvekst.domain.investigations.rules import ANSWERS, INTERPRETERS, NO_INTERPRETER, PARTICIPATIONS
from oppvekst.ground.web.forms import (
    Checks,
    Choice,
    DateField,
    DsForm,
    TimeField,
    YesNo,
    long_text,
    oslo_moment,
    radios,
)
from oppvekst.law.calendar import OSLO

TOLD = (
    ("told_purpose", "hva ordene kan brukes til"),
    ("told_readers", "hvem som kan lese dem, også at foreldrene kan få det"),
    ("told_voluntary", "at det er frivillig å snakke med oss"),
)
GROUPS = (
    ("Det barnet sa og viste", ("words", "shown", "heard_about")),
    ("Når, hvor og hvem", ("held_on", "held_clock", "place", "alone", "present", "trusted_person_id", "interpreter", "language",
                           "interpreter_reasons")),
    ("Det barnet fikk vite først", ("told", "understood_how")),
    ("Foreldrene", ("parents_told", "parents_reasons", "hidden_from_parents", "wish")),
    ("Vår egen tolkning", ("our_reading",)),
)  # fmt: skip


class TalkForm(DsForm):
    """What is written of a talk. The child's words come first; our own reading is a field of its own, last."""

    follows = {
        "present": ("alone", "no"),
        "language": ("interpreter", "qualified|unqualified"),
        "interpreter_reasons": ("interpreter", "unqualified"),
        "parents_reasons": ("parents_told", "no"),
    }
    words = long_text(
        label="Barnets egne ord", rows=6, required=False,
        help_text="Skriv dem slik barnet sa dem. Det du selv tenker, har en egen plass nederst.",
    )  # fmt: skip
    shown = long_text(label="Det barnet viste, tegnet eller lekte", rows=2, required=False)
    heard_about = long_text(label="Hva ble barnet hørt om?", rows=2, required=False)
    held_on = DateField(label="Hvilken dag?")
    held_clock = TimeField(label="Klokka")
    place = forms.CharField(
        label="Hvor?", required=False, max_length=200, help_text="For eksempel grupperommet på skolen."
    )
    alone = YesNo(label="Var du alene med barnet?", required=False)
    present = forms.CharField(label="Hvem andre var der?", required=False, max_length=400)
    trusted_person_id = forms.TypedChoiceField(
        label="Tillitsperson", coerce=UUID, empty_value=None, required=False, choices=()
    )
    interpreter = radios(INTERPRETERS.items(), label="Ble det tolket?", required=False)
    language = forms.CharField(label="Språk det ble tolket til", required=False, max_length=100)
    interpreter_reasons = long_text(label="Hvorfor ikke kvalifisert tolk?", rows=2, required=False)
    told = Checks(TOLD, label="Før samtalen fikk barnet vite", required=False)
    understood_how = long_text(label="Hvordan vet du at barnet forsto det?", rows=2, required=False)
    parents_told = YesNo(label="Visste foreldrene om samtalen på forhånd?", required=False)
    parents_reasons = long_text(
        label="Hvorfor ikke?", rows=2, required=False,
        help_text="Barnet kan snakke med oss uten at foreldrene samtykker eller får vite det på forhånd (§ 1-4).",
    )  # fmt: skip
    hidden_from_parents = forms.BooleanField(
        label="Skal ikke stå i kalendere, bookinger eller planer foreldrene ser", required=False
    )
    wish = long_text(
        label="Hva sier barnet om hvem som kan lese dette?", rows=2, required=False,
        help_text="Barnet skal spørres. Vi bestemmer, og barnets syn blir veid.",
    )  # fmt: skip
    our_reading = long_text(label="Hva tenker du selv om det barnet sa?", rows=3, required=False)

    def __init__(self, *args: Any, trusted: Sequence[tuple[UUID, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["trusted_person_id"]
        field.choices = [("", "Ingen"), *((str(key), name) for key, name in trusted)]
        if not trusted:
            del self.fields["trusted_person_id"]

    def groups(self) -> list[tuple[str, list[Any]]]:
        """The fields under their headings, in the order one remembers them."""
        return [(title, [self[name] for name in names if name in self.fields]) for title, names in GROUPS]

    def said(self) -> dict[str, Any]:
        """What was written, as the act takes it."""
        found = dict(self.cleaned_data)
        day, clock, told = found.pop("held_on"), found.pop("held_clock"), found.pop("told")
        alone = found.pop("alone")
        return {
            **found, "held_at": oslo_moment(day, clock), **{name: name in told for name, _label in TOLD},
            "alone": True if alone is None else alone, "interpreter": found["interpreter"] or NO_INTERPRETER,
        }  # fmt: skip


def new_talk(now: datetime) -> dict[str, Any]:
    """What stands there before anything is written: it was just now, alone, and the parents see nothing of it."""
    here = now.astimezone(OSLO)
    return {
        "held_on": here.date(), "held_clock": time(here.hour, here.minute), "hidden_from_parents": True,
        "interpreter": NO_INTERPRETER,
    }  # fmt: skip


def written_talk(talk: ChildTalk) -> dict[str, Any]:
    """What is written of a talk, to be written on."""
    words, here = counted(talk), talk.held_at.astimezone(OSLO)
    kept = {name: getattr(talk, name) for name in TalkForm.base_fields if hasattr(talk, name)}
    return {
        **kept, "words": words.text if words else "", "held_on": here.date(), "held_clock": time(here.hour, here.minute),
        "told": [name for name, _label in TOLD if getattr(talk, name)],
        "trusted_person_id": str(talk.trusted_person_id) if talk.trusted_person_id else "",
    }  # fmt: skip


class ReadBackForm(DsForm):
    """What the child answered when the words were read aloud. Afterwards they stand."""

    follows = {"corrected": ("agreement", "corrected")}
    agreement = radios(
        [(key, Choice(told)) for key, told in ANSWERS.items()], label="Hva sier barnet til det vi skrev?",
        error_messages={"required": "Velg hva barnet svarte, eller at det ikke er spurt."},
    )  # fmt: skip
    corrected = long_text(label="Ordene slik barnet vil ha dem", rows=5, required=False)
    agreement_reasons = long_text(
        label="Mer om svaret", rows=2, required=False,
        help_text="Er barnet uenig, så skriv i hva. Er det ikke spurt, så skriv hvorfor.",
    )  # fmt: skip


class BesideForm(DsForm):
    """Our own reading, and what the child says of who may read."""

    our_reading = long_text(label="Hva tenker du selv om det barnet sa?", rows=4, required=False)
    wish = long_text(
        label="Hva sier barnet om hvem som kan lese dette?", rows=3, required=False,
        help_text="Barnet skal spørres. Det kan ikke nekte, men synet skal veies.",
    )  # fmt: skip


class WeighForm(DsForm):
    """The weight the child's view is given, by age and maturity and against what."""

    weight = long_text(
        label="Hvilken vekt får barnets mening, og hva er den veid mot?", rows=5,
        help_text="Etter alder og modenhet. Skriv slik at barnet kan lese det.",
        error_messages={"required": "Skriv hvilken vekt barnets mening får, og hva den er veid mot."},
    )  # fmt: skip


class KeepBackForm(DsForm):
    """What the parents do not see for now, why, how the child's view is weighed, and when it is looked at again."""

    what = forms.CharField(
        label="Hva holdes tilbake?", max_length=200, help_text="For eksempel «Tegningen».",
        error_messages={"required": "Skriv hva som holdes tilbake, for eksempel «Tegningen»."},
    )  # fmt: skip
    document_id = forms.TypedChoiceField(
        label="Dokumentet det gjelder", coerce=UUID, empty_value=None, required=False, choices=()
    )
    words_too = forms.BooleanField(label="Også barnets ord holdes tilbake", required=False)
    reasons = long_text(
        label="Hvilken fare eller skade er det for noen at foreldrene ser det?", rows=3,
        error_messages={"required": "Skriv hvilken fare eller skade det er for noen at foreldrene ser det."},
    )  # fmt: skip
    weighed_wish = long_text(
        label="Hva mener barnet, og hvordan er det veid?", rows=2,
        error_messages={"required": "Skriv hva barnet mener, og hvordan det er veid."},
    )  # fmt: skip
    review_on = DateField(label="Når vurderes det på nytt?")

    def __init__(self, *args: Any, documents: Sequence[tuple[UUID, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["document_id"]
        field.choices = [("", "Ikke noe dokument"), *((str(key), title) for key, title in documents)]


class KeepOnForm(DsForm):
    """Looked at again, and kept."""

    reasons = long_text(
        label="Hvorfor fortsatt?", rows=2, error_messages={"required": "Skriv hvorfor det fortsatt holdes tilbake."}
    )
    review_on = DateField(label="Når vurderes det neste gang?")


class LetGoForm(DsForm):
    """No longer kept from the parents."""

    reasons = long_text(
        label="Hvorfor ikke lenger?",
        rows=2,
        error_messages={"required": "Skriv hvorfor det ikke lenger skal holdes tilbake."},
    )


class TrustedForm(DsForm):
    """Whom the child wants to have there, and what must be in place."""

    name = forms.CharField(
        label="Hvem vil barnet ha med seg?",
        max_length=200,
        error_messages={"required": "Skriv hvem barnet vil ha med seg."},
    )
    relation = forms.CharField(
        label="Hvem er det for barnet?", required=False, max_length=200, help_text="For eksempel trener eller tante."
    )
    is_parent = YesNo(
        label="Er det en av barnets foreldre?", error_messages={"required": "Svar på om det er en av foreldrene."}
    )
    born_on = DateField(
        label="Født", birthday=True,
        error_messages={"required": "Skriv fødselsdatoen. En tillitsperson må ha fylt 18 år."},
    )  # fmt: skip
    chosen_by_child = forms.BooleanField(label="Barnet har selv valgt", required=False)
    confidentiality_on = DateField(
        label="Skrev under på taushetsplikt",
        error_messages={"required": "Tillitspersonen må skrive under på taushetsplikten først. Skriv dagen."},
    )  # fmt: skip
    certificate_on = DateField(
        label="Barneomsorgsattest sett",
        required=False,
        help_text="Legg ikke attesten i saken. Her står bare at den er sett.",
    )
    acute = forms.BooleanField(label="Det haster, og attesten kommer etterpå", required=False)
    role_told = forms.BooleanField(label="Har fått vite hva rollen er og ikke er", required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("born_on", "confidentiality_on", "certificate_on"):
            self.fields[name].not_after = today  # type: ignore[attr-defined]


class CertificateForm(DsForm):
    """The certificate that could not be waited for."""

    certificate_on = DateField(label="Når så du barneomsorgsattesten?")


class ParticipationForm(DsForm):
    """How the child took part, by the register's code."""

    code = radios(
        (), label="Hvordan har barnet medvirket?", error_messages={"required": "Velg hvordan barnet har medvirket."}
    )
    reasons = long_text(
        label="Begrunnelse", rows=4, required=False,
        help_text="Skriv hvordan, eller hvorfor barnet ikke er hørt. Bare ved samtale kan feltet stå tomt.",
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["code"]
        field.choices = [(code.code, f"{code.text} ({code.code})") for code in PARTICIPATIONS.on(today)]
