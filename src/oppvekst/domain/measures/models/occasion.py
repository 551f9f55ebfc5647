"""Each time help is given: a weekend in a visiting home, an afternoon with a support contact, a session (bvl §§ 3-1, 12-4)."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.measures.models.measure import Measure
from oppvekst.domain.measures.rules.occasion import Each, Stood, Who
from oppvekst.ground.access.models import Municipality

WRITTEN = ("stood", "who", "words", "written_by", "written_by_name", "written_at")
HELD = ("child_words", "not_heard_reason", "hours", "number", "done", "left_out", "left_out_reason")
# What those who have the child over night get to read, beside its first name and the on-call's number. Nothing else is asked.
SHEET = ("bedtime", "needs", "likes", "family_phone", "sheet_by_name", "sheet_at")


class Occasion(models.Model):
    """One time: planned, then written down as held or not. A moved one stands, and a new one says whose place it takes."""

    KINDS = (
        (Each.STAY.value, "opphold over natta"),
        (Each.HOURS.value, "timer med støttekontakt"),
        (Each.SESSION.value, "veiledning"),
        (Each.PROGRAMME.value, "økt i et program"),
        (Each.VISIT.value, "besøk eller tur"),
    )
    STANDS = (
        (Stood.PLANNED.value, "planlagt"),
        (Stood.HELD.value, "holdt"),
        (Stood.NOT_HELD.value, "ble ikke noe av"),
        (Stood.CALLED_OFF.value, "avlyst"),
        (Stood.MOVED.value, "flyttet"),
    )
    WHO = (
        (Who.FAMILY.value, "familien"),
        (Who.CHILD.value, "barnet"),
        (Who.GIVER.value, "den som gir hjelpen"),
        (Who.SERVICE.value, "barneverntjenesten"),
    )

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="occasions")
    kind = models.TextField("slag", choices=KINDS)
    first_day = models.DateField("fra")
    last_day = models.DateField("til og med")
    starts = models.TimeField("klokka", null=True, blank=True)
    ends = models.TimeField("til klokka", null=True, blank=True)
    place = models.TextField("hvor", blank=True)
    with_whom = models.TextField("hos eller med hvem", blank=True)
    staff = models.UUIDField("hvem fra tjenesten er med", null=True, blank=True)
    instead_of = models.UUIDField("i stedet for", null=True, blank=True)
    stood = models.TextField("hvordan det gikk", choices=STANDS, default=Stood.PLANNED.value)
    who = models.TextField("hvem det ikke passet for", choices=WHO, blank=True)
    words = models.TextField("hva som skjedde, eller hvorfor ikke", blank=True)
    child_words = models.TextField("barnets ord", blank=True)
    not_heard_reason = models.TextField("hvorfor barnet ikke er spurt", blank=True)
    hours = models.DecimalField("timer", max_digits=4, decimal_places=2, null=True, blank=True)
    number = models.SmallIntegerField("økt nummer", null=True, blank=True)
    done = models.TextField("hva av programmet", blank=True)
    left_out = models.TextField("hva som ble utelatt", blank=True)
    left_out_reason = models.TextField("hvorfor utelatt", blank=True)
    bedtime = models.TextField("leggetid", blank=True)
    needs = models.TextField("allergi og det barnet trenger", blank=True)
    likes = models.TextField("det barnet liker", blank=True)
    family_phone = models.TextField("telefon hjem under oppholdet", blank=True)
    sheet_by_name = models.TextField("arket skrevet av", blank=True)
    sheet_at = models.DateTimeField("arket skrevet", null=True, blank=True)
    made_by = models.UUIDField("planlagt av")
    made_by_name = models.TextField("planlagt av")
    made_at = models.DateTimeField("planlagt")
    written_by = models.UUIDField("skrevet av", null=True, blank=True)
    written_by_name = models.TextField("skrevet av", blank=True)
    written_at = models.DateTimeField("skrevet", null=True, blank=True)

    class Meta:
        verbose_name = "gang i et tiltak"
        verbose_name_plural = "ganger i et tiltak"
        db_table_comment = "Hver gang hjelp gis: planlagt, og hva som skjedde"
        indexes = [
            models.Index(fields=["measure", "first_day"], name="occasion_of_measure"),
            models.Index(fields=["staff", "first_day"], name="occasion_of_staff"),
        ]
        constraints = [
            models.CheckConstraint(name="occasion_in_order", condition=Q(first_day__lte=F("last_day"))),
            models.CheckConstraint(
                name="occasion_written",
                condition=Q(stood=Stood.PLANNED.value, written_at=None)
                | (~Q(stood=Stood.PLANNED.value) & Q(written_at__isnull=False)),
            ),
            *of_case("occasion", change=(*WRITTEN, *HELD, *SHEET), child_of="measure"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
