"""The national portal's concern message (Fiks bekymringsmelding, versions 1 and 2).

`read` turns the bytes of `bekymringsmelding.json` into our own neutral words, `write` does the opposite. The
Norwegian field names stay in this folder. Source: github.com/ks-no/fiks-io-bekymringsmelding-protokoll, 2024-03-22.
"""

from oppvekst.adapters.fiks.bekymringsmelding.neutral import (
    Address,
    Body,
    Child,
    Guardian,
    Kind,
    NeutralConcern,
    Place,
    Reporter,
    Version,
    Words,
)
from oppvekst.adapters.fiks.bekymringsmelding.reading import LARGEST, Unreadable, read
from oppvekst.adapters.fiks.bekymringsmelding.shape import Problem
from oppvekst.adapters.fiks.bekymringsmelding.writing import Unsendable, write

__all__ = [
    "LARGEST",
    "Address",
    "Body",
    "Child",
    "Guardian",
    "Kind",
    "NeutralConcern",
    "Place",
    "Problem",
    "Reporter",
    "Unreadable",
    "Unsendable",
    "Version",
    "Words",
    "read",
    "write",
]
