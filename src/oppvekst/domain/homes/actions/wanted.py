"""What is done with a home that is asked for: the coordinator's answer. Whose it is stands in a later room (bvl § 3-1)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from oppvekst.domain.homes.actions.offer import FOLLOW_UP
from oppvekst.domain.homes.models import Offer, Wanted
from oppvekst.domain.homes.queries import (
    TELL,
    answer_limit,
    facts_of_wanted,
    facts_to_settle,
    get_offer,
    get_wanted,
    must_see,
    to_be_told,
)
from oppvekst.domain.homes.rules import (
    ANSWERED,
    CANNOT,
    NAME_HOME,
    SAY_NONE,
    WAITS,
    WANTED_MACHINE,
    Wish,
    check_in_place,
    check_wish,
    cleaned_wish,
    lacking_words,
    looks_sensitive,
    not_in_place,
    reply_due,
)
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.agenda.models import Item, Queue
from oppvekst.ground.agenda.planned import Planned, Subject, announce, settle
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed, NotFound

ANSWERS = (
    "state", "offer", "answer_name", "answer_phone", "answer_words", "several", "answered_by", "answered_by_name", "answered_at",
    "reply_by",
)  # fmt: skip
GONE = ("gone_name", "gone_words", "gone_at")
SAID = ("in_place", "in_place_by_name", "in_place_at")
SETTLES = ("state", "settled_by_name", "settled_at", "settled_words")
UNTIL_ALL = "Linja blir borte når alt er skrevet, eller den som spurte, har sagt nei eller trukket spørsmålet."
TITLE = {"visiting_home": "Svar om et besøkshjem", "support_contact": "Svar om en støttekontakt"}


NOBODY_NAMED: dict[str, Any] = {
    "offer": None, "answer_name": "", "answer_phone": "", "answer_words": "", "several": False, "answered_by": None,
    "answered_by_name": "", "answered_at": None, "reply_by": None, "in_place": {}, "in_place_by_name": "", "in_place_at": None,
}  # fmt: skip


def ask(
    wish: Wish,
    *,
    areas: Collection[str],
    known: Iterable[str] = (),
    places: Collection[str] | None = None,
    before: Wanted | None = None,
    by: Actor,
    at: datetime,
) -> Wanted:
    """Put it before the coordinator, with its day; the act that asks, and the case, are of a later room (bvl §§ 3-1, 13-1)."""
    wish, today = cleaned_wish(wish), oslo_date(at)
    check_wish(wish, areas=areas, known=known, places=places, today=today)
    due = answer_limit(by.municipality, today)
    assert due.due
    asked = Wanted.objects.create(
        municipality_id=by.municipality, kind=wish.kind.value, age=wish.age, often=wish.often, wanted_from=wish.wanted_from,
        area=wish.area, language=wish.language, needs=list(wish.needs), words=wish.words, kept_reason=wish.kept_reason,
        asked_by=by.person, asked_by_name=by.name, asked_at=at, answer_by=due.due,
        again_of=before.id if before else None, again_words=before.settled_words if before else "",
    )  # fmt: skip
    announce(limits_of_wanted(asked))
    return asked


def limits_of_wanted(asked: Wanted) -> Subject:
    """The coordinator's line: to answer, then to say what is in place. The database takes it away: who settles it sees none."""
    planned: tuple[Planned, ...] = ()
    if asked.state == WAITS:
        due = answer_limit(asked.municipality_id, oslo_date(asked.asked_at))
        planned = (
            Planned(
                due.rule.id, TITLE[asked.kind], due=due.due, target=due.target, start=due.start, steps=due.steps,
                law=str(due.rule.citation), interpretation=due.interpretation or "", queue=Queue.HOMES,
            ),
        )  # fmt: skip
    elif asked.state == ANSWERED and (lacking := not_in_place(asked.kind, asked.in_place)):
        planned = (
            Planned(
                "home-in-place", "Skriv hva som er på plass", start=oslo_date(asked.answered_at or asked.asked_at),
                steps=(lacking_words(lacking), UNTIL_ALL), law="bvl § 12-11", queue=Queue.HOMES,
            ),
        )  # fmt: skip
    return Subject(asked.id, "wanted", asked.municipality_id, None, planned)


def name_home(
    wanted_id: UUID,
    offer_id: UUID | None,
    words: str,
    *,
    in_place: Mapping[str, date],
    several: bool = False,
    by: Actor,
    at: datetime,
) -> None:
    """Name a home to the one who asked: who, the phone, and what is agreed to ask them about; its own words (bvl § 3-1)."""
    step = WANTED_MACHINE.step(NAME_HOME)
    with act("wanted.answered", by=by, at=at, right=FOLLOW_UP, law=step.citation) as entry:
        asked, offer = _locked(wanted_id, by), _chosen(offer_id, by)
        facts = facts_of_wanted(asked, offer=offer, answer_words=words, several=several)
        asked.state = WANTED_MACHINE.take(asked.state, NAME_HOME, facts)
        assert offer
        _refuse_number(words)
        asked.offer, asked.answer_name, asked.answer_phone, asked.several = offer, offer.name, offer.phone, several
        _answer(asked, words, by, at)
        _say(asked, in_place, by, at)
        asked.save(update_fields=(*ANSWERS, *SAID))
        settle(limits_of_wanted(asked))
        entry.about(asked.id, says=f"Et hjem er foreslått til {asked.asked_by_name}.", offer=str(offer.id))


