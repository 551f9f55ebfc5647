"""Documents as they lie: sealed with a key of the case, named by what is in them, and never run by anybody.

This knows no case and no document of it; the rooms say whose the content is. Why it is so: ADR 26 and 27.
"""
