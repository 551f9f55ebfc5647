"""The family tree and the network map as places: nobody on top of another, everybody once, every tie drawn, always the same."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest

from oppvekst.domain.cases.rules import kin
from oppvekst.domain.cases.rules.kin import Link, impossible, siblings
from oppvekst.domain.cases.rules.network import HIGH as SPOT_HIGH
from oppvekst.domain.cases.rules.network import INNER, OUTER, network_map
from oppvekst.domain.cases.rules.network import WIDE as SPOT_WIDE
from oppvekst.domain.cases.rules.tree import HIGH, WIDE, Tree, family_tree, with_unwritten

SEEDS = range(15)


def parent(one: str, *children: str, kind: str = kin.PARENT) -> list[Link]:
    return [Link(one, child, kind) for child in children]


# Jonas' mother has three children by two men; he lives in two homes.
STRAND = (
    *parent("Hilde", "Jonas", "Ida", "Leah"), *parent("Tor", "Jonas", "Ida"), *parent("Berit", "Hilde"), *parent("Arne", "Hilde"),
    Link("Berit", "Arne", kin.PARTNER), Link("Hilde", "Tor", kin.PARTNER, over=True), Link("Tor", "Lise", kin.PARTNER),
    Link("Lise", "Jonas", kin.STEP), *parent("Lise", "Ufødt"), *parent("Tor", "Ufødt"),
)  # fmt: skip
JONAS = ("Jonas", "Hilde", "Tor", "Lise", "Ida", "Leah", "Ufødt", "Berit", "Arne")


def grown(seed: int, many: int = 60) -> tuple[list[str], list[Link]]:
    """A family of that size, grown at random: marriages and partings, adoptions, foster homes, and lone parents."""
    chance = random.Random(seed)  # noqa: S311
    persons, links = ["p0"], []
    while len(persons) < many:
        new, other = f"p{len(persons)}", chance.choice(persons)
        kind = chance.choice([*sorted(kin.TREE), kin.PARENT, kin.PARENT, kin.PARENT])
        one, two = (new, other) if chance.random() < 0.5 else (other, new)
        persons.append(new)
        links.append(Link(one, two, kind, over=chance.random() < 0.1))
        if chance.random() < 0.3:
            more = Link(chance.choice(persons), chance.choice(persons), chance.choice(sorted(kin.TREE)))
            if not impossible(more, links):
                links.append(more)
    return persons, links


def touches(tree: Tree) -> list[str]:
    """Lines that run through somebody's card."""
    found = []
    for line in tree.lines:
        for (x0, y0), (x1, y1) in pairwise(line.points):
            for card in tree.cards:
                beside = max(x0, x1) <= card.x or min(x0, x1) >= card.x + WIDE
                if not (beside or max(y0, y1) <= card.y or min(y0, y1) >= card.y + HIGH):
                    found.append(f"{line.link} gjennom {card.key}")
    return found


def holds(tree: Tree, persons: Sequence[str], links: Sequence[Link]) -> None:
    named = {end for link in links for end in (link.one, link.other)} | {persons[0]}
    assert sorted(card.key for card in tree.cards) == sorted(named)
    assert sorted((line.link for line in tree.lines), key=repr) == sorted(links, key=repr)
    for one, other in combinations(tree.cards, 2):
        assert abs(one.x - other.x) >= WIDE or abs(one.y - other.y) >= HIGH, (one, other)
    assert touches(tree) == []
    inside = [*((card.x, card.y) for card in tree.cards), *(point for line in tree.lines for point in line.points)]
    assert all(0 <= x <= tree.width and 0 <= y <= tree.height for x, y in inside)
    assert all(card.x + WIDE <= tree.width and card.y + HIGH <= tree.height for card in tree.cards)


def test_a_family_in_two_households_is_drawn_with_parents_above_and_siblings_in_one_row() -> None:
    tree = family_tree(JONAS, STRAND)
    holds(tree, JONAS, STRAND)
    row = {card.key: card.row for card in tree.cards}
    assert row["Berit"] == row["Arne"] == 0
    assert row["Hilde"] == row["Tor"] == row["Lise"] == 1
    assert row["Jonas"] == row["Ida"] == row["Leah"] == row["Ufødt"] == 2


def test_partners_stand_beside_each_other() -> None:
    tree = family_tree(JONAS, STRAND)
    at = {card.key: card.x for card in tree.cards}
    assert abs(at["Berit"] - at["Arne"]) < 2 * WIDE
    assert abs(at["Tor"] - at["Lise"]) < 2 * WIDE


@pytest.mark.parametrize("seed", SEEDS)
def test_sixty_persons_stand_apart_each_once_with_every_tie_drawn(seed: int) -> None:
    persons, links = grown(seed)
    tree = family_tree(persons, links)
    holds(tree, persons, links)
    assert tree == family_tree(persons, links)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_child_stands_below_all_its_parents(seed: int) -> None:
    persons, links = grown(seed)
    row = {card.key: card.row for card in family_tree(persons, links).cards}
    assert all(row[link.one] < row[link.other] for link in links if link.kind in kin.DESCENT)


def test_a_child_alone_is_a_drawing_too() -> None:
    tree = family_tree(["Emil"], [])
    assert [card.key for card in tree.cards] == ["Emil"]


