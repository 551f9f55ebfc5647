"""Municipalities, staff, duties and dated access (bvl §§ 13-1, 15-3, 15-7; docs/rights.md)."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.ground.database.logins import ALL_HATS, CASE_HATS, DOOR, MYPAGE, PORTAL, WIDE, WORKER
from oppvekst.ground.database.policies import Barred, Forced, Pair, Policy

EVERYBODY = (PORTAL, MYPAGE, DOOR, WORKER, *ALL_HATS)
MINE = "municipality_id = (select access.municipality())"
WHOLE = "municipality_id = (select access.wide())"
OF_MY_CASE = "case_id = any ((select access.cases())::uuid[])"
NOT_BARRED = "case_id <> all ((select access.barred())::uuid[])"
ABOUT_ME = f"staff_id = (select access.actor()) and {MINE}"
OUR_SERVICE = "service_id = (select access.service())"


class Service(models.Model):
    """A child welfare service: one municipality's, or one host's for several (bvl § 15-2)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.TextField("barneverntjeneste")

    class Meta:
        verbose_name = "barneverntjeneste"
        db_table_comment = "Barneverntjeneste: én kommunes, eller flere kommuners felles"
        constraints = [
            Forced(name="service_forced"),
            Policy(name="service_read", to=EVERYBODY, command="select", using="true"),
        ]

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """A municipality: accounts, register and archive are its own, also in a shared service."""

    number = models.SmallIntegerField("kommunenummer", primary_key=True)
    name = models.TextField("kommune")
    service = models.ForeignKey(Service, models.PROTECT, related_name="municipalities")
    address_lines = models.JSONField("adresse", default=list)
    theme = models.TextField("tema", default="solvik")
    host = models.TextField("vertsnavn", blank=True)
    # How long a case stands open by emergency access: the service decides (bvl § 13-1; fvl § 13 b).
    emergency_hours = models.SmallIntegerField("timer med nødtilgang", default=4)
    reading_days = models.SmallIntegerField("dager med lesetilgang", default=14)

    class Meta:
        verbose_name = "kommune"
        db_table_comment = "Kommune, med eget register og eget arkiv"
        constraints = [
            Forced(name="municipality_forced"),
            Policy(name="municipality_read", to=EVERYBODY, command="select", using="true"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def code(self) -> str:
        """The number as it is written, four digits: 301 -> «0301»."""
        return f"{self.number:04d}"


class InMunicipality(models.Model):
    """A row of one municipality. UUID version 4: the national register refuses version 7 (ADR 3)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", verbose_name="kommune")

    class Meta:
        abstract = True


class Team(InMunicipality):
    """A team whose leader sees its open cases."""

    name = models.TextField("team")

    class Meta:
        verbose_name = "team"
        db_table_comment = "Team i tjenesten"
        constraints = [
            models.UniqueConstraint(fields=["id", "municipality"], name="team_in_municipality"),
            Forced(name="team_forced"),
            Policy(name="team_read", to=(WORKER, *ALL_HATS), command="select", using="true"),
        ]

    def __str__(self) -> str:
        return self.name


class Employment(models.TextChoices):
    """Whose she is: the service's own, or a private provider's (bvl § 15-7)."""

    EMPLOYEE = "employee", "ansatt"
    HIRED = "hired", "innleid fra privat"


class Staff(models.Model):
    """A person who works under the Act (bvl § 13-1), whoever logs her in."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    service = models.ForeignKey(Service, models.PROTECT, related_name="staff")
    name = models.TextField("navn")
    title = models.TextField("stilling", blank=True)
    pager = models.TextField("vakttelefon", blank=True)
    # Who the municipality's log-in provider says it is (OpenID Connect «sub»).
    subject = models.TextField("innloggingsnavn", blank=True)
    # A private provider's people can never hold what bvl § 15-7 reserves; the database refuses it.
    employment = models.TextField("ansettelse", choices=Employment.choices, default="employee")

    class Meta:
        verbose_name = "ansatt"
        db_table_comment = "Ansatt eller annen som arbeider etter barnevernsloven"
        constraints = [
            Forced(name="staff_forced"),
            Policy(name="staff_of_service", to=ALL_HATS, command="select", using=OUR_SERVICE),
            # A substitute comes from another service (fvl § 9), and is known by name where she acts.
            Policy(
                name="staff_guest", to=CASE_HATS, command="select", using="id = any ((select access.guests())::uuid[])"
            ),
            Policy(name="staff_worker", to=(WORKER,), command="select", using="true"),
        ]

    def __str__(self) -> str:
        return self.name


class Role(InMunicipality):
    """A role as this municipality has decided it: a title and the hat it wears in the database."""

    name = models.TextField("rolle")
    title = models.TextField("tittel")
    hat = models.TextField("databaserolle")

    class Meta:
        verbose_name = "rolle"
        db_table_comment = "Rolle med rettigheter, bestemt av kommunen"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="role_once"),
            models.UniqueConstraint(fields=["id", "municipality"], name="role_in_municipality"),
            Forced(name="role_forced"),
            Policy(name="role_read", to=(WORKER, *ALL_HATS), command="select", using="true"),
        ]

    def __str__(self) -> str:
        return self.title


