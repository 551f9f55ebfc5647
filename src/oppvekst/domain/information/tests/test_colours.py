"""One colour becomes a scale that can be read, whatever the colour."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from oppvekst.domain.information.rules import colours
from oppvekst.domain.information.rules.colours import Scheme, contrast, scale
from oppvekst.law.refusals import Incomplete

STATIC = Path(colours.__file__).parents[3] / "ground" / "web" / "static" / "css"
THEMES = {"solvik": "#005f66", "nordvag": "#2f4a8a"}
every_colour = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
READ = settings(max_examples=150, deadline=None)


def built(theme: str, scheme: Scheme) -> dict[str, str]:
    """The accent's steps as Designsystemet's own program made them."""
    css = (STATIC / f"theme-{theme}.css").read_text(encoding="utf-8")
    block = re.search(rf'\[data-color-scheme="{scheme}"\] \{{(.*?)\n\}}', css, re.S)
    assert block
    return dict(re.findall(r"--ds-color-accent-([a-z-]+):\s*(#[0-9a-fA-F]{6})", block[1]))


def apart(one: str, other: str) -> float:
    """How different two colours look: 0.02 is about what an eye can tell side by side."""
    pairs = zip(colours._oklab(colours._split(one)), colours._oklab(colours._split(other.lower())), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


@READ
@given(every_colour)
@example("#ffffff")
@example("#000000")
@example("#ffff00")
@example("#0000ff")
@example("#777777")
def test_text_can_be_read_on_every_ground_whatever_the_colour(accent: str) -> None:
    for scheme in Scheme:
        steps = scale(accent, scheme)
        for text in ("text-default", "text-subtle"):
            for ground in colours.GROUNDS:
                assert contrast(steps[text], steps[ground]) >= 7, (accent, scheme, text, ground)


@READ
@given(every_colour)
@example("#ffffff")
@example("#000000")
@example("#ffff00")
@example("#0000ff")
def test_buttons_can_be_read_and_seen_in_every_state_whatever_the_colour(accent: str) -> None:
    for scheme in Scheme:
        steps = scale(accent, scheme)
        for base in ("base-default", "base-hover", "base-active"):
            assert contrast(steps[base], steps["base-contrast-default"]) >= 4.5, (accent, scheme, base)
        assert contrast(steps["base-default"], steps["base-contrast-subtle"]) >= 4.5, (accent, scheme)
        for ground in colours.GROUNDS:
            assert contrast(steps["base-default"], steps[ground]) >= 3, (accent, scheme, ground)
        assert contrast(steps["border-default"], steps["background-default"]) >= 3, (accent, scheme)


@READ
@given(every_colour)
def test_what_the_page_says_was_measured_is_kept_for_every_colour(accent: str) -> None:
    found = colours.measured(accent)
    assert len(found) == 8
    assert all(each.kept for each in found)


@READ
@given(every_colour)
def test_a_colour_that_can_bear_white_words_is_left_as_it_is_and_others_become_such(accent: str) -> None:
    used = colours.usable(accent)
    assert used == accent or colours.luminance(accent) > colours.luminance(used)
    assert contrast(used, colours.WHITE) >= 4.5
    assert colours.usable(used) == used
    assert scale(accent, Scheme.LIGHT)["base-default"] == used


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("theme", THEMES)
def test_the_built_themes_come_out_as_they_were_built(theme: str, scheme: Scheme) -> None:
    made, wanted = scale(THEMES[theme], scheme), built(theme, scheme)
    assert list(made) == list(wanted) == list(colours.STEPS)
    # Text-subtle was chosen by eye in the themes, to reach the contrast that the scale reaches here by itself.
    far = {step: apart(made[step], wanted[step]) for step in made}
    assert {step for step, distance in far.items() if distance > (0.03 if step == "text-subtle" else 0.02)} == set()


def test_the_stylesheet_lies_in_the_themes_own_layers_and_leaves_every_other_colour_alone() -> None:
    css = colours.stylesheet("#7a2c12")
    assert set(re.findall(r"@layer ([a-z.-]+)", css)) == {"ds.theme.color-scheme.light", "ds.theme.color-scheme.dark"}
    assert set(re.findall(r"--ds-color-([a-z]+)-", css)) == {"accent"}
    assert css.count("--ds-color-accent-base-default:#7a2c12;") == 2
    assert css.count("{") == css.count("}")
    assert all(css.count(f"--ds-color-accent-{step}:") == 4 for step in colours.STEPS)
    theme = (STATIC / "theme-solvik.css").read_text(encoding="utf-8")
    assert all(selector in theme for selector in (':root, [data-color-scheme="light"]', "@media print, (prefers"))
    assert len(css) < 4_500


def test_paper_is_printed_in_the_light_colours() -> None:
    css = colours.stylesheet("#7a2c12")
    assert "@media print,(prefers-color-scheme:light)" in css
    assert "@media screen and (prefers-color-scheme:dark)" in css


def test_a_sample_colours_only_itself() -> None:
    css = colours.sample_stylesheet("#7a2c12", ".sample")
    assert re.findall(r"^([^{]+)\{", css, re.M) == [
        '.sample[data-color-scheme="light"]', '.sample[data-color-scheme="dark"]',
    ]  # fmt: skip


@pytest.mark.parametrize(
    "written", ["", "rød", "#12345", "#1234567", "#gggggg", "005f66;}", "url(#x)", "＃００５ｆ６６"]
)
def test_what_is_not_a_colour_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(Incomplete, match="for eksempel #005f66"):
        colours.read(written)
