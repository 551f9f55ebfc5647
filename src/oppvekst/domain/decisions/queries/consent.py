"""What can be asked of consents: who must say yes to a text on a day, what everybody has said, and what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from uuid import UUID

from oppvekst.domain.cases.models import Case, Party, Residence
from oppvekst.domain.cases.queries import get_case, parties, responsibility_on, understanding_on
from oppvekst.domain.cases.queries.living import residences, responsibilities
from oppvekst.domain.decisions.models import AfterWithdrawal, Consent, ConsentRule, ConsentText
from oppvekst.domain.decisions.rules.consent import (
    Answer,
    Form,
    Ground,
    Kind,
    Line,
    Living,
    Matrix,
    Missing,
    Said,
    Situation,
    Someone,
    matrix,
    missing,
)
from oppvekst.domain.decisions.rules.consent.facts import PARENTS
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import NotFound


def get_text(text_id: UUID) -> ConsentText:
    """The text somebody is asked about, if it is there for you."""
    found = ConsentText.objects.select_related("case__child").filter(id=text_id).first()
    if found is None:
        raise NotFound("Vi finner ikke denne teksten blant sakene dine.")
    return found


def get_consent(consent_id: UUID) -> Consent:
    """One answer, if it is there for you."""
    found = Consent.objects.select_related("text__case__child", "person").filter(id=consent_id).first()
    if found is None:
        raise NotFound("Vi finner ikke dette svaret blant sakene dine.")
    return found


def texts_of(case_id: UUID) -> list[ConsentText]:
    """Everything the family has been asked about, what is not closed first, then the newest."""
    return sorted(
        ConsentText.objects.filter(case_id=case_id),
        key=lambda text: (text.closed_at is None, text.asked_at),
        reverse=True,
    )


def choices_on(municipality: int, day: date) -> dict[str, str]:
    """What this service asks on that day where the law is silent, by question; without a line the first answer holds."""
    rows = ConsentRule.objects.filter(municipality_id=municipality, valid_from__lte=day)
    return {row.key: row.value for row in rows.order_by("valid_from", "noted_at")}


def choice_history(municipality: int) -> list[ConsentRule]:
    """What the service has chosen, the newest first."""
    return list(ConsentRule.objects.filter(municipality_id=municipality).order_by("-valid_from", "-noted_at"))


@dataclass(frozen=True)
class People:
    """The persons of a case and the dated facts about them, asked for many texts; each day is read once."""

    case: Case
    parties: tuple[Party, ...]
    living: tuple[Residence, ...]
    days: dict[date, Situation] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, case: Case) -> People:
        """Everybody in it now."""
        return cls(case, tuple(parties(case)), tuple(residences(case.id)))

    def on(self, day: date, *, ground: str = Ground.ORDINARY, affects: Collection[str] = ()) -> Situation:
        """How they stand on that day, for an act with this ground that reaches these persons."""
        if day not in self.days:
            self.days[day] = self._read(day)
        plain = self.days[day]
        others = tuple(replace(one, affected=one.key in affects) for one in plain.others)
        return replace(plain, others=others, ground=Ground(ground))

    def _read(self, day: date) -> Situation:
        held, grasp = responsibility_on(self.case.id, day), understanding_on(self.case.id, day)
        home = next((row for row in self.living if row.valid_from <= day), None)
        others = tuple(
            Someone(
                key=str(one.person_id), name=one.person.name, role=one.part, responsibility=held[one.person_id].holds,
                birth_date=one.person.birth_date,
            )
            for one in self.parties if one.part != Party.Part.CHILD
        )  # fmt: skip
        child = self.case.child
        return Situation(
            on=day, others=others, living=Living(home.living) if home else None, lives_with=frozenset(_home(home, others)),
            child=Someone(key=str(child.id), name=child.name, role="child", birth_date=child.birth_date),
            understands=grasp.understands if grasp else None, choices=choices_on(self.case.municipality_id, day),
        )  # fmt: skip

    def turning_days(self) -> Iterator[date]:
        """The days from which where the child lives or who is responsible is another."""
        yield from (row.valid_from for row in self.living)
        yield from (row.valid_from for row in responsibilities(self.case.id))


def _home(home: Residence | None, others: Iterable[Someone]) -> Iterator[str]:
    if home is None:
        return
    if home.person_id:
        yield str(home.person_id)
    elif home.living in (Residence.Living.TOGETHER, Residence.Living.SHARED):
        yield from (one.key for one in others if one.role in PARENTS)


@dataclass(frozen=True)
class Row:
    """One line of the matrix with what that person has answered, and why it does not stand if it does not."""

    line: Line
    answer: Consent | None
    lacking: Missing | None
    person_id: UUID | None

    @property
    def stands(self) -> bool:
        """Whether this person's yes is there and holds."""
        return self.answer is not None and self.answer.said == Said.YES and self.lacking is None


