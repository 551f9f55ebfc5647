"""Kari's week in the demo: what she has held so far, and what stands in the plans for the rest of it and the next. Invented."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import cycle

from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.actions import Noted, Row, Talk
from oppvekst.domain.investigations.models import FieldNote, Investigation, PlanRow
from oppvekst.domain.investigations.rules.outcomes import OPEN_STATES
from oppvekst.domain.investigations.rules.talks import AGREED
from oppvekst.faces.cli.demo_data.help.days import KARI, Demo
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.travel import set_travel
from oppvekst.law.calendar import OSLO

MORNING, AFTERNOON, ON_THE_WAY = time(9, 30), time(14, 15), 20
# The newest talks still wait to be read back to the child.
NOT_READ_YET = timedelta(days=4)
SAID = (
    "Det er best på skolen. Hjemme er det mye lyd.", "Jeg vil at bestemor skal komme oftere.",
    "Jeg liker at du spør, men jeg vil ikke svare på alt.", "Pappa er snill når han har sovet.",
)  # fmt: skip
SEEN = (
    "Ryddig på kjøkkenet, mat på bordet. Barnet viste rommet sitt. Foreldrene snakket rolig om morgenen.",
    "Far åpnet. Mor sov. Barna hadde spist. Vi avtalte ny tid når begge er våkne.",
)
AHEAD = (
    (PlanRow.Kind.VISIT, "Avtalt hjemmebesøk etter skolen"), (PlanRow.Kind.TALK, "Samtale på skolen, i biblioteket"),
    (PlanRow.Kind.TASK, "Skrive sammendrag av det vi vet"), (PlanRow.Kind.VISIT, "Hjemmebesøk ved leggetid"),
)  # fmt: skip


def fill_week(demo: Demo) -> None:
    """Two things a day, Monday to Friday, this week and the next."""
    with demo.cast(KARI) as kari:
        own = Investigation.objects.filter(case__responsible=kari.person, state__in=OPEN_STATES, concluded_on=None)
        children = cycle(list(own.select_related("case").order_by("opened_on", "id")))
        for number, day in enumerate(demo.working_days()):
            for place, clock in enumerate((MORNING, AFTERNOON)):
                at = datetime.combine(day, clock, tzinfo=OSLO)
                (_has_been if at < demo.now - timedelta(hours=2) else _comes)(
                    demo, next(children), at, number + place, kari
                )


def _has_been(demo: Demo, of: Investigation, at: datetime, number: int, kari: Actor) -> None:
    written = at + timedelta(hours=1)
    if number % 2:
        talk = Talk(
            held_at=at, place="Solvik skole", told_purpose=True, told_readers=True, told_voluntary=True, parents_told=True,
            understood_how="Sa det med egne ord.", heard_about="Hverdagen", words=SAID[number % len(SAID)],
        )  # fmt: skip
        held = actions.write_talk(of.case_id, talk, investigation_id=of.id, by=kari, at=written)
        if at < demo.now - NOT_READ_YET:
            actions.read_back(held.id, AGREED, by=kari, at=written)
    else:
        noted = Noted(
            kind=FieldNote.Kind.HOME_VISIT, happened_at=at, present="Barnet, foreldrene og Kari", announced=number % 4 == 0,
            facts=SEEN[number // 2 % len(SEEN)], place="Hjemme",
        )  # fmt: skip
        actions.write_note(of.id, noted, by=kari, at=written)
    set_travel(at.date(), at.time(), ON_THE_WAY, by=kari)


def _comes(demo: Demo, of: Investigation, at: datetime, number: int, kari: Actor) -> None:
    kind, what = AHEAD[number % len(AHEAD)]
    due: date = at.date()
    actions.add_row(of.id, Row(kind=kind, what=what, due=due, responsible=kari.person), by=kari, at=demo.now)
