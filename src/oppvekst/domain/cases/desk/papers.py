"""Forms and words of the documents and of a party's access to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.actions import Asked, Said, Withheld
from oppvekst.domain.cases.models import Document, FileRequest, Handover, Rendition
from oppvekst.domain.cases.rules.insight import Ground
from oppvekst.ground.documents.kinds import KINDS, TAKEN
from oppvekst.ground.web.forms import Choice, DateField, DsForm, long_text, radios

KINDS_OF = [(kind.value, kind.label.capitalize()) for kind in Document.Kind]
SCANS = {
    Document.Scan.CLEAN: ("success", "checkmark-circle-fill"),
    Document.Scan.INFECTED: ("danger", "x-mark-octagon-fill"),
    Document.Scan.WAITING: ("neutral", "hourglass"),
    Document.Scan.UNSCANNED: ("neutral", "information-square-fill"),
}
OUTCOMES = {
    "": (_("Ikke avgjort"), "neutral", "hourglass"),
    "whole": (_("Gis helt"), "success", "checkmark-circle-fill"),
    "part": (_("Gis delvis"), "warning", "exclamationmark-triangle-fill"),
    "refused": (_("Avslås"), "danger", "x-mark-octagon-fill"),
}
KB = 1024


class _Several(forms.FileInput):
    allow_multiple_selected = True


class Files(forms.FileField):
    """One file or more."""

    widget = _Several

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each file by itself; what is wrong with one of them is told when it is put away."""
        sent = [one for one in data or [] if one] if isinstance(data, (list, tuple)) else [data] if data else []
        if not sent:
            raise forms.ValidationError(self.error_messages["required"])
        return sent


