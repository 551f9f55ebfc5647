"""What a person writes of supervision in the home: the plan, a visit to come, what was seen, and what it adds up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from oppvekst.domain.measures.actions import Been, SummedUp, ToCome, Watched
from oppvekst.domain.measures.models import SupervisionVisit
from oppvekst.domain.measures.rules import MOST_POINTS, Came
from oppvekst.ground.web.forms import Choice, DateField, DsForm, TimeField, YesNo, long_text, oslo_moment, radios
from oppvekst.law.calendar import OSLO

USUAL = "Mat\nSøvn og leggetid\nRo i huset"
ANNOUNCED, UNANNOUNCED, OUTSIDE = "announced", "unannounced", "outside"
CAME = [
    (Came.SEEN.value, "Vi var inne"),
    (Came.NOBODY_OPENED.value, Choice("Ingen åpnet", "Det er ikke et nei. Skriv gjerne hvor lenge dere ventet.")),
    (
        Came.NOT_LET_IN.value,
        Choice(
            "Vi kom ikke inn",
            "Skriv hva som ble sagt i døra, med deres egne ord. Sier de nei til tilsynet, kan samtykket være trukket. "
            "Da skrives det under Samtykke i dag.",
        ),
    ),
]
# Asked of whoever was inside, and of nobody else.
INSIDE = ("at_home", "alone", "said_to_parents")


class SupervisionPlanForm(DsForm):
    """What is looked at, how often, and what the family has been told (bvl § 8-1 (2))."""

    since = DateField(label="Gjelder fra", error_messages={"required": "Skriv dagen planen gjelder fra."})
    points = long_text(
        label="Hva ses det på?", rows=5,
        help_text="Ett punkt på hver linje, med ord familien forstår. Hvem som er hjemme, skrives alltid.",
        error_messages={"required": "Skriv hva det ses på."},
    )  # fmt: skip
    visits = forms.IntegerField(
        label="Besøk i måneden", min_value=1, max_value=31,
        error_messages={"required": "Skriv hvor mange besøk det skal være i måneden."},
    )  # fmt: skip
    unannounced_agreed = YesNo(
        label="Kan det komme uanmeldte besøk?",
        help_text="Bare når familien har sagt ja, eller det står i vedtaket fra nemnda.",
        error_messages={"required": "Svar på om det kan komme uanmeldte besøk."},
    )  # fmt: skip
    unannounced = forms.IntegerField(
        label="Hvor mange av besøkene i måneden skal minst være uanmeldte?", required=False, min_value=0, max_value=31
    )
    unannounced_words = long_text(
        label="Hvem har sagt ja til uanmeldte besøk, og når?", rows=2,
        help_text="Eller hva som står om det i vedtaket fra nemnda.",
        error_messages={"required": "Skriv hvem som har sagt ja til uanmeldte besøk og når, eller hva som står i vedtaket."},
    )  # fmt: skip
    who = forms.CharField(label="Hvem kommer?", required=False, help_text="Helst de samme to hver gang.")
    told_how = long_text(
        label="Hva har familien fått vite om hvordan et besøk går?", rows=3,
        help_text="Hvor lenge det varer, hvem som kommer, og at barnet får snakke alene med oss.",
        error_messages={"required": "Skriv hva familien har fått vite om hvordan et besøk går."},
    )  # fmt: skip
    told_leads = long_text(
        label="Hva har familien fått vite om hva et besøk kan føre til?", rows=3,
        help_text="At det skrives ned, at de får lese det, og hva vi må gjøre hvis vi blir bekymret.",
        error_messages={"required": "Skriv hva familien har fått vite om hva et besøk kan føre til."},
    )  # fmt: skip
    follows = {"unannounced": ("unannounced_agreed", "yes"), "unannounced_words": ("unannounced_agreed", "yes")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _asked_when(self, ("unannounced_words",), "unannounced_agreed", "yes")

    def watched(self) -> Watched:
        """As the act takes it."""
        said = self.cleaned_data
        lines = (line.strip(" -•\t") for line in said["points"].splitlines())
        agreed = bool(said["unannounced_agreed"])
        return Watched(
            **{name: said[name] for name in ("since", "visits", "who", "told_how", "told_leads")},
            points=tuple(line for line in lines if line), unannounced_agreed=agreed,
            unannounced=(said["unannounced"] or 0) if agreed else 0,
            unannounced_words=said["unannounced_words"] if agreed else "",
        )  # fmt: skip


class ToComeForm(DsForm):
    """When a visit is to be, and whether the family knows."""

    unannounced = radios(
        [
            (ANNOUNCED, "Avtalt med familien"),
            (UNANNOUNCED, Choice("Uanmeldt", "Dagen står bare her og i uka til den som drar. Familien ser den ingen steder.")),
        ],
        label="Vet familien om besøket?", error_messages={"required": "Velg om familien vet om besøket."},
    )  # fmt: skip
    day = DateField(label="Dag", error_messages={"required": "Skriv hvilken dag."})
    clock = TimeField(
        label="Klokka", help_text="For eksempel 15.00.", error_messages={"required": "Skriv klokkeslettet."}
    )
    told = forms.CharField(label="Hvem er det avtalt med?", required=False)
    goes = forms.ChoiceField(
        label="Hvem drar?", help_text="Står i uka til den som drar, som «avtale».",
        error_messages={"required": "Velg hvem som drar."},
    )  # fmt: skip
    goes_name = forms.CharField(label="Navnet på den som drar", required=False)
    follows = {"told": ("unannounced", ANNOUNCED), "goes_name": ("goes", OUTSIDE)}

    def __init__(self, *args: Any, colleagues: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staff = [(str(key), name) for key, name in colleagues]
        self.fields["goes"].choices = [("", "Velg"), *staff, (OUTSIDE, "Noen utenfor tjenesten")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Whoever is not one of us has a name."""
        said = super().clean() or self.cleaned_data
        if said.get("goes") == OUTSIDE and not said.get("goes_name", "").strip():
            self.add_error("goes_name", "Skriv navnet på den som drar.")
        return said

    def to_come(self) -> ToCome:
        """As the act takes it."""
        said = self.cleaned_data
        goes, hidden = said["goes"], said["unannounced"] == UNANNOUNCED
        chosen: Any = self.fields["goes"]
        return ToCome(
            at=oslo_moment(said["day"], said["clock"]), unannounced=hidden, told="" if hidden else said["told"].strip(),
            staff=None if goes == OUTSIDE else UUID(goes),
            goes_name=said["goes_name"].strip() if goes == OUTSIDE else dict(chosen.choices)[goes].partition(",")[0],
        )  # fmt: skip


