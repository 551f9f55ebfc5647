"""The letter that tells the family that the case is closed, in plain words."""

from __future__ import annotations

from typing import cast

from oppvekst.domain.cases.models import Closing, Party
from oppvekst.domain.information.queries.letterhead import letterhead
from oppvekst.domain.people.models import Address, Protection
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.letters import Lang, Letter, render


def closing_letter(closing: Closing, party: Party, home: Municipality) -> Letter:
    """The same words to each, with what they may do now; the same content and time give the same bytes."""
    values = {
        "addressee": {"name": party.person.name, "lines": _lines(party)}, "own": party.part == Party.Part.CHILD,
        "child": closing.child_name, "words": [line for line in closing.words.splitlines() if line.strip()],
        "closed": closing.closed_at.date().isoformat(), "reference": closing.case.number,
        "signed": [{"name": closing.closed_by_name, "title": ""}],
    }  # fmt: skip
    return render(
        "cases/closing", values, lang=cast(Lang, closing.language), letterhead=letterhead(home), at=closing.closed_at
    )


def _lines(party: Party) -> list[str]:
    """Where it may be sent; nothing when the address is protected: then it is given by hand."""
    if party.person.protection != Protection.NONE:
        return []
    home = party.person.addresses.filter(kind=Address.Kind.HOUSEHOLD, valid_to=None, protection=Protection.NONE).first()
    return [*home.lines, f"{home.postal_code} {home.place}".strip()] if home else []
