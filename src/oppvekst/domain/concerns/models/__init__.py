"""The tables of a concern: what came in, who sent it, one concern per child, and what was done with it."""

from oppvekst.domain.concerns.models.concern import Assessment, Concern, Feedback, Passage
from oppvekst.domain.concerns.models.enquiry import Application, Enquiry
from oppvekst.domain.concerns.models.message import Message

__all__ = ["Application", "Assessment", "Concern", "Enquiry", "Feedback", "Message", "Passage"]
