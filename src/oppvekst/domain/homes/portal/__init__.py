"""The public door: one form for each kind of offer, and its receipt."""
