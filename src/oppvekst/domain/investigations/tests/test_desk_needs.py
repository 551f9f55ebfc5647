"""The assessment of a child's needs at the desk: the triangle and its list, writing alone and two at once, facts, summary."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.cases.actions import give_access
from oppvekst.domain.concerns.rules import THEMES
from oppvekst.domain.concerns.tests.desk import TUESDAY, arrive, linked
from oppvekst.domain.investigations.actions import include, open_investigation
from oppvekst.domain.investigations.models import Investigation, NeedsDraft, NeedsFact, NeedsItem, NeedsVersion
from oppvekst.domain.investigations.queries import assessment_of, grounds_of
from oppvekst.domain.investigations.tests.test_frame import filled
from oppvekst.ground.journal.models import Entry
from tests.desk import Browser, Come, opened_desk, questions, words
from tests.world import World

KARI, SIRI = "Kari Nesheim", "Siri Tveito"
SCHOOL, VIEW = "p-1-2-03", "p-1-2-03-child_view"


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def emil(world: World) -> UUID:
    """An investigation of Emil, Kari's, with Siri beside her, and how he thrives at school taken in."""
    concern_id = arrive(world)
    case_id = linked(world, concern_id)
    with world.as_(KARI) as kari:
        found = open_investigation(concern_id, reasons="Merke.", responsible=kari.person, by=kari, at=TUESDAY)
        give_access(case_id, world.staff[SIRI].id, reason="colleague", words="Skriver med.", by=kari, at=TUESDAY)
        include(found.id, "1.2.03", by=kari, at=TUESDAY)
    return found.id


def place(emil: UUID, page: str = "1.2/") -> str:
    return f"/undersokelser/{emil}/behov/{page}"


def hidden(html: str, name: str) -> str:
    """The value of a hidden field."""
    found = re.search(rf'name="{SCHOOL}-{name}" value="(\d*)"', html)
    assert found
    return found[1]


def typed(version: str = "0", go: str = "lagre", **texts: str) -> dict[str, str]:
    return {f"{SCHOOL}-version": version, "go": go, **{f"{SCHOOL}-{name}": text for name, text in texts.items()}}


def save(one: Browser, address: str, sent: dict[str, str]) -> Any:
    return one.client.post(address, sent)


def test_the_triangle_and_the_list_lead_to_the_same_eleven_themes_in_words(desk: Come, emil: UUID) -> None:
    html = desk(KARI).see(place(emil, ""))
    drawing, rest = html.split("</svg></div>", 1)
    assert re.findall(r'class="nf-link" href="([^"]+)"', drawing) == [place(emil, f"{code}/") for code in THEMES]
    assert re.findall(r'<li><a href="([^"]+behov/\d[^"]+)"', rest) == [place(emil, f"{code}/") for code in THEMES]
    assert 'aria-label="1.2 Barnehage og skole noe mangler"' in drawing
    assert "1.2 Barnehage og skole 1 aktuelt, 1 mangler noe" in words(rest)
    assert "1 av 57 punkter er aktuelt" in words(html)


def test_the_investigations_page_leads_there(desk: Come, emil: UUID) -> None:
    assert f'href="{place(emil, "")}"' in desk(KARI).see(f"/undersokelser/{emil}/")


def test_a_theme_opens_the_relevant_item_and_folds_the_others_away_with_one_button_each(desk: Come, emil: UUID) -> None:
    kari = desk(KARI)
    html = kari.see(place(emil))
    assert f'name="{VIEW}"' in html
    assert 'name="p-1-2-01-child_view"' not in html
    assert "Ikke aktuelt (2 punkter)" in words(html)
    assert kari.send(place(emil), go="med:1.2.01").endswith("/behov/1.2/?gjort=med#p-1-2-01")
    assert 'name="p-1-2-01-child_view"' in kari.see(place(emil))


def test_a_theme_where_nothing_is_relevant_says_so_and_an_unknown_theme_is_not_there(desk: Come, emil: UUID) -> None:
    kari = desk(KARI)
    assert "Ingen punkter er aktuelle ennå" in words(kari.see(place(emil, "2.4/")))
    assert kari.client.get(place(emil, "9.9/")).status_code == 404


def test_what_is_written_is_saved_as_one_act_and_the_same_again_is_none(desk: Come, emil: UUID) -> None:
    kari = desk(KARI)
    told = save(kari, place(emil), typed(child_view="Jeg vil ikke dit.", risks="Alene."))
    assert told.headers["Location"].endswith("?gjort=tema")
    html = kari.see(told.headers["Location"])
    assert "Temaet er lagret" in words(html)
    assert "Sist lagret av Kari Nesheim" in words(html)
    assert hidden(html, "version") == "1"
    again = save(kari, place(emil), typed("1", child_view="Jeg vil ikke dit.", risks="Alene."))
    assert again.headers["Location"].endswith("?gjort=uendret")
    assert (Entry.objects.filter(kind="needs.written").count(), NeedsVersion.objects.count()) == (1, 1)


