"""A home for the child: asked of the coordinator, taken or refused, and let go again (bvl §§ 3-1, 12-11, 13-1).

The coordinator reads what is asked, and neither the case nor the child; the case worker reads the answer, and no offer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from oppvekst.domain.homes import actions as homes
from oppvekst.domain.homes.rules import (
    ACCEPT,
    ACCEPTED,
    ASK_AGAIN,
    LET_GO_OF,
    NOT_SETTLED,
    TAKE_BACK,
    WANTED_MACHINE,
    Wish,
    check_reasons,
    in_one_line,
)
from oppvekst.domain.measures.actions.occasion import call_off_with
from oppvekst.domain.measures.models import AskedHome, Measure
from oppvekst.domain.measures.models.home import TAKEN
from oppvekst.domain.measures.queries import held_measure
from oppvekst.domain.measures.queries.home import (
    asked_homes_of,
    get_asked_home,
    held_wanted,
    names_of_family,
    not_to_be_told,
    places_for,
    standing_home,
)
from oppvekst.domain.measures.rules import MACHINE, WRITE
from oppvekst.domain.measures.rules.homes import home_of
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete, NotAllowed

LAW = "bvl § 3-1"
OVER = "Hjelpen er slutt."


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What the child says of going there, or why it is not asked; and what the parents say (bvl §§ 1-4, 1-7)."""

    child_words: str = ""
    not_heard_reason: str = ""
    parents_words: str = ""


def ask_for_home(measure_id: UUID, wish: Wish, *, by: Actor, at: datetime) -> AskedHome:
    """Ask the homes' coordinator, in words that do not tell whose it is (bvl §§ 3-1, 13-1)."""
    with act("home.asked", by=by, at=at, right=WRITE, law="bvl §§ 3-1, 13-1") as entry:
        measure = held_measure(measure_id)
        demand_askable(measure)
        asked = _ask(measure, wish, by, at)
        entry.about(measure.id, case_id=measure.case_id, says=f"Koordinatoren er spurt: {_line(asked)}.")
    return asked


def accept_home(asked_home_id: UUID, heard: Heard, *, by: Actor, at: datetime) -> None:
    """Take the home that is named, with what the child says of it: it stands in the measure (bvl §§ 1-4, 3-1, 12-11)."""
    step = WANTED_MACHINE.step(ACCEPT)
    with act("home.accepted", by=by, at=at, right=WRITE, law=step.citation) as entry:
        asked = _held_asked(asked_home_id)
        _demand_open(asked.measure)
        _demand_asked_child(heard)
        homes.settle_wanted(asked.wanted, ACCEPT, by=by, at=at)
        asked.home, asked.accepted_by_name, asked.accepted_at = asked.wanted.offer_id, by.name, at
        asked.child_words, asked.not_heard_reason = heard.child_words.strip(), heard.not_heard_reason.strip()
        asked.parents_words = heard.parents_words.strip()
        asked.save(update_fields=[*TAKEN])
        asked.measure.provider_name = asked.wanted.answer_name
        asked.measure.save(update_fields=["provider_name"])
        says = f"{asked.wanted.get_kind_display().capitalize()} er {asked.wanted.answer_name}."
        entry.about(asked.measure_id, case_id=asked.case_id, says=says, home=str(asked.home))


def ask_again(asked_home_id: UUID, wish: Wish, *, reasons: str, by: Actor, at: datetime) -> AskedHome:
    """No to the answer, with why: it stands, and what is asked waits for the coordinator anew (bvl §§ 3-1, 13-1)."""
    with act("home.asked_again", by=by, at=at, right=WRITE, law=LAW) as entry:
        before = _held_asked(asked_home_id)
        _demand_open(before.measure)
        check_reasons(reasons, known=names_of_family(before.measure), places=not_to_be_told(before.measure))
        homes.settle_wanted(before.wanted, ASK_AGAIN, words=reasons, by=by, at=at)
        asked = _ask(before.measure, wish, by, at, before=before)
        entry.about(before.measure_id, case_id=before.case_id, says=f"Koordinatoren er spurt på nytt: {_line(asked)}.")
    return asked


