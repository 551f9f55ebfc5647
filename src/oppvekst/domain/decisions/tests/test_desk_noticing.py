"""From a begun draft to the signature at the desk: what is filled in, what stops it, and what each page says of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions import actions
from oppvekst.domain.decisions.models import Comment, Decision
from oppvekst.domain.decisions.queries import addressees
from oppvekst.domain.decisions.rules import Kind
from oppvekst.domain.decisions.tests.family import begun, family
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import World

REASON = {"ground": "Åpenbart unødvendig", "notice_skipped": "Familien har selv bedt om hjelpen."}


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def case_id(world: World) -> UUID:
    return family(world)


@pytest.fixture
def draft(world: World, case_id: UUID) -> Decision:
    with world.as_("Kari Nesheim") as kari:
        return begun(case_id, by=kari, at=TUESDAY)


def day(moment: Any, name: str) -> dict[str, Any]:
    return {f"{name}_day": moment.day, f"{name}_month": moment.month, f"{name}_year": moment.year}


def test_the_commonest_decision_stands_first_and_nothing_is_dismissed_outside_an_investigation(
    desk: Come, case_id: UUID
) -> None:
    kari = desk("Kari Nesheim")
    page = words(kari.see(f"/saker/{case_id}/vedtak/nytt/"))
    assert page.index("Råd og veiledning hjemme") < page.index("Støttekontakt") < page.index("Noe annet")
    assert "Henleggelse" not in page
    page = words(kari.see(f"/saker/{case_id}/vedtak/nytt/henleggelse/"))
    assert "Det er ingen undersøkelse å henlegge i denne saken." in page


def test_the_terms_are_filled_in_and_what_is_wrong_is_said_without_losing_the_rest(desk: Come, case_id: UUID) -> None:
    kari = desk("Kari Nesheim")
    place = f"/saker/{case_id}/vedtak/nytt/veiledning/"
    page = kari.see(place)
    assert 'value="Råd og veiledning hjemme"' in page
    assert "Barnevernsloven § 3-1 første ledd" in words(page)
    wrong = kari.send(place, 422, title="", kind="measure", category="3.9", language="nb", provider="Familiehuset")
    assert 'value="Familiehuset"' in wrong


def test_the_terms_of_a_draft_can_be_changed(desk: Come, draft: Decision) -> None:
    kari = desk("Kari Nesheim")
    form = {"title": "Veiledning", "kind": "measure", "category": "3.10", "language": "nn", "section": "3-1.1"}
    assert "gjort=lagret" in kari.send(f"/vedtak/{draft.id}/rammer/", **form, provider="Helle")
    draft.refresh_from_db()
    assert (draft.title, draft.category, draft.language, draft.provider) == ("Veiledning", "3.10", "nn", "Helle")


def test_the_notice_is_filled_in_goes_to_both_parents_and_has_two_weeks(desk: Come, draft: Decision) -> None:
    kari = desk("Kari Nesheim")
    page = kari.see(f"/vedtak/{draft.id}/varsel/")
    assert "Lise Nygård" in words(page) and "Morten Nygård" in words(page)
    due = TUESDAY + timedelta(days=14)
    assert f'value="{due.day}"' in page
    text = "Vi tenker å gi dere veiledning."
    page = words(kari.see(kari.send(f"/vedtak/{draft.id}/varsel/", notice_text=text, **day(due, "answers_due"))))
    assert "Ikke svart ennå" in page
    assert "Fristen for å uttale seg er ikke ute, og ikke alle har svart." in page


def test_answers_are_kept_and_when_all_have_answered_it_can_be_made_ready(desk: Come, draft: Decision) -> None:
    kari = desk("Kari Nesheim")
    due = TUESDAY + timedelta(days=14)
    kari.send(f"/vedtak/{draft.id}/varsel/", notice_text="Vi tenker …", **day(due, "answers_due"))
    lise, morten = (one for one in addressees(draft.id) if one.party and one.party.part != Party.Part.CHILD)
    place = f"/vedtak/{draft.id}/svar/{lise.id}/"
    assert "Når kom det?" in words(kari.see(place))
    late = day(TUESDAY + timedelta(days=1), "received_on")
    assert "Datoen kan ikke være etter" in words(kari.send(place, 422, text="Enig.", how="phone", **late))
    page = words(kari.see(kari.send(place, text="Jeg er enig.", how="phone", **day(TUESDAY, "received_on"))))
    assert "Svaret er lagret" in page and "Jeg er enig." in page
    kari.send(f"/vedtak/{draft.id}/svar/{morten.id}/", text="", how="meeting", **day(TUESDAY, "received_on"))
    assert {(one.how, one.nothing_to_say) for one in Comment.objects.all()} == {("phone", False), ("meeting", True)}
    assert "klart til å undertegnes" in words(kari.see(kari.send(f"/vedtak/{draft.id}/klart/"))).lower()


def test_how_somebody_stands_is_changed_with_the_reasons_and_seen_on_the_decision(desk: Come, draft: Decision) -> None:
    kari = desk("Kari Nesheim")
    one = next(each for each in addressees(draft.id) if each.name == "Morten Nygård")
    place = f"/vedtak/{draft.id}/mottaker/{one.id}/"
    assert "Har foreldreansvar og barnet bor der" in words(kari.see(place))
    wrong = kari.send(place, 422, standing="informed", reasons="", language="nb")
    assert "Skriv hvordan dere har vurdert det." in words(wrong)
    page = words(kari.see(kari.send(place, standing="informed", reasons="Emil bor hos Lise.", language="en")))
    assert "Skal ha melding Emil bor hos Lise." in page
    one.refresh_from_db()
    assert one.language == "en"


def test_no_answer_is_kept_before_the_notice_is_out(desk: Come, draft: Decision) -> None:
    one = addressees(draft.id)[0]
    page = words(desk("Kari Nesheim").see(f"/vedtak/{draft.id}/svar/{one.id}/"))
    assert "Svar føres mens varselet er ute." in page


def test_the_notice_is_left_out_with_a_ground_the_law_has_and_the_reason_here(desk: Come, draft: Decision) -> None:
    kari = desk("Kari Nesheim")
    place = f"/vedtak/{draft.id}/uten-varsel/"
    assert "Skriv hvorfor det gjelder" in words(kari.send(place, 422, ground="Åpenbart unødvendig", notice_skipped=""))
    kari.send(place, **REASON)
    draft.refresh_from_db()
    assert draft.notice_skipped == "Åpenbart unødvendig: Familien har selv bedt om hjelpen."


def test_the_sign_page_says_what_by_whom_as_what_for_whom_and_that_it_cannot_be_undone(
    desk: Come, draft: Decision
) -> None:
    desk("Kari Nesheim").send(f"/vedtak/{draft.id}/uten-varsel/", **REASON)
    marit = desk("Marit Solheim")
    page = words(marit.see(f"/vedtak/{draft.id}/undertegn/"))
    assert "Du undertegner Hjelpetiltak, for Emil Nygård" in page
    assert "Marit Solheim, barnevernsleder" in page
    assert "Morten Nygård (part), Lise Nygård (part)" in page
    assert "Den kan bare omgjøres med et nytt vedtak." in page
    page = words(marit.see(marit.send(f"/vedtak/{draft.id}/undertegn/")))
    assert "Undertegnet" in page
    draft.refresh_from_db()
    assert draft.signed_as == "Barnevernsleder"


def test_the_case_worker_is_told_who_signs(desk: Come, draft: Decision) -> None:
    kari = desk("Kari Nesheim")
    kari.send(f"/vedtak/{draft.id}/uten-varsel/", **REASON)
    page = words(kari.see(f"/vedtak/{draft.id}/undertegn/"))
    assert "Teamleder eller leder undertegner vedtak. Be en av dem." in page
    assert "Du undertegner" not in page


def test_what_stops_the_signature_is_listed_with_its_section_and_there_is_no_button(
    desk: Come, world: World, case_id: UUID
) -> None:
    with world.as_("Kari Nesheim") as kari:
        empty = actions.open_decision(case_id, actions.Terms(kind=Kind.MEASURE, category="3.9"), by=kari, at=TUESDAY)
        actions.skip_notice(empty.id, reasons="Familien har bedt om det.", by=kari, at=TUESDAY)
    marit = desk("Marit Solheim")
    page = marit.see(f"/vedtak/{empty.id}/undertegn/")
    assert "Dette må på plass først" in words(page)
    assert "12-5" in words(page)
    assert ">Undertegn</button>" not in page


def test_what_a_phrase_left_open_is_shown_before_one_signs_and_stops_nobody(
    desk: Come, draft: Decision, world: World
) -> None:
    with world.as_("Kari Nesheim") as kari:
        actions.choose(draft.id, "plan", "Mål: … Hjelpen varer til {til dato}.", by=kari, at=timezone.now())
        actions.skip_notice(draft.id, reasons="Familien har bedt om det.", by=kari, at=TUESDAY)
    page = desk("Marit Solheim").see(f"/vedtak/{draft.id}/undertegn/")
    assert "Plan og evaluering {til dato}, …" in words(page)
    assert ">Undertegn</button>" in page


def test_two_texts_stand_in_the_way_until_one_is_chosen(desk: Come, draft: Decision, world: World) -> None:
    with world.as_("Marit Solheim") as marit:
        actions.save_text(draft.id, "facts", "Marits ord.", seen=0, by=marit, at=TUESDAY)
        actions.skip_notice(draft.id, reasons="Familien har bedt om det.", by=marit, at=TUESDAY)
    page = desk("Marit Solheim").see(f"/vedtak/{draft.id}/undertegn/")
    assert "To har skrevet i «Dette bygger vi på»." in words(page)
    assert ">Undertegn</button>" not in page


def test_the_preview_reads_as_the_letter(desk: Come, draft: Decision) -> None:
    page = desk("Kari Nesheim").see(f"/vedtak/{draft.id}/slik-blir-det/")
    said = words(page)
    assert said.index("Dette har vi bestemt") < said.index("Dette bygger vi på") < said.index("Plan og evaluering")
    assert "Barnevernsloven § 3-1 første ledd" in said
