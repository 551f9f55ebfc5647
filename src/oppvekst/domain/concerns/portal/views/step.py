"""One page of questions."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from oppvekst.domain.concerns.portal.forms.beginning import NO
from oppvekst.domain.concerns.portal.forms.step import StepForm
from oppvekst.domain.concerns.portal.steps import DANGER, PeopleStep, Step
from oppvekst.domain.concerns.portal.typed import fits, is_blank, typed
from oppvekst.domain.concerns.portal.views.people import listed
from oppvekst.domain.concerns.portal.visit import Visit, step_or_404, visit


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """Ask, and keep what is answered. «Tilbake» keeps it too, finished or not."""
    here = visit(request, kind)
    asked = step_or_404(here, slug)
    if isinstance(asked, PeopleStep):
        return listed(here, asked)
    if request.method != "POST":
        shown = asked.form.showing(here.draft.answers.get(slug, {}), today=here.journey.today)
        return _page(here, asked, shown)
    return _answered(here, asked)


def _answered(here: Visit, asked: Step) -> HttpResponse:
    answers = typed(here.request.POST, asked.form.base_fields)
    if fits(answers) and not (is_blank(answers) and here.goes_back):
        here.draft.answers[asked.slug] = answers
    if here.goes_back and fits(answers):
        _keep(here)
        return here.go(here.back_from(asked))
    form = asked.form.of(answers, today=here.journey.today)
    if not form.is_valid():
        _keep(here)
        return _page(here, asked, form, status=422)
    here.save()
    return here.go(_next(here, asked, form))


def _keep(here: Visit) -> None:
    """Nothing typed is lost, also when it is not right yet; but an empty page makes no draft and no cookie."""
    if here.draft.key or not all(map(is_blank, here.draft.answers.values())):
        here.save()


def _next(here: Visit, asked: Step, form: StepForm) -> str:
    if asked.slug == DANGER and form.cleaned_data["danger"] != NO and not here.changes_one_point:
        return here.url("concern-call")
    return here.on_from(asked)


def _page(here: Visit, asked: Step, form: StepForm, status: int = 200) -> HttpResponse:
    return here.show(
        "step", status, step=asked, form=form, number=here.journey.number_of(asked), of=len(here.journey.steps) + 1,
        back=here.back_from(asked),
    )  # fmt: skip
