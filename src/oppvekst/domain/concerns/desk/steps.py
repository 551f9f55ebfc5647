"""The next steps the law has now, as buttons; and what is not possible now, with why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from oppvekst.domain.concerns.desk.frame import known
from oppvekst.domain.concerns.models import Concern
from oppvekst.domain.concerns.rules import (
    ADD_TO_ACTIVE_MEASURE,
    ADD_TO_INVESTIGATION,
    CLARIFY,
    DISMISS,
    DISMISS_UNFOUNDED,
    END_CLARIFICATION,
    MACHINE,
    OPEN_INVESTIGATION,
    RAISE_ALARM,
    RECEIVED,
    RETRACT,
    RIGHTS,
    TAKE,
    TRANSFER,
    URGENT,
    ConcernFacts,
    right_to_propose,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.web.steps import NOT_YOUR_ROLE, Next, shown, stopping
from oppvekst.law.citation import bvl
from oppvekst.law.machine import Outlook
from oppvekst.law.refusals import Incomplete, Refusal


@dataclass(frozen=True)
class Way:
    """A step of the law as the desk offers it: the sentence, the button, and what its own form asks for."""

    right: str
    url: str
    text: Any
    act: Any
    asks: frozenset[str] = frozenset()
    post: bool = False
    primary: bool = False


WAYS: dict[str, Way] = {
    TAKE: Way(
        RIGHTS[TAKE], "concern-take", _("Da er det du som går gjennom den. Andre ser at du har den."), _("Ta meldingen"),
        post=True, primary=True,
    ),
    CLARIFY: Way(
        RIGHTS[CLARIFY], "concern-clarify", _("Snakk med den som meldte eller med familien selv. Ingen andre ennå. Uka løper."),
        _("Avklar"),
    ),
    END_CLARIFICATION: Way(
        RIGHTS[END_CLARIFICATION], "concern-clarified", _("Skriv hva du fikk vite. Så går gjennomgangen videre."),
        _("Avslutt avklaringen"),
        primary=True,
    ),
    OPEN_INVESTIGATION: Way(
        RIGHTS[OPEN_INVESTIGATION], "investigation-open",
        _("Når det er rimelig grunn til å anta at barnet kan trenge tiltak. Tre måneder løper fra uka for gjennomgang er ute."),
        _("Åpne undersøkelse"), frozenset({"reasonable_ground"}),
    ),
    DISMISS: Way(
        RIGHTS[DISMISS], "concern-dismiss",
        _("Krever skriftlig begrunnelse med de faglige vurderingene. Meldingen blir bevart."), _("Henlegg"),
        frozenset({"reasons", "conclusion_code", "confirmed_by"}),
    ),
    DISMISS_UNFOUNDED: Way(
        RIGHTS[DISMISS_UNFOUNDED], "concern-unfounded",
        _("Bare når det er åpenbart at det ikke er noe i den. En kollega må være enig."), _("Foreslå"),
        frozenset({"obviously_unfounded", "confirmed_by"}),
    ),
    ADD_TO_INVESTIGATION: Way(
        RIGHTS[ADD_TO_INVESTIGATION], "concern-add", _("Undersøkelsen som pågår, tar opp det nye. Omfanget vurderes på nytt."),
        _("Legg til"),
    ),
    ADD_TO_ACTIVE_MEASURE: Way(
        RIGHTS[ADD_TO_ACTIVE_MEASURE], "concern-add-to-help",
        _("Barnet har hjelp nå. Det nye tas med når hjelpen evalueres. Skriv hvorfor det ikke trengs en ny undersøkelse."),
        _("Henlegg, ta med i tiltaket"), frozenset({"reasons", "new_investigation_considered"}),
    ),
    TRANSFER: Way(
        RIGHTS[TRANSFER], "concern-transfer",
        _("Når barnet bor eller oppholder seg i en annen kommune. Fristen vår løper til de har kvittert."), _("Overfør"),
        frozenset({"receiver", "conclusion_code", "acknowledged_at", "confirmed_by"}),
    ),
    RETRACT: Way(
        RIGHTS[RETRACT], "concern-retract",
        _("Feil barn, eller samme melding to ganger. Det som ble skrevet først, blir stående."),
        _("Trekk tilbake"), frozenset({"retraction_reason"}),
    ),
}  # fmt: skip
PROPOSE = Way(
    right_to_propose(OPEN_INVESTIGATION), "concern-propose",
    _("Når det er rimelig grunn til å anta at barnet kan trenge tiltak. Teamleder eller leder åpner den."),
    _("Foreslå undersøkelse"), frozenset({"reasonable_ground"}),
)  # fmt: skip
OUTSIDERS = Next(
    _("Spørre skole, lege eller naboer"), law=bvl("2-2", 1) & bvl("13-4"),
    why=_("Å spørre andre enn melder og familien er å undersøke. Det kan dere først når en undersøkelse er åpnet."),
)  # fmt: skip
ASSIGN = "concern.assign"
WAITS = _("Noen må ta meldingen først.")
CHILD_FIRST = _("Finn ut hvem barnet er først. Undersøkelsen føres i barnets egen journal.")
BLIND = _("Du har ikke tilgang til barnets sak og kan ikke se om en undersøkelse pågår.")


def next_steps(concern: Concern, ahead: Iterable[Outlook[ConcernFacts]], by: Actor) -> dict[str, list[Next]]:
    """What this person may do with the concern now, and what nobody may, each with section and sentence."""
    steps = [step for outlook in ahead for step in _seen(concern, outlook, by)]
    if concern.concluded_at is None:
        steps += [*_to_a_colleague(concern, by), *_waiting(concern), OUTSIDERS]
    return shown(steps)


def _to_a_colleague(concern: Concern, by: Actor) -> Iterator[Next]:
    if by.may(ASSIGN):
        yield Next(
            _("Gi meldingen til en kollega"), _("Velg kollega"), _("Kollegaen får den på lista si."), bvl("2-1", 1),
            known("concern-assign", concern.id), in_place=True,
        )  # fmt: skip


def _waiting(concern: Concern) -> Iterator[Next]:
    """What somebody must take the concern before."""
    if concern.state in {RECEIVED, URGENT}:
        for name in (OPEN_INVESTIGATION, DISMISS, TRANSFER):
            yield Next(MACHINE.step(name).title, law=MACHINE.step(name).citation, why=WAITS)


def _seen(concern: Concern, outlook: Outlook[ConcernFacts], by: Actor) -> Iterator[Next]:
    step = outlook.step
    way = _way(step.name, by)
    if way is None:
        if step.name not in SILENT:
            yield Next(step.title, law=step.citation, why=_why(outlook.refusals))
        return
    lacks = stopping(outlook.refusals, way.asks)
    why = _own_reason(concern, step.name) or _why(lacks) or ("" if by.may(way.right) else NOT_YOUR_ROLE)
    href = known(way.url, concern.id)
    if why:
        yield Next(step.title, law=step.citation, why=why)
    elif href:
        yield Next(
            step.title, way.act, way.text, step.citation, href, primary=way.primary, post=way.post, in_place=not way.post
        )  # fmt: skip


# Said by the assessment on top of the page, not by a button among the steps.
SILENT = frozenset({RAISE_ALARM})


def _way(name: str, by: Actor) -> Way | None:
    """Opening is for those who may; the others propose the same to them."""
    if name == OPEN_INVESTIGATION and not by.may(RIGHTS[name]):
        return PROPOSE
    return WAYS.get(name)


def _own_reason(concern: Concern, name: str) -> Any:
    """What stands outside the concern's own life: whose child it is, and what this person can see of the case."""
    if name == OPEN_INVESTIGATION and concern.case_id is None:
        return CHILD_FIRST
    if name == ADD_TO_INVESTIGATION and concern.case_id and concern.case is None:
        return BLIND
    return ""


def _why(refusals: Iterable[Refusal]) -> str:
    """What cannot be mended is reason enough; what can is told when nothing else stands in the way."""
    found = list(refusals)
    fixed = [refusal for refusal in found if not isinstance(refusal, Incomplete)]
    return " ".join(refusal.sentence for refusal in fixed or found)
