"""An appeal from the day it came until what was decided has been followed up, as Kari and Marit meet it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.models import Addressee, Appeal, AppealStep, Decision
from oppvekst.domain.decisions.queries import (
    addressees,
    get_appeal,
    get_decision,
    is_appealed,
    is_stayed,
    texts,
    timing,
)
from oppvekst.domain.decisions.rules import Kind
from oppvekst.domain.decisions.tests.family import MONDAY, family, signed
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound, Refusal
from tests.world import World

# Signed Monday 4 May 2026; the letter reached Lise on Thursday 7, so the limit ends on Thursday 28 May.
REACHED, DUE = date(2026, 5, 7), date(2026, 5, 28)
RECEIVED = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
EXAMINED: dict[str, Any] = {
    "new": "Lise har en ny jobb.", "child_heard": "Emil fikk forklart klagen.", "others_told": "Morten fikk brev 21. mai.",
    "assessed": "Det endrer ikke behovet.", "founded": False,
}  # fmt: skip
SENDING: dict[str, Any] = {
    "statement": "Vedtaket blir stående.", "enclosures": ["appeal", "decision"], "copy_to_party": "I posten 2. juni.",
    "recipient": "Statsforvalteren",
}  # fmt: skip


@pytest.fixture
def decision(world: World) -> Decision:
    """Guidance for Emil's parents, signed and sent to both."""
    found = signed(world, family(world))
    sent(found)
    return found


def sent(decision: Decision, state: str = "appeal_period") -> None:
    """As if it had been dispatched and had reached everybody, whoever does that."""
    Addressee.objects.filter(decision=decision).update(reached_on=REACHED, appeal_due=DUE)
    Decision.objects.filter(id=decision.id).update(state=state)


def lises(decision: Decision, **other: Any) -> actions.Received:
    """Lise's appeal, by post."""
    lise = next(one for one in Addressee.objects.filter(decision=decision) if one.name.startswith("Lise"))
    came = actions.Received(
        appellant="party", name=lise.name, addressee_id=lise.id, received_at=RECEIVED, channel="post", says="Jeg er uenig.",
        posted_on=date(2026, 5, 18), due=DUE,
    )  # fmt: skip
    return replace(came, **other)


def open_items(subject: UUID) -> set[str]:
    return set(Item.objects.filter(subject=subject, open=True).values_list("rule", flat=True))


def registered(world: World, decision: Decision, **other: Any) -> Appeal:
    with world.as_("Kari Nesheim") as kari:
        return actions.receive_appeal(decision.id, lises(decision, **other), by=kari, at=RECEIVED)


def examined(world: World, decision: Decision, **other: Any) -> Appeal:
    appeal = registered(world, decision)
    with world.as_("Kari Nesheim") as kari:
        actions.find_timely(appeal.id, by=kari, at=LATER)
        return actions.examine(appeal.id, **(EXAMINED | other), by=kari, at=LATER)


def test_an_appeal_makes_the_decision_appealed_and_asks_for_an_answer_within_a_month(
    world: World, decision: Decision
) -> None:
    appeal = registered(world, decision)
    with world.as_("Kari Nesheim"):
        assert get_decision(decision.id).state == "appealed"
        assert is_appealed(decision.id)
        assert open_items(appeal.id) == {"D77", "D77-interim"}
        interim = Item.objects.get(subject=appeal.id, rule="D77-interim")
        assert (interim.due, interim.law) == (date(2026, 6, 20), "fvl § 11 a (3)")
        assert Entry.objects.get(kind="appeal.received").says == "Klage kom onsdag 20. mai 2026."


def test_it_is_examined_sent_on_decided_and_followed_up_and_the_agenda_empties_itself(
    world: World, decision: Decision
) -> None:
    appeal = examined(world, decision)
    with world.as_("Kari Nesheim") as kari:
        actions.send_on(appeal.id, **SENDING, by=kari, at=LATER)
        assert open_items(appeal.id) == set()
        upheld = actions.Decided(outcome="upheld", outcome_on=date(2026, 8, 3), outcome_says="Enig.")
        august = datetime(2026, 8, 5, 9, 0, tzinfo=UTC)
        actions.record_outcome(appeal.id, upheld, by=kari, at=august)
        assert open_items(appeal.id) == {"appeal-follow-up"}
        actions.follow_up(appeal.id, follow_up="Veiledningen fortsetter. Lise og Emil vet det.", by=kari, at=august)
        assert open_items(appeal.id) == set()
        assert get_decision(decision.id).state == "final"
        steps = list(AppealStep.objects.filter(appeal=appeal).order_by("at").values_list("step", flat=True))
    assert steps[0] == "find_timely"
    assert set(steps) == {"find_timely", "examine", "send_on", "record_outcome", "follow_up"}


