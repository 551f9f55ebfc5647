"""A case is closed when nothing goes on in it: access ends, the family is told, nothing is deleted, and it opens again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.desk.closing_paper import closing_letter
from oppvekst.domain.cases.models import Case, Closing, Document, Party
from oppvekst.domain.cases.queries import closed_cases, get_case, in_the_way, parties, standing_closing
from oppvekst.domain.cases.rules.closing import Holding
from oppvekst.domain.concerns import actions as concerns
from oppvekst.domain.concerns.tests.desk import arrive
from oppvekst.domain.meetings import actions as meetings
from oppvekst.domain.meetings.rules import Kind
from oppvekst.domain.people.actions import Details
from oppvekst.faces.desk.holding import HOLDING
from oppvekst.ground.access import visits
from oppvekst.ground.access.models import Grant
from oppvekst.ground.database.acting import VISIT, acting
from oppvekst.ground.journal.models import Entry
from oppvekst.ground.letters.tests.reading import text as read
from oppvekst.law.citation import bvl
from oppvekst.law.identity import Sex, synthetic
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.house.page_lint import lint
from tests.world import SOLVIK, World

KARI, OLA, TONE, MARIT, HANNE = "Kari Nesheim", "Ola Brandvold", "Tone Vik", "Marit Solheim", "Hanne Dale"
LISE = synthetic(date(1987, 4, 1), Sex.FEMALE)
SAID = actions.Words(reasons="Målene er nådd.", to_family="Vi har avsluttet saken. Morgenene er rolige nå.")
LATER = TUESDAY + timedelta(days=1)


@dataclass
class Emils:
    case: UUID
    mother: UUID


@pytest.fixture
def emil(world: World) -> Emils:
    """Kari's case, shared with Ola; the mother has her own page."""
    with world.as_(KARI) as kari:
        case = actions.open_case(Details(given_name="Emil", family_name="Nygård"), by=kari, at=TUESDAY)
        who = Details(given_name="Lise", family_name="Nygård", number=LISE, environment="test")
        mother = actions.add_party(case.id, who, "mother", by=kari, at=TUESDAY, parental_responsibility=True)
        actions.open_my_page(case.id, mother.person_id, by=kari, at=TUESDAY)
        ola = world.staff[OLA].id
        actions.give_access(case.id, ola, reason="colleague", words="Hjelper Kari.", by=kari, at=TUESDAY)
    return Emils(case.id, mother.person_id)


def close(world: World, emil: Emils, who: str = KARI, *, at: datetime = TUESDAY) -> Closing:
    with world.as_(who) as by:
        return actions.close_case(emil.case, SAID, HOLDING, by=by, at=at)


def sees(world: World, who: str, case: UUID, hat: str | None = None) -> bool:
    with world.as_(who, hat):
        return Case.objects.filter(id=case).exists()


def test_closed_those_who_had_it_no_longer_see_it_and_nothing_is_deleted(world: World, emil: Emils) -> None:
    with acting("owner"):
        before = Entry.objects.filter(case_id=emil.case).count()
    closing = close(world, emil)
    assert closing.access_ended == [KARI, OLA]
    assert not sees(world, OLA, emil.case)
    assert not sees(world, TONE, emil.case)
    assert not sees(world, MARIT, emil.case)
    # One day more for whoever closed it: the letters, and a mistake.
    assert sees(world, KARI, emil.case)
    with acting("owner"):
        case = Case.objects.get(id=emil.case)
        assert (case.state, case.closed_at, case.responsible) == ("closed", TUESDAY, None)
        assert Party.objects.filter(case_id=emil.case).count() == 2
        said = Entry.objects.get(case_id=emil.case, kind="case.closed").says
        assert said == f"Saken ble avsluttet: Målene er nådd. Tilgangen ble avsluttet for {KARI}, {OLA}."
        assert Entry.objects.filter(case_id=emil.case).count() > before
        assert all(grant.valid_to for grant in Grant.objects.filter(case_id=emil.case))


def test_a_room_that_holds_the_case_open_is_heard_with_its_section(world: World, emil: Emils) -> None:
    def running(case_id: UUID, *, today: date) -> Iterator[Holding]:
        yield Holding("Undersøkelsen pågår.", bvl("2-5"), "investigation", case_id)

    with world.as_(KARI) as kari, pytest.raises(NotAllowed, match="Undersøkelsen pågår") as stopped:
        actions.close_case(emil.case, SAID, [running], by=kari, at=TUESDAY)
    assert "2-5" in str(stopped.value.citation)
    assert not Closing.objects.exists()


