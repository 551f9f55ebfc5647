"""Concerns about invented children: who worried, in what words, and how the review ended (bvl §§ 2-1, 13-3)."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from uuid import UUID

from oppvekst.domain.concerns import actions, queries
from oppvekst.domain.concerns.actions.arrive import ALPHABET, GROUPS, LETTERS
from oppvekst.domain.concerns.models import Concern, Enquiry
from oppvekst.domain.concerns.rules.codes import conclusion_codes
from oppvekst.domain.concerns.rules.message import Anonymity, ConcernMessage, ReportedChild, Said, Sender, Who
from oppvekst.faces.cli.synth.life import Beat, Destiny, Stage
from oppvekst.faces.cli.synth.rooms import Numbered, cases
from oppvekst.faces.cli.synth.rooms.people import details
from oppvekst.ground.access.actor import public
from oppvekst.ground.agenda.alarms import take as take_alarm
from oppvekst.ground.agenda.worklist import untaken
from oppvekst.ground.database.acting import acting
from oppvekst.law.calendar import oslo_date

NUMBERED = {Concern: Numbered("M", "received_at", "M-{year}-{number:04}")}
# The register's kinds of reporters, about as often as they send concerns.
REPORTERS = (
    ("8", 20), ("11", 15), ("5", 9), ("2", 9), ("4", 7), ("23", 7), ("10", 7), ("24", 6), ("9", 6), ("6", 4), ("13", 4), ("3", 4),
    ("1", 1), ("18", 1),
)  # fmt: skip
PRIVATE = {"1": Who.YOUTH, "2": Who.PARENT, "3": Who.FAMILY, "4": Who.PRIVATE, "5": Who.SERVICE, "23": Who.PRIVATE}
BODIES = {
    "8": "{} politistasjon", "11": "{} skole", "9": "{} barnehage", "10": "{} helsestasjon", "24": "{} legesenter",
    "6": "NAV {}", "13": "{} barnepoliklinikk", "18": "{} krisesenter",
}  # fmt: skip
WORDS = (
    "{child} kommer ofte uten mat og sier at det ikke er noe hjemme. De siste ukene har det vært nesten hver dag.",
    "Vi har hørt roping og gråt flere kvelder på rad. I går sto {child} alene ute til langt på kveld.",
    "{child} forteller at de voksne krangler om natta. {child} sovner i timene og vil ikke hjem.",
    "Det har vært mange dager fravær i høst. Når vi ringer, er det ingen som svarer.",
    "{child} har vært hentet sent fire ganger på to uker. Sist var den voksne tydelig sliten.",
    "{child} møter ikke til kontroll, og timene blir avlyst. Vi har prøvd å ringe uten å få svar.",
)
MORE = "Vi har ikke snakket med foreldrene om at vi melder. Vi kan nås på telefon på dagtid."
QUIET = "Ingen tegn til fare i dag. Voksne som følger med, er orientert."
GROUND = "Gjentatt bekymring fra flere, og foreldrene svarer ikke. Rimelig grunn til å undersøke."
DISMISSAL = (
    "Tjenesten har snakket med melder og gått gjennom tidligere meldinger. Opplysningene gir ikke rimelig grunn til å tro "
    "at det er forhold som kan gi grunnlag for tiltak. Familien får tilbud om samtale med helsesykepleier."
)


def reference(chance: Random) -> str:
    """A reference as the actions draw it."""
    return "-".join("".join(chance.choices(ALPHABET, k=LETTERS)) for _ in range(GROUPS))


DRAWN = {(Enquiry, "reference"): reference}


def arrive(stage: Stage) -> None:
    """A concern comes in, about each child of the family; two of three through the portal."""
    message = _message(stage)
    if message.channel == "portal":
        with acting("portal"):
            received = actions.receive(message, by=public(stage.crew.municipality), at=stage.at)
    else:
        with stage.desk("intake") as intake:
            received = actions.receive(message, by=intake, at=stage.at)
    stage.kept["concerns"] = list(received.concerns)


def answer_alarm(stage: Stage) -> None:
    """The on-call takes what rang."""
    with stage.desk("oncall") as oncall:
        for alarm in untaken(oncall).filter(subject__in=stage.kept["concerns"]):
            take_alarm(alarm.id, by=oncall, at=stage.at, outcome="Lest og vurdert")


def assess(stage: Stage, *, needed: bool = False, why: str = QUIET) -> None:
    """Immediate help is assessed before anything else."""
    with stage.desk("intake") as intake:
        for concern_id in _concerns(stage):
            actions.assess_immediate(concern_id, needed, why, by=intake, at=stage.at)


def assess_urgent(stage: Stage) -> None:
    """Help is needed at once."""
    assess(stage, needed=True, why="Barnet er redd for å gå hjem i dag.")


def take(stage: Stage) -> None:
    """The intake takes it under review."""
    with stage.desk("intake") as intake:
        for concern_id in _concerns(stage):
            actions.take(concern_id, by=intake, at=stage.at)


def register(stage: Stage) -> None:
    """Each child is registered with a case of its own, and its parents in it."""
    opened = []
    for concern_id, child in zip(stage.kept["concerns"], stage.family.children, strict=True):
        with stage.desk("intake") as intake:
            opened.append(actions.register_child(concern_id, details(stage, child), by=intake, at=stage.at))
    stage.kept["cases"] = [case.id for case in opened]
    for case in opened:
        cases.people(stage, case)


def clarify(stage: Stage) -> None:
    """The reporter is called."""
    with stage.desk("intake") as intake:
        for concern_id in _concerns(stage):
            actions.clarify(concern_id, "Ringer melder for å høre hva som er sett.", by=intake, at=stage.at)


def clarified(stage: Stage) -> None:
    """What was learnt is written down."""
    with stage.desk("intake") as intake:
        for concern_id in _concerns(stage):
            actions.end_clarification(concern_id, "Melder holder fast ved det som står.", by=intake, at=stage.at)


def dismiss(stage: Stage) -> None:
    """Dismissed with reasons; the case is closed."""
    code = conclusion_codes("dismiss", on=oslo_date(stage.at))
    chosen = next((each.code for each in code if each.code in {"1", "10"}), code[0].code)
    with stage.desk("intake") as intake:
        for concern_id in _concerns(stage):
            actions.dismiss(concern_id, reasons=DISMISSAL, code=chosen, by=intake, at=stage.at)


def unfounded(stage: Stage) -> None:
    """Proposed as obviously unfounded."""
    with stage.desk("intake") as intake:
        for concern_id in _concerns(stage):
            actions.dismiss_unfounded(concern_id, reasons="Det meldte gjelder et annet hus.", by=intake, at=stage.at)


def confirm(stage: Stage) -> None:
    """A second person agrees."""
    with stage.desk("leader") as leader:
        for concern_id in _concerns(stage):
            actions.confirm(concern_id, by=leader, at=stage.at)


def transfer(stage: Stage) -> None:
    """The family has moved, and the service there has acknowledged."""
    codes = conclusion_codes("transfer", on=oslo_date(stage.at))
    with stage.desk("intake") as intake:
        for concern_id in _concerns(stage):
            if codes:
                actions.transfer(
                    concern_id, recipient="Barneverntjenesten der familien bor nå", code=codes[0].code,
                    acknowledged_at=stage.at, by=intake, at=stage.at,
                )  # fmt: skip
            else:
                actions.dismiss(concern_id, reasons="Familien har flyttet.", code="1", by=intake, at=stage.at)


def retract(stage: Stage) -> None:
    """The same call was written down twice."""
    with stage.desk("intake") as intake:
        for concern_id in _concerns(stage):
            actions.retract(concern_id, "Samme telefon ble ført to ganger.", by=intake, at=stage.at)


def answer(stage: Stage) -> None:
    """The reporter is answered where there is somebody to answer and something is owed (bvl § 13-3)."""
    with stage.desk("intake") as intake:
        for concern_id in _concerns(stage):
            concern = queries.get_concern(concern_id)
            proposal = queries.proposals(concern, ())[0]
            if proposal.impossible or proposal.waits or not queries.may_answer(concern, at=stage.at):
                continue
            route = "safe_way" if concern.enquiry.reporter == Who.YOUTH else "letter"
            actions.send_feedback(concern_id, route=route, by=intake, at=stage.at)


def close(stage: Stage) -> None:
    """Nothing more is to be done for this family."""
    cases.close(stage, "intake")


def _concerns(stage: Stage) -> Iterator[UUID]:
    yield from stage.kept["concerns"]


def _message(stage: Stage) -> ConcernMessage:
    chance, family = stage.chance(f"message {oslo_date(stage.at)}"), stage.family
    code = chance.choices([code for code, _ in REPORTERS], [share for _, share in REPORTERS])[0]
    channel = chance.choices(["portal", "phone", "letter"], [66, 24, 10])[0]
    rings = channel == "portal" and chance.random() < 0.08
    words = chance.choice(WORDS).format(child=family.children[0].given)
    return ConcernMessage(
        channel=channel, sender=_sender(stage, code), danger="unknown" if rings else "no",
        children=tuple(ReportedChild(name=child.name, address=_address(stage)) for child in family.children),
        said=(Said("facts" if code not in PRIVATE else "worry", f"{words}\n\n{MORE}"),),
        triggers=("a",) if chance.random() < 0.1 else (), hold_back_asked=False,
    )  # fmt: skip


def _sender(stage: Stage, code: str) -> Sender:
    name = stage.life.dress.reporter
    if code == "23":
        return Sender(who=Who.PRIVATE, anonymity=Anonymity.ANONYMOUS)
    if code == "1":
        return Sender(who=Who.YOUTH, name=stage.family.children[0].name, safe_way="Helsesykepleieren på skolen")
    if code in PRIVATE:
        return Sender(who=PRIVATE[code], name=name, phone="00 00 22 22", relation="Kjenner familien")
    body = BODIES[code].format(stage.crew.place)
    return Sender(who=Who.PUBLIC, code=code, name=name, role="Kontaktperson", phone="00 00 12 40", body=body)


def _address(stage: Stage) -> dict[str, object]:
    if stage.life.shape.strict:
        return {}
    return {"lines": [stage.family.street], "postal_code": stage.family.code, "postal_place": stage.crew.place}


ARRIVED = (
    Beat(arrive, hour=13, office=False), Beat(answer_alarm, hour=14, office=False), Beat(assess, (0, 1), hour=15),
    Beat(take, (0, 3), hour=9),
)  # fmt: skip
REVIEWED = (*ARRIVED, Beat(register, hour=10))
OVER = (Beat(answer, hour=13), Beat(close, (1, 14), hour=14))

DESTINIES = (
    Destiny("dismissed", 0.14, (*REVIEWED, Beat(dismiss, (1, 5), hour=12), *OVER)),
    Destiny("dismissed late", 0.01, (*REVIEWED, Beat(dismiss, (8, 20), hour=12), *OVER)),
    Destiny(
        "clarified", 0.04,
        (*REVIEWED, Beat(clarify, hour=11), Beat(clarified, (1, 3), hour=9), Beat(dismiss, hour=10), *OVER),
    ),
    Destiny("unfounded", 0.01, (*ARRIVED, Beat(unfounded, hour=11), Beat(confirm, (1, 2), hour=9))),
    Destiny("moved", 0.02, (*REVIEWED, Beat(transfer, (1, 5), hour=12), *OVER)),
    Destiny("twice", 0.005, (*ARRIVED, Beat(retract, hour=12))),
)  # fmt: skip
