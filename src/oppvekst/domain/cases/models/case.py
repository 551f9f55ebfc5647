"""The child's case: one journal a child (bvl § 12-4), its parties, its access, and the switch that holds letters back."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.people.models import Person
from oppvekst.ground.access.models import Municipality, Team
from oppvekst.ground.database.logins import CASE, CASE_HATS, INTAKE, MYPAGE, ONCALL, TEAM, WIDE, WORKER
from oppvekst.ground.database.policies import Barred, Forced, Pair, Policy

MINE = "municipality_id = (select access.municipality())"
WHOLE = "municipality_id = (select access.wide())"
ONE_OF_MINE = "{} = any ((select access.cases())::uuid[])"
NOT_BARRED = "{} <> all ((select access.barred())::uuid[])"
# A role opens what is going on; a closed case is for those who are given it (bvl § 13-1).
# Who sees every case sees those that go on; one that is closed she opens with a reason, which stands in its journal.
WHOLE_AND_OPEN = f"{WHOLE} and (state <> 'closed' or id = any ((select access.cases())::uuid[]))"
OF_MY_TEAM = "team_id = (select access.team()) and state <> 'closed'"
CHANGEABLE = ("team_id", "responsible", "state", "closed_at")

CHANGED_BY = {
    "by_case": ((CASE, INTAKE, TEAM), ONE_OF_MINE.format("id")),
    "by_wide": ((WIDE,), WHOLE),
}


def _changed_by() -> list[models.BaseConstraint]:
    """Only a case one may see can be changed: an update without a condition reads nothing first."""
    return [
        Policy(name=f"case_change_{name}", to=hats, command="update", columns=CHANGEABLE, using=using, check_rows=MINE)
        for name, (hats, using) in CHANGED_BY.items()
    ]


class Case(models.Model):
    """A child's case. The number is given by the database, gapless within municipality and year."""

    class State(models.TextChoices):
        OPEN = "open", "åpen"
        CLOSED = "closed", "avsluttet"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    number = models.TextField("journalnummer", blank=True, editable=False)
    child = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="barn")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+")
    responsible = models.UUIDField("ansvarlig", null=True, blank=True)
    state = models.TextField("tilstand", choices=State.choices, default=State.OPEN)
    opened_at = models.DateTimeField("opprettet")
    closed_at = models.DateTimeField("avsluttet", null=True, blank=True)

    class Meta:
        verbose_name = "sak"
        verbose_name_plural = "saker"
        db_table_comment = "Barnets sak; én journal per barn"
        indexes = [
            models.Index(fields=["municipality", "opened_at"], name="case_by_age"),
            models.Index(fields=["team", "state"], name="case_of_team"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "child"], name="one_case_per_child"),
            models.UniqueConstraint(fields=["municipality", "number"], name="case_number_once"),
            models.UniqueConstraint(fields=["id", "municipality"], name="case_in_municipality"),
            Pair(name="child_same_municipality", parent="child"),
            Pair(name="case_of_team", parent="team"),
            Forced(name="case_forced"),
            Policy(name="case_by_case", to=(CASE, INTAKE), command="select", using=ONE_OF_MINE.format("id")),
            Policy(name="case_by_team", to=(TEAM,), command="select", using=OF_MY_TEAM),
            Policy(name="case_by_grant", to=(TEAM,), command="select", using=ONE_OF_MINE.format("id")),
            Policy(name="case_by_wide", to=(WIDE,), command="select", using=WHOLE_AND_OPEN),
            Policy(
                name="case_open", to=CASE_HATS, command="insert", check_rows=f"{MINE} and access.may_write_in(child_id)"
            ),
            *_changed_by(),
            # On call reads concerns, not files: a concern's case is there for the join and empty (bvl § 15-3 (4)).
            Policy(name="case_oncall", to=(ONCALL,), command="select", using="false"),
            Policy(name="case_worker", to=(WORKER,), command="select", using="true"),
            Barred(name="case_barred", to=CASE_HATS, using=NOT_BARRED.format("id")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.number


class _OfCase(models.Model):
    """A row of one case, with its own case and municipality, so that no policy looks through the parent."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True


def of_case(
    table: str, *, change: tuple[str, ...] = (), add: str = "true", child_of: str = ""
) -> list[models.BaseConstraint]:
    """The doors of a table that hangs on a case. Later rooms use it for theirs; ``add`` is asked of a new row too.

    ``child_of``: the foreign key to a row of the case that it also hangs on, which must be of the same case.
    """
    mine = ONE_OF_MINE.format("case_id")
    doors: list[models.BaseConstraint] = [
        Pair(name=f"{table}_same_municipality", parent="case"),
        models.UniqueConstraint(fields=["id", "case"], name=f"{table}_in_case"),
        Forced(name=f"{table}_forced"),
        Policy(name=f"{table}_by_case", to=(CASE, INTAKE, TEAM), command="select", using=mine),
        Policy(name=f"{table}_by_wide", to=(WIDE,), command="select", using=WHOLE),
        Policy(
            name=f"{table}_add", to=(CASE, INTAKE, TEAM), command="insert", check_rows=f"{mine} and {MINE} and {add}"
        ),
        Policy(name=f"{table}_add_wide", to=(WIDE,), command="insert", check_rows=f"{WHOLE} and {add}"),
        Policy(name=f"{table}_worker", to=(WORKER,), command="select", using="true"),
        Barred(name=f"{table}_barred", to=CASE_HATS, using=NOT_BARRED.format("case_id")),
    ]
    if child_of:
        doors.append(Pair(name=f"{table}_of_{child_of}", parent=child_of, share="case"))
    if change:
        doors += [
            Policy(
                name=f"{table}_change", to=(CASE, INTAKE, TEAM), command="update", columns=change, using=mine,
                check_rows=f"{mine} and {MINE}",
            ),
            Policy(
                name=f"{table}_change_wide", to=(WIDE,), command="update", columns=change, using=WHOLE, check_rows=MINE
            ),
        ]  # fmt: skip
    return doors


class Party(_OfCase):
    """A person's part in a case, with the facts that decide who is asked and who is told (bvl §§ 12-2, 12-3)."""

    class Part(models.TextChoices):
        CHILD = "child", "barn"
        MOTHER = "mother", "mor"
        FATHER = "father", "far"
        OTHER_PARENT = "other_parent", "medmor eller annen forelder"
        SIBLING = "sibling", "søsken"
        GUARDIAN = "guardian", "verge eller representant"
        NETWORK = "network", "familie og nettverk"

    case = models.ForeignKey(Case, models.PROTECT, related_name="parties")
    person = models.ForeignKey(Person, models.PROTECT, related_name="parts")
    part = models.TextField("rolle", choices=Part.choices)
    parental_responsibility = models.BooleanField("foreldreansvar", null=True, blank=True)
    lives_with_child = models.BooleanField("bor med barnet", null=True, blank=True)
    source = models.TextField("kilde", blank=True)
    valid_from = models.DateField("fra")
    valid_to = models.DateField("til og med", null=True, blank=True)

    class Meta:
        verbose_name = "person i saken"
        verbose_name_plural = "personer i saken"
        db_table_comment = "Persons rolle i en sak, med foreldreansvar og bosted"
        indexes = [models.Index(fields=["case", "person"], name="party_of_case")]
        constraints = [
            *of_case(
                "party", change=("part", "parental_responsibility", "lives_with_child", "source", "valid_to"),
                add="access.may_write_in(person_id)",
            ),
            Pair(name="person_same_municipality", parent="person"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.get_part_display()


class LookExtract(_OfCase):
    """Who has seen the case, told to a party in words: as it was made, and to whom it was given (bvl § 13-1)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="look_extracts")
    party = models.ForeignKey(Party, models.PROTECT, related_name="look_extracts", verbose_name="til")
    addressee = models.TextField("navn på den som får det")
    since = models.DateField("fra og med")
    until = models.DateField("til og med")
    language = models.TextField("språk", default="nb")
    named = models.BooleanField("med navn på ansatte", default=False)
    named_reasons = models.TextField("hvorfor navn", blank=True)
    days = models.JSONField("innhold", default=list)
    left_out = models.IntegerField("utelatt", default=0)
    made_at = models.DateTimeField("laget")
    made_by = models.UUIDField("laget av")
    made_by_name = models.TextField("laget av")
    handed_at = models.DateTimeField("gitt", null=True, blank=True)
    handed_by = models.UUIDField("gitt av", null=True, blank=True)
    handed_by_name = models.TextField("gitt av", blank=True)
    handed_how = models.TextField("hvordan", blank=True)

    class Meta:
        verbose_name = "utdrag av innsyn"
        db_table_comment = "Utdrag til barnet eller en forelder av hvem som har sett saken"
        constraints = of_case(
            "look_extract", child_of="party", change=("handed_at", "handed_by", "handed_by_name", "handed_how")
        )

    def __str__(self) -> str:
        return self.addressee


class HoldBack(_OfCase):
    """Nothing may reach the parents until this is lifted (bvl §§ 1-3, 12-6). Limits run on."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="hold_backs")
    reasons = models.TextField("begrunnelse")
    owner = models.UUIDField("ansvarlig")
    owner_name = models.TextField("ansvarlig")
    review_on = models.DateField("vurderes igjen")
    set_at = models.DateTimeField("satt på")
    lifted_at = models.DateTimeField("løftet", null=True, blank=True)
    lifted_by = models.UUIDField("løftet av", null=True, blank=True)
    lifted_reasons = models.TextField("hvorfor løftet", blank=True)

    class Meta:
        verbose_name = "holdt tilbake"
        db_table_comment = "Sperre for alt som går ut til foreldrene"
        indexes = [models.Index(fields=["case"], name="hold_back_now", condition=models.Q(lifted_at=None))]
        constraints = of_case(
            "hold_back", change=("owner", "owner_name", "review_on", "lifted_at", "lifted_by", "lifted_reasons")
        )

    def __str__(self) -> str:
        return self.reasons


class MyPage(_OfCase):
    """My page opened for one person by a named member of staff; until then whoever logs in meets an empty page there.

    What stands on it is written down when it is opened, so that the page need not be able to read a case.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="my_pages")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    part = models.TextField("rolle", choices=Party.Part.choices)
    called = models.TextField("tiltales")
    child_name = models.TextField("barnets fornavn")
    opened_by = models.UUIDField("åpnet av")
    opened_at = models.DateTimeField("åpnet")
    # A code handed over in person, for a child without an electronic identity: once, and for some days.
    code_hash = models.BinaryField("engangskodens avtrykk", null=True, blank=True)
    code_until = models.DateTimeField("koden gjelder til", null=True, blank=True)
    code_used_at = models.DateTimeField("koden brukt", null=True, blank=True)
    closed_at = models.DateTimeField("stengt", null=True, blank=True)

    class Meta:
        verbose_name = "Min side åpnet"
        db_table_comment = "Hvem i en sak som har fått Min side åpnet, av hvem og når"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "person"], condition=models.Q(closed_at=None), name="my_page_open_once"
            ),
            *of_case(
                "my_page", change=("code_hash", "code_until", "code_used_at", "closed_at"),
                add="opened_by = (select access.actor())",
            ),
            Pair(name="my_page_person_same_municipality", parent="person"),
            Policy(
                name="my_page_own", to=(MYPAGE,), command="select",
                columns=("id", "municipality_id", "part", "called", "child_name", "opened_at"),
                using="person_id = (select access.visitor()) and closed_at is null",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.called


class Disclosure(_OfCase):
    """What another body with a right has been given to read: who, why, what, for how long, and its receipt.

    A set on paper or by a safe route, never a staff log-in (bvl §§ 12-9, 17-4).
    """

    class Body(models.TextChoices):
        COUNTY_GOVERNOR = "county_governor", "statsforvalteren"
        HEALTH_SUPERVISION = "health_supervision", "Statens helsetilsyn"
        OMBUDSMAN = "ombudsman", "Sivilombudet"
        COURT = "court", "retten"
        TRIBUNAL = "tribunal", "barneverns- og helsenemnda"

    case = models.ForeignKey(Case, models.PROTECT, related_name="disclosures")
    body = models.TextField("organ", choices=Body.choices)
    recipient = models.TextField("mottaker")
    ground = models.TextField("hjemmel")
    reasons = models.TextField("begrunnelse")
    contents = models.JSONField("hva settet inneholder", default=list)
    made_by = models.UUIDField("laget av")
    made_by_name = models.TextField("laget av")
    made_at = models.DateTimeField("laget")
    valid_from = models.DateField("fra")
    valid_to = models.DateField("til og med")
    received_on = models.DateField("mottatt", null=True, blank=True)
    receipt = models.TextField("kvittering", blank=True)
    ended_at = models.DateTimeField("avsluttet", null=True, blank=True)
    ended_reasons = models.TextField("hvorfor avsluttet", blank=True)

    class Meta:
        verbose_name = "sett til andre med rett til innsyn"
        db_table_comment = (
            "Hva statsforvalter, tilsyn, ombud eller domstol har fått lese, med hjemmel, datoer og kvittering"
        )
        indexes = [models.Index(fields=["case"], name="disclosure_of_case")]
        constraints = of_case("disclosure", change=("received_on", "receipt", "ended_at", "ended_reasons"))

    def __str__(self) -> str:
        return f"{self.get_body_display()}: {self.recipient}"


class Uninformed(_OfCase):
    """A parent who for safety is not told (bvl § 12-2 second paragraph): a named person's decision, looked at again.

    Else a parent with responsibility is owed word of every decision there has ever been.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="uninformed")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    reasons = models.TextField("begrunnelse")
    decided_by = models.UUIDField("bestemt av")
    decided_by_name = models.TextField("bestemt av")
    decided_at = models.DateTimeField("bestemt")
    review_on = models.DateField("vurderes igjen")
    lifted_at = models.DateTimeField("opphevet", null=True, blank=True)
    lifted_by = models.UUIDField("opphevet av", null=True, blank=True)
    lifted_reasons = models.TextField("hvorfor opphevet", blank=True)

    class Meta:
        verbose_name = "forelder som ikke varsles"
        db_table_comment = "Forelder som av hensyn til sikkerheten ikke skal varsles"
        indexes = [models.Index(fields=["case"], name="uninformed_now", condition=models.Q(lifted_at=None))]
        constraints = [
            Pair(name="uninformed_person_same_municipality", parent="person"),
            *of_case(
                "uninformed", change=("review_on", "lifted_at", "lifted_by", "lifted_reasons"),
                # Only somebody who stands in this case: a key alone looks past every policy.
                add="access.in_case(person_id, case_id)",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.reasons
