"""Every limit the house counts, or holds people to in words."""

from __future__ import annotations

from oppvekst.law.deadline import Limit, Rule
from oppvekst.law.rulebook import Rulebook
from tools.documents.markdown import page, section, table
from tools.documents.source import found, rules

LEAD = (
    "Alle frister systemet kjenner, slik de er skrevet i rommenes `rules`. `oppvekst law due ID --start DATO` regner "
    "en av dem ut og sier hvordan. Sikkerhet: A er lest i lov, forskrift eller offisiell kodeliste, B i forarbeid "
    "eller offentlig veileder, C er et faglig skjønn som en jurist må bekrefte."
)


def write() -> str:
    """The whole table, and the notes to those that are not certain."""
    room_of = {id(rule): room for room, rule in rules()}
    ordered = Rulebook(limit for _, limit in found(Limit)).rules
    told = sorted(ordered, key=lambda rule: not rule.id.startswith("D"))
    limits = table(
        ["Regel", "Hva", "Frist", "Regnes fra", "Hjemmel", "Hvem", "Gjelder", "Sikkerhet", "Rom"],
        [(*_told(rule), room_of[id(rule)]) for rule in told],
    )
    notes = "\n".join(f"- **{rule.id}** {rule.note}" for rule in told if rule.note)
    return page("Frister", LEAD, limits, section("Det vi er usikre på", notes))


def _told(rule: Rule) -> tuple[object, ...]:
    where = (rule.citation, rule.who, validity(rule), rule.mark)
    return rule.id, rule.title, rule.length(), counted_from(rule), *where


def counted_from(rule: Rule) -> str:
    """What starts the clock."""
    if rule.after:
        return f"da {rule.after.id} ({rule.after.newest.title.lower()}) gikk ut"
    return rule.trigger


def validity(rule: Rule) -> str:
    """From when to when."""
    starts, ends = rule.valid_from or rule.citation.starts(), rule.valid_to or rule.citation.valid_to
    return f"{starts or ''} – {ends or ''}".strip(" –") + ("" if ends else " –" if starts else "")
