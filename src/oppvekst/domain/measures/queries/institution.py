"""Stays in institutions as the actor may see them: what each rests on, whose yes to tests is lacking, and the protocols."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from oppvekst.domain.decisions.models import Consent, ConsentText
from oppvekst.domain.decisions.queries.consent import Row, Standing, history, standing
from oppvekst.domain.decisions.rules.consent import SERVICE, Kind, in_words
from oppvekst.domain.measures.models import InstitutionProtocol, InstitutionStay, Measure
from oppvekst.domain.measures.rules import NOBODY_ASKED, SERVICE_LACKS, may_test_against_will
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotFound


@dataclass(frozen=True)
class Tests:
    """Who must consent to tests in this stay, what each has said, and what is lacking in sentences (bvl § 10-7 (3))."""

    __test__ = False

    text: ConsentText | None
    now: Standing
    lacking: tuple[str, ...]
    by_service: bool

    @property
    def people(self) -> list[Row]:
        """Those of the family who are asked."""
        return [row for row in self.now.rows if row.line.who in self.now.matrix.required]


def stay_of(measure_id: UUID) -> InstitutionStay | None:
    """What the stay rests on, when that is written."""
    return InstitutionStay.objects.select_related("measure__case__child").filter(measure_id=measure_id).first()


def tests_of(measure: Measure, *, today: date) -> Tests:
    """How the consents to tests stand on that day (bvl § 10-7)."""
    asked = ConsentText.objects.filter(case_id=measure.case_id, kind=Kind.DRUG_TEST, subject=measure.id, closed_at=None)
    text = asked.select_related("case__child").order_by("-asked_at").first()
    now = _as_of(standing(text or _unasked(measure), today=today), today)
    by_service = any(line.who == SERVICE for line in now.matrix.lines)
    stay = stay_of(measure.id)
    lacking = in_words(now.missing) if text else (NOBODY_ASKED, *in_words(now.missing))
    if by_service and not (stay and stay.service_yes_on and stay.service_yes_on <= today):
        lacking = (*lacking, SERVICE_LACKS)
    return Tests(text, now, lacking, by_service)


def rests_on(measure: Measure, *, against_will: bool, on: date) -> bool:
    """Whether a test that day had what it must rest on: the tribunal's word, or every written yes (bvl §§ 6-2 (5), 10-7)."""
    stay = stay_of(measure.id)
    if not against_will:
        return not tests_of(measure, today=on).lacking
    return stay is not None and may_test_against_will(
        basis=stay.basis, decided_on=stay.decided_on, tests_decided=stay.tests_decided, on=on
    )


def protocols_of(measure_id: UUID) -> list[InstitutionProtocol]:
    """Every protocol that has come, the newest first."""
    return list(InstitutionProtocol.objects.filter(measure_id=measure_id).order_by("-received_on", "-noted_at", "id"))


def get_protocol(protocol_id: UUID) -> InstitutionProtocol:
    """The protocol, if it is there for you."""
    found = InstitutionProtocol.objects.select_related("measure__case__child", "measure__decision").filter(
        id=protocol_id
    )
    one = found.first()
    if one is None:
        raise NotFound("Vi finner ikke denne protokollen blant sakene dine.")
    return one


def _as_of(now: Standing, day: date) -> Standing:
    """With the answers as they were at the end of that day: what was taken back later does not change what was lawful."""
    said: dict[UUID, Consent] = {}
    for one in history(now.text):
        if oslo_date(one.said_at) <= day:
            said.setdefault(one.person_id, one)
    return replace(now, answers=said)


def _unasked(measure: Measure) -> ConsentText:
    """The question as it will be, before anybody has written its words: who must be asked is known already."""
    return ConsentText(
        case=measure.case, municipality_id=measure.municipality_id, kind=Kind.DRUG_TEST, subject=measure.id
    )
