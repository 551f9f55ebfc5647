"""Story 1, the last part: the help begins, is looked at twice with Emil, and ends because it worked (2026)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from oppvekst.adapters.pager import FolderPager
from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Case, Closing
from oppvekst.domain.concerns import actions as concerns
from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions import jobs
from oppvekst.domain.decisions.models import Addressee, Copy, Decision
from oppvekst.domain.decisions.rules import APPEAL_PERIOD, FINAL, Kind, required
from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.models import Evaluation, Goal, GoalSeen, Measure
from oppvekst.domain.measures.queries import evaluations_of, get_measure, goals_of
from oppvekst.domain.measures.rules import ENDED, RUNNING
from oppvekst.faces.desk.holding import HOLDING
from oppvekst.ground.access.models import Grant
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Entry, Look
from oppvekst.ground.letters import Letter
from oppvekst.ground.letters.tests.reading import text as read
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.desk import opened_desk, words
from tests.journeys.emil import (
    HANNE,
    KARI,
    NEEDS,
    NUMBERS,
    PHONES,
    TONE,
    Emil,
    at,
    days_pass,
    decided,
    item,
    page,
    seen,
    send,
    standing,
    traces,
)
from tests.world import World

OUTCOME, STAND = Evaluation.Outcome, GoalSeen.Stand
CLOSED, MARIT = "Målene er nådd, og ingenting pågår.", "Marit Solheim"
WHY = "Morgenene er rolige, og dere trenger oss ikke lenger."


@pytest.fixture
def emil(world: World, tmp_path: Path) -> Emil:
    """Berit has her letter, the decision is sent on 22 May, and nobody has appealed when the limit is out."""
    found, sms = decided(world), FolderPager(tmp_path)
    send(world, found, sms)
    days_pass(sms, "2026-06-13 01:00")
    with world.as_(HANNE) as hanne:
        concerns.send_feedback(found.concern, route="letter", by=hanne, at=at("2026-03-23 10:00"))
    return found


@pytest.fixture
def measure(world: World, emil: Emil) -> UUID:
    """Monday 1 June: it begins, with a plan and a goal one can see whether it is reached."""
    june = at("2026-06-01 09:00")
    assert emil.decision
    with world.as_(KARI) as kari:
        wanted = actions.Help(category="3.2", ends_on=date(2026, 12, 1), grounds=NEEDS[1:])
        made = actions.open_measure(emil.case, wanted, by=kari, at=at("2026-05-21 09:00")).id
        actions.set_goal(made, "Rolige morgener", "Alle er ute av døra til åtte.", by=kari, at=at("2026-05-21 09:00"))
        actions.write_plan(made, actions.Written(content="PMTO hver uke."), by=kari, at=at("2026-05-21 09:00"))
        actions.ask_consent(made, by=kari, at=at("2026-05-21 09:00"))
        actions.decide(made, emil.decision, by=kari, at=at("2026-05-21 12:00"))
        actions.start(made, on=june.date(), by=kari, at=june)
    return made


def looked(day: str, outcome: str, **more: object) -> actions.Looked:
    """All three questions answered, with both parents and Emil."""
    said = {
        "works": "Morgenene er bedre.", "new_needs": "Nei.", "care_grounds": "Nei.", "child_heard": True,
        "child_words": "Vi er ikke sent ute lenger.", "parents_heard": True,
    }  # fmt: skip
    return actions.Looked(on=date.fromisoformat(day), outcome=OUTCOME(outcome), **(said | more))  # type: ignore[arg-type]


def looked_at_in_september(world: World, measure: UUID) -> None:
    """Tuesday 1 September: better mornings, and one more goal."""
    tuesday = at("2026-09-01 13:00")
    with world.as_(KARI) as kari:
        (goal,) = goals_of(measure)
        actions.set_goal(measure, "Leggetid", "Emil sover til halv ni.", by=kari, at=tuesday)
        seen = [actions.Seen(goal.id, STAND.MUCH, "Bare to ganger denne måneden.")]
        actions.evaluate(measure, looked("2026-09-01", "continue"), seen, by=kari, at=tuesday)


def ended(world: World, emil: Emil, measure: UUID) -> Decision:
    """Tuesday 1 December: both goals are met, they agree, and Tone signs that it ends."""
    tuesday = at("2026-12-01 12:00")
    looked_at_in_september(world, measure)
    with world.as_(KARI) as kari:
        ends = decisions.open_decision(emil.case, decisions.Terms(kind=Kind.MEASURE_END), by=kari, at=tuesday)
        for part in required(Kind.MEASURE_END):
            decisions.save_text(ends.id, part.key, WHY, seen=0, by=kari, at=tuesday)
        decisions.skip_notice(ends.id, reasons="Foreldrene har selv bedt om å avslutte.", by=kari, at=tuesday)
    with world.as_(TONE) as tone:
        decisions.sign(ends.id, by=tone, at=tuesday)
    with world.as_(KARI) as kari:
        for goal in goals_of(measure):
            actions.close_goal(goal.id, Goal.State.MET, "", by=kari, at=tuesday)
        last = looked("2026-12-01", "end", end_words="Målene er nådd.", end_decision=ends.id)
        actions.evaluate(measure, last, by=kari, at=tuesday)
    return ends


def test_looked_at_every_third_month_with_the_parents_and_emil(world: World, measure: UUID) -> None:
    assert item(measure, "D22").due == date(2026, 9, 1)
    assert item(measure, "ends").due == date(2026, 12, 1)
    looked_at_in_september(world, measure)
    assert item(measure, "D22").due == date(2026, 12, 1)
    with world.as_(KARI):
        assert [goal.text for goal in goals_of(measure)] == ["Rolige morgener", "Leggetid"]
        (evaluation,) = evaluations_of(measure)
        assert (evaluation.due_on, evaluation.child_words) == (date(2026, 9, 1), "Vi er ikke sent ute lenger.")


def test_none_of_the_three_questions_is_left_open(world: World, measure: UUID) -> None:
    tuesday = at("2026-12-01 12:00")
    for question in ("works", "new_needs", "care_grounds"):
        with world.as_(KARI) as kari, pytest.raises(Incomplete) as stopped:
            actions.evaluate(measure, looked("2026-12-01", "end", **{question: ""}), by=kari, at=tuesday)
        assert set(stopped.value.fields) == {question}
    assert Measure.objects.get().state == RUNNING


def test_it_ends_because_it_worked_and_nothing_of_it_is_left_to_do(world: World, emil: Emil, measure: UUID) -> None:
    ends = ended(world, emil, measure)
    with world.as_(KARI):
        after = get_measure(measure)
        assert (after.state, after.ended_on, after.end_decision) == (ENDED, date(2026, 12, 1), ends.id)
        assert {goal.state for goal in goals_of(measure)} == {Goal.State.MET}
        assert len(evaluations_of(measure)) == 2
    assert not standing(measure)


def test_available_on_the_second_of_december_they_may_appeal_until_the_twenty_third(
    world: World, emil: Emil, measure: UUID, tmp_path: Path
) -> None:
    ends, wednesday = ended(world, emil, measure), at("2026-12-02 09:00")
    with world.as_(KARI) as kari:
        for name, phone in PHONES.items():
            to = Addressee.objects.get(decision=ends, name__startswith=name)
            decisions.dispatch(to.id, Route.DIGITAL, phone=phone, by=kari, at=wednesday)
    sms = FolderPager(tmp_path / "desember")
    assert jobs.tell(at=wednesday, pager=sms) == len(NUMBERS)
    with acting("owner"):
        sent = Addressee.objects.filter(decision=ends).exclude(dispatched_at=None)
        assert {one.appeal_due for one in sent} == {date(2026, 12, 23)}
        assert dict(Decision.objects.values_list("kind", "state")) == {
            "measure": FINAL, "measure_end": APPEAL_PERIOD,
        }  # fmt: skip
        for copy in Copy.objects.filter(addressee__decision=ends):
            letter = read(Letter(bytes(copy.pdf), copy.sha256, copy.pages))
            assert WHY in letter
            assert not traces(letter)


# Step 8: the case closes -------------------------------------------------------------------------------------------------


def make_available(world: World, emil: Emil, measure: UUID, sms: FolderPager) -> None:
    """Wednesday 2 December: at My page for both, who may appeal until the twenty-third."""
    ends, wednesday = ended(world, emil, measure), at("2026-12-02 09:00")
    with world.as_(KARI) as kari:
        for name, phone in PHONES.items():
            to = Addressee.objects.get(decision=ends, name__startswith=name)
            decisions.dispatch(to.id, Route.DIGITAL, phone=phone, by=kari, at=wednesday)
    jobs.tell(at=wednesday, pager=sms)


def close(world: World, emil: Emil, day: str) -> Closing:
    with world.as_(KARI) as kari:
        return cases.close_case(emil.case, cases.Words(reasons=CLOSED, to_family=WHY), HOLDING, by=kari, at=at(day))


@pytest.fixture
def sms(tmp_path: Path) -> FolderPager:
    return FolderPager(tmp_path / "desember")


@pytest.fixture
def closed(world: World, emil: Emil, measure: UUID, sms: FolderPager) -> Closing:
    """Nobody appeals, and on Monday 28 December Kari closes the case."""
    make_available(world, emil, measure, sms)
    days_pass(sms, "2026-12-24 01:00")
    return close(world, emil, "2026-12-28 10:00")


def test_until_the_twenty_third_what_they_may_appeal_holds_the_case_open(
    world: World, emil: Emil, measure: UUID, sms: FolderPager
) -> None:
    with pytest.raises(NotAllowed, match="Tiltaket .* er ikke avsluttet"):
        close(world, emil, "2026-06-15 10:00")
    make_available(world, emil, measure, sms)
    with pytest.raises(NotAllowed, match="kan påklages til og med onsdag 23. desember 2026"):
        close(world, emil, "2026-12-23 15:00")
    days_pass(sms, "2026-12-24 01:00")
    assert close(world, emil, "2026-12-28 10:00").closed_at == at("2026-12-28 10:00")


def test_the_case_closes_access_narrows_and_nothing_is_deleted(world: World, emil: Emil, closed: Closing) -> None:
    assert closed.access_ended == [HANNE, KARI]
    for name in (HANNE, TONE, MARIT):
        with world.as_(name):
            assert not Case.objects.filter(id=emil.case).exists()
    with acting("owner"):
        assert not Grant.objects.filter(case_id=emil.case, valid_to=None).exists()
        assert not Item.objects.filter(case_id=emil.case, open=True).exists()
        kinds = set(Entry.objects.filter(case_id=emil.case).values_list("kind", flat=True))
    assert {"case.opened", "investigation.opened", "case.closed"} <= kinds


def test_my_page_tells_both_that_it_is_closed_and_what_they_may_do_and_never_who_worried(
    closed: Closing, settings: Any
) -> None:
    for name in NUMBERS:
        theirs = page(settings, name)
        assert "Saken om Emil er avsluttet" in seen(theirs)
        told = seen(theirs, f"/avsluttet/{closed.id}/")
        assert WHY in told
        assert "Du kan be om å få lese det vi har skrevet." in told
        assert CLOSED not in told
        assert not traces(told)


# Step 9: what the leader sees --------------------------------------------------------------------------------------------


def test_marit_sees_one_kept_limit_and_one_measure_that_worked_and_emil_only_with_a_reason(
    world: World, emil: Emil, closed: Closing, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    marit = opened_desk(world, settings, monkeypatch, at=at("2026-12-29 09:00"))(MARIT)
    told = marit.see("/tjenesten/")
    for there in (
        "1 Avsluttet innen fristen",
        "0 Avsluttet etter fristen",
        "0 Pågår, over fristen",
        "1 Målene er nådd",
    ):
        assert there in words(told)
    assert "Avsluttet torsdag 21. mai 2026, frist tirsdag 9. juni 2026" in words(told)
    for name in ("Emil", "Nygård", "Lise", "Morten"):
        assert name not in told
    behind, case = f"/tjenesten/bak-tallet/{emil.case}/", f"/saker/{emil.case}/"
    assert behind in told
    assert "Emil" not in marit.see(behind)
    assert "Skriv hvorfor" in marit.send(behind, 422, words="")
    marit.see(case, status=404)
    assert marit.send(behind, words="Tilsynet spør om fristen.") == case
    assert "Emil" in marit.see(case)
    with acting("owner"):
        assert Entry.objects.filter(case_id=emil.case, says__contains="Tilsynet spør om fristen.").count() == 1
        assert Look.objects.filter(case_id=emil.case, actor=world.staff[MARIT].id).exists()
