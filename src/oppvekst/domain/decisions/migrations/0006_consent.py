import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.domain.decisions.rules.consent.facts
import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

# What somebody has said cannot be unsaid: a withdrawal is an answer of its own, and the words she answered to stay.
SAID = """
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON {0} FOR EACH ROW EXECUTE FUNCTION access.only_added();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON {0} FOR EACH STATEMENT EXECUTE FUNCTION access.only_added();
"""
UNSAID = "DROP TRIGGER only_added ON {0}; DROP TRIGGER not_emptied ON {0};"
TABLES = ("decisions_consent", "decisions_afterwithdrawal", "decisions_consentrule")

# A text is closed once; nothing else of it ever changes. What is done after a withdrawal is decided.
TEXT = """
CREATE FUNCTION access.text_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  IF TG_OP = 'UPDATE' AND OLD.closed_at IS NULL AND to_jsonb(NEW) - 'closed_at' - 'closed_reasons' = to_jsonb(OLD) - 'closed_at'
    - 'closed_reasons' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'somebody was asked about these words, and they stand' USING ERRCODE = '42501'; END $$;
REVOKE ALL ON FUNCTION access.text_stands() FROM PUBLIC;
CREATE TRIGGER text_stands BEFORE UPDATE OR DELETE ON decisions_consenttext FOR EACH ROW EXECUTE FUNCTION access.text_stands();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON decisions_consenttext FOR EACH STATEMENT EXECUTE FUNCTION access.only_added();
CREATE TRIGGER decided BEFORE INSERT ON decisions_afterwithdrawal FOR EACH ROW EXECUTE FUNCTION access.deciding('case_id');
"""
NO_TEXT = """
DROP TRIGGER decided ON decisions_afterwithdrawal; DROP TRIGGER not_emptied ON decisions_consenttext;
DROP TRIGGER text_stands ON decisions_consenttext; DROP FUNCTION access.text_stands();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0002_only_added"),
        ("access", "0011_sampling"),
        ("cases", "0010_residence"),
        ("decisions", "0005_phrases"),
        ("people", "0003_only_read"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="ConsentText",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("help_at_home", "Hjelpetiltak mens barnet bor hjemme"),
                            ("voluntary_placement_3_2", "Frivillig opphold utenfor hjemmet"),
                            ("support_home_9_6", "Frivillig opphold i støttehjem"),
                            ("institution_6_1", "Opphold i institusjon etter § 6-1"),
                            ("stay_abroad_3_3", "Opphold i en annen stat"),
                            ("assessment_centre_2_3", "Utredning i senter for foreldre og barn"),
                            ("permanent_stay_5_12", "Varig opphold i fosterhjem"),
                            ("contact_after_adoption_5_11", "Besøkskontakt etter adopsjon"),
                            ("drug_test_10_7", "Rustest i institusjon"),
                            ("plan_8_4", "Plan for oppholdet"),
                            ("aftercare_3_6", "Ettervern"),
                            ("individual_plan", "Individuell plan"),
                            ("sharing_information", "Gi opplysninger til andre, eller be om dem"),
                            ("conversation_process", "Samtaleprosess i nemnda"),
                            ("supervision_reduced", "Færre tilsynsbesøk i fosterhjemmet"),
                            ("trusted_person", "Tillitsperson"),
                            ("emergency_help_4_1", "Akutt hjelp til barn uten omsorg"),
                        ],
                        verbose_name="hva det gjelder",
                    ),
                ),
                ("subject", models.UUIDField(verbose_name="gjelder")),
                ("body", models.TextField(verbose_name="tekst")),
                ("version", models.TextField(verbose_name="tekstens merke")),
                (
                    "ground",
                    models.TextField(
                        choices=[
                            ("ordinary", "Andre grunner"),
                            ("self_endangering", "Barnet setter sin egen utvikling i fare"),
                            ("trafficking", "Fare for menneskehandel"),
                        ],
                        default=oppvekst.domain.decisions.rules.consent.facts.Ground["ORDINARY"],
                        verbose_name="grunn",
                    ),
                ),
                ("affects", models.JSONField(default=list, verbose_name="griper direkte inn hos")),
                ("begins_on", models.DateField(blank=True, null=True, verbose_name="begynner")),
                ("asked_at", models.DateTimeField(verbose_name="skrevet")),
                ("asked_by", models.UUIDField(verbose_name="skrevet av")),
                ("asked_by_name", models.TextField(verbose_name="skrevet av")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="lukket")),
                ("closed_reasons", models.TextField(blank=True, verbose_name="hvorfor lukket")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consent_texts", to="cases.case"
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
            ],
            options={
                "verbose_name": "tekst det samtykkes til",
                "verbose_name_plural": "tekster det samtykkes til",
                "db_table_comment": "Den nøyaktige teksten noen blir bedt om å si ja til",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Consent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "part",
                    models.TextField(
                        choices=[
                            ("child", "barn"),
                            ("mother", "mor"),
                            ("father", "far"),
                            ("other_parent", "medmor eller annen forelder"),
                            ("sibling", "søsken"),
                            ("guardian", "verge eller representant"),
                            ("network", "familie og nettverk"),
                        ],
                        verbose_name="rolle",
                    ),
                ),
                (
                    "said",
                    models.TextField(
                        choices=[("given", "ja"), ("refused", "nei"), ("withdrawn", "trukket")], verbose_name="svar"
                    ),
                ),
                ("capacity", models.TextField(verbose_name="i kraft av")),
                ("capacity_source", models.TextField(verbose_name="kilde")),
                ("capacity_checked_on", models.DateField(verbose_name="kontrollert")),
                (
                    "form",
                    models.TextField(
                        choices=[("written", "skriftlig"), ("oral", "muntlig"), ("electronic", "elektronisk")],
                        verbose_name="form",
                    ),
                ),
                ("language", models.TextField(verbose_name="språk")),
                ("interpreter", models.TextField(blank=True, verbose_name="tolk")),
                ("told", models.TextField(blank=True, verbose_name="informasjon som ble gitt")),
                ("reasons", models.TextField(blank=True, verbose_name="begrunnelse")),
                ("witness", models.TextField(blank=True, verbose_name="hvem som var til stede")),
                ("handed_on", models.DateField(blank=True, null=True, verbose_name="gitt til institusjonen")),
                ("reference", models.TextField(blank=True, verbose_name="hvor papiret ligger")),
                ("said_at", models.DateTimeField(verbose_name="sagt")),
                ("noted_at", models.DateTimeField(verbose_name="skrevet")),
                ("noted_by", models.UUIDField(verbose_name="skrevet av")),
                ("noted_by_name", models.TextField(verbose_name="skrevet av")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="cases.case"
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="decisions.consenttext"
                    ),
                ),
            ],
            options={
                "verbose_name": "samtykke",
                "verbose_name_plural": "samtykker",
                "db_table_comment": "Svar på spørsmål om samtykke: gitt, nektet eller trukket, bare til å legge til i",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="AfterWithdrawal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("way", models.TextField(verbose_name="valg")),
                ("reasons", models.TextField(verbose_name="begrunnelse")),
                ("noted_at", models.DateTimeField(verbose_name="bestemt")),
                ("noted_by", models.UUIDField(verbose_name="bestemt av")),
                ("noted_by_name", models.TextField(verbose_name="bestemt av")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="after_withdrawals", to="cases.case"
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
                    "consent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="followed", to="decisions.consent"
                    ),
                ),
            ],
            options={
                "verbose_name": "valg etter trukket samtykke",
                "verbose_name_plural": "valg etter trukket samtykke",
                "db_table_comment": "Hva tjenesten gjorde da et samtykke ble trukket",
                "constraints": [
                    models.UniqueConstraint(fields=("consent",), name="after_withdrawal_once"),
                    oppvekst.ground.database.policies.Pair(
                        name="after_withdrawal_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="after_withdrawal_in_case"),
                    oppvekst.ground.database.policies.Forced(name="after_withdrawal_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="after_withdrawal_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="after_withdrawal_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and noted_by = (select access.actor())",
                        columns=(),
                        command="insert",
                        name="after_withdrawal_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and noted_by = (select access.actor())",
                        columns=(),
                        command="insert",
                        name="after_withdrawal_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="after_withdrawal_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="after_withdrawal_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="after_withdrawal_of_consent", parent="consent", share="case"
                    ),
                ],
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="ConsentRule",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "key",
                    models.TextField(
                        choices=[
                            (
                                "other_holder",
                                "Hjelpetiltak hjemme: når spør vi den som har foreldreansvar, men ikke bor fast med barnet?",
                            ),
                            (
                                "both_holders",
                                "Frivillig opphold utenfor hjemmet: hvem av to med foreldreansvar må si ja?",
                            ),
                            (
                                "young_party",
                                "Et barn under 15 år er part fordi det setter sin egen utvikling i fare. Må det selv si ja?",
                            ),
                            ("plan_age", "Individuell plan: fra hvilken alder må barnet selv si ja?"),
                            ("sharing_age", "Dele opplysninger om barnet: fra hvilken alder må barnet selv si ja?"),
                        ],
                        verbose_name="spørsmål",
                    ),
                ),
                ("value", models.TextField(verbose_name="svar")),
                ("reasons", models.TextField(verbose_name="begrunnelse")),
                ("valid_from", models.DateField(verbose_name="fra og med")),
                ("noted_at", models.DateTimeField(verbose_name="bestemt")),
                ("noted_by", models.UUIDField(verbose_name="bestemt av")),
                ("noted_by_name", models.TextField(verbose_name="bestemt av")),
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
                "verbose_name": "tjenestens valg om samtykke",
                "verbose_name_plural": "tjenestens valg om samtykke",
                "db_table_comment": "Hva tjenesten spør om der loven er taus, fra en dag, med begrunnelse",
                "constraints": [
                    oppvekst.ground.database.policies.Forced(name="consent_rule_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="consent_rule_read",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="municipality_id = (select access.municipality())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and noted_by = (select access.actor())",
                        columns=(),
                        command="insert",
                        name="consent_rule_add",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                ],
            },
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="consenttext",
            index=models.Index(fields=["case", "asked_at"], name="consent_text_of_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consenttext",
            constraint=models.CheckConstraint(
                condition=models.Q(("body", ""), _negated=True), name="consent_text_said"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consenttext",
            constraint=oppvekst.ground.database.policies.Pair(
                name="consent_text_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consenttext",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="consent_text_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consenttext",
            constraint=oppvekst.ground.database.policies.Forced(name="consent_text_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consenttext",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="consent_text_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consenttext",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="consent_text_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consenttext",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and asked_by = (select access.actor())",
                columns=(),
                command="insert",
                name="consent_text_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consenttext",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and asked_by = (select access.actor())",
                columns=(),
                command="insert",
                name="consent_text_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consenttext",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="consent_text_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consenttext",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="consent_text_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consenttext",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("closed_at", "closed_reasons"),
                command="update",
                name="consent_text_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consenttext",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("closed_at", "closed_reasons"),
                command="update",
                name="consent_text_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="consent",
            index=models.Index(fields=["case", "said_at"], name="consent_of_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("said", "refused"), _negated=True),
                    models.Q(("reasons", ""), _negated=True),
                    _connector="OR",
                ),
                name="consent_no_has_reasons",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(("said_at__lte", models.F("noted_at"))), name="consent_not_ahead"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consent",
            constraint=oppvekst.ground.database.policies.Pair(
                name="consent_person_same_municipality", parent="person", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consent",
            constraint=oppvekst.ground.database.policies.Pair(
                name="consent_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consent",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="consent_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consent",
            constraint=oppvekst.ground.database.policies.Forced(name="consent_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consent",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="consent_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consent",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="consent_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consent",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and noted_by = (select access.actor()) and access.in_case(person_id, case_id)",
                columns=(),
                command="insert",
                name="consent_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consent",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and noted_by = (select access.actor()) and access.in_case(person_id, case_id)",
                columns=(),
                command="insert",
                name="consent_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consent",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="consent_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consent",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="consent_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="consent",
            constraint=oppvekst.ground.database.policies.Pair(name="consent_of_text", parent="text", share="case"),
        ),
        *(migrations.RunSQL(SAID.format(table), UNSAID.format(table)) for table in TABLES),
        migrations.RunSQL(TEXT, NO_TEXT),
    ]
