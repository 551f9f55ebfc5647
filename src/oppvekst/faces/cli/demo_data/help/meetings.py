"""The demo's meetings: a coordination group, a family council with an approved plan, and Ida's at school. All invented."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.meetings import actions
from oppvekst.domain.meetings.actions import Joining, Taken, When
from oppvekst.domain.meetings.models import Member, Task
from oppvekst.domain.meetings.queries import givers_of
from oppvekst.domain.meetings.rules import Kind, Theme
from oppvekst.domain.people.actions import Details
from oppvekst.faces.cli.demo_data.help.days import KARI, Demo
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.database.acting import acting
from oppvekst.law.calendar import oslo_date

MONTH = timedelta(days=30)
QUESTION = "Hvem er hos Vetle, og hvem henter, når mor er syk?"
FAMILYS_PLAN = (
    "Onkel Leif henter tirsdag og torsdag, og lager middag. Bestemor tar helgene når mor er innlagt. Mor ringer Leif med en "
    "gang hun kjenner at det kommer. Ukeplanen henger på kjøleskapet, og Vetle krysser av."
)
INDIVIDUAL = {
    "goals": "Iver vil på skolen, helst ute. Han er god med dyr og verktøy. Han trenger ro om morgenen.",
    "taking_part": "Iver, Anne, Rune, Pål Ness, Nina Haug på BUP og Kari Nesheim.",
    "coordinator": "Pål Ness, Solvik skole. Telefon 00 00 12 44, hverdager til klokka 15.",
    "main_service": "Solvik skole.",
    "contributions": "Rune kjører. Skolen legger gym ute. BUP hjelper med søvnen. Barneverntjenesten følger opp hjemme.",
    "measures": "Ansvarsgruppe hver sjette uke, og veiledning hjemme.",
    "how": "Korte dager først, og en voksen som venter i døra.",
    "period": "Ut skoleåret. Vi ser på planen i hvert møte.",
    "consent": "Anne og Rune har sagt ja til planen, og til at alle i gruppa får lese den.",
    "cooperation": "PPT vurderer om Iver trenger tilpasset opplæring.",
}


@dataclass
class Room:
    """One group of people around a child, with its members by a short name."""

    group: UUID
    case: UUID
    child: UUID
    members: dict[str, Member]


def meet(demo: Demo) -> None:
    """Three families' meetings: what has been, and what is to come."""
    with demo.cast(KARI) as kari:
        _iver(demo, kari)
        _vetle(demo, kari)
        _ida(demo, kari)


def _iver(demo: Demo, kari: Actor) -> None:
    began = demo.day(186, 10)
    room = _room("Iver", "Dahl", Kind.COORDINATION, by=kari, at=began, others={
        "Pål": Joining(name="Pål Ness", body="Solvik skole", role="Læreren min", known_to_child=True),
        "Nina": Joining(name="Nina Haug", body="BUP", role="Psykolog"), "Odd": Joining(name="Odd Lie", body="NAV"),
    }, coordinator=("Pål Ness", "Solvik skole"))  # fmt: skip
    _share(room, {"Pål": [Theme.OCCASION, Theme.SCHOOL], "Nina": [Theme.OCCASION, Theme.SCHOOL, Theme.MENTAL_HEALTH],
                  "Odd": [Theme.OCCASION]}, by=kari, at=began)  # fmt: skip
    told = {Theme.SCHOOL: "Fire dager i uka på skolen. Gym ute fungerer. Matte er tungt.",
            Theme.MENTAL_HEALTH: "Sover litt bedre. BUP følger opp med time hver fjortende dag."}  # fmt: skip
    taken = (
        ("Kari", "Be om vurdering fra PPT", Theme.SCHOOL, oslo_date(demo.ahead(4, 9))),
        ("Pål", "Gym ute på torsdager", Theme.SCHOOL, None),
        ("Nina", "Ringer hjem om søvnen", Theme.MENTAL_HEALTH, oslo_date(demo.ahead(9, 9))),
    )  # fmt: skip
    _held(room, demo.day(38, 14), "Rådhuset, rom 4", told, taken, by=kari, words="Jeg vil ha gym ute.")
    _called(demo, room, demo.ahead(2, 14), "Rådhuset, rom 4", "Skolen, søvnen og planen for våren", by=kari)
    plan: dict[str, Any] = {"by": kari, "at": demo.day(150, 10)}
    at = oslo_date(plan["at"])
    actions.begin_plan(room.case, wished_on=at, **plan)
    actions.consent_to_plan(room.case, "Anne og Rune Dahl", on=at, **plan)
    review = oslo_date(demo.ahead(60, 9))
    actions.save_plan(room.case, INDIVIDUAL, coordinator="Pål Ness", review_on=review, by=kari, at=demo.day(146, 10))


