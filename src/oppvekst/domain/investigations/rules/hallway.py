"""What is written of a home visit while one stands in the hallway, and how it becomes a note (bvl § 2-2 (5))."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from oppvekst.law.calendar import OSLO

# The parts that are written, in the order they are asked; what each is called in the note.
TEXTS: Final[dict[str, str]] = {
    "happened": "Når",
    "present": "Hvem var der",
    "seen": "Det vi så",
    "child_words": "Barnets ord",
    "parents_words": "Foreldrenes ord",
    "agreed": "Avtalt videre",
}
# The child's words and the parents' are kept apart from what we saw ourselves (bvl §§ 1-4, 12-4).
_IN_NOTE: Final = ("seen", "child_words", "parents_words", "agreed")


def facts_of(texts: Mapping[str, str]) -> str:
    """The note's text: every part that is written, under its own heading.

    >>> facts_of({"seen": "Ryddig.", "child_words": "«Jeg liker rommet.»"})
    'Det vi så:\\nRyddig.\\n\\nBarnets ord:\\n«Jeg liker rommet.»'
    """
    return "\n\n".join(f"{TEXTS[name]}:\n{text}" for name in _IN_NOTE if (text := texts.get(name, "").strip()))


def moment_of(texts: Mapping[str, str]) -> datetime | None:
    """When it was, as the phone wrote it, in Oslo's time; nothing when it cannot be read.

    >>> moment_of({"happened": "2026-11-24T14:05"}).isoformat()
    '2026-11-24T14:05:00+01:00'
    >>> moment_of({"happened": "i går"})
    """
    try:
        told = datetime.fromisoformat(texts.get("happened", ""))
    except ValueError:
        return None
    return told.replace(tzinfo=OSLO)


def joined(theirs: str, mine: str) -> str:
    """Both texts, the saved one first, with every paragraph once.

    >>> joined("Ryddig.\\n\\nVarmt.", "Varmt.\\n\\nMye leker.")
    'Ryddig.\\n\\nVarmt.\\n\\nMye leker.'
    """
    paragraphs = [part.strip() for text in (theirs, mine) for part in text.split("\n\n") if part.strip()]
    return "\n\n".join(dict.fromkeys(paragraphs))
