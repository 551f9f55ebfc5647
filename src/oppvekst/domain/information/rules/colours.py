"""A whole scale of colours from one: sixteen steps for light and for dark that can be read whatever the colour.

Each step has a luminance of its own, so that contrast does not depend on the colour chosen; the colour lends its hue.
Names and luminance of the steps are Designsystemet's, WCAG 2.2 section 1.4 says how contrast is measured.
The mixing is done in OKLab (Björn Ottosson, 2020), where a hue stays itself on its way to black or white.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from oppvekst.law.refusals import Incomplete

type Triple = tuple[float, float, float]

WHITE, BLACK = "#ffffff", "#000000"
ENHANCED, ENOUGH, VISIBLE = 7.0, 4.5, 3.0


class Scheme(StrEnum):
    """Light or dark, as the reader's device asks for."""

    LIGHT = "light"
    DARK = "dark"


# Designsystemet's own, but for text-subtle: its .11 and .39 give AA, and running text here is to have AAA.
LUMINANCE: dict[str, tuple[float, float]] = {
    "background-default": (1.0, 0.009),
    "background-tinted": (0.9, 0.014),
    "surface-default": (1.0, 0.021),
    "surface-tinted": (0.81, 0.027),
    "surface-hover": (0.7, 0.036),
    "surface-active": (0.59, 0.056),
    "border-subtle": (0.5, 0.08),
    "border-default": (0.19, 0.22),
    "border-strong": (0.11, 0.39),
    "text-subtle": (0.07, 0.53),
    "text-default": (0.0245, 0.84),
}
BUTTON = ("base-default", "base-hover", "base-active", "base-contrast-subtle", "base-contrast-default")
STEPS = (*LUMINANCE, *BUTTON)
GROUNDS = ("background-default", "background-tinted", "surface-default", "surface-tinted")

# Buttons have white words on the colour. This is as light as a colour can be for that, with a little to spare.
LIGHTEST_BUTTON = 0.178
# One that has been darkened so far may round to a hair more, and is not darkened again: still above 4.5 to 1.
LIGHTEST_KEPT = 0.18
# In the dark a strong colour shouts, and lends less of itself to grounds and text.
MUTED = 0.7
# A colour is written with eight bits a part, so what shall be enough is asked to be a little more.
READABLE = ENOUGH + 0.05
HALVINGS = 24


@dataclass(frozen=True, slots=True)
class Measured:
    """How two colours of the scale stand against each other, and how they must."""

    what: str
    scheme: Scheme
    front: str
    back: str
    contrast: float
    asked: float

    @property
    def kept(self) -> bool:
        """Whether it is enough."""
        return self.contrast >= self.asked


def read(text: str) -> str:
    """A colour as somebody writes it, as ``#rrggbb``.

    >>> read(" 005F66 ")
    '#005f66'
    >>> read("#2ac")
    '#22aacc'
    """
    digits = text.strip().lower().removeprefix("#")
    if re.fullmatch(r"[0-9a-f]{3}", digits):
        digits = "".join(2 * digit for digit in digits)
    if not re.fullmatch(r"[0-9a-f]{6}", digits):
        raise Incomplete({"accent": "Skriv fargen som # og seks tegn, 0–9 og a–f, for eksempel #005f66."})
    return f"#{digits}"


def contrast(one: str, other: str) -> float:
    """Contrast between two colours, from 1 to 21 (WCAG 2.2).

    >>> round(contrast("#ffffff", "#000000"), 1)
    21.0
    """
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """How much light a colour gives, from 0 to 1 (WCAG 2.2).

    >>> luminance("#ffffff")
    1.0
    """
    return _light(_split(colour))


def usable(accent: str) -> str:
    """The colour itself where words in white can be read on it, else the nearest darker one of the same hue.

    >>> usable("#005f66"), usable("#ffd700")
    ('#005f66', '#8a7400')
    """
    return accent if luminance(accent) <= LIGHTEST_KEPT else _toned(accent, LIGHTEST_BUTTON)


@lru_cache(maxsize=128)
def scale(accent: str, scheme: Scheme) -> dict[str, str]:
    """The sixteen steps of a colour, by their names."""
    lending = accent if scheme is Scheme.LIGHT else _muted(accent)
    nth = list(Scheme).index(scheme)
    steps = {step: _toned(lending, levels[nth]) for step, levels in LUMINANCE.items()}
    return steps | _button(usable(accent), scheme)


def measured(accent: str) -> list[Measured]:
    """The contrasts that must hold, measured: text on its worst ground, and the button in all its states."""
    return [each for scheme in Scheme for each in _measured(scale(accent, scheme), scheme)]


@lru_cache(maxsize=128)
def stylesheet(accent: str) -> str:
    """The accent's steps as they are laid over a built theme: same layers, same selectors, so that the last one wins."""
    light, dark = (_declared(scale(accent, scheme)) for scheme in Scheme)
    auto = '[data-color-scheme="auto"]'
    return (
        f'@layer ds.theme.color-scheme.light{{:root,[data-color-scheme="light"]{{{light}}}'
        f"@media print,(prefers-color-scheme:light){{{auto}{{{light}}}}}}}\n"
        f'@layer ds.theme.color-scheme.dark{{[data-color-scheme="dark"]{{{dark}}}'
        f"@media screen and (prefers-color-scheme:dark){{{auto}{{{dark}}}}}}}\n"
    )


