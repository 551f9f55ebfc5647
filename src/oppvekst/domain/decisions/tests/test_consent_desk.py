"""The pages of consents: the matrix, an answer, a yes taken back, the paper for each, and what a parent never sees."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.actions import Known
from oppvekst.domain.decisions.models import Consent, ConsentText
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.models import Grant
from oppvekst.ground.journal.models import Look
from oppvekst.ground.letters import Letter
from oppvekst.ground.letters.tests.reading import text as read
from tests.desk import TUESDAY, Browser, Come, opened_desk, questions, words
from tests.world import World

BODY = "Råd og veiledning hjemme hver uke i seks måneder."
FATHERS_STREET = "Bakkeveien 4"


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def family(world: World) -> dict[str, UUID]:
    """Filip's case; he lives with Anne, Henrik has responsibility too."""
    with world.as_("Kari Nesheim") as kari:
        child = Details(given_name="Filip", family_name="Moe", birth_date=date(2017, 4, 2))
        case = cases.open_case(child, by=kari, at=TUESDAY, reason=Grant.Reason.ASSIGNED)
        said: dict[str, Any] = {"parental_responsibility": True, "source": "Folkeregisteret", "by": kari, "at": TUESDAY}
        people = {}
        for part, name, street in (("mother", "Anne", "Fjordgata 1"), ("father", "Henrik", FATHERS_STREET)):
            details = Details(given_name=name, address_lines=(street,), postal_code="9998", place="Solvik")
            people[part] = cases.add_party(case.id, details, part, **said).person_id
        home = Known(valid_from=date(2024, 8, 1), source="Folkeregisteret", checked_on=TUESDAY.date())
        cases.note_residence(case.id, "one", home, person_id=people["mother"], by=kari, at=TUESDAY)
    return {"case": case.id, "child": case.child_id, **people}


def ask(kari: Browser, family: dict[str, UUID], **more: Any) -> str:
    """The address of a text that was asked about."""
    filled = {"kind": "help_at_home", "body": BODY, "ground": "ordinary", **more}
    return kari.send(f"/saker/{family['case']}/samtykke/nytt/", **filled).partition("?")[0]


def answer(**more: str) -> dict[str, str]:
    return {
        "said": "given", "form": "written", "told": "At det er frivillig.", "said_on_day": "24", "said_on_month": "11",
        "said_on_year": "2026", "language": "bokmål", **more,
    }  # fmt: skip


def test_the_list_is_empty_until_somebody_is_asked_and_then_shows_whose_yes_is_missing(
    desk: Come, family: dict[str, UUID]
) -> None:
    kari = desk("Kari Nesheim")
    place = f"/saker/{family['case']}/samtykke/"
    assert "Ingen er spurt ennå" in words(kari.see(place))
    ask(kari, family)
    text = words(kari.see(place))
    assert "Anne må si ja, og har ikke svart." in text
    assert "Fast hos én av foreldrene: Anne" in text


def test_the_matrix_says_who_is_asked_heard_and_told_with_the_section_and_how_sure_it_is(
    desk: Come, family: dict[str, UUID]
) -> None:
    kari = desk("Kari Nesheim")
    text = words(kari.see(ask(kari, family)))
    assert "Anne Må si ja Hvorfor Barnet bor fast hos Anne, som bestemmer dette." in text
    assert "Henrik Informeres Hvorfor Henrik har foreldreansvar, men barnet bor ikke fast der." in text
    assert "Filip Moe Høres" in text
    assert "Dette bygger på forarbeider eller veiledning" in text


def test_a_yes_is_written_and_then_taken_back_and_what_is_done_is_chosen(desk: Come, family: dict[str, UUID]) -> None:
    kari = desk("Kari Nesheim")
    here = ask(kari, family)
    mother = f"{here}{family['mother']}/"
    assert "Derfor spørres Anne" in words(kari.see(f"{mother}svar/"))
    text = words(kari.see(kari.send(f"{mother}svar/", **answer(form="oral", interpreter="Tigrinja, på telefon"))))
    assert "Svaret er skrevet ned" in text
    assert "I kraft av foreldreansvar. Kilde: Folkeregisteret" in text
    assert "tolk: Tigrinja, på telefon" in text
    assert "Be Anne om skriftlig samtykke" in words(kari.see("/min-dag/"))
    before = words(kari.see(f"{mother}trekk/"))
    assert "Be nemnda pålegge hjelpetiltak" in before
    assert "vurderer tjenesten hva som nå er lovlig å gjøre" in before
    fallen = kari.see(kari.send(f"{mother}trekk/", **answer(form="oral", reasons="Vil ikke mer.")))
    assert "Anne trakk samtykket" in words(fallen)
    found = re.search(r'href="(/samtykke/svar/[^"]+)"', fallen)
    assert found
    assert "Skriv hvorfor dette er det riktige nå." in words(kari.send(found[1], status=422, way="end", reasons=" "))
    text = words(kari.see(kari.send(found[1], way="end", reasons="Familien klarer seg.")))
    assert "Etter at samtykket falt: Avslutte tiltaket . Familien klarer seg." in text
    assert "Noen har allerede skrevet" in words(kari.see(found[1]))


def test_what_lacks_in_an_answer_is_said_at_its_field_and_what_was_typed_stays(
    desk: Come, family: dict[str, UUID]
) -> None:
    kari = desk("Kari Nesheim")
    place = f"{ask(kari, family)}{family['mother']}/svar/"
    page = kari.send(place, status=422, **answer(said="refused", witness="Tone Vik"))
    assert "«Ville ikke si hvorfor» er også et svar." in words(page)
    assert 'value="Tone Vik"' in page
    assert "Hva fikk personen vite først" in words(kari.send(place, status=422, **answer(told=" ")))
    assert not Consent.objects.exists()


