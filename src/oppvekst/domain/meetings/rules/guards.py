"""What each step of a meeting demands, each with the sentence a person reads."""

from __future__ import annotations

from oppvekst.domain.meetings.rules.facts import MeetingFacts
from oppvekst.law.citation import bvl, polrl
from oppvekst.law.machine import Guard

type MeetingGuard = Guard[MeetingFacts]

CHILD_COORDINATOR: MeetingGuard = Guard(
    "child_coordinator",
    lambda facts: not facts.coordination or facts.child_coordinator_asked,
    "Svar først på om barnet har en barnekoordinator. Har det det, er det den som koordinerer.",
    bvl("15-8", 2),
)
COORDINATOR: MeetingGuard = Guard(
    "coordinator",
    lambda facts: not facts.coordinated or facts.has_coordinator,
    "Skriv hvem som koordinerer, før noen blir invitert.",
    bvl("15-8"),
)
CHILD_ASKED: MeetingGuard = Guard(
    "child_asked",
    lambda facts: facts.child_asked or bool(facts.not_asked_reason.strip()),
    "Spør barnet hva det vil ta opp og om det vil komme, eller skriv hvorfor det ikke er spurt.",
    bvl("1-4"),
)
QUESTION: MeetingGuard = Guard(
    "question",
    lambda facts: not facts.council or facts.question_agreed,
    "Spørsmålet familien skal svare på, er ikke avtalt ord for ord med foreldrene og barnet ennå.",
    bvl("1-4"),
)
CERTIFIED: MeetingGuard = Guard(
    "coordinator_ready",
    lambda facts: not facts.council or not facts.coordinator_lacks,
    "Koordinatoren mangler taushetserklæring eller politiattest etter § 39, og kan ikke begynne.",
    bvl("12-11", 1) & bvl("13-1") & polrl("39"),
)
ANYBODY: MeetingGuard = Guard(
    "invited",
    lambda facts: facts.invited > 0,
    "Det er ingen å invitere ennå. Legg til noen, eller innhent samtykket som mangler.",
    bvl("13-1"),
)
PASSED: MeetingGuard = Guard(
    "starts_on",
    lambda facts: facts.starts_on is None or facts.today is None or facts.starts_on <= facts.today,
    "Møtet har ikke vært ennå.",
    bvl("12-4"),
)
ATTENDED: MeetingGuard = Guard(
    "attended", lambda facts: facts.attended > 0, "Kryss av for dem som var der.", bvl("12-4"), field="attended"
)
WRITTEN: MeetingGuard = Guard(
    "written",
    lambda facts: facts.written > 0,
    "Skriv noe i referatet først, eller hvem som skal gjøre hva.",
    bvl("12-4"),
)
PLAN_ANSWERED: MeetingGuard = Guard(
    "plan_answered",
    lambda facts: not facts.council or facts.plan_answered,
    "Familien har ikke fått svar på planen sin. Godkjenn den, eller skriv nøyaktig hvorfor ikke.",
    bvl("1-4"),
)
ALL_APPROVED: MeetingGuard = Guard(
    "all_approved",
    lambda facts: not facts.unapproved,
    "Noen av dem som var der, har ikke godkjent referatet eller sagt hva de er uenige i.",
    bvl("12-4"),
)
REASONS: MeetingGuard = Guard(
    "reasons", lambda facts: bool(facts.reasons.strip()), "Skriv hvorfor møtet er avlyst.", bvl("12-4"), field="reasons"
)
