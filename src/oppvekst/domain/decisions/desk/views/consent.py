"""The pages of consents: those of a case, one text with its matrix, an answer, a yes taken back, and what is done then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from oppvekst.domain.cases.models import Case, Party
from oppvekst.domain.cases.queries import get_case, parties, residence_on
from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.desk import consent_paper
from oppvekst.domain.decisions.desk.consent_page import NOTICES, head, line, particulars, summary
from oppvekst.domain.decisions.desk.forms.consent import AfterForm, AnswerForm, AskForm, CloseForm, WithdrawForm
from oppvekst.domain.decisions.models import Consent, ConsentText
from oppvekst.domain.decisions.queries.consent import (
    Row,
    Standing,
    fallen,
    followed,
    get_consent,
    get_text,
    history,
    standing,
    standings,
)
from oppvekst.domain.decisions.queries.consenting import act_of, drafts_resting_on_consent
from oppvekst.domain.decisions.rules.consent import FREE, Kind, Said, rings, ways_on
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.frame import DONE, DeskRequest, now, today
from oppvekst.ground.web.paper import as_pdf
from oppvekst.law.refusals import NotAllowed, Refusal

FELL = {Said.WITHDRAWN: "trakk samtykket", Said.NO: "sa nei", Said.YES: "sa ja"}
RECORD, FOLLOW = "consent.record", "consent.follow_up"
type Changed = Callable[..., None]


def nothing_more(text_id: UUID, *, by: Actor, at: datetime) -> None:
    """No later room rests on answers here."""


# In the address: which draft the family is asked about.
ABOUT = "vedtak"


@require_safe
def consents(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Everything the family has been asked about, and what is missing."""
    case = _case_seen(request, case_id)
    found = standings(case, today=today())
    context = {
        **head(case), "texts": [summary(one) for one in found if one.text.closed_at is None],
        "closed": [summary(one) for one in found if one.text.closed_at], "residence": residence_on(case_id, today()),
        "may_ask": request.actor.may(RECORD), "messages": _said(request),
    }  # fmt: skip
    return render(request, "decisions/desk/consents.html", context)


@require_safe
def consent(request: DeskRequest, consent_text_id: UUID) -> HttpResponse:
    """One text: the matrix, what each has answered, and the exact words."""
    text = _seen(request, consent_text_id)
    found = standing(text, today=today())
    reached = {str(one.person_id): one.person.name for one in found.people.parties}
    context = {
        **head(text.case, text), "rows": [line(row, found) for row in found.rows], "now": found,
        "unclear": [sentence for _field, sentence in found.matrix.unclear], "about": particulars(
            text, (reached[key] for key in text.affects if key in reached)
        ),
        "history": history(text), "fallen": list(_fallen(found)), "may": request.actor.may(RECORD), "messages": _said(request),
    }  # fmt: skip
    return render(request, "decisions/desk/consent.html", context)


@require_safe
def paper(request: DeskRequest, consent_text_id: UUID, person_id: UUID) -> HttpResponse:
    """The form for one person, in the language of the address, with nothing about the others."""
    text = _seen(request, consent_text_id, kind="consent.letter")
    found = standing(text, today=today())
    made = consent_paper.paper(
        found, found.row_of(person_id), request.municipality, language=request.GET.get("sprak", "nb"), at=now()
    )
    return as_pdf(made.pdf, f"samtykke-{text.case.number}.pdf")


class _Consents[Subject](Act[Subject]):
    """An act on the paper of consents."""

    template = "decisions/desk/consent_act.html"
    right = RECORD


class Ask(_Consents[Case]):
    """The exact words the family is asked about."""

    form_class = AskForm
    heading = "Spør om samtykke"
    happens = "Teksten lagres som den er. Siden viser hvem som må si ja, hvem som høres, og hvem som bare får vite det."
    seen_by = "De som har saken. Skjemaet du skriver ut, har teksten og bare mottakerens eget navn og adresse."
    undone = "Endrer du teksten senere, blir den gamle stående, og alle må spørres på nytt."
    button = "Lagre teksten"

    def find(self, case_id: UUID) -> Case:
        return _case_seen(self.request, case_id)

    def head(self, case: Case) -> dict[str, Any]:
        back = reverse("desk:consents", args=[case.id])
        return {**head(case, here=self.heading), "back": back}

    def form_values(self, case: Case) -> dict[str, Any]:
        drafts = list(drafts_resting_on_consent(case.id))
        chosen = next((one for one in drafts if str(one.id) == self.request.GET.get(ABOUT)), None)
        known = {"decision": str(chosen.id), "kind": act_of(chosen).value} if chosen else {}
        return {"people": _reachable(case), "drafts": [(one.id, one.title) for one in drafts], "initial": known}

    def perform(self, case: Case, form: Any) -> None:
        self.made = actions.ask_consent(case.id, form.asked(), by=self.request.actor, at=now())

    def home(self, case: Case, done: str) -> HttpResponse:
        return _on_to(self.made, "spurt")


