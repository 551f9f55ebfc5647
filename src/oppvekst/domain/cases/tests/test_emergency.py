"""Emergency access: the reason first, some hours, a mark on every page, and the head of service reads it the next morning."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.models import Case, Party
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.actor import entered
from oppvekst.ground.access.models import Bar, Emergency, Grant, Right
from oppvekst.ground.agenda.models import EMERGENCY, Item
from oppvekst.ground.agenda.worklist import worklist
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import World

MORNING = date(2026, 11, 25)
WHY = {"kind": "danger", "words": "Legevakta har barnet hos seg."}


@pytest.fixture
def jonas(world: World) -> Case:
    """Siri's case."""
    with world.as_("Siri Tveito") as siri:
        return actions.open_case(Details(given_name="Jonas"), by=siri, at=TUESDAY, reason="assigned")


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def break_in(world: World, case: Case, who: str = "Ola Brandvold", **more: Any) -> Emergency:
    with world.as_(who) as actor:
        return actions.break_glass(case.number, **WHY, **more, by=actor, at=TUESDAY)


def sees(world: World, who: str, case: Case) -> bool:
    with world.as_(who):
        return Case.objects.filter(id=case.id).exists()


def shut_out(world: World, case: Case, who: str, kind: str = "disqualified") -> None:
    with world.as_("Marit Solheim") as marit:
        actions.set_bar(case.id, world.staff[who].id, kind=kind, words="Nabo.", by=marit, at=TUESDAY)


def test_the_case_opens_at_once_and_closes_by_itself(world: World, jonas: Case) -> None:
    assert not sees(world, "Ola Brandvold", jonas)
    opened = break_in(world, jonas)
    assert sees(world, "Ola Brandvold", jonas)
    assert timedelta(hours=3, minutes=59) < opened.until - timezone.now() <= timedelta(hours=4)
    Emergency.objects.update(until=timezone.now() - timedelta(hours=1))
    assert not sees(world, "Ola Brandvold", jonas)


def test_the_municipality_decides_how_long(world: World, jonas: Case) -> None:
    world.solvik.emergency_hours = 1
    world.solvik.save()
    assert break_in(world, jonas).until - timezone.now() <= timedelta(hours=1)


def test_the_reason_comes_first(world: World, jonas: Case) -> None:
    with world.as_("Ola Brandvold") as ola:
        for lacking in ({"words": " "}, {"kind": ""}):
            with pytest.raises(Incomplete) as told:
                actions.break_glass(jonas.number, **(WHY | lacking), by=ola, at=TUESDAY)
            assert set(told.value.fields) == set(lacking)
    assert not sees(world, "Ola Brandvold", jonas)


def test_the_childs_journal_and_the_leaders_next_morning_tell_of_it(world: World, jonas: Case) -> None:
    opened = break_in(world, jonas)
    (entry,) = Entry.objects.filter(kind="access.emergency")
    assert (entry.case_id, entry.subject, entry.actor_name, entry.at) == (jonas.id, opened.id, "Ola Brandvold", TUESDAY)
    assert entry.says.startswith("Ola Brandvold åpnet saken med nødtilgang til kl. ")
    assert entry.says.endswith("Legevakta har barnet hos seg.")
    with world.as_("Marit Solheim") as marit:
        (item,) = worklist(marit).filter(subject=opened.id)
    assert (item.title, item.due) == ("Se over at Ola Brandvold brukte nødtilgang", MORNING)


def test_only_the_leader_strikes_it_out_and_the_journal_says_so(world: World, jonas: Case) -> None:
    opened = break_in(world, jonas)
    for who in ("Ola Brandvold", "Siri Tveito", "Tone Vik"):
        with world.as_(who) as one:
            Item.objects.filter(rule=EMERGENCY).update(open=False)
            with pytest.raises(NotAllowed):
                actions.review_emergency(opened.id, by=one, at=TUESDAY)
    assert Item.objects.get(rule=EMERGENCY).open
    with world.as_("Marit Solheim") as marit:
        actions.review_emergency(opened.id, by=marit, at=TUESDAY)
    assert not Item.objects.get(rule=EMERGENCY).open
    assert Entry.objects.get(kind="access.emergency_reviewed").says == (
        "Marit Solheim så over nødtilgangen til Ola Brandvold."
    )


