"""A stay in an institution: what it rests on, who has said yes to tests, and the protocols that come from there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from oppvekst.domain.decisions.actions import Asked, ask_consent
from oppvekst.domain.decisions.rules.consent import Kind
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.desk.forms import AskTestsForm, FollowForm, ProtocolForm, ServiceForm, StayForm
from oppvekst.domain.measures.desk.frame import MeasureAct, head, on_to
from oppvekst.domain.measures.models import InstitutionProtocol, Measure
from oppvekst.domain.measures.queries import get_protocol, stay_of, tests_of
from oppvekst.domain.measures.rules import BY_CONSENT, FOLLOWED, INSTITUTION, MACHINE, PROTOCOL, WRITE
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import known, now, today
from oppvekst.law.refusals import NotAllowed, Refusal

NOT_ONE = "Dette gjelder bare opphold i barnevernsinstitusjon."


class _OfStay(MeasureAct):
    right = WRITE
    seen_by = "De som har saken."

    def hindrance(self, found: Measure) -> Refusal | None:
        if found.category != INSTITUTION:
            return NotAllowed(NOT_ONE, BY_CONSENT)
        return NotAllowed("Oppholdet er avsluttet.") if MACHINE.state(found.state).closed else None


class WriteBasis(_OfStay):
    """What the stay rests on."""

    heading, button, done = "Hva bygger oppholdet på?", "Lagre", "oppholdet"
    happens = "Grunnlaget avgjør hvem som må si ja til prøver, og om det kan tas prøver uten samtykke."
    undone = "Ja. Skriv det på nytt når nemnda har bestemt noe annet."

    def form(self, found: Measure, typed: Any = None) -> StayForm:
        stay = stay_of(found.id)
        names = ("basis", "decided_on", "reference", "tests_decided")
        return StayForm(typed, today=today(), initial={name: getattr(stay, name) for name in names} if stay else {})

    def perform(self, found: Measure, form: Any) -> None:
        actions.write_basis(found.id, form.rests(), by=self.request.actor, at=now())


class AskTests(_OfStay):
    """The words everybody who must, is asked to say yes to."""

    form_class = AskTestsForm
    right = "consent.record"
    heading, button, done, law = "Spør om samtykke til prøver", "Lagre teksten", "prover-spurt", BY_CONSENT
    happens = "På siden for samtykke står det hvem som må si ja. Der skrives hvert svar, og der trekkes det."
    undone = "Endrer du teksten senere, må alle spørres på nytt."

    def perform(self, found: Measure, form: Any) -> None:
        if stopped := self.hindrance(found):
            raise stopped
        asked = Asked(kind=Kind.DRUG_TEST, body=form.cleaned_data["body"], subject=found.id)
        self.made = ask_consent(found.case_id, asked, by=self.request.actor, at=now())

    def home(self, found: Measure, done: str) -> HttpResponse:
        asking = known("consent", self.made.id)
        return redirect(asking) if asking else super().home(found, done)


class ServiceConsents(_OfStay):
    """The service's own yes, in the parents' place."""

    heading, button, done, law = "Tjenestens eget ja", "Lagre", "tjenestens-ja", BY_CONSENT
    happens = "Tjenesten har omsorgen og samtykker i foreldrenes sted. Barnet må si ja selv i tillegg."
    undone = "Ja. Tjenesten kan trekke det når som helst."

    def form(self, found: Measure, typed: Any = None) -> ServiceForm:
        return ServiceForm(typed, today=today())

    def hindrance(self, found: Measure) -> Refusal | None:
        if stopped := super().hindrance(found):
            return stopped
        if tests_of(found, today=today()).by_service:
            return None
        return NotAllowed("Tjenesten samtykker bare når den har omsorgen og barnet er under 15 år.", BY_CONSENT)

    def perform(self, found: Measure, form: Any) -> None:
        actions.service_consents(found.id, **form.cleaned_data, by=self.request.actor, at=now())


class ServiceTakesBack(_OfStay):
    """The service's yes is taken back."""

    heading, button, done, law = "Trekk tjenestens ja", "Trekk samtykket", "tjenesten-trakk", BY_CONSENT
    happens = "Det tas ingen flere prøver. Si fra til institusjonen i dag."

    def perform(self, found: Measure, form: Any) -> None:
        actions.service_takes_back(found.id, by=self.request.actor, at=now())


