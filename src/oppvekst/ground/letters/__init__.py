"""Letters and paper forms: from a template and plain values to a PDF that can be read aloud and kept for ever."""

from oppvekst.ground.letters.letter import Lang, Letter, LetterBroken, Letterhead, render

__all__ = ["Lang", "Letter", "LetterBroken", "Letterhead", "render"]
