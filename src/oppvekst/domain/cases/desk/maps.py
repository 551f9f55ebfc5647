"""The family tree and the network map ready to be drawn: who stands where in words, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext

from oppvekst.domain.cases.desk import spoken
from oppvekst.domain.cases.desk.line import HIDDEN, short
from oppvekst.domain.cases.models import Case, Tie
from oppvekst.domain.cases.queries.ties import Around, around, as_link, hidden
from oppvekst.domain.cases.rules import network, tree
from oppvekst.domain.cases.rules.kin import CIRCLES, KINDS, PARTNER, TREE, Link, circle_of, relation, siblings
from oppvekst.domain.cases.rules.when import When
from oppvekst.domain.people.models import Person

# As much as has room in a card, and below a round.
IN_CARD, BELOW = 17, 14
# A map of few is shown whole; one of many keeps its size, and is rolled.
SCALED = 1300
STYLES = {"adoptive": "tr-adoptive", "foster": "tr-foster", "step": "tr-step", "grandparent": "tr-far"}


@dataclass(frozen=True)
class Maps:
    """Everything the page of the maps shows."""

    tree: dict[str, Any] | None
    network: dict[str, Any] | None
    rows: list[dict[str, Any]]
    unplaced: list[Person]
    earlier: list[dict[str, Any]]
    legend: list[tuple[str, str]]


def maps_of(case: Case) -> Maps:
    """Both drawings and the table beside them, in a fixed number of questions."""
    known = around(case)
    shut = _shut(known, case.id)
    child = str(case.child_id)
    persons = {str(person.id): person for person in known.persons}
    drawn, standing = [as_link(tie) for tie in known.drawn], [as_link(tie) for tie in known.standing]
    names_of = {end: tie for tie in known.ties for end in (str(tie.person_id), str(tie.other_id))}
    persons |= {key: _end(tie, key) for key, tie in names_of.items() if key not in persons}
    family = any(link.kind in TREE for link in drawn)
    tied = {end for link in standing for end in (link.one, link.other)}
    return Maps(
        tree=_tree(child, persons, drawn, known) if family else None,
        network=_network(child, persons, standing, known, shut) if tied else None,
        rows=list(_rows(known, standing, shut)),
        unplaced=[person for key, person in persons.items() if key not in tied and key != child],
        earlier=[_earlier(tie, shut) for tie in reversed(known.ties) if tie.ended_at],
        legend=_legend(drawn),
    )


def _tree(child: str, persons: dict[str, Person], links: list[Link], known: Around) -> dict[str, Any]:
    brood = [child, *(key for key in persons if key != child and siblings(child, key, links))]
    drawing = tree.family_tree([child, *(key for key in persons if key != child)], tree.with_unwritten(links, brood))
    return {
        "width": drawing.width, "height": drawing.height, "wide": tree.WIDE, "high": tree.HIGH,
        "lines": [
            {"points": " ".join(f"{x},{y}" for x, y in line.points), "css": _css(line.link)} for line in drawing.lines
        ],
        "cards": [_card(card, child, persons, links, known) for card in drawing.cards],
    }  # fmt: skip


def _card(card: tree.Card, child: str, persons: dict[str, Person], links: list[Link], known: Around) -> dict[str, Any]:
    place = {"x": card.x, "y": card.y, "middle": card.middle, "first": card.y + 21, "second": card.y + 38}
    if card.key.startswith(tree.UNWRITTEN):
        of = spoken.own_name(persons[card.key.removeprefix(tree.UNWRITTEN)])
        told = gettext("Den andre forelderen til %(name)s er ikke skrevet ned i denne saken") % {"name": of}
        return place | {
            "unwritten": True,
            "label": told,
            "name": gettext("Ikke skrevet ned"),
            "note": gettext("den andre forelderen"),
        }
    person = persons[card.key]
    note = _life(person) or _to_child(card.key, child, links, known)
    label = ", ".join(part for part in (person.name, _to_child(card.key, child, links, known), _life(person)) if part)
    return place | {
        "key": card.key, "label": label, "name": Truncator(person.name).chars(IN_CARD),
        "note": Truncator(note).chars(IN_CARD + 4),
        "css": "tr-me" if card.key == child else "tr-dead" if person.dead else "tr-unborn" if person.unborn else "",
    }  # fmt: skip


def _network(
    child: str, persons: dict[str, Person], links: list[Link], known: Around, shut: set[UUID]
) -> dict[str, Any]:
    drawing = network.network_map(child, list(persons), links)
    words = {}
    for tie in known.standing:
        for end in (tie.person_id, tie.other_id):
            if tie.closeness and tie.id not in shut:
                words[str(end)] = tie.closeness
    return {
        "drawing": drawing, "scaled": drawing.side <= SCALED,
        "side": drawing.side, "half": drawing.half,
        "me": Truncator(spoken.own_name(persons[child])).chars(8),
        "lines": [{"x1": one[0], "y1": one[1], "x2": two[0], "y2": two[1]} for _link, one, two in drawing.lines],
        "spots": [_spot(spot, child, persons, links, words) for spot in drawing.spots],
    }  # fmt: skip


def _spot(
    spot: network.Spot, child: str, persons: dict[str, Person], links: list[Link], words: dict[str, str]
) -> dict[str, Any]:
    person = persons[spot.key]
    role = relation(spot.key, child, links)
    parts = (person.name, role, network.PLACES[spot.place], words.get(spot.key, ""))
    return {
        "key": spot.key, "x": spot.x, "y": spot.y - 16, "initials": spot.y - 12, "name_y": spot.y + 17, "role_y": spot.y + 31,
        "letters": _letters(person), "name": Truncator(spoken.own_name(person)).chars(BELOW), "css": f"nw-{spot.circle}",
        "role": Truncator(role).chars(BELOW), "label": ", ".join(part for part in parts if part),
    }  # fmt: skip


def _rows(known: Around, links: list[Link], shut: set[UUID]) -> Iterator[dict[str, Any]]:
    """The table: everybody with a tie, and each tie in words, once by each person."""
    ties = known.standing
    for person in known.persons:
        hers = sorted((tie for tie in ties if person.id in (tie.person_id, tie.other_id)), key=_by_kind)
        if not hers:
            continue
        own = [link.kind for link in links if str(person.id) in (link.one, link.other)]
        yield {
            "person": person, "key": str(person.id), "life": _life(person), "circle": CIRCLES[circle_of(own)],
            "ties": [_told(tie, person.id, shut) for tie in hers],
        }  # fmt: skip


def _by_kind(tie: Tie) -> tuple[int, str, str]:
    return list(KINDS).index(tie.kind), tie.person.name, tie.other.name


def _told(tie: Tie, person_id: UUID, shut: set[UUID]) -> dict[str, Any]:
    forth = tie.person_id == person_id
    closed = tie.id in shut
    kind = KINDS[tie.kind]
    return {
        "tie": tie, "what": kind.there if forth else kind.back, "whom": tie.other if forth else tie.person, "first": forth,
        "closeness": "" if closed else tie.closeness, "source": HIDDEN if closed else tie.source,
        "note": "" if closed else tie.note,
        "place": tie.get_place_display() if tie.place else "", "since": tie.valid_from,
    }  # fmt: skip


def _earlier(tie: Tie, shut: set[UUID]) -> dict[str, Any]:
    what = f"{tie.person.name} {KINDS[tie.kind].there} {tie.other.name}"
    can_resume = tie.ending != Tie.Ending.CHANGED
    return {"tie": tie, "what": what, "reasons": HIDDEN if tie.id in shut else tie.ended_reasons, "resume": can_resume}


def _shut(known: Around, case_id: UUID) -> set[UUID]:
    """The ties whose words tell this reader where somebody protected is."""
    texts = ["\n".join((tie.closeness, tie.note, tie.source, tie.ended_reasons)) for tie in known.ties]
    return {tie.id for tie, closed in zip(known.ties, hidden(texts, case_id), strict=True) if closed}


def _to_child(key: str, child: str, links: list[Link], known: Around) -> str:
    """What somebody is to the child, in a word: by the ties, or by the part in the case."""
    if key == child:
        return gettext("barnet saken gjelder")
    party = known.parts.get(UUID(key))
    return relation(key, child, links) or (party.get_part_display() if party else "")


def _life(person: Person) -> str:
    """Born and dead as a card has room for it."""
    if person.unborn and person.due_date:
        return gettext("termin %(day)s") % {"day": short(When(person.due_date, person.due_date))}
    born = str(person.birth_date.year) if person.birth_date else ""
    if person.dead:
        died = str(person.died_on.year) if person.died_on else ""
        return (
            f"{born}–{died}, død"
            if born and died
            else gettext("død %(year)s") % {"year": died}
            if died
            else gettext("død")
        )
    return gettext("født %(year)s") % {"year": born} if born else ""


def _css(link: Link) -> str:
    if link.one.startswith(tree.UNWRITTEN):
        return "tr-unknown"
    if link.kind == PARTNER:
        return "tr-past" if link.over else "tr-partner"
    return STYLES.get(link.kind, "")


def _legend(links: list[Link]) -> list[tuple[str, str]]:
    """Only the kinds of lines that are there."""
    told = {
        "": gettext("slektskap"), "tr-partner": gettext("par"), "tr-past": gettext("har vært par"),
        "tr-adoptive": gettext("adopsjon"), "tr-foster": gettext("fosterhjem"), "tr-step": gettext("steforelder"),
        "tr-far": gettext("besteforelder"),
    }  # fmt: skip
    used = {_css(link) for link in links if link.kind in TREE}
    return [(css, words) for css, words in told.items() if css in used]


def _letters(person: Person) -> str:
    parts = person.name.split()
    return (parts[0][:1] + parts[-1][:1]).upper() if len(parts) > 1 else parts[0][:2]


def _end(tie: Tie, key: str) -> Person:
    return tie.person if str(tie.person_id) == key else tie.other