def test_the_word_in_the_meantime_is_noted_and_leaves_the_agenda(world: World, decision: Decision) -> None:
    appeal = registered(world, decision)
    with world.as_("Kari Nesheim") as kari:
        with pytest.raises(Incomplete):
            actions.send_interim(appeal.id, why="", expected=None, by=kari, at=LATER)
        actions.send_interim(appeal.id, why="Vi venter på skolen.", expected=date(2026, 6, 15), by=kari, at=LATER)
        assert open_items(appeal.id) == {"D77"}
        assert Item.objects.get(subject=appeal.id, rule="D77-interim").done_on == date(2026, 6, 1)


def test_an_appeal_we_find_founded_opens_a_new_draft_and_reverses_the_old_when_the_new_is_signed(
    world: World, decision: Decision
) -> None:
    appeal = examined(world, decision, founded=True)
    with world.as_("Kari Nesheim") as kari, pytest.raises(NotAllowed):
        actions.change(appeal.id, change_reasons="Lise har rett.", wholly=True, by=kari, at=LATER)
    with world.as_("Marit Solheim") as marit:
        old_words = {key: one.text for key, one in texts(decision.id).items()}
        changed = actions.change(appeal.id, change_reasons="Lise har rett.", wholly=True, by=marit, at=LATER)
        assert changed.new_decision is not None
        assert (changed.new_decision.state, changed.new_decision.title) == ("draft", decision.title)
        assert {key: one.text for key, one in texts(changed.new_decision.id).items()} == old_words
        assert open_items(appeal.id) == {"appeal-follow-up", "appeal-costs"}
        with pytest.raises(NotAllowed) as stopped:
            actions.follow_up(appeal.id, follow_up="Ferdig.", costs_told=True, by=marit, at=LATER)
    assert stopped.value.because == ("new_decision_not_signed",)
    Decision.objects.filter(id=changed.new_decision_id).update(signed_at=LATER)
    with world.as_("Kari Nesheim") as kari:
        actions.follow_up(appeal.id, follow_up="Nytt vedtak er sendt.", costs_told=True, by=kari, at=LATER)
        old = get_decision(decision.id)
        assert (old.state, old.reversed_by_decision) == ("reversed", changed.new_decision_id)
        assert get_appeal(appeal.id).costs_told_on == date(2026, 6, 1)


def test_what_was_sent_back_is_treated_anew_and_the_old_decision_is_annulled(world: World, decision: Decision) -> None:
    appeal = examined(world, decision)
    with world.as_("Kari Nesheim") as kari:
        actions.send_on(appeal.id, **SENDING, by=kari, at=LATER)
        back = actions.Decided(
            outcome="returned", outcome_on=date(2026, 6, 1), outcome_says="Emil er ikke hørt.", in_favour=True
        )
        actions.record_outcome(appeal.id, back, by=kari, at=LATER)
        with pytest.raises(Incomplete) as asked:
            actions.follow_up(appeal.id, follow_up="Ny runde.", by=kari, at=LATER)
        assert set(asked.value.fields) == {"new_decision", "costs_told"}
        draft = actions.take_up_again(appeal.id, by=kari, at=LATER)
        actions.tell_of_costs(appeal.id, by=kari, at=LATER)
        actions.follow_up(appeal.id, follow_up="Ny runde, og Emil skal høres.", by=kari, at=LATER)
        assert get_decision(decision.id).state == "annulled"
        assert get_appeal(appeal.id).new_decision_id == draft.id


