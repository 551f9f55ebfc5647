"""Prevention: somebody asks for a talk, a visit, or a place in a group. Nothing here is about a named child."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from oppvekst.domain.prevention.models.whose import InMunicipality, answered, arranged
from oppvekst.domain.prevention.rules import (
    CLOSED,
    CONFIRMED,
    LANGUAGES,
    MEETINGS,
    MOST_ADULTS,
    MOST_CHILDREN,
    NEW,
    OPEN,
    SLOTS,
    THEMES,
    WITHDRAWN,
    Outcome,
)
from oppvekst.ground.database.logins import PORTAL, WORKER
from oppvekst.ground.database.policies import Pair, Policy

OUR_OWN = "(assignee is null or access.colleague(assignee))"

# What may be written where words have no place: a number to call, a reference of ours, a language by its code.
A_PHONE = r"^[+]?[0-9]{3,16}$"
A_REFERENCE = r"^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$"
IN_CODES = Q(
    phone__regex=A_PHONE, reference__regex=A_REFERENCE, language__in=list(LANGUAGES), interpreter__in=["", *LANGUAGES]
)


class Request(InMunicipality):
    """A wish to talk something over, anonymously, or to have us come. A talk has no field for any name."""

    class Kind(models.TextChoices):
        DISCUSSION = "discussion", "anonym drøfting"
        VISIT = "visit", "besøk hos ansatte eller foreldre"

    kind = models.TextField("slag", choices=Kind.choices)
    reference = models.TextField("referanse")
    received_at = models.DateTimeField("mottatt")
    phone = models.TextField("telefon")
    # When to call back: weekdays and part of the day, as codes; empty is any time.
    call_at = models.JSONField("når vi kan ringe", default=list)
    language = models.TextField("språk i kontakten", default="nb")
    interpreter = models.TextField("tolk til", blank=True)
    # Only of a visit: the body that asks, whom to talk with there, and what it is to be about in general.
    body = models.TextField("virksomhet", blank=True)
    contact_person = models.TextField("kontaktperson der", blank=True)
    meeting = models.TextField("møte", blank=True)
    wished_on = models.DateField("ønsket dag", null=True, blank=True)
    themes = models.JSONField("temaer", default=list, blank=True)
    words = models.TextField("mer om temaet", blank=True)
    state = models.TextField("tilstand", default=OPEN)
    assignee = models.UUIDField("hos", null=True, blank=True)
    answered_at = models.DateTimeField("besvart", null=True, blank=True)
    closed_at = models.DateTimeField("avsluttet", null=True, blank=True)
    outcome = models.TextField("utfall", blank=True)

    class Meta:
        verbose_name = "henvendelse"
        verbose_name_plural = "henvendelser"
        db_table_comment = "Ønske om drøfting eller besøk fra forebyggende tjeneste"
        indexes = [models.Index(fields=["municipality", "state", "received_at"], name="request_of_state")]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "reference"], name="request_reference_once"),
            # Anonymous by construction: every column that could hold words about somebody is empty, or a code.
            models.CheckConstraint(
                name="discussion_names_nobody",
                condition=Q(kind="visit")
                | Q(kind="discussion", body="", contact_person="", meeting="", words="", themes=[], wished_on=None),
            ),
            models.CheckConstraint(
                name="request_in_codes",
                condition=IN_CODES
                & Q(call_at__contained_by=list(SLOTS), themes__contained_by=list(THEMES), meeting__in=["", *MEETINGS])
                & Q(outcome__in=["", *(each.value for each in Outcome)]),
            ),
            models.CheckConstraint(
                name="request_stands_somewhere",
                condition=Q(state=OPEN, answered_at=None, closed_at=None, outcome="")
                | Q(state="answered", answered_at__isnull=False, closed_at=None, outcome="")
                | Q(state=CLOSED, closed_at__isnull=False) & ~Q(outcome=""),
            ),
            Policy(name="request_public", to=(PORTAL,), command="insert", check_rows="state = 'open' and assignee is null"),
            *answered("request", ("state", "assignee", "answered_at", "closed_at", "outcome"), becoming=OUR_OWN),
            Policy(name="request_clock", to=(WORKER,), command="select", using="true"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.reference


class SchoolContact(InMunicipality):
    """Who at the service a school or kindergarten calls."""

    class Kind(models.TextChoices):
        SCHOOL = "school", "skole"
        KINDERGARTEN = "kindergarten", "barnehage"

    kind = models.TextField("slag", choices=Kind.choices)
    name = models.TextField("skole eller barnehage")
    area = models.TextField("område", blank=True)
    contact_person = models.TextField("kontaktperson")
    phone = models.TextField("telefon")
    published = models.BooleanField("publisert", default=True)

    class Meta:
        verbose_name = "kontaktperson for skole og barnehage"
        verbose_name_plural = "kontaktpersoner for skoler og barnehager"
        db_table_comment = "Hvem i tjenesten en skole eller barnehage ringer"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="school_contact_once"),
            *arranged("school_contact", ("kind", "name", "area", "contact_person", "phone", "published")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class Group(InMunicipality):
    """A guidance group one signs up for: evenings, languages, child care. Prevention, not a case."""

    title = models.TextField("gruppe")
    about = models.TextField("om", blank=True)
    # {"nn": {"title": …, "about": …}, "en": …}: the columns are Bokmål, shown where a language is lacking.
    other_languages = models.JSONField("på andre språk", default=dict, blank=True)
    place = models.TextField("sted", blank=True)
    starts_on = models.DateField("starter")
    ends_on = models.DateField("slutter")
    starts_at = models.TimeField("fra klokka", null=True, blank=True)
    ends_at = models.TimeField("til klokka", null=True, blank=True)
    evenings = models.SmallIntegerField("antall ganger")
    languages = models.JSONField("tolkes til", default=list)
    child_care = models.BooleanField("barnepass", default=False)
    seats = models.SmallIntegerField("plasser til familier", default=12)
    published = models.BooleanField("publisert", default=False)

    class Meta:
        verbose_name = "veiledningsgruppe"
        verbose_name_plural = "veiledningsgrupper"
        db_table_comment = "Veiledningsgruppe med påmelding, for eksempel for nyankomne familier"
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__lte=F("ends_on")), name="group_in_order",
                violation_error_message="Siste gang kan ikke være før første gang.",
            ),
            models.CheckConstraint(
                condition=Q(seats__gte=1, evenings__gte=1, languages__contained_by=list(LANGUAGES)), name="group_can_be_held"
            ),
            models.UniqueConstraint(fields=["id", "municipality"], name="group_in_municipality"),
            *arranged(
                "group",
                ("title", "about", "other_languages", "place", "starts_on", "ends_on", "starts_at", "ends_at", "evenings",
                 "languages", "child_care", "seats", "published"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title


# Only a group that the public can read takes a sign-up, and only in its own municipality.
TO_A_GROUP = (
    "state = 'open' and answered_at is null and exists (select from prevention_group g where g.id = group_id"
    " and g.municipality_id = prevention_signup.municipality_id and g.published)"
)


class SignUp(InMunicipality):
    """A family's place in a group: whom to call, which language, child care. No field for troubles."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="sign_ups", verbose_name="gruppe")
    reference = models.TextField("referanse")
    received_at = models.DateTimeField("mottatt")
    name = models.TextField("fornavn")
    phone = models.TextField("telefon")
    adults = models.SmallIntegerField("voksne", default=1)
    language = models.TextField("språk", default="nb")
    interpreter = models.TextField("tolk til", blank=True)
    children_to_mind = models.SmallIntegerField("barn som trenger pass", default=0)
    state = models.TextField("tilstand", default=NEW)
    answered_at = models.DateTimeField("besvart", null=True, blank=True)

    class Meta:
        verbose_name = "påmelding"
        verbose_name_plural = "påmeldinger"
        db_table_comment = "Påmelding til en veiledningsgruppe"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "reference"], name="sign_up_reference_once"),
            models.CheckConstraint(
                name="sign_up_says_little",
                condition=IN_CODES
                & Q(name__regex=r"^[^0-9]{1,60}$", adults__range=(1, MOST_ADULTS))
                & Q(children_to_mind__range=(0, MOST_CHILDREN)),
            ),
            models.CheckConstraint(
                name="sign_up_stands_somewhere",
                condition=Q(state=NEW, answered_at=None)
                | Q(state__in=[CONFIRMED, WITHDRAWN], answered_at__isnull=False),
            ),
            Pair(name="sign_up_same_municipality", parent="group"),
            Policy(name="sign_up_public", to=(PORTAL,), command="insert", check_rows=TO_A_GROUP),
            *answered("sign_up", ("state", "answered_at")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.reference
