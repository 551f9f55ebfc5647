"""Rules for every template, read as text: what the security policy would block, what would break without scripts."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "oppvekst"
STATIC = SOURCE / "ground" / "web" / "static"
# The demo's stand-in for a log-in provider is another program, with templates of its own kind.
FOREIGN = SOURCE / "faces" / "cli" / "demo"
TEMPLATES = sorted(path for path in SOURCE.rglob("templates/**/*.html") if FOREIGN not in path.parents)

FORBIDDEN = {
    "innebygd stil": r"""\sstyle\s*=""",
    "<style>": r"<style\b",
    "innebygd skript": r"<script(?![^>]*\ssrc=)[^>]*>",
    "on…=": r"""<[^>]*\son[a-z]+\s*=\s*["']""",
    "hx-on": r"\bhx-on\b",
    "skript i en verdi": r"""=\s*["']\s*(?:js|javascript):""",
    "filter i hx-trigger": r"""hx-trigger\s*=\s*["'][^"']*\[""",
    "hx-boost": r"\bhx-boost\b",
    "tekst uten rensing": r"\|\s*safe(?:seq)?\b|autoescape\s+off",
}
# Elements of Designsystemet that are empty or broken without scripts. A template on the list has its own way without.
NEEDS_SCRIPT = {"ds-tabs": set(), "ds-suggestion": set(), "ds-pagination": set()}
SPOKEN_HOSTS = {"www.yr.no", "www.116111.no", "lovdata.no", "www.w3.org", "www.bufdir.no", "www.helsenorge.no"}


def named(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def without_comments(path: Path) -> str:
    return re.sub(r"\{#.*?#\}|\{% comment.*?endcomment %\}", "", path.read_text(encoding="utf-8"), flags=re.S)


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_has_nothing_that_the_policy_blocks_or_that_hides_from_escaping(path: Path) -> None:
    text = without_comments(path)
    assert [what for what, pattern in FORBIDDEN.items() if re.search(pattern, text, re.I)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_form_that_changes_something_carries_its_token(path: Path) -> None:
    forms = re.findall(r"<form\b(.*?)</form>", without_comments(path), re.S | re.I)
    posting = [form for form in forms if re.search(r"""method\s*=\s*["']?post""", form, re.I)]
    assert [form[:60] for form in posting if "csrf_token" not in form] == []


def test_every_icon_that_a_template_names_is_in_the_sprite() -> None:
    sprite = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons.svg").read_text(encoding="utf-8")))
    used = {
        (name, named(path))
        for path in [*TEMPLATES, *SOURCE.rglob("*.py")]
        for name in re.findall(
            r"""(?:\{% icon |\bicon(?:_on)?=)["']([a-z0-9-]+)["']""", path.read_text(encoding="utf-8")
        )
    }
    missing = sorted((name, where) for name, where in used if name not in sprite)
    assert missing == [], "kjør «make assets», så kommer de med"


@pytest.mark.parametrize("element", NEEDS_SCRIPT)
def test_elements_that_are_broken_without_scripts_stand_only_where_they_are_allowed(element: str) -> None:
    where = {named(path) for path in TEMPLATES if re.search(rf"<{element}\b", without_comments(path))}
    assert where <= NEEDS_SCRIPT[element]


def test_links_out_of_the_house_lead_only_to_hosts_we_know() -> None:
    hosts = {
        (found, named(path))
        for path in TEMPLATES
        for found in re.findall(r"https?://([^/\"'\s]+)", without_comments(path))
    }
    assert sorted((host, where) for host, where in hosts if host not in SPOKEN_HOSTS and "{" not in host) == []


def test_every_included_or_extended_template_exists() -> None:
    known = {str(path).split("/templates/", 1)[1] for path in TEMPLATES}
    named_here = {
        (name, named(path))
        for path in TEMPLATES
        for name in re.findall(r"""\{% (?:include|extends) ["']([^"'#]+)""", without_comments(path))
    }
    assert sorted((name, where) for name, where in named_here if name not in known) == []


def test_the_lock_file_names_no_host_to_fetch_packages_from() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    fetched = [about.get("resolved", "") for about in lock["packages"].values()]
    assert [where for where in fetched if where and not where.startswith("https://registry.npmjs.org/")] == []


def test_packages_are_pinned_to_the_letter() -> None:
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    versions = {**wanted["dependencies"], **wanted["devDependencies"]}
    assert [
        f"{name} {version}" for name, version in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)
    ] == []


def test_our_stylesheets_and_scripts_load_nothing_from_outside() -> None:
    files = [*STATIC.rglob("css/*.css"), *STATIC.glob("js/oppvekst.js"), *STATIC.glob("js/desk.js")]
    outside = {
        (path.name, found)
        for path in files
        for found in re.findall(r"url\(\s*[\"']?((?:https?:|data:|//)[^)]{0,40})", path.read_text())
    }
    assert sorted(outside) == []
