"""What can be asked about prevention. ``get_request`` and ``get_group`` are the ways in, and the access checks."""

from oppvekst.domain.prevention.queries.contacts import areas_of, contacts, get_contact, published_contacts
from oppvekst.domain.prevention.queries.groups import (
    Figures,
    Seat,
    figures,
    get_group,
    get_sign_up,
    groups,
    held_groups,
    published_group,
    seats,
    sign_ups_by_id,
    standings,
)
from oppvekst.domain.prevention.queries.receipts import Receipt, receipt
from oppvekst.domain.prevention.queries.requests import (
    call_back_limit,
    facts_of,
    get_request,
    must_see,
    names_of,
    outlook,
    requests,
    requests_by_id,
)

__all__ = [
    "Figures",
    "Receipt",
    "Seat",
    "areas_of",
    "call_back_limit",
    "contacts",
    "facts_of",
    "figures",
    "get_contact",
    "get_group",
    "get_request",
    "get_sign_up",
    "groups",
    "held_groups",
    "must_see",
    "names_of",
    "outlook",
    "published_contacts",
    "published_group",
    "receipt",
    "requests",
    "requests_by_id",
    "seats",
    "sign_ups_by_id",
    "standings",
]
