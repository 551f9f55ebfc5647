"""Help in the demo: from the decision to the day it ended because it worked, with its meetings and Kari's week."""

from oppvekst.faces.cli.demo_data.help.families import HELPED
from oppvekst.faces.cli.demo_data.help.giving import give_help

__all__ = ["HELPED", "give_help"]
