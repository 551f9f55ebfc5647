"""Playing the demo's year: each child's way, step by step, by the person whose step it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Party
from oppvekst.domain.cases.queries import hold_back
from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.rules.message import ConcernMessage, ReportedChild, Said, Who
from oppvekst.domain.decisions import jobs as decided
from oppvekst.domain.investigations import actions as investigations
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.people.actions import Details
from oppvekst.domain.people.models import Protection
from oppvekst.faces.cli.demo_data import around, my_pages, needs, outside
from oppvekst.faces.cli.demo_data.children import CHILDREN, NORDVAG, PROTECTED, STREETS, UNBORN, Child
from oppvekst.faces.cli.demo_data.help import HELPED, give_help
from oppvekst.faces.cli.demo_data.help.days import Demo
from oppvekst.ground.access import sessions
from oppvekst.ground.access.actor import Actor, entered, public
from oppvekst.ground.access.models import Staff, Trust
from oppvekst.ground.agenda.alarms import take
from oppvekst.ground.agenda.worklist import untaken
from oppvekst.ground.database.acting import acting
from oppvekst.law.calendar import OSLO, oslo_date
from oppvekst.law.identity import Sex, synthetic

SOLVIK, NORDVAG_NUMBER = 9998, 9997
HANNE, KARI, TONE, MARIT, BJORN, SIRI_N = (
    "Hanne Dale", "Kari Nesheim", "Tone Vik", "Marit Solheim", "Bjørn Haugli", "Siri Nordli",
)  # fmt: skip
WORKERS = (KARI, "Siri Tveito", "Ola Brandvold")
PLAN = {
    "questions": "Hvordan har barnet det hjemme, og hva trenger foreldrene for å gi god nok omsorg?",
    "sources": "Skole eller barnehage, helsestasjon, fastlege. Foreldrene spørres først.",
    "talks": "Samtale med barnet alene på skolen, og en til etter hjemmebesøket.",
    "home_visit": "Ett avtalt og ett uanmeldt hjemmebesøk.",
    "timetable": "Samtaler innen tre uker, opplysninger innen seks, oppsummering to uker før fristen.",
}
FIRST_HELPED, MY_PAGES_SINCE = 40, 260
QUIET = "Ingen tegn til fare i dag. Voksne som følger med, er orientert."


class Cast:
    """The staff of the demo, each with a real session."""

    def __init__(self) -> None:
        self.tokens: dict[str, str] = {}

    @contextmanager
    def __call__(self, name: str) -> Iterator[Actor]:
        """Act at the desk as this person."""
        with acting("desk", self._token(name)):
            yield entered()

    def _token(self, name: str) -> str:
        if name not in self.tokens:
            with acting("owner"):
                subject = Staff.objects.get(name=name).subject
            with acting("door"):
                token = sessions.start(subject, lasts=timedelta(hours=1))
            assert token, f"{name} har ingen tjeneste i dag"
            self.tokens[name] = token
        return self.tokens[name]


def build(*, at: datetime) -> None:
    """Fill the demo municipality: every state of a concern, and of help; some broken limits, and one strict address."""
    cast = Cast()
    everyone = (*CHILDREN, PROTECTED)
    for place, child in enumerate(everyone):
        _play(cast, child, place, at=at)
    for place, helped in enumerate(HELPED):
        # Every one of them Kari's: see ``Scene.worker``.
        _play(cast, helped.child, FIRST_HELPED + 2 * place, at=at)
    _unborn(cast, at=at)
    for place, child in enumerate(NORDVAG):
        _play_next_door(cast, child, place, at=at)
    outside.send(cast, SOLVIK, at=at)
    around.draw(cast, KARI, at=at)
    my_pages.open_them(cast, KARI, at=_moment(at, MY_PAGES_SINCE, 0))
    give_help(Demo(cast, at))
    my_pages.read_theirs()
    with acting("worker"):
        decided.pass_time(at=at)
    with acting("owner"):
        # Sessions that built the demo are over; nobody is left logged in.
        sessions_ended(at)


def sessions_ended(at: datetime) -> None:
    """End every session of the building."""
    from oppvekst.ground.access.models import Session

    Session.objects.filter(ended_at=None).update(ended_at=at)


def _play(cast: Cast, child: Child, place: int, *, at: datetime) -> None:
    came = _moment(at, child.days, place)
    concerns = _sent(cast, child, came)
    for number, concern_id in enumerate(concerns):
        named = (child.given, child.family, child.age) if number == 0 else child.siblings[number - 1]
        _walk(Scene(cast, child, concern_id, named, place, came, at))


def _walk(scene: Scene) -> None:
    """Take one concern as far as its path says, three hours a step, never beyond the present."""
    for number, step in enumerate(PATHS[scene.child.path], start=1):
        step(replace(scene, at=min(scene.at + timedelta(hours=3 * number), scene.now)))


@dataclass(frozen=True)
class Scene:
    """One step of one child: who plays, which concern, when."""

    cast: Cast
    child: Child
    concern_id: UUID
    named: tuple[str, str, float]
    place: int
    at: datetime
    now: datetime

    @property
    def worker(self) -> str:
        """The case worker whose turn it is; every other child is Kari's."""
        return KARI if self.place % 2 == 0 else WORKERS[self.place % len(WORKERS)]

    @property
    def born(self) -> date:
        """A birth date that fits the age."""
        return oslo_date(self.at) - timedelta(days=int(self.named[2] * 365.25) + self.place)


