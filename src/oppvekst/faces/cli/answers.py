"""What a command says: words to a person or one JSON value to a program, and the exit code that goes with it."""

from __future__ import annotations

import json
import os
import secrets
import sys
import traceback
from collections.abc import Callable
from contextlib import nullcontext, redirect_stdout
from dataclasses import dataclass
from io import TextIOWrapper
from typing import Any

from oppvekst.law.refusals import Refusal

DONE, FAULT, REFUSED, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True)
class Answer:
    """The same answer twice: as data and in words. ``code`` is 2 when the answer itself is bad news."""

    data: Any
    words: str
    code: int = DONE


def answer(command: Callable[[], Answer | None], *, as_json: bool) -> int:
    """Run a command, say what came of it, and give back the exit code."""
    _speak_utf8()
    try:
        # With --json standard output belongs to the one value; whatever else is printed goes to standard error.
        with redirect_stdout(sys.stderr) if as_json else nullcontext():
            found = command()
        if found is None:
            return DONE
        _write(_as_json(found.data) if as_json else found.words)
        return found.code
    except Refusal as refusal:
        return _refuse(refusal, as_json=as_json)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has heard enough; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        return _own_fault(error, as_json=as_json)


def progress(sentence: str) -> None:
    """Tell whoever waits what is being done."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def _refuse(refusal: Refusal, *, as_json: bool) -> int:
    if as_json:
        _write(_as_json(refusal.to_plain()))
        return REFUSED
    law = f" ({refusal.citation})" if refusal.citation else ""
    progress(f"{refusal.sentence}{law}")
    for name, sentence in refusal.fields.items():
        if sentence not in refusal.sentence:
            progress(f"  {name}: {sentence}")
    return REFUSED


def _own_fault(error: Exception, *, as_json: bool) -> int:
    """A reference and the kind of error, never its text: that may hold what somebody wrote about a child."""
    reference = secrets.token_hex(4).upper()
    sentence = f"Noe gikk galt hos oss. Oppgi referansenummer {reference} når du melder fra."
    if as_json:
        _write(_as_json({"error": "fault", "message": sentence, "law": "", "fields": {}}))
    progress(f"{sentence} ({type(error).__name__})")
    if os.environ.get("OPPVEKST_DEBUG") == "1":
        traceback.print_exception(error)
    else:
        progress("Hele feilen vises med OPPVEKST_DEBUG=1. Den kan inneholde personopplysninger.")
    return FAULT


def _as_json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2, default=str)


def _write(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
