"""What may leave the house: the switch that holds a case back, the parent who for safety is not told, a protected address."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from oppvekst.law.calendar import in_words
from oppvekst.law.citation import bvl
from oppvekst.law.verdict import Verdict


class Recipient(StrEnum):
    """Where something is about to go."""

    PARENT = "parent"
    HOUSEHOLD = "household"  # the child's address, or a phone or mailbox that others can open
    FAMILY = "family"
    CHILD_SAFE_WAY = "child_safe_way"
    PRIVATE_REPORTER = "private_reporter"
    PUBLIC_BODY = "public_body"
    OTHER_SERVICE = "other_service"
    POLICE = "police"


_FREE_WHILE_HELD = {
    Recipient.CHILD_SAFE_WAY,
    Recipient.PRIVATE_REPORTER,
    Recipient.PUBLIC_BODY,
    Recipient.OTHER_SERVICE,
    Recipient.POLICE,
}


@dataclass(frozen=True)
class Held:
    """Suspected violence or abuse: nothing may reach the parents until someone lifts it."""

    reason: str
    owner: str
    since: datetime
    review_on: date
    lifted_at: datetime | None = None

    def in_force(self, at: datetime) -> bool:
        """From the moment it was set until it is lifted; a passed review day does not lift it."""
        return self.since <= at and (self.lifted_at is None or at < self.lifted_at)


ASKED = (
    "Det er bedt om at foreldrene ikke får vite om meldingen nå. Finn ut hvem barnet er, så sperren kan stå på saken og "
    "vurderes der. Fristene løper som før."
)
KEPT_OUT = (
    "En forelder skal av hensyn til sikkerheten ikke varsles i denne saken. Se hvem svaret går til, og send det ikke til hjemmet "
    "før den som bestemte det, har opphevet det."
)
# What may reach a parent who is not to be told.
_REACHES_A_PARENT = {Recipient.PARENT, Recipient.HOUSEHOLD, Recipient.FAMILY}
UNSEEN = (
    "Du har ikke tilgang til barnets sak, og kan ikke se om noe er holdt tilbake for foreldrene. "
    "Be den som har saken, om å svare."
)

REVEALS = (
    "Det som skal sendes, kan vise hvor en beskyttet person bor, går på skole eller kan nås. Ta det ut, eller be en som er "
    "betrodd adressen, om å sende det på den trygge måten."
)


def may_leave_the_house(
    recipient: Recipient, hold: Held | None, *, at: datetime, asked: bool = False, unseen: bool = False,
    kept_out: bool = False,
    reveals: bool = False,
) -> Verdict:  # fmt: skip
    """Whether anything on this case may go out by any door now: letter, message, page, calendar or receipt.

    What is held waits; the limits of the law run on meanwhile (bvl §§ 1-3, 12-6). ``asked``: somebody has asked for it, and
    there is no case yet for a switch to stand on. ``unseen``: there is a case, and whoever asks cannot see it.
    ``kept_out``: a parent is not to be told, for safety (bvl § 12-2 second paragraph).
    ``reveals``: the words tell where a protected person is, which nobody outside gets, whoever sends it (bvl § 13-5 (3)).
    """
    if reveals:
        return Verdict(False, REVEALS, bvl("13-1") & bvl("13-5", 3) & bvl("7-2", 3))
    if kept_out and recipient in _REACHES_A_PARENT:
        return Verdict(False, KEPT_OUT, bvl("12-2", 2))
    law = bvl("1-3") & bvl("12-6")
    standing = hold if hold and hold.in_force(at) else None
    if not (standing or asked or unseen):
        return Verdict(True, "Ingenting er holdt tilbake i saken.", law)
    if recipient in _FREE_WHILE_HELD:
        return Verdict(True, "Denne mottakeren kan få brevet, også når saken er holdt tilbake for foreldrene.", law)
    if standing is None:
        return Verdict(False, ASKED if asked else UNSEEN, law)
    sentence = (
        f"Saken er holdt tilbake: {standing.reason}. Ingenting kan sendes til hjemmet før {standing.owner} opphever det. "
        f"Det vurderes på nytt {in_words(standing.review_on)}. Fristene løper som før."
    )
    return Verdict(False, sentence, law)