def test_a_group_that_still_meets_holds_it_open_until_it_is_ended(world: World, emil: Emils) -> None:
    with world.as_(KARI) as kari:
        group = meetings.begin_group(emil.case, Kind.NETWORK, by=kari, at=TUESDAY)
        (told,) = in_the_way(emil.case, HOLDING, today=TUESDAY.date())
        assert told.sentence == f"«{group}» møtes fortsatt. Avslutt gruppa først."
        meetings.close_group(group.id, by=kari, at=TUESDAY)
        assert not list(in_the_way(emil.case, HOLDING, today=TUESDAY.date()))


def test_a_concern_under_review_a_hold_back_and_what_is_on_the_agenda_hold_it_open(world: World, emil: Emils) -> None:
    found = arrive(world)
    with world.as_(HANNE) as hanne:
        concerns.take(found, by=hanne, at=TUESDAY)
        concerns.link_case(found, emil.case, by=hanne, at=TUESDAY)
    with world.as_(KARI) as kari:
        actions.hold(emil.case, "Avhør.", by=kari, at=TUESDAY)
        told = [one.sentence for one in in_the_way(emil.case, HOLDING, today=TUESDAY.date())]
    assert [line for line in told if "er ikke avgjort" in line]
    assert [line for line in told if "holdes tilbake" in line]
    assert len(told) == 2
    with pytest.raises(NotAllowed, match="Saken kan ikke avsluttes ennå"):
        close(world, emil)


def test_both_the_reason_and_the_words_to_the_family_are_asked_for(world: World, emil: Emils) -> None:
    with world.as_(KARI) as kari, pytest.raises(Incomplete) as stopped:
        actions.close_case(emil.case, actions.Words(reasons=" ", to_family=""), HOLDING, by=kari, at=TUESDAY)
    assert set(stopped.value.fields) == {"reasons", "to_family"}


def test_the_leader_opens_it_only_with_a_reason_and_the_journal_has_it(world: World, emil: Emils) -> None:
    close(world, emil)
    with world.as_(MARIT) as marit:
        (shut,) = closed_cases()
        assert shut.id == emil.case
        with pytest.raises(NotFound):
            get_case(emil.case)
        with pytest.raises(Incomplete):
            actions.open_closed_case(emil.case, " ", by=marit, at=LATER)
        actions.open_closed_case(emil.case, "Tilsynet spør.", by=marit, at=LATER)
    assert sees(world, MARIT, emil.case)
    with acting("owner"):
        assert Entry.objects.filter(case_id=emil.case, says=f"{MARIT} fikk tilgang: Tilsynet spør.").exists()
        assert Grant.objects.get(case_id=emil.case, reason="closed").valid_to == LATER + timedelta(days=1)


def test_nobody_else_may_open_a_closed_case(world: World, emil: Emils) -> None:
    close(world, emil)
    with world.as_(TONE) as tone, pytest.raises(NotFound):
        actions.open_closed_case(emil.case, "Nysgjerrig.", by=tone, at=LATER)
    with world.as_(OLA) as ola, pytest.raises(NotAllowed):
        actions.open_closed_case(emil.case, "Nysgjerrig.", by=ola, at=LATER)


def test_opened_again_by_whoever_closed_it_the_same_day(world: World, emil: Emils) -> None:
    close(world, emil)
    with world.as_(KARI) as kari:
        actions.reopen_case(emil.case, "Feil sak.", by=kari, at=LATER)
        assert get_case(emil.case).responsible == world.staff[KARI].id
        assert standing_closing(emil.case) is None
        with pytest.raises(NotAllowed, match="ikke avsluttet"):
            actions.reopen_case(emil.case, "Igjen.", by=kari, at=LATER)
    assert not sees(world, OLA, emil.case)
    close(world, emil)
    assert Closing.objects.filter(case_id=emil.case).count() == 2


def test_a_new_concern_opens_it_again_by_itself(world: World, emil: Emils) -> None:
    close(world, emil)
    found = arrive(world)
    with world.as_(HANNE) as hanne:
        concerns.take(found, by=hanne, at=LATER)
        concerns.link_case(found, emil.case, by=hanne, at=LATER)
        assert get_case(emil.case).state == Case.State.OPEN
    with acting("owner"):
        closing = Closing.objects.get()
        assert closing.reopened_at
        assert closing.reopened_reasons.startswith("En ny melding om barnet")
        assert Entry.objects.filter(case_id=emil.case, kind="case.reopened").count() == 1
    assert sees(world, MARIT, emil.case)