def test_whoever_is_only_told_gives_no_answer(desk: Come, family: dict[str, UUID]) -> None:
    kari = desk("Kari Nesheim")
    page = kari.send(f"{ask(kari, family)}{family['father']}/svar/", status=409, **answer())
    assert "får vite om vedtaket" in words(page)


def test_changed_words_are_a_new_text_and_the_old_answer_is_shown_as_such(desk: Come, family: dict[str, UUID]) -> None:
    kari = desk("Kari Nesheim")
    here = ask(kari, family)
    kari.send(f"{here}{family['mother']}/svar/", **answer())
    filled = {"kind": "help_at_home", "body": f"{BODY} Også i helgene.", "ground": "ordinary"}
    text = words(kari.see(kari.send(f"{here}endre/", **filled)))
    assert "Teksten er endret etter at Anne sa ja. Spør på nytt." in text
    assert "Svar på en tidligere tekst." in text
    assert "Lukket" in words(kari.see(here))
    assert "Det kan ikke svares på den" in words(kari.see(f"{here}{family['mother']}/svar/"))


def test_where_one_of_them_lives_is_not_written_into_words_that_both_get(desk: Come, family: dict[str, UUID]) -> None:
    kari = desk("Kari Nesheim")
    filled = {"kind": "help_at_home", "body": f"Veiledning i {FATHERS_STREET}.", "ground": "ordinary"}
    page = kari.send(f"/saker/{family['case']}/samtykke/nytt/", status=422, **filled)
    assert "Teksten har en adresse eller et telefonnummer til noen i saken." in words(page)
    assert not ConsentText.objects.exists()


@pytest.mark.parametrize(("language", "title"), [("nb", "Vi spør om ditt samtykke"), ("en", "We ask for your consent")])
def test_the_paper_holds_the_words_and_nothing_about_the_other_parent(
    desk: Come, family: dict[str, UUID], language: str, title: str
) -> None:
    kari = desk("Kari Nesheim")
    here = ask(kari, family, kind="voluntary_placement_3_2")
    for who, own, others in (
        ("mother", "Fjordgata 1", (FATHERS_STREET, "Henrik")),
        ("father", FATHERS_STREET, ("Anne",)),
    ):
        pdf = kari.paper(f"{here}{family[who]}/skjema.pdf?sprak={language}")
        said = " ".join(read(Letter(pdf, "", 0)).split())
        assert title in said
        assert BODY in said
        assert own in said
        assert not [other for other in others if other in said]
    assert {"consent.list", "consent.letter"} <= {each.kind for each in Look.objects.filter(case_id=family["case"])}


def test_no_paper_leaves_while_everything_is_held_back_from_the_parents(
    desk: Come, family: dict[str, UUID], world: World
) -> None:
    kari = desk("Kari Nesheim")
    here = ask(kari, family)
    with world.as_("Kari Nesheim") as by:
        cases.hold(family["case"], "Avhør er ikke holdt.", by=by, at=TUESDAY)
    assert "Ingenting til foreldrene nå" in words(kari.see(here))
    response = kari.client.get(f"{here}{family['mother']}/skjema.pdf")
    assert response.status_code == 409
    assert "holdt tilbake" in words(response.content.decode())


def test_a_change_of_residence_at_the_page_of_people_puts_the_other_parent_on_the_agenda(
    desk: Come, family: dict[str, UUID]
) -> None:
    kari = desk("Kari Nesheim")
    kari.send(f"{ask(kari, family)}{family['mother']}/svar/", **answer())
    assert "Henrik" not in words(kari.see("/min-dag/"))
    typed = {
        "living": "shared",
        "source": "Avtale",
        "valid_from_day": "1",
        "valid_from_month": "12",
        "valid_from_year": "2026",
    }
    checked = {"checked_on_day": "24", "checked_on_month": "11", "checked_on_year": "2026"}
    kari.send(f"/saker/{family['case']}/mennesker/bosted/", **typed, **checked)
    assert "Spør Henrik om samtykke" in words(kari.see("/min-dag/"))


def test_the_leader_chooses_where_the_law_is_silent_and_a_case_worker_reads(
    desk: Come, family: dict[str, UUID]
) -> None:
    kari, marit = desk("Kari Nesheim"), desk("Marit Solheim")
    page = words(kari.see("/samtykke/regler/"))
    assert "Barnevernslederen velger." in page
    day = {"valid_from_day": "24", "valid_from_month": "11", "valid_from_year": "2026"}
    kari.send("/samtykke/regler/velg/?valg=other_holder", status=409, value="always", reasons="x", **day)
    done = marit.send("/samtykke/regler/velg/?valg=other_holder", value="always", reasons="Råd fra advokaten.", **day)
    assert "Valgt av Marit Solheim, fra" in words(marit.see(done))
    ask(kari, family)
    assert "Henrik må si ja" in words(kari.see(f"/saker/{family['case']}/samtykke/"))


def test_ten_texts_and_one_cost_the_same_number_of_questions(desk: Come, family: dict[str, UUID]) -> None:
    kari = desk("Kari Nesheim")
    place = f"/saker/{family['case']}/samtykke/"
    ask(kari, family)
    one = questions(kari, place)
    for number in range(3):
        ask(kari, family, body=f"{BODY} Del {number}.")
    assert questions(kari, place) == one
