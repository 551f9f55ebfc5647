"""Talks with the child as the actor may see them, and what is still missing of the child's voice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from oppvekst.domain.investigations.models import ChildTalk, Investigation, Rendering, TalkWithholding, TrustedPerson
from oppvekst.domain.investigations.rules import (
    Lack,
    ParticipationFacts,
    TalkFacts,
    Voice,
    child_voice,
    versions_to_show,
)
from oppvekst.law.refusals import NotFound


def get_talk(talk_id: UUID) -> ChildTalk:
    """The talk with its versions, if it is there for you."""
    found = _whole(ChildTalk.objects.filter(id=talk_id)).first()
    if found is None:
        raise NotFound("Vi finner ikke denne samtalen blant sakene dine.")
    return found


def talks_of_case(case_id: UUID) -> list[ChildTalk]:
    """The talks with the child, newest first, each with its versions: a fixed number of questions."""
    return list(_whole(ChildTalk.objects.filter(case_id=case_id)).order_by("-held_at", "id"))


def _whole(talks: QuerySet[ChildTalk]) -> QuerySet[ChildTalk]:
    return talks.select_related("case__child", "trusted_person", "investigation").prefetch_related(
        Prefetch("renderings", Rendering.objects.order_by("number")),
        Prefetch("withholdings", TalkWithholding.objects.filter(ended_at=None).order_by("decided_at")),
    )


def counted(talk: ChildTalk) -> Rendering | None:
    """The version of the child's words that counts: the last one."""
    versions = list(talk.renderings.all())
    return versions[-1] if versions else None


def keeps_words(talk: ChildTalk) -> bool:
    """Whether the words themselves are kept from the parents for now (bvl § 12-6)."""
    return any(one.words_too for one in talk.withholdings.all())


def facts_of_talk(talk: ChildTalk) -> TalkFacts:
    """The facts as the rules ask for them."""
    words = counted(talk)
    return TalkFacts(
        told_purpose=talk.told_purpose, told_readers=talk.told_readers, told_voluntary=talk.told_voluntary,
        understood_how=talk.understood_how, heard_about=talk.heard_about, words=words.text if words else "",
        shown=talk.shown, agreement=talk.agreement, agreement_reasons=talk.agreement_reasons, weight=talk.weight,
    )  # fmt: skip


def trusted_persons(case_id: UUID) -> list[TrustedPerson]:
    """Whom the child wants to have there, as it stands now."""
    return list(TrustedPerson.objects.filter(case_id=case_id, ended_on=None).order_by("written_at", "id"))


