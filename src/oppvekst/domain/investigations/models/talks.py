"""Talks with the child: what was told and asked, the child's own words in versions, and what is kept from the parents."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, Document, of_case
from oppvekst.domain.investigations.models.investigation import Investigation
from oppvekst.domain.investigations.models.voice import TrustedPerson
from oppvekst.domain.investigations.rules import ANSWERS, INTERPRETERS, NO_INTERPRETER, WRITTEN
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.logins import MYPAGE
from oppvekst.ground.database.policies import Pair, Policy

# What may be written of a talk until the child has answered; the database holds it still afterwards (migration of talks).
TOLD = (
    "held_at", "place", "alone", "present", "interpreter", "language", "interpreter_reasons", "trusted_person_id",
    "told_purpose", "told_readers", "told_voluntary", "understood_how", "parents_told", "parents_reasons", "hidden_from_parents",
    "heard_about", "shown", "agreement", "agreement_reasons", "answered_at",
)  # fmt: skip
# What goes on: our own reading, the child's view on who may read, the weight, and whether it lies on the child's own page.
GOES_ON = ("state", "our_reading", "wish", "weight", "weighed_at", "weighed_by_name", "shared_at")
# The child's own page shows what was shared with just this child, while the page is open.
OWN_TALKS = "any ((select access.own_talks())::uuid[])"


class ChildTalk(models.Model):
    """One talk with the child (bvl § 1-4; medvirkningsforskriften § 6). May go on after the investigation, or be without one."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="child_talks")
    investigation = models.ForeignKey(
        Investigation, models.PROTECT, null=True, blank=True, related_name="child_talks", verbose_name="undersøkelse"
    )
    state = models.TextField("tilstand", default=WRITTEN)
    held_at = models.DateTimeField("når")
    place = models.TextField("hvor", blank=True)
    alone = models.BooleanField("alene med barnet", default=True)
    present = models.TextField("andre til stede", blank=True)
    interpreter = models.TextField("tolk", choices=[*INTERPRETERS.items()], default=NO_INTERPRETER)
    language = models.TextField("språk det ble tolket til", blank=True)
    interpreter_reasons = models.TextField("hvorfor ikke kvalifisert tolk", blank=True)
    trusted_person = models.ForeignKey(
        TrustedPerson, models.PROTECT, null=True, blank=True, related_name="child_talks", verbose_name="tillitsperson"
    )
    told_purpose = models.BooleanField("fikk vite hva det kan brukes til", default=False)
    told_readers = models.BooleanField("fikk vite hvem som kan lese det", default=False)
    told_voluntary = models.BooleanField("fikk vite at det er frivillig", default=False)
    understood_how = models.TextField("hvordan vi vet at barnet forsto", blank=True)
    parents_told = models.BooleanField("foreldrene visste om samtalen", null=True, blank=True)
    parents_reasons = models.TextField("hvorfor foreldrene ikke fikk vite", blank=True)
    # bvl § 1-4: the parents need not know; then it stands in no calendar, booking or plan that they see.
    hidden_from_parents = models.BooleanField("ikke i kalendere foreldrene ser", default=True)
    heard_about = models.TextField("hørt om", blank=True)
    shown = models.TextField("det barnet viste", blank=True)
    our_reading = models.TextField("vår tolkning", blank=True)
    wish = models.TextField("barnets syn på hvem som kan lese", blank=True)
    agreement = models.TextField("barnets svar på gjengivelsen", choices=[*ANSWERS.items()], blank=True)
    agreement_reasons = models.TextField("om svaret", blank=True)
    answered_at = models.DateTimeField("lest tilbake", null=True, blank=True)
    weight = models.TextField("vekten meningen får", blank=True)
    weighed_at = models.DateTimeField("vektlagt", null=True, blank=True)
    weighed_by_name = models.TextField("vektlagt av", blank=True)
    shared_at = models.DateTimeField("lagt på barnets egen side", null=True, blank=True)
    written_by = models.UUIDField("skrevet av")
    written_by_name = models.TextField("skrevet av")
    written_at = models.DateTimeField("skrevet")

    class Meta:
        verbose_name = "samtale med barnet"
        verbose_name_plural = "samtaler med barnet"
        db_table_comment = (
            "Samtale med barnet: hva det fikk vite, hva det ble hørt om, svaret på gjengivelsen og vekten"
        )
        indexes = [models.Index(fields=["case", "-held_at"], name="child_talk_of_case")]
        constraints = [
            *of_case(
                "child_talk", change=TOLD + GOES_ON, child_of="investigation", add="written_by = (select access.actor())"
            ),
            Pair(name="child_talk_of_trusted_person", parent="trusted_person", share="case"),
            Policy(
                name="child_talk_own", to=(MYPAGE,), command="select", columns=("id", "held_at", "agreement", "answered_at"),
                using=f"id = {OWN_TALKS}",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"samtale {self.held_at:%d.%m.%Y}"


class Rendering(models.Model):
    """The child's words as they were written down once. A new version stands beside the old; none is changed or removed."""

    class Author(models.TextChoices):
        WORKER = "worker", "skrevet ned av den som snakket med barnet"
        TOLD = "told", "rettet av barnet, skrevet ned av den som leste"
        CHILD = "child", "skrevet av barnet selv"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    talk = models.ForeignKey(ChildTalk, models.PROTECT, related_name="renderings", verbose_name="samtale")
    number = models.IntegerField("versjon")
    author = models.TextField("hvem skrev", choices=Author.choices)
    author_name = models.TextField("navn")
    written_by = models.UUIDField("skrevet av", null=True, blank=True)
    text = models.TextField("barnets egne ord")
    written_at = models.DateTimeField("skrevet")

    class Meta:
        verbose_name = "gjengivelse av barnets ord"
        db_table_comment = "Barnets egne ord, versjon for versjon; bare tilføyelser, og ingen etter at barnet har svart"
        constraints = [
            models.UniqueConstraint(fields=["talk", "number"], name="rendering_number_once"),
            *of_case(
                "rendering", child_of="talk", add="author <> 'child' and written_by = (select access.actor())"
            ),
            Policy(
                name="rendering_own", to=(MYPAGE,), command="select",
                columns=("id", "talk_id", "number", "author", "text", "written_at"), using=f"talk_id = {OWN_TALKS}",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"versjon {self.number}"


class TalkWithholding(models.Model):
    """Something of a talk that is kept from the parents for now: decided by a named person, looked at again (bvl § 12-6)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    talk = models.ForeignKey(ChildTalk, models.PROTECT, related_name="withholdings", verbose_name="samtale")
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dokument"
    )
    what = models.TextField("hva som holdes tilbake")
    # Else it is something the child made or showed: the words are then told, and this is not.
    words_too = models.BooleanField("også ordene", default=False)
    reasons = models.TextField("begrunnelse")
    # The child has no veto (medvirkningsforskriften § 5): its view is weighed, and the weighing stands here.
    weighed_wish = models.TextField("hvordan barnets syn er veid")
    decided_by = models.UUIDField("bestemt av")
    decided_by_name = models.TextField("bestemt av")
    decided_at = models.DateTimeField("bestemt")
    review_on = models.DateField("vurderes igjen")
    ended_at = models.DateTimeField("opphevet", null=True, blank=True)
    ended_by_name = models.TextField("opphevet av", blank=True)
    ended_reasons = models.TextField("hvorfor opphevet", blank=True)

    class Meta:
        verbose_name = "holdt tilbake fra foreldrene"
        db_table_comment = "Noe av en samtale med barnet som foreldrene ikke får se for nå (bvl § 12-6)"
        constraints = [
            *of_case(
                "talk_withholding", change=("review_on", "ended_at", "ended_by_name", "ended_reasons"), child_of="talk",
                add="decided_by = (select access.actor())",
            ),
            Pair(name="talk_withholding_of_document", parent="document", share="case"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.what
