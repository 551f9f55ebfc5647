"""What the rooms after the case tell of it: each later room adds its chapter here, in the order of the law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from oppvekst.domain.cases.desk.chapters import Chapter, Fact, Missing, Telling
from oppvekst.domain.cases.queries import get_case
from oppvekst.domain.concerns import queries as concerns
from oppvekst.domain.concerns.desk import spoken
from oppvekst.domain.decisions.models import Appeal, Decision
from oppvekst.domain.decisions.queries import Standing, appeals_of_case, standings
from oppvekst.domain.decisions.queries import of_case as decisions_of_case
from oppvekst.domain.decisions.rules import MACHINE, STANDING, WRITABLE
from oppvekst.domain.decisions.rules.appeal.life import MACHINE as APPEAL
from oppvekst.domain.investigations.desk.voice import spoken as spoken_voice
from oppvekst.domain.investigations.models import Investigation
from oppvekst.domain.investigations.queries import of_case as investigations_of_case
from oppvekst.domain.investigations.queries import voice_of_case
from oppvekst.domain.investigations.rules import TALK
from oppvekst.domain.measures.models import Measure
from oppvekst.domain.measures.queries import of_case as measures_of_case
from oppvekst.domain.measures.rules import ACTIVE
from oppvekst.ground.web.frame import known
from oppvekst.ground.web.words import day_in_words
from oppvekst.law.calendar import oslo_date


def concern_chapter(case_id: UUID, today: date) -> Chapter:
    """Every concern about the child: where it came from, and what became of it."""
    return Chapter(
        facts=tuple(
            Fact(
                at=oslo_date(concern.received_at), what=f"{spoken.title(concern)}: {spoken.state_title(concern)}",
                lane="concern", source=f"{concern.number}, {concern.enquiry.get_channel_display()}",
                href=known("concern", concern.id),
            )
            for concern in concerns.of_case(case_id)
        )
    )  # fmt: skip


def investigation_chapter(case_id: UUID, today: date) -> Chapter:
    """Every investigation, how the open one stands, and whether it has its plan."""
    found = list(investigations_of_case(case_id))
    running = next((one for one in found if one.concluded_on is None), None)
    return Chapter(
        facts=tuple(fact for one in found for fact in _facts(one)),
        standing=_standing(running, today) if running else "",
        missing=tuple(_missing(running)) if running else (),
    )


def decision_chapter(case_id: UUID, today: date) -> Chapter:
    """Every decision that stands, and the drafts; what the child's legal position is, in a sentence."""
    found = list(decisions_of_case(case_id))
    standing = [one for one in found if one.state in STANDING]
    return Chapter(
        facts=tuple(_decided(one) for one in found if one.signed_at),
        standing=_position(standing, today),
        missing=tuple(
            Missing(
                title=one.title, note=MACHINE.state(one.state).title.capitalize(), href=known("decision", one.id),
                act=_("Åpne"), word=_("Vedtak:"), colour="neutral", icon="file-text",
            )
            for one in found
            if one.state in WRITABLE
        ),
    )  # fmt: skip


def _decided(one: Decision) -> Fact:
    assert one.signed_at
    state = MACHINE.state(one.state).title
    return Fact(
        at=oslo_date(one.signed_at), what=f"{one.title} ({state})", lane="decision", short=gettext("Vedtak"),
        source=f"{one.signed_by_name}, {one.signed_as}", href=known("decision", one.id),
    )  # fmt: skip


def _position(standing: list[Decision], today: date) -> str:
    """What is decided and in force: the newest first, or that nothing is."""
    running = [one for one in standing if one.ends_on is None or one.ends_on >= today]
    if not running:
        return gettext("Ingen vedtak.") if not standing else gettext("Ingen vedtak som gjelder nå.")
    day = day_in_words(oslo_date(running[0].signed_at), today=today)  # type: ignore[arg-type]
    return gettext("%(what)s, vedtak %(day)s.") % {"what": running[0].title, "day": day}


def voice_chapter(case_id: UUID, today: date) -> Chapter:
    """The child's voice: every talk, and what is missing of it, in the investigation that runs if one does."""
    running = investigations_of_case(case_id).filter(concluded_on=None).first()
    found = voice_of_case(case_id, investigation=running.id if running else None)
    told = spoken_voice(found, case_id, today=today, investigation=running.id if running else None)
    return Chapter(
        facts=tuple(
            Fact(
                at=oslo_date(talk.held_at), what=f"Samtale med barnet: {TALK.state(talk.state).title}", lane="talk",
                short="Samtale", source=talk.written_by_name, href=known("child-talk", talk.id),
            )
            for talk in found.talks
        ),
        voice=told, missing=told.missing[:1] if running or found.talks else (),
    )  # fmt: skip


