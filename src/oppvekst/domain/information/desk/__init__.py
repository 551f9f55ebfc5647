"""The editor's door: what the open pages say, and how they look."""
