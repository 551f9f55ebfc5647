"""The product's settings, with what a test process needs set before they are read."""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("OPPVEKST_FACE", "owner")
os.environ.setdefault("OPPVEKST_SECRET_KEY", "only-for-tests")
os.environ.setdefault("OPPVEKST_DEMO", "1")

# Documents and their keys of this test process alone.
_apart = tempfile.mkdtemp(prefix="oppvekst-documents-")
atexit.register(shutil.rmtree, _apart, ignore_errors=True)
os.environ["OPPVEKST_DOCUMENTS"] = f"{_apart}/documents"
os.environ["OPPVEKST_DOCUMENT_KEYS"] = f"{_apart}/keys"

from oppvekst.settings import *  # noqa: E402, F403
