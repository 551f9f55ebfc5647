"""Forms of the case: a person in it, a colleague who needs it, the switch that holds letters back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.desk import spoken
from oppvekst.domain.cases.models import Disclosure, Party
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Person, Protection
from oppvekst.ground.access.models import Bar, Emergency
from oppvekst.ground.journal.models import Finding, Tie, Unusual
from oppvekst.ground.web.forms import Checks, Choice, DateField, DsForm, long_text, radios

NUMBER = {"inputmode": "numeric", "autocomplete": "off", "class": "op-short"}
NOBODY = "new"
UNSAID = {"yes": True, "no": False, "unknown": None}
OTHERS = [(part.value, part.label.capitalize()) for part in Party.Part if part is not Party.Part.CHILD]


def _yes_no_unknown(**about: Any) -> forms.ChoiceField:
    choices = [("yes", _("Ja")), ("no", _("Nei")), ("unknown", _("Ikke avklart"))]
    return radios(choices, side_by_side=True, initial="unknown", **about)


class PersonForm(DsForm):
    """Somebody in the child's life, with where we know it from (bvl §§ 12-2, 12-4)."""

    part = radios(OTHERS, side_by_side=True, label=_("Hvem er dette for barnet?"))
    given_name = forms.CharField(label=_("Fornavn"), widget=forms.TextInput(attrs={"autocomplete": "off"}))
    family_name = forms.CharField(
        label=_("Etternavn"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    birth_date = DateField(label=_("Født"), required=False)
    number = forms.CharField(
        label=_("Fødselsnummer eller D-nummer"), required=False, widget=forms.TextInput(attrs=NUMBER),
        help_text=_("Skriv hele nummeret hvis du har det. Har vi personen fra før, blir det den samme."),
    )  # fmt: skip
    parental_responsibility = _yes_no_unknown(label=_("Har foreldreansvar?"))
    lives_with_child = _yes_no_unknown(label=_("Bor barnet her?"))
    source = forms.CharField(
        label=_("Hvor vet vi det fra?"), help_text=_("For eksempel Folkeregisteret 22.11.2026, mor i møte, eller meldingen."),
        error_messages={"required": _("Skriv hvor opplysningene kommer fra. Andre skal kunne etterprøve dem.")},
    )  # fmt: skip
    lines = forms.CharField(label=_("Adresse"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    postal_code = forms.CharField(
        label=_("Postnummer"), required=False, max_length=10, widget=forms.TextInput(attrs={"class": "op-clock"})
    )
    place = forms.CharField(label=_("Poststed"), required=False, widget=forms.TextInput(attrs={"class": "op-short"}))
    protection = radios(
        [
            (Protection.NONE, _("Ingen beskyttelse")),
            (Protection.CONFIDENTIAL, Choice(_("Fortrolig"), _("Adressen er sperret i Folkeregisteret."))),
            (Protection.STRICT, Choice(_("Strengt fortrolig"), _("Bare de som er betrodd adressen, ser den."))),
            (Protection.HIDDEN, Choice(_("Skjult for barnets foreldre"), _("Etter vedtak i nemnda."))),
        ],
        label=_("Adressebeskyttelse"), initial=Protection.NONE,
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, namesakes: Sequence[Person] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["birth_date"].not_after = today  # type: ignore[attr-defined]
        if namesakes:
            self.fields["same"] = radios(
                [*((str(one.id), Choice(one.name, spoken.who(one))) for one in namesakes), (NOBODY, _("Nei, en annen person"))],
                label=_("Er det en av disse?"),
                error_messages={"required": _("Du har noen med dette navnet i sakene dine. Velg om det er samme person.")},
            )  # fmt: skip
            self.order_fields(["same"])

    def known(self) -> UUID | None:
        """The person it is, if it was said to be somebody we know."""
        same = self.cleaned_data.get("same", NOBODY)
        return UUID(same) if same != NOBODY else None

    def details(self) -> Details:
        """What is known, for the register of persons. Synthetic numbers are for demo and test alone."""
        said = self.cleaned_data
        return Details(
            given_name=said["given_name"], family_name=said["family_name"], birth_date=said["birth_date"], number=said["number"],
            address_lines=(said["lines"],) if said["lines"] else (), postal_code=said["postal_code"], place=said["place"],
            protection=int(said["protection"]), environment="test" if settings.DEMO else "production",
        )  # fmt: skip

    def answer(self, name: str) -> bool | None:
        """Yes, no, or not known."""
        return UNSAID[self.cleaned_data[name]]


class AccessForm(DsForm):
    """A colleague, and why she needs it."""

    staff = forms.TypedChoiceField(label=_("Hvem trenger saken?"), coerce=UUID, choices=())
    words = long_text(
        label=_("Hvorfor?"), rows=2, help_text=_("Begrunnelsen blir stående, og barnet og foreldrene kan få vite den."),
        error_messages={"required": _("Skriv hvorfor kollegaen trenger saken. Begrunnelsen blir stående.")},
    )  # fmt: skip

    def __init__(self, *args: Any, colleagues: Sequence[tuple[UUID, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(key), name) for key, name in colleagues]
        self.fields["staff"].choices = [("", _("Velg en kollega")), *named]  # type: ignore[attr-defined]


class ExtractForm(DsForm):
    """Who is told who has seen the case, about which days, and whether names are given."""

    party = forms.TypedChoiceField(label=_("Hvem skal få utdraget?"), coerce=UUID, choices=())
    since = DateField(label=_("Fra og med"))
    until = DateField(label=_("Til og med"))
    language = radios(
        [("nb", _("Bokmål")), ("nn", _("Nynorsk")), ("en", _("Engelsk"))],
        label=_("Språk i brevet"),
        initial="nb",
        side_by_side=True,
    )
    named = radios(
        [("no", Choice(_("Bare rollene"), _("Slik er det vanligvis."))),
         ("yes", Choice(_("Også navnene på de ansatte"), _("Lederen bestemmer det, og skriver hvorfor.")))],
        label=_("Hva skal stå om de ansatte?"), initial="no",
    )  # fmt: skip
    reasons = long_text(label=_("Hvorfor skal navnene gis?"), rows=2, required=False)
    follows: ClassVar[dict[str, tuple[str, str]]] = {"reasons": ("named", "yes")}

    def __init__(self, *args: Any, parties: Sequence[tuple[UUID, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].choices = [("", _("Velg")), *((str(key), name) for key, name in parties)]  # type: ignore[attr-defined]


class HandOutForm(DsForm):
    """How the extract was given."""

    how = forms.CharField(
        label=_("Hvordan er det gitt?"), help_text=_("For eksempel i hånden på kontoret, eller i brev til en trygg adresse."),
        error_messages={"required": _("Skriv hvordan det ble gitt, for eksempel «i hånden på kontoret».")},
    )  # fmt: skip


class FindingForm(DsForm):
    """What came of asking."""

    outcome = radios(Finding.Answer.choices, label=_("Hva kom du til?"), side_by_side=True)
    words = long_text(
        label=_("Forklaring, eller hva du gjør videre"), rows=2,
        error_messages={"required": _("Skriv hva forklaringen er, eller hva du gjør videre.")},
    )  # fmt: skip


class LookRuleForm(DsForm):
    """A limit of the service's own, from a date."""

    kind = forms.ChoiceField(label=_("Hvilken regel?"), choices=Unusual.choices)
    active = radios(
        [("yes", _("I bruk")), ("no", _("Ikke i bruk"))], label=_("Skal den brukes?"), initial="yes", side_by_side=True
    )
    amount = forms.IntegerField(
        label=_("Grense"), required=False, min_value=0, max_value=366, help_text=_("Tomt felt betyr som før."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "op-clock"}),
    )  # fmt: skip
    valid_from = DateField(label=_("Fra og med"))
    words = long_text(label=_("Hvorfor?"), rows=2, error_messages={"required": _("Skriv hvorfor grensen settes slik.")})


class TieForm(DsForm):
    """What ties a colleague to people outside work."""

    staff = forms.TypedChoiceField(label=_("Hvem?"), coerce=UUID, choices=())
    kind = radios(Tie.Kind.choices, label=_("Hva?"), side_by_side=True)
    value = forms.CharField(label=_("Gata eller etternavnet"), widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def __init__(self, *args: Any, staff: Sequence[tuple[UUID, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff"].choices = [("", _("Velg en ansatt")), *((str(key), name) for key, name in staff)]  # type: ignore[attr-defined]


class LooksForm(DsForm):
    """Whose looks, or at which case, and when."""

    sak = forms.CharField(
        label=_("Saksnummer"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "class": "op-short"}),
        help_text=_("For eksempel 2026-0012."),
    )  # fmt: skip
    ansatt = forms.TypedChoiceField(
        label=_("Eller en ansatt"), coerce=UUID, empty_value=None, choices=(), required=False
    )
    fra = DateField(label=_("Fra og med"), required=False, help_text=_("Tomt felt betyr de siste 30 dagene."))
    til = DateField(label=_("Til og med"), required=False)

    def __init__(self, *args: Any, staff: Sequence[tuple[UUID, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ansatt"].choices = [("", _("Velg en ansatt")), *((str(key), name) for key, name in staff)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One of the two: nobody reads all looks."""
        said: dict[str, Any] = super().clean() or {}
        if not self.errors and bool(said.get("sak")) == bool(said.get("ansatt")):
            self.add_error("sak", _("Skriv et saksnummer, eller velg en ansatt. Ikke begge."))
        return said


class _Looked(DsForm):
    """A day to look at it again, which lies ahead."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["review_on"].not_before = today + timedelta(days=1)  # type: ignore[attr-defined]


class HoldForm(_Looked):
    """Nothing may reach the parents until somebody lifts it (bvl §§ 1-3, 12-6)."""

    reasons = long_text(
        label=_("Hvorfor må ingenting nå foreldrene nå?"), rows=3,
        help_text=_("For eksempel mistanke om vold, og at politiet eller Statens barnehus ikke har snakket med barnet ennå."),
        error_messages={"required": _("Skriv hvorfor ingenting må nå foreldrene nå.")},
    )  # fmt: skip
    review_on = DateField(
        label=_("Når skal du vurdere den igjen?"), required=False, help_text=_("Tomt felt betyr innen en uke.")
    )


class ReviewForm(_Looked):
    """Kept, with a new day to look."""

    reasons = long_text(
        label=_("Hvorfor skal den stå?"),
        rows=2,
        error_messages={"required": _("Skriv hvorfor sperren fortsatt trengs.")},
    )
    review_on = DateField(label=_("Vurderes igjen"))


class LiftForm(DsForm):
    """Lifted, with the reason."""

    reasons = long_text(
        label=_("Hvorfor er det trygt nå?"), rows=3, error_messages={"required": _("Skriv hvorfor det nå er trygt.")}
    )


class EmergencyForm(DsForm):
    """Why first, and which case (bvl § 13-1; fvl §§ 7, 13 b)."""

    kind = radios(
        [(kind.value, kind.label.capitalize()) for kind in Emergency.Kind], label=_("Hvorfor haster det?"),
        error_messages={"required": _("Velg hvorfor det haster.")},
    )  # fmt: skip
    words = long_text(
        label=_("Hva har skjedd, og hva må du gjøre?"), rows=3,
        help_text=_("Lederen leser det neste arbeidsdag. Barnet og foreldrene kan få vite det."),
        error_messages={"required": _("Skriv hvorfor du må inn i saken nå. Lederen leser det.")},
    )  # fmt: skip
    case = forms.CharField(
        label=_("Saksnummer"), widget=forms.TextInput(attrs={"class": "op-short", "autocomplete": "off"}),
        help_text=_("For eksempel 2026-0012. Har du det ikke, ring lederen eller den som har saken."),
        error_messages={"required": _("Skriv saksnummeret.")},
    )  # fmt: skip
    cannot_wait = forms.BooleanField(
        label=_("Jeg er inhabil eller sperret fra saken, og gjør bare det som ikke kan vente uten skade (fvl § 7)"),
        required=False,
    )


class AsideForm(DsForm):
    """Disqualified, said by oneself (fvl § 8)."""

    words = long_text(
        label=_("Hvorfor er du inhabil?"), rows=2,
        help_text=_("Skriv hva slags bånd det er, for eksempel «fetter av far». Du trenger ikke skrive mer."),
        error_messages={"required": _("Skriv hvorfor du er inhabil.")},
    )  # fmt: skip


class BarForm(DsForm):
    """Somebody who shall not see the case, whatever else gives it to her (fvl §§ 6, 8)."""

    staff = forms.TypedChoiceField(label=_("Hvem skal ikke se saken?"), coerce=UUID, choices=())
    kind = radios(
        [
            (Bar.Kind.DISQUALIFIED, Choice(_("Inhabil"), _("I slekt, nær venn, eller på annen måte knyttet til noen i saken."))),
            (Bar.Kind.LOCKED, Choice(_("Låst for henne"), _("For eksempel en kollegas eget barn."))),
        ],
        label=_("Hva slags sperre?"), initial=Bar.Kind.DISQUALIFIED,
    )  # fmt: skip
    words = long_text(
        label=_("Hvorfor?"), rows=2, error_messages={"required": _("Skriv hvorfor. De som har saken, kan lese det.")}
    )

    def __init__(self, *args: Any, colleagues: Sequence[tuple[UUID, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(key), name) for key, name in colleagues]
        self.fields["staff"].choices = [("", _("Velg en kollega")), *named]  # type: ignore[attr-defined]


class LiftBarForm(DsForm):
    """A bar that is not needed any more."""

    words = long_text(
        label=_("Hvorfor trengs ikke sperren lenger?"), rows=2,
        error_messages={"required": _("Skriv hvorfor sperren ikke lenger trengs.")},
    )  # fmt: skip


class SubstituteForm(DsForm):
    """Who decides in the disqualified leader's place, and for which days (fvl § 9)."""

    name = forms.CharField(label=_("Hvem er oppnevnt?"), widget=forms.TextInput(attrs={"autocomplete": "off"}))
    subject = forms.CharField(
        label=_("Innloggingsnavn"), widget=forms.TextInput(attrs={"autocomplete": "off", "class": "op-short"}),
        help_text=_("Slik innloggingen kjenner henne. Hun logger inn som hjemme, og velger kommunen vår."),
    )  # fmt: skip
    since = DateField(label=_("Fra"))
    until = DateField(label=_("Til og med"))
    decision = forms.CharField(
        label=_("Hvem har oppnevnt, og når?"), help_text=_("For eksempel «Kommunedirektøren, brev 24.11.2026».")
    )


CONTENTS = (
    ("journal", _("Journalen")), ("concerns", _("Bekymringsmeldingene")), ("investigations", _("Undersøkelsene")),
    ("people", _("Mennesker i saken")), ("documents", _("Dokumentene")),
)  # fmt: skip


class DisclosureForm(DsForm):
    """What another body is given to read, by which right, and for how long (bvl §§ 12-9, 17-4)."""

    body = radios(
        [(body.value, body.label.capitalize()) for body in Disclosure.Body], label=_("Hvem har rett til innsyn?")
    )
    recipient = forms.CharField(
        label=_("Hvem der?"), help_text=_("Navnet på den som ba om det, og saksnummeret deres.")
    )
    ground = forms.CharField(
        label=_("Hjemmel"), widget=forms.TextInput(attrs={"class": "op-short"}),
        help_text=_("Paragrafen de viser til, for eksempel bvl § 17-4 (tilsyn) eller § 12-9 (klage)."),
    )  # fmt: skip
    reasons = long_text(label=_("Hvorfor får de det?"), rows=2)
    contents = Checks(CONTENTS, label=_("Hva inneholder settet?"))
    since = DateField(label=_("Fra"))
    until = DateField(label=_("Til og med"))


class ReceiptForm(DsForm):
    """They have it."""

    received_on = DateField(label=_("Mottatt"))
    receipt = forms.CharField(label=_("Hvem kvitterte, og hvordan?"))


class EndDisclosureForm(DsForm):
    """Over before its last day."""

    reasons = long_text(label=_("Hvorfor er det over, og hva er gjort med settet?"), rows=2)


class UninformedForm(_Looked):
    """A parent who for safety is not told (bvl § 12-2 second paragraph)."""

    person = forms.TypedChoiceField(label=_("Hvem skal ikke varsles?"), coerce=UUID, choices=())
    reasons = long_text(
        label=_("Hvorfor er det farlig eller umulig å varsle?"), rows=3,
        help_text=_("Forelderen med foreldreansvar skal ellers ha vite om alle vedtak."),
        error_messages={"required": _("Skriv hvorfor det er farlig eller umulig å varsle.")},
    )  # fmt: skip
    review_on = DateField(label=_("Når skal det vurderes igjen?"))

    def __init__(self, *args: Any, parents: Sequence[tuple[UUID, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(key), name) for key, name in parents]
        self.fields["person"].choices = [("", _("Velg en forelder")), *named]  # type: ignore[attr-defined]


class KeepUninformedForm(_Looked):
    """Kept, with a new day to look."""

    reasons = long_text(label=_("Hvorfor skal forelderen fortsatt ikke varsles?"), rows=2)
    review_on = DateField(label=_("Vurderes igjen"))
