"""Persons as the service knows them: names, numbers, addresses, ways to reach them (bvl §§ 12-4, 13-1)."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.logins import CASE, CASE_HATS, INTAKE, ONCALL, TEAM, WIDE
from oppvekst.ground.database.policies import Barred, Forced, Pair, Policy

MINE = "municipality_id = (select access.municipality())"
WHOLE = "municipality_id = (select access.wide())"
IN_MY_CASES = "{} = any ((select access.persons())::uuid[])"
ABOUT = (
    "given_name", "family_name", "search", "birth_date", "due_date", "sex", "protection", "language", "interpreter",
    "dead", "died_on",
)  # fmt: skip
ENDED = ("valid_to",)
# What is written about somebody is written by whoever may write her into a case.
HERS = f"{MINE} and access.may_write_in(person_id)"
NOT_BARRED = "{} <> all ((select access.barred_persons())::uuid[])"
SHOWN = "protection = 0 or person_id = any ((select access.named())::uuid[])"


def _kept(table: str) -> list[models.BaseConstraint]:
    """Only those it is entrusted to see what is protected, or take the protection off what they then see."""
    return [
        Barred(name=f"{table}_protected", to=CASE_HATS, using=SHOWN, command="select"),
        Barred(name=f"{table}_kept_protected", to=CASE_HATS, using=SHOWN, command="update", becoming="true"),
    ]


class Protection(models.IntegerChoices):
    """Three different things (bvl §§ 6-6, 7-2, 13-5 (3)): the register's two gradings, and the tribunal's hidden address."""

    NONE = 0, "ingen"
    CONFIDENTIAL = 1, "fortrolig"
    STRICT = 2, "strengt fortrolig"
    HIDDEN = 3, "skjult for barnets foreldre"


def _guarded(table: str, column: str, change: tuple[str, ...], add: str = MINE) -> list[models.BaseConstraint]:
    """The same doors for a person and for each row that hangs on her."""
    mine = IN_MY_CASES.format(column)
    return [
        Forced(name=f"{table}_forced"),
        Policy(name=f"{table}_by_case", to=(CASE, INTAKE, TEAM), command="select", using=mine),
        Policy(name=f"{table}_by_wide", to=(WIDE,), command="select", using=WHOLE),
        Policy(name=f"{table}_add", to=CASE_HATS, command="insert", check_rows=add),
        Policy(
            name=f"{table}_change",
            to=(CASE, INTAKE, TEAM),
            command="update",
            columns=change,
            using=mine,
            check_rows=MINE,
        ),
        Policy(name=f"{table}_change_wide", to=(WIDE,), command="update", columns=change, using=WHOLE, check_rows=MINE),
        Barred(name=f"{table}_barred", to=CASE_HATS, using=NOT_BARRED.format(column)),
    ]


class Person(models.Model):
    """A child, a parent or another person in a case."""

    class Sex(models.TextChoices):
        UNKNOWN = "0", "ukjent"
        MALE = "1", "gutt eller mann"
        FEMALE = "2", "jente eller kvinne"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    given_name = models.TextField("fornavn", blank=True)
    family_name = models.TextField("etternavn", blank=True)
    search = models.TextField("søkenøkkel", blank=True, editable=False)
    birth_date = models.DateField("født", null=True, blank=True)
    # An unborn child has a due date instead of a birth date, and a pseudo number in the register (bvl § 2-4).
    due_date = models.DateField("termin", null=True, blank=True)
    sex = models.TextField("kjønn", choices=Sex.choices, default=Sex.UNKNOWN)
    protection = models.SmallIntegerField("adressebeskyttelse", choices=Protection.choices, default=Protection.NONE)
    language = models.TextField("språk", blank=True)
    interpreter = models.BooleanField("trenger tolk", default=False)
    # The day is often not known: a grandfather is dead all the same.
    dead = models.BooleanField("død", null=True, blank=True)
    died_on = models.DateField("dødsdag", null=True, blank=True)

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "personer"
        db_table_comment = "Person i en sak"
        indexes = [models.Index(fields=["municipality", "birth_date"], name="person_by_birth")]
        constraints = [
            models.UniqueConstraint(fields=["id", "municipality"], name="person_in_municipality"),
            *_guarded("person", "id", ABOUT),
            # Only those it is entrusted to may take protection off; anybody may put it on.
            Barred(
                name="person_kept_protected",
                to=CASE_HATS,
                using="protection = 0 or id = any ((select access.named())::uuid[])",
                command="update",
                becoming="true",
            ),
            Policy(name="person_oncall", to=(ONCALL,), command="select", using="false"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Full name as written; an unnamed unborn child is said to be one."""
        return f"{self.given_name} {self.family_name}".strip() or ("Ufødt barn" if self.due_date else "Uten navn")

    @property
    def called(self) -> str:
        """The name one calls somebody by: the first of the given ones."""
        given = self.given_name.split()
        return given[0] if given else self.name

    @property
    def unborn(self) -> bool:
        """Not born yet, as far as we know."""
        return self.birth_date is None and self.due_date is not None


