"""The pages of help: what is typed is kept, what is wrong is said in words, and what can be undone is."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.decisions.tests.family import family, signed
from oppvekst.domain.measures.models import Evaluation, Goal, Plan
from oppvekst.domain.measures.tests.at_desk import at, decided, evaluated, it_is, looked, on, place, started
from oppvekst.ground.database.acting import acting
from tests.desk import Browser, Come, opened_desk, questions, words
from tests.world import World


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=at("2026-05-05 09:00"))


@pytest.fixture
def case(world: World) -> UUID:
    return family(world)


def opened(who: Browser, case: UUID, **more: str) -> str:
    return place(who.send(f"/saker/{case}/tiltak/nytt/", **{"category": "3.9", **more}))


def running(world: World, who: Browser, case: UUID) -> str:
    decision = signed(world, case)
    here = place(who.send(f"/vedtak/{decision.id}/tiltak/", provider_name="Kari"))
    decided(who, here, decision.id)
    started(who, here, "2026-05-05")
    return here


def test_before_it_is_decided_the_page_says_what_is_lacking_and_how_to_mend_it(desk: Come, case: UUID) -> None:
    kari = desk("Kari Nesheim")
    assert "Velg hva slags hjelp det er." in words(kari.send(f"/saker/{case}/tiltak/nytt/", 422, provider_name="Åse"))
    here = opened(kari, case)
    kari.send(f"{here}samtykke/")
    page = words(kari.see(here))
    assert "Lag tiltaksplanen først, med minst ett mål" in page
    assert "Vedtaket om tiltaket er ikke undertegnet." in page
    assert "Det er ikke noe undertegnet vedtak om hjelp i saken ennå." in words(kari.see(f"{here}vedtak/"))


def test_a_code_that_must_be_explained_and_a_rarer_look_must_have_words(desk: Come, case: UUID) -> None:
    kari = desk("Kari Nesheim")
    told = words(kari.send(f"/saker/{case}/tiltak/nytt/", 422, category="3.99", provider_name="Helsestasjonen"))
    assert "Registeret krever en presisering" in told
    assert "Velg" in words(kari.send(f"/saker/{case}/tiltak/nytt/", 422, category="8.2"))
    here = opened(kari, case)
    page = kari.send(f"{here}rammer/", 422, category="3.9", interval_months="6", provider_name="Helsestasjonen")
    assert "Skriv hvorfor tiltaket skal evalueres sjeldnere" in words(page)
    assert 'value="Helsestasjonen"' in page
    kari.send(f"{here}rammer/", category="3.9", interval_months="6", interval_reason="Det gjelder en barnehageplass.")
    assert "Hvert halvår. Det gjelder en barnehageplass." in words(kari.see(here))


def test_a_new_version_of_the_plan_keeps_the_old_one(desk: Come, case: UUID) -> None:
    kari = desk("Kari Nesheim")
    here = opened(kari, case)
    assert "En tom plan lagres ikke." in words(kari.send(f"{here}plan/", 422, kind="1"))
    kari.send(f"{here}plan/", kind="1", content="Veiledning hver uke.", child_words="Jeg vil ha ro.")
    assert "Jeg vil ha ro." in kari.see(f"{here}plan/")
    kari.send(f"{here}plan/", kind="1", content="Veiledning annenhver uke.")
    page = words(kari.see(here))
    assert "versjon 2" in page
    assert "Tidligere versjoner (1)" in page
    assert "Veiledning hver uke." in page
    assert "Velg" in words(kari.send(f"{here}plan/", 422, kind="3", content="Gammel type."))
    with acting("owner"):
        assert list(Plan.objects.order_by("version").values_list("version", "kind")) == [(1, "1"), (2, "1")]


def test_plans_of_the_case_itself_stand_beside_its_measures(desk: Come, case: UUID) -> None:
    kari = desk("Kari Nesheim")
    kari.send(f"/saker/{case}/tiltak/plan/", kind="6", content="Samvær annenhver helg.")
    kari.send(f"/saker/{case}/tiltak/plan/", kind="6", content="Samvær hver helg.")
    page = words(kari.see(f"/saker/{case}/tiltak/"))
    assert "Samværsplan, versjon 2 Samvær hver helg." in page


def test_a_goal_is_set_put_in_other_words_closed_and_taken_up_again(desk: Come, case: UUID) -> None:
    kari = desk("Kari Nesheim")
    here = opened(kari, case)
    page = kari.send(f"{here}mal/", 422, text="Bedre søvn")
    assert "Skriv hvordan dere ser om målet er nådd." in words(page)
    assert "Bedre søvn" in page
    kari.send(f"{here}mal/", text="Bedre søvn", seen_by="Sover til sju.")
    with acting("owner"):
        goal = f"/tiltak/mal/{Goal.objects.get().id}/"
    kari.send(f"{goal}skriv-om/", text="Sove hele natta", seen_by="Sover til sju.")
    assert "Skriv hvorfor målet legges bort." in words(kari.send(f"{goal}lukk/", 422, state="left"))
    kari.send(f"{goal}lukk/", state="left", words="Det var ikke søvnen det gjaldt.")
    assert "Lagt bort" in words(kari.see(here))
    kari.send(f"{goal}ta-opp/")
    page = words(kari.see(here))
    assert "Sove hele natta" in page
    assert "Vi arbeider mot det" in page


def test_the_evaluation_keeps_everything_typed_and_says_what_the_law_still_asks(
    world: World, desk: Come, case: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk("Kari Nesheim")
    here = running(world, kari, case)
    it_is(monkeypatch, "2026-08-05 13:00")
    empty = kari.see(f"{here}evaluer/")
    half = looked(empty, "2026-08-05") | {"care_grounds": "", "child_heard": "no"}
    page = kari.send(f"{here}evaluer/", 422, **half)
    assert "Skriv om det er grunnlag for omsorgsovertakelse." in words(page)
    assert "Ja, morgenene er bedre." in page
    page = kari.send(f"{here}evaluer/", 422, **half | {"care_grounds": "Nei."})
    assert "eller det skal stå hvorfor ikke." in words(page)
    without = {key: value for key, value in looked(empty, "2026-08-05").items() if not key.startswith("stand_")}
    assert "Velg hvordan det står med «Rolige morgener»." in words(kari.send(f"{here}evaluer/", 422, **without))
    assert "Datoen kan ikke være etter" in words(kari.send(f"{here}evaluer/", 422, **looked(empty, "2026-08-06")))
    with acting("owner"):
        assert not Evaluation.objects.exists()


def test_the_effect_is_drawn_beside_the_goal_and_told_in_words(
    world: World, desk: Come, case: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk("Kari Nesheim")
    here = running(world, kari, case)
    it_is(monkeypatch, "2026-08-05 13:00")
    evaluated(kari, here, "2026-08-05", stand="2", words="Ikke ennå.")
    it_is(monkeypatch, "2026-11-05 13:00")
    html = evaluated(kari, here, "2026-11-05", "change", stand="4")
    page = words(html)
    assert "Skriv en ny plan" in page
    assert "Bedre enn sist" in page
    assert "onsdag 5. august : som før . Ikke ennå. torsdag 5. november : mye bedre ." in page
    drawn = re.search(r'<polyline points="(\d+),(\d+) (\d+),(\d+)"', html)
    assert drawn
    first_x, first_y, last_x, last_y = map(int, drawn.groups())
    assert (first_x < last_x, last_y < first_y) == (True, True)


def test_ending_says_why_and_against_somebody_s_wish_only_by_a_decision(
    world: World, desk: Come, case: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk("Kari Nesheim")
    here = running(world, kari, case)
    it_is(monkeypatch, "2026-08-05 13:00")
    empty = kari.see(f"{here}evaluer/")
    page = words(kari.send(f"{here}evaluer/", 422, **looked(empty, "2026-08-05", "end")))
    assert "Svar på om noen er uenig i å avslutte." in page
    assert "Skriv hvorfor hjelpen avsluttes." in page
    wish = {"against_wish": "yes", "end_words": "Målene er nådd."}
    page = words(kari.send(f"{here}evaluer/", 409, **looked(empty, "2026-08-05", "end", **wish)))
    assert "er et enkeltvedtak med begrunnelse og klagerett" in page
    page = words(evaluated(kari, here, "2026-08-05", "end", **wish | {"against_wish": "no"}))
    assert "tiltaket er avsluttet" in page
    assert "Nytt mål" not in page
    kari.send(f"{here}mal/", 409, text="Mer", seen_by="Mer")
    assert "Avsluttet (1)" in words(kari.see(f"/saker/{case}/tiltak/"))


def test_put_on_hold_and_taken_up_again_or_left_before_it_began(world: World, desk: Come, case: UUID) -> None:
    kari = desk("Kari Nesheim")
    here = running(world, kari, case)
    assert "Satt på vent" in words(kari.see(kari.send(f"{here}vent/")))
    assert "Det kan evalueres når det pågår." in words(kari.see(f"{here}evaluer/"))
    assert "Pågår" in words(kari.see(kari.send(f"{here}ta-opp/")))
    kari.send(f"{here}vent/")
    assert "kan ikke gjøres når tiltaket er" in words(kari.send(f"{here}vent/", 409))
    other = opened(kari, case, category="4.3")
    assert "Skriv hvorfor det ikke blir noe av" in words(kari.send(f"{other}ble-ikke-noe-av/", 422))
    kari.send(f"{other}ble-ikke-noe-av/", reasons="Familien fant noe selv.")
    assert "Ble ikke noe av" in words(kari.see(other))


def test_help_does_not_start_before_whoever_gives_it_may_and_not_in_the_future(
    world: World, desk: Come, case: UUID
) -> None:
    kari = desk("Kari Nesheim")
    decision = signed(world, case)
    here = place(kari.send(f"/vedtak/{decision.id}/tiltak/"))
    decided(kari, here, decision.id)
    assert "gyldig politiattest eller avtale" in words(kari.send(f"{here}start/", 409, **on("on", "2026-05-05")))
    assert "Datoen kan ikke være etter" in words(
        kari.send(f"{here}start/", 422, in_order="on", **on("on", "2026-05-06"))
    )


def test_what_is_of_another_case_is_not_there(world: World, desk: Come, case: UUID) -> None:
    other = family(world)
    kari = desk("Kari Nesheim")
    here, foreign = opened(kari, case), signed(world, other)
    kari.send(f"{here}samtykke/")
    signed(world, case)
    assert "finnes ikke lenger" in words(kari.send(f"{here}vedtak/", 422, decision=str(foreign.id)))
    assert "finnes ikke lenger" in words(kari.send(f"{here}vedtak/", 422, decision="x"))


def test_the_list_asks_no_more_of_the_database_for_many_than_for_few(desk: Come, case: UUID) -> None:
    kari = desk("Kari Nesheim")
    opened(kari, case)
    kari.see(f"/saker/{case}/tiltak/")
    few = questions(kari, f"/saker/{case}/tiltak/")
    for _one in range(6):
        opened(kari, case)
    assert questions(kari, f"/saker/{case}/tiltak/") == few
