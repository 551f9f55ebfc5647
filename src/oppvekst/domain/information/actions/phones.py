"""What a phone is called, its number, where its hours come from, and when somebody last checked them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from oppvekst.domain.information import models
from oppvekst.domain.information.actions.installing import EDIT
from oppvekst.domain.information.queries.hours import get_line
from oppvekst.domain.information.rules.lines import NATIONAL, Kind
from oppvekst.domain.information.rules.markdown import OUTSIDE, clean
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

LAW = "bvl § 15-3 (4)"
NAME_ROOM, ABOUT_ROOM, SOURCE_ROOM = 80, 300, 200
WORDS = {
    "name": "navnet", "phone": "nummeret", "about": "teksten", "url": "nettsiden", "source": "kilden",
    "checked_on": "datoen for kontroll", "published": "om den vises", "other_languages": "ordene på andre språk",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWords:
    """All that is said of a phone, besides its hours. ``spoken`` is what it says in Nynorsk and English."""

    name: str
    phone: str
    about: str = ""
    url: str = ""
    source: str = ""
    checked_on: date | None = None
    published: bool = True
    spoken: dict[str, dict[str, str]] = field(default_factory=dict)


def change_line(code: str, words: LineWords, *, by: Actor, at: datetime) -> bool:
    """Change what is said of a phone. Whether anything was changed."""
    by.must(EDIT)
    columns = _checked(words, today=oslo_date(at))
    line = get_line(by.municipality, code, lock=True)
    _check_shown(line, columns)
    changed = [name for name in WORDS if getattr(line, name) != columns[name]]
    if not changed:
        return False
    with act("information.phone_changed", by=by, at=at, right=EDIT, law=LAW) as entry:
        before = {name: _plain(getattr(line, name)) for name in changed}
        for name in changed:
            setattr(line, name, columns[name])
        line.save(update_fields=changed)
        told = f"Endret {listed([WORDS[name] for name in changed])} for telefonen {line.name}."
        entry.about(line.id, says=told, before=before)
    return True


def mark_checked(code: str, *, by: Actor, at: datetime) -> None:
    """Somebody has asked, and the number and the hours are right."""
    with act("information.phone_changed", by=by, at=at, right=EDIT, law=LAW) as entry:
        line = get_line(by.municipality, code, lock=True)
        line.checked_on = oslo_date(at)
        line.save(update_fields=["checked_on"])
        entry.about(line.id, says=f"Kontrollerte nummer og åpningstider for {line.name}.")


def listed(names: list[str]) -> str:
    """«navnet, nummeret og kilden»."""
    *others, last = names
    return f"{', '.join(others)} og {last}" if others else last


def _checked(words: LineWords, *, today: date) -> dict[str, object]:
    said = {name: " ".join(clean(getattr(words, name)).split()) for name in ("name", "phone", "about", "url", "source")}
    wrong = {}
    if not said["name"]:
        wrong["name"] = "Skriv hva telefonen heter."
    for name, room in (("name", NAME_ROOM), ("about", ABOUT_ROOM), ("source", SOURCE_ROOM)):
        if len(said[name]) > room:
            wrong[name] = f"Det er plass til {room} tegn. Kort ned teksten."
    if said["url"] and not OUTSIDE.match(said["url"]):
        wrong["url"] = "Skriv hele adressen, som begynner med https://."
    if words.checked_on and words.checked_on > today:
        wrong["checked_on"] = "Datoen kan ikke være fram i tid."
    if words.published and not said["phone"]:
        wrong["phone"] = "En telefon uten nummer kan ikke vises. Skriv nummeret, eller la den være skjult."
    if wrong:
        raise Incomplete(wrong)
    spoken = {
        language: {name: clean(text).strip() for name, text in each.items() if text.strip()}
        for language, each in words.spoken.items()
    }
    kept = {language: each for language, each in spoken.items() if each}
    return {**said, "checked_on": words.checked_on, "published": words.published, "other_languages": kept}


def _check_shown(line: models.PhoneLine, columns: dict[str, object]) -> None:
    if line.published and not columns["published"]:
        if Kind(line.kind) in NATIONAL:
            raise NotAllowed("De nasjonale numrene vises alltid. Du kan rette dem, men ikke skjule dem.")
        if Kind(line.kind) in (Kind.DUTY, Kind.ON_CALL):
            raise NotAllowed("Tjenesten skal kunne nås til enhver tid, så denne telefonen må vises (bvl § 15-3).")


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
