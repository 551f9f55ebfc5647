"""The talks with the child in a case, one of them, and writing one down."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from oppvekst.domain.cases.models import Case, MyPage
from oppvekst.domain.cases.queries import get_case, hold_back
from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.desk.forms.talks import TalkForm, new_talk, written_talk
from oppvekst.domain.investigations.desk.frame import DONE, NOTICES, DeskRequest, known, now, today
from oppvekst.domain.investigations.desk.voice import spoken
from oppvekst.domain.investigations.models import ChildTalk
from oppvekst.domain.investigations.queries import (
    counted,
    facts_of_talk,
    get_talk,
    of_case,
    trusted_persons,
    voice_of_case,
)
from oppvekst.domain.investigations.rules import TALK, WRITTEN, talk_lacks
from oppvekst.domain.people.rules import age_in_words
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.acting import Act
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotAllowed, Refusal


@require_safe
def talks(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """The child's voice in the case: every talk, newest first, and what is missing."""
    case = seen_case(request, case_id)
    running = of_case(case.id).filter(concluded_on=None).first()
    found = voice_of_case(case.id)
    told = voice_of_case(case.id, investigation=running.id) if running else found
    context = {
        **case_head(case), "rows": [_row(talk) for talk in found.talks], "trusted": found.trusted,
        "voice": spoken(told, case.id, today=today(), investigation=running.id if running else None),
        "messages": notices(request),
    }  # fmt: skip
    return render(request, "investigations/desk/talks.html", context)


@require_safe
def talk(request: DeskRequest, talk_id: UUID) -> HttpResponse:
    """One talk: the child's words as they count, the versions, what is missing, and what can be done next."""
    found = seen_talk(request, talk_id)
    versions = list(found.renderings.all())
    context = {
        **talk_head(found), "words": counted(found), "earlier": versions[:-1][::-1], "messages": notices(request),
        "lacks": talk_lacks(facts_of_talk(found)), "answered": found.state != WRITTEN,
        "page": MyPage.objects.filter(case_id=found.case_id, part="child", closed_at=None).first(),
    }  # fmt: skip
    return render(request, "investigations/desk/talk.html", context)


@require_POST
def share(request: DeskRequest, talk_id: UUID) -> HttpResponse:
    """The words on the child's own page, and the code for it, shown this once to be handed over on paper."""
    found = seen_talk(request, talk_id)
    try:
        code = actions.share_words(found.id, by=request.actor, at=now())
    except Refusal as refusal:
        context = {**talk_head(found), "refusal": refusal, "heading": "Ordene kan ikke leses av barnet ennå"}
        return render(request, "investigations/desk/talk_stopped.html", context, status=409)
    context = {**talk_head(found), "code": code, "address": settings.MYPAGE_URL if "//" in settings.MYPAGE_URL else ""}
    return render(request, "investigations/desk/talk_code.html", context)


@require_POST
def take_back(request: DeskRequest, talk_id: UUID) -> HttpResponse:
    """The words off the child's own page again."""
    actions.take_back_words(talk_id, by=request.actor, at=now())
    return to_talk(talk_id, "tatt-bort")


class CaseAct(Act[Case]):
    """An act in a case that is not yet about a talk."""

    template = "investigations/desk/talk_form.html"
    right = "talk.write"
    heading = ""

    def find(self, case_id: UUID) -> Case:
        return seen_case(self.request, case_id)

    def head(self, case: Case) -> dict[str, Any]:
        head = case_head(case)
        back = ("Barnets stemme", reverse("desk:case-talks", args=[case.id]))
        crumbs = [*head["crumbs"][:-1], back, (self.heading, "")]
        return {**head, "heading": self.heading, "crumbs": crumbs, "back": back[1]}

    def home(self, case: Case, done: str) -> HttpResponse:
        return redirect(f"{reverse('desk:case-talks', args=[case.id])}?{DONE}={done}")


class New(CaseAct):
    """Write down a talk. Only the day must be there; the rest can come when one sits down."""

    heading = "Skriv ned en samtale"
    lead = "Bare dagen og klokka må fylles ut. Resten kan du skrive når du har satt deg."
    button = "Lagre samtalen"
    done = "samtale"
    made: ChildTalk | None = None

    def form(self, case: Case, typed: Any = None) -> TalkForm:
        return TalkForm(typed, initial=new_talk(now()), trusted=_trusted(case.id))

    def perform(self, case: Case, form: Any) -> None:
        running = of_case(case.id).filter(concluded_on=None).first()
        said, mine = actions.Talk(**form.said()), running.id if running else None
        self.made = actions.write_talk(case.id, said, investigation_id=mine, by=self.request.actor, at=now())

    def home(self, case: Case, done: str) -> HttpResponse:
        assert self.made
        return to_talk(self.made.id, done)


