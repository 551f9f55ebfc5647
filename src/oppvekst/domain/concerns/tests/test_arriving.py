"""A concern is written down by somebody who has listened: what she assessed goes with it, and she goes on seeing it."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import connection

from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.models import Application, Assessment, Concern, Enquiry
from oppvekst.domain.concerns.rules.message import ConcernMessage, ReportedChild, Said, Sender, Who, Wish
from oppvekst.domain.concerns.tests.desk import NEIGHBOUR, SCHOOL, TUESDAY
from oppvekst.ground.agenda.worklist import items_of
from oppvekst.ground.journal.models import Entry
from oppvekst.law.calendar import OSLO
from oppvekst.law.refusals import Incomplete, NotAllowed
from tests.world import World

AT_NIGHT = datetime(2026, 11, 24, 2, 40, tzinfo=OSLO)
JONAS, LEAH = ReportedChild(name="Jonas Strand"), ReportedChild(name="Leah Moe Strand")
QUIET = (False, "På SFO til 16.30, og far er på jobb.")
AFRAID = (True, "Redd for å gå hjem i dag.")
MOTHER = Sender(who=Who.PARENT, name="Linn Aasen", phone="00001133")


def call(**about: object) -> ConcernMessage:
    given = {"channel": "phone", "sender": SCHOOL, "children": (JONAS,), "said": (Said("worry", "Han er redd."),)}
    return ConcernMessage(**(given | {"danger": "no"} | about))  # type: ignore[arg-type]


def test_what_was_assessed_on_the_phone_stands_on_each_childs_concern_in_the_name_of_who_did(world: World) -> None:
    with world.as_("Hanne Dale") as hanne:
        received = actions.receive(call(children=(JONAS, LEAH)), by=hanne, at=TUESDAY, assessed=QUIET)
        for concern_id in received.concerns:
            concern = queries.get_concern(concern_id)
            (assessment,) = concern.assessments.all()
            assert (concern.state, concern.immediate, concern.immediate_at) == ("received", False, TUESDAY)
            assert (assessment.by_name, assessment.at, assessment.reasons) == ("Hanne Dale", TUESDAY, QUIET[1])
            assert items_of(concern_id).get(rule="D02").done_on == TUESDAY.date()
            told = Entry.objects.get(subject=concern_id, kind="concern.assessed")
            assert told.says == f"Barnet trenger ikke hjelp med en gang: {QUIET[1]}"


def test_a_child_who_needs_help_at_once_is_urgent_from_the_first_moment(world: World) -> None:
    with world.as_("Hanne Dale") as hanne:
        (concern_id,) = actions.receive(call(), by=hanne, at=TUESDAY, assessed=AFRAID).concerns
        assert queries.get_concern(concern_id).state == "urgent"


def test_without_an_assessment_the_question_is_still_open(world: World) -> None:
    with world.as_("Hanne Dale") as hanne:
        (concern_id,) = actions.receive(call(), by=hanne, at=TUESDAY).concerns
        assert items_of(concern_id).get(rule="D02").open
        assert queries.get_concern(concern_id).immediate is None


def test_one_about_our_own_takes_the_assessment_along_to_the_leader(world: World) -> None:
    with world.as_("Hanne Dale") as hanne:
        (concern_id,) = actions.receive(call(own_house="staff"), by=hanne, at=TUESDAY, assessed=AFRAID).concerns
        assert not Concern.objects.exists()
        assert not Assessment.objects.exists()
    with world.as_("Marit Solheim"):
        concern = queries.get_concern(concern_id)
        assert (concern.state, concern.assessments.get().by_name) == ("urgent", "Hanne Dale")


def test_the_on_call_goes_on_seeing_what_she_wrote_down_at_night_and_so_does_the_intake(world: World) -> None:
    with world.as_("Bjørn Haugli") as bjorn:
        (concern_id,) = actions.receive(call(), by=bjorn, at=AT_NIGHT, assessed=QUIET).concerns
        assert [one.id for one in queries.inbox(bjorn)] == [concern_id]
        actions.assess_immediate(concern_id, True, "Faren ringte igjen.", by=bjorn, at=AT_NIGHT)
    with world.as_("Hanne Dale") as hanne:
        assert [one.id for one in queries.inbox(hanne)] == [concern_id]
        assert queries.get_concern(concern_id).assessments.count() == 2


@pytest.mark.parametrize("answer", [(None, "Uklart."), (True, " "), (None, "")])
def test_half_an_assessment_is_sent_back_and_nothing_is_stored(world: World, answer: tuple[bool | None, str]) -> None:
    with world.as_("Hanne Dale") as hanne, pytest.raises(Incomplete):
        actions.receive(call(), by=hanne, at=TUESDAY, assessed=answer)
    assert not Enquiry.objects.exists()


def test_nobody_outside_answers_for_the_service(world: World) -> None:
    with pytest.raises(NotAllowed), world.at_portal() as somebody:
        actions.receive(call(channel="portal"), by=somebody, at=TUESDAY, assessed=QUIET)
    assert not Enquiry.objects.exists()


# A worry, help, or both


def arrived(world: World, **about: object) -> Concern:
    with world.as_("Hanne Dale") as hanne:
        (concern_id,) = actions.receive(call(**about), by=hanne, at=TUESDAY, assessed=QUIET).concerns
        actions.take(concern_id, by=hanne, at=TUESDAY)
        return queries.get_concern(concern_id)


def dismissed(world: World, concern: Concern) -> None:
    with world.as_("Hanne Dale") as hanne:
        actions.dismiss(concern.id, reasons="Familien har det hun trenger.", code="10", by=hanne, at=TUESDAY)


def test_a_mother_who_only_asks_for_help_is_answered_by_a_decision_and_never_dismissed(world: World) -> None:
    concern = arrived(world, sender=MOTHER, wish=Wish.HELP, help_wanted="Avlastning i helgene.")
    assert concern.enquiry.wish == Enquiry.Wish.HELP
    with pytest.raises(NotAllowed, match="besvares med et enkeltvedtak"):
        dismissed(world, concern)
    with world.as_("Hanne Dale"):
        application = Application.objects.get()
        assert items_of(application.id).get().title == "Svar på søknaden om hjelp med et vedtak"
        assert Entry.objects.get(subject=concern.enquiry_id).says.startswith("Søknad om hjelp for ett barn kom inn")


def test_a_mother_who_is_worried_and_asks_for_help_gets_both_and_the_worry_may_be_dismissed(world: World) -> None:
    concern = arrived(world, sender=MOTHER, wish=Wish.BOTH, help_wanted="Avlastning i helgene.")
    dismissed(world, concern)
    with world.as_("Hanne Dale"):
        assert items_of(Application.objects.get().id).get().open, "søknaden står igjen"


def test_a_worried_mother_has_not_applied_for_anything(world: World) -> None:
    concern = arrived(world, sender=MOTHER, wish=Wish.WORRY)
    dismissed(world, concern)
    assert not Application.objects.exists()


def test_where_nobody_was_asked_the_words_of_an_application_make_it_both(world: World) -> None:
    concern = arrived(world, sender=MOTHER, help_wanted="Avlastning i helgene.")
    assert concern.enquiry.wish == Enquiry.Wish.BOTH
    dismissed(world, concern)


@pytest.mark.parametrize(
    ("sender", "wish", "words", "told"),
    [
        (MOTHER, Wish.HELP, " ", "Skriv hva det bes om hjelp til."),
        (MOTHER, Wish.BOTH, "", "Skriv hva det bes om hjelp til."),
        (MOTHER, Wish.WORRY, "Avlastning", "Velg at det er en søknad, eller begge deler."),
        (NEIGHBOUR, Wish.HELP, "De trenger avlastning", "Bare barnet og foreldrene kan søke om hjelp."),
    ],
)
def test_an_application_says_what_for_and_comes_from_the_family(
    world: World, sender: Sender, wish: Wish, words: str, told: str
) -> None:
    with world.as_("Hanne Dale") as hanne, pytest.raises(Incomplete, match=told):
        actions.receive(call(sender=sender, wish=wish, help_wanted=words), by=hanne, at=TUESDAY)
    assert not Enquiry.objects.exists()


def test_the_ten_thousandth_concern_of_a_year_has_a_number_of_its_own(world: World) -> None:
    with world.as_("Hanne Dale") as hanne:
        actions.receive(call(), by=hanne, at=TUESDAY)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE numbering.counter SET latest = 9999 WHERE series = 'M' AND municipality = 9998")
    with world.as_("Hanne Dale") as hanne:
        actions.receive(call(), by=hanne, at=TUESDAY)
    assert set(Concern.objects.values_list("number", flat=True)) == {"M-2026-0001", "M-2026-10000"}
