import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0011_sampling"),
        ("cases", "0011_closing"),
        ("measures", "0004_offers"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="Occasion",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("stay", "opphold over natta"),
                            ("hours", "timer med støttekontakt"),
                            ("session", "veiledning"),
                            ("programme", "økt i et program"),
                            ("visit", "besøk eller tur"),
                        ],
                        verbose_name="slag",
                    ),
                ),
                ("first_day", models.DateField(verbose_name="fra")),
                ("last_day", models.DateField(verbose_name="til og med")),
                ("starts", models.TimeField(blank=True, null=True, verbose_name="klokka")),
                ("ends", models.TimeField(blank=True, null=True, verbose_name="til klokka")),
                ("place", models.TextField(blank=True, verbose_name="hvor")),
                ("with_whom", models.TextField(blank=True, verbose_name="hos eller med hvem")),
                ("staff", models.UUIDField(blank=True, null=True, verbose_name="hvem fra tjenesten er med")),
                ("instead_of", models.UUIDField(blank=True, null=True, verbose_name="i stedet for")),
                (
                    "stood",
                    models.TextField(
                        choices=[
                            ("planned", "planlagt"),
                            ("held", "holdt"),
                            ("not_held", "ble ikke noe av"),
                            ("called_off", "avlyst"),
                            ("moved", "flyttet"),
                        ],
                        default="planned",
                        verbose_name="hvordan det gikk",
                    ),
                ),
                (
                    "who",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("family", "familien"),
                            ("child", "barnet"),
                            ("giver", "den som gir hjelpen"),
                            ("service", "barneverntjenesten"),
                        ],
                        verbose_name="hvem det ikke passet for",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="hva som skjedde, eller hvorfor ikke")),
                ("child_words", models.TextField(blank=True, verbose_name="barnets ord")),
                ("not_heard_reason", models.TextField(blank=True, verbose_name="hvorfor barnet ikke er spurt")),
                (
                    "hours",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=4, null=True, verbose_name="timer"),
                ),
                ("number", models.SmallIntegerField(blank=True, null=True, verbose_name="økt nummer")),
                ("done", models.TextField(blank=True, verbose_name="hva av programmet")),
                ("left_out", models.TextField(blank=True, verbose_name="hva som ble utelatt")),
                ("left_out_reason", models.TextField(blank=True, verbose_name="hvorfor utelatt")),
                ("bedtime", models.TextField(blank=True, verbose_name="leggetid")),
                ("needs", models.TextField(blank=True, verbose_name="allergi og det barnet trenger")),
                ("likes", models.TextField(blank=True, verbose_name="det barnet liker")),
                ("family_phone", models.TextField(blank=True, verbose_name="telefon hjem under oppholdet")),
                ("sheet_by_name", models.TextField(blank=True, verbose_name="arket skrevet av")),
                ("sheet_at", models.DateTimeField(blank=True, null=True, verbose_name="arket skrevet")),
                ("made_by", models.UUIDField(verbose_name="planlagt av")),
                ("made_by_name", models.TextField(verbose_name="planlagt av")),
                ("made_at", models.DateTimeField(verbose_name="planlagt")),
                ("written_by", models.UUIDField(blank=True, null=True, verbose_name="skrevet av")),
                ("written_by_name", models.TextField(blank=True, verbose_name="skrevet av")),
                ("written_at", models.DateTimeField(blank=True, null=True, verbose_name="skrevet")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="occasions", to="measures.measure"
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
                "verbose_name": "gang i et tiltak",
                "verbose_name_plural": "ganger i et tiltak",
                "db_table_comment": "Hver gang hjelp gis: planlagt, og hva som skjedde",
                "indexes": [
                    models.Index(fields=["measure", "first_day"], name="occasion_of_measure"),
                    models.Index(fields=["staff", "first_day"], name="occasion_of_staff"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("first_day__lte", models.F("last_day"))), name="occasion_in_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stood", "planned"), ("written_at", None)),
                            models.Q(models.Q(("stood", "planned"), _negated=True), ("written_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="occasion_written",
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="occasion_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="occasion_in_case"),
                    oppvekst.ground.database.policies.Forced(name="occasion_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="occasion_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="occasion_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                        columns=(),
                        command="insert",
                        name="occasion_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and true",
                        columns=(),
                        command="insert",
                        name="occasion_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="occasion_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="occasion_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Pair(name="occasion_of_measure", parent="measure", share="case"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                        columns=(
                            "stood",
                            "who",
                            "words",
                            "written_by",
                            "written_by_name",
                            "written_at",
                            "child_words",
                            "not_heard_reason",
                            "hours",
                            "number",
                            "done",
                            "left_out",
                            "left_out_reason",
                            "bedtime",
                            "needs",
                            "likes",
                            "family_phone",
                            "sheet_by_name",
                            "sheet_at",
                        ),
                        command="update",
                        name="occasion_change",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.municipality())",
                        columns=(
                            "stood",
                            "who",
                            "words",
                            "written_by",
                            "written_by_name",
                            "written_at",
                            "child_words",
                            "not_heard_reason",
                            "hours",
                            "number",
                            "done",
                            "left_out",
                            "left_out_reason",
                            "bedtime",
                            "needs",
                            "likes",
                            "family_phone",
                            "sheet_by_name",
                            "sheet_at",
                        ),
                        command="update",
                        name="occasion_change_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                ],
            },
        ),
    ]
