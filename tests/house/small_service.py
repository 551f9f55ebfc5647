"""A small service, committed in a database of its own and reached by the real logins: who can see what, and do what.

Every row belongs to a story, and a story is a letter. What somebody sees of a table is then a word of letters: «KP» is
all rows of two stories, «k» some rows of one, «·» none, «!» that the database refuses the question.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import psycopg
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from psycopg import sql
from pytest_django import DjangoDbBlocker

from oppvekst.adapters.fiks.bekymringsmelding import NeutralConcern, write
from oppvekst.domain.cases import actions as cases
from oppvekst.domain.cases.models import Case, Handover, Party
from oppvekst.domain.concerns import actions, jobs
from oppvekst.domain.concerns.rules.message import ConcernMessage, ReportedChild, Said, Sender, Who
from oppvekst.domain.decisions.actions import decide_rule, install_phrases
from oppvekst.domain.homes.models import Offer
from oppvekst.domain.information.actions import install_defaults
from oppvekst.domain.investigations import actions as investigations
from oppvekst.domain.investigations.actions import decide_as_leader, open_investigation, save_plan, set_participation
from oppvekst.domain.investigations.queries import texts_of
from oppvekst.domain.investigations.tests.opened import WHOLE_PLAN, hung_on
from oppvekst.domain.measures.models import AskedHome
from oppvekst.domain.people.actions import Details, shield
from oppvekst.domain.people.models import Person, Protection, Reach, Shielding
from oppvekst.domain.prevention.models import (
    Activity,
    AgreedDiscussion,
    Booking,
    Evening,
    Group,
    HeldDiscussion,
    Request,
    SchoolContact,
    SignUp,
)
from oppvekst.ground.access import sessions, visits
from oppvekst.ground.access.actor import Actor, clock, public
from oppvekst.ground.access.models import Bar, Trust
from oppvekst.ground.agenda.alarms import raise_alarm
from oppvekst.ground.agenda.models import Alarm, Ring, Travel
from oppvekst.ground.agenda.travel import set_travel
from oppvekst.ground.database import logins, roles
from oppvekst.ground.database.acting import acting
from oppvekst.ground.database.server import Server
from oppvekst.ground.journal.looks import look
from oppvekst.ground.web import drafts
from oppvekst.law.calendar import OSLO
from oppvekst.law.identity import Sex, synthetic
from tests.house.opened import one_of_each
from tests.world import NORDVAG, SOLVIK, World

AT = datetime(2026, 11, 3, 9, 0, tzinfo=OSLO)
TODAY = AT.date()
HANNE, KARI, OLA, SIRI_T, TONE, MARIT, EIVIND, BJORN, SIRI_N, RANDI, GEIR, LIV = (
    "Hanne Dale", "Kari Nesheim", "Ola Brandvold", "Siri Tveito", "Tone Vik", "Marit Solheim", "Eivind Myrbakk",
    "Bjørn Haugli", "Siri Nordli", "Randi Lunde", "Geir Aasen", "Liv Strand",
)  # fmt: skip
CASE, INTAKE, TEAM, WIDE, ONCALL = logins.HATS
PEOPLE = (
    (HANNE, INTAKE), (KARI, CASE), (KARI, INTAKE), (OLA, CASE), (SIRI_T, CASE), (TONE, TEAM), (MARIT, WIDE), (EIVIND, WIDE),
    (BJORN, ONCALL), (SIRI_N, CASE), (SIRI_N, INTAKE), (RANDI, logins.HOMES), (GEIR, logins.PREVENTION),
    (LIV, logins.EDITOR),
)  # fmt: skip

STORIES = {
    "K": "Karis sak, under undersøkelse, holdt tilbake",
    "W": "en melding og en søknad som ingen har tatt",
    "H": "en melding om en av våre egne",
    "P": "et barn med strengt fortrolig adresse, utenfor teamet; betrodd Siri Tveito, gjennomgått av Hanne",
    "B": "saken Ola har fått, men som han og Eivind er sperret fra",
    "M": "en melding fra den nasjonale portalen",
    "Q": "en melding i karantene",
    "T": "et tilbud om hjem, et ønske om drøfting og en påmelding, som ikke gjelder noe navngitt barn",
    "N": "alt i Nordvåg",
    "S": "det som er felles i Solvik",
}
NONE, REFUSED = "·", "!"

TABLES = """SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
  AND relname !~ '^(django_|procrastinate_)' ORDER BY 1"""


@dataclass
class Service:
    """The service as it lies in its database, and the way in for each login."""

    world: World
    server: Server
    database: str
    stories: dict[str, str] = field(default_factory=dict)
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    names: dict[str, UUID] = field(default_factory=dict)
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)
    open: dict[str, psycopg.Connection] = field(default_factory=dict)

    def tell(self, letter: str, **ids: UUID) -> None:
        """These ids belong to that story, and are called so."""
        self.stories |= {str(each): letter for each in ids.values()}
        self.names |= {f"{kind}_{letter}": each for kind, each in ids.items()}

    def named(self) -> dict[str, UUID | str]:
        """Ids by what they are: «case_K», «child_N», «enquiry_H»; staff by either of their names; «new», which is none."""
        staff = {f"staff_{word.lower()}": one.id for name, one in self.world.staff.items() for word in name.split()}
        tokens = {"token_nordli": self.token(SIRI_N, logins.INTAKE), "token_vik": self.token(TONE, logins.TEAM)}
        return self.names | staff | tokens | {"new": uuid4()}

    def staff(self, name: str) -> UUID:
        return self.world.staff[name].id

    def token(self, name: str, hat: str) -> str:
        """A session of this person's in that hat, opened by the door."""
        if (name, hat) not in self.tokens:
            with acting("door"):
                token = sessions.start(self.world.staff[name].subject)
            assert token
            with acting("desk", token):
                assert sessions.change_hat(hat)
            self.tokens[name, hat] = token
        return self.tokens[name, hat]

    def connect(self, login: str) -> psycopg.Connection:
        """The one connection of a real login."""
        if login not in self.open:
            self.open[login] = psycopg.connect(self.server.url(login, self.database), autocommit=True)
        return self.open[login]

    @contextmanager
    def login(self, login: str) -> Iterator[psycopg.Connection]:
        """A transaction of a real login, undone afterwards."""
        with self.connect(login).transaction(force_rollback=True):
            yield self.open[login]

    @contextmanager
    def desk(self, name: str, hat: str) -> Iterator[psycopg.Connection]:
        """A transaction of the desk's login, entered as this person."""
        token = self.token(name, hat)
        with self.login(logins.DESK) as desk:
            desk.execute("SELECT access.enter(%s)", [token])
            yield desk

    def way(self, who: str, hat: str) -> AbstractContextManager[psycopg.Connection]:
        """As a person in a hat, or as a login that nobody has entered with."""
        return self.desk(who, hat) if who else self.login(hat)

    def superuser(self) -> psycopg.Connection:
        return psycopg.connect(self.server.superuser(self.database), autocommit=True)

    def close(self) -> None:
        for each in self.open.values():
            each.close()
        self.open.clear()


