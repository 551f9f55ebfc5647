"""Documents that are written from the code and approved in git: the law as this house has built it, for whoever asks.

`make approve` writes them; a test fails when one differs from the code. Nobody edits them by hand.
"""

from __future__ import annotations

from django.db.backends.utils import CursorWrapper

from tools.documents import deadlines, glossary, law, machines, rights, routes, schema

MARK = "<!-- Skrevet av «make approve» etter koden. Rett koden, ikke denne fila. -->\n\n"
FOLDERS = ("law", "machines")


def documents(cursor: CursorWrapper) -> dict[str, str]:
    """Every generated document: its path below `docs/`, and its text."""
    written = {
        "deadlines.md": deadlines.write(),
        "glossary.md": glossary.write(),
        "rights.md": rights.write(),
        "routes.md": routes.write(),
        "schema.md": schema.write(cursor),
        **{f"law/{name}": text for name, text in law.write().items()},
        **{f"machines/{name}": text for name, text in machines.write().items()},
    }
    return {path: MARK + text.rstrip() + "\n" for path, text in written.items()}