class SeenForm(DsForm):
    """What was seen, point by point; written in the hallway or just after."""

    came = radios(CAME, label="Kom dere inn?", error_messages={"required": "Svar på om dere kom inn."})
    day = DateField(label="Dag", error_messages={"required": "Skriv hvilken dag besøket var."})
    clock = TimeField(label="Klokka", error_messages={"required": "Skriv når dere kom."})
    carried_out_by = forms.CharField(
        label="Hvem var på besøk?", error_messages={"required": "Skriv hvem som var på besøk."}
    )
    what_happened = long_text(label="Hva skjedde ved døra?", rows=3, required=False)
    at_home = long_text(label="Hvem var hjemme?", rows=2, error_messages={"required": "Skriv hvem som var hjemme."})
    alone = YesNo(
        label="Snakket dere med barnet alene?",
        error_messages={"required": "Svar på om dere snakket med barnet alene."},
    )
    child_words = long_text(
        label="Hva sa barnet?", rows=3,
        help_text="Fortell barnet først hvem som kan få lese det. Skriv barnets egne ord. Ville det ikke si noe, skriv det.",
        error_messages={"required": "Skriv hva barnet sa, med barnets egne ord."},
    )  # fmt: skip
    alone_not = long_text(
        label="Hvorfor ikke alene?", rows=2,
        error_messages={"required": "Skriv hvorfor dere ikke snakket med barnet alene."},
    )  # fmt: skip
    said_to_parents = long_text(label="Hva sa dere til foreldrene der og da?", rows=3, required=False)
    today_words = long_text(
        label="Må noe gjøres i dag?", rows=2, required=False,
        help_text="Skriv hva. Den som har saken, får det på lista si i dag. Tomt når ingenting haster.",
    )  # fmt: skip

    follows: ClassVar[dict[str, tuple[str, str]]] = {
        **dict.fromkeys((*INSIDE, *(f"seen_{number}" for number in range(MOST_POINTS))), ("came", Came.SEEN.value)),
        "what_happened": ("came", f"{Came.NOBODY_OPENED}|{Came.NOT_LET_IN}"),
        "child_words": ("alone", "yes"),
        "alone_not": ("alone", "no"),
    }

    def __init__(self, *args: Any, one: SupervisionVisit, points: Sequence[str], today: date, **kwargs: Any) -> None:
        there = one.at.astimezone(OSLO)
        kwargs.setdefault("initial", {"day": there.date(), "clock": there.time(), "carried_out_by": one.goes_name})
        super().__init__(*args, **kwargs)
        self.points = list(points)
        self.fields["day"].not_after = today  # type: ignore[attr-defined]
        inside = dict(self._of_points())
        first = ("came", "day", "clock", "carried_out_by", "what_happened", "at_home")
        self.fields = {name: self.fields[name] for name in first} | inside | self.fields
        _asked_when(self, ("at_home", "alone", *inside), "came", Came.SEEN)
        was_in = not self.is_bound or self.data.get("came") == Came.SEEN
        _asked_when(self, ("child_words",), "alone", "yes", only=was_in)
        _asked_when(self, ("alone_not",), "alone", "no", only=was_in)

    def _of_points(self) -> Iterator[tuple[str, forms.Field]]:
        for number, point in enumerate(self.points):
            lacking = f"Skriv hva dere så: {point}. Også når det ikke var noe å se."
            yield (
                f"seen_{number}",
                long_text(label=point, rows=2, help_text="Hva så dere?", error_messages={"required": lacking}),
            )

    def been(self) -> Been:
        """As the act takes it."""
        said = self.cleaned_data
        plain = (
            "carried_out_by",
            "what_happened",
            "at_home",
            "alone",
            "child_words",
            "alone_not",
            "said_to_parents",
            "today_words",
        )
        return Been(
            came=Came(said["came"]), held_at=oslo_moment(said["day"], said["clock"]),
            seen=[said[f"seen_{number}"] for number in range(len(self.points))], **{name: said[name] for name in plain},
        )  # fmt: skip


