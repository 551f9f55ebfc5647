"""A concern that came by phone, letter, visit, own observation or on the night's paper: one page, typed while listening."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.desk.forms.days import DayField
from oppvekst.domain.concerns.models import Concern, Enquiry
from oppvekst.domain.concerns.rules import REPORTERS, codes
from oppvekst.domain.concerns.rules.message import (
    CODES,
    TRIGGERS,
    Address,
    Anonymity,
    ConcernMessage,
    ReportedChild,
    Said,
    Sender,
    Who,
    Wish,
)
from oppvekst.ground.web.forms import (
    Checks,
    Choice,
    DsForm,
    PhoneField,
    TimeField,
    YesNo,
    long_text,
    oslo_moment,
    radios,
)

# Typed in within the hour counts as registered at once. Later, the concern says so: the limits run from receipt, and a
# reader must see why they began before it was written down.
AT_ONCE = timedelta(hours=1)
CHANNELS = [
    (Enquiry.Channel.PHONE, _("Telefon")), (Enquiry.Channel.LETTER, _("Brev eller papirskjema")),
    (Enquiry.Channel.VISIT, _("Oppmøte")), (Enquiry.Channel.OWN, _("Egen observasjon")),
    (Enquiry.Channel.NIGHT_PAPER, _("Nattskjema")),
]  # fmt: skip
PERSONS = {code: who for who, code in CODES.items() if who not in {Who.YOUTH, Who.PUBLIC}}
# Whoever has the duty only when doing public work is asked by the choice itself.
ON_OWN_ACCOUNT = "-privat"
POSTAL = re.compile(r"(?P<code>\d{4})\s+(?P<place>\D.*)")


def reporters(on: date) -> list[Any]:
    """Who sends concerns, in the register's words, the private ones first."""
    listed = [code for code in REPORTERS.on(on) if code.code != codes.ANONYMOUS]
    private = [(code.code, code.text) for code in listed if code.code in PERSONS]
    public = [(code.code, code.text) for code in listed if code.code not in PERSONS]
    freely = [
        (
            f"{code}{ON_OWN_ACCOUNT}",
            gettext("%(who)s, uten oppgave for det offentlige") % {"who": REPORTERS.get(code).text},
        )
        for code in codes.ASKED
    ]
    return [("", _("Velg")), (_("Privat"), private), (_("I kraft av stillingen"), public), (_("Andre"), freely)]


