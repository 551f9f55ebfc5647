"""Homes and helpers: from interest to approval (bvl §§ 9-4, 9-8, 12-11)."""