class DocumentForm(DsForm):
    """Documents to put into the case."""

    uploads = Files(
        label=_("Filer"), help_text=_("Velg én eller flere. Vi tar imot %(kinds)s.") % {"kinds": TAKEN},
        error_messages={"required": _("Velg filen som skal inn i saken.")},
    )  # fmt: skip
    kind = radios(KINDS_OF, side_by_side=True, label=_("Hva slags dokument er det?"), initial="received")
    dated = DateField(label=_("Mottatt, sendt eller skrevet"))
    counterpart = forms.CharField(
        label=_("Fra eller til"), required=False, max_length=200, help_text=_("For eksempel Solvik skole, eller mor."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    title = forms.CharField(
        label=_("Tittel"), required=False, max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Uten tittel brukes filnavnet. Velger du flere filer, får hver sitt filnavn."),
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dated"].not_after = today  # type: ignore[attr-defined]
        self.fields["dated"].initial = today

    def said(self) -> Said:
        """What was said of them."""
        given = self.cleaned_data
        title = given["title"] if len(given["uploads"]) == 1 else ""
        return Said(given["kind"], given["dated"], title=title, counterpart=given["counterpart"])


class WrongForm(DsForm):
    """Registered by mistake."""

    reasons = long_text(
        label=_("Hva er feil?"), rows=2,
        help_text=_("Dokumentet blir ikke slettet. Det står blant de feilregistrerte, med det du skriver."),
        error_messages={"required": _("Skriv hva som er feil. Dokumentet blir stående blant de feilregistrerte.")},
    )  # fmt: skip


class RequestForm(DsForm):
    """Somebody asks to see the file."""

    party = forms.ChoiceField(label=_("Hvem ber om innsyn?"), choices=())
    representative = forms.CharField(
        label=_("Ved representant"), required=False, max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Advokat, fullmektig eller verge som ber på vegne av parten."),
    )  # fmt: skip
    representative_is = forms.CharField(
        label=_("Representanten er"), required=False, max_length=100, help_text=_("For eksempel advokat med fullmakt.")
    )
    asked_on = DateField(label=_("Bedt om"))
    channel = radios(
        [(way.value, way.label.capitalize()) for way in FileRequest.Channel], side_by_side=True, label=_("Hvordan?"),
        initial=FileRequest.Channel.LETTER,
    )  # fmt: skip
    wanted = long_text(
        label=_("Hva bes det om?"), rows=2, help_text=_("For eksempel alle dokumenter, eller skolens uttalelse."),
        error_messages={"required": _("Skriv hva parten ber om å få se.")},
    )  # fmt: skip
    everything = radios(
        [
            ("yes", Choice(_("Alle dokumentene i saken"), _("Du går gjennom dem ett for ett."))),
            ("no", Choice(_("Noen av dem"), _("Du tar dem med i kravet etterpå."))),
        ],
        label=_("Hva gjelder kravet?"), initial="yes",
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, parties: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].choices = [("", _("Velg en part")), *parties]  # type: ignore[attr-defined]
        self.fields["asked_on"].not_after = today  # type: ignore[attr-defined]
        self.fields["asked_on"].initial = today

    def asked(self) -> Asked:
        """Who asks to see what."""
        given = self.cleaned_data
        names = ("party", "asked_on", "channel", "wanted", "representative", "representative_is")
        return Asked(**{name: given[name] for name in names})


class _Grounded(DsForm):
    """Something that needs a ground in the law."""

    def __init__(self, *args: Any, grounds: Sequence[Ground] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(ground.code, f"{ground.short}: {ground.title}") for ground in grounds]
        self.fields["ground"].choices = [("", _("Velg hjemmel")), *named]  # type: ignore[attr-defined]


class MarkForm(_Grounded):
    """Something the party may not see: words, a whole page, or a frame on it."""

    what = radios(
        [
            ("words", Choice(_("Ord"), _("Overalt i dokumentet der de står, også bøyd."))),
            ("frame", Choice(_("En ramme på siden"), _("Dra på siden, eller skriv tallene."))),
            ("page", _("Hele siden")),
        ],
        label=_("Hva skal unntas?"), initial="words",
    )  # fmt: skip
    words = forms.CharField(
        label=_("Ordene"), required=False, max_length=300, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    x0 = forms.FloatField(label=_("Venstre, %"), required=False, min_value=0, max_value=100)
    y0 = forms.FloatField(label=_("Topp, %"), required=False, min_value=0, max_value=100)
    x1 = forms.FloatField(label=_("Høyre, %"), required=False, min_value=0, max_value=100)
    y1 = forms.FloatField(label=_("Bunn, %"), required=False, min_value=0, max_value=100)
    ground = forms.ChoiceField(label=_("Hjemmel"), choices=())
    reasons = forms.CharField(
        label=_("Hvorfor gjelder den her?"), max_length=1000, help_text=_("Parten ser hjemmelen, ikke dette."),
        error_messages={"required": _("Skriv hvorfor grunnen gjelder her.")},
    )  # fmt: skip
    follows = {"words": ("what", "words"), **dict.fromkeys(("x0", "y0", "x1", "y1"), ("what", "frame"))}

    def withheld(self, page: int) -> Withheld:
        """What was marked on this page."""
        given = self.cleaned_data
        about = {"ground": given["ground"], "reasons": given["reasons"]}
        if given["what"] == "words":
            return Withheld(words=given["words"], **about)
        if given["what"] == "page":
            return Withheld(page=page, **about)
        sides = [(given[name] or 0) / 100 for name in ("x0", "y0", "x1", "y1")]
        return Withheld(page=page, frame=(sides[0], sides[1], sides[2], sides[3]), **about)


class DecideForm(_Grounded):
    """What the party gets of the document."""

    outcome = radios(
        [
            (Rendition.Outcome.WHOLE, _("Gis helt")),
            (Rendition.Outcome.PART, Choice(_("Gis delvis"), _("Uten det som er merket."))),
            (Rendition.Outcome.REFUSED, Choice(_("Avslås"), _("Parten får ikke se noe av dokumentet."))),
        ],
        label=_("Hva får parten?"),
    )  # fmt: skip
    ground = forms.ChoiceField(label=_("Hjemmel for avslaget"), choices=(), required=False)
    reasons = forms.CharField(label=_("Hvorfor gjelder den her?"), required=False, max_length=1000)
    called = forms.CharField(
        label=_("Slik omtales dokumentet i svaret"), required=False, max_length=200,
        help_text=_("Navnet må ikke si noe av det som er unntatt."), widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    not_confidential = forms.BooleanField(
        label=_("Jeg har sett gjennom det som gis, og ingenting i det er taushetsbelagt"), required=False
    )
    follows = {"ground": ("outcome", "refused"), "reasons": ("outcome", "refused")}

    def __init__(self, *args: Any, young: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not young:
            del self.fields["not_confidential"]


class GiveForm(DsForm):
    """Given: to whom, and how."""

    to = forms.CharField(
        label=_("Hvem fikk det?"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Skriv hvem som fikk dokumentene.")},
    )  # fmt: skip
    way = radios(
        [(way.value, way.label.capitalize()) for way in Handover.Way], side_by_side=True, label=_("Hvordan?"),
        initial=Handover.Way.PAPER,
    )  # fmt: skip
    withheld_too = forms.BooleanField(
        label=_("Representanten ba om å få det som er unntatt for parten (§ 12-6 andre ledd)"), required=False
    )

    def __init__(self, *args: Any, representative: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not representative:
            del self.fields["withheld_too"]


def size_in_words(size: int) -> str:
    """«240 kB», «3,1 MB»."""
    if size < KB * KB:
        return f"{max(1, round(size / KB))} kB"
    return f"{size / KB / KB:.1f} MB".replace(".", ",")


def told(document: Document) -> str:
    """A document in one line: what it is, from whom, how large."""
    of = (
        f" {'til' if document.kind == Document.Kind.SENT else 'fra'} {document.counterpart}"
        if document.counterpart
        else ""
    )
    version = f", versjon {document.version}" if document.version > 1 else ""
    kind = document.get_kind_display().capitalize()
    return f"{kind}{of}, {KINDS[document.form].title}, {size_in_words(document.size)}{version}"


def scan_tag(document: Document) -> dict[str, Any]:
    """What is known of viruses in it, told as it is."""
    colour, icon = SCANS[Document.Scan(document.scan)]
    return {"label": document.get_scan_display().capitalize(), "colour": colour, "icon": icon}


def outcome_tag(rendition: Rendition) -> dict[str, Any]:
    """How far a document has come in a request."""
    label, colour, icon = OUTCOMES[rendition.outcome]
    return {"label": label, "colour": colour, "icon": icon}
