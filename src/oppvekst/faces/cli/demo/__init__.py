"""``oppvekst demo``: the invented municipality Solvik, with every face and the worker, on this machine only."""

from __future__ import annotations

from argparse import Namespace

from oppvekst.faces.cli.answers import Answer
from oppvekst.faces.cli.parsing import Commands, command


def add(commands: Commands) -> None:
    """Add this command."""
    parser = command(commands, "demo", demo, "prøv hele systemet med oppdiktede data")
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--check", action="store_true", help="bygg et annet sted, se at alt svarer, og stopp")
    either.add_argument("--reset", action="store_true", help="glem alt som er gjort i demoen, og bygg på nytt")


def demo(given: Namespace) -> Answer | None:
    """Run the demo until told to stop, or check that it can be run."""
    from oppvekst.faces.cli.demo import running

    return running.check() if given.check else running.run(reset=given.reset)
