"""A concern arrives, by whatever door. Stored, then acknowledged: the receipt is given after the transaction."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from oppvekst.domain.concerns.actions.assess import RIGHT as ASSESS
from oppvekst.domain.concerns.actions.assess import Answer, assess_on_arrival, demand_answer, stand_assessed
from oppvekst.domain.concerns.actions.limits import limits_of, limits_of_application
from oppvekst.domain.concerns.models import Application, Concern, Enquiry, Passage
from oppvekst.domain.concerns.rules import RECEIVED
from oppvekst.domain.concerns.rules.message import ConcernMessage, ReportedChild, Who, Wish, check, cleaned
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.alarms import raise_alarm
from oppvekst.ground.agenda.planned import announce
from oppvekst.ground.database.logins import CASE, ONCALL
from oppvekst.ground.journal.acts import act

# Letters and digits that cannot be mistaken for each other when read aloud or written by hand: 12 of 32 is 60 bits.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
GROUPS, LETTERS = 3, 4
RIGHTS = {"portal": "concern.send", "desk": "concern.register", "worker": "concern.receive"}
NEUTRAL = "En ny melding må leses nå. Logg inn for å se den."
ARRIVED = {
    Wish.WORRY: "Bekymringsmelding om {children} kom inn ({channel}).",
    Wish.HELP: "Søknad om hjelp for {children} kom inn ({channel}).",
    Wish.BOTH: "Bekymringsmelding om {children} og søknad om hjelp kom inn ({channel}).",
}


@dataclass(frozen=True)
class Received:
    """What came of one sending: a reference for the sender, and the concerns it became."""

    enquiry_id: UUID
    reference: str
    concerns: tuple[UUID, ...]


def receive(
    message: ConcernMessage,
    *,
    by: Actor,
    at: datetime,
    received_at: datetime | None = None,
    entered_later: bool = False,
    assessed: Answer | None = None,
) -> Received:
    """Receive a concern by any door (bvl § 2-1): one concern for each child, limits counted from true receipt.

    ``received_at`` is given when it reached the service before it was entered: the letter that lay in the box, the
    paper form of the night the system was down. ``assessed`` is what the one who wrote it down has answered about
    immediate help (D02), with the reasons; it stands on each child's concern.
    """
    check(message)
    if assessed:
        by.must(ASSESS)
        demand_answer(assessed)
    message = cleaned(message)
    with act("concern.received", by=by, at=at, right=RIGHTS[by.face], law="bvl § 2-1 (1)") as entry:
        enquiry = _enquiry(message, by=by, at=at, received_at=received_at or at, entered_later=entered_later)
        concerns = [_concern(message, child, enquiry, by=by, at=at, assessed=assessed) for child in message.children]
        if message.meant is not Wish.WORRY:
            _application(message, enquiry)
        if message.rings:
            raise_alarm(concerns[0].id, kind="danger", words=NEUTRAL, municipality=by.municipality, at=at)
        entry.about(enquiry.id, says=_told(message, len(concerns)), channel=message.channel, concerns=len(concerns))
    return Received(enquiry.id, enquiry.reference, tuple(concern.id for concern in concerns))


def new_reference() -> str:
    """A random reference that says nothing about when, how many or where: «7K3M-Q9TR-2BXD»."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS))


def _enquiry(
    message: ConcernMessage, *, by: Actor, at: datetime, received_at: datetime, entered_later: bool
) -> Enquiry:
    sender = message.sender
    enquiry = Enquiry(
        municipality_id=by.municipality, reference=new_reference(), channel=message.channel, received_at=received_at,
        registered_at=at, entered_later=entered_later, language=message.language, interpreter=message.interpreter,
        wish=message.meant, reporter=sender.who, reporter_code=sender.reporter_code, anonymity=sender.anonymity, name=sender.name,
        role=sender.role, phone=sender.phone, email=sender.email, address=sender.address, body=sender.body,
        body_number=sender.body_number, body_address=sender.body_address, relation=sender.relation,
        safe_way=sender.safe_way,
    )  # fmt: skip
    enquiry.save(force_insert=True)
    return enquiry


def _concern(
    message: ConcernMessage, child: ReportedChild, enquiry: Enquiry, *, by: Actor, at: datetime, assessed: Answer | None
) -> Concern:
    concern = _row(message, child, enquiry)
    _keep_in_sight(concern, by)
    if assessed:
        stand_assessed(concern, assessed, at)
    concern.save(force_insert=True)
    Passage.objects.bulk_create(
        Passage(municipality_id=enquiry.municipality_id, concern=concern, place=place, heading=heading, text=text)
        for place, (heading, text) in enumerate(_paragraphs(message))
    )
    announce(limits_of(concern))
    if assessed:
        assess_on_arrival(concern, assessed, by=by, at=at)
    return concern


def _keep_in_sight(concern: Concern, by: Actor) -> None:
    """Outside the intake one sees only what one has: whoever writes a concern down goes on seeing it."""
    if by.hat == CASE:
        concern.handler, concern.handler_name = by.staff_id, by.name
    if by.hat == ONCALL:
        concern.oncall_queue = by.municipality


def _row(message: ConcernMessage, child: ReportedChild, enquiry: Enquiry) -> Concern:
    municipality = enquiry.municipality_id
    return Concern(
        id=uuid4(), municipality_id=municipality, enquiry=enquiry, state=RECEIVED, received_at=enquiry.received_at,
        intake_queue=None if message.own_house else municipality, oncall_queue=municipality if message.rings else None,
        child_name=child.name, child_number=child.number, child_birth_date=child.birth_date, child_age=child.age,
        child_address=child.address, child_school=child.school, child_phone=child.phone, unborn=child.unborn,
        due_date=child.due_date, look_again_on=child.due_date if child.unborn else None,
        consent_of_pregnant=child.consent_of_pregnant, guardians=[dict(guardian) for guardian in message.guardians],
        other_bodies=message.other_bodies, danger=message.danger, triggers=list(message.triggers),
        family_knows=child.family_knows, family_words=child.family_words, own_house=message.own_house,
        hold_back_asked=message.hold_back_asked or message.sender.who in {Who.CHILD, Who.YOUTH},
    )  # fmt: skip


def _paragraphs(message: ConcernMessage) -> list[tuple[str, str]]:
    """Each paragraph by itself, so that one can be masked without the others."""
    return [
        (said.heading, paragraph.strip())
        for said in message.said
        for paragraph in said.text.replace("\r\n", "\n").replace("\x00", "").split("\n\n")
        if paragraph.strip()
    ]


def _application(message: ConcernMessage, enquiry: Enquiry) -> None:
    application = Application(
        municipality_id=enquiry.municipality_id, enquiry=enquiry, applicant=message.sender.who,
        intake_queue=enquiry.municipality_id, words=message.help_wanted.strip(), received_at=enquiry.received_at,
    )  # fmt: skip
    application.save(force_insert=True)
    announce(limits_of_application(application))


def _told(message: ConcernMessage, count: int) -> str:
    children = "ett barn" if count == 1 else f"{count} barn"
    return ARRIVED[message.meant].format(children=children, channel=Enquiry.Channel(message.channel).label)
