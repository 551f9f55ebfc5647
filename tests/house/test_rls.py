"""Every table guards its own rows, and a new table that forgets is found here (design: ADR 2)."""

from __future__ import annotations

from types import SimpleNamespace

from django.apps import apps
from django.db import connection

from oppvekst.ground.database import logins
from oppvekst.ground.database.policies import GrantNewColumns, Policy

# Tables that hold no person: Django's list of migrations, and the queue, whose arguments are ids only.
WITHOUT_PERSONS = r"^(django_migrations|django_content_type|procrastinate_\w+)$"

# They lie below the cases and hold a case's number before there is one; what may stand in them, their policies ask.
BELOW_CASES = r"^(access|agenda|journal)_"

FINDINGS = """
WITH pairs AS (
  SELECT k.conrelid::regclass AS child, k.confrelid::regclass AS parent, array(SELECT a.attname::text FROM unnest(k.conkey)
    WITH ORDINALITY u(n, place) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY place) AS columns,
    2 = (SELECT count(*) FROM pg_attribute a WHERE a.attrelid IN (k.conrelid, k.confrelid)
          AND a.attname = 'case_id') AS both_of_case,
    2 = (SELECT count(*) FROM pg_attribute a WHERE a.attrelid IN (k.conrelid, k.confrelid)
          AND a.attname = 'municipality_id') AS both_of_municipality
   FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace)
SELECT 'no forced row security', c.oid::regclass::text FROM pg_class c
 WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND NOT (c.relrowsecurity AND
   c.relforcerowsecurity) AND c.relname !~ %(without)s
UNION ALL SELECT 'privilege without policy',
       format('%%s %%s %%s', c.oid::regclass, a.grantee::regrole, a.privilege_type)
  FROM pg_class c, aclexplode(c.relacl) a
 WHERE c.relkind = 'r' AND c.relrowsecurity AND a.grantee NOT IN (0, c.relowner)
   AND a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE') AND NOT EXISTS (SELECT FROM pg_policy p
     WHERE p.polrelid = c.oid AND p.polpermissive AND p.polroles @> array[a.grantee] AND p.polcmd IN ('*',
       CASE a.privilege_type WHEN 'SELECT' THEN 'r' WHEN 'INSERT' THEN 'a' WHEN 'UPDATE' THEN 'w' ELSE 'd' END::"char"))
UNION ALL SELECT 'policy without privilege', format('%%s %%s %%s', p.polrelid::regclass, p.polname, r::regrole)
  FROM pg_policy p, unnest(p.polroles) r
 WHERE p.polpermissive AND p.polcmd IN ('r', 'a', 'w') AND NOT has_any_column_privilege(r, p.polrelid,
       CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' ELSE 'UPDATE' END)
UNION ALL SELECT 'open to everybody', format('%%s %%s', c.oid::regclass, a.privilege_type)
  FROM pg_class c, aclexplode(c.relacl) a WHERE a.grantee = 0 AND c.relnamespace = 'public'::regnamespace
UNION ALL SELECT 'login with a table of its own',
       format('%%s %%s %%s', c.oid::regclass, a.grantee::regrole, a.privilege_type)
  FROM pg_class c, aclexplode(c.relacl) a WHERE c.relkind IN ('r', 'p') AND a.grantee::regrole::text = %(desk)s
UNION ALL SELECT 'function open to everybody', p.oid::regprocedure::text FROM pg_proc p
 WHERE p.pronamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema') AND p.proname !~ '^procrastinate'
   AND (p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0))
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
UNION ALL SELECT 'definer without search_path', p.oid::regprocedure::text FROM pg_proc p
 WHERE p.prosecdef AND NOT EXISTS (SELECT FROM unnest(p.proconfig) x WHERE x LIKE 'search_path=%%pg_temp')
UNION ALL SELECT 'view as owner or materialized', c.oid::regclass::text FROM pg_class c
 WHERE c.relnamespace = 'public'::regnamespace
   AND (c.relkind = 'm' OR c.relkind = 'v' AND coalesce(c.reloptions::text, '') NOT LIKE '%%security_invoker=%%')
UNION ALL SELECT 'unique key that tells of other municipalities', i.indexrelid::regclass::text
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
 WHERE i.indisunique AND NOT i.indisprimary AND c.relnamespace = 'public'::regnamespace AND c.relrowsecurity
   AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = any (i.indkey)
     AND (a.attname = 'municipality_id' OR a.atttypid = 'uuid'::regtype))
UNION ALL SELECT 'forced without a policy for the owner', c.oid::regclass::text FROM pg_class c
 WHERE c.relforcerowsecurity AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*'
   AND p.polroles = array['oppvekst_owner'::regrole::oid] AND pg_get_expr(p.polqual, p.polrelid) = 'true')
UNION ALL SELECT 'row of a case without Pair(parent="case")', c.oid::regclass::text
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'case_id'
 WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname !~ %(below)s
   AND NOT EXISTS (SELECT FROM pairs p WHERE p.child = c.oid AND p.parent = 'cases_case'::regclass
     AND p.columns @> array['case_id', 'municipality_id'])
UNION ALL SELECT format('add Pair(parent="%%s", share="%%s"), and on the parent UniqueConstraint(fields=["id", "%%s"])',
                        regexp_replace(p.columns[1], '_id$', ''), p.share, p.share),
                 format('%%s -> %%s', p.child, p.parent)
  FROM (SELECT *, CASE WHEN both_of_case THEN 'case' ELSE 'municipality' END AS share FROM pairs
         WHERE cardinality(columns) = 1 AND (both_of_case OR both_of_municipality)) p
 WHERE NOT EXISTS (SELECT FROM pairs q WHERE q.child = p.child AND q.parent = p.parent
   AND q.columns @> array[p.columns[1], p.share || '_id'])
ORDER BY 1, 2
"""
ADVICE = (
    "Tabellen sier hvem som når radene der den står: Forced(...) og Policy(...) i Meta.constraints, eller of_case(...) når "
    "den henger på en sak. Så «make migrations ROOM=…». Se docs/how-to/new-table.md."
)


