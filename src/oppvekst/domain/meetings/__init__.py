"""Meetings: those who help one child agree who does what, and know only what the family has said yes to (bvl §§ 13-1, 15-8)."""
