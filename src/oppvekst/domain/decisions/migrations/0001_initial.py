import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0011_sampling"),
        ("cases", "0008_one_roof"),
        ("investigations", "0002_who_decides"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="Decision",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("measure", "Hjelpetiltak"),
                            ("measure_change", "Endring av hjelpetiltak"),
                            ("measure_end", "Avslutning av hjelpetiltak"),
                            ("dismissal", "Henleggelse av undersøkelsen"),
                            ("dismissal_reopen", "Henleggelse med mulig ny undersøkelse innen seks måneder"),
                            ("application_refused", "Avslag på søknad om hjelp"),
                            ("plan_refused", "Avslag på individuell plan"),
                            ("aftercare", "Ettervern"),
                            ("move", "Flytting av barn under omsorg"),
                        ],
                        verbose_name="hva slags vedtak",
                    ),
                ),
                ("category", models.TextField(blank=True, verbose_name="kategori")),
                ("category_words", models.TextField(blank=True, verbose_name="presisering")),
                ("bases", models.JSONField(default=list, verbose_name="lovgrunnlag")),
                ("title", models.TextField(verbose_name="tittel")),
                ("state", models.TextField(default="draft", verbose_name="tilstand")),
                ("language", models.TextField(default="nb", verbose_name="språk")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="fra")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="til og med")),
                ("provider", models.TextField(blank=True, verbose_name="hvem som gir hjelpen")),
                ("price", models.TextField(blank=True, verbose_name="egenbetaling")),
                ("consent_ground", models.TextField(default="consent", verbose_name="samtykke eller pålegg")),
                ("recommended", models.TextField(blank=True, verbose_name="anbefalt hjelp")),
                ("refused_by_parents", models.BooleanField(default=False, verbose_name="foreldrene sa nei")),
                ("notice_text", models.TextField(blank=True, verbose_name="forhåndsvarsel")),
                ("noticed_at", models.DateTimeField(blank=True, null=True, verbose_name="varslet")),
                ("answers_due", models.DateField(blank=True, null=True, verbose_name="frist for å uttale seg")),
                ("notice_skipped", models.TextField(blank=True, verbose_name="hvorfor ikke varslet")),
                ("opened_by", models.UUIDField(verbose_name="opprettet av")),
                ("opened_at", models.DateTimeField(verbose_name="opprettet")),
                ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="undertegnet")),
                ("signed_by", models.UUIDField(blank=True, null=True, verbose_name="undertegnet av")),
                ("signed_by_name", models.TextField(blank=True, verbose_name="undertegnet av")),
                ("signed_as", models.TextField(blank=True, verbose_name="undertegnet som")),
                ("content", models.JSONField(blank=True, null=True, verbose_name="låst innhold")),
                ("sha256", models.TextField(blank=True, verbose_name="SHA-256 av innholdet")),
                ("reversal_ground", models.TextField(blank=True, verbose_name="hvorfor omgjort")),
                ("reversed_by_decision", models.UUIDField(blank=True, null=True, verbose_name="omgjort ved")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="cases.case"
                    ),
                ),
                (
                    "investigation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="investigations.investigation",
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
                "verbose_name": "vedtak",
                "verbose_name_plural": "vedtak",
                "db_table_comment": "Vedtak i en sak (bvl § 12-5)",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Addressee",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.TextField(verbose_name="navn")),
                (
                    "standing",
                    models.TextField(
                        choices=[
                            ("party", "part"),
                            ("informed", "skal ha melding"),
                            ("representative", "fullmektig eller verge"),
                            ("kept_uninformed", "varsles ikke"),
                            ("none", "hverken part eller til melding"),
                        ],
                        verbose_name="stilling",
                    ),
                ),
                ("reasons", models.TextField(blank=True, verbose_name="hvordan vurdert")),
                ("language", models.TextField(default="nb", verbose_name="språk")),
                (
                    "route",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("digital", "digitalt"),
                            ("post", "i posten"),
                            ("hand", "personlig"),
                            ("safe", "trygg vei"),
                        ],
                        verbose_name="vei",
                    ),
                ),
                ("dispatched_at", models.DateTimeField(blank=True, null=True, verbose_name="sendt")),
                ("dispatched_by", models.UUIDField(blank=True, null=True, verbose_name="sendt av")),
                ("available_at", models.DateTimeField(blank=True, null=True, verbose_name="gjort tilgjengelig")),
                ("notified_at", models.DateTimeField(blank=True, null=True, verbose_name="varsel sendt")),
                ("second_notice_at", models.DateTimeField(blank=True, null=True, verbose_name="varslet på nytt")),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="åpnet")),
                ("reached_on", models.DateField(blank=True, null=True, verbose_name="kommet fram")),
                ("reached_how", models.TextField(blank=True, verbose_name="hvordan vi vet det")),
                ("appeal_due", models.DateField(blank=True, null=True, verbose_name="klagefrist")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
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
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.party",
                    ),
                ),
                (
                    "represents",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="representatives",
                        to="decisions.addressee",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="addressees", to="decisions.decision"
                    ),
                ),
            ],
            options={
                "verbose_name": "mottaker av vedtak",
                "verbose_name_plural": "mottakere av vedtak",
                "db_table_comment": "Den et vedtak gjelder eller skal meldes til, og når det nådde fram (fvl § 27)",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="DraftText",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("section", models.TextField(verbose_name="del")),
                ("version", models.IntegerField(verbose_name="versjon")),
                ("text", models.TextField(verbose_name="tekst")),
                ("aside", models.BooleanField(default=False, verbose_name="står til side")),
                ("settled", models.BooleanField(default=False, verbose_name="avgjort")),
                ("by", models.UUIDField(verbose_name="skrevet av")),
                ("by_name", models.TextField(verbose_name="skrevet av")),
                ("begun_at", models.DateTimeField(verbose_name="begynt")),
                ("at", models.DateTimeField(verbose_name="lagret")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="texts", to="decisions.decision"
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
                "verbose_name": "tekst i vedtak",
                "verbose_name_plural": "tekster i vedtak",
                "db_table_comment": "Utkast til vedtak, del for del og versjon for versjon",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Withholding",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("section", models.TextField(verbose_name="del")),
                ("paragraph", models.IntegerField(verbose_name="avsnitt")),
                ("ground", models.TextField(verbose_name="hjemmel")),
                ("reasons", models.TextField(verbose_name="begrunnelse")),
                ("told", models.BooleanField(default=True, verbose_name="kopien sier at noe er utelatt")),
                ("by", models.UUIDField(verbose_name="utelatt av")),
                ("at", models.DateTimeField(verbose_name="utelatt")),
                ("lifted_at", models.DateTimeField(blank=True, null=True, verbose_name="tatt inn igjen")),
                (
                    "addressee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="withheld", to="decisions.addressee"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
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
                "verbose_name": "utelatt avsnitt",
                "verbose_name_plural": "utelatte avsnitt",
                "db_table_comment": "Et avsnitt som ikke står i én mottakers kopi av vedtaket",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Comment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("received_at", models.DateTimeField(verbose_name="kom")),
                ("how", models.TextField(verbose_name="hvordan")),
                ("text", models.TextField(verbose_name="uttalelse")),
                ("nothing_to_say", models.BooleanField(default=False, verbose_name="ville ikke uttale seg")),
                ("by", models.UUIDField(verbose_name="ført av")),
                ("at", models.DateTimeField(verbose_name="ført")),
                (
                    "addressee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="comments", to="decisions.addressee"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
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
                "verbose_name": "uttalelse",
                "verbose_name_plural": "uttalelser",
                "db_table_comment": "Svar på forhåndsvarsel (fvl § 16)",
                "constraints": [
                    oppvekst.ground.database.policies.Pair(
                        name="decision_comment_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="decision_comment_in_case"),
                    oppvekst.ground.database.policies.Forced(name="decision_comment_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="decision_comment_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="decision_comment_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                        columns=(),
                        command="insert",
                        name="decision_comment_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and true",
                        columns=(),
                        command="insert",
                        name="decision_comment_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="decision_comment_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="decision_comment_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="decision_comment_of_addressee", parent="addressee", share="case"
                    ),
                ],
            },
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="decision",
            index=models.Index(fields=["case"], name="decision_of_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="decision",
            constraint=oppvekst.ground.database.policies.Pair(
                name="decision_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="decision",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="decision_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="decision",
            constraint=oppvekst.ground.database.policies.Forced(name="decision_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="decision",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="decision_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="decision",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="decision_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="decision",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="decision_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="decision",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="decision_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="decision",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="decision_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="decision",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="decision_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="decision",
            constraint=oppvekst.ground.database.policies.Pair(
                name="decision_of_investigation", parent="investigation", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="decision",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=(
                    "state",
                    "reversal_ground",
                    "reversed_by_decision",
                    "kind",
                    "category",
                    "category_words",
                    "bases",
                    "title",
                    "language",
                    "starts_on",
                    "ends_on",
                    "provider",
                    "price",
                    "consent_ground",
                    "recommended",
                    "refused_by_parents",
                    "notice_text",
                    "noticed_at",
                    "answers_due",
                    "notice_skipped",
                    "signed_at",
                    "signed_by",
                    "signed_by_name",
                    "signed_as",
                    "content",
                    "sha256",
                ),
                command="update",
                name="decision_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="decision",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "state",
                    "reversal_ground",
                    "reversed_by_decision",
                    "kind",
                    "category",
                    "category_words",
                    "bases",
                    "title",
                    "language",
                    "starts_on",
                    "ends_on",
                    "provider",
                    "price",
                    "consent_ground",
                    "recommended",
                    "refused_by_parents",
                    "notice_text",
                    "noticed_at",
                    "answers_due",
                    "notice_skipped",
                    "signed_at",
                    "signed_by",
                    "signed_by_name",
                    "signed_as",
                    "content",
                    "sha256",
                ),
                command="update",
                name="decision_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="addressee",
            constraint=oppvekst.ground.database.policies.Pair(
                name="addressee_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="addressee",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="addressee_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="addressee",
            constraint=oppvekst.ground.database.policies.Forced(name="addressee_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="addressee",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="addressee_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="addressee",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="addressee_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="addressee",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="addressee_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="addressee",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="addressee_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="addressee",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="addressee_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="addressee",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="addressee_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="addressee",
            constraint=oppvekst.ground.database.policies.Pair(
                name="addressee_of_decision", parent="decision", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="addressee",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=(
                    "standing",
                    "reasons",
                    "language",
                    "route",
                    "dispatched_at",
                    "dispatched_by",
                    "available_at",
                    "notified_at",
                    "second_notice_at",
                    "opened_at",
                    "reached_on",
                    "reached_how",
                    "appeal_due",
                ),
                command="update",
                name="addressee_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="addressee",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "standing",
                    "reasons",
                    "language",
                    "route",
                    "dispatched_at",
                    "dispatched_by",
                    "available_at",
                    "notified_at",
                    "second_notice_at",
                    "opened_at",
                    "reached_on",
                    "reached_how",
                    "appeal_due",
                ),
                command="update",
                name="addressee_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="addressee",
            constraint=oppvekst.ground.database.policies.Pair(name="addressee_of_party", parent="party", share="case"),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="drafttext",
            index=models.Index(fields=["decision", "section", "-version"], name="draft_text_newest"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="drafttext",
            constraint=oppvekst.ground.database.policies.Pair(
                name="draft_text_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="drafttext",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="draft_text_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="drafttext",
            constraint=oppvekst.ground.database.policies.Forced(name="draft_text_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="drafttext",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="draft_text_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="drafttext",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="draft_text_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="drafttext",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="draft_text_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="drafttext",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="draft_text_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="drafttext",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="draft_text_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="drafttext",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="draft_text_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="drafttext",
            constraint=oppvekst.ground.database.policies.Pair(
                name="draft_text_of_decision", parent="decision", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="drafttext",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("text", "at", "version", "settled"),
                command="update",
                name="draft_text_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="drafttext",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("text", "at", "version", "settled"),
                command="update",
                name="draft_text_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="drafttext",
            constraint=models.UniqueConstraint(
                condition=models.Q(("aside", False)),
                fields=("decision", "section", "version"),
                name="draft_text_one_of_each",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="withholding",
            constraint=oppvekst.ground.database.policies.Pair(
                name="withholding_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="withholding",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="withholding_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="withholding",
            constraint=oppvekst.ground.database.policies.Forced(name="withholding_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="withholding",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="withholding_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="withholding",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="withholding_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="withholding",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="withholding_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="withholding",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="withholding_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="withholding",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="withholding_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="withholding",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="withholding_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="withholding",
            constraint=oppvekst.ground.database.policies.Pair(
                name="withholding_of_addressee", parent="addressee", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="withholding",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("lifted_at",),
                command="update",
                name="withholding_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="withholding",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("lifted_at",),
                command="update",
                name="withholding_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
    ]