class Right(InMunicipality):
    """A right that a role gives, by the name the act asks for."""

    role = models.ForeignKey(Role, models.PROTECT, related_name="rights")
    name = models.TextField("rettighet")

    class Meta:
        verbose_name = "rettighet"
        db_table_comment = "Rettighet som en rolle gir"
        constraints = [
            models.UniqueConstraint(fields=["role", "name"], name="right_once"),
            Pair(name="right_same_municipality", parent="role"),
            Forced(name="right_forced"),
            Policy(name="right_read", to=(WORKER, *ALL_HATS), command="select", using="true"),
        ]

    def __str__(self) -> str:
        return self.name


class Duty(InMunicipality):
    """A dated appointment of a person to a role (bvl § 15-3): a named person, not a group's permission."""

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="duties")
    role = models.ForeignKey(Role, models.PROTECT, related_name="duties")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="duties")
    valid_from = models.DateField("fra")
    valid_to = models.DateField("til og med", null=True, blank=True)
    decision = models.TextField("bestemt av")

    class Meta:
        verbose_name = "tjeneste"
        db_table_comment = "Datert tildeling av rolle til en ansatt"
        constraints = [
            Pair(name="duty_same_municipality", parent="role"),
            Pair(name="duty_of_team", parent="team"),
            Forced(name="duty_forced"),
            Policy(name="duty_read", to=ALL_HATS, command="select", using=MINE),
            Policy(name="duty_worker", to=(WORKER,), command="select", using="true"),
        ]
        indexes = [models.Index(fields=["staff", "municipality"], name="duty_of_staff")]

    def __str__(self) -> str:
        return f"{self.staff}: {self.role}"


class Grant(InMunicipality):
    """Access to one case for one person, with a reason and dates (bvl § 13-1; fvl § 13 b)."""

    class Reason(models.TextChoices):
        ASSIGNED = "assigned", "har saken"
        INTAKE = "intake", "behandler meldingen"
        COLLEAGUE = "colleague", "arbeider sammen om saken"
        SUBSTITUTE = "substitute", "setteleder i saken"
        SAMPLE = "sample", "stikkprøve i internkontrollen"  # to be read alone, as the archive: never written in
        ARCHIVE = "archive", "arkivarbeid"
        CLOSED = "closed", "leste en avsluttet sak"

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="grants")
    case_id = models.UUIDField("sak")
    reason = models.TextField("grunn", choices=Reason.choices)
    words = models.TextField("begrunnelse", blank=True)
    given_by = models.UUIDField("gitt av")
    given_at = models.DateTimeField("gitt")
    # Open means from the moment it was given; the database's own clock decides, so a forged date opens nothing.
    valid_from = models.DateTimeField("fra", null=True, blank=True)
    valid_to = models.DateTimeField("til", null=True, blank=True)

    class Meta:
        verbose_name = "tilgang"
        db_table_comment = "Tilgang til én sak, med grunn og datoer"
        constraints = [
            Forced(name="grant_forced"),
            Policy(name="grant_by_case", to=CASE_HATS, command="select", using=OF_MY_CASE),
            Policy(name="grant_mine", to=CASE_HATS, command="select", using=ABOUT_ME),
            Policy(name="grant_by_wide", to=(WIDE,), command="select", using=WHOLE),
            Policy(
                name="grant_give", to=CASE_HATS, command="insert",
                check_rows=f"{MINE} and given_by = (select access.actor()) and access.may_grant(case_id, staff_id)",
            ),
            Policy(
                name="grant_end", to=CASE_HATS, command="update", columns=("valid_to",),
                using=f"{OF_MY_CASE} and valid_to is null", check_rows=MINE,
            ),
            Policy(
                name="grant_end_wide", to=(WIDE,), command="update", columns=("valid_to",),
                using=f"{WHOLE} and valid_to is null", check_rows=MINE,
            ),
            Barred(name="grant_barred", to=CASE_HATS, using=NOT_BARRED),
            Policy(name="grant_worker", to=(WORKER,), command="select", using="true"),
        ]  # fmt: skip
        indexes = [models.Index(fields=["staff", "municipality"], name="grant_of_staff")]

    def __str__(self) -> str:
        return self.get_reason_display()


