import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0011_sampling"),
        ("cases", "0011_closing"),
        ("decisions", "0008_told_child"),
        ("measures", "0006_supervision"),
        ("people", "0003_only_read"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="PaymentBasis",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("covers", models.TextField(verbose_name="hva som dekkes")),
                (
                    "paid_to",
                    models.TextField(
                        choices=[
                            ("direct", "direkte til den som leverer, etter faktura"),
                            ("refund", "til den som har lagt ut, etter kvittering"),
                        ],
                        verbose_name="betales",
                    ),
                ),
                ("recipient", models.TextField(verbose_name="hvem som får pengene")),
                ("text", models.TextField(verbose_name="tekst som følger pengene")),
                ("cost_account", models.TextField(blank=True, verbose_name="kontering")),
                (
                    "often",
                    models.TextField(
                        choices=[("once", "én gang eller av og til"), ("monthly", "hver måned")],
                        verbose_name="hvor ofte",
                    ),
                ),
                ("amount", models.BigIntegerField(verbose_name="beløp hver gang, i øre")),
                ("ceiling", models.BigIntegerField(verbose_name="ramme for det hele, i øre")),
                ("since", models.DateField(verbose_name="fra og med")),
                ("until", models.DateField(verbose_name="til og med")),
                ("written_by", models.UUIDField(verbose_name="skrevet av")),
                ("written_by_name", models.TextField(verbose_name="skrevet av")),
                ("written_at", models.DateTimeField(verbose_name="skrevet")),
                ("stopped_on", models.DateField(blank=True, null=True, verbose_name="stoppet")),
                ("stopped_words", models.TextField(blank=True, verbose_name="hvorfor stoppet")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="bases", to="measures.measure"
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
                "verbose_name": "utbetalingsgrunnlag",
                "verbose_name_plural": "utbetalingsgrunnlag",
                "db_table_comment": "Hva som skal betales i et tiltak, til hvem, og rammen for det hele",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Payment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reference", models.TextField(verbose_name="referanse")),
                ("on", models.DateField(verbose_name="dag")),
                ("amount", models.BigIntegerField(verbose_name="beløp i øre")),
                ("what", models.TextField(verbose_name="hva det gjelder")),
                ("receipt_words", models.TextField(blank=True, verbose_name="hvor kvitteringen er")),
                ("reasons", models.TextField(blank=True, verbose_name="hvorfor rettet")),
                ("written_by", models.UUIDField(verbose_name="skrevet av")),
                ("written_by_name", models.TextField(verbose_name="skrevet av")),
                ("written_at", models.DateTimeField(verbose_name="skrevet")),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="godkjent")),
                ("approved_by", models.UUIDField(blank=True, null=True, verbose_name="godkjent av")),
                ("approved_by_name", models.TextField(blank=True, verbose_name="godkjent av")),
                ("declined_at", models.DateTimeField(blank=True, null=True, verbose_name="avvist")),
                ("declined_by_name", models.TextField(blank=True, verbose_name="avvist av")),
                ("declined_words", models.TextField(blank=True, verbose_name="hvorfor avvist")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sendt til økonomi")),
                ("sent_by_name", models.TextField(blank=True, verbose_name="sendt av")),
                ("sending", models.UUIDField(blank=True, null=True, verbose_name="forsendelse")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="measures.payment",
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
                    "receipt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.document",
                        verbose_name="kvittering eller faktura",
                    ),
                ),
                (
                    "basis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="measures.paymentbasis"
                    ),
                ),
            ],
            options={
                "verbose_name": "utbetaling",
                "verbose_name_plural": "utbetalinger",
                "db_table_comment": "En linje i et utbetalingsgrunnlag: betalt eller vist fram, godkjent av en annen",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="SupportApplication",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("asked_on", models.DateField(verbose_name="mottatt")),
                ("wants", models.TextField(verbose_name="hva det søkes om")),
                ("amount", models.BigIntegerField(blank=True, null=True, verbose_name="beløp i øre")),
                (
                    "often",
                    models.TextField(
                        choices=[("once", "én gang eller av og til"), ("monthly", "hver måned")],
                        default="once",
                        verbose_name="hvor ofte",
                    ),
                ),
                ("came_as", models.UUIDField(blank=True, null=True, verbose_name="søknaden som kom inn")),
                ("written_by", models.UUIDField(verbose_name="skrevet av")),
                ("written_by_name", models.TextField(verbose_name="skrevet av")),
                ("written_at", models.DateTimeField(verbose_name="skrevet")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="besvart")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="decisions.decision",
                        verbose_name="vedtaket som svarer",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="hvem som ba om det",
                    ),
                ),
            ],
            options={
                "verbose_name": "søknad om økonomisk hjelp",
                "verbose_name_plural": "søknader om økonomisk hjelp",
                "db_table_comment": "Hva en familie ber om å få dekket, og vedtaket som svarer",
            },
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="paymentbasis",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount__gt", 0), ("ceiling__gte", models.F("amount")), ("since__lte", models.F("until"))
                ),
                name="basis_in_order",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="paymentbasis",
            constraint=oppvekst.ground.database.policies.Pair(
                name="payment_basis_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="paymentbasis",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="payment_basis_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="paymentbasis",
            constraint=oppvekst.ground.database.policies.Forced(name="payment_basis_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="paymentbasis",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="payment_basis_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="paymentbasis",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="payment_basis_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="paymentbasis",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and stopped_on is null",
                columns=(),
                command="insert",
                name="payment_basis_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="paymentbasis",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and stopped_on is null",
                columns=(),
                command="insert",
                name="payment_basis_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="paymentbasis",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="payment_basis_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="paymentbasis",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="payment_basis_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="paymentbasis",
            constraint=oppvekst.ground.database.policies.Pair(
                name="payment_basis_of_measure", parent="measure", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="paymentbasis",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("stopped_on", "stopped_words"),
                command="update",
                name="payment_basis_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="paymentbasis",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("stopped_on", "stopped_words"),
                command="update",
                name="payment_basis_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="payment",
            index=models.Index(
                condition=models.Q(("approved_at__isnull", False), ("sent_at", None)),
                fields=["municipality", "approved_at"],
                name="payment_to_send",
            ),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="payment",
            index=models.Index(fields=["municipality", "sending"], name="payment_of_sending"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=models.UniqueConstraint(fields=("municipality", "reference"), name="payment_reference_once"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("corrects__isnull", False), ("declined_at", None)),
                fields=("corrects",),
                name="payment_corrected_once",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved_at", None), ("approved_by", None)),
                    models.Q(
                        ("approved_at__isnull", False),
                        ("approved_by__isnull", False),
                        models.Q(("approved_by", models.F("written_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="payment_by_two",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount__gt", 0), ("corrects", None)),
                    models.Q(("amount__lt", 0), ("corrects__isnull", False)),
                    _connector="OR",
                ),
                name="payment_sign",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved_at", None), ("declined_at", None), _connector="OR"),
                    models.Q(("sent_at", None), ("approved_at__isnull", False), _connector="OR"),
                ),
                name="payment_stands_somewhere",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=oppvekst.ground.database.policies.Pair(
                name="payment_receipt_of_case", parent="receipt", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=oppvekst.ground.database.policies.Pair(
                name="payment_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="payment_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=oppvekst.ground.database.policies.Forced(name="payment_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="payment_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="payment_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and approved_at is null and approved_by is null and declined_at is null and sent_at is null and sending is null",
                columns=(),
                command="insert",
                name="payment_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and approved_at is null and approved_by is null and declined_at is null and sent_at is null and sending is null",
                columns=(),
                command="insert",
                name="payment_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="payment_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="payment_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=oppvekst.ground.database.policies.Pair(name="payment_of_basis", parent="basis", share="case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=(
                    "approved_at",
                    "approved_by",
                    "approved_by_name",
                    "declined_at",
                    "declined_by_name",
                    "declined_words",
                    "sent_at",
                    "sent_by_name",
                    "sending",
                ),
                command="update",
                name="payment_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "approved_at",
                    "approved_by",
                    "approved_by_name",
                    "declined_at",
                    "declined_by_name",
                    "declined_words",
                    "sent_at",
                    "sent_by_name",
                    "sending",
                ),
                command="update",
                name="payment_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="payment",
            constraint=oppvekst.ground.database.policies.Pair(
                name="payment_corrects_of_case", parent="corrects", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supportapplication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_on", None), ("decision", None)),
                    models.Q(("answered_on__isnull", False), ("decision__isnull", False)),
                    _connector="OR",
                ),
                name="support_answered_by_decision",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supportapplication",
            constraint=oppvekst.ground.database.policies.Pair(
                name="support_person_same_municipality", parent="person", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supportapplication",
            constraint=oppvekst.ground.database.policies.Pair(
                name="support_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supportapplication",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="support_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supportapplication",
            constraint=oppvekst.ground.database.policies.Forced(name="support_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supportapplication",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="support_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supportapplication",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="support_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supportapplication",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and access.in_case(person_id, case_id) and decision_id is null",
                columns=(),
                command="insert",
                name="support_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supportapplication",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and access.in_case(person_id, case_id) and decision_id is null",
                columns=(),
                command="insert",
                name="support_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supportapplication",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="support_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supportapplication",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="support_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supportapplication",
            constraint=oppvekst.ground.database.policies.Pair(
                name="support_of_decision", parent="decision", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supportapplication",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("decision_id", "answered_on"),
                command="update",
                name="support_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supportapplication",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("decision_id", "answered_on"),
                command="update",
                name="support_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
    ]