def _sent(cast: Cast, child: Child, came: datetime) -> Sequence[UUID]:
    message = _message(child)
    if child.channel == "portal":
        with acting("portal"):
            return actions.receive(message, by=public(SOLVIK), at=came).concerns
    with cast(HANNE) as hanne:
        later = child.channel == "letter"
        entered_at = came + timedelta(hours=2) if later else came
        return actions.receive(message, by=hanne, at=entered_at, received_at=came, entered_later=later).concerns


def _message(child: Child) -> ConcernMessage:
    others = tuple(ReportedChild(name=f"{given} {family}", age=f"{age:.0f}") for given, family, age in child.siblings)
    first = ReportedChild(
        name=f"{child.given} {child.family}", age=f"{child.age:.0f}", family_knows=False if child.hold_back else None,
        address={"lines": [f"{STREETS[len(child.given) % len(STREETS)]} {len(child.family)}"], "postal_code": "9998",
                 "postal_place": "Solvik"},
    )  # fmt: skip
    return ConcernMessage(
        channel=child.channel, sender=child.sender, children=(first, *others), danger=child.danger,
        said=(Said("facts" if child.sender.who is Who.PUBLIC else "worry", "\n\n".join(child.words)),),
        triggers=child.triggers, hold_back_asked=child.hold_back,
        help_wanted="Jeg vil gjerne ha veiledning." if child.sender.who is Who.PARENT and child.path == "assessed" else "",
    )  # fmt: skip


def _answer_alarm(scene: Scene) -> None:
    with scene.cast(BJORN) as bjorn:
        for alarm in untaken(bjorn).filter(subject=scene.concern_id):
            take(alarm.id, by=bjorn, at=scene.at, outcome="Lest og vurdert")


def _assess(scene: Scene) -> None:
    _answer_alarm(scene)
    with scene.cast(HANNE) as hanne:
        actions.assess_immediate(scene.concern_id, False, QUIET, by=hanne, at=scene.at)


def _urgent(scene: Scene) -> None:
    _answer_alarm(scene)
    with scene.cast(HANNE) as hanne:
        actions.assess_immediate(scene.concern_id, True, "Redd for å gå hjem i dag.", by=hanne, at=scene.at)


def _take(scene: Scene) -> None:
    with scene.cast(KARI) as kari:
        actions.take(scene.concern_id, by=kari, at=scene.at)


def _clarify(scene: Scene) -> None:
    with scene.cast(KARI) as kari:
        actions.clarify(scene.concern_id, "Ringer melder for å høre hva som er sett.", by=kari, at=scene.at)


