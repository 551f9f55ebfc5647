import uuid

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

# How many have a place and how many wait is a number that everybody sees, counted here from rows that few see. The offer's
# row is locked by the counting, so that of two who take the last place at once the second is refused by its check.
COUNTED = """
CREATE FUNCTION access.places_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE had int := 0; waited int := 0; BEGIN
  IF TG_OP = 'UPDATE' THEN
    had := (OLD.state = 'has')::int; waited := (OLD.state = 'waits')::int;
    UPDATE public.measures_agreement SET taken = taken - had WHERE id = OLD.agreement_id AND had = 1;
  END IF;
  UPDATE public.measures_offer SET taken = taken + (NEW.state = 'has')::int - had,
    waiting = waiting + (NEW.state = 'waits')::int - waited WHERE id = NEW.offer_id;
  UPDATE public.measures_agreement SET taken = taken + 1 WHERE id = NEW.agreement_id AND NEW.state = 'has';
  RETURN NULL; END $$;
CREATE TRIGGER places_counted AFTER INSERT OR UPDATE ON measures_helpplace
  FOR EACH ROW EXECUTE FUNCTION access.places_counted();
"""
UNCOUNTED = "DROP TRIGGER places_counted ON measures_helpplace; DROP FUNCTION access.places_counted();"


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0011_sampling"),
        ("cases", "0010_residence"),
        ("measures", "0003_appointments"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="Provider",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.TextField(verbose_name="leverandør")),
                (
                    "whose",
                    models.TextField(
                        choices=[
                            ("own", "barnevernstjenesten selv"),
                            ("municipal", "en annen tjeneste i kommunen"),
                            ("private", "privat, med rammeavtale"),
                        ],
                        default="own",
                        verbose_name="slag",
                    ),
                ),
                ("organisation_number", models.TextField(blank=True, verbose_name="organisasjonsnummer")),
                ("contact_person", models.TextField(blank=True, verbose_name="kontaktperson")),
                ("phone", models.TextField(blank=True, verbose_name="telefon")),
                ("about", models.TextField(blank=True, verbose_name="om leverandøren")),
                ("valid_from", models.DateField(verbose_name="fra")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="til og med")),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "leverandør",
                "verbose_name_plural": "leverandører",
                "db_table_comment": "Den som gir hjelp: egen tjeneste, annen kommunal tjeneste eller privat",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Offer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("category", models.TextField(verbose_name="kategori")),
                ("category_words", models.TextField(blank=True, verbose_name="presisering")),
                ("name", models.TextField(verbose_name="tilbud")),
                ("about", models.TextField(verbose_name="hva det er")),
                ("age_from", models.SmallIntegerField(blank=True, null=True, verbose_name="fra alder")),
                ("age_to", models.SmallIntegerField(blank=True, null=True, verbose_name="til alder")),
                ("languages", models.JSONField(default=list, verbose_name="språk")),
                ("interpreter", models.BooleanField(default=False, verbose_name="kan bruke tolk")),
                ("days", models.JSONField(default=list, verbose_name="dager")),
                ("postal_code", models.TextField(blank=True, verbose_name="postnummer")),
                ("district", models.TextField(blank=True, verbose_name="sted")),
                ("capacity", models.IntegerField(blank=True, null=True, verbose_name="plasser")),
                ("others", models.IntegerField(default=0, verbose_name="brukt av andre")),
                ("taken", models.IntegerField(default=0, editable=False, verbose_name="har plass")),
                ("waiting", models.IntegerField(default=0, editable=False, verbose_name="venter")),
                ("price", models.TextField(blank=True, verbose_name="pris")),
                ("valid_from", models.DateField(verbose_name="fra")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="til og med")),
                ("changed_at", models.DateTimeField(verbose_name="endret")),
                ("changed_by", models.UUIDField(blank=True, null=True, verbose_name="endret av")),
                ("changed_by_name", models.TextField(blank=True, verbose_name="endret av")),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="offers", to="measures.provider"
                    ),
                ),
            ],
            options={
                "verbose_name": "tilbud i katalogen",
                "verbose_name_plural": "tilbud i katalogen",
                "db_table_comment": "Kommunens egne tilbud under registerets koder for tiltak",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Agreement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title", models.TextField(verbose_name="avtale")),
                ("reference", models.TextField(blank=True, verbose_name="saksnummer i arkivet")),
                ("valid_from", models.DateField(verbose_name="fra")),
                ("valid_to", models.DateField(verbose_name="til og med")),
                ("options", models.SmallIntegerField(default=0, verbose_name="opsjoner som er igjen")),
                ("option_months", models.SmallIntegerField(default=12, verbose_name="måneder i hver opsjon")),
                ("prices", models.TextField(blank=True, verbose_name="priser")),
                ("call_off", models.TextField(blank=True, verbose_name="slik avroper vi")),
                ("capacity", models.IntegerField(blank=True, null=True, verbose_name="plasser")),
                ("taken", models.IntegerField(default=0, editable=False, verbose_name="i bruk")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="avgjort")),
                ("closed_words", models.TextField(blank=True, verbose_name="hva som kommer etter")),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agreements", to="measures.provider"
                    ),
                ),
            ],
            options={
                "verbose_name": "rammeavtale",
                "verbose_name_plural": "rammeavtaler",
                "db_table_comment": "Rammeavtale med en leverandør",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="WorkerCertificate",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("worker_name", models.TextField(verbose_name="hvem")),
                ("task", models.TextField(blank=True, verbose_name="oppdrag")),
                (
                    "kind",
                    models.TextField(
                        choices=[("child_care", "barneomsorgsattest"), ("extended", "uttømmende og utvidet")],
                        verbose_name="attest",
                    ),
                ),
                ("issued_on", models.DateField(verbose_name="utstedt")),
                ("shown_on", models.DateField(verbose_name="vist")),
                ("kept_where", models.TextField(verbose_name="låst inn")),
                ("seen_by", models.UUIDField(verbose_name="sett av")),
                ("seen_by_name", models.TextField(verbose_name="sett av")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="gikk ut av oppdraget")),
                ("shredded_on", models.DateField(blank=True, null=True, verbose_name="makulert")),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="certificates", to="measures.provider"
                    ),
                ),
            ],
            options={
                "verbose_name": "merknad om politiattest",
                "verbose_name_plural": "merknader om politiattest",
                "db_table_comment": "At en hos en leverandør har vist politiattest (bvl § 12-11)",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="HelpPlace",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "state",
                    models.TextField(
                        choices=[("waits", "venter"), ("has", "har plass"), ("left", "sluttet")],
                        default="waits",
                        verbose_name="tilstand",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="meldt")),
                ("placed_on", models.DateField(blank=True, null=True, verbose_name="plass fra")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="sluttet")),
                ("left_words", models.TextField(blank=True, verbose_name="hvorfor sluttet")),
                ("before_others", models.TextField(blank=True, verbose_name="hvorfor foran dem som venter")),
                ("noted_by", models.UUIDField(verbose_name="ført av")),
                ("noted_by_name", models.TextField(verbose_name="ført av")),
                ("noted_at", models.DateTimeField(verbose_name="ført")),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="measures.agreement",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="help_places", to="cases.case"
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places",
                        to="measures.measure",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="places", to="measures.offer"
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="measures.workercertificate",
                    ),
                ),
            ],
            options={
                "verbose_name": "plass i et tilbud",
                "verbose_name_plural": "plasser i tilbud",
                "db_table_comment": "Et barns plass i et tilbud, eller at det venter på en",
            },
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="provider",
            constraint=models.UniqueConstraint(fields=("municipality", "name"), name="provider_once"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="provider",
            constraint=oppvekst.ground.database.policies.Forced(name="provider_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="provider",
            constraint=models.UniqueConstraint(fields=("id", "municipality"), name="provider_in_municipality"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="provider",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="provider_read",
                to=(
                    "oppvekst_desk_case",
                    "oppvekst_desk_intake",
                    "oppvekst_desk_team",
                    "oppvekst_desk_wide",
                    "oppvekst_desk_homes",
                ),
                using="municipality_id = (select access.municipality())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="provider",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(),
                command="insert",
                name="provider_add",
                to=("oppvekst_desk_homes", "oppvekst_desk_wide"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="provider",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "name",
                    "whose",
                    "organisation_number",
                    "contact_person",
                    "phone",
                    "about",
                    "valid_from",
                    "valid_to",
                ),
                command="update",
                name="provider_change",
                to=("oppvekst_desk_homes", "oppvekst_desk_wide"),
                using="municipality_id = (select access.municipality())",
            ),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="offer",
            index=models.Index(fields=["municipality", "category", "valid_to"], name="catalogue_offer_of_code"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="offer",
            constraint=models.UniqueConstraint(
                fields=("municipality", "provider", "name", "valid_from"), name="catalogue_offer_once"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid_to", None), ("valid_from__lte", models.F("valid_to")), _connector="OR"),
                name="catalogue_offer_in_order",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("age_from", None), ("age_from__range", (0, 25)), _connector="OR"),
                    models.Q(("age_to", None), ("age_to__range", (0, 25)), _connector="OR"),
                ),
                name="catalogue_offer_ages",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("others__gte", 0),
                    ("taken__gte", 0),
                    ("waiting__gte", 0),
                    models.Q(
                        ("capacity", None),
                        (
                            "capacity__gte",
                            django.db.models.expressions.CombinedExpression(models.F("taken"), "+", models.F("others")),
                        ),
                        _connector="OR",
                    ),
                ),
                name="catalogue_offer_never_over",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="offer",
            constraint=oppvekst.ground.database.policies.Pair(
                name="catalogue_offer_same_municipality", parent="provider", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="offer",
            constraint=oppvekst.ground.database.policies.Forced(name="catalogue_offer_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="offer",
            constraint=models.UniqueConstraint(fields=("id", "municipality"), name="catalogue_offer_in_municipality"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="offer",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="catalogue_offer_read",
                to=(
                    "oppvekst_desk_case",
                    "oppvekst_desk_intake",
                    "oppvekst_desk_team",
                    "oppvekst_desk_wide",
                    "oppvekst_desk_homes",
                ),
                using="municipality_id = (select access.municipality())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="offer",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(),
                command="insert",
                name="catalogue_offer_add",
                to=("oppvekst_desk_homes", "oppvekst_desk_wide"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="offer",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "provider_id",
                    "category",
                    "category_words",
                    "name",
                    "about",
                    "age_from",
                    "age_to",
                    "languages",
                    "interpreter",
                    "days",
                    "postal_code",
                    "district",
                    "capacity",
                    "others",
                    "price",
                    "valid_from",
                    "valid_to",
                    "changed_at",
                    "changed_by",
                    "changed_by_name",
                ),
                command="update",
                name="catalogue_offer_change",
                to=("oppvekst_desk_homes", "oppvekst_desk_wide"),
                using="municipality_id = (select access.municipality())",
            ),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="agreement",
            index=models.Index(fields=["provider", "valid_to"], name="agreement_of_provider"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid_from__lte", models.F("valid_to"))), name="agreement_in_order"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("capacity", None),
                    models.Q(("taken__gte", 0), ("taken__lte", models.F("capacity"))),
                    _connector="OR",
                ),
                name="agreement_never_over",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="agreement",
            constraint=oppvekst.ground.database.policies.Pair(
                name="agreement_same_municipality", parent="provider", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="agreement",
            constraint=oppvekst.ground.database.policies.Forced(name="agreement_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="agreement",
            constraint=models.UniqueConstraint(fields=("id", "municipality"), name="agreement_in_municipality"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="agreement",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="agreement_read",
                to=(
                    "oppvekst_desk_case",
                    "oppvekst_desk_intake",
                    "oppvekst_desk_team",
                    "oppvekst_desk_wide",
                    "oppvekst_desk_homes",
                ),
                using="municipality_id = (select access.municipality())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="agreement",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(),
                command="insert",
                name="agreement_add",
                to=("oppvekst_desk_homes", "oppvekst_desk_wide"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="agreement",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "title",
                    "reference",
                    "valid_from",
                    "valid_to",
                    "options",
                    "option_months",
                    "prices",
                    "call_off",
                    "capacity",
                    "closed_on",
                    "closed_words",
                ),
                command="update",
                name="agreement_change",
                to=("oppvekst_desk_homes", "oppvekst_desk_wide"),
                using="municipality_id = (select access.municipality())",
            ),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="workercertificate",
            index=models.Index(fields=["provider"], name="certificate_of_provider"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="workercertificate",
            constraint=models.CheckConstraint(
                condition=models.Q(("issued_on__lte", models.F("shown_on"))), name="certificate_in_order"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="workercertificate",
            constraint=oppvekst.ground.database.policies.Pair(
                name="certificate_same_municipality", parent="provider", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="workercertificate",
            constraint=oppvekst.ground.database.policies.Forced(name="certificate_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="workercertificate",
            constraint=models.UniqueConstraint(fields=("id", "municipality"), name="certificate_in_municipality"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="workercertificate",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="certificate_read",
                to=(
                    "oppvekst_desk_case",
                    "oppvekst_desk_intake",
                    "oppvekst_desk_team",
                    "oppvekst_desk_wide",
                    "oppvekst_desk_homes",
                ),
                using="municipality_id = (select access.municipality())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="workercertificate",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(),
                command="insert",
                name="certificate_add",
                to=("oppvekst_desk_homes", "oppvekst_desk_wide"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="workercertificate",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("ended_on", "shredded_on"),
                command="update",
                name="certificate_change",
                to=("oppvekst_desk_homes", "oppvekst_desk_wide"),
                using="municipality_id = (select access.municipality())",
            ),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="helpplace",
            index=models.Index(fields=["case"], name="help_place_of_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "left"), _negated=True), fields=("case", "offer"), name="help_place_once"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("left_on", None), ("placed_on", None), ("state", "waits")),
                    models.Q(("left_on", None), ("placed_on__isnull", False), ("state", "has")),
                    models.Q(("left_on__isnull", False), ("state", "left")),
                    _connector="OR",
                ),
                name="help_place_stands_somewhere",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=oppvekst.ground.database.policies.Pair(
                name="help_place_of_offer", parent="offer", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=oppvekst.ground.database.policies.Pair(
                name="help_place_of_agreement", parent="agreement", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=oppvekst.ground.database.policies.Pair(
                name="help_place_of_worker", parent="worker", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=oppvekst.ground.database.policies.Pair(
                name="help_place_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="help_place_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=oppvekst.ground.database.policies.Forced(name="help_place_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="help_place_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="help_place_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="help_place_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="help_place_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="help_place_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="help_place_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=oppvekst.ground.database.policies.Pair(
                name="help_place_of_measure", parent="measure", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=(
                    "state",
                    "measure_id",
                    "agreement_id",
                    "worker_id",
                    "placed_on",
                    "left_on",
                    "left_words",
                    "before_others",
                    "noted_by",
                    "noted_by_name",
                    "noted_at",
                ),
                command="update",
                name="help_place_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="helpplace",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "state",
                    "measure_id",
                    "agreement_id",
                    "worker_id",
                    "placed_on",
                    "left_on",
                    "left_words",
                    "before_others",
                    "noted_by",
                    "noted_by_name",
                    "noted_at",
                ),
                command="update",
                name="help_place_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        migrations.RunSQL(COUNTED, UNCOUNTED),
    ]
