"""What an investigation collects: the plan and who sees it, visits, whom was asked, experts, and the leader's own acts."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

import pytest

from oppvekst.domain.cases.actions import assign
from oppvekst.domain.investigations import actions, queries
from oppvekst.domain.investigations.models import Investigation, LeaderAct, PlanVersion
from oppvekst.domain.investigations.tests.opened import NEXT_WEEK, TODAY, WHOLE_PLAN, asked, noted, opened, row
from oppvekst.ground.access.service import appoint
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.desk import TUESDAY
from tests.world import SOLVIK, World

LATER = TUESDAY + timedelta(days=2)


def on_agenda(kind: str) -> list[tuple[str, date | None]]:
    return [(item.title, item.due) for item in Item.objects.filter(subject_kind=kind, open=True).order_by("due")]


def test_a_plan_that_lacks_a_part_is_kept_and_the_investigation_waits_for_the_rest(world: World) -> None:
    found = opened(world, planned=False)
    with world.as_("Kari Nesheim") as kari:
        actions.save_plan(found, {"questions": "Hvordan har Emil det?"}, by=kari, at=TUESDAY)
        assert Investigation.objects.get().state == "planning"
        assert Item.objects.get(rule="D13").open
        actions.save_plan(found, WHOLE_PLAN, by=kari, at=TUESDAY)
        assert Investigation.objects.get().state == "running"
        assert not Item.objects.get(rule="D13").open


def test_a_row_states_its_part_of_the_plan_and_starts_what_lacked_only_that(world: World) -> None:
    found = opened(world, planned=False)
    with world.as_("Kari Nesheim") as kari:
        lacking = {key: text for key, text in WHOLE_PLAN.items() if key not in {"sources", "timetable"}}
        actions.save_plan(found, lacking, by=kari, at=TUESDAY)
        asks = row(kari, kind="source", what="Spør helsesykepleier", about="Vekst og trivsel")
        actions.add_row(found, asks, by=kari, at=TUESDAY)
    assert Investigation.objects.get().state == "running"


def test_a_row_stands_on_the_agenda_of_whoever_is_to_do_it_and_goes_when_it_is_done(world: World) -> None:
    found = opened(world)
    siri = world.staff["Siri Tveito"].id
    with world.as_("Kari Nesheim") as kari:
        added = actions.add_row(found, row(kari, responsible=siri), by=kari, at=TUESDAY)
        assert on_agenda("plan_row") == [("Skriv oppsummering", NEXT_WEEK)]
        assert Item.objects.get(subject=added.id).assignee == siri
        actions.move_row(added.id, due=NEXT_WEEK + timedelta(days=1), responsible=kari.person, by=kari, at=TUESDAY)
        assert on_agenda("plan_row") == [("Skriv oppsummering", NEXT_WEEK + timedelta(days=1))]
        actions.finish_row(added.id, by=kari, at=LATER)
        assert on_agenda("plan_row") == []
        with pytest.raises(NotAllowed, match="allerede gjort"):
            actions.finish_row(added.id, by=kari, at=LATER)


def test_a_struck_row_goes_from_the_agenda_and_stays_in_the_earlier_versions(world: World) -> None:
    found = opened(world)
    with world.as_("Kari Nesheim") as kari:
        added = actions.add_row(found, row(kari), by=kari, at=TUESDAY)
        with pytest.raises(Incomplete):
            actions.strike_row(added.id, " ", by=kari, at=LATER)
        actions.strike_row(added.id, "Gjort av skolen.", by=kari, at=LATER)
        assert on_agenda("plan_row") == []
        newest, before = queries.versions(found)[:2]
        assert (len(newest.rows), len(before.rows)) == (0, 1)


def test_what_the_parents_are_not_to_know_yet_is_in_no_version_of_theirs_and_its_day_tells_nothing(
    world: World,
) -> None:
    found = opened(world)
    with world.as_("Kari Nesheim") as kari:
        secret = row(kari, kind="talk", what="Samtale på skolen", untold=True)
        added = actions.add_row(found, secret, by=kari, at=LATER)
        hidden = WHOLE_PLAN | {"untold": "Emil hentes ut av timen."}
        actions.save_plan(found, hidden, by=kari, at=LATER + timedelta(hours=1))
        theirs = queries.parents_version(Investigation.objects.get())
        assert theirs is not None
        assert theirs.saved_at == TUESDAY
        for version in PlanVersion.objects.all():
            told = json.dumps(version.for_parents, ensure_ascii=False)
            assert "skolen" not in told.replace(WHOLE_PLAN["sources"], "") and "timen" not in told
        assert "Samtale på skolen" not in " ".join(Entry.objects.values_list("says", flat=True))
        actions.tell_row(added.id, by=kari, at=LATER + timedelta(days=1))
        theirs = queries.parents_version(Investigation.objects.get())
        assert theirs is not None
        assert [each["what"] for each in theirs.for_parents["rows"]] == ["Samtale på skolen"]


def test_a_home_visit_keeps_its_own_time_and_the_facts_apart_from_the_assessment(world: World) -> None:
    found = opened(world)
    happened = TUESDAY - timedelta(days=1)
    with world.as_("Kari Nesheim") as kari:
        note = actions.write_note(
            found, noted(happened_at=happened, announced=False, assessment="Trygg kontakt."), by=kari, at=TUESDAY
        )
        with pytest.raises(Incomplete) as refusal:
            actions.write_note(found, noted(facts=" ", announced=None, shown="not_yet"), by=kari, at=TUESDAY)
    assert (note.happened_at, note.written_at, note.written_by_name) == (happened, TUESDAY, "Kari Nesheim")
    assert set(refusal.value.fields) == {"facts", "announced", "shown_reasons"}


def test_a_note_is_corrected_by_a_new_one_and_both_are_kept(world: World) -> None:
    found = opened(world)
    with world.as_("Kari Nesheim") as kari:
        first = actions.write_note(found, noted(), by=kari, at=TUESDAY)
        actions.write_note(found, noted(facts="Emil viste rommet til søsteren."), by=kari, at=LATER, corrects=first.id)
        first.refresh_from_db()
        assert first.facts == "Ryddig. Emil viste rommet sitt."
        assert first.corrected_by.get().facts == "Emil viste rommet til søsteren."
        assert queries.tally(Investigation.objects.get()).notes == 1


def test_before_an_investigation_is_open_and_after_it_has_ended_nobody_is_asked(world: World) -> None:
    found = opened(world)
    with world.as_("Kari Nesheim") as kari:
        Investigation.objects.filter(id=found).update(concluded_on=TODAY)
        with pytest.raises(NotAllowed, match="bare spørre den som meldte, og familien") as refusal:
            actions.ask(found, asked(), by=kari, at=TUESDAY)
    assert str(refusal.value.citation) == "bvl §§ 2-2, 13-4"


def test_the_school_is_asked_reminded_and_answers(world: World) -> None:
    found = opened(world)
    with world.as_("Kari Nesheim") as kari:
        made = actions.ask(found, asked(), by=kari, at=TUESDAY)
        assert on_agenda("information_request") == [("Svar fra Solvik skole: purr hvis det ikke er kommet", NEXT_WEEK)]
        late = TUESDAY + timedelta(days=8)
        actions.remind(made.id, due=late.date() + timedelta(days=7), by=kari, at=late)
        assert on_agenda("information_request")[0][1] == late.date() + timedelta(days=7)
        with pytest.raises(Incomplete):
            actions.answered(made.id, answered_on=late.date(), answer=" ", by=kari, at=late)
        actions.answered(made.id, answered_on=late.date(), answer="Mye fravær.", by=kari, at=late)
        assert on_agenda("information_request") == []
        with pytest.raises(NotAllowed, match="allerede ført"):
            actions.answered(made.id, answered_on=late.date(), answer="Igjen.", by=kari, at=late)


def test_the_family_that_was_not_told_is_counted_until_it_is(world: World) -> None:
    found = opened(world)
    with world.as_("Kari Nesheim") as kari:
        order = asked(ground="order", order_case="5-1", told_on=None, untold_reasons="Avhøret er ikke holdt.")
        made = actions.ask(found, order, by=kari, at=TUESDAY)
        assert queries.tally(Investigation.objects.get()).untold == 1
        actions.tell_family(made.id, told_on=TODAY, by=kari, at=TUESDAY)
        assert queries.tally(Investigation.objects.get()).untold == 0


def test_what_waits_follows_the_case_to_its_next_worker(world: World) -> None:
    found = opened(world)
    with world.as_("Kari Nesheim") as kari:
        actions.ask(found, asked(), by=kari, at=TUESDAY)
        case_id = Investigation.objects.get().case_id
        assign(case_id, world.staff["Siri Tveito"].id, by=kari, at=TUESDAY)
    items = Item.objects.filter(subject_kind__in=("investigation", "information_request"), open=True)
    assert {item.assignee for item in items} == {world.staff["Siri Tveito"].id}


def test_a_opinion_is_relied_on_only_when_the_commission_has_assessed_it(world: World) -> None:
    found = opened(world)
    with world.as_("Kari Nesheim") as kari:
        opinion = actions.engage_expert(found, expert="Psykolog Nina Aas", mandate="Samspillet.", by=kari, at=TUESDAY)
        assert not queries.unassessed(found)
        with pytest.raises(NotAllowed, match="ikke mottatt"):
            actions.send_opinion(opinion.id, sent_on=TODAY, by=kari, at=TUESDAY)
        actions.receive_opinion(opinion.id, received_on=TODAY, by=kari, at=TUESDAY)
        assert queries.unassessed(found)
        assert on_agenda("expert_opinion") == [("Send rapporten til Barnesakkyndig kommisjon", None)]
        actions.send_opinion(opinion.id, sent_on=TODAY, by=kari, at=TUESDAY)
        assert on_agenda("expert_opinion") == [("Kommisjonens merknad: se om den er kommet", date(2026, 12, 6))]
        actions.take_remark(opinion.id, remark_on=LATER.date(), remark="Ingen merknader.", by=kari, at=LATER)
        assert not queries.unassessed(found)
        assert on_agenda("expert_opinion") == []


def test_a_note_of_one_appointed_only_to_hear_the_child_needs_no_commission(world: World) -> None:
    found = opened(world)
    with world.as_("Kari Nesheim") as kari:
        opinion = actions.engage_expert(found, expert="Talsperson", mandate="Barnets syn.", by=kari, at=TUESDAY)
        actions.receive_opinion(opinion.id, received_on=TODAY, exemption="child_heard_only", by=kari, at=TUESDAY)
        assert not queries.unassessed(found)
        with pytest.raises(NotAllowed, match="vurderer ikke denne"):
            actions.send_opinion(opinion.id, sent_on=TODAY, by=kari, at=TUESDAY)


@pytest.mark.parametrize("name", ["Kari Nesheim", "Tone Vik", "Eivind Myrbakk"])
def test_neither_worker_team_leader_nor_deputy_sends_a_child_to_a_medical_examination(world: World, name: str) -> None:
    found = opened(world)
    with world.as_(name) as one, pytest.raises(NotAllowed, match="kan ikke gjøre dette"):
        actions.decide_as_leader(found, "medical", what="Legevakt.", reasons="Merker.", by=one, at=TUESDAY)
    assert not LeaderAct.objects.exists()


def test_the_leader_decides_it_and_whoever_is_appointed_acting_leader_by_date(world: World) -> None:
    found = opened(world)
    with world.as_("Marit Solheim") as marit:
        made = actions.decide_as_leader(
            found, "medical", what="Solvik legevakt i dag.", reasons="Merker på armen.", by=marit, at=TUESDAY
        )
    assert (made.decided_by_name, made.appointment) == ("Marit Solheim", "Barnevernsleder")
    appoint(
        world.staff["Tone Vik"], "leader", municipality=world.solvik, since=date(2020, 1, 1), decision="konstituert"
    )
    with world.as_("Tone Vik", "oppvekst_desk_wide") as tone:
        actions.decide_as_leader(found, "police", what="Hjemmebesøk.", reasons="Slapp ikke inn.", by=tone, at=TUESDAY)
    assert LeaderAct.objects.count() == 2
    assert {act.municipality_id for act in LeaderAct.objects.all()} == {SOLVIK}


def test_after_an_extension_the_family_is_told_why_and_until_when(world: World) -> None:
    found = opened(world)
    with world.as_("Tone Vik") as tone:
        actions.extend(found, reasons="Avhøret er utsatt.", new_due=date(2027, 4, 30), by=tone, at=TUESDAY)
        told = Item.objects.get(rule="D12-told")
        assert told.open
        with pytest.raises(Incomplete, match="eller hvorfor"):
            actions.tell_of_extension(found, by=tone, at=TUESDAY)
        actions.tell_of_extension(found, told_on=TODAY, by=tone, at=TUESDAY)
        assert not Item.objects.get(rule="D12-told").open
        with pytest.raises(NotAllowed):
            actions.extend(found, reasons="Enda mer.", new_due=date(2027, 5, 30), by=tone, at=TUESDAY)


def test_a_broken_limit_has_a_reason_and_no_second_extension(world: World) -> None:
    found = opened(world)
    late = datetime(2027, 3, 2, 9, tzinfo=TUESDAY.tzinfo)
    with world.as_("Kari Nesheim") as kari:
        with pytest.raises(NotAllowed, match="ikke brutt"):
            actions.note_breach(found, "Sykdom.", by=kari, at=TUESDAY)
        actions.note_breach(found, "Avhøret ble utsatt to ganger.", by=kari, at=late)
    found_again = Investigation.objects.get()
    assert (found_again.breach_noted_on, found_again.extended_to) == (late.date(), None)
