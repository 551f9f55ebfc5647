"""Writing what a page says: a draft, from a day on what everybody reads, and then what it once said."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction

from oppvekst.domain.information import models
from oppvekst.domain.information.actions.installing import EDIT
from oppvekst.domain.information.queries.editing import Written, get_page, written, written_in
from oppvekst.domain.information.rules.contents import LANGUAGES, Words
from oppvekst.domain.information.rules.markdown import LONGEST, clean
from oppvekst.ground.access.actor import Actor
from oppvekst.ground.journal.acts import act
from oppvekst.law.calendar import OSLO, in_words, oslo_date
from oppvekst.law.refusals import Incomplete, NotAllowed

TITLE_ROOM, LEAD_ROOM, BODY_ROOM = 160, 400, LONGEST
IN_LANGUAGE = {"nb": "på bokmål", "nn": "på nynorsk", "en": "på engelsk"}


def save_draft(
    slug: str, language: str, words: Words, *, by: Actor, at: datetime, seen: str | None = None
) -> models.PageVersion:
    """Keep what is written so far, for editors alone. ``seen`` is how it stood when the writing began.

    Has somebody else written meanwhile, nothing is written over: the refusal names whom to talk to.
    """
    by.must(EDIT)
    words = checked(words)
    with transaction.atomic():
        page = get_page(by.municipality, slug, lock=True)
        known = written_in(page, _language(language), at=at)
        _nobody_else(known, seen)
        draft = known.draft
        if draft and said(draft) == words:
            return draft
        with act("information.page_drafted", by=by, at=at, right=EDIT) as entry:
            row = _draft(page, language, words, known, by=by, at=at)
            entry.about(page.id, says=f"Skrev kladd til «{words.title}» {IN_LANGUAGE[language]}.", version=str(row.id))
    return row


def restore(slug: str, language: str, number: int, *, by: Actor, at: datetime) -> models.PageVersion:
    """Make a draft of what the page once said. A draft that somebody is writing is not written over."""
    with act("information.page_drafted", by=by, at=at, right=EDIT) as entry:
        page = get_page(by.municipality, slug, lock=True)
        known = written_in(page, _language(language), at=at)
        if known.draft:
            raise NotAllowed(
                f"{_writer(known.draft)} har en kladd her. Publiser den eller kast den først, så ingenting går tapt."
            )
        old = known.numbered(number)
        row = _draft(page, language, said(old), known, by=by, at=at)
        told = f"Hentet fram versjon {number} av «{old.title}» {IN_LANGUAGE[language]} som kladd."
        entry.about(page.id, says=told, version=str(row.id), restored=str(old.id))
    return row


def drop_draft(slug: str, language: str, *, by: Actor, at: datetime, seen: str | None = None) -> None:
    """Throw a draft away. It is kept among the old versions, and can be restored."""
    with act("information.page_drafted", by=by, at=at, right=EDIT) as entry:
        page = get_page(by.municipality, slug, lock=True)
        known = written_in(page, _language(language), at=at)
        _nobody_else(known, seen)
        draft = known.draft
        if draft is None:
            raise NotAllowed("Her er det ingen kladd å kaste.")
        draft.withdrawn_at = at
        draft.save(update_fields=["withdrawn_at"])
        entry.about(page.id, says=f"Kastet kladden til «{draft.title}» {IN_LANGUAGE[language]}.", version=str(draft.id))


def publish(
    slug: str, language: str, *, by: Actor, at: datetime, on: datetime | None = None, seen: str | None = None
) -> models.PageVersion:
    """Let everybody read the draft, now or from a later moment on."""
    with act("information.page_published", by=by, at=at, right=EDIT) as entry:
        page = get_page(by.municipality, slug, lock=True)
        known = written_in(page, _language(language), at=at)
        _nobody_else(known, seen)
        draft = known.draft
        if draft is None:
            raise NotAllowed("Her er det ingen kladd å publisere.")
        checked(said(draft))
        draft.publish_from, draft.reviewed_on = _moment(on, at), oslo_date(at)
        draft.save(update_fields=["publish_from", "reviewed_on"])
        when = f" fra {_day(draft.publish_from)}" if draft.publish_from > at else ""
        told = f"Publiserte «{draft.title}» {IN_LANGUAGE[language]}{when}."
        entry.about(page.id, says=told, version=str(draft.id), publish_from=draft.publish_from.isoformat())
    return draft


def withdraw(slug: str, language: str, number: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Take a published version back: from now on the one before it is read, if there is one.

    What has not been read by anybody yet becomes a draft again.
    """
    if not reason.strip():
        raise Incomplete({"reason": "Skriv hvorfor den trekkes tilbake. Det blir stående i journalen."})
    with act("information.withdrawn", by=by, at=at, right=EDIT) as entry:
        page = get_page(by.municipality, slug, lock=True)
        known = written_in(page, _language(language), at=at)
        version = known.numbered(number)
        if version.publish_from is None or version.withdrawn_at:
            raise NotAllowed("Denne versjonen er ikke publisert.")
        if version.publish_from > at and known.draft is None:
            version.publish_from, version.reviewed_on = None, None
            told = f"Avlyste publiseringen av «{version.title}» {IN_LANGUAGE[language]}: {reason.strip()}"
        else:
            version.withdrawn_at = at
            told = f"Trakk tilbake versjon {number} av «{version.title}» {IN_LANGUAGE[language]}: {reason.strip()}"
        version.save(update_fields=["publish_from", "reviewed_on", "withdrawn_at"])
        entry.about(page.id, says=told, version=str(version.id))


