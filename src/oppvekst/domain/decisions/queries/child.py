"""A decision in words for the child: as it lies on the child's own page, for the desk and for the child."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from oppvekst.domain.decisions.models import ChildTold
from oppvekst.law.refusals import NotFound

ON_THE_PAGE = ("id", "decided", "view", "why_not", "written_at")


def told_child(decision_id: UUID) -> ChildTold | None:
    """What lies on the child's own page now, if anything."""
    return ChildTold.objects.filter(decision_id=decision_id, taken_back_at=None).first()


def told_to_me() -> QuerySet[ChildTold]:
    """The decisions that the child who has logged in is told of, the newest first."""
    return ChildTold.objects.only(*ON_THE_PAGE).order_by("-written_at", "id")


def get_told_to_me(told_id: UUID) -> ChildTold:
    """One of them, if it is this child's."""
    found = told_to_me().filter(id=told_id).first()
    if found is None:
        raise NotFound(_("Vi finner ikke dette på siden din."))
    return found
