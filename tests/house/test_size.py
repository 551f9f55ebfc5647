"""Small enough to read: what goes wrong in code bases is one file that nobody dared to split."""

from __future__ import annotations

from statistics import median

from tests.house.source import PACKAGE, Function, files, functions, named

LONGEST_FUNCTION = 40
LONGEST_FILE = 400
ORDINARY_FUNCTION = 10

# A function may be longer only with a reason that a reader accepts.
LONG_FOR_A_REASON: dict[str, str] = {}


def test_half_of_all_functions_are_short() -> None:
    assert median(_lines(function) for path in files() for function in functions(path)) < ORDINARY_FUNCTION


def test_no_function_is_longer_than_it_needs_to_be() -> None:
    long = [
        f"{named(path)}: {function.name} ({_lines(function)} linjer)"
        for path in files()
        for function in functions(path)
        if _lines(function) > LONGEST_FUNCTION and f"{named(path)}: {function.name}" not in LONG_FOR_A_REASON
    ]
    assert not long


def test_no_file_is_so_long_that_it_must_do_two_things() -> None:
    sources = [*files(), *PACKAGE.rglob("tests/**/*.py"), *PACKAGE.rglob("*.html")]
    long = {named(path): len(path.read_text("utf-8").splitlines()) for path in sources}
    assert not {name: lines for name, lines in long.items() if lines > LONGEST_FILE}


def _lines(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1
