"""Story 3: thirteen years old and alone with it (stories.md 3), as far as an opened investigation."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from oppvekst.domain.cases.actions import hold, lift_hold, review_hold
from oppvekst.domain.cases.queries import hold_back
from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.rules.message import ConcernMessage, ReportedChild, Said, Sender, Who
from oppvekst.domain.investigations.actions import open_investigation
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.people.actions import Details
from oppvekst.ground.agenda.models import Item
from oppvekst.ground.agenda.worklist import items_of
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.world import World

TUESDAY = datetime(2026, 11, 3, 14, 10, tzinfo=OSLO)
FRIDAY = datetime(2026, 11, 6, 9, 0, tzinfo=OSLO)

SARA = ConcernMessage(
    channel="portal",
    sender=Sender(who=Who.YOUTH, name="Sara Lund", safe_way="Helsesykepleieren på skolen, klokka 11.30"),
    children=(ReportedChild(name="Sara Lund", age="13"),),
    said=(Said("worry", "Jeg er redd for å gå hjem."),),
    danger="no",
)


def reviewed(world: World) -> object:
    with world.at_portal() as sara:
        (concern_id,) = actions.receive(SARA, by=sara, at=TUESDAY).concerns
    with world.as_("Hanne Dale") as hanne:
        actions.assess_immediate(concern_id, True, "Redd for å gå hjem i dag.", by=hanne, at=TUESDAY)
        actions.take(concern_id, by=hanne, at=TUESDAY)
        details = Details(given_name="Sara", family_name="Lund", birth_date=date(2013, 2, 1))
        actions.register_child(concern_id, details, by=hanne, at=TUESDAY)
    return concern_id


def test_review_and_answer_have_their_limits(world: World) -> None:
    concern_id = reviewed(world)
    with world.as_("Hanne Dale"):
        limits = {item.rule: (item.due, item.title) for item in items_of(concern_id)}
    assert limits["D01"][0] == date(2026, 11, 10)
    assert limits["D04"] == (date(2026, 11, 24), "Svar barnet på den trygge måten")


@pytest.mark.parametrize("route", ["letter", "phone", "digital"])
def test_nothing_goes_home_to_her(world: World, route: str) -> None:
    concern_id = reviewed(world)
    with world.as_("Hanne Dale") as hanne, pytest.raises(NotAllowed, match="trygge måten"):
        actions.send_feedback(concern_id, route=route, by=hanne, at=FRIDAY)


def test_she_is_answered_in_the_way_she_chose_though_everything_else_is_held_back(world: World) -> None:
    concern_id = reviewed(world)
    with world.as_("Hanne Dale") as hanne:
        concern = queries.get_concern(concern_id)
        assert concern.case_id and hold_back(concern.case_id)
        assert actions.send_feedback(concern_id, route="safe_way", by=hanne, at=FRIDAY).state == "sent"


def test_the_team_leader_confirms_what_hanne_proposes_and_siri_gets_it(world: World) -> None:
    concern_id = reviewed(world)
    with world.as_("Hanne Dale") as hanne:
        with pytest.raises(NotAllowed, match="kan ikke gjøre dette"):
            open_investigation(concern_id, reasons="Redd.", responsible=hanne.staff_id, by=hanne, at=FRIDAY)
        actions.propose(concern_id, "open_investigation", reasons="Redd hjemme, gjentatt.", by=hanne, at=FRIDAY)
    siri = world.staff["Siri Tveito"]
    with world.as_("Tone Vik") as tone:
        assert items_of(concern_id).get(rule="confirm").title == "Bekreft at det åpnes undersøkelse"
        open_investigation(concern_id, reasons="", responsible=siri.id, by=tone, at=FRIDAY)
    with world.as_("Siri Tveito") as actor:
        (investigation,) = Investigation.objects.all()
        assert investigation.reasons == "Redd hjemme, gjentatt."
        assert investigation.three_months_from == date(2026, 11, 10)
        (end,) = Item.objects.filter(assignee=actor.staff_id, rule="D11")
        assert end.due == date(2027, 2, 10)


def test_the_switch_has_an_owner_and_a_day_and_is_lifted_only_with_a_reason(world: World) -> None:
    concern_id = reviewed(world)
    with world.as_("Hanne Dale") as hanne:
        case_id = queries.get_concern(concern_id).case_id
        switch = hold_back(case_id)
        assert switch and switch.owner == hanne.staff_id
        assert switch.review_on == date(2026, 11, 10)
        with pytest.raises(NotAllowed, match="allerede"):
            hold(case_id, "En gang til.", by=hanne, at=FRIDAY)
        review_hold(switch.id, review_on=date(2026, 11, 16), reasons="Ikke avhørt ennå.", by=hanne, at=FRIDAY)
        with pytest.raises(Incomplete):
            lift_hold(switch.id, " ", by=hanne, at=FRIDAY)
        lift_hold(switch.id, "Foreldrene er orientert.", by=hanne, at=FRIDAY)
        assert hold_back(case_id) is None
