"""Sealing by the clock, and handing each new head to the witness."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings

from oppvekst.adapters.witness import FolderWitness, Kept, Witness
from oppvekst.ground.database.acting import acting
from oppvekst.ground.journal.sealing import seal
from oppvekst.ground.journal.verifying import Head, Verdict, heads, verify

TASK = "journal.seal"


def _kept(head: Head) -> Kept:
    return Kept(head.municipality, head.trail, head.batch, head.digest)


def seal_and_hand_out(*, at: datetime, witness: Witness | None = None) -> int:
    """Seal what is finished, and let the witness keep the heads, also those of a time when it was away."""
    made = seal(at=at)
    keeper = witness or FolderWitness(settings.WITNESS)
    with acting("worker"):
        found = heads()
    for head in found:
        keeper.keep(_kept(head))
    return sum(each.rows for each in made)


def hand_out_day(*, today: date, witness: Witness | None = None) -> None:
    """Let the witness keep how every chain stands today, in one piece that can be sent on."""
    with acting("worker"):
        found = heads()
    (witness or FolderWitness(settings.WITNESS)).keep_day(today, [_kept(head) for head in found])


def verify_against(witness: Witness | None = None) -> Verdict:
    """Check every chain, also against what the witness has kept."""
    kept = (witness or FolderWitness(settings.WITNESS)).kept()
    return verify(Head(each.municipality, each.trail, each.batch, each.digest) for each in kept)