def test_a_number_that_is_not_there_and_a_case_one_is_barred_from_are_the_same_answer(
    world: World, jonas: Case
) -> None:
    shut_out(world, jonas, "Ola Brandvold", "locked")
    told = []
    for number in (jonas.number, "2026-0999"):
        with pytest.raises(NotFound) as refused, world.as_("Ola Brandvold") as ola:
            actions.break_glass(number, **WHY, by=ola, at=TUESDAY)
        told.append(refused.value.sentence)
    assert told[0] == told[1]
    assert not Emergency.objects.exists()


def test_one_who_is_barred_afterwards_loses_it(world: World, jonas: Case) -> None:
    break_in(world, jonas)
    shut_out(world, jonas, "Ola Brandvold")
    assert not sees(world, "Ola Brandvold", jonas)


def test_a_municipality_that_takes_the_right_away_has_no_emergency_access(world: World, jonas: Case) -> None:
    Right.objects.filter(name="case.emergency").delete()
    with world.as_("Ola Brandvold") as ola:
        with pytest.raises(NotAllowed, match="Rollen din"):
            actions.break_glass(jonas.number, **WHY, by=ola, at=TUESDAY)
        with connection.cursor() as cursor:
            cursor.execute(
                "select count(*) from access.break_glass(%s, 'danger', 'Vil inn', false, now(), current_date)",
                [jonas.number],
            )
            assert cursor.fetchone() == (0,)


def test_the_neighbours_staff_break_no_glass_here(world: World, jonas: Case) -> None:
    with pytest.raises(NotFound):
        break_in(world, jonas, "Siri Nordli")


def test_what_is_open_for_some_hours_opens_nothing_for_longer(world: World, jonas: Case) -> None:
    break_in(world, jonas)
    grant = Grant.objects.get(case_id=jonas.id)
    ola_id = world.staff["Ola Brandvold"].id
    with world.as_("Ola Brandvold") as ola:
        for give in (actions.give_access, None):
            with pytest.raises(NotAllowed, match="Med nødtilgang"):
                if give:
                    give(jonas.id, ola_id, reason="colleague", words="Vil ha den.", by=ola, at=TUESDAY)
                else:
                    actions.assign(jonas.id, ola_id, by=ola, at=TUESDAY)
        with pytest.raises(DatabaseError), transaction.atomic():
            Grant.objects.create(
                municipality_id=ola.municipality, staff_id=ola_id, case_id=jonas.id, reason="colleague", given_by=ola_id,
                given_at=TUESDAY,
            )  # fmt: skip
        with pytest.raises(NotAllowed, match=r"ansvarlig|nødtilgang"):
            actions.end_access(grant.id, by=ola, at=TUESDAY)


def test_she_may_end_it_herself_and_so_may_the_leader_but_nobody_else(world: World, jonas: Case) -> None:
    for ends in ("Ola Brandvold", "Marit Solheim"):
        opened = break_in(world, jonas)
        with world.as_("Siri Tveito") as siri, pytest.raises(NotFound):
            actions.end_emergency(opened.id, by=siri, at=TUESDAY)
        with world.as_(ends) as one:
            actions.end_emergency(opened.id, by=one, at=TUESDAY)
        assert not sees(world, "Ola Brandvold", jonas)
    assert Entry.objects.filter(kind="access.emergency_ended").count() == 2


def test_whoever_has_the_case_needs_no_glass(world: World, jonas: Case) -> None:
    for who in ("Siri Tveito", "Tone Vik", "Marit Solheim"):
        with world.as_(who) as one, pytest.raises(NotAllowed, match="åpen for deg allerede"):
            actions.break_glass(jonas.number, **WHY, by=one, at=TUESDAY)


# Disqualified, and it cannot wait (fvl § 7).


def test_one_who_is_barred_may_do_what_cannot_wait_and_nothing_more(world: World, jonas: Case) -> None:
    shut_out(world, jonas, "Ola Brandvold")
    opened = break_in(world, jonas, cannot_wait=True)
    assert opened.over_bar
    assert sees(world, "Ola Brandvold", jonas)
    with world.as_("Ola Brandvold") as ola:
        assert ola.in_emergency(jonas.id)
        actions.hold(jonas.id, "Barnet er i fare hjemme.", by=ola, at=TUESDAY)
        with pytest.raises(NotAllowed, match="det som ikke kan vente") as refused:
            actions.add_party(jonas.id, Details(given_name="Mor"), Party.Part.MOTHER, by=ola, at=TUESDAY)
        assert str(refused.value.citation) == "fvl § 7"
    with world.as_("Ola Brandvold") as ola:
        actions.end_emergency(opened.id, by=ola, at=TUESDAY)
    assert not sees(world, "Ola Brandvold", jonas)
    says = Entry.objects.get(kind="access.emergency").says
    assert "er sperret fra saken, og gikk inn" in says
    assert "det som ikke kan vente" in says


