"""What is left out of one person's copy (fvl § 24 (3); bvl § 12-6), and who represents a party (fvl § 12)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.cases.rules.insight import CONFIDENTIAL_FROM, must_hold
from oppvekst.domain.decisions.models import Addressee, Withholding
from oppvekst.domain.decisions.queries.letter import law_words
from oppvekst.domain.decisions.queries.sending import get_addressee
from oppvekst.domain.decisions.rules import WRITE, Standing
from oppvekst.domain.decisions.rules.rendition import LAW, must_be_withholdable
from oppvekst.domain.investigations.queries import is_open
from oppvekst.domain.people.rules import age
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound


def withhold(
    addressee_id: UUID, section: str, paragraph: int, *, ground: str, reasons: str, told: bool = True, by: Actor, at: datetime
) -> Withholding:  # fmt: skip
    """Leave a paragraph of the locked text out of one copy, with the ground and the reason (fvl §§ 19, 24 (3); bvl § 12-6).

    ``told``: whether the copy says that something is left out; not where that itself would tell.
    """
    with act("decision.withheld", by=by, at=at, right=WRITE, law=LAW) as entry:
        addressee = get_addressee(addressee_id)
        _refuse_sent(addressee)
        if not reasons.strip():
            raise Incomplete({"reasons": "Skriv hvorfor akkurat denne mottakeren ikke skal få vite det."})
        if addressee.decision.content is None:
            raise NotAllowed("Vedtaket er ikke undertegnet ennå. Avsnittene velges i den låste teksten.")
        must_be_withholdable(addressee.decision.content, section, paragraph, party=addressee.standing == Standing.PARTY)
        must_hold(ground, investigation_runs=is_open(addressee.case_id), young=_young(addressee, at))
        made, _new = Withholding.objects.get_or_create(
            addressee=addressee, section=section, paragraph=paragraph, lifted_at=None,
            defaults={
                "municipality_id": addressee.municipality_id, "case_id": addressee.case_id, "ground": ground,
                "reasons": reasons.strip(), "told": told, "by": by.person, "at": at,
            },
        )  # fmt: skip
        if not _new:
            raise NotAllowed("Avsnittet er allerede utelatt. Ta det inn igjen først hvis hjemmelen skal være en annen.")
        says = f"Et avsnitt er utelatt i vedtaket til {addressee.name}, etter {law_words(ground)}."
        entry.about(addressee.decision_id, case_id=addressee.case_id, says=says)
    return made


def let_in(withholding_id: UUID, *, by: Actor, at: datetime) -> None:
    """Let a paragraph stand in the copy after all (fvl § 24)."""
    with act("decision.let_in", by=by, at=at, right=WRITE, law=LAW) as entry:
        found = Withholding.objects.filter(id=withholding_id, lifted_at=None).first()
        if found is None:
            raise NotFound("Avsnittet er ikke utelatt lenger, eller saken er ikke din.")
        addressee = get_addressee(found.addressee_id)
        _refuse_sent(addressee)
        found.lifted_at = at
        found.save(update_fields=["lifted_at"])
        says = f"Et avsnitt som var utelatt i vedtaket til {addressee.name}, står der igjen."
        entry.about(addressee.decision_id, case_id=addressee.case_id, says=says)


def add_representative(addressee_id: UUID, name: str, *, by: Actor, at: datetime) -> Addressee:
    """Set down a lawyer or other representative of a party, who gets every letter (fvl § 12 (3))."""
    with act("decision.represented", by=by, at=at, right=WRITE, law="fvl § 12") as entry:
        of = get_addressee(addressee_id)
        if not name.strip():
            raise Incomplete({"name": "Skriv navnet på fullmektigen."})
        if of.standing not in (Standing.PARTY, Standing.INFORMED):
            raise NotAllowed("Bare en som selv skal ha vedtaket, kan la seg representere.")
        made = Addressee.objects.create(
            municipality_id=of.municipality_id, case_id=of.case_id, decision_id=of.decision_id, name=name.strip(),
            standing=Standing.REPRESENTATIVE, represents=of, language=of.language,
            reasons=f"Er fullmektig for {of.name} og skal ha alle brev (fvl § 12).",
        )  # fmt: skip
        entry.about(of.decision_id, case_id=of.case_id, says=f"{made.name} representerer {of.name}.")
    return made


def _young(addressee: Addressee, at: datetime) -> bool:
    born = addressee.party.person.birth_date if addressee.party else None
    return born is not None and age(born, today=oslo_date(at)) < CONFIDENTIAL_FROM


def _refuse_sent(addressee: Addressee) -> None:
    """What somebody has in her hand cannot be taken back by a mark in our own copy."""
    if addressee.dispatched_at:
        raise NotAllowed(f"Vedtaket er allerede sendt til {addressee.name}. Det som er sendt, kan ikke endres.")
