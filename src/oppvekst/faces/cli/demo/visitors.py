"""Who logs in to My page in the demo, by the ID-porten of the demo. All of them, and their numbers, are invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from oppvekst.law.identity import Sex, synthetic


@dataclass(frozen=True)
class Visitor:
    """Somebody outside the service. ``level`` is how sure ID-porten is of who it is."""

    name: str
    title: str
    worth: str
    number: str
    level: str = "idporten-loa-high"
    place: str = "Solvik"

    @property
    def subject(self) -> str:
        """What ID-porten calls this log-in."""
        return f"{self.name.lower().replace(' ', '.')}.{self.level.rpartition('-')[2]}"

    @property
    def claims(self) -> dict[str, str]:
        """What ID-porten says of whoever logs in."""
        return {"pid": self.number, "acr": self.level}


IDA_NUMBER = synthetic(date(2011, 9, 14), Sex.FEMALE, 3)
MONA_NUMBER = synthetic(date(1984, 5, 23), Sex.FEMALE, 5)
STRANGER_NUMBER = synthetic(date(1990, 2, 2), Sex.MALE, 7)
SUBSTANTIAL = "idporten-loa-substantial"
VISITORS = (
    Visitor("Ida Strand Vik", "15 år, med MinID", "Min side er åpnet for henne", IDA_NUMBER, SUBSTANTIAL),
    Visitor("Mona Strand Vik", "Mor, med BankID", "Min side er åpnet for henne", MONA_NUMBER),
    Visitor("Mona Strand Vik", "Mor, med MinID", "Nivået er for lavt for en voksen", MONA_NUMBER, SUBSTANTIAL),
    Visitor("Per Ukjent", "Voksen, med BankID", "Tjenesten kjenner ham ikke", STRANGER_NUMBER),
)
