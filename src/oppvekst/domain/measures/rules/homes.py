"""Which help a home or a support contact is asked for in (bvl § 3-1), by the register's category."""

from __future__ import annotations

from typing import Final

from oppvekst.domain.homes.rules import Kind

# 4.5 is a visiting home and other relief, 4.6 a support contact; nothing else is asked of the homes' coordinator.
HOME_OF: Final = {"4.5": Kind.VISITING_HOME, "4.6": Kind.SUPPORT_CONTACT}


def home_of(category: str) -> Kind | None:
    """What kind of home help of this category has; nothing where it has none.

    >>> home_of("4.5"), home_of("3.2")
    (<Kind.VISITING_HOME: 'visiting_home'>, None)
    """
    return HOME_OF.get(category)
