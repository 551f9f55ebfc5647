"""Two people act on the same concern at the same moment: the second is told, and nothing of the first one's is lost."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.models import Assessment, Concern, Feedback
from oppvekst.domain.concerns.rules.message import ReportedChild
from oppvekst.domain.concerns.tests.conftest import AtOnce
from oppvekst.domain.concerns.tests.desk import NEIGHBOUR, TUESDAY, arrive, assessed, taken
from oppvekst.domain.people.actions import Details
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import Incomplete, NotAllowed

HANNE, KARI, TONE = "Hanne Dale", "Kari Nesheim", "Tone Vik"
REASONS = "Skolen og familien er snakket med. Merket var fra en fotballkamp."
JONAS = Details(given_name="Jonas", family_name="Strand", birth_date=date(2017, 4, 2))
LEAH = Details(given_name="Leah", family_name="Strand", birth_date=date(2020, 6, 8))


def stands(concern: UUID) -> Concern:
    return Concern.objects.get(id=concern)


def test_the_second_who_takes_it_is_told_who_has_it(at_once: AtOnce) -> None:
    concern = arrive(at_once.world)
    take = partial(actions.take, concern, at=TUESDAY)
    told = at_once(KARI, lambda kari: take(by=kari), HANNE, lambda hanne: take(by=hanne))
    assert isinstance(told, NotAllowed)
    assert told.sentence == "Kari Nesheim har allerede tatt denne meldingen."
    assert stands(concern).handler_name == KARI


def test_of_two_who_end_it_in_two_ways_the_first_ones_reasons_stand(at_once: AtOnce) -> None:
    concern = taken(at_once.world, arrive(at_once.world))
    told = at_once(
        KARI, lambda kari: actions.dismiss(concern, reasons=REASONS, code="10", by=kari, at=TUESDAY),
        KARI, lambda kari: actions.transfer(
            concern, recipient="Nordvåg", code="7", acknowledged_at=TUESDAY, by=kari, at=TUESDAY
        ),
    )  # fmt: skip
    assert told is not None and "kan ikke gjøres når meldingen er «henlagt»" in told.sentence
    assert (stands(concern).state, stands(concern).reasons, stands(concern).recipient) == ("dismissed", REASONS, "")


def test_it_is_not_dismissed_alone_when_a_colleague_has_just_found_that_it_is_urgent(at_once: AtOnce) -> None:
    concern = taken(at_once.world, arrive(at_once.world))
    told = at_once(
        HANNE, lambda hanne: actions.assess_immediate(concern, True, "Mor ringte. Han vil ikke hjem.", by=hanne, at=TUESDAY),
        KARI, lambda kari: actions.dismiss(concern, reasons=REASONS, code="10", by=kari, at=TUESDAY),
    )  # fmt: skip
    assert isinstance(told, Incomplete) and "En kollega må være enig" in told.fields["confirmed_by"]
    kept = stands(concern)
    assert (kept.state, kept.immediate, kept.concluded_at) == ("under_review", True, None)


def test_two_who_assess_it_both_stand_with_their_reasons(at_once: AtOnce) -> None:
    concern = arrive(at_once.world)
    told = at_once(
        HANNE, lambda hanne: actions.assess_immediate(concern, True, "Skal hjem klokka 16.", by=hanne, at=TUESDAY),
        KARI, lambda kari: actions.assess_immediate(concern, False, "Er hos bestemor.", by=kari, at=TUESDAY),
    )  # fmt: skip
    assert told is None
    assert {(one.by_name, one.needed) for one in Assessment.objects.all()} == {(HANNE, True), (KARI, False)}
    # What the first found is not undone by a look at how it stood before: it is still urgent to take.
    assert (stands(concern).state, stands(concern).immediate) == ("urgent", False)


def test_it_is_linked_to_one_child_and_no_case_is_left_over(at_once: AtOnce) -> None:
    concern = taken(at_once.world, arrive(at_once.world))
    told = at_once(
        KARI, lambda kari: actions.register_child(concern, JONAS, by=kari, at=TUESDAY),
        HANNE, lambda hanne: actions.register_child(concern, LEAH, by=hanne, at=TUESDAY),
    )  # fmt: skip
    assert told is not None and "allerede koblet til et barn" in told.sentence
    assert Concern.objects.select_related("case__child").get(id=concern).case.child.given_name == "Jonas"
    assert Entry.objects.filter(kind="case.opened").count() == 1


def test_the_reporter_gets_one_answer(at_once: AtOnce) -> None:
    concern = assessed(at_once.world, arrive(at_once.world, sender=NEIGHBOUR))
    answer = partial(actions.send_feedback, concern, route="letter", at=TUESDAY)
    told = at_once(KARI, lambda kari: answer(by=kari), HANNE, lambda hanne: answer(by=hanne))
    assert told is not None and told.sentence == "Svaret er allerede avgjort."
    assert Feedback.objects.count() == 1


def test_nobody_confirms_a_proposal_that_was_changed_after_she_read_it(at_once: AtOnce) -> None:
    world = at_once.world
    concern = taken(world, arrive(world))
    with world.as_(KARI) as kari:
        actions.dismiss_unfounded(concern, reasons="Ingen slik elev.", by=kari, at=TUESDAY)
    with world.as_(TONE):
        read = queries.stand_of(queries.get_concern(concern))
    told = at_once(
        KARI, lambda kari: actions.propose(concern, "dismiss", reasons=REASONS, code="10", by=kari, at=TUESDAY),
        TONE, lambda tone: actions.confirm(concern, read=read, by=tone, at=TUESDAY),
    )  # fmt: skip
    assert told is not None and "Les den på nytt" in told.sentence
    assert (stands(concern).state, stands(concern).proposed) == ("under_review", "dismiss")


def test_paragraphs_are_hidden_by_two_at_once(at_once: AtOnce) -> None:
    world = at_once.world
    concern = arrive(world, children=(ReportedChild(name="Emil"),))
    with world.as_(KARI):
        first, second = (passage.id for passage in queries.get_concern(concern).passages.all())
    told = at_once(
        KARI, lambda kari: actions.mask(concern, first, "Røper hvem som meldte.", by=kari, at=TUESDAY),
        HANNE, lambda hanne: actions.mask(concern, second, "Gjelder et annet barn.", by=hanne, at=TUESDAY),
    )  # fmt: skip
    assert told is None
    with world.as_(KARI):
        assert [one.mask_reasons for one in queries.get_concern(concern).passages.all()] == [
            "Røper hvem som meldte.",
            "Gjelder et annet barn.",
        ]