class RegisterForm(DsForm):
    """Everything about one sending but the children."""

    channel = radios(CHANNELS, label=_("Hvordan kom den?"), side_by_side=True)
    received_on = DayField(label=_("Kom inn, dato"))
    received_clock = TimeField(label=_("Klokka"))

    who = forms.ChoiceField(label=_("Hvem melder?"), choices=())
    anonymity = radios(
        [
            (Anonymity.NAMED, _("Navnet kan gis til familien")),
            (Anonymity.SERVICE_ONLY, _("Navnet er bare for tjenesten")),
            (Anonymity.ANONYMOUS, Choice(_("Anonym"), _("Navn, telefon og adresse blir ikke lagret."))),
        ],
        label=_("Hvem kan få vite hvem som meldte?"), initial=Anonymity.NAMED,
    )  # fmt: skip
    name = forms.CharField(label=_("Navn"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    role = forms.CharField(label=_("Stilling"), required=False)
    body = forms.CharField(label=_("Arbeidssted"), required=False)
    phone = PhoneField(label=_("Telefon"), required=False)
    email = forms.EmailField(label=_("E-post"), required=False)
    address = long_text(label=_("Adresse"), rows=2, required=False)
    relation = forms.CharField(label=_("Kjenner barnet som"), required=False)
    safe_way = forms.CharField(
        label=_("Hvordan kan vi trygt svare barnet?"), required=False,
        help_text=_("For eksempel gjennom helsesykepleier klokka 11.30. Aldri brev hjem."),
    )  # fmt: skip

    words = long_text(
        label=_("Hva er sagt?"), rows=8, help_text=_("Så nær melderens egne ord som mulig. Tom linje gir nytt avsnitt."),
        error_messages={"required": _("Skriv hva meldingen handler om. Noen få ord er nok.")},
    )  # fmt: skip
    child_words = long_text(label=_("Barnets egne ord"), rows=2, required=False)
    done = long_text(label=_("Hva er gjort til nå?"), rows=2, required=False)
    danger = radios(
        [(value, label.capitalize()) for value, label in Concern.Danger.choices],
        label=_("Er barnet i fare nå, etter melders syn?"),
        side_by_side=True, initial=Concern.Danger.UNKNOWN,
    )  # fmt: skip
    triggers = Checks(TRIGGERS.items(), label=_("Grunner til meldeplikt"), required=False)
    guardians = long_text(label=_("Foreldre og andre voksne"), rows=2, required=False, help_text=_("Én på hver linje."))
    other_bodies = forms.CharField(label=_("Andre som er involvert"), required=False)
    interpreter = forms.CharField(label=_("Tolk, språk"), required=False)
    wish = radios(
        [
            (Wish.WORRY, _("En bekymring")),
            (Wish.HELP, Choice(_("En søknad om hjelp"), _("Fra barnet eller foreldrene. Den besvares med vedtak."))),
            (Wish.BOTH, _("Begge deler")),
        ],
        label=_("Hva er det?"), required=False,
    )  # fmt: skip
    help_wanted = long_text(label=_("Hva ber familien om hjelp til?"), rows=2, required=False)
    own_house = forms.ChoiceField(
        label=_("Gjelder den våre egne?"), required=False,
        choices=[("", _("Nei")), *((value, label.capitalize()) for value, label in Concern.OwnHouse.choices)],
        help_text=_("Da er det bare lederen som får se den."),
    )  # fmt: skip
    hold_back_asked = forms.BooleanField(
        label=_("Foreldrene må ikke få vite om den nå"), required=False,
        help_text=_("Mistanke om vold eller overgrep. Sperren settes på saken med en gang barnet er funnet."),
    )  # fmt: skip

    needed = YesNo(
        label=_("Trenger barnet hjelp med en gang?"), yes=_("Ja, samme dag"), no=_("Nei, innen fristen"),
        error_messages={"required": _("Velg om barnet trenger hjelp med en gang.")},
    )  # fmt: skip
    assessed = long_text(
        label=_("Kort begrunnelse"), rows=2, error_messages={"required": _("Skriv kort hva vurderingen bygger på.")}
    )
    assessed_by = forms.CharField(
        label=_("Hvem vurderte det om natta, og når?"), required=False, help_text=_("Slik det står på skjemaet.")
    )

    follows: ClassVar[dict[str, tuple[str, str]]] = {
        "safe_way": ("who", codes.CHILD),
        "assessed_by": ("channel", Enquiry.Channel.NIGHT_PAPER),
    }

    def __init__(self, *args: Any, at: datetime, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at
        self.fields["who"].choices = reporters(today)  # type: ignore[attr-defined]
        self.fields["received_on"].not_after = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The clock may not be ahead of us."""
        said = super().clean() or self.cleaned_data
        if said.get("received_on") and said.get("received_clock") and self.received_at() > self.at:
            self.add_error("received_clock", _("Klokkeslettet er ikke kommet ennå. Skriv når meldingen kom."))
        return said

    def received_at(self) -> datetime:
        """When it reached the service, to the minute."""
        return oslo_moment(self.cleaned_data["received_on"], self.cleaned_data["received_clock"])

    def entered_later(self) -> bool:
        """Whether it lay somewhere before it was typed in."""
        on_paper = self.cleaned_data["channel"] == Enquiry.Channel.NIGHT_PAPER
        return on_paper or self.at - self.received_at() > AT_ONCE

    def assessment(self) -> tuple[bool, str]:
        """Whether the child needs help at once, and why; and by whom when it was another who assessed it that night."""
        said = self.cleaned_data
        why = str(said["assessed"])
        if said["assessed_by"].strip():
            told = gettext("%(why)s (Vurdert av %(who)s, etter nattskjemaet.)")
            why = told % {"why": why, "who": said["assessed_by"]}
        return said["needed"], why

    def message(self, children: _ChildSet, *, clerk: str) -> ConcernMessage:
        """The sending in our own words; ``clerk`` stands as reporter of what she has seen herself."""
        said = self.cleaned_data
        return ConcernMessage(
            channel=said["channel"], sender=self._sender(clerk), children=tuple(children.reported()),
            said=tuple(self._said()), guardians=tuple(_guardians(said["guardians"])), danger=said["danger"],
            triggers=tuple(said["triggers"]), hold_back_asked=said["hold_back_asked"], own_house=said["own_house"],
            wish=Wish(said["wish"]) if said["wish"] else None, help_wanted=said["help_wanted"],
            interpreter=said["interpreter"], other_bodies=said["other_bodies"],
        )  # fmt: skip

    def _sender(self, clerk: str) -> Sender:
        said = self.cleaned_data
        code = said["who"].removesuffix(ON_OWN_ACCOUNT)
        private = said["who"].endswith(ON_OWN_ACCOUNT)
        who = Who.PRIVATE if private else PERSONS.get(code, Who.PUBLIC)
        place = _address(said["address"])
        return Sender(
            who=who, code=code, anonymity=Anonymity(said["anonymity"]), role=said["role"], phone=said["phone"],
            name=said["name"] or (clerk if who is Who.SERVICE else ""), email=said["email"], body=said["body"],
            address={} if who is Who.PUBLIC else place, body_address=place if who is Who.PUBLIC else {},
            relation=said["relation"], safe_way=said["safe_way"],
        )  # fmt: skip

    def _said(self) -> Iterator[Said]:
        for heading, name in (("worry", "words"), ("child", "child_words"), ("done", "done")):
            if self.cleaned_data[name].strip():
                yield Said(heading, self.cleaned_data[name])


class ChildRow(DsForm):
    """One child as the reporter knows it. Nothing is required: a description is enough to begin with."""

    name = forms.CharField(
        label=_("Navn eller beskrivelse"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    birth_date = DayField(label=_("Født"), required=False)
    age = forms.CharField(label=_("Eller alder"), required=False, widget=forms.TextInput(attrs={"class": "op-clock"}))
    number = forms.CharField(
        label=_("Fødselsnummer"),
        required=False,
        widget=forms.TextInput(attrs={"class": "op-short", "autocomplete": "off"}),
    )
    school = forms.CharField(label=_("Skole eller barnehage"), required=False)
    phone = PhoneField(label=_("Telefon"), required=False)
    address = long_text(label=_("Hvor bor barnet?"), rows=2, required=False)
    unborn = forms.BooleanField(label=_("Barnet er ikke født"), required=False)
    due_date = DayField(label=_("Termin"), required=False)
    family_knows = YesNo(label=_("Vet familien om meldingen?"), required=False)
    family_words = forms.CharField(label=_("Hvorfor, eller hvorfor ikke?"), required=False)

    follows: ClassVar[dict[str, tuple[str, str]]] = {"due_date": ("unborn", "on")}

    def reported(self) -> ReportedChild:
        """The child for the message."""
        said = self.cleaned_data
        return ReportedChild(
            name=said["name"], number=said["number"].replace(" ", ""), birth_date=said["birth_date"], age=said["age"],
            address=_address(said["address"]), school=said["school"], phone=said["phone"], unborn=said["unborn"],
            due_date=said["due_date"], family_knows=said["family_knows"], family_words=said["family_words"],
        )  # fmt: skip


# Django's form sets know their form's type only to the type checker.
if TYPE_CHECKING:
    _Rows = forms.BaseFormSet[ChildRow]
else:
    _Rows = forms.BaseFormSet


class _ChildSet(_Rows):
    """The children of one sending; a row that nobody filled in is no child."""

    def reported(self) -> Iterator[ReportedChild]:
        """One for each filled row."""
        return (row.reported() for row in self.forms if row.has_changed())


ChildSet = forms.formset_factory(ChildRow, formset=_ChildSet, extra=0, min_num=1, max_num=12, absolute_max=12)


def _guardians(text: str) -> Iterator[dict[str, Any]]:
    for line in text.splitlines():
        if line.strip():
            yield {"name": line.strip(), "phone": "", "informed": None, "informed_reason": ""}


def _address(text: str) -> Address:
    """«Fjordgata 12» and «9998 Solvik» on two lines, or with a comma."""
    lines = [part.strip() for part in re.split(r"[\n,]", text.replace("\r", "")) if part.strip()]
    found = POSTAL.fullmatch(lines[-1]) if lines else None
    if not found:
        return {"lines": lines, "postal_code": "", "postal_place": ""} if lines else {}
    return {"lines": lines[:-1], "postal_code": found["code"], "postal_place": found["place"]}
