"""Asking others and what came back (bvl § 13-4): the list, the question, its letter, the answer, and word to the family."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.queries import may_go_out, shows_where
from oppvekst.domain.cases.queries.documents import documents
from oppvekst.domain.cases.rules.outward import Recipient
from oppvekst.domain.investigations import actions, queries
from oppvekst.domain.investigations.desk import forms, paper, spoken
from oppvekst.domain.investigations.desk.frame import DeskRequest, now, today
from oppvekst.domain.investigations.desk.page import InvestigationAct, collected, head, seen
from oppvekst.domain.investigations.desk.thing import Do, Fact, ThingAct, noticed, shown
from oppvekst.domain.investigations.models import InformationRequest, Investigation
from oppvekst.domain.investigations.rules import ORDER_CASES, Ground
from oppvekst.ground.web.paper import as_pdf
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import NotAllowed, Refusal

PAGE, DOCUMENTS = 50, 100
ADDRESSED = (
    "Barnets adresse er beskyttet, og den som er spurt, kan vise hvor barnet er. Be en som er betrodd adressen, om å skrive "
    "brevet ut."
)
LAW, RIGHT = bvl("13-4"), "investigation.plan"


@require_safe
def listing(request: DeskRequest, investigation_id: UUID) -> HttpResponse:
    """Everybody who was asked, the newest first."""
    found = seen(request, investigation_id, "investigation.asked")
    page = Paginator(queries.information_requests(found.id), PAGE).get_page(request.GET.get("side"))
    news = [(reverse("desk:investigation-ask", args=[found.id]), _("Spør noen"))] if found.concluded_on is None else []
    context = {
        **head(found, collected(found), (_("Innhentet fra andre"), "")), "heading": _("Innhentet fra andre"), "page": page,
        "rows": spoken.asked(page.object_list, where=shows_where(found.case_id)),
        "nothing": _("Ingen er spurt ennå"), "news": news,
    }  # fmt: skip
    return render(request, "investigations/desk/listing.html", context)


class Ask(InvestigationAct):
    """Ask another body or person."""

    right, law = RIGHT, LAW
    heading, button = _("Innhent opplysninger"), _("Før det")
    lead = _("Så langt det går i samarbeid med familien, eller slik at de vet om det.")
    happens = _(
        "Det står i journalen hvem som er spurt, hvorfor dere kan, og hva familien vet. Brevet kan du skrive ut etterpå."
    )
    done, leads_to, through_collected = "spurt", "investigation-asked", True

    def form(self, found: Investigation, typed: Any = None) -> forms.AskForm:
        """Asked today, unless another day is said."""
        return forms.AskForm(typed, today=today(), initial={"asked_on": today()})

    def hindrance(self, found: Investigation) -> Refusal | None:
        """An investigation that has ended asks nobody."""
        if found.concluded_on:
            return NotAllowed(
                str(_("Undersøkelsen er avsluttet. Det er ikke lenger grunnlag for å spørre andre.")), LAW
            )
        return None

    def perform(self, found: Investigation, form: Any) -> None:
        """Write it down; the letter is drawn from it."""
        actions.ask(found.id, actions.Asked(**form.said()), by=self.request.actor, at=now())


@require_safe
def one(request: DeskRequest, asked_id: UUID) -> HttpResponse:
    """One question: whom, on what ground, what the family knows, and the answer."""
    found = queries.get_asked(asked_id)
    noticed(request, "investigation.asked", found)
    where = shows_where(found.case_id)
    has_letter = where and found.ground != Ground.OWN_DUTY
    letter = reverse("desk:investigation-asked-letter", args=[found.id]) if has_letter else ""
    title = found.body if where else spoken.PROTECTED
    context = shown(
        request,
        found,
        title,
        _facts(found),
        _ways(found),
        words=[(_("Det vi spør om"), found.about)],
        letter=letter,
    )
    return render(request, "investigations/desk/thing.html", context)


def _facts(found: InformationRequest) -> list[Fact]:
    consent = {True: _("skriftlig"), False: _("muntlig"), None: ""}[found.consent_written]
    by = ", ".join(str(part) for part in (found.consent_by, consent, spoken.day(found.consent_on)) if part)
    case = ORDER_CASES[found.order_case][0] if found.order_case else ""
    document = found.document
    href = reverse("desk:case-document", args=[found.case_id, document.id]) if document else ""
    return [
        Fact(_("Grunnlag"), found.get_ground_display(), law=forms.law_of(found.ground)), Fact(_("Samtykke"), by),
        Fact(_("Saken gjelder"), case), Fact(_("Familien fikk vite det"), spoken.day(found.told_on)),
        Fact(_("Hvorfor familien ikke vet det"), "" if found.told_on else found.untold_reasons),
        Fact(_("Spurt"), f"{spoken.day(found.asked_on)}, {found.asked_by_name}"), Fact(_("Svar innen"), spoken.day(found.due)),
        Fact(_("Purret"), spoken.day(found.reminded_on)), Fact(_("Svar kom"), spoken.day(found.answered_on)),
        Fact(_("Svaret"), found.answer), Fact(_("Dokument"), document.title if document else "", href),
        Fact(_("Trukket"), found.withdrawn_reasons),
    ]  # fmt: skip


def _ways(found: InformationRequest) -> list[Do]:
    ways = []
    if not (found.answered_on or found.withdrawn_on or found.investigation.concluded_on):
        told = _("Legg brevet inn i saken først, eller skriv hva som ble sagt.")
        ways = [
            Do("investigation-asked-answered", _("Svaret er kommet"), _("Før svaret"), told, primary=True),
            Do("investigation-asked-remind", _("Svaret er ikke kommet"), _("Purr")),
            Do("investigation-asked-withdraw", _("Vi trenger det ikke lenger"), _("Trekk spørsmålet")),
        ]  # fmt: skip
    if not found.told_on:
        told = _("Det skal skje så snart det ikke lenger hindrer hjelp til barnet.")
        ways.append(
            Do("investigation-asked-told", _("Familien vet det nå"), _("Før at familien vet det"), told, bvl("13-4", 4))
        )
    return ways


@require_safe
def letter(request: DeskRequest, asked_id: UUID) -> HttpResponse:
    """The letter that asks, as it would go: stopped when it would tell where a protected person is."""
    request.actor.must(RIGHT)
    found = queries.get_asked(asked_id)
    noticed(request, "investigation.asked", found)
    if found.ground == Ground.OWN_DUTY:
        raise NotAllowed("Opplysningene kom uoppfordret, så det finnes ikke noe brev.", LAW)
    if not shows_where(found.case_id):
        raise NotAllowed(ADDRESSED, bvl("13-1") & bvl("13-5", 3))
    # The one who is asked knows its own name: what it is told must not show where the child is.
    verdict = may_go_out(found.case_id, Recipient.PUBLIC_BODY, at=now(), said=found.about)
    if not verdict:
        raise NotAllowed(verdict.sentence, verdict.citation)
    made = paper.request_letter(found, request.municipality, at=found.asked_at)
    return as_pdf(made.pdf, f"innhenting-{found.investigation.case.number}.pdf")


class _AskedAct(ThingAct[InformationRequest]):
    right, law = RIGHT, LAW
    look_kind, leads_to = "investigation.asked", "investigation-asked-one"

    def get_thing(self, key: UUID) -> InformationRequest:
        return queries.get_asked(key)

    def title(self, thing: InformationRequest) -> Any:
        return thing.body if shows_where(thing.case_id) else spoken.PROTECTED


class Answered(_AskedAct):
    """The answer came."""

    heading, button, done = _("Før svaret"), _("Før svaret"), "svart"
    happens = _("Påminnelsen går ut av arbeidslista.")

    def form(self, thing: InformationRequest, typed: Any = None) -> forms.AnsweredForm:
        """With the documents of the case to choose among, the newest first."""
        known = [(one.id, one.title) for one in documents(thing.case_id)[:DOCUMENTS]]
        return forms.AnsweredForm(typed, documents=known, today=today(), initial={"answered_on": today()})

    def perform(self, thing: InformationRequest, form: Any) -> None:
        """Write it down."""
        actions.answered(thing.id, **form.cleaned_data, by=self.request.actor, at=now())


class Remind(_AskedAct):
    """Ask once more."""

    form_class = forms.RemindForm
    heading, button, done = _("Purr"), _("Før at dere har purret"), "purret"

    def perform(self, thing: InformationRequest, form: Any) -> None:
        """A new day."""
        actions.remind(thing.id, due=form.cleaned_data["due"], by=self.request.actor, at=now())


class Withdraw(_AskedAct):
    """Not needed any more."""

    form_class = forms.ReasonsForm
    heading, button, done = _("Trekk spørsmålet"), _("Trekk det"), "trukket"
    happens = _("Dere venter ikke lenger på svar. At dere spurte, står i journalen.")

    def perform(self, thing: InformationRequest, form: Any) -> None:
        """Say why."""
        actions.withdraw(thing.id, form.cleaned_data["reasons"], by=self.request.actor, at=now())


class Told(_AskedAct):
    """The family knows now."""

    heading, button, done = _("Familien vet det nå"), _("Før det"), "fortalt"
    law = bvl("13-4", 4)

    def form(self, thing: InformationRequest, typed: Any = None) -> forms.ToldForm:
        """Today, unless another day is said."""
        return forms.ToldForm(typed, today=today(), initial={"told_on": today()})

    def perform(self, thing: InformationRequest, form: Any) -> None:
        """Write it down."""
        actions.tell_family(thing.id, told_on=form.cleaned_data["told_on"], by=self.request.actor, at=now())
