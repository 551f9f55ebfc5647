"""What is answered to each in the family who said that a planned time does not suit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from oppvekst.domain.measures.actions.unsuited import NO_ANSWER
from oppvekst.domain.measures.models import Unsuited
from oppvekst.ground.web.forms import DsForm, long_text

HELP = "Skriv til den det gjelder. Ikke adresse, og ikke noe den ikke skal vite."
OTHERS = f"{HELP} Ikke gjengi hva den andre skrev. La feltet stå tomt hvis du svarer senere."


class AnswerForm(DsForm):
    """One answer to each who waits: nobody reads what was written to another."""

    def __init__(self, *args: Any, waits: Sequence[Unsuited], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.waits = waits
        people = {each.person_id: each.person_name for each in waits}
        for person, name in people.items():
            self.fields[_field(person)] = long_text(
                label=f"Hva svarer du {name}?", rows=3, max_length=1000, required=len(people) == 1,
                help_text=HELP if len(people) == 1 else OTHERS, error_messages={"required": NO_ANSWER},
            )  # fmt: skip

    def answers(self) -> dict[UUID, str]:
        """What each message that was shown is answered with."""
        return {each.id: self.cleaned_data.get(_field(each.person_id), "") for each in self.waits}


def _field(person: UUID) -> str:
    return f"answer_{person.hex}"
