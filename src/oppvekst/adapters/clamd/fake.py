"""A clamd to test and show with: a real server on a real socket, which knows the industry's harmless test file alone."""

import socketserver
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

# The EICAR test file, in two halves so that no scanner takes this source for it.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + rb"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
NAME = "Eicar-Test-Signature"
LIMIT = 100 * 1024 * 1024


@contextmanager
def fake_clamd(limit: int = LIMIT) -> Iterator[str]:
    """A server for as long as it lasts; gives its address."""
    with _Server(("127.0.0.1", 0), _Conversation) as server:
        server.limit = limit
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    limit = LIMIT


class _Conversation(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        """One command, as clamd takes it with a nought at its end."""
        command = self._command()
        if command == b"zINSTREAM":
            self._say(self._verdict())
        elif command == b"zPING":
            self._say("PONG")
        else:
            self._say("UNKNOWN COMMAND")

    def _command(self) -> bytes:
        found = b""
        while (sign := self.rfile.read(1)) not in (b"", b"\0"):
            found += sign
        return found

    def _verdict(self) -> str:
        content = bytearray()
        while size := struct.unpack("!L", self.rfile.read(4))[0]:
            content += self.rfile.read(size)
            if len(content) > self.server.limit:
                return "INSTREAM size limit exceeded. ERROR"
        return f"stream: {NAME} FOUND" if EICAR in content else "stream: OK"

    def _say(self, answer: str) -> None:
        self.wfile.write(f"{answer}\0".encode())
