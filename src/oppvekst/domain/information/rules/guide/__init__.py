"""The guide: at most three questions to the right door."""

from oppvekst.domain.information.rules.guide.parts import Answer, Door, Ending, Question
from oppvekst.domain.information.rules.guide.tree import START
from oppvekst.domain.information.rules.guide.walk import Asked, Place, at, doors, every_path

__all__ = ["START", "Answer", "Asked", "Door", "Ending", "Place", "Question", "at", "doors", "every_path"]