class ClearTests(_OfStay):
    """The institution is told that everybody has said yes; whoever is missing is named."""

    heading, button = "Vet institusjonen at alle har samtykket?", "Skriv at institusjonen har fått vite det"
    done, law = "prover-klart", BY_CONSENT
    happens = (
        "Systemet sier ikke fra for deg. Ring institusjonen først. "
        "Det står i journalen at institusjonen har fått vite at alle som må, har samtykket skriftlig."
    )
    undone = "Faller et samtykke, gjelder det ikke lenger."

    def hindrance(self, found: Measure) -> Refusal | None:
        if stopped := super().hindrance(found):
            return stopped
        lacking = tests_of(found, today=today()).lacking
        return NotAllowed(" ".join(lacking), BY_CONSENT) if lacking else None

    def perform(self, found: Measure, form: Any) -> None:
        actions.clear_tests(found.id, by=self.request.actor, at=now())


class Receive(_OfStay):
    """A protocol has come."""

    heading, button, done, law = "Protokoll om en prøve", "Lagre protokollen", "protokoll", PROTOCOL
    happens = "Protokollen står på lista di til den er lest og fulgt opp."
    undone = "Nei. Protokollen blir stående."

    def form(self, found: Measure, typed: Any = None) -> ProtocolForm:
        return ProtocolForm(typed, today=today())

    def hindrance(self, found: Measure) -> Refusal | None:
        # A protocol may come after the stay has ended.
        return None if found.category == INSTITUTION else NotAllowed(NOT_ONE, BY_CONSENT)

    def perform(self, found: Measure, form: Any) -> None:
        actions.receive_protocol(found.id, form.came(), by=self.request.actor, at=now())


class _OnProtocol(Act[InstitutionProtocol]):
    template = "measures/desk/act.html"
    right = WRITE

    def find(self, protocol_id: UUID) -> InstitutionProtocol:
        one = get_protocol(protocol_id)
        look("measure", by=self.request.actor, at=now(), subject=one.measure_id, case_id=one.case_id)
        return one

    def head(self, one: InstitutionProtocol) -> dict[str, Any]:
        return {**head(one.measure, self.heading), "about": one.about, "about_day": one.happened_on}

    def home(self, one: InstitutionProtocol, done: str) -> HttpResponse:
        return on_to(one.measure, done)


class ReadProtocol(_OnProtocol):
    """It is read."""

    heading, button, done, law = "Les protokollen", "Jeg har lest protokollen", "protokoll-lest", PROTOCOL
    happens = "Navnet ditt og dagen står ved protokollen. Så følges den opp."

    def hindrance(self, one: InstitutionProtocol) -> Refusal | None:
        return NotAllowed("Protokollen er lest.") if one.read_on else None

    def perform(self, one: InstitutionProtocol, form: Any) -> None:
        actions.read_protocol(one.id, by=self.request.actor, at=now())


class FollowProtocol(_OnProtocol):
    """It is followed up."""

    heading, button, done, law = "Følg opp protokollen", "Lagre", "protokoll-fulgt", FOLLOWED
    happens = "Da er linja borte fra lista."
    undone = "Nei. Det som står, blir stående."

    def form(self, one: InstitutionProtocol, typed: Any = None) -> FollowForm:
        return FollowForm(typed, without_basis=one.without_basis)

    def hindrance(self, one: InstitutionProtocol) -> Refusal | None:
        if one.followed_on:
            return NotAllowed("Protokollen er fulgt opp.")
        return None if one.read_on else NotAllowed("Les protokollen først, og skriv at den er lest.")

    def perform(self, one: InstitutionProtocol, form: Any) -> None:
        said = form.cleaned_data
        actions.follow_protocol(
            one.id, words=said["words"], governor_contacted=said.get("governor"), by=self.request.actor, at=now()
        )
