"""What a person writes of a meeting: when and where, what the child wants, who was there, what was said and agreed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms

from oppvekst.domain.meetings.actions import When
from oppvekst.domain.meetings.models import Meeting, Part
from oppvekst.domain.meetings.rules import COMES, THEMES
from oppvekst.ground.web.forms import Checks, DateField, DsForm, TimeField, long_text, oslo_moment, radios
from oppvekst.law.calendar import OSLO


class WhenForm(DsForm):
    """Time, place and what is to be talked of."""

    on = DateField(label="Dag", error_messages={"required": "Skriv hvilken dag."})
    starts = TimeField(label="Fra klokka", error_messages={"required": "Skriv når møtet begynner."})
    ends = TimeField(label="Til klokka", error_messages={"required": "Skriv når møtet slutter."})
    place = forms.CharField(label="Sted", max_length=120, error_messages={"required": "Skriv hvor dere møtes."})
    place_tells = forms.BooleanField(
        label="Stedet røper hvem en møter", required=False, help_text="Da står det ikke i kalenderen, bare i brevet."
    )
    video_link = forms.CharField(
        label="Lenke til videomøte", required=False, max_length=300, help_text="Står aldri i kalenderen."
    )
    agenda = long_text(
        label="Hva skal dere snakke om?", rows=4, required=False,
        help_text="Sendes bare til dem som kan få vite hvorfor dere møtes.",
    )  # fmt: skip

    @staticmethod
    def of(meeting: Meeting) -> dict[str, Any]:
        """What stands there from before."""
        start, end = meeting.starts_at.astimezone(OSLO), meeting.ends_at.astimezone(OSLO)
        return {
            "on": start.date(), "starts": start.time(), "ends": end.time(), "place": meeting.place,
            "place_tells": meeting.place_tells, "video_link": meeting.video_link, "agenda": meeting.agenda,
        }  # fmt: skip

    def when(self) -> When:
        """As the act takes it."""
        typed = self.cleaned_data
        return When(
            starts_at=self._moment("starts"), ends_at=self._moment("ends"), place=typed["place"],
            place_tells=typed["place_tells"], video_link=typed["video_link"], agenda=typed["agenda"],
        )  # fmt: skip

    def _moment(self, name: str) -> datetime:
        return oslo_moment(self.cleaned_data["on"], self.cleaned_data[name])


class WishForm(DsForm):
    """What the child wants raised, and whether it comes."""

    words = long_text(label="Hva vil barnet ta opp? Med barnets ord", rows=4, required=False)
    comes = radios(
        COMES.items(), label="Vil barnet komme?", error_messages={"required": "Velg om barnet vil være med."}
    )
    by_whom = forms.CharField(label="Hvem skal si det for barnet?", required=False, max_length=120)
    asked_on = DateField(label="Når ble barnet spurt?", error_messages={"required": "Skriv dagen."})
    follows = {"by_whom": ("comes", "by_another")}


class _OfMembers(DsForm):
    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("attended", "members", "member"):
            if name in self.fields:
                self.fields[name].choices = choices  # type: ignore[attr-defined]


class HeldForm(_OfMembers):
    """Who was there."""

    attended = Checks([], label="Hvem var der?", error_messages={"required": "Kryss av for dem som var der."})


class ApprovalForm(_OfMembers):
    """Who has answered, and what they see otherwise."""

    members = Checks([], label="Hvem har svart?", error_messages={"required": "Velg hvem som har svart."})
    on = DateField(label="Når?", error_messages={"required": "Skriv dagen."})
    remark = long_text(
        label="Merknad", rows=3, required=False, help_text="La det stå tomt når de godkjenner referatet som det er.",
    )  # fmt: skip


class TakenForm(_OfMembers):
    """Who does what, by when."""

    member = forms.ChoiceField(label="Hvem?", error_messages={"required": "Velg hvem som skal gjøre det."})
    text = forms.CharField(label="Hva?", max_length=200, error_messages={"required": "Skriv hva som skal gjøres."})
    due_on = DateField(label="Innen", required=False)
    theme = forms.ChoiceField(
        label="Tema", choices=THEMES.items(), help_text="Bare de som kan vite om temaet, ser linja. Og den det gjelder."
    )
    for_child = forms.BooleanField(label="Barnet får lese linja", required=False, initial=True)


class CancelForm(DsForm):
    """Why."""

    reasons = long_text(
        label="Hvorfor er møtet avlyst?", rows=3, error_messages={"required": "Skriv hvorfor møtet er avlyst."}
    )


class DoneForm(DsForm):
    """How it went."""

    words = forms.CharField(label="Hvordan gikk det?", required=False, max_length=200)


class MinutesForm(DsForm):
    """One text for each theme, and whether the child is to read it."""

    def __init__(self, *args: Any, written: dict[str, Part], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for theme, title in THEMES.items():
            part = written.get(theme)
            self.fields[theme] = long_text(label=title, rows=4, required=False, initial=part.text if part else "")
            self.fields[f"{theme}-child"] = forms.BooleanField(
                label="Barnet får lese denne delen", required=False, initial=bool(part and part.for_child)
            )
