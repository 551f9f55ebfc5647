"""An expert's mandate, opinion, and the commission that must assess it before it is relied on (bvl §§ 12-7, 12-8; D19)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.queries import get_document
from oppvekst.domain.investigations.actions.held import going_on
from oppvekst.domain.investigations.actions.limits import limits_of_opinion
from oppvekst.domain.investigations.models import ExpertOpinion
from oppvekst.domain.investigations.queries import get_expert_opinion
from oppvekst.domain.investigations.rules import EXEMPTIONS
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete, NotAllowed

RIGHT, LAW = "investigation.plan", bvl("12-7", 1)


def engage_expert(investigation_id: UUID, *, expert: str, mandate: str, by: Actor, at: datetime) -> ExpertOpinion:
    """Ask an expert, with a mandate in writing (bvl § 12-7)."""
    lacking = {
        name: sentence
        for name, text, sentence in (
            ("expert", expert, "Skriv hvem den sakkyndige er."), ("mandate", mandate, "Skriv hva den sakkyndige skal svare på."),
        )
        if not text.strip()
    }  # fmt: skip
    if lacking:
        raise Incomplete(lacking, LAW)
    with act("investigation.expert_asked", by=by, at=at, right=RIGHT, law=LAW) as entry:
        investigation = going_on(investigation_id)
        opinion = ExpertOpinion.objects.create(
            municipality_id=by.municipality, case_id=investigation.case_id, investigation=investigation,
            expert=expert.strip(), mandate=mandate.strip(), ordered_on=oslo_date(at), ordered_at=at, ordered_by=by.person,
            ordered_by_name=by.name,
        )  # fmt: skip
        entry.about(opinion.id, case_id=opinion.case_id, says=f"{opinion.expert} er engasjert som sakkyndig.")
    return opinion


def receive_opinion(
    opinion_id: UUID,
    *,
    received_on: date,
    exemption: str = "",
    document_id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """The opinion came; whether the commission must assess it, or one of the exceptions holds (bvl § 12-7)."""
    if exemption and exemption not in EXEMPTIONS:
        raise Incomplete({"exemption": "Velg unntaket på nytt."})
    with act("investigation.report_received", by=by, at=at, right=RIGHT, law=LAW) as entry:
        opinion = _held(opinion_id)
        if opinion.received_on:
            raise NotAllowed("Rapporten er allerede mottatt.")
        _in_order(opinion.ordered_on, received_on, at, "received_on")
        opinion.document = get_document(opinion.case_id, document_id) if document_id else None
        opinion.received_on, opinion.exemption = received_on, exemption
        _store(opinion, "received_on", "exemption", "document")
        told = (
            f"Kommisjonen vurderer den ikke: {EXEMPTIONS[exemption][1]}." if exemption else "Den skal til kommisjonen."
        )
        entry.about(opinion.id, case_id=opinion.case_id, says=f"Rapporten fra {opinion.expert} kom. {told}")


def send_opinion(opinion_id: UUID, *, sent_on: date, by: Actor, at: datetime) -> None:
    """Sent to the commission on child experts (bvl § 12-7)."""
    with act("investigation.report_sent", by=by, at=at, right=RIGHT, law=LAW) as entry:
        opinion = _received(opinion_id)
        if opinion.sent_on:
            raise NotAllowed("Rapporten er allerede sendt til kommisjonen.")
        _in_order(opinion.received_on, sent_on, at, "sent_on")
        opinion.sent_on = sent_on
        _store(opinion, "sent_on")
        says = f"Rapporten fra {opinion.expert} ble sendt til Barnesakkyndig kommisjon {in_words(sent_on)}."
        entry.about(opinion.id, case_id=opinion.case_id, says=says)


def take_remark(opinion_id: UUID, *, remark_on: date, remark: str, by: Actor, at: datetime) -> None:
    """The commission's remark came: from now on the opinion may be relied on, with what the remark says of it."""
    if not remark.strip():
        raise Incomplete({"remark": "Skriv hva kommisjonen sier, også når den ikke har merknader."})
    with act("investigation.report_assessed", by=by, at=at, right=RIGHT, law=LAW) as entry:
        opinion = _received(opinion_id)
        if opinion.sent_on is None:
            raise NotAllowed("Rapporten er ikke sendt til kommisjonen ennå.", LAW)
        if opinion.remark_on:
            raise NotAllowed("Kommisjonens svar er allerede ført.")
        _in_order(opinion.sent_on, remark_on, at, "remark_on")
        opinion.remark_on, opinion.remark = remark_on, remark.strip()
        _store(opinion, "remark_on", "remark")
        says = f"Barnesakkyndig kommisjon har vurdert rapporten fra {opinion.expert}."
        entry.about(opinion.id, case_id=opinion.case_id, says=says)


def set_aside(opinion_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """The opinion is not relied on, and stops nothing; it is kept, and whoever reads it is told why (bvl § 12-7)."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hvorfor rapporten ikke legges til grunn."})
    with act("investigation.report_unused", by=by, at=at, right=RIGHT, law=LAW) as entry:
        opinion = _held(opinion_id)
        opinion.unused_reasons = reasons.strip()
        _store(opinion, "unused_reasons")
        entry.about(opinion.id, case_id=opinion.case_id, says=f"Rapporten fra {opinion.expert} legges ikke til grunn.")


def _held(opinion_id: UUID) -> ExpertOpinion:
    ExpertOpinion.objects.select_for_update(of=("self",)).filter(id=opinion_id).values_list("id").first()
    opinion = get_expert_opinion(opinion_id)
    going_on(opinion.investigation_id)
    return opinion


def _received(opinion_id: UUID) -> ExpertOpinion:
    opinion = _held(opinion_id)
    if opinion.received_on is None:
        raise NotAllowed("Rapporten er ikke mottatt ennå.", LAW)
    if opinion.exemption:
        raise NotAllowed("Kommisjonen vurderer ikke denne rapporten.", LAW)
    return opinion


def _in_order(before: date | None, day: date, at: datetime, field: str) -> None:
    if (before and day < before) or day > oslo_date(at):
        raise Incomplete({field: "Dagen kan ikke være før det som kom før, og ikke fram i tid."})


def _store(opinion: ExpertOpinion, *fields: str) -> None:
    opinion.save(update_fields=fields)
    settle(limits_of_opinion(opinion, opinion.investigation.case.responsible))
