"""Where a refusal of the law becomes an answer to a person."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from oppvekst.ground.web import errors
from oppvekst.law.refusals import Refusal


class Refusals:
    """Turns a `Refusal` that no door has answered into a page (or a panel, when a part of a page asked)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Called for what a view raises, after the transaction has been marked to be undone."""
        return errors.refused(request, exception) if isinstance(exception, Refusal) else None
