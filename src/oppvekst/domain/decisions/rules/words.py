"""The word to a phone that others may look at: that post lies ready, from the municipality, and nothing of what or for whom.

No address to press: whoever gets it finds the way herself, and nobody learns to trust such a link.
"""

READY = {
    "nb": "Du har fått post fra {who} kommune. Logg inn på Min side for å lese den.",
    "nn": "Du har fått post frå {who} kommune. Logg inn på Mi side for å lese han.",
    "en": "You have received post from the municipality of {who}. Log in to My page to read it.",
}
READY_AGAIN = {
    "nb": "Du har post fra {who} kommune som du ikke har lest. Logg inn på Min side for å lese den.",
    "nn": "Du har post frå {who} kommune som du ikkje har lese. Logg inn på Mi side for å lese han.",
    "en": "You have post from the municipality of {who} that you have not read. Log in to My page to read it.",
}
