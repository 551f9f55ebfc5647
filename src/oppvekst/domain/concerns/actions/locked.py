"""One at a time: every act on a concern begins by holding its row until the act is done."""

from __future__ import annotations

from uuid import UUID

from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.queries.concern import get_concern, stand_of
from oppvekst.law.refusals import NotAllowed

CHANGED = "Noe har skjedd med meldingen siden du leste den. Les den på nytt."


def locked(concern_id: UUID, *, read: str = "") -> Concern:
    """The concern, for whoever may see it. One who acts at the same moment waits here, and then reads what was done.

    ``read`` is how it stood when the person read it (``stand_of``); given, it must stand so still.
    """
    # A question of its own: the next one sees what this one waited for.
    Concern.objects.select_for_update(of=("self",)).filter(id=concern_id).values_list("id").first()
    concern = get_concern(concern_id)
    if read and read != stand_of(concern):
        raise NotAllowed(CHANGED, because=("changed_meanwhile",))
    return concern
