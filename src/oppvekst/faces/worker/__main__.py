"""``python -m oppvekst.faces.worker``."""

import os

import django

from oppvekst.faces.worker import run

if __name__ == "__main__":
    os.environ.setdefault("OPPVEKST_FACE", "worker")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "oppvekst.settings")
    django.setup()
    run()