def test_a_barred_leader_goes_in_by_the_same_door_and_her_deputy_looks_at_it(world: World, jonas: Case) -> None:
    with world.as_("Marit Solheim") as marit:
        actions.step_aside(jonas.id, "Tante til barnet.", by=marit, at=TUESDAY)
    assert not sees(world, "Marit Solheim", jonas)
    opened = break_in(world, jonas, "Marit Solheim", cannot_wait=True)
    assert sees(world, "Marit Solheim", jonas)
    with world.as_("Marit Solheim") as marit:
        with pytest.raises(NotAllowed, match="din egen"):
            actions.review_emergency(opened.id, by=marit, at=TUESDAY)
        Item.objects.filter(rule=EMERGENCY).update(open=False)
    assert Item.objects.get(rule=EMERGENCY).open
    with world.as_("Eivind Myrbakk") as eivind:
        actions.review_emergency(opened.id, by=eivind, at=TUESDAY)
    assert not Item.objects.get(rule=EMERGENCY).open


def test_a_bar_that_is_lifted_leaves_no_exception_behind(world: World, jonas: Case) -> None:
    shut_out(world, jonas, "Siri Tveito")
    assert not sees(world, "Siri Tveito", jonas)
    bar = Bar.objects.get()
    with world.as_("Marit Solheim") as marit:
        actions.lift_bar(bar.id, "Slektskapet er fjernere enn vi trodde.", by=marit, at=TUESDAY)
    assert sees(world, "Siri Tveito", jonas)


def own(case_id: UUID) -> str:
    return f"/saker/{case_id}/"


def test_at_the_desk(world: World, desk: Come, jonas: Case) -> None:
    ola = desk("Ola Brandvold")
    ola.see(own(jonas.id), status=404)
    assert "Åpne med nødtilgang" in words(ola.send("/sok/", status=200, q="Jonas"))
    page = ola.send("/nodtilgang/", 422, case=jonas.number)
    assert "Velg hvorfor det haster" in words(page)
    assert jonas.number in page
    onward = ola.send("/nodtilgang/", case=jonas.number, kind="danger", words="Legevakta ringte.")
    assert onward.startswith(own(jonas.id))
    told = words(ola.see(onward))
    assert "Nødtilgang til klokka" in told
    assert "Nødtilgang til klokka" in words(ola.see("/min-dag/"))
    opened = Emergency.objects.get()
    marit = desk("Marit Solheim")
    assert 'href="/nodtilgang/oversikt/"' in marit.see("/min-dag/")
    assert "Legevakta ringte." in words(marit.see("/nodtilgang/oversikt/"))
    marit.send(f"/nodtilgang/{opened.id}/sett-over/")
    assert "Sett over" not in words(marit.see("/nodtilgang/oversikt/")).replace("Se over", "")
    ola.see("/nodtilgang/oversikt/", status=409)
    assert ola.send(f"/nodtilgang/{opened.id}/avslutt/").startswith("/min-dag/")
    ola.see(own(jonas.id), status=404)
    assert "Nødtilgang til klokka" not in words(ola.see("/min-dag/"))


def test_a_number_of_nothing_is_told_as_such_and_what_was_typed_stays(world: World, desk: Come) -> None:
    page = desk("Ola Brandvold").send("/nodtilgang/", 422, case="2026-0999", kind="danger", words="Legevakta ringte.")
    assert "Vi finner ingen sak med dette nummeret" in words(page)
    assert "Legevakta ringte." in page


def test_the_actor_knows_which_glass_is_broken(world: World, jonas: Case) -> None:
    break_in(world, jonas)
    with world.as_("Ola Brandvold"):
        (glass,) = entered().emergencies
    assert (glass.case_id, glass.over_bar) == (jonas.id, False)
