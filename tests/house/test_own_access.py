"""An intake worker may open a child's case to herself, to review a new concern: then the leader looks at it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.cases import actions
from oppvekst.domain.concerns import actions as concerns
from oppvekst.domain.concerns.tests.desk import arrive
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.models import Grant
from oppvekst.ground.agenda.models import OWN_ACCESS, Item
from oppvekst.ground.agenda.worklist import worklist
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import NotAllowed
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import World


@pytest.fixture
def jonas(world: World) -> UUID:
    """Siri's case."""
    with world.as_("Siri Tveito") as siri:
        return actions.open_case(Details(given_name="Jonas"), by=siri, at=TUESDAY, reason="assigned").id


@pytest.fixture
def hannes(world: World, jonas: UUID) -> Grant:
    """Hanne links a waiting concern to Siri's case, as intake may, and has the case."""
    concern_id = arrive(world)
    with world.as_("Hanne Dale") as hanne:
        concerns.link_case(concern_id, jonas, by=hanne, at=TUESDAY)
    return Grant.objects.get(case_id=jonas, staff=world.staff["Hanne Dale"])


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


def told(case_id: UUID) -> list[str]:
    return list(Entry.objects.filter(case_id=case_id, kind="access.given").values_list("says", flat=True))


def test_an_intake_worker_who_opens_a_case_to_herself_is_on_the_leaders_list(world: World, hannes: Grant) -> None:
    assert "Hanne Dale fikk tilgang: Gjennomgår en bekymringsmelding om barnet" in told(hannes.case_id)
    with world.as_("Marit Solheim") as marit:
        (item,) = worklist(marit).filter(subject=hannes.id)
    assert (item.title, item.due, item.case_id) == ("Se over at Hanne Dale ga seg selv tilgang", None, hannes.case_id)


def test_she_cannot_strike_it_out_herself_nor_can_her_team_leader(world: World, hannes: Grant) -> None:
    for who in ("Hanne Dale", "Siri Tveito", "Tone Vik"):
        with world.as_(who):
            Item.objects.filter(rule=OWN_ACCESS).update(open=False)
    assert Item.objects.get(rule=OWN_ACCESS).open
    with world.as_("Tone Vik") as tone, pytest.raises(NotAllowed, match="lederen som skal gjøre det"):
        actions.review_access(hannes.id, by=tone, at=TUESDAY)


def test_ending_the_access_again_does_not_take_it_off_the_leaders_list(world: World, hannes: Grant) -> None:
    with world.as_("Hanne Dale") as hanne:
        actions.end_access(hannes.id, by=hanne, at=TUESDAY)
    assert Item.objects.get(rule=OWN_ACCESS).open


def test_the_leader_looks_at_it_on_the_cases_page_and_the_journal_says_so(
    world: World, desk: Come, hannes: Grant
) -> None:
    marit, place = desk("Marit Solheim"), f"/saker/{hannes.case_id}/tilgang/"
    assert f'href="{place}"' in marit.see("/min-dag/")
    assert "Sett over" in words(marit.see(place))
    assert "Sett over" not in words(desk("Siri Tveito").see(place))
    assert "Du har sett over tilgangen" in words(marit.see(marit.send(f"{place}{hannes.id}/sett-over/")))
    assert "Sett over" not in words(marit.see(place))
    says = "Marit Solheim så over at Hanne Dale ga seg selv tilgang."
    assert Entry.objects.get(kind="access.reviewed").says == says
    marit.send(f"{place}{hannes.id}/sett-over/", status=409)
