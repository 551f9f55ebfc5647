"""What was changed from one version of a text to the next, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Change(StrEnum):
    """What happened to a piece of the text."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and what happened to them."""

    change: Change
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that was kept, added, removed, or reworded (then its pieces tell how)."""

    pieces: tuple[Piece, ...]

    @property
    def change(self) -> str:
        """The same change all through, or «reworded»."""
        kinds = {piece.change for piece in self.pieces}
        return kinds.pop().value if len(kinds) == 1 else "reworded"

    @property
    def words(self) -> str:
        """All of it."""
        return "".join(piece.words for piece in self.pieces)


ALIKE = 0.5


def differences(before: str, after: str) -> list[Paragraph]:
    """The text paragraph by paragraph, with what was added and removed.

    >>> [(each.change, each.words) for each in differences("En.\\n\\nTo.", "En.\\n\\nTre.")]
    [('kept', 'En.'), ('removed', 'To.'), ('added', 'Tre.')]
    >>> differences("Ring oss i dag.", "Ring oss nå i dag.")[0].change
    'reworded'
    """
    old, new = paragraphs(before), paragraphs(after)
    found = []
    for change, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change == "equal":
            found += [_whole(Change.KEPT, each) for each in old[a:b]]
        else:
            found += _replaced(old[a:b], new[c:d])
    return found


def changed_only(found: list[Paragraph]) -> list[Paragraph]:
    """Without what was kept."""
    return [each for each in found if each.change != Change.KEPT]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text; a heading and a line of a list are paragraphs too.

    >>> paragraphs("## Hei\\nEn to\\ntre\\n\\n- fire\\n- fem")
    ['## Hei', 'En to tre', '- fire', '- fem']
    """
    result: list[str] = []
    open_one = False
    for line in text.splitlines():
        said = line.strip()
        alone = said.startswith(("#", "- ", "* ", "> ")) or said[:2].rstrip(".").isdigit()
        if not said:
            open_one = False
        elif open_one and not alone:
            result[-1] += f" {said}"
        else:
            result.append(said)
            open_one = not said.startswith("#")
    return result


def _replaced(old: list[str], new: list[str]) -> list[Paragraph]:
    if len(old) == len(new):
        return [each for pair in zip(old, new, strict=True) for each in _reworded(*pair)]
    return [_whole(Change.REMOVED, each) for each in old] + [_whole(Change.ADDED, each) for each in new]


def _reworded(before: str, after: str) -> Iterator[Paragraph]:
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < ALIKE:
        yield _whole(Change.REMOVED, before)
        yield _whole(Change.ADDED, after)
    else:
        yield Paragraph(tuple(_pieces(matcher, old, new)))


def _pieces(matcher: SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[Piece]:
    for change, a, b, c, d in matcher.get_opcodes():
        if change == "equal":
            yield Piece(Change.KEPT, "".join(old[a:b]))
            continue
        if b > a:
            yield Piece(Change.REMOVED, "".join(old[a:b]))
        if d > c:
            yield Piece(Change.ADDED, "".join(new[c:d]))


def _words(text: str) -> list[str]:
    words: list[str] = []
    for word in text.split():
        words += [word, " "]
    return words[:-1]


def _whole(change: Change, words: str) -> Paragraph:
    return Paragraph((Piece(change, words),))