def test_a_late_appeal_is_assessed_and_taken_or_turned_away_with_reasons(world: World, decision: Decision) -> None:
    june = datetime(2026, 6, 3, 9, 0, tzinfo=UTC)
    late = lises(decision, received_at=june, posted_on=date(2026, 6, 1))
    with world.as_("Kari Nesheim") as kari:
        appeal = actions.receive_appeal(decision.id, late, by=kari, at=june)
        with pytest.raises(NotAllowed) as stopped:
            actions.find_timely(appeal.id, by=kari, at=june)
        assert stopped.value.because == ("appeal_late",)
        assert timing(appeal).days_late == 4
        actions.find_late(appeal.id, excuse="none", late_reasons="Ingen grunn er nevnt.", by=kari, at=june)
        with pytest.raises(NotAllowed):
            actions.examine(appeal.id, **EXAMINED, by=kari, at=june)
    with world.as_("Marit Solheim") as marit:
        actions.reject(
            appeal.id, ground="late", reject_reasons="Fristen var ute, og ingen grunn er nevnt.", by=marit, at=june
        )
        assert get_appeal(appeal.id).closed_on == date(2026, 6, 3)
        assert open_items(appeal.id) == set()
        assert get_decision(decision.id).state == "final"


def test_a_withdrawn_appeal_lets_the_limit_run_on_for_the_others(world: World, decision: Decision) -> None:
    appeal = registered(world, decision)
    at = RECEIVED + timedelta(days=1)
    with world.as_("Kari Nesheim") as kari:
        actions.withdraw(appeal.id, withdrawn_by_appellant=True, withdrawn_how="Ringte i dag.", by=kari, at=at)
        assert get_decision(decision.id).state == "appeal_period"
        assert not is_appealed(decision.id)


def test_two_appeals_keep_the_decision_appealed_until_the_last_is_finished(world: World, decision: Decision) -> None:
    first, second = registered(world, decision), registered(world, decision)
    gone = {"withdrawn_by_appellant": True, "withdrawn_how": "Ringte."}
    with world.as_("Kari Nesheim") as kari:
        actions.withdraw(first.id, **gone, by=kari, at=LATER)
        assert get_decision(decision.id).state == "appealed"
        actions.withdraw(second.id, **gone, by=kari, at=LATER)
        assert get_decision(decision.id).state == "final"


def test_what_was_said_is_written_down_and_read_back_before_it_goes_on(world: World, decision: Decision) -> None:
    appeal = registered(world, decision, channel="phone", posted_on=None)
    with world.as_("Kari Nesheim") as kari:
        assert open_items(appeal.id) == {"D77", "D77-interim", "appeal-oral"}
        with pytest.raises(Incomplete) as asked:
            actions.find_timely(appeal.id, by=kari, at=LATER)
        assert asked.value.because == ("oral_appeal_not_written_down",)
        again = lises(decision, channel="phone", posted_on=None, read_back=True, says="Jeg vil ikke ha veiledning nå.")
        actions.correct_appeal(appeal.id, again, by=kari, at=LATER)
        assert "appeal-oral" not in open_items(appeal.id)
        kept = AppealStep.objects.get(appeal=appeal, step="correct").said["before"]
        assert kept["says"] == "Jeg er uenig."
        actions.find_timely(appeal.id, by=kari, at=LATER)


def test_a_short_limit_to_mend_it_stands_on_the_agenda(world: World, decision: Decision) -> None:
    appeal = registered(world, decision, represented_by="Anne Berg", represented_is="other")
    with world.as_("Kari Nesheim") as kari:
        with pytest.raises(Incomplete):
            actions.ask_to_complete(appeal.id, what="Fullmakt", until=date(2026, 5, 20), by=kari, at=RECEIVED)
        actions.ask_to_complete(appeal.id, what="Fullmakt", until=date(2026, 5, 27), by=kari, at=RECEIVED)
        assert Item.objects.get(subject=appeal.id, rule="appeal-lacking").due == date(2026, 5, 27)


def test_what_goes_straight_to_the_tribunal_is_refused_here_with_where_to_send_it(world: World) -> None:
    basis = {"law": "BVL2021", "chapter": "4", "section": "4-2", "paragraph": "1", "letter": ""}
    found = signed(world, family(world), terms=actions.Terms(kind=Kind.MEASURE, category="3.9", bases=(basis,)))
    sent(found)
    with world.as_("Kari Nesheim") as kari, pytest.raises(NotAllowed) as stopped:
        actions.receive_appeal(found.id, lises(found), by=kari, at=RECEIVED)
    assert "nemnda i dag" in stopped.value.sentence


