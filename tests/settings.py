"""The product's settings, with what a test process needs set before they are read."""

import os

os.environ.setdefault("OPPVEKST_FACE", "owner")
os.environ.setdefault("OPPVEKST_SECRET_KEY", "only-for-tests")
os.environ.setdefault("OPPVEKST_DEMO", "1")

from oppvekst.settings import *  # noqa: F403