def _vetle(demo: Demo, kari: Actor) -> None:
    began = demo.day(104, 10)
    child = _child("Vetle", "Bakken")
    for name in ("Leif", "Aslaug"):
        cases.add_party(
            child.case_id, Details(given_name=name, family_name="Bakken"), Party.Part.NETWORK, by=kari, at=began
        )
    room = _room("Vetle", "Bakken", Kind.COUNCIL, by=kari, at=began)
    day = oslo_date(began)
    how: dict[str, Any] = {"by": kari, "at": began}
    actions.agree_question(room.group, QUESTION, with_parents_on=day, with_child_on=day, support="Tante Marte", **how)
    papers = actions.Papers(
        name="Gro Hagen",
        confidentiality_on=day,
        certificate_issued_on=day - timedelta(days=14),
        certificate_shown_on=day,
    )
    actions.contract_coordinator(room.group, papers, **how)
    _share(room, dict.fromkeys(("Leif", "Aslaug"), (Theme.OCCASION, Theme.HOME)), by=kari, at=began)
    taken = (
        ("Leif", "Henter tirsdag og torsdag", Theme.HOME, None), ("Aslaug", "Tar helgene når mor er innlagt", Theme.HOME, None),
        ("Kari", "Gir skolen lista over hvem som henter", Theme.HOME, oslo_date(demo.day(80))),
    )  # fmt: skip
    _held(room, demo.day(88, 11), "Grendehuset", {Theme.HOME: "Familien la fram planen sin."}, taken, by=kari,
          words="Jeg vil at Leif kommer.", before_minutes=lambda at: _answer(room, kari, at, demo))  # fmt: skip
    for task in Task.objects.filter(case_id=room.case, member=room.members["Kari"]):
        actions.finish_task(task.id, "Skolen har lista.", by=kari, at=demo.day(81, 10))
    _called(demo, room, demo.ahead(3, 17), "Grendehuset", "Hvordan går det med planen?", by=kari)


def _answer(room: Room, kari: Actor, at: datetime, demo: Demo) -> None:
    actions.receive_plan(room.group, FAMILYS_PLAN, received_on=oslo_date(at), by=kari, at=at)
    again = oslo_date(demo.ahead(3, 17))
    actions.answer_plan(
        room.group,
        approved=True,
        words="Planen er trygg. Vi gir skolen lista over hvem som henter.",
        follow_up_on=again,
        by=kari,
        at=at,
    )


def _ida(demo: Demo, kari: Actor) -> None:
    began = demo.day(120, 10)
    room = _room("Ida", "Strand Vik", Kind.COOPERATION, by=kari, at=began, others={
        "Wenche": Joining(name="Wenche Lie", body="Solvik ungdomsskole", role="Læreren min", known_to_child=True),
    })  # fmt: skip
    _share(room, {"Wenche": [Theme.OCCASION, Theme.SCHOOL]}, by=kari, at=began)
    taken = (
        ("Wenche", "Ida får levere etter avtale når natta har vært dårlig", Theme.SCHOOL, None),
        ("Ida", "Sier fra til Wenche på melding", Theme.SCHOOL, None),
    )
    told = {Theme.SCHOOL: "Ingen fravær siden før sommeren. Ida vil ha færre prøver på samme dag."}
    _held(room, demo.day(31, 13), "Solvik ungdomsskole", told, taken, by=kari, words="Ikke si det høyt i klassen.")
    _called(demo, room, demo.ahead(1, 13), "Solvik ungdomsskole", "Hvordan det går på skolen", by=kari)