class _OnText(_Consents[ConsentText]):
    def find(self, consent_text_id: UUID, **_ids: UUID) -> ConsentText:
        return _seen(self.request, consent_text_id)

    def head(self, text: ConsentText) -> dict[str, Any]:
        back = reverse("desk:consent", args=[text.id])
        return {**head(text.case, text, self.heading), "back": back}

    def home(self, text: ConsentText, done: str) -> HttpResponse:
        return _on_to(text, done)

    def hindrance(self, text: ConsentText) -> Refusal | None:
        return NotAllowed("Teksten er lukket. Det kan ikke svares på den.") if text.closed_at else None


class Change(_OnText):
    """The same matter in other words: the old stay, and everybody is asked anew."""

    heading = "Endre teksten"
    happens = "Den nye teksten legges ved siden av den gamle. Alle som har sagt ja til den gamle, må spørres på nytt."
    button = "Lagre den nye teksten"

    def form(self, text: ConsentText, typed: Any = None) -> AskForm:
        before = {
            "kind": text.kind, "body": text.body, "begins_on": text.begins_on, "ground": text.ground, "affects": text.affects,
        }  # fmt: skip
        return AskForm(typed, initial=before, people=_reachable(text.case))

    def perform(self, text: ConsentText, form: Any) -> None:
        self.made = actions.ask_consent(text.case_id, form.asked(text.subject), by=self.request.actor, at=now())

    def home(self, text: ConsentText, done: str) -> HttpResponse:
        return _on_to(self.made, "spurt")


class Answer(_OnText):
    """A yes or a no from one person."""

    button = "Skriv ned svaret"
    # Help that rests on the answer is a later room's matter: the face says what is done about it, in the same transaction.
    changed_answer: Changed = staticmethod(nothing_more)
    undone = "Nei. Svaret blir stående. Ombestemmer personen seg, skrives et nytt svar."
    done = "svart"

    @property
    def person_id(self) -> UUID:
        """Whose answer it is."""
        return UUID(str(self.kwargs["person_id"]))

    def form(self, text: ConsentText, typed: Any = None) -> AnswerForm:
        return AnswerForm(typed, at=now(), today=today(), handed=self._row(text).line.handed)

    def besides(self, text: ConsentText) -> dict[str, Any]:
        row = self._row(text)
        return {"who": row.line.name, "row": row, "words": text.body}

    verb = "Svar fra"

    def head(self, text: ConsentText) -> dict[str, Any]:
        heading = f"{self.verb} {self._row(text).line.name}"
        return {**super().head(text), **head(text.case, text, heading), "heading": heading}

    def perform(self, text: ConsentText, form: Any) -> None:
        actions.record_answer(text.id, self.person_id, form.answered(), by=self.request.actor, at=now())
        self.changed_answer(text.id, by=self.request.actor, at=now())

    def _row(self, text: ConsentText) -> Row:
        return standing(text, today=today()).row_of(self.person_id)


class Withdraw(Answer):
    """A yes taken back. What will happen is told before it is written."""

    verb = "Samtykke trukket av"
    button = "Skriv at samtykket er trukket"
    done = "trukket"

    def form(self, text: ConsentText, typed: Any = None) -> WithdrawForm:  # type: ignore[override]
        return WithdrawForm(typed, at=now(), today=today())

    def besides(self, text: ConsentText) -> dict[str, Any]:
        kind = Kind(text.kind)
        told = "Barnevernvakta og lederen blir varslet med en gang. " if rings(kind) else ""
        happens = f"{FREE} {told}Samme dag vurderer tjenesten hva som nå er lovlig å gjøre."
        return {**super().besides(text), "ways": ways_on(kind), "told": {"happens": happens, "undone": self.undone}}

    def hindrance(self, text: ConsentText) -> Refusal | None:
        found = self._row(text).answer
        if found is None or found.said != Said.YES:
            return NotAllowed("Det står ikke noe ja fra denne personen som kan trekkes.")
        return super().hindrance(text)

    def perform(self, text: ConsentText, form: Any) -> None:
        actions.withdraw_consent(text.id, self.person_id, form.answered(), by=self.request.actor, at=now())
        self.changed_answer(text.id, by=self.request.actor, at=now())


