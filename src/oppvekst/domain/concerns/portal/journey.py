"""Where a writer is: the pages that are hers, what she has answered, and what is still lacking."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from oppvekst.domain.concerns.portal.draft import Draft
from oppvekst.domain.concerns.portal.forms.step import StepForm
from oppvekst.domain.concerns.portal.steps import CHILDREN, SIBLINGS, Kind, PeopleStep, Step
from oppvekst.domain.concerns.portal.typed import Typed


@dataclass
class Journey:
    """One writer's way through the pages. Reads the draft; never changes it."""

    kind: Kind
    draft: Draft
    today: date
    # The pages that are hers, in order, and every good answer on them. An earlier page decides about a later.
    steps: list[Step] = field(default_factory=list, init=False)
    said: dict[str, Any] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """Walk the pages once."""
        for step in self.kind.steps:
            if step.when(self):
                self.steps.append(step)
                self.said.update(
                    {} if isinstance(step, PeopleStep) else self._good(self.draft.answers.get(step.slug), step)
                )

    def step(self, slug: str) -> Step | None:
        """The page with that word in its address, if it is hers."""
        return next((step for step in self.steps if step.slug == slug), None)

    def number_of(self, step: Step) -> int:
        """Which page it is, from 1."""
        return self.steps.index(step) + 1

    def before(self, step: Step) -> Step | None:
        """The page before it; nothing before the first."""
        at = self.steps.index(step)
        return self.steps[at - 1] if at else None

    def after(self, step: Step) -> Step | None:
        """The page after it; nothing after the last."""
        at = self.steps.index(step) + 1
        return self.steps[at] if at < len(self.steps) else None

    def people(self, slug: str) -> list[dict[str, Any]]:
        """The persons of a list that is hers, as they were understood."""
        step = self.step(slug)
        return [self._good(each, step) for each in self.draft.people.get(slug, [])] if step else []

    @property
    def children(self) -> list[dict[str, Any]]:
        """The children she has listed, brothers and sisters of her own too."""
        return [*self.people(CHILDREN), *(each for each in self.people(SIBLINGS) if any(each.values()))]

    def lacking(self, step: Step) -> str:
        """What is wrong with a page as it stands, or nothing."""
        if isinstance(step, PeopleStep):
            return self._lacking_people(step)
        return _first_error(self.form(step))

    def form(self, step: Step) -> StepForm:
        """The page's form with her answers, examined."""
        return step.form.of(self.draft.answers.get(step.slug, {}), today=self.today)

    def people_forms(self, step: Step) -> list[StepForm]:
        """The same for every person of a list."""
        return [step.form.of(each, today=self.today) for each in self.draft.people.get(step.slug, [])]

    def _lacking_people(self, step: PeopleStep) -> str:
        found = self.people_forms(step)
        if len(found) < step.least:
            return _("Fortell hvilket barn det gjelder. Vet du ikke navnet, beskriver du barnet.")
        return next((sentence for form in found if (sentence := _first_error(form))), "")

    def _good(self, answers: Typed | None, step: Step) -> dict[str, Any]:
        form = step.form.of(answers or {}, today=self.today)
        form.is_valid()
        return dict(form.cleaned_data)


def _first_error(form: StepForm) -> str:
    return next((str(error) for errors in form.errors.values() for error in errors), "")
