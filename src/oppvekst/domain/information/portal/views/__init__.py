"""Pages that everybody can read. They ask for nothing and remember nothing."""

from oppvekst.domain.information.portal.views.children import children, youth
from oppvekst.domain.information.portal.views.formal import accessibility, robots, security
from oppvekst.domain.information.portal.views.maps import sitemap, sitemap_page
from oppvekst.domain.information.portal.views.pages import find_us, front, how_we_work, page
from oppvekst.domain.information.portal.views.phones import box, phones, phones_json, sheet
from oppvekst.domain.information.portal.views.search import search

__all__ = [
    "accessibility", "box", "children", "find_us", "front", "how_we_work", "page", "phones", "phones_json", "robots",
    "search", "security", "sheet", "sitemap", "sitemap_page", "youth",
]  # fmt: skip
