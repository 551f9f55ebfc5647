"""«Sende vedtaket» at the desk: what each row says and offers, and what becomes of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from oppvekst.adapters.pager import FolderPager
from oppvekst.domain.cases import actions as cases
from oppvekst.domain.decisions import jobs
from oppvekst.domain.decisions.models import Addressee, Copy, Decision, Withholding
from oppvekst.domain.decisions.tests.family import family, signed
from oppvekst.ground.database.acting import acting
from oppvekst.ground.letters import Letter
from oppvekst.ground.letters.tests.reading import text as of_letter
from tests.desk import Browser, opened_desk, words
from tests.world import World

FRIDAY = datetime.fromisoformat("2026-05-22T09:00+02:00")


@pytest.fixture
def decision(world: World) -> Decision:
    return signed(world, family(world), at=FRIDAY - timedelta(days=1))


@pytest.fixture
def kari(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch, decision: Decision) -> Browser:
    return opened_desk(world, settings, monkeypatch, at=FRIDAY)("Kari Nesheim")


def lise(decision: Decision) -> Addressee:
    with acting("owner"):
        return Addressee.objects.select_related("party").get(decision=decision, name__startswith="Lise")


def at(decision: Decision, what: str = "", whom: UUID | None = None) -> str:
    return f"/vedtak/{decision.id}/send/" + (f"{whom}/{what}" if whom else what)


def test_before_it_is_signed_the_page_says_so(world: World, kari: Browser, decision: Decision) -> None:
    from oppvekst.domain.decisions.tests.family import begun

    with world.as_("Kari Nesheim") as by:
        draft = begun(decision.case_id, by=by)
    assert "Vedtaket er ikke undertegnet ennå" in words(kari.see(at(draft)))


def test_there_is_a_row_for_each_with_the_way_suggested_and_why(kari: Browser, decision: Decision) -> None:
    page = words(kari.see(at(decision)))
    assert "Skal ha vedtaket 2" in page
    assert "Lise Nygård Part Foreslått: I posten . Min side er ikke åpnet for denne personen." in page
    assert "2 er ikke sendt ennå." in page
    assert "Skal ikke ha vedtaket 1" in page
    assert "Emil Nygård Hverken part eller til melding" in page
    assert "Send vedtaket" in words(kari.see(f"/vedtak/{decision.id}/"))


def test_the_letter_is_read_before_it_goes(kari: Browser, decision: Decision) -> None:
    content = kari.paper(at(decision, "brev.pdf", lise(decision).id))
    assert "Vi har tatt en avgjørelse om Emil Nygård." in of_letter(Letter(content, "", 1))


def test_given_by_hand_and_noted_the_limit_stands_with_its_counting(kari: Browser, decision: Decision) -> None:
    whom = lise(decision).id
    assert kari.send(at(decision, "", whom), route="hand").endswith("?gjort=sendt")
    page = words(kari.see(at(decision)))
    assert "Sendt fredag 22. mai klokka 09.00 , personlig." in page
    assert "Klagefristen er ikke begynt." in page
    form = kari.see(at(decision, "kommet/", whom))
    assert "Når kom vedtaket fram?" in form
    came = {"on": "22.05.2026", "how": "Fikk det fra hånd til hånd"}
    assert kari.send(at(decision, "kommet/", whom), **came).endswith("?gjort=kommet")
    page = words(kari.see(at(decision)))
    assert "fredag 12. juni" in page
    assert "Underretningen om vedtaket kom fram fredag 22. mai 2026." in page
    assert "Tre uker ender på samme ukedag: fredag 12. juni 2026" in page


def test_a_day_that_cannot_be_is_told_at_the_field_and_what_was_typed_stays(kari: Browser, decision: Decision) -> None:
    whom = lise(decision).id
    kari.send(at(decision, "", whom), route="hand")
    page = kari.send(
        at(decision, "kommet/", whom), status=422, on="23.05.2026", how="Har bekreftet at brevet er kommet"
    )
    assert "Velg en dag fra det ble sendt, og ikke senere enn i dag." in words(page)
    assert 'name="on_day" inputmode="numeric" size="2" maxlength="20" autocomplete="off" value="23"' in page


def test_digitally_it_asks_whether_the_phone_is_safe(
    world: World, kari: Browser, decision: Decision, tmp_path: Path
) -> None:
    one = lise(decision)
    assert one.party
    with world.as_("Kari Nesheim") as by:
        cases.open_my_page(decision.case_id, one.party.person_id, by=by, at=FRIDAY)
    page = kari.send(at(decision, "", one.id), status=422, route="digital", phone="00 00 99 11")
    assert "Spør personen om telefonen er trygg" in words(page)
    assert "00 00 99 11" in page.replace("\N{NO-BREAK SPACE}", " ")
    kari.send(at(decision, "", one.id), route="digital", phone="00 00 99 11", safe="on")
    jobs.tell(at=FRIDAY, pager=FolderPager(tmp_path))
    page = words(kari.see(at(decision)))
    assert "Varslet fredag 22. mai klokka 09.00 , ikke åpnet." in page
    assert "fredag 12. juni" in page


def test_a_way_that_is_not_there_is_refused_in_the_form(kari: Browser, decision: Decision) -> None:
    page = words(
        kari.send(at(decision, "", lise(decision).id), status=409, route="digital", phone="00 00 99 11", safe="on")
    )
    assert "Min side er ikke åpnet for personen i denne saken." in page


def test_paragraphs_are_left_out_of_one_copy_with_ground_and_reason_and_let_in_again(
    kari: Browser, decision: Decision
) -> None:
    whom = lise(decision).id
    form = kari.see(at(decision, "utelat/", whom))
    assert 'value="facts:0"' in form
    assert 'value="decided:0"' not in form
    assert "Velg hjemmelen." in words(kari.send(at(decision, "utelat/", whom), status=422, paragraphs="facts:0"))
    said = {"paragraphs": ["facts:0", "child:1"], "ground": "fvl-19-2-a", "reasons": "Fars helse", "told": "yes"}
    kari.send(at(decision, "utelat/", whom), **said)
    page = words(kari.see(at(decision)))
    assert "Utelatt i dette eksemplaret: 2" in page
    assert "Brevet sier at noe er utelatt." in page
    letter = of_letter(Letter(kari.paper(at(decision, "brev.pdf", whom)), "", 1))
    assert letter.count("Her er noe utelatt.") == 2
    with acting("owner"):
        made = Withholding.objects.filter(addressee_id=whom, section="facts").get()
    kari.send(at(decision, f"utelat/{made.id}/ta-inn/", whom))
    assert "Utelatt i dette eksemplaret: 1" in words(kari.see(at(decision)))


def test_a_lawyer_is_set_down_and_gets_a_letter_at_the_office(kari: Browser, decision: Decision) -> None:
    kari.send(at(decision, "fullmektig/", lise(decision).id), name="Advokat Nora Lie")
    with acting("owner"):
        lawyer = Addressee.objects.get(name="Advokat Nora Lie")
    page = kari.send(at(decision, "", lawyer.id), status=422, route="post")
    assert "Skriv adressen brevet skal til." in words(page)
    assert 'value="digital"' not in page
    sent = kari.client.post(at(decision, "", lawyer.id), {"route": "post", "address": "Torget 1\n9998 Solvik"})
    assert sent.status_code == 302
    with acting("owner"):
        copy = Copy.objects.get(addressee=lawyer)
    assert "Torget 1" in of_letter(Letter(bytes(copy.pdf), "", 1))


def test_all_on_paper_come_in_one_pile_each_on_sheets_of_its_own(kari: Browser, decision: Decision) -> None:
    with acting("owner"):
        everybody = list(Addressee.objects.filter(decision=decision, standing="party"))
    assert kari.client.get(at(decision, "alle.pdf")).status_code == 404
    for one in everybody:
        kari.send(at(decision, "", one.id), route="hand")
    pages = of_letter(Letter(kari.paper(at(decision, "alle.pdf")), "", 1))
    assert pages.count("Vi har tatt en avgjørelse om Emil Nygård.") == 2
    assert "Skriv ut alle på papir" in words(kari.see(at(decision)))


def test_whoever_may_not_send_is_offered_nothing_to_send_with(
    world: World, settings: Any, monkeypatch: pytest.MonkeyPatch, decision: Decision
) -> None:
    ola = opened_desk(world, settings, monkeypatch, at=FRIDAY)("Ola Brandvold")
    assert ola.client.get(at(decision)).status_code == 404
    assert ola.client.get(at(decision, "brev.pdf", lise(decision).id)).status_code == 404


def test_another_decision_s_addressee_is_not_there(world: World, kari: Browser, decision: Decision) -> None:
    from oppvekst.domain.decisions.tests.family import begun

    with world.as_("Kari Nesheim") as by:
        other = begun(decision.case_id, by=by, at=timezone.now())
    assert kari.client.get(at(other, "brev.pdf", lise(decision).id)).status_code == 404
