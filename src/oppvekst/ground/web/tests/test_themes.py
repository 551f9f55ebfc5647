"""Every municipality's colours can be read, in light and dark: measured in the stylesheet that is served."""

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[1] / "static"
THEMES = sorted(STATIC.glob("css/theme-*.css"))
MEANINGS = ("neutral", "accent", "danger", "warning", "success")
GROUNDS = ("background-default", "background-tinted", "surface-default")


def colours(theme: Path, scheme: str) -> dict[str, str]:
    css = theme.read_text(encoding="utf-8")
    block = re.search(rf'\[data-color-scheme="{scheme}"\] \{{(.*?)\n\}}', css, re.S)
    assert block, f"fant ikke {scheme} i {theme.name}"
    return dict(re.findall(r"--ds-color-([a-z0-9-]+):\s*(#[0-9a-fA-F]{6})", block[1]))


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", THEMES, ids=lambda path: path.stem)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_running_text_has_the_highest_contrast(theme: Path, scheme: str) -> None:
    known = colours(theme, scheme)
    weak = [
        f"{colour} {text} på {ground}: {found:.1f}"
        for colour in MEANINGS
        for text in ("text-default", "text-subtle")
        for ground in GROUNDS
        if (found := contrast(known[f"{colour}-{text}"], known[f"neutral-{ground}"])) < 7
    ]
    assert weak == []


@pytest.mark.parametrize("theme", THEMES, ids=lambda path: path.stem)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_buttons_can_be_read_and_seen(theme: Path, scheme: str) -> None:
    known = colours(theme, scheme)
    assert contrast(known["accent-base-default"], known["accent-base-contrast-default"]) >= 4.5
    assert contrast(known["accent-base-default"], known["accent-background-default"]) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=lambda path: path.stem)
def test_paper_is_printed_in_the_light_colours(theme: Path) -> None:
    assert "\n@media (prefers-color-scheme: dark)" not in theme.read_text(encoding="utf-8")


def test_every_theme_has_its_icon_and_its_config() -> None:
    names = [path.stem.removeprefix("theme-") for path in THEMES]
    root = STATIC.parents[4]
    assert names == sorted(path.stem for path in (root / "assets/themes").glob("*.json"))
    assert all((STATIC / f"icon-{name}.svg").exists() for name in names)
