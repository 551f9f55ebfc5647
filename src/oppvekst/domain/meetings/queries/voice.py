"""The meetings of a case with what the child wanted of each and whether it came: three questions, however many there are."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F, Prefetch

from oppvekst.domain.meetings.models import ChildWish, Invitation, Meeting


def meetings_with_child(case_id: UUID) -> list[Meeting]:
    """Every meeting, oldest first, each with the child's wishes and its own invitation, if it was asked by one (bvl § 1-4)."""
    childs = Invitation.objects.filter(person_id=F("case__child_id"))
    return list(
        Meeting.objects.filter(case_id=case_id)
        .select_related("group")
        .prefetch_related(
            Prefetch("wishes", ChildWish.objects.order_by("-asked_on", "-id")), Prefetch("invitations", childs)
        )
        .order_by("starts_at", "id")
    )


def came(meeting: Meeting) -> bool | None:
    """Whether the child was there; None where nobody has written who was, or the child was not asked by an invitation."""
    return next((one.attended for one in meeting.invitations.all()), None)
