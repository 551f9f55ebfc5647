"""One meeting: who is asked to it and what they are told, what the child wants, the minutes in parts, who does what."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, of_case
from oppvekst.domain.meetings.models.group import IN_THE_CASE, Group, Member, _OfCase
from oppvekst.domain.people.models import Person
from oppvekst.ground.database.logins import MYPAGE
from oppvekst.ground.database.policies import Pair, Policy

MEETING_CHANGES = (
    "starts_at", "ends_at", "place", "place_tells", "video_link", "agenda", "state", "sequence", "held_on", "approved_at",
    "cancelled_words",
)  # fmt: skip
PART_CHANGES = ("text", "for_child", "written_by", "written_by_name", "written_at")
# What My page may read: what was sent to this person, and nothing of the case it hangs on.
OWN_INVITATION = ("id", "municipality_id", "told", "sent_at", "uid", "sequence")
OWN_MINUTES = ("id", "municipality_id", "title", "told", "shown_from")
# Nothing while all is held back from the parents, nor to a parent who for safety is not told (bvl §§ 12-2, 12-6).
MINE_NOW = "person_id = (select access.visitor()) and case_id = any ((select access.shared_cases())::uuid[])"


class Meeting(_OfCase):
    """A meeting with its time and place. In calendars outside it is «Møte», and nothing more."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, models.PROTECT, related_name="meetings")
    starts_at = models.DateTimeField("begynner")
    ends_at = models.DateTimeField("slutter")
    place = models.TextField("sted")
    place_tells = models.BooleanField("stedet røper hvem en møter", default=False)
    video_link = models.TextField("lenke til videomøte", blank=True)
    agenda = models.TextField("hva vi skal snakke om", blank=True)
    state = models.TextField("tilstand", default="planned")
    # How many times a calendar has been told something new of it.
    sequence = models.IntegerField("endring nummer", default=0)
    held_on = models.DateField("holdt", null=True, blank=True)
    approved_at = models.DateTimeField("referatet godkjent", null=True, blank=True)
    cancelled_words = models.TextField("hvorfor avlyst", blank=True)
    opened_by = models.UUIDField("planlagt av")
    opened_at = models.DateTimeField("planlagt")

    class Meta:
        verbose_name = "møte"
        verbose_name_plural = "møter"
        db_table_comment = "Møte om et barn, fra det er planlagt til referatet er godkjent (bvl § 12-4)"
        constraints = of_case("meeting", change=MEETING_CHANGES, child_of="group")

    def __str__(self) -> str:
        return "møte"


class Invitation(_OfCase):
    """One member asked to one meeting: what was told, whether it was stopped and why, who came, and who approved the minutes."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="invitations")
    member = models.ForeignKey(Member, models.PROTECT, related_name="invitations")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    # A random name of its own in each calendar: two receivers cannot see by it that it is the same meeting.
    uid = models.UUIDField("navn i kalenderen", default=uuid4, editable=False)
    sequence = models.IntegerField("endring nummer", default=0)
    themes = models.JSONField("hva en fikk vite om", default=list)
    told = models.JSONField("hva som står", default=dict)
    sent_at = models.DateTimeField("sendt", null=True, blank=True)
    stopped = models.TextField("hvorfor stanset", blank=True)
    answer = models.TextField("svar", blank=True)
    attended = models.BooleanField("var der", null=True, blank=True)
    approved_on = models.DateField("godkjente referatet", null=True, blank=True)
    remark = models.TextField("merknad til referatet", blank=True)

    class Meta:
        verbose_name = "invitasjon"
        verbose_name_plural = "invitasjoner"
        db_table_comment = "Hvem som er invitert til et møte, hva de fikk vite, og om de var der"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="invitation_once"),
            *of_case(
                "meeting_invitation", child_of="meeting", add=IN_THE_CASE,
                change=("sequence", "themes", "told", "sent_at", "stopped", "answer", "attended", "approved_on", "remark"),
            ),
            Pair(name="meeting_invitation_of_member", parent="member", share="case"),
            Pair(name="meeting_invitation_person_same_municipality", parent="person"),
            Policy(
                name="meeting_invitation_own", to=(MYPAGE,), command="select", columns=OWN_INVITATION,
                using=f"{MINE_NOW} and sent_at is not null",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return "invitasjon"


class ChildWish(_OfCase):
    """What the child wants raised, and whether it comes: in the child's words, asked each time (bvl § 1-4)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="wishes")
    asked_on = models.DateField("spurt")
    words = models.TextField("hva barnet vil ta opp", blank=True)
    comes = models.TextField("vil barnet komme?")
    by_whom = models.TextField("hvem som sier det for barnet", blank=True)
    noted_by = models.UUIDField("ført av")
    noted_by_name = models.TextField("ført av")

    class Meta:
        verbose_name = "barnets ønske"
        verbose_name_plural = "barnets ønsker"
        db_table_comment = "Hva barnet vil ta opp i et møte, og om det vil komme (bvl § 1-4)"
        constraints = of_case("meeting_wish", child_of="meeting")

    def __str__(self) -> str:
        return self.words


