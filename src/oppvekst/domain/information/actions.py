"""What can be done with the published content. Editing it at the desk comes with the rest of the public house."""

from __future__ import annotations

from datetime import datetime

from oppvekst.domain.information import models, rules
from oppvekst.domain.information.rules.defaults import (
    INVENTED_PHONES,
    NATIONAL_LINES,
    NOON_CLOSURES,
    LocalPhones,
    default_texts,
    local_lines,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.journal.acts import act

EDIT = "information.edit"


def install_defaults(municipality: Municipality, *, at: datetime, by: Actor, phones: LocalPhones | None = None) -> None:
    """Give a municipality the content it lacks; safe to repeat. What it has changed itself stays as it is.

    Lines without a number are kept back from the public until ``phones`` brings it (bvl § 15-3 (4)).
    """
    invented = municipality.number in INVENTED_PHONES
    known = phones or INVENTED_PHONES.get(municipality.number, LocalPhones())
    wanted = (*local_lines(known), *NATIONAL_LINES)
    if not _lacks(municipality, wanted):
        return
    with act("information.installed", by=by, at=at, right=EDIT, law="bvl § 15-3 (4)") as entry:
        rows = {line.id: _install_line(municipality, line) for line in wanted}
        _install_closures(municipality, rows)
        _install_texts(municipality, invented=invented)
        entry.about(rows["duty"].pk, says=f"La inn telefoner, åpningstider og tekster for {municipality.name}.")


def _lacks(municipality: Municipality, wanted: tuple[rules.Line, ...]) -> bool:
    rows = models.PhoneLine.objects.filter(municipality=municipality)
    has = dict(rows.values_list("code", "phone"))
    return any(line.id not in has or (line.phone and not has[line.id]) for line in wanted)


def _install_line(municipality: Municipality, line: rules.Line) -> models.PhoneLine:
    row, made = models.PhoneLine.objects.get_or_create(
        municipality=municipality, code=line.id,
        defaults={
            "kind": line.kind, "name": line.name, "phone": line.phone, "audience": sorted(line.audience),
            "about": line.about, "url": line.url, "source": line.source, "checked_on": line.checked_on,
            "published": bool(line.phone),
        },
    )  # fmt: skip
    if made:
        _install_openings(row, line)
    elif line.phone and not row.phone:
        row.phone, row.published = line.phone, True
        row.save(update_fields=["phone", "published"])
    return row


def _install_openings(row: models.PhoneLine, line: rules.Line) -> None:
    models.Opening.objects.bulk_create(
        models.Opening(
            municipality_id=row.municipality_id, line=row, published=True, days=sorted(each.days), start=each.start,
            end=each.end, holidays=each.holidays, channel=each.channel,
            valid_from=each.valid_from, valid_to=each.valid_to,
        )
        for each in line.openings
    )  # fmt: skip


def _install_closures(municipality: Municipality, rows: dict[str, models.PhoneLine]) -> None:
    if models.Closure.objects.filter(municipality=municipality).exists():
        return
    models.Closure.objects.bulk_create(
        models.Closure(
            municipality=municipality, line=rows[each.line], published=True, first=each.first, last=each.last,
            start=each.start, end=each.end, reason=each.reason, yearly=each.yearly,
        )
        for each in NOON_CLOSURES
    )  # fmt: skip


def _install_texts(municipality: Municipality, *, invented: bool) -> None:
    for text in default_texts(invented=invented):
        models.FrontText.objects.get_or_create(
            municipality=municipality, key=text.key, language="nb",
            defaults={"title": text.title, "body": text.body, "published": text.published},
        )  # fmt: skip