def test_an_appeal_cannot_have_come_before_the_decision_or_after_now(world: World, decision: Decision) -> None:
    early = replace(lises(decision), received_at=MONDAY - timedelta(days=2), posted_on=None)
    late = replace(lises(decision), received_at=RECEIVED + timedelta(days=1))
    with world.as_("Kari Nesheim") as kari:
        for came in (early, late):
            with pytest.raises(Incomplete) as asked:
                actions.receive_appeal(decision.id, came, by=kari, at=RECEIVED)
            assert "received_on" in asked.value.fields


def test_the_foster_parents_appeal_over_a_move_goes_to_the_tribunal_through_us(world: World) -> None:
    found = signed(world, family(world), terms=actions.Terms(kind=Kind.MOVE))
    sent(found)
    came = lises(found, appellant="foster_parents", name="Tor og Berit Lie", addressee_id=None)
    with world.as_("Kari Nesheim") as kari:
        appeal = actions.receive_appeal(found.id, came, by=kari, at=RECEIVED)
        assert appeal.body == "tribunal"
        assert actions.find_timely(appeal.id, by=kari, at=LATER).state == "timely"
        assert "nemnda" in Item.objects.get(subject=appeal.id, rule="D77").title


def test_a_colleague_without_the_case_finds_no_appeal(world: World, decision: Decision) -> None:
    appeal = registered(world, decision)
    with world.as_("Ola Brandvold") as ola, pytest.raises(NotFound):
        actions.find_timely(appeal.id, by=ola, at=LATER)


def test_the_decision_waits_while_a_stay_lasts_and_not_before_or_after(world: World, decision: Decision) -> None:
    appeal = registered(world, decision)
    answer = actions.StayAnswer(
        granted=True, reasons="Emil bør ikke skifte to ganger.", child_first="Emil får ro.", stayed="Oppstarten.",
        until="appeal_decided",
    )  # fmt: skip
    with world.as_("Kari Nesheim") as kari:
        stay = actions.ask_for_stay(
            decision.id,
            asked_by="Lise Nygård",
            asked_on=date(2026, 5, 20),
            says="Vent.",
            appeal_id=appeal.id,
            by=kari,
            at=RECEIVED,
        )
        assert open_items(stay.id) == {"fvl-42"}
        assert not is_stayed(decision.id)
        with pytest.raises(NotAllowed):
            actions.decide_stay(stay.id, answer, by=kari, at=RECEIVED)
    with world.as_("Marit Solheim") as marit:
        actions.decide_stay(stay.id, answer, by=marit, at=RECEIVED)
        assert is_stayed(decision.id)
        with pytest.raises(NotAllowed):
            actions.demand_not_stayed(decision.id)
        assert open_items(stay.id) == set()
        actions.withdraw(appeal.id, withdrawn_by_appellant=True, withdrawn_how="Ringte.", by=marit, at=LATER)
        assert open_items(stay.id) == {"stay-over"}
        actions.end_stay(stay.id, ended_reasons="Klagen er trukket, og Lise vet det.", by=marit, at=LATER)
        assert not is_stayed(decision.id)
        assert open_items(stay.id) == set()
        actions.demand_not_stayed(decision.id)


def test_a_stay_until_the_limit_is_over_comes_back_on_that_day(world: World, decision: Decision) -> None:
    answer = actions.StayAnswer(
        granted=True, reasons="Ro.", child_first="Ro.", stayed="Oppstarten.", until="limit_over"
    )
    with world.as_("Marit Solheim") as marit:
        stay = actions.ask_for_stay(
            decision.id, asked_by="", asked_on=date(2026, 5, 20), says="", by=marit, at=RECEIVED
        )
        actions.decide_stay(stay.id, answer, by=marit, at=RECEIVED)
        assert Item.objects.get(subject=stay.id, rule="stay-over").due == DUE