class TalkAct(Act[ChildTalk]):
    """One act on a talk."""

    template = "investigations/desk/talk_form.html"
    right = "talk.write"

    def find(self, talk_id: UUID) -> ChildTalk:
        return seen_talk(self.request, talk_id)

    def head(self, talk: ChildTalk) -> dict[str, Any]:
        head, back = talk_head(talk), reverse("desk:child-talk", args=[talk.id])
        crumbs = [*head["crumbs"][:-1], (head["crumbs"][-1][0], back), (self.heading, "")]
        return {**head, "heading": self.heading, "crumbs": crumbs, "back": back, "words": counted(talk)}

    def home(self, talk: ChildTalk, done: str) -> HttpResponse:
        return to_talk(talk.id, done)


class Mend(TalkAct):
    """Write more of a talk, until the child has answered."""

    heading = "Skriv mer"
    button = "Lagre"
    done = "skrevet"

    def form(self, talk: ChildTalk, typed: Any = None) -> TalkForm:
        return TalkForm(typed, initial=written_talk(talk), trusted=_trusted(talk.case_id))

    def besides(self, talk: ChildTalk) -> dict[str, Any]:
        words = counted(talk)
        return {"read": self.request.POST.get("lest") or (words.number if words else 0), "words": None}

    def hindrance(self, talk: ChildTalk) -> Refusal | None:
        if talk.state == WRITTEN:
            return None
        return NotAllowed("Barnet har svart, og ordene står. Har dere snakket igjen, så skriv en ny samtale.")

    def perform(self, talk: ChildTalk, form: Any) -> None:
        said = actions.Talk(**form.said())
        actions.mend_talk(talk.id, said, read=read_version(self.request), by=self.request.actor, at=now())


def read_version(request: DeskRequest) -> int:
    """Which version of the child's words somebody had before her."""
    told = request.POST.get("lest", "")
    return int(told) if told.isdecimal() else 0


def seen_case(request: DeskRequest, case_id: UUID) -> Case:
    """The case, if it is there for this person, who has then seen its talks (bvl § 13-1)."""
    case = get_case(case_id)
    look("talk.list", by=request.actor, at=now(), subject=case.id, case_id=case.id)
    return case


def seen_talk(request: DeskRequest, talk_id: UUID) -> ChildTalk:
    """The talk, if it is there for this person, who has then seen it (bvl § 13-1)."""
    found = get_talk(talk_id)
    look("talk", by=request.actor, at=now(), subject=found.id, case_id=found.case_id)
    return found


def to_talk(talk_id: UUID, done: str) -> HttpResponse:
    """The page of the talk, with a word about what was done."""
    return redirect(f"{reverse('desk:child-talk', args=[talk_id])}?{DONE}={done}")


def notices(request: DeskRequest) -> list[Any]:
    """The word about what was just done."""
    done = NOTICES.get(request.GET.get(DONE, ""))
    return [done] if done else []


def case_head(case: Case) -> dict[str, Any]:
    """What the pages have on top: whose case, and the way back."""
    child, day = case.child, today()
    return {
        "case": case, "child": child, "name": child.given_name or child.name, "today": day,
        "age": age_in_words(child.birth_date, due_date=child.due_date, today=day), "switch": hold_back(case.id),
        "crumbs": [("Saker", known("cases")), (child.name, known("case", case.id)), ("Barnets stemme", "")],
    }  # fmt: skip


def talk_head(talk: ChildTalk) -> dict[str, Any]:
    """The same of one talk, with how it stands."""
    head, day = case_head(talk.case), _day(talk)
    crumbs = [*head["crumbs"][:-1], ("Barnets stemme", reverse("desk:case-talks", args=[talk.case_id])), (day, "")]
    return {**head, "talk": talk, "crumbs": crumbs, "state_title": TALK.state(talk.state).title, "title": day}


def _day(talk: ChildTalk) -> str:
    return f"Samtale {day_in_words(oslo_date(talk.held_at), today=today())}"


def _row(talk: ChildTalk) -> dict[str, Any]:
    words = counted(talk)
    return {
        "talk": talk, "title": _day(talk), "words": words.text if words else talk.shown,
        "state": TALK.state(talk.state).title, "lacks": len(talk_lacks(facts_of_talk(talk))),
    }  # fmt: skip


def _trusted(case_id: UUID) -> list[tuple[UUID, str]]:
    return [(each.id, each.name) for each in trusted_persons(case_id)]
