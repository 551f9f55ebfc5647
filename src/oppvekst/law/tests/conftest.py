"""The first look at a calendar loads it, which has nothing to do with the law: no time limit on an example."""

from hypothesis import settings

settings.register_profile("law", deadline=None)
settings.load_profile("law")
