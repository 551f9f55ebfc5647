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
        ("decisions", "0002_locked_when_signed"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="Measure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("category", models.TextField(verbose_name="kategori")),
                ("category_words", models.TextField(blank=True, verbose_name="presisering")),
                ("title", models.TextField(verbose_name="tiltak")),
                ("state", models.TextField(default="draft", verbose_name="tilstand")),
                ("by_order", models.BooleanField(default=False, verbose_name="pålagt")),
                ("ordered", models.TextField(blank=True, verbose_name="hva som er pålagt")),
                ("ordered_on", models.DateField(blank=True, null=True, verbose_name="pålagt")),
                ("ordered_reference", models.TextField(blank=True, verbose_name="saken i nemnda")),
                ("consent_fell_at", models.DateTimeField(blank=True, null=True, verbose_name="samtykket falt")),
                ("grounds", models.JSONField(default=list, verbose_name="grunnlag")),
                ("started_on", models.DateField(blank=True, null=True, verbose_name="startet")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="varer til og med")),
                ("interval_months", models.IntegerField(default=3, verbose_name="måneder mellom hver evaluering")),
                ("interval_reason", models.TextField(blank=True, verbose_name="hvorfor sjeldnere")),
                ("provider_name", models.TextField(blank=True, verbose_name="hvem som gir hjelpen")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="avsluttet")),
                ("end_words", models.TextField(blank=True, verbose_name="hvorfor avsluttet")),
                ("end_decision", models.UUIDField(blank=True, null=True, verbose_name="vedtak om avslutning")),
                ("days_open", models.BooleanField(blank=True, null=True, verbose_name="dagene vises på Min side")),
                ("opened_by", models.UUIDField(verbose_name="opprettet av")),
                ("opened_at", models.DateTimeField(verbose_name="opprettet")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="measures", to="cases.case"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="decisions.decision",
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
                "verbose_name": "tiltak",
                "verbose_name_plural": "tiltak",
                "db_table_comment": "Tiltak for et barn (bvl kapittel 3)",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Goal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("text", models.TextField(verbose_name="mål")),
                ("seen_by", models.TextField(verbose_name="slik ser vi om det er nådd")),
                ("who", models.TextField(blank=True, verbose_name="hvem gjør hva")),
                (
                    "state",
                    models.TextField(
                        choices=[("open", "vi arbeider mot det"), ("met", "nådd"), ("left", "lagt bort")],
                        default="open",
                        verbose_name="tilstand",
                    ),
                ),
                ("set_on", models.DateField(verbose_name="satt")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="nådd eller lagt bort")),
                ("closed_words", models.TextField(blank=True, verbose_name="hvorfor")),
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
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="goals", to="measures.measure"
                    ),
                ),
            ],
            options={
                "verbose_name": "mål",
                "verbose_name_plural": "mål",
                "db_table_comment": "Et mål i en tiltaksplan, som en kan se om er nådd",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Evaluation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("on", models.DateField(verbose_name="evaluert")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="skulle vært gjort innen")),
                ("present", models.TextField(blank=True, verbose_name="hvem var med")),
                ("works", models.TextField(verbose_name="virker det?")),
                ("new_needs", models.TextField(verbose_name="trengs noe mer eller annet?")),
                ("care_grounds", models.TextField(verbose_name="er det grunnlag for omsorgsovertakelse?")),
                ("child_heard", models.BooleanField(default=False, verbose_name="barnet er hørt")),
                ("child_words", models.TextField(blank=True, verbose_name="barnets ord")),
                ("parents_heard", models.BooleanField(default=False, verbose_name="foreldrene er hørt")),
                ("parents_words", models.TextField(blank=True, verbose_name="foreldrenes ord")),
                ("not_heard_reason", models.TextField(blank=True, verbose_name="hvorfor ikke hørt")),
                (
                    "outcome",
                    models.TextField(
                        choices=[("continue", "fortsett"), ("change", "endre"), ("end", "avslutt")],
                        verbose_name="utfall",
                    ),
                ),
                ("against_wish", models.BooleanField(default=False, verbose_name="noen er uenig")),
                ("by", models.UUIDField(verbose_name="ført av")),
                ("by_name", models.TextField(verbose_name="ført av")),
                ("at", models.DateTimeField(verbose_name="ført")),
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
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evaluations", to="measures.measure"
                    ),
                ),
            ],
            options={
                "verbose_name": "evaluering",
                "verbose_name_plural": "evalueringer",
                "db_table_comment": "Evaluering av et tiltak (bvl § 8-1)",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Plan",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.TextField(default="1", verbose_name="plantype")),
                ("version", models.IntegerField(default=1, verbose_name="versjon")),
                ("content", models.TextField(blank=True, verbose_name="innhold")),
                ("who_does_what", models.TextField(blank=True, verbose_name="hvem gjør hva")),
                ("duration", models.TextField(blank=True, verbose_name="hvor lenge")),
                ("follow_up", models.TextField(blank=True, verbose_name="oppfølging")),
                ("child_words", models.TextField(blank=True, verbose_name="barnets ord")),
                ("parents_words", models.TextField(blank=True, verbose_name="foreldrenes ord")),
                ("valid_from", models.DateField(verbose_name="fra")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="til og med")),
                ("written_by", models.UUIDField(verbose_name="skrevet av")),
                ("written_by_name", models.TextField(verbose_name="skrevet av")),
                ("written_at", models.DateTimeField(verbose_name="skrevet")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="cases.case"
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
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
            ],
            options={
                "verbose_name": "plan",
                "verbose_name_plural": "planer",
                "db_table_comment": "Plan for hjelpen (bvl § 8-1)",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="GoalSeen",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "stand",
                    models.IntegerField(
                        choices=[(1, "verre"), (2, "som før"), (3, "litt bedre"), (4, "mye bedre"), (5, "nådd")],
                        verbose_name="hvordan det står",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="hva som har endret seg")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="goals", to="measures.evaluation"
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seen", to="measures.goal"
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
                "verbose_name": "et mål ved en evaluering",
                "verbose_name_plural": "mål ved evalueringer",
                "db_table_comment": "Hvordan et mål sto ved en evaluering",
                "constraints": [
                    oppvekst.ground.database.policies.Pair(
                        name="goal_seen_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="goal_seen_in_case"),
                    oppvekst.ground.database.policies.Forced(name="goal_seen_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="goal_seen_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="goal_seen_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                        columns=(),
                        command="insert",
                        name="goal_seen_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and true",
                        columns=(),
                        command="insert",
                        name="goal_seen_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="goal_seen_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="goal_seen_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="goal_seen_of_evaluation", parent="evaluation", share="case"
                    ),
                    oppvekst.ground.database.policies.Pair(name="goal_seen_of_goal", parent="goal", share="case"),
                ],
            },
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="measure",
            index=models.Index(fields=["case"], name="measure_of_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="measure",
            constraint=oppvekst.ground.database.policies.Pair(
                name="measure_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="measure",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="measure_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="measure",
            constraint=oppvekst.ground.database.policies.Forced(name="measure_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="measure",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="measure_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="measure",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="measure_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="measure",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="measure_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="measure",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="measure_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="measure",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="measure_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="measure",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="measure_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="measure",
            constraint=oppvekst.ground.database.policies.Pair(
                name="measure_of_decision", parent="decision", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="measure",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=(
                    "state",
                    "decision_id",
                    "category",
                    "category_words",
                    "title",
                    "by_order",
                    "ordered",
                    "ordered_on",
                    "ordered_reference",
                    "consent_fell_at",
                    "started_on",
                    "ends_on",
                    "interval_months",
                    "interval_reason",
                    "provider_name",
                    "ended_on",
                    "end_words",
                    "end_decision",
                    "grounds",
                    "days_open",
                ),
                command="update",
                name="measure_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="measure",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "state",
                    "decision_id",
                    "category",
                    "category_words",
                    "title",
                    "by_order",
                    "ordered",
                    "ordered_on",
                    "ordered_reference",
                    "consent_fell_at",
                    "started_on",
                    "ends_on",
                    "interval_months",
                    "interval_reason",
                    "provider_name",
                    "ended_on",
                    "end_words",
                    "end_decision",
                    "grounds",
                    "days_open",
                ),
                command="update",
                name="measure_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="goal",
            constraint=oppvekst.ground.database.policies.Pair(
                name="goal_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="goal",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="goal_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="goal",
            constraint=oppvekst.ground.database.policies.Forced(name="goal_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="goal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="goal_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="goal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="goal_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="goal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="goal_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="goal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="goal_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="goal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="", columns=(), command="select", name="goal_worker", to=("oppvekst_worker",), using="true"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="goal",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="goal_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="goal",
            constraint=oppvekst.ground.database.policies.Pair(name="goal_of_measure", parent="measure", share="case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="goal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("state", "closed_on", "closed_words", "text", "seen_by", "who"),
                command="update",
                name="goal_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="goal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("state", "closed_on", "closed_words", "text", "seen_by", "who"),
                command="update",
                name="goal_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="evaluation",
            constraint=oppvekst.ground.database.policies.Pair(
                name="evaluation_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="evaluation",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="evaluation_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="evaluation",
            constraint=oppvekst.ground.database.policies.Forced(name="evaluation_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="evaluation",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="evaluation_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="evaluation",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="evaluation_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="evaluation",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="evaluation_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="evaluation",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="evaluation_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="evaluation",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="evaluation_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="evaluation",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="evaluation_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="evaluation",
            constraint=oppvekst.ground.database.policies.Pair(
                name="evaluation_of_measure", parent="measure", share="case"
            ),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="plan",
            index=models.Index(fields=["case"], name="plan_of_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="plan",
            constraint=oppvekst.ground.database.policies.Pair(
                name="plan_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="plan",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="plan_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="plan",
            constraint=oppvekst.ground.database.policies.Forced(name="plan_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="plan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="plan_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="plan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="plan_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="plan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="plan_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="plan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="plan_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="plan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="", columns=(), command="select", name="plan_worker", to=("oppvekst_worker",), using="true"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="plan",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="plan_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="plan",
            constraint=oppvekst.ground.database.policies.Pair(name="plan_of_measure", parent="measure", share="case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="plan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("valid_to",),
                command="update",
                name="plan_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="plan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("valid_to",),
                command="update",
                name="plan_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
    ]
