"""The tables as the database itself has them, the columns and triggers that are the database's own included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.backends.utils import CursorWrapper

from tools.documents.glossary import models
from tools.documents.markdown import code, page, section, table

LEAD = (
    "Lest av databasen etter at alle migreringene er kjørt. Radreglene står i [rights.md](rights.md). "
    "Fremmednøkler går bare mot samme eller tidligere steg i loven."
)
SCHEMAS = "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_%'"
OURS = "NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = {}.oid AND d.deptype = 'e')"

TABLES = f"""
SELECT n.nspname, c.relname, obj_description(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p') AND {SCHEMAS} AND {OURS.format("c")} ORDER BY 1, 2
"""
COLUMNS = f"""
SELECT n.nspname || '.' || c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
       pg_get_expr(f.adbin, f.adrelid), col_description(c.oid, a.attnum), a.attidentity, a.attgenerated
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_attrdef f ON f.adrelid = c.oid AND f.adnum = a.attnum
 WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND {SCHEMAS} ORDER BY 1, a.attnum
"""
RULES = f"""
SELECT n.nspname || '.' || c.relname, o.conname, pg_get_constraintdef(o.oid) FROM pg_constraint o
  JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE o.contype IN ('p', 'u', 'f', 'c', 'x') AND {SCHEMAS} ORDER BY 1, o.contype, 3, 2
"""
INDEXES = f"""
SELECT n.nspname || '.' || c.relname, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
  JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE {SCHEMAS}
   AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x'))
 ORDER BY 1, 2
"""
TRIGGERS = f"""
SELECT n.nspname || '.' || c.relname, t.tgname, pg_get_triggerdef(t.oid) FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE NOT t.tgisinternal AND {SCHEMAS} ORDER BY 1, 2
"""
FUNCTIONS = f"""
SELECT p.oid::regprocedure::text, pg_get_function_result(p.oid), p.prosecdef,
       (SELECT string_agg(who, ', ' ORDER BY who) FROM (SELECT DISTINCT substr(a.grantee::regrole::text, 10) AS who
          FROM aclexplode(p.proacl) a WHERE a.grantee NOT IN (0, p.proowner)) named)
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE {SCHEMAS} AND {OURS.format("p")} AND p.proname NOT LIKE 'procrastinate%%' ORDER BY 1
"""
LEFT_OUT = ("procrastinate_", "django_")

type Row = tuple[object, ...]


def write(cursor: CursorWrapper) -> str:
    """Every table with its columns, rules, indexes and triggers, then the functions."""
    columns, rules = _by_table(cursor, COLUMNS), _by_table(cursor, RULES)
    indexes, triggers = _by_table(cursor, INDEXES), _by_table(cursor, TRIGGERS)
    words = _words()
    tables = [
        _table(f"{schema}.{name}", about, words, columns, rules, indexes, triggers)
        for schema, name, about in _ask(cursor, TABLES)
        if not str(name).startswith(LEFT_OUT)
    ]
    return page("Tabeller", LEAD, *tables, _functions(_ask(cursor, FUNCTIONS)))


def _table(name: str, about: object, words: dict[str, str], *parts: defaultdict[str, list[Row]]) -> str:
    columns, rules, indexes, triggers = (part[name] for part in parts)
    plain = name.removeprefix("public.")
    return section(
        plain,
        str(about or ""),
        table(
            ["Kolonne", "Slag", "Kan mangle", "Av databasen", "Hva"], [_column(plain, row, words) for row in columns]
        ),
        _listed("Nøkler og vilkår", ((what, definition) for what, definition in rules)),
        _listed("Indekser", ((what, str(definition).split(" USING ")[-1]) for what, definition in indexes)),
        _listed("Utløsere", ((what, str(definition).split(" EXECUTE ")[-1]) for what, definition in triggers)),
    )


def _column(name: str, row: Row, words: dict[str, str]) -> Row:
    column, kind, needed, default, comment, identity, generated = row
    own = f"alltid {default}" if generated else "løpenummer" if identity else default
    said = words.get(f"{name}.{column}", "")
    return (
        code(column),
        kind,
        "" if needed else "ja",
        code(own or ""),
        " – ".join(filter(None, [said, str(comment or "")])),
    )


def _listed(title: str, rows: Iterable[Row]) -> str:
    lines = [f"- {code(what)}: {code(definition)}" for what, definition in rows]
    return "\n".join([f"{title}:", "", *lines]) if lines else ""


def _functions(rows: Iterable[Row]) -> str:
    lead = (
        "Det eneste som kan se forbi radreglene, og derfor så lite som mulig. "
        "«Eier» betyr at funksjonen kjører med eierens rett."
    )
    written = [
        (code(what), kind, "eier" if definer else "den som spør", who or "") for what, kind, definer, who in rows
    ]
    return section("Funksjoner", lead, table(["Funksjon", "Svarer med", "Kjører som", "Kan kalles av"], written))


def _words() -> dict[str, str]:
    """The Norwegian term of every column, from the models."""
    return {
        f"{model._meta.db_table}.{field.column}": str(field.verbose_name)
        for model in models()
        for field in model._meta.concrete_fields
        if str(field.verbose_name) not in ("id", field.name.replace("_", " "))
    }


def _by_table(cursor: CursorWrapper, question: str) -> defaultdict[str, list[Row]]:
    gathered: defaultdict[str, list[Row]] = defaultdict(list)
    for name, *rest in _ask(cursor, question):
        gathered[str(name)].append(tuple(rest))
    return gathered


def _ask(cursor: CursorWrapper, question: str) -> Iterator[Row]:
    cursor.execute(question.replace("%%", "%"))
    yield from cursor.fetchall()
