"""The operator's face: parse, run, answer. A command loads what it needs only when it runs."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. The exit code is 0 done, 1 our own fault, 2 refused with reasons."""
    from oppvekst.faces.cli import answers, commands

    given = list(sys.argv[1:] if arguments is None else arguments)
    plain = [word for word in given if word != "--json"]
    return answers.answer(lambda: commands.run(plain), as_json=plain != given)
