"""«Det som er samlet inn» at the desk: what is planned, asked, answered and lacking, on pages a phone can fill in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.investigations import actions
from oppvekst.domain.investigations.actions import Ended
from oppvekst.domain.investigations.models import (
    ExpertOpinion,
    FieldNote,
    InformationRequest,
    Investigation,
    LeaderAct,
    PlanRow,
)
from oppvekst.domain.investigations.tests.opened import NEXT_WEEK, TODAY, asked, hung_on, noted, opened, row
from oppvekst.domain.people.actions import shield
from oppvekst.domain.people.models import Protection, Shielding
from oppvekst.ground.journal.models import Entry
from oppvekst.ground.letters import Letter
from oppvekst.ground.letters.tests.reading import text as text_of
from tests.desk import TUESDAY, Come, opened_desk, questions, words
from tests.world import World

LATER = f"{NEXT_WEEK:%d.%m.%Y}"
NOW = f"{TODAY:%d.%m.%Y}"


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def investigation(world: World) -> UUID:
    return opened(world)


def at(investigation: UUID, page: str = "") -> str:
    return f"/undersokelser/{investigation}/{page}"


def test_an_empty_overview_says_what_is_lacking_and_where_to_begin(desk: Come, investigation: UUID) -> None:
    text = words(desk("Kari Nesheim").see(at(investigation, "samlet/")))
    for said in (
        "Ingenting står igjen i planen",
        "Ingen er spurt ennå",
        "Ingenting er skrevet ned ennå",
        "Ingen er engasjert",
    ):
        assert said in text
    assert "Hjemmebesøk Ikke ført ennå." in text


def test_the_overview_tells_what_is_planned_asked_written_and_ordered(
    world: World, desk: Come, investigation: UUID
) -> None:
    with world.as_("Kari Nesheim") as kari:
        hung_on(investigation, by=kari)
    text = words(desk("Kari Nesheim").see(at(investigation, "samlet/")))
    for said in ("Skriv oppsummering", "Solvik skole", "1 venter, 0 har svart", "Hjemmebesøk", "Psykolog Nina Aas"):
        assert said in text
    assert "Planlagt: 1. Svar som venter: 1. Har svart: 0. Notater: 1." in words(
        desk("Kari Nesheim").see(at(investigation))
    )


def test_a_row_is_put_in_the_plan_done_and_gone_from_the_day(world: World, desk: Come, investigation: UUID) -> None:
    kari = desk("Kari Nesheim")
    form = {
        "kind": "source", "what": "Spør helsesykepleier", "about": "", "due": LATER,
        "responsible": str(world.staff["Kari Nesheim"].id),
    }  # fmt: skip
    page = kari.send(at(investigation, "plan/rad/"), status=422, **form)
    assert "Skriv hva dere skal spørre om." in words(page)
    assert "Spør helsesykepleier" in page
    place = kari.send(at(investigation, "plan/rad/"), **form | {"about": "Vekst"})
    assert "Raden står i planen" in words(kari.see(place))
    found = PlanRow.objects.get()
    assert f'href="/undersokelser/planrad/{found.id}/"' in kari.see("/min-dag/")
    assert "Merk som gjort" in words(kari.see(f"/undersokelser/planrad/{found.id}/"))
    kari.see(kari.send(f"/undersokelser/planrad/{found.id}/gjort/"))
    assert f'href="/undersokelser/planrad/{found.id}/"' not in kari.see("/min-dag/")
    assert "Raden er allerede gjort" in words(kari.send(f"/undersokelser/planrad/{found.id}/flytt/", status=409, due=LATER,
                                                        responsible=form["responsible"]))  # fmt: skip


def test_a_secret_talk_is_marked_for_us_and_nowhere_on_the_parents_paper(
    world: World, desk: Come, investigation: UUID
) -> None:
    with world.as_("Kari Nesheim") as kari:
        secret = actions.add_row(
            investigation, row(kari, kind="talk", what="Samtale i friminuttet", untold=True), by=kari, at=TUESDAY
        )
    one = desk("Kari Nesheim")
    assert "Vises ikke for foreldrene" in words(one.see(at(investigation, "plan/")))
    paper = text_of_pdf(one.paper(at(investigation, "plan/til-foreldrene/")))
    assert "Hvordan har Emil det?" in paper
    assert "friminuttet" not in paper
    one.see(one.send(f"/undersokelser/planrad/{secret.id}/fortalt/"))
    assert "friminuttet" in text_of_pdf(one.paper(at(investigation, "plan/til-foreldrene/")))
    versions = one.see(at(investigation, "plan/versjoner/"))
    first = versions.split('href="/undersokelser/planversjon/')[1].split('"')[0]
    assert "Slik foreldrene kunne få se den" in words(one.see(f"/undersokelser/planversjon/{first}"))


def test_while_the_case_is_held_back_the_plan_goes_to_no_parent(world: World, desk: Come, investigation: UUID) -> None:
    with world.as_("Kari Nesheim") as kari:
        cases.hold(Investigation.objects.get().case_id, "Avhør.", by=kari, at=TUESDAY)
    page = desk("Kari Nesheim").see(at(investigation, "plan/til-foreldrene/"), status=409)
    assert "holdt tilbake" in words(page)


def test_a_home_visit_nobody_let_us_in_to_says_what_the_law_says(desk: Come, investigation: UUID) -> None:
    kari = desk("Kari Nesheim")
    place = at(investigation, "notater/nytt/?slag=home_visit")
    form = {
        "happened_on": NOW, "happened_clock": "8", "present": "Far", "announced": "no", "refused": "on",
        "facts": "Far lukket døra.", "shown": "parties",
    }  # fmt: skip
    page = kari.send(place, status=422, **form | {"present": ""})
    assert "Skriv hvem som var der." in words(page)
    assert "Far lukket døra." in page
    kari.see(kari.send(place, **form))
    text = words(kari.see(f"/undersokelser/notat/{FieldNote.objects.get().id}/"))
    assert "Foreldrene kan ikke motsette seg hjemmebesøket" in text
    assert "barnevernsloven §§ 2-2 femte ledd og 12-10" in text


def test_a_note_is_corrected_beside_itself(world: World, desk: Come, investigation: UUID) -> None:
    with world.as_("Kari Nesheim") as kari:
        first = actions.write_note(investigation, noted(), by=kari, at=TUESDAY)
    one = desk("Kari Nesheim")
    form = {
        "happened_on": NOW, "happened_clock": "08.00", "present": "Mor", "announced": "yes", "facts": "Det var søsteren.",
        "shown": "not_yet", "shown_reasons": "Avhør.",
    }  # fmt: skip
    assert "Ryddig. Emil viste rommet sitt." in one.see(f"/undersokelser/notat/{first.id}/rett/")
    text = words(one.see(one.send(f"/undersokelser/notat/{first.id}/rett/", **form)))
    assert "Rettet av Kari Nesheim" in text


def test_the_school_is_asked_by_a_letter_in_nynorsk_that_says_the_family_does_not_know(
    desk: Come, investigation: UUID
) -> None:
    kari = desk("Kari Nesheim")
    form = {
        "body": "Solvik skule", "send_to": "Skulevegen 1\n9998 Solvik", "about": "Fråvær og trivsel.", "ground": "order",
        "order_case": "5-1", "untold_reasons": "Avhøret er ikkje halde.", "asked_on": NOW, "due": LATER, "language": "nn",
    }  # fmt: skip
    page = kari.send(at(investigation, "innhentet/ny/"), status=422, **form | {"untold_reasons": "", "order_case": ""})
    text = words(page)
    assert "Et pålegg kan bare gis i bestemte slags saker" in text
    assert "eller hvorfor de ikke får vite det nå" in text
    kari.see(kari.send(at(investigation, "innhentet/ny/"), **form))
    found = InformationRequest.objects.get()
    letter = text_of_pdf(kari.paper(f"/undersokelser/innhenting/{found.id}/brev/"))
    for said in (
        "Fråvær og trivsel.",
        "Dette er eit pålegg",
        "Familien veit ikkje at vi spør dykk",
        "13-4 og 5-1",
    ):
        assert said in letter
    place = f"/undersokelser/innhenting/{found.id}/"
    assert "Familien vet det ikke" in words(kari.see(at(investigation, "innhentet/")))
    kari.see(kari.send(f"{place}fortalt/", told_on=NOW))
    kari.see(kari.send(f"{place}purr/", due=f"{NEXT_WEEK + timedelta(days=7):%d.%m.%Y}"))
    assert "Skriv hva svaret sier, eller velg dokumentet." in words(
        kari.send(f"{place}svar/", status=422, answered_on=NOW, answer="", document_id="")
    )
    text = words(kari.see(kari.send(f"{place}svar/", answered_on=NOW, answer="Mykje fråvær.", document_id="")))
    assert "Mykje fråvær." in text
    assert "Purr" not in text.split("Hva nå?")[-1] or "Hva nå?" not in text


def test_of_a_protected_child_the_school_that_was_asked_is_named_to_nobody_who_is_not_entrusted(
    world: World, desk: Come, investigation: UUID
) -> None:
    case = Investigation.objects.get().case
    with world.as_("Kari Nesheim") as kari:
        strict = {"source": Shielding.Source.REGISTER, "decided_on": TODAY}
        shield(case.id, case.child_id, Protection.STRICT, **strict, by=kari, at=TUESDAY)  # type: ignore[arg-type]
        made = actions.ask(investigation, asked(body="Hessdal skole"), by=kari, at=TUESDAY)
    one = desk("Kari Nesheim")
    place = f"/undersokelser/innhenting/{made.id}/"
    for page in (at(investigation, "samlet/"), at(investigation, "innhentet/"), place, f"{place}purr/", "/min-dag/"):
        assert "Hessdal" not in one.see(page), page
    assert "Hessdal" not in " ".join(Entry.objects.values_list("says", flat=True))
    assert "betrodd adressen" in words(one.see(f"{place}brev/", status=409))


def test_a_question_is_withdrawn_with_its_reason(world: World, desk: Come, investigation: UUID) -> None:
    with world.as_("Kari Nesheim") as kari:
        made = actions.ask(investigation, asked(), by=kari, at=TUESDAY)
    one = desk("Kari Nesheim")
    place = f"/undersokelser/innhenting/{made.id}/"
    assert "Skriv hvorfor." in words(one.send(f"{place}trekk/", status=422, reasons=" "))
    assert "Mor trakk samtykket." in words(one.see(one.send(f"{place}trekk/", reasons="Mor trakk samtykket.")))


def test_an_experts_opinion_goes_to_the_commission_and_back(desk: Come, investigation: UUID) -> None:
    kari = desk("Kari Nesheim")
    kari.see(kari.send(at(investigation, "sakkyndig/"), expert="Psykolog Nina Aas", mandate="Samspillet."))
    place = f"/undersokelser/sakkyndig/{ExpertOpinion.objects.get().id}/"
    text = words(kari.see(kari.send(f"{place}mottatt/", received_on=NOW, exemption="", document_id="")))
    assert "kan ikke legges til grunn, heller ikke for å henlegge" in text
    assert "En rapport kan ikke legges til grunn" in words(kari.see(at(investigation, "samlet/")))
    kari.see(kari.send(f"{place}kommisjonen/", sent_on=NOW))
    text = words(kari.see(kari.send(f"{place}merknad/", remark_on=NOW, remark="Ingen merknader.")))
    assert "Vurdert av kommisjonen" in text


def test_only_the_leader_finds_a_form_for_the_medical_examination(desk: Come, investigation: UUID) -> None:
    for name in ("Kari Nesheim", "Eivind Myrbakk"):
        page = desk(name).see(at(investigation, "leder/"))
        assert "Bare lederen kan bestemme dette" in words(page)
        assert 'name="reasons"' not in page
    marit = desk("Marit Solheim")
    place = marit.send(at(investigation, "leder/"), kind="medical", what="Legevakta i dag.", reasons="Merker.")
    text = words(marit.see(place))
    assert "Medisinsk undersøkelse Legevakta i dag. Merker. Marit Solheim, barnevernsleder." in text
    assert LeaderAct.objects.count() == 1


def test_after_an_extension_the_page_asks_what_the_family_knows_until_it_is_said(
    world: World, desk: Come, investigation: UUID
) -> None:
    with world.as_("Tone Vik") as tone:
        new_due = Investigation.objects.get().three_months_from + timedelta(days=150)
        actions.extend(investigation, reasons="Avhøret er utsatt.", new_due=new_due, by=tone, at=TUESDAY)
    kari = desk("Kari Nesheim")
    assert "Familien skal få vite om utvidelsen" in words(kari.see(at(investigation)))
    assert "eller hvorfor" in words(
        kari.send(at(investigation, "utvidelse-fortalt/"), status=422, told_on="", untold_reasons="")
    )
    text = words(kari.see(kari.send(at(investigation, "utvidelse-fortalt/"), told_on=NOW, untold_reasons="")))
    assert "Familien skal få vite om utvidelsen" not in text


def test_a_broken_limit_is_explained_on_its_page(
    desk: Come, investigation: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = desk("Kari Nesheim")
    assert "Fristen er ikke brutt." in words(kari.see(at(investigation, "brudd/")))
    monkeypatch.setattr(timezone, "now", lambda: TUESDAY + timedelta(days=120))
    assert "Det finnes ingen ny utvidelse, bare et brudd med en grunn." in words(kari.see(at(investigation)))
    text = words(kari.see(kari.send(at(investigation, "brudd/"), reasons="Avhøret ble utsatt.")))
    assert "Fristen er brutt Avhøret ble utsatt." in text


def test_the_summary_begins_when_the_child_is_heard_or_there_is_a_reason(
    world: World, desk: Come, investigation: UUID
) -> None:
    kari = desk("Kari Nesheim")
    page = kari.see(at(investigation, "oppsummer/"))
    assert "Sett koden for hvordan barnet har medvirket." in words(page)
    kari.send(at(investigation, "oppsummer/"), status=422)
    with world.as_("Kari Nesheim") as one:
        actions.set_participation(investigation, code="2.2", reasons="Emil ville ikke.", by=one, at=TUESDAY)
    text = words(kari.see(kari.send(at(investigation, "oppsummer/"))))
    assert "Oppsummeres" in text
    assert "Henlegg § 2-5 første ledd Det gjøres sammen med vedtaket." in text


def test_it_is_opened_again_within_the_window_and_the_day_after_the_page_says_no(
    world: World, desk: Come, investigation: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = TUESDAY + timedelta(days=60)
    with world.as_("Kari Nesheim") as kari:
        actions.begin_concluding(investigation, participation="1.1", child_heard=True, by=kari, at=ended)
        actions.conclude(
            investigation, "dismiss_with_reopen",
            Ended(
                code="4", decided_on=ended.date(), decision_id=uuid4(), decision_signed=True, refused_by="parents",
                measures_recommended="Veiledning.", refusal_documented="I møte.", reopening_fixed=True,
            ),
            by=kari, at=ended,
        )  # fmt: skip
    one = desk("Kari Nesheim")
    monkeypatch.setattr(timezone, "now", lambda: ended + timedelta(days=200))
    text = words(one.see(at(investigation)))
    assert "Bare en ny melding kan åpne denne." in text
    assert "Åpne på nytt" not in text
    assert "Bare en ny melding kan åpne denne." in words(one.see(at(investigation, "apne-igjen/")))
    monkeypatch.setattr(timezone, "now", lambda: ended + timedelta(days=100))
    assert "Kan åpnes igjen uten ny melding til og med" in words(one.see(at(investigation)))
    page = one.send(at(investigation, "apne-igjen/"), status=422, reasons="Det samme.", conditions_met="on")
    assert "Foreldrene skal informeres" in words(page)
    place = one.send(
        at(investigation, "apne-igjen/"), reasons="Skolen ser det samme.", conditions_met="on", parents_told="on"
    )
    text = words(one.see(place))
    assert "Registeret vil ha en melding bak hver undersøkelse" in text
    assert "Loven sier ikke hvor fristen starter" in text or "Lovens frist" in text
    assert "Registeret varsler etter" not in text


def test_the_pages_ask_as_many_questions_for_ten_rows_as_for_twenty(
    world: World, desk: Come, investigation: UUID
) -> None:
    def more(count: int) -> None:
        with world.as_("Kari Nesheim") as kari:
            for _each in range(count):
                hung_on(investigation, by=kari)

    one = desk("Kari Nesheim")
    pages = [at(investigation, page) for page in ("", "samlet/", "notater/", "innhentet/", "plan/")]
    more(3)
    few = [questions(one, page) for page in pages]
    more(6)
    assert [questions(one, page) for page in pages] == few
    assert max(few) <= 24


def text_of_pdf(pdf: bytes) -> str:
    """What stands on a paper, on one line."""
    return " ".join(text_of(Letter(pdf, "", 1)).split())
