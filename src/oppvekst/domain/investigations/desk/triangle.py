"""The triangle of a child's needs as a drawing: three sides, eleven themes on them, the child in the middle. Whole numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext

from oppvekst.domain.concerns.rules import SIDES, Side, Theme
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.rules import STANDINGS, Needs, Standing, standing, standing_of

WIDTH, HEIGHT = 900, 628
TOP, LEFT, RIGHT = (450, 44), (190, 504), (710, 504)
LINE, NAME = 22, 11
LONGEST = {"1": 18, "2": 18, "3": 15}
# Where each side runs, from its first theme to its last; how far in they stand; and its title, along the side.
EDGES = {"1": (TOP, LEFT), "2": (TOP, RIGHT), "3": (LEFT, RIGHT)}
ENDS = {"1": (16, 88), "2": (16, 88), "3": (19, 81)}
TITLES = {"1": (368, 296, -61), "2": (532, 296, 61), "3": (450, 460, 0)}
# Colour, icon and word of a standing beside the drawing; in it, the shape of the ring and its badge say the same.
LOOKS = {
    Standing.UNSEEN: ("neutral", "hourglass"),
    Standing.LEFT_OUT: ("neutral", "x-mark"),
    Standing.BEGUN: ("warning", "pencil"),
    Standing.WRITTEN: ("success", "checkmark-circle"),
}


@dataclass(frozen=True)
class Line:
    """One line of a label."""

    y: int
    text: str


@dataclass(frozen=True)
class Spot:
    """One theme: where it is drawn, and what is said of it."""

    code: str
    title: str
    href: str
    standing: str
    state: str
    words: str
    x: int
    y: int
    anchor: str
    label_x: int
    lines: tuple[Line, ...]
    look: tuple[str, str]

    @property
    def middle(self) -> int:
        """Where the code stands in its ring."""
        return self.y + 6


@dataclass(frozen=True)
class Edge:
    """One side with its title and themes."""

    code: str
    title: str
    x: int
    y: int
    turned: int
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Triangle:
    """Everything the drawing and the list beside it need."""

    me: str
    edges: tuple[Edge, ...]
    box: str = f"0 0 {WIDTH} {HEIGHT}"
    path: str = f"M{TOP[0]} {TOP[1]}L{LEFT[0]} {LEFT[1]}L{RIGHT[0]} {RIGHT[1]}Z"


def triangle(investigation: Investigation, me: str, needs: Needs) -> Triangle:
    """The drawing of an assessment."""
    name = Truncator(me).chars(NAME)
    return Triangle(name, tuple(_edge(side, investigation, needs) for side in SIDES))


def words_of(theme: Theme, needs: Needs) -> str:
    """How far a theme has come, in words: what is taken in, and what lacks something."""
    found = [standing(needs.get(item.code)) for item in theme.items]
    begun = found.count(Standing.BEGUN)
    taken = begun + found.count(Standing.WRITTEN)
    if not taken:
        return STANDINGS[standing_of(theme, needs)]
    told = ngettext("%(count)d aktuelt", "%(count)d aktuelle", taken) % {"count": taken}
    lacks = gettext("%(count)d mangler noe") % {"count": begun} if begun else gettext("skrevet")
    return f"{told}, {lacks}"


def theme_href(investigation: Investigation, theme: str) -> str:
    """The address of a theme's page."""
    return reverse("desk:needs-theme", args=[investigation.id, theme])


def _edge(side: Side, investigation: Investigation, needs: Needs) -> Edge:
    spots = tuple(_spots(side, investigation, needs))
    return Edge(side.code, side.title, *TITLES[side.code], spots)


def _spots(side: Side, investigation: Investigation, needs: Needs) -> Iterator[Spot]:
    (x0, y0), (x1, y1) = EDGES[side.code]
    first, last = ENDS[side.code]
    for at, theme in enumerate(side.themes):
        share = first + (last - first) * at // (len(side.themes) - 1)
        place = (x0 + (x1 - x0) * share // 100, y0 + (y1 - y0) * share // 100)
        how = standing_of(theme, needs)
        yield Spot(
            theme.code, theme.title, theme_href(investigation, theme.code), how.value, STANDINGS[how], words_of(theme, needs),
            *place, **_label(side.code, place, theme.title, STANDINGS[how]), look=LOOKS[how],
        )  # fmt: skip


def _label(side: str, place: tuple[int, int], title: str, state: str) -> dict[str, Any]:
    """To the left of the left side, to the right of the right one, under the lowest."""
    x, y = place
    texts = (*wrap(title, LONGEST[side]), state)
    top = y + 48 if side == "3" else y + 6 - LINE * (len(texts) - 1) // 2
    lines = tuple(Line(top + LINE * at, text) for at, text in enumerate(texts))
    anchor, label_x = {"1": ("end", x - 36), "2": ("start", x + 36), "3": ("middle", x)}[side]
    return {"anchor": anchor, "label_x": label_x, "lines": lines}
