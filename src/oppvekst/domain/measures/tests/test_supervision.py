"""Supervision in the home at the desk: agreed to (5.1) and ordered (5.2), from its plan to the evaluation that reads it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions.models import ConsentText
from oppvekst.domain.decisions.rules import Kind
from oppvekst.domain.decisions.tests.family import family, signed
from oppvekst.domain.measures.models import SupervisionPlan, SupervisionVisit
from oppvekst.domain.measures.tests.at_desk import at, decided, evaluated, it_is, on, place, prepared, started
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Entry
from tests.desk import Browser, Come, opened_desk, words
from tests.world import World

KARI = "Kari Nesheim"
AGREED = {
    "points": "Hvem som er hjemme\n- Mat\n", "visits": "2", "unannounced_agreed": "yes", "unannounced": "1",
    "unannounced_words": "Lise og Morten sa ja 5. mai.", "who": "Kari og Tone",
    "told_how": "En time. Emil snakker med oss alene.",
    "told_leads": "Alt skrives ned, og dere får lese det.", **on("since", "2026-05-05"),
}  # fmt: skip
SEEN = {
    "came": "seen", "clock": "15.10", "carried_out_by": "Kari og Tone", "at_home": "Lise og Emil", "seen_0": "Bare familien.",
    "seen_1": "Middag på bordet.", "alone": "yes", "child_words": "Mamma er glad nå.", "said_to_parents": "Det er godt å se.",
}  # fmt: skip


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=at("2026-05-05 09:00"))


@pytest.fixture
def agreed(world: World, desk: Come) -> str:
    """Voluntary supervision of Emil's home, begun on Tuesday 5 May."""
    case = family(world)
    decision = signed(world, case, terms=decisions.Terms(kind=Kind.MEASURE, category="5.1"))
    kari = desk(KARI)
    here = place(kari.send(f"/vedtak/{decision.id}/tiltak/", provider_name="Familieteamet"))
    decided(kari, here, decision.id)
    started(kari, here, "2026-05-05")
    return here


def visit(who: Browser, here: str, world: World, day: str, status: int = 302, **more: str) -> str:
    """Write in a visit by Kari at three o'clock; its address."""
    goes = {"goes": str(world.staff[KARI].id), "clock": "15", **on("day", day)}
    told = who.send(f"{here}tilsyn/besok/", status, **{"unannounced": "announced", **goes, **more})
    return told if status != 302 else address(here, day)


def address(here: str, day: str) -> str:
    with acting("owner"):
        found = SupervisionVisit.objects.get(measure_id=UUID(here.split("/")[2]), at__date=date.fromisoformat(day))
    return f"/tiltak/tilsyn/{found.id}/"


def lines(world: World, kind: str = "measure") -> dict[str, date | None]:
    """What stands open on Kari's list."""
    with world.as_(KARI):
        return dict(Item.objects.filter(subject_kind=kind, open=True).values_list("rule", "due"))


def of_supervision(world: World) -> dict[str, date | None]:
    return {rule: due for rule, due in lines(world).items() if rule.startswith("supervision")}


