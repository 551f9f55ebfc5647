"""Every act on a concern: what it asks for, what it keeps when it lacks something, and two people at the same time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.concerns import actions
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules import conclusion_codes
from oppvekst.domain.concerns.tests.desk import MONDAY, TUESDAY, arrive, taken
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.journal.models import Entry
from tests.desk import Come, opened_desk, words
from tests.world import World

REASONS = "Skolen og familien er snakket med. Merket var fra en fotballkamp, og mor viste bilder."


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def at(concern: UUID, act: str = "") -> str:
    return f"/meldinger/{concern}/{act}"


def stands(concern: UUID) -> str:
    return Concern.objects.get(id=concern).state


def seen_on(page: str) -> str:
    """The hidden line that says what a form was opened on."""
    return page.split('name="sett" value="')[1].split('"', maxsplit=1)[0]


def test_the_first_who_takes_it_has_it_and_the_second_is_told_who(world: World, desk: Come) -> None:
    concern = arrive(world)
    assert desk("Kari Nesheim").send(at(concern, "ta/")).endswith("gjort=tatt")
    text = words(desk("Hanne Dale").send(at(concern, "ta/"), status=409))
    assert "Kari Nesheim har allerede tatt denne meldingen." in text
    assert Concern.objects.get(id=concern).handler_name == "Kari Nesheim"


def test_the_team_leader_gives_it_to_a_colleague(world: World, desk: Come) -> None:
    concern = arrive(world)
    tone = desk("Tone Vik")
    assert "Siri Tveito, saksbehandler" in tone.see(at(concern, "gi/"))
    tone.send(at(concern, "gi/"), staff=str(world.staff["Siri Tveito"].id))
    assert "Emil Berg Sunde" in desk("Siri Tveito").see(at(concern))


@pytest.mark.parametrize("staff", ["", "tull", "00000000-0000-0000-0000-000000000000"])
def test_it_cannot_be_given_to_nobody(world: World, desk: Come, staff: str) -> None:
    page = desk("Tone Vik").send(at(arrive(world), "gi/"), status=422, staff=staff)
    assert "Velg «Hvem skal gå gjennom den?»" in page or "Velg på nytt" in page or "Velg et svar" in page


def test_clarifying_is_with_the_reporter_or_the_family_and_can_be_ended_at_once(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world))
    kari = desk("Kari Nesheim")
    page = kari.send(at(concern, "avklar/"), status=422, whom="teacher", notes="Er han på SFO i dag?")
    assert "Er han på SFO i dag?" in page
    leads = kari.send(at(concern, "avklar/"), whom="reporter", notes="Er han på SFO i dag?")
    assert stands(concern) == "clarifying"
    assert "Angre" in kari.see(leads)
    kari.send(at(concern, "avklart/"), notes="")
    assert stands(concern) == "under_review"
    assert "den som meldte: er han på sfo i dag?" in Concern.objects.get(id=concern).clarified.lower()


def test_dismissing_demands_reasons_and_a_code_of_today_and_keeps_what_was_typed(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world))
    kari = desk("Kari Nesheim")
    page = kari.send(at(concern, "henlegg/"), status=422, reasons=REASONS)
    assert REASONS in page
    assert "Hva skal stå i registeret?" in page
    offered = {code.code for code in conclusion_codes("dismiss", on=TUESDAY.date())}
    assert all(f'value="{code}"' in page for code in offered)
    assert 'name="code" value="1"' not in page
    kari.send(at(concern, "henlegg/"), reasons=REASONS, code="10")
    kept = Concern.objects.get(id=concern)
    assert (kept.state, kept.conclusion, kept.reasons) == ("dismissed", "10", REASONS)
    text = words(kari.see(at(concern)))
    assert "Slik endte den Henlagt" in text
    assert REASONS in text


def test_an_urgent_one_is_dismissed_by_two(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world), needed=True)
    kari, tone = desk("Kari Nesheim"), desk("Tone Vik")
    assert "en kollega må bekrefte" in kari.see(at(concern, "henlegg/"))
    kari.send(at(concern, "henlegg/"), reasons=REASONS, code="10")
    assert stands(concern) == "under_review"
    assert "Du har foreslått det selv." in kari.see(at(concern))
    assert kari.client.post(at(concern, "bekreft/")).status_code == 409
    page = tone.see(at(concern))
    assert "Kari Nesheim foreslår: Henlegg" in page
    assert REASONS in tone.see(at(concern, "bekreft/"))
    tone.send(at(concern, "bekreft/"))
    kept = Concern.objects.get(id=concern)
    assert (kept.state, kept.confirmed_by) == ("dismissed", world.staff["Tone Vik"].id)


def test_the_proposer_cannot_be_the_second_person(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world), by="Tone Vik")
    tone = desk("Tone Vik")
    tone.send(at(concern, "grunnlos/"), sure="on", reasons="")
    assert "En kollega må være enig" in words(tone.send(at(concern, "bekreft/"), status=422))
    assert stands(concern) == "under_review"


def test_obviously_unfounded_needs_a_tick_and_a_second_person_and_no_reasons(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world))
    kari = desk("Kari Nesheim")
    assert "Bekreft at meldingen er åpenbart grunnløs." in kari.send(at(concern, "grunnlos/"), status=422)
    kari.send(at(concern, "grunnlos/"), sure="on")
    desk("Tone Vik").send(at(concern, "bekreft/"))
    assert stands(concern) == "dismissed_unfounded"


def test_a_transfer_waits_for_the_other_sides_receipt(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world))
    kari = desk("Kari Nesheim")
    typed = {"code": "7", "recipient": "Barneverntjenesten i Nordvåg"}
    assert "Nordvåg" in kari.send(at(concern, "overfor/"), status=422, **typed)
    future = kari.send(
        at(concern, "overfor/"), status=422, **typed, acknowledged_on="25.11.2026", acknowledged_clock="9"
    )
    assert "Datoen kan ikke være etter tirsdag 24. november 2026." in future
    kari.send(at(concern, "overfor/"), **typed, acknowledged_on="24.11.2026", acknowledged_clock="08.05")
    kept = Concern.objects.get(id=concern)
    assert (kept.state, kept.recipient) == ("transferred", "Barneverntjenesten i Nordvåg")


def test_misregistered_is_taken_back_and_the_original_stands(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world))
    kari = desk("Kari Nesheim")
    assert "Skriv hva som er feil" in kari.send(at(concern, "trekk/"), status=422)
    kari.send(at(concern, "trekk/"), reasons="Samme som M-2026-0002.")
    assert "Samme som M-2026-0002." in kari.see(at(concern))
    assert "Mandag formiddag satt han under pulten" in kari.see(at(concern))
    assert not Item.objects.filter(subject=concern, open=True).exists()


def test_what_happened_meanwhile_is_told_and_the_text_is_kept(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world))
    kari = desk("Kari Nesheim")
    opened = seen_on(kari.see(at(concern, "henlegg/")))
    with world.as_("Hanne Dale") as hanne:
        actions.assess_immediate(concern, True, "Mor ringte. Han vil ikke hjem.", by=hanne, at=TUESDAY)
    page = kari.send(at(concern, "henlegg/"), status=409, reasons=REASONS, code="10", sett=opened)
    text = words(page)
    assert "Noe har skjedd med meldingen siden du åpnet skjemaet" in text
    assert "Mor ringte. Han vil ikke hjem." in text
    assert REASONS in page
    assert stands(concern) == "under_review"
    kari.send(at(concern, "henlegg/"), reasons=REASONS, code="10", sett=seen_on(page))
    assert Concern.objects.get(id=concern).proposed == "dismiss"


def test_what_a_colleague_has_just_found_is_told_before_a_concern_is_taken_back(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world))
    kari = desk("Kari Nesheim")
    opened = seen_on(kari.see(at(concern, "trekk/")))
    with world.as_("Hanne Dale") as hanne:
        actions.assess_immediate(concern, True, "Mor ringte. Han vil ikke hjem.", by=hanne, at=TUESDAY)
    page = kari.send(at(concern, "trekk/"), status=409, reasons="Samme som M-2026-0002.", sett=opened)
    assert "Mor ringte. Han vil ikke hjem." in words(page)
    assert stands(concern) == "under_review"


def test_a_concern_that_somebody_has_concluded_says_so_and_keeps_the_text(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world))
    kari = desk("Kari Nesheim")
    opened = seen_on(kari.see(at(concern, "overfor/")))
    with world.as_("Kari Nesheim") as other_window:
        actions.dismiss(concern, reasons=REASONS, code="10", by=other_window, at=TUESDAY)
    typed = {"code": "7", "recipient": "Nordvåg", "acknowledged_on": "24.11.2026", "acknowledged_clock": "08.05"}
    page = kari.send(at(concern, "overfor/"), status=409, sett=opened, **typed)
    assert "Nå er den «henlagt»." in words(page)
    again = kari.send(at(concern, "overfor/"), status=409, sett=seen_on(page), **typed)
    assert "kan ikke gjøres når meldingen er «henlagt»" in words(again)
    assert 'value="Nordvåg"' in again


@pytest.mark.parametrize(
    ("act", "name"),
    [("gi/", "Hanne Dale"), ("bekreft/", "Kari Nesheim"), ("henlegg/", "Bjørn Haugli"), ("foresla/", "Tone Vik")],
)
def test_a_role_without_the_right_is_refused_before_it_has_typed_anything(
    world: World, desk: Come, act: str, name: str
) -> None:
    concern = arrive(world, danger="yes")
    assert "kan ikke gjøre dette" in words(desk(name).see(at(concern, act), status=409))


def test_a_part_of_a_page_is_the_form_alone_and_leads_on_by_itself(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world))
    kari = desk("Kari Nesheim")
    part = str(kari.part(at(concern, "henlegg/")).content, "utf-8")
    assert part.startswith('<section class="op-act op-none" id="steg"')
    assert "<main" not in part
    lacking = kari.part(at(concern, "henlegg/"), reasons=REASONS)
    assert (lacking.status_code, REASONS in str(lacking.content, "utf-8")) == (422, True)
    done = kari.part(at(concern, "henlegg/"), reasons=REASONS, code="10")
    assert done.headers["HX-Redirect"] == f"{at(concern)}?gjort=henlagt"


def test_every_act_leaves_one_line_in_the_journal(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world, at=MONDAY - timedelta(days=1)))
    before = Entry.objects.filter(subject=concern).count()
    desk("Kari Nesheim").send(at(concern, "henlegg/"), reasons=REASONS, code="10")
    entry = Entry.objects.filter(subject=concern).order_by("-at", "kind").get(kind="concern.dismiss")
    assert Entry.objects.filter(subject=concern).count() == before + 1
    assert (entry.actor_name, REASONS in entry.says) == ("Kari Nesheim", True)


def test_nothing_is_done_without_the_token_of_the_form(world: World, desk: Come) -> None:
    concern = arrive(world)
    kari = desk("Kari Nesheim")
    kari.client.handler.enforce_csrf_checks = True
    assert kari.client.post(at(concern, "ta/")).status_code == 403
    assert stands(concern) == "received"
