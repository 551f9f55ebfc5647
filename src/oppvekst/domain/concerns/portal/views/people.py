"""A list of persons: the children, brothers and sisters, those who have the care of them. One page each."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from oppvekst.domain.concerns.portal.draft import MOST_PEOPLE
from oppvekst.domain.concerns.portal.forms.step import StepForm
from oppvekst.domain.concerns.portal.steps import PeopleStep
from oppvekst.domain.concerns.portal.summary import told
from oppvekst.domain.concerns.portal.typed import Typed, fits, is_blank, typed
from oppvekst.domain.concerns.portal.visit import Visit, people_or_404, visit


def listed(here: Visit, step: PeopleStep) -> HttpResponse:
    """Those who are written down so far; with nobody yet, straight to the first."""
    found = here.journey.people_forms(step)
    if not found:
        return here.go(_person(here, step, 1))
    people = [
        {"number": number, "text": told(form), "error": "" if form.is_valid() else next(iter(form.errors.values()))[0]}
        for number, form in enumerate(found, start=1)
    ]
    another = _person(here, step, len(found) + 1) if len(found) < MOST_PEOPLE else ""
    return here.show(
        "people", step=step, people=people, another=another, onward=here.on_from(step), back=here.back_from(step),
        number=here.journey.number_of(step), of=len(here.journey.steps) + 1,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, kind: str, slug: str, number: int) -> HttpResponse:
    """Write down one person, or correct one."""
    here = visit(request, kind)
    step = people_or_404(here, slug)
    known = here.draft.people.get(slug, [])
    if not 1 <= number <= min(len(known) + 1, MOST_PEOPLE):
        raise Http404
    answers = known[number - 1] if number <= len(known) else {}
    if request.method != "POST":
        return _page(here, step, number, step.form.showing(answers, today=here.journey.today))
    return _answered(here, step, number, typed(request.POST, step.form.base_fields))


@require_POST
def remove(request: HttpRequest, kind: str, slug: str, number: int) -> HttpResponse:
    """Take a person out of the list."""
    here = visit(request, kind)
    step = people_or_404(here, slug)
    here.draft.drop_person(slug, number)
    here.save()
    return here.go(_list(here, step))


def _answered(here: Visit, step: PeopleStep, number: int, answers: Typed) -> HttpResponse:
    nobody = is_blank(answers)
    if here.goes_back and fits(answers):
        return _left(here, step, number, answers, nobody=nobody)
    if nobody and not step.least:
        return _nobody(here, step, number)
    form = step.form.of(answers, today=here.journey.today)
    if not form.is_valid():
        return _page(here, step, number, form, status=422)
    here.draft.put_person(step.slug, number, answers)
    here.save()
    return here.go(_list(here, step))


def _left(here: Visit, step: PeopleStep, number: int, answers: Typed, *, nobody: bool) -> HttpResponse:
    """«Tilbake»: what is typed is kept, an empty page is not a person."""
    back = _back(here, step)
    if not nobody:
        here.draft.put_person(step.slug, number, answers)
        here.save()
    return here.go(back)


def _nobody(here: Visit, step: PeopleStep, number: int) -> HttpResponse:
    """Nothing was written on a page that may be left: nobody is listed, and we go on."""
    here.draft.drop_person(step.slug, number)
    here.draft.people.setdefault(step.slug, [])
    here.save()
    return here.go(_list(here, step) if here.draft.people[step.slug] else here.on_from(step))


def _back(here: Visit, step: PeopleStep) -> str:
    return _list(here, step) if here.draft.people.get(step.slug) else here.back_from(step)


def _list(here: Visit, step: PeopleStep) -> str:
    return here.page(step) + _suffix(here)


def _person(here: Visit, step: PeopleStep, number: int) -> str:
    return here.url("concern-person", step.slug, number) + _suffix(here)


def _suffix(here: Visit) -> str:
    return "?endre=1" if here.changes_one_point else ""


def _page(here: Visit, step: PeopleStep, number: int, form: StepForm, status: int = 200) -> HttpResponse:
    return here.show(
        "step", status, step=step, form=form, number=here.journey.number_of(step), of=len(here.journey.steps) + 1,
        back=_back(here, step), which=number if number > 1 else 0,
    )  # fmt: skip