def sample_stylesheet(accent: str, within: str) -> str:
    """The same for a sample on somebody else's page: ``within`` selects it, in each of the two schemes."""
    return "".join(
        f'{within}[data-color-scheme="{scheme}"]{{{_declared(scale(accent, scheme))}}}\n' for scheme in Scheme
    )


def _measured(steps: dict[str, str], scheme: Scheme) -> list[Measured]:
    words, ground, base = steps["base-contrast-default"], steps["background-default"], steps["base-default"]
    return [
        *(_worst(what, scheme, steps[text], steps) for what, text in TEXTS.items()),
        Measured("Ord på knapper", scheme, words, base, _least(words, [steps[name] for name in BUTTON[:3]]), ENOUGH),
        Measured("Knapper mot bakgrunnen", scheme, base, ground, contrast(base, ground), VISIBLE),
    ]


TEXTS = {"Overskrifter og brødtekst": "text-default", "Lenker og dempet tekst": "text-subtle"}


def _worst(what: str, scheme: Scheme, text: str, steps: dict[str, str]) -> Measured:
    back = min((steps[name] for name in GROUNDS), key=lambda ground: contrast(text, ground))
    return Measured(what, scheme, text, back, contrast(text, back), ENHANCED)


def _least(front: str, backs: list[str]) -> float:
    return min(contrast(front, back) for back in backs)


def _declared(steps: dict[str, str]) -> str:
    return "".join(f"--ds-color-accent-{step}:{colour};" for step, colour in steps.items())


def _button(accent: str, scheme: Scheme) -> dict[str, str]:
    """The colour itself and its two states, away from the middle; in the dark at the mirrored lightness, under black."""
    lightness = _lightness(luminance(accent))
    if scheme is Scheme.LIGHT:
        step, words = (8 if lightness <= 30 else -8), WHITE
    else:
        lightness = 70 if lightness <= 30 else 100 - lightness
        step, words = (8 if lightness <= 66 else -8), BLACK
    own = accent if scheme is Scheme.LIGHT else _toned(accent, _luminance_of(lightness))
    hover, active = (_toned(accent, _luminance_of(lightness + times * step)) for times in (1, 2))
    return dict(zip(BUTTON, (own, hover, active, _quiet(own, lightness, words), words), strict=True))


def _quiet(own: str, lightness: float, words: str) -> str:
    """Quieter words on a button: in its own hue, and still read on it."""
    away = 60 if lightness <= 40 or lightness >= 60 else 50
    light = luminance(own) + 0.05
    if words == WHITE:
        return _toned(own, min(1.0, max(_luminance_of(lightness + away), light * READABLE - 0.05)))
    return _toned(own, max(0.0, min(_luminance_of(lightness - away), light / READABLE - 0.05)))


def _lightness(light: float) -> float:
    """CIE lightness, 0 to 100, of a luminance."""
    return 116 * light ** (1 / 3) - 16 if light > 216 / 24389 else light * 24389 / 27


def _luminance_of(lightness: float) -> float:
    level = min(max(lightness, 0.0), 100.0)
    return ((level + 16) / 116) ** 3 if level > 8 else level * 27 / 24389


# Colours as numbers ----------------------------------------------------------------------------------------


def _toned(colour: str, light: float) -> str:
    """The colour mixed with as much white or black as gives it that luminance."""
    start = _oklab(_split(colour))
    lighter = light > luminance(colour)
    end = (1.0, 0.0, 0.0) if lighter else (0.0, 0.0, 0.0)
    least, most = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (least + most) / 2
        if (_light(_srgb(_between(start, end, middle))) < light) is lighter:
            least = middle
        else:
            most = middle
    return _joined(_srgb(_between(start, end, most)))


def _muted(colour: str) -> str:
    lightness, green_red, blue_yellow = _oklab(_split(colour))
    return _joined(_srgb((lightness, green_red * MUTED, blue_yellow * MUTED)))


def _between(one: Triple, other: Triple, share: float) -> Triple:
    first, second, third = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return first, second, third


def _split(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _joined(parts: Triple) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _light(parts: Triple) -> float:
    red, green, blue = map(_linear, parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _curved(part: float) -> float:
    """A part of the light as a screen writes it; what no screen can show, as near as it can."""
    inside = min(max(part, 0.0), 1.0)
    return 12.92 * inside if inside <= 0.0031308 else float(1.055 * inside ** (1 / 2.4) - 0.055)


def _oklab(parts: Triple) -> Triple:
    red, green, blue = map(_linear, parts)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _srgb(oklab: Triple) -> Triple:
    lightness, green_red, blue_yellow = oklab
    long = (lightness + 0.3963377774 * green_red + 0.2158037573 * blue_yellow) ** 3
    medium = (lightness - 0.1055613458 * green_red - 0.0638541728 * blue_yellow) ** 3
    short = (lightness - 0.0894841775 * green_red - 1.2914855480 * blue_yellow) ** 3
    return (
        _curved(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _curved(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _curved(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )
