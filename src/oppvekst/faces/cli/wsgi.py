"""What the server runs: Django with the face of this process, and the health answer in front of it."""

import multiprocessing
import os
import signal
from threading import Thread

from django.core.wsgi import get_wsgi_application

from oppvekst.ground.web.health import Health


def _leave_with_parent() -> None:
    """A server that is killed takes its workers along; else they would keep the port and answer for nobody."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


Thread(target=_leave_with_parent, daemon=True).start()
application = Health(get_wsgi_application())
