"""Investigations of invented families: opened by a second person, planned, sometimes extended, and ended (bvl § 2-2)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from oppvekst.domain.concerns import actions as concerns
from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.models import Investigation
from oppvekst.faces.cli.synth.life import Beat, Destiny, Stage
from oppvekst.faces.cli.synth.rooms import cases
from oppvekst.faces.cli.synth.rooms import concerns as concern
from oppvekst.ground.agenda.planned import settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date

PLAN = {
    "questions": "Hvordan har barnet det hjemme, og hva trenger foreldrene for å gi god nok omsorg?",
    "sources": "Skole eller barnehage, helsestasjon, fastlege. Foreldrene spørres først.",
    "talks": "Samtale med barnet alene på skolen, og en til etter hjemmebesøket.",
    "home_visit": "Ett avtalt og ett uanmeldt hjemmebesøk.",
    "timetable": "Samtaler innen tre uker, opplysninger innen seks, oppsummering to uker før fristen.",
}


def propose(stage: Stage) -> None:
    """The intake proposes to investigate."""
    with stage.desk("intake") as intake:
        for concern_id in stage.kept["concerns"]:
            concerns.propose(concern_id, "open_investigation", reasons=concern.GROUND, by=intake, at=stage.at)


def open_it(stage: Stage) -> None:
    """The leader of the team opens it, and gives the family to a worker."""
    cases.looked_at(stage, "leader")
    with stage.desk("leader") as leader:
        stage.kept["investigations"] = [
            actions.open_investigation(
                concern_id,
                reasons=concern.GROUND,
                responsible=UUID(stage.crew.members["worker"].id),
                by=leader,
                at=stage.at,
            ).id
            for concern_id in stage.kept["concerns"]
        ]


def hand_over(stage: Stage) -> None:
    """The intake answers the reporter, and leaves the family to its worker."""
    concern.answer(stage)
    cases.leave(stage, "intake")


def plan(stage: Stage) -> None:
    """The worker reads the case and plans."""
    cases.looked_at(stage, "worker")
    with stage.desk("worker") as worker:
        for each in stage.kept["investigations"]:
            actions.save_plan(each, PLAN, by=worker, at=stage.at)


def follow(stage: Stage) -> None:
    """The worker reads the case again."""
    cases.looked_at(stage, "worker")


def extend(stage: Stage) -> None:
    """The leader extends it, with special reasons."""
    with stage.desk("leader") as leader:
        for each in _investigations(stage):
            actions.extend(
                each.id, reasons="Tilrettelagt avhør er utsatt to ganger.", by=leader, at=stage.at,
                new_due=each.three_months_from + timedelta(days=150),
            )  # fmt: skip


def conclude(stage: Stage) -> None:
    """The investigation ends.

    No room can end one yet: the one that decides will. This stands in for its act until then, through the same row
    policies, and settles the limits as the room of investigations itself does.
    """
    with stage.desk("worker") as worker:
        for each in _investigations(stage):
            with act(
                "investigation.concluded", by=worker, at=stage.at, right="investigation.plan", law="bvl § 2-2"
            ) as entry:
                each.concluded_on = oslo_date(stage.at)
                each.save(update_fields=["concluded_on"])
                settle(actions.limits_of(each, worker.person))
                entry.about(each.id, case_id=each.case_id, says="Undersøkelsen ble avsluttet.")


def again(stage: Stage) -> None:
    """A second concern about the family while it is investigated: added, and the scope assessed anew."""
    first = stage.kept["concerns"]
    concern.arrive(stage)
    concern.answer_alarm(stage)
    concern.assess(stage)
    concern.take(stage)
    with stage.desk("intake") as intake:
        for concern_id, case_id in zip(stage.kept["concerns"], stage.kept["cases"], strict=True):
            concerns.link_case(concern_id, case_id, by=intake, at=stage.at)
            actions.add_concern(
                concern_id, assessed="Samme forhold som undersøkes. Planen dekker det.", by=intake, at=stage.at
            )
    hand_over(stage)
    stage.kept["concerns"] = first


def close(stage: Stage) -> None:
    """The family is followed up no more."""
    cases.close(stage, "worker")


def _investigations(stage: Stage) -> list[Investigation]:
    found = Investigation.objects.in_bulk(stage.kept["investigations"])
    return [found[each] for each in stage.kept["investigations"]]


OPENED = (
    *concern.REVIEWED, Beat(propose, (0, 3), hour=12), Beat(open_it, (0, 2), hour=13), Beat(hand_over, hour=14),
)  # fmt: skip
PLANNED = (*OPENED, Beat(plan, (1, 10), hour=10), Beat(follow, (10, 30), hour=11))
ENDED = (*PLANNED, Beat(conclude, (15, 50), hour=12))
LATE = (*PLANNED, Beat(conclude, (80, 120), hour=12))

DESTINIES = (
    Destiny("nothing found", 0.40, (*ENDED, Beat(close, (1, 14), hour=13))),
    Destiny(
        "followed up", 0.25, (*ENDED, Beat(follow, (30, 90)), Beat(follow, (60, 200)), Beat(close, (60, 500), hour=13)),
    ),
    Destiny("overdue", 0.035, (*LATE, Beat(close, (1, 14), hour=13))),
    Destiny(
        "extended", 0.05,
        (*PLANNED, Beat(extend, (30, 50), hour=9), Beat(conclude, (30, 80)), Beat(close, (1, 14), hour=13)),
    ),
    Destiny(
        "again", 0.04,
        (*PLANNED, Beat(again, (3, 20), hour=8), Beat(conclude, (15, 40)), Beat(close, (5, 300), hour=13)),
    ),
)  # fmt: skip