def take_back_asked(asked_home_id: UUID, *, by: Actor, at: datetime) -> None:
    """Nobody is asked for any longer (bvl § 3-1)."""
    with act("home.taken_back", by=by, at=at, right=WRITE, law=LAW) as entry:
        asked = _held_asked(asked_home_id)
        homes.settle_wanted(asked.wanted, TAKE_BACK, by=by, at=at)
        entry.about(asked.measure_id, case_id=asked.case_id, says="Spørsmålet til koordinatoren er trukket.")


def let_home_go(asked_home_id: UUID, *, reasons: str, call_off: bool = False, by: Actor, at: datetime) -> None:
    """The home is no longer the child's; what was planned there is called off too where that is asked for (bvl § 3-1)."""
    with act("home.let_go", by=by, at=at, right=WRITE, law=LAW) as entry:
        asked = _held_asked(asked_home_id)
        check_reasons(reasons, known=names_of_family(asked.measure), places=not_to_be_told(asked.measure))
        homes.settle_wanted(asked.wanted, LET_GO_OF, words=reasons, by=by, at=at)
        _clear(asked)
        name = asked.wanted.answer_name
        gone = call_off_with(asked.measure, name, f"{name} er ikke lenger med.", by=by, at=at) if call_off else 0
        more = f" Avlyst: {gone}." if gone else ""
        entry.about(asked.measure_id, case_id=asked.case_id, says=f"{name} er ikke lenger med.{more}")


def leave_homes(measure: Measure, *, by: Actor, at: datetime) -> None:
    """The help has ended: the home is free, and nobody looks for one; why it ended is not told outside the case (bvl § 3-1)."""
    held_measure(measure.id)
    for one in asked_homes_of(measure.id):
        held = held_wanted(one)
        if held.state in NOT_SETTLED:
            homes.settle_wanted(held, TAKE_BACK, words=OVER, by=by, at=at)
        elif held.state == ACCEPTED:
            homes.settle_wanted(held, LET_GO_OF, words=OVER, by=by, at=at)


def demand_askable(measure: Measure) -> None:
    """Refuse where no home is given, where the help is over, and where one is asked for already (bvl § 3-1)."""
    if home_of(measure.category) is None:
        raise NotAllowed("Koordinatoren blir spurt om besøkshjem og støttekontakt. Dette tiltaket er noe annet.")
    _demand_open(measure)
    if standing_home(measure.id):
        raise NotAllowed("Koordinatoren er allerede spurt i dette tiltaket.")


def _demand_asked_child(heard: Heard) -> None:
    if not heard.child_words.strip() and not heard.not_heard_reason.strip():
        raise Incomplete(
            {"child_words": "Skriv hva barnet sier, eller hvorfor barnet ikke er spurt."}, bvl("1-4"),
        )  # fmt: skip


def _demand_open(measure: Measure) -> None:
    if MACHINE.state(measure.state).closed:
        raise NotAllowed("Tiltaket er avsluttet.")


def _ask(measure: Measure, wish: Wish, by: Actor, at: datetime, *, before: AskedHome | None = None) -> AskedHome:
    wanted = homes.ask(
        wish, areas=places_for(measure), known=names_of_family(measure), places=not_to_be_told(measure),
        before=before.wanted if before else None, by=by, at=at,
    )  # fmt: skip
    return AskedHome.objects.create(
        municipality_id=measure.municipality_id, case_id=measure.case_id, measure=measure, wanted=wanted
    )


def _clear(asked: AskedHome) -> None:
    """Its name goes from the measure, unless another has been written there since."""
    if asked.measure.provider_name == asked.wanted.answer_name:
        asked.measure.provider_name = ""
        asked.measure.save(update_fields=["provider_name"])


def _held_asked(asked_home_id: UUID) -> AskedHome:
    """The measure first and then what was asked, as help that ends does, so that the two never wait for each other."""
    held_measure(get_asked_home(asked_home_id).measure_id)
    asked = get_asked_home(asked_home_id)
    asked.wanted = held_wanted(asked)
    return asked


def _line(asked: AskedHome) -> str:
    one = asked.wanted
    line = in_one_line(one.kind, one.age, one.often)
    return f"{line[0].lower()}{line[1:]}"
