"""A family for the tests of this room: Emil (7) with his parents Lise and Morten, at Kari's, and a draft about guidance."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.cases.queries import residences
from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.queries import act_of
from oppvekst.domain.decisions.queries.consent import standing
from oppvekst.domain.decisions.rules import KINDS, Kind, required
from oppvekst.domain.decisions.rules.consent import Form, Part, Said
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
        written = []
        for name, part, lives in parents:
            who = Details(given_name=name, family_name="Nygård")
            written.append(
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
            )
        home = cases.Known(valid_from=date(2024, 8, 1), source="Folkeregisteret", checked_on=MONDAY.date())
        where = [party.person_id for party in written if party.lives_with_child]
        living = "together" if len(where) == len(written) else "one"
        cases.note_residence(case.id, living, home, person_id=where[0] if living == "one" else None, by=kari, at=MONDAY)
    return case.id


def consented(decision: Decision, *, by: Actor, at: datetime) -> None:
    """Everybody who must, has said yes to the words of this decision."""
    body = f"{decision.title}, slik det står i vedtaket."
    agreed(decision.case_id, actions.Asked(kind=act_of(decision), body=body, subject=decision.id), by=by, at=at)


def agreed(case_id: UUID, asked: actions.Asked, *, by: Actor, at: datetime) -> None:
    """Everybody who must, has said yes to these words."""
    if not residences(case_id):
        home = cases.Known(valid_from=date(2024, 8, 1), source="Folkeregisteret", checked_on=at.date())
        cases.note_residence(case_id, "together", home, by=by, at=at)
    text = actions.ask_consent(case_id, asked, by=by, at=at)
    for row in standing(text, today=at.date()).rows:
        if row.person_id and row.line.part == Part.CONSENTS:
            told = actions.Answered(said=Said.YES, form=Form.WRITTEN, said_at=at, told="At det er frivillig.")
            actions.record_answer(text.id, row.person_id, told, by=by, at=at)


def begun(case_id: UUID, *, by: Actor, terms: actions.Terms = GUIDANCE, at: datetime = MONDAY) -> Decision:
    """A draft with every part written that it must have, and with every yes it rests on."""
    decision = actions.open_decision(case_id, terms, by=by, at=at)
    wanted = required(decision.of_kind, category=decision.category, consent_ground=decision.consent_ground)
    for section in wanted:
        actions.save_text(
            decision.id, section.key, f"{section.nb} for barnet.\n\nEt avsnitt til.", seen=0, by=by, at=at
        )
    if KINDS[decision.of_kind].grants_help and decision.consent_ground == "consent":
        consented(decision, by=by, at=at)
    return decision


def signed(world: World, case_id: UUID, *, terms: actions.Terms = GUIDANCE, at: datetime = MONDAY) -> Decision:
    """A decision without advance notice, written by Kari and signed by Marit."""
    with world.as_("Kari Nesheim") as kari:
        decision = begun(case_id, by=kari, terms=terms, at=at)
        actions.skip_notice(decision.id, reasons="Familien har selv bedt om hjelpen.", by=kari, at=at)
    with world.as_("Marit Solheim") as marit:
        return actions.sign(decision.id, by=marit, at=at)