@dataclass(frozen=True)
class Standing:
    """One text on one day: everybody's part, everybody's answer, and what is missing before the act may be done."""

    text: ConsentText
    people: People
    day: date
    answers: dict[UUID, Consent] = field(default_factory=dict)

    @cached_property
    def situation(self) -> Situation:
        """How the people of the case stand on that day."""
        return self.people.on(self.day, ground=self.text.ground, affects=self.text.affects)

    @cached_property
    def matrix(self) -> Matrix:
        """Everybody's part."""
        return matrix(Kind(self.text.kind), self.situation)

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """What is lacking; empty when every yes stands."""
        said = [as_answer(one) for one in self.answers.values()]
        return missing(self.matrix, said, version=self.text.version, begins_on=self.text.begins_on)

    @property
    def rows(self) -> list[Row]:
        """The matrix as a table."""
        lacking = {one.who: one for one in self.missing}
        given = {str(key): one for key, one in self.answers.items()}
        known = {str(one.person_id): one.person_id for one in self.people.parties}
        return [
            Row(line, given.get(line.who), lacking.get(line.who), known.get(line.who)) for line in self.matrix.lines
        ]

    def row_of(self, person_id: UUID) -> Row:
        """That person's line; whoever has no part in it is not there."""
        found = next((row for row in self.rows if row.person_id == person_id), None)
        if found is None:
            raise NotFound("Vi finner ikke denne personen blant dem dette gjelder.")
        return found


def standing(text: ConsentText, *, today: date, people: People | None = None) -> Standing:
    """How a text stands on that day (bvl kap. 3, §§ 12-2, 12-3)."""
    return Standing(text, people or People.of(text.case), today, latest_answers(text))


def standings(case: Case, *, today: date) -> list[Standing]:
    """Every text of a case as it stands, in a fixed number of questions."""
    people = People.of(case)
    said = list(
        Consent.objects.filter(case_id=case.id).select_related("text", "person").order_by("said_at", "noted_at")
    )
    texts = texts_of(case.id)
    for text in texts:
        text.case = case
    return [Standing(text, people, today, _latest(text, said)) for text in texts]


def latest_answers(text: ConsentText) -> dict[UUID, Consent]:
    """Everybody's last word about this text; a yes to earlier words is there too, so that it is known to be outdated."""
    rows = Consent.objects.filter(text__case_id=text.case_id, text__kind=text.kind, text__subject=text.subject)
    return _latest(text, rows.select_related("text", "person").order_by("said_at", "noted_at"))


def _latest(text: ConsentText, said: Iterable[Consent]) -> dict[UUID, Consent]:
    found: dict[UUID, Consent] = {}
    for one in said:
        if (one.text.kind, one.text.subject) != (text.kind, text.subject) or _later(one.text, text):
            continue
        if one.text_id == text.id or one.said == Said.YES:
            found[one.person_id] = one
        elif one.person_id in found and found[one.person_id].text_id != text.id:
            del found[one.person_id]
    return found


def _later(one: ConsentText, than: ConsentText) -> bool:
    return bool(than.asked_at) and one.asked_at > than.asked_at


def consents_missing(
    case_id: UUID, act: str, subject_id: UUID, text_version: str, *, today: date
) -> tuple[Missing, ...]:
    """Whose yes is lacking before this act may be done today, or which fact; empty when every yes stands (bvl § 3-1).

    A version nobody has been asked about has no yes: it is read as an ordinary act that reaches nobody else.
    """
    case = get_case(case_id)
    text = _asked(case, act, subject_id, text_version)
    return standing(text, today=today).missing


def consent_stands(case_id: UUID, act: str, subject_id: UUID, text_version: str, *, today: date) -> bool:
    """Whether everybody who must, has said yes to exactly these words and not taken it back (bvl § 3-1)."""
    return not consents_missing(case_id, act, subject_id, text_version, today=today)


def followed(text: ConsentText) -> dict[UUID, AfterWithdrawal]:
    """What the service did after each yes that fell, by the answer it followed."""
    return {row.consent_id: row for row in AfterWithdrawal.objects.filter(consent__text=text)}


def fallen(now: Standing) -> list[Consent]:
    """Answers by which a yes fell: taken back, or a no from somebody who need not be asked when the words were written.

    Not when the same person has said yes again since.
    """
    later = {*now.matrix.required} - {*replace(now, day=oslo_date(now.text.asked_at)).matrix.required}
    return [
        one
        for one in history(now.text)
        if (one.said == Said.WITHDRAWN or (one.said == Said.NO and str(one.person_id) in later))
        and not _yes_since(now.answers.get(one.person_id), one)
    ]


def _yes_since(answer: Consent | None, one: Consent) -> bool:
    return answer is not None and answer.said == Said.YES and answer.said_at > one.said_at


def history(text: ConsentText) -> list[Consent]:
    """Every answer to these words and to earlier ones of the same matter, the newest first."""
    rows = Consent.objects.filter(text__case_id=text.case_id, text__kind=text.kind, text__subject=text.subject)
    return list(rows.select_related("person", "text").order_by("-said_at", "-noted_at"))


def _asked(case: Case, act: str, subject_id: UUID, version: str) -> ConsentText:
    rows = ConsentText.objects.filter(case_id=case.id, kind=act, subject=subject_id)
    newest = rows.order_by("-asked_at")
    found = newest.filter(version=version).first()
    if found:
        found.case = case
        return found
    before = newest.first()
    return ConsentText(
        case=case, municipality_id=case.municipality_id, kind=act, subject=subject_id, version=version,
        ground=before.ground if before else Ground.ORDINARY, affects=before.affects if before else [],
        begins_on=before.begins_on if before else None,
    )  # fmt: skip


def as_answer(one: Consent) -> Answer:
    """An answer as the rules ask for it."""
    return Answer(
        who=str(one.person_id),
        said=Said(one.said),
        version=one.text.version,
        form=Form(one.form),
        handed_on=one.handed_on,
    )
