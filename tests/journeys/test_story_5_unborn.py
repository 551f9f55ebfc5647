"""Story 5: the child not yet born (stories.md 5)."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.rules.message import ConcernMessage, ReportedChild, Said, Sender, Who
from oppvekst.domain.investigations.actions import open_investigation
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.people.actions import Details
from oppvekst.ground.agenda.worklist import items_of
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import NotAllowed
from tests.world import World

WEDNESDAY = datetime(2026, 11, 4, 10, 0, tzinfo=OSLO)
TUESDAY = datetime(2026, 11, 10, 12, 0, tzinfo=OSLO)
BIRTH_MORNING = datetime(2027, 2, 12, 9, 0, tzinfo=OSLO)
DUE_DATE = date(2027, 2, 14)

MIDWIFE = ConcernMessage(
    channel="portal",
    sender=Sender(who=Who.PUBLIC, code="10", name="Solveig Rud", role="Jordmor", phone="00 00 13 13", body="Solvik helsestasjon"),
    children=(ReportedChild(name="Linn Aasens barn", unborn=True, due_date=DUE_DATE, family_knows=True),),
    said=(Said("facts", "Hjemmet mangler det meste."),),
    danger="no",
)  # fmt: skip


def taken(world: World) -> object:
    with world.at_portal() as midwife:
        (concern_id,) = actions.receive(MIDWIFE, by=midwife, at=WEDNESDAY).concerns
    with world.as_("Kari Nesheim") as kari:
        actions.assess_immediate(concern_id, False, "Ikke født.", by=kari, at=WEDNESDAY)
        actions.take(concern_id, by=kari, at=WEDNESDAY)
        actions.register_child(concern_id, Details(family_name="Aasen", due_date=DUE_DATE), by=kari, at=WEDNESDAY)
    return concern_id


def test_it_is_reviewed_in_a_week_and_the_midwife_is_answered_in_three(world: World) -> None:
    concern_id = taken(world)
    with world.as_("Kari Nesheim"):
        limits = {item.rule: item.due for item in items_of(concern_id)}
    assert limits == {"D01": date(2026, 11, 11), "D02": None, "D05": date(2026, 11, 25), "D10": DUE_DATE}


def test_no_investigation_without_her_consent_and_the_page_says_why(world: World) -> None:
    concern_id = taken(world)
    with world.as_("Kari Nesheim") as kari:
        concern = queries.get_concern(concern_id)
        step = next(o for o in queries.outlook(concern, today=WEDNESDAY.date()) if o.step.name == "open_investigation")
        assert not step.possible
        with pytest.raises(NotAllowed, match="barn som er født"):
            open_investigation(concern_id, reasons="Uro.", responsible=kari.staff_id, by=kari, at=TUESDAY)
        assert not Investigation.objects.exists()


def test_with_her_consent_it_can_be_opened(world: World) -> None:
    concern_id = taken(world)
    with world.as_("Kari Nesheim") as kari:
        actions.set_pregnancy_facts(concern_id, consents=True, detention_notice=False, by=kari, at=TUESDAY)
        open_investigation(concern_id, reasons="Linn ønsker det.", responsible=kari.staff_id, by=kari, at=TUESDAY)


def test_concluded_with_reasons_it_is_still_looked_at_again_at_birth(world: World) -> None:
    concern_id = taken(world)
    with world.as_("Kari Nesheim") as kari:
        actions.dismiss(concern_id, reasons="Linn tar imot veiledning.", code="10", by=kari, at=TUESDAY)
        (again,) = items_of(concern_id).filter(open=True).exclude(rule="D05")
        assert (again.rule, again.due, again.assignee) == ("D10", DUE_DATE, kari.staff_id)
        actions.note_birth(concern_id, date(2027, 2, 12), by=kari, at=BIRTH_MORNING)
        assert not items_of(concern_id).filter(rule="D10", open=True).exists()


def test_on_the_birth_morning_kari_writes_her_own_concern_and_an_investigation_is_possible(world: World) -> None:
    concern_id = taken(world)
    own = ConcernMessage(
        channel="own", sender=Sender(who=Who.SERVICE, name="Kari Nesheim"),
        children=(ReportedChild(name="Aasen", birth_date=date(2027, 2, 12)),), said=(Said("facts", "Barnet er født."),),
        danger="no",
    )  # fmt: skip
    with world.as_("Kari Nesheim") as kari:
        (new_id,) = actions.receive(own, by=kari, at=BIRTH_MORNING).concerns
        assert queries.get_concern(new_id).enquiry.reporter_code == "5"
        assert items_of(new_id).get(rule="D01").due == date(2027, 2, 19)
        actions.assess_immediate(new_id, False, "På sykehuset.", by=kari, at=BIRTH_MORNING)
        actions.take(new_id, by=kari, at=BIRTH_MORNING)
        actions.link_case(new_id, queries.get_concern(concern_id).case_id, by=kari, at=BIRTH_MORNING)
        open_investigation(new_id, reasons="Født nå.", responsible=kari.staff_id, by=kari, at=BIRTH_MORNING)
