"""The family says that one planned time does not suit, and whoever is responsible answers (bvl §§ 1-4, 1-9)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.measures.models import Occasion, Unsuited
from oppvekst.domain.measures.queries import get_occasion
from oppvekst.domain.measures.queries.unsuited import waiting_of
from oppvekst.domain.measures.rules import WRITE
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import Subject, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

LAW = "bvl § 1-9"
NOTHING_WAITS = "Ingen i familien venter på svar om dette nå."
REFUSED = {
    "changed": _("Dette er allerede flyttet eller avlyst, eller dagen har kommet. Ring oss."),
    "enough": _("Du har sagt fra om dette flere ganger. Vi har fått det. Ring oss hvis det haster."),
}
NOT_THERE = _("Vi finner ikke dette. Det kan være ferdig, eller det er ikke delt med deg.")


def say_unsuited(occasion_id: UUID, *, words: str, instead: str, at: datetime) -> None:
    """Say it from My page. The plan stands until somebody here has called off, moved or answered.

    The database writes it, with the task and the journal's entry: whoever visits My page has no more than this.
    """
    with connection.cursor() as cursor:
        cursor.execute("select access.say_unsuited(%s, %s, %s, %s)", [occasion_id, words.strip(), instead.strip(), at])
        told = str(cursor.fetchone()[0])
    if told in REFUSED:
        raise NotAllowed(str(REFUSED[told]))
    if told == "not_there":
        raise NotFound(str(NOT_THERE))


def answer_unsuited(occasion_id: UUID, *, answer: str, by: Actor, at: datetime) -> None:
    """Answer those in the family who wait; each reads it at My page, and the task is done (bvl § 1-9)."""
    with act("occasion.answered", by=by, at=at, right=WRITE, law=LAW) as entry:
        one = get_occasion(occasion_id)
        if not waiting_of(one.id):
            raise NotAllowed(NOTHING_WAITS)
        if not answer.strip():
            raise Incomplete({"answer": "Skriv hva du svarer."})
        settle_unsuited(one, answer=answer.strip(), by=by, at=at)
        entry.about(one.id, case_id=one.case_id, says="Familien fikk svar om at dagene ikke passer.")


def settle_unsuited(one: Occasion, *, answer: str = "", by: Actor, at: datetime) -> None:
    """Nobody waits for an answer any longer: it is answered, or what it was about is called off, moved or has been."""
    waits = Unsuited.objects.filter(occasion=one, settled_at=None)
    if waits.update(answer=answer, settled_at=at, settled_by_name=by.name):
        settle(Subject(one.id, "occasion", one.municipality_id, one.case_id))
