"""What leaves the house by right, and the parent who for safety is not told (bvl §§ 12-2, 12-9, 17-4)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.models import Case, Disclosure, Party, Uninformed
from oppvekst.domain.cases.queries import uninformed
from oppvekst.domain.people.actions import Details
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import SOLVIK, World

TODAY = TUESDAY.date()
NEXT_WEEK = TODAY + timedelta(days=7)
SET: dict[str, Any] = {
    "body": "county_governor", "recipient": "Statsforvalteren, rådgiver Holm", "ground": "bvl § 17-4",
    "reasons": "Tilsynssak 26/114.", "contents": ["journal"], "since": TODAY, "until": NEXT_WEEK,
}  # fmt: skip


@pytest.fixture
def jonas(world: World) -> Case:
    """Siri's case, in the team, with a mother and a father."""
    with world.as_("Siri Tveito") as siri:
        case = actions.open_case(Details(given_name="Jonas"), by=siri, at=TUESDAY, reason="assigned")
        for name, part in (("Hilde", Party.Part.MOTHER), ("Roar", Party.Part.FATHER)):
            actions.add_party(case.id, Details(given_name=name), part, by=siri, at=TUESDAY)
    return case


@pytest.fixture
def father(jonas: Case) -> Any:
    return Party.objects.get(case=jonas, part=Party.Part.FATHER).person_id


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def test_a_set_is_written_down_before_it_is_given_with_ground_days_and_who(world: World, jonas: Case) -> None:
    with world.as_("Marit Solheim") as marit:
        made = actions.disclose(jonas.id, **SET, by=marit, at=TUESDAY)
    entry = Entry.objects.get(kind="disclosure.made")
    assert (entry.law, entry.case_id, entry.subject) == ("bvl § 17-4", jonas.id, made.id)
    assert "Statsforvalteren ved Statsforvalteren, rådgiver Holm fikk et sett av saken" in entry.says
    assert (made.made_by_name, made.valid_to) == ("Marit Solheim", NEXT_WEEK)


def test_without_ground_reason_or_contents_there_is_no_set(world: World, jonas: Case) -> None:
    with world.as_("Marit Solheim") as marit, pytest.raises(Incomplete) as refused:
        nothing = {"recipient": "", "ground": " ", "reasons": "", "contents": [], "until": TODAY - timedelta(days=1)}
        actions.disclose(jonas.id, **(SET | nothing), by=marit, at=TUESDAY)
    assert set(refused.value.fields) == {"recipient", "ground", "reasons", "contents", "until"}


def test_whoever_works_in_the_case_sees_what_was_given_and_gives_nothing_herself(world: World, jonas: Case) -> None:
    with world.as_("Siri Tveito") as siri, pytest.raises(NotAllowed):
        actions.disclose(jonas.id, **SET, by=siri, at=TUESDAY)
    with world.as_("Marit Solheim") as marit:
        actions.disclose(jonas.id, **SET, by=marit, at=TUESDAY)
    with world.as_("Siri Tveito"):
        assert Disclosure.objects.count() == 1
    with world.as_("Ola Brandvold"):
        assert not Disclosure.objects.exists()


def test_receipt_and_end_are_written_once(world: World, jonas: Case) -> None:
    with world.as_("Marit Solheim") as marit:
        made = actions.disclose(jonas.id, **SET, by=marit, at=TUESDAY)
        receipt = {"received_on": TODAY, "receipt": "Brev fra Holm"}
        actions.note_receipt(jonas.id, made.id, **receipt, by=marit, at=TUESDAY)
        actions.end_disclosure(jonas.id, made.id, "Makulert.", by=marit, at=TUESDAY)
        with pytest.raises(NotAllowed):
            actions.note_receipt(jonas.id, made.id, **receipt, by=marit, at=TUESDAY)
        with pytest.raises(NotAllowed):
            actions.end_disclosure(jonas.id, made.id, "Igjen.", by=marit, at=TUESDAY)
    kept = Disclosure.objects.get()
    assert (kept.received_on, kept.receipt, kept.ended_reasons) == (TODAY, "Brev fra Holm", "Makulert.")


