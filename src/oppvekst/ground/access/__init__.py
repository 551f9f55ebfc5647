"""Who is acting, for which municipality, in which hat, with which rights, and which cases that opens (law.md 3)."""