class Part(_OfCase):
    """One part of the minutes, by theme: each reader gets the parts that consent covers."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="parts")
    theme = models.TextField("tema")
    text = models.TextField("hva som ble sagt")
    for_child = models.BooleanField("barnet får lese", default=False)
    written_by = models.UUIDField("skrevet av")
    written_by_name = models.TextField("skrevet av")
    written_at = models.DateTimeField("skrevet")

    class Meta:
        verbose_name = "del av referat"
        verbose_name_plural = "deler av referat"
        db_table_comment = "Referat fra et møte, delt etter tema (bvl § 12-4)"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "theme"], name="one_part_a_theme"),
            *of_case(
                "meeting_part", child_of="meeting",
                change=PART_CHANGES,
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.text


class Task(_OfCase):
    """Something one of them took on: who, what, by when, and when it was done (bvl § 15-8)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="tasks")
    member = models.ForeignKey(Member, models.PROTECT, related_name="tasks")
    theme = models.TextField("tema")
    text = models.TextField("hva som skal gjøres")
    due_on = models.DateField("innen", null=True, blank=True)
    for_child = models.BooleanField("barnet får lese", default=True)
    done_on = models.DateField("gjort", null=True, blank=True)
    done_words = models.TextField("hvordan det gikk", blank=True)
    dropped = models.BooleanField("tatt bort", default=False)
    set_by = models.UUIDField("ført av")
    set_at = models.DateTimeField("ført")

    class Meta:
        verbose_name = "delansvar"
        verbose_name_plural = "delansvar"
        db_table_comment = "Hvem som skal gjøre hva etter et møte (bvl § 15-8)"
        constraints = [
            *of_case("meeting_task", child_of="meeting", change=("due_on", "done_on", "done_words", "dropped")),
            Pair(name="meeting_task_of_member", parent="member", share="case"),
        ]

    def __str__(self) -> str:
        return self.text


class Minutes(_OfCase):
    """What one member was given of approved minutes, kept as it was given: a later withdrawal does not change the past."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="given")
    member = models.ForeignKey(Member, models.PROTECT, related_name="given")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    title = models.TextField("tittel")
    themes = models.JSONField("temaer", default=list)
    told = models.JSONField("hva som står", default=dict)
    given_on = models.DateField("gitt")
    shown_from = models.DateTimeField("på Min side fra", null=True, blank=True)

    class Meta:
        verbose_name = "utdelt referat"
        verbose_name_plural = "utdelte referater"
        db_table_comment = "Den delen av et referat som én deltaker fikk, slik den ble gitt"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="minutes_once"),
            *of_case("meeting_minutes", child_of="meeting", change=("shown_from",), add=IN_THE_CASE),
            Pair(name="meeting_minutes_of_member", parent="member", share="case"),
            Pair(name="meeting_minutes_person_same_municipality", parent="person"),
            Policy(
                name="meeting_minutes_own", to=(MYPAGE,), command="select", columns=OWN_MINUTES,
                using=f"{MINE_NOW} and shown_from is not null",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title
