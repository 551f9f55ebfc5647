"""What concerns tell the timeline of a case: never who gave the name to the service alone, nor what a reporter was answered."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from oppvekst.domain.cases import actions
from oppvekst.domain.cases.actions import Told
from oppvekst.domain.cases.rules.when import read
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.queries.milestones import milestones
from oppvekst.domain.concerns.tests.desk import arrive, linked
from oppvekst.ground.database.acting import acting
from tests.desk import TUESDAY, Come, opened_desk, words
from tests.world import World

TYPED = {
    "when": "våren 2024", "fact": "Mor drakk i helgene.", "source_kind": "said", "source": "Mormor i møte", "assessment": "",
    "theme": "",
}  # fmt: skip


@pytest.fixture
def desk(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Come:
    return opened_desk(world, settings, monkeypatch)


@pytest.fixture
def reported(world: World, desk: Come) -> UUID:
    """Emil's case: his grandmother has reported, with her name to the service alone."""
    concern_id = arrive(world)
    case_id = linked(world, concern_id)
    with acting("owner"):
        enquiry = Concern.objects.get(id=concern_id).enquiry
        type(enquiry).objects.filter(id=enquiry.id).update(
            anonymity="service_only", reporter="family", name="Berit Nygård", body=""
        )
    return case_id


def test_a_reporter_who_told_the_service_alone_is_nowhere_on_the_line_or_the_paper(
    world: World, desk: Come, reported: UUID
) -> None:
    kari, line = desk("Kari Nesheim"), f"/saker/{reported}/tidslinje/"
    page = words(kari.see(line))
    assert "Bekymringsmelding mottatt" in page
    assert "Berit" not in page
    assert "familien" not in page
    typed = TYPED | {"source": "Berit, som meldte"}
    refused = words(kari.send(f"{line}ny/", status=422, **typed))
    assert "melderen har bare gitt navnet til tjenesten" in refused
    kari.send(f"{line}ny/", **TYPED | {"source": "Mormor Berit i møte"})
    with world.as_("Kari Nesheim") as acting_kari:
        slipped = Told(read("2025"), "Det Berit skrev i meldingen, stemmer.", "observed", "Kari Nesheim")
        actions.write_happening(reported, slipped, by=acting_kari, at=TUESDAY)
    paper = words(kari.send(f"{line}utskrift/", status=200))
    assert "Det Berit skrev" not in paper
    assert "Mormor Berit i møte" in paper
    assert "1 linje er ikke med" in paper


def test_a_school_is_named_and_a_child_who_has_told_herself_is_not(world: World, desk: Come) -> None:
    case_id = linked(world, arrive(world))
    with world.as_("Kari Nesheim"):
        assert [one.what for one in milestones(case_id)] == ["Bekymringsmelding mottatt fra Solvik skole"]
    with acting("owner"):
        enquiry = Concern.objects.get(case_id=case_id).enquiry
        type(enquiry).objects.filter(id=enquiry.id).update(reporter="child", name="Emil")
    with world.as_("Kari Nesheim"):
        assert [one.what for one in milestones(case_id)] == ["Bekymringsmelding mottatt"]
