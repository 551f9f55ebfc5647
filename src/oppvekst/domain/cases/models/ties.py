"""Who is what to whom, as one case knows it. A tie is written in one case and seen in that case alone (bvl §§ 12-4, 13-1)."""

from __future__ import annotations

from django.db import models

from oppvekst.domain.cases.models.case import Case, _OfCase, of_case
from oppvekst.domain.cases.rules.kin import KINDS
from oppvekst.domain.cases.rules.network import PLACES
from oppvekst.domain.people.models import Person
from oppvekst.ground.database.policies import Pair

# Both stand in this case: a key alone looks past every policy, and a sibling's father may stand in another's.
BOTH_HERE = (
    "access.in_case(person_id, case_id) and access.in_case(other_id, case_id) and written_by = (select access.actor())"
)


class Tie(_OfCase):
    """One person's tie to another in the child's life. What is over or was wrong is ended with a reason, and stands."""

    class Ending(models.TextChoices):
        OVER = "over", "det er over"
        WRONG = "wrong", "det var feil"
        CHANGED = "changed", "det er endret"

    case = models.ForeignKey(Case, models.PROTECT, related_name="ties")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="fra")
    other = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="til")
    kind = models.TextField("slag", choices=[(kind.key, kind.there) for kind in KINDS.values()])
    # Where the child or the family sets somebody on the map, and what they say of it themselves: words, never a score.
    place = models.TextField("plass i nettverkskartet", choices=list(PLACES.items()), blank=True)
    closeness = models.TextField("nærhet med egne ord", blank=True)
    source = models.TextField("kilde")
    note = models.TextField("merknad", blank=True)
    valid_from = models.DateField("fra", null=True, blank=True)
    valid_to = models.DateField("til og med", null=True, blank=True)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="newer")
    written_by = models.UUIDField("skrevet av")
    written_by_name = models.TextField("skrevet av")
    written_at = models.DateTimeField("skrevet")
    ended_at = models.DateTimeField("avsluttet", null=True, blank=True)
    ended_by_name = models.TextField("avsluttet av", blank=True)
    ending = models.TextField("hvorfor avsluttet", choices=Ending.choices, blank=True)
    ended_reasons = models.TextField("begrunnelse", blank=True)

    class Meta:
        verbose_name = "bånd"
        verbose_name_plural = "bånd"
        db_table_comment = "Hva to personer i en sak er for hverandre, med kilde"
        indexes = [models.Index(fields=["case", "written_at"], name="family_tie_of_case")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(person=models.F("other")), name="family_tie_of_two"),
            models.UniqueConstraint(
                fields=["case", "person", "other", "kind"], condition=models.Q(ended_at=None), name="family_tie_once"
            ),
            *of_case("family_tie", change=("valid_to", "ended_at", "ended_by_name", "ending", "ended_reasons"), add=BOTH_HERE,
                child_of="replaces",
            ),
            Pair(name="family_tie_person_same_municipality", parent="person"),
            Pair(name="family_tie_other_same_municipality", parent="other"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.get_kind_display()
