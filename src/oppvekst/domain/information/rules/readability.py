"""How easy a text is to read."""

from __future__ import annotations

import re

# A word that is this long or shorter is a short one.
SHORT = 6

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARK = re.compile(r"^\s*(?:#{1,6}|[-*+]|\d+[.)])\s+")
_BLOCK = re.compile(r"^\s*(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|$)")
_ENDS = re.compile(r"[.!?…]+[»”\")]*(?:\s+|$)")
_WORD = re.compile(r"[^\W_]+(?:[-–.,'’][^\W_]+)*")


def lix(markdown: str) -> float:
    """The readability index of a text: words per sentence, and how many of a hundred words have more than six letters.

    A heading, a list item and a paragraph end a sentence. Source: C. H. Björnsson, Läsbarhet (Liber, 1968), where
    below 30 is very easy, as books for children are, and 30 to 40 is easy, as fiction is.

    >>> lix("Du kan ringe. Vi svarer.")
    2.5
    >>> lix("## Du kan ringe\\n\\nVi svarer")
    2.5
    >>> lix("- Se [barnevernstjenesten](side:om-oss)")
    52.0
    >>> lix("")
    0.0
    """
    told = sentences(markdown)
    words = [word for sentence in told for word in _WORD.findall(sentence)]
    if not words:
        return 0.0
    long = sum(1 for word in words if len(word) > SHORT)
    return round(len(words) / len(told) + 100 * long / len(words), 1)


def sentences(markdown: str) -> list[str]:
    """The sentences of a text in Markdown, with headings, list items and paragraphs as sentences of their own.

    >>> sentences("## Hvem?\\n\\nRing 116 111. De\\nsvarer.\\n- klokka 15.00\\n- § 2-1")
    ['Hvem', 'Ring 116 111', 'De svarer', 'klokka 15.00', '§ 2-1']
    """
    pieces = (piece for block in _blocks(markdown) for piece in _ENDS.split(_LINK.sub(r"\1", block)))
    return [piece.strip() for piece in pieces if _WORD.search(piece)]


def _blocks(markdown: str) -> list[str]:
    blocks = [""]
    for line in markdown.splitlines():
        if _BLOCK.match(line):
            blocks.append("")
        blocks[-1] += f"{_MARK.sub('', line).strip()} "
        if line.lstrip().startswith("#"):
            blocks.append("")
    return blocks
