"""The floor: the same statement as the owner of the tables, with the conditions that a careful hand would have written.

Each table of a statement is put in a pair of brackets with its condition, which the planner opens again. The hand
writes one reason for each table and the actor's own ids in plain, where policies must ask who is acting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.apps import apps
from django.db import connection

from oppvekst.faces.cli.bench.measuring import Asked

TABLE = re.compile(r'\b(FROM|JOIN) "(\w+)"( (?!ON\b|WHERE\b|ORDER\b|GROUP\b|LIMIT\b|INNER\b|LEFT\b|FOR\b)\w+)?')
SEARCH = "access.find_child"
FIND_BY_HAND = """
WITH found AS (
  SELECT p.id FROM people_person p WHERE %(key)s::text <> '' AND p.municipality_id = {municipality} AND %(key)s::text <%% p.search
  UNION SELECT i.person_id FROM people_identitynumber i
   WHERE %(number)s::text <> '' AND i.municipality_id = {municipality} AND i.number = %(number)s::text
  UNION SELECT p.id FROM people_person p WHERE p.municipality_id = {municipality} AND p.birth_date = %(born)s::date),
likened AS (SELECT p.*, (word_similarity(%(key)s::text, p.search) + similarity(%(key)s::text, p.search)) / 2 AS alike
  FROM found f JOIN people_person p ON p.id = f.id)
SELECT p.id, p.given_name, p.family_name, p.birth_date, p.due_date, k.id, k.number, k.state, {mine},
  greatest(p.alike, CASE WHEN p.birth_date = %(born)s::date THEN 0.5 + p.alike / 2 END, CASE WHEN EXISTS (SELECT FROM
    people_identitynumber i WHERE i.person_id = p.id AND %(number)s::text <> '' AND i.number = %(number)s::text) THEN 1.0 END)::real
 FROM likened p JOIN cases_case k ON k.child_id = p.id
WHERE k.municipality_id = {municipality} AND {known} AND (p.protection < 2 OR p.id = ANY ({named}) OR k.id = ANY ({cases}))
ORDER BY 10 DESC, p.search, p.id LIMIT %(n)s"""


@dataclass(frozen=True)
class Scope:
    """What the actor may see, as a hand would write it down: read from the transaction she has entered."""

    staff: UUID
    municipality: int
    hat: str
    wide: bool
    whole: bool
    cases: Sequence[UUID]
    named: Sequence[UUID]

    @classmethod
    def entered(cls) -> Scope:
        """Of whoever has entered."""
        with connection.cursor() as cursor:
            cursor.execute(
                "select c.staff_id, c.municipality, c.hat, c.wide is not null, coalesce(c.wide, c.intake) is not null, "
                "c.cases, c.named from access.here() c"
            )
            return cls(*cursor.fetchone())

    def condition(self, table: str) -> str:
        """The one reason to see rows of that table; empty where none is needed."""
        columns = _columns(table)
        if table.startswith("access_") or not columns:
            return ""
        if self.wide:
            return f"municipality_id = {self.municipality}" if "municipality_id" in columns else ""
        return self._narrow(table, columns)

    def _narrow(self, table: str, columns: frozenset[str]) -> str:
        cases = _uuids(self.cases)
        if table == "cases_case":
            return f"id = any ({cases})"
        if table.startswith("people_"):
            key = "id" if table == "people_person" else "person_id"
            shown = (
                f" and (protection = 0 or person_id = any ({_uuids(self.named)}))" if table == "people_address" else ""
            )
            return f"{key} in (select person_id from cases_party where case_id = any ({cases})){shown}"
        if table == "concerns_concern":
            queue = f" or intake_queue = {self.municipality}" if self.whole else ""
            return f"(handler = '{self.staff}' or case_id = any ({cases}){queue})"
        if "case_id" in columns and table != "agenda_item":
            return f"case_id = any ({cases})"
        return f"municipality_id = {self.municipality}" if "municipality_id" in columns else ""


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
    cases = _uuids(scope.cases)
    statement = FIND_BY_HAND.format(
        municipality=scope.municipality, cases=cases, named=_uuids(scope.named),
        known="true" if scope.whole or scope.wide else f"k.id = ANY ({cases})",
        mine="true" if scope.wide else f"k.id = ANY ({cases})",
    )  # fmt: skip
    return Asked(statement, {"key": key, "born": born, "number": number, "n": n})


def _columns(table: str) -> frozenset[str]:
    for model in apps.get_models():
        if model._meta.db_table == table:
            return frozenset(str(each.column) for each in model._meta.concrete_fields)
    return frozenset()


def _uuids(ids: Sequence[UUID]) -> str:
    return f"'{{{','.join(map(str, ids))}}}'::uuid[]"
