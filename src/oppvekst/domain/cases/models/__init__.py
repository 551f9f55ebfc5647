"""The tables of a case: the case itself, its documents, who is what to whom, what happened, and who was given the file."""

from oppvekst.domain.cases.models.case import (
    Case,
    Disclosure,
    HoldBack,
    LookExtract,
    MyPage,
    Party,
    Uninformed,
    of_case,
)
from oppvekst.domain.cases.models.closing import Closing
from oppvekst.domain.cases.models.documents import Document
from oppvekst.domain.cases.models.happenings import Happening
from oppvekst.domain.cases.models.insight import FileRequest, Handover, Mark, Rendition
from oppvekst.domain.cases.models.living import Residence, Responsibility, Understanding
from oppvekst.domain.cases.models.ties import Tie

__all__ = [
    "Case",
    "Closing",
    "Disclosure",
    "Document",
    "FileRequest",
    "Handover",
    "Happening",
    "HoldBack",
    "LookExtract",
    "Mark",
    "MyPage",
    "Party",
    "Rendition",
    "Residence",
    "Responsibility",
    "Tie",
    "Understanding",
    "Uninformed",
    "of_case",
]
