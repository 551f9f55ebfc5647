"""The three ways of saying no, each with a sentence a person can act on and the section that says so."""

from typing import ClassVar, TypedDict

from oppvekst.law.citation import Citation


class PlainRefusal(TypedDict):
    """How every face writes a refusal as data."""

    error: str
    message: str
    law: str
    fields: dict[str, str]


class Refusal(Exception):
    """Base of the three; `because` names the conditions that failed, for tests and statistics."""

    kind: ClassVar[str] = "refused"

    def __init__(
        self,
        sentence: str,
        citation: Citation | None = None,
        *,
        fields: dict[str, str] | None = None,
        because: tuple[str, ...] = (),
        interpretation: str | None = None,
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.citation = citation
        self.fields = dict(fields or {})
        self.because = because
        self.interpretation = interpretation

    def to_plain(self) -> PlainRefusal:
        """The refusal as the public interface writes it.

        >>> NotAllowed("Det går ikke.").to_plain()
        {'error': 'not_allowed', 'message': 'Det går ikke.', 'law': '', 'fields': {}}
        """
        law = str(self.citation) if self.citation else ""
        return {"error": self.kind, "message": self.sentence, "law": law, "fields": self.fields}


class NotAllowed(Refusal):
    """The law has no such step now."""

    kind = "not_allowed"


class Incomplete(Refusal):
    """Something is lacking, told field by field.

    >>> Incomplete({"reasons": "Skriv hvorfor."}).sentence
    'Skriv hvorfor.'
    """

    kind = "incomplete"

    def __init__(
        self,
        fields: dict[str, str],
        citation: Citation | None = None,
        *,
        sentence: str = "",
        because: tuple[str, ...] = (),
        interpretation: str | None = None,
    ) -> None:
        told = sentence or " ".join(fields.values())
        super().__init__(told, citation, fields=fields, because=because, interpretation=interpretation)


class NotFound(Refusal):
    """It is not there, or not there for you: the two are never told apart."""

    kind = "not_found"
