"""A meeting is planned, the child is asked, everybody is told what they may know, and it is held or cancelled."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.meetings.models import MEETING_CHANGES, ChildWish, Invitation, Meeting
from oppvekst.domain.meetings.queries import Outgoing, facts_of, get_group, get_meeting, invitations_of, outgoing
from oppvekst.domain.meetings.rules import (
    AHEAD,
    CANCEL,
    HOLD,
    INVITE,
    MACHINE,
    NOT_IN_INVITATION,
    RIGHTS,
    WRITE,
    Comes,
    tells_a_result,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

TOLD = ("told", "themes", "sequence", "sent_at", "stopped")


@dataclass(frozen=True, kw_only=True)
class When:
    """Time, place, and what is to be talked of."""

    starts_at: datetime
    ends_at: datetime
    place: str
    place_tells: bool = False
    video_link: str = ""
    agenda: str = ""


def plan_meeting(group_id: UUID, when: When, *, by: Actor, at: datetime) -> Meeting:
    """Plan a meeting. Nobody outside is told anything yet (bvl § 13-1)."""
    with act("meeting.planned", by=by, at=at, right=WRITE, law="bvl § 15-8") as entry:
        group = get_group(group_id)
        if group.closed_at:
            raise NotAllowed("Gruppa er avsluttet. Begynn en ny hvis dere skal møtes igjen.")
        _check(when)
        meeting = Meeting.objects.create(
            municipality_id=by.municipality, case=group.case, group=group, state=MACHINE.initial, opened_by=by.person,
            opened_at=at, **_columns(when),
        )  # fmt: skip
        entry.about(meeting.id, case_id=group.case_id, says="Et møte er planlagt.", group=str(group.id))
    return meeting


def move_meeting(meeting_id: UUID, when: When, *, by: Actor, at: datetime) -> None:
    """Another time or place. Whoever was told is told anew when the invitations are sent again."""
    with act("meeting.moved", by=by, at=at, right=WRITE, law="bvl § 15-8") as entry:
        meeting = get_meeting(meeting_id)
        if meeting.state not in AHEAD:
            raise NotAllowed("Møtet er holdt eller avlyst, og kan ikke flyttes.")
        _check(when)
        for name, value in _columns(when).items():
            setattr(meeting, name, value)
        meeting.save(update_fields=MEETING_CHANGES)
        entry.about(meeting.id, case_id=meeting.case_id, says="Møtet har fått ny tid eller nytt sted.")


def ask_child(
    meeting_id: UUID, *, comes: str, words: str = "", by_whom: str = "", asked_on: date, by: Actor, at: datetime
) -> ChildWish:
    """What the child wants raised and whether it comes, in its own choice (bvl § 1-4)."""
    with act("meeting.child_asked", by=by, at=at, right=WRITE, law="bvl § 1-4") as entry:
        meeting = get_meeting(meeting_id)
        if comes not in set(Comes):
            raise Incomplete({"comes": "Velg om barnet vil være med."})
        if comes == Comes.BY_ANOTHER and not by_whom.strip():
            raise Incomplete({"by_whom": "Skriv hvem barnet vil at skal si det."})
        wish = ChildWish.objects.create(
            municipality_id=by.municipality, case=meeting.case, meeting=meeting, asked_on=asked_on, words=words.strip(),
            comes=comes, by_whom=by_whom.strip(), noted_by=by.person, noted_by_name=by.name,
        )  # fmt: skip
        entry.about(
            meeting.id, case_id=meeting.case_id, says="Barnet er spurt hva det vil ta opp, og om det vil komme."
        )
    return wish


def not_asked(group_id: UUID, reason: str, *, by: Actor, at: datetime) -> None:
    """Why the child is not asked: young as it may be, that is said and not forgotten (bvl § 1-4)."""
    with act("meeting.child_not_asked", by=by, at=at, right=WRITE, law="bvl § 1-4") as entry:
        group = get_group(group_id)
        if not reason.strip():
            raise Incomplete({"reason": "Skriv hvorfor barnet ikke er spurt."})
        group.not_asked_reason = reason.strip()
        group.save(update_fields=["not_asked_reason"])
        entry.about(group.id, case_id=group.case_id, says="Det er begrunnet hvorfor barnet ikke er spurt.")


def invite(meeting_id: UUID, *, by: Actor, at: datetime) -> list[Invitation]:
    """Ask everybody, each told only what the consents cover; where one is lacking or taken back, nothing goes (bvl § 13-1)."""
    with act("meeting.invited", by=by, at=at, right=RIGHTS[INVITE], law=MACHINE.step(INVITE).citation) as entry:
        meeting = get_meeting(meeting_id)
        sends = outgoing(meeting, at=at)
        meeting.state = MACHINE.take(meeting.state, INVITE, facts_of(meeting, at=at, sends=sends))
        meeting.save(update_fields=["state"])
        before = {one.member_id: one for one in invitations_of(meeting.id)}
        made = [_send(meeting, one, before.get(one.row.member.id), at) for one in sends]
        went = sum(not one.stopped for one in made)
        entry.about(
            meeting.id,
            case_id=meeting.case_id,
            says=f"{went} ble invitert til et møte, {len(made) - went} ble stanset.",
        )
    return made


def hold(meeting_id: UUID, attended: Collection[UUID], *, by: Actor, at: datetime) -> None:
    """The meeting has been, with these members there (bvl § 12-4)."""
    with act("meeting.held", by=by, at=at, right=RIGHTS[HOLD], law=MACHINE.step(HOLD).citation) as entry:
        meeting = get_meeting(meeting_id)
        asked = invitations_of(meeting.id)
        there = {one.id for one in asked if one.member_id in attended}
        facts = replace(facts_of(meeting, at=at), attended=len(there))
        meeting.state, meeting.held_on = MACHINE.take(meeting.state, HOLD, facts), oslo_date(meeting.starts_at)
        meeting.save(update_fields=["state", "held_on"])
        for one in asked:
            one.attended = one.id in there
            one.save(update_fields=["attended"])
        entry.about(meeting.id, case_id=meeting.case_id, says=f"Møtet ble holdt med {len(there)} til stede.")


def cancel(meeting_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """The meeting does not take place; every calendar that has it is told (bvl § 12-4)."""
    with act("meeting.cancelled", by=by, at=at, right=RIGHTS[CANCEL], law=MACHINE.step(CANCEL).citation) as entry:
        meeting = get_meeting(meeting_id)
        facts = replace(facts_of(meeting, at=at), reasons=reasons)
        meeting.state, meeting.cancelled_words = MACHINE.take(meeting.state, CANCEL, facts), reasons.strip()
        meeting.save(update_fields=["state", "cancelled_words"])
        for one in invitations_of(meeting.id):
            if one.sent_at:
                one.told, one.sequence = {**one.told, "cancelled": True}, one.sequence + 1
                one.save(update_fields=["told", "sequence"])
        entry.about(meeting.id, case_id=meeting.case_id, says="Møtet er avlyst.")


def _send(meeting: Meeting, out: Outgoing, before: Invitation | None, at: datetime) -> Invitation:
    """What is told anew gets the next number; what is stopped now says why, and keeps what was sent before."""
    member = out.row.member
    one = before or Invitation(
        municipality_id=meeting.municipality_id, case_id=meeting.case_id, meeting=meeting, member=member,
        person_id=member.person_id,
    )  # fmt: skip
    one.stopped = out.stopped
    if not out.stopped and one.told != out.told:
        one.sequence += 1 if one.sent_at else 0
        one.told, one.themes, one.sent_at = out.told, list(out.themes), at
    one.save(update_fields=TOLD if before else None)
    return one


def _check(when: When) -> None:
    lacking = {}
    if not when.place.strip():
        lacking["place"] = "Skriv hvor dere møtes."
    if when.ends_at <= when.starts_at:
        lacking["ends"] = "Møtet må slutte etter at det begynner."
    if when.video_link.strip() and not when.video_link.strip().startswith("https://"):
        lacking["video_link"] = "Lenken må begynne med https://."
    if tells_a_result(when.agenda):
        lacking["agenda"] = NOT_IN_INVITATION
    if lacking:
        raise Incomplete(lacking)


def _columns(when: When) -> dict[str, object]:
    return {
        "starts_at": when.starts_at, "ends_at": when.ends_at, "place": when.place.strip(), "place_tells": when.place_tells,
        "video_link": when.video_link.strip(), "agenda": when.agenda.strip(),
    }  # fmt: skip
