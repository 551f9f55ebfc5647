"""Cases as the actor may see them. ``get_case`` is the way in and the access check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet, Subquery

from oppvekst.domain.cases.models import Case, Disclosure, HoldBack, LookExtract, MyPage, Party, Uninformed
from oppvekst.domain.cases.rules.outward import Held, Recipient, may_leave_the_house
from oppvekst.domain.people.models import Person
from oppvekst.domain.people.queries import with_details
from oppvekst.domain.people.rules import search_key
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Emergency, Grant
from oppvekst.ground.agenda.models import EMERGENCY, Item
from oppvekst.ground.journal.models import Entry
from oppvekst.law.refusals import NotFound
from oppvekst.law.verdict import Verdict

PAGE = 50


@dataclass(frozen=True)
class Hit:
    """A child found by search: the minimal index, enough to know which one it is (bvl § 13-1)."""

    person_id: UUID
    given_name: str
    family_name: str
    birth_date: date | None
    due_date: date | None
    case_id: UUID
    case_number: str
    case_state: str
    mine: bool
    score: float

    @property
    def name(self) -> str:
        """The child's name as written."""
        return f"{self.given_name} {self.family_name}".strip() or "Ufødt barn"


def get_case(case_id: UUID) -> Case:
    """The case, if it is there for you."""
    case = Case.objects.select_related("child", "team").filter(id=case_id).first()
    if case is None:
        raise NotFound(
            "Vi finner ikke denne saken blant dem du har tilgang til. Spør teamlederen din om du trenger den."
        )
    return case


def case_by_number(number: str) -> Case:
    """The case with this number, if it is there for you."""
    case = Case.objects.select_related("child").filter(number=number.strip()).first()
    if case is None:
        raise NotFound("Vi finner ingen sak med dette nummeret blant dem du har tilgang til.")
    return case


def my_cases(by: Actor) -> QuerySet[Case]:
    """The cases the actor sees, newest first. The scope is said here too: the planner gets an ordered index."""
    return (
        Case.objects.filter(municipality_id=by.municipality).select_related("child").order_by("-opened_at", "id")
    )  # fmt: skip


def cases_by_id(case_ids: Iterable[UUID]) -> dict[UUID, Case]:
    """Cases with their child, by id, in one query."""
    return Case.objects.select_related("child").in_bulk(list(case_ids))


def parties(case: Case) -> list[Party]:
    """The persons of a case as it stands, the child first; their details in a fixed number of queries."""
    found = list(Party.objects.filter(case=case, valid_to=None))
    persons = {person.id: person for person in with_details(Person.objects.filter(id__in=[p.person_id for p in found]))}
    for party in found:
        if party.person_id in persons:
            party.person = persons[party.person_id]
    order = {part: place for place, part in enumerate(Party.Part.values)}
    return sorted((party for party in found if party.person_id in persons), key=lambda party: order[party.part])


def hold_back(case_id: UUID) -> HoldBack | None:
    """The switch as it stands now, or None."""
    return HoldBack.objects.filter(case_id=case_id, lifted_at=None).order_by("set_at").first()


def uninformed(case_id: UUID) -> list[Uninformed]:
    """The parents who for safety are not told, as it stands now (bvl § 12-2 (2)): every door out asks this."""
    return list(
        Uninformed.objects.filter(case_id=case_id, lifted_at=None).select_related("person").order_by("decided_at")
    )


def may_go_out(case_id: UUID, recipient: Recipient, *, at: datetime, unseen: bool = False, said: str = "") -> Verdict:
    """Whether anything about this child may go to them now: the switch, and the parent who is not told (bvl §§ 12-2, 12-6).

    ``said``: everything that would stand on it, which must not tell where a protected person is (bvl § 13-5 (3)).
    """
    switch = hold_back(case_id)
    held = Held(switch.reasons, switch.owner_name, switch.set_at, switch.review_on) if switch else None
    return may_leave_the_house(
        recipient,
        held,
        at=at,
        unseen=unseen,
        kept_out=bool(uninformed(case_id)),
        reveals=bool(said) and reveals(said, case_id),
    )


