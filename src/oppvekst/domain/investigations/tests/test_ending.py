"""An investigation ends in one of the law's ways, whoever reported is owed word, and there is one narrow way back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from oppvekst.domain.concerns import actions as concerns
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.actions import Ended
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.tests.opened import asked, opened, row
from oppvekst.ground.agenda.models import Item
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.desk import TUESDAY
from tests.world import World

ENDS = TUESDAY + timedelta(days=60)
ENDED_ON = ENDS.date()
WINDOW_ENDS = date(2027, 7, 23)
SIGNED = {"decision_id": uuid4(), "decision_signed": True, "decided_on": ENDED_ON}
REFUSED = {
    "measures_recommended": "Veiledning hjemme.", "refused_by": "parents", "refusal_documented": "Begge, i møte 20. januar.",
    "reopening_fixed": True,
}  # fmt: skip


def concluding(world: World) -> UUID:
    found = opened(world)
    with world.as_("Kari Nesheim") as kari:
        actions.begin_concluding(found, participation="1.1", child_heard=True, by=kari, at=ENDS)
    return found


def dismissed_with_reopen(world: World) -> UUID:
    found = concluding(world)
    with world.as_("Kari Nesheim") as kari:
        actions.conclude(found, "dismiss_with_reopen", Ended(code="4", **SIGNED, **REFUSED), by=kari, at=ENDS)  # type: ignore[arg-type]
    return found


def test_the_summary_waits_until_the_child_is_heard_or_there_is_a_reason(world: World) -> None:
    found = opened(world)
    with world.as_("Kari Nesheim") as kari:
        with pytest.raises(Incomplete) as refusal:
            actions.begin_concluding(found, participation="", child_heard=False, by=kari, at=ENDS)
        assert set(refusal.value.fields) == {"participation", "not_heard_reasons"}
        actions.begin_concluding(
            found, participation="2.2", child_heard=False, not_heard_reasons="Emil ville ikke.", by=kari, at=ENDS
        )
    assert Investigation.objects.get().state == "concluding"


def test_a_dismissal_empties_the_agenda_and_the_school_is_owed_word_within_three_weeks(world: World) -> None:
    found = opened(world)
    with world.as_("Kari Nesheim") as kari:
        actions.add_row(found, row(kari), by=kari, at=TUESDAY)
        actions.ask(found, asked(), by=kari, at=TUESDAY)
        actions.begin_concluding(found, participation="1.1", child_heard=True, by=kari, at=ENDS)
        actions.conclude(found, "dismiss", Ended(code="3", **SIGNED), by=kari, at=ENDS)  # type: ignore[arg-type]
    mine = {"investigation", "plan_row", "information_request"}
    assert not Item.objects.filter(subject_kind__in=mine, open=True).exists()
    owed = Item.objects.get(rule="D06")
    assert (owed.open, owed.due, owed.title) == (
        True, ENDED_ON + timedelta(weeks=3), "Svar den som meldte: undersøkelsen er avsluttet",
    )  # fmt: skip


def test_the_school_is_answered_twice_and_the_second_time_only_whether_the_child_is_followed_up(world: World) -> None:
    found = concluding(world)
    concern_id = Concern.objects.get().id
    with world.as_("Kari Nesheim") as kari:
        concerns.send_feedback(concern_id, route="letter", by=kari, at=TUESDAY)
        actions.conclude(found, "dismiss", Ended(code="3", **SIGNED), by=kari, at=ENDS)  # type: ignore[arg-type]
        second = concerns.send_feedback(concern_id, route="letter", by=kari, at=ENDS)
        with pytest.raises(NotAllowed, match="allerede avgjort"):
            concerns.send_feedback(concern_id, route="letter", by=kari, at=ENDS)
    assert (second.rule, second.contents) == ("D06", ["followed_up_or_not"])
    assert "Vi følger ikke opp barnet og familien videre." in second.text
    assert not Item.objects.get(rule="D06").open


def test_without_a_signed_decision_or_with_a_opinion_nobody_has_assessed_it_does_not_end(world: World) -> None:
    found = concluding(world)
    with world.as_("Kari Nesheim") as kari:
        with pytest.raises(Incomplete, match="enkeltvedtak"):
            actions.conclude(
                found, "dismiss", Ended(code="3", decided_on=ENDED_ON, decision_signed=True), by=kari, at=ENDS
            )
        opinion = actions.engage_expert(found, expert="Psykolog Nina Aas", mandate="Samspillet.", by=kari, at=ENDS)
        actions.receive_opinion(opinion.id, received_on=ENDED_ON, by=kari, at=ENDS)
        with pytest.raises(NotAllowed, match="Barnesakkyndig kommisjon"):
            actions.conclude(found, "dismiss", Ended(code="3", **SIGNED), by=kari, at=ENDS)  # type: ignore[arg-type]
        actions.set_aside(opinion.id, "Vi bygger på egne undersøkelser.", by=kari, at=ENDS)
        actions.conclude(found, "dismiss", Ended(code="3", **SIGNED), by=kari, at=ENDS)  # type: ignore[arg-type]
    assert Investigation.objects.get().state == "closed_dismissed"


def test_an_ending_after_the_limit_asks_why(world: World) -> None:
    found = concluding(world)
    late = datetime(2027, 3, 2, 9, tzinfo=OSLO)
    with world.as_("Kari Nesheim") as kari:
        late_one = Ended(code="3", decision_id=uuid4(), decision_signed=True, decided_on=late.date())
        actions.conclude(found, "dismiss", late_one, by=kari, at=late)
        assert Item.objects.get(rule="D11-breach").open
        actions.note_breach(found, "Avhøret ble utsatt.", by=kari, at=late)
    assert not Item.objects.get(rule="D11-breach").open


def test_the_window_reminds_quietly_twice_and_closes(world: World) -> None:
    dismissed_with_reopen(world)
    window = Item.objects.filter(rule__startswith="D16", open=True).order_by("due")
    assert [item.due for item in window] == [date(2027, 6, 21), date(2027, 7, 5), WINDOW_ENDS]
    with world.as_("Kari Nesheim") as kari:
        actions.leave_closed(Investigation.objects.get().id, "Det går bedre.", by=kari, at=ENDS + timedelta(days=90))
    assert not Item.objects.filter(rule__startswith="D16", open=True).exists()


def test_it_is_opened_again_within_the_window_counted_from_that_day_and_related_to_the_first_concern(
    world: World,
) -> None:
    old = dismissed_with_reopen(world)
    again = datetime(2027, 6, 21, 10, tzinfo=OSLO)
    with world.as_("Kari Nesheim") as kari:
        with pytest.raises(Incomplete, match="Foreldrene skal informeres"):
            actions.reopen(old, reasons="Samme.", conditions_met=True, parents_told_on=None, by=kari, at=again)
        new = actions.reopen(
            old, reasons="Skolen ser det samme.", conditions_met=True, parents_told_on=again.date(), by=kari, at=again
        )
        with pytest.raises(NotAllowed):
            actions.reopen(
                old, reasons="To ganger.", conditions_met=True, parents_told_on=again.date(), by=kari, at=again
            )
    assert (new.concern_id, new.received_on, new.reopened_on) == (Concern.objects.get().id, None, again.date())
    end = Item.objects.get(subject=new.id, rule="D11-reopened")
    assert end.due == date(2027, 9, 21)
    assert "Loven sier ikke hvor fristen starter" in end.interpretation
    assert not Item.objects.filter(rule__startswith="D16", open=True).exists()


def test_the_day_after_the_window_only_a_new_concern_can_open_it(world: World) -> None:
    old = dismissed_with_reopen(world)
    after = datetime(2027, 7, 24, 10, tzinfo=OSLO)
    with world.as_("Kari Nesheim") as kari, pytest.raises(NotAllowed, match="Bare en ny melding kan åpne denne"):
        actions.reopen(old, reasons="Samme.", conditions_met=True, parents_told_on=after.date(), by=kari, at=after)


def test_a_youths_no_opens_no_window(world: World) -> None:
    found = concluding(world)
    by_child = REFUSED | {"refused_by": "child"}
    with world.as_("Kari Nesheim") as kari, pytest.raises(NotAllowed, match="barns nei"):
        actions.conclude(found, "dismiss_with_reopen", Ended(code="4", **SIGNED, **by_child), by=kari, at=ENDS)  # type: ignore[arg-type]
