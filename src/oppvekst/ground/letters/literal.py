"""Values reach a letter as they are: never as markup, never invisible, never turning the text around them."""

import re
from collections.abc import Collection, Mapping
from unicodedata import bidirectional, category

NO_LETTER = {
    "\N{LEFT-TO-RIGHT MARK}",
    "\N{RIGHT-TO-LEFT MARK}",
    "\N{ARABIC LETTER MARK}",
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
}
LINE_BREAK = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def literal(value: object, undrawable: Collection[str] = ()) -> object:
    """The value with every text in it made safe to set; mappings, lists, numbers and truths stay what they are.

    Control characters, marks that turn the direction of writing, and characters no font can draw become visible as
    `[U+202E]`, so that nothing in a letter differs from what is stored without showing it.
    """
    if isinstance(value, str):
        return _isolated("".join(_shown(letter, undrawable) for letter in LINE_BREAK.sub("\n", value)))
    if isinstance(value, Mapping):
        return {name: literal(part, undrawable) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [literal(part, undrawable) for part in value]
    return value


def texts_in(value: object) -> set[str]:
    """Every character that stands in the value."""
    if isinstance(value, str):
        return set(value)
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    return {letter for part in parts for letter in texts_in(part)}


def _shown(letter: str, undrawable: Collection[str]) -> str:
    if letter == "\n":
        return letter
    if letter == "\t":
        return " "
    if letter in undrawable or letter in NO_LETTER or category(letter) in ("Cc", "Cs", "Co", "Cn"):
        return f"[U+{ord(letter):04X}]"
    return letter


def _isolated(text: str) -> str:
    """Text written from the right is fenced in, or it would pull the comma and number after it to its other side."""
    if any(bidirectional(letter) in ("R", "AL") for letter in text):
        return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
    return text
