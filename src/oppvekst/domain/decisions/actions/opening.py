"""Beginning a draft: its kind with what normally follows, and whom it is for (bvl §§ 12-2, 12-3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.models import Case, Party
from oppvekst.domain.cases.queries import get_case, parties, uninformed
from oppvekst.domain.decisions.actions.limits import settle_limits
from oppvekst.domain.decisions.models import Addressee, Decision
from oppvekst.domain.decisions.queries import get_decision
from oppvekst.domain.decisions.rules import (
    CODE_OF,
    KINDS,
    MACHINE,
    WRITABLE,
    WRITE,
    Basis,
    Kind,
    Stand,
    Standing,
    stand_of_child,
    stand_of_parent,
)
from oppvekst.domain.people.rules import age
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

PARENTS = (Party.Part.MOTHER, Party.Part.FATHER, Party.Part.OTHER_PARENT)
GUARDIAN = Stand(Standing.REPRESENTATIVE, "Er verge eller representant for barnet og får alt som sendes (fvl § 12).")


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What is decided, as the desk and the register need it beside the text."""

    kind: Kind
    title: str = ""
    category: str = ""
    category_words: str = ""
    bases: tuple[Basis, ...] = ()
    language: str = "nb"
    starts_on: date | None = None
    ends_on: date | None = None
    provider: str = ""
    price: str = ""
    consent_ground: str = "consent"
    recommended: str = ""
    refused_by_parents: bool = False
    conclusion_code: str = ""
    moved_to: str = ""
    new_municipality_told_on: date | None = None


def open_decision(
    case_id: UUID, terms: Terms, *, investigation_id: UUID | None = None, by: Actor, at: datetime
) -> Decision:
    """Begin a draft, with everybody of the case set down as the law says they normally stand (bvl §§ 12-2, 12-3)."""
    with act("decision.opened", by=by, at=at, right=WRITE, law="bvl § 12-5") as entry:
        case = get_case(case_id)
        decision = Decision.objects.create(
            municipality_id=by.municipality, case=case, investigation_id=investigation_id, state=MACHINE.initial,
            opened_by=by.person, opened_at=at, **_columns(terms),
        )  # fmt: skip
        _set_down(decision, case, oslo_date(at))
        settle_limits(decision)
        entry.about(decision.id, case_id=case.id, says=f"Utkast til vedtak begynt: {decision.title}.")
    return decision


def set_terms(decision_id: UUID, terms: Terms, *, by: Actor, at: datetime) -> None:
    """Change what is decided while it is a draft (bvl § 12-5)."""
    with act("decision.terms", by=by, at=at, right=WRITE, law="bvl § 12-5") as entry:
        decision = get_decision(decision_id)
        refuse_locked(decision)
        if terms.starts_on and terms.ends_on and terms.ends_on < terms.starts_on:
            raise Incomplete({"ends_on": "Siste dag kan ikke være før den første."})
        for name, value in _columns(terms).items():
            setattr(decision, name, value)
        decision.save(update_fields=list(_columns(terms)))
        entry.about(decision.id, case_id=decision.case_id, says=f"Rammene for vedtaket ble endret: {decision.title}.")


def set_standing(addressee_id: UUID, stand: Stand, *, language: str = "", by: Actor, at: datetime) -> None:
    """Say how somebody stands to the decision, and why (bvl § 12-2)."""
    with act("decision.standing", by=by, at=at, right=WRITE, law="bvl § 12-2") as entry:
        addressee = Addressee.objects.select_related("decision__case").get(id=addressee_id)
        refuse_locked(get_decision(addressee.decision_id))
        if not stand.reasons.strip():
            raise Incomplete({"reasons": "Skriv hvordan dere har vurdert det."})
        addressee.standing, addressee.reasons = stand.standing, stand.reasons.strip()
        addressee.language = language or addressee.language
        addressee.save(update_fields=["standing", "reasons", "language"])
        told = f"{addressee.name}: {addressee.get_standing_display()}. {addressee.reasons}"
        entry.about(addressee.decision_id, case_id=addressee.case_id, says=told)


def refuse_locked(decision: Decision) -> None:
    """What is signed is never changed; it is reversed by a new decision (fvl § 35)."""
    if decision.state not in WRITABLE:
        raise NotAllowed("Vedtaket er undertegnet og kan ikke endres. Det kan bare omgjøres med et nytt vedtak.")


def _columns(terms: Terms) -> dict[str, object]:
    of_kind = KINDS[terms.kind]
    return {
        "kind": terms.kind.value, "title": terms.title or of_kind.title, "category": terms.category,
        "category_words": terms.category_words, "bases": list(terms.bases) or [of_kind.basis], "language": terms.language,
        "starts_on": terms.starts_on, "ends_on": terms.ends_on, "provider": terms.provider, "price": terms.price,
        "consent_ground": terms.consent_ground if of_kind.grants_help else "not_needed", "recommended": terms.recommended,
        "refused_by_parents": terms.refused_by_parents,
        "conclusion_code": terms.conclusion_code or CODE_OF.get(terms.kind, ""), "moved_to": terms.moved_to,
        "new_municipality_told_on": terms.new_municipality_told_on,
    }  # fmt: skip


def _set_down(decision: Decision, case: Case, today: date) -> None:
    kept = {one.person_id for one in uninformed(case.id)}
    Addressee.objects.bulk_create([
        Addressee(
            municipality_id=decision.municipality_id, case=case, decision=decision, party=party, name=party.person.name,
            standing=stand.standing, reasons=stand.reasons, language=decision.language,
        )
        for party in parties(case)
        if (stand := _stand(party, kept, today)) is not None
    ])  # fmt: skip


def _stand(party: Party, kept: set[UUID], today: date) -> Stand | None:
    if party.part == Party.Part.CHILD:
        born = party.person.birth_date
        return stand_of_child(age(born, today=today) if born else None)
    if party.part == Party.Part.GUARDIAN:
        return GUARDIAN
    if party.part not in PARENTS:
        return None
    return stand_of_parent(
        responsibility=party.parental_responsibility, lives_with=party.lives_with_child,
        kept_uninformed=party.person_id in kept,
    )  # fmt: skip