def test_every_table_guards_its_rows(db: None) -> None:
    assert findings() == [], ADVICE


def test_a_table_that_forgets_is_found(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE forgot (id uuid PRIMARY KEY, municipality_id smallint, name text UNIQUE)")
        cursor.execute("GRANT SELECT ON forgot TO oppvekst_portal")
    assert ("no forced row security", "forgot") in findings()


def test_a_privilege_that_no_policy_stands_behind_is_found(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("GRANT DELETE ON concerns_concern TO oppvekst_portal")
    assert ("privilege without policy", "concerns_concern oppvekst_portal DELETE") in findings()


def test_a_row_that_may_hang_on_somebody_elses_is_found_and_what_to_do_is_said(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE visit (id uuid PRIMARY KEY, municipality_id smallint, case_id uuid REFERENCES cases_case, "
            "investigation_id uuid REFERENCES investigations_investigation, person_id uuid REFERENCES people_person)"
        )
    key = 'and on the parent UniqueConstraint(fields=["id", "{0}"])'
    assert {finding for finding in findings() if "Pair" in finding[0]} == {
        ('row of a case without Pair(parent="case")', "visit"),
        (f'add Pair(parent="case", share="municipality"), {key}'.format("municipality"), "visit -> cases_case"),
        (f'add Pair(parent="person", share="municipality"), {key}'.format("municipality"), "visit -> people_person"),
        (
            f'add Pair(parent="investigation", share="case"), {key}'.format("case"),
            "visit -> investigations_investigation",
        ),
    }  # fmt: skip


def test_nobody_who_serves_people_can_look_past_the_policies(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolname FROM pg_roles "
            "WHERE rolname LIKE 'oppvekst%%' AND (rolsuper OR rolbypassrls OR rolcreaterole)"
        )
        assert [name for (name,) in cursor.fetchall()] == [logins.BACKUP]


def test_the_public_can_add_a_concern_and_read_none(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_any_column_privilege(%s, 'concerns_concern', 'INSERT'), has_any_column_privilege(%s, "
            "'concerns_concern', 'SELECT')",
            [logins.PORTAL, logins.PORTAL],
        )
        assert cursor.fetchone() == (True, False)


def test_whoever_may_add_a_row_may_fill_every_column_of_it(db: None) -> None:
    assert unfilled() == [], (
        "Kolonnen kom etter tabellen: migrasjonen mangler GrantNewColumns, som «make migrations» skriver."
    )


def test_a_new_column_that_nobody_may_fill_is_found_and_is_filled_by_the_migration_that_adds_it(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("REVOKE INSERT (child_name) ON concerns_concern FROM oppvekst_portal")
    assert unfilled() == ["concerns_concern.child_name oppvekst_portal"]
    now = SimpleNamespace(apps=apps)
    with connection.schema_editor() as editor:
        GrantNewColumns("concern").database_forwards("concerns", editor, now, now)
    assert unfilled() == []


def unfilled() -> list[str]:
    """Columns that a table's own insert policies grant now, and the database does not."""
    wanted = [
        (rule_to, model._meta.db_table, field.column)
        for model in apps.get_models()
        for rule in model._meta.constraints
        if isinstance(rule, Policy) and rule.command == "insert"
        for rule_to in rule.to
        for field in model._meta.concrete_fields
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT format('%%s.%%s %%s', t, c, r) FROM unnest(%s::text[], %s::text[], %s::text[]) w(r, t, c) "
            "WHERE NOT has_column_privilege(r, t, c, 'INSERT') ORDER BY 1",
            [list(column) for column in zip(*wanted, strict=True)],
        )
        return [told for (told,) in cursor.fetchall()]


def findings() -> list[tuple[str, ...]]:
    """Every table, privilege, function and key that forgets something; what, and where."""
    with connection.cursor() as cursor:
        cursor.execute(FINDINGS, {"without": WITHOUT_PERSONS, "below": BELOW_CASES, "desk": logins.DESK})
        return cursor.fetchall()
