"""What the investigations of a case tell of the child's voice: how it is to be heard, every talk, and how it took part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from oppvekst.domain.investigations.desk.voice import ACTS, mends
from oppvekst.domain.investigations.models import ChildTalk, Investigation
from oppvekst.domain.investigations.queries import counted, facts_of_talk, of_case, talks_of_case
from oppvekst.domain.investigations.queries.talks import keeps_words, participation_in
from oppvekst.domain.investigations.rules import PARTICIPATIONS, ParticipationFacts, child_voice, talk_lacks
from oppvekst.ground.web.frame import known
from oppvekst.ground.web.voice import Line, Missing, Voiced
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import oslo_date
from oppvekst.law.citation import Citation

STAGE, BESIDE = "Undersøkelsen", "Samtaler utenom undersøkelsen"
TOLD = (
    ("told_purpose", "hva ordene kan brukes til"), ("told_readers", "hvem som kan lese dem"),
    ("told_voluntary", "at det er frivillig"),
)  # fmt: skip


@dataclass(frozen=True)
class _Found:
    """Everything of a case that this room tells of: four questions, however much there is."""

    investigations: tuple[Investigation, ...]
    talks: tuple[ChildTalk, ...]

    def of(self, investigation_id: UUID | None) -> list[ChildTalk]:
        return [talk for talk in self.talks if talk.investigation_id == investigation_id]


def voiced(case_id: UUID, today: date) -> Iterator[Voiced]:
    """Every investigation with its plan, its talks and its code, oldest first, and the talks that belong to none."""
    found = _Found(tuple(reversed(of_case(case_id))), tuple(reversed(talks_of_case(case_id))))
    for one in found.investigations:
        yield from _planned(one)
        for talk in found.of(one.id):
            yield _talk(talk, STAGE)
        yield _took_part(one, found)
    for talk in found.of(None):
        yield _talk(talk, BESIDE)


def _planned(one: Investigation) -> Iterator[Voiced]:
    if said := str(one.plan.get("talks", "")).strip():
        yield Voiced(
            stage=STAGE, step="Slik skulle barnet høres, etter planen", href=known("investigation-plan", one.id),
            at=oslo_date(one.plan_saved_at) if one.plan_saved_at else None, more=(Line("Planen", said),),
        )  # fmt: skip


def _talk(talk: ChildTalk, stage: str) -> Voiced:
    kept, words = _kept(talk), counted(talk)
    told = ", ".join(words_ for name, words_ in TOLD if getattr(talk, name))
    return Voiced(
        stage=stage, step="Samtale med barnet", at=oslo_date(talk.held_at), href=known("child-talk", talk.id),
        told=told.capitalize(),
        asked=talk.heard_about, said=words.text if words and not keeps_words(talk) else "", kept=kept,
        more=tuple(_beside(talk)), missing=tuple(_lacking(talk)),
    )  # fmt: skip


def _kept(talk: ChildTalk) -> str:
    """What is kept from the parents does not stand on a page that may lie open: it is read in the talk (bvl § 12-6)."""
    kept = list(talk.withholdings.all())
    if not kept:
        return ""
    what = "Barnets ord" if keeps_words(talk) else "Noe barnet laget eller viste"
    again = day_in_words(min(one.review_on for one in kept))
    return f"{what} holdes tilbake fra foreldrene, og vurderes igjen {again}. Les det i samtalen."


def _beside(talk: ChildTalk) -> Iterator[Line]:
    if talk.understood_how:
        yield Line("Forsto det", talk.understood_how)
    if talk.shown and not talk.withholdings.all():
        yield Line("Viste", talk.shown)
    if talk.agreement:
        reasons = f". {talk.agreement_reasons}" if talk.agreement_reasons else ""
        yield Line("Gjengivelsen", f"{talk.get_agreement_display()}{reasons}")
    if talk.weight:
        yield Line("Vekten", talk.weight)
    if talk.trusted_person:
        yield Line("Tillitsperson", talk.trusted_person.name)
    if talk.parents_told is False:
        yield Line("Foreldrene", "Vet ikke om samtalen")


def _lacking(talk: ChildTalk) -> Iterator[Missing]:
    for guard in talk_lacks(facts_of_talk(talk)):
        yield _missing(guard.refusal, guard.citation, guard.field or "", talk=talk)


def _took_part(one: Investigation, found: _Found) -> Voiced:
    """The code and its words; what is asked for is asked for while the investigation runs."""
    said = participation_in(one)
    more = Line("Medvirkning", PARTICIPATIONS.get(said.code).text if said else "Ikke satt")
    return Voiced(
        stage=STAGE, step="Hvordan barnet medvirket", at=oslo_date(said.set_at) if said and said.set_at else None,
        href=known("investigation-participation", one.id),
        more=(more, *([Line("Begrunnelse", said.reasons)] if said and said.reasons else [])),
        missing=() if one.concluded_on else tuple(_of_investigation(one, found)),
    )  # fmt: skip


def _of_investigation(one: Investigation, found: _Found) -> Iterator[Missing]:
    talks = [*found.of(one.id), *found.of(None)]
    facts = ParticipationFacts(
        code=one.participation, participation_reasons=one.participation_reasons, talks_written=len(talks)
    )
    for lack in child_voice([facts_of_talk(talk) for talk in talks], facts).missing:
        if lack.talk is None:
            yield _missing(lack.sentence, lack.citation, lack.field, investigation=one)


def _missing(
    sentence: str,
    law: Citation,
    field: str,
    *,
    talk: ChildTalk | None = None,
    investigation: Investigation | None = None,
) -> Missing:
    case_id = talk.case_id if talk else investigation.case_id if investigation else None
    assert case_id
    href = mends(field, talk, case_id, investigation.id if investigation else None)
    return Missing(
        title=sentence, note=str(law), word="Mangler:", href=href, act=ACTS.get(field, "Skriv") if href else ""
    )