class Close(_OnText):
    """Nobody is asked about it any more."""

    heading = "Ikke spør mer om dette"
    form_class = CloseForm
    happens = "Oppgavene om samtykke til denne teksten forsvinner fra agendaen. Svarene blir stående."
    undone = "Nei, men du kan spørre på nytt med en ny tekst."
    button = "Lukk teksten"
    done = "lukket"

    def perform(self, text: ConsentText, form: Any) -> None:
        actions.close_text(text.id, reasons=form.cleaned_data["reasons"], by=self.request.actor, at=now())


class After(_Consents[Consent]):
    """What the service does when a yes has fallen: the lawful ways, those of the leader marked."""

    happens = "Valget og begrunnelsen kommer i barnets journal. Et vedtak eller en begjæring lages for seg."
    undone = "Nei."
    button = "Skriv hva tjenesten gjør"

    def find(self, consent_id: UUID) -> Consent:
        found = get_consent(consent_id)
        look("consent", by=self.request.actor, at=now(), subject=found.text_id, case_id=found.case_id)
        return found

    def form(self, found: Consent, typed: Any = None) -> AfterForm:
        return AfterForm(typed, ways=ways_on(Kind(found.text.kind)), may_reserved=self.request.actor.may(FOLLOW))

    def head(self, found: Consent) -> dict[str, Any]:
        back, heading = reverse("desk:consent", args=[found.text_id]), f"{found.person.name} {FELL[Said(found.said)]}"
        return {
            **head(found.text.case, found.text, heading),
            "heading": heading,
            "back": back,
            "words": found.text.body,
        }

    def hindrance(self, found: Consent) -> Refusal | None:
        if found.said == Said.YES:
            return NotAllowed("Dette samtykket er gitt. Det er ikke noe å velge.")
        done = found.id in followed(found.text)
        return NotAllowed("Noen har allerede skrevet hva tjenesten gjør.") if done else None

    def perform(self, found: Consent, form: Any) -> None:
        said = form.cleaned_data
        actions.choose_after(found.id, said["way"], reasons=said["reasons"], by=self.request.actor, at=now())

    def home(self, found: Consent, done: str) -> HttpResponse:
        return _on_to(found.text, "valgt")


def _fallen(found: Standing) -> list[dict[str, Any]]:
    """Those whose yes has fallen, with what the service did about it, or the way to say so."""
    done = followed(found.text)
    titles = {way.key: way.title for way in ways_on(Kind(found.text.kind))}
    return [
        {
            "answer": one, "done": done.get(one.id), "title": titles.get(done[one.id].way, "") if one.id in done else "",
            "href": reverse("desk:consent-after", args=[one.id]), "fell": FELL[Said(one.said)],
        }
        for one in fallen(found)
    ]  # fmt: skip


def _reachable(case: Case) -> list[tuple[UUID, str]]:
    """Everybody in the case whom an act can reach, beside the child."""
    return [
        (one.person_id, f"{one.person.name}, {one.get_part_display()}")
        for one in parties(case)
        if one.part != Party.Part.CHILD
    ]


def _case_seen(request: DeskRequest, case_id: UUID) -> Case:
    case = get_case(case_id)
    look("consent.list", by=request.actor, at=now(), subject=case.id, case_id=case.id)
    return case


def _seen(request: DeskRequest, text_id: UUID, kind: str = "consent") -> ConsentText:
    """The text asked for, if it is there for this person, who has then seen it (bvl § 13-1)."""
    text = get_text(text_id)
    look(kind, by=request.actor, at=now(), subject=text.id, case_id=text.case_id)
    return text


def _on_to(text: ConsentText, done: str) -> HttpResponse:
    return redirect(f"{reverse('desk:consent', args=[text.id])}?{DONE}={done}")


def _said(request: DeskRequest) -> list[Any]:
    done = NOTICES.get(request.GET.get(DONE, ""))
    return [done] if done else []