def get_trusted_person(trusted_id: UUID) -> TrustedPerson:
    """The trusted person, if it is there for you."""
    found = TrustedPerson.objects.select_related("case__child").filter(id=trusted_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne tillitspersonen blant sakene dine.")
    return found


def get_withholding(withholding_id: UUID) -> TalkWithholding:
    """What is kept from the parents, if it is there for you and still stands."""
    found = (
        TalkWithholding.objects.select_related("talk", "case__child").filter(id=withholding_id, ended_at=None).first()
    )
    if found is None:
        raise NotFound("Det holdes ikke tilbake lenger, eller saken er ikke din.")
    return found


@dataclass(frozen=True)
class Participation:
    """How the child took part in an investigation: the register's code, the words to it, and who said so and when."""

    code: str
    reasons: str
    set_by_name: str
    set_at: datetime | None


def participation_in(investigation: Investigation) -> Participation | None:
    """How the child took part in an investigation one holds, if it is said."""
    if not investigation.participation:
        return None
    return Participation(
        investigation.participation, investigation.participation_reasons, investigation.participation_set_by_name,
        investigation.participation_set_at,
    )  # fmt: skip


def participation_of(investigation_id: UUID) -> Participation | None:
    """How the child took part in this investigation, if it is said."""
    found = Investigation.objects.filter(id=investigation_id).first()
    return participation_in(found) if found else None


@dataclass(frozen=True)
class VoiceOfCase:
    """The child's voice as the panel tells it."""

    voice: Voice
    talks: tuple[ChildTalk, ...]
    trusted: tuple[TrustedPerson, ...]
    participation: Participation | None = None

    @property
    def latest(self) -> ChildTalk | None:
        """The talk that was last held."""
        return self.talks[0] if self.talks else None

    @property
    def words(self) -> Rendering | None:
        """The child's words as they count, of the last talk that has any and keeps none of them from the parents."""
        return next((found for talk in self.talks if not keeps_words(talk) and (found := counted(talk))), None)

    @property
    def kept(self) -> bool:
        """Whether the newest words there are, are kept from the parents: they do not lie open on a page of several things."""
        newest = next((talk for talk in self.talks if counted(talk)), None)
        return newest is not None and keeps_words(newest)

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is missing, in words: what a decision may ask before it is signed."""
        return tuple(lack.sentence for lack in self.voice.missing)

    def talk_of(self, lack: Lack) -> ChildTalk | None:
        """In which talk something is missing."""
        return None if lack.talk is None else self.talks[lack.talk]


def voice_of_case(case_id: UUID, *, investigation: UUID | None = None) -> VoiceOfCase:
    """What the child has said and what is missing (bvl § 1-4), of an investigation with how the child took part in it.

    With an investigation, the talks that were held in it are asked about, and those that belong to none.
    """
    talks = talks_of_case(case_id)
    if investigation:
        talks = [talk for talk in talks if talk.investigation_id in (investigation, None)]
    said = participation_of(investigation) if investigation else None
    facts = _participation_facts(said, talks) if investigation else None
    voice = child_voice([facts_of_talk(talk) for talk in talks], facts)
    return VoiceOfCase(voice, tuple(talks), tuple(trusted_persons(case_id)), said)


def _participation_facts(said: Participation | None, talks: Iterable[ChildTalk]) -> ParticipationFacts:
    return ParticipationFacts(
        code=said.code if said else "", participation_reasons=said.reasons if said else "",
        talks_written=sum(1 for _ in talks),
    )  # fmt: skip


@dataclass(frozen=True)
class ShownWords:
    """The child's words as a party may get them, without how they came to be so."""

    held_at: datetime
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The version that counts."""
        return self.texts[-1]


def words_to_show(case_id: UUID) -> list[ShownWords]:
    """What a parent's copy of a decision tells of the child's words: what counts, and never a trace of what was corrected.

    Words that are kept from the parents for now (bvl § 12-6) are not among them, and what the child made or showed never is.
    """
    return _shown(case_id, of_the_talk=False)


def words_with_access(case_id: UUID) -> list[ShownWords]:
    """What a parent with access to the talks gets: every version, or nothing of a talk whose words are kept back."""
    return _shown(case_id, of_the_talk=True)


def _shown(case_id: UUID, *, of_the_talk: bool) -> list[ShownWords]:
    told = []
    for talk in talks_of_case(case_id):
        if keeps_words(talk):
            continue
        texts = tuple(each.text for each in talk.renderings.all())
        if texts:
            told.append(ShownWords(talk.held_at, versions_to_show(texts, of_the_talk=of_the_talk)))
    return told


def withheld_now(case_id: UUID) -> list[TalkWithholding]:
    """What of the talks is kept from the parents now, with the documents it stands for (bvl § 12-6)."""
    return list(
        TalkWithholding.objects.filter(case_id=case_id, ended_at=None)
        .select_related("document")
        .order_by("review_on", "id")
    )


def calendar_of_parents(case_id: UUID, *, since: date) -> QuerySet[ChildTalk]:
    """The talks that may stand in a calendar, a booking or a plan the parents see: those they are told of (bvl § 1-4)."""
    return ChildTalk.objects.filter(
        case_id=case_id, held_at__date__gte=since, parents_told=True, hidden_from_parents=False
    ).order_by("held_at")
