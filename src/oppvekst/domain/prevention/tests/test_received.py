"""What comes in from the public pages: stored, on the preventive service's list, acknowledged, and naming nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from oppvekst.domain.prevention import actions, queries
from oppvekst.domain.prevention.models import Request, SignUp
from oppvekst.domain.prevention.rules import call_back_due
from oppvekst.domain.prevention.tests.asking import (
    A_FAMILY,
    A_VISIT,
    GEIR,
    MARIT,
    TUESDAY,
    arranged,
    asked,
    signed_up,
)
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.agenda.worklist import worklist
from oppvekst.ground.journal.models import Entry
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.world import NORDVAG, World

REFERENCE = r"^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$"


def test_a_talk_is_kept_as_a_number_and_codes_and_stands_on_the_list_within_two_working_days(world: World) -> None:
    request_id = asked(world)
    with world.as_(GEIR) as geir:
        found = queries.get_request(request_id, by=geir)
        assert (found.kind, found.phone, found.call_at, found.interpreter) == (
            "discussion",
            "00001240",
            ["mon-am", "wed-am"],
            "ti",
        )
        assert [(item.due, item.queue, item.assignee) for item in worklist(geir)] == [
            (date(2026, 11, 5), "prevention", None)
        ]


def test_the_journal_says_that_somebody_asked_and_never_who(world: World) -> None:
    asked(world, A_VISIT)
    signed_up(world, arranged(world))
    told = " ".join(f"{entry.says} {entry.facts} {entry.actor_name}" for entry in Entry.objects.all())
    for name in (A_VISIT.contact_person, A_VISIT.body, A_FAMILY.name, A_FAMILY.phone, A_VISIT.phone):
        assert name not in told
    assert "Noen ber oss komme på et møte" in told


def test_the_same_words_sent_twice_the_same_day_are_one_request_with_one_receipt(world: World) -> None:
    assert asked(world) == asked(world, at=TUESDAY.replace(hour=11))
    assert Request.objects.count() == Item.objects.filter(subject_kind="request").count() == 1
    assert asked(world, phone="00001241") != asked(world)
    assert asked(world, at=TUESDAY.replace(day=4)) != asked(world)


def test_a_visit_keeps_who_asks_and_what_it_is_about_in_general(world: World) -> None:
    request_id = asked(world, A_VISIT, words="En linje\r\nog en til\x00\u202e", body="  Fjordgata \t barnehage ")
    found = Request.objects.get(id=request_id)
    assert (found.body, found.themes, found.wished_on) == ("Fjordgata barnehage", ["bounds", "us"], date(2026, 12, 3))
    assert found.words == "En linje\nog en til"


@pytest.mark.parametrize("field", ["body", "contact_person", "words"])
def test_an_identity_number_is_stopped_gently_wherever_it_is_written(world: World, field: str) -> None:
    with pytest.raises(Incomplete) as stopped:
        asked(world, A_VISIT, **{field: "Gjelder 24911688123"})
    assert "fødselsnummer" in stopped.value.fields[field]
    assert not Request.objects.exists()


def test_what_nobody_can_answer_is_refused_field_by_field(world: World) -> None:
    empty = replace(A_VISIT, body=" ", contact_person="", phone="ring meg", meeting="", themes=())
    with pytest.raises(Incomplete) as stopped:
        asked(world, empty)
    assert set(stopped.value.fields) == {"body", "contact_person", "phone", "meeting", "themes"}


@pytest.mark.parametrize(
    "named",
    [
        {"body": "Solvik skole"}, {"contact_person": "Emil"}, {"words": "Emil Sunde"}, {"themes": ["other"]},
        {"wished_on": date(2026, 12, 1)}, {"phone": "Emil"}, {"language": "emi"}, {"interpreter": "Emil Sunde"},
        {"call_at": ["Emil Sunde, mandag"]}, {"outcome": "Emil ble slått"}, {"reference": "EMIL SUNDE"},
        {"kind": "om Emil Sunde"},
    ],
)  # fmt: skip
def test_the_database_itself_has_no_room_for_a_name_in_a_discussion(world: World, named: dict[str, Any]) -> None:
    asked(world)
    row = Request.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.filter(id=row.id).update(**named)


def test_a_family_signs_up_and_somebody_is_to_call(world: World) -> None:
    group_id = arranged(world)
    sign_up_id = signed_up(world, group_id)
    found = SignUp.objects.get(id=sign_up_id)
    assert (found.name, found.adults, found.children_to_mind, found.interpreter) == ("Selam", 2, 3, "ti")
    with world.as_(GEIR) as geir:
        (item,) = worklist(geir).filter(subject=sign_up_id)
        assert (item.subject_kind, item.due) == ("sign_up", date(2026, 11, 5))


@pytest.mark.parametrize(
    "wrong", [{"name": "Selam 24911688123"}, {"name": ""}, {"adults": 0}, {"adults": 7}, {"children_to_mind": 11}]
)
def test_a_sign_up_takes_a_first_name_and_numbers(world: World, wrong: dict[str, Any]) -> None:
    with pytest.raises(Incomplete) as stopped:
        signed_up(world, arranged(world), **wrong)
    assert set(stopped.value.fields) == set(wrong)


def test_nobody_signs_up_for_a_draft_for_a_group_that_is_over_or_next_door(world: World) -> None:
    draft, over = arranged(world, published=False), arranged(world, title="Ferdig")
    with pytest.raises(NotFound):
        signed_up(world, draft)
    with pytest.raises(NotAllowed, match="ferdig"):
        signed_up(world, over, at=datetime(2026, 11, 6, 8, 0, tzinfo=OSLO))
    with world.at_portal() as somebody, pytest.raises(NotFound):
        actions.sign_up(over, A_FAMILY, by=replace(somebody, municipality=NORDVAG), at=TUESDAY)


def test_two_working_days_pass_over_easter() -> None:
    assert call_back_due(date(2026, 4, 1)).due == date(2026, 4, 8)
    assert call_back_due(date(2026, 11, 6)).due == date(2026, 11, 10)


def test_who_will_be_called_on_a_later_day_is_promised_that_day_and_no_earlier(world: World) -> None:
    request_id = asked(world, call_at=("mon-pm",))
    assert Item.objects.get(subject=request_id).due == date(2026, 11, 9)
    reference = Request.objects.get().reference
    with world.at_portal():
        told = queries.receipt(9998, reference)
    assert told
    assert told.call_at == ("mon-pm",)


def test_a_receipt_tells_what_was_asked_when_and_whether_we_have_answered_and_nothing_else(world: World) -> None:
    request_id = asked(world, A_VISIT)
    reference = Request.objects.get(id=request_id).reference
    with world.at_portal():
        told = queries.receipt(9998, reference)
        assert told == queries.Receipt("visit", TUESDAY, False)
        assert queries.receipt(NORDVAG, reference) is None
        assert queries.receipt(9998, "AAAA-AAAA-AAAA") is None
    with world.as_(MARIT) as marit:
        actions.answer(request_id, by=marit, at=TUESDAY)
    with world.at_portal():
        assert queries.receipt(9998, reference).answered


def test_the_receipt_of_a_full_group_says_that_the_family_waits(world: World) -> None:
    group_id = arranged(world, seats=1)
    first = signed_up(world, group_id, at=TUESDAY - timedelta(minutes=5))
    second = signed_up(world, group_id, name="Amir", phone="00001251")
    references = dict(SignUp.objects.values_list("id", "reference"))
    with world.at_portal():
        assert [queries.receipt(9998, references[each]).waiting for each in (first, second)] == [False, True]
    with world.as_(GEIR) as geir:
        actions.withdraw_sign_up(first, by=geir, at=TUESDAY)
    with world.at_portal():
        assert not queries.receipt(9998, references[second]).waiting


def test_the_table_of_talks_knows_no_column_for_a_child(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select column_name from information_schema.columns where table_name = 'prevention_request'")
        columns = {name for (name,) in cursor.fetchall()}
    assert not {name for name in columns if any(word in name for word in ("child", "birth", "name", "address"))}
