"""Each one's copy of a decision, from the locked words: what stands in it, and the letter it becomes (fvl §§ 12, 24, 27)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from oppvekst.domain.cases.models import Party
from oppvekst.domain.cases.rules.insight import BY_CODE, representative_is_owed
from oppvekst.domain.decisions.models import Addressee, Decision, Withholding
from oppvekst.domain.decisions.queries.sending import road
from oppvekst.domain.decisions.rules import Standing
from oppvekst.domain.decisions.rules.reaching import Route
from oppvekst.domain.decisions.rules.rendition import Gap, rendition, says_left_out, words_of
from oppvekst.domain.information.queries.letterhead import letterhead
from oppvekst.domain.people.queries import envelope
from oppvekst.ground.letters import Lang, Letter, render
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotAllowed

# Whether an appeal can be sent in at My page; the letter must say it (eForvaltningsforskriften § 11 (1)).
APPEALS_DIGITALLY = False


def withheld_from(addressee: Addressee) -> list[Withholding]:
    """What is left out of this copy now; a representative gets what the one she represents gets (fvl § 12)."""
    whose = [addressee.id, addressee.represents_id] if addressee.represents_id else [addressee.id]
    found = Withholding.objects.filter(addressee_id__in=whose, lifted_at=None)
    return list(found.order_by("section", "paragraph", "at"))


def law_words(ground: str) -> str:
    """The ground as it stands in the copy: paragraph and letter in words (fvl § 21 (1))."""
    return BY_CODE[ground].words if ground in BY_CODE else ground


def told_to(addressee: Addressee, decision: Decision) -> dict[str, Any]:
    """The locked words as they stand in this one's copy, with what the letter and My page say around them."""
    if decision.content is None:
        raise NotAllowed("Vedtaket er ikke undertegnet ennå. Først da er det låst, og kan sendes.")
    withheld = withheld_from(addressee)
    told = rendition(decision.content, _gaps(withheld))
    whom = addressee.represents.name if addressee.represents else ""
    return {
        **told, "standing": addressee.standing, "own": _own(addressee), "whom": whom, "road": str(road(decision)),
        "why": addressee.reasons if addressee.standing == Standing.INFORMED else "",
        "representative": says_left_out(told) and representative_is_owed(one.ground for one in withheld if one.told),
        "decided": oslo_date(decision.signed_at).isoformat() if decision.signed_at else "",
    }  # fmt: skip


def said_in(told: dict[str, Any]) -> str:
    """Every word of a copy that a person wrote."""
    return "\n".join([words_of(told), told["why"]])


def letter_to(
    addressee: Addressee, told: dict[str, Any], *, route: Route, at: datetime, lines: Iterable[str] = ()
) -> Letter:
    """The letter, on the service's paper and in this one's language (fvl §§ 23, 27; bvl § 12-2)."""
    signed = told["signed"]
    values: dict[str, Any] = {
        "addressee": {"name": addressee.name, "lines": list(lines)}, "reference": told["number"], "child": told["child"],
        "digital": route is Route.DIGITAL, "appeals_digitally": APPEALS_DIGITALLY, "starts": told["starts_on"] or None,
        "ends": told["ends_on"] or None, "signed": [{"name": signed["name"], "title": signed["as"]}],
        **{name: told[name] for name in ("standing", "own", "whom", "why", "road", "representative", "decided", "bases")},
        "sections": told["sections"],
    }  # fmt: skip
    head = letterhead(addressee.decision.municipality)
    return render(
        "decisions/decision",
        values,
        lang=cast(Lang, addressee.language or "nb"),
        title=told["title"],
        letterhead=head,
        at=at,
    )


def lines_for(addressee: Addressee, route: Route, typed: str = "") -> tuple[str, ...]:
    """What stands under the name where the envelope has its window; nothing where no envelope is used."""
    if route not in (Route.POST, Route.SAFE):
        return ()
    if addressee.party is None:
        return tuple(line.strip() for line in typed.splitlines() if line.strip())
    return envelope(addressee.party.person_id)[1:]


def _own(addressee: Addressee) -> bool:
    return addressee.party is not None and addressee.party.part == Party.Part.CHILD


def _gaps(withheld: Iterable[Withholding]) -> list[Gap]:
    return [Gap(one.section, one.paragraph, law_words(one.ground), one.told) for one in withheld]