def test_what_is_being_written_is_kept_without_being_saved_and_stands_there_when_one_comes_back(
    desk: Come, emil: UUID
) -> None:
    kari = desk(KARI)
    answer = kari.part(place(emil), **typed(go="", child_view="Jeg vil"))
    assert "Utkastet er lagret klokka 08.15" in words(answer.content.decode())
    assert not NeedsVersion.objects.exists()
    html = kari.see(place(emil))
    assert "Du har et utkast her som ikke er lagret" in words(html)
    assert ">\nJeg vil</textarea>" in html
    siris = words(desk(SIRI).see(place(emil)))
    assert "Kari Nesheim skriver her og har ikke lagret" in siris
    assert kari.client.post(place(emil), typed(go="kast")).headers["Location"].endswith("?gjort=kastet")
    assert "utkast her som ikke er lagret" not in words(kari.see(place(emil)))


def test_leaving_for_a_fact_or_another_item_keeps_what_was_typed(desk: Come, emil: UUID) -> None:
    kari = desk(KARI)
    on = save(kari, place(emil), typed(go="opplysning:1.2.03", child_view="Halvveis")).headers["Location"]
    assert on == place(emil, "opplysning/?punkt=1.2.03")
    html = kari.see(on)
    assert 'value="1.2.03" selected' in html
    back = kari.send(
        on, item="1.2.03", text="Borte 14 dager.", source="Solvik skole", known_on="3.11.2026",
    )  # fmt: skip
    html = kari.see(back.partition("#")[0])
    assert "Borte 14 dager. Solvik skole, tirsdag 3. november" in words(html)
    assert "Halvveis</textarea>" in html
    save(kari, place(emil), typed(go="med:1.2.01", child_view="Halvveis på vei"))
    assert "Halvveis på vei</textarea>" in kari.see(place(emil))


def test_of_two_who_write_the_same_field_the_second_sees_both_texts_and_chooses(desk: Come, emil: UUID) -> None:
    kari, siri = desk(KARI), desk(SIRI)
    save(siri, place(emil), typed(child_view="Siris ord.", strengths="Siris styrker."))
    answer = save(kari, place(emil), typed(child_view="Karis ord.", risks="Karis risiko."))
    html = answer.content.decode()
    assert answer.status_code == 409
    text = words(html)
    assert "To har skrevet i ett felt" in text
    assert "Siri Tveito lagret mens du skrev" in text
    assert "Siris ord." in text
    assert "Karis ord.</textarea>" in html
    assert "Siris styrker.</textarea>" in html
    assert "Karis risiko.</textarea>" in html
    assert (hidden(html, "version"), hidden(html, "seen")) == ("0", "1")
    # Nothing of Kari's is lost if she goes away instead, and no choice is no answer.
    assert "Siris ord." in words(kari.see(place(emil)))
    sent = typed(child_view="Karis ord.", risks="Karis risiko.", strengths="Siris styrker.") | {f"{SCHOOL}-seen": "1"}
    assert save(kari, place(emil), sent).status_code == 409
    assert save(kari, place(emil), sent | {f"{VIEW}-choice": "both"}).status_code == 302
    stands = NeedsVersion.objects.get(number=2)
    assert (stands.child_view, stands.strengths) == ("Siris ord.\n\nKaris ord.", "Siris styrker.")
    assert stands.risks == "Karis risiko."
    assert NeedsDraft.objects.get(written_by_name=KARI).texts == {}


def test_two_who_write_in_different_fields_do_not_meet(desk: Come, emil: UUID) -> None:
    save(desk(SIRI), place(emil), typed(strengths="Siris styrker."))
    assert save(desk(KARI), place(emil), typed(child_view="Karis ord.")).status_code == 302
    stands = NeedsVersion.objects.get(number=2)
    assert (stands.child_view, stands.strengths) == ("Karis ord.", "Siris styrker.")


def test_what_a_colleague_has_taken_in_since_is_not_emptied_by_a_page_that_did_not_have_it(
    world: World, desk: Come, emil: UUID
) -> None:
    siri = desk(SIRI)
    siri.send(place(emil), go="med:1.2.01")
    siri.client.post(place(emil), {"p-1-2-01-version": "0", "p-1-2-01-risks": "Siris."})
    save(desk(KARI), place(emil), typed(child_view="Karis ord."))
    assert NeedsItem.objects.get(code="1.2.01").version == 1


def test_what_was_being_written_when_a_colleague_left_the_item_out_is_kept(desk: Come, emil: UUID) -> None:
    desk(SIRI).send(place(emil), go="bort:1.2.03")
    kari = desk(KARI)
    assert save(kari, place(emil), typed(child_view="Karis ord.")).headers["Location"].endswith("uendret")
    assert "det som er skrevet, er tatt vare på" in words(kari.see(place(emil)))
    kari.send(place(emil), go="med:1.2.03")
    assert "Karis ord.</textarea>" in kari.see(place(emil))


