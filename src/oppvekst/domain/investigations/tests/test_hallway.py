"""A home visit written on a phone: sent once however often it comes, never over another's words, finished as a note."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from oppvekst.domain.investigations import actions, queries
from oppvekst.domain.investigations.actions import Finishing
from oppvekst.domain.investigations.models import FieldNote, HallwayText, HallwayVisit
from oppvekst.domain.investigations.tests.opened import opened, written_visit
from oppvekst.ground.access import sessions
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.desk import TUESDAY
from tests.world import World

LATER = TUESDAY + timedelta(hours=1)


@pytest.fixture
def investigation(world: World) -> UUID:
    return opened(world)


def sent(
    investigation: UUID, visit: UUID, *, by: object, seen: int = 0, key: UUID | None = None, **texts: str
) -> actions.Received:
    return actions.receive_visit(investigation, visit, texts, seen=seen, key=key or uuid4(), by=by, at=LATER)  # type: ignore[arg-type]


def test_a_sending_that_comes_three_times_is_stored_once(world: World, investigation: UUID) -> None:
    visit, key = uuid4(), uuid4()
    with world.as_("Kari Nesheim") as kari:
        for _ in range(3):
            received = sent(investigation, visit, by=kari, key=key, present="Mor")
        assert received.visit.version == 1
        assert HallwayText.objects.filter(visit=visit).count() == 1
    assert not Entry.objects.filter(kind="investigation.noted").exists()


def test_what_two_have_written_in_different_parts_is_laid_together(world: World, investigation: UUID) -> None:
    with world.as_("Kari Nesheim") as kari:
        visit = written_visit(investigation, by=kari)
    with world.as_("Marit Solheim") as marit:
        actions.receive_visit(
            investigation, visit, _now(visit) | {"agreed": "Nytt besøk."}, seen=1, key=uuid4(), by=marit, at=LATER
        )
    with world.as_("Kari Nesheim") as kari:
        mine = {"happened": "2026-11-24T08:15", "present": "Mor, Emil", "seen": "Ryddig. Varmt."}
        received = actions.receive_visit(investigation, visit, mine, seen=1, key=uuid4(), by=kari, at=LATER)
        assert received.aside is None
        assert (received.texts["seen"], received.texts["agreed"]) == ("Ryddig. Varmt.", "Nytt besøk.")


def test_where_two_have_written_in_the_same_part_both_texts_are_kept_until_one_has_chosen(
    world: World, investigation: UUID
) -> None:
    visit = _clashing(world, investigation)
    with world.as_("Kari Nesheim") as kari:
        found = queries.get_visit(visit)
        assert queries.visit_texts(queries.standing_text(found))["seen"] == "Marits ord."
        assert [text.seen for text in queries.texts_aside(found)] == ["Karis ord."]
        with pytest.raises(NotAllowed, match="Velg hva som skal stå"):
            actions.finish_visit(visit, Finishing(announced=True), seen=found.version, by=kari, at=LATER)
        both = _now(visit) | {"seen": "Marits ord.\n\nKaris ord."}
        actions.choose_visit(visit, both, seen=found.version, key=uuid4(), by=kari, at=LATER)
        assert not queries.texts_aside(found).exists()
        kept = set(HallwayText.objects.filter(visit=visit).values_list("seen", flat=True))
        assert {"Ryddig.", "Marits ord.", "Karis ord.", "Marits ord.\n\nKaris ord."} == kept


def test_a_text_that_stands_aside_grows_while_she_writes_on_and_no_word_of_it_is_lost(
    world: World, investigation: UUID
) -> None:
    visit = _clashing(world, investigation)
    with world.as_("Kari Nesheim") as kari:
        sent(investigation, visit, by=kari, seen=1, happened=_now(visit)["happened"], present="Mor, Emil")
        more = {"happened": _now(visit)["happened"], "present": "Mor, Emil"} | {"seen": "Karis ord. Og flere."}
        actions.receive_visit(investigation, visit, more, seen=1, key=uuid4(), by=kari, at=LATER)
        assert [text.seen for text in queries.texts_aside(queries.get_visit(visit))] == ["Karis ord. Og flere."]
    assert HallwayText.objects.filter(visit=visit, seen="Karis ord.").exists()


def test_a_choice_made_before_somebody_wrote_more_is_not_taken(world: World, investigation: UUID) -> None:
    visit = _clashing(world, investigation)
    with world.as_("Kari Nesheim") as kari, pytest.raises(NotAllowed, match="skrevet mer"):
        actions.choose_visit(visit, {"seen": "Bare mitt."}, seen=1, key=uuid4(), by=kari, at=LATER)


def test_finished_it_is_an_ordinary_home_visit_in_the_journal_with_each_one_s_words_under_its_heading(
    world: World, investigation: UUID
) -> None:
    with world.as_("Kari Nesheim") as kari:
        visit = written_visit(investigation, by=kari, child_words="«Jeg sover godt.»", agreed="Samtale på fredag.")
        said = Finishing(announced=True, place="Hjemme")
        note = actions.finish_visit(visit, said, seen=1, by=kari, at=LATER)
        assert note.kind == FieldNote.Kind.HOME_VISIT
        assert note.happened_at == TUESDAY
        told = "Det vi så:\nRyddig.\n\nBarnets ord:\n«Jeg sover godt.»\n\nAvtalt videre:\nSamtale på fredag."
        assert note.facts == told
        again = actions.finish_visit(visit, said, seen=1, by=kari, at=LATER)
        assert again.id == note.id
        assert not queries.visits_of(investigation).exists()
    assert Entry.objects.filter(kind="investigation.noted").count() == 1


def test_what_is_lacking_is_told_and_the_draft_stays(world: World, investigation: UUID) -> None:
    with world.as_("Kari Nesheim") as kari:
        visit = written_visit(investigation, by=kari, happened="", seen="Ryddig.")
        with pytest.raises(Incomplete, match="når dere var der"):
            actions.finish_visit(visit, Finishing(announced=True), seen=1, by=kari, at=LATER)
        visit = written_visit(investigation, by=kari, present="")
        with pytest.raises(Incomplete, match="hvem som var der"):
            actions.finish_visit(visit, Finishing(announced=True), seen=1, by=kari, at=LATER)
        assert queries.visits_of(investigation).count() == 2


def test_words_that_come_after_another_has_finished_the_visit_lie_in_a_draft_of_their_own(
    world: World, investigation: UUID
) -> None:
    with world.as_("Kari Nesheim") as kari:
        visit, key = written_visit(investigation, by=kari), uuid4()
        actions.finish_visit(visit, Finishing(announced=False), seen=1, by=kari, at=LATER)
        first = sent(investigation, visit, by=kari, seen=1, key=key, agreed="Glemt i stad.")
        second = sent(investigation, visit, by=kari, seen=1, key=key, agreed="Glemt i stad.")
        assert first.apart
        assert first.visit.id == second.visit.id != visit
        assert queries.texts_stood(second.visit, 1)["agreed"] == "Glemt i stad."


def test_a_visit_of_another_investigation_is_not_written_in(world: World, investigation: UUID) -> None:
    with world.as_("Kari Nesheim") as kari:
        visit = written_visit(investigation, by=kari)
        HallwayVisit.objects.get(id=visit)
    other = uuid4()
    with world.as_("Kari Nesheim") as kari, pytest.raises(Exception, match="finner ikke|annen undersøkelse"):
        sent(other, visit, by=kari)


def test_a_phone_is_opened_by_the_log_in_that_goes_on_after_the_lock_and_by_no_other(world: World) -> None:
    def logged_in(name: str, device: str = "telefonen") -> str:
        with acting("door"):
            token = sessions.start(world.staff[name].subject, device_key=device)
        assert token
        return token

    def here(token: str) -> UUID:
        with acting("desk", token):
            return queries.log_in_here().id

    def opens(token: str, log_in: UUID) -> bool:
        with acting("desk", token):
            return queries.goes_on_here(log_in)

    first = logged_in("Kari Nesheim")
    began = here(first)
    assert opens(first, began)
    with acting("desk", first):
        sessions.lock()
    anew = logged_in("Kari Nesheim")
    assert opens(anew, began)
    assert not opens(logged_in("Kari Nesheim", device="en annen"), began)
    with acting("desk", anew):
        sessions.end()
    assert not opens(logged_in("Kari Nesheim"), began)
    assert not opens(logged_in("Marit Solheim"), began)


def test_somebody_else_s_log_in_between_closes_the_phone_for_good(world: World) -> None:
    tokens = []
    for name in ("Kari Nesheim", "Marit Solheim", "Kari Nesheim"):
        with acting("door"):
            tokens.append(sessions.start(world.staff[name].subject, device_key="delt telefon") or "")
        if len(tokens) == 1:
            with acting("desk", tokens[0]):
                began = queries.log_in_here().id
    with acting("desk", tokens[2]):
        assert not queries.goes_on_here(began)


def _now(visit: UUID) -> dict[str, str]:
    found = HallwayVisit.objects.get(id=visit)
    return queries.visit_texts(queries.standing_text(found))


def _clashing(world: World, investigation: UUID) -> UUID:
    """Kari's visit, in which Marit has written what they saw while Kari wrote it too, without a net."""
    with world.as_("Kari Nesheim") as kari:
        visit = written_visit(investigation, by=kari)
        begun = _now(visit)
    with world.as_("Marit Solheim") as marit:
        actions.receive_visit(
            investigation, visit, begun | {"seen": "Marits ord."}, seen=1, key=uuid4(), by=marit, at=LATER
        )
    with world.as_("Kari Nesheim") as kari:
        mine = begun | {"seen": "Karis ord."}
        assert actions.receive_visit(investigation, visit, mine, seen=1, key=uuid4(), by=kari, at=LATER).aside
    return visit