def test_the_letter_says_it_in_plain_words_and_what_they_may_do(world: World, emil: Emils) -> None:
    closing = close(world, emil)
    with world.as_(KARI):
        mother = next(one for one in parties(get_case(emil.case)) if one.person_id == emil.mother)
        told = read(closing_letter(closing, mother, world.solvik))
    for there in ("Saken om Emil", "Morgenene er rolige nå.", "be om å få lese", "24. november 2026"):
        assert there in told
    assert "Målene er nådd" not in told


@pytest.fixture
def lise(settings: Any, world: World, emil: Emils) -> Client:
    settings.FACE, settings.ROOT_URLCONF = "mypage", "oppvekst.faces.mypage.urls"
    settings.IDPORTEN = {"issuer": "", "client_id": "", "client_secret": ""}
    client = Client(headers={"sec-fetch-site": "same-origin"})
    with acting("mypage"):
        client.cookies[VISIT] = visits.start(LISE, municipality=SOLVIK, level="idporten-loa-high")
    return client


def test_my_page_tells_the_family_and_no_more_when_it_is_opened_again(world: World, emil: Emils, lise: Client) -> None:
    closing = close(world, emil)
    first = str(lise.get("/").content, "utf-8")
    assert "Saken om Emil er avsluttet" in words(first)
    page = str(lise.get(f"/avsluttet/{closing.id}/").content, "utf-8")
    assert lint(page, "/avsluttet/") == []
    assert "Morgenene er rolige nå." in words(page)
    assert "be om å få lese" in words(page)
    assert "Målene er nådd" not in page
    with world.as_(KARI) as kari:
        actions.reopen_case(emil.case, "Feil sak.", by=kari, at=LATER)
    assert lise.get(f"/avsluttet/{closing.id}/").status_code == 404
    assert "avsluttet" not in words(str(lise.get("/").content, "utf-8"))


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def test_at_the_desk_it_is_closed_its_letters_read_and_opened_again(desk: Come, emil: Emils) -> None:
    kari, place = desk(KARI), f"/saker/{emil.case}/avslutt/"
    assert "Ingenting pågår i saken" in words(kari.see(place))
    assert "Skriv hvorfor saken avsluttes." in kari.send(place, 422, reasons="", to_family="Hei.", language="nb")
    done = kari.send(place, reasons="Målene er nådd.", to_family="Saken er avsluttet.", language="nn")
    assert done.endswith("sak-avsluttet")
    assert "Hadde saken til da" in words(kari.see(place))
    assert kari.paper(f"{place}brev/{emil.mother}.pdf")
    again = f"/saker/{emil.case}/apne-igjen/"
    assert "Skriv hvorfor" in kari.send(again, 422, reasons="")
    assert desk(OLA).see(place, status=404)
    assert kari.send(again, reasons="Feil sak.").endswith("sak-apnet")


def test_at_the_desk_what_stands_in_the_way_is_a_list_of_links(desk: Come, emil: Emils, world: World) -> None:
    found = arrive(world)
    with world.as_(HANNE) as hanne:
        concerns.take(found, by=hanne, at=TUESDAY)
        concerns.link_case(found, emil.case, by=hanne, at=TUESDAY)
    kari, place = desk(KARI), f"/saker/{emil.case}/avslutt/"
    page = kari.see(place)
    assert "Saken kan ikke avsluttes ennå" in page
    assert f"/meldinger/{found}/" in page
    assert "Saken kan ikke avsluttes ennå" in kari.send(place, 409, reasons="Nå.", to_family="Hei.", language="nb")
    assert not Closing.objects.exists()


def test_the_leader_chooses_among_numbers_and_no_name_is_there_before_the_reason(
    desk: Come, emil: Emils, world: World
) -> None:
    close(world, emil)
    marit, place = desk(MARIT), "/saker/avsluttede/"
    page = marit.see(place)
    assert "Emil" not in page
    assert marit.see(f"/saker/{emil.case}/", status=404)
    assert "Skriv hvorfor" in marit.send(f"{place}apne/", 422, case_id=str(emil.case), words="")
    assert "Velg en av sakene" in marit.send(f"{place}apne/", 422, case_id=str(emil.mother), words="Tilsyn.")
    assert marit.send(f"{place}apne/", case_id=str(emil.case), words="Tilsyn.").endswith("lest-avsluttet")
    assert "Emil" in marit.see(f"/saker/{emil.case}/")
    assert not Document.objects.filter(case_id=emil.case).exists()
