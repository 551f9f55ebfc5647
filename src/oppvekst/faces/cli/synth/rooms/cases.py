"""The case of an invented child: its parents, who looks at it, and how it is closed."""

from __future__ import annotations

from uuid import UUID

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.models import Case, Party
from oppvekst.faces.cli.synth.life import Stage
from oppvekst.faces.cli.synth.rooms import Numbered
from oppvekst.faces.cli.synth.rooms.people import details, entrust
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Grant
from oppvekst.ground.journal.acts import act
from oppvekst.ground.journal.looks import look

NUMBERED = {Case: Numbered("S", "opened_at", "{year}-{number:04}")}


def people(stage: Stage, case: Case) -> None:
    """The parents are written into the child's case, with where the service knows them from."""
    with stage.desk("intake") as intake:
        look("case", by=intake, at=stage.at, subject=case.id, case_id=case.id)
        for part, parent in ((Party.Part.MOTHER, stage.family.mother), (Party.Part.FATHER, stage.family.father)):
            if parent:
                actions.add_party(
                    case.id, details(stage, parent), part, by=intake, at=stage.at, parental_responsibility=True,
                    lives_with_child=part == Party.Part.MOTHER, source="Folkeregisteret",
                )  # fmt: skip
    if stage.life.shape.strict:
        entrust(stage, case.child_id)


def looked_at(stage: Stage, role: str) -> None:
    """Somebody opens the pages of the family's cases (bvl § 13-1)."""
    with stage.desk(role) as reader:
        for case_id in stage.kept["cases"]:
            look("case", by=reader, at=stage.at, subject=case_id, case_id=case_id)


def leave(stage: Stage, role: str) -> None:
    """Whoever has no more to do with the family ends her access (bvl § 13-1)."""
    with stage.desk(role) as leaver:
        for grant_id in list(_open_grants(stage, leaver)):
            actions.end_access(grant_id, by=leaver, at=stage.at)


def close(stage: Stage, role: str) -> None:
    """Close the cases, and leave them.

    No room can close a case yet: the one that decides will. Until then this stands in for its act, through the same
    row policies, and is the only thing in an invented service that no action has done.
    """
    with stage.desk(role) as closer:
        for case_id in stage.kept["cases"]:
            with act("case.closed", by=closer, at=stage.at, right="case.write", law="bvl § 12-4") as entry:
                Case.objects.filter(id=case_id).update(state=Case.State.CLOSED, closed_at=stage.at)
                entry.about(case_id, case_id=case_id, says="Saken ble avsluttet.")
    leave(stage, role)


def _open_grants(stage: Stage, leaver: Actor) -> list[UUID]:
    hers = Grant.objects.filter(case_id__in=stage.kept["cases"], staff_id=leaver.person, valid_to=None)
    return list(hers.order_by("given_at", "case_id").values_list("id", flat=True))
