"""My page of one person in a case: opened by a named member of staff, closed again, and the code handed over in person."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.cases.models import MyPage, Party
from oppvekst.domain.cases.queries import get_case, hold_back
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.access.visits import CODE_LASTS, code_imprint, new_code
from oppvekst.ground.journal.acts import act
from oppvekst.law.refusals import NotAllowed, NotFound


def open_my_page(case_id: UUID, person_id: UUID, *, by: Actor, at: datetime) -> MyPage:
    """Open My page for a person in the case (fvl §§ 11, 18): from now on what is shared with her is there.

    Not for the parents while everything is held back from them (bvl § 12-6).
    """
    with act("mypage.opened", by=by, at=at, right="case.write", law="fvl § 11") as entry:
        case = get_case(case_id)
        party = Party.objects.filter(case=case, person_id=person_id, valid_to=None).select_related("person").first()
        if party is None:
            raise NotFound("Personen står ikke i denne saken nå.")
        if party.part != Party.Part.CHILD and hold_back(case_id):
            raise NotAllowed("Alt holdes tilbake fra foreldrene i denne saken. Løft sperren først, når det er trygt.")
        if MyPage.objects.filter(case=case, person_id=person_id, closed_at=None).exists():
            raise NotAllowed("Min side er allerede åpnet for personen.")
        opened = MyPage.objects.create(
            municipality_id=by.municipality, case=case, person_id=person_id, part=party.part, opened_by=by.person,
            called=party.person.given_name or party.person.name, child_name=case.child.given_name, opened_at=at,
        )  # fmt: skip
        entry.about(person_id, case_id=case_id, says=f"Min side ble åpnet for {party.person.name}.")
    return opened


def close_my_page(case_id: UUID, person_id: UUID, *, by: Actor, at: datetime) -> None:
    """Close My page for a person: what was shared with her is not shown there any more."""
    with act("mypage.closed", by=by, at=at, right="case.write", law="fvl § 11") as entry:
        opened = _open_my_page(case_id, person_id)
        MyPage.objects.filter(id=opened.id).update(closed_at=at)
        entry.about(person_id, case_id=case_id, says=f"Min side ble stengt for {opened.person.name}.")


def give_code(case_id: UUID, person_id: UUID, *, by: Actor, at: datetime) -> str:
    """A code for the child's own page, handed over in person (bvl § 1-4): once, and for a week. Shown once, never stored.

    A youth may have no electronic identity that the parents have not ordered, and is the one who needs the page most.
    """
    with act("mypage.code_given", by=by, at=at, right="case.write", law="bvl § 1-4") as entry:
        opened = _open_my_page(case_id, person_id)
        if opened.part != Party.Part.CHILD:
            raise NotAllowed("Koder er for barnets egen side. Voksne logger inn med ID-porten på nivå høyt.")
        code = new_code()
        MyPage.objects.filter(id=opened.id).update(
            code_hash=code_imprint(code), code_until=at + CODE_LASTS, code_used_at=None
        )
        entry.about(person_id, case_id=case_id, says=f"{opened.person.name} fikk en engangskode til Min side.")
    return code


def _open_my_page(case_id: UUID, person_id: UUID) -> MyPage:
    get_case(case_id)
    opened = (
        MyPage.objects.filter(case_id=case_id, person_id=person_id, closed_at=None).select_related("person").first()
    )
    if opened is None:
        raise NotFound("Min side er ikke åpnet for denne personen i denne saken.")
    return opened
