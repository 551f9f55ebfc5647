"""Where the child lives, who has parental responsibility and whether it understands: dated, with source, at the desk."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.cases import actions, queries
from oppvekst.domain.cases.actions import Known
from oppvekst.domain.cases.models import Party, Residence, Responsibility
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.models import Grant
from oppvekst.law.refusals import Incomplete, NotFound
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import World

TODAY = TUESDAY.date()
SINCE = date(2025, 8, 1)
KNOWN = Known(valid_from=SINCE, source="Folkeregisteret", checked_on=TODAY)


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def filip(world: World) -> tuple[UUID, UUID, UUID]:
    """Filip's case, his mother and his father."""
    with world.as_("Kari Nesheim") as kari:
        child = Details(given_name="Filip", family_name="Moe", birth_date=date(2017, 4, 2))
        case = actions.open_case(child, by=kari, at=TUESDAY, reason=Grant.Reason.ASSIGNED)
        said = {"parental_responsibility": True, "source": "Melding"}
        anne = actions.add_party(case.id, Details(given_name="Anne"), "mother", by=kari, at=TUESDAY, **said)
        henrik = actions.add_party(case.id, Details(given_name="Henrik"), "father", by=kari, at=TUESDAY)
    return case.id, anne.person_id, henrik.person_id


def filled(**more: str) -> dict[str, str]:
    return {
        "valid_from_day": "1", "valid_from_month": "8", "valid_from_year": "2025", "source": "Folkeregisteret",
        "checked_on_day": "24", "checked_on_month": "11", "checked_on_year": "2026", **more,
    }  # fmt: skip


def test_the_page_of_people_asks_for_residence_and_shows_it_with_source_and_day(
    desk: Come, filip: tuple[UUID, UUID, UUID]
) -> None:
    case, anne, _henrik = filip
    kari = desk("Kari Nesheim")
    assert "Barnet bor Ikke skrevet" in words(kari.see(f"/saker/{case}/mennesker/"))
    place = f"/saker/{case}/mennesker/bosted/"
    kari.see(place)
    text = words(kari.see(kari.send(place, **filled(living="one", person=str(anne)))))
    assert "Bostedet er skrevet" in text
    assert "Barnet bor Fast hos én av foreldrene: Anne Fra" in text
    assert "Folkeregisteret, kontrollert" in text
    assert Party.objects.get(person_id=anne).lives_with_child is True


def test_without_whom_or_source_the_form_says_so_and_keeps_what_was_typed(
    desk: Come, filip: tuple[UUID, UUID, UUID]
) -> None:
    kari = desk("Kari Nesheim")
    place = f"/saker/{filip[0]}/mennesker/bosted/"
    page = kari.send(place, status=422, **filled(living="one"))
    assert "Velg hvem av foreldrene barnet bor fast hos." in words(page)
    assert 'value="Folkeregisteret"' in page
    assert "Andre skal kunne etterprøve dem" in words(
        kari.send(place, status=422, **filled(living="shared", source=" "))
    )
    assert not Residence.objects.exists()


def test_responsibility_is_written_with_a_day_of_its_own_and_earlier_days_keep_what_was_said(
    desk: Come, filip: tuple[UUID, UUID, UUID], world: World
) -> None:
    case, anne, henrik = filip
    kari = desk("Kari Nesheim")
    kari.send(f"/saker/{case}/mennesker/{henrik}/foreldreansvar/", **filled(holds="yes"))
    with world.as_("Kari Nesheim") as by:
        later = Known(valid_from=date(2027, 1, 1), source="Dom", checked_on=TODAY)
        actions.note_responsibility(case, anne, later, holds=False, by=by, at=TUESDAY)
        now, then = (queries.responsibility_on(case, day) for day in (TODAY, date(2027, 1, 1)))
        assert (now[anne].holds, then[anne].holds) == (True, False)
        assert (now[henrik].holds, now[henrik].source) == (True, "Folkeregisteret")
        # From a day to come nothing is changed today.
        assert Party.objects.get(person_id=anne).parental_responsibility is True
        assert Responsibility.objects.filter(person_id=anne).count() == 2


def test_what_was_said_without_a_source_is_not_known(world: World, filip: tuple[UUID, UUID, UUID]) -> None:
    case, _anne, henrik = filip
    with world.as_("Kari Nesheim"):
        Party.objects.filter(person_id=henrik).update(parental_responsibility=True)
        assert queries.responsibility_on(case, TODAY)[henrik].holds is None


def test_the_newest_word_about_a_day_holds_and_a_mistake_is_corrected_by_writing_again(
    world: World, filip: tuple[UUID, UUID, UUID]
) -> None:
    case, anne, henrik = filip
    with world.as_("Kari Nesheim") as kari:
        for number, whom in enumerate((henrik, anne)):
            at = TUESDAY.replace(minute=number)
            actions.note_residence(case, "one", KNOWN, person_id=whom, by=kari, at=at)
        found = queries.residence_on(case, TODAY)
        assert found and found.person_id == anne
        assert queries.residence_on(case, date(2025, 7, 31)) is None
        assert Party.objects.get(person_id=henrik).lives_with_child is False
        with pytest.raises(NotFound):
            actions.note_residence(case, "one", KNOWN, person_id=world.staff["Ola Brandvold"].id, by=kari, at=TUESDAY)
        ahead = Known(valid_from=SINCE, source="x", checked_on=date(2027, 1, 1))
        with pytest.raises(Incomplete):
            actions.note_residence(case, "shared", ahead, by=kari, at=TUESDAY)


def test_whether_the_child_understands_is_written_with_what_it_rests_on(
    desk: Come, filip: tuple[UUID, UUID, UUID]
) -> None:
    kari = desk("Kari Nesheim")
    place = f"/saker/{filip[0]}/mennesker/forstar/"
    day = {"assessed_on_day": "20", "assessed_on_month": "11", "assessed_on_year": "2026"}
    assert "Skriv hva vurderingen bygger på" in words(
        kari.send(place, status=422, understands="yes", reasons=" ", **day)
    )
    text = words(kari.see(kari.send(place, understands="yes", reasons="Fortalte selv om møtet.", **day)))
    assert "Forstår barnet saken? Ja Vurdert" in text
    assert "av Kari Nesheim: Fortalte selv om møtet." in text


def test_a_colleague_without_the_case_writes_nothing(desk: Come, filip: tuple[UUID, UUID, UUID]) -> None:
    case, anne, _henrik = filip
    ola = desk("Ola Brandvold")
    for place in ("bosted/", "forstar/", f"{anne}/foreldreansvar/"):
        ola.see(f"/saker/{case}/mennesker/{place}", status=404)
