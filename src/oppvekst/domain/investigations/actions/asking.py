"""Asking others (bvl § 13-4): on a ground, with the family's knowledge, and never before an investigation is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.queries import get_document
from oppvekst.domain.investigations.actions.held import going_on, held
from oppvekst.domain.investigations.actions.limits import body_of, limits_of_asked
from oppvekst.domain.investigations.models import InformationRequest, Investigation
from oppvekst.domain.investigations.queries import get_asked
from oppvekst.domain.investigations.rules import ASK, AskingFacts, Ground
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

RIGHT = "investigation.plan"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Whom to ask, about what, on what ground, and what the family knows of it."""

    body: str
    about: str
    ground: str
    asked_on: date
    address: str = ""
    due: date | None = None
    consent_by: str = ""
    consent_on: date | None = None
    consent_written: bool | None = None
    order_case: str = ""
    averts: bool = False
    told_on: date | None = None
    untold_reasons: str = ""
    language: str = InformationRequest.Language.BOKMAL


def ask(investigation_id: UUID, asked: Asked, *, by: Actor, at: datetime) -> InformationRequest:
    """Ask another body or person, as far as the ground goes (bvl §§ 2-2, 13-4): who, why, and what the family knows."""
    with act("investigation.asked", by=by, at=at, right=RIGHT, law=ASK.citation) as entry:
        investigation = held(investigation_id)
        ASK.demand(_facts(asked, investigation))
        _refuse_incomplete(asked, oslo_date(at))
        made = InformationRequest.objects.create(
            municipality_id=by.municipality, case_id=investigation.case_id, investigation=investigation, asked_at=at,
            asked_by=by.person, asked_by_name=by.name,
            answered_on=asked.asked_on if asked.ground == Ground.OWN_DUTY else None, **vars(asked),
        )  # fmt: skip
        _settle(made)
        entry.about(made.id, case_id=made.case_id, says=_says(made))
    return made


def remind(asked_id: UUID, *, due: date, by: Actor, at: datetime) -> None:
    """Ask once more, with a new day for the answer."""
    if due <= oslo_date(at):
        raise Incomplete({"due": "Velg en dag fram i tid."})
    with act("investigation.reminded", by=by, at=at, right=RIGHT, law=ASK.citation) as entry:
        asked = _waiting(asked_id)
        asked.reminded_on, asked.due = oslo_date(at), due
        _store(asked, "reminded_on", "due")
        entry.about(
            asked.id, case_id=asked.case_id, says=f"{_named(asked)} ble purret. Nytt svar innen {in_words(due)}."
        )


def answered(
    asked_id: UUID, *, answered_on: date, answer: str, document_id: UUID | None = None, by: Actor, at: datetime
) -> None:
    """The answer came: in a document of the case, or in words that are written down (bvl §§ 12-4, 13-4)."""
    if not (answer.strip() or document_id):
        raise Incomplete({"answer": "Skriv hva svaret sier, eller velg dokumentet."})
    with act("investigation.answered", by=by, at=at, right=RIGHT, law=ASK.citation) as entry:
        asked = _waiting(asked_id)
        if not asked.asked_on <= answered_on <= oslo_date(at):
            raise Incomplete({"answered_on": "Svaret kom mellom dagen dere spurte og i dag."})
        asked.document = get_document(asked.case_id, document_id) if document_id else None
        asked.answered_on, asked.answer = answered_on, answer.strip()
        _store(asked, "answered_on", "answer", "document")
        entry.about(asked.id, case_id=asked.case_id, says=f"Svar fra {_named(asked)} kom {in_words(answered_on)}.")


def withdraw(asked_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """It is not needed any more, or the consent was taken back."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hvorfor dere ikke venter på svaret lenger."})
    with act("investigation.unasked", by=by, at=at, right=RIGHT, law=ASK.citation) as entry:
        asked = _waiting(asked_id)
        asked.withdrawn_on, asked.withdrawn_reasons = oslo_date(at), reasons.strip()
        _store(asked, "withdrawn_on", "withdrawn_reasons")
        entry.about(
            asked.id, case_id=asked.case_id, says=f"Spørsmålet til {_named(asked)} er trukket: {reasons.strip()}"
        )


def tell_family(asked_id: UUID, *, told_on: date, by: Actor, at: datetime) -> None:
    """The family was told afterwards that somebody was asked (bvl § 13-4 (4))."""
    with act("investigation.asked_told", by=by, at=at, right=RIGHT, law="bvl § 13-4 (4)") as entry:
        asked = _held(asked_id)
        if asked.told_on:
            raise NotAllowed("Det er allerede ført at familien vet det.")
        if told_on > oslo_date(at):
            raise Incomplete({"told_on": "Dagen kan ikke være fram i tid."})
        asked.told_on = told_on
        _store(asked, "told_on")
        entry.about(asked.id, case_id=asked.case_id, says=f"Familien fikk vite at {_named(asked)} er spurt.")


def _facts(asked: Asked, investigation: Investigation) -> AskingFacts:
    return AskingFacts(
        investigation_open=investigation.concluded_on is None, ground=asked.ground, about=asked.about,
        consent_by=asked.consent_by, consent_on=asked.consent_on, asked_on=asked.asked_on, order_case=asked.order_case,
        averts=asked.averts, told_on=asked.told_on, untold_reasons=asked.untold_reasons,
    )  # fmt: skip


def _refuse_incomplete(asked: Asked, today: date) -> None:
    wrong = {}
    if not asked.body.strip():
        wrong["body"] = "Skriv hvem dere spør."
    if asked.asked_on > today:
        wrong["asked_on"] = "Dagen dere spurte, kan ikke være fram i tid."
    if asked.due is not None and asked.due <= asked.asked_on:
        wrong["due"] = "Gi dem tid til å svare: velg en dag etter at dere spurte."
    if wrong:
        raise Incomplete(wrong, ASK.citation)


def _says(asked: InformationRequest) -> str:
    told = "Familien vet det." if asked.told_on else "Familien vet det ikke ennå."
    if asked.ground == Ground.OWN_DUTY:
        return f"Opplysninger fra {_named(asked)}, gitt uoppfordret. {told}"
    return f"{_named(asked)} ble spurt. Grunnlag: {asked.get_ground_display().lower()}. {told}"


def _named(asked: InformationRequest) -> str:
    return body_of(asked, asked.investigation)


def _held(asked_id: UUID) -> InformationRequest:
    InformationRequest.objects.select_for_update(of=("self",)).filter(id=asked_id).values_list("id").first()
    return get_asked(asked_id)


def _waiting(asked_id: UUID) -> InformationRequest:
    asked = _held(asked_id)
    going_on(asked.investigation_id)
    if asked.withdrawn_on:
        raise NotAllowed("Spørsmålet er trukket.")
    if asked.answered_on:
        raise NotAllowed("Svaret er allerede ført.")
    return asked


def _store(asked: InformationRequest, *fields: str) -> None:
    asked.save(update_fields=fields)
    _settle(asked)


def _settle(asked: InformationRequest) -> None:
    settle(limits_of_asked(asked, asked.investigation, asked.investigation.case.responsible))
