"""Migrations go in one line, hold what the models say, and stop nobody's work when they run on a full database."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from tests.house.source import ROOT
from tools.migrations import granting

# What was in a release is not changed any more, and its tables are full: they are new to nobody.
RELEASED = (ROOT / "tests/house/released.txt").read_text("utf-8").split()
SQUAWK = Path(sys.executable).parent / "squawk"
# Municipality numbers have four digits. Time limits belong to whoever migrates, not to each migration.
NOT_ASKED = "prefer-bigint-over-smallint,prefer-bigint-over-int,require-lock-timeout,require-statement-timeout"
FINDING = re.compile(r":(\d+):\d+: (?:warning|error): (.*)")
ALTERED = re.compile(r'ALTER TABLE (?:ONLY )?"?([\w.]+)"?')


def test_the_models_hold_nothing_that_no_migration_makes(db: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_room_has_one_line_of_migrations() -> None:
    graph = MigrationLoader(None).graph
    assert not [app for app, _ in graph.nodes if len(graph.leaf_nodes(app)) != 1]
    crooked = [f"{app}.{name}" for app, name in graph.nodes if len(_before(graph, app, name)) > 1]
    assert not crooked
    assert not [f"{app}.{name}" for app, name in graph.nodes if not re.match(r"\d{4}_[a-z0-9_]+$", name)]


def test_nothing_that_was_released_is_gone() -> None:
    assert set(RELEASED) <= {f"{app}.{name}" for app, name in MigrationLoader(None).graph.nodes}


def test_a_migration_stops_nobodys_work(db: None, tmp_path: Path) -> None:
    script = tmp_path / "migrations.sql"
    script.write_text("\n".join(_sql()), "utf-8")
    assert SQUAWK.exists() or shutil.which("squawk"), "squawk mangler: kjør «make test», som henter det"
    command = [
        SQUAWK,
        "--pg-version=18.0",
        "--assume-in-transaction",
        "--reporter=gcc",
        f"--exclude={NOT_ASKED}",
        script,
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert not list(_about_full_tables(told, script.read_text("utf-8").splitlines()))


def test_a_column_that_is_added_later_is_granted_to_those_who_add_rows() -> None:
    column = 'migrations.AddField(\n            model_name="concern",\n            name="{}",\n        ),\n'
    written = f"from django.db import migrations\n\n    operations = [\n{column.format('pets')}{column.format('garden')}    ]\n"
    granted = granting(written)
    assert granted.endswith('        oppvekst.ground.database.policies.GrantNewColumns("concern"),\n    ]\n')
    assert granted.count("GrantNewColumns") == 1
    assert granted.startswith("import oppvekst.ground.database.policies\n")
    assert granting("    operations = [\n    ]\n") == "    operations = [\n    ]\n"


def _before(graph: object, app: str, name: str) -> list[object]:
    parents = graph.node_map[(app, name)].parents  # type: ignore[attr-defined]
    return [parent.key for parent in parents if parent.key[0] == app]


def _sql() -> Iterator[str]:
    """What has not been released yet, in the order it runs, as the one transaction that an upgrade feels like."""
    graph = MigrationLoader(None).graph
    plan = dict.fromkeys(step for leaf in sorted(graph.leaf_nodes()) for step in graph.forwards_plan(leaf))
    for app, name in plan:
        if app in _our_apps() and f"{app}.{name}" not in RELEASED:
            written = io.StringIO()
            call_command("sqlmigrate", app, name, stdout=written, no_color=True)
            yield from (line for line in written.getvalue().splitlines() if line not in ("BEGIN;", "COMMIT;"))


def _our_apps() -> set[str]:
    return {path.parent.parent.name for path in (ROOT / "src").rglob("migrations/__init__.py")}


def _about_full_tables(told: str, lines: list[str]) -> Iterator[str]:
    """Findings about tables that were there before: a table made in the same script is empty."""
    made = set(re.findall(r'CREATE (?:UNLOGGED )?TABLE "?([\w.]+)"?', "\n".join(lines)))
    for number, message in FINDING.findall(told):
        before = [found[1] for line in lines[: int(number) + 1] if (found := ALTERED.search(line))]
        if not before or before[-1] not in made:
            yield f"{message}\n{lines[int(number)][:200]}"
