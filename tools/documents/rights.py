"""Who may do what: roles and their rights, which act asks for which right, and the row policies of every table."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from django.db.models import Model

from oppvekst.ground.access.explaining import RULES
from oppvekst.ground.access.rights import RESERVED, ROLES
from oppvekst.ground.database.policies import Barred, Forced, Policy
from tools.documents.glossary import models
from tools.documents.markdown import code, page, section, table
from tools.documents.source import ROOT, trees

LEAD = (
    "Rollene er begynnelsen som hver kommune får og kan endre som data. En rettighet sier hva en rolle kan *gjøre*; "
    "radreglene under sier hvilke rader en *ser*, og dem håndhever databasen, samme hva noen spør om."
)
POLICIES = (
    "Roller i databasen: `portal` er alle utenfra, `worker` er klokka, `door` slipper ansatte inn, og `desk_*` er "
    "hattene en innlogget kan ha på. Den som ikke står i tabellen, når ikke raden. Eieren (`owner`) betjener ingen. "
    "«Aldri» slår alle andre."
)
HIRED = "Kommunen kan gi en innleid hvilken rolle den vil; disse rettighetene følger ikke med (bvl § 15-7):"
WHY = (
    "Noe må gi, og ingenting må nekte. `oppvekst access explain` og «Hvorfor kan jeg ikke se dette?» svarer med disse reglene, "
    "rolle for rolle, med fra og til."
)
COMMANDS = {"select": "lese", "insert": "legge til", "update": "endre"}


def write() -> str:
    """Roles, rights and rows."""
    return page(
        "Rettigheter",
        LEAD,
        section("Roller", table(["Rolle", "Navn i koden", "Hatt i databasen"], _roles())),
        section("Hva rollene kan gjøre", _matrix()),
        section("Hvor retten kreves", table(["Rettighet", "Kreves av"], _asked())),
        section("Hva innleide fra private aldri kan", HIRED, ", ".join(code(right) for right in sorted(RESERVED))),
        section("Hvorfor noen ser en sak, eller ikke", WHY, table(["Regel", "Det betyr", "Hjemmel"], _reasons())),
        section("Hvem som når hvilke rader", POLICIES, *map(_policies, models())),
    )


def _roles() -> Iterator[tuple[object, ...]]:
    for name, role in ROLES.items():
        yield role.title, code(name), code(_short(role.hat))


def _reasons() -> Iterator[tuple[object, ...]]:
    for rule, (says, law) in RULES.items():
        yield code(rule), says, law


def _matrix() -> str:
    rights = sorted({right for role in ROLES.values() for right in role.rights})
    rows = [(code(right), *("ja" if right in role.rights else "" for role in ROLES.values())) for right in rights]
    return table(["Rettighet", *(role.title for role in ROLES.values())], rows)


def _asked() -> Iterator[tuple[object, ...]]:
    asked: defaultdict[str, list[str]] = defaultdict(list)
    for path, function, right in asked_rights():
        asked[right].append(code(f"{path.relative_to(ROOT / 'src/oppvekst').as_posix()}: {function}"))
    for right in sorted(asked):
        yield code(right), ", ".join(dict.fromkeys(asked[right]))


def asked_rights() -> Iterator[tuple[Path, str, str]]:
    """Every right that some function asks for: the file, the function and the right."""
    for path, tree in trees():
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                for value in _asks(function):
                    right = _said(value, path)
                    if isinstance(right, str):
                        yield path, function.name, right


def _said(value: ast.expr, path: Path) -> object:
    """What an expression stands for: a right as it is, `EDIT`, `RIGHTS[TAKE]`, `right_to_answer(DISMISS)`."""
    match value:
        case ast.Constant(right):
            return right
        case ast.Name(name) if name.isupper():
            return _named(path).get(name)
        case ast.Subscript(ast.Name(table), ast.Name(key)) if key.isupper():
            return _named(path)[table][_named(path)[key]]
        case ast.Call(ast.Name(function), [ast.Name(key)]) if key.isupper():
            return _named(path)[function](_named(path)[key])
    return None


def _named(path: Path) -> dict[str, Any]:
    """The names of a module of the product."""
    return vars(import_module(".".join(path.relative_to(ROOT / "src").with_suffix("").parts)))


def _asks(function: ast.FunctionDef) -> Iterator[ast.expr]:
    """What stands for a right, as `right=…`, `by.must(…)` or `by.may(…)`."""
    for call in ast.walk(function):
        if isinstance(call, ast.Call):
            named = [keyword.value for keyword in call.keywords if keyword.arg == "right"]
            asked = call.args[:1] if isinstance(call.func, ast.Attribute) and call.func.attr in ("must", "may") else []
            yield from (*named, *asked)


def _policies(model: type[Model]) -> str:
    rows = [_rule(rule) for rule in model._meta.constraints if isinstance(rule, (Policy, Barred))]
    forced = any(isinstance(rule, Forced) for rule in model._meta.constraints)
    return section(
        f"{model._meta.verbose_name} (`{model._meta.db_table}`)",
        "" if forced else "**Uten radregler.**",
        table(["Hvem", "Kan", "Hvilke rader", "Slik raden blir", "Kolonner"], rows)
        or ("Ingen når radene uten gjennom funksjoner." if forced else ""),
        level=3,
    )


def _rule(rule: Policy | Barred) -> tuple[object, ...]:
    who = ", ".join(map(_short, rule.to))
    if isinstance(rule, Barred):
        return who, f"aldri {COMMANDS.get(rule.command, 'nå')} uten", code(rule.using), "", ""
    return who, COMMANDS[rule.command], code(rule.using), code(rule.check_rows), ", ".join(rule.columns)


def _short(login: str) -> str:
    return login.removeprefix("oppvekst_")