def test_of_two_who_take_the_same_step_the_second_is_told_that_it_is_done(world: World, decision: Decision) -> None:
    appeal = registered(world, decision)
    with world.as_("Kari Nesheim") as kari:
        actions.find_timely(appeal.id, by=kari, at=LATER)
        with pytest.raises(NotAllowed) as stopped:
            actions.find_timely(appeal.id, by=kari, at=LATER)
    assert stopped.value.sentence == "«Klagen er i tide» kan ikke gjøres når klagen er «i tide»."


def test_a_refused_stay_has_its_reasons_and_changes_nothing(world: World, decision: Decision) -> None:
    with world.as_("Marit Solheim") as marit:
        stay = actions.ask_for_stay(
            decision.id, asked_by="", asked_on=date(2026, 5, 20), says="", by=marit, at=RECEIVED
        )
        with pytest.raises(Incomplete):
            actions.decide_stay(
                stay.id, actions.StayAnswer(granted=False, reasons="", child_first=""), by=marit, at=RECEIVED
            )
        no = actions.StayAnswer(
            granted=False, reasons="Emil trenger hjelpen nå.", child_first="Hjelpen haster for Emil."
        )
        assert actions.decide_stay(stay.id, no, by=marit, at=RECEIVED).state == "refused"
        assert not is_stayed(decision.id)


def test_a_decision_is_reversed_on_a_ground_and_says_by_what(world: World, decision: Decision) -> None:
    why: dict[str, Any] = {"ground": "invalid", "reasons": "Emil var ikke hørt.", "told": "Brev 20. mai."}
    with world.as_("Kari Nesheim") as kari, pytest.raises(NotAllowed):
        actions.reverse(decision.id, **why, by=kari, at=RECEIVED)
    with world.as_("Marit Solheim") as marit:
        with pytest.raises(Refusal) as stopped:
            actions.reverse(decision.id, **(why | {"ground": "not_reached"}), by=marit, at=RECEIVED)
        assert stopped.value.because == ("somebody_was_reached",)
        made = actions.reverse(decision.id, **why, replaced=True, by=marit, at=RECEIVED)
        old = get_decision(decision.id)
        assert made.annuls
        assert (old.state, old.reversed_by_decision) == ("reversed", made.new_decision_id)


def test_a_decision_under_appeal_is_not_reversed_besides(world: World, decision: Decision) -> None:
    registered(world, decision)
    with world.as_("Marit Solheim") as marit, pytest.raises(NotAllowed) as stopped:
        actions.reverse(decision.id, ground="invalid", reasons="Feil.", told="Varslet.", by=marit, at=RECEIVED)
    assert stopped.value.because == ("appeal_is_open",)


def test_costs_are_claimed_and_decided_by_whoever_changed_the_decision(world: World, decision: Decision) -> None:
    claim = actions.Claim(
        claimant="Lise Nygård", claimed_on=date(2026, 6, 1), reached_on=date(2026, 5, 18), changed_by="us",
        changed_in_favour=True,
        amount=12000,  # type: ignore[arg-type]
    )  # fmt: skip
    with world.as_("Marit Solheim") as marit:
        found = actions.claim_costs(decision.id, claim, by=marit, at=LATER)
        assert open_items(found.id) == {"costs"}
        with pytest.raises(NotAllowed):
            actions.decide_costs(found.id, "pass_on", by=marit, at=LATER)
        actions.decide_costs(found.id, "cover", granted=found.amount, reasons="Nødvendig.", by=marit, at=LATER)
        assert open_items(found.id) == set()
        theirs = actions.claim_costs(decision.id, replace(claim, changed_by="appeal_body"), by=marit, at=LATER)
        assert actions.decide_costs(theirs.id, "pass_on", by=marit, at=LATER).state == "passed_on"
        late = actions.claim_costs(decision.id, replace(claim, reached_on=date(2026, 5, 8)), by=marit, at=LATER)
        with pytest.raises(Incomplete) as asked:
            actions.decide_costs(late.id, "cover", granted=late.amount, reasons="Nødvendig.", by=marit, at=LATER)
    assert asked.value.because == ("claim_late",)


def test_everybody_the_decision_is_for_can_be_chosen_as_appellant(world: World, decision: Decision) -> None:
    with world.as_("Kari Nesheim"):
        assert {one.name.split()[0] for one in addressees(decision.id)} >= {"Lise", "Morten"}