def _room(
    given: str, surname: str, kind: Kind, *, by: Actor, at: datetime, others: Mapping[str, Joining] | None = None,
    coordinator: tuple[str, str] | None = None,
) -> Room:  # fmt: skip
    """The group with the child, its family, Kari, and those from elsewhere."""
    child = _child(given, surname)
    group = actions.begin_group(child.case_id, kind, by=by, at=at)
    if coordinator:
        actions.answer_child_coordinator(group.id, has=False, by=by, at=at)
        actions.appoint_coordinator(group.id, *coordinator, by=by, at=at)
    kin = Party.objects.filter(case_id=child.case_id, valid_to=None).select_related("person")
    joining = {one.person.given_name: Joining(person_id=one.person_id) for one in kin}
    joining |= {
        "Kari": Joining(staff=by.person, name=KARI, body="Barneverntjenesten", known_to_child=True),
        **(others or {}),
    }
    members = {name: actions.add_member(group.id, one, by=by, at=at) for name, one in joining.items()}
    return Room(group.id, child.case_id, child.person_id, members)


def _share(room: Room, told: Mapping[str, Iterable[Theme]], *, by: Actor, at: datetime) -> None:
    """Everybody whose consent it takes lets them know of these themes."""
    day = oslo_date(at)
    for name, themes in told.items():
        member = room.members[name]
        for giver in givers_of(member.group.case, today=day):
            actions.record_sharing(member.id, giver.id, list(themes), given_on=day, how="i møte", by=by, at=at)


def _called(demo: Demo, room: Room, starts: datetime, place: str, agenda: str, *, by: Actor) -> None:
    """A meeting to come, that everybody is asked to."""
    _invited(room, starts, place, agenda, "Jeg kommer.", by=by, at=demo.day(6, 12))


def _invited(room: Room, starts: datetime, place: str, agenda: str, words: str, *, by: Actor, at: datetime) -> UUID:
    when = When(starts_at=starts, ends_at=starts + timedelta(minutes=75), place=place, agenda=agenda)
    meeting = actions.plan_meeting(room.group, when, by=by, at=at)
    actions.ask_child(meeting.id, comes="all", words=words, asked_on=oslo_date(at), by=by, at=at)
    actions.invite(meeting.id, by=by, at=at)
    return meeting.id


def _held(
    room: Room, starts: datetime, place: str, told: Mapping[Theme, str], taken: Iterable[tuple[Any, ...]], *, by: Actor,
    words: str, before_minutes: Callable[[datetime], None] | None = None,
) -> None:  # fmt: skip
    """One that has been: with minutes that everybody there has approved."""
    meeting = _invited(room, starts, place, "Hvordan går det?", words, by=by, at=starts - timedelta(days=9))
    everybody, over = {one.id for one in room.members.values()}, starts + timedelta(hours=2)
    actions.hold(meeting, everybody, by=by, at=over)
    for theme, text in told.items():
        actions.write_part(meeting, theme, text, for_child=True, by=by, at=over)
    for name, what, theme, due in taken:
        actions.set_task(
            meeting, Taken(member_id=room.members[name].id, text=what, theme=theme, due_on=due), by=by, at=over
        )
    if before_minutes:
        before_minutes(over)
    actions.lay_forward(meeting, by=by, at=over)
    approved = over + timedelta(days=4)
    if not before_minutes:
        actions.note_approval(meeting, everybody, on=oslo_date(approved), by=by, at=approved)
    actions.approve(meeting, by=by, at=approved)


def _child(given: str, surname: str) -> Party:
    with acting("owner"):
        return Party.objects.get(part=Party.Part.CHILD, person__given_name=given, person__family_name=surname)
