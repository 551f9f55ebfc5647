"""Story 2: the anonymous neighbour, a Saturday night (stories.md 2)."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.db import connection

from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.models import Concern, Enquiry
from oppvekst.domain.concerns.rules.message import Anonymity, ConcernMessage, ReportedChild, Said, Sender, Who
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.agenda.alarms import take
from oppvekst.ground.agenda.worklist import items_of, untaken
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.world import SOLVIK, World

SATURDAY_NIGHT = datetime(2026, 11, 7, 22, 40, tzinfo=OSLO)
READ = datetime(2026, 11, 7, 22, 52, tzinfo=OSLO)
MONDAY = datetime(2026, 11, 9, 8, 15, tzinfo=OSLO)
THURSDAY = datetime(2026, 11, 12, 14, 0, tzinfo=OSLO)

MESSAGE = ConcernMessage(
    channel="portal",
    # He typed a phone number before he chose to be anonymous: it must not stay.
    sender=Sender(who=Who.PRIVATE, anonymity=Anonymity.ANONYMOUS, phone="00 00 11 22", name="Per-Olav"),
    children=(ReportedChild(name="Mikkel", age="6", address={"lines": ["Fjordgata 12"]}),),
    said=(Said("worry", "Jeg hører roping og gråt nesten hver kveld."),),
    danger="unknown",
)


def sent(world: World) -> actions.Received:
    with world.at_portal() as neighbour:
        return actions.receive(MESSAGE, by=neighbour, at=SATURDAY_NIGHT)


def test_he_gets_a_reference_and_leaves_no_trace(world: World) -> None:
    received = sent(world)
    assert len(received.reference.replace("-", "")) == 12
    enquiry = Enquiry.objects.get()
    assert (enquiry.name, enquiry.phone, enquiry.email, enquiry.address) == ("", "", "", {})
    assert enquiry.reporter_code == "23"


def test_not_knowing_rings_the_on_call_who_reads_and_records_in_twelve_minutes(world: World) -> None:
    (concern_id,) = sent(world).concerns
    with world.as_("Bjørn Haugli") as bjorn:
        (alarm,) = untaken(bjorn)
        assert "Mikkel" not in alarm.words
        take(alarm.id, by=bjorn, at=READ)
        actions.assess_immediate(concern_id, False, "Stille nå. Ingen tegn til fare i natt.", by=bjorn, at=READ)
        assert not untaken(bjorn).exists()
    with world.as_("Hanne Dale"):
        (assessment,) = queries.get_concern(concern_id).assessments.all()
        assert (assessment.needed, assessment.by_name, assessment.at) == (False, "Bjørn Haugli", READ)


def test_only_one_can_take_the_alarm(world: World) -> None:
    sent(world)
    with world.as_("Bjørn Haugli") as bjorn:
        (alarm,) = untaken(bjorn)
        take(alarm.id, by=bjorn, at=READ)
    with world.as_("Hanne Dale") as hanne, pytest.raises(NotAllowed, match="allerede tatt"):
        take(alarm.id, by=hanne, at=READ)


def test_the_limit_stays_on_saturday_and_friday_is_the_target(world: World) -> None:
    (concern_id,) = sent(world).concerns
    with world.as_("Hanne Dale"):
        review = items_of(concern_id).get(rule="D01")
    assert (review.due, review.target) == (date(2026, 11, 14), date(2026, 11, 13))
    assert "domstolloven § 149" in review.interpretation


def test_no_answer_is_possible_and_that_is_not_late(world: World) -> None:
    (concern_id,) = sent(world).concerns
    with world.as_("Hanne Dale") as hanne:
        concern = queries.get_concern(concern_id)
        (proposal,) = queries.proposals(concern, [])
        assert proposal.impossible
        assert not items_of(concern_id).filter(rule__in=["D04", "D05"]).exists()
        with pytest.raises(NotAllowed, match="anonym"):
            actions.send_feedback(concern_id, route="letter", by=hanne, at=MONDAY)


def test_it_is_dismissed_with_professional_reasons_and_kept(world: World) -> None:
    (concern_id,) = sent(world).concerns
    with world.as_("Hanne Dale") as hanne:
        with pytest.raises(NotAllowed):
            actions.dismiss(concern_id, reasons="For tidlig.", code="10", by=hanne, at=MONDAY)
        actions.assess_immediate(concern_id, False, "Ingen tegn til fare.", by=hanne, at=MONDAY)
        actions.take(concern_id, by=hanne, at=MONDAY)
        with pytest.raises(Incomplete) as refused:
            actions.dismiss(concern_id, reasons=" ", code="10", by=hanne, at=THURSDAY)
        assert refused.value.because == ("written_reasons_with_professional_assessments",)
        actions.dismiss(concern_id, reasons="Kjent støy fra øving i bandet.", code="10", by=hanne, at=THURSDAY)
        kept = queries.get_concern(concern_id)
        assert (kept.state, kept.confirmed_by) == ("dismissed", None)
        assert not items_of(concern_id).filter(open=True).exists()


def test_coming_back_he_learns_when_it_was_read_and_nothing_else(world: World) -> None:
    received = sent(world)
    with world.at_portal():
        before = queries.receipt(SOLVIK, received.reference)
    assert before and (before.received_at, before.read) == (SATURDAY_NIGHT, False)
    with world.as_("Bjørn Haugli") as bjorn:
        actions.assess_immediate(received.concerns[0], False, "Stille nå.", by=bjorn, at=READ)
    with world.at_portal():
        after = queries.receipt(SOLVIK, received.reference)
        assert after and after.read
        assert queries.receipt(SOLVIK, "AAAA-AAAA-AAAA") is None
        assert queries.receipt(9997, received.reference) is None


def test_the_portal_can_read_no_concern_not_even_the_one_it_has_just_sent(world: World) -> None:
    with world.at_portal() as neighbour:
        actions.receive(MESSAGE, by=neighbour, at=SATURDAY_NIGHT)
        assert Municipality.objects.count() == 2
        for table in (
            "concerns_concern",
            "concerns_enquiry",
            "concerns_passage",
            "people_person",
            "access_staff",
            "cases_case",
        ):
            with connection.cursor() as cursor:
                cursor.execute("SELECT has_any_column_privilege(current_user, %s, 'SELECT')", [table])
                assert cursor.fetchone() == (False,), table
    assert Concern.objects.count() == 1
