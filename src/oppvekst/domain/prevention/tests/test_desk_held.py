"""Noting what was held, at the desk: discussions without names, those by consent, evenings, interpreters, work with others."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from oppvekst.domain.cases.models import Case
from oppvekst.domain.prevention import actions
from oppvekst.domain.prevention.models import Activity, AgreedDiscussion, Booking, Evening, HeldDiscussion
from oppvekst.domain.prevention.rules import Held
from oppvekst.domain.prevention.tests.asking import GEIR, MARIT, WEDNESDAY, arranged, signed_up
from oppvekst.domain.prevention.tests.test_seen_by_whom import comes_to_nothing
from oppvekst.ground.journal.models import Entry
from tests.desk import Browser, Come, opened_desk, questions, words
from tests.world import World

DISCUSSIONS, AGREED, ACTIVITIES, FIGURES = (
    "/forebygging/drofting/", "/forebygging/med-samtykke/", "/forebygging/arbeid/", "/forebygging/tall/",
)  # fmt: skip
A_TALK = {
    "body": "kindergarten", "topic": "everyday", "age": "0_2", "way": "phone", "minutes": "20", "advice": ["talk", "listened"],
    "held_on": "4.11.2026", "words": "", "kept_reason": "",
}  # fmt: skip
AN_AGREED = {
    "about": "Liam, 4 år", "body": "kindergarten", "consented": "mother", "consent_by": "Moren til Liam",
    "consented_on": "2.11.2026", "held_on": "4.11.2026", "words": "Kveldene er vanskelige.",
}  # fmt: skip
A_TEAM = {
    "kind": "district_team", "title": "Bydelsteam Havblikk", "area": "Havblikk", "held_on": "4.11.2026", "ends_on": "",
    "members": ["school", "health_nurse"], "themes": ["cooperation"], "reached": "", "minutes": "90",
}  # fmt: skip
THURSDAY = WEDNESDAY + timedelta(days=1)


@pytest.fixture
def come(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    """Wednesday morning at the desk."""
    return opened_desk(world, settings, monkeypatch, at=WEDNESDAY)


@pytest.fixture
def geir(come: Come) -> Browser:
    """Geir has sat down."""
    return come(GEIR)


def noted(world: World, *, by: str = GEIR, at: datetime = WEDNESDAY, **other: Any) -> Any:
    """A discussion that somebody has noted."""
    told: dict[str, Any] = {
        "held_on": at.date(), "body": "school", "topic": "bounds", "age": "6_12", "way": "phone", "minutes": 15,
        "advice": ("talk",),
    } | other  # fmt: skip
    with world.as_(by) as one:
        return actions.note_discussion(Held(**told), by=one, at=at)


# I4: discussions without names


def test_a_discussion_is_noted_with_six_choices_and_nowhere_to_write_a_name(world: World, geir: Browser) -> None:
    page = geir.see(f"{DISCUSSIONS}ny/")
    assert "ikke noe felt for navn" in words(page)
    assert not [name for name in ("name", "child", "about", "phone") if f'name="{name}"' in page]
    address = geir.send(f"{DISCUSSIONS}ny/", **A_TALK)
    row = HeldDiscussion.objects.get()
    assert (row.topic, row.age, row.minutes, row.advice, row.words) == ("everyday", "0_2", 20, ["talk", "listened"], "")
    page = words(geir.see(address))
    for told in ("Drøftingen er ført", "Søvn, mat og hverdag", "Barnehage", "0–2 år", "20 minutter"):
        assert told in page
    assert not Case.objects.exists()
    told_in_journal = Entry.objects.get(subject=row.id)
    assert told_in_journal.says == "En anonym drøfting ble ført."
    assert not told_in_journal.facts


def test_words_that_tell_who_it_is_are_stopped_gently_and_mended_or_kept_with_a_reason(
    world: World, geir: Browser
) -> None:
    page = geir.send(f"{DISCUSSIONS}ny/", status=422, **A_TALK | {"words": "Anna-Lise bor i Fjordgata 12."})
    for told in ("«Fjordgata 12» ser ut som en adresse.", "«Anna-Lise» ser ut som et navn", 'name="kept_reason"'):
        assert told in page
    assert 'value="20"' in page, "det som er skrevet, står"
    assert not HeldDiscussion.objects.exists()
    geir.send(f"{DISCUSSIONS}ny/", **A_TALK | {"words": "Boka om Emil.", "kept_reason": "Navnet på en bok."})
    row = HeldDiscussion.objects.get()
    assert (row.kept_as, row.kept_reason) == (["name"], "Navnet på en bok.")
    assert "Emil" not in str(list(Entry.objects.values_list("says", "facts")))


def test_an_identity_number_is_never_kept_whatever_the_reason(geir: Browser) -> None:
    sent = A_TALK | {"words": "24911688123", "kept_reason": "Det er ikke et fødselsnummer."}
    page = geir.send(f"{DISCUSSIONS}ny/", status=422, **sent)
    assert "kan aldri stå her" in page
    assert not HeldDiscussion.objects.exists()


def test_the_first_name_of_somebody_who_has_signed_up_is_known(world: World, geir: Browser) -> None:
    signed_up(world, arranged(world), name="Zebib")
    page = geir.send(f"{DISCUSSIONS}ny/", status=422, **A_TALK | {"words": "zebib spør om søvn"})
    assert "«zebib» ser ut som et navn" in page


def test_a_form_with_nothing_chosen_says_what_to_choose(geir: Browser) -> None:
    page = geir.send(f"{DISCUSSIONS}ny/", status=422, minutes="mange", held_on="32.13.2026")
    for told in ("Hvem ville drøfte?", "Skriv et helt tall"):
        assert told in page
    assert "Velg" in page


def test_it_is_mended_and_taken_back_the_same_day_by_who_wrote_it(world: World, geir: Browser) -> None:
    one = f"{DISCUSSIONS}{noted(world, words='Faste kvelder.')}/"
    assert 'value="15"' in geir.see(f"{one}?rett")
    assert "Drøftingen er rettet" in geir.see(geir.send(one, **A_TALK | {"minutes": "35"}))
    assert HeldDiscussion.objects.get().minutes == 35
    assert "tatt bort" in geir.see(geir.send(f"{one}ta-bort/"))
    row = HeldDiscussion.objects.get()
    assert (row.words, row.taken_back_at) == ("", WEDNESDAY)
    assert "Ingen drøftinger er ført ennå" in geir.see(DISCUSSIONS)
    assert "Denne drøftingen er tatt bort." in geir.send(f"{one}ta-bort/", status=409)


def test_next_day_and_by_a_colleague_it_stands(world: World, come: Come, monkeypatch: pytest.MonkeyPatch) -> None:
    one = f"{DISCUSSIONS}{noted(world)}/"
    marit = come(MARIT)
    assert "Bare den som førte drøftingen" in marit.send(f"{one}ta-bort/", status=409)
    assert "Ta bort" not in words(marit.see(one))
    monkeypatch.setattr(timezone, "now", lambda: THURSDAY)
    geir = come(GEIR)
    assert "samme dag" in geir.send(one, status=409, **A_TALK)
    assert HeldDiscussion.objects.get().minutes == 15
    with world.as_(MARIT):
        assert comes_to_nothing("update prevention_helddiscussion set minutes = 1 returning id")


def test_the_list_is_chosen_by_theme_body_and_time_with_only_codes_in_the_address(world: World, geir: Browser) -> None:
    noted(world)
    noted(world, topic="violence", body="kindergarten")
    page = words(geir.see(f"{DISCUSSIONS}?tema=violence&hvem=kindergarten&tid=30"))
    assert "Vold og overgrep 6–12 år" in page
    assert "Grenser og oppdragelse 6–12 år" not in page
    assert "Ingen treff" in geir.see(f"{DISCUSSIONS}?tema=violence&tid=i-fjor")
    assert "Emil" not in geir.see(f"{DISCUSSIONS}?tema=Emil&tid=x")


def test_the_page_shows_the_door_from_a_discussion_to_a_concern_and_nothing_leads_there_by_itself(
    world: World, geir: Browser
) -> None:
    page = words(geir.see(DISCUSSIONS))
    for told in (
        "En drøfting blir aldri en melding",
        "De du drøfter med, melder selv",
        "Plikten er din egen. Skriv meldingen i ditt eget navn, som en ny melding.",
    ):
        assert told in page


def test_ten_discussions_and_a_thousand_cost_the_same(world: World, geir: Browser) -> None:
    def fill(number: int) -> None:
        HeldDiscussion.objects.bulk_create(
            HeldDiscussion(
                municipality=world.solvik, noted_at=WEDNESDAY, noted_by=world.staff[GEIR].id, held_on=WEDNESDAY.date(),
                body="school", topic="bounds", age="3_5", way="phone", minutes=10, advice=["talk"],
            )
            for _ in range(number)
        )  # fmt: skip

    fill(10)
    few = questions(geir, DISCUSSIONS), questions(geir, FIGURES)
    fill(990)
    assert (questions(geir, DISCUSSIONS), questions(geir, FIGURES)) == few


def test_one_by_name_wants_the_familys_yes_and_is_gone_when_they_take_it_back(world: World, geir: Browser) -> None:
    for lacking in ({"consent_by": ""}, {"consented_on": "5.11.2026"}):
        geir.send(f"{AGREED}ny/", status=422, **AN_AGREED | lacking)
    one = geir.send(f"{AGREED}ny/", **AN_AGREED)
    page = words(geir.see(one))
    for told in ("Liam, 4 år", "Moren til Liam", "Ikke en sak, og ikke i registeret"):
        assert told in page
    assert "Liam" not in geir.see(AGREED), "navnet står bare på siden som skriver ned hvem som har sett den"
    assert not (HeldDiscussion.objects.exists() or Case.objects.exists())
    assert "Liam" not in str(list(Entry.objects.values_list("says", "facts")))
    geir.send(f"{one.partition('?')[0]}trekk/")
    row = AgreedDiscussion.objects.get()
    assert (row.about, row.consent_by, row.words, row.withdrawn_on) == ("", "", "", WEDNESDAY.date())
    geir.send(f"{one.partition('?')[0]}trekk/", status=409)


@pytest.mark.parametrize("forged", [{"topic": "Emil Sunde"}, {"advice": '["Emil"]'}, {"words": "24911688123"}])
def test_with_sql_of_ones_own_no_name_is_put_in_a_code(world: World, forged: dict[str, str]) -> None:
    noted(world)
    ((column, value),) = forged.items()
    with world.as_(GEIR):
        assert comes_to_nothing(f"update prevention_helddiscussion set {column} = %s returning id", value)


# F2: groups for families who are new in Norway


def test_f2_an_evening_is_noted_as_three_numbers_and_mended(world: World, geir: Browser) -> None:
    group_id = arranged(world)
    one = f"/forebygging/grupper/{group_id}/"
    came = {"held_on": "17.9.2026", "families": "11", "adults": "15", "children": "9"}
    assert "11 familier, 15 voksne, 9 barn" in words(geir.see(geir.send(f"{one}oppmote/", **came)))
    assert 'value="11"' in geir.see(f"{one}oppmote/?dag=2026-09-17")
    geir.send(f"{one}oppmote/", **came | {"families": "10"})
    assert Evening.objects.get().families == 10
    assert "Ikke holdt" in geir.see(
        geir.send(f"{one}oppmote/", **came | {"families": "0", "adults": "0", "children": "0"})
    )
    assert "Gruppekvelder 0" in words(geir.see(FIGURES))
    for wrong in ({"held_on": "5.11.2026"}, {"held_on": "16.9.2026"}, {"families": "-1"}, {"adults": "mange"}):
        geir.send(f"{one}oppmote/", status=422, **came | wrong)
    geir.see(f"{one}oppmote/?dag=tull")
    assert {field.name for field in Evening._meta.fields} == {
        "id", "municipality", "noted_at", "noted_by", "group", "held_on", "families", "adults", "children",
    }  # fmt: skip


def test_f2_a_child_never_interprets_and_an_unqualified_one_only_while_the_dispensation_lasts(
    world: World, geir: Browser
) -> None:
    group_id = arranged(world)
    one = f"/forebygging/grupper/{group_id}/tolk/"
    tolk = {
        "language": "ti", "name": "Haile Tekle", "relation": "stranger", "competence": "qualified", "why": "",
        "first_on": "17.9.2026", "last_on": "5.11.2026",
    }  # fmt: skip
    page = geir.send(one, status=409, **tolk | {"relation": "child"})
    assert "Barn skal ikke tolke" in page
    assert "tolkeloven § 4" in page
    assert 'value="Haile Tekle"' in page
    geir.send(one, status=409, **tolk | {"relation": "family"})
    unqualified = tolk | {"competence": "dispensation", "why": "Ingen kvalifisert tolk i tigrinja var ledig."}
    page = geir.send(one, status=422, **unqualified | {"last_on": "7.1.2027"})
    assert "torsdag 31. desember 2026" in page
    geir.send(one, status=422, **unqualified | {"why": ""})
    signed_up(world, group_id, name="Selam")
    assert "kan ikke tolke" in geir.send(one, status=422, **tolk | {"name": "selam"})
    geir.send(one, **unqualified)
    page = words(geir.see(geir.send(one, **tolk | {"language": "prs"})))
    assert "Kvalifisert, oppført i Nasjonalt tolkeregister" in page
    first = Booking.objects.get(language="ti")
    geir.send(f"/forebygging/grupper/tolk/{first.id}/avbestill/")
    geir.send(f"/forebygging/grupper/tolk/{first.id}/avbestill/", status=409)
    assert Booking.objects.filter(cancelled_at=None).count() == 1


@pytest.mark.parametrize(
    ("kind", "title"),
    [("refugees", "Kveld på mottaket"), ("rights", "Klassebesøk om rettigheter"), ("competence", "Kurs")],
)
def test_f2_information_and_competence_projects_are_noted_with_how_many_they_reached(
    geir: Browser, kind: str, title: str
) -> None:
    sent = A_TEAM | {"kind": kind, "title": title, "members": [], "reached": "24", "ends_on": "6.11.2026"}
    page = words(geir.see(geir.send(f"{ACTIVITIES}ny/", **sent)))
    for told in (title, "Nådde omtrent 24", "90 minutter"):
        assert told in page
    assert Activity.objects.get().ends_on == date(2026, 11, 6)


# F1: district teams across services


def test_f1_a_district_teams_meeting_tells_who_was_there_as_services_and_no_child(world: World, geir: Browser) -> None:
    page = geir.send(f"{ACTIVITIES}ny/", status=422, **A_TEAM | {"members": []})
    assert "Velg hvem som var med i teamet." in page
    one = geir.send(f"{ACTIVITIES}ny/", **A_TEAM).partition("?")[0]
    page = words(geir.see(one))
    assert "Skole eller SFO Helsestasjon eller skolehelsetjeneste" in page
    for name in ("24911688123", "Om jente f. 3.4.2019", "Ring 00 00 12 50"):
        geir.send(one, status=422, **A_TEAM | {"title": name})
    geir.send(one, **A_TEAM | {"title": "Bydelsteam Havblikk, høst"})
    assert Activity.objects.get().title == "Bydelsteam Havblikk, høst"
    gone = geir.send(f"{one}ta-bort/")
    assert "Angre" in geir.see(gone)
    assert "Ingenting er ført ennå" in geir.see(ACTIVITIES)
    geir.send(one, status=409, **A_TEAM)
    geir.send(f"{one}angre/")
    assert "Bydelsteam Havblikk, høst" in geir.see(f"{ACTIVITIES}?slag=district_team")
    assert "Ingen treff" in geir.see(f"{ACTIVITIES}?slag=parents")


def test_f1_each_school_has_its_contact_and_the_room_shows_the_way(geir: Browser) -> None:
    page = words(geir.see("/forebygging/kontakter/"))
    for part in ("Drøftinger", "Arbeid med andre", "Kontaktpersoner", "Året i tall"):
        assert part in page


# F3: discussions by phone, at meetings, on request


@pytest.mark.parametrize("way", ["phone", "staff", "department", "parents", "group", "asked"])
def test_f3_a_discussion_is_held_in_each_of_the_ways_there_are(world: World, geir: Browser, way: str) -> None:
    geir.send(f"{DISCUSSIONS}ny/", **A_TALK | {"way": way})
    assert HeldDiscussion.objects.get().way == way


# The year in figures


def test_the_year_hides_what_is_small_and_what_would_give_it_away_on_the_page_and_in_the_file(
    world: World, come: Come
) -> None:
    for _ in range(7):
        noted(world)
    for _ in range(2):
        noted(world, topic="violence", body="kindergarten", age="3_5")
    marit = come(MARIT)
    page = words(marit.see(FIGURES))
    assert "Anonyme drøftinger 9" in page
    assert "Vold og overgrep under 5" in page
    assert "Grenser og oppdragelse 7" in page, "det er flere som kan være under fem, så sju røper ingen"
    file = marit.client.get(f"{FIGURES}fil/?ar=2026")
    text = file.content.decode("utf-8-sig")
    assert file.headers["Content-Disposition"] == 'attachment; filename="forebygging-2026.csv"'
    assert "Tema;Vold og overgrep;under 5" in text
    assert "Anonyme drøftinger;I alt;9" in text
    assert ";2\r\n" not in text


def test_a_year_with_under_five_discussions_tells_no_number_at_all(world: World, geir: Browser) -> None:
    for _ in range(4):
        noted(world)
    page = words(geir.see(f"{FIGURES}?ar=2026"))
    assert "Anonyme drøftinger under 5" in page
    assert "Minutter brukt på dem vises ikke" in page
    assert "Grenser og oppdragelse under 5" in page


def test_a_year_nobody_knows_is_this_year(geir: Browser) -> None:
    for asked in ("1899", "tull", ""):
        assert "Forebygging i 2026" in geir.see(f"{FIGURES}?ar={asked}")


# Who sees it


@pytest.mark.parametrize("name", ["Ola Brandvold", "Hanne Dale", "Randi Lunde"])
def test_nobody_who_works_with_cases_or_homes_sees_or_notes_any(world: World, come: Come, name: str) -> None:
    one = noted(world, words="Faste kvelder.")
    other = come(name)
    for address in (DISCUSSIONS, f"{DISCUSSIONS}{one}/", AGREED, ACTIVITIES, FIGURES, f"{FIGURES}fil/"):
        response = other.client.get(address)
        assert response.status_code in {403, 404, 409}, (address, response.status_code)
        assert "Faste kvelder" not in response.content.decode()
    for address in (f"{DISCUSSIONS}ny/", f"{ACTIVITIES}ny/", f"{DISCUSSIONS}{one}/ta-bort/"):
        assert other.client.post(address, A_TALK).status_code in {403, 404, 409}
    assert HeldDiscussion.objects.get().taken_back_at is None


def test_the_neighbours_preventive_worker_sees_and_counts_none_of_ours(world: World, come: Come) -> None:
    world.employ("Turid Nes", world.nordvag, "prevention")
    one = noted(world)
    turid = come("Turid Nes")
    assert "Ingen drøftinger er ført ennå" in turid.see(DISCUSSIONS)
    turid.see(f"{DISCUSSIONS}{one}/", status=404)
    turid.send(f"{DISCUSSIONS}{one}/ta-bort/", status=404)
    with world.as_("Turid Nes"):
        assert comes_to_nothing("select * from prevention_helddiscussion")
        assert comes_to_nothing("update prevention_helddiscussion set minutes = 1 returning id")


def test_the_deputy_reads_and_notes_nothing(world: World, come: Come) -> None:
    eivind = come("Eivind Myrbakk")
    assert "Før en drøfting" not in words(eivind.see(DISCUSSIONS))
    assert eivind.client.get(f"{DISCUSSIONS}ny/").status_code in {403, 409}
    assert eivind.client.post(f"{ACTIVITIES}ny/", A_TEAM).status_code in {403, 409}


def test_what_is_not_there_is_not_found_and_nothing_breaks(geir: Browser) -> None:
    for address in (f"{DISCUSSIONS}{uuid4()}/", f"{AGREED}{uuid4()}/", f"{ACTIVITIES}{uuid4()}/"):
        geir.see(address, status=404)
    for address in (
        f"{DISCUSSIONS}{uuid4()}/ta-bort/", f"{AGREED}{uuid4()}/trekk/", f"{ACTIVITIES}{uuid4()}/angre/",
        f"/forebygging/grupper/tolk/{uuid4()}/avbestill/", f"/forebygging/grupper/{uuid4()}/oppmote/",
    ):  # fmt: skip
        geir.send(address, status=404)
    geir.see(f"{ACTIVITIES}?id=tull&gjort=arbeid-borte")