def _link(scene: Scene) -> None:
    given, family, _ = scene.named
    protection = Protection.STRICT if scene.child is PROTECTED else Protection.NONE
    born = scene.born
    details = Details(
        given_name=given, family_name=family, birth_date=born, number=synthetic(born, Sex.FEMALE, scene.place),
        address_lines=(f"{STREETS[scene.place % len(STREETS)]} {scene.place + 2}",), postal_code="9998", place="Solvik",
        protection=protection, environment="test",
    )  # fmt: skip
    with scene.cast(KARI) as kari:
        case = actions.register_child(scene.concern_id, details, by=kari, at=scene.at)
        mother = Details(
            given_name=f"{['Lise', 'Mona', 'Hilde', 'Stine', 'Anne'][scene.place % 5]}", family_name=family
        )
        cases.add_party(
            case.id, mother, Party.Part.MOTHER, by=kari, at=scene.at, parental_responsibility=True, lives_with_child=True,
            source="Folkeregisteret",
        )  # fmt: skip
    if protection:
        _entrust(scene, case.child_id)


def _entrust(scene: Scene, person_id: UUID) -> None:
    with scene.cast(MARIT) as marit:
        assert marit.staff_id
        for name in (KARI, "Eivind Myrbakk"):
            staff = Staff.objects.get(name=name)
            Trust.objects.create(
                municipality_id=SOLVIK, staff=staff, person_id=person_id, given_by=marit.staff_id, given_at=scene.at
            )


def _propose(scene: Scene) -> None:
    with scene.cast(KARI) as kari:
        reasons = "Gjentatt bekymring, og foreldrene svarer ikke. Rimelig grunn etter § 2-2."
        actions.propose(scene.concern_id, "open_investigation", reasons=reasons, by=kari, at=scene.at)


def _unfounded(scene: Scene) -> None:
    with scene.cast(KARI) as kari:
        actions.dismiss_unfounded(scene.concern_id, reasons="Ingen opplysninger om barnet.", by=kari, at=scene.at)


def _dismiss(scene: Scene) -> None:
    reasons = (
        "Tjenesten har snakket med melder og gått gjennom tidligere meldinger. Opplysningene gir ikke rimelig grunn til å "
        "tro at det er forhold som kan gi grunnlag for tiltak. Familien får tilbud om samtale med helsesykepleier."
    )
    with scene.cast(KARI) as kari:
        actions.dismiss(scene.concern_id, reasons=reasons, code="10", by=kari, at=scene.at)


def _answer(scene: Scene) -> None:
    route = "safe_way" if scene.child.sender.who is Who.YOUTH else "letter"
    with scene.cast(KARI) as kari:
        if queries.proposals(queries.get_concern(scene.concern_id), ())[0].impossible:
            return
        actions.send_feedback(scene.concern_id, route=route, by=kari, at=scene.at)


def _look_at_hold(scene: Scene) -> None:
    """A hold-back that stands is looked at again in time."""
    with scene.cast(KARI) as kari:
        case_id = queries.get_concern(scene.concern_id).case_id
        switch = hold_back(case_id) if case_id else None
        if switch:
            soon = oslo_date(scene.now) + timedelta(days=3)
            cases.review_hold(switch.id, review_on=soon, reasons="Avhør er ikke holdt ennå.", by=kari, at=scene.now)


def _transfer(scene: Scene) -> None:
    with scene.cast(KARI) as kari:
        actions.transfer(
            scene.concern_id, recipient="Barneverntjenesten i Nordvåg", code="7", acknowledged_at=scene.at, by=kari,
            at=scene.at,
        )  # fmt: skip


def _retract(scene: Scene) -> None:
    with scene.cast(KARI) as kari:
        actions.retract(scene.concern_id, "Samme telefon ble ført to ganger.", by=kari, at=scene.at)


def _investigate(scene: Scene) -> None:
    with acting("owner"):
        responsible = Staff.objects.get(name=scene.worker).id
    with scene.cast(KARI) as kari:
        investigations.open_investigation(
            scene.concern_id, reasons="Det er rimelig grunn til å tro at barnet trenger tiltak (§ 2-2).",
            responsible=responsible, by=kari, at=scene.at,
        )  # fmt: skip


def _plan(scene: Scene) -> None:
    with scene.cast(KARI) as kari:
        (investigation,) = Investigation.objects.filter(concern_id=scene.concern_id)
        investigations.save_plan(investigation.id, PLAN, by=kari, at=scene.at)


def _needs(scene: Scene) -> None:
    with scene.cast(KARI) as kari:
        (investigation,) = Investigation.objects.filter(concern_id=scene.concern_id)
        needs.begin(investigation.id, by=kari, at=scene.at)


