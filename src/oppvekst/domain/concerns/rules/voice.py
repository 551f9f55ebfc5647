"""Which words of a concern are the child's own (bvl § 1-4)."""

from typing import Final

from oppvekst.domain.concerns.rules.codes import CHILD

OWN_WORDS: Final = "child"


def words_of_child(reporter_code: str) -> bool:
    """Whether the child wrote to us itself.

    >>> words_of_child("1"), words_of_child("2")
    (True, False)
    """
    return reporter_code == CHILD


def childs_own(reporter_code: str, heading: str) -> bool:
    """Whether a passage is the child's: all of a child's own concern, else what stands as the child's words.

    >>> childs_own("1", "worry"), childs_own("2", "child"), childs_own("2", "worry")
    (True, True, False)
    """
    return words_of_child(reporter_code) or heading == OWN_WORDS
