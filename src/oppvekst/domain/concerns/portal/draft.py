"""The half-written message: kept sealed, opened by the key in the writer's own browser, gone when it is sent."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from oppvekst.domain.concerns.portal.typed import Typed
from oppvekst.ground.web import drafts

MOST_PEOPLE = 20


@dataclass
class Draft:
    """What has been typed so far. After sending it holds the receipt and nothing else."""

    key: str | None = None
    kind: str = ""
    answers: dict[str, Typed] = field(default_factory=dict)
    people: dict[str, list[Typed]] = field(default_factory=dict)
    receipt: dict[str, Any] | None = None

    @classmethod
    def of(cls, request: HttpRequest) -> Draft:
        """The draft of this browser, or an empty one."""
        key = drafts.key_of(request)
        content = drafts.load(key)
        return cls(key=key if content else None, **content)

    @property
    def begun(self) -> bool:
        """Whether anything waits to be sent."""
        return bool(self.answers or any(self.people.values()))

    def save(self) -> None:
        """Keep it. The first saved answer makes the key; what was sent before makes room."""
        self.key = self.key or drafts.new_key()
        if self.begun:
            self.receipt = None
        content = asdict(self)
        content.pop("key")
        drafts.save(self.key, content)

    def keep_in(self, response: HttpResponseBase, request: HttpRequest) -> None:
        """Give the browser the key, until it is closed."""
        if self.key:
            drafts.remember(response, self.key, secure=request.is_secure())  # type: ignore[arg-type]

    def put_person(self, step: str, number: int, answers: Typed) -> None:
        """Write down a person of a list, or correct one."""
        listed = self.people.setdefault(step, [])
        if number <= len(listed):
            listed[number - 1] = answers
        else:
            listed.append(answers)

    def drop_person(self, step: str, number: int) -> None:
        """Take a person out of a list."""
        listed = self.people.get(step, [])
        if 1 <= number <= len(listed):
            del listed[number - 1]