def mark_reviewed(slug: str, *, by: Actor, at: datetime, on: date | None = None) -> None:
    """Somebody has read the page through, in every language it is published in, and it is still right."""
    with act("information.reviewed", by=by, at=at, right=EDIT) as entry:
        page = get_page(by.municipality, slug, lock=True)
        shown = [each.shown for each in written(page, LANGUAGES, at=at).values() if each.shown]
        if not shown:
            raise NotAllowed("Siden er ikke publisert på noe språk, så det er ikke noe å gå gjennom.")
        for version in shown:
            version.reviewed_on = on or oslo_date(at)
            version.save(update_fields=["reviewed_on"])
        told = f"Gikk gjennom «{shown[0].title}» og fant at den fortsatt stemmer."
        entry.about(page.id, says=told, versions=[str(each.id) for each in shown])


def said(version: models.PageVersion) -> Words:
    """What a version says."""
    return Words(version.title, version.lead, version.body)


def checked(words: Words) -> Words:
    """The words without signs that cannot be seen; refused when there is no room for them, or no title."""
    title, lead = (" ".join(clean(each).split()) for each in (words.title, words.lead))
    lacking = {}
    if not title:
        lacking["title"] = "Skriv en overskrift. Bruk gjerne spørsmålet leseren har."
    for name, text, room in (("title", title, TITLE_ROOM), ("lead", lead, LEAD_ROOM), ("body", words.body, BODY_ROOM)):
        if len(text) > room:
            lacking[name] = f"Det er plass til {room} tegn, og du har skrevet {len(text)}. Kort ned teksten."
    if lacking:
        raise Incomplete(lacking)
    return Words(title, lead, clean(words.body).strip())


def _draft(
    page: models.Page, language: str, words: Words, known: Written, *, by: Actor, at: datetime
) -> models.PageVersion:
    row = known.draft or models.PageVersion(
        municipality_id=by.municipality, page=page, language=language,
        number=max((each.number for each in known.versions), default=0) + 1,
    )  # fmt: skip
    row.title, row.lead, row.body = words.title, words.lead, words.body
    row.written_at, row.written_by, row.writer_name = at, by.staff_id, by.name
    if row._state.adding:
        _add(row)
    else:
        row.save(update_fields=["title", "lead", "body", "written_at", "written_by", "writer_name"])
    return row


def _add(row: models.PageVersion) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as taken:
        raise NotAllowed("En kollega begynte på en kladd i samme øyeblikk. Prøv en gang til.") from taken


def _nobody_else(known: Written, seen: str | None) -> None:
    if seen is None or seen == known.stand:
        return
    newest = known.draft or next(iter(known.history), None)
    raise NotAllowed(
        f"{_writer(newest)} lagret noe her mens du skrev. Teksten din står her ennå. "
        "Se over begge to, og lagre på nytt hvis din fortsatt skal gjelde."
    )


def _writer(version: models.PageVersion | None) -> str:
    return (version.writer_name if version else "") or "En kollega"


def _moment(on: datetime | None, at: datetime) -> datetime:
    if on is not None and on < at:
        raise Incomplete({"on": "Tidspunktet har vært. Velg et senere, eller publiser med en gang."})
    return on or at


def _language(language: str) -> str:
    if language not in LANGUAGES:
        raise Incomplete({"language": "Velg bokmål, nynorsk eller engelsk."})
    return language


def _day(moment: datetime) -> str:
    local = moment.astimezone(OSLO)
    return f"{in_words(local.date())} klokka {local:%H.%M}"
