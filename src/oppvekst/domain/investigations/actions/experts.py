"""An expert's mandate, report, and the commission that must assess it before it is relied on (bvl §§ 12-7, 12-8; D19)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.queries import get_document
from oppvekst.domain.investigations.actions.held import going_on
from oppvekst.domain.investigations.actions.limits import limits_of_report
from oppvekst.domain.investigations.models import ExpertReport
from oppvekst.domain.investigations.queries import get_expert_report
from oppvekst.domain.investigations.rules import EXEMPTIONS
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.planned import settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import in_words, oslo_date
from oppvekst.law.citation import bvl
from oppvekst.law.refusals import Incomplete, NotAllowed

RIGHT, LAW = "investigation.plan", bvl("12-7", 1)


def order_report(investigation_id: UUID, *, expert: str, mandate: str, by: Actor, at: datetime) -> ExpertReport:
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
        report = ExpertReport.objects.create(
            municipality_id=by.municipality, case_id=investigation.case_id, investigation=investigation,
            expert=expert.strip(), mandate=mandate.strip(), ordered_on=oslo_date(at), ordered_at=at, ordered_by=by.person,
            ordered_by_name=by.name,
        )  # fmt: skip
        entry.about(report.id, case_id=report.case_id, says=f"{report.expert} er engasjert som sakkyndig.")
    return report


def receive_report(
    report_id: UUID, *, received_on: date, exemption: str = "", document_id: UUID | None = None, by: Actor, at: datetime
) -> None:
    """The report came; whether the commission must assess it, or one of the exceptions holds (bvl § 12-7)."""
    if exemption and exemption not in EXEMPTIONS:
        raise Incomplete({"exemption": "Velg unntaket på nytt."})
    with act("investigation.report_received", by=by, at=at, right=RIGHT, law=LAW) as entry:
        report = _held(report_id)
        if report.received_on:
            raise NotAllowed("Rapporten er allerede mottatt.")
        _in_order(report.ordered_on, received_on, at, "received_on")
        report.document = get_document(report.case_id, document_id) if document_id else None
        report.received_on, report.exemption = received_on, exemption
        _store(report, "received_on", "exemption", "document")
        told = (
            f"Kommisjonen vurderer den ikke: {EXEMPTIONS[exemption][1]}." if exemption else "Den skal til kommisjonen."
        )
        entry.about(report.id, case_id=report.case_id, says=f"Rapporten fra {report.expert} kom. {told}")


def send_report(report_id: UUID, *, sent_on: date, by: Actor, at: datetime) -> None:
    """Sent to the commission on child experts (bvl § 12-7)."""
    with act("investigation.report_sent", by=by, at=at, right=RIGHT, law=LAW) as entry:
        report = _received(report_id)
        if report.sent_on:
            raise NotAllowed("Rapporten er allerede sendt til kommisjonen.")
        _in_order(report.received_on, sent_on, at, "sent_on")
        report.sent_on = sent_on
        _store(report, "sent_on")
        says = f"Rapporten fra {report.expert} ble sendt til Barnesakkyndig kommisjon {in_words(sent_on)}."
        entry.about(report.id, case_id=report.case_id, says=says)


def take_remark(report_id: UUID, *, remark_on: date, remark: str, by: Actor, at: datetime) -> None:
    """The commission's remark came: from now on the report may be relied on, with what the remark says of it."""
    if not remark.strip():
        raise Incomplete({"remark": "Skriv hva kommisjonen sier, også når den ikke har merknader."})
    with act("investigation.report_assessed", by=by, at=at, right=RIGHT, law=LAW) as entry:
        report = _received(report_id)
        if report.sent_on is None:
            raise NotAllowed("Rapporten er ikke sendt til kommisjonen ennå.", LAW)
        if report.remark_on:
            raise NotAllowed("Kommisjonens svar er allerede ført.")
        _in_order(report.sent_on, remark_on, at, "remark_on")
        report.remark_on, report.remark = remark_on, remark.strip()
        _store(report, "remark_on", "remark")
        says = f"Barnesakkyndig kommisjon har vurdert rapporten fra {report.expert}."
        entry.about(report.id, case_id=report.case_id, says=says)


def set_aside(report_id: UUID, reasons: str, *, by: Actor, at: datetime) -> None:
    """The report is not relied on, and stops nothing; it is kept, and whoever reads it is told why (bvl § 12-7)."""
    if not reasons.strip():
        raise Incomplete({"reasons": "Skriv hvorfor rapporten ikke legges til grunn."})
    with act("investigation.report_unused", by=by, at=at, right=RIGHT, law=LAW) as entry:
        report = _held(report_id)
        report.unused_reasons = reasons.strip()
        _store(report, "unused_reasons")
        entry.about(report.id, case_id=report.case_id, says=f"Rapporten fra {report.expert} legges ikke til grunn.")


def _held(report_id: UUID) -> ExpertReport:
    ExpertReport.objects.select_for_update(of=("self",)).filter(id=report_id).values_list("id").first()
    report = get_expert_report(report_id)
    going_on(report.investigation_id)
    return report


def _received(report_id: UUID) -> ExpertReport:
    report = _held(report_id)
    if report.received_on is None:
        raise NotAllowed("Rapporten er ikke mottatt ennå.", LAW)
    if report.exemption:
        raise NotAllowed("Kommisjonen vurderer ikke denne rapporten.", LAW)
    return report


def _in_order(before: date | None, day: date, at: datetime, field: str) -> None:
    if (before and day < before) or day > oslo_date(at):
        raise Incomplete({field: "Dagen kan ikke være før det som kom før, og ikke fram i tid."})


def _store(report: ExpertReport, *fields: str) -> None:
    report.save(update_fields=fields)
    settle(limits_of_report(report, report.investigation.case.responsible))
