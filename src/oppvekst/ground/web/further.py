"""Further languages, for the pages one needs most: the concern form, whom to call, and what happens now.

Their texts are made by people, and lie in one file for each language. A language that nobody has approved is shown
nowhere; one that is approved is offered on these pages, and a link from there to another page leads to it in Bokmål.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme

# Each by its own name for itself: Northern Sámi (bvl § 1-8), and the languages of the largest groups of refugees.
NAMES = {
    "se": "Davvisámegiella",
    "uk": "Українська",
    "ar": "العربية",
    "so": "Soomaali",
    "ti": "ትግርኛ",
    "prs": "دری",
    "pl": "Polski",
}
FROM_THE_RIGHT: tuple[str, ...] = ("ar", "prs")
HEADER = re.compile(r'^"(X-[A-Za-z-]+):\s*([^"\\]*?)\s*(?:\\n)?"$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Approval:
    """What the head of a language's file says about who made it and whether it may be shown."""

    said: bool = False
    translator: str = ""
    reviewed_on: date | None = None

    @property
    def holds(self) -> bool:
        """Somebody has said yes, and it is known who translated and when it was read through."""
        return self.said and bool(self.translator) and self.reviewed_on is not None


def approval(head: str) -> Approval:
    """Reads the head of a language's file."""
    told = dict(HEADER.findall(head))
    try:
        reviewed_on = date.fromisoformat(told.get("X-Reviewed-On", ""))
    except ValueError:
        reviewed_on = None
    return Approval(told.get("X-Approved") == "yes", told.get("X-Translator", ""), reviewed_on)


def approved(folder: Path) -> list[tuple[str, str]]:
    """The languages that may be shown: approved in their file, and built."""
    files = ((code, name, folder / f"{code}.po") for code, name in NAMES.items())
    return [
        (code, name)
        for code, name, file in files
        if file.exists() and approval(file.read_text("utf-8")).holds and built(folder, code).exists()
    ]


def built(folder: Path, code: str) -> Path:
    """The file that Django reads."""
    return folder / code / "LC_MESSAGES" / "django.mo"


def offered(path: str) -> list[tuple[str, str]]:
    """The further languages in which a page can be read; none on all other pages."""
    return list(settings.FURTHER_LANGUAGES) if path.startswith(settings.FURTHER_PAGES) else []


def without_language(path: str) -> str:
    """The same address in Bokmål."""
    known = [code for code, _name in [*settings.LANGUAGES, *settings.FURTHER_LANGUAGES]]
    first, _, rest = path.removeprefix("/").partition("/")
    return f"/{rest}" if first in known else path


class FurtherLanguages:
    """Middleware after Django's own for languages, which knows only those in which every page can be read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = request.path_info.removeprefix("/").partition("/")[0]
        if code in dict(settings.FURTHER_LANGUAGES):
            in_bokmaal = without_language(request.path_info)
            if not offered(in_bokmaal):
                return _in_bokmaal(request, in_bokmaal)
            translation.activate(code)
            request.LANGUAGE_CODE = code
        return self.get_response(request)


def _in_bokmaal(request: HttpRequest, path: str) -> HttpResponse:
    asked = request.META.get("QUERY_STRING", "")
    # «//another-host/» after the language would be read as another site.
    safe = path if url_has_allowed_host_and_scheme(path, allowed_hosts=None) else "/"
    return HttpResponseRedirect(f"{safe}?{asked}" if asked else safe)
