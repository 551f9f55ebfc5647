"""What an investigation collects: visits and talks, what others were asked and answered, experts, and the leader's acts."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from oppvekst.domain.cases.models import Case, Document, of_case
from oppvekst.domain.investigations.models.investigation import Investigation
from oppvekst.domain.investigations.rules import EXEMPTIONS, GROUNDS, ORDER_CASES
from oppvekst.ground.access.models import Municipality
from oppvekst.ground.database.policies import Pair

OF_LEADER = "decided_by = (select access.actor())"


class FieldNote(models.Model):
    """What was seen and said, as it happened, with the facts apart from what we make of them (bvl § 12-4).

    Nothing is written over: what was wrong is corrected by a new note that points to it.
    """

    class Kind(models.TextChoices):
        HOME_VISIT = "home_visit", "hjemmebesøk"
        OBSERVATION = "observation", "observasjon"
        PARENTS = "parents", "samtale med foreldre"
        NETWORK = "network", "samtale med familie og nettverk"
        OTHER = "other", "annen samtale"

    class Shown(models.TextChoices):
        PARTIES = "parties", "partene kan få se det"
        NOT_YET = "not_yet", "foreldrene kan ikke få se det ennå"
        ASSESS = "assess", "må vurderes før noen får se det"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    investigation = models.ForeignKey(Investigation, models.PROTECT, related_name="notes")
    kind = models.TextField("slag", choices=Kind.choices)
    happened_at = models.DateTimeField("når det skjedde")
    place = models.TextField("hvor", blank=True)
    present = models.TextField("hvem som var der")
    source = models.TextField("kilde", blank=True)
    announced = models.BooleanField("avtalt på forhånd", null=True, blank=True)
    refused = models.BooleanField("slapp ikke inn", default=False)
    facts = models.TextField("det vi så og hørte")
    assessment = models.TextField("vår vurdering", blank=True)
    shown = models.TextField("hvem som kan få se det", choices=Shown.choices)
    shown_reasons = models.TextField("hvorfor ikke alle", blank=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrected_by")
    written_at = models.DateTimeField("skrevet")
    written_by = models.UUIDField("skrevet av")
    written_by_name = models.TextField("skrevet av")

    class Meta:
        verbose_name = "notat fra undersøkelsen"
        verbose_name_plural = "notater fra undersøkelsen"
        db_table_comment = "Hjemmebesøk, observasjoner og samtaler i en undersøkelse (bvl §§ 2-2, 12-4)"
        indexes = [models.Index(fields=["investigation", "-happened_at", "id"], name="field_note_newest")]
        constraints = [
            *of_case("field_note", child_of="investigation", change=("shown", "shown_reasons")),
            Pair(name="field_note_of_corrected", parent="corrects", share="case"),
            models.CheckConstraint(
                name="field_note_visit_announced",
                condition=models.Q(kind="home_visit", announced__isnull=False)
                | (~models.Q(kind="home_visit") & models.Q(announced=None, refused=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class InformationRequest(models.Model):
    """What another body or person was asked, on what ground, what the family knows of it, and the answer (bvl § 13-4)."""

    class Language(models.TextChoices):
        BOKMAL = "nb", "bokmål"
        NYNORSK = "nn", "nynorsk"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    investigation = models.ForeignKey(Investigation, models.PROTECT, related_name="requests")
    body = models.TextField("hvem som spørres")
    address = models.TextField("adresse", blank=True)
    about = models.TextField("hva det spørres om")
    ground = models.TextField("grunnlag", choices=[(key.value, said) for key, (said, _law) in GROUNDS.items()])
    consent_by = models.TextField("hvem som har samtykket", blank=True)
    consent_on = models.DateField("samtykket", null=True, blank=True)
    consent_written = models.BooleanField("skriftlig samtykke", null=True, blank=True)
    order_case = models.TextField(
        "hva slags sak pålegget gjelder", choices=[(key, said) for key, (said, _law) in ORDER_CASES.items()], blank=True
    )
    averts = models.BooleanField("for å hindre sak om omsorgsovertakelse", default=False)
    told_on = models.DateField("familien fikk vite det", null=True, blank=True)
    untold_reasons = models.TextField("hvorfor familien ikke får vite det nå", blank=True)
    language = models.TextField("målform", choices=Language.choices, default=Language.BOKMAL)
    asked_on = models.DateField("spurt")
    asked_at = models.DateTimeField("registrert")
    asked_by = models.UUIDField("spurt av")
    asked_by_name = models.TextField("spurt av")
    due = models.DateField("svar innen", null=True, blank=True)
    reminded_on = models.DateField("purret", null=True, blank=True)
    answered_on = models.DateField("svar kom", null=True, blank=True)
    answer = models.TextField("svaret i korte trekk", blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_on = models.DateField("trukket", null=True, blank=True)
    withdrawn_reasons = models.TextField("hvorfor trukket", blank=True)

    class Meta:
        verbose_name = "innhenting av opplysninger"
        verbose_name_plural = "innhentinger av opplysninger"
        db_table_comment = "Hvem som er spurt i en undersøkelse, med grunnlag, hva familien vet, og svaret (bvl § 13-4)"
        indexes = [models.Index(fields=["investigation", "-asked_at", "id"], name="information_request_newest")]
        constraints = [
            *of_case(
                "information_request", child_of="investigation",
                change=(
                    "told_on", "due", "reminded_on", "answered_on", "answer", "document_id", "withdrawn_on", "withdrawn_reasons",
                ),
            ),
            Pair(name="information_request_document", parent="document", share="case"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.body


class ExpertOpinion(models.Model):
    """An expert's mandate and opinion, and the commission that must assess it before it is relied on (bvl § 12-7)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    investigation = models.ForeignKey(Investigation, models.PROTECT, related_name="expert_opinions")
    expert = models.TextField("sakkyndig")
    mandate = models.TextField("mandat")
    exemption = models.TextField(
        "unntatt fra kommisjonens vurdering",
        choices=[(key, said) for key, (said, _s) in EXEMPTIONS.items()],
        blank=True,
    )
    ordered_on = models.DateField("bestilt")
    ordered_at = models.DateTimeField("registrert")
    ordered_by = models.UUIDField("bestilt av")
    ordered_by_name = models.TextField("bestilt av")
    received_on = models.DateField("mottatt", null=True, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    sent_on = models.DateField("sendt til kommisjonen", null=True, blank=True)
    remark_on = models.DateField("kommisjonens svar kom", null=True, blank=True)
    remark = models.TextField("kommisjonens merknad", blank=True)
    unused_reasons = models.TextField("hvorfor den ikke legges til grunn", blank=True)

    class Meta:
        verbose_name = "sakkyndigrapport"
        verbose_name_plural = "sakkyndigrapporter"
        db_table_comment = "Sakkyndigs mandat og rapport, og kommisjonens vurdering (bvl §§ 12-7, 12-8)"
        indexes = [models.Index(fields=["investigation", "ordered_on"], name="expert_opinion_of")]
        constraints = [
            *of_case(
                "expert_opinion", child_of="investigation",
                change=("exemption", "received_on", "document_id", "sent_on", "remark_on", "remark", "unused_reasons"),
            ),
            Pair(name="expert_opinion_document", parent="document", share="case"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.expert


class LeaderAct(models.Model):
    """What only the leader may decide: a medical examination, help from the police (bvl §§ 2-2 (5), 12-10)."""

    class Kind(models.TextChoices):
        MEDICAL = "medical", "medisinsk undersøkelse"
        POLICE = "police", "bistand fra politiet"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    investigation = models.ForeignKey(Investigation, models.PROTECT, related_name="leader_acts")
    kind = models.TextField("slag", choices=Kind.choices)
    what = models.TextField("hva som er bestemt")
    reasons = models.TextField("begrunnelse")
    decided_at = models.DateTimeField("bestemt")
    decided_by = models.UUIDField("bestemt av")
    decided_by_name = models.TextField("bestemt av")
    # How she is leader that day: the appointment stands with what she decided by it.
    appointment = models.TextField("i kraft av")

    class Meta:
        verbose_name = "lederens avgjørelse i undersøkelsen"
        verbose_name_plural = "lederens avgjørelser i undersøkelsen"
        db_table_comment = "Medisinsk undersøkelse og politibistand, som bare lederen bestemmer (bvl §§ 2-2, 12-10)"
        indexes = [models.Index(fields=["investigation", "-decided_at"], name="leader_act_newest")]
        constraints = of_case("leader_act", child_of="investigation", add=OF_LEADER)

    def __str__(self) -> str:
        return self.get_kind_display()
