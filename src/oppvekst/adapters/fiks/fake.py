"""Fiks IO as it behaves, without a network: what other tests and the demo receive concerns from.

Verified by the same contract as `FolderInbox` (`tests/test_inbox.py`).
"""

from collections.abc import Iterator

from oppvekst.adapters.fiks.inbox import AlreadyAnswered, Delivery, UnknownMessage


class FakeFiks:
    """A queue in memory. `answers` is what the portal has been told, by message id: `mottatt`, or `feilet: reason`."""

    def __init__(self) -> None:
        self._delivered: dict[str, Delivery] = {}
        self.answers: dict[str, str] = {}

    def deliver(self, delivery: Delivery) -> None:
        """Put a message in the queue; the same id once more is a redelivery."""
        self._delivered[delivery.message_id] = delivery

    def pending(self) -> Iterator[Delivery]:
        """The messages without an answer, the oldest first."""
        yield from [delivery for delivery in self._delivered.values() if delivery.message_id not in self.answers]

    def acknowledge(self, message_id: str) -> None:
        """Answer that the service has the message."""
        self._give(message_id, "mottatt")

    def fail(self, message_id: str, reason: str) -> None:
        """Answer that the message cannot be read."""
        self._give(message_id, f"feilet: {reason}")

    def _give(self, message_id: str, answer: str) -> None:
        if message_id not in self._delivered:
            raise UnknownMessage(message_id)
        given = self.answers.setdefault(message_id, answer)
        if given.partition(":")[0] != answer.partition(":")[0]:
            raise AlreadyAnswered(message_id)
