"""Pages at the editor's desk: the list, the texts side by side, their versions, and their place."""