class Bar(InMunicipality):
    """Disqualification (fvl § 6) or a locked case: beats every other reason to see."""

    class Kind(models.TextChoices):
        DISQUALIFIED = "disqualified", "inhabil"
        LOCKED = "locked", "låst sak"

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="bars", verbose_name="ansatt")
    case_id = models.UUIDField("sak")
    kind = models.TextField("slag", choices=Kind.choices)
    words = models.TextField("grunn")
    given_by = models.UUIDField("bestemt av")
    given_at = models.DateTimeField("bestemt")
    ended_at = models.DateTimeField("opphevet", null=True, blank=True)
    ended_by = models.UUIDField("opphevet av", null=True, blank=True)
    ended_words = models.TextField("hvorfor opphevet", blank=True)

    class Meta:
        verbose_name = "sperre"
        db_table_comment = "Inhabilitet eller låst sak for en ansatt"
        constraints = [
            Forced(name="bar_forced"),
            Policy(name="bar_by_case", to=CASE_HATS, command="select", using=OF_MY_CASE),
            Policy(name="bar_by_wide", to=(WIDE,), command="select", using=WHOLE),
            # Whoever is disqualified steps aside herself (fvl § 8); others are barred by the leader.
            Policy(name="bar_myself", to=CASE_HATS, command="insert",
                   check_rows=f"{ABOUT_ME} and given_by = (select access.actor())"),
            Policy(name="bar_set", to=(WIDE,), command="insert", check_rows=f"{WHOLE} and given_by = (select access.actor())"),
            Policy(
                name="bar_lift", to=(WIDE,), command="update", columns=("ended_at", "ended_by", "ended_words"),
                using=f"{WHOLE} and ended_at is null and staff_id <> (select access.actor())",
                check_rows=f"{WHOLE} and ended_by = (select access.actor())",
            ),
            Barred(name="bar_barred", to=CASE_HATS, using=NOT_BARRED),
            Policy(name="bar_worker", to=(WORKER,), command="select", using="true"),
        ]  # fmt: skip
        indexes = [models.Index(fields=["staff", "municipality"], name="bar_of_staff")]

    def __str__(self) -> str:
        return self.get_kind_display()


