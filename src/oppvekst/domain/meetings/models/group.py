"""Those who meet about one child: the group, its members, and what each consent covers (bvl §§ 13-1, 15-8)."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.people.models import Person
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.policies import Pair

IN_THE_CASE = "(person_id is null or access.in_case(person_id, case_id))"
GROUP_CHANGES = (
    "title", "purpose", "has_child_coordinator", "child_coordinator_answered_on", "coordinator_name", "coordinator_body",
    "coordinator_from", "not_asked_reason", "closed_at",
)  # fmt: skip
COUNCIL_CHANGES = (
    "question", "agreed_with_parents_on", "agreed_with_child_on", "child_not_agreed_reason", "confidentiality_on",
    "certificate_issued_on", "certificate_shown_on", "support", "plan", "plan_received_on", "plan_approved", "answer",
    "answered_on", "follow_up_on",
)  # fmt: skip


class _OfCase(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True


class Group(_OfCase):
    """A coordination group, a family council, a network or those who cooperate, about one child (bvl § 15-8)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="meeting_groups")
    kind = models.TextField("slag")
    title = models.TextField("navn")
    purpose = models.TextField("hva vi vil oppnå", blank=True)
    has_child_coordinator = models.BooleanField("har barnekoordinator", null=True, blank=True)
    child_coordinator_answered_on = models.DateField("spurt om barnekoordinator", null=True, blank=True)
    coordinator_name = models.TextField("koordinator", blank=True)
    coordinator_body = models.TextField("koordinatoren arbeider i", blank=True)
    coordinator_from = models.DateField("koordinator fra", null=True, blank=True)
    not_asked_reason = models.TextField("hvorfor barnet ikke er spurt", blank=True)
    opened_by = models.UUIDField("opprettet av")
    opened_at = models.DateTimeField("opprettet")
    closed_at = models.DateTimeField("avsluttet", null=True, blank=True)

    class Meta:
        verbose_name = "gruppe som møtes"
        verbose_name_plural = "grupper som møtes"
        db_table_comment = "Ansvarsgruppe, familieråd, nettverk eller samarbeid om ett barn (bvl § 15-8)"
        indexes = [models.Index(fields=["case"], name="meeting_group_of_case")]
        constraints = of_case("meeting_group", change=GROUP_CHANGES)

    def __str__(self) -> str:
        return self.title


class Council(_OfCase):
    """What belongs to a family council alone: the question, the contracted coordinator's papers, the family's plan."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    group = models.OneToOneField(Group, models.PROTECT, related_name="council")
    question = models.TextField("spørsmålet familien skal svare på", blank=True)
    agreed_with_parents_on = models.DateField("avtalt med foreldrene", null=True, blank=True)
    agreed_with_child_on = models.DateField("avtalt med barnet", null=True, blank=True)
    child_not_agreed_reason = models.TextField("hvorfor ikke avtalt med barnet", blank=True)
    confidentiality_on = models.DateField("koordinatorens taushetserklæring", null=True, blank=True)
    certificate_issued_on = models.DateField("politiattesten utstedt", null=True, blank=True)
    certificate_shown_on = models.DateField("politiattesten vist", null=True, blank=True)
    support = models.TextField("støtteperson for barnet", blank=True)
    plan = models.TextField("familiens plan", blank=True)
    plan_received_on = models.DateField("planen kom", null=True, blank=True)
    plan_approved = models.BooleanField("planen godkjent", null=True, blank=True)
    answer = models.TextField("svaret vårt", blank=True)
    answered_on = models.DateField("besvart", null=True, blank=True)
    follow_up_on = models.DateField("vi møtes igjen", null=True, blank=True)

    class Meta:
        verbose_name = "familieråd"
        verbose_name_plural = "familieråd"
        db_table_comment = "Spørsmålet, koordinatorens papirer og familiens egen plan i et familieråd"
        constraints = of_case("meeting_council", change=COUNCIL_CHANGES, child_of="group")

    def __str__(self) -> str:
        return self.question


class Member(_OfCase):
    """One who meets: somebody of the case, a colleague, or somebody from another service."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    staff = models.UUIDField("ansatt hos oss", null=True, blank=True)
    name = models.TextField("navn")
    body = models.TextField("tjeneste", blank=True)
    role = models.TextField("hva en er for barnet", blank=True)
    address = models.TextField("postadresse", blank=True)
    # The child's picture of its own helpers has only those the child knows, by name (bvl § 1-4).
    known_to_child = models.BooleanField("barnet kjenner personen", default=False)
    joined_on = models.DateField("med fra")
    left_on = models.DateField("med til og med", null=True, blank=True)

    class Meta:
        verbose_name = "deltaker"
        verbose_name_plural = "deltakere"
        db_table_comment = "Hvem som møtes om et barn"
        constraints = [
            *of_case(
                "meeting_member", change=("name", "body", "role", "address", "known_to_child", "left_on"),
                child_of="group", add=IN_THE_CASE,
            ),
            Pair(name="meeting_member_person_same_municipality", parent="person"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name}, {self.body}" if self.body else self.name


class Sharing(_OfCase):
    """One consent: that one member may know of one theme, from one it concerns; kept when it is taken back (fvl § 13 a)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="sharings")
    theme = models.TextField("tema")
    giver = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="fra")
    giver_name = models.TextField("fra")
    given_on = models.DateField("gitt")
    how = models.TextField("hvordan", blank=True)
    noted_by = models.UUIDField("ført av")
    noted_by_name = models.TextField("ført av")
    withdrawn_on = models.DateField("trukket", null=True, blank=True)
    withdrawn_words = models.TextField("hvordan trukket", blank=True)
    withdrawn_noted_by = models.UUIDField("tilbaketrekkingen ført av", null=True, blank=True)

    class Meta:
        verbose_name = "samtykke til å dele"
        verbose_name_plural = "samtykker til å dele"
        db_table_comment = "Samtykke til at én får vite om ett tema (bvl § 13-1, fvl § 13 a)"
        constraints = [
            *of_case(
                "meeting_sharing", change=("withdrawn_on", "withdrawn_words", "withdrawn_noted_by"), child_of="member",
                add="access.in_case(giver_id, case_id)",
            ),
            Pair(name="meeting_sharing_giver_same_municipality", parent="giver"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.giver_name
