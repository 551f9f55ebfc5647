"""Concerns at the desk: the list, the page of one concern, every act on it, and registering one by hand.

Views are thin: they read a form, call one action, and lead on. This is what the four files of a young room's desk
(`domain/homes/desk`) become when it has grown. Of the files here

- ``urls``, ``forms``, ``views``, ``frame`` are every desk's: addresses, what is typed, form to action and on, what is shared;
- ``page`` gathers what the page of one concern shows, ``rows`` a line of the list, ``trail`` what has happened to it;
- ``spoken`` says a concern in words, ``notices`` what was just done, ``steps`` the law's next steps as buttons, or why not;
- ``proposals`` is what two must agree on, ``matching`` which child it may be, ``pointing`` what a family may not read,
  ``answers`` the answer to the reporter and ``paper`` the letters and the form for the night;
- ``alarms`` rings, ``deciders`` are who may decide tonight, ``salvage`` reads what is left of a message we could not read.
"""
