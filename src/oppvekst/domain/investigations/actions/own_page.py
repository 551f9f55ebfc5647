"""The child reads its own words on its own page, and answers: yes, or as it wants them (bvl § 1-4)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection

from oppvekst.domain.cases.actions import give_code, open_my_page
from oppvekst.domain.cases.models import MyPage
from oppvekst.domain.investigations.actions.talks import LAW, WRITE
from oppvekst.domain.investigations.queries.talks import counted, facts_of_talk, get_talk
from oppvekst.domain.investigations.rules import may_be_read_back
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

REFUSED = {
    "answered": "Du har svart allerede. Vil du si noe mer, så si det til den du snakket med.",
    "changed": "Ordene er skrevet på nytt siden du åpnet siden. Les dem en gang til før du svarer.",
}


def share_words(talk_id: UUID, *, by: Actor, at: datetime) -> str:
    """Lay the child's words on its own page, which is opened if it is not, and give the code to hand over on paper."""
    with act("talk.shared", by=by, at=at, right=WRITE, law=LAW) as entry:
        talk = get_talk(talk_id)
        may_be_read_back(facts_of_talk(talk))
        if not counted(talk):
            raise Incomplete({"words": "Skriv ned barnets egne ord først. Det er dem barnet skal lese."})
        talk.shared_at = talk.shared_at or at
        talk.save(update_fields=["shared_at"])
        entry.about(talk.id, case_id=talk.case_id, says="Barnets egne ord ble lagt på barnets egen side.")
    child = talk.case.child_id
    if not MyPage.objects.filter(case_id=talk.case_id, person_id=child, closed_at=None).exists():
        open_my_page(talk.case_id, child, by=by, at=at)
    return give_code(talk.case_id, child, by=by, at=at)


def take_back_words(talk_id: UUID, *, by: Actor, at: datetime) -> None:
    """Take the words off the child's own page again; what the child has answered stands."""
    with act("talk.unshared", by=by, at=at, right=WRITE, law=LAW) as entry:
        talk = get_talk(talk_id)
        if talk.shared_at is None:
            raise NotAllowed("Ordene ligger ikke på barnets egen side.")
        talk.shared_at = None
        talk.save(update_fields=["shared_at"])
        entry.about(talk.id, case_id=talk.case_id, says="Barnets egne ord ble tatt bort fra barnets egen side.")


def answer_own_words(talk_id: UUID, *, read: int, corrected: str, at: datetime) -> str:
    """What the child answers there: yes when ``corrected`` is empty, else its own words as a new version that counts.

    The database writes it, the journal's entry too: whoever visits My page has no more than this one question.
    """
    with connection.cursor() as cursor:
        cursor.execute("select access.answer_own_words(%s, %s, %s, %s)", [talk_id, read, corrected.strip(), at])
        told = str(cursor.fetchone()[0])
    if told in REFUSED:
        raise NotAllowed(REFUSED[told])
    if told == "not_there":
        raise NotFound("Vi finner ikke dette på siden din.")
    return told