class _OfPerson(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    valid_from = models.DateField("fra", null=True, blank=True)
    valid_to = models.DateField("til og med", null=True, blank=True)

    class Meta:
        abstract = True


class IdentityNumber(_OfPerson):
    """A number of any kind. When a born child gets its own, the pseudo number stays as history."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="numbers")
    number = models.TextField("nummer")
    kind = models.TextField("slag")

    class Meta:
        verbose_name = "identitetsnummer"
        db_table_comment = "Fødselsnummer, D-nummer og andre, med historie"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="number_once"),
            Pair(name="number_same_municipality", parent="person"),
            *_guarded("number", "person_id", ENDED, HERS),
        ]

    def __str__(self) -> str:
        return self.kind


class Address(_OfPerson):
    """Where somebody lives or can be found. Protection stands on the row: what is hidden is not in another one."""

    class Kind(models.TextChoices):
        HOUSEHOLD = "household", "bosted"
        SCHOOL = "school", "skole eller barnehage"
        WORK = "work", "arbeid"

    person = models.ForeignKey(Person, models.PROTECT, related_name="addresses")
    kind = models.TextField("slag", choices=Kind.choices, default=Kind.HOUSEHOLD)
    lines = models.JSONField("adresselinjer", default=list)
    postal_code = models.TextField("postnummer", blank=True)
    place = models.TextField("poststed", blank=True)
    protection = models.SmallIntegerField("beskyttelse", choices=Protection.choices, default=Protection.NONE)

    class Meta:
        verbose_name = "adresse"
        verbose_name_plural = "adresser"
        db_table_comment = "Adresse og oppholdssted, med egen beskyttelse"
        constraints = [
            Pair(name="address_same_municipality", parent="person"),
            *_guarded("address", "person_id", ("valid_to", "protection"), HERS),
            *_kept("address"),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (*self.lines, f"{self.postal_code} {self.place}".strip()) if part)


class Reach(_OfPerson):
    """A phone or e-mail, and whether it is safe: another may know its code."""

    class Kind(models.TextChoices):
        PHONE = "phone", "telefon"
        EMAIL = "email", "e-post"
        THROUGH = "through", "gjennom en annen"

    person = models.ForeignKey(Person, models.PROTECT, related_name="reaches")
    kind = models.TextField("slag", choices=Kind.choices, default=Kind.PHONE)
    value = models.TextField("hvordan")
    safe = models.BooleanField("trygg å bruke", default=False)
    # A number's area, or the person one is reached through, tells where she is.
    protection = models.SmallIntegerField("beskyttelse", choices=Protection.choices, default=Protection.NONE)

    class Meta:
        verbose_name = "måte å nå på"
        db_table_comment = "Telefon og andre måter å nå en person på"
        constraints = [
            Pair(name="reach_same_municipality", parent="person"),
            *_guarded("reach", "person_id", ("valid_to", "safe", "protection"), HERS),
            *_kept("reach"),
        ]

    def __str__(self) -> str:
        return self.value


class Shielding(models.Model):
    """A protection with where it comes from. What is put on a person is never only a number: somebody decided it."""

    class Source(models.TextChoices):
        REGISTER = "register", "Folkeregisteret"
        TRIBUNAL = "tribunal", "vedtak i barneverns- og helsenemnda"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="shieldings")
    kind = models.SmallIntegerField("slag", choices=Protection.choices)
    source = models.TextField("kilde", choices=Source.choices)
    words = models.TextField("hva som er bestemt", blank=True)
    decided_on = models.DateField("gjelder fra")
    review_on = models.DateField("vurderes igjen", null=True, blank=True)
    police_told_on = models.DateField("politiet varslet", null=True, blank=True)
    set_at = models.DateTimeField("ført")
    set_by = models.UUIDField("ført av", null=True, blank=True)
    ended_at = models.DateTimeField("opphevet", null=True, blank=True)
    ended_words = models.TextField("avgjørelsen som opphevet det", blank=True)

    class Meta:
        verbose_name = "adressevern"
        db_table_comment = "Adressevern med kilde, dato og ny vurdering"
        indexes = [models.Index(fields=["person"], name="shielding_of_person")]
        constraints = [
            Pair(name="shielding_same_municipality", parent="person"),
            *_guarded("shielding", "person_id", ("ended_at", "ended_words"), HERS),
            # Whoever does not see the address does not lift what hides it.
            Barred(
                name="shielding_kept", to=CASE_HATS, using="person_id = any ((select access.named())::uuid[])",
                command="update", becoming="true",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.get_kind_display()
