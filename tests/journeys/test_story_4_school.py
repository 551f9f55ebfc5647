"""Story 4: the school with two children. One message, two concerns, two journals, one clock (stories.md 4)."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from oppvekst.domain.cases.models import Case
from oppvekst.domain.cases.queries import hold_back
from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.models import Concern, Feedback
from oppvekst.domain.concerns.rules.message import ConcernMessage, ReportedChild, Said, Sender, Who
from oppvekst.domain.investigations.actions import open_investigation
from oppvekst.domain.people.actions import Details
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.agenda.worklist import items_of
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import NotAllowed, NotFound
from tests.world import World

THURSDAY = datetime(2026, 9, 10, 9, 30, tzinfo=OSLO)
FRIDAY = datetime(2026, 9, 11, 13, 0, tzinfo=OSLO)

ANJA = Sender(
    who=Who.PUBLIC, code="11", name="Anja Holte", role="Lærer", phone="00 00 12 40", body="Solvik skole",
    body_address={"lines": ["Skoleveien 1"], "postal_code": "9998", "postal_place": "Solvik"},
)  # fmt: skip
MESSAGE = ConcernMessage(
    channel="portal",
    sender=ANJA,
    children=(
        ReportedChild(
            name="Jonas Strand", birth_date=date(2017, 4, 2), family_knows=False, family_words="Redd for slag"
        ),
        ReportedChild(name="Leah Moe Strand", birth_date=date(2020, 6, 8), family_knows=False),
    ),
    said=(
        Said("facts", "Jonas hadde merker på armen.\n\nLeah sa at far slår."),
        Said("interpretation", "Vi er redde."),
    ),
    danger="no",
    triggers=("a",),
    hold_back_asked=True,
)


def test_the_schools_message_becomes_two_concerns_with_the_same_limits(world: World) -> None:
    with world.at_portal() as anja:
        received = actions.receive(MESSAGE, by=anja, at=THURSDAY)
    assert len(received.concerns) == 2
    with world.as_("Hanne Dale"):
        limits = {item.rule: item.due for item in items_of(received.concerns[1])}
    assert limits["D01"] == date(2026, 9, 17)
    assert limits["D05"] == date(2026, 10, 1)
    assert limits["D02"] is None


def test_from_worklist_to_two_investigations_due_the_same_day(world: World) -> None:
    jonas, leah = _reviewed(world)
    with world.as_("Kari Nesheim") as kari:
        for concern_id in (jonas, leah):
            open_investigation(
                concern_id, reasons="Merker og barnets egne ord.", responsible=kari.staff_id, by=kari, at=FRIDAY
            )
        ends = Item.objects.filter(rule="D11").values_list("due", "assignee")
        assert list(ends) == [(date(2026, 12, 17), kari.staff_id)] * 2
        assert Case.objects.count() == 2
        concern = queries.get_concern(jonas)
        assert (concern.state, concern.conclusion) == ("to_investigation", "2")


def test_the_switch_is_on_from_the_first_minute_of_each_case(world: World) -> None:
    jonas, leah = _reviewed(world)
    with world.as_("Kari Nesheim"):
        for concern_id in (jonas, leah):
            concern = queries.get_concern(concern_id)
            assert concern.case_id and hold_back(concern.case_id)


def test_the_school_is_told_that_an_investigation_was_opened_and_nothing_more(world: World) -> None:
    jonas, _ = _reviewed(world)
    with world.as_("Kari Nesheim") as kari:
        with pytest.raises(NotAllowed, match="gjennomgått"):
            actions.send_feedback(jonas, route="letter", by=kari, at=FRIDAY)
        open_investigation(jonas, reasons="Merker.", responsible=kari.staff_id, by=kari, at=FRIDAY)
        feedback = actions.send_feedback(jonas, route="letter", by=kari, at=FRIDAY)
        assert feedback.state == Feedback.State.SENT
        assert "Vi har åpnet undersøkelse." in feedback.text
        assert "Barnehus" not in feedback.text
        done = items_of(jonas).get(rule="D05")
        assert (done.open, done.done_on) == (False, FRIDAY.date())


@pytest.mark.parametrize("stranger", ["Ola Brandvold", "Siri Tveito", "Siri Nordli"])
def test_a_colleague_and_the_neighbour_municipality_see_nothing(world: World, stranger: str) -> None:
    jonas, _ = _reviewed(world)
    with world.as_(stranger):
        assert not Concern.objects.exists()
        assert not Case.objects.exists()
        with pytest.raises(NotFound):
            queries.get_concern(jonas)


def _reviewed(world: World) -> tuple[object, object]:
    with world.at_portal() as anja:
        received = actions.receive(MESSAGE, by=anja, at=THURSDAY)
    with world.as_("Kari Nesheim") as kari:
        for concern_id, name in zip(received.concerns, ("Jonas", "Leah"), strict=True):
            actions.assess_immediate(concern_id, False, "Trygge på skolen i dag.", by=kari, at=THURSDAY)
            actions.take(concern_id, by=kari, at=THURSDAY)
            actions.register_child(
                concern_id,
                Details(given_name=name, family_name="Strand", birth_date=date(2017, 4, 2)),
                by=kari,
                at=THURSDAY,
            )
    return received.concerns