@contextmanager
def small_service(server: Server, template: str, blocker: DjangoDbBlocker, name: str) -> Iterator[Service]:
    """The service in a database of its own. Django is pointed at it for as long as it stands."""
    with own_database(server, template, blocker, name) as database:
        service = built(Service(World.build(), server, database))
        yield service
        service.close()


@contextmanager
def own_database(server: Server, template: str, blocker: DjangoDbBlocker, name: str) -> Iterator[str]:
    """A migrated, empty database that Django is pointed at for as long as it stands."""
    database, usual = f"{name}_{os.getpid()}", connection.settings_dict["NAME"]
    roles.make_database(server.superuser(), name=database, template=template)
    roles.secure_database(server.superuser(database), name=database)
    with blocker.unblock():
        connection.close()
        connection.settings_dict["NAME"] = database
        try:
            yield database
        finally:
            connection.close()
            connection.settings_dict["NAME"] = usual
            with psycopg.connect(server.superuser(), autocommit=True) as superuser:
                superuser.execute(f"DROP DATABASE {database} WITH (FORCE)".encode())


def built(service: Service) -> Service:
    """Play the stories, then say of every row which story it belongs to."""
    for story in (_kari, _waiting, _own_house, _protected, _barred, _national, _beside, _nordvag, _common):
        story(service)
    with closing(service.superuser()) as superuser:
        tables = [table for (table,) in superuser.execute(TABLES).fetchall()]
        found = {table: _all_rows(superuser, table) for table in tables}
    _spread(service, found)
    return service


