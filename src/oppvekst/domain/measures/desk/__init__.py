"""Tiltak at the desk: those of a case and opening one, one of them, and ending it."""