def test_a_session_that_ends_while_one_writes_keeps_the_text(world: World, desk: Come, emil: UUID) -> None:
    kari = desk(KARI)
    kari.part(place(emil), **typed(go="", child_view="Det jeg rakk å skrive"))
    kari.client.cookies["desk"] = "ute"
    answer = save(kari, place(emil), typed(child_view="Det jeg rakk å skrive, og litt til"))
    assert answer.status_code == 401
    assert "Det jeg rakk å skrive, og litt til" in answer.content.decode()
    late = kari.part(place(emil), **typed(go="", child_view="Det jeg rakk"))
    assert "Det du skrev, står her fortsatt" in words(late.content.decode())
    assert "Det jeg rakk å skrive</textarea>" in desk(KARI).see(place(emil))


def test_signs_that_cannot_be_kept_are_told_and_nothing_typed_is_lost(desk: Come, emil: UUID) -> None:
    html = save(desk(KARI), place(emil), typed(child_view="Ord\x00", risks="Behold")).content.decode()
    assert "Teksten inneholder tegn som ikke kan lagres" in words(html)
    assert "Behold</textarea>" in html


def test_a_fact_without_source_or_day_comes_back_with_what_was_typed(desk: Come, emil: UUID) -> None:
    html = desk(KARI).send(place(emil, "opplysning/"), status=422, item="1.2.03", text="Borte 14 dager.", source="")
    assert "Skriv hvor opplysningen kommer fra." in words(html)
    assert "Borte 14 dager.</textarea>" in html


def test_a_wrong_fact_is_corrected_and_both_are_shown(world: World, desk: Come, emil: UUID) -> None:
    kari = desk(KARI)
    said = {"item": "1.2.03", "source": "Solvik skole", "known_on": "3.11.2026"}
    kari.send(place(emil, "opplysning/"), **said, text="Borte 14 dager.")
    wrong = NeedsFact.objects.get()
    on = save(kari, place(emil), typed(go=f"opplysning:1.2.03:{wrong.id}")).headers["Location"]
    assert "Borte 14 dager.</textarea>" in kari.see(on)
    back = kari.send(on, **said, text="Borte 4 dager.", corrects=str(wrong.id))
    text = words(kari.see(back.partition("#")[0]))
    assert "Opplysningen er rettet" in text
    assert "Rettet: Borte 14 dager." in text.replace("Rettet :", "Rettet:")
    assert "Borte 4 dager." in text
    assert kari.see(place(emil, "opplysning/?punkt=x&retter=y"))


def test_the_summary_grows_out_of_it_and_the_grounds_are_marked_from_it(desk: Come, emil: UUID) -> None:
    kari = desk(KARI)
    assert "Ingenting er skrevet ennå" in words(kari.see(place(emil, "oppsummering/")))
    save(kari, place(emil), typed(assessment="Han er utrygg på skolen."))
    text = words(kari.see(place(emil, "oppsummering/")))
    assert "Barnets utvikling Barnehage og skole Trivsel i barnehage og skole Barnevernsfaglig vurdering." in text
    assert kari.send(place(emil, "grunnlag/"), grounds="1.2.03") == place(emil, "oppsummering/?gjort=grunnlag")
    assert "1.2.03 Trivsel i barnehage og skole" in words(kari.see(place(emil, "oppsummering/")))
    assert [code.code for code in grounds_of(emil)] == ["1.2.03"]
    assert "Han er utrygg på skolen." in words(kari.see(place(emil, "tidligere/?punkt=1.2.03")))


def test_an_ended_investigation_shows_what_was_written_and_takes_nothing_more(desk: Come, emil: UUID) -> None:
    kari = desk(KARI)
    save(kari, place(emil), typed(assessment="Han er utrygg på skolen."))
    Investigation.objects.update(concluded_on=TUESDAY.date())
    html = kari.see(place(emil))
    assert "Han er utrygg på skolen." in html
    assert "<textarea" not in html
    answer = save(kari, place(emil), typed("1", assessment="For sent."))
    assert answer.status_code == 409
    assert "vurderingen står som den var" in words(answer.content.decode())
    assert "vurderingen står som den var" in words(kari.see(place(emil, "opplysning/")))


def test_without_anything_taken_in_a_fact_and_the_grounds_say_what_to_do_first(
    world: World, desk: Come, emil: UUID
) -> None:
    kari = desk(KARI)
    kari.send(place(emil), go="bort:1.2.03")
    for page in ("opplysning/", "grunnlag/"):
        assert "Ingen punkter er med i vurderingen ennå" in words(kari.see(place(emil, page)))
    assert "allerede lagt bort" in kari.send(place(emil), status=409, go="bort:1.2.03")


@pytest.mark.parametrize("page", ["", "1.3/", "oppsummering/"])
def test_a_page_with_everything_costs_as_many_questions_as_one_with_little(
    world: World, desk: Come, emil: UUID, page: str
) -> None:
    kari = desk(KARI)
    with world.as_(KARI) as one:
        include(emil, "1.3.01", by=one, at=TUESDAY)
    few = questions(kari, place(emil, page))
    assessment = assessment_of(emil)
    assert assessment is not None
    filled(assessment)
    assert questions(kari, place(emil, page)) == few