def _all_rows(superuser: psycopg.Connection, table: str) -> list[dict[str, Any]]:
    query = sql.SQL("SELECT to_jsonb(t) FROM {} t").format(sql.Identifier(table))
    return [row for (row,) in superuser.execute(query).fetchall()]


def _spread(service: Service, found: dict[str, list[dict[str, Any]]]) -> None:
    """A row belongs to the story of an id it holds; what is found so is itself an id to go on from."""
    common = {str(staff.id) for staff in service.world.staff.values()} | {str(service.world.team.id)}
    before = -1
    while len(service.stories) > before:
        before = len(service.stories)
        for row in (row for rows in found.values() for row in rows):
            told = {service.stories[value] for value in _ids(row) - common if value in service.stories}
            if len(told) == 1 and "id" in row:
                service.stories[row["id"]] = told.pop()
    for table, rows in found.items():
        service.rows[table] = {key_of(row): _story(service, row) for row in rows}
    for key, letter in service.rows["investigations_investigation"].items():
        service.names[f"investigation_{letter}"] = UUID(key)


def _story(service: Service, row: dict[str, Any]) -> str:
    next_door = str(service.world.nordvag.service_id)
    if row.get("municipality_id", row.get("number")) == NORDVAG or next_door in (row.get("service_id"), row.get("id")):
        return "N"
    return service.stories.get(str(row.get("id")), "S")


def key_of(row: dict[str, Any]) -> str:
    """What tells a row from the others of its table."""
    return str(row.get("id", row.get("number")))


def _ids(row: dict[str, Any]) -> set[str]:
    return {value for value in row.values() if isinstance(value, str)}


def seen(service: Service, connection: psycopg.Connection, table: str) -> str:
    """What this connection sees of a table, as a word of letters."""
    query = sql.SQL("SELECT to_jsonb(t) FROM {} t").format(sql.Identifier(table))
    try:
        with connection.transaction():
            rows = {key_of(row) for (row,) in connection.execute(query).fetchall()}
    except psycopg.errors.InsufficientPrivilege:
        return REFUSED
    return in_letters(service.rows[table], rows)


def in_letters(all_rows: dict[str, str], rows: set[str]) -> str:
    """«K» when all rows of a story are among these, «k» when some are."""
    letters = [_letter(letter, {key for key, told in all_rows.items() if told == letter}, rows) for letter in STORIES]
    return "".join(letters) or NONE


def _letter(letter: str, theirs: set[str], rows: set[str]) -> str:
    if not theirs & rows:
        return ""
    return letter if theirs <= rows else letter.lower()


# The stories.


def _sent(service: Service, letter: str, child: str, *, municipality: int = SOLVIK, **more: Any) -> UUID:
    message = ConcernMessage(
        **{
            "channel": "portal", "danger": "no", "children": (ReportedChild(name=child),),
            "sender": Sender(who=Who.PUBLIC, code="11", name="Anja Holte", phone="00 00 12 40", body="Solvik skole"),
            "said": (Said("facts", f"Det er noe med {child}.\n\nOg mer."),),
        }
        | more
    )  # fmt: skip
    with acting("portal"):
        received = actions.receive(message, by=public(municipality), at=AT)
    service.tell(letter, enquiry=received.enquiry_id, concern=received.concerns[0])
    return received.concerns[0]


def _reviewed(service: Service, letter: str, who: str, concern_id: UUID, child: Details) -> Case:
    with service.world.as_(who) as actor:
        actions.assess_immediate(concern_id, False, "Trygg i dag.", by=actor, at=AT)
        actions.take(concern_id, by=actor, at=AT)
        case = actions.register_child(concern_id, child, by=actor, at=AT)
        mother = cases.add_party(
            case.id, Details(given_name="Mor", family_name=child.family_name, address_lines=("Fjordgata 1",)),
            Party.Part.MOTHER, by=actor, at=AT, parental_responsibility=True, lives_with_child=True,
        )  # fmt: skip
        look("case", by=actor, at=AT, subject=case.id, case_id=case.id)
    service.tell(letter, case=case.id, child=case.child_id, mother=mother.person_id)
    with acting("owner"):
        person = Person.objects.get(id=mother.person_id)
        Reach.objects.create(municipality_id=case.municipality_id, person=person, value="00 00 22 33", safe=True)
    return case


