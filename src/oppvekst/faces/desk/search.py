"""Finding a child, a case or a concern. What one may not know of is not there, and the answer does not differ."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from oppvekst.domain.cases.queries import Hit, find_child, my_cases
from oppvekst.domain.concerns.desk import spoken
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.queries import inbox
from oppvekst.domain.people.rules import age_in_words, search_key
from oppvekst.faces.desk.asked import Asked, asked, secret
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.database import logins
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web.frame import DeskRequest, known, now, today

LIMIT = 20
QUEUE = 500


@require_http_methods(["GET", "HEAD", "POST"])
def search(request: DeskRequest) -> HttpResponse:
    """The question and its answer. One that says who it is about is only answered when it is posted."""
    words = " ".join((request.POST if request.method == "POST" else request.GET).get("q", "").split())
    question = asked(words)
    if question.personal and request.method != "POST":
        return _show(request, words, refused=True, status=422)
    if not question and request.method == "POST":
        return redirect("desk:search")
    if not question:
        return _show(request, words)
    look("search", by=request.actor, at=now(), terms=words)
    rows = _found(question, request.actor)
    only = rows[0] if len(rows) == 1 and (question.case_number or question.concern_number) else None
    return redirect(only["href"]) if only and only["href"] else _show(request, words, rows=rows, asked=True)


def _show(request: DeskRequest, words: str, *, status: int = 200, **more: Any) -> HttpResponse:
    """The page. A number stands in the posted field and nowhere else."""
    known_of = request.actor.hat == logins.ONCALL
    may_break = request.actor.may("case.emergency")
    context = {
        "may_break": may_break,
        "words": words,
        "q": "" if secret(words) else words,
        "today": today(),
        "only_concerns": known_of,
        **more,
    }
    return render(request, "desk/search.html", context, status=status)


def _found(question: Asked, by: Actor) -> list[dict[str, Any]]:
    if question.concern_number:
        found = Concern.objects.filter(number=question.concern_number).select_related("case__child", "enquiry")
        return [_concern(one) for one in found]
    if by.hat == logins.ONCALL:
        return []
    if question.case_number:
        return [_case(case) for case in my_cases(by).filter(number=question.case_number)]
    hits = find_child(question.name, born=question.born, number=question.number, limit=LIMIT)
    return [*map(_hit, hits), *map(_concern, islice(_unlinked(question, by), LIMIT))]


def _unlinked(question: Asked, by: Actor) -> Iterator[Concern]:
    """Concerns in one's queue about a child who has no case yet: known only as the reporter wrote the name."""
    words = search_key(question.name).split()
    for concern in inbox(by).filter(case=None)[:QUEUE]:
        named = words and all(word in search_key(concern.child_name) for word in words)
        born = question.born and concern.child_birth_date == question.born
        if named or born or (question.number and concern.child_number.replace(" ", "") == question.number):
            yield concern


def _hit(hit: Hit) -> dict[str, Any]:
    """As little as tells which child it is; the case opens only for those who have it."""
    return {
        "name": hit.name, "age": age_in_words(hit.birth_date, due_date=hit.due_date, today=today()), "number": hit.case_number,
        "href": known("case", hit.case_id) if hit.mine else "", "closed": hit.case_state == "closed", "kind": "case",
    }  # fmt: skip


def _case(case: Any) -> dict[str, Any]:
    age = age_in_words(case.child.birth_date, due_date=case.child.due_date, today=today())
    return {"name": case.child.name, "age": age, "number": case.number, "href": known("case", case.id), "kind": "case"}


def _concern(concern: Concern) -> dict[str, Any]:
    return {
        "name": spoken.child_name(concern), "age": spoken.child_age(concern, today=today()), "number": concern.number,
        "href": known("concern", concern.id), "kind": "concern", "what": spoken.title(concern),
    }  # fmt: skip
