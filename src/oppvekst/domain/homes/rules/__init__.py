"""The rules of an offer to help: what is asked, what is required, how soon it is answered, and how it ends.

Plain Python: no framework, no database, no clock.
"""

from oppvekst.domain.homes.rules.deadlines import FIRST_CONTACT, RULES, WORKING_DAYS, contact_due
from oppvekst.domain.homes.rules.identifying import LOOKS_LIKE, Found, Looks, identifying
from oppvekst.domain.homes.rules.kinds import CHOICES, HOUSEHOLD, OFFERED, WORDS_IN_ADDRESS, Kind, asks_household
from oppvekst.domain.homes.rules.languages import ENDONYMS, LANGUAGES
from oppvekst.domain.homes.rules.life import (
    CLOSED,
    CONTACTED,
    MACHINE,
    OPEN,
    OUTCOMES,
    STATES,
    OfferFacts,
    Outcome,
)
from oppvekst.domain.homes.rules.requirements import REQUIREMENTS, Requirement, requirements_of
from oppvekst.domain.homes.rules.sending import LINE, WORDS, Sending, check, cleaned
from oppvekst.domain.homes.rules.sensitive import About, Sensitive, looks_sensitive
from oppvekst.domain.homes.rules.words import one_line, visible

__all__ = [
    "CHOICES",
    "CLOSED",
    "CONTACTED",
    "ENDONYMS",
    "FIRST_CONTACT",
    "HOUSEHOLD",
    "LANGUAGES",
    "LINE",
    "LOOKS_LIKE",
    "MACHINE",
    "OFFERED",
    "OPEN",
    "OUTCOMES",
    "REQUIREMENTS",
    "RULES",
    "STATES",
    "WORDS",
    "WORDS_IN_ADDRESS",
    "WORKING_DAYS",
    "About",
    "Found",
    "Kind",
    "Looks",
    "OfferFacts",
    "Outcome",
    "Requirement",
    "Sending",
    "Sensitive",
    "asks_household",
    "check",
    "cleaned",
    "contact_due",
    "identifying",
    "looks_sensitive",
    "one_line",
    "requirements_of",
    "visible",
]