def _child(name: str, place: int, *, protection: int = Protection.NONE) -> Details:
    born = date(2017, 4, 2)
    return Details(
        given_name=name, family_name="Strand", birth_date=born, number=synthetic(born, Sex.MALE, place), environment="test",
        address_lines=("Skoleveien 1",), postal_code="9998", place="Solvik", protection=protection,
    )  # fmt: skip


def _kari(service: Service) -> None:
    concern_id = _sent(service, "K", "Jonas", hold_back_asked=True)
    case = _reviewed(service, "K", KARI, concern_id, _child("Jonas", 1))
    with service.world.as_(KARI) as kari:
        cases.open_my_page(case.id, case.child_id, by=kari, at=AT)
        _who_is_asked(case, by=kari)
        theirs = one_of_each(case.id, by=kari, at=AT)
        service.tell("K", **{name.removesuffix("_id"): found for name, found in theirs.items()})
        service.tell("K", wanted=AskedHome.objects.get(id=theirs["asked_home_id"]).wanted_id)
        investigation = open_investigation(
            concern_id, reasons="Merker på armen.", responsible=kari.person, by=kari, at=AT
        )
        save_plan(investigation.id, {"questions": "Hvordan har Jonas det?"}, by=kari, at=AT)
        service.tell("K", needs=_assessed(investigation.id, by=kari))
        set_participation(investigation.id, code="1.1", reasons="", by=kari, at=AT)
        set_travel(TODAY, AT.time(), 20, by=kari)
        service.tell("K", travel=Travel.objects.get().id)
        save_plan(investigation.id, WHOLE_PLAN, by=kari, at=AT)
        hung = hung_on(investigation.id, by=kari, at=AT)
        service.tell("K", **{name.removesuffix("_id"): found for name, found in hung.items()})
        actions.send_feedback(concern_id, route="letter", by=kari, at=AT)
    with service.world.as_(MARIT) as marit:
        decide_as_leader(investigation.id, "medical", what="Legevakt.", reasons="Merker.", by=marit, at=AT)
    service.tell("K", version=investigation.versions.latest("number").id)
    document = _document(service, "K", KARI)
    with service.world.as_(KARI) as kari:
        _asked_for(service.names["case_K"], document, by=kari)


def _assessed(investigation_id: UUID, *, by: Actor) -> UUID:
    """One item of the child's needs, with a fact, a saved text and a draft, and marked as a ground."""
    item = investigations.include(investigation_id, "1.1.01", by=by, at=AT)
    investigations.add_fact(investigation_id, "1.1.01", investigations.Known("Merke.", "Skolen", TODAY), by=by, at=AT)
    texts = texts_of(None) | {"risks": "Merker på armen."}
    investigations.write(investigation_id, [investigations.Written("1.1.01", 0, texts)], by=by, at=AT)
    investigations.mark_grounds(investigation_id, ["1.1.01"], by=by, at=AT)
    investigations.keep_draft(item, texts | {"strengths": "Mormor."}, based_on=1, by=by, at=AT)
    return item.assessment_id


def _who_is_asked(case: Case, *, by: Actor) -> None:
    """Where the child lives, who is responsible, and whether it understands."""
    mother = Party.objects.get(case=case, part=Party.Part.MOTHER)
    known = cases.Known(valid_from=TODAY, source="Folkeregisteret", checked_on=TODAY)
    cases.note_residence(case.id, "one", known, person_id=mother.person_id, by=by, at=AT)
    cases.note_responsibility(case.id, mother.person_id, known, holds=True, by=by, at=AT)
    cases.assess_understanding(case.id, understands=True, reasons="Samtale.", assessed_on=TODAY, by=by, at=AT)


def _document(service: Service, letter: str, who: str) -> UUID:
    """A document in that story's case."""
    with service.world.as_(who) as actor:
        file = SimpleUploadedFile("notat.txt", f"Notat {letter}".encode())
        said = cases.Said("note", TODAY)
        kept = cases.keep_document(service.names[f"case_{letter}"], file, said, by=actor, at=AT)
    service.tell(letter, document=kept.id)
    return kept.id


