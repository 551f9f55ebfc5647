"""An act on a concern: where it is found, what is shown beside it, and what has happened since it was read."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from oppvekst.domain.concerns import queries
from oppvekst.domain.concerns.desk import frame, page, pointing, trail
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules import MACHINE, RIGHTS
from oppvekst.ground.web.acting import Act


class ConcernAct(Act[Concern]):
    """One act on a concern."""

    template = "concerns/desk/act.html"
    part = "concerns/desk/_act.html"
    # The step of the law it takes: its section, and the right it demands, are written there and nowhere else.
    step: ClassVar[str] = ""
    # A final act asks again when the concern has changed since the form was opened.
    final: ClassVar[bool] = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.step:
            cls.law, cls.right = MACHINE.step(cls.step).citation, cls.__dict__.get("right", RIGHTS[cls.step])

    def find(self, concern_id: UUID, **others: UUID) -> Concern:
        return frame.seen(self.request, queries.get_concern(concern_id))

    def head(self, concern: Concern) -> dict[str, Any]:
        back = reverse("desk:concern", args=[concern.id])
        return {
            **page.head(concern, today=frame.today()), "sett": trail.opened(concern, frame.now()), "back": back,
            "words": pointing.words(concern),
            "crumbs": [(page.LIST, reverse("desk:concerns")), (concern.number, back), (self.heading, "")],
        }  # fmt: skip

    def home(self, concern: Concern, done: str) -> HttpResponse:
        return frame.lead_on(self.request, concern.id, done)

    @property
    def read(self) -> str:
        """How the concern stood when the form was opened: what a person decides on is what she has read."""
        return trail.read(self.request.POST.get(trail.SEEN, ""))

    def changed(self, concern: Concern) -> trail.Meanwhile | None:
        told = self.request.POST.get(trail.SEEN, "")
        return trail.meanwhile(concern, told, self.request.actor) if self.final else None
