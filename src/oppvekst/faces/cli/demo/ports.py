"""Ports of this machine that nobody has."""

from __future__ import annotations

import socket
from contextlib import closing

USUAL = {"portal": 8000, "desk": 8001, "door": 8002, "provider": 8003, "mypage": 8004, "idporten": 8005}
LOOPBACK = {socket.AF_INET: "127.0.0.1", socket.AF_INET6: "::1"}


def choose(*, usual: bool) -> dict[str, int]:
    """A port for each door: the usual one where it is free."""
    chosen: dict[str, int] = {}
    for name, port in USUAL.items():
        chosen[name] = port if usual and is_free(port) else _any_free(taken={*chosen.values(), *USUAL.values()})
    return chosen


def is_free(port: int) -> bool:
    """Free on both loopbacks: a browser that is asked for «localhost» tries one and then the other."""
    return all(_can_bind(family, host, port) for family, host in LOOPBACK.items())


def _can_bind(family: socket.AddressFamily, host: str, port: int) -> bool:
    try:
        with closing(socket.socket(family)) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError:
        # A machine without the newer kind of address has nobody listening there either.
        return family == socket.AF_INET6 and not _has_ipv6()
    return True


def _has_ipv6() -> bool:
    try:
        with closing(socket.socket(socket.AF_INET6)) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


def _any_free(*, taken: set[int]) -> int:
    while True:
        with closing(socket.socket()) as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        if port not in taken:
            return port
