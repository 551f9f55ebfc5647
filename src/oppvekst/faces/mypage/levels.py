"""How sure ID-porten must be of who it is: high for adults; substantial is enough for a child's own page.

High means BankID and the like, which somebody under 18 gets only when the parents order it in the bank. A youth who has
something to say against the parents is the one who needs the page most, so for children «substantial» (MinID) is
accepted. Only age decides, and nothing that the service knows: what is asked of a person must not tell whether there
is a case.
"""

from __future__ import annotations

from datetime import date

from oppvekst.law.identity import Environment, examine

HIGH, SUBSTANTIAL = "idporten-loa-high", "idporten-loa-substantial"
STRENGTH = {SUBSTANTIAL: 1, HIGH: 2}
OF_AGE = 18


def wanted(number: str, environment: Environment, *, today: date) -> str:
    """What is asked of whoever has this number; high where the number does not tell how old they are.

    >>> wanted("12345678901", Environment.TEST, today=date(2026, 11, 22))
    'idporten-loa-high'
    """
    born = examine(number, environment).birth_date
    return SUBSTANTIAL if born and _age(born, today) < OF_AGE else HIGH


def enough(level: str, needed: str) -> bool:
    """Whether a log-in is as sure as it must be.

    >>> enough(HIGH, SUBSTANTIAL), enough(SUBSTANTIAL, HIGH), enough("ukjent", SUBSTANTIAL)
    (True, False, False)
    """
    return STRENGTH.get(level, 0) >= STRENGTH[needed]


def _age(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
