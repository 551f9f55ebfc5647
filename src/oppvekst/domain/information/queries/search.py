"""The site's own search: it knows the endings of words, forgives spelling, and keeps nothing of what was asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from oppvekst.domain.information.queries.languages import BOKMAAL
from oppvekst.domain.information.rules import doors, synonyms
from oppvekst.domain.information.rules.saying import Say, as_written

MOST = 20
SHORTEST_BEGINNING = 4

# Everything that can be found, as its searcher may read it (the policies decide), weighed word by word. A word counts
# when an ending, a beginning or a synonym of it is there; a long word also when a word much like it is: in the title or
# the lead, and where nothing else is found, in the text (``deep``), which takes longer.
FIND = """
with shown as (
  select distinct on (version.page_id)
         page.slug, page.kind, page.audience, page.under, version.language, version.title, version.lead, version.body
    from information_pageversion as version join information_page as page on page.id = version.page_id
   where version.municipality_id = %(municipality)s and version.language in (%(language)s, 'nb')
     and version.publish_from <= now() and version.withdrawn_at is null and not page.archived
     and (page.shown_until is null or page.shown_until >= (now() at time zone 'Europe/Oslo')::date)
     and page.kind <> 'piece'
   order by version.page_id, version.language = %(language)s desc, version.publish_from desc, version.number desc
), found as (
  select slug, kind, audience, under, language, title, lead, body from shown
  union all
  select 'kontakt', 'place', 'everybody', '', %(language)s,
         coalesce(other_languages -> %(language)s ->> 'name', name),
         coalesce(other_languages -> %(language)s ->> 'about', about), concat_ws(' ', phone, address, hours)
    from information_contactpoint where municipality_id = %(municipality)s and published
  union all
  select slug, kind, 'everybody', '', %(language)s, title, lead, body
    from unnest(%(slugs)s::text[], %(kinds)s::text[], %(titles)s::text[], %(leads)s::text[], %(words)s::text[])
         as door (slug, kind, title, lead, body)
), weighed as (
  select *, setweight(to_tsvector(config, title || ' ' || replace(slug, '-', ' ')), 'A')
            || setweight(to_tsvector(config, lead), 'B') || setweight(to_tsvector(config, body), 'D') as vector
    from found,
         lateral (select case language when 'en' then 'english' else 'norwegian' end::regconfig as config) as spoken
), scored as (
  select slug, kind, audience, under, language, title, lead, count(*) filter (where score > 0) as words,
         sum(score) * case when kind in ('place', 'form') then .7 when kind in ('question', 'news') then .9 else 1 end
           as score
    from weighed, lateral (
      select greatest(
        case when numnode(query) > 0 and vector @@ query then 1 + 4 * ts_rank(vector, query) else 0 end,
        case when likeness >= %(nearly)s then likeness else 0 end) as score
        from unnest(%(asked)s::text[], %(queries)s::text[]) as token (word, query_text),
             lateral (select to_tsquery(config, query_text) as query) as asking,
             lateral (select case when length(word) >= %(long)s and numnode(query) > 0
                        then greatest(strict_word_similarity(word, title), .9 * strict_word_similarity(word, lead),
                                      case when %(deep)s then .8 * strict_word_similarity(word, body) else 0 end)
                        else 0 end as likeness) as alike
    ) as each
   group by slug, kind, audience, under, language, title, lead
)
select slug, kind, audience, under, language, title, lead from scored
 where score > 0 order by words desc, score desc, title limit %(most)s
"""
NEARLY, LONG = 0.45, 5
DOOR, FORM = "door", "form"
FOUND = ("slug", "kind", "audience", "under", "language", "title", "lead")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something that was found. A ``door`` or ``form`` is a fixed page; a ``place`` stands among the contact points."""

    slug: str
    kind: str
    audience: str
    under: str
    language: str
    title: str
    lead: str


def search(
    municipality: int,
    language: str,
    words: str,
    *,
    say: Say = as_written,
    is_open: Callable[[doors.Door], bool] = lambda door: True,
) -> list[Hit]:
    """What is found for these words among what the public may read, the best first; nothing for no words."""
    asked = synonyms.words(words)
    if not asked:
        return []
    about = {
        "municipality": municipality, "language": language or BOKMAAL, "asked": asked, "most": MOST,
        "queries": [_either(word, *_stems(word), *synonyms.also(word)) for word in asked], "nearly": NEARLY, "long": LONG,
        **_columns([door for door in doors.DOORS if is_open(door)], say),
    }  # fmt: skip
    return _find({**about, "deep": False}) or _find({**about, "deep": True})


def _find(about: dict[str, Any]) -> list[Hit]:
    with connection.cursor() as cursor:
        cursor.execute(FIND, about)
        return [Hit(**dict(zip(FOUND, row, strict=True))) for row in cursor.fetchall()]


def _stems(word: str) -> list[str]:
    """PostgreSQL knows most endings, but takes «hjemmet» and «hjem» for two words."""
    return [stem for stem in synonyms.without_endings(word) if len(stem) >= LONG]


def _either(*words: str) -> str:
    """Any of the words, or a word that begins so. Words are letters and digits only, so nothing needs to be quoted."""
    alone = [" & ".join(_beginning(part) for part in re.findall(r"[^\W_]+", word)) for word in words]
    return " | ".join(f"({each})" for each in alone)


def _beginning(word: str) -> str:
    return f"{word}:*" if len(word) >= SHORTEST_BEGINNING else word


def _columns(found: Iterable[doors.Door], say: Say) -> dict[str, list[Any]]:
    listed = list(found)
    return {
        "slugs": [door.name for door in listed],
        "kinds": [DOOR if door.listed else FORM for door in listed],
        "titles": [say(door.title) for door in listed],
        "leads": [say(door.about) if door.about else "" for door in listed],
        "words": [door.words for door in listed],
    }