def say_none(wanted_id: UUID, words: str, *, by: Actor, at: datetime) -> None:
    """Say that there is none now, and what could be tried instead (bvl § 3-1)."""
    step = WANTED_MACHINE.step(SAY_NONE)
    with act("wanted.none_found", by=by, at=at, right=FOLLOW_UP, law=step.citation) as entry:
        asked = _locked(wanted_id, by)
        asked.state = WANTED_MACHINE.take(asked.state, SAY_NONE, facts_of_wanted(asked, answer_words=words))
        _refuse_number(words)
        _answer(asked, words, by, at)
        asked.save(update_fields=ANSWERS)
        entry.about(asked.id, says=f"Det ble ikke funnet noe hjem til det {asked.asked_by_name} spurte om.")


def say_cannot(wanted_id: UUID, words: str, *, by: Actor, at: datetime) -> None:
    """Say that the home that was named cannot after all: nobody says yes to it, and another is looked for (bvl § 3-1)."""
    step = WANTED_MACHINE.step(CANNOT)
    with act("wanted.cannot", by=by, at=at, right=FOLLOW_UP, law=step.citation) as entry:
        asked = _locked(wanted_id, by)
        asked.state = WANTED_MACHINE.take(asked.state, CANNOT, facts_of_wanted(asked, answer_words=words))
        _refuse_number(words)
        offer, asked.gone_name, asked.gone_words, asked.gone_at = asked.offer_id, asked.answer_name, words.strip(), at
        for name, empty in NOBODY_NAMED.items():
            setattr(asked, name, empty)
        asked.save(update_fields=(*ANSWERS, *SAID, *GONE))
        settle(limits_of_wanted(asked))
        entry.about(
            asked.id, says=f"Hjemmet som var foreslått til {asked.asked_by_name}, kan likevel ikke.", offer=str(offer)
        )


def say_in_place(wanted_id: UUID, in_place: Mapping[str, date], *, by: Actor, at: datetime) -> None:
    """Say what is in place with the home that is named, each with its day: a statement, and no copy of anything (bvl § 12-11)."""
    with act("wanted.in_place", by=by, at=at, right=FOLLOW_UP, law="bvl § 12-11") as entry:
        asked = _locked(wanted_id, by)
        if asked.state != ANSWERED:
            raise NotAllowed("Dette skrives når et hjem er foreslått, og før den som spurte har svart.")
        _say(asked, in_place, by, at)
        asked.save(update_fields=SAID)
        settle(limits_of_wanted(asked))
        entry.about(asked.id, says="Det er skrevet hva som er på plass med hjemmet som er foreslått.")


def say_told(wanted_id: UUID, *, by: Actor, at: datetime) -> None:
    """Say that the home has heard how it went (bvl § 3-1)."""
    with act("wanted.told", by=by, at=at, right=FOLLOW_UP, law="bvl § 3-1") as entry:
        asked = _locked(wanted_id, by)
        if not to_be_told(asked):
            raise NotAllowed("Det er ingenting å si fra om nå.")
        lines = Item.objects.filter(subject=asked.id, rule=TELL, open=True)
        lines.update(open=False, done_on=oslo_date(at))
        entry.about(asked.id, says="Hjemmet har fått vite hvordan det gikk.")


def settle_wanted(asked: Wanted, step: str, *, words: str = "", by: Actor, at: datetime) -> None:
    """The yes, no or withdrawal of whoever asked. The act is the asking room's, which knows the case (bvl § 3-1)."""
    asked.state = WANTED_MACHINE.take(asked.state, step, facts_to_settle(asked, step, words=words))
    asked.settled_by_name, asked.settled_at, asked.settled_words = by.name, at, words.strip()
    asked.save(update_fields=SETTLES)


def _locked(wanted_id: UUID, by: Actor) -> Wanted:
    must_see(by)
    return get_wanted(wanted_id, by=by, lock=True)


def _chosen(offer_id: UUID | None, by: Actor) -> Offer | None:
    """The home; whoever names it for another child this very moment finishes first, so that both are counted."""
    try:
        return get_offer(offer_id, by=by, lock=True) if offer_id else None
    except NotFound:
        return None


def _answer(asked: Wanted, words: str, by: Actor, at: datetime) -> None:
    asked.answer_words, asked.answered_by, asked.answered_by_name, asked.answered_at = (
        words.strip(),
        by.person,
        by.name,
        at,
    )
    asked.reply_by = reply_due(oslo_date(at)).due


def _say(asked: Wanted, in_place: Mapping[str, date], by: Actor, at: datetime) -> None:
    check_in_place(asked.kind, in_place, today=oslo_date(at))
    told: dict[str, Any] = {name: day.isoformat() for name, day in in_place.items()}
    asked.in_place, asked.in_place_by_name, asked.in_place_at = told, by.name, at


def _refuse_number(words: str) -> None:
    found = looks_sensitive(words, health=False)
    if found:
        raise Incomplete({"words": found.sentence})
