"""Template tags of the house. Load with `{% load house %}`."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms, template
from django.conf import settings
from django.core.paginator import Page
from django.template import Context
from django.templatetags.static import static
from django.urls import translate_url
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi, gettext, ngettext

from oppvekst.ground.web import further, words
from oppvekst.ground.web.states import SOON, LimitState, limit_state

register = template.Library()
NO_BREAK = "\N{NO-BREAK SPACE}"


def _get(item: Any, name: str, default: Any = None) -> Any:
    return item.get(name, default) if isinstance(item, Mapping) else getattr(item, name, default)


def _today(context: Context, today: dt.date | None) -> dt.date:
    known = today or context.get("today")
    if not isinstance(known, dt.date):
        raise template.TemplateSyntaxError("Malen trenger «today» i konteksten eller som argument.")
    return known


@register.simple_tag
def icon(name: str, label: str = "", css: str = "") -> SafeString:
    """One icon of the sprite. Without `label` it is decoration beside a word."""
    voice = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html(
        '<svg class="op-icon{}" {}><use href="{}#{}"/></svg>',
        f" {css}" if css else "",
        voice,
        static("icons.svg"),
        name,
    )


# Limits ----------------------------------------------------------------------------------------------------


def limit_context(
    due: dt.date | dt.datetime | None,
    *,
    today: dt.date,
    law: Any = "",
    steps: Iterable[Any] = (),
    kept_on: dt.date | None = None,
    soon: int = SOON,
    why: str = "",
    lead: str = "",
) -> dict[str, Any]:
    """What `web/_state.html` needs."""
    day = words.as_day(due) if due else None
    state: LimitState = limit_state(day, today=today, kept_on=kept_on, soon=soon)
    counted = [str(step) for step in steps]
    return {
        "state": state,
        "lead": lead,
        "due": day,
        "when": words.day_in_words(day, today=today) if day else "",
        "law": law_short(law),
        "steps": counted,
        "hover": why or " ".join(counted),
    }


@register.inclusion_tag("web/_state.html", takes_context=True)
def state(
    context: Context, due: dt.date | dt.datetime | None, today: dt.date | None = None, **about: Any
) -> dict[str, Any]:
    """How a limit stands: `{% state due law=… steps=… kept_on=… soon=7 why="" lead="" %}`."""
    return limit_context(due, today=_today(context, today), **about)


@register.inclusion_tag("web/_state.html", takes_context=True)
def limit(context: Context, item: Any, today: dt.date | None = None, lead: str = "") -> dict[str, Any]:
    """The same from one object with `due` and perhaps `law`, `steps`, `kept_on`, `soon`, `why`; or a `Due`."""
    known = {name: _get(item, name) for name in ("law", "steps", "kept_on", "soon", "why")}
    known["law"] = known["law"] or _get(_get(item, "rule"), "citation")
    about = {name: value for name, value in known.items() if value}
    return limit_context(_get(item, "due"), today=_today(context, today), lead=lead, **about)


@register.simple_tag
def state_word(colour: str, icon_name: str, word: str) -> SafeString:
    """A free state: icon and word in one of the meanings danger, warning, success, neutral."""
    return format_html('<span class="op-state" data-color="{}">{}{}</span>', colour, icon(icon_name), word)


# Words ----------------------------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def day(context: Context, value: dt.date | dt.datetime | None, today: dt.date | None = None) -> SafeString | str:
    """`<time>` with the day in words, exact on hover."""
    if value is None:
        return ""
    known = words.as_day(value)
    text = words.day_in_words(known, today=today or context.get("today"))
    return format_html('<time datetime="{}" title="{}">{}</time>', known.isoformat(), f"{known:%d.%m.%Y}", text)


@register.simple_tag(takes_context=True)
def moment(context: Context, value: dt.datetime | None, today: dt.date | None = None) -> SafeString | str:
    """`<time>` with day and clock in words, in Oslo."""
    if value is None:
        return ""
    local = value.astimezone(words.OSLO) if value.tzinfo else value
    text = words.moment_in_words(local, today=today or context.get("today"))
    return format_html('<time datetime="{}" title="{}">{}</time>', local.isoformat(), f"{local:%d.%m.%Y %H.%M}", text)


@register.filter(name="law")
def law_short(citation: Any) -> str:
    """A citation as the desk reads it: the act goes without saying, sign and number stay on one line."""
    spoken = getattr(citation, "words", None)
    text = spoken() if callable(spoken) else str(citation or "")
    short = text.removeprefix("barnevernsloven ").removeprefix("bvl ")
    return short.replace("§ ", f"§{NO_BREAK}").replace(" (", f"{NO_BREAK}(")


@register.simple_tag
def law(citation: Any) -> SafeString | str:
    """A citation in small type."""
    return format_html('<span class="op-law">{}</span>', law_short(citation)) if citation else ""


@register.simple_tag
def phone(number: str, css: str = "op-num") -> SafeString | str:
    """A phone number as a link that calls."""
    if not number:
        return ""
    target = "".join(sign for sign in str(number) if sign.isdigit() or sign == "+")
    # In a text that runs from the right, the groups of a number would else change places.
    way = SafeString(' dir="ltr"') if get_language_bidi() else ""
    return format_html('<a class="{}" href="tel:{}"{}>{}</a>', css, target, way, words.phone_in_groups(str(number)))


@register.filter
def phone_groups(number: str) -> str:
    return words.phone_in_groups(str(number or ""))


@register.filter
def alert_colour(level: str) -> str:
    """The colour of an alert for a level of Django's messages."""
    return {"error": "danger", "debug": "neutral"}.get(level, level or "info")


