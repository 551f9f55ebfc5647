"""From the answers to a message in the room's own words. Only the pages that are the writer's count."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from oppvekst.domain.concerns.models import Passage
from oppvekst.domain.concerns.portal.forms.people import Myself
from oppvekst.domain.concerns.portal.forms.sender import FAMILY, SafeWay
from oppvekst.domain.concerns.portal.journey import Journey
from oppvekst.domain.concerns.portal.steps import CARERS, CHILDREN, MYSELF, PARENT, PUBLIC
from oppvekst.domain.concerns.rules.message import (
    CODES,
    Address,
    Anonymity,
    ConcernMessage,
    ReportedChild,
    Said,
    Sender,
    Who,
    Wish,
)

# The page's field -> the heading it stands under at the desk.
HEADINGS = {
    "worry": Passage.Heading.WORRY, "facts": Passage.Heading.FACTS, "interpretation": Passage.Heading.INTERPRETATION,
    "situation": Passage.Heading.WORRY, "history": Passage.Heading.HISTORY, "done": Passage.Heading.DONE,
    "views": Passage.Heading.OTHER_VIEWS,
}  # fmt: skip
KNOWS = {"yes": True, "no": False}


def message_of(journey: Journey) -> ConcernMessage:
    """The message as it will be received."""
    said = journey.said
    return ConcernMessage(
        channel="portal", sender=_sender(journey), children=tuple(_children(journey)), said=tuple(_said(journey)),
        guardians=tuple(_guardians(journey)), danger=said.get("danger", "unknown"), triggers=tuple(said.get("triggers", ())),
        hold_back_asked=_hold_back(said), own_house=said.get("own_house", ""), wish=_wish(journey),
        help_wanted=help_wanted(journey), interpreter=said.get("interpreter", ""), other_bodies=said.get("bodies", ""),
        language=get_language() or "nb",
    )  # fmt: skip


def help_wanted(journey: Journey) -> str:
    """The words of the application (fvl § 2); none when no help is asked for."""
    said = journey.said
    if "wants_help" in said:
        return (said.get("help_words") or _("Jeg vil ha hjelp.")) if said["wants_help"] == "yes" else ""
    return str(said.get("help_words", ""))


def _wish(journey: Journey) -> Wish:
    """A parent is asked outright. A child has always told something, and may ask for help besides."""
    if "wish" in journey.said:
        return Wish(journey.said["wish"])
    return Wish.BOTH if help_wanted(journey) else Wish.WORRY


def _sender(journey: Journey) -> Sender:
    said, who = journey.said, _who(journey)
    place = address(said.get("street"), said.get("postal_code"), said.get("postal_place"))
    is_public = journey.kind is PUBLIC
    return Sender(
        who=who, code=_code(journey), anonymity=Anonymity(said.get("anonymity", Anonymity.NAMED)), name=_name(journey),
        role=said.get("role", ""), phone=_safe(journey, SafeWay.PHONE), email=_safe(journey, SafeWay.EMAIL),
        address={} if is_public else place, body=said.get("body", ""), body_number=said.get("body_number", ""),
        body_address=place if is_public else {}, relation=_relation(journey), safe_way=_safe_way(journey),
    )  # fmt: skip


def _who(journey: Journey) -> Who:
    return Who.FAMILY if journey.said.get("relation") == FAMILY else journey.kind.who


def _code(journey: Journey) -> str:
    """A child who writes about a friend is to the register another private person."""
    if journey.kind.is_young and journey.said.get("about") == "others":
        return CODES[Who.PRIVATE]
    return str(journey.said.get("code", ""))


def _name(journey: Journey) -> str:
    said = journey.said
    return str(said.get("own_name") or said.get("name") or "")


def _relation(journey: Journey) -> str:
    """How the writer knows the child; of a child who writes about a friend, how old the writer is."""
    age = journey.said.get("own_age", "")
    told = (_chosen(journey, "relation"), _("Alder: %(age)s") % {"age": age} if age else "")
    return ". ".join(filter(None, told))


def _safe(journey: Journey, way: str) -> str:
    """A number or an address; of a child only where the child has said that this is the safe way."""
    if journey.kind.is_young and journey.said.get("way") != way:
        return ""
    return str(journey.said.get(way, ""))


def _safe_way(journey: Journey) -> str:
    said = journey.said
    if not journey.kind.is_young:
        return str(said.get("safe", ""))
    parts = [_chosen(journey, "way"), said.get("when", "")]
    if said.get("secret_from"):
        parts.append(_("Må ikke få vite det: %(who)s") % {"who": said["secret_from"]})
    return ". ".join(part.rstrip(".") for part in parts if part)


def _chosen(journey: Journey, name: str) -> str:
    """The words of a choice, as the writer read them."""
    for step in journey.steps:
        field = step.form.base_fields.get(name)
        if field is not None and journey.said.get(name):
            return str(dict(field.choices)[journey.said[name]])  # type: ignore[attr-defined]
    return ""


def _children(journey: Journey) -> list[ReportedChild]:
    said = journey.said
    knows, why = KNOWS.get(said.get("family_knows", "")), _family_words(said)
    myself = {name: said.get(name, "") for name in Myself.base_fields}
    own = [_child(myself, knows, why)] if journey.step(MYSELF) else []
    return own + [_child(each, knows, why) for each in journey.children]


def _child(known: dict[str, Any], knows: bool | None, why: str) -> ReportedChild:
    where = address(known.get("where"))
    if known.get("unborn"):
        name = _("Ufødt barn av %(mother)s") % {"mother": known["mother"]} if known.get("mother") else _("Ufødt barn")
        return ReportedChild(
            name=name, address=where, unborn=True, due_date=known.get("due_date"),
            consent_of_pregnant=known.get("mother_agrees"), family_knows=knows, family_words=why,
        )  # fmt: skip
    return ReportedChild(
        name=known.get("name", ""), number=known.get("number", ""), birth_date=known.get("birth_date"),
        age=known.get("age", ""), address=where, school=known.get("school", ""),
        phone=known.get("phone", ""), family_knows=knows, family_words=why,
    )  # fmt: skip


def _family_words(said: dict[str, Any]) -> str:
    unsure = (
        _("Melder vet ikke om det er trygt at familien får vite det nå.") if said.get("safe_now") == "unknown" else ""
    )
    return "\n".join(filter(None, (said.get("family_words", ""), unsure)))


def _said(journey: Journey) -> list[Said]:
    """What was told, under its headings. Who asks for help only, tells it in the words of the application."""
    said = journey.said
    own = journey.kind.is_young and said.get("about") != "others"
    headings = HEADINGS | ({"worry": Passage.Heading.CHILD} if own else {})
    told = [Said(heading, said[name]) for name, heading in headings.items() if said.get(name)]
    return told or [Said(Passage.Heading.WORRY, words) for words in [help_wanted(journey)] if words]


def _guardians(journey: Journey) -> list[dict[str, Any]]:
    known = [_guardian(each) for each in journey.people(CARERS) if any(each.values())]
    pregnant = [
        {"name": each["mother"], "relation": _("Gravid"), "phone": "", "address": address(each.get("where"))}
        for each in journey.people(CHILDREN)
        if each.get("unborn") and each.get("mother") and journey.kind is not PARENT
    ]
    adults = journey.said.get("adults", "")
    return [*pregnant, *known, *([{"name": adults, "relation": "", "phone": "", "address": {}}] if adults else [])]


def _guardian(known: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": known.get("name", ""), "relation": known.get("relation", ""), "phone": known.get("phone", ""),
        "address": address(known.get("where")),
    }  # fmt: skip


def _hold_back(said: dict[str, Any]) -> bool:
    return said.get("safe_now") == "no" or said.get("other_may_know") is False


def address(street: str | None, code: str | None = "", place: str | None = "") -> Address:
    """An address in the shape of a letter; empty when nothing was given."""
    if not (street or code or place):
        return {}
    return {"lines": [street] if street else [], "postal_code": code or "", "postal_place": place or ""}
