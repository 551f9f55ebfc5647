"""The written answer to a request to see the file, on the service's paper (bvl § 12-6; fvl § 21)."""

from __future__ import annotations

from datetime import datetime

from oppvekst.domain.cases.models import FileRequest
from oppvekst.domain.cases.queries.insight import grounds_of, renditions
from oppvekst.domain.cases.rules.insight import representative_is_owed
from oppvekst.domain.information.queries.letterhead import letterhead
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.letters import Letter, render


def answer_letter(asked: FileRequest, home: Municipality, *, at: datetime) -> Letter:
    """Document by document, each with the exact rule. What is withheld, and why in this case, stands nowhere in it."""
    rows = [(one, grounds_of(one)) for one in renditions(asked)]
    name = asked.party.person.name
    through = [f"v/ {asked.representative}"] if asked.representative else []
    values = {
        "addressee": {"name": name, "lines": through}, "asked": asked.asked_on.isoformat(),
        "documents": [
            {"name": one.told, "outcome": one.outcome, "laws": [ground.words for ground in grounds]}
            for one, grounds in rows
        ],
        "representative": representative_is_owed(ground.code for _one, grounds in rows for ground in grounds),
        "signed": [{"name": asked.answered_by_name, "title": ""}],
    }  # fmt: skip
    return render("cases/file_answer", values, lang="nb", letterhead=letterhead(home), at=at)
