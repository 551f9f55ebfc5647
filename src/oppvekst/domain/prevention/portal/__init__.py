"""The public door: ask for a talk or a visit, find one's contact, sign up for a group. One form each, and a receipt."""
