"""The tables of a case: the child's case itself, its documents, and who was given access to the file."""

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
from oppvekst.domain.cases.models.documents import Document
from oppvekst.domain.cases.models.insight import FileRequest, Handover, Mark, Rendition

__all__ = [
    "Case",
    "Disclosure",
    "Document",
    "FileRequest",
    "Handover",
    "HoldBack",
    "LookExtract",
    "Mark",
    "MyPage",
    "Party",
    "Rendition",
    "Uninformed",
    "of_case",
]
