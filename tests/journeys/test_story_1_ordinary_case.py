"""Story 1: the ordinary case, from a grandmother's worry to help that ended because it worked (2026)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from oppvekst.adapters.pager import FolderPager
from oppvekst.domain.concerns import actions as concerns
from oppvekst.domain.concerns.desk import pointing
from oppvekst.domain.concerns.models import Concern, Passage
from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions.models import Copy, Decision
from oppvekst.domain.decisions.queries.material import material
from oppvekst.domain.decisions.rules import APPEAL_PERIOD, FINAL, SIGNED
from oppvekst.domain.investigations import actions as investigations
from oppvekst.domain.investigations.desk.paper import plan_for_parents
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import get_investigation, get_talk, grounds_of, parents_version
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import acting
from oppvekst.ground.letters import Letter
from oppvekst.ground.letters.tests.reading import text as read
from oppvekst.law.refusals import NotAllowed
from tests.journeys import emil as story
from tests.journeys.emil import (
    HANNE,
    HIS_WORDS,
    KARI,
    KARIS_WORDS,
    NEEDS,
    NUMBERS,
    TONE,
    TRACE,
    Emil,
    at,
    both_answer,
    days_pass,
    item,
    page,
    say_yes,
    seen,
    send,
    standing,
    traces,
)
from tests.world import World


@pytest.fixture
def concern(world: World) -> UUID:
    return story.worried(world)


@pytest.fixture
def emil(world: World) -> Emil:
    return story.opened(world)


@pytest.fixture
def looked_into(world: World) -> Emil:
    return story.looked_into(world)


@pytest.fixture
def noticed(world: World) -> Emil:
    return story.noticed(world)


@pytest.fixture
def decided(world: World) -> Emil:
    return story.decided(world)


@pytest.fixture
def sms(tmp_path: Path) -> FolderPager:
    return FolderPager(tmp_path)


# Steps 1 and 2: the worry, and what becomes of it -----------------------------------------------------------------------


def test_the_week_ends_on_monday_and_the_grandmother_is_told_only_that_it_came(world: World, concern: UUID) -> None:
    assert item(concern, "D01").due == date(2026, 3, 9)
    assert item(concern, "D04").due == date(2026, 3, 23)
    assert not item(concern, "D02").open
    with world.as_(HANNE) as hanne:
        letter = concerns.send_feedback(concern, route="letter", by=hanne, at=at("2026-03-06 09:00"))
    assert letter.contents == ["received"]
    assert "undersøk" not in letter.text
    assert not item(concern, "D04").open


def test_the_sentence_that_shows_who_worried_is_pointed_at_and_masked_and_nothing_is_changed_in_it(
    world: World, concern: UUID
) -> None:
    with world.as_(HANNE) as hanne:
        trace = Passage.objects.get(concern_id=concern, text=TRACE)
        assert (trace.masked, trace.mask_reasons) == (True, "Viser hvem som meldte.")
        concerns.unmask(concern, trace.id, by=hanne, at=at("2026-03-02 13:00"))
        looked = pointing.paragraphs(Concern.objects.get(id=concern))
        assert [one.passage.text for one in looked if one.look] == [TRACE]


def test_three_months_from_the_end_of_the_week_and_not_from_the_thursday(world: World, emil: Emil) -> None:
    end = item(emil.investigation, "D11")
    assert (end.due, end.assignee) == (date(2026, 6, 9), world.staff[KARI].id)
    plan = item(emil.investigation, "D13")
    assert (plan.open, plan.done_on) == (False, date(2026, 3, 10))
    with acting("owner"):
        rows = Item.objects.filter(subject_kind="plan_row", open=True).order_by("due")
        assert [row.due for row in rows] == [date(2026, 3, 18), date(2026, 3, 26)]
    found = Investigation.objects.get()
    assert (found.opened_on, found.state) == (date(2026, 3, 5), "running")
    assert item(emil.concern, "D01").done_on == date(2026, 3, 5)


# Step 3: at home, and with Emil ------------------------------------------------------------------------------------------


def test_emils_corrected_words_count_and_the_first_version_stays(world: World, looked_into: Emil) -> None:
    assert looked_into.talk
    with world.as_(KARI):
        told = get_talk(looked_into.talk)
        assert [(one.text, one.written_at) for one in told.renderings.all()] == [
            (KARIS_WORDS, at("2026-03-20 10:00")), (HIS_WORDS, at("2026-03-20 10:40")),
        ]  # fmt: skip
    # What is left of the talk is its weight, and that must stand before the investigation ends.
    weight = item(looked_into.talk, "child-talk")
    assert (weight.open, weight.due) == (True, date(2026, 6, 9))


# Step 4: what the parents may see ----------------------------------------------------------------------------------------


def test_the_parents_have_the_plan_with_whom_we_ask_and_never_who_worried(
    world: World, looked_into: Emil, settings: Any
) -> None:
    with world.as_(KARI):
        found = get_investigation(looked_into.investigation)
        version = parents_version(found)
        assert version
        told = read(plan_for_parents(found, version, world.solvik))
    assert "Spørre Solvik skole om trivsel og fravær" in told
    assert "26. mars 2026" in told
    assert not traces(told)
    for name in NUMBERS:
        # The limit is a Tuesday, and Berit fetches him on Tuesdays.
        first = seen(page(settings, name))
        assert "tirsdager" not in first
        assert [word for word in traces(first) if word != "tirsdag"] == []


def test_at_my_page_they_see_what_is_asked_of_whom_and_why_and_the_ninth_of_june(
    world: World, looked_into: Emil, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at("2026-03-26 19:00"))
    for name in NUMBERS:
        theirs = page(settings, name)
        assert "Undersøkelsen om Emil" in seen(theirs)
        told = seen(theirs, f"/undersokelse/{looked_into.investigation}/")
        assert "Vi skal være ferdige senest tirsdag 9. juni 2026." in told
        assert "Emil gråter før skolen, og morgenene er harde." in told
        assert "Hvordan har Emil det om morgenen?" in told
        assert "Solvik skole Trivsel og fravær. Vi kan spørre fordi det er samtykket til det." in told
        assert "Spørre Solvik skole om trivsel og fravær" in told
        for kept in (TRACE, KARIS_WORDS, HIS_WORDS, "For sent to ganger i uka."):
            assert kept not in told
        # The limit is a Tuesday, and Berit fetches him on Tuesdays.
        assert [word for word in traces(told) if word != "tirsdag"] == []
        assert "tirsdager" not in told


def test_what_somebody_wrote_that_tells_who_worried_is_not_there_and_nothing_shows_that_it_is_left_out(
    world: World, looked_into: Emil, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    march = at("2026-03-26 12:00")
    monkeypatch.setattr(timezone, "now", lambda: march)
    with world.as_(KARI) as kari:
        for what in ("Ringe Berit igjen", "Følge opp: «Jeg henter ham på tirsdager»"):
            row = investigations.Row(kind="task", what=what, due=date(2026, 4, 9), responsible=kari.person)
            investigations.add_row(looked_into.investigation, row, by=kari, at=march)
        row = investigations.Row(
            kind="talk", what="Snakke med Emil igjen", due=date(2026, 4, 9), responsible=kari.person, untold=True
        )
        quiet = investigations.add_row(looked_into.investigation, row, by=kari, at=march)
    address = f"/undersokelse/{looked_into.investigation}/"
    told = seen(page(settings, "Lise"), address)
    assert [word for word in traces(told) if word != "tirsdag"] == []
    assert "tirsdager" not in told
    assert "Følge opp" not in told
    assert "Snakke med Emil igjen" not in told
    assert "Besøke Emil hjemme" in told
    with world.as_(KARI) as kari:
        investigations.tell_row(quiet.id, by=kari, at=march)
    assert "Snakke med Emil igjen" in seen(page(settings, "Lise"), address)


# Step 5: the notice, the answers, the consents ---------------------------------------------------------------------------


def test_two_weeks_to_answer_counted_from_the_day_it_was_sent(world: World, noticed: Emil) -> None:
    assert noticed.decision
    limit = item(noticed.decision, "D79")
    assert (limit.open, limit.start, limit.due) == (True, date(2026, 5, 4), date(2026, 5, 18))
    with world.as_(KARI) as kari, pytest.raises(NotAllowed, match="ikke alle har svart"):
        decisions.make_ready(noticed.decision, by=kari, at=at("2026-05-15 12:00"))
    both_answer(world, noticed)
    assert standing(noticed.decision) == {"sign"}


def test_one_yes_is_not_enough_for_tone_to_sign(world: World, noticed: Emil) -> None:
    assert noticed.decision
    both_answer(world, noticed)
    say_yes(world, noticed, "Lise")
    with world.as_(TONE) as tone, pytest.raises(NotAllowed, match="ikke alle som må, har samtykket"):
        decisions.sign(noticed.decision, by=tone, at=at("2026-05-21 10:00"))
    assert Investigation.objects.get().concluded_on is None


# Step 6: the decision ----------------------------------------------------------------------------------------------------


def test_the_signature_ends_the_investigation_within_its_limit_and_leaves_nothing_of_it_on_the_agenda(
    world: World, decided: Emil
) -> None:
    assert decided.decision
    assert decided.talk
    ended, signed = Investigation.objects.get(), Decision.objects.get()
    assert (signed.state, signed.signed_by_name, signed.signed_as) == (SIGNED, TONE, "Teamleder")
    assert (ended.state, ended.conclusion, ended.concluded_on) == ("closed_measures", "1", date(2026, 5, 21))
    assert ended.decision == decided.decision
    with world.as_(KARI):
        assert tuple(code.code for code in grounds_of(ended.id)) == NEEDS[1:]
    limit = item(ended.id, "D11")
    assert (limit.open, limit.due, limit.done_on) == (False, date(2026, 6, 9), date(2026, 5, 21))
    for subject in (ended.id, decided.talk):
        assert not standing(subject)
    with acting("owner"):
        assert not Item.objects.filter(subject_kind__in=("plan_row", "information_request"), open=True).exists()
    assert standing(decided.decision) == {"D80"}
    # A grandmother is told that it came, and no more: she has no duty to report.
    with acting("owner"):
        assert not Item.objects.filter(rule="D06").exists()


def test_available_and_notified_on_friday_they_may_appeal_until_the_twelfth_of_june(
    world: World, decided: Emil, sms: FolderPager
) -> None:
    send(world, decided, sms)
    assert decided.decision
    assert not standing(decided.decision)
    for name in NUMBERS:
        to = decided.to(name)
        assert (to.reached_on, to.appeal_due) == (date(2026, 5, 22), date(2026, 6, 12))
        assert item(to.id, "D103").due == date(2026, 6, 12)
    assert Decision.objects.get().state == APPEAL_PERIOD
    # Emil is seven and no party: he is told in a talk, and nothing is sent to him.
    with acting("owner"):
        assert set(Copy.objects.values_list("addressee__name", flat=True)) == {"Lise Nygård", "Morten Nygård"}
    days_pass(sms, "2026-06-12 23:00")
    assert Decision.objects.get().state == APPEAL_PERIOD
    days_pass(sms, "2026-06-13 01:00")
    assert Decision.objects.get().state == FINAL


def test_unopened_they_are_told_once_more_on_saturday_the_thirtieth_and_the_limit_stands(
    world: World, decided: Emil, sms: FolderPager
) -> None:
    send(world, decided, sms)
    days_pass(sms, "2026-05-29 08:00")
    assert len(sms.rings()) == 2
    days_pass(sms, "2026-05-30 08:00")
    assert len(sms.rings()) == 4
    for name in NUMBERS:
        to = decided.to(name)
        assert (to.second_notice_at, to.appeal_due) == (at("2026-05-30 08:00"), date(2026, 6, 12))


def test_opened_the_same_evening_there_is_no_second_word_and_nothing_tells_who_worried(
    world: World, decided: Emil, sms: FolderPager, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with world.as_(KARI):
        offered = str(material(Decision.objects.get()))
        assert HIS_WORDS in offered
        assert KARIS_WORDS not in offered
        assert not traces(offered)
    send(world, decided, sms)
    monkeypatch.setattr(timezone, "now", lambda: at("2026-05-22 20:30"))
    for name in NUMBERS:
        theirs = page(settings, name)
        assert "Ikke lest ennå." in seen(theirs)
        with acting("owner"):
            copy = Copy.objects.get(addressee=decided.to(name))
        told = seen(theirs, f"/vedtak/{copy.id}/")
        letter = read(Letter(bytes(copy.pdf), copy.sha256, copy.pages))
        assert "12. juni 2026" in told
        for shown in (told, letter, seen(theirs), str(copy.told)):
            assert not traces(shown)
            assert KARIS_WORDS not in shown
        for shown in (told, letter):
            assert HIS_WORDS in shown
        assert decided.to(name).opened_at
        assert "Ikke lest ennå." not in seen(theirs)
    days_pass(sms, "2026-05-30 08:00")
    assert len(sms.rings()) == 2
    for name in NUMBERS:
        assert standing(decided.to(name).id) == {"D103"}
