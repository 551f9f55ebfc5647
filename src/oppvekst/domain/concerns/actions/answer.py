"""Answering the reporter (bvl § 13-3): the house proposes, a person sends, and the hold-back switch is obeyed."""

from __future__ import annotations

import hashlib
from datetime import datetime
from uuid import UUID

from oppvekst.domain.concerns.actions.limits import settle_limits
from oppvekst.domain.concerns.actions.locked import locked
from oppvekst.domain.concerns.models import Concern, Feedback
from oppvekst.domain.concerns.queries.feedback import Proposal, current, may_answer, on_envelope, proposals
from oppvekst.domain.concerns.rules.reporter import Sending
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete, NotAllowed


def send_feedback(concern_id: UUID, *, route: str, by: Actor, at: datetime) -> Feedback:
    """Send the answer that is owed, with the content the law gives this kind of reporter and nothing more."""
    with act("feedback.sent", by=by, at=at, right="feedback.write", law="bvl § 13-3") as entry:
        concern = locked(concern_id)
        proposal = _open_proposal(concern)
        _refuse_unless_it_may_go(concern, proposal, route, at)
        feedback = _keep(concern, proposal, by=by, at=at, state=Feedback.State.SENT, route=route)
        entry.about(
            concern.id, case_id=concern.case_id, says=f"Svar til melder sendt ({feedback.get_route_display()})."
        )
    return feedback


def omit_feedback(concern_id: UUID, why: str, *, by: Actor, at: datetime) -> Feedback:
    """Leave the confirmation out (bvl § 13-3 (1) second sentence): obviously unfounded, or other special reasons."""
    if not why.strip():
        raise Incomplete({"why": "Skriv hvilke særlige hensyn som gjør at bekreftelsen utelates."}, bvl("13-3", 1))
    with act("feedback.omitted", by=by, at=at, right="feedback.write", law="bvl § 13-3 (1)") as entry:
        concern = locked(concern_id)
        feedback = _keep(concern, _open_proposal(concern), by=by, at=at, state=Feedback.State.OMITTED, why=why.strip())
        entry.about(concern.id, case_id=concern.case_id, says=f"Svar til melder utelatt: {why.strip()}")
    return feedback


def _open_proposal(concern: Concern) -> Proposal:
    proposal = current(proposals(concern, Feedback.objects.filter(concern=concern)))
    if proposal.settled:
        raise NotAllowed("Svaret er allerede avgjort.")
    if proposal.impossible:
        raise NotAllowed("Melder er anonym, så det finnes ingen å svare.", bvl("13-3", 1))
    if proposal.waits:
        raise NotAllowed(proposal.waits, bvl("13-3", 2))
    return proposal


def _refuse_unless_it_may_go(concern: Concern, proposal: Proposal, route: str, at: datetime) -> None:
    safe = {Feedback.Route.SAFE_WAY, Feedback.Route.IN_PERSON}
    if proposal.owed.letter is Sending.SAFE_WAY and route not in safe:
        raise NotAllowed(
            "Barnet skal svares på den trygge måten det selv har valgt. Ikke brev, ikke telefon hjem.", bvl("1-4")
        )
    envelope = on_envelope(concern) if route == Feedback.Route.LETTER else ""
    verdict = may_answer(concern, at=at, said=f"{proposal.text}\n{envelope}")
    if not verdict:
        raise NotAllowed(verdict.sentence, verdict.citation)


def _keep(
    concern: Concern, proposal: Proposal, *, by: Actor, at: datetime, state: str, route: str = "", why: str = ""
) -> Feedback:
    feedback = Feedback.objects.create(
        municipality_id=by.municipality, concern=concern, rule=proposal.owed.due.rule.id, state=state, route=route, why=why,
        contents=[str(part) for part in proposal.owed.content], text=proposal.text if state == Feedback.State.SENT else "",
        settled_at=at, settled_by=by.staff_id, digest=hashlib.sha256(proposal.text.encode()).hexdigest(),
    )  # fmt: skip
    settle_limits(concern)
    return feedback
