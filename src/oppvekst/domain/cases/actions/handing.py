"""What was given to whom: the answer's documents to the party, and what is withheld to her representative (fvl § 20)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from oppvekst.domain.cases.models import FileRequest, Handover, Rendition
from oppvekst.domain.cases.queries import hold_back
from oppvekst.domain.cases.queries.insight import get_file_request, grounds_of, renditions
from oppvekst.domain.cases.rules.insight import only_for_representatives
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.citation import bvl, fvl
from oppvekst.law.refusals import Incomplete, NotAllowed

LAW = "bvl § 12-6; fvl §§ 18-21"
OUTCOME = Rendition.Outcome


def give(
    case_id: UUID, request_id: UUID, *, to: str, way: str, by: Actor, at: datetime, withheld_too: bool = False
) -> list[Handover]:
    """Write down that the answer's documents are given: to whom, how and when (fvl § 20). Stopped by the hold-back.

    ``withheld_too``: to the party's representative, who asked for what the party was not given (bvl § 12-6 (2)).
    """
    if not to.strip():
        raise Incomplete({"to": "Skriv hvem som fikk dokumentene."})
    with act("file.given", by=by, at=at, right="file.answer", law=LAW) as entry:
        request = get_file_request(case_id, request_id)
        refuse_held_back(case_id)
        if request.answered_at is None:
            raise NotAllowed("Kravet er ikke besvart ennå. Bestem først hva parten får.")
        chosen = _for_representative(request) if withheld_too else _for_party(request)
        given = [
            Handover(
                municipality_id=request.municipality_id, case_id=case_id, request=request, rendition=one, to_name=to.strip(),
                withheld_too=withheld_too, way=way, given_at=at, given_by=by.person, given_by_name=by.name,
            )
            for one in chosen
        ]  # fmt: skip
        Handover.objects.bulk_create(given)
        what = "opplysninger som er unntatt fra innsyn" if withheld_too else f"{len(given)} dokumenter"
        how = Handover.Way(way).label
        entry.about(request.id, case_id=case_id, says=f"{to.strip()} fikk {what} {how}.")
    return given


def _for_party(request: FileRequest) -> list[Rendition]:
    chosen = [one for one in renditions(request) if one.outcome != OUTCOME.REFUSED]
    if not chosen:
        raise NotAllowed("Alle dokumentene i kravet er avslått. Det er ingenting å gi.")
    return chosen


def _for_representative(request: FileRequest) -> list[Rendition]:
    """What a representative shall be told on request: only where every ground opens for it."""
    if not request.representative:
        raise NotAllowed("Det som er unntatt, kan bare gis en representant for parten. Kravet har ingen representant.")
    withheld = [one for one in renditions(request) if one.outcome != OUTCOME.WHOLE]
    chosen = [one for one in withheld if only_for_representatives(ground.code for ground in grounds_of(one))]
    if not chosen:
        raise NotAllowed(
            "Ingenting i dette kravet er unntatt av en grunn som gir representanten rett til å se det.",
            bvl("12-6", 2) & fvl("19", 1, "d"),
        )  # fmt: skip
    return chosen


def refuse_held_back(case_id: UUID) -> None:
    """Nothing goes to the parents while it is held back, by any way (bvl §§ 1-3, 12-6)."""
    if switch := hold_back(case_id):
        raise NotAllowed(
            f"Alt til foreldrene holdes tilbake i saken. {switch.owner_name} eier sperren og må løfte den først.",
            bvl("12-6", 2),
        )  # fmt: skip
