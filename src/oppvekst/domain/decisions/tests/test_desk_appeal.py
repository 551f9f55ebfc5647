"""The pages of appeals: what they show, what they refuse and keep, and who finds nothing."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import pypdf
import pytest

from oppvekst.domain.decisions.models import Addressee, Appeal, Decision, StayRequest
from oppvekst.domain.decisions.tests.family import family, signed
from oppvekst.domain.decisions.tests.test_appeal import sent
from oppvekst.law.calendar import OSLO
from tests.desk import Browser, Come, opened_desk, words
from tests.world import World

TUESDAY = datetime(2026, 5, 26, 9, 0, tzinfo=OSLO)


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch, at=TUESDAY)


@pytest.fixture
def decision(world: World) -> Decision:
    found = signed(world, family(world))
    sent(found)
    return found


def lise(decision: Decision) -> str:
    return str(next(one.id for one in Addressee.objects.filter(decision=decision) if one.name.startswith("Lise")))


def came(decision: Decision, **other: Any) -> dict[str, Any]:
    """Lise's letter of 18 May, which came two days later."""
    typed = {
        "addressee": lise(decision), "appellant": "party", "channel": "post", "received_on": "20.05.2026",
        "posted_on": "18.05.2026", "says": "Vi klarer oss selv.", "wants": "Ingen veiledning.",
    }  # fmt: skip
    return typed | other


def register(kari: Browser, decision: Decision, **other: Any) -> str:
    """An appeal by its address."""
    return kari.send(f"/vedtak/{decision.id}/klage/", **came(decision, **other)).partition("?")[0]


EXAMINED = {
    "new": "Ingenting er nytt.", "child_heard": "Emil fikk forklart klagen.", "others_told": "Morten fikk brev.",
    "assessed": "Behovet er det samme.", "founded": "no",
}  # fmt: skip


def test_an_appeal_is_registered_from_the_decision_and_its_counting_is_shown(desk: Come, decision: Decision) -> None:
    kari = desk("Kari Nesheim")
    text = words(kari.see(f"/vedtak/{decision.id}/"))
    assert "Ingen har klaget" in text
    assert "Klagen går til statsforvalteren." in text
    page = register(kari, decision)
    text = words(kari.see(page))
    assert "Klagen er i tide" in text
    assert "Brevet ble lagt i posten mandag 18. mai 2026 og kom onsdag 20. mai 2026." in text
    assert "Klagefristen for denne klageren er ute torsdag 28. mai 2026." in text
    assert "Klage fra Lise Nygård" in words(kari.see(f"/vedtak/{decision.id}/"))
    assert "Klage på Hjelpetiltak Mottatt" in words(kari.see(f"/saker/{decision.case_id}/"))


def test_what_was_typed_is_kept_when_something_is_wrong(desk: Come, decision: Decision) -> None:
    kari = desk("Kari Nesheim")
    typed = came(decision, addressee="", received_on="27.05.2026")
    html = kari.send(f"/vedtak/{decision.id}/klage/", status=422, **typed)
    text = words(html)
    assert "Vi klarer oss selv." in text
    assert "Velg hvem som klager, eller skriv navnet." in text
    assert "Datoen kan ikke være etter" in text
    assert not Appeal.objects.exists()


def test_it_goes_the_whole_way_to_the_county_governor_and_back(desk: Come, decision: Decision) -> None:
    kari = desk("Kari Nesheim")
    page = register(kari, decision)
    kari.send(f"{page}i-tide/")
    assert "Skriv hva barnet mener" not in kari.see(f"{page}undersok/")
    kari.send(f"{page}undersok/", **EXAMINED)
    text = words(kari.see(page))
    assert "Vi kan bare endre vedtaket når vi finner klagen begrunnet" in text
    assert "Ingenting er nytt." in text
    kari.send(
        f"{page}send/", recipient="Statsforvalteren\nPostboks 1\n9998 Solvik", statement="Vedtaket står.",
        enclosures=["appeal", "decision"], more="Plan for tiltaket", copy_to_party="I posten i dag",
    )  # fmt: skip
    letter = pypdf.PdfReader(io.BytesIO(kari.paper(f"{page}oversendelse.pdf")))
    told = " ".join(each.extract_text() for each in letter.pages)
    for said in (
        "Statsforvalteren",
        "Lise Nygård",
        "Emil Nygård",
        "Vedtaket står.",
        "Plan for tiltaket",
        "fremsatt i tide",
    ):
        assert said in told
    outcome = {"outcome": "upheld", "outcome_on": "26.05.2026", "outcome_says": "Enig med tjenesten."}
    assert "Før inn avgjørelsen" in words(kari.see(page))
    kari.send(f"{page}avgjorelse/", **outcome)
    text = words(kari.see(kari.send(f"{page}folg-opp/", follow_up="Veiledningen begynner. Familien vet det.")))
    assert "Klagen er ferdig" in text
    assert "Det er ingenting å gjøre her nå." in text


