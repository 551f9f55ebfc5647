"""The ground has no table of its own here; loading the room registers its lookups."""

from oppvekst.ground.database import lookups

__all__ = ["lookups"]
