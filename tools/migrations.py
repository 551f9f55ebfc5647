"""`make migrations ROOM=meetings [WHY=visitor]`: writes the room's migration, in the house's own form, and says where it is.

Nothing has to run: makemigrations looks for a database to compare with, and does well without one.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEW_COLUMN = re.compile(r'migrations\.AddField\(\s*model_name="(\w+)"')
LAST = "\n    ]\n"
# What Django calls it, and the house's own, which does not draw every model anew.
OURS = {
    "migrations.AddConstraint(": "AddToTable(",
    "migrations.CreateModel(": "NewTable(",
    "migrations.AddIndex(": "NewIndex(",
}
TABLES = "oppvekst.ground.database.tables"
NOWHERE = "postgresql://nobody@/nothing?host=/nowhere"


def main(arguments: list[str]) -> int:
    """Write it, if anything has changed."""
    if not arguments or not arguments[0]:
        print(
            "Si hvilket rom: make migrations ROOM=meetings (og WHY=visitor, som fila skal hete etter)", file=sys.stderr
        )
        return 2
    return migrate(arguments[0], why=(arguments[1:] or [""])[0])


def migrate(room: str, *, why: str = "", quiet: bool = False) -> int:
    """The migration of what has changed in a room's tables and policies since the last one."""
    environment = {
        **os.environ, "DJANGO_SETTINGS_MODULE": "oppvekst.settings", "OPPVEKST_FACE": "owner",
        "OPPVEKST_SECRET_KEY": "only-for-this", "DATABASE_URL_OWNER": NOWHERE, "PYTHONWARNINGS": "ignore",
    }  # fmt: skip
    command = [sys.executable, "-m", "django", "makemigrations", room, "--skip-checks", "--no-header", "--no-input"]
    folder = ROOT / "src" / "oppvekst" / "domain" / room / "migrations"
    before = set(folder.glob("0*.py"))
    # The first is called so whatever it holds: it is made anew until the room is released.
    command += [*(("--name", why) if why and before else ()), "--verbosity", "0" if quiet else "1"]
    made = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    if made == 0:
        tidy(folder)
        for path in set(folder.glob("0*.py")) - before:
            path.write_text(granting(path.read_text("utf-8")), "utf-8")
        tidy(folder)
    return made


def granting(migration: str) -> str:
    """The migration, with the grants that its new columns need: a policy grants the columns that were there when it was made."""
    migration = _in_our_words(migration)
    added = dict.fromkeys(NEW_COLUMN.findall(migration))
    if not added:
        return migration
    body, after = migration.rsplit(LAST, 1)
    lines = [f'        oppvekst.ground.database.policies.GrantNewColumns("{model}"),' for model in added]
    granted = "\n".join([body, *lines]) + LAST + after
    return _importing(granted)


def _in_our_words(migration: str) -> str:
    for djangos, ours in OURS.items():
        migration = migration.replace(djangos, f"{TABLES}.{ours}")
    return _importing(migration, TABLES) if TABLES in migration else migration


def _importing(migration: str, module: str = "oppvekst.ground.database.policies") -> str:
    return migration if f"import {module}\n" in migration else f"import {module}\n{migration}"


def tidy(*places: Path) -> None:
    """As long names break lines and short ones do not, the house's own form is given last."""
    ruff = str(Path(sys.executable).parent / "ruff")
    found = [str(place) for place in places if place.exists()]
    for step in (["check", "--quiet", "--fix", "--select", "I"], ["format", "--quiet"]):
        if found:
            subprocess.run([ruff, *step, *found], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
