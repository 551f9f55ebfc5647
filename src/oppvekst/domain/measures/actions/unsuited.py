"""The family says that one planned time does not suit, and whoever is responsible answers (bvl §§ 1-4, 1-9)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.measures.models import Occasion, Unsuited
from oppvekst.domain.measures.queries import get_occasion
from oppvekst.domain.measures.queries.unsuited import waiting_of
from oppvekst.domain.measures.rules import WRITE, days_in_words
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import Subject, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

LAW = "bvl § 1-9"
NOTHING_WAITS = "Ingen i familien venter på svar om dette nå."
NO_ANSWER = "Skriv hva du svarer."
REFUSED = {
    "changed": _("Dette er allerede flyttet eller avlyst, eller dagen har kommet. Ring oss."),
    "enough": _("Du har sagt fra om dette flere ganger. Vi har fått det. Ring oss hvis det haster."),
}
NOT_THERE = _("Vi finner ikke dette. Det kan være ferdig, eller det er ikke delt med deg.")


def say_unsuited(occasion_id: UUID, *, words: str, instead: str, answer_by: date, at: datetime) -> None:
    """Say it from My page. The plan stands until somebody here has called off, moved or answered.

    The database writes it, with the task and the journal's entry: whoever visits My page has no more than this.
    """
    told = _told("access.say_unsuited(%s, %s, %s, %s, %s)", occasion_id, words.strip(), instead.strip(), answer_by, at)
    if told in REFUSED:
        raise NotAllowed(str(REFUSED[told]))


def suits_after_all(occasion_id: UUID, *, at: datetime) -> bool:
    """Say from My page that it suits after all; false where nothing of one's own waited (bvl § 1-4)."""
    return _told("access.suits_after_all(%s, %s)", occasion_id, at) == "told"


def answer_unsuited(occasion_id: UUID, answers: Mapping[UUID, str], *, by: Actor, at: datetime) -> None:
    """Answer what each wrote that the writer has seen; each reads her own, and what has come since waits (bvl § 1-9)."""
    with act("occasion.answered", by=by, at=at, right=WRITE, law=LAW) as entry:
        one = _held(occasion_id)
        waits = waiting_of(one.id)
        if not waits:
            raise NotAllowed(NOTHING_WAITS)
        answered = [each for each in waits if answers.get(each.id, "").strip()]
        if not answered:
            raise Incomplete({"answer": NO_ANSWER})
        for each in answered:
            each.answer, each.settled_at, each.settled_by_name = answers[each.id].strip(), at, by.name
            each.save(update_fields=["answer", "settled_at", "settled_by_name"])
        if len(answered) == len(waits):
            _done(one)
        names = " og ".join(dict.fromkeys(each.person_name for each in answered))
        days = days_in_words(one.first_day, one.last_day)
        entry.about(one.id, case_id=one.case_id, says=f"{names} fikk svar om at {days} ikke passer.")


def settle_unsuited(one: Occasion, *, by: Actor, at: datetime) -> None:
    """Nobody waits for an answer any longer: what it was about is called off, moved or has been."""
    waits = Unsuited.objects.filter(occasion=one, settled_at=None)
    if waits.update(settled_at=at, settled_by_name=by.name):
        _done(one)


def _held(occasion_id: UUID) -> Occasion:
    """The time itself is held, as My page holds it: what comes this very moment is read before it, or comes after."""
    get_occasion(occasion_id)
    Occasion.objects.select_for_update().get(id=occasion_id)
    return get_occasion(occasion_id)


def _done(one: Occasion) -> None:
    settle(Subject(one.id, "occasion", one.municipality_id, one.case_id))


def _told(function: str, *values: UUID | str | date | datetime) -> str:
    """What the database answers My page; what is not hers, and what is not there, are told the same."""
    with connection.cursor() as cursor:
        cursor.execute(f"select {function}", values)
        told = str(cursor.fetchone()[0])
    if told == "not_there":
        raise NotFound(str(NOT_THERE))
    return told
