"""The half-written message: kept sealed, opened by the key in the writer's own browser, gone when it is sent."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse

from oppvekst.domain.concerns.portal.typed import Typed
from oppvekst.ground.web import drafts

MOST_PEOPLE = 20


@dataclass
class Draft:
    """What has been typed so far; or, when it is sent, the receipt and nothing else."""

    key: str | None = None
    kind: str = ""
    answers: dict[str, Typed] = field(default_factory=dict)
    people: dict[str, list[Typed]] = field(default_factory=dict)
    receipt: dict[str, Any] | None = None

    @classmethod
    def of(cls, request: HttpRequest) -> Draft:
        """The draft of this browser, or an empty one."""
        key = drafts.key_of(request)
        if content := drafts.load(key):
            return cls(key, **content)
        receipt = drafts.load(_receipt_key(key))
        return cls(key, kind=receipt["kind"], receipt=receipt) if receipt else cls()

    @property
    def begun(self) -> bool:
        """Whether anything waits to be sent."""
        return bool(self.answers or any(self.people.values()))

    def save(self) -> None:
        """Keep it. The first saved answer makes the key; a new message after a sent one has a key of its own."""
        if self.receipt:
            self.forget()
        self.key = self.key or drafts.new_key()
        drafts.save(self.key, {"kind": self.kind, "answers": self.answers, "people": self.people})

    def claim(self) -> bool:
        """Take the draft away to send it; false when somebody else has. A second sending waits here for the first.

        The receipt has a row of its own: to take this one away can never take that one along.
        """
        drafts.drop(self.key)
        return not drafts.load(_receipt_key(self.key))

    def keep_receipt(self, receipt: dict[str, Any]) -> None:
        """Leave the receipt in its place, for as long as a draft lasts."""
        if key := _receipt_key(self.key):
            drafts.save(key, receipt)

    def forget(self) -> None:
        """Leave nothing, neither what was typed nor the receipt."""
        drafts.drop(self.key)
        drafts.drop(_receipt_key(self.key))
        self.key = self.receipt = None

    def keep_in(self, response: HttpResponse, request: HttpRequest) -> None:
        """Give the browser the key, until it is closed."""
        if self.key:
            drafts.remember(response, self.key, secure=request.is_secure())

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


def _receipt_key(key: str | None) -> str | None:
    """The key of the receipt, made from the draft's own, so that the browser keeps one."""
    return hashlib.sha256(f"kvittering {key}".encode()).hexdigest() if key else None
