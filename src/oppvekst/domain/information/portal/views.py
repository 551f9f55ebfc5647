"""Pages that everybody can read. They ask for nothing and remember nothing."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from oppvekst.domain.information import queries, rules
from oppvekst.domain.information.portal import spoken
from oppvekst.law.calendar import OSLO, oslo_date
from oppvekst.law.refusals import Incomplete

ADULT = "voksen"
MINUTE = cache_control(public=True, max_age=60)


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Front page: whom to call now, then the three doors (services.md P1-P3)."""
    return render(request, "information/front.html", _phone_page(request))


@require_safe
def phones(request: HttpRequest) -> HttpResponse:
    """Whom can I call now, with all hours beneath (services.md P2)."""
    return render(request, "information/phones.html", _phone_page(request))


@require_safe
@MINUTE
def phones_json(request: HttpRequest) -> HttpResponse:
    """The same answer as data, for anybody's page."""
    try:
        who = rules.Who(request.GET.get("who", rules.Who.WORRIED))
    except ValueError:
        return _plain(_unknown_caller().to_plain(), status=400)
    answers = queries.phone_now_for(_number(request), who, at=timezone.now())
    return _plain([answer.to_plain() for answer in answers])


@require_safe
def how_we_work(request: HttpRequest) -> HttpResponse:
    """What happens now, with the limits of the law (services.md P3)."""
    return render(request, "information/how_we_work.html")


@require_safe
@never_cache
def children(request: HttpRequest) -> HttpResponse:
    """The children's own page; kept by no browser (services.md P10)."""
    return render(request, "information/children.html", _child_page(request))


@require_safe
@never_cache
def youth(request: HttpRequest) -> HttpResponse:
    """The same for youth."""
    return render(request, "information/youth.html", _child_page(request))


def _phone_page(request: HttpRequest) -> dict[str, Any]:
    at = timezone.now()
    word = request.GET.get("for", ADULT)
    word = word if word in spoken.WHO else ADULT
    lines, closures = queries.lines_for(_number(request)), queries.closures_for(_number(request))
    first, *others = spoken.answers(rules.phone_now(spoken.WHO[word], at=at, lines=lines, closures=closures), at=at)
    hours = spoken.hours(lines, closures, today=oslo_date(at))
    return {
        "now": spoken.now_in_words(at), "at": at.astimezone(OSLO), "first": first, "others": others,
        "choices": spoken.choices(word), "hours": hours, "duty": spoken.duty_hours(hours),
        "sources": spoken.sources(hours), "texts": queries.texts_for(_number(request)),
    }  # fmt: skip


def _child_page(request: HttpRequest) -> dict[str, Any]:
    at = timezone.now()
    answers = spoken.answers(queries.phone_now_for(_number(request), rules.Who.CHILD, at=at), at=at)
    return {"alarm": spoken.alarm_answer(answers), "service": spoken.service_answer(answers)}


def _number(request: HttpRequest) -> int:
    number: int = request.municipality.number  # type: ignore[attr-defined]
    return number


def _unknown_caller() -> Incomplete:
    return Incomplete({"who": "Velg en av disse: " + ", ".join(rules.Who) + "."})


def _plain(answer: object, status: int = 200) -> HttpResponse:
    response = JsonResponse(answer, safe=False, status=status, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response