def test_the_other_parent_has_an_empty_place_when_nobody_is_written_down_and_only_then() -> None:
    lone = with_unwritten(parent("Hilde", "Jonas"), ["Jonas", "Hilde"])
    assert [link.one for link in lone] == ["Hilde", "?Jonas"]
    both = [*parent("Hilde", "Jonas"), *parent("Tor", "Jonas", kind=kin.ADOPTIVE)]
    assert with_unwritten(both, ["Jonas"]) == both


def test_families_that_are_not_tied_together_stand_beside_each_other() -> None:
    links = [*parent("Hilde", "Jonas"), *parent("Gro", "Ole")]
    holds(family_tree(["Jonas", "Hilde", "Gro", "Ole"], links), ["Jonas"], links)


def test_ties_in_a_ring_that_came_in_by_two_doors_at_once_are_drawn_all_the_same() -> None:
    ring = [*parent("a", "b"), *parent("b", "c"), *parent("c", "a")]
    tree = family_tree(["a", "b", "c"], ring)
    assert (len(tree.cards), len(tree.lines)) == (3, 3)


RING = [*parent("mormor", "mor"), *parent("mor", "barn")]


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        (Link("barn", "mormor", kin.PARENT), "sin egen forelder eller besteforelder"),
        (Link("barn", "mor", kin.ADOPTIVE), "sin egen forelder eller besteforelder"),
        (Link("barn", "mormor", kin.GRANDPARENT), "sin egen forelder eller besteforelder"),
        (Link("mor", "mor", kin.SIBLING), "to forskjellige"),
        (Link("mor", "barn", kin.PARENT), "står der allerede"),
    ],
)
def test_nobody_is_his_own_grandparent(new: Link, sentence: str) -> None:
    assert sentence in impossible(new, RING)


def test_a_grandmother_may_be_the_foster_mother_and_a_tie_that_is_over_may_come_again() -> None:
    assert impossible(Link("mormor", "barn", kin.FOSTER), RING) == ""
    assert impossible(Link("a", "b", kin.PARTNER), [Link("b", "a", kin.PARTNER, over=True)]) == ""
    assert impossible(Link("a", "b", kin.PARTNER), [Link("b", "a", kin.PARTNER)]) != ""


def test_full_and_half_siblings_are_known_from_their_parents() -> None:
    assert siblings("Jonas", "Ida", STRAND) == "helsøsken"
    assert siblings("Jonas", "Ufødt", STRAND) == "halvsøsken"
    assert siblings("Jonas", "Leah", STRAND) == "søsken"
    assert siblings("Jonas", "Arne", STRAND) == ""


def around(many: int) -> list[Link]:
    kinds = sorted(set(kin.KINDS) - kin.DESCENT)
    places = (INNER, "", OUTER)
    return [Link(f"n{number}", "Emil", kinds[number % len(kinds)], place=places[number % 3]) for number in range(many)]


@pytest.mark.parametrize("many", [0, 1, 4, 17, 60])
def test_in_the_network_map_nobody_stands_on_another_and_everybody_once(many: int) -> None:
    links = around(many)
    drawn = network_map("Emil", [link.one for link in links], links)
    assert sorted(spot.key for spot in drawn.spots) == sorted(link.one for link in links)
    assert [link for link, _, _ in drawn.lines] == links
    places = [(spot.x, spot.y) for spot in drawn.spots] + [drawn.middle]
    for one, other in combinations(places, 2):
        assert abs(one[0] - other[0]) >= SPOT_WIDE or abs(one[1] - other[1]) >= SPOT_HIGH, (one, other)
    half = (SPOT_WIDE // 2, SPOT_HIGH // 2)
    assert all(half[0] <= x <= drawn.side - half[0] and half[1] <= y <= drawn.side - half[1] for x, y in places)
    assert drawn == network_map("Emil", [link.one for link in links], links)


def test_sixty_in_one_field_still_stand_apart() -> None:
    links = [Link(f"t{number}", "Emil", kin.RELATIVE) for number in range(60)]
    spots = network_map("Emil", [], links).spots
    for one, other in combinations(spots, 2):
        assert abs(one.x - other.x) >= SPOT_WIDE or abs(one.y - other.y) >= SPOT_HIGH


def test_whoever_the_child_sets_nearer_stands_nearer_and_what_is_over_is_not_on_the_map() -> None:
    links = [
        Link("Mia", "Emil", kin.FRIEND, place=OUTER),
        Link("Wenche", "Emil", kin.TEACHER, place=INNER),
        Link("Ole", "Emil", kin.FRIEND, over=True),
    ]
    drawn = network_map("Emil", ["Mia", "Wenche", "Ole"], links)
    away = {spot.key: abs(spot.x - drawn.half) + abs(spot.y - drawn.half) for spot in drawn.spots}
    assert set(away) == {"Mia", "Wenche"}
    assert away["Wenche"] < away["Mia"]


def test_what_is_not_in_the_tree_is_on_the_map_and_the_other_way_round() -> None:
    persons, links = grown(3)
    links = [link for link in links if not link.over] + [Link("p1", "p2", kin.FRIEND), Link("p0", "p3", kin.RELATIVE)]
    told = {line.link for line in family_tree(persons, links).lines}
    told |= {link for link, _, _ in network_map("p0", persons, links).lines}
    assert told == set(links)
