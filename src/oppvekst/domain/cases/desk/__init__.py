"""The child's case at the desk: who it is about, how it stands, what has happened, who is in it, and who may see it.

A case is told in chapters: this room tells its own, and the face gathers what the later rooms add.
"""
