"""Which pages a municipality starts with. Their words lie beside the templates, one file for each page and language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

LANGUAGES = ("nb", "nn", "en")
"""Bokmål first: it is what a reader gets where a page is lacking in another language."""

MUNICIPALITY = "{municipality}"
"""Stands for the municipality's name in a text that every municipality starts with."""


class Given(StrEnum):
    """To whom a page is given, and how."""

    EVERYBODY = "everybody"
    # What only an invented municipality can say from the start; a real one gets a draft to fill in, or nothing.
    DRAFT_ELSEWHERE = "draft-elsewhere"
    INVENTED_ONLY = "invented-only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A page and its place in the house. Kind and audience are the page's own words for them."""

    slug: str
    kind: str = "page"
    audience: str = "everybody"
    under: str = ""
    place: int = 100
    given: Given = Given.EVERYBODY
    # News is taken down by itself.
    shown_months: int | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What a page says in one language."""

    title: str
    lead: str
    body: str


def words(text: str) -> Words:
    """The words of a page from its file: a title, a lead, a line, and the rest.

    >>> words("title: Hvem er vi?\\nlead: Vi hjelper barn.\\n---\\n## Først\\n")
    Words(title='Hvem er vi?', lead='Vi hjelper barn.', body='## Først')
    """
    head, _, body = text.partition("\n---\n")
    title, lead = head.split("\n", 1)
    return Words(title.removeprefix("title:").strip(), lead.removeprefix("lead:").strip(), body.strip())


def said_of(text: Words, municipality: str) -> Words:
    """The same words with the municipality's name in them.

    >>> said_of(Words("Om {municipality}", "", "Vi er i {municipality}."), "Solvik")
    Words(title='Om Solvik', lead='', body='Vi er i Solvik.')
    """
    return Words(*(each.replace(MUNICIPALITY, municipality) for each in (text.title, text.lead, text.body)))


def contents_for(*, invented: bool) -> tuple[Content, ...]:
    """The pages that a municipality starts with, each in its place in its row."""
    return tuple(each for each in CONTENTS if invented or each.given is not Given.INVENTED_ONLY)


def _pages(*slugs: str, under: str = "", audience: str = "everybody") -> tuple[Content, ...]:
    return tuple(Content(slug=slug, under=under, audience=audience) for slug in slugs)


def _questions(*slugs: str, under: str = "") -> tuple[Content, ...]:
    return tuple(Content(slug=f"sporsmal-{slug}", kind="question", under=under) for slug in slugs)


def _in_order(contents: tuple[Content, ...]) -> tuple[Content, ...]:
    return tuple(replace(each, place=10 * place) for place, each in enumerate(contents, start=1))


CONTENTS = _in_order(
    (
        Content(slug="welcome", kind="piece"),
        Content(slug="visit", kind="piece", given=Given.DRAFT_ELSEWHERE),
        *_pages("om-oss", "hjelp"),
        *_pages(
            "hjelp-veiledning", "hjelp-foreldreprogram", "hjelp-familieteam", "hjelp-besokshjem", "hjelp-stottekontakt",
            "hjelp-barnehage-og-okonomi", "hjelp-familierad", "hjelp-samarbeid", "hjelp-samtaler", "hjelp-tilsyn",
            "hjelp-bo-utenfor-hjemmet", "hjelp-akutt", "hjelp-ettervern", under="hjelp",
        ),
        *_pages("for-ansatte", audience="professionals"),
        *_pages("meldeplikt", "opplysningsplikt", "taushetsplikt", under="for-ansatte", audience="professionals"),
        *_pages("bli-med", audience="homes"),
        *_pages(
            "bli-besokshjem", "bli-fosterhjem", "bli-stottekontakt", "bli-tilsynsperson",
            under="bli-med", audience="homes",
        ),
        *_pages("forebyggende", "trygg-kontakt", "kontakt", "personvern"),
        *_pages("barn-hva-skjer", "barn-rettigheter", "barn-skriv-til-oss", audience="children"),
        *_pages("ungdom-hva-skjer", "ungdom-rettigheter", "ungdom-skriv-til-oss", audience="youth"),
        *_questions("anonym", "ta-feil", "far-familien-vite", "hva-skjer-etterpa", "hvorfor-far-jeg-ikke-vite"),
        *_questions("flytte", "si-nei", "koster", "tolk", "lese-saken", "uenig", under="hjelp"),
        *_questions("usikker-ansatt", "si-det-til-foreldrene", under="meldeplikt"),
        *_questions("attest", under="bli-med"),
        Content(slug="nyhet-nye-sider", kind="news", given=Given.INVENTED_ONLY, shown_months=12),
        Content(slug="nyhet-besokshjem", kind="news", given=Given.INVENTED_ONLY, shown_months=12),
    )
)  # fmt: skip
