"""Decisions as whoever has logged in at My page may read them: her own copies, and of each only what stands on the page."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from oppvekst.domain.decisions.models import Copy
from oppvekst.law.refusals import NotFound

LISTED = ("id", "title", "language", "road", "decided_on", "shown_from", "opened_at", "appeal_due", "appeal_steps")


def my_copies() -> QuerySet[Copy]:
    """Those that lie ready for her, the newest first."""
    return Copy.objects.only(*LISTED).order_by("-shown_from", "id")


def my_copy(copy_id: UUID) -> Copy:
    """One of hers, with its words; one that is another's and one that is not there are told the same."""
    found = Copy.objects.only(*LISTED, "told").filter(id=copy_id).first()
    if found is None:
        raise NotFound(_("Vi finner ikke dette. Det kan være tatt bort, eller det er ikke delt med deg."))
    return found


def letter_at_my_page(copy_id: UUID) -> bytes:
    """The letter itself, if it is hers."""
    return bytes(Copy.objects.only("id", "pdf").get(id=my_copy(copy_id).id).pdf)
