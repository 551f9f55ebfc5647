"""The tables of an investigation."""

from oppvekst.domain.investigations.models.investigation import (
    Investigation,
)

__all__ = [
    "Investigation",
]
