"""Who writes, and how an answer can reach them without doing harm."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.portal.forms.step import NAME, StepForm, email, line
from oppvekst.domain.concerns.portal.forms.words import words
from oppvekst.domain.concerns.rules.codes import IN_PRIVATE, REPORTERS
from oppvekst.ground.web.forms import Choice, PhoneField, YesNo, radios
from oppvekst.law.identity import Kind, examine

# Codes of the register that no professional writes under: the child, the family, private persons, and nobody.
FAMILY = "family"
SAFE = _("Er det noe vi må passe på når vi tar kontakt?")
SAFE_HELP = _("For eksempel tider det ikke passer å ringe, eller at noen andre kan se telefonen eller posten din.")
NEEDS_NAME = _("Skriv navnet ditt. Vil du ikke si hvem du er, går du tilbake og velger å være anonym.")
INTERPRETER = _("Vi bruker en tolk med taushetsplikt, og det er gratis. Barn skal aldri tolke.")


class Knows(StepForm):
    """How a private person knows the child. Asked of the anonymous too, who may leave it."""

    question = "relation"

    relation = radios(
        [
            ("neighbour", _("Nabo")),
            ("friend", _("Venn eller bekjent av familien")),
            (FAMILY, _("I slekt med barnet")),
            ("activity", _("Trener, leder eller frivillig")),
            ("other", _("Noe annet")),
        ],
        required=False,
        label=_("Hvordan kjenner du barnet?"),
        help_text=_("Vil du ikke svare, går du bare videre."),
    )


class Place(StepForm):
    """An address in the shape of a letter."""

    street = line(_("Gateadresse"))
    postal_code = line(_("Postnummer"), most=10)
    postal_place = line(_("Poststed"), most=NAME)


class PrivatePerson(Place):
    """A private person who gives a name."""

    field_order = ["name", "phone", "email", "street", "postal_code", "postal_place", "safe"]
    folded = ((_("Vil du ha svar i posten?"), ("street", "postal_code", "postal_place")),)

    name = line(_("Navnet ditt"), most=NAME, required=True, error_messages={"required": NEEDS_NAME})
    phone = PhoneField(label=_("Telefon"), required=False)
    email = email()
    safe = line(SAFE, help_text=SAFE_HELP)


class Parent(Place):
    """A parent. The one who must not know is asked about before anything is sent (bvl § 12-2 (2))."""

    field_order = [
        "name",
        "phone",
        "email",
        "street",
        "postal_code",
        "postal_place",
        "safe",
        "other_may_know",
        "interpreter",
    ]
    folded = ((_("Vil du ha svar i posten?"), ("street", "postal_code", "postal_place")),)

    name = line(_("Navnet ditt"), most=NAME, required=True, error_messages={"required": NEEDS_NAME})
    phone = PhoneField(label=_("Telefon"), required=False)
    email = email()
    safe = line(SAFE, help_text=SAFE_HELP)
    other_may_know = YesNo(
        label=_("Er det trygt at den andre forelderen får vite nå at du har skrevet til oss?"),
        required=False,
        no=_("Nei, ikke nå"),
        help_text=_("Svarer du nei, holder vi det tilbake for den andre til vi har vurdert det."),
    )
    interpreter = line(_("Trenger du tolk? Hvilket språk?"), most=NAME, help_text=INTERPRETER)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not any(given.get(name) for name in ("phone", "email", "street", "safe")):
            self.add_error(
                "phone", _("Skriv et telefonnummer, en e-postadresse eller en adresse, så vi kan svare deg.")
            )
        return given


class Professional(Place):
    """Somebody who writes because of their work (bvl § 13-2): always with a name, a body and a way to be answered."""

    field_order = [
        "name",
        "role",
        "body",
        "code",
        "phone",
        "email",
        "street",
        "postal_code",
        "postal_place",
        "body_number",
    ]

    name = line(
        _("Navnet ditt"),
        most=NAME,
        required=True,
        error_messages={"required": _("Skriv navnet ditt. Den som melder gjennom jobben, kan ikke være anonym.")},
    )
    role = line(_("Stillingen din"), most=NAME, required=True)
    body = line(
        _("Arbeidsstedet ditt"),
        most=NAME,
        required=True,
        help_text=_("For eksempel navnet på skolen, barnehagen eller legekontoret."),
    )
    code = forms.ChoiceField(label=_("Hva slags tjeneste er det?"), choices=[])
    phone = PhoneField(label=_("Telefon der vi når deg"))
    email = email(help_text=_("Vi sender aldri noe om barnet på e-post."))
    street = line(_("Adressen til arbeidsstedet"), help_text=_("Hit sender vi tilbakemeldingen."))
    body_number = line(_("Organisasjonsnummer"), most=20)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, today=today, **kwargs)
        code = self.fields["code"]
        assert isinstance(code, forms.ChoiceField)
        valid = [(each.code, each.text) for each in REPORTERS.on(today) if each.code not in IN_PRIVATE]
        code.choices = [("", _("Velg")), *sorted(valid, key=lambda pair: pair[1])]

    def clean_body_number(self) -> str:
        number = "".join(str(self.cleaned_data["body_number"]).split())
        found = examine(number) if number else None
        if found and not (found.valid and found.kind is Kind.ORGNR):
            raise ValidationError(_("Et organisasjonsnummer har ni sifre. Rett nummeret, eller la feltet stå tomt."))
        return number


class FamilyKnows(StepForm):
    """Whether the family knows, and whether it is safe that they learn of it now (bvl § 12-6)."""

    family_knows = radios(
        [("yes", _("Ja")), ("no", _("Nei")), ("unknown", _("Vet ikke"))],
        side_by_side=True,
        label=_("Vet foreldrene at du melder?"),
    )
    family_words = words(_("Hvorfor, eller hvorfor ikke?"), rows=3)
    safe_now = radios(
        [
            ("yes", _("Ja")),
            (
                "no",
                Choice(
                    _("Nei, ikke nå"),
                    _(
                        "Ved mistanke om vold eller overgrep, for eksempel. Vi holder meldingen tilbake til vi har vurdert det."
                    ),
                ),
            ),
            ("unknown", _("Vet ikke")),
        ],
        label=_("Er det trygt for barnet at foreldrene får vite det nå?"),
    )


class Interpreter(StepForm):
    """Language and interpreter."""

    question = "interpreter"
    interpreter = line(_("Trenger familien tolk? Hvilket språk?"), most=NAME, help_text=INTERPRETER)


class SafeWay(StepForm):
    """How a child can be answered without anybody at home seeing it (bvl § 1-4)."""

    question = "way"
    PHONE, EMAIL = "phone", "email"
    NOT_REACHED = ("own", "none")
    ways = (
        ("school", Choice(_("På skolen"), _("For eksempel gjennom helsesykepleieren eller læreren din."))),
        ("adult", Choice(_("Gjennom en voksen jeg stoler på"))),
        (PHONE, Choice(_("Ring eller send melding til meg"), _("Bare hvis ingen andre ser telefonen din."))),
        ("own", Choice(_("Jeg tar kontakt selv"), _("Du får et nummer av oss som du kan bruke."))),
        ("none", _("Jeg vil ikke at dere tar kontakt med meg")),
    )
    follows = {"phone": ("way", PHONE)}

    way = radios(
        ways, label=_("Hvordan kan vi trygt nå deg?"), help_text=_("Vi sender aldri brev hjem, og vi ringer ikke hjem.")
    )
    phone = PhoneField(label=_("Telefonnummeret ditt"), required=False)
    when = line(
        _("Hvem kan vi snakke med, og når passer det?"), help_text=_("For eksempel «helsesykepleieren, i storefri».")
    )
    secret_from = line(_("Er det noen som ikke må få vite at du har skrevet?"))
    interpreter = line(_("Hvilket språk vil du helst snakke?"), most=NAME)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        lacking = given.get("way") in {self.PHONE, self.EMAIL} and not given.get(given["way"])
        if lacking and given["way"] not in self.errors:
            self.add_error(given["way"], _("Skriv hvor vi kan nå deg, eller velg en annen måte."))
        return given


class SafeWayForYouth(SafeWay):
    """The same for youth, who have e-mail of their own."""

    follows = {"phone": ("way", SafeWay.PHONE), "email": ("way", SafeWay.EMAIL)}
    field_order = ["way", "phone", "email", "when", "secret_from", "interpreter"]

    way = radios(
        [
            *SafeWay.ways[:3],
            (SafeWay.EMAIL, Choice(_("På e-post"), _("Bare hvis ingen andre kan lese e-posten din."))),
            *SafeWay.ways[3:],
        ],
        label=_("Hvordan kan vi trygt nå deg?"),
        help_text=_("Vi sender aldri brev hjem, og vi ringer ikke hjem."),
    )
    email = email()


class FriendsName(StepForm):
    """A child who writes about somebody else may leave its own name."""

    own_name = line(_("Hva heter du?"), most=NAME, help_text=_("Du bestemmer om du vil si det."))
    own_age = line(_("Hvor gammel er du?"), most=60)
