"""Where to find the service, who does what, and others who help: one row at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.information import models
from oppvekst.domain.information.actions.installing import EDIT
from oppvekst.domain.information.actions.phones import listed
from oppvekst.domain.information.queries.places import get_point
from oppvekst.domain.information.rules.markdown import OUTSIDE, clean
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete

WORDS = {
    "kind": "slaget", "name": "navnet", "about": "teksten", "phone": "telefonen", "address": "adressen",
    "hours": "åpningstiden", "url": "nettsiden", "place": "rekkefølgen", "source": "kilden",
    "checked_on": "datoen for kontroll", "published": "om det vises", "other_languages": "ordene på andre språk",
}  # fmt: skip
ROOM = {"name": 100, "about": 500, "address": 200, "hours": 120, "source": 200}


@dataclass(frozen=True, slots=True, kw_only=True)
class PointWords:
    """All that is said of a contact point. ``spoken`` is what it says in Nynorsk and English."""

    kind: str
    name: str
    about: str = ""
    phone: str = ""
    address: str = ""
    hours: str = ""
    url: str = ""
    place: int = 100
    source: str = ""
    checked_on: date | None = None
    published: bool = True
    spoken: dict[str, dict[str, str]] = field(default_factory=dict)


def add_point(words: PointWords, *, by: Actor, at: datetime) -> models.ContactPoint:
    """A new contact point."""
    by.must(EDIT)
    columns = _checked(words, today=oslo_date(at))
    with act("information.place_changed", by=by, at=at, right=EDIT) as entry:
        row = models.ContactPoint.objects.create(municipality_id=by.municipality, **columns)
        entry.about(row.id, says=f"La til kontaktpunktet {row.name}.")
    return row


def change_point(point_id: UUID, words: PointWords, *, by: Actor, at: datetime) -> bool:
    """Change what is said of a contact point, or hide it. Whether anything was changed."""
    by.must(EDIT)
    columns = _checked(words, today=oslo_date(at))
    row = get_point(by.municipality, point_id, lock=True)
    changed = [name for name in WORDS if getattr(row, name) != columns[name]]
    if not changed:
        return False
    with act("information.place_changed", by=by, at=at, right=EDIT) as entry:
        before = {name: _plain(getattr(row, name)) for name in changed}
        for name in changed:
            setattr(row, name, columns[name])
        row.save(update_fields=changed)
        told = f"Endret {listed([WORDS[name] for name in changed])} for kontaktpunktet {row.name}."
        entry.about(row.id, says=told, before=before)
    return True


def _checked(words: PointWords, *, today: date) -> dict[str, object]:
    said = {
        name: " ".join(clean(getattr(words, name)).split())
        for name in ("name", "about", "phone", "hours", "url", "source")
    }
    said["address"] = clean(words.address).strip()
    wrong = {}
    if words.kind not in models.ContactPoint.Kind.values:
        wrong["kind"] = "Velg hva det er."
    if not said["name"]:
        wrong["name"] = "Skriv hva stedet eller rollen heter."
    for name, room in ROOM.items():
        if len(said[name]) > room:
            wrong[name] = f"Det er plass til {room} tegn. Kort ned teksten."
    if said["url"] and not OUTSIDE.match(said["url"]):
        wrong["url"] = "Skriv hele adressen, som begynner med https://."
    if words.checked_on and words.checked_on > today:
        wrong["checked_on"] = "Datoen kan ikke være fram i tid."
    if wrong:
        raise Incomplete(wrong)
    spoken = {
        language: {name: clean(text).strip() for name, text in each.items() if text.strip()}
        for language, each in words.spoken.items()
    }
    return {
        **said, "kind": words.kind, "place": words.place, "checked_on": words.checked_on, "published": words.published,
        "other_languages": {language: each for language, each in spoken.items() if each},
    }  # fmt: skip


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
