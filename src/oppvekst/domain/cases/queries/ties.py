"""Who is what to whom in one case, and what of it the reader may be told (bvl §§ 12-4, 13-1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from oppvekst.domain.cases.models import Case, Party, Tie
from oppvekst.domain.cases.queries.case import get_case
from oppvekst.domain.cases.rules.kin import PARTNER, Link
from oppvekst.domain.people.models import Person
from oppvekst.law.refusals import NotFound


@dataclass(frozen=True)
class Around:
    """The persons of a case and their ties, as this case alone knows them; the child first."""

    persons: tuple[Person, ...]
    parts: dict[UUID, Party]
    ties: tuple[Tie, ...]

    @property
    def standing(self) -> list[Tie]:
        """The ties that hold now."""
        return [tie for tie in self.ties if tie.ended_at is None]

    @property
    def drawn(self) -> list[Tie]:
        """What the family tree draws: what holds now, and partings."""
        return [
            tie for tie in self.ties if tie.ended_at is None or (tie.kind == PARTNER and tie.ending == Tie.Ending.OVER)
        ]


def around(case: Case) -> Around:
    """Everybody in the case and every tie there has been, in two questions."""
    parts = {
        party.person_id: party
        for party in Party.objects.filter(case=case, valid_to=None)
        .select_related("person")
        .order_by("valid_from", "id")
    }
    order = {part: place for place, part in enumerate(Party.Part.values)}
    by_part = sorted(parts.values(), key=lambda party: (order[party.part], party.person.name, party.id))
    persons = [party.person for party in by_part]
    ties = Tie.objects.filter(case=case).select_related("person", "other").order_by("written_at", "id")
    return Around(tuple(persons), parts, tuple(ties))


def get_tie(case_id: UUID, tie_id: UUID) -> Tie:
    """One tie, if the case is there for you."""
    get_case(case_id)
    tie = Tie.objects.filter(case_id=case_id, id=tie_id).select_related("person", "other").first()
    if tie is None:
        raise NotFound("Vi finner ikke dette båndet i saken.")
    return tie


def as_link(tie: Tie) -> Link:
    """The tie as the rules see it."""
    return Link(
        str(tie.person_id), str(tie.other_id), tie.kind, str(tie.id), over=tie.ended_at is not None, place=tie.place
    )


def hidden(texts: Sequence[str], case_id: UUID) -> list[bool]:
    """Which of these texts the reader may not see, because they tell where somebody protected is (bvl § 13-5 (3))."""
    return revealing(texts, case_id) if kept_from_me(case_id) else [False] * len(texts)


def kept_from_me(case_id: UUID) -> bool:
    """Whether somebody in the case has a protected place that the reader may not know.

    Whoever the child's place is entrusted to, knows where those under the same roof are.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "select coalesce(bool_or(not entrusted) and not bool_or(child and entrusted), false) from ("
            "select y.part = 'child' as child, p.id = any ((select access.named())::uuid[]) as entrusted from cases_party y "
            "join people_person p on p.id = y.person_id where y.case_id = %s and y.valid_to is null and p.protection > 0)",
            [case_id],
        )
        return bool(cursor.fetchone()[0])


def revealing(texts: Sequence[str], case_id: UUID) -> list[bool]:
    """Which of these texts tell where a protected person of the case is: one question, however many they are."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select access.reveals(%s, said, null) from unnest(%s::text[]) with ordinality t (said, place) order by place",
            [case_id, list(texts)],
        )
        return [bool(told) for (told,) in cursor.fetchall()]
