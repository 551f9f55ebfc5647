"""The page of one concern: the question first, the words in the middle, the reporter apart, and only the law's steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from oppvekst.domain.cases.models import Case
from oppvekst.domain.concerns.models import Concern, Passage
from oppvekst.domain.concerns.rules.message import Anonymity, ReportedChild, Said, Sender, Who, Wish
from oppvekst.domain.concerns.tests.desk import NEIGHBOUR, arrive, assessed, linked, taken
from oppvekst.domain.people.models import Person
from oppvekst.ground.journal.models import Look
from tests.desk import Come, opened_desk, words
from tests.world import World

TWO = (
    ReportedChild(name="Jonas Strand", birth_date=date(2017, 4, 2), family_knows=False, family_words="Redd for slag"),
    ReportedChild(name="Leah Moe Strand", age="6"),
)
MOTHER = Sender(who=Who.PARENT, name="Linn Aasen", phone="00001133")


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def at(concern: object, act: str = "") -> str:
    return f"/meldinger/{concern}/{act}"


def test_the_question_stands_first_until_it_is_answered_and_the_answers_stay(world: World, desk: Come) -> None:
    concern = arrive(world)
    kari = desk("Kari Nesheim")
    page = kari.see(at(concern))
    assert page.index("Trenger barnet hjelp med en gang?") < page.index("Meldingens egne ord")
    kari.send(at(concern, "straks/"), straks__needed="yes", straks__reasons="Blåmerker, og skal hjem klokka 16.")
    kari.send(at(concern, "straks/"), straks__needed="no", straks__reasons="Mor har tatt ham med til bestemor.")
    text = words(kari.see(at(concern)))
    assert "Barnet trenger ikke hjelp med en gang" in text
    assert text.index("til bestemor") < text.index("skal hjem klokka 16")


def test_an_answer_without_reasons_comes_back_with_the_page_and_what_was_chosen(world: World, desk: Come) -> None:
    concern = arrive(world)
    page = desk("Kari Nesheim").send(at(concern, "straks/"), status=422, straks__needed="yes", straks__reasons="")
    assert "Skriv kort hva vurderingen bygger på." in page
    assert 'value="yes" class="ds-input"' in page or "checked" in page
    assert "Meldingens egne ord" in page
    assert Concern.objects.get(id=concern).immediate is None


def test_the_limit_is_explained_to_the_right(world: World, desk: Come) -> None:
    text = words(desk("Kari Nesheim").see(at(arrive(world))))
    assert "Gjennomgå om 6 dager mandag 30. november , § 2-1 første ledd Hvorfor?" in text.replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_every_look_is_written_down(world: World, desk: Come) -> None:
    concern = arrive(world)
    desk("Kari Nesheim").see(at(concern))
    desk("Kari Nesheim").see(at(concern, "skjul/"))
    assert [look.kind for look in Look.objects.filter(subject=concern, actor=world.staff["Kari Nesheim"].id)] == [
        "concern"
    ] * 2


@pytest.mark.parametrize("name", ["Ola Brandvold", "Siri Tveito", "Siri Nordli"])
@pytest.mark.parametrize("act", ["", "henlegg/", "barnet/", "svar/", "svar.pdf", "skjul/"])
def test_who_has_no_business_here_gets_the_page_of_what_does_not_exist(
    world: World, desk: Come, name: str, act: str
) -> None:
    concern = taken(world, arrive(world))
    stranger = desk(name)
    hidden, missing = stranger.client.get(at(concern, act)), stranger.client.get(at(uuid4(), act))
    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert without_reference(hidden) == without_reference(missing)
    assert "Emil" not in without_reference(hidden)


def test_the_words_are_paragraphs_that_can_be_hidden_from_the_family_and_shown_again(world: World, desk: Come) -> None:
    concern = arrive(world)
    kari = desk("Kari Nesheim")
    bruise = Passage.objects.get(concern=concern, place=1)
    assert "Skriv hvorfor familien ikke kan lese dette." in kari.send(
        at(concern, "skjul/"), status=422, passages=str(bruise.id)
    )
    kari.send(at(concern, "skjul/"), passages=str(bruise.id), reasons="Røper hvem som meldte.")
    assert "Skjult for familien. Røper hvem som meldte." in words(kari.see(at(concern)))
    kari.send(at(arrive(world), f"skjul/{bruise.id}/vis/"), status=404)
    kari.send(at(concern, f"skjul/{bruise.id}/vis/"))
    bruise.refresh_from_db()
    assert (bruise.masked, bruise.text.startswith("Han viste")) == (False, True)


def test_the_reporter_stands_apart_with_what_the_family_may_not_get(world: World, desk: Come) -> None:
    text = words(desk("Kari Nesheim").see(at(arrive(world, sender=NEIGHBOUR))))
    assert "Melding fra en privatperson" in text
    assert "Navnet er bare gitt til tjenesten. Familien skal ikke få det av oss" in text
    assert text.count("Berit Nygård") == 1


def test_an_anonymous_reporter_has_nothing_to_show_and_no_answer_that_is_late(world: World, desk: Come) -> None:
    sender = Sender(who=Who.PRIVATE, anonymity=Anonymity.ANONYMOUS, name="Per-Olav", phone="00001122")
    text = words(desk("Hanne Dale").see(at(arrive(world, sender=sender))))
    assert "Anonym melding" in text
    assert "Per-Olav" not in text
    assert "Ikke mulig Vi har ingen adresse" in text


def test_nobody_outside_may_be_asked_and_the_page_says_why(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world))
    page = desk("Kari Nesheim").see(at(concern))
    assert "Å spørre andre enn melder og familien er å undersøke." in page
    asked = words(desk("Kari Nesheim").see(at(concern, "avklar/")))
    assert "Den som meldte Foreldrene Barnet Hva vil du ha avklart?" in asked


def test_the_steps_of_the_law_are_buttons_and_the_others_say_why_not(world: World, desk: Come) -> None:
    concern = arrive(world)
    kari = desk("Kari Nesheim")
    text = words(kari.see(at(concern)))
    assert "Ta meldingen" in text
    assert "Henlegg § 2-1 andre ledd Noen må ta meldingen først." in text.replace("\N{NO-BREAK SPACE}", " ")
    kari.send(at(concern, "ta/"))
    assert "Vurder først om barnet trenger hjelp med en gang." in words(kari.see(at(concern)))
    assessed(world, concern)
    text = words(kari.see(at(concern)))
    assert "Krever skriftlig begrunnelse med de faglige vurderingene." in text
    assert "Finn ut hvem barnet er først." in text
    assert "Barnet har ingen pågående undersøkelse." in text


def test_intake_alone_proposes_an_investigation_and_one_who_may_opens_it(world: World, desk: Come) -> None:
    concern = arrive(world)
    linked(world, concern, by="Hanne Dale")
    assert at(concern, "foresla/") in desk("Hanne Dale").see(at(concern))
    assert at(concern, "undersokelse/") in desk("Tone Vik").see(at(concern))


def test_a_candidate_shows_what_fits_and_is_chosen_with_one_press(world: World, desk: Come) -> None:
    case = linked(world, arrive(world))
    concern = arrive(world, sender=NEIGHBOUR, children=(ReportedChild(name="Emil Sunde", age="7"),))
    kari = desk("Kari Nesheim")
    text = words(kari.see(at(concern)))
    assert "Emil Berg Sunde , 6 år Sak 2026-0001 Stemmer:" in text or "Emil Berg Sunde , 6 år Sak 2026-0001" in text
    assert "Ja, dette er barnet" in text
    kari.send(at(concern, "barnet/koble/"), case=str(case))
    assert Concern.objects.get(id=concern).case_id == case
    text = words(kari.see(at(concern)))
    assert "Tidligere meldinger Skole 23. november" in text.replace("mandag ", "") or "M-2026-0001" in text


@pytest.mark.parametrize("sent", ["", "tull", "5442f4f9-1933-47ba-941b-e1cb1bb27bd7"])
def test_a_child_that_is_not_there_cannot_be_linked(world: World, desk: Come, sent: str) -> None:
    concern = arrive(world)
    response = desk("Kari Nesheim").client.post(at(concern, "barnet/koble/"), {"case": sent})
    assert response.status_code in {404, 409}
    assert Concern.objects.get(id=concern).case_id is None


@pytest.mark.parametrize("typed", [{"name": "Emil Bergh Sunnde"}, {"born": "2.3.2020"}, {"born": "2. mars 2020"}])
def test_the_search_finds_the_child_by_sound_and_by_birth_date_and_writes_it_down(
    world: World, desk: Come, typed: dict[str, str]
) -> None:
    linked(world, arrive(world))
    concern = arrive(world, sender=NEIGHBOUR, children=(ReportedChild(name="Gutt i blå jakke"),))
    page = desk("Kari Nesheim").send(at(concern, "barnet/"), status=200, **typed)
    assert "Emil Berg Sunde" in page
    assert Look.objects.get(kind="search").terms


def test_a_search_for_nothing_is_answered_kindly(world: World, desk: Come) -> None:
    page = desk("Kari Nesheim").send(at(arrive(world), "barnet/"), status=422)
    assert "Skriv navn, fødselsdato eller nummer." in page


def test_a_child_nobody_knew_gets_a_case_and_the_hold_back_from_the_first_minute(world: World, desk: Come) -> None:
    concern = arrive(world, children=TWO, hold_back_asked=True, triggers=("a",))
    kari = desk("Kari Nesheim")
    assert "Sperren settes på saken med en gang barnet er funnet." in kari.see(at(concern))
    start = kari.see(at(concern, "barnet/nytt/"))
    assert 'value="Jonas"' in start
    assert 'value="Strand"' in start
    kari.send(
        at(concern, "barnet/nytt/"),
        given_name="Jonas",
        family_name="Strand",
        birth_date="02.04.2017",
        sex="1",
        protection="0",
    )
    case = Case.objects.get()
    assert case.child.name == "Jonas Strand"
    text = words(kari.see(at(concern)))
    assert "Ingenting når foreldrene" in text
    assert "Leah Moe Strand" in text


def test_a_wrong_number_keeps_everything_and_says_what_is_wrong(world: World, desk: Come) -> None:
    page = desk("Kari Nesheim").send(
        at(arrive(world), "barnet/nytt/"), status=422, given_name="Emil", number="12345678901", sex="0", protection="0",
        place="Solvik",
    )  # fmt: skip
    assert 'value="12345678901"' in page
    assert 'value="Solvik"' in page
    assert not Person.objects.exists()


def test_the_switch_is_set_reviewed_and_lifted_from_here(world: World, desk: Come) -> None:
    concern = arrive(world)
    linked(world, concern)
    kari = desk("Kari Nesheim")
    kari.send(at(concern, "sperre/"), reasons="Mistanke om vold.", review_on="")
    assert "Mistanke om vold." in kari.see(at(concern))
    past = kari.send(at(concern, "sperre/vurder/"), status=422, review_on="20.11.2026", reasons="Barnehus på onsdag.")
    assert "Datoen kan ikke være før onsdag 25. november 2026." in past
    assert "Barnehus på onsdag." in past
    kari.send(at(concern, "sperre/vurder/"), review_on="30.11.2026", reasons="Barnehus på onsdag.")
    assert kari.send(at(concern, "sperre/loft/"), reasons="Barnehuset har snakket med ham.").endswith("gjort=loftet")
    assert "Ingenting er holdt tilbake." in kari.see(at(concern))


def test_an_application_has_its_own_limit_and_cannot_be_dismissed(world: World, desk: Come) -> None:
    concern = arrive(
        world, sender=MOTHER, wish=Wish.HELP, help_wanted="Avlastning i helgene.",
        said=(Said("worry", "Vi har det vanskelig."),),
    )  # fmt: skip
    taken(world, concern)
    text = words(desk("Kari Nesheim").see(at(concern)))
    assert "Søknad om hjelp Avlastning i helgene. Svar om 29 dager" in text
    assert "Besvares med vedtak" in text
    assert "Den kan ikke henlegges som en melding" in text


def test_a_worry_that_is_also_an_application_is_dismissed_and_the_application_is_not(world: World, desk: Come) -> None:
    concern = taken(world, arrive(world, sender=MOTHER, wish=Wish.BOTH, help_wanted="Avlastning i helgene."))
    kari = desk("Kari Nesheim")
    assert "Melding fra mor eller far" in words(kari.see(at(concern)))
    assert "Søknaden henlegges ikke med meldingen" in words(kari.see(at(concern, "henlegg/")))
    kari.send(at(concern, "henlegg/"), reasons="Mor får svar på søknaden.", code="10")
    text = words(kari.see(at(concern)))
    assert "Slik endte den Henlagt" in text
    assert "Søknad om hjelp Avlastning i helgene. Svar om 29 dager" in text


def test_a_paragraph_about_the_other_child_is_pointed_at_and_so_is_what_shows_who_worried(
    world: World, desk: Come
) -> None:
    said = (Said("worry", "Leah sa at far slår.\n\nJeg hører det gjennom soveromsveggen min.\n\nDet har vart lenge."),)
    concern = arrive(world, sender=NEIGHBOUR, children=TWO, said=said)
    kari = desk("Kari Nesheim")
    text = words(kari.see(at(concern)))
    assert "Se på avsnittet før familien leser det. Avsnittet nevner Leah, som har sin egen journal." in text
    assert "«gjennom soveromsveggen» kan vise hvem som meldte." in text
    assert text.count("Se på avsnittet før familien leser det.") == 2
    form = words(kari.see(at(concern, "skjul/")))
    assert "Leah sa at far slår. Avsnittet nevner Leah, som har sin egen journal." in form
    leah = Passage.objects.get(concern=concern, place=0)
    kari.send(at(concern, "skjul/"), passages=str(leah.id), reasons="Gjelder Leah.")
    assert "Avsnittet nevner Leah" not in words(kari.see(at(concern)))


def test_a_named_neighbours_words_about_one_child_are_not_pointed_at(world: World, desk: Come) -> None:
    concern = arrive(
        world, sender=replace(NEIGHBOUR, anonymity=Anonymity.NAMED), said=(Said("worry", "Jeg bor ved siden av."),)
    )
    assert "Se på avsnittet" not in words(desk("Kari Nesheim").see(at(concern)))


def test_an_unborn_child_is_kept_and_looked_at_again_and_investigated_only_with_consent(
    world: World, desk: Come
) -> None:
    concern = taken(world, arrive(world, children=(ReportedChild(unborn=True, due_date=date(2027, 2, 14)),)))
    kari = desk("Kari Nesheim")
    kari.send(at(concern, "barnet/nytt/"), due_date="14.02.2027", family_name="Aasen", sex="0", protection="0")
    text = words(kari.see(at(concern)))
    assert "Loven gjelder barn som er født." in text
    assert "Ses på igjen søndag 14. februar 2027" in text
    assert at(concern, "undersokelse/") not in kari.see(at(concern))
    kari.send(at(concern, "gravid/"), consents="yes")
    assert at(concern, "undersokelse/") in kari.see(at(concern))


def test_the_birth_is_written_down_and_may_not_be_tomorrow(world: World, desk: Come) -> None:
    concern = arrive(world, children=(ReportedChild(unborn=True, due_date=date(2026, 11, 20)),))
    kari = desk("Kari Nesheim")
    assert "Datoen kan ikke være etter" in kari.send(at(concern, "fodt/"), status=422, born_on="25.11.2026")
    kari.send(at(concern, "fodt/"), born_on="23.11.2026")
    assert "Nå gjelder loven barnet." in kari.see(at(concern))


def test_a_concern_about_our_own_goes_its_own_way(world: World, desk: Come) -> None:
    concern = arrive(world, own_house="foster_home")
    text = words(desk("Marit Solheim").see(at(concern)))
    assert "Meldingen gjelder et av våre egne fosterhjem" in text
    assert "aldri i fosterfamiliens egen sak" in text
    assert desk("Hanne Dale").client.get(at(concern)).status_code == 404


def test_the_on_call_reads_and_assesses_and_can_do_nothing_else(world: World, desk: Come) -> None:
    concern = arrive(world, danger="yes")
    bjorn = desk("Bjørn Haugli")
    page = bjorn.see(at(concern))
    assert at(concern, "henlegg/") not in page
    assert at(concern, "barnet/") not in page
    bjorn.send(at(concern, "straks/"), straks__needed="no", straks__reasons="Stille i natt.")
    assert "Bjørn Haugli" in bjorn.see(at(concern))
    assert "kan ikke gjøre dette" in words(bjorn.send(at(concern, "ta/"), status=409))


def test_a_concern_of_a_case_one_has_no_access_to_says_so_and_no_more(world: World, desk: Come) -> None:
    concern = arrive(world)
    linked(world, concern)
    text = words(desk("Hanne Dale").see(at(concern)))
    assert "Koblet til en sak du ikke har tilgang til" in text
    assert "2026-0001" not in text.replace("M-2026-0001", "")


def test_two_children_of_one_sending_lead_to_each_other(world: World, desk: Come) -> None:
    first = arrive(world, children=TWO)
    second = Concern.objects.exclude(id=first).get().id
    kari = desk("Kari Nesheim")
    assert at(second) in kari.see(at(first))
    assert at(first) in kari.see(at(second))
    assert f"/meldinger/ny/?fra={first}" in kari.see(at(first))


def without_reference(response: Any) -> str:
    html = str(response.content, "utf-8")
    return html.replace(response.headers.get("X-Reference", "-"), "")
