"""The floor: the same statement as the owner of the tables, with the conditions that a careful hand would have written.

Without policies every statement must still hold back what this person may not see. So each table of a statement is put
in brackets with one condition, which the planner opens again: whose case it is, read from the grants that hold now, and
no case she is barred from. The hand writes one reason where there may be several policies, and knows who it writes for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from uuid import UUID

from django.apps import apps
from django.db import connection

from oppvekst.faces.cli.bench.measuring import Asked

TABLE = re.compile(r'\b(FROM|JOIN) "(\w+)"( (?!ON\b|WHERE\b|ORDER\b|GROUP\b|LIMIT\b|INNER\b|LEFT\b|FOR\b)\w+)?')
SEARCH = "access.find_child"
GRANTED = """SELECT g.case_id FROM access_grant g WHERE g.staff_id = '{staff}' AND g.municipality_id = {municipality}
 AND (g.valid_from IS NULL OR g.valid_from <= now()) AND (g.valid_to IS NULL OR g.valid_to > now())"""
OF_TEAM = " UNION SELECT t.id FROM cases_case t WHERE t.team_id = '{team}' AND t.state <> 'closed'"
BARRED = """SELECT b.case_id FROM access_bar b WHERE b.staff_id = '{staff}' AND b.municipality_id = {municipality}
 AND b.ended_at IS NULL"""
ENTRUSTED = """SELECT x.person_id FROM access_trust x WHERE x.staff_id = '{staff}' AND x.municipality_id = {municipality}
 AND x.ended_at IS NULL"""
FIND = """
WITH found AS (
  SELECT p.id FROM people_person p WHERE %(key)s::text <> '' AND p.municipality_id = {municipality}
    AND %(key)s::text <%% p.search
  UNION SELECT i.person_id FROM people_identitynumber i
   WHERE %(number)s::text <> '' AND i.municipality_id = {municipality} AND i.number = %(number)s::text
  UNION SELECT p.id FROM people_person p WHERE p.municipality_id = {municipality} AND p.birth_date = %(born)s::date),
likened AS (SELECT p.*, (word_similarity(%(key)s::text, p.search) + similarity(%(key)s::text, p.search)) / 2 AS alike
  FROM found f JOIN people_person p ON p.id = f.id)
SELECT p.id, p.given_name, p.family_name, p.birth_date, p.due_date, k.id, k.number, k.state, {mine},
  greatest(p.alike, CASE WHEN p.birth_date = %(born)s::date THEN 0.5 + p.alike / 2 END, CASE WHEN EXISTS (SELECT FROM
    people_identitynumber i WHERE i.person_id = p.id AND %(number)s::text <> '' AND i.number = %(number)s::text)
    THEN 1.0 END)::real
 FROM likened p JOIN cases_case k ON k.child_id = p.id
WHERE k.municipality_id = {municipality} AND k.id NOT IN ({barred}) AND {known}
  AND (p.protection < 2 OR p.id IN ({entrusted}) OR k.id IN ({granted}))
ORDER BY 10 DESC, p.search, p.id LIMIT %(n)s"""


@dataclass(frozen=True)
class Scope:
    """Who asks: read from the transaction she has entered."""

    staff: UUID
    municipality: int
    hat: str
    team: UUID | None
    wide: bool
    whole: bool

    @classmethod
    def entered(cls) -> Scope:
        """Of whoever has entered."""
        with connection.cursor() as cursor:
            cursor.execute(
                "select c.staff_id, c.municipality, c.hat, c.team, c.wide is not null, "
                "coalesce(c.wide, c.intake) is not null from access.here() c"
            )
            return cls(*cursor.fetchone())

    @property
    def here(self) -> str:
        """Her municipality, of the column's own type: of another, the index of several columns would not be used."""
        return f"{self.municipality}::smallint"

    @property
    def granted(self) -> str:
        """The cases that are hers now."""
        return self._written(GRANTED + (OF_TEAM if self.team else ""))

    @property
    def barred(self) -> str:
        """The cases she is barred from."""
        return self._written(BARRED)

    @property
    def entrusted(self) -> str:
        """The persons whose protected address she may see."""
        return self._written(ENTRUSTED)

    def condition(self, table: str) -> str:
        """What the hand writes for rows of that table; empty where nothing is held back."""
        columns = _columns(table)
        if table.startswith("access_") or not columns:
            return ""
        return " AND ".join(filter(None, (self._reason(table, columns), self._but(table, columns))))

    def _reason(self, table: str, columns: frozenset[str]) -> str:
        if self.wide or table == "agenda_item":
            return f"municipality_id = {self.here}" if "municipality_id" in columns else ""
        if table == "cases_case":
            return f"id IN ({self.granted})"
        if table.startswith("people_"):
            return f"{_person(table)} IN (SELECT y.person_id FROM cases_party y WHERE y.case_id IN ({self.granted}))"
        if table == "concerns_concern":
            queue = f" OR intake_queue = {self.here}" if self.whole else ""
            return f"(handler = '{self.staff}' OR case_id IN ({self.granted}){queue})"
        return f"case_id IN ({self.granted})" if "case_id" in columns else ""

    def _but(self, table: str, columns: frozenset[str]) -> str:
        if table == "cases_case":
            return f"id NOT IN ({self.barred})"
        if table.startswith("people_"):
            open_to = f" AND (protection = 0 OR person_id IN ({self.entrusted}))" if table == "people_address" else ""
            barred = f"SELECT y.person_id FROM cases_party y WHERE y.case_id IN ({self.barred})"
            return f"{_person(table)} NOT IN ({barred}){open_to}"
        return f"(case_id IS NULL OR case_id NOT IN ({self.barred}))" if "case_id" in columns else ""

    def _written(self, condition: str) -> str:
        return condition.format(staff=self.staff, municipality=self.here, team=self.team)


def floor_of(asked: Asked, scope: Scope) -> Asked:
    """The same statement with the conditions written by hand."""
    if SEARCH in asked.statement:
        return _search(asked, scope)
    return replace(asked, statement=TABLE.sub(lambda found: _bracketed(found, scope), asked.statement))


def _bracketed(found: re.Match[str], scope: Scope) -> str:
    word, table, alias = found[1], found[2], (found[3] or "").strip()
    condition = scope.condition(table)
    if not condition:
        return found[0]
    return f'{word} (SELECT * FROM "{table}" WHERE {condition}) AS "{alias or table}"'


def _search(asked: Asked, scope: Scope) -> Asked:
    key, born, number, n = asked.values
    hers = f"k.id IN ({scope.granted})"
    statement = FIND.format(
        municipality=scope.here, barred=scope.barred, entrusted=scope.entrusted, granted=scope.granted,
        known="true" if scope.whole else hers, mine="true" if scope.wide else hers,
    )  # fmt: skip
    return Asked(statement, {"key": key, "born": born, "number": number, "n": n})


def _person(table: str) -> str:
    return "id" if table == "people_person" else "person_id"


def _columns(table: str) -> frozenset[str]:
    for model in apps.get_models():
        if model._meta.db_table == table:
            return frozenset(str(each.column) for each in model._meta.concrete_fields)
    return frozenset()
