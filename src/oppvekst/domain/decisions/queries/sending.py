"""Whom a decision goes to and how far it has come: routes that can be used, what hinders them, and each one's limit."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from oppvekst.domain.cases.models import MyPage, Party, Uninformed
from oppvekst.domain.cases.queries import hold_back, reveals
from oppvekst.domain.cases.rules.outward import Held, Recipient, may_leave_the_house
from oppvekst.domain.decisions.models import Addressee, Copy, Decision, ReadyNotice
from oppvekst.domain.decisions.rules import DecisionFacts, Standing
from oppvekst.domain.decisions.rules.reaching import Notice, Road, Route, appeal_due, road_of
from oppvekst.domain.decisions.rules.routes import Ways
from oppvekst.domain.people.models import Protection, Reach
from oppvekst.domain.people.queries import kinds_of
from oppvekst.domain.people.rules import way_of
from oppvekst.law.deadline import Due
from oppvekst.law.refusals import NotFound
from oppvekst.law.verdict import Verdict


def get_addressee(addressee_id: UUID) -> Addressee:
    """One person of a decision, if it is there for you."""
    found = Addressee.objects.select_related(
        "decision__case__child", "decision__municipality", "party__person", "represents"
    )
    one = found.filter(id=addressee_id).first()
    if one is None:
        raise NotFound("Vi finner ikke denne mottakeren av vedtaket.")
    return one


def sent_decision(decision_id: UUID) -> Decision:
    """The decision with its case and nobody's person: the worker, which knows no persons, asks so too."""
    found = Decision.objects.select_related("case").filter(id=decision_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette vedtaket blant sakene dine.")
    return found


def everybody(decision_id: UUID) -> list[Addressee]:
    """Everybody it concerns, with those who represent them, by name."""
    found = Addressee.objects.filter(decision_id=decision_id).prefetch_related("representatives")
    return list(found.order_by("name", "id"))


def facts_of_sending(decision: Decision, *, today: date) -> DecisionFacts:
    """What the steps after the signature ask about, and no more."""
    copies = [one for one in everybody(decision.id) if one.has_copy]
    return DecisionFacts(
        today=today, undispatched=tuple(one.name for one in copies if one.dispatched_at is None),
        unreached=tuple(one.name for one in copies if one.reached_on is None),
        last_appeal_day=max((one.appeal_due for one in copies if one.appeal_due), default=None),
    )  # fmt: skip


def road(decision: Decision) -> Road:
    """Where an appeal against it goes."""
    return road_of(decision.kind, decision.bases[0]["section"] if decision.bases else "")


def notice_of(addressee: Addressee) -> Notice:
    """How word of it has gone to this person, as the rules ask."""
    return Notice(
        route=Route(addressee.route or Route.POST), reached_on=addressee.reached_on, available_at=addressee.available_at,
        notified_at=addressee.notified_at, second_notice_at=addressee.second_notice_at, opened_at=addressee.opened_at,
    )  # fmt: skip


def limit_of(addressee: Addressee, decision: Decision) -> Due | None:
    """Until when this person may appeal. One who is represented has time until the later of the two (fvl §§ 12, 29)."""
    own = appeal_due(road(decision), notice_of(addressee))
    if addressee.standing != Standing.PARTY:
        return own
    theirs = [appeal_due(road(decision), notice_of(one)) for one in addressee.representatives.all() if one.has_copy]
    found = [due for due in (own, *theirs) if due is not None]
    return max(found, key=lambda due: due.start, default=None)


def safe_phones(addressee: Addressee) -> list[str]:
    """The phones she has been asked about and said are safe: no other is used for a word about post."""
    if addressee.party is None:
        return []
    found = Reach.objects.filter(
        person_id=addressee.party.person_id, kind=Reach.Kind.PHONE, safe=True, valid_to=None, protection=Protection.NONE
    )
    return list(found.order_by("value").values_list("value", flat=True))


def ways_to(addressee: Addressee) -> Ways:
    """What is there to reach this person by."""
    if addressee.party is None:
        return Ways()
    person = addressee.party.person
    page = MyPage.objects.filter(case_id=addressee.case_id, person_id=person.id, closed_at=None).exists()
    return Ways(page=page, phone=bool(safe_phones(addressee)), protection=way_of(kinds_of(person)))


def may_go_to(addressee: Addressee, route: Route, *, said: str, at: datetime) -> Verdict:
    """Whether a copy may leave the house to this person now: the switch, the one who is not told, the protected address."""
    switch = hold_back(addressee.case_id)
    held = Held(switch.reasons, switch.owner_name, switch.set_at, switch.review_on) if switch else None
    kept = set(Uninformed.objects.filter(case_id=addressee.case_id, lifted_at=None).values_list("person_id", flat=True))
    whom = addressee.party.person_id if addressee.party else None
    represented = addressee.represents.party if addressee.represents else None
    to = _recipient(addressee, route)
    out = whom in kept or (represented is not None and represented.person_id in kept)
    return may_leave_the_house(
        to, held, at=at, kept_out=out or (bool(kept) and to is Recipient.HOUSEHOLD),
        reveals=bool(said) and reveals(said, addressee.case_id, to=whom),
    )  # fmt: skip


def newest_copies(decision_id: UUID) -> dict[UUID, Copy]:
    """The copy each one got last, without the letter itself."""
    made = Copy.objects.filter(addressee__decision_id=decision_id).defer("pdf").order_by("addressee_id", "-made_at")
    return {copy.addressee_id: copy for copy in made.distinct("addressee_id")}


def get_copy(copy_id: UUID) -> Copy:
    """One copy as it was sent, if it is there for you."""
    found = Copy.objects.select_related("addressee__decision__case__child").filter(id=copy_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette eksemplaret av vedtaket.")
    return found


def failed(addressee: Addressee) -> bool:
    """Whether the last word to the phone came to nothing, so that no limit has begun to run."""
    last = ReadyNotice.objects.filter(addressee=addressee, again=False).order_by("-written_at").first()
    return bool(last and last.failed_at) and addressee.notified_at is None


def _recipient(addressee: Addressee, route: Route) -> Recipient:
    """A child or a child's representative is reached by a way of her own; a letter to the home is opened by others."""
    party = addressee.party or (addressee.represents.party if addressee.represents else None)
    if party is None or party.part != Party.Part.CHILD:
        return Recipient.PARENT
    return Recipient.HOUSEHOLD if route is Route.POST and addressee.party else Recipient.CHILD_SAFE_WAY
