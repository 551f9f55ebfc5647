"""The persons around a child as a drawing: those the child lives with inside, the others around. Places by number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import Truncator

from oppvekst.domain.cases.desk import spoken
from oppvekst.domain.cases.models import Party

INSIDE = ((98, 140), (242, 140), (118, 214), (222, 214))
AROUND = ((62, 34), (278, 34), (170, 24), (38, 250), (302, 250), (96, 320), (244, 320))
LONGEST = 12
ONE_ROW = 2


@dataclass(frozen=True)
class Spot:
    """One person in the drawing."""

    x: int
    y: int
    initials: str
    name: str
    role: str

    @property
    def name_y(self) -> int:
        """Where the name stands."""
        return self.y + 32

    @property
    def role_y(self) -> int:
        """Where the role stands."""
        return self.y + 47

    @property
    def middle(self) -> int:
        """Where the initials stand."""
        return self.y + 4


@dataclass(frozen=True)
class PeopleMap:
    """Everything the drawing needs, and the same in a sentence."""

    me: str
    spots: tuple[Spot, ...]
    words: str
    left_out: int
    wide: bool
    deep: bool

    @property
    def box(self) -> str:
        """What part of the paper is shown: only the household when nobody is around it."""
        if self.wide:
            return "0 0 340 376"
        return "44 74 252 208" if self.deep else "44 80 252 160"

    @property
    def middle(self) -> int:
        """Where the household's ellipse has its middle."""
        return 178 if self.deep else 160

    @property
    def height(self) -> int:
        """Half the height of the household's ellipse: one row of people, or two."""
        return 96 if self.deep else 72


def people_map(me: str, parties: Iterable[Party]) -> PeopleMap | None:
    """The drawing, or nothing when there is nobody to draw."""
    others = [party for party in parties if party.part != Party.Part.CHILD]
    if not others:
        return None
    inside = [party for party in others if party.lives_with_child][: len(INSIDE)]
    around = [party for party in others if not party.lives_with_child][: len(AROUND)]
    placed = [*zip(inside, INSIDE, strict=False), *zip(around, AROUND, strict=False)]
    spots = tuple(_spot(party, place) for party, place in placed)
    told = ", ".join(f"{party.person.name} ({party.get_part_display()})" for party, _place in placed)
    return PeopleMap(
        Truncator(me).chars(LONGEST), spots, told, len(others) - len(spots), bool(around), len(inside) > ONE_ROW
    )


def _spot(party: Party, place: tuple[int, int]) -> Spot:
    parts = party.person.name.split()
    initials = (parts[0][:1] + parts[-1][:1]).upper() if len(parts) > 1 else parts[0][:2]
    return Spot(
        *place, initials, Truncator(spoken.own_name(party.person)).chars(LONGEST), party.get_part_display().split()[0]
    )
