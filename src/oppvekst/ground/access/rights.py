"""Roles and rights as the law and good practice give them: the start that a municipality then changes as data."""

from __future__ import annotations

from dataclasses import dataclass

from oppvekst.ground.database import logins

CONCERN_WORK = frozenset({
    "concern.register", "concern.assess", "concern.link", "concern.take", "concern.clarify", "concern.conclude",
    "concern.add", "concern.transfer", "concern.retract", "concern.mask", "feedback.write", "hold_back.set",
    "application.note",
})  # fmt: skip
CASE_WORK = frozenset({
    "case.open", "case.write", "case.emergency", "party.register", "investigation.plan", "person.register",
    "document.write", "file.answer", "consent.record", "decision.write", "decision.dispatch", "appeal.handle",
    "measure.write", "case.close", "meeting.write",
    "investigation.assess", "talk.write", "talk.weigh", "talk.withhold",
})  # fmt: skip
# What a private provider's people never hold, whatever the municipality gives their role (bvl § 15-7). The database has
# the same list, and decides by its own.
RESERVED = frozenset({
    "case.bar", "case.substitute", "concern.conclude", "concern.confirm", "concern.own_house", "concern.transfer",
    "decision.sign", "investigation.conclude", "investigation.extend", "investigation.open", "staff.appoint",
})  # fmt: skip


@dataclass(frozen=True)
class RoleStart:
    """A role as installed: its Norwegian title, the hat it wears in the database, and its rights."""

    title: str
    hat: str
    rights: frozenset[str]


ROLES: dict[str, RoleStart] = {
    "case_worker": RoleStart(
        "Saksbehandler", logins.CASE, CONCERN_WORK | CASE_WORK
        | {"investigation.propose", "investigation.open", "investigation.conclude"},
    ),
    "intake": RoleStart(
        "Mottak", logins.INTAKE, CONCERN_WORK | CASE_WORK | {"investigation.propose", "alarm.take"}
    ),
    "team_leader": RoleStart(
        "Teamleder",
        logins.TEAM,
        CONCERN_WORK
        | CASE_WORK
        | {
    "concern.assign", "concern.confirm", "decision.sign", "investigation.open", "investigation.extend", "case.grant",
    "case.disclose", "parent.uninform", "alarm.take", "looks.extract", "investigation.conclude",
        },
    ),
    "leader": RoleStart(
        "Barnevernsleder",
        logins.WIDE,
        CONCERN_WORK
        | CASE_WORK
        | {
            "concern.assign", "concern.confirm", "concern.own_house", "investigation.open", "investigation.extend",
            "investigation.conclude", "investigation.examine", "decision.sign", "case.grant", "case.bar", "case.substitute",
            "case.disclose", "parent.uninform", "address.entrust", "alarm.take", "staff.appoint", "information.edit",
            "offer.follow_up", "request.answer", "group.arrange", "looks.extract", "looks.name", "phrase.edit",
            "consent.follow_up", "consent.rule", "catalogue.edit", "service.oversee",
        },
    ),
    "deputy": RoleStart(
        "Stedfortreder",
        logins.WIDE,
        CONCERN_WORK
        | CASE_WORK
        | {
            "concern.assign", "concern.confirm", "concern.own_house", "decision.sign", "investigation.open",
            "investigation.conclude", "case.grant", "case.bar", "case.substitute", "case.disclose", "parent.uninform",
            "alarm.take", "looks.extract", "consent.follow_up", "catalogue.edit", "service.oversee",
        },
    ),
    # In the leader's place in one case, when she is disqualified (fvl § 9): sees that case and no other.
    "substitute": RoleStart(
        "Setteleder",
        logins.CASE,
        (CONCERN_WORK | CASE_WORK | {
            "concern.confirm", "decision.sign", "investigation.open", "investigation.extend", "investigation.conclude",
            "investigation.examine", "consent.follow_up",
        })
        - {"case.open", "case.emergency", "concern.register"},
    ),
    "oncall": RoleStart("Barnevernvakt", logins.ONCALL, frozenset({"concern.register", "concern.assess", "alarm.take"})),
    "editor": RoleStart("Redaktør", logins.EDITOR, frozenset({"information.edit", "phrase.edit"})),
    "coordinator": RoleStart("Koordinator for hjem", logins.HOMES, frozenset({"offer.follow_up", "catalogue.edit"})),
    # Given beside another role, with dates and a decision: not even the leader reads who has looked without it.
    "reviewer": RoleStart("Kontrollør av innsyn", logins.WIDE, frozenset({"looks.review"})),
    # See no case by themselves: what is drawn or asked for, for some days, to be read alone (fvl § 13 b first paragraph no. 4).
    "auditor": RoleStart("Internkontrollør", logins.CASE, frozenset({"audit.draw"})),
    "archivist": RoleStart("Arkivar", logins.CASE, frozenset({"archive.work"})),
    "prevention": RoleStart("Forebyggende tjeneste", logins.PREVENTION, frozenset({"request.answer", "group.arrange"})),
}  # fmt: skip
