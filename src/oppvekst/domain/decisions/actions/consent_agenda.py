"""What consents ask for on the agenda: the written yes after an oral one, a new person to ask, and a yes that has fallen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import reduce
from operator import and_
from uuid import UUID

from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.decisions.models import ConsentText
from oppvekst.domain.decisions.queries.consent import People, Standing, as_answer, fallen, followed, standing
from oppvekst.domain.decisions.rules.consent import FREE, Kind, Line, Said, changes_on, rings, to_be_written, ways_on
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.law.calendar import in_words, last_working_day, oslo_date

WRITTEN_WITHIN = timedelta(days=14)
# A birthday further off is found when the text is next looked at: help is evaluated long before.
AHEAD = timedelta(days=366)
OWN_LIMIT = "Loven har ingen frist her. Dagen er tjenestens egen."


def settle_consents(case_id: UUID, *, today: date) -> None:
    """Make the agenda agree with every open text of a case, for whatever has changed about it (bvl §§ 3-1, 12-3).

    Called by every act about consent, and by the face when a room before this one writes where the child lives.
    """
    people = People.of(get_case(case_id))
    for text in ConsentText.objects.filter(case_id=case_id, closed_at=None):
        settle_text(text, today=today, people=people)


def settle_text(text: ConsentText, *, today: date, people: People | None = None) -> None:
    """The tasks of one text; a closed one asks for nothing."""
    planned: tuple[Planned, ...] = ()
    if text.closed_at is None:
        now = standing(text, today=today, people=people or People.of(text.case))
        planned = (*_fallen(now), *_to_be_written(now), *_new_to_ask(now))
    settle(Subject(text.id, "consent_text", text.municipality_id, text.case_id, planned))


def _fallen(now: Standing) -> Iterator[Planned]:
    """A yes that was taken back, or a no from somebody who must be asked while it runs: assessed the same day."""
    done, kind = followed(now.text), Kind(now.text.kind)
    for answer in fallen(now):
        chosen = done.get(answer.id)
        on = oslo_date(answer.said_at)
        said = "trakk samtykket" if answer.said == Said.WITHDRAWN else "sa nei"
        yield Planned(
            f"consent-fallen:{answer.id}", f"{answer.person.name} {said}. Vurder hva som nå er lovlig å gjøre",
            due=on, target=on, start=on, law=str(reduce(and_, (way.law for way in ways_on(kind)))),
            steps=(f"{said.capitalize()} {in_words(on)}.", FREE, "Det vurderes samme dag, for hjelpen bygger på samtykket.",
                   *_ways(kind)),
            assignee=now.text.case.responsible, done_on=oslo_date(chosen.noted_at) if chosen else None,
        )  # fmt: skip


def _ways(kind: Kind) -> Iterator[str]:
    """What can lawfully be done then, each with its section."""
    for way in ways_on(kind):
        yield f"{way.title} ({way.law})."


def _asked_at_first(now: Standing) -> tuple[str, ...]:
    """Those who had to be asked on the day the words were written."""
    return replace(now, day=oslo_date(now.text.asked_at)).matrix.required


def _to_be_written(now: Standing) -> Iterator[Planned]:
    given = [as_answer(row.answer) for row in now.rows if row.stands and row.answer]
    for key in to_be_written(now.matrix, given):
        answer = now.answers[UUID(key)]
        due = oslo_date(answer.said_at) + WRITTEN_WITHIN
        yield Planned(
            f"consent-written:{key}", f"Be {answer.person.name} om skriftlig samtykke", due=due, target=last_working_day(due),
            start=oslo_date(answer.said_at), law="bvl § 3-1", interpretation="At samtykket bør være skriftlig, er veiledning.",
            steps=("Et muntlig ja gjelder når det er skrevet ned. Det bør likevel bli skriftlig.", OWN_LIMIT),
            assignee=now.text.case.responsible,
        )  # fmt: skip


def _new_to_ask(now: Standing) -> Iterator[Planned]:
    """Somebody who need not be asked at first must be, from a day: the child moved, or reached an age."""
    if not any(row.stands for row in now.rows):
        return
    known, seen = {*_asked_at_first(now)}, set[str]()
    for day in _days(now):
        matrix = replace(now, day=day).matrix
        for key in matrix.required:
            line = matrix.line_of(key)
            if line and key not in known | seen:
                seen.add(key)
                yield _ask(now, line, day)


def _ask(now: Standing, line: Line, day: date) -> Planned:
    answer = now.answers.get(UUID(line.who))
    answered = answer is not None and answer.text_id == now.text.id
    return Planned(
        f"consent-ask:{line.who}", f"Spør {line.name} om samtykke: {now.text.get_kind_display().lower()}", due=day,
        target=last_working_day(day), start=day, law=str(line.law), interpretation=line.interpretation,
        steps=(f"Fra {in_words(day)}: {line.sentence}", "Uten det kan tiltaket ikke gå videre på frivillig grunnlag."),
        assignee=now.text.case.responsible, done_on=oslo_date(answer.said_at) if answered and answer else None,
    )  # fmt: skip


def _days(now: Standing) -> list[date]:
    """Every day after the words were written on which somebody's part becomes another."""
    asked = oslo_date(now.text.asked_at)
    days = {day for day in now.people.turning_days() if day > asked}
    begun = replace(now, day=asked)
    turning = changes_on(Kind(now.text.kind), begun.situation)
    if turning and turning[1].on <= now.day + AHEAD:
        days.add(turning[1].on)
    return sorted({*days, max(now.day, asked)})


def alarm_is_due(text: ConsentText) -> bool:
    """Whether somebody must see it now, whatever the hour: a child away from home (bvl § 15-3 (4))."""
    return rings(Kind(text.kind))
