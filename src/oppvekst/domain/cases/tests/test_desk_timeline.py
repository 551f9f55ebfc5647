"""The timeline at the desk: facts with sources from every room, looked for by what one remembers, and drawn for the court."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.actions import Told
from oppvekst.domain.cases.models import Happening, Party
from oppvekst.domain.cases.rules.when import When, read
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Protection
from oppvekst.ground.access.models import Grant
from oppvekst.ground.journal.models import Entry, Look
from tests.desk import TUESDAY, Come, opened_desk, questions, words
from tests.world import World

DRANK = Told(read("våren 2024"), "Mor drakk i helgene.", "said", "Mormor i møte", "Barna var alene.", "safety")


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def case_id(world: World) -> UUID:
    """Ida's case, Kari's."""
    with world.as_("Kari Nesheim") as kari:
        ida = Details(given_name="Ida", family_name="Strand")
        return actions.open_case(ida, by=kari, at=TUESDAY, reason=Grant.Reason.ASSIGNED).id


def write(world: World, case_id: UUID, told: Told) -> Happening:
    with world.as_("Kari Nesheim") as kari:
        return actions.write_happening(case_id, told, by=kari, at=TUESDAY)


def test_a_happening_is_written_with_time_source_and_apart_from_it_an_assessment(desk: Come, case_id: UUID) -> None:
    kari, line = desk("Kari Nesheim"), f"/saker/{case_id}/tidslinje/"
    kari.see(f"{line}ny/")
    page = kari.see(kari.send(f"{line}ny/", **_typed()))
    assert "Hendelsen står på tidslinja" in words(page)
    assert "våren 2024 Mor drakk i helgene. Noen har fortalt det: Mormor i møte · Vold, overgrep og rus" in words(page)
    assert "Vurdering: Barna var alene." in words(page)
    assert "Ført av Kari Nesheim 24.11.2026" in words(page)


def test_what_was_typed_stays_when_something_is_wrong(desk: Come, case_id: UUID) -> None:
    wrong = _typed() | {"when": "i fjor en gang", "source": ""}
    page = desk("Kari Nesheim").send(f"/saker/{case_id}/tidslinje/ny/", status=422, **wrong)
    assert "for eksempel 3.11.2026, november 2024, våren 2024" in words(page)
    assert "Skriv hvem som har sagt det" in words(page)
    assert "Mor drakk i helgene." in page
    assert not Happening.objects.exists()


def test_a_correction_stands_and_the_earlier_words_behind_it(world: World, desk: Come, case_id: UUID) -> None:
    row = write(world, case_id, DRANK)
    kari, one = desk("Kari Nesheim"), f"/saker/{case_id}/tidslinje/{row.id}/"
    assert 'value="våren 2024"' in kari.see(f"{one}rett/")
    typed = _typed() | {"when": "høsten 2024", "because": "Mormor mintes feil."}
    page = kari.see(kari.send(f"{one}rett/", **typed))
    assert "høsten 2024 Mor drakk i helgene." in words(page)
    assert "Rettet. Vis det som sto før" in words(page)
    late = kari.send(f"{one}rett/", status=409, **typed | {"fact": "Mor drakk i ferien."})
    assert "En annen har rettet eller tatt bort hendelsen" in words(late)
    assert "Mor drakk i ferien." in late


def test_what_is_taken_away_is_said_to_be(world: World, desk: Come, case_id: UUID) -> None:
    row = write(world, case_id, DRANK)
    kari, one = desk("Kari Nesheim"), f"/saker/{case_id}/tidslinje/{row.id}/ta-bort/"
    assert "våren 2024: Mor drakk i helgene." in words(kari.see(one))
    page = kari.see(kari.send(one, because="Gjaldt et annet barn."))
    assert "1 hendelse er tatt bort" in words(page)


def test_the_line_is_narrowed_by_an_address_that_can_be_shared_and_by_words_that_are_not_in_it(
    world: World, desk: Come, case_id: UUID
) -> None:
    write(world, case_id, DRANK)
    write(world, case_id, Told(read("3.11.2026"), "Blått merke.", "observed", "Hjemmebesøk", theme="health"))
    kari, line = desk("Kari Nesheim"), f"/saker/{case_id}/tidslinje/"
    for asked, there in (
        ("tema=safety", True),
        ("tema=health", False),
        ("kilde=said", True),
        ("til=2024", True),
        ("fra=2025", False),
    ):
        assert ("Mor drakk" in words(kari.see(f"{line}?{asked}"))) == there, asked
        assert ("Blått merke" in words(kari.see(f"{line}?{asked}"))) != there, asked
    assert "Skriv for eksempel 3.11.2026" in words(kari.see(f"{line}?fra=igår"))
    found = kari.send(f"{line}?tema=safety", status=200, ord="MORMOR helgene")
    assert "Mor drakk" in words(found)
    assert Look.objects.get(kind="case.timeline.search").terms == "MORMOR helgene"
    assert "Ingenting av dette slaget" in words(kari.send(line, status=200, ord="hest"))


def test_the_paper_for_the_court_is_numbered_oldest_first_and_stands_in_the_journal(
    world: World, desk: Come, case_id: UUID
) -> None:
    write(world, case_id, Told(read("3.11.2026"), "Blått merke.", "observed", "Hjemmebesøk"))
    write(world, case_id, DRANK)
    with world.as_("Kari Nesheim") as kari_acting:
        actions.hold(case_id, "Avhør er ikke holdt.", by=kari_acting, at=TUESDAY)
    kari, place = desk("Kari Nesheim"), f"/saker/{case_id}/tidslinje/utskrift/"
    page = words(kari.send(place, status=200))
    assert "1 våren 2024 Mor drakk i helgene. Noen har fortalt det: Mormor i møte 2 3.11.2026 Blått merke." in page
    assert "Laget av Kari Nesheim, 24. november 2026 kl. 08.15" in page
    assert "Tidsrom 1. mars 2024 – 24. november 2026" in page
    assert "Barna var alene" not in page
    assert "Avhør" not in page
    assert "Barna var alene" in words(kari.send(place, status=200, vurderinger="1"))
    drawn = Entry.objects.filter(kind="timeline.drawn").order_by("at")
    assert [entry.says for entry in drawn] == ["Utskrift av tidslinja laget, 3 linjer."] * 2
    about = words(kari.send(f"{place}?slag=happening&fra=2025", status=200))
    assert "Utvalg fra 1.1.2025, hendelser" in about


def test_where_somebody_protected_lives_is_on_no_paper_and_not_for_those_it_is_not_entrusted_to(
    world: World, desk: Come, case_id: UUID
) -> None:
    write(world, case_id, Told(read("2025"), "De flyttet til Furuveien 9.", "said", "Mor"))
    with world.as_("Kari Nesheim") as kari:
        hidden = Details(given_name="Maria", address_lines=("Furuveien 9",), protection=Protection.STRICT)
        actions.add_party(case_id, hidden, Party.Part.MOTHER, by=kari, at=TUESDAY)
    at_desk = desk("Kari Nesheim")
    page = words(at_desk.see(f"/saker/{case_id}/tidslinje/"))
    assert "Furuveien" not in page
    assert "Skjult. Teksten viser hvor en beskyttet person er." in page
    assert "Furuveien" not in words(at_desk.send(f"/saker/{case_id}/tidslinje/", status=200, ord="Furuveien")).replace(
        "Furuveien Søk", ""
    )
    assert "Furuveien" not in words(at_desk.send(f"/saker/{case_id}/tidslinje/utskrift/", status=200))


def test_a_thousand_lines_are_paged_and_ask_no_more_questions_than_ten(world: World, desk: Come, case_id: UUID) -> None:
    line = f"/saker/{case_id}/tidslinje/"
    _many(world, case_id, 10)
    few = questions(desk("Kari Nesheim"), line)
    _many(world, case_id, 990)
    assert questions(desk("Kari Nesheim"), line) == few
    page = words(desk("Kari Nesheim").see(f"{line}?side=3"))
    assert "Viser 101 til 150 av 1001" in page


def _many(world: World, case_id: UUID, number: int) -> None:
    with world.as_("Kari Nesheim") as kari:
        days = [date(2020, 1, 1) + timedelta(days=index) for index in range(number)]
        Happening.objects.bulk_create(
            Happening(
                municipality_id=kari.municipality, case_id=case_id, since=When(day, day).since, until=day, fact="Kom sent.",
                source_kind="said", source="Læreren", written_by=kari.person, written_by_name=kari.name, written_at=TUESDAY,
            )
            for day in days
        )  # fmt: skip


def _typed() -> dict[str, str]:
    return {
        "when": "våren 2024", "fact": "Mor drakk i helgene.", "source_kind": "said", "source": "Mormor i møte",
        "assessment": "Barna var alene.", "theme": "safety",
    }  # fmt: skip