@register.filter
def number_word(number: int) -> str:
    return words.number_in_words(number)


@register.filter
def age(born: dt.date | None, today: dt.date) -> str:
    return words.age_in_words(born, today=today) if born else ""


@register.filter
def initials(name: str) -> str:
    parts = str(name or "").split()
    return (parts[0][:1] + parts[-1][:1]).upper() if len(parts) > 1 else str(name or "")[:2].upper()


# Forms ----------------------------------------------------------------------------------------------------


@register.inclusion_tag("web/_errors.html")
def errors(*found: Any, title: str = "") -> dict[str, Any]:
    """Error summary over the whole page, of one or more forms or form sets."""
    items = [item for form in found if form for item in _form_errors(form)]
    return {"items": items, "title": title or error_title(len(items))}


def error_title(count: int) -> str:
    number = words.number_in_words(count).capitalize()
    pattern = ngettext(
        "%(number)s ting må rettes før du går videre", "%(number)s ting må rettes før du går videre", count
    )
    return pattern % {"number": number}


def _form_errors(form: Any) -> list[dict[str, str]]:
    if not isinstance(form, forms.BaseForm):
        own = [{"text": str(text), "target": ""} for text in form.non_form_errors()]
        return own + [item for one in form.forms for item in _form_errors(one)]
    whole = [{"text": str(text), "target": ""} for text in form.non_field_errors()]
    fields = [bound for bound in form if bound.errors]
    return whole + [
        {"text": str(text), "target": getattr(bound, "error_target", bound.id_for_label)}
        for bound in fields
        for text in bound.errors
    ]


# Lists ----------------------------------------------------------------------------------------------------


@register.inclusion_tag("web/_pagination.html", takes_context=True)
def pagination(context: Context, page: "Page[Any]") -> dict[str, Any]:
    """Numbered pages (`?side=2`) that keep the filter in the address."""
    spread = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    numbers = [number if isinstance(number, int) else None for number in spread]
    return {"page": page, "numbers": numbers, "request": context.get("request")}


@register.simple_tag
def count_words(page: "Page[Any]") -> str:
    """«Viser 1 til 50 av 132»."""
    if not page.paginator.count:
        return gettext("Ingen treff")
    shown = {"first": page.start_index(), "last": page.end_index(), "all": page.paginator.count}
    return gettext("Viser %(first)d til %(last)d av %(all)d") % shown


@register.simple_tag(takes_context=True)
def languages(context: Context) -> list[tuple[str, str]]:
    """The languages that this municipality offers, with the code and its own name."""
    board = context.get("municipality")
    return list(getattr(board, "spoken", ())) or [(code, str(name)) for code, name in settings.LANGUAGES]


@register.simple_tag(takes_context=True)
def further_languages(context: Context) -> list[tuple[str, str]]:
    """The further languages in which this very page can be read."""
    request = context.get("request")
    return further.offered(further.without_language(request.path_info)) if request else []


@register.simple_tag(takes_context=True)
def same_page(context: Context, language: str) -> str:
    """The address of this very page in another language."""
    return str(translate_url(context["request"].get_full_path(), language))


@register.simple_tag
def houses(filled: int, of: int = 20) -> SafeString:
    """Small houses that show a share; the sentence beside them says the same."""
    marks = (("on" if at < filled else "off", at * 21 + 1) for at in range(of))
    return format_html_join("", '<use href="#op-house" class="{}" x="{}" y="4"/>', marks)
