"""Who is acting, for which municipality, in which hat, with which rights, and which cases that opens (docs/rights.md)."""
