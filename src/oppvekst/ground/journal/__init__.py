"""The journal: one entry for each act, one look for each look. Nothing in it is changed or removed."""
