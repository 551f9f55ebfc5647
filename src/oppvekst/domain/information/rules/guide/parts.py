"""What the guide is made of: questions with answers, and endings with doors."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Somewhere to go: a fixed page by the name of its address, or a page that the municipality writes, by its slug."""

    title: str
    about: str = ""
    icon: str
    name: str = "page"
    takes: dict[str, str] = field(default_factory=dict)
    asks: str = ""

    @property
    def slug(self) -> str:
        """The page behind the door; empty for a fixed one."""
        return self.takes.get("slug", "") if self.name == "page" else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Where a way through the guide ends: what to do, and the doors, the best first."""

    title: str
    about: str
    doors: tuple[Door, ...]
    # Somebody may be in danger now: the police's number comes before everything else.
    is_urgent: bool = False
    # Whom the phones are shown for, in the word that addresses use.
    who: str = "voksen"


@dataclass(frozen=True, slots=True)
class Answer:
    """What can be answered, and what comes of it."""

    word: str
    title: str
    leads_to: Question | Ending
    about: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with the answers one can choose between."""

    title: str
    answers: tuple[Answer, ...]
    about: str = ""
    who: str = "voksen"

    def answer(self, word: str) -> Answer | None:
        """The answer with that word in its address."""
        return next((each for each in self.answers if each.word == word), None)
