"""The demo's log-in providers: real OpenID providers on this machine, whose pages show who works in Solvik, and who is
helped there."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from oppvekst.faces.cli.demo.staff import STAFF
from oppvekst.faces.cli.demo.visitors import VISITORS
from oppvekst.faces.cli.serving import stop_cleanly
from oppvekst.law.refusals import NotAllowed

HERE = Path(__file__).parent
LOOKS = HERE.parents[2] / "ground" / "web" / "static"


def refuse_without_provider() -> None:
    """The provider is a tool of the demo and the tests, and is not installed where real children are."""
    if find_spec("oidc_provider_mock") is None:
        raise NotAllowed("Demoens innloggingsleverandør er ikke installert her. Start demoen med «make demo».")


def application(who: str = "provider") -> Any:
    """The provider with our staff or our visitors, our page and our looks; nothing is loaded from another host."""
    import jinja2

    # By name: it is not installed where types are checked without the demo, nor where real children are.
    mock = import_module("oidc_provider_mock")

    persons: Any = STAFF if who == "provider" else VISITORS
    users = [mock.User(sub=person.subject, claims=person.claims) for person in persons]
    app = mock.app(user_claims=users, require_nonce=True)
    app.debug = False
    app.jinja_loader = jinja2.FileSystemLoader([str(HERE / "templates"), str(Path(app.root_path) / "templates")])
    app.static_folder = str(LOOKS)
    app.context_processor(lambda: {"persons": persons, "staff": who == "provider"})
    return app


def serve(port: int, who: str) -> None:
    """Answer on the loopback only."""
    from werkzeug.serving import make_server

    make_server("127.0.0.1", port, application(who), threaded=True).serve_forever()


if __name__ == "__main__":
    stop_cleanly()
    serve(int(sys.argv[1]), sys.argv[2])
