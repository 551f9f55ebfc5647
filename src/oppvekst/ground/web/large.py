"""Nobody fills the disk: what is larger than any page of ours asks for is refused before it is read."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from oppvekst.ground.web import errors


class Large:
    """Goes by what the request says of its own size; of one that says nothing, the server reads nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        said = request.META.get("CONTENT_LENGTH") or "0"
        if said.isdigit() and int(said) > settings.LARGEST_REQUEST:
            return errors.too_large(request)
        return self.get_response(request)
