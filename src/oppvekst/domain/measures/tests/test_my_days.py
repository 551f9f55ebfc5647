"""My page: the days that help is to be given, to those who may know them, and the word that one of them does not suit."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DataError, ProgrammingError, connection, transaction
from django.test import Client

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.decisions.models import Addressee
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.models import Measure, Occasion, SupervisionVisit, Unsuited
from oppvekst.domain.measures.rules import Stood, Who
from oppvekst.domain.measures.tests.at_desk import at, it_is
from oppvekst.domain.measures.tests.test_my_help import AMALIE, ANITA, ROAR, SMALL, STRANGER, helped, page, person, sent
from oppvekst.domain.people.models import Protection
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.database.acting import VISIT, acting
from oppvekst.ground.journal.models import Entry
from tests.desk import Browser, browser, words
from tests.house.page_lint import lint
from tests.world import World

__all__ = ["page"]
type Page = Callable[[str], Client]
OURS = "Loven har ingen frist. Virkedagen før er tjenestens egen praksis."
KARI, NOW, FIRST = "Kari Nesheim", "2026-11-02 09:00", date(2026, 11, 6)
WHERE, WHOM, WHY = "Fjellveien 12", "Ingrid Ekeli, 00 00 77 88", "Tor er innlagt."
SECRET = (WHERE, WHOM, WHY, "UANMELDT", "Ekeli")


@pytest.fixture(autouse=True)
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    it_is(monkeypatch, NOW)


def weekends(world: World, measure: UUID, number: int = 3) -> list[UUID]:
    """Every weekend from the first in November, and a visit of supervision that nobody is to know of."""
    with world.as_(KARI) as by:
        row = [
            actions.When(
                first_day=day,
                last_day=day + timedelta(days=2),
                starts=time(16),
                ends=time(18),
                with_whom=WHOM,
                place=WHERE,
            )
            for day in (FIRST + timedelta(weeks=week) for week in range(number))
        ]
        made = actions.plan_row(measure, row, by=by, at=at("2026-11-01 09:00"))
    with acting("owner"):
        found = Measure.objects.get(id=measure)
        SupervisionVisit.objects.create(
            municipality_id=found.municipality_id, case_id=found.case_id, measure=found, at=at("2026-11-10 15:00"),
            unannounced=True, told="UANMELDT", planned_by=found.opened_by, planned_by_name=KARI, planned_at=at(NOW),
        )  # fmt: skip
    return [one.id for one in made]


def read(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    html = str(answer.content, "utf-8")
    assert lint(html, "/hjelp/") == []
    assert not [word for word in SECRET if word in html]
    return words(html)


def home(world: World, number: str = AMALIE) -> UUID:
    return helped(world, number, "4.5")


def at_face(settings: Any, face: str) -> None:
    settings.FACE, settings.ROOT_URLCONF = face, f"oppvekst.faces.{face}.urls"


def test_a_mother_reads_the_next_weekends_and_what_was_called_off_or_moved_and_never_with_whom_where_or_why(
    page: Page, world: World
) -> None:
    measure = home(world)
    row = weekends(world, measure, 11)
    with world.as_(KARI) as by:
        actions.call_off(row[1], who=Who.GIVER, reasons=WHY, by=by, at=at(NOW))
        moved = actions.When(first_day=date(2026, 11, 24), last_day=date(2026, 11, 25), with_whom=WHOM)
        actions.move_occasion(row[2], moved, reasons=WHY, by=by, at=at(NOW))
    anita = page(ANITA)
    assert "Neste gang er fredag 6. november til søndag 8. november." in read(anita, "/")
    told = read(anita, f"/hjelp/{measure}/")
    assert "Fredag 6. november til søndag 8. november Fra klokka 16.00, hjem igjen klokka 18.00" in told
    assert "Fredag 13. november til søndag 15. november er avlyst." in told
    moved_to = "er flyttet til tirsdag 24. november til onsdag 25. november."
    assert f"Fredag 20. november til søndag 22. november {moved_to}" in told
    assert told.count("Fra klokka") == 7
    assert "Fredag 15. januar" not in told
    # A girl of sixteen reads the same.
    assert "Fredag 6. november" in read(page(AMALIE), f"/hjelp/{measure}/")
    with acting("mypage", anita.cookies[VISIT].value), connection.cursor() as cursor:
        cursor.execute("select access.my_days('1900-01-01'), access.my_unsuited('1900-01-01'), access.my_help()")
        assert not [word for word in SECRET if word in str(cursor.fetchall())]
        for hidden in ("measures_occasion", "measures_unsuited", "measures_supervisionvisit"):
            with pytest.raises(ProgrammingError), transaction.atomic():
                cursor.execute(f"select * from {hidden}")


def test_whoever_may_not_know_the_days_reads_none(page: Page, world: World) -> None:
    measure = home(world)
    (one,) = weekends(world, measure, 1)

    def knows(number: str) -> bool:
        client = page(number)
        answer = client.get(f"/hjelp/{measure}/")
        shown = "Fredag 6. november" in words(str(answer.content, "utf-8"))
        for place in (f"/hjelp/{measure}/avtaler.ics", f"/hjelp/{measure}/passer-ikke/{one}/"):
            assert client.get(place).status_code == (200 if shown else 404)
        assert client.post(f"/hjelp/{measure}/passer-ikke/{one}/", {}).status_code == (302 if shown else 404)
        return shown

    assert [knows(who) for who in (ANITA, ROAR, AMALIE, STRANGER)] == [True, True, True, False]
    with acting("owner"):
        Addressee.objects.filter(name__startswith="Roar").update(standing="informed")
    assert [knows(who) for who in (ANITA, ROAR)] == [True, False]
    with world.as_(KARI) as kari:
        held = cases.hold(person("Amalie").case_id, "Avhør.", by=kari, at=at(NOW))
    assert [knows(who) for who in (ANITA, AMALIE)] == [False, True]
    with world.as_(KARI) as kari:
        cases.lift_hold(held.id, "Avhøret er holdt.", by=kari, at=at(NOW))
    assert knows(ANITA)
    with acting("owner"):
        Measure.objects.filter(id=measure).update(days_open=False)
    assert [knows(who) for who in (ANITA, AMALIE)] == [False, False]
    with acting("owner"):
        Measure.objects.filter(id=measure).update(days_open=None)
        decision = Measure.objects.get(id=measure).decision_id
    assert decision
    sent(decision, at=None)
    assert [knows(who) for who in (ANITA, AMALIE)] == [False, True]
    sent(decision, at=at(NOW))
    with acting("owner"):
        child = person("Amalie").person
        child.protection = Protection.CONFIDENTIAL
        child.save(update_fields=["protection"])
    assert [knows(who) for who in (ANITA, AMALIE)] == [False, False]


def test_a_girl_of_nine_reads_no_days(page: Page, world: World) -> None:
    measure = home(world, SMALL)
    weekends(world, measure, 1)
    assert "november" not in read(page(SMALL), f"/hjelp/{measure}/")


def test_the_file_for_the_calendar_says_appointment_and_is_nobody_elses(page: Page, world: World) -> None:
    measure = home(world)
    row = weekends(world, measure, 2)
    with world.as_(KARI) as by:
        actions.call_off(row[1], who=Who.FAMILY, reasons=WHY, by=by, at=at(NOW))
    answer = page(ANITA).get(f"/hjelp/{measure}/avtaler.ics")
    text = answer.content.decode()
    assert of_each("SUMMARY", text) == ["Avtale", "Avtale"]
    assert of_each("STATUS", text) == ["CONFIRMED", "CANCELLED"]
    # In the calendar's own hour, which is one behind in November.
    assert (of_each("DTSTART", text)[0], of_each("DTEND", text)[0]) == ("20261106T150000Z", "20261108T170000Z")
    for telling in (
        *SECRET,
        "Amalie",
        "Tveit",
        "Besøk",
        "barnevern",
        "Familieterapi",
        "LOCATION:",
        str(measure),
        *map(str, row),
    ):
        assert telling.casefold() not in (text + answer.headers["Content-Disposition"]).casefold()
    again, fathers = (
        of_each("UID", page(who).get(f"/hjelp/{measure}/avtaler.ics").content.decode()) for who in (ANITA, ROAR)
    )
    assert again == of_each("UID", text)
    assert not set(again) & set(fathers)


def of_each(name: str, file: str) -> list[str]:
    return re.findall(rf"^{name}:(.*?)\r?$", file, re.MULTILINE)


def test_a_mother_says_that_a_weekend_does_not_suit_and_kari_answers_or_moves_it(
    page: Page, world: World, settings: Any
) -> None:
    measure = home(world)
    one, other, _third = weekends(world, measure)
    anita = page(ANITA)
    asked = read(anita, f"/hjelp/{measure}/passer-ikke/{one}/")
    assert "Planen er som før til vi har svart. Vi leser det på hverdager. De som jobber med saken, leser det." in asked
    said = anita.post(f"/hjelp/{measure}/passer-ikke/{one}/", {"words": "Farmor fyller 80.", "instead": "Helga etter."})
    thanks = read(anita, said.headers["Location"])
    assert "Takk, vi har fått det" in thanks
    assert "Farmor fyller 80. Dette passer i stedet: Helga etter. Vi svarer deg." in thanks
    assert "Skriv mer" in thanks
    anita.post(f"/hjelp/{measure}/passer-ikke/{other}/", {})
    # The father has said nothing, and does not read what she wrote.
    assert "sagt fra" not in read(page(ROAR), f"/hjelp/{measure}/")

    at_face(settings, "desk")
    kari = browser(world, KARI)
    today = kari.see("/min-dag/")
    assert "Passer ikke 6. november: Familieterapi hjemme" in words(today)
    with world.as_(KARI):
        item = Item.objects.get(subject=one, rule="occasion-unsuited")
    assert (item.due, item.interpretation) == (date(2026, 11, 5), OURS)
    assert f'href="/tiltak/gang/{one}/"' in today
    shown = words(kari.see(f"/tiltak/gang/{one}/"))
    assert "Familien sier at dette ikke passer Anita" in shown
    assert "Farmor fyller 80. Dette passer i stedet: Helga etter." in shown
    assert "Anita sier at fredag 6. til søndag 8. november 2026 ikke passer" in words(kari.see(f"/tiltak/{measure}/"))
    with world.as_(KARI):
        assert set(Occasion.objects.values_list("stood", flat=True)) == {Stood.PLANNED}
        assert not [says for says in Entry.objects.values_list("says", flat=True) if "Farmor" in says]
    assert "november 2026, Ingrid Ekeli" in words(kari.see(f"/tiltak/gang/{one}/svar/"))
    assert "Skriv hva du svarer" in words(kari.send(f"/tiltak/gang/{one}/svar/", status=422, **to(kari, one, " ")))
    done = kari.see(kari.send(f"/tiltak/gang/{one}/svar/", **to(kari, one, "Hun kan hentes søndag morgen.")))
    assert "Familien leser det på Min side" in words(done)
    assert "Ingen i familien venter på svar" in words(kari.see(f"/tiltak/gang/{one}/svar/"))
    days = {f"first_day_{part}": value for part, value in (("day", "27"), ("month", "11"), ("year", "2026"))}
    last = {f"last_day_{part}": value for part, value in (("day", "29"), ("month", "11"), ("year", "2026"))}
    kari.send(f"/tiltak/gang/{other}/flytt/", **days, **last, reasons="Passet ikke for familien.")
    assert "passer ikke" not in words(kari.see("/min-dag/"))
    with world.as_(KARI):
        assert not Item.objects.filter(rule="occasion-unsuited", open=True).exists()

    at_face(settings, "mypage")
    told = read(page(ANITA), f"/hjelp/{measure}/")
    assert "Vi har svart deg: Hun kan hentes søndag morgen." in told
    assert "er flyttet til fredag 27. november" in told
    assert "Hun kan hentes" not in read(page(ROAR), f"/hjelp/{measure}/")


def to(kari: Browser, one: UUID, *answers: str) -> dict[str, Any]:
    """The form as it is shown: the messages that stand there, and an answer to each person in turn."""
    shown = kari.see(f"/tiltak/gang/{one}/svar/")
    fields = dict.fromkeys(re.findall(r'name="(answer_[0-9a-f]+)"', shown))
    return {
        "sett": re.findall(r'name="sett" value="([^"]+)"', shown),
        **dict(zip(fields, answers, strict=True)),
    }


def test_each_who_waits_is_answered_alone_and_nobody_by_one_who_has_not_read_her(
    page: Page, world: World, settings: Any
) -> None:
    measure = home(world)
    (one,) = weekends(world, measure, 1)
    here, there = f"/hjelp/{measure}/passer-ikke/{one}/", f"/tiltak/gang/{one}/svar/"
    page(ANITA).post(here, {"words": "Farmor fyller 80."})
    at_face(settings, "desk")
    kari = browser(world, KARI)
    opened = to(kari, one, "Hun kan hentes hos farmor.")
    at_face(settings, "mypage")
    page(ROAR).post(here, {"words": "Jeg flytter til Bodø."})
    page(AMALIE).post(here, {"words": "Jeg vil være hjemme."})
    at_face(settings, "desk")
    late = kari.send(there, status=409, **opened)
    assert "Noen i familien skrev mens du svarte." in words(late)
    assert "Hun kan hentes hos farmor." in late
    assert "Ikke gjengi hva den andre skrev." in words(late)
    kari.send(there, **to(kari, one, "", "Da henter Anita.", ""))
    with acting("owner"):
        told = dict(Unsuited.objects.values_list("person_name", "answer"))
        assert sorted(told.values()) == ["", "", "Da henter Anita."]
        assert Item.objects.get(rule="occasion-unsuited").open
    voice = words(kari.see(f"/saker/{person('Amalie').case_id}/barnets-stemme/"))
    assert "Sa på Min side at fredag 6. til søndag 8. november 2026 ikke passer" in voice
    assert "Jeg vil være hjemme." in voice
    assert "Bodø" not in voice
    at_face(settings, "mypage")
    seen = ["Da henter Anita." in read(page(who), f"/hjelp/{measure}/") for who in (ANITA, ROAR, AMALIE)]
    assert seen.count(True) == 1


def test_days_that_tell_where_a_parent_is_are_shown_to_nobody_until_kari_opens_them(
    page: Page, world: World, settings: Any
) -> None:
    visits = helped(world, AMALIE, "3.10")
    with world.as_(KARI) as by:
        when = actions.When(first_day=FIRST, starts=time(16), ends=time(18))
        visit = actions.plan_occasion(visits, when, by=by, at=at("2026-11-01 09:00")).id

    def knows() -> bool:
        at_face(settings, "mypage")
        return "6. november" in read(page(ROAR), f"/hjelp/{visits}/")

    assert not knows()
    assert page(ANITA).post(f"/hjelp/{visits}/passer-ikke/{visit}/", {}).status_code == 404
    at_face(settings, "desk")
    kari = browser(world, KARI)
    assert "Min side: Ingen ser dager og klokkeslett." in words(kari.see(f"/tiltak/{visits}/"))
    assert "Begge foreldre med partsrettigheter ser dager og klokkeslett." in words(
        kari.see(f"/tiltak/{visits}/dager/")
    )
    assert "Velg hvem som ser dagene" in words(kari.send(f"/tiltak/{visits}/dager/", status=422))
    kari.send(f"/tiltak/{visits}/dager/", who="vis")
    assert knows()
    at_face(settings, "desk")
    kari.send(f"/tiltak/{visits}/dager/", who="skjul")
    with acting("owner"):
        assert Entry.objects.filter(kind__in=("measure.days_opened", "measure.days_closed")).count() == 2
    assert not knows()


def test_the_evening_before_she_is_asked_to_ring_and_reads_the_answer_when_the_day_has_passed(
    page: Page, world: World, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    measure = home(world)
    one, other = weekends(world, measure, 2)
    it_is(monkeypatch, "2026-11-05 22:00")
    anita, little_time = page(ANITA), "Det er kort tid til. Vi leser kanskje ikke dette før dagen. Ring oss også."
    assert little_time in read(anita, f"/hjelp/{measure}/passer-ikke/{one}/")
    said = anita.post(f"/hjelp/{measure}/passer-ikke/{one}/", {"words": "Farmor fyller 80."})
    thanks = read(anita, said.headers["Location"])
    assert f"Vi har fått det {little_time}" in thanks
    assert "Takk" not in thanks
    mine = page(AMALIE)
    assert "Foreldrene dine ser det ikke på Min side" in read(mine, f"/hjelp/{measure}/passer-ikke/{other}/")
    mine.post(f"/hjelp/{measure}/passer-ikke/{other}/", {})
    back = read(mine, mine.post(f"/hjelp/{measure}/passer-likevel/{other}/").headers["Location"])
    assert "Takk, vi har fått det Planen er som før." in back
    assert "Du har sagt at det passer likevel." in back
    assert mine.post(f"/hjelp/{measure}/passer-likevel/{uuid4()}/").status_code == 404
    with world.as_(KARI) as by:
        assert list(Item.objects.filter(rule="occasion-unsuited", open=True).values_list("subject", flat=True)) == [one]
        (row,) = Unsuited.objects.filter(settled_at=None)
        actions.answer_unsuited(one, {row.id: "Hun hentes lørdag."}, by=by, at=at("2026-11-06 08:00"))
    it_is(monkeypatch, "2026-11-20 09:00")
    later = read(page(ANITA), f"/hjelp/{measure}/")
    assert "Det du har sagt fra om Fredag 6. november til søndag 8. november" in later
    assert "Farmor fyller 80. Vi har svart deg: Hun hentes lørdag." in later


def test_what_is_said_twice_is_said_once_and_not_without_end(page: Page, world: World) -> None:
    measure = home(world)
    (one,) = weekends(world, measure, 1)
    anita, here = page(ANITA), f"/hjelp/{measure}/passer-ikke/{one}/"
    for _press in range(3):
        assert anita.post(here, {"words": "Nei."}).status_code == 302
    assert count() == 1
    for number in range(4):
        assert anita.post(here, {"words": f"Nei, {number}."}).status_code == 302
    stopped = anita.post(here, {"words": "Nei, enda en gang."})
    assert stopped.status_code == 409
    assert "Ring oss hvis det haster. " in words(str(stopped.content, "utf-8"))
    assert "Nei, enda en gang." in str(stopped.content, "utf-8")
    long = anita.post(here, {"words": "x" * 1001})
    assert (long.status_code, "x" * 1001 in str(long.content, "utf-8")) == (422, True)
    assert (count(), items()) == (5, 1)
    at_my_page = acting("mypage", anita.cookies[VISIT].value)
    with at_my_page, connection.cursor() as cursor, pytest.raises(DataError), transaction.atomic():
        cursor.execute("select access.say_unsuited(%s, '', '', null, 'infinity')", [one])
    assert anita.post(f"/hjelp/{measure}/passer-ikke/{uuid4()}/", {}).status_code == 404
    assert anita.post(f"/hjelp/{uuid4()}/passer-ikke/{one}/", {}).status_code == 404


def test_of_a_weekend_that_was_moved_meanwhile_she_is_told_so_and_what_she_wrote_stands_there(
    page: Page, world: World
) -> None:
    measure = home(world)
    (one,) = weekends(world, measure, 1)
    with world.as_(KARI) as by:
        actions.call_off(one, who=Who.GIVER, reasons=WHY, by=by, at=at(NOW))
    late = page(ANITA).post(f"/hjelp/{measure}/passer-ikke/{one}/", {"words": "Farmor fyller 80."})
    shown = words(str(late.content, "utf-8"))
    assert late.status_code == 409
    assert "allerede flyttet eller avlyst" in shown
    assert "Farmor fyller 80." in shown
    assert (count(), items()) == (0, 0)


def count() -> int:
    with acting("owner"):
        return Unsuited.objects.count()


def items() -> int:
    with acting("owner"):
        return Item.objects.filter(rule="occasion-unsuited").count()
