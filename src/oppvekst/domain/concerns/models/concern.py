"""A concern about one child (bvl § 2-1), its words, the immediate-help assessment and the answers to the reporter."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case
from oppvekst.domain.concerns.models.enquiry import MINE, Enquiry
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.logins import CASE, CASE_HATS, HATS, INTAKE, ONCALL, PORTAL, TEAM, WIDE, WORKER
from oppvekst.ground.database.policies import Barred, Forced, Pair, Policy

BY_CASE = "case_id = any ((select access.cases())::uuid[])"
BY_INTAKE = "intake_queue = (select access.intake())"
BY_ONCALL = "oncall_queue = (select access.oncall())"
BY_WIDE = "municipality_id = (select access.wide())"
HANDLED = f"handler = (select access.actor()) and {MINE}"
CONCERN_I_SEE = "exists (select from concerns_concern c where c.id = {}.concern_id)"
CHANGEABLE = (
    "state", "intake_queue", "oncall_queue", "immediate", "immediate_at", "case_id", "handler", "handler_name",
    "conclusion", "reasons", "concluded_at", "concluded_by", "confirmed_by", "proposed", "proposed_by", "proposal_reasons",
    "refused_step", "refused_words", "refused_by", "refusal_reasons", "recipient", "acknowledged_at", "retracted_reasons",
    "reported_born_on", "consent_of_pregnant", "detention_notice", "look_again_on", "clarified", "assessed_anew",
    "investigation_ended_on", "followed_up",
)  # fmt: skip

# Work is handed to colleagues, and a concern stays in its own municipality's queues.
OURS = f"{MINE} and (handler is null or access.colleague(handler))"
# Outside the intake a concern is put into no other case than one's own; it may stay where it is.
STAYS = f"{OURS} and (case_id is null or {BY_CASE} or access.is_in_case(id, case_id))"
SEEN_BY = {
    "by_case": ((CASE, INTAKE, TEAM), BY_CASE, STAYS),
    "handled": ((CASE, INTAKE, TEAM), HANDLED, STAYS),
    "by_intake": ((INTAKE, TEAM), BY_INTAKE, OURS),
    "by_oncall": ((ONCALL,), BY_ONCALL, STAYS),
    "by_wide": ((WIDE,), BY_WIDE, OURS),
}


def _seen_and_changed() -> list[models.BaseConstraint]:
    """Whoever may see a concern may act on it, and nobody else: an update without a condition reads nothing first."""
    doors: list[models.BaseConstraint] = []
    for name, (hats, using, becoming) in SEEN_BY.items():
        doors += [
            Policy(name=f"concern_{name}", to=hats, command="select", using=using),
            Policy(
                name=f"concern_change_{name}",
                to=hats,
                command="update",
                columns=CHANGEABLE,
                using=using,
                check_rows=becoming,
            ),
        ]
    return doors


class Concern(models.Model):
    """One concern about one child. Kept for ever, whatever becomes of it: a later concern may make sense of it."""

    class Danger(models.TextChoices):
        YES = "yes", "ja"
        NO = "no", "nei"
        UNKNOWN = "unknown", "vet ikke"

    class OwnHouse(models.TextChoices):
        FOSTER_HOME = "foster_home", "et av våre fosterhjem"
        VISITING_HOME = "visiting_home", "et besøkshjem eller en støttekontakt"
        STAFF = "staff", "en ansatt eller tilsynsperson"
        OTHERS_CHILD = "others_child", "et barn en annen kommune har omsorgen for"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    enquiry = models.ForeignKey(Enquiry, models.PROTECT, related_name="concerns")
    number = models.TextField("meldingsnummer", blank=True, editable=False)
    state = models.TextField("tilstand", default="received")
    received_at = models.DateTimeField("mottatt")
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="concerns")
    # Queues are scalars that policies read: empty when the concern is no business of that hat.
    intake_queue = models.SmallIntegerField("i mottakets kø", null=True, blank=True)
    oncall_queue = models.SmallIntegerField("i vaktas kø", null=True, blank=True)
    handler = models.UUIDField("behandler", null=True, blank=True)
    handler_name = models.TextField("behandler", blank=True)

    # The child as the reporter knows it. Nothing here is checked against a register; nothing is required.
    child_name = models.TextField("barnets navn", blank=True)
    child_number = models.TextField("barnets fødselsnummer", blank=True)
    child_birth_date = models.DateField("barnet født", null=True, blank=True)
    child_age = models.TextField("antatt alder", blank=True)
    child_address = models.JSONField("barnets adresse", default=dict)
    child_school = models.TextField("skole eller barnehage", blank=True)
    child_phone = models.TextField("barnets telefon", blank=True)
    unborn = models.BooleanField("ufødt", default=False)
    due_date = models.DateField("termin", null=True, blank=True)
    consent_of_pregnant = models.BooleanField("den gravide samtykker", null=True, blank=True)
    detention_notice = models.BooleanField("varsel etter hol § 10-3", default=False)
    reported_born_on = models.DateField("født etter meldingen", null=True, blank=True)
    look_again_on = models.DateField("se på nytt", null=True, blank=True)
    guardians = models.JSONField("foresatte", default=list)
    other_bodies = models.TextField("andre instanser", blank=True)

    danger = models.TextField("fare nå", choices=Danger.choices, default=Danger.UNKNOWN)
    triggers = models.JSONField("meldepliktgrunner", default=list)
    family_knows = models.BooleanField("familien vet", null=True, blank=True)
    family_words = models.TextField("om familien vet", blank=True)
    hold_back_asked = models.BooleanField("foreldrene må ikke få vite det nå", default=False)
    own_house = models.TextField("gjelder våre egne", choices=OwnHouse.choices, blank=True)

    immediate = models.BooleanField("trenger hjelp med en gang", null=True, blank=True)
    immediate_at = models.DateTimeField("vurdert", null=True, blank=True)
    clarified = models.TextField("avklart med melder eller familie", blank=True)
    proposed = models.TextField("foreslått steg", blank=True)
    proposed_by = models.UUIDField("foreslått av", null=True, blank=True)
    proposal_reasons = models.TextField("begrunnelse for forslaget", blank=True)
    # A proposal that a second person said no to: it waits with the one who made it, words and all.
    refused_step = models.TextField("forslag som ikke ble bekreftet", blank=True)
    refused_words = models.TextField("begrunnelsen for det", blank=True)
    refused_by = models.UUIDField("ikke bekreftet av", null=True, blank=True)
    refusal_reasons = models.TextField("hvorfor det ikke ble bekreftet", blank=True)
    assessed_anew = models.TextField("vurdert mot det som pågår", blank=True)
    # Told by the room of investigations when theirs ends: a reporter under the duty to report is owed word then.
    investigation_ended_on = models.DateField("undersøkelsen avsluttet", null=True, blank=True)
    followed_up = models.BooleanField("barnet følges opp", null=True, blank=True)

    conclusion = models.TextField("konklusjonskode", blank=True)
    reasons = models.TextField("begrunnelse", blank=True)
    concluded_at = models.DateTimeField("konkludert", null=True, blank=True)
    concluded_by = models.UUIDField("konkludert av", null=True, blank=True)
    confirmed_by = models.UUIDField("bekreftet av", null=True, blank=True)
    recipient = models.TextField("sendt til", blank=True)
    acknowledged_at = models.DateTimeField("kvittert av mottaker", null=True, blank=True)
    retracted_reasons = models.TextField("hvorfor feilregistrert", blank=True)

    class Meta:
        verbose_name = "bekymringsmelding"
        verbose_name_plural = "bekymringsmeldinger"
        db_table_comment = "Bekymringsmelding om ett barn; bevares alltid"
        indexes = [
            models.Index(fields=["municipality", "received_at"], name="concern_by_time"),
            models.Index(
                fields=["municipality", "received_at", "id"], name="concern_open", condition=models.Q(concluded_at=None)
            ),
            models.Index(fields=["case"], name="concern_of_case"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="concern_number_once"),
            models.UniqueConstraint(fields=["id", "municipality"], name="concern_in_municipality"),
            models.UniqueConstraint(fields=["id", "case"], name="concern_in_case"),
            Pair(name="concern_same_municipality", parent="enquiry"),
            Pair(name="case_same_municipality", parent="case"),
            models.CheckConstraint(
                name="concern_in_own_queues",
                condition=(models.Q(intake_queue=None) | models.Q(intake_queue=models.F("municipality")))
                & (models.Q(oncall_queue=None) | models.Q(oncall_queue=models.F("municipality"))),
            ),
            Forced(name="concern_forced"),
            *_seen_and_changed(),
            Policy(
                name="concern_add", to=HATS, command="insert",
                check_rows=f"{MINE} and (access.arriving(enquiry_id) or access.sees_concern(enquiry_id)) "
                f"and (case_id is null or {BY_CASE})",
            ),
            Policy(
                name="concern_public", to=(PORTAL,), command="insert",
                check_rows="case_id is null and handler is null and concluded_at is null and state = 'received' "
                "and access.arriving(enquiry_id)",
            ),
            Policy(name="concern_worker_add", to=(WORKER,), command="insert", check_rows="true"),
            Policy(name="concern_worker_read", to=(WORKER,), command="select", using="true"),
            Barred(
                name="concern_barred", to=HATS,
                using="case_id is null or case_id <> all ((select access.barred())::uuid[])",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.number


def _of_concern(
    table: str, *, add: str, change: tuple[str, ...] = (), becoming: str = "true"
) -> list[models.BaseConstraint]:
    """The doors of what hangs on a concern: whoever sees the concern sees it. Only ever looked up by concern."""
    seen = CONCERN_I_SEE.format(f"concerns_{table}")
    doors: list[models.BaseConstraint] = [
        Pair(name=f"{table}_same_municipality", parent="concern"),
        Forced(name=f"{table}_forced"),
        Policy(name=f"{table}_read", to=(*CASE_HATS, ONCALL), command="select", using=seen),
        Policy(name=f"{table}_add", to=HATS, command="insert", check_rows=f"{MINE} and {add}"),
        Policy(name=f"{table}_worker_add", to=(WORKER,), command="insert", check_rows="true"),
        Policy(name=f"{table}_worker_read", to=(WORKER,), command="select", using="true"),
    ]
    if change:
        doors.append(
            Policy(
                name=f"{table}_change",
                to=HATS,
                command="update",
                columns=change,
                using=seen,
                check_rows=f"{MINE} and {becoming}",
            )
        )
    return doors


class _OfConcern(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True


class Passage(_OfConcern):
    """A paragraph of the reporter's words. It can be masked for a family without changing what was said."""

    class Heading(models.TextChoices):
        WORRY = "worry", "Bekymringen"
        FACTS = "facts", "Det jeg har sett eller hørt"
        INTERPRETATION = "interpretation", "Det jeg tenker om det"
        HISTORY = "history", "Hva som har skjedd før"
        OTHER_VIEWS = "other_views", "Andres syn"
        DONE = "done", "Hva som er gjort"
        CHILD = "child", "Barnets egne ord"

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="passages")
    place = models.SmallIntegerField("rekkefølge")
    heading = models.TextField("under overskriften", choices=Heading.choices, default=Heading.WORRY)
    text = models.TextField("ord")
    masked = models.BooleanField("skjult for familien", default=False)
    mask_reasons = models.TextField("hvorfor skjult", blank=True)

    class Meta:
        verbose_name = "avsnitt"
        db_table_comment = "Avsnitt av melders egne ord"
        ordering = ["place"]
        indexes = [models.Index(fields=["concern", "place"], name="passage_of_concern")]
        constraints = [
            *_of_concern("passage", add="access.arriving_concern(concern_id)", change=("masked", "mask_reasons")),
            Policy(
                name="passage_public", to=(PORTAL,), command="insert",
                check_rows="not masked and access.arriving_concern(concern_id)",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.text


class Assessment(_OfConcern):
    """The immediate-help assessment (bvl § 2-1 (1) third sentence): who, when, why. A new one never hides the old."""

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="assessments")
    needed = models.BooleanField("trenger hjelp med en gang")
    reasons = models.TextField("begrunnelse")
    by = models.UUIDField("vurdert av")
    by_name = models.TextField("navn")
    at = models.DateTimeField("vurdert")

    class Meta:
        verbose_name = "vurdering av straksbehov"
        db_table_comment = "Vurdering av om barnet trenger hjelp med en gang"
        # What is assessed as it arrives may be out of sight at once: a concern about one of our own is the leader's.
        constraints = _of_concern(
            "assessment",
            add="by = (select access.actor()) and (access.sees_concern(concern_id) or access.arriving_concern(concern_id))",
        )

    def __str__(self) -> str:
        return self.reasons


class Feedback(_OfConcern):
    """An answer to the reporter (bvl § 13-3): proposed by the house, sent by a person."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "forslag"
        SENT = "sent", "sendt"
        OMITTED = "omitted", "utelatt"
        IMPOSSIBLE = "impossible", "ikke mulig"

    class Route(models.TextChoices):
        LETTER = "letter", "brev"
        DIGITAL = "digital", "digital post"
        PHONE = "phone", "telefon"
        SAFE_WAY = "safe_way", "den trygge måten barnet valgte"
        IN_PERSON = "in_person", "i møte"

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="feedbacks")
    rule = models.TextField("regel")
    contents = models.JSONField("innhold", default=list)
    state = models.TextField("tilstand", choices=State.choices, default=State.PROPOSED)
    text = models.TextField("tekst", blank=True)
    why = models.TextField("grunn", blank=True)
    route = models.TextField("måte", choices=Route.choices, blank=True)
    settled_at = models.DateTimeField("avgjort", null=True, blank=True)
    settled_by = models.UUIDField("avgjort av", null=True, blank=True)
    digest = models.TextField("brevets avtrykk", blank=True)

    class Meta:
        verbose_name = "tilbakemelding til melder"
        verbose_name_plural = "tilbakemeldinger til melder"
        db_table_comment = "Svar til den som meldte (bvl § 13-3)"
        constraints = [
            *_of_concern(
                "feedback",
                add="settled_by = (select access.actor()) and access.sees_concern(concern_id)",
                change=("state", "text", "why", "route", "settled_at", "settled_by", "digest", "contents"),
                becoming="settled_by = (select access.actor())",
            ),
        ]

    def __str__(self) -> str:
        return self.rule