class Emergency(InMunicipality):
    """Some hours in one case for one who has no access to it, or is barred from it and cannot wait (fvl §§ 7, 13 b).

    Written by the database's own functions alone: they ask for the right, say how long, tell the journal and the leader.
    """

    class Kind(models.TextChoices):
        DANGER = "danger", "barnet kan være i fare nå"
        OTHERS_WAIT = "others_wait", "politi, sykehus eller nemnd må ha svar nå"
        ABSENT = "absent", "den som har saken, kan ikke nås, og det kan ikke vente"

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="emergencies", verbose_name="ansatt")
    case_id = models.UUIDField("sak")
    kind = models.TextField("slag", choices=Kind.choices)
    words = models.TextField("begrunnelse")
    # She is barred from the case, and does only what cannot wait (fvl § 7).
    over_bar = models.BooleanField("tross sperre", default=False)
    opened_at = models.DateTimeField("åpnet")
    until = models.DateTimeField("varer til")
    ended_at = models.DateTimeField("avsluttet før tiden", null=True, blank=True)

    class Meta:
        verbose_name = "nødtilgang"
        db_table_comment = "Nødtilgang til én sak i noen timer, eller tross sperre for det som ikke kan vente (fvl § 7)"
        constraints = [
            Forced(name="emergency_forced"),
            Policy(name="emergency_mine", to=CASE_HATS, command="select", using=ABOUT_ME),
            Policy(name="emergency_by_case", to=CASE_HATS, command="select", using=OF_MY_CASE),
            Policy(name="emergency_by_wide", to=(WIDE,), command="select", using=WHOLE),
            Barred(name="emergency_barred", to=CASE_HATS, using=NOT_BARRED),
            Policy(name="emergency_worker", to=(WORKER,), command="select", using="true"),
        ]
        indexes = [
            models.Index(fields=["staff", "municipality"], name="emergency_of_staff"),
            models.Index(fields=["case_id"], name="emergency_of_case"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Trust(InMunicipality):
    """A person with protected address, entrusted to a named member of staff (bvl § 13-5 (3))."""

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="trusts")
    person_id = models.UUIDField("person")
    words = models.TextField("begrunnelse", blank=True)
    given_by = models.UUIDField("bestemt av")
    given_at = models.DateTimeField("bestemt")
    ended_at = models.DateTimeField("opphevet", null=True, blank=True)
    ended_words = models.TextField("hvorfor opphevet", blank=True)

    class Meta:
        verbose_name = "betrodd adresse"
        db_table_comment = "Hvem som kan se en skjermet adresse"
        constraints = [
            Forced(name="trust_forced"),
            Policy(name="trust_mine", to=CASE_HATS, command="select", using=ABOUT_ME),
            Policy(name="trust_by_wide", to=(WIDE,), command="select", using=WHOLE),
            Policy(
                name="trust_give", to=(WIDE,), command="insert",
                check_rows=f"{WHOLE} and given_by = (select access.actor())",
            ),
            # Withdrawn is for good: whoever is entrusted again gets a row of her own, with its reason.
            Policy(
                name="trust_end", to=(WIDE,), command="update", columns=("ended_at", "ended_words"),
                using=f"{WHOLE} and ended_at is null", check_rows=WHOLE,
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["staff", "municipality"], name="trust_of_staff")]

    def __str__(self) -> str:
        return "betrodd"


class Session(InMunicipality):
    """A log-in. Only the token's hash is kept, and only functions reach the row: whoever reads it learns nothing."""

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="sessions")
    token_hash = models.BinaryField("nøkkelens avtrykk")
    hat = models.TextField("databaserolle")
    started_at = models.DateTimeField("begynt")
    # Moves ahead as long as somebody is at work, and never past ``ends_at``. What is past it is locked.
    until = models.DateTimeField("varer til")
    ends_at = models.DateTimeField("slutter senest", null=True, blank=True)
    idle = models.DurationField("låses etter", null=True, blank=True)
    last_used_at = models.DateTimeField("sist brukt", null=True, blank=True)
    device = models.TextField("enhet", blank=True, default="", db_default="")
    device_hash = models.BinaryField("enhetens avtrykk", null=True, blank=True)
    # The first time this device was seen at this person's, when she has others; and when she has said whose it was.
    strange = models.BooleanField("ny enhet", default=False, db_default=False)
    answered_at = models.DateTimeField("svart om enheten", null=True, blank=True)
    ended_at = models.DateTimeField("avsluttet", null=True, blank=True)
    ended_why = models.TextField("hvorfor avsluttet", blank=True, default="", db_default="")

    class Meta:
        verbose_name = "innlogging"
        db_table_comment = "Innlogging; nøkkelen selv lagres ikke"
        constraints = [Forced(name="session_forced")]
        indexes = [models.Index(fields=["token_hash"], name="session_by_token")]

    def __str__(self) -> str:
        return str(self.started_at)


# The tables of coming in stand beside; Django finds them by way of this module.
import oppvekst.ground.access.ways_in  # noqa: E402, F401
