"""One sending: when, how, and from whom. The reporter stands here, apart from what a family may get to read."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.logins import CASE, CASE_HATS, HATS, INTAKE, ONCALL, PORTAL, TEAM, WIDE, WORKER
from oppvekst.ground.database.policies import Barred, Forced, Pair, Policy

MINE = "municipality_id = (select access.municipality())"
OF_A_CONCERN_I_SEE = "exists (select from concerns_concern c where c.enquiry_id = concerns_enquiry.id)"


class Enquiry(models.Model):
    """An enquiry by any channel: one sending may be about several children and also ask for help."""

    class Channel(models.TextChoices):
        PORTAL = "portal", "skjema på nettet"
        NATIONAL = "national", "nasjonal portal"
        PHONE = "phone", "telefon"
        LETTER = "letter", "brev eller papirskjema"
        VISIT = "visit", "oppmøte"
        OWN = "own", "egen observasjon"
        NIGHT_PAPER = "night_paper", "nattskjema på papir"

    class Anonymity(models.TextChoices):
        NAMED = "named", "navn kan gis til familien"
        SERVICE_ONLY = "service_only", "navn bare til tjenesten"
        ANONYMOUS = "anonymous", "anonym"

    class Wish(models.TextChoices):
        WORRY = "worry", "en bekymring"
        HELP = "help", "en søknad om hjelp"
        BOTH = "both", "en bekymring og en søknad om hjelp"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    reference = models.TextField("referanse")
    channel = models.TextField("kanal", choices=Channel.choices)
    # Receipt is when it reached the service, the on-call included; never when somebody typed it in (bvl § 2-1 (1)).
    received_at = models.DateTimeField("mottatt")
    registered_at = models.DateTimeField("registrert")
    entered_later = models.BooleanField("ført inn senere", default=False)
    language = models.TextField("språk", default="nb")
    interpreter = models.TextField("tolk", blank=True)

    wish = models.TextField("henvendelsen er", choices=Wish.choices, default=Wish.WORRY)
    reporter = models.TextField("meldertype")
    reporter_code = models.TextField("melderkode")
    anonymity = models.TextField("anonymitet", choices=Anonymity.choices, default=Anonymity.NAMED)
    name = models.TextField("navn", blank=True)
    role = models.TextField("rolle", blank=True)
    phone = models.TextField("telefon", blank=True)
    email = models.TextField("e-post", blank=True)
    address = models.JSONField("adresse", default=dict)
    body = models.TextField("virksomhet", blank=True)
    body_number = models.TextField("organisasjonsnummer", blank=True)
    body_address = models.JSONField("virksomhetens adresse", default=dict)
    relation = models.TextField("kjenner barnet som", blank=True)
    # How a child can be answered without anybody at home seeing it (bvl § 1-4).
    safe_way = models.TextField("trygg måte å svare på", blank=True)

    class Meta:
        verbose_name = "henvendelse"
        verbose_name_plural = "henvendelser"
        db_table_comment = "Én innsending: når, hvordan og fra hvem. Melder står her, skilt fra meldingens ord"
        constraints = [
            models.UniqueConstraint(fields=["id", "municipality"], name="enquiry_in_municipality"),
            models.UniqueConstraint(fields=["municipality", "reference"], name="reference_once"),
            Forced(name="enquiry_forced"),
            Policy(name="enquiry_read", to=(*CASE_HATS, ONCALL), command="select", using=OF_A_CONCERN_I_SEE),
            Policy(
                name="enquiry_application", to=(CASE, INTAKE, TEAM, WIDE), command="select",
                using="exists (select from concerns_application a where a.enquiry_id = concerns_enquiry.id)",
            ),
            Policy(name="enquiry_add", to=HATS, command="insert", check_rows=MINE),
            Policy(name="enquiry_public", to=(PORTAL,), command="insert", check_rows="channel = 'portal'"),
            Policy(name="enquiry_worker_add", to=(WORKER,), command="insert", check_rows="true"),
            Policy(name="enquiry_worker_read", to=(WORKER,), command="select", using="true"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.reference


class Application(models.Model):
    """Somebody asks for help: not a concern but an application, answered by a decision (fvl § 2)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    enquiry = models.ForeignKey(Enquiry, models.PROTECT, related_name="applications")
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="applications", db_index=False)
    intake_queue = models.SmallIntegerField("i mottakets kø", null=True, blank=True)
    applicant = models.TextField("søker")
    words = models.TextField("hva det søkes om")
    received_at = models.DateTimeField("mottatt")
    handler = models.UUIDField("behandler", null=True, blank=True)

    class Meta:
        verbose_name = "søknad om hjelp"
        verbose_name_plural = "søknader om hjelp"
        db_table_comment = "Søknad om hjelp; besvares med enkeltvedtak"
        constraints = [
            Pair(name="application_same_municipality", parent="enquiry"),
            Pair(name="application_of_case", parent="case"),
            Forced(name="application_forced"),
            Policy(
                name="application_by_case", to=(CASE, INTAKE, TEAM), command="select",
                using="case_id = any ((select access.cases())::uuid[])",
            ),
            Policy(
                name="application_by_intake", to=(INTAKE, TEAM), command="select",
                using="intake_queue = (select access.intake())",
            ),
            Policy(name="application_by_wide", to=(WIDE,), command="select", using="municipality_id = (select access.wide())"),
            Policy(name="application_add", to=HATS, command="insert", check_rows=f"{MINE} and access.arriving(enquiry_id)"),
            Policy(
                name="application_take", to=(INTAKE, TEAM), command="update",
                columns=("case_id", "handler", "intake_queue"), using="intake_queue = (select access.intake())",
                check_rows=MINE,
            ),
            Policy(
                name="application_take_wide", to=(WIDE,), command="update",
                columns=("case_id", "handler", "intake_queue"), using="municipality_id = (select access.wide())",
                check_rows=MINE,
            ),
            Barred(
                name="application_barred", to=CASE_HATS,
                using="case_id is null or case_id <> all ((select access.barred())::uuid[])",
            ),
            Policy(
                name="application_public", to=(PORTAL,), command="insert",
                check_rows="case_id is null and handler is null and access.arriving(enquiry_id)",
            ),
            Policy(name="application_worker_read", to=(WORKER,), command="select", using="true"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.applicant
