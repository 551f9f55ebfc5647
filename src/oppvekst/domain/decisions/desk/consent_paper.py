"""The paper somebody signs: the words, why this person is asked, and what a yes means (bvl §§ 3-1, 12-3).

One paper for each person. It holds that person's own name and address, and nothing about the others who are asked.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.cases.models import Party
from oppvekst.domain.cases.queries import may_go_out
from oppvekst.domain.cases.rules.outward import Recipient
from oppvekst.domain.decisions.models import ConsentText
from oppvekst.domain.decisions.queries.consent import Row, Standing
from oppvekst.domain.information.queries.letterhead import letterhead
from oppvekst.domain.people.queries import envelope
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.letters import Lang, Letter, render
from oppvekst.law.refusals import NotAllowed

LANGUAGES: dict[str, Lang] = {"nb": "nb", "nn": "nn", "en": "en"}
# What tells a text from another, short enough to read out on the phone.
SHORT = 12


def paper(now: Standing, row: Row, home: Municipality, *, language: str, at: datetime) -> Letter:
    """The form for one person, refused while nothing may reach whoever it goes to."""
    text, person = now.text, row.person_id
    own = person == text.case.child_id
    verdict = may_go_out(text.case_id, Recipient.CHILD_SAFE_WAY if own else Recipient.PARENT, at=at, said=text.body)
    if person is None or not verdict:
        raise NotAllowed(verdict.sentence, verdict.citation)
    body = [line for line in text.body.splitlines() if line.strip()]
    values = {
        "addressee": {"name": row.line.name, "lines": _lines(person)}, "child": text.case.child.name, "own": own,
        "kind": text.kind, "why": _why(now, row, own=own), "body": body, "mark": mark(text),
        "begins": text.begins_on.isoformat() if text.begins_on else "", "written": row.line.written, "handed": row.line.handed,
        "reference": text.case.number,
    }  # fmt: skip
    lang = LANGUAGES.get(language, "nb")
    return render("decisions/consent_form", values, lang=lang, letterhead=letterhead(home), at=at)


def _lines(person: UUID) -> list[str]:
    """Where it may be sent; nothing where we have no address, or one that is not ours to write: then it is handed over."""
    try:
        return list(envelope(person)[1:])
    except NotAllowed:
        return []


def mark(text: ConsentText) -> str:
    """The beginning of the text's mark, as it stands on the paper and on the page."""
    return text.version[:SHORT]


def _why(now: Standing, row: Row, *, own: bool) -> str:
    if own:
        return "child"
    one = next(each for each in now.situation.others if each.key == row.line.who)
    if one.responsibility:
        return "responsibility"
    return "guardian" if one.role == Party.Part.GUARDIAN else "other"
