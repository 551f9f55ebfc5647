"""«Hjemmebesøk» at the desk: an ordinary form without scripts, a sending from the phone, a secret for the live log-in."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from oppvekst.domain.investigations import actions, queries
from oppvekst.domain.investigations.desk import hallway
from oppvekst.domain.investigations.models import FieldNote, HallwayText, HallwayVisit
from oppvekst.domain.investigations.tests.opened import opened, written_visit
from tests.desk import TUESDAY, Come, opened_desk, questions, words
from tests.world import World


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def investigation(world: World) -> UUID:
    return opened(world)


def page_of(investigation: UUID) -> str:
    return f"/hjemmebesok/{investigation}/"


def typed(**more: str) -> dict[str, str]:
    """What stands in the form, as a browser sends it."""
    said = {
        "happened": "2026-11-24T08:00",
        "present": "Mor, Emil",
        "seen": "Ryddig.",
        "child_words": "",
        "parents_words": "",
        "agreed": "",
    }
    return said | {"visit": str(uuid4()), "version": "0", "key": str(uuid4())} | more


def clashing(world: World, investigation: UUID) -> UUID:
    with world.as_("Kari Nesheim") as kari:
        visit = written_visit(investigation, by=kari, at=TUESDAY)
    begun = queries.visit_texts(HallwayText.objects.get(visit=visit))
    for name, said in (("Marit Solheim", "Marits ord."), ("Kari Nesheim", "Karis ord.")):
        with world.as_(name) as one:
            actions.receive_visit(investigation, visit, begun | {"seen": said}, seen=1, key=uuid4(), by=one, at=TUESDAY)
    return visit


def test_without_scripts_a_visit_is_saved_and_finished_with_ordinary_forms(desk: Come, investigation: UUID) -> None:
    kari = desk("Kari Nesheim")
    assert "Virker også uten nett" in words(kari.see(f"/undersokelser/{investigation}/samlet/"))
    assert "Ikke skrevet ennå" in words(kari.see(page_of(investigation)))
    saved = kari.send(page_of(investigation), **typed())
    text = words(kari.see(saved))
    assert "Hjemmebesøket er lagret som utkast" in text
    assert "Sendt kl. 08.15" in text
    visit = HallwayVisit.objects.get()
    onward = kari.send(
        page_of(investigation), **typed(visit=str(visit.id), version="1", agreed="Fredag.", then="ferdig")
    )
    assert onward == f"/hjemmebesok/utkast/{visit.id}/ferdig/"
    assert "24.11.2026 kl. 08.00" in words(kari.see(onward))
    assert "Var besøket avtalt" in words(kari.send(onward, status=422, version="2"))
    note = kari.send(onward, version="2", announced="yes", shown="parties")
    assert "Notatet står i journalen" in words(kari.see(note))
    assert FieldNote.objects.get().facts == "Det vi så:\nRyddig.\n\nAvtalt videre:\nFredag."
    assert "står som et notat" in words(kari.see(onward))


def test_the_same_sending_from_the_phone_is_stored_once_and_told_when(desk: Come, investigation: UUID) -> None:
    kari, sending = desk("Kari Nesheim"), typed()
    for _ in range(3):
        answer = kari.client.post(f"{page_of(investigation)}send/", sending).json()
    assert (answer["version"], answer["at"], answer["two"]) == (1, "08.15", "")
    assert HallwayText.objects.count() == 1


def test_two_who_wrote_at_once_are_shown_side_by_side_and_joined(world: World, desk: Come, investigation: UUID) -> None:
    visit, kari = clashing(world, investigation), desk("Kari Nesheim")
    assert "Noen har skrevet samtidig" in words(kari.see(page_of(investigation)))
    place = f"/hjemmebesok/utkast/{visit}/velg/"
    text = words(kari.see(place))
    assert "Marits ord." in text
    assert "Karis ord." in text
    standing = {"visit": str(visit), "key": str(uuid4()), "happened": "2026-11-24T08:15", "present": "Mor, Emil"}
    stopped = words(kari.send(place, status=409, **standing, version="1", seen="Satt sammen i stad."))
    assert "Noen har skrevet mer" in stopped
    assert "Satt sammen i stad." in stopped
    kari.send(place, **standing, version="2", seen="Marits ord.\n\nKaris ord.")
    assert kari.client.get(place).status_code == 302
    listed = words(kari.see("/hjemmebesok/"))
    assert "Noen har skrevet samtidig:" not in listed


def test_what_is_sent_with_marks_that_are_none_or_another_s_is_refused_in_words(
    world: World, desk: Come, investigation: UUID
) -> None:
    kari, send = desk("Kari Nesheim"), f"{page_of(investigation)}send/"
    for wrong in ({"visit": ""}, {"visit": "x"}, {"key": ""}):
        answer = kari.client.post(send, typed() | wrong)
        assert answer.status_code == 409
        assert "Last den på nytt" in answer.json()["refused"]
    assert "Last den på nytt" in words(kari.send(page_of(investigation), status=409, **typed(visit="x")))
    assert kari.client.post(send, typed(version="-5")).json()["version"] == 1
    assert kari.client.post(send, typed(seen="\x00")).status_code == 409


def test_the_shell_that_the_phone_keeps_names_nobody_and_carries_no_token(
    world: World, desk: Come, investigation: UUID
) -> None:
    html = desk("Kari Nesheim").see("/hjemmebesok/skall/")
    for name in (
        "Kari",
        "Nesheim",
        "Emil",
        str(investigation),
        "csrfmiddlewaretoken",
        str(world.staff["Kari Nesheim"].id),
    ):
        assert name not in html


def test_the_secret_is_the_log_in_s_own_and_goes_when_one_logs_out(desk: Come, investigation: UUID) -> None:
    kari = desk("Kari Nesheim")
    kari.see(page_of(investigation))
    cookie = kari.client.cookies[hallway.SECRET]
    assert cookie["path"] == "/hjemmebesok/"
    assert cookie["max-age"] == 20 * 60
    log_in, secret, _until, _idle = cookie.value.split(".")
    answer = kari.client.get(f"/hjemmebesok/nokkel/?fra={log_in}").json()
    assert answer["was"] == secret == answer["now"].split(".")[1]
    marit = desk("Marit Solheim")
    assert marit.client.get(f"/hjemmebesok/nokkel/?fra={log_in}").json()["was"] is None
    assert marit.client.get("/hjemmebesok/nokkel/?fra=tull").json()["was"] is None
    gone = kari.client.post("/logg-ut/")
    assert gone.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert gone.cookies[hallway.SECRET]["max-age"] == 0
    assert "Clear-Site-Data" not in marit.client.post("/logg-ut/").headers or hallway.HERE in marit.client.cookies


def test_log_out_leads_by_way_of_what_is_not_sent_yet(desk: Come, investigation: UUID) -> None:
    kari = desk("Kari Nesheim")
    kari.see(page_of(investigation))
    kari.client.cookies[hallway.WAITS] = "1"
    assert "Her ligger et hjemmebesøk som ikke er sendt" in words(kari.see(kari.send("/logg-ut/")))
    del kari.client.cookies[hallway.WAITS]
    assert kari.send("/logg-ut/") == "/logget-ut/"


def test_the_worker_reaches_the_visits_and_nothing_else(desk: Come, settings: Any) -> None:
    told: dict[str, dict[str, str]] = {"js/hallway-worker.js": {}, "js/hallway.js": {}}
    for file, headers in told.items():
        settings.WHITENOISE_ADD_HEADERS_FUNCTION(headers, f"/her/{file}", f"/static/{file}")
    assert told["js/hallway-worker.js"]["Service-Worker-Allowed"] == "/hjemmebesok/"
    assert told["js/hallway-worker.js"]["Content-Security-Policy"] == "default-src 'self'"
    assert told["js/hallway.js"] == {}
    page = desk("Kari Nesheim").client.get("/hjemmebesok/")
    assert "worker-src 'self'" in page.headers["Content-Security-Policy"]
    assert "unsafe" not in page.headers["Content-Security-Policy"]


def test_twenty_drafts_cost_no_more_questions_than_one(world: World, desk: Come, investigation: UUID) -> None:
    kari = desk("Kari Nesheim")
    with world.as_("Kari Nesheim") as actor:
        written_visit(investigation, by=actor, at=TUESDAY)
    few = [questions(kari, place) for place in ("/hjemmebesok/", page_of(investigation))]
    with world.as_("Kari Nesheim") as actor:
        for _ in range(20):
            written_visit(investigation, by=actor, at=TUESDAY)
    assert [questions(kari, place) for place in ("/hjemmebesok/", page_of(investigation))] == few
