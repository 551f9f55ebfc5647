"""The coordinator's door: who has offered to help, and what to do next."""
