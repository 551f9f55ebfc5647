"""A party's access to the file: what was asked for, what is withheld and why, the copy, and what was given to whom."""

from __future__ import annotations

from django.db import models

from oppvekst.domain.cases.models.case import Case, Party, _OfCase, of_case
from oppvekst.domain.cases.models.documents import Document
from oppvekst.ground.database.policies import Pair


class FileRequest(_OfCase):
    """Somebody asks to see the file (bvl § 12-6; fvl §§ 18-21). What is decided is decided for this request alone."""

    class Channel(models.TextChoices):
        LETTER = "letter", "i brev"
        MEETING = "meeting", "i et møte"
        PHONE = "phone", "på telefon"
        DIGITAL = "digital", "digitalt"

    case = models.ForeignKey(Case, models.PROTECT, related_name="file_requests")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+", verbose_name="part")
    representative = models.TextField("representant", blank=True)
    representative_is = models.TextField("representantens stilling", blank=True)
    asked_on = models.DateField("bedt om")
    channel = models.TextField("hvordan", choices=Channel.choices)
    wanted = models.TextField("hva")
    written_by_name = models.TextField("registrert av")
    written_at = models.DateTimeField("registrert")
    answered_at = models.DateTimeField("besvart", null=True, blank=True)
    answered_by_name = models.TextField("besvart av", blank=True)

    class Meta:
        verbose_name = "krav om innsyn"
        verbose_name_plural = "krav om innsyn"
        db_table_comment = "Krav fra en part om å se sakens dokumenter (bvl § 12-6)"
        indexes = [models.Index(fields=["case", "asked_on"], name="file_request_of_case")]
        constraints = of_case("file_request", change=("answered_at", "answered_by_name"), child_of="party")

    def __str__(self) -> str:
        return self.wanted


class Rendition(_OfCase):
    """One document in one request: given whole, given in part, or refused. Never carried over to another purpose."""

    class Outcome(models.TextChoices):
        WHOLE = "whole", "gis helt"
        PART = "part", "gis delvis"
        REFUSED = "refused", "avslås"

    case = models.ForeignKey(Case, models.PROTECT, related_name="renditions")
    request = models.ForeignKey(FileRequest, models.PROTECT, related_name="renditions")
    document = models.ForeignKey(Document, models.PROTECT, related_name="renditions")
    outcome = models.TextField("utfall", choices=Outcome.choices, blank=True)
    ground = models.TextField("hjemmel", blank=True)
    reasons = models.TextField("begrunnelse", blank=True)
    decided_at = models.DateTimeField("bestemt", null=True, blank=True)
    decided_by_name = models.TextField("bestemt av", blank=True)
    # What the party is told it is: a file's own name may tell what is withheld.
    called = models.TextField("omtalt som", blank=True)
    address = models.TextField("utgavens avtrykk", blank=True)
    size = models.BigIntegerField("størrelse", default=0)

    class Meta:
        verbose_name = "utgave"
        verbose_name_plural = "utgaver"
        db_table_comment = "Ett dokument slik én part får det etter ett krav"
        constraints = [
            models.UniqueConstraint(fields=["request", "document"], name="rendition_once"),
            *of_case(
                "rendition",
                change=("outcome", "ground", "reasons", "decided_at", "decided_by_name", "called", "address", "size"),
                child_of="request",
            ),
            Pair(name="rendition_of_document", parent="document", share="case"),
        ]

    def __str__(self) -> str:
        return self.get_outcome_display()

    @property
    def told(self) -> str:
        """The name the party is told."""
        return self.called or self.document.title


class Mark(_OfCase):
    """Something a party may not see, with its ground: words wherever they stand, a frame on a page, or a whole page."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="marks")
    rendition = models.ForeignKey(Rendition, models.PROTECT, related_name="marks")
    words = models.TextField("ord", blank=True)
    page = models.IntegerField("side", null=True, blank=True)
    # Parts of the page's width and height from its upper left corner; none of them is the whole page.
    x0 = models.FloatField("venstre", null=True, blank=True)
    y0 = models.FloatField("øverst", null=True, blank=True)
    x1 = models.FloatField("høyre", null=True, blank=True)
    y1 = models.FloatField("nederst", null=True, blank=True)
    ground = models.TextField("hjemmel")
    reasons = models.TextField("begrunnelse")
    written_by_name = models.TextField("merket av")
    written_at = models.DateTimeField("merket")
    removed_at = models.DateTimeField("tatt bort", null=True, blank=True)

    class Meta:
        verbose_name = "unntak fra innsyn"
        verbose_name_plural = "unntak fra innsyn"
        db_table_comment = "Opplysning som en part ikke får se, med hjemmel"
        indexes = [models.Index(fields=["rendition", "written_at"], name="mark_of_rendition")]
        constraints = of_case("mark", change=("removed_at",), child_of="rendition")

    def __str__(self) -> str:
        return self.words or f"side {(self.page or 0) + 1}"


class Handover(_OfCase):
    """What was given to whom, how and when. Only added to (fvl §§ 18, 20)."""

    class Way(models.TextChoices):
        PAPER = "paper", "på papir"
        SEEN = "seen", "sett på kontoret"
        DIGITAL = "digital", "trygg digital post"
        SPOKEN = "spoken", "muntlig"

    case = models.ForeignKey(Case, models.PROTECT, related_name="handovers")
    request = models.ForeignKey(FileRequest, models.PROTECT, related_name="handovers")
    rendition = models.ForeignKey(Rendition, models.PROTECT, related_name="handovers")
    to_name = models.TextField("gitt til")
    # A representative may be given what the party is not (bvl § 12-6 (2); fvl § 19 (1) d).
    withheld_too = models.BooleanField("også det som er unntatt", default=False)
    way = models.TextField("hvordan", choices=Way.choices)
    given_at = models.DateTimeField("gitt")
    given_by = models.UUIDField("gitt av")
    given_by_name = models.TextField("gitt av")

    class Meta:
        verbose_name = "utlevering"
        verbose_name_plural = "utleveringer"
        db_table_comment = "Hva som er gitt til hvem, hvordan og når; bare tilføyelser"
        indexes = [models.Index(fields=["request", "given_at"], name="handover_of_request")]
        constraints = [
            *of_case("handover", add="given_by = (select access.actor())", child_of="request"),
            Pair(name="handover_of_rendition", parent="rendition", share="case"),
        ]

    def __str__(self) -> str:
        return self.to_name