def _asked_for(case_id: UUID, document_id: UUID, *, by: Actor) -> None:
    """The child asks to see it; a word is withheld, and it has been given once."""
    child = Party.objects.get(case_id=case_id, part=Party.Part.CHILD)
    request = cases.register_file_request(case_id, cases.Asked(child.id, TODAY, "letter", "Alt."), by=by, at=AT)
    cases.include_document(case_id, request.id, document_id, by=by, at=AT)
    rendition = request.renditions.get()
    cases.withhold(
        case_id,
        rendition.id,
        cases.Withheld("bvl-12-6-2", "Fare.", words="Notat"),
        by=by,
        at=AT,
        investigation_runs=True,
    )
    Handover.objects.create(
        municipality_id=SOLVIK, case_id=case_id, request=request, rendition=rendition, to_name="Jonas", way="paper",
        given_at=AT, given_by=by.person, given_by_name=by.name,
    )  # fmt: skip


def _waiting(service: Service) -> None:
    _sent(
        service, "W", "Mikkel", sender=Sender(who=Who.PARENT, name="Far Lie", phone="00 00 31 31"), danger="unknown",
        help_wanted="Vi trenger avlastning.",
    )  # fmt: skip
    with acting("owner"):
        alarm = Alarm.objects.get()
        Ring.objects.create(
            municipality=service.world.solvik, alarm=alarm, staff=service.world.staff[BJORN], at=AT, round=0
        )


def _own_house(service: Service) -> None:
    concern_id = _sent(service, "H", "Ada", own_house="staff")
    with service.world.as_(MARIT) as marit:
        actions.assess_immediate(concern_id, False, "Barnet er hos besteforeldrene.", by=marit, at=AT)


def _protected(service: Service) -> None:
    concern_id = _sent(service, "P", "Selma")
    case = _reviewed(service, "P", HANNE, concern_id, _child("Selma", 2, protection=Protection.STRICT))
    with service.world.as_(HANNE) as hanne:
        cases.assign(case.id, service.staff(SIRI_T), by=hanne, at=AT)
        shield(
            case.id,
            case.child_id,
            Protection.CONFIDENTIAL,
            source=Shielding.Source.REGISTER,
            decided_on=TODAY,
            by=hanne,
            at=AT,
        )
    with acting("owner"):
        Case.objects.filter(id=case.id).update(team=None)
    with service.world.as_(MARIT) as marit:
        Trust.objects.create(
            municipality_id=SOLVIK, staff_id=service.staff(SIRI_T), person_id=case.child_id, given_by=marit.person,
            given_at=AT,
        )  # fmt: skip


def _barred(service: Service) -> None:
    concern_id = _sent(service, "B", "Idun", help_wanted="Skolen søker for familien.")
    case = _reviewed(service, "B", HANNE, concern_id, _child("Idun", 3))
    with service.world.as_(TONE) as tone:
        open_investigation(concern_id, reasons="Gjentatt.", responsible=service.staff(OLA), by=tone, at=AT)
    with service.world.as_(MARIT) as marit:
        for name in (OLA, EIVIND):
            Bar.objects.create(
                municipality_id=SOLVIK, staff_id=service.staff(name), case_id=case.id, kind=Bar.Kind.DISQUALIFIED,
                words="Onkel til barnet", given_by=marit.person, given_at=AT,
            )  # fmt: skip


def _national(service: Service) -> None:
    for letter, body in (("M", official_message("Jonas Strand")), ("Q", b"{ikke json")):
        with acting("worker"):
            message = actions.store(
                body, source="fiks", message_name=f"melding-{letter}", kind="privat", municipality=SOLVIK, at=AT
            )
            service.tell(letter, message=message.id)
        with acting("worker"):
            outcome = actions.take_in(message.id, jobs.read, by=clock(SOLVIK), at=AT)
        for concern in outcome.concerns:
            service.tell(letter, concern=concern.id, enquiry=concern.enquiry_id)


def _nordvag(service: Service) -> None:
    service.world.tokens.clear()
    concern_id = _sent(service, "N", "Birk", municipality=NORDVAG, hold_back_asked=True)
    case = _reviewed(service, "N", SIRI_N, concern_id, _child("Birk", 4))
    with service.world.as_(SIRI_N) as siri:
        open_investigation(concern_id, reasons="Gjentatt.", responsible=siri.person, by=siri, at=AT)
        raise_alarm(concern_id, kind="danger", words="Logg inn.", municipality=NORDVAG, at=AT)
    assert case.municipality_id == NORDVAG
    _document(service, "N", SIRI_N)


