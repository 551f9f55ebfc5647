"""The child's statutory journal (bvl § 12-4) and the trace of looks (bvl § 13-1; arkivforskrifta § 5)."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.ground.access.models import Municipality, Staff
from oppvekst.ground.database.logins import ALL_HATS, CASE, HATS, INTAKE, ONCALL, OTHER_HATS, PORTAL, TEAM, WIDE, WORKER
from oppvekst.ground.database.policies import Barred, Forced, Policy

OWN = "municipality_id = (select access.municipality()) and actor = (select access.actor())"
SIGNED = f"{OWN} and actor_name = (select access.my_name())"
BY_CASE = "case_id = any ((select access.cases())::uuid[])"
NOT_BARRED = "case_id is null or case_id <> all ((select access.barred())::uuid[])"


class Entry(models.Model):
    """One act: who, when, about what, in a sentence. Its number, transaction and era are the database's own columns."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField("skjedde")
    kind = models.TextField("handling")
    subject = models.UUIDField("gjelder")
    case_id = models.UUIDField("sak", null=True, blank=True)
    actor = models.UUIDField("utført av", null=True, blank=True)
    actor_name = models.TextField("navn", blank=True)
    face = models.TextField("dør")
    says = models.TextField("journaltekst")
    law = models.TextField("hjemmel", blank=True)
    facts = models.JSONField("opplysninger", default=dict)

    class Meta:
        verbose_name = "journalføring"
        verbose_name_plural = "journal"
        db_table_comment = "Barnets journal (bvl § 12-4); bare tilføyelser"
        indexes = [
            models.Index(fields=["case_id", "at"], name="entry_of_case"),
            models.Index(fields=["subject", "at"], name="entry_of_subject"),
            models.Index(fields=["municipality", "at"], name="entry_of_municipality"),
        ]
        constraints = [
            Forced(name="entry_forced"),
            Policy(name="entry_by_case", to=(CASE, TEAM, INTAKE), command="select", using=BY_CASE),
            Policy(
                name="entry_by_concern", to=(CASE, INTAKE, TEAM, ONCALL), command="select",
                using="case_id is null and access.sees_concern(subject)",
            ),
            Policy(name="entry_by_wide", to=(WIDE,), command="select", using="municipality_id = (select access.wide())"),
            Policy(
                name="entry_write", to=(CASE, TEAM, INTAKE, ONCALL), command="insert",
                check_rows=f"{SIGNED} and (case_id is null or access.sees_case(case_id))",
            ),
            Policy(
                name="entry_write_beside", to=OTHER_HATS, command="insert", check_rows=f"{SIGNED} and case_id is null"
            ),
            Policy(
                name="entry_write_wide", to=(WIDE,), command="insert",
                check_rows=f"{SIGNED} and municipality_id = (select access.wide())"
                " and (case_id is null or access.sees_case(case_id))",
            ),
            Policy(
                name="entry_public", to=(PORTAL,), command="insert",
                check_rows="actor is null and case_id is null and face = 'portal' "
                "and ((kind = 'concern.received' and access.arriving(subject))"
                " or (kind in ('offer.received', 'request.received') and access.arriving_subject(subject)))",
            ),
            Policy(name="entry_worker_write", to=(WORKER,), command="insert", check_rows="actor is null"),
            Policy(name="entry_worker_read", to=(WORKER,), command="select", using="true"),
            Barred(name="entry_barred", to=HATS, using=NOT_BARRED),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.says


class Look(models.Model):
    """Somebody saw a case, a concern or a list of hits. Written with the page, read by the reviewer alone (bvl § 13-1)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField("sett")
    kind = models.TextField("hva")
    subject = models.UUIDField("gjelder", null=True, blank=True)
    case_id = models.UUIDField("sak", null=True, blank=True)
    actor = models.UUIDField("sett av")
    hat = models.TextField("rolle")
    terms = models.TextField("søkeord", blank=True)

    class Meta:
        verbose_name = "innsyn"
        db_table_comment = "Hvem som har sett hva; bare tilføyelser"
        indexes = [models.Index(fields=["case_id", "at"], name="look_at_case")]
        constraints = [
            Forced(name="look_forced"),
            Policy(name="look_write", to=(*HATS, *OTHER_HATS), command="insert", check_rows=OWN),
            Policy(name="look_seal", to=(WORKER,), command="select", using="true"),
        ]

    def __str__(self) -> str:
        return self.kind


class Trail(models.TextChoices):
    """What is sealed: the acts, and the looks."""

    ENTRIES = "entries", "journal"
    LOOKS = "looks", "innsyn"


class Seal(models.Model):
    """A batch of rows, closed: their digest together with the digest of the batch before (D97)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    trail = models.TextField("hva", choices=Trail.choices)
    batch = models.IntegerField("nummer")
    sealed_at = models.DateTimeField("forseglet")
    rows = models.IntegerField("antall")
    # The last row of the batch, in the order of sealing: era, transaction, number.
    era = models.SmallIntegerField("æra")
    xact = models.BigIntegerField("transaksjon")
    no = models.BigIntegerField("løpenummer")
    # Eight bytes of each row's own digest: they tell which row it was, when the batch does not agree.
    marks = models.BinaryField("merker")
    digest = models.TextField("segl", db_comment="SHA-256, heksadesimalt")

    class Meta:
        verbose_name = "segl"
        verbose_name_plural = "segl"
        db_table_comment = "Kjede av segl over journal og innsyn; bare tilføyelser"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "trail", "batch"], name="seal_in_order"),
            Forced(name="seal_forced"),
            Policy(name="seal_worker", to=(WORKER,), command="select", using="true"),
            Policy(name="seal_add", to=(WORKER,), command="insert", check_rows="true"),
            Policy(name="seal_leader", to=(WIDE,), command="select", using="municipality_id = (select access.wide())"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.digest[:12]


HERE = "municipality_id = (select access.municipality())"
REVIEWED = f"{HERE} and (select access.reviews_looks())"


def _reviewed(table: str, *, add: bool = False) -> list[models.BaseConstraint]:
    """Read by whoever reviews looks, and by the worker that finds; the reviewer may add where it is hers to decide."""
    doors: list[models.BaseConstraint] = [
        Forced(name=f"{table}_forced"),
        Policy(name=f"{table}_review", to=ALL_HATS, command="select", using=REVIEWED),
        Policy(name=f"{table}_worker", to=(WORKER,), command="select", using="true"),
    ]
    if add:
        decided = f"{REVIEWED} and decided_by = (select access.actor())"
        doors.append(Policy(name=f"{table}_add", to=ALL_HATS, command="insert", check_rows=decided))
    return doors


class Unusual(models.TextChoices):
    """What makes a look worth asking about. A reason to ask, never a measure of a person."""

    NAME = "name", "samme etternavn"
    STREET = "street", "samme gate"
    NO_REASON = "no_reason", "ingen grunn i saken"
    NIGHT = "night", "om natta"
    MANY = "many", "mange saker uten handling"
    ENDED = "ended", "etter at tilgangen var slutt"


class Finding(models.Model):
    """Looks that somebody should explain: whose, at which case, when and why we ask (bvl § 13-1). Found once each."""

    class Answer(models.TextChoices):
        EXPLAINED = "explained", "forklart"
        FOLLOWED_UP = "followed_up", "følges opp"

    id = models.UUIDField(primary_key=True, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case_id = models.UUIDField("sak", null=True, blank=True)
    actor = models.UUIDField("ansatt")
    kind = models.TextField("slag", choices=Unusual.choices)
    reason = models.TextField("hvorfor vi spør")
    first_at = models.DateTimeField("fra")
    last_at = models.DateTimeField("til")
    answer = models.TextField("svar", choices=Answer.choices, blank=True)
    words = models.TextField("forklaring", blank=True)
    answered_by = models.UUIDField("besvart av", null=True, blank=True)
    answered_by_name = models.TextField("besvart av", blank=True)
    answered_at = models.DateTimeField("besvart", null=True, blank=True)

    class Meta:
        verbose_name = "uvanlig innsyn"
        db_table_comment = "Innsyn som noen bør forklare, med grunnen til at vi spør"
        indexes = [
            models.Index(fields=["municipality", "first_at"], name="finding_open", condition=models.Q(answered_at=None))
        ]
        constraints = [
            *_reviewed("finding"),
            Policy(name="finding_found", to=(WORKER,), command="insert", check_rows="answered_at is null and answer = \'\'"),
            # Nobody explains her own looks.
            Policy(
                name="finding_answer", to=ALL_HATS, command="update",
                columns=("answer", "words", "answered_by", "answered_by_name", "answered_at"),
                using=f"{REVIEWED} and actor <> (select access.actor())",
                check_rows=f"{HERE} and answered_by = (select access.actor())",
            ),
            Barred(name="finding_barred", to=HATS, using=NOT_BARRED),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.reason


class LookRule(models.Model):
    """How this service looks for the unusual, from a date. No law says where the limits are: they are its own."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    kind = models.TextField("slag", choices=Unusual.choices)
    active = models.BooleanField("i bruk", default=True)
    amount = models.IntegerField("grense", null=True, blank=True)
    valid_from = models.DateField("fra og med")
    words = models.TextField("begrunnelse")
    decided_by = models.UUIDField("bestemt av")
    decided_at = models.DateTimeField("bestemt")

    class Meta:
        verbose_name = "regel for uvanlig innsyn"
        db_table_comment = "Tjenestens egne grenser for hva som er uvanlig innsyn, med dato"
        constraints = _reviewed("look_rule", add=True)

    def __str__(self) -> str:
        return self.get_kind_display()


class Tie(models.Model):
    """What ties a member of staff to people outside work: the street she lives in, or a name beside her own."""

    class Kind(models.TextChoices):
        STREET = "street", "gate"
        NAME = "name", "etternavn"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="+", verbose_name="ansatt")
    kind = models.TextField("slag", choices=Kind.choices)
    value = models.TextField("verdi")
    decided_by = models.UUIDField("skrevet av")
    decided_at = models.DateTimeField("skrevet")

    class Meta:
        verbose_name = "tilknytning"
        db_table_comment = "Gate eller navn som knytter en ansatt til folk utenfor arbeidet"
        constraints = _reviewed("tie", add=True)

    def __str__(self) -> str:
        return self.get_kind_display()