def test_a_late_appeal_is_offered_the_assessment_and_not_the_confirmation(desk: Come, decision: Decision) -> None:
    kari = desk("Kari Nesheim")
    Addressee.objects.filter(decision=decision).update(appeal_due="2026-05-15")
    page = register(kari, decision)
    text = words(kari.see(page))
    assert "Klagen er 3 dager for sen (dl § 148)." in text
    assert "Vurder om den likevel skal behandles." in text
    assert "Klagen kom etter at fristen var ute." in words(kari.see(f"{page}i-tide/"))
    assert "Skriv hvorfor" in words(kari.send(f"{page}for-sen/", status=422, excuse="none"))
    kari.send(f"{page}for-sen/", excuse="none", late_reasons="Ingen grunn er nevnt.")
    assert "Den skal avvises." in words(kari.see(page))
    marit = desk("Marit Solheim")
    marit.send(f"{page}avvis/", ground="late", reject_reasons="Fristen var ute.")
    assert "Avvist" in words(marit.see(page))


def test_one_who_may_not_sign_is_told_who_can(desk: Come, decision: Decision) -> None:
    kari = desk("Kari Nesheim")
    page = register(kari, decision, channel="hand")
    assert "Teamleder eller leder gjør dette." in words(kari.see(page))
    place = kari.send(f"/vedtak/{decision.id}/utsettelse/", asked_on="26.05.2026", asked_by="Lise Nygård", says="Vent.")
    assert "Teamleder eller leder avgjør om et vedtak skal vente." in words(kari.see(place))
    assert "Teamleder eller leder gjør om vedtak." in words(kari.see(f"/vedtak/{decision.id}/gjor-om/"))


def test_a_stay_is_granted_shown_on_the_decision_and_ended(desk: Come, decision: Decision) -> None:
    marit = desk("Marit Solheim")
    place = marit.send(f"/vedtak/{decision.id}/utsettelse/", asked_on="26.05.2026")
    yes = {"granted": "yes", "reasons": "Klagen bør prøves først.", "child_first": "Emil får ro."}
    assert "Skriv hva i vedtaket som ikke skal settes i verk nå." in words(marit.send(place, status=422, **yes))
    marit.send(place, **yes, stayed="Oppstarten", until="limit_over")
    assert "Vedtaket venter" in words(marit.see(f"/vedtak/{decision.id}/"))
    assert "Utsettelsen er over" in words(marit.see(place))
    marit.send(f"{place}over/", ended_reasons="Fristen er ute.")
    assert "Vedtaket venter " not in words(marit.see(f"/vedtak/{decision.id}/"))
    assert StayRequest.objects.get().state == "ended"


def test_a_decision_is_reversed_and_costs_are_claimed_and_covered(desk: Come, decision: Decision) -> None:
    marit = desk("Marit Solheim")
    why = {"ground": "invalid", "reasons": "Emil var ikke hørt.", "replaced": "yes"}
    assert "Skriv når partene fikk varsel" in words(marit.send(f"/vedtak/{decision.id}/gjor-om/", status=422, **why))
    text = words(marit.see(marit.send(f"/vedtak/{decision.id}/gjor-om/", **why, told="Brev 20. mai.")))
    assert "Opphevet som ugyldig" in text
    claim = {
        "claimant": "Lise Nygård", "claimed_on": "26.05.2026", "reached_on": "20.05.2026", "changed_by": "us",
        "changed_in_favour": "yes", "amount": "12000",
    }  # fmt: skip
    place = marit.send(f"/vedtak/{decision.id}/sakskostnader/", **claim)
    assert "onsdag 10. juni 2026" in words(marit.see(place))
    marit.send(place, step="cover_partly", granted="8000", reasons="Fire timer var nødvendig.")
    assert "Delvis dekket" in words(marit.see(f"/vedtak/{decision.id}/"))


def test_the_word_in_the_meantime_is_a_letter_in_the_appellants_words(desk: Come, decision: Decision) -> None:
    kari = desk("Kari Nesheim")
    page = register(kari, decision)
    kari.send(f"{page}forelopig-svar/", why="Vi venter på svar fra skolen.", expected="15.06.2026")
    letter = pypdf.PdfReader(io.BytesIO(kari.paper(f"{page}forelopig-svar.pdf")))
    told = letter.pages[0].extract_text()
    assert "Vi venter på svar fra skolen." in told
    assert "statsforvalteren" in told
    assert len(letter.pages) == 1


def test_a_colleague_without_the_case_finds_nothing(desk: Come, decision: Decision) -> None:
    page = register(desk("Kari Nesheim"), decision)
    ola = desk("Ola Brandvold")
    for address in (page, f"{page}undersok/", f"{page}oversendelse.pdf", f"/vedtak/{decision.id}/klage/"):
        ola.see(address, status=404)
