"""Consent to share: per receiver and theme, from whom it concerns, taken back whenever she wants (bvl § 13-1; fvl § 13 a)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.meetings.models import Invitation, Member, Sharing
from oppvekst.domain.meetings.queries import get_member, givers_of, outgoing
from oppvekst.domain.meetings.rules import AHEAD, SHARING_LAW, THEMES, WRITE, Giver, Theme
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete


def record_sharing(
    member_id: UUID, giver_id: UUID, themes: Collection[str], *, given_on: date, how: str = "", by: Actor, at: datetime
) -> None:
    """Write that one it concerns lets this member know of these themes (fvl § 13 a)."""
    with act("sharing.given", by=by, at=at, right=WRITE, law=SHARING_LAW) as entry:
        member = get_member(member_id)
        giver = _giver(member, giver_id, at)
        _check(themes, given_on, at)
        standing = set(
            Sharing.objects.filter(member=member, giver_id=giver.id, withdrawn_on=None).values_list("theme", flat=True)
        )
        Sharing.objects.bulk_create(
            Sharing(
                municipality_id=by.municipality, case_id=member.case_id, member=member, theme=theme, giver_id=giver.id,
                giver_name=giver.name, given_on=given_on, how=how.strip(), noted_by=by.person, noted_by_name=by.name,
            )
            for theme in themes if theme not in standing
        )  # fmt: skip
        told = _in_words(themes)
        entry.about(
            member.id, case_id=member.case_id, says=f"{giver.name} samtykket til at {member} får vite om {told}."
        )


def withdraw_sharing(
    member_id: UUID, giver_id: UUID, themes: Collection[str], *, on: date, words: str = "", by: Actor, at: datetime
) -> None:
    """A consent is taken back: the next invitation stops, and what was lawfully given stays where it is (fvl § 13 a)."""
    with act("sharing.withdrawn", by=by, at=at, right=WRITE, law=SHARING_LAW) as entry:
        member = get_member(member_id)
        giver = _giver(member, giver_id, at)
        _check(themes, on, at)
        standing = Sharing.objects.filter(member=member, giver_id=giver.id, withdrawn_on=None, theme__in=list(themes))
        if not standing.update(withdrawn_on=on, withdrawn_words=words.strip(), withdrawn_noted_by=by.person):
            raise Incomplete({"themes": "Det er ikke ført noe samtykke til dette som kan trekkes."})
        _stop_what_is_ahead(member, at)
        told = _in_words(themes)
        entry.about(
            member.id, case_id=member.case_id, says=f"{giver.name} trakk samtykket til at {member} får vite om {told}."
        )


def _stop_what_is_ahead(member: Member, at: datetime) -> None:
    """What has gone out cannot be called back; that it no longer holds stands on the meeting."""
    ahead = Invitation.objects.filter(member=member, meeting__state__in=AHEAD).select_related(
        "meeting__group__case", "meeting__case"
    )
    for one in ahead:
        why = next((each.stopped for each in outgoing(one.meeting, at=at) if each.row.member.id == member.id), "")
        if why:
            one.stopped = why
            one.save(update_fields=["stopped"])


def _giver(member: Member, giver_id: UUID, at: datetime) -> Giver:
    givers = {one.id: one for one in givers_of(member.group.case, today=oslo_date(at))}
    if giver_id not in givers:
        raise Incomplete({"giver": "Velg en som har foreldreansvar, eller barnet når det har fylt 15."})
    return givers[giver_id]


def _check(themes: Collection[str], on: date, at: datetime) -> None:
    if not themes or not set(themes) <= set(Theme):
        raise Incomplete({"themes": "Velg minst ett tema."})
    if on > oslo_date(at):
        raise Incomplete({"given_on": "Dagen har ikke vært ennå."})


def _in_words(themes: Collection[str]) -> str:
    return ", ".join(THEMES[Theme(one)].lower() for one in themes)
