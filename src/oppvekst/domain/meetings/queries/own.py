"""What whoever has logged in at My page may read of meetings: what was sent to her, and her part of the minutes."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from oppvekst.domain.meetings.models import Invitation, Minutes
from oppvekst.law.refusals import NotFound

ASKED = ("id", "municipality_id", "told", "sent_at", "uid", "sequence")
GIVEN = ("id", "municipality_id", "title", "told", "shown_from")


def my_invitations() -> QuerySet[Invitation]:
    """What she is asked to; the last sent first."""
    return Invitation.objects.only(*ASKED).order_by("-sent_at", "id")


def my_minutes() -> QuerySet[Minutes]:
    """What she has been given, the newest first."""
    return Minutes.objects.only(*GIVEN).order_by("-shown_from", "id")


def my_invitation(invitation_id: UUID) -> Invitation:
    """One of hers; one that is another's and one that is not there are told the same."""
    return _mine(my_invitations().filter(id=invitation_id).first())


def my_part(minutes_id: UUID) -> Minutes:
    """One of hers."""
    return _mine(my_minutes().filter(id=minutes_id).first())


def _mine[Found](found: Found | None) -> Found:
    if found is None:
        raise NotFound(_("Vi finner ikke dette. Det kan være tatt bort, eller det er ikke delt med deg."))
    return found
