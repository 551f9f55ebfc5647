"""What a reader gets: a page with its text made safe to show, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from oppvekst.domain.information import queries
from oppvekst.domain.information.portal.addresses import address_of_page, addresses
from oppvekst.domain.information.rules import doors, markdown
from oppvekst.ground.web.reader import language_of, number_of

type Crumbs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A text with its body as HTML. Everything in the body has been through ``rules.markdown``."""

    text: queries.Text
    body: SafeString

    @property
    def note(self) -> str:
        """Why the text is in another language than the page; empty where it is not."""
        return gettext("Denne teksten finnes foreløpig bare på bokmål.") if self.text.in_another_language else ""


@dataclass(frozen=True, slots=True)
class Tile:
    """A page among those an index shows, with its picture."""

    entry: queries.Entry
    icon: str


# Every name stands in assets/icons.txt too, which is where the sprite is made from.
PICTURES = {
    "hjelp-veiledning": "person-chat", "hjelp-foreldreprogram": "hat-school", "hjelp-familieteam": "hand-shake-heart",
    "hjelp-besokshjem": "house-heart", "hjelp-stottekontakt": "bicycle", "hjelp-barnehage-og-okonomi": "backpack",
    "hjelp-familierad": "person-group", "hjelp-samarbeid": "puzzle-piece", "hjelp-samtaler": "chat",
    "hjelp-tilsyn": "eye", "hjelp-bo-utenfor-hjemmet": "bed", "hjelp-akutt": "lifebuoy",
    "hjelp-ettervern": "hiking-trail-sign", "bli-besokshjem": "teddy-bear", "bli-fosterhjem": "house-heart",
    "bli-stottekontakt": "bicycle", "bli-tilsynsperson": "ear",
}  # fmt: skip
ANY_PICTURE = "hand-heart"


def tiles(entries: Iterable[queries.Entry]) -> list[Tile]:
    """Pages as an index shows them; one that the municipality has added gets a picture that suits all."""
    return [Tile(entry, PICTURES.get(entry.slug, ANY_PICTURE)) for entry in entries]


class Reader:
    """One reader's request: the pages of the municipality in the language of the address."""

    def __init__(self, request: HttpRequest) -> None:
        self.municipality, self.language = number_of(request), language_of(request)

    @cached_property
    def index(self) -> queries.Index:
        """All pages without their texts; asked for once."""
        return queries.index(self.municipality, self.language)

    def page(self, slug: str) -> tuple[queries.Text | None, list[Shown]]:
        """A page and its questions; one that the house's own menus lead to is there also while nobody has written it."""
        found, questions = queries.page_with_questions(self.municipality, slug, self.language)
        if found is None and slug in doors.STANDING:
            title = gettext(doors.STANDING[slug])
            found = queries.Text(slug=slug, title=title, language=self.language, wanted=self.language)
        return found, self.shown(questions)

    def shown(self, texts: Iterable[queries.Text]) -> list[Shown]:
        """Texts as a page shows them."""
        return [self.show(text) for text in texts]

    def show(self, text: queries.Text) -> Shown:
        """A text as a page shows it, with its links leading to pages that are there."""
        return Shown(text, SafeString(markdown.html(text.body, address=addresses(self.index))))

    def crumbs(self, text: queries.Entry) -> Crumbs:
        """The way from the front page to a page; the last has no address."""
        above = [(entry.title, address_of_page(entry.slug)) for entry in self.index.way_to(text.slug)]
        return [(gettext("Forsiden"), reverse("portal:front")), *above, (text.title, "")]

    def way(self, title: str) -> Crumbs:
        """The way to a fixed page."""
        return [(gettext("Forsiden"), reverse("portal:front")), (title, "")]
