"""Deciding how the open pages look, regretting it, and going back to the house's own look."""

from __future__ import annotations

from datetime import datetime

from oppvekst.domain.information import models
from oppvekst.domain.information.actions.installing import EDIT
from oppvekst.domain.information.queries.appearance import look_in
from oppvekst.domain.information.rules.appearance import HOUSE, WORDS, Look, changed, checked
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.refusals import NotAllowed

COLUMNS = (*WORDS, "before", "updated_at")


def change_appearance(look: Look, *, by: Actor, at: datetime) -> bool:
    """Decide how the open pages look, from the next page anybody opens. Whether anything was changed."""
    return _change(checked(look), "Endret", by=by, at=at)


def undo_appearance(*, by: Actor, at: datetime) -> bool:
    """Take the last change back; done once more, it is there again."""
    by.must(EDIT)
    row = _row(by.municipality)
    if not row.before:
        raise NotAllowed("Det er ingen endring å angre.")
    return _change(Look.of_plain(row.before), "Angret endringen av", by=by, at=at)


def reset_appearance(*, by: Actor, at: datetime) -> bool:
    """Go back to the house's own look."""
    return _change(HOUSE, "Gikk tilbake til husets eget for", by=by, at=at)


def _change(after: Look, did: str, *, by: Actor, at: datetime) -> bool:
    by.must(EDIT)
    row = _row(by.municipality)
    before = look_in(row)
    names = changed(before, after)
    if not names:
        return False
    with act("appearance.changed", by=by, at=at, right=EDIT) as entry:
        _write(row, after, before=before, at=at)
        entry.about(row.id, says=f"{did} {_listed(names)} på de åpne sidene.", changed=names, before=before.to_plain())
    return True


def _row(municipality: int) -> models.Appearance:
    found = models.Appearance.objects.filter(municipality_id=municipality).first()
    return found or models.Appearance(municipality_id=municipality)


def _write(row: models.Appearance, after: Look, *, before: Look, at: datetime) -> None:
    for name, value in after.to_plain().items():
        setattr(row, name, value)
    row.before, row.updated_at = before.to_plain(), at
    row.save(force_insert=True) if row._state.adding else row.save(update_fields=COLUMNS)


def _listed(names: list[str]) -> str:
    *others, last = (WORDS[name] for name in names)
    return f"{', '.join(others)} og {last}" if others else last
