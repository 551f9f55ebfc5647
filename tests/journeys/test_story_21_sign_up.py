"""Story 21: the guidance group for newly arrived families. Prevention, not a case (stories.md 21, steps 1, 3 and 4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from oppvekst.domain.cases.models import Case
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.tests.desk import DESK, browser, words
from oppvekst.domain.information.actions import EDIT, install_defaults
from oppvekst.domain.people.models import Person
from oppvekst.domain.prevention import actions, queries
from oppvekst.domain.prevention.models import Request, SignUp
from oppvekst.domain.prevention.rules import Planned
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.worklist import worklist
from oppvekst.ground.journal.models import Entry
from oppvekst.law.calendar import OSLO
from tests.house.page_lint import lint, read
from tests.world import World

AUGUST = datetime(2026, 8, 24, 10, 0, tzinfo=OSLO)
MONDAY = datetime(2026, 9, 7, 19, 30, tzinfo=OSLO)
TUESDAY = datetime(2026, 9, 8, 9, 15, tzinfo=OSLO)
OCTOBER = datetime(2026, 10, 8, 20, 0, tzinfo=OSLO)
GROUP = Planned(
    title="Å være forelder i et nytt land", about="Vi snakker om å oppdra barn i Norge.", place="Frivilligsentralen",
    starts_on=date(2026, 9, 17), ends_on=date(2026, 11, 5), starts_at=time(17, 30), ends_at=time(19, 30), evenings=8,
    languages=("ti", "prs"), child_care=True, seats=12,
)  # fmt: skip
SELAM = {
    "name": "Selam", "phone": "00 00 12 50", "adults": "2", "language": "ti", "interpreter": "on", "children_to_mind": "3",
}  # fmt: skip


@pytest.fixture
def clock(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Go to a face at a moment."""
    install_defaults(world.solvik, at=AUGUST, by=Actor("oppsett", 9998, "owner", rights=frozenset({EDIT})))
    faces = {"portal": "oppvekst.faces.portal.urls", "desk": DESK}

    def go(face: str, at: datetime) -> None:
        settings.FACE, settings.ROOT_URLCONF = face, faces[face]
        monkeypatch.setattr(timezone, "now", lambda: at)
        cache.clear()

    yield go
    cache.clear()


def arrange(world: World) -> Any:
    """Step 1: Geir runs a group of eight evenings."""
    with world.as_("Geir Aasen") as geir:
        group_id = actions.arrange_group(GROUP, by=geir, at=AUGUST)
        actions.publish_group(group_id, by=geir, at=AUGUST)
    return group_id


def page_of(client: Client, address: str) -> str:
    """A page that keeps the house's rules."""
    html = client.get(address).content.decode()
    assert lint(html, address) == []
    return html


def test_a_family_finds_the_group_and_signs_up_with_language_and_child_care(world: World, clock: Any) -> None:
    group_id = arrange(world)
    clock("portal", MONDAY)
    selam = Client()
    assert f"/forebyggende/grupper/{group_id}/" in page_of(selam, "/forebyggende/grupper/")
    address = f"/forebyggende/grupper/{group_id}/"
    html = page_of(selam, address)
    assert "Barn tolker aldri" in html
    assert not read(html).all("textarea")
    receipt = selam.post(address, SELAM)
    assert receipt.status_code == 303
    told = words(page_of(selam, receipt.headers["Location"]))
    assert SignUp.objects.get().reference in told
    assert "Senest onsdag 9. september" in told
    assert not selam.cookies


def test_geir_calls_and_confirms_and_sees_the_group_as_numbers(world: World, clock: Any) -> None:
    group_id = arrange(world)
    clock("portal", MONDAY)
    Client().post(f"/forebyggende/grupper/{group_id}/", SELAM)
    clock("desk", TUESDAY)
    geir, sign_up_id = browser(world, "Geir Aasen"), SignUp.objects.get().id
    assert f"/forebygging/grupper/pameldt/{sign_up_id}/" in geir.see("/min-dag/")
    geir.send(f"/forebygging/grupper/pameldt/{sign_up_id}/bekreft/")
    page = words(geir.see(f"/forebygging/grupper/{group_id}/"))
    for told in ("Familier 1 av 12", "Bekreftet 1", "Voksne 2", "Barn som trenger pass 3", "tigrinja 1"):
        assert told in page
    with world.as_("Geir Aasen") as he:
        assert not worklist(he).exists()


def test_it_is_prevention_and_no_case_comes_of_it(world: World, clock: Any) -> None:
    group_id = arrange(world)
    clock("portal", MONDAY)
    Client().post(f"/forebyggende/grupper/{group_id}/", SELAM)
    assert not (Case.objects.exists() or Concern.objects.exists() or Person.objects.exists())
    entries = Entry.objects.all()
    assert {entry.case_id for entry in entries} == {None}
    assert not [entry for entry in entries if "Selam" in f"{entry.says} {entry.facts}" or "1250" in str(entry.facts)]


def test_a_mother_asks_about_sleep_without_a_name_and_only_a_tick_is_kept(world: World, clock: Any) -> None:
    """Step 4, as far as the wish goes: nothing but a number and boxes, and how it went."""
    clock("portal", OCTOBER)
    Client().post(
        "/forebyggende/droft/", {"phone": "00001250", "language": "ti", "interpreter": "on", "words": "Selam"}
    )
    request = Request.objects.get()
    with world.as_("Geir Aasen") as geir:
        actions.answer(request.id, by=geir, at=OCTOBER)
        actions.close(request.id, outcome="advised", by=geir, at=OCTOBER)
        kept = queries.get_request(request.id, by=geir)
    assert (kept.outcome, kept.body, kept.contact_person, kept.words) == ("advised", "", "", "")
    assert not [says for says in Entry.objects.values_list("says", flat=True) if "Selam" in says]
