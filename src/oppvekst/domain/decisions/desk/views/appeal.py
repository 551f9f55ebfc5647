"""The page of an appeal, and the page of each of its steps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from oppvekst.domain.cases.actions.handing import refuse_held_back
from oppvekst.domain.cases.queries import documents
from oppvekst.domain.decisions import actions, queries
from oppvekst.domain.decisions.desk import appeal_page, appeal_paper, forms
from oppvekst.domain.decisions.desk.views.decision import DecisionAct
from oppvekst.domain.decisions.models import Addressee, Appeal, Decision
from oppvekst.domain.decisions.queries.appeal import facts_of
from oppvekst.domain.decisions.rules.appeal import life
from oppvekst.domain.decisions.rules.appeal.life import MACHINE, RIGHTS
from oppvekst.domain.decisions.rules.appeal.limits import DETRIMENT
from oppvekst.domain.decisions.rules.appeal.standing import BODIES, Body, way_of
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DONE, DeskRequest, Notice, now, today
from oppvekst.ground.web.paper import as_pdf
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import oslo_date
from oppvekst.law.citation import Citation, fvl
from oppvekst.law.refusals import NotAllowed, Refusal

NOTICES = {
    "registrert": Notice("Klagen er registrert. Se om den er i tide"),
    "rettet": Notice("Registreringen er rettet"),
    "mangler": Notice("Fristen for å rette står på lista"),
    "i-tide": Notice("Klagen er i tide. Undersøk den"),
    "for-sen": Notice("Vurderingen er skrevet ned"),
    "undersokt": Notice("Klagen er undersøkt"),
    "endret": Notice("Klagen er tatt til følge. Utkastet til nytt vedtak er opprettet"),
    "sendt": Notice("Klagen er sendt videre. Følgebrevet ligger her"),
    "avgjort": Notice("Avgjørelsen er ført inn. Følg den opp"),
    "fulgt-opp": Notice("Klagen er ferdig"),
    "avvist": Notice("Klagen er avvist. Send begrunnelsen til klageren"),
    "trukket": Notice("Klagen er trukket"),
    "forelopig": Notice("Foreløpig svar er skrevet. Brevet ligger her"),
    "ny-runde": Notice("Utkastet til nytt vedtak er opprettet"),
    "sakskostnader": Notice("Det er skrevet ned at parten har fått vite om sakskostnader"),
}


@require_safe
def appeal(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    """One appeal: as it came, whether it is in time and why, what was written at each step, and what can be done next."""
    found = seen(request, appeal_id)
    done = NOTICES.get(request.GET.get(DONE, ""))
    facts = facts_of(found, on=today())
    context = {
        **appeal_page.head(found), **appeal_page.next_steps(found, request.actor, today=today()),
        "messages": [done] if done else [], "timing": facts.timing, "entitled": appeal_page.entitlement(facts),
        "written": appeal_page.written(found), "stays": queries.stays_of(found.decision_id),
        "may_handle": request.actor.may("appeal.handle"), "with_us": found.closed_on is None and found.sent_at is None,
        "returned": found.outcome == "returned" and found.new_decision_id is None and found.closed_on is None,
        "early": found.state == life.RECEIVED, "tell_costs": found.in_favour and found.costs_told_on is None,
    }  # fmt: skip
    return render(request, "decisions/desk/appeal.html", context)


def seen(request: DeskRequest, appeal_id: UUID) -> Appeal:
    """The one asked for, if it is there for this person, who has then seen it (bvl § 13-1)."""
    found = queries.get_appeal(appeal_id)
    look("appeal", by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    return found


def on_to(appeal_id: UUID, done: str) -> HttpResponse:
    """Back to the appeal, with a word about what was done."""
    return redirect(f"{reverse('desk:appeal', args=[appeal_id])}?{DONE}={done}")


class Receive(DecisionAct):
    """An appeal is registered, however it came (fvl § 32)."""

    template = "decisions/desk/appeal_received.html"
    form_class = forms.ReceivedForm
    heading, button = "Registrer klage", "Registrer klagen"
    right = "appeal.handle"
    law = fvl("32")

    def hindrance(self, found: Decision) -> Refusal | None:
        sections = queries.legal_sections(found)
        way = way_of(sections[0] if sections else "")
        if not way.lodged_with_us:
            return NotAllowed(way.sentence, way.citation)
        return None

    def form_values(self, found: Decision) -> dict[str, Any]:
        return {"people": people(found), "today": today(), "initial": {"received_on": today()}}

    def besides(self, found: Decision) -> dict[str, Any]:
        sections = queries.legal_sections(found)
        return {"way": way_of(sections[0] if sections else ""), "back": reverse("desk:decision", args=[found.id])}

    def perform(self, found: Decision, form: Any) -> None:
        came = form.came(**chosen(form))
        self.made = actions.receive_appeal(found.id, came, by=self.request.actor, at=now())

    def home(self, found: Decision, done: str) -> HttpResponse:
        return on_to(self.made.id, "registrert")


def people(found: Decision) -> list[tuple[str, str]]:
    """Everybody who had a copy, with the day her limit ends."""
    return [(str(one.id), _known_by(one)) for one in queries.addressees(found.id) if one.has_copy]


def _known_by(one: Addressee) -> str:
    limit = f", klagefrist {day_in_words(one.appeal_due)}" if one.appeal_due else ", har ikke fått vedtaket ennå"
    return f"{one.name}, {one.get_standing_display()}{limit}"


def chosen(form: Any) -> dict[str, Any]:
    """The name of whoever was chosen in the list, and the day that limit ends."""
    wanted = form.cleaned_data["addressee"]
    one = Addressee.objects.filter(id=wanted).first() if wanted else None
    return {"name": one.name if one else "", "due": one.appeal_due if one else None}


class AppealAct(Act[Appeal]):
    """One act on an appeal: where it is found, what stands on top of its page, and where it leads."""

    template = "decisions/desk/appeal_act.html"
    step: str = ""

    def find(self, appeal_id: UUID) -> Appeal:
        return seen(self.request, appeal_id)

    def head(self, found: Appeal) -> dict[str, Any]:
        return {**appeal_page.head(found), "title": self.heading, "timing": queries.timing(found)}

    def home(self, found: Appeal, done: str) -> HttpResponse:
        return on_to(found.id, done)

    def hindrance(self, found: Appeal) -> Refusal | None:
        """What no form can mend: told in its place, before anybody has written in it."""
        if not self.request.actor.may(RIGHTS.get(self.step, "appeal.handle")):
            return NotAllowed("Teamleder eller leder gjør dette. Be en av dem.", self.cited)
        if not self.step:
            return None
        try:
            MACHINE.take(found.state, self.step, facts_of(found, on=today()), later=appeal_page.ASKS.get(self.step, ()))
        except Refusal as refusal:
            return refusal
        return None

    def call(self, action: Any, found: Appeal, form: Any) -> None:
        """The act with what was typed."""
        action(found.id, **form.cleaned_data, by=self.request.actor, at=now())

    @property
    def cited(self) -> Citation | None:
        """The section the page is first of all about."""
        whole = MACHINE.step(self.step).citation if self.step else self.law
        return replace(whole, also=()) if whole else None


class Correct(AppealAct):
    """What was registered is put right before the appeal is assessed; the earlier words are kept."""

    template = "decisions/desk/appeal_received.html"
    form_class = forms.ReceivedForm
    heading, button, done = "Rett registreringen", "Lagre", "rettet"
    law = fvl("32")

    def hindrance(self, found: Appeal) -> Refusal | None:
        if refused := super().hindrance(found):
            return refused
        if found.state != life.RECEIVED:
            return NotAllowed("Klagen er alt vurdert. Det som ble registrert, står.", fvl("32"))
        return None

    def form_values(self, found: Appeal) -> dict[str, Any]:
        return {"people": people(found.decision), "today": today(), "appeal": found}

    def perform(self, found: Appeal, form: Any) -> None:
        actions.correct_appeal(found.id, form.came(**chosen(form)), by=self.request.actor, at=now())


class Lacking(AppealAct):
    """A short limit to mend what the appeal lacks."""

    form_class = forms.LackingForm
    heading, button, done = "Be klageren rette det som mangler", "Sett fristen", "mangler"
    law = fvl("32", 3)
    lead = "Hjelp klageren med å rette det. En klage skal ikke falle på en formfeil som kan rettes."

    def perform(self, found: Appeal, form: Any) -> None:
        said = form.cleaned_data
        actions.ask_to_complete(found.id, what=said["what"], until=said["complete_by"], by=self.request.actor, at=now())


class Timely(AppealAct):
    """The counting is shown and confirmed."""

    step = life.FIND_TIMELY
    heading, button, done = "Klagen er i tide", "Bekreft", "i-tide"
    lead = "Se over regnestykket. Stemmer det ikke, rett registreringen først."

    def perform(self, found: Appeal, form: Any) -> None:
        self.call(actions.find_timely, found, form)


class Late(AppealAct):
    """A late appeal is assessed, with reasons."""

    step = life.FIND_LATE
    form_class = forms.LateForm
    heading, button, done = "Klagen er for sen", "Lagre vurderingen", "for-sen"
    lead = "Vurder konkret. Vekt legges også på om en endring kan være til skade for barnet eller andre."

    def perform(self, found: Appeal, form: Any) -> None:
        self.call(actions.find_late, found, form)


class Examine(AppealAct):
    """What is new, what was looked into, and whether it changes anything."""

    step = life.EXAMINE
    form_class = forms.ExamineForm
    heading, button, done = "Undersøk klagen", "Lagre", "undersokt"
    lead = "Vi ser på saken på nytt før noen andre gjør det. Er klagen begrunnet, kan vi endre vedtaket selv."

    def perform(self, found: Appeal, form: Any) -> None:
        self.call(actions.examine, found, form)


class Change(AppealAct):
    """The appeal is found founded, and a new decision is begun."""

    step = life.CHANGE
    form_class = forms.ChangeForm
    heading, button, done = "Endre vedtaket", "Opprett nytt vedtak", "endret"
    happens = (
        "Utkast til nytt vedtak blir opprettet med de samme rammene. Det gamle gjelder til det nye er undertegnet."
    )

    def perform(self, found: Appeal, form: Any) -> None:
        self.call(actions.change, found, form)


class SendOn(AppealAct):
    """The covering letter, what goes with it, and the copy to the appellant."""

    step = life.SEND_ON
    form_class = forms.SendForm
    heading, button, done = "Send klagen videre", "Skriv ned at den er sendt", "sendt"
    lead = "Alt som klageinstansen trenger for å avgjøre klagen, skal følge med."

    def form_values(self, found: Appeal) -> dict[str, Any]:
        first = [("appeal", "Klagen"), ("decision", "Vedtaket")]
        others = [
            (told, told) for one in documents(found.case_id)[:60] if (told := f"{one.title}, {day_in_words(one.dated)}")
        ]
        name = BODIES[Body(found.body)]
        initial = {"enclosures": ["appeal", "decision"], "recipient": name[0].upper() + name[1:]}
        return {"enclosures": [*first, *dict(others).items()], "initial": initial}

    def perform(self, found: Appeal, form: Any) -> None:
        said = form.cleaned_data
        actions.send_on(
            found.id, statement=said["statement"], enclosures=form.enclosed(), copy_to_party=said["copy_to_party"],
            recipient=said["recipient"], by=self.request.actor, at=now(),
        )  # fmt: skip


class RecordOutcome(AppealAct):
    """What whoever tries the appeal decided."""

    step = life.RECORD_OUTCOME
    form_class = forms.OutcomeForm
    heading, button, done = "Før inn avgjørelsen", "Lagre avgjørelsen", "avgjort"

    def form_values(self, found: Appeal) -> dict[str, Any]:
        return {"latest": DETRIMENT.due(oslo_date(found.received_at)).due}

    def perform(self, found: Appeal, form: Any) -> None:
        actions.record_outcome(found.id, form.decided(), by=self.request.actor, at=now())


class FollowUp(AppealAct):
    """What it leads to for the child and the family."""

    step = life.FOLLOW_UP
    form_class = forms.FollowUpForm
    heading, button, done = "Følg opp", "Klagen er fulgt opp", "fulgt-opp"

    def form_values(self, found: Appeal) -> dict[str, Any]:
        return {"appeal": found}

    def perform(self, found: Appeal, form: Any) -> None:
        self.call(actions.follow_up, found, form)


class Reject(AppealAct):
    """The appeal is turned away, with reasons: a decision of its own."""

    step = life.REJECT
    form_class = forms.RejectForm
    heading, button, done = "Avvis klagen", "Avvis", "avvist"
    lead = "Avvisningen er et vedtak. Den undertegnes av en som kan treffe vedtak, og det kan klages på den."

    def form_values(self, found: Appeal) -> dict[str, Any]:
        late = not queries.timing(found).in_time
        return {"initial": {"ground": "late" if late else None}}

    def perform(self, found: Appeal, form: Any) -> None:
        self.call(actions.reject, found, form)


class Withdraw(AppealAct):
    """The appellant takes it back."""

    step = life.WITHDRAW
    form_class = forms.WithdrawForm
    heading, button, done = "Klagen er trukket", "Skriv ned", "trukket"
    undone = "Nei. Er klagefristen ikke ute, kan klageren klage på nytt."

    def perform(self, found: Appeal, form: Any) -> None:
        self.call(actions.withdraw, found, form)


class Interim(AppealAct):
    """Word to the appellant in the meantime, within a month."""

    form_class = forms.InterimForm
    heading, button, done = "Foreløpig svar", "Skriv brevet", "forelopig"
    law = fvl("11 a", 3)
    lead = "Klageren skal vite hvorfor det tar tid, og når svaret kan ventes. Senest en måned etter at klagen kom."

    def perform(self, found: Appeal, form: Any) -> None:
        self.call(actions.send_interim, found, form)


@require_POST
def take_up_again(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    """What was sent back is begun anew with a draft."""
    actions.take_up_again(appeal_id, by=request.actor, at=now())
    return on_to(appeal_id, "ny-runde")


@require_POST
def tell_of_costs(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    """The party knows of the right to claim costs."""
    actions.tell_of_costs(appeal_id, by=request.actor, at=now())
    return on_to(appeal_id, "sakskostnader")


@require_safe
def covering_letter(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    """The covering letter to whoever tries the appeal."""
    found = seen(request, appeal_id)
    made = appeal_paper.covering_letter(found, request.municipality, at=found.sent_at or now())
    return as_pdf(made.pdf, "oversendelse.pdf")


@require_safe
def interim_letter(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    """The letter to the appellant in the meantime, unless something holds letters back."""
    found = seen(request, appeal_id)
    made = appeal_paper.interim_letter(found, request.municipality, at=found.interim_at or now())
    refuse_held_back(found.case_id)
    return as_pdf(made.pdf, "forelopig-svar.pdf")
