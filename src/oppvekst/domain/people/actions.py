"""Registering persons, and protecting where they are. The act that puts a person into a case lives in the room of the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from oppvekst.domain.people.models import Address, IdentityNumber, Person, Protection, Reach, Shielding
from oppvekst.domain.people.queries import entrusted, get_person, is_entrusted, kinds_of, shieldings
from oppvekst.domain.people.rules import SHIELDS, lacking, search_key
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Staff, Trust
from oppvekst.ground.agenda.planned import Planned, Subject, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.identity import Finding, examine
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound


@dataclass(frozen=True)
class Details:
    """What we know of a person when she is registered. Only a name or a due date is needed."""

    given_name: str = ""
    family_name: str = ""
    birth_date: date | None = None
    due_date: date | None = None
    sex: str = Person.Sex.UNKNOWN
    number: str = ""
    address_lines: tuple[str, ...] = ()
    postal_code: str = ""
    place: str = ""
    protection: int = Protection.NONE
    # Demo, tests and the public test systems use synthetic numbers; a production service does not take them.
    environment: str = "production"


def add_person(municipality: int, details: Details, *, today: date) -> Person:
    """Write a person into the register of persons; called inside an act of a case (bvl § 12-4)."""
    _check(details)
    found = _examined(details)
    person = Person(
        municipality_id=municipality, given_name=details.given_name.strip(), family_name=details.family_name.strip(),
        birth_date=details.birth_date or (found.birth_date if found else None), due_date=details.due_date,
        sex=details.sex, protection=details.protection,
    )  # fmt: skip
    # Not a column of the database's own: how Norwegians spell is told in Python, and tested there.
    person.search = search_key(person.name)
    person.save(force_insert=True)
    if found:
        add_number(person, found, today=today)
    if details.address_lines:
        _add_address(person, details, today)
    return person


def person_with_number(details: Details) -> UUID | None:
    """The person we know with this number, whoever's cases she is in. Inside an act of a case, which may then name her.

    The number proves that the writer knows whom she means; of the person's other cases it tells nothing. A number that
    several may have (a due date, a helping number) finds nobody.
    """
    _check(details)
    found = _examined(details)
    with connection.cursor() as cursor:
        cursor.execute("select access.person_with(%s)", [found.number if found else ""])
        (person_id,) = cursor.fetchone()
    return person_id if isinstance(person_id, UUID) else None


def complete(person: Person, details: Details, *, today: date) -> None:
    """Add what is told of somebody we knew: a protection she has not had, an address we have not heard of.

    Her name and number stay as they are registered, and protection is put on, never taken off (bvl § 13-5 (3)).
    """
    if details.protection:
        _protect(person.id, details.protection)
    told = (list(details.address_lines), details.postal_code, details.place)
    known = Address.objects.filter(person=person, valid_to=None).values_list("lines", "postal_code", "place")
    if details.address_lines and told not in known:
        _add_address(person, details, today)


def add_number(person: Person, found: Finding, *, today: date) -> None:
    """Give a person a number. An earlier one is ended, never removed: the pseudo number stays as history."""
    IdentityNumber.objects.filter(person=person, valid_to=None).update(valid_to=today)
    IdentityNumber.objects.create(
        municipality_id=person.municipality_id, person=person, number=found.number, kind=found.kind, valid_from=today
    )


def add_safe_phone(person: Person, number: str, *, today: date) -> None:
    """Write down a phone that the person has said nobody else reads (bvl § 13-1); called inside an act of a case."""
    if not Reach.objects.filter(person=person, value=number, safe=True, valid_to=None).exists():
        Reach.objects.create(
            municipality_id=person.municipality_id, person=person, value=number, safe=True, valid_from=today
        )


def shield(
    case_id: UUID, person_id: UUID, kind: int, *, source: str, decided_on: date, by: Actor, at: datetime, words: str = "",
    review_on: date | None = None, police_told_on: date | None = None,
) -> Shielding:  # fmt: skip
    """Put a protection on somebody in a case, with who decided it (bvl §§ 7-2 (3), 13-5 (3)). What it hides follows."""
    lacks = lacking(
        kind, tribunal=source == Shielding.Source.TRIBUNAL, words=words, review_on=review_on, police_told_on=police_told_on,
        today=oslo_date(at),
    )  # fmt: skip
    if lacks:
        raise Incomplete(lacks, SHIELDS[kind].law)
    with act("address.shielded", by=by, at=at, right="party.register", law=SHIELDS[kind].law) as entry:
        person = get_person(person_id)
        if shieldings(person_id).filter(kind=kind, ended_at=None).exists():
            raise NotAllowed("Dette vernet står allerede på personen.")
        written = Shielding.objects.create(
            municipality_id=by.municipality, person=person, kind=kind, source=source, words=words.strip(), set_at=at,
            decided_on=decided_on, review_on=review_on, police_told_on=police_told_on, set_by=by.staff_id,
        )  # fmt: skip
        _protect(person_id, kind)
        _settle_review(written, case_id)
        says = f"Adressevern for {person.name}: {SHIELDS[kind].title.lower()}. Kilde: {written.get_source_display()}."
        entry.about(written.id, case_id=case_id, says=says)
    return written


def note_death(
    case_id: UUID, person_id: UUID, *, dead: bool, source: str, by: Actor, at: datetime, died_on: date | None = None
) -> None:
    """Write down that somebody in a case is dead, or that this was a mistake, with where we know it from (bvl § 12-4)."""
    if not source.strip():
        raise Incomplete({"source": "Skriv hvor opplysningen kommer fra, for eksempel Folkeregisteret."})
    with act("person.died", by=by, at=at, right="party.register", law="bvl § 12-4") as entry:
        person = get_person(person_id)
        person.dead, person.died_on = dead, died_on if dead else None
        person.save(update_fields=["dead", "died_on"])
        what = "er registrert som død" if dead else "er ikke lenger registrert som død"
        entry.about(person.id, case_id=case_id, says=f"{person.name} {what}. Kilde: {source.strip()}.")


def lift_shield(
    case_id: UUID,
    person_id: UUID,
    kind: int,
    words: str,
    *,
    by: Actor,
    at: datetime,
    police_told_on: date | None = None,
) -> None:
    """Take a protection off by a named decision. Only somebody it is entrusted to can: the database holds to it too."""
    if not words.strip():
        raise Incomplete({"words": "Skriv hvem som har avgjort at vernet skal av, når, og hvorfor det er trygt."})
    if SHIELDS[kind].police and police_told_on is None:
        raise Incomplete({"police_told_on": "Skriv når politiet fikk vite at det skal av."}, SHIELDS[kind].law)
    with act("address.unshielded", by=by, at=at, right="address.entrust", law=SHIELDS[kind].law) as entry:
        person = get_person(person_id)
        left = [one for one in kinds_of(person) if one != kind]
        if not is_entrusted(person_id):
            raise NotAllowed("Bare den som selv er betrodd adressen, kan ta vernet av.", SHIELDS[kind].law)
        for one in shieldings(person_id).filter(kind=kind, ended_at=None):
            one.ended_at, one.ended_words = at, words.strip()
            one.save(update_fields=["ended_at", "ended_words"])
            _settle_review(one, case_id)
        _lower(person, max(left, default=Protection.NONE))
        says = f"Adressevernet «{SHIELDS[kind].title.lower()}» er opphevet for {person.name}."
        entry.about(person_id, case_id=case_id, says=says)


def entrust(case_id: UUID, person_id: UUID, staff_id: UUID, words: str, *, by: Actor, at: datetime) -> None:
    """Let a named colleague see where a protected person is, with the reason (bvl § 13-5 (3))."""
    if not words.strip():
        raise Incomplete({"words": "Skriv hvorfor kollegaen må kjenne adressen."})
    with act("address.entrusted", by=by, at=at, right="address.entrust", law="bvl § 13-5 (3)") as entry:
        person = get_person(person_id)
        staff = Staff.objects.filter(id=staff_id).first()
        if staff is None or not person.protection:
            raise NotFound("Vi finner ingen slik ansatt, eller adressen er ikke beskyttet.")
        if entrusted(person_id).filter(staff=staff).exists():
            raise NotAllowed(f"{staff.name} er allerede betrodd adressen.")
        Trust.objects.create(
            municipality_id=by.municipality, staff=staff, person_id=person_id, words=words.strip(), given_by=by.person,
            given_at=at,
        )  # fmt: skip
        entry.about(person_id, case_id=case_id, says=f"{staff.name} ble betrodd adressen til {person.name}.")


def withdraw(case_id: UUID, trust_id: UUID, words: str, *, by: Actor, at: datetime) -> None:
    """From now on she no longer sees it. The row stays, with its dates and why (bvl § 13-5 (3))."""
    if not words.strip():
        raise Incomplete({"words": "Skriv hvorfor kollegaen ikke lenger trenger adressen."})
    with act("address.withdrawn", by=by, at=at, right="address.entrust", law="bvl § 13-5 (3)") as entry:
        trust = Trust.objects.select_related("staff").filter(id=trust_id, ended_at=None).first()
        if trust is None:
            raise NotFound("Tilliten er allerede trukket tilbake.")
        Trust.objects.filter(id=trust_id, ended_at=None).update(ended_at=at, ended_words=words.strip())
        person = get_person(trust.person_id)
        says = f"{trust.staff.name} er ikke lenger betrodd adressen til {person.name}."
        entry.about(trust.person_id, case_id=case_id, says=says)


def _protect(person_id: UUID, kind: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select access.protect(%s, %s)", [person_id, int(kind)])


def _lower(person: Person, to: int) -> None:
    """What hangs on her goes down with her; what was put on it goes no lower than she does."""
    Person.objects.filter(id=person.id, protection__gt=to).update(protection=to)
    Address.objects.filter(person=person, protection__gt=to).update(protection=to)
    Reach.objects.filter(person=person, protection__gt=to).update(protection=to)


def _settle_review(written: Shielding, case_id: UUID) -> None:
    """The review stands on the agenda of whoever wrote the protection in."""
    if written.review_on is None:
        return
    review = Planned(
        "address-review", "Vurder adressevernet på nytt", due=written.review_on, target=written.review_on,
        start=written.decided_on, steps=("Dagen er valgt da vernet ble ført.",), law=str(SHIELDS[written.kind].law),
        assignee=written.set_by, done_on=oslo_date(written.ended_at) if written.ended_at else None,
    )  # fmt: skip
    settle(Subject(written.id, "shielding", written.municipality_id, case_id, (review,)))


def _add_address(person: Person, details: Details, today: date) -> None:
    Address.objects.create(
        municipality_id=person.municipality_id, person=person, lines=list(details.address_lines), valid_from=today,
        postal_code=details.postal_code, place=details.place, protection=max(details.protection, person.protection),
    )  # fmt: skip


def _check(details: Details) -> None:
    if not (details.given_name.strip() or details.family_name.strip() or details.due_date):
        raise Incomplete({"given_name": "Skriv barnets navn, eller termindato om barnet ikke er født."})
    if details.birth_date and details.due_date:
        raise Incomplete({"due_date": "Et barn har enten fødselsdato eller termindato. La den ene stå tom."})


def _examined(details: Details) -> Finding | None:
    number = details.number.replace(" ", "")
    if not number:
        return None
    found = examine(number, details.environment)
    if not found.valid:
        raise Incomplete({"number": f"{found.reason} Rett nummeret, eller la feltet stå tomt."})
    return found
