"""What can be asked about prevention. ``get_request`` and ``get_group`` are the ways in, and the access checks."""

from oppvekst.domain.prevention.queries.activities import activities, get_activity
from oppvekst.domain.prevention.queries.contacts import areas_of, contacts, get_contact, published_contacts
from oppvekst.domain.prevention.queries.discussions import (
    agreed_discussions,
    discussions,
    get_agreed,
    get_discussion,
    names_taking_part,
)
from oppvekst.domain.prevention.queries.evenings import bookings, evenings, get_booking, participants
from oppvekst.domain.prevention.queries.figures import Table, Year, yearly, years
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
    "Table",
    "Year",
    "activities",
    "agreed_discussions",
    "areas_of",
    "bookings",
    "call_back_limit",
    "contacts",
    "discussions",
    "evenings",
    "facts_of",
    "figures",
    "get_activity",
    "get_agreed",
    "get_booking",
    "get_contact",
    "get_discussion",
    "get_group",
    "get_request",
    "get_sign_up",
    "groups",
    "held_groups",
    "must_see",
    "names_of",
    "names_taking_part",
    "outlook",
    "participants",
    "published_contacts",
    "published_group",
    "receipt",
    "requests",
    "requests_by_id",
    "seats",
    "sign_ups_by_id",
    "standings",
    "yearly",
    "years",
]