def _asked_when(form: DsForm, names: Sequence[str], field: str, answer: str, *, only: bool = True) -> None:
    """These are only asked of whoever gave that answer; a form nobody has sent yet asks for all of them."""
    for name in names:
        form.fields[name].required = not form.is_bound or (only and form.data.get(field) == answer)


class DoneTodayForm(DsForm):
    """What was done the same day."""

    done_words = long_text(label="Hva ble gjort?", rows=3, error_messages={"required": "Skriv hva som ble gjort."})


class SummaryForm(DsForm):
    """What the visits of a period have shown, read with the family (bvl §§ 1-4, 8-1 (1))."""

    since = DateField(label="Fra og med", error_messages={"required": "Skriv når perioden begynner."})
    until = DateField(label="Til og med", error_messages={"required": "Skriv når perioden slutter."})
    conclusion = long_text(
        label="Hva har tilsynet vist?", rows=5, help_text="Det som er bra, det som er blitt bedre, og det som bekymrer.",
        error_messages={"required": "Skriv hva tilsynet har vist."},
    )  # fmt: skip
    fewer_words = long_text(label="Hvorfor ble det færre besøk enn planen sier?", rows=2, required=False)
    child_read = YesNo(
        label="Har barnet fått lese eller høre rapporten?",
        error_messages={"required": "Svar på om barnet har fått lese eller høre rapporten."},
    )  # fmt: skip
    child_words = long_text(label="Barnets ord til den", rows=2, required=False)
    parents_read = YesNo(
        label="Har foreldrene fått lese eller høre rapporten?",
        error_messages={"required": "Svar på om foreldrene har fått lese eller høre rapporten."},
    )  # fmt: skip
    parents_words = long_text(label="Foreldrenes ord til den", rows=2, required=False)
    not_read_reason = long_text(label="Hvorfor har noen ikke lest eller hørt den?", rows=2, required=False)
    follows = {"child_words": ("child_read", "yes"), "parents_words": ("parents_read", "yes")}

    def __init__(self, *args: Any, today: date, fewer: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].not_after = today  # type: ignore[attr-defined]
        if fewer:
            self.fields["fewer_words"].help_text = "Minst én måned har færre besøk enn planen. Det står hvilke under."

    def summed(self) -> SummedUp:
        """As the act takes it."""
        return SummedUp(**self.cleaned_data)
