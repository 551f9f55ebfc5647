"""The way of a decision from draft to final: states, steps, and who may take them (bvl §§ 12-2, 12-5, 12-9; fvl §§ 16, 23-36)."""

from __future__ import annotations

from typing import Final

from oppvekst.domain.decisions.rules import guards
from oppvekst.domain.decisions.rules.facts import DecisionFacts
from oppvekst.law.citation import bvl, fvl
from oppvekst.law.machine import Machine, State, Step

DRAFT: Final = "draft"
NOTICED: Final = "noticed"
READY: Final = "ready"
SIGNED: Final = "signed"
NOTIFIED: Final = "notified"
APPEAL_PERIOD: Final = "appeal_period"
APPEALED: Final = "appealed"
FINAL: Final = "final"
REVERSED: Final = "reversed"
ANNULLED: Final = "annulled"
LAPSED: Final = "lapsed"

GIVE_NOTICE: Final = "give_notice"
SKIP_NOTICE: Final = "skip_notice"
MAKE_READY: Final = "make_ready"
BACK_TO_DRAFT: Final = "back_to_draft"
SIGN: Final = "sign"
NOTIFY: Final = "notify"
BEGIN_APPEAL_PERIOD: Final = "begin_appeal_period"
BECOME_FINAL: Final = "become_final"
RECEIVE_APPEAL: Final = "receive_appeal"
UPHOLD: Final = "uphold"
RESUME_APPEAL_PERIOD: Final = "resume_appeal_period"
ANNUL: Final = "annul"
REVERSE: Final = "reverse"
LAPSE: Final = "lapse"

STATES = (
    State(DRAFT, "utkast"),
    State(NOTICED, "varslet"),
    State(READY, "klart til å undertegnes"),
    State(SIGNED, "undertegnet"),
    State(NOTIFIED, "sendt"),
    State(APPEAL_PERIOD, "i klagetid"),
    State(APPEALED, "påklaget"),
    State(FINAL, "endelig", closed=True),
    State(REVERSED, "omgjort", closed=True),
    State(ANNULLED, "opphevet", closed=True),
    State(LAPSED, "falt bort", closed=True),
)
STANDING: Final = frozenset({SIGNED, NOTIFIED, APPEAL_PERIOD, APPEALED, FINAL})
WRITABLE: Final = frozenset({DRAFT, NOTICED, READY})
_SENT = frozenset({NOTIFIED, APPEAL_PERIOD, FINAL})

# Its name heads a document and stands in the glossary: the definite form reads best there.
MACHINE: Machine[DecisionFacts] = Machine(
    "vedtaket",
    DRAFT,
    STATES,
    (
        Step(
            GIVE_NOTICE, frozenset({DRAFT}), NOTICED, fvl("16", 1),
            (guards.PARTIES_DETERMINED, guards.CHILD_PERSONALLY, guards.NOTICE_WRITTEN, guards.LIMIT_SET), "Send forhåndsvarsel",
        ),
        Step(SKIP_NOTICE, frozenset({DRAFT}), READY, fvl("16", 3), (guards.SKIP_REASONED,), "Gå videre uten varsel"),
        Step(MAKE_READY, frozenset({NOTICED}), READY, fvl("16", 1), (guards.HEARD_OR_OVER,), "Gjør klart til å undertegnes"),
        Step(BACK_TO_DRAFT, frozenset({READY}), DRAFT, fvl("17", 1), (), "Tilbake til utkast"),
        Step(SIGN, frozenset({READY}), SIGNED, bvl("12-5") & fvl("23"), guards.TO_SIGN, "Undertegn"),
        Step(NOTIFY, frozenset({SIGNED}), NOTIFIED, fvl("27", 1), (guards.ALL_DISPATCHED,), "Sendt til alle"),
        Step(
            BEGIN_APPEAL_PERIOD, frozenset({NOTIFIED}), APPEAL_PERIOD, fvl("29", 1), (guards.ALL_REACHED,),
            "Klagefristen løper for alle",
        ),
        Step(
            BECOME_FINAL, frozenset({APPEAL_PERIOD}), FINAL, fvl("29", 1), (guards.APPEAL_PERIOD_OVER, guards.NOTHING_APPEALED),
            "Klagefristen er ute",
        ),
        Step(RECEIVE_APPEAL, _SENT, APPEALED, bvl("12-9") & fvl("32"), (), "Ta imot klage"),
        Step(
            RESUME_APPEAL_PERIOD, frozenset({APPEALED}), APPEAL_PERIOD, fvl("29", 1), (guards.NOTHING_APPEALED,),
            "Klagefristen løper ennå for andre",
        ),
        Step(UPHOLD, frozenset({APPEALED}), FINAL, fvl("34"), (guards.NOTHING_APPEALED,), "Vedtaket står"),
        Step(ANNUL, frozenset({APPEALED}), ANNULLED, fvl("34"), (guards.NOTHING_APPEALED,), "Vedtaket er opphevet"),
        Step(REVERSE, STANDING, REVERSED, fvl("35"), (guards.REVERSAL_GROUND,), "Omgjør"),
        Step(LAPSE, frozenset({SIGNED, NOTIFIED}), LAPSED, bvl("4-2", 3), (guards.LAPSES,), "Vedtaket har falt bort"),
    ),
)  # fmt: skip

WRITE, SIGNING, DISPATCH, APPEAL = "decision.write", "decision.sign", "decision.dispatch", "appeal.handle"
# Who may take each step: the action demands it, the page asks for it, and the button shows by it.
RIGHTS: Final = {
    GIVE_NOTICE: WRITE, SKIP_NOTICE: WRITE, MAKE_READY: WRITE, BACK_TO_DRAFT: WRITE, SIGN: SIGNING, NOTIFY: DISPATCH,
    BEGIN_APPEAL_PERIOD: DISPATCH, BECOME_FINAL: DISPATCH, RECEIVE_APPEAL: APPEAL, RESUME_APPEAL_PERIOD: APPEAL,
    UPHOLD: APPEAL, ANNUL: APPEAL,
    REVERSE: SIGNING, LAPSE: SIGNING,
}  # fmt: skip
