"""Who works in the demo, and how they log in. All of them are invented."""

from __future__ import annotations

from dataclasses import dataclass

from oppvekst.ground.access.rights import ROLES

SOLVIK, NORDVAG = 9998, 9997
MUNICIPALITIES = {SOLVIK: ("Solvik", "solvik"), NORDVAG: ("Nordvåg", "nordvag")}
# A browser finds every name under «localhost» on its own machine.
HOSTS = {NORDVAG: "nordvag.localhost"}
TEAM = "Undersøkelse"


@dataclass(frozen=True)
class Person:
    """A member of staff. ``worth`` says what the visitor sees by logging in as her."""

    name: str
    roles: tuple[str, ...]
    worth: str
    municipality: int = SOLVIK
    pager: str = ""

    @property
    def subject(self) -> str:
        """The log-in name: «kari.nesheim»."""
        return self.name.lower().replace(" ", ".").replace("ø", "o")

    @property
    def claims(self) -> dict[str, str]:
        """What the provider says of her."""
        return {"name": self.name}

    @property
    def title(self) -> str:
        """Her roles as people call them."""
        titles = " og ".join(ROLES[role].title.lower() for role in self.roles)
        return titles[0].upper() + titles[1:]

    @property
    def place(self) -> str:
        """The municipality's name."""
        return MUNICIPALITIES[self.municipality][0]


STAFF = (
    Person("Hanne Dale", ("intake",), "Tar imot meldinger"),
    Person("Kari Nesheim", ("case_worker", "intake"), "Har saker og tar imot meldinger"),
    Person("Ola Brandvold", ("case_worker",), "Ser ikke Karis saker"),
    Person("Siri Tveito", ("case_worker",), "Arbeider med undersøkelser"),
    Person("Tone Vik", ("team_leader",), "Bekrefter henleggelser"),
    Person("Marit Solheim", ("leader", "reviewer"), "Ser hele Solvik"),
    Person("Eivind Myrbakk", ("deputy",), "Når Marit er borte"),
    Person("Bjørn Haugli", ("oncall",), "Ser bare det som haster", pager="00 00 99 11"),
    Person("Randi Lunde", ("coordinator",), "Finner hjem, og ser ingen saker"),
    Person("Geir Aasen", ("prevention",), "Drøfter uten navn, og ser ingen saker"),
    Person("Liv Strand", ("editor",), "Skriver de åpne sidene"),
    Person("Solveig Moen", ("auditor",), "Kontrollerer saker som blir trukket ut"),
    Person("Per Hovland", ("archivist",), "Arkivet: kjenner nummer, ikke navn"),
    Person("Siri Nordli", ("case_worker", "intake"), "Ser ingenting i Solvik", NORDVAG),
)
