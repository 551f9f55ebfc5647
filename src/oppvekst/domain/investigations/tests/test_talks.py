"""Talks with the child: the words stand in versions, the child's answer closes them, and the panel tells what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.investigations.actions import (
    KeptBack,
    Trusted,
    end_trusted_person,
    end_withholding,
    mend_talk,
    name_trusted_person,
    note_beside,
    read_back,
    review_withholding,
    see_certificate,
    set_participation,
    weigh,
    withhold_from_parents,
    write_talk,
)
from oppvekst.domain.investigations.models import ChildTalk, Rendering, TrustedPerson
from oppvekst.domain.investigations.queries import (
    calendar_of_parents,
    get_talk,
    voice_of_case,
    words_to_show,
    words_with_access,
)
from oppvekst.domain.investigations.tests.talks import AT_SCHOOL, MONDAY, SIRI, WEDNESDAY, Jakobs, jakobs_case, talked
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.world import World

REVIEW = date(2026, 12, 9)
DRAWING = KeptBack(
    what="Tegningen", reasons="Den viser stefaren, og kan føre til represalier.",
    weighed_wish="Jakob vil ikke at mor skal se den. Det veier tungt nå.", review_on=REVIEW,
)  # fmt: skip


@pytest.fixture
def jakob(world: World) -> Jakobs:
    return jakobs_case(world)


@pytest.fixture
def talk_id(world: World, jakob: Jakobs) -> UUID:
    return talked(world, jakob.case_id)


def agreed(world: World, talk_id: UUID) -> None:
    with world.as_(SIRI) as siri:
        read_back(talk_id, "agreed", by=siri, at=WEDNESDAY)


def what_is_missing(case_id: UUID) -> list[str]:
    return [lack.field for lack in voice_of_case(case_id).voice.missing]


def test_a_talk_is_written_down_with_the_words_apart_from_our_reading(
    world: World, jakob: Jakobs, talk_id: UUID
) -> None:
    with world.as_(SIRI):
        talk = get_talk(talk_id)
        assert [(each.number, each.author, each.author_name, each.text) for each in talk.renderings.all()] == [
            (1, "worker", SIRI, "Jakob er redd for stefaren.")
        ]
        assert talk.our_reading.startswith("Han virker redd")
        assert what_is_missing(jakob.case_id) == ["agreement", "weight"]
        item = Item.objects.get(subject=talk_id)
        assert (item.title, item.due) == (
            "Les ordene tilbake for barnet, og spør om de er forstått riktig", date(2026, 11, 16),
        )  # fmt: skip


def test_a_tired_worker_writes_little_and_more_later_and_every_wording_stays(
    world: World, jakob: Jakobs, talk_id: UUID
) -> None:
    with world.as_(SIRI) as siri:
        short = replace(AT_SCHOOL, words="", heard_about="", told_readers=False)
        little = write_talk(jakob.case_id, short, by=siri, at=MONDAY)
        lacks = [lack for lack in voice_of_case(jakob.case_id).voice.missing if lack.field in {"told", "heard_about"}]
        assert {voice_of_case(jakob.case_id).talk_of(lack).id for lack in lacks} == {little.id}  # type: ignore[union-attr]
        mend_talk(talk_id, replace(AT_SCHOOL, words="«Jeg er redd stefaren min.»"), by=siri, at=WEDNESDAY, read=1)
        assert [each.text for each in get_talk(talk_id).renderings.all()] == [
            "Jakob er redd for stefaren.", "«Jeg er redd stefaren min.»",
        ]  # fmt: skip


def test_a_colleague_who_wrote_meanwhile_is_not_written_over(world: World, jakob: Jakobs, talk_id: UUID) -> None:
    with world.as_(SIRI) as siri:
        mend_talk(talk_id, replace(AT_SCHOOL, words="Ny."), by=siri, at=WEDNESDAY, read=1)
        with pytest.raises(NotAllowed, match="skrevet på nytt av en annen"):
            mend_talk(talk_id, replace(AT_SCHOOL, words="En tredje."), by=siri, at=WEDNESDAY, read=1)


def test_read_aloud_the_child_corrects_a_word_and_the_corrected_counts(
    world: World, jakob: Jakobs, talk_id: UUID
) -> None:
    with world.as_(SIRI) as siri:
        with pytest.raises(Incomplete) as refused:
            read_back(talk_id, "corrected", by=siri, at=WEDNESDAY)
        assert list(refused.value.fields) == ["corrected"]
        read_back(talk_id, "corrected", corrected="Jeg er redd når han drikker.", by=siri, at=WEDNESDAY, read=1)
        last = get_talk(talk_id).renderings.last()
        assert last and (last.number, last.author) == (2, "told")
        assert what_is_missing(jakob.case_id) == ["weight"]
        weigh(talk_id, "Stor vekt.", by=siri, at=WEDNESDAY)
        assert voice_of_case(jakob.case_id).voice.complete
        assert not Item.objects.get(subject=talk_id).open


def test_what_was_read_aloud_is_what_the_child_answers_to(world: World, talk_id: UUID) -> None:
    with world.as_(SIRI) as siri:
        mend_talk(talk_id, replace(AT_SCHOOL, words="Ny."), by=siri, at=WEDNESDAY, read=1)
        with pytest.raises(NotAllowed, match="siden du leste dem opp"):
            read_back(talk_id, "agreed", by=siri, at=WEDNESDAY, read=1)


def test_a_child_that_differs_or_was_not_asked_is_explained(world: World, talk_id: UUID) -> None:
    with world.as_(SIRI) as siri:
        for answer in ("differs", "not_asked"):
            with pytest.raises(Incomplete, match="uenig i, eller hvorfor"):
                read_back(talk_id, answer, by=siri, at=WEDNESDAY)
        read_back(talk_id, "not_asked", reasons="Flyttet til mormor dagen etter.", by=siri, at=WEDNESDAY)


# After the answer


def test_after_the_child_has_agreed_nobody_writes_in_the_talk_and_a_new_talk_is_a_new_entry(
    world: World, jakob: Jakobs, talk_id: UUID
) -> None:
    agreed(world, talk_id)
    with world.as_(SIRI) as siri:
        with pytest.raises(NotAllowed, match="en ny samtale skrives for seg"):
            mend_talk(talk_id, replace(AT_SCHOOL, words="Annerledes."), by=siri, at=WEDNESDAY, read=1)
        with pytest.raises(NotAllowed, match="kan ikke gjøres når samtalen er «lest tilbake»"):
            read_back(talk_id, "agreed", by=siri, at=WEDNESDAY)
        other = write_talk(jakob.case_id, AT_SCHOOL, by=siri, at=WEDNESDAY)
        assert other.id != talk_id
        note_beside(talk_id, our_reading="Vi tenker annerledes nå.", wish="Ikke vis tegningen.", by=siri, at=WEDNESDAY)


@pytest.mark.parametrize(
    "statement",
    [
        "update investigations_childtalk set heard_about = 'noe annet'",
        "update investigations_childtalk set agreement = 'differs'",
        "update investigations_childtalk set answered_at = null",
        "update investigations_childtalk set told_readers = false",
    ],
)
def test_the_database_holds_an_answered_talk_still_for_the_owner_too(
    world: World, talk_id: UUID, statement: str
) -> None:
    agreed(world, talk_id)
    for face in (acting("desk", world.token(SIRI)), acting("owner")):
        with face, connection.cursor() as cursor, pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute(statement)


def test_no_version_is_added_after_the_answer_and_none_is_ever_changed_or_removed(world: World, talk_id: UUID) -> None:
    with acting("owner"), connection.cursor() as cursor:
        for statement in ("update investigations_rendering set text = 'x'", "delete from investigations_rendering"):
            with pytest.raises(DatabaseError, match="stand as they were written"), transaction.atomic():
                cursor.execute(statement)
    agreed(world, talk_id)
    with world.as_(SIRI):
        talk = get_talk(talk_id)
        with pytest.raises(DatabaseError, match="en ny samtale|Skriv en ny samtale"), transaction.atomic():
            Rendering.objects.create(
                municipality_id=talk.municipality_id, case_id=talk.case_id, talk=talk, number=2, author="worker",
                author_name=SIRI, written_by=world.staff[SIRI].id, text="x", written_at=WEDNESDAY,
            )  # fmt: skip


def test_nobody_at_the_desk_writes_as_the_child_or_as_a_colleague(world: World, talk_id: UUID) -> None:
    with world.as_(SIRI):
        talk = get_talk(talk_id)
        for author, writer in (("child", world.staff[SIRI].id), ("worker", world.staff["Kari Nesheim"].id)):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Rendering.objects.create(
                    municipality_id=talk.municipality_id, case_id=talk.case_id, talk=talk, number=2, author=author,
                    author_name="Jakob", written_by=writer, text="x", written_at=WEDNESDAY,
                )  # fmt: skip


# Who was there


def test_a_child_that_interprets_is_refused_and_a_future_talk_too(world: World, jakob: Jakobs) -> None:
    with world.as_(SIRI) as siri:
        with pytest.raises(NotAllowed, match="Barn skal ikke tolke"):
            write_talk(jakob.case_id, replace(AT_SCHOOL, interpreter="child"), by=siri, at=MONDAY)
        with pytest.raises(Incomplete, match="fram i tid"):
            later = replace(AT_SCHOOL, held_at=MONDAY + timedelta(days=1))
            write_talk(jakob.case_id, later, by=siri, at=MONDAY)
    assert not ChildTalk.objects.exists()


def test_a_talk_the_parents_do_not_know_of_stands_in_no_calendar_of_theirs(world: World, jakob: Jakobs) -> None:
    known = talked(world, jakob.case_id, parents_told=True, hidden_from_parents=False)
    talked(world, jakob.case_id)
    talked(world, jakob.case_id, parents_told=True)
    with world.as_(SIRI):
        assert [talk.id for talk in calendar_of_parents(jakob.case_id, since=MONDAY.date())] == [known]


def test_the_journal_tells_that_there_was_a_talk_and_never_the_words(
    world: World, jakob: Jakobs, talk_id: UUID
) -> None:
    agreed(world, talk_id)
    says = " ".join(Entry.objects.filter(case_id=jakob.case_id).values_list("says", flat=True))
    assert "Samtale med barnet mandag 9. november 2026 skrevet ned." in says
    assert "redd" not in says


# The trusted person


def test_the_trusted_person_the_child_chose_comes_along_and_a_certificate_that_could_not_wait_follows(
    world: World, jakob: Jakobs
) -> None:
    with world.as_(SIRI) as siri:
        said = Trusted(
            name="Runa Dahl", relation="fotballtrener", born_on=date(1990, 5, 2), chosen_by_child=True,
            confidentiality_on=MONDAY.date(),
        )  # fmt: skip
        with pytest.raises(Incomplete, match="barneomsorgsattest"):
            name_trusted_person(jakob.case_id, said, by=siri, at=MONDAY)
        runa = name_trusted_person(jakob.case_id, replace(said, acute=True), by=siri, at=MONDAY)
        assert Item.objects.get(subject=runa.id).open
        see_certificate(runa.id, seen_on=WEDNESDAY.date(), by=siri, at=WEDNESDAY)
        assert not Item.objects.get(subject=runa.id).open
        along = write_talk(jakob.case_id, replace(AT_SCHOOL, trusted_person_id=runa.id), by=siri, at=WEDNESDAY)
        assert get_talk(along.id).trusted_person == runa
        end_trusted_person(runa.id, by=siri, at=WEDNESDAY)
        assert voice_of_case(jakob.case_id).trusted == ()


def test_a_parent_is_not_written_down_as_trusted_person(world: World, jakob: Jakobs) -> None:
    with world.as_(SIRI) as siri, pytest.raises(NotAllowed, match="foreldre"):
        name_trusted_person(jakob.case_id, Trusted(name="Per Lie", is_parent=True), by=siri, at=MONDAY)
    assert not TrustedPerson.objects.exists()


def test_another_childs_trusted_person_does_not_come_along(world: World, jakob: Jakobs) -> None:
    with world.as_(SIRI) as siri, pytest.raises(NotFound):
        write_talk(jakob.case_id, replace(AT_SCHOOL, trusted_person_id=uuid4()), by=siri, at=MONDAY)


# What the parents get


def test_the_parents_copy_has_what_counts_and_never_a_trace_of_the_first(
    world: World, jakob: Jakobs, talk_id: UUID
) -> None:
    with world.as_(SIRI) as siri:
        read_back(talk_id, "corrected", corrected="Jeg er redd når han drikker.", by=siri, at=WEDNESDAY)
        shown = words_to_show(jakob.case_id)
        assert [words.texts for words in shown] == [("Jeg er redd når han drikker.",)]
        assert [words.texts for words in words_with_access(jakob.case_id)] == [
            ("Jakob er redd for stefaren.", "Jeg er redd når han drikker.")
        ]


def test_what_is_kept_from_the_parents_is_decided_looked_at_again_and_ended(
    world: World, jakob: Jakobs, talk_id: UUID
) -> None:
    with world.as_(SIRI) as siri:
        made = withhold_from_parents(talk_id, DRAWING, by=siri, at=WEDNESDAY)
        item = Item.objects.get(subject=made.id)
        assert (item.due, item.assignee, item.open) == (REVIEW, siri.person, True)
        assert [words.text for words in words_to_show(jakob.case_id)] == ["Jakob er redd for stefaren."]
        review_withholding(made.id, review_on=date(2027, 1, 9), reasons="Fortsatt fare.", by=siri, at=WEDNESDAY)
        assert Item.objects.get(subject=made.id).due == date(2027, 1, 9)
        end_withholding(made.id, "Stefaren har flyttet ut.", by=siri, at=WEDNESDAY)
        assert not Item.objects.get(subject=made.id).open


def test_words_that_are_kept_back_are_in_neither_copy(world: World, jakob: Jakobs, talk_id: UUID) -> None:
    with world.as_(SIRI) as siri:
        withhold_from_parents(talk_id, replace(DRAWING, what="Samtalen", words_too=True), by=siri, at=WEDNESDAY)
        assert words_to_show(jakob.case_id) == words_with_access(jakob.case_id) == []


def test_to_keep_something_back_is_reasoned_and_the_childs_view_is_weighed(world: World, talk_id: UUID) -> None:
    with world.as_(SIRI) as siri, pytest.raises(Incomplete) as refused:
        said = KeptBack(what="", reasons=" ", weighed_wish="", review_on=WEDNESDAY.date())
        withhold_from_parents(talk_id, said, by=siri, at=WEDNESDAY)
    assert set(refused.value.fields) == {"what", "reasons", "weighed_wish", "review_on"}


# Others


def test_a_stranger_finds_no_talk_and_a_colleague_with_access_does(world: World, jakob: Jakobs, talk_id: UUID) -> None:
    with world.as_("Ola Brandvold"), pytest.raises(NotFound):
        get_talk(talk_id)
    with world.as_(SIRI) as siri:
        cases.give_access(
            jakob.case_id, world.staff["Ola Brandvold"].id, reason="assigned", words="Vikar", by=siri, at=MONDAY
        )
    world.tokens.pop("Ola Brandvold")
    with world.as_("Ola Brandvold"):
        assert get_talk(talk_id).id == talk_id


def test_without_an_investigation_no_code_is_asked_for(world: World, jakob: Jakobs) -> None:
    with world.as_(SIRI) as siri:
        assert what_is_missing(jakob.case_id) == ["talk"]
        with pytest.raises(NotFound):
            set_participation(uuid4(), code="2.2", reasons="Ville ikke.", by=siri, at=MONDAY)
