"""Working until told to stop, also through a restart of the database."""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import suppress

from procrastinate import App, PsycopgConnector
from procrastinate.app import WorkerOptions
from procrastinate.contrib.django import DjangoApp, connector_params

from oppvekst.faces.worker.tasks import clock, in_one_transaction
from oppvekst.ground.database.jobs import ALARM_QUEUE

# Any login may forge a notice, and a forged one ends the listening: the worker does not listen, it asks every second.
OPTIONS: WorkerOptions = {
    "listen_notify": False,
    "fetch_job_polling_interval": 1,
    "task_middleware": [in_one_transaction],
    "delete_jobs": "successful",
    "install_signal_handlers": False,
}
PAUSE = 5.0

logger = logging.getLogger(__name__)


def make_app() -> App:
    """The worker's jobs on the worker's login. Its connections are its own, not Django's."""
    connector = PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=4)
    app = DjangoApp(connector=connector, worker_defaults=OPTIONS)
    app.add_tasks_from(clock, namespace="")
    return app


async def work_until_told() -> None:
    """Work until a signal says stop. Whatever else ends the work, it begins again: an alarm must ring."""
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    app = make_app()
    while not told.is_set():
        try:
            async with app.open_async():
                await _work(app, told)
        except Exception:
            logger.exception("arbeideren stanset og begynner igjen")
            with suppress(TimeoutError):
                await asyncio.wait_for(told.wait(), PAUSE)


async def _work(app: App, told: asyncio.Event) -> None:
    """Two workers: one for alarms alone, which nothing slow can stand before, and one for everything."""
    workers = [
        asyncio.create_task(app.run_worker_async(queues=[ALARM_QUEUE], name="alarm")),
        asyncio.create_task(app.run_worker_async(name="everything")),
    ]
    stop = asyncio.create_task(told.wait())
    await asyncio.wait([*workers, stop], return_when=asyncio.FIRST_COMPLETED)
    for task in (*workers, stop):
        task.cancel()
    for result in await asyncio.gather(*workers, stop, return_exceptions=True):
        if isinstance(result, Exception):
            raise result
    if not told.is_set():
        raise RuntimeError("en arbeider stanset uten å være bedt om det")
