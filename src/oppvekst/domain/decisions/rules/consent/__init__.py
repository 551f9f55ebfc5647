"""Consent (*samtykke*): who must say yes before a voluntary act, whether the yes stands, and what follows when it falls.

Plain Python. What rests on guidance or on interpretation is marked so, and the service may choose (``choices``).
"""

from oppvekst.domain.decisions.rules.consent.choices import CHOICES, Choice
from oppvekst.domain.decisions.rules.consent.facts import GROUNDS, Ground, Living, Situation, Someone, birthday
from oppvekst.domain.decisions.rules.consent.kinds import KINDS, About, Kind
from oppvekst.domain.decisions.rules.consent.lines import PARTS, SERVICE, Line, Matrix, Part
from oppvekst.domain.decisions.rules.consent.matrix import changes_on, matrix
from oppvekst.domain.decisions.rules.consent.standing import (
    Answer,
    Form,
    Missing,
    Said,
    demand,
    in_words,
    missing,
    stands,
    tells_where,
    to_be_written,
    version_of,
)
from oppvekst.domain.decisions.rules.consent.withdrawal import FREE, Way, rings, ways_on

__all__ = [
    "CHOICES",
    "FREE",
    "GROUNDS",
    "KINDS",
    "PARTS",
    "SERVICE",
    "About",
    "Answer",
    "Choice",
    "Form",
    "Ground",
    "Kind",
    "Line",
    "Living",
    "Matrix",
    "Missing",
    "Part",
    "Said",
    "Situation",
    "Someone",
    "Way",
    "birthday",
    "changes_on",
    "demand",
    "in_words",
    "matrix",
    "missing",
    "rings",
    "stands",
    "tells_where",
    "to_be_written",
    "version_of",
    "ways_on",
]
