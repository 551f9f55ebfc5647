"""Giving the help: it is prepared, decided, begun, looked at again with the family, and ends (bvl §§ 3-1, 3-4, 8-1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID

from oppvekst.domain.cases.models import Party
from oppvekst.domain.decisions import actions as decisions
from oppvekst.domain.decisions.models import ConsentText, Decision
from oppvekst.domain.decisions.rules.consent import Form, Said
from oppvekst.domain.measures import actions
from oppvekst.domain.measures.models import Goal, Offer
from oppvekst.domain.measures.queries import goals_of
from oppvekst.domain.measures.rules import Ordered
from oppvekst.faces.cli.demo_data.help import deciding
from oppvekst.faces.cli.demo_data.help.days import KARI, Demo
from oppvekst.faces.cli.demo_data.help.deciding import Family
from oppvekst.faces.cli.demo_data.help.each_time import fill_each_time, pay_for_climbing
from oppvekst.faces.cli.demo_data.help.families import END, HELPED, IDA, Look, Way
from oppvekst.faces.cli.demo_data.help.meetings import meet
from oppvekst.faces.cli.demo_data.help.week import fill_week
from oppvekst.ground.database.acting import acting
from oppvekst.law.calendar import oslo_date

NO_MORE = "Adrian vil heller være med onkelen sin. Mor er enig."
ENDED_WELL = "Målene er nådd. Familien greier det selv, og vet hvor vi er."


def give_help(demo: Demo) -> None:
    """Every family with help, each as far as it has come; then their meetings, and Kari's own week."""
    for helped in (IDA, *HELPED):
        family = deciding.find(helped)
        deciding.sum_up(demo, family)
        _WAYS[helped.way](demo, family)
        _in_line(demo, family)
    fill_each_time(demo)
    meet(demo)
    fill_week(demo)


def _drafted(demo: Demo, family: Family) -> None:
    deciding.draft(demo, family, whole=False)


def _on_the_table(demo: Demo, family: Family) -> None:
    decision = deciding.draft(demo, family)
    deciding.ask(demo, family, decision)
    deciding.make_ready(demo, family, decision)


def _asked(demo: Demo, family: Family) -> None:
    """The mother has said yes, and the father thinks about it."""
    decision = deciding.draft(demo, family)
    deciding.ask(demo, family, decision, but=family.helped.father)
    measure = _prepared(demo, family, decision)
    with demo.cast(KARI) as kari:
        actions.ask_consent(measure, by=kari, at=demo.day(family.helped.days + 3, 13))


def _decided(demo: Demo, family: Family) -> UUID:
    decision = deciding.draft(demo, family)
    deciding.ask(demo, family, decision)
    deciding.make_ready(demo, family, decision)
    deciding.sign(demo, family, decision)
    if family.helped.way is not Way.DECIDED:
        deciding.send(demo, family, decision)
    measure, at = _prepared(demo, family, decision), demo.day(family.helped.days + 2, 14)
    with demo.cast(KARI) as kari:
        actions.ask_consent(measure, by=kari, at=at)
        actions.decide(measure, decision.id, by=kari, at=at)
    return measure


def _running(demo: Demo, family: Family) -> UUID:
    measure = _decided(demo, family)
    _begin(demo, family, measure)
    return measure


def _suspended(demo: Demo, family: Family) -> None:
    measure = _running(demo, family)
    pay_for_climbing(demo, measure)
    with demo.cast(KARI) as kari:
        actions.suspend(measure, by=kari, at=demo.day(12, 10))


def _withdrawn(demo: Demo, family: Family) -> None:
    measure, at = _running(demo, family), demo.day(20, 10)
    with demo.cast(KARI) as kari:
        text = ConsentText.objects.get(case_id=family.case_id)
        mother = Party.objects.get(case_id=family.case_id, part=Party.Part.MOTHER).person_id
        back = decisions.Answered(said=Said.WITHDRAWN, form=Form.ORAL, said_at=at, reasons=NO_MORE)
        answer = decisions.withdraw_consent(text.id, mother, back, by=kari, at=at)
        actions.answers_changed(text.id, by=kari, at=at)
        actions.withdraw(measure, words=NO_MORE, by=kari, at=at)
        decisions.choose_after(answer.id, "end", reasons=NO_MORE, by=kari, at=at)


