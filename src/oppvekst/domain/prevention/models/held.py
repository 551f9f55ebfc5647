"""What was held: discussions without names, those a family agreed to, the evenings of a group, and work with others."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from oppvekst.domain.prevention.models.asked import Group
from oppvekst.domain.prevention.models.whose import BY_ME, InMunicipality, noted
from oppvekst.domain.prevention.rules import (
    ACTIVITIES,
    ADVICE,
    AGES,
    BODIES,
    COMPETENCE,
    CONSENTING,
    DISPENSATION,
    DISPENSATION_ENDS,
    LANGUAGES,
    LOOKS_LIKE,
    MOST_COMING,
    MOST_MINUTES,
    SERVICES,
    THEMES,
    TOPICS,
    WAYS,
    Looks,
)
from oppvekst.ground.database.policies import Pair

OF_A_DISCUSSION = (
    "held_on", "body", "topic", "age", "way", "minutes", "advice", "words", "kept_reason", "kept_as", "taken_back_at",
)  # fmt: skip
OF_AN_AGREED = ("held_on", "body", "about", "consented", "consent_by", "consented_on", "words", "withdrawn_on")
OF_A_BOOKING = ("cancelled_at",)
OF_AN_ACTIVITY = (
    "kind", "title", "area", "held_on", "ends_on", "members", "themes", "reached", "minutes", "taken_back_at",
)  # fmt: skip
NO_NUMBER = r"[0-9]{6}[ .\-]?[0-9]{5}"


class _Noted(InMunicipality):
    """A row somebody of ours wrote. It is never tied to a request: that one has a phone number."""

    noted_at = models.DateTimeField("ført")
    noted_by = models.UUIDField("ført av")

    class Meta:
        abstract = True


class HeldDiscussion(_Noted):
    """A discussion that was held, anonymous by construction: codes, and a few words that were looked through."""

    held_on = models.DateField("dag")
    body = models.TextField("hvem som ville drøfte")
    topic = models.TextField("tema")
    age = models.TextField("alder, omtrent")
    way = models.TextField("hvordan")
    minutes = models.SmallIntegerField("minutter")
    advice = models.JSONField("råd", default=list)
    words = models.TextField("mer om rådene", blank=True)
    kept_reason = models.TextField("hvorfor ordene kan stå", blank=True)
    # What the words looked like when they were kept all the same, as codes.
    kept_as = models.JSONField("så ut som", default=list, blank=True)
    taken_back_at = models.DateTimeField("tatt bort", null=True, blank=True)

    class Meta:
        verbose_name = "holdt drøfting"
        verbose_name_plural = "holdte drøftinger"
        db_table_comment = "Anonym drøfting som er holdt: tema, alder og råd, og ikke hvem det gjaldt"
        indexes = [models.Index(fields=["municipality", "-held_on"], name="discussion_of_day")]
        constraints = [
            models.CheckConstraint(
                name="held_discussion_in_codes",
                condition=Q(body__in=list(BODIES), topic__in=list(TOPICS), age__in=list(AGES), way__in=list(WAYS))
                & Q(advice__contained_by=list(ADVICE), minutes__range=(1, MOST_MINUTES))
                & Q(kept_as__contained_by=[each.value for each in LOOKS_LIKE if each is not Looks.NUMBER]),
            ),
            models.CheckConstraint(
                name="held_discussion_names_nobody",
                condition=~Q(words__regex=NO_NUMBER) & ~Q(kept_reason__regex=NO_NUMBER),
            ),
            # What was taken back is a day and an author, and nothing of what was said.
            models.CheckConstraint(
                name="held_discussion_taken_back_is_empty",
                condition=Q(taken_back_at=None) | Q(words="", kept_reason=""),
            ),
            *noted("held_discussion", OF_A_DISCUSSION, mended=BY_ME),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Drøfting {self.held_on}"


class AgreedDiscussion(_Noted):
    """A discussion by name that the family agreed to: another thing, in no count of the anonymous ones, and in no case."""

    held_on = models.DateField("dag")
    body = models.TextField("hvem som ville drøfte")
    about = models.TextField("hvem det gjaldt")
    consented = models.TextField("hvem som sa ja")
    consent_by = models.TextField("navnet på den som sa ja")
    consented_on = models.DateField("dagen de sa ja")
    words = models.TextField("hva som ble drøftet", blank=True)
    withdrawn_on = models.DateField("samtykket ble trukket", null=True, blank=True)

    class Meta:
        verbose_name = "drøfting med samtykke"
        verbose_name_plural = "drøftinger med samtykke"
        db_table_comment = "Drøfting med navn, som familien har sagt ja til; utenfor registeret"
        constraints = [
            models.CheckConstraint(
                name="agreed_discussion_in_codes",
                condition=Q(body__in=list(BODIES), consented__in=list(CONSENTING), consented_on__lte=F("held_on")),
            ),
            # A consent that is withdrawn leaves no name behind.
            models.CheckConstraint(
                name="agreed_discussion_stands_by_consent",
                condition=(Q(withdrawn_on=None) & ~Q(about="") & ~Q(consent_by=""))
                | Q(withdrawn_on__isnull=False, about="", consent_by="", words=""),
            ),
            *noted("agreed_discussion", OF_AN_AGREED),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Drøfting med samtykke {self.held_on}"


class Evening(_Noted):
    """One evening of a group, with who came as numbers."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="held", verbose_name="gruppe")
    held_on = models.DateField("dag")
    families = models.SmallIntegerField("familier")
    adults = models.SmallIntegerField("voksne")
    children = models.SmallIntegerField("barn i barnepasset")

    class Meta:
        verbose_name = "gruppekveld"
        verbose_name_plural = "gruppekvelder"
        db_table_comment = "Oppmøte på en kveld i en veiledningsgruppe, bare som tall"
        constraints = [
            models.UniqueConstraint(fields=["group", "held_on"], name="evening_once"),
            models.CheckConstraint(
                name="evening_in_numbers",
                condition=Q(families__range=(0, MOST_COMING), adults__range=(0, MOST_COMING))
                & Q(children__range=(0, MOST_COMING)),
            ),
            Pair(name="evening_same_municipality", parent="group"),
            *noted("evening", ("families", "adults", "children")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.held_on}"


class Booking(_Noted):
    """An interpreter booked for a group: which language, and that the law's qualification is there."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="bookings", verbose_name="gruppe")
    language = models.TextField("tolker til")
    name = models.TextField("tolkens navn")
    competence = models.TextField("kvalifikasjon")
    why = models.TextField("hvorfor ikke en kvalifisert", blank=True)
    first_on = models.DateField("fra og med")
    last_on = models.DateField("til og med")
    cancelled_at = models.DateTimeField("avbestilt", null=True, blank=True)

    class Meta:
        verbose_name = "tolkebestilling"
        verbose_name_plural = "tolkebestillinger"
        db_table_comment = "Tolk bestilt til en veiledningsgruppe"
        constraints = [
            models.CheckConstraint(
                name="booking_in_codes",
                condition=Q(language__in=list(LANGUAGES), competence__in=list(COMPETENCE), first_on__lte=F("last_on")),
            ),
            models.CheckConstraint(
                name="booking_within_the_dispensation",
                condition=~Q(competence=DISPENSATION) | (Q(last_on__lte=DISPENSATION_ENDS) & ~Q(why="")),
            ),
            Pair(name="booking_same_municipality", parent="group"),
            *noted("booking", OF_A_BOOKING),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class Activity(_Noted):
    """A meeting, a project or a visit: what it was, who was there as kinds of bodies, and how many it reached."""

    kind = models.TextField("slag")
    title = models.TextField("hva det var")
    area = models.TextField("område", blank=True)
    held_on = models.DateField("dag")
    ends_on = models.DateField("til og med", null=True, blank=True)
    members = models.JSONField("hvem som var med", default=list, blank=True)
    themes = models.JSONField("temaer", default=list, blank=True)
    reached = models.SmallIntegerField("nådde", default=0)
    minutes = models.SmallIntegerField("minutter")
    taken_back_at = models.DateTimeField("tatt bort", null=True, blank=True)

    class Meta:
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"
        db_table_comment = "Bydelsteam, kompetansetiltak og informasjonsarbeid; aldri om ett barn"
        indexes = [models.Index(fields=["municipality", "-held_on"], name="activity_of_day")]
        constraints = [
            models.CheckConstraint(
                name="activity_in_codes",
                condition=Q(kind__in=[str(kind) for kind in ACTIVITIES], members__contained_by=list(SERVICES))
                & Q(themes__contained_by=list(THEMES), reached__gte=0, minutes__gte=1),
            ),
            models.CheckConstraint(
                name="activity_names_nobody", condition=~Q(title__regex=NO_NUMBER) & ~Q(area__regex=NO_NUMBER)
            ),
            *noted("activity", OF_AN_ACTIVITY),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title