def _extend(scene: Scene) -> None:
    with scene.cast(TONE) as tone:
        (investigation,) = Investigation.objects.filter(concern_id=scene.concern_id)
        investigations.extend(
            investigation.id, reasons="Tilrettelagt avhør er utsatt to ganger.", by=tone,
            new_due=investigation.three_months_from + timedelta(days=150), at=scene.at,
        )  # fmt: skip


def _add_second(scene: Scene) -> None:
    """A second concern about a child under investigation: added to it, and its scope assessed anew."""
    message = _message(scene.child)
    with acting("portal"):
        (second,) = actions.receive(message, by=public(SOLVIK), at=scene.at).concerns[:1]
    with scene.cast(KARI) as kari:
        case_id = queries.get_concern(scene.concern_id).case_id
        assert case_id
        actions.assess_immediate(second, False, QUIET, by=kari, at=scene.at)
        actions.take(second, by=kari, at=scene.at)
        actions.link_case(second, case_id, by=kari, at=scene.at)
        assessed = "Samme forhold som undersøkes. Planen dekker det."
        investigations.add_concern(second, assessed=assessed, by=kari, at=scene.at)


type Step = Callable[[Scene], None]
REVIEWED: tuple[Step, ...] = (_assess, _take, _link)
PATHS: dict[str, tuple[Step, ...]] = {
    "new": (),
    "assessed": (_assess,),
    "urgent": (_urgent,),
    "taken": (_assess, _take),
    "clarifying": (_assess, _take, _clarify),
    "linked": REVIEWED,
    "proposed": (*REVIEWED, _propose),
    "unfounded": (_assess, _take, _unfounded),
    "dismissed": (*REVIEWED, _dismiss, _answer),
    "answered": (*REVIEWED, _dismiss, _answer, _look_at_hold),
    "transferred": (*REVIEWED, _transfer, _answer),
    "retracted": (_assess, _take, _retract),
    "investigation": (*REVIEWED, _investigate, _answer),
    "planned": (*REVIEWED, _investigate, _plan, _needs, _answer, _look_at_hold),
    "helped": (*REVIEWED, _investigate, _plan, _answer),
    "extended": (*REVIEWED, _investigate, _plan, _needs, _answer, _extend),
    "added": (*REVIEWED, _investigate, _plan, _answer, _add_second),
}


def _unborn(cast: Cast, *, at: datetime) -> None:
    name, sender, words = UNBORN
    came = _moment(at, 5, 3)
    due = oslo_date(at) + timedelta(days=84)
    message = ConcernMessage(
        channel="portal", sender=sender, danger="no", said=(Said("facts", words),),
        children=(ReportedChild(name=name, unborn=True, due_date=due, family_knows=True),),
    )  # fmt: skip
    with acting("portal"):
        (concern_id,) = actions.receive(message, by=public(SOLVIK), at=came).concerns
    with cast(KARI) as kari:
        actions.assess_immediate(concern_id, False, "Ikke født. Linn har oppfølging hos jordmor.", by=kari, at=came)
        actions.take(concern_id, by=kari, at=came)
        actions.register_child(concern_id, Details(family_name="Aasen", due_date=due), by=kari, at=came)


def _play_next_door(cast: Cast, child: Child, place: int, *, at: datetime) -> None:
    came = _moment(at, child.days, place)
    with acting("portal"):
        (concern_id,) = actions.receive(_message(child), by=public(NORDVAG_NUMBER), at=came).concerns
    with cast(SIRI_N) as siri:
        actions.assess_immediate(concern_id, False, QUIET, by=siri, at=came)
        if child.path != "investigation":
            return
        actions.take(concern_id, by=siri, at=came)
        details = Details(given_name=child.given, family_name=child.family)
        actions.register_child(concern_id, details, by=siri, at=came)
        assert siri.staff_id
        investigations.open_investigation(
            concern_id, reasons="Gjentatte meldinger.", responsible=siri.staff_id, by=siri, at=came
        )


def _moment(at: datetime, days: int, place: int) -> datetime:
    """That many days ago, at an hour of the working day that differs from child to child."""
    day = oslo_date(at) - timedelta(days=days)
    moment = datetime(day.year, day.month, day.day, 8 + place % 8, (place * 13) % 60, tzinfo=OSLO)
    return min(moment, at - timedelta(minutes=30))
