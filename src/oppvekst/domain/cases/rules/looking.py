"""A look in words: what somebody saw, told to the reviewer and to the child and its parents (bvl §§ 12-6, 13-1)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sight:
    """A kind of look. ``saw``: for the desk. ``told``: the key of the letter's sentence, or empty when it is never told."""

    saw: str
    told: str = ""
    # Not told to a parent: that there is such a page would itself tell of something that was held back, or of somebody else.
    not_to_parents: bool = False


# A kind without a line of its own is as its beginning: «document.page» as «document». A test asks of every kind there is.
WORDS: dict[str, Sight] = {
    "case": Sight("saken", "case"),
    "case.timeline": Sight("tidslinja", "case"),
    # It tells of every talk, and that the child has talked with us may itself be unknown to the parents (bvl § 1-4).
    "case.voice": Sight("barnets stemme i saken", "case", not_to_parents=True),
    "case.journal": Sight("journalen", "journal"),
    "case.people": Sight("menneskene i saken", "people"),
    "case.person.new": Sight("skjemaet for en ny person i saken", "people"),
    # That there is a hidden address is itself not for the one it is hidden from.
    "case.address": Sight("adressen til en som er beskyttet", "people", not_to_parents=True),
    "case.access": Sight("hvem som har tilgang", "access"),
    "case.documents": Sight("lista over dokumenter", "documents"),
    # Another party's request, and what is kept from somebody, is not a parent's to know of.
    "case.insight": Sight("krav om innsyn", "documents", not_to_parents=True),
    "case.outward": Sight("hva som er gitt ut, og hvem som ikke varsles", "case", not_to_parents=True),
    "document": Sight("et dokument", "documents"),
    "document.copy": Sight("en parts utgave av et dokument", "documents", not_to_parents=True),
    "document.letter": Sight("svaret på et krav om innsyn", "documents", not_to_parents=True),
    "case.hold": Sight("sperren for foreldrene", "case", not_to_parents=True),
    "case.extract": Sight("utdraget av hvem som har sett saken", "extract"),
    "case.extract.letter": Sight("brevet med utdraget", "extract"),
    "concern": Sight("meldingen", "concern"),
    "concern.letter": Sight("svaret til melderen", "concern", not_to_parents=True),
    "investigation": Sight("undersøkelsen", "investigation"),
    # A draft is nobody's but the service's yet: what is told is that the case was seen.
    "decision": Sight("et vedtak", "case"),
    "measure": Sight("et tiltak", "case"),
    "meeting": Sight("møtene i saken", "case"),
    "appeal": Sight("en klage på et vedtak", "case"),
    "stay": Sight("om et vedtak skal vente", "case"),
    "costs": Sight("et krav om sakskostnader", "case"),
    # That the child has talked with us may itself be unknown to the parents (bvl § 1-4).
    "talk": Sight("en samtale med barnet", "case", not_to_parents=True),
    "consent": Sight("samtykker i saken", "case"),
    "consent.letter": Sight("et skjema for samtykke", "case"),
    "message": Sight("en melding i karantene"),
    "search": Sight("søkte"),
    "archive": Sight("ba om en sak til arkivet"),
    "looks.review": Sight("hvem som har sett saken", "control"),
    "looks.extract": Sight("hvem som har sett saken, til et utdrag", "extract"),
    "offer": Sight("et tilbud om hjem"),
    "wanted": Sight("et etterspurt hjem"),
    "offer-search": Sight("søkte i tilbud om hjem"),
    "request": Sight("en henvendelse til forebyggende tjeneste"),
    "group": Sight("en gruppe"),
    "discussion": Sight("en drøfting i forebyggende tjeneste"),
}


def sight_of(kind: str) -> Sight | None:
    """What a kind of look is in words, or None for what is told to nobody but by its name.

    >>> sight_of("document.page").saw, sight_of("unheard.of")
    ('et dokument', None)
    """
    while kind not in WORDS and "." in kind:
        kind = kind.rpartition(".")[0]
    return WORDS.get(kind)
