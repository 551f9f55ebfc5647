"""PDFs of the room: the letter to a reporter as it would go, and the form for the night the system is down."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from oppvekst.domain.concerns.desk import spoken
from oppvekst.domain.concerns.desk.answers import answer_of, told
from oppvekst.domain.concerns.desk.deciders import deciders
from oppvekst.domain.concerns.models import Concern, Enquiry
from oppvekst.domain.concerns.rules import FEEDBACK_AFTER_INVESTIGATION
from oppvekst.domain.concerns.rules.message import Who
from oppvekst.domain.information.queries.letterhead import letterhead
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.letters import Letter, render
from oppvekst.law.calendar import oslo_date


def answer(concern: Concern, home: Municipality, *, at: datetime) -> Letter:
    """The letter that answers this reporter, on the service's paper (bvl § 13-3)."""
    enquiry = concern.enquiry
    values: dict[str, Any] = {
        "addressee": _addressee(enquiry), "received": oslo_date(concern.received_at).isoformat(), "reference": enquiry.reference,
    }  # fmt: skip
    if after_investigation(concern):
        ended = {"concluded": concern.investigation_ended_on.isoformat(), "followed_up": bool(concern.followed_up)}  # type: ignore[union-attr]
        values |= {"children": [{"name": spoken.child_name(concern), **ended}]}
        return render("concerns/feedback_after_investigation", values, lang="nb", letterhead=letterhead(home), at=at)
    if enquiry.reporter == Who.PUBLIC:
        children = [{"name": spoken.child_name(concern), "outcome": told(concern)}]
        return render(
            "concerns/feedback", {**values, "children": children}, lang="nb", letterhead=letterhead(home), at=at
        )
    return render("concerns/receipt", values, lang="nb", letterhead=letterhead(home), at=at)


def after_investigation(concern: Concern) -> bool:
    """Whether it is the second answer, after an investigation, that is owed or was the last to be sent."""
    return answer_of(concern, today=date.max).proposal.owed.due.rule.id == FEEDBACK_AFTER_INVESTIGATION.id


def night_form(home: Municipality, *, at: datetime, today: date) -> Letter:
    """One page to lie by the phone, with who may decide tonight: what is written there is entered afterwards."""
    people = [person for person in deciders(home.number, today=today) if person["phone"]]
    return render("concerns/night_form", {"people": people}, lang="nb", letterhead=letterhead(home), at=at)


def _addressee(enquiry: Enquiry) -> dict[str, Any]:
    place = enquiry.body_address or enquiry.address
    lines = [f"v/ {enquiry.name}"] if enquiry.body and enquiry.name else []
    lines += [line for line in spoken.address(place).split("\n") if line]
    return {"name": enquiry.body or enquiry.name, "lines": lines}
