"""What is published for a municipality: its phones, whom to call now, its pages, and where to find it."""

from oppvekst.domain.information.queries.accessibility import accessibility
from oppvekst.domain.information.queries.municipality import get_municipality
from oppvekst.domain.information.queries.pages import (
    Entry,
    Front,
    Index,
    Text,
    children_of,
    front,
    index,
    news,
    page,
    page_with_questions,
    pieces,
    questions_for,
    sitemap,
)
from oppvekst.domain.information.queries.phones import (
    Phones,
    closures_for,
    lines_for,
    phone_now_anywhere,
    phone_now_for,
    phone_of,
    phones,
)
from oppvekst.domain.information.queries.places import Place, contact_points
from oppvekst.domain.information.queries.search import Hit, search
from oppvekst.domain.information.queries.upkeep import (
    BrokenLink,
    LanguageState,
    broken_links,
    language_state,
    language_states,
)

__all__ = [
    "BrokenLink", "Entry", "Front", "Hit", "Index", "LanguageState", "Phones", "Place", "Text", "accessibility",
    "broken_links", "children_of", "closures_for", "contact_points", "front", "get_municipality", "index",
    "language_state", "language_states", "lines_for", "news", "page", "page_with_questions", "phone_now_anywhere",
    "phone_now_for", "phone_of", "phones", "pieces", "questions_for", "search", "sitemap",
]  # fmt: skip