def _beside(service: Service) -> None:
    """What is sent outside the children's cases, as the owner put it there: the forms have tests of their own."""
    here = {"municipality": service.world.solvik}
    with acting("owner"):
        offer = Offer.objects.create(
            **here, reference="AAAA-BBBB-CCCC", received_at=AT, kind=Offer.Kind.VISITING_HOME, name="Ingrid Ekeli",
            phone="00 00 71 71", area="Solvik", household={"adults": 2}, can_offer={},
        )  # fmt: skip
        request = Request.objects.create(
            **here, kind=Request.Kind.DISCUSSION, reference="DDDD-EEEE-FFFF", received_at=AT, phone="00007272",
            call_at=[],
        )  # fmt: skip
        group = Group.objects.create(
            **here, title="Foreldre i nytt land", starts_on=TODAY, ends_on=TODAY, evenings=1, published=True
        )
        sign_up = SignUp.objects.create(
            **here, group=group, reference="GGGG-HHHH-JJJJ", received_at=AT, name="Selam", phone="00007373"
        )
        SchoolContact.objects.create(
            **here, kind=SchoolContact.Kind.SCHOOL, name="Solvik skole", contact_person="Geir Aasen", phone="00007474"
        )
        held = _held(service, group)
    service.tell("T", offer=offer.id, request=request.id, sign=sign_up.id, **held)


def _held(service: Service, group: Group) -> dict[str, UUID]:
    """What the preventive service has noted: one of each."""
    ours: dict[str, Any] = {
        "municipality": service.world.solvik, "noted_at": AT, "noted_by": service.staff(GEIR), "held_on": TODAY,
    }  # fmt: skip
    booked = {key: value for key, value in ours.items() if key != "held_on"} | {"first_on": TODAY, "last_on": TODAY}
    rows = {
        "discussion": HeldDiscussion.objects.create(
            **ours, body="school", topic="everyday", age="6_12", way="phone", minutes=15, advice=["talk"]
        ),
        "agreed": AgreedDiscussion.objects.create(
            **ours, body="school", about="Liam", consented="mother", consent_by="Mor", consented_on=TODAY
        ),
        "evening": Evening.objects.create(**ours, group=group, families=3, adults=4, children=2),
        "booking": Booking.objects.create(
            **booked, group=group, language="ti", name="Tolk Haile", competence="qualified"
        ),
        "activity": Activity.objects.create(**ours, kind="parents", title="Foreldremøte", minutes=60),
    }
    return {kind: row.id for kind, row in rows.items()}


def _common(service: Service) -> None:
    with service.world.as_(MARIT) as marit:
        decide_rule("other_holder", "always", reasons="Råd.", valid_from=TODAY, by=marit, at=AT)
    with acting("portal"):
        drafts.save(drafts.new_key(), {"words": "Halvskrevet"})
    with acting("mypage"):
        visits.start("", municipality=SOLVIK, level="idporten-loa-high")
    with acting("owner"):
        for home in (service.world.solvik, service.world.nordvag):
            rights = frozenset({"information.edit", "phrase.edit"})
            setup = Actor("oppsettet", home.number, "owner", rights=rights)
            install_defaults(home, at=AT, by=setup)
            install_phrases(home, at=AT, by=setup)


def official_message(child: str, *, municipality: int = SOLVIK) -> bytes:
    """A private concern in the national portal's own shape, version 2."""
    place = {"number": f"{municipality:04d}", "name": "Solvik"}
    home = {"lines": ["Fjordgata 12"], "postal_code": "9998", "postal_place": "Solvik"}
    message: NeutralConcern = {
        "version": 2, "municipality": place, "district": {"number": "00", "name": "Solvik"}, "interpreter": "",
        "other_bodies": "", "sent_at": AT, "channel": "Fiks IO", "guardians": [],
        "words": {"main": "Jeg hører gråt hver natt.", "history": "", "other_views": ""},
        "reporter": {"kind": "private", "name": "Nora Nabo", "role": "", "phone": "00 00 41 41", "email": "", "body": None,
                     "address": home},
        "children": [{"name": child, "identity_number": "", "assumed_age": "6", "unborn": False, "phone": "",
                      "address": home, "relation": "nabo", "informed": None, "informed_reason": ""}],
    }  # fmt: skip
    return write(message)