def _ordered(demo: Demo, family: Family) -> None:
    deciding.petition(demo, family)
    measure, at = _prepared(demo, family), demo.day(family.helped.days + 1, 14)
    order = actions.Order(what=Ordered.SUPERVISED_HOME, on=oslo_date(at), reference="BHN-2026-00417")
    with demo.cast(KARI) as kari:
        actions.decide_by_order(measure, order, by=kari, at=at)
    _begin(demo, family, measure)


_WAYS: dict[Way, Callable[[Demo, Family], object]] = {
    Way.DRAFTED: _drafted, Way.ON_THE_TABLE: _on_the_table, Way.ASKED: _asked, Way.DECIDED: _decided,
    Way.RUNNING: _running, Way.SUSPENDED: _suspended, Way.WITHDRAWN: _withdrawn, Way.ORDERED: _ordered,
}  # fmt: skip


def _prepared(demo: Demo, family: Family, decision: Decision | None = None) -> UUID:
    """A measure with its goals and its plan."""
    helped, at = family.helped, demo.day(family.helped.days + 3, 11)
    wanted = actions.Help(
        category=helped.category, title=helped.title, category_words=helped.words, provider_name=helped.provider,
        ends_on=oslo_date(demo.day(helped.days)) + timedelta(days=helped.lasts),
    )  # fmt: skip
    with demo.cast(KARI) as kari:
        decided = decision.id if decision else None
        measure = actions.open_measure(family.case_id, wanted, decision_id=decided, by=kari, at=at).id
        for aim in helped.aims:
            actions.set_goal(measure, aim.text, aim.seen_by, who=aim.who, by=kari, at=at)
        actions.write_plan(measure, helped.plan, by=kari, at=at)
    return measure


def _begin(demo: Demo, family: Family, measure: UUID) -> None:
    helped, at = family.helped, demo.day(family.helped.days, 15)
    with demo.cast(KARI) as kari:
        if helped.offer:
            offer = Offer.objects.get(name=helped.offer)
            called = actions.Called(on=oslo_date(at), measure_id=measure)
            actions.take_place(family.case_id, offer.id, called, by=kari, at=at)
        actions.start(measure, on=oslo_date(at), by=kari, at=at)
    for number, look in enumerate(helped.looks):
        _look(demo, family, measure, number, look)


def _look(demo: Demo, family: Family, measure: UUID, number: int, look: Look) -> None:
    at = demo.day(family.helped.days - look.after, 14)
    said = actions.Looked(
        on=oslo_date(at), works=look.works, new_needs=look.new_needs, care_grounds="Nei.", outcome=look.outcome,
        present="Familien, Kari og de som gir hjelpen", child_heard=True, child_words=look.child, parents_heard=True,
        parents_words=look.parents, end_words=ENDED_WELL if look.outcome == END else "",
    )  # fmt: skip
    with demo.cast(KARI) as kari:
        goals = {goal.text: goal.id for goal in goals_of(measure)}
        if look.outcome == END:
            for goal in goals.values():
                actions.close_goal(goal, Goal.State.MET, "", by=kari, at=at)
        actions.evaluate(measure, said, _seen(family, goals, number), by=kari, at=at)


def _seen(family: Family, goals: dict[str, UUID], number: int) -> Iterator[actions.Seen]:
    for aim in family.helped.aims:
        if number < len(aim.stood):
            yield actions.Seen(goals[aim.text], *aim.stood[number])


def _in_line(demo: Demo, family: Family) -> None:
    """Some wait for a place where all are taken."""
    if family.helped.waits_for:
        at = demo.day(max(1, family.helped.days), 15)
        with acting("owner"):
            offer = Offer.objects.get(name=family.helped.waits_for).id
        with demo.cast(KARI) as kari:
            actions.wait_for_place(family.case_id, offer, on=oslo_date(at), by=kari, at=at)
