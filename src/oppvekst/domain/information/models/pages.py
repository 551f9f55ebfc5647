"""Pages, questions and news that the municipality writes, in versions that are never written over."""

from __future__ import annotations

from django.db import models

from oppvekst.domain.information.models.published import Owned, edited
from oppvekst.ground.database.policies import Pair

# A draft waits for its day; what is withdrawn is no longer read. The database's own clock decides.
READABLE = "publish_from is not null and publish_from <= now() and withdrawn_at is null"
YEAR = 12


class Page(Owned):
    """A place in the public house. What stands there, in each language, is its newest published version."""

    class Kind(models.TextChoices):
        PAGE = "page", "side"
        QUESTION = "question", "spørsmål og svar"
        NEWS = "news", "nyhet"
        PIECE = "piece", "tekst på en fast side"

    class Audience(models.TextChoices):
        EVERYBODY = "everybody", "alle"
        CHILDREN = "children", "barn"
        YOUTH = "youth", "ungdom"
        PROFESSIONALS = "professionals", "de som jobber med barn"
        HOMES = "homes", "de som vil åpne hjemmet sitt"

    slug = models.SlugField("adresse", max_length=80)
    kind = models.TextField("slag", choices=Kind.choices, default=Kind.PAGE)
    audience = models.TextField("for hvem", choices=Audience.choices, default=Audience.EVERYBODY)
    # The slug of the page it stands under; a question: the page it belongs to.
    under = models.SlugField("ligger under", max_length=80, blank=True)
    place = models.SmallIntegerField("rekkefølge", default=100)
    review_months = models.SmallIntegerField("gjennomgås hver (måneder)", default=YEAR)
    shown_until = models.DateField("vises til og med", null=True, blank=True)
    archived = models.BooleanField("tatt ned", default=False)

    class Meta:
        verbose_name = "side"
        verbose_name_plural = "sider"
        db_table_comment = "Sider, spørsmål og nyheter på de åpne sidene"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "slug"], name="page_once"),
            models.UniqueConstraint(fields=["id", "municipality"], name="page_in_municipality"),
            *edited(
                "page", ("audience", "under", "place", "review_months", "shown_until", "archived"), shown="not archived"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.slug


class PageVersion(Owned):
    """What a page said in one language from one moment on. A draft has no day yet, and only a draft is changed.

    A draft that was dropped is withdrawn without ever having had a day.
    """

    page = models.ForeignKey(Page, models.PROTECT, related_name="versions", verbose_name="side")
    language = models.TextField("språk", default="nb")
    number = models.IntegerField("versjon")
    title = models.TextField("overskrift")
    lead = models.TextField("ingress", blank=True)
    body = models.TextField("tekst", blank=True, db_comment="Markdown, uten HTML")
    written_at = models.DateTimeField("skrevet")
    written_by = models.UUIDField("skrevet av", null=True, blank=True)
    writer_name = models.TextField("navn", blank=True)
    publish_from = models.DateTimeField("publiseres", null=True, blank=True)
    withdrawn_at = models.DateTimeField("trukket tilbake", null=True, blank=True)
    reviewed_on = models.DateField("sist gjennomgått", null=True, blank=True)

    class Meta:
        verbose_name = "versjon av en side"
        verbose_name_plural = "versjoner av sider"
        db_table_comment = "Teksten på en side, i ett språk, slik den var fra en dag"
        constraints = [
            models.UniqueConstraint(fields=["page", "language", "number"], name="page_version_once"),
            models.UniqueConstraint(
                fields=["page", "language"], name="one_draft",
                condition=models.Q(publish_from=None, withdrawn_at=None),
                violation_error_message="Det finnes allerede en kladd på dette språket.",
            ),
            Pair(name="page_version_of_page", parent="page"),
            *edited(
                "page_version",
                ("title", "lead", "body", "written_at", "written_by", "writer_name", "publish_from", "withdrawn_at",
                 "reviewed_on"),
                shown=READABLE,
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["municipality", "language", "publish_from"], name="page_version_shown")]

    def __str__(self) -> str:
        return self.title
