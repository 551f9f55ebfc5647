"""A family for the tests of this room: Emil (7) with his parents Lise and Morten, at Kari's, and a draft about guidance."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.rules import Kind, required
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.actor import Actor
from tests.world import World

MONDAY = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
GUIDANCE = actions.Terms(kind=Kind.MEASURE, category="3.9")
EMIL = Details(given_name="Emil", family_name="Nygård", birth_date=date(2018, 9, 3))
PARENTS = (("Lise", Party.Part.MOTHER, True), ("Morten", Party.Part.FATHER, True))


def family(world: World, child: Details = EMIL, parents: tuple[tuple[str, Party.Part, bool], ...] = PARENTS) -> UUID:
    """The case, with both parents as holders of responsibility; whether each lives with the child is told."""
    with world.as_("Kari Nesheim") as kari:
        case = cases.open_case(child, by=kari, at=MONDAY)
        for name, part, lives in parents:
            who = Details(given_name=name, family_name="Nygård")
            cases.add_party(
                case.id,
                who,
                part,
                by=kari,
                at=MONDAY,
                parental_responsibility=True,
                lives_with_child=lives,
                source="Folkeregisteret",
            )
    return case.id


def begun(case_id: UUID, *, by: Actor, terms: actions.Terms = GUIDANCE, at: datetime = MONDAY) -> Decision:
    """A draft with every part written that it must have."""
    decision = actions.open_decision(case_id, terms, by=by, at=at)
    wanted = required(decision.of_kind, category=decision.category, consent_ground=decision.consent_ground)
    for section in wanted:
        actions.save_text(
            decision.id, section.key, f"{section.nb} for barnet.\n\nEt avsnitt til.", seen=0, by=by, at=at
        )
    return decision


def signed(world: World, case_id: UUID, *, terms: actions.Terms = GUIDANCE, at: datetime = MONDAY) -> Decision:
    """A decision without advance notice, written by Kari and signed by Marit."""
    with world.as_("Kari Nesheim") as kari:
        decision = begun(case_id, by=kari, terms=terms, at=at)
        actions.skip_notice(decision.id, reasons="Familien har selv bedt om hjelpen.", by=kari, at=at)
    with world.as_("Marit Solheim") as marit:
        return actions.sign(decision.id, by=marit, at=at)
