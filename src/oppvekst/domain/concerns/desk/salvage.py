"""What can still be read of a message that the adapter refused: for a person to look at, and to start a form from.

The adapter alone knows the sender's format. Here only a few plain words are looked for, wherever they stand; whatever is
found is shown to a person, who decides.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from oppvekst.domain.concerns.models import Message
from oppvekst.domain.concerns.rules.message import CODES, Who

UNREADABLE = "\N{REPLACEMENT CHARACTER}"
MAX_SHOWN = 200_000
WORDS = ("melding", "historie", "andreSynspunkter")


@dataclass
class Salvaged:
    """The raw text, whether it is JSON at all, and what it seems to say."""

    text: str
    plain: Any = None
    lines: list[tuple[str, str]] = field(default_factory=list)

    @property
    def readable(self) -> bool:
        """Whether anything could be picked out."""
        return bool(self.lines)


def salvage(message: Message) -> Salvaged:
    """Read as much as there is."""
    text = bytes(message.body).decode("utf-8", errors="replace")[:MAX_SHOWN].replace("\x00", UNREADABLE)
    try:
        plain = json.loads(text)
    except ValueError:
        return Salvaged(text)
    pretty = json.dumps(plain, ensure_ascii=False, indent=2)
    return Salvaged(pretty, plain, list(_leaves(plain)))


def start_of(found: Salvaged, *, public: bool) -> dict[str, Any]:
    """The start of a form, from what was found."""
    sender = _below(found.plain, ("offentligMelder", "privatMelder"))
    words = [text for name, text in found.lines if name.rsplit(".", 1)[-1] in WORDS and text.strip()]
    return {
        "who": "" if public else CODES[Who.PRIVATE], "name": _text(sender, "personnavn"), "role": _text(sender, "rolle"),
        "phone": _text(sender, "telefonnummer"), "email": _text(sender, "epost"),
        "body": _text(_below(sender, ("virksomhet",)), "navn"), "words": "\n\n".join(words),
        "guardians": "\n".join(_text(one, "personnavn") for one in _many(found.plain, "foresatte")),
    }  # fmt: skip


def children_of(found: Salvaged) -> list[dict[str, Any]]:
    """The children it seems to name."""
    named = _many(found.plain, "offentligBarn") or _many(found.plain, "privatBarn")
    return [
        {
            "name": _text(child, "personnavn"), "age": _text(child, "antattAlder"), "number": _text(child, "fnr"),
            "address": _address(_below(child, ("adresse",))),
        }
        for child in named
    ]  # fmt: skip


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _leaves(part, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list):
        for place, part in enumerate(value, start=1):
            yield from _leaves(part, f"{path} {place}")
    elif value not in (None, ""):
        yield path, str(value)


def _below(plain: Any, names: tuple[str, ...]) -> Any:
    found = plain if isinstance(plain, dict) else {}
    return next((found[name] for name in names if isinstance(found.get(name), dict)), {})


def _many(plain: Any, name: str) -> list[Any]:
    found = plain.get(name) if isinstance(plain, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _text(plain: Any, name: str) -> str:
    found = plain.get(name) if isinstance(plain, dict) else None
    return found if isinstance(found, str) else ""


def _address(plain: Any) -> str:
    lines = [_text(plain, f"adresselinje{number}") for number in (1, 2, 3)]
    lines.append(f"{_text(plain, 'postnummer')} {_text(plain, 'poststed')}".strip())
    return "\n".join(line for line in lines if line)