def consent_chapter(case_id: UUID, today: date) -> Chapter:
    """What everybody has been asked about and answered, and whose yes is missing."""
    found = standings(get_case(case_id), today=today)
    return Chapter(
        facts=tuple(fact for one in found for fact in _answers(one)),
        missing=tuple(
            Missing(
                title=f"Samtykke: {one.text.get_kind_display().lower()}", note=" ".join(lack.sentence for lack in one.missing),
                word=_("Mangler:"), href=known("consent", one.text.id), act=_("Se hvem"),
            )
            for one in found if one.text.closed_at is None and one.missing
        ),
    )  # fmt: skip


def appeal_chapter(case_id: UUID, today: date) -> Chapter:
    """Every appeal: when it came, when it was sent on, and what was decided; and that one is waiting for us."""
    found = list(appeals_of_case(case_id))
    waiting = [one for one in found if one.closed_on is None]
    return Chapter(
        facts=tuple(fact for one in found for fact in _appealed(one)),
        missing=tuple(
            Missing(
                title=f"Klage på {one.decision.title}", note=APPEAL.state(one.state).title.capitalize(),
                href=known("appeal", one.id), act=_("Åpne"), word=_("Klage:"), colour="neutral", icon="file-text",
            )
            for one in waiting
        ),
    )  # fmt: skip


def _appealed(one: Appeal) -> Iterator[Fact]:
    href, title = known("appeal", one.id), one.decision.title
    yield Fact(
        at=oslo_date(one.received_at), what=f"Klage på {title} fra {one.name}", lane="appeal", short=gettext("Klage"),
        source=one.get_channel_display(), href=href,
    )  # fmt: skip
    if one.sent_at:
        yield Fact(
            at=oslo_date(one.sent_at), what=f"Klagen ble sendt til {one.get_body_display()}", lane="appeal", href=href
        )
    if one.outcome_on:
        told = f"{one.get_outcome_display()} av {one.get_body_display()}"
        yield Fact(at=one.outcome_on, what=told, lane="appeal", source="fvl § 34", href=href)


def measure_chapter(case_id: UUID, today: date) -> Chapter:
    """Every measure that began, and what help the child has now."""
    found = list(measures_of_case(case_id))
    running = [one for one in found if one.state in ACTIVE]
    return Chapter(
        facts=tuple(_helped(one) for one in found if one.started_on), standing=_help_now(running),
        missing=tuple(
            Missing(
                title=one.title, note=_("Samtykket er falt. Vurder i dag hva som nå er riktig"), href=known("measure", one.id),
                act=_("Åpne"), word=_("Tiltak:"),
            )
            for one in running if one.consent_fell_at
        ),
    )  # fmt: skip


def _helped(one: Measure) -> Fact:
    assert one.started_on
    return Fact(
        at=one.started_on, until=one.ended_on, what=one.title, lane="measure", running=one.ended_on is None, short=one.title,
        source=one.provider_name, href=known("measure", one.id),
    )  # fmt: skip


def _help_now(running: list[Measure]) -> str:
    if not running:
        return ""
    return gettext("Hjelp nå: %(what)s.") % {"what": ", ".join(one.title for one in reversed(running))}


TELLINGS: tuple[Telling, ...] = (
    concern_chapter,
    decision_chapter,
    measure_chapter,
    appeal_chapter,
    investigation_chapter,
    voice_chapter,
    consent_chapter,
)


def _answers(one: Standing) -> Iterator[Fact]:
    for answer in one.answers.values():
        if answer.text_id == one.text.id:
            what = (
                f"Samtykke til {one.text.get_kind_display().lower()}: {answer.get_said_display()}, {answer.person.name}"
            )
            source = f"{answer.get_form_display().capitalize()}, {answer.noted_by_name}"
            yield Fact(
                at=oslo_date(answer.said_at), what=what, lane="case", source=source, href=known("consent", one.text.id)
            )


def _facts(one: Investigation) -> Iterator[Fact]:
    href = known("investigation", one.id)
    ended = gettext("Undersøkelse") if one.concluded_on else gettext("Undersøkelse som pågår")
    yield Fact(
        at=one.opened_on, until=one.concluded_on, what=ended, lane="investigation", running=one.concluded_on is None,
        short=gettext("Undersøkelse"), source="§ 2-2", href=href,
    )  # fmt: skip
    if one.extension_decided_on and one.extended_to:
        told = gettext("Undersøkelsen ble utvidet til %(day)s") % {"day": day_in_words(one.extended_to)}
        yield Fact(at=one.extension_decided_on, what=told, lane="decision", source=one.extension_reasons, href=href)


def _standing(one: Investigation, today: date) -> str:
    return gettext("Undersøkelse pågår siden %(day)s.") % {"day": day_in_words(one.opened_on, today=today)}


def _missing(one: Investigation) -> Iterator[Missing]:
    lacking = _("Mangler:")
    if one.plan_saved_at is None:
        href = known("investigation-plan", one.id)
        yield Missing(
            title=_("Undersøkelsesplan"),
            note=_("Lages når den starter, § 2-2"),
            word=lacking,
            href=href,
            act=_("Lag plan"),
        )