def test_a_parent_who_is_not_told_is_a_named_persons_decision_and_comes_back(
    world: World, jonas: Case, father: Any
) -> None:
    with world.as_("Siri Tveito") as siri, pytest.raises(NotAllowed):
        actions.keep_uninformed(jonas.id, father, reasons="Vold.", review_on=NEXT_WEEK, by=siri, at=TUESDAY)
    with world.as_("Marit Solheim") as marit:
        made = actions.keep_uninformed(jonas.id, father, reasons="Vold.", review_on=NEXT_WEEK, by=marit, at=TUESDAY)
        with pytest.raises(NotAllowed, match="allerede bestemt"):
            actions.keep_uninformed(jonas.id, father, reasons="Vold.", review_on=NEXT_WEEK, by=marit, at=TUESDAY)
    item = Item.objects.get(subject=made.id)
    assert (item.due, item.assignee, item.open) == (NEXT_WEEK, world.staff["Marit Solheim"].id, True)
    assert [one.person.given_name for one in uninformed(jonas.id)] == ["Roar"]
    with world.as_("Marit Solheim") as marit:
        actions.review_uninformed(made.id, review_on=date(2026, 12, 24), reasons="Fortsatt.", by=marit, at=TUESDAY)
        assert Item.objects.get(id=item.id).due == date(2026, 12, 24)
        actions.lift_uninformed(made.id, "Dømt og sitter inne.", by=marit, at=TUESDAY)
    assert not Item.objects.get(id=item.id).open
    assert uninformed(jonas.id) == []


def test_it_is_a_parent_in_this_case_with_a_reason_and_a_day_ahead(world: World, jonas: Case, father: Any) -> None:
    with world.as_("Marit Solheim") as marit:
        with pytest.raises(Incomplete) as refused:
            actions.keep_uninformed(jonas.id, father, reasons="", review_on=TODAY, by=marit, at=TUESDAY)
        assert set(refused.value.fields) == {"reasons", "review_on"}
        with pytest.raises(NotFound):
            actions.keep_uninformed(
                jonas.id, jonas.child_id, reasons="Vold.", review_on=NEXT_WEEK, by=marit, at=TUESDAY
            )
        other = actions.open_case(Details(given_name="Idun"), by=marit, at=TUESDAY)
        with pytest.raises(DatabaseError), transaction.atomic():
            Uninformed.objects.create(
                municipality_id=SOLVIK, case=other, person_id=father, reasons="Vold.", decided_by=marit.person,
                decided_by_name=marit.name, decided_at=TUESDAY, review_on=NEXT_WEEK,
            )  # fmt: skip


def test_the_pages(world: World, desk: Come, jonas: Case, father: Any) -> None:
    marit, place = desk("Marit Solheim"), f"/saker/{jonas.id}/utad/"
    assert "Ingen har fått et sett av saken" in words(marit.see(place))
    again = marit.send(f"{place}sett/", 422, body="court", recipient="Retten i Solvik")
    assert "Retten i Solvik" in again
    given = {"body": "court", "recipient": "Retten i Solvik", "ground": "bvl § 14-6", "reasons": "Ba om det."}
    onward = marit.send(f"{place}sett/", **given, contents="journal", since="24.11.2026", until="24.12.2026")
    assert "Retten: Retten i Solvik" in words(marit.see(onward))
    one = f"{place}sett/{Disclosure.objects.get().id}/"
    assert "Journalføringer i settet" in words(marit.see(one))
    marit.see(marit.send(f"{one}kvittering/", received_on="25.11.2026", receipt="E-post"))
    marit.see(marit.send(f"{one}avslutt/", reasons="Gitt tilbake."))
    assert "Gitt tilbake." in words(marit.see(one))
    form = {"person": str(father), "reasons": "Vold.", "review_on": "1.12.2026"}
    assert "Roar" in words(marit.see(marit.send(f"{place}forelder/", **form)))
    kept = f"{place}forelder/{Uninformed.objects.get().id}/"
    marit.see(marit.send(f"{kept}vurder/", reasons="Fortsatt.", review_on="8.12.2026"))
    assert "Alle som skal varsles" in words(marit.see(marit.send(f"{kept}opphev/", reasons="Trygt nå.")))
    marit.see(f"{kept}opphev/", status=404)
    siri = desk("Siri Tveito")
    assert "Nytt sett" not in words(siri.see(place))
    siri.see(f"{place}sett/", status=409)