def disclosures(case_id: UUID) -> QuerySet[Disclosure]:
    """What other bodies have been given to read, newest first."""
    return Disclosure.objects.filter(case_id=case_id).order_by("-made_at", "id")


def get_disclosure(case_id: UUID, disclosure_id: UUID) -> Disclosure:
    """One such set, if the case is there for you."""
    found = Disclosure.objects.filter(case_id=case_id, id=disclosure_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette settet i saken.")
    return found


def reveals(text: str, case_id: UUID, *, to: UUID | None = None) -> bool:
    """Whether a text tells where a protected person of this case is, however it is spelled (bvl §§ 7-2 (3), 13-5 (3)).

    Asked of everything that leaves the house. The database answers yes or no, and never what: the writer need not be
    entrusted with the address. ``to``: the person it goes to, who knows where she lives herself.
    """
    with connection.cursor() as cursor:
        cursor.execute("select access.reveals(%s, %s, %s)", [case_id, text, to])
        return bool(cursor.fetchone()[0])


def somebody_is_protected(case_id: UUID) -> bool:
    """Whether anybody in this case now has a protected address, so that what leaves the house must be read first."""
    return Party.objects.filter(case_id=case_id, valid_to=None, person__protection__gt=0).exists()


def shows_where(case_id: UUID) -> bool:
    """Whether the reader may be told where the child of this case is, though she may not see the case itself."""
    with connection.cursor() as cursor:
        cursor.execute("select access.shows_where(%s)", [case_id])
        return bool(cursor.fetchone()[0])


def journal(case_id: UUID) -> QuerySet[Entry]:
    """The child's journal, newest first (bvl § 12-4)."""
    return Entry.objects.filter(case_id=case_id).order_by("-at", "id")


def grants(case_id: UUID) -> QuerySet[Grant]:
    """Who has access and why, those in force first."""
    return Grant.objects.filter(case_id=case_id).select_related("staff").order_by("valid_to", "given_at")


def get_extract(extract_id: UUID) -> LookExtract:
    """An extract of who has seen a case, if the case is there for you."""
    extract = LookExtract.objects.select_related("case__child", "party").filter(id=extract_id).first()
    if extract is None:
        raise NotFound("Vi finner ikke dette utdraget i en sak du har tilgang til.")
    return extract


def extracts(case_id: UUID) -> QuerySet[LookExtract]:
    """The extracts of a case: what was told to whom, newest first."""
    return LookExtract.objects.filter(case_id=case_id).select_related("party").order_by("-made_at", "id")


def emergencies(municipality: int) -> QuerySet[Emergency]:
    """Every emergency access, newest first, with the child's name and whether it waits to be looked at."""
    cases = Case.objects.filter(id=OuterRef("case_id"))
    waiting = Item.objects.filter(subject=OuterRef("id"), rule=EMERGENCY, open=True)
    return (
        Emergency.objects.filter(municipality_id=municipality)
        .select_related("staff")
        .annotate(number=Subquery(cases.values("number")[:1]), waiting=Exists(waiting))
        .order_by("-opened_at", "id")
    )


def find_child(name: str, *, born: date | None = None, number: str = "", limit: int = 20) -> list[Hit]:
    """Children with a case here whose name sounds alike, or who have this birth date or number.

    What the actor may not know of is not there, nor counted. Sorted best first.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "select * from access.find_child(%s, %s, %s, %s)", [search_key(name), born, number.replace(" ", ""), limit]
        )
        return [Hit(*row) for row in cursor.fetchall()]


def my_pages() -> list[MyPage]:
    """Where My page is opened for whoever has logged in there; only what stands on it, for more is not hers to read."""
    return list(MyPage.objects.only("id", "part", "called", "child_name", "opened_at").order_by("opened_at", "id"))


def opened_pages(case_id: UUID) -> dict[UUID, MyPage]:
    """For whom in the case My page is open now, by person."""
    return {row.person_id: row for row in MyPage.objects.filter(case_id=case_id, closed_at=None)}
