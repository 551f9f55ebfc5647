"""Concerns at the desk: the list, the page of one concern, every act on it, and registering one by hand.

Views are thin: they read a form, call one action, and lead on. What a page shows is gathered in ``page``; what is said
in words stands in ``spoken``.
"""
