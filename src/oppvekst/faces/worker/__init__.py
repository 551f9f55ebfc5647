"""The worker: what happens because time passes or a message arrives.

``run()`` is one production process, once Django is set up; ``python -m oppvekst.faces.worker`` sets it up first.
"""

from __future__ import annotations

import asyncio


def run() -> None:
    """Work until told to stop (SIGTERM, SIGINT, SIGHUP); the jobs at hand are finished first."""
    # Imported here: a task is made of models, and Django must be set up before them.
    from oppvekst.faces.worker.working import work_until_told

    asyncio.run(work_until_told())
