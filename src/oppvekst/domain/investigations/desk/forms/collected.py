"""Forms of what is collected: a note of what happened, whom is asked, what came back, an expert, the leader's own act."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.investigations.models import FieldNote, InformationRequest, LeaderAct
from oppvekst.domain.investigations.rules import EXEMPTIONS, GROUNDS, ORDER_CASES
from oppvekst.ground.web.forms import Choice, DateField, DsForm, TimeField, YesNo, long_text, oslo_moment, radios
from oppvekst.law.citation import Citation

type Documents = Sequence[tuple[UUID, str]]
PLAIN = {"autocomplete": "off"}
SHOWN = (
    (FieldNote.Shown.PARTIES, _("Partene kan få se det")),
    (FieldNote.Shown.NOT_YET, Choice(_("Foreldrene kan ikke få se det ennå"), _("For eksempel før et avhør."))),
    (
        FieldNote.Shown.ASSESS,
        Choice(_("Må vurderes før noen får se det"), _("For eksempel noe et barn eller en tredje person har sagt.")),
    ),
)
GROUND_CHOICES = [(key, Choice(said, law.words())) for key, (said, law) in GROUNDS.items()]
EXEMPT = [(key, Choice(said, source)) for key, (said, source) in EXEMPTIONS.items()]


def _named(documents: Documents) -> list[tuple[str, Any]]:
    return [("", _("Ikke noe dokument")), *((str(key), title) for key, title in documents)]


def _document(**about: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(coerce=UUID, empty_value=None, required=False, choices=(), **about)


class NoteForm(DsForm):
    """A visit, an observation or a talk: when, who, what we saw and heard, and apart from it what we think."""

    happened_on = DateField(label=_("Hvilken dag?"))
    happened_clock = TimeField(label=_("Klokka"))
    place = forms.CharField(label=_("Hvor?"), required=False, widget=forms.TextInput(attrs=PLAIN))
    present = forms.CharField(
        label=_("Hvem var der?"), widget=forms.TextInput(attrs=PLAIN),
        error_messages={"required": _("Skriv hvem som var der.")},
    )  # fmt: skip
    announced = YesNo(label=_("Var besøket avtalt på forhånd?"), yes=_("Avtalt"), no=_("Uanmeldt"))
    refused = forms.BooleanField(
        label=_("Vi slapp ikke inn"), required=False,
        help_text=_("Foreldrene kan ikke motsette seg hjemmebesøk nå. Bare lederen kan kreve bistand fra politiet."),
    )  # fmt: skip
    facts = long_text(
        label=_("Hva så og hørte dere?"), rows=6, help_text=_("Bare det som skjedde og ble sagt. Vurderingen kommer etterpå."),
        error_messages={"required": _("Skriv hva dere så og hørte.")},
    )  # fmt: skip
    assessment = long_text(label=_("Hva tenker dere om det?"), rows=4, required=False)
    source = forms.CharField(
        label=_("Kilde, når det er noe dere har fått fortalt"), required=False, widget=forms.TextInput(attrs=PLAIN)
    )
    shown = radios(SHOWN, label=_("Hvem kan få se dette?"), initial=FieldNote.Shown.PARTIES)
    shown_reasons = long_text(label=_("Hvorfor ikke alle?"), rows=2, required=False)

    def __init__(self, *args: Any, kind: str, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.fields["happened_on"].not_after = today  # type: ignore[attr-defined]
        if kind != FieldNote.Kind.HOME_VISIT:
            del self.fields["announced"], self.fields["refused"]

    def said(self) -> dict[str, Any]:
        """What was written, with the moment it happened."""
        told = {name: value for name, value in self.cleaned_data.items() if not name.startswith("happened_")}
        moment = oslo_moment(self.cleaned_data["happened_on"], self.cleaned_data["happened_clock"])
        return told | {"kind": self.kind, "happened_at": moment}


class AskForm(DsForm):
    """Whom, about what, on what ground, and what the family knows of it (bvl § 13-4)."""

    follows = {
        "consent_by": ("ground", "consent"), "consent_on": ("ground", "consent"), "consent_written": ("ground", "consent"),
        "order_case": ("ground", "order"), "averts": ("ground", "order"),
    }  # fmt: skip
    body = forms.CharField(
        label=_("Hvem spør dere?"), help_text=_("For eksempel Solvik skole ved rektor."), widget=forms.TextInput(attrs=PLAIN),
        error_messages={"required": _("Skriv hvem dere spør.")},
    )  # fmt: skip
    send_to = long_text(label=_("Adresse til brevet"), rows=2, required=False)
    about = long_text(
        label=_("Hva spør dere om?"), rows=4,
        help_text=_("Dette står i brevet. Spør bare om det dere trenger, og fortell ikke mer om familien enn dere må."),
        error_messages={"required": _("Skriv hva dere spør om.")},
    )  # fmt: skip
    ground = radios(GROUND_CHOICES, label=_("Hva gir dere lov til å spørre?"))
    consent_by = forms.CharField(
        label=_("Hvem har samtykket?"), required=False, widget=forms.TextInput(attrs=PLAIN),
        help_text=_("Den opplysningene gjelder, eller den som kan samtykke for barnet."),
    )  # fmt: skip
    consent_on = DateField(label=_("Når?"), required=False)
    consent_written = YesNo(label=_("Skriftlig?"), required=False, yes=_("Skriftlig"), no=_("Muntlig"))
    order_case = forms.ChoiceField(
        label=_("Hva slags sak gjelder pålegget?"), required=False,
        choices=[("", _("Velg")), *((key, f"§ {key}: {said}") for key, (said, _law) in ORDER_CASES.items())],
    )  # fmt: skip
    averts = forms.BooleanField(
        label=_("Pålegget er for å hindre at det blir sak om omsorgsovertakelse"), required=False,
        help_text=_("Kreves når saken er pålagte hjelpetiltak (§ 3-4)."),
    )  # fmt: skip
    told_on = DateField(label=_("Når fikk familien vite at dere spør?"), required=False)
    untold_reasons = long_text(
        label=_("Hvis de ikke vet det: hvorfor ikke?"), rows=2, required=False,
        help_text=_("Bare når det kan hindre hjelp til barnet at de får vite det nå."),
    )  # fmt: skip
    asked_on = DateField(label=_("Spurt eller mottatt"))
    due = DateField(label=_("Svar innen"), required=False)
    language = radios(
        [(value, label.capitalize()) for value, label in InformationRequest.Language.choices], side_by_side=True,
        label=_("Målform i brevet"), initial=InformationRequest.Language.BOKMAL,
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("consent_on", "told_on", "asked_on"):
            self.fields[name].not_after = today  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """What was written, as the act calls it."""
        told = dict(self.cleaned_data)
        told["address"] = told.pop("send_to")
        return told


class RemindForm(DsForm):
    """A new day for the answer."""

    due = DateField(label=_("Nytt svar innen"))


class AnsweredForm(DsForm):
    """The answer: a document of the case, or what was said."""

    answered_on = DateField(label=_("Når kom svaret?"))
    document_id = _document(
        label=_("Dokumentet"), help_text=_("Legg brevet inn i saken først, så kan du velge det her.")
    )
    answer = long_text(label=_("Hva sier svaret, i korte trekk?"), rows=4, required=False)

    def __init__(self, *args: Any, documents: Documents = (), today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document_id"].choices = _named(documents)  # type: ignore[attr-defined]
        self.fields["answered_on"].not_after = today  # type: ignore[attr-defined]


class ToldForm(DsForm):
    """The day the family was told."""

    told_on = DateField(label=_("Når fikk familien vite det?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["told_on"].not_after = today  # type: ignore[attr-defined]


class ExtensionToldForm(DsForm):
    """When the family was told of the extension, or why they are not told now."""

    told_on = DateField(label=_("Når fikk familien vite hvorfor, og til når?"), required=False)
    untold_reasons = long_text(label=_("Hvis de ikke får vite det nå: hvorfor ikke?"), rows=3, required=False)


class ExpertForm(DsForm):
    """Who, and what the expert is to answer."""

    expert = forms.CharField(
        label=_("Hvem er den sakkyndige?"), widget=forms.TextInput(attrs=PLAIN),
        error_messages={"required": _("Skriv hvem den sakkyndige er.")},
    )  # fmt: skip
    mandate = long_text(
        label=_("Mandat"), rows=6, help_text=_("Hva skal den sakkyndige svare på?"),
        error_messages={"required": _("Skriv hva den sakkyndige skal svare på.")},
    )  # fmt: skip


class ReceivedForm(DsForm):
    """The opinion came, and whether the commission must assess it."""

    received_on = DateField(label=_("Når kom rapporten?"))
    exemption = radios(
        [("", _("Ja, den skal til Barnesakkyndig kommisjon")), *EXEMPT],
        label=_("Skal kommisjonen vurdere den?"), required=False,
    )  # fmt: skip
    document_id = _document(label=_("Dokumentet"))

    def __init__(self, *args: Any, documents: Documents = (), today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document_id"].choices = _named(documents)  # type: ignore[attr-defined]
        self.fields["received_on"].not_after = today  # type: ignore[attr-defined]


class SentForm(DsForm):
    """The day it was sent."""

    sent_on = DateField(label=_("Når ble den sendt?"))


class RemarkForm(DsForm):
    """What the commission says."""

    remark_on = DateField(label=_("Når kom kommisjonens svar?"))
    remark = long_text(
        label=_("Hva sier kommisjonen?"), rows=4, help_text=_("Skriv det også når den ikke har merknader."),
        error_messages={"required": _("Skriv hva kommisjonen sier, også når den ikke har merknader.")},
    )  # fmt: skip


class LeaderForm(DsForm):
    """What the leader decides, and why."""

    kind = radios(
        [(value, label.capitalize()) for value, label in LeaderAct.Kind.choices], label=_("Hva bestemmer du?")
    )
    what = long_text(
        label=_("Hva skal gjøres, hvor og når?"),
        rows=3,
        error_messages={"required": _("Skriv hva som skal gjøres, hvor og når.")},
    )
    reasons = long_text(
        label=_("Hvorfor er det nødvendig?"),
        rows=4,
        error_messages={"required": _("Skriv hvorfor dette er nødvendig.")},
    )


class ReopenForm(DsForm):
    """That § 2-2 still is met, why, and that the parents are told today (bvl § 2-5 (3))."""

    reasons = long_text(
        label=_("Hvorfor er vilkårene i § 2-2 fortsatt oppfylt?"), rows=5,
        error_messages={"required": _("Skriv hvorfor vilkårene i § 2-2 fortsatt er oppfylt.")},
    )  # fmt: skip
    conditions_met = forms.BooleanField(label=_("Vilkårene i § 2-2 er fortsatt oppfylt"), required=False)
    parents_told = forms.BooleanField(
        label=_("Foreldrene får vite i dag at undersøkelsen åpnes igjen"), required=False,
        help_text=_("Uten det kan den ikke åpnes igjen."),
    )  # fmt: skip


def law_of(ground: str) -> Citation:
    """The section behind a ground, for the page that shows it."""
    return GROUNDS[ground][1]  # type: ignore[index]