def test_agreed_supervision_goes_from_its_plan_by_two_visits_and_a_summary_to_the_evaluation(
    world: World, desk: Come, agreed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    assert "Lag planen for tilsynet først" in words(kari.see(f"{agreed}tilsyn/besok/"))
    page = words(kari.send(f"{agreed}tilsyn/plan/", 422, **{**AGREED, "unannounced_words": " "}))
    assert "Skriv hvem som har sagt ja til uanmeldte besøk" in page
    assert "Dette ses det på Hvem som er hjemme Mat" in words(kari.see(kari.send(f"{agreed}tilsyn/plan/", **AGREED)))
    assert of_supervision(world) == {
        "supervision-2026-06": date(2026, 6, 30), "supervision-2026-07": date(2026, 7, 31),
        "supervision-2026-08": date(2026, 8, 31), "supervision-summary": date(2026, 8, 5),
    }  # fmt: skip
    first, second = (
        visit(kari, agreed, world, "2026-06-04", told="Lise"),
        visit(kari, agreed, world, "2026-06-18", unannounced="unannounced"),
    )
    with world.as_(KARI):
        due = Item.objects.filter(rule="supervision-write", open=True).values_list("due", flat=True)
        assert set(due) == {date(2026, 6, 6), date(2026, 6, 20)}
    assert "Besøket har ikke vært ennå" in words(kari.see(f"{first}skriv/"))
    it_is(monkeypatch, "2026-06-04 17:00")
    typed = kari.send(f"{first}skriv/", 422, **{**SEEN, **on("day", "2026-06-04"), "seen_1": " ", "child_words": ""})
    assert "Skriv hva dere så: Mat." in words(typed)
    assert "Bare familien." in typed
    page = words(
        kari.see(kari.send(f"{first}skriv/", **{**SEEN, **on("day", "2026-06-04"), "today_words": "Ring legen."}))
    )
    assert "Må gjøres i dag Ring legen." in page
    assert "akuttvedtak. § 4-2" in page
    assert lines(world, "supervision_visit")["supervision-today"] == date(2026, 6, 4)
    kari.send(f"{first}gjort/", done_words="Ringte, time i morgen.")
    assert "supervision-today" not in lines(world, "supervision_visit")
    it_is(monkeypatch, "2026-06-18 17:00")
    kari.send(f"{second}skriv/", **{**SEEN, **on("day", "2026-06-18")})
    assert "supervision-2026-06" not in of_supervision(world)
    assert "allerede skrevet ned" in words(kari.send(f"{second}skriv/", 409, **{**SEEN, **on("day", "2026-06-18")}))
    read_at_the_evaluation(kari, agreed, monkeypatch)
    assert set(of_supervision(world)) == {"supervision-2026-08", "supervision-2026-09", "supervision-2026-10",
                                          "supervision-2026-11", "supervision-summary"}  # fmt: skip


def read_at_the_evaluation(kari: Browser, here: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In August: the summary must say why July had no visit, and the evaluation shows what it says."""
    it_is(monkeypatch, "2026-08-05 12:00")
    assert "Ingen rapport siden sist." in words(kari.see(f"{here}evaluer/"))
    summed = {
        "conclusion": "Det er mat og ro.", "child_read": "yes", "child_words": "Stemmer.", "parents_read": "yes",
        "parents_words": "Vi er enige.", **on("since", "2026-05-05"), **on("until", "2026-08-05"),
    }  # fmt: skip
    assert "færre besøk enn planen sier" in words(kari.send(f"{here}tilsyn/rapport/", 422, **summed))
    kari.send(f"{here}tilsyn/rapport/", **summed, fewer_words="Familien var bortreist i juli.")
    page = words(kari.see(f"{here}evaluer/"))
    assert "Tilsynet har sett" in page
    assert "Inne 2 av 2 besøk, 1 uanmeldt. Det er mat og ro." in page
    again = words(kari.send(f"{here}tilsyn/rapport/", 422, **summed))
    assert "allerede med i en rapport" in again
    evaluated(kari, here, "2026-08-05")


def test_nobody_home_is_written_as_such_and_a_no_at_the_door_has_words(
    world: World, desk: Come, agreed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    kari.send(f"{agreed}tilsyn/plan/", **AGREED)
    here = visit(kari, agreed, world, "2026-05-07")
    it_is(monkeypatch, "2026-05-07 16:00")
    at_door = {"clock": "15", "carried_out_by": "Kari", **on("day", "2026-05-07")}
    no = words(kari.send(f"{here}skriv/", 422, came="not_let_in", **at_door))
    assert "Skriv hva som skjedde i døra, med deres egne ord." in no
    kari.send(f"{here}skriv/", came="nobody_opened", **at_door)
    page = words(kari.see(here))
    assert "Ingen åpnet" in page
    assert "ikke inn" not in page


def test_an_unannounced_visit_to_come_stands_in_nothing_but_the_case_and_one_s_own_week(
    world: World, desk: Come, agreed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    kari.send(f"{agreed}tilsyn/plan/", **{**AGREED, "unannounced_agreed": "no"})
    refused = words(visit(kari, agreed, world, "2026-05-14", 422, unannounced="unannounced"))
    assert "Familien må ha sagt ja til det" in refused
    kari.send(f"{agreed}tilsyn/plan/", **AGREED)
    here = visit(kari, agreed, world, "2026-05-14", unannounced="unannounced", told="Lise")
    with acting("owner"):
        says = Entry.objects.filter(kind__startswith="supervision.visit").values_list("says", flat=True)
        assert list(says) == ["En avtale er skrevet inn."]
        assert SupervisionVisit.objects.get().told == ""
        case = SupervisionVisit.objects.get().case_id
    assert "Skriv ned besøket" in words(kari.see("/min-dag/?vis=alle")) + words(kari.see("/min-dag/"))
    for page in ("", "tidslinje/", "barnets-stemme/", "tiltak/"):
        assert "Skriv ned besøket" not in words(kari.see(f"/saker/{case}/{page}"))
    week = words(kari.see("/min-dag/uke/2026/20/"))
    assert "Avtale kl. 15" in week
    assert "tilsyn" not in week.lower()
    assert "uanmeldt" not in week.lower()
    kari.send(f"{agreed}tilsyn/plan/", **{**AGREED, "unannounced_agreed": "no"})
    assert "Uanmeldte besøk er ikke lenger avtalt." in words(kari.see(here))
    with acting("owner"):
        assert list(SupervisionPlan.objects.order_by("version").values_list("unannounced", flat=True)) == [0, 1, 0]
    assert desk("Ola Brandvold").client.get(here).status_code == 404


def test_the_visits_to_come_fall_away_in_the_moment_a_parent_takes_the_yes_back(
    world: World, desk: Come, agreed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk(KARI)
    kari.send(f"{agreed}tilsyn/plan/", **AGREED)
    here = visit(kari, agreed, world, "2026-05-14")
    it_is(monkeypatch, "2026-05-06 09:00")
    with acting("owner"):
        text = ConsentText.objects.get()
        lise = Party.objects.get(case_id=text.case_id, person__given_name="Lise").person_id
    said = {
        "form": "oral",
        "clock": "8.30",
        "language": "bokmål",
        "reasons": "Vil ikke mer.",
        **on("said_on", "2026-05-06"),
    }
    kari.send(f"/samtykke/{text.id}/{lise}/trekk/", **said)
    assert "Samtykket er falt. Da er det ikke tilsyn." in words(kari.see(here))
    assert not lines(world, "supervision_visit")
    assert "Ikke alle som må, har samtykket" in words(visit(kari, agreed, world, "2026-05-20", 409))


def test_a_visit_to_come_falls_away_when_the_help_is_put_on_hold(world: World, desk: Come, agreed: str) -> None:
    kari = desk(KARI)
    kari.send(f"{agreed}tilsyn/plan/", **AGREED)
    soon = visit(kari, agreed, world, "2026-05-14")
    kari.send(f"{agreed}vent/")
    assert "Hjelpen er satt på vent." in words(kari.see(soon))
    assert not lines(world, "supervision_visit")


def test_supervision_the_tribunal_ordered_needs_no_yes_and_no_visit_comes_after_its_last_day(
    world: World, desk: Come, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, kari = family(world), desk(KARI)
    here = place(kari.send(f"/saker/{case}/tiltak/nytt/", category="5.2"))
    prepared(kari, here)
    kari.send(f"{here}palegg/", ordered="supervised_home", reference="26-1234", **on("ordered_on", "2026-05-04"))
    started(kari, here, "2026-05-05")
    kari.send(f"{here}tilsyn/plan/", **{**AGREED, "unannounced_words": "Vedtaket fra nemnda, punkt 2."})
    assert "etter siste dag" in words(visit(kari, here, world, "2027-05-05", 422))
    last = visit(kari, here, world, "2027-05-04", unannounced="unannounced")
    it_is(monkeypatch, "2027-05-05 09:00")
    kari.send(f"{here}gatt-ut/")
    page = words(kari.see(here))
    assert "Gått ut" in page
    assert "Skriv ned" in words(kari.see(last))
    assert not of_supervision(world)
