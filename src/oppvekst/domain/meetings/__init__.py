"""Meetings: one paragraph of what this room is and its place in the law. No code."""
