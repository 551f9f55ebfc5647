"""Known holes in the libraries of `uv.lock`, as OSV tells of them (ADR 24). A part of `make check`.

Exit 0: asked, and none is known. 1: here they are. 75: nobody answered, so nothing is known either way.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = ROOT / ".uv" / "bin" / "uv"
NOT_ASKED = 75
UNREACHABLE = "error sending request"
# An installation that may not reach OSV itself can name a mirror of it.
MIRROR = "OPPVEKST_OSV_URL"


def main() -> int:
    """Ask once and do not wait long: the check must work on a train."""
    mirror = os.environ.get(MIRROR)
    asked = subprocess.run(
        [UV, "audit", "--frozen", "--preview-features", "audit-command", *(["--service-url", mirror] if mirror else [])],
        cwd=ROOT, env={**os.environ, "UV_HTTP_RETRIES": "0", "UV_HTTP_TIMEOUT": "15"}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if asked.returncode == 2 and UNREACHABLE in asked.stderr:
        print(f"Ingen svarte på {mirror or 'api.osv.dev'}, så bibliotekene er ikke sett etter. Prøv igjen på nett.")
        return NOT_ASKED
    print(asked.stdout.strip() or asked.stderr.strip())
    return asked.returncode


if __name__ == "__main__":
    sys.exit(main())
