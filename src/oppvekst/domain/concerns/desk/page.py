"""Everything the page of one concern shows, gathered in a fixed number of questions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.queries import hold_back
from oppvekst.domain.concerns import queries
from oppvekst.domain.concerns.desk import matching, pointing, proposals, spoken, trail
from oppvekst.domain.concerns.desk.alarms import ringing
from oppvekst.domain.concerns.desk.answers import answer_of
from oppvekst.domain.concerns.desk.frame import known, reads_files
from oppvekst.domain.concerns.desk.steps import next_steps
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules import REVIEW, may_open_for_unborn
from oppvekst.domain.concerns.rules.deadlines import INTERIM_REPLY
from oppvekst.domain.concerns.rules.message import Wish
from oppvekst.domain.concerns.rules.unborn import still_unborn
from oppvekst.ground.access.actor import Actor
from oppvekst.law.calendar import oslo_date

LIST = _("Meldinger")


def context(concern: Concern, by: Actor, *, today: date) -> dict[str, Any]:
    """The whole page."""
    ahead = queries.outlook(concern, today=today)
    others = list(queries.siblings(concern))
    where = queries.shows_where(concern)
    return {
        **head(concern, today=today), "words": pointing.words(concern, others), "facts": spoken.facts(concern), "today": today,
        "guardians": spoken.guardians(concern, where=where),
        "reporter": spoken.reporter_facts(concern.enquiry, where=where),
        "kept_apart": spoken.kept_apart(concern.enquiry), **next_steps(concern, ahead, by),
        "proposal": proposals.proposal(concern, by), "refused": proposals.refused(concern, by),
        "conclusion": proposals.conclusion(concern), "assessments": assessments(concern),
        "alarms": ringing(by, today=today, about=concern.id), "answer": answer_of(concern, today=today),
        "applications": applications(concern, by), "own_route": spoken.own_route(concern),
        "entries": trail.entries_of(concern.id, by), "rights": by.rights, **child(concern, by, others, today=today),
    }  # fmt: skip


def head(concern: Concern, *, today: date) -> dict[str, Any]:
    """Name, where from, and the limit: on top of the concern and of every act on it."""
    return {
        "concern": concern, "enquiry": concern.enquiry, "title": spoken.title(concern), "limit": limit(concern), "today": today,
        "child_name": spoken.child_name(concern), "child_age": spoken.child_age(concern, today=today),
        "state_title": spoken.state_title(concern),
        "crumbs": [(LIST, reverse("desk:concerns")), (concern.number, "")],
    }  # fmt: skip


def limit(concern: Concern) -> dict[str, Any]:
    """The week of review (D01), how it was counted, and when it was kept."""
    due = REVIEW.due(oslo_date(concern.received_at))
    kept = oslo_date(concern.concluded_at) if concern.concluded_at else None
    return {"due": due.due, "law": due.rule.citation, "steps": due.steps, "kept_on": kept}


def child(concern: Concern, by: Actor, others: Iterable[Concern], *, today: date) -> dict[str, Any]:
    """Who the child may be, and what came before."""
    known_of = matching.known_of(concern)
    return {
        "linked": bool(concern.case_id), "case_url": known("case", concern.case_id) if concern.case_id and concern.case else "",
        "case_hidden": bool(concern.case_id and concern.case is None),
        "candidates": [matching.candidate(hit, known_of, concern, today=today) for hit in _candidates(concern, by)],
        "child_facts": spoken.child_facts(concern, where=queries.shows_where(concern)),
        "earlier": queries.earlier(concern) if by.may("concern.link") else [],
        "siblings": [_sibling(other, today) for other in others],
        "hold": hold_back(concern.case_id) if concern.case_id and concern.case else None,
        "unborn": still_unborn(unborn=concern.unborn, born_on=concern.reported_born_on), "may_open": _may_open(concern),
    }  # fmt: skip


def assessments(concern: Concern) -> list[Any]:
    """The immediate-help assessments, the newest first. None is ever hidden by a later one."""
    return list(reversed(concern.assessments.all()))


def applications(concern: Concern, by: Actor) -> list[dict[str, Any]]:
    """What the family asks for, with the limit of its own (fvl § 11 a). On call does not read applications."""
    if concern.enquiry.wish == Wish.WORRY or not reads_files(by):
        return []
    found = concern.enquiry.applications.order_by("received_at")
    return [
        {"words": application.words, "limit": _interim(oslo_date(application.received_at))} for application in found
    ]


def _interim(received_on: date) -> dict[str, Any]:
    due = INTERIM_REPLY.due(received_on)
    return {"due": due.due, "law": due.rule.citation, "steps": due.steps}


def _candidates(concern: Concern, by: Actor) -> list[Any]:
    return queries.candidates(concern) if by.may("concern.link") else []


def _sibling(other: Concern, today: date) -> dict[str, Any]:
    return {
        "icon": "person-circle", "title": spoken.child_name(other), "href": reverse("desk:concern", args=[other.id]),
        "note": f"{other.number}, {spoken.state_title(other)}",
    }  # fmt: skip


def _may_open(concern: Concern) -> Any:
    return may_open_for_unborn(
        woman_consents=bool(concern.consent_of_pregnant), notice_of_detention=concern.detention_notice
    )
