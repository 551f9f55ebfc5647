"""A yes or no of the law, with the sentence and the section."""

from dataclasses import dataclass

from oppvekst.law.citation import Citation


@dataclass(frozen=True)
class Verdict:
    """True or false by itself; the sentence says why, to a case worker."""

    yes: bool
    sentence: str
    citation: Citation

    def __bool__(self) -> bool:
        return self.yes
