"""Days, distances and counts in words, in the reader's language."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

OSLO = ZoneInfo("Europe/Oslo")
SMALL = ("ingen", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")


def as_day(value: dt.date | dt.datetime) -> dt.date:
    """The day in Oslo of a moment; a day is itself."""
    if isinstance(value, dt.datetime):
        return value.astimezone(OSLO).date() if value.tzinfo else value.date()
    return value


def day_in_words(day: dt.date, *, today: dt.date | None = None) -> str:
    """«fredag 4. desember»; with the year when it is not the reader's own year."""
    same_year = today is not None and day.year == today.year
    return date_format(day, "l j. F" if same_year else "l j. F Y")


def moment_in_words(moment: dt.datetime, *, today: dt.date | None = None) -> str:
    """«mandag 23. november klokka 14.05», in Oslo."""
    local = moment.astimezone(OSLO) if moment.tzinfo else moment
    return gettext("%(day)s klokka %(time)s") % {
        "day": day_in_words(local.date(), today=today),
        "time": local.strftime("%H.%M"),
    }


def distance_in_words(day: dt.date, *, today: dt.date) -> str:
    """«I dag», «I morgen», «Om 6 dager», «Om 8 uker», «2 dager over»."""
    days = (day - today).days
    if days < 0:
        return ngettext("%(count)d dag over", "%(count)d dager over", -days) % {"count": -days}
    if days < 2:
        return gettext("I morgen") if days else gettext("I dag")
    if days <= 30:
        return ngettext("Om %(count)d dag", "Om %(count)d dager", days) % {"count": days}
    weeks = days // 7
    return ngettext("Om %(count)d uke", "Om %(count)d uker", weeks) % {"count": weeks}


def number_in_words(number: int) -> str:
    """Small numbers as words, as in running text; larger ones as figures."""
    return gettext(SMALL[number]) if 0 <= number < len(SMALL) else str(number)


def age_in_words(born: dt.date, *, today: dt.date) -> str:
    """«6 år»; under two years in months, under two months in weeks."""
    months = (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
    if months >= 24:
        return ngettext("%(count)d år", "%(count)d år", months // 12) % {"count": months // 12}
    if months >= 2:
        return ngettext("%(count)d måned", "%(count)d måneder", months) % {"count": months}
    weeks = max((today - born).days // 7, 0)
    return ngettext("%(count)d uke", "%(count)d uker", weeks) % {"count": weeks}


def phone_in_groups(number: str) -> str:
    """A phone number as it is read aloud: «00 00 99 98», «412 34 567», «116 111»."""
    digits = "".join(sign for sign in number if sign.isdigit())
    if number.strip().startswith("+"):
        return phone_in_groups(digits[2:]) if digits.startswith("47") and len(digits) == 10 else f"+{digits}"
    if len(digits) == 8 and digits[0] in "489":
        return f"{digits[:3]} {digits[3:5]} {digits[5:]}"
    if len(digits) == 8:
        return " ".join(digits[at : at + 2] for at in range(0, 8, 2))
    return f"{digits[:3]} {digits[3:]}" if len(digits) == 6 else digits or number
