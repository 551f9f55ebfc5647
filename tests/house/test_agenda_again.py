"""Whatever is done with a concern, in whatever order: the agenda is what the facts say, and each act is one entry.

A random walk: somebody of the staff tries something, lawful or not. What is refused is refused in words and leaves no
trace; after what is done, the agenda as it is stored equals the agenda computed anew from the rows.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Case, HoldBack
from oppvekst.domain.concerns import actions, jobs
from oppvekst.domain.concerns.actions.limits import limits_of as limits_of_concern
from oppvekst.domain.concerns.actions.limits import limits_of_application
from oppvekst.domain.concerns.models import Application, Concern, Feedback, Passage
from oppvekst.domain.concerns.rules.message import Anonymity, ConcernMessage, ReportedChild, Said, Sender, Who
from oppvekst.domain.investigations import actions as investigations
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.tests.opened import WHOLE_PLAN
from oppvekst.domain.people.actions import Details
from oppvekst.ground.access.actor import clock
from oppvekst.ground.access.models import Grant
from oppvekst.ground.agenda.models import OWN_ACCESS, SETTLED, Item
from oppvekst.ground.agenda.planned import Planned, Subject, _items
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.models import Entry
from oppvekst.law.calendar import OSLO, oslo_date
from oppvekst.law.refusals import Refusal
from tests.house.small_service import BJORN, CASE, HANNE, INTAKE, KARI, MARIT, OLA, ONCALL, SIRI_N, TEAM, TONE, WIDE
from tests.world import SOLVIK, World

STARTS = datetime(2026, 11, 3, 9, 0, tzinfo=OSLO)
STEPS, SEEDS = 40, 1
STAFF = (
    (HANNE, INTAKE), (HANNE, INTAKE), (KARI, INTAKE), (KARI, CASE), (KARI, CASE), (OLA, CASE), (TONE, TEAM), (TONE, TEAM),
    (MARIT, WIDE), (MARIT, WIDE), (BJORN, ONCALL), (SIRI_N, INTAKE),
)  # fmt: skip
TEACHER = Sender(who=Who.PUBLIC, code="11", name="Anja Holte", phone="00 00 12 40", body="Solvik skole")
SENT: dict[str, dict[str, Any]] = {
    "the school's": {"sender": TEACHER, "hold_back_asked": True, "danger": "no"},
    "an anonymous neighbour's": {"sender": Sender(who=Who.PRIVATE, anonymity=Anonymity.ANONYMOUS), "danger": "unknown"},
    "a parent's own": {"sender": Sender(who=Who.PARENT, phone="00 00 31 31"), "help_wanted": "Avlastning", "danger": "no"},
    "a youth's": {"sender": Sender(who=Who.YOUTH, safe_way="Helsesykepleieren"), "danger": "no"},
    "one about our own": {"sender": TEACHER, "own_house": "staff", "danger": "yes"},
    "one about an unborn child": {
        "sender": TEACHER, "danger": "no", "children": (ReportedChild(name="Barnet", unborn=True, due_date=date(2027, 2, 1)),),
    },
}  # fmt: skip


@dataclass
class Walk:
    """One concern on its way, and the dice."""

    world: World
    dice: random.Random
    concern: UUID
    at: datetime = STARTS
    done: list[str] = field(default_factory=list)
    shown: UUID | None = None

    def staff(self) -> UUID:
        return self.world.staff[self.dice.choice((KARI, OLA, HANNE))].id

    def case(self) -> UUID:
        """The concern's case, or, before it has one, another child's."""
        return Concern.objects.get(id=self.concern).case_id or Case.objects.get(number="2026-0001").id

    def latest(self, model: type[HoldBack] | type[Investigation] | type[Passage]) -> UUID:
        """The switch, investigation or paragraph there is, or an id that is none of them."""
        about = {"concern": self.concern} if model is Passage else {"case_id": self.case()}
        return model.objects.filter(**about).order_by("id").values_list("id", flat=True).last() or self.concern

    def words(self) -> str:
        return self.dice.choice(("Vurdert sammen med kollega.", "Gjentatt bekymring.", " "))

    def maybe(self) -> bool:
        return self.dice.random() < 0.5

    def later(self) -> date:
        return self.at.date() + timedelta(days=self.dice.randrange(0, 160))


# What is tried, with what the dice say it is told. Who does it and when is added.
ACTS: dict[str, Callable[[Walk], Callable[..., object]]] = {
    "assess": lambda w: partial(actions.assess_immediate, w.concern, w.maybe(), w.words()),
    "take": lambda w: partial(actions.take, w.concern),
    "assign": lambda w: partial(actions.assign, w.concern, w.staff()),
    "clarify": lambda w: partial(actions.clarify, w.concern, w.words()),
    "end clarification": lambda w: partial(actions.end_clarification, w.concern, w.words()),
    "register": lambda w: partial(actions.register_child, w.concern, Details(given_name="Jonas", family_name="Lie")),
    "link": lambda w: partial(actions.link_case, w.concern, w.case()),
    "pregnancy": lambda w: partial(
        actions.set_pregnancy_facts, w.concern, consents=w.maybe(), detention_notice=w.maybe()
    ),
    "birth": lambda w: partial(actions.note_birth, w.concern, w.at.date()),
    "mask": lambda w: partial(actions.mask, w.concern, w.latest(Passage), w.words()),
    "unmask": lambda w: partial(actions.unmask, w.concern, w.latest(Passage)),
    "dismiss": lambda w: partial(actions.dismiss, w.concern, reasons=w.words(), code="10"),
    "unfounded": lambda w: partial(actions.dismiss_unfounded, w.concern, reasons=w.words()),
    "propose": lambda w: partial(actions.propose, w.concern, "open_investigation", reasons=w.words()),
    "confirm": lambda w: partial(actions.confirm, w.concern),
    "transfer": lambda w: partial(
        actions.transfer, w.concern, recipient=w.words(), code="7", acknowledged_at=w.at if w.maybe() else None
    ),
    "add": lambda w: partial(investigations.add_concern, w.concern, assessed=w.words()),
    "retract": lambda w: partial(actions.retract, w.concern, w.words()),
    "answer": lambda w: partial(actions.send_feedback, w.concern, route=w.dice.choice(("letter", "safe_way"))),
    "omit": lambda w: partial(actions.omit_feedback, w.concern, w.words()),
    "open": lambda w: partial(investigations.open_investigation, w.concern, reasons=w.words(), responsible=w.staff()),
    "plan": lambda w: partial(investigations.save_plan, w.latest(Investigation), WHOLE_PLAN | {"questions": w.words()}),
    "extend": lambda w: partial(
        investigations.extend, w.latest(Investigation), reasons=w.words(), new_due=w.later() if w.maybe() else None
    ),
    "give access": lambda w: partial(cases.give_access, w.case(), w.staff(), reason="colleague", words=w.words()),
    "give the case": lambda w: partial(cases.assign, w.case(), w.staff()),
    "add mother": lambda w: partial(cases.add_party, w.case(), Details(given_name="Mor"), "mother"),
    "hold": lambda w: partial(cases.hold, w.case(), w.words()),
    "look at hold": lambda w: partial(cases.review_hold, w.latest(HoldBack), review_on=w.later(), reasons=w.words()),
    "lift hold": lambda w: partial(cases.lift_hold, w.latest(HoldBack), w.words()),
}
# Rare ends, so that walks become long; and acts made of other acts, each with its entry.
ENDS = {"retract": 0.05, "dismiss": 0.2, "transfer": 0.2, "unfounded": 0.3, "add": 0.3}
ABOUT_THE_CASE = {"plan", "extend", "give access", "give the case", "add mother", "hold", "look at hold", "lift hold"}
# What gives somebody access is told once more, by the database; giving it is told by the database alone.
ENTRIES = {"register": 2, "open": 2, "give access": 0}


@pytest.mark.parametrize("sent", SENT)
@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_agenda_is_what_the_facts_say_whatever_is_done(world: World, seed: int, sent: str) -> None:
    dice = random.Random(f"{sent} {seed}")  # noqa: S311
    for name, _ in STAFF:
        world.token(name)
    _another_child(world)
    walk = Walk(world, dice, _arrived(world, sent))
    _agrees(walk)
    for _ in range(STEPS):
        walk.at += timedelta(hours=dice.randrange(1, 12))
        _step(walk)
    assert walk.done


# Ways that once ended in a fault of ours instead of an answer, each by itself.


def test_the_on_call_assesses_at_night_a_concern_about_one_of_our_own(world: World) -> None:
    concern_id = _arrived(world, "one about our own")
    with world.as_(BJORN) as bjorn:
        actions.assess_immediate(concern_id, True, "Redd for å gå hjem.", by=bjorn, at=STARTS)
    _agrees(Walk(world, random.Random(0), concern_id))  # noqa: S311


def test_a_concern_about_one_of_our_own_is_given_to_a_case_worker_who_can_work_with_it(world: World) -> None:
    concern_id = _arrived(world, "one about our own")
    with world.as_(MARIT) as marit:
        actions.assign(concern_id, world.staff[OLA].id, by=marit, at=STARTS)
    with world.as_(OLA) as ola:
        actions.assess_immediate(concern_id, False, "Trygg i dag.", by=ola, at=STARTS)
        actions.clarify(concern_id, "Ringer melder.", by=ola, at=STARTS)


def test_a_team_leader_confirms_that_a_concern_about_nobody_known_is_unfounded(world: World) -> None:
    concern_id = _arrived(world, "the school's")
    with world.as_(HANNE) as hanne:
        actions.assess_immediate(concern_id, False, "Trygg i dag.", by=hanne, at=STARTS)
        actions.take(concern_id, by=hanne, at=STARTS)
        actions.dismiss_unfounded(concern_id, reasons="Ingen slik elev.", by=hanne, at=STARTS)
    with world.as_(TONE) as tone:
        actions.confirm(concern_id, by=tone, at=STARTS)
    assert Concern.objects.get(id=concern_id).state == "dismissed_unfounded"


def test_the_intake_takes_back_what_nobody_has_taken(world: World) -> None:
    concern_id = _arrived(world, "the school's")
    with world.as_(HANNE) as hanne:
        actions.retract(concern_id, "Samme melding to ganger.", by=hanne, at=STARTS)
    assert not Item.objects.filter(open=True).exists()


def test_a_case_worker_goes_on_after_proposing(world: World) -> None:
    concern_id = _arrived(world, "the school's")
    with world.as_(KARI) as kari:
        actions.assess_immediate(concern_id, True, "Haster.", by=kari, at=STARTS)
        actions.take(concern_id, by=kari, at=STARTS)
    with world.as_(KARI, CASE) as kari:
        actions.propose(concern_id, "dismiss", reasons="Avklart.", code="10", by=kari, at=STARTS)
        actions.clarify(concern_id, "Ringer melder likevel.", by=kari, at=STARTS)
    _agrees(Walk(world, random.Random(0), concern_id))  # noqa: S311


def test_a_linked_concern_is_given_to_a_colleague_with_the_childs_file(world: World) -> None:
    concern_id = _arrived(world, "the school's")
    with world.as_(HANNE) as hanne:
        actions.assess_immediate(concern_id, False, "Trygg i dag.", by=hanne, at=STARTS)
        actions.take(concern_id, by=hanne, at=STARTS)
        case = actions.register_child(concern_id, Details(given_name="Jonas"), by=hanne, at=STARTS)
    with world.as_(TONE) as tone:
        actions.assign(concern_id, world.staff[OLA].id, by=tone, at=STARTS)
    with world.as_(OLA) as ola:
        actions.clarify(concern_id, "Ringer melder.", by=ola, at=STARTS)
        assert Case.objects.filter(id=case.id).exists()


def test_the_intake_settles_a_message_that_could_not_be_read(world: World) -> None:
    with acting("worker"):
        message = actions.store(b"{", source="fiks", message_name="m-1", kind="privat", municipality=SOLVIK, at=STARTS)
        actions.take_in(message.id, jobs.read, by=clock(SOLVIK), at=STARTS)
    with world.as_(HANNE) as hanne:
        actions.settle_message(message.id, "Ringte avsenderen.", by=hanne, at=STARTS)
    assert not Item.objects.filter(open=True).exists()


def _step(walk: Walk) -> None:
    name = walk.dice.choice([name for name in ACTS if walk.dice.random() < ENDS.get(name, 1)])
    act, (who, hat) = ACTS[name](walk), walk.dice.choice(STAFF)
    walk.shown = walk.case()
    before, entries, switches = _agenda(), _entries(), HoldBack.objects.count()
    grants = Grant.objects.count()
    try:
        with transaction.atomic(), walk.world.as_(who, hat) as by:
            act(by=by, at=walk.at)
    except Refusal as refusal:
        assert refusal.sentence
        assert (_agenda(), _entries()) == (before, entries), (name, who)
        return
    except DatabaseError as error:
        assert not _sees(walk, name, who, hat), f"{who} ({hat}): «{name}» etter {walk.done}: {error}"
        assert (_agenda(), _entries()) == (before, entries), (name, who)
        return
    walk.done.append(f"{name} ({who.split()[0]})")
    asked_for = HoldBack.objects.count() - switches if name in {"register", "link"} else 0
    given = Grant.objects.count() - grants
    assert _entries() - entries == ENTRIES.get(name, 1) + asked_for + given, walk.done
    _agrees(walk)


def _sees(walk: Walk, act: str, who: str, hat: str) -> bool:
    """Whoever sees what the act is about is refused in words, and not by the database alone."""
    with walk.world.as_(who, hat):
        if act in ABOUT_THE_CASE:
            return Case.objects.filter(id=walk.shown).exists()
        return Concern.objects.filter(id=walk.concern).exists()


def _agrees(walk: Walk) -> None:
    """Every item that the facts ask for is there, word for word; what they do not ask for is closed.

    But for what the database puts on the leader's list itself, when somebody gives herself a case.
    """
    wanted = {item.id: item for subject in _subjects() for item in _items(subject)}
    for item in Item.objects.exclude(rule=OWN_ACCESS):
        if item.id in wanted:
            one, other = ({name: getattr(each, name) for name in SETTLED} for each in (item, wanted.pop(item.id)))
            assert one == other, walk.done
        else:
            assert not item.open, (walk.done, item.title)
    assert not wanted, (walk.done, [item.title for item in wanted.values()])


def _subjects() -> Iterator[Subject]:
    """Everything that puts something on the agenda, as it is now."""
    for concern in Concern.objects.select_related("enquiry"):
        yield limits_of_concern(concern, Feedback.objects.filter(concern=concern))
    for application in Application.objects.all():
        yield limits_of_application(application)
    for investigation in Investigation.objects.select_related("case"):
        yield investigations.limits_of(investigation, investigation.case.responsible)
    for switch in HoldBack.objects.all():
        yield _limits_of_switch(switch)


def _limits_of_switch(switch: HoldBack) -> Subject:
    """The review of a hold-back stands with its owner, on the day chosen, until it is lifted (corrections.md 2.1)."""
    lifted = oslo_date(switch.lifted_at) if switch.lifted_at else None
    review = Planned(
        "hold-back", "Vurder sperren for foreldrene på nytt", due=switch.review_on, target=switch.review_on,
        start=oslo_date(switch.set_at), steps=("Dagen er valgt av den som eier sperren.",), law="bvl §§ 1-3, 12-6",
        assignee=switch.owner, done_on=lifted,
    )  # fmt: skip
    return Subject(switch.id, "hold_back", switch.municipality_id, switch.case_id, (review,))


def _entries() -> int:
    return Entry.objects.count()


def _agenda() -> list[dict[str, Any]]:
    return list(Item.objects.order_by("id").values())


def _another_child(world: World) -> None:
    """Somebody a concern can be linked to, with an investigation that is open."""
    with world.as_(KARI, CASE) as kari:
        (concern_id,) = actions.receive(_message("own", sender=Sender(who=Who.SERVICE)), by=kari, at=STARTS).concerns
        actions.assess_immediate(concern_id, False, "Trygg.", by=kari, at=STARTS)
        actions.take(concern_id, by=kari, at=STARTS)
        actions.register_child(concern_id, Details(given_name="Idun"), by=kari, at=STARTS)
        investigations.open_investigation(concern_id, reasons="Uro.", responsible=kari.person, by=kari, at=STARTS)


def _arrived(world: World, sent: str) -> UUID:
    with world.at_portal() as somebody:
        return actions.receive(_message("portal", **SENT[sent]), by=somebody, at=STARTS).concerns[0]


def _message(channel: str, **more: Any) -> ConcernMessage:
    given = {"children": (ReportedChild(name="Jonas"),), "said": (Said("worry", "Noe er galt."),), "danger": "no"}
    return ConcernMessage(channel=channel, **(given | more))
