"""Financial support as the actor may see it: what a family asks for, what is to be paid, and each line of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from oppvekst.domain.cases.models import Case, Party
from oppvekst.domain.cases.queries import parties
from oppvekst.domain.concerns.models import Application
from oppvekst.domain.decisions.models import Decision
from oppvekst.domain.decisions.rules import KINDS, STANDING, Kind
from oppvekst.domain.measures.models import Measure, Payment, PaymentBasis, SupportApplication
from oppvekst.domain.measures.queries.measure import facts_of, last_day
from oppvekst.domain.measures.rules import APPROVE, SUPPORT, Often, PaymentFacts, months, used, window
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.colleagues import duties
from oppvekst.ground.database.logins import TEAM, WIDE
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotFound

type Window = tuple[date, date]


@dataclass(frozen=True)
class Sending:
    """One sending to finance: when, by whom, how many lines and how much."""

    sending: UUID | None
    sent_at: datetime | None
    sent_by_name: str
    lines: int
    total: int


def support_applications(case_id: UUID) -> list[SupportApplication]:
    """What a family has asked to have covered, the unanswered first, then the newest."""
    found = SupportApplication.objects.filter(case_id=case_id).select_related("person", "decision")
    return sorted(found.order_by("-asked_on", "id"), key=lambda one: one.answered_on is not None)


def get_support_application(application_id: UUID) -> SupportApplication:
    """The application, if it is there for you."""
    known = SupportApplication.objects.select_related("case__child", "person", "decision")
    found = known.filter(id=application_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne søknaden blant sakene dine.")
    return found


def came_in(case_id: UUID) -> list[Application]:
    """The applications for help that came through the public forms and were taken into this case (fvl § 2)."""
    return list(Application.objects.filter(case_id=case_id).order_by("-received_at", "id"))


def who_may_apply(case: Case) -> list[Party]:
    """Those in the case who can ask for help: the child and whoever stands beside it, the parents first."""
    return sorted(parties(case), key=lambda one: one.part == Party.Part.CHILD)


def answers_for(application: SupportApplication) -> list[Decision]:
    """The signed decisions of the case that can answer: one that gives financial support, or one that refuses."""
    giving = [kind.value for kind, of in KINDS.items() if of.grants_help]
    fits = Q(kind__in=giving, category__in=SUPPORT) | Q(kind=Kind.APPLICATION_REFUSED)
    found = Decision.objects.filter(fits, case_id=application.case_id, state__in=STANDING)
    return list(found.order_by("-signed_at", "id"))


def applications_answered_by(decision_id: UUID | None) -> list[SupportApplication]:
    """What a decision answered."""
    if decision_id is None:
        return []
    found = SupportApplication.objects.filter(decision_id=decision_id).select_related("person")
    return list(found.order_by("asked_on", "id"))


def bases_of(measure_id: UUID) -> list[PaymentBasis]:
    """What is to be paid in one measure, with every line and what corrects it."""
    found = PaymentBasis.objects.filter(measure_id=measure_id).select_related("measure__case__child")
    return list(found.prefetch_related("lines__receipt", "lines__corrections").order_by("since", "written_at", "id"))


def get_basis(basis_id: UUID, *, lock: bool = False) -> PaymentBasis:
    """One of them, if it is there for you; held, so that two who pay at once see each other's line."""
    if lock:
        PaymentBasis.objects.select_for_update(of=("self",)).filter(id=basis_id).values_list("id").first()
    known = PaymentBasis.objects.select_related("measure__case__child", "measure__decision")
    found = known.prefetch_related("lines__receipt", "lines__corrections").filter(id=basis_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette utbetalingsgrunnlaget blant sakene dine.")
    return found


def get_payment(payment_id: UUID, *, lock: bool = False) -> Payment:
    """One line, if it is there for you."""
    if lock:
        Payment.objects.select_for_update(of=("self",)).filter(id=payment_id).values_list("id").first()
    known = Payment.objects.select_related("basis__measure__case__child", "receipt", "corrects")
    found = known.prefetch_related("corrections").filter(id=payment_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne utbetalingen blant sakene dine.")
    return found


def is_corrected(line: Payment) -> bool:
    """Whether somebody has written a line that takes this one back, and nobody has declined it."""
    return any(not one.is_declined for one in line.corrections.all())


def waits_to_be_sent(line: Payment) -> bool:
    """Whether finance is to have this line: one that is taken back before it was sent, is nobody's business."""
    if not line.is_approved or line.sent_at or is_corrected(line):
        return False
    return line.corrects is None or line.corrects.sent_at is not None


def unsettled(case_id: UUID) -> list[Payment]:
    """The lines of a case that somebody still must approve or send."""
    found = Payment.objects.filter(case_id=case_id, declined_at=None, sent_at=None).select_related("corrects")
    lines = found.prefetch_related("corrections").order_by("written_at", "id")
    return [one for one in lines if not one.is_approved or waits_to_be_sent(one)]


def to_send(by: Actor) -> QuerySet[Payment]:
    """The approved lines that finance has not had, oldest first, as far as this person sees them."""
    corrected = Exists(Payment.objects.filter(corrects=OuterRef("pk"), declined_at=None))
    found = Payment.objects.filter(municipality_id=by.municipality, approved_at__isnull=False, sent_at=None)
    kept = found.filter(~corrected, Q(corrects=None) | Q(corrects__sent_at__isnull=False))
    return kept.select_related("basis").order_by("approved_at", "id")


def sent_in(sending: UUID, *, by: Actor) -> list[Payment]:
    """The lines of one sending to finance, as far as this person sees them."""
    found = Payment.objects.filter(municipality_id=by.municipality, sending=sending).select_related("basis")
    if not (lines := list(found.order_by("approved_at", "id"))):
        raise NotFound("Vi finner ikke denne forsendelsen.")
    return lines


def latest_sendings(by: Actor, *, most: int = 12) -> list[Sending]:
    """The sendings to finance, newest first, as far as this person sees their lines."""
    found = Payment.objects.filter(municipality_id=by.municipality, sending__isnull=False)
    each = found.values("sending", "sent_at", "sent_by_name").annotate(lines=Count("id"), total=Sum("amount"))
    return [Sending(**one) for one in each.order_by("-sent_at", "sending")[:most]]


def window_of(basis: PaymentBasis) -> Window:
    """The days it can be paid for, as the measure stands now (bvl § 3-1)."""
    measure = basis.measure
    return window(basis.often, basis.since, basis.until, started=measure.started_on, ends=ends_of(measure))


def ends_of(measure: Measure) -> date | None:
    """The last day the help is given: its own, the order's, the day it ended, or the day its consent fell."""
    fell = oslo_date(measure.consent_fell_at) if measure.consent_fell_at else None
    return min((day for day in (last_day(measure), measure.ended_on, fell) if day), default=None)


def months_without(basis: PaymentBasis, *, today: date) -> list[date]:
    """The months that have begun, and that nothing is written for yet; only where it is paid by the month."""
    first, last = window_of(basis)
    if basis.often != Often.MONTHLY or basis.stopped_on or basis.measure.started_on is None:
        return []
    written = {one.on.replace(day=1) for one in basis.lines.all() if not one.is_declined and not is_corrected(one)}
    return [month for month in months(first, min(last, today)) if month not in written]


def facts_of_basis(measure: Measure, *, today: date) -> PaymentFacts:
    """What is asked when something is to be paid; the act adds what it was just told."""
    facts = facts_of(measure, today=today)
    return PaymentFacts(
        today=today, category=measure.category, state=measure.state, consents_lacking=facts.consents_lacking,
        started=measure.started_on is not None, measure_ends=ends_of(measure),
    )  # fmt: skip


def facts_of_payment(basis: PaymentBasis, *, today: date, on: date | None = None) -> PaymentFacts:
    """The facts of a new line, with the sums of the lines there are."""
    (first, last), lines, measure = window_of(basis), list(basis.lines.all()), basis.measure
    month = [one for one in lines if on and (one.corrects or one).on.replace(day=1) == on.replace(day=1)]
    return PaymentFacts(
        today=today, category=measure.category, state=measure.state, started=measure.started_on is not None,
        stopped=basis.stopped_on is not None, on=on, first=first, last=last, each=basis.amount, ceiling=basis.ceiling,
        used=used(lines), by_month=basis.often == Often.MONTHLY, month_used=used(month),
    )  # fmt: skip


def facts_of_line(line: Payment, *, today: date, by: Actor | None = None) -> PaymentFacts:
    """The facts of a line that somebody is to approve, decline or correct."""
    return PaymentFacts(
        today=today, approved=line.is_approved, declined=line.is_declined, corrects=line.corrects_id is not None,
        stopped=line.corrects_id is None and line.basis.stopped_on is not None, corrected=is_corrected(line),
        same_person=by is not None and line.written_by == by.staff_id,
    )  # fmt: skip


def approver(case: Case, *, but: UUID, today: date) -> UUID | None:
    """Who is asked to say yes to a line: the leader of the case's team, else the leader; never whoever wrote it."""
    may = duties(case.municipality_id, today=today).filter(role__rights__name=APPROVE, role__hat__in=(TEAM, WIDE))
    found = [one for one in may.exclude(staff_id=but) if one.role.hat == WIDE or one.team_id == case.team_id]
    found.sort(key=lambda one: (one.role.hat != TEAM, one.role.name != "leader", one.staff.name, str(one.staff_id)))
    return found[0].staff_id if found else None
