"""Phones at the editor's desk: when each is answered, tried out before it is published, and what is said of it."""
