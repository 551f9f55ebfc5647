import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0011_sampling"),
        ("cases", "0011_closing"),
        ("measures", "0005_occasions"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="SupervisionPlan",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.IntegerField(default=1, verbose_name="versjon")),
                ("points", models.JSONField(default=list, verbose_name="hva det ses på")),
                ("visits", models.IntegerField(verbose_name="besøk i måneden")),
                ("unannounced", models.IntegerField(default=0, verbose_name="av dem minst uanmeldt")),
                (
                    "unannounced_agreed",
                    models.BooleanField(default=False, verbose_name="uanmeldte besøk er avtalt eller pålagt"),
                ),
                (
                    "unannounced_words",
                    models.TextField(blank=True, verbose_name="hvem som har sagt ja til uanmeldte besøk"),
                ),
                ("who", models.TextField(blank=True, verbose_name="hvem som kommer")),
                ("told_how", models.TextField(verbose_name="hva familien vet om hvordan et besøk går")),
                ("told_leads", models.TextField(verbose_name="hva familien vet om hva et besøk kan føre til")),
                ("since", models.DateField(verbose_name="fra")),
                ("written_by", models.UUIDField(verbose_name="skrevet av")),
                ("written_by_name", models.TextField(verbose_name="skrevet av")),
                ("written_at", models.DateTimeField(verbose_name="skrevet")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supervision_plans",
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
                "verbose_name": "plan for tilsyn",
                "verbose_name_plural": "planer for tilsyn",
                "db_table_comment": "Plan for tilsyn i hjemmet: hva det ses på, hvor ofte, og hva familien vet",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="SupervisionSummary",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("since", models.DateField(verbose_name="fra")),
                ("until", models.DateField(verbose_name="til og med")),
                ("conclusion", models.TextField(verbose_name="hva tilsynet har vist")),
                ("fewer_words", models.TextField(blank=True, verbose_name="hvorfor færre besøk")),
                ("parents_read", models.BooleanField(default=False, verbose_name="foreldrene har lest eller hørt")),
                ("parents_words", models.TextField(blank=True, verbose_name="foreldrenes ord")),
                ("child_read", models.BooleanField(default=False, verbose_name="barnet har lest eller hørt")),
                ("child_words", models.TextField(blank=True, verbose_name="barnets ord")),
                ("not_read_reason", models.TextField(blank=True, verbose_name="hvorfor ikke lest eller hørt")),
                ("written_by", models.UUIDField(verbose_name="skrevet av")),
                ("written_by_name", models.TextField(verbose_name="skrevet av")),
                ("written_at", models.DateTimeField(verbose_name="skrevet")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supervision_summaries",
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
                "verbose_name": "tilsynsrapport",
                "verbose_name_plural": "tilsynsrapporter",
                "db_table_comment": "Rapport fra tilsyn i hjemmet for en periode, med familiens ord",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="SupervisionVisit",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField(verbose_name="når")),
                ("unannounced", models.BooleanField(default=False, verbose_name="uanmeldt")),
                ("told", models.TextField(blank=True, verbose_name="hvem som vet om besøket")),
                ("staff", models.UUIDField(blank=True, null=True, verbose_name="hvem av oss som drar")),
                ("goes_name", models.TextField(blank=True, verbose_name="hvem som drar")),
                ("planned_by", models.UUIDField(verbose_name="avtalt av")),
                ("planned_by_name", models.TextField(verbose_name="avtalt av")),
                ("planned_at", models.DateTimeField(verbose_name="avtalt")),
                ("called_off_at", models.DateTimeField(blank=True, null=True, verbose_name="avlyst")),
                ("called_off_words", models.TextField(blank=True, verbose_name="hvorfor avlyst")),
                (
                    "came",
                    models.TextField(
                        blank=True,
                        choices=[("seen", "seen"), ("nobody_opened", "nobody_opened"), ("not_let_in", "not_let_in")],
                        verbose_name="hva det ble til",
                    ),
                ),
                ("held_at", models.DateTimeField(blank=True, null=True, verbose_name="når det var")),
                ("carried_out_by", models.TextField(blank=True, verbose_name="hvem som var på besøk")),
                ("at_home", models.TextField(blank=True, verbose_name="hvem som var hjemme")),
                ("seen", models.JSONField(default=list, verbose_name="hva som ble sett")),
                ("alone", models.BooleanField(blank=True, null=True, verbose_name="snakket med barnet alene")),
                ("child_words", models.TextField(blank=True, verbose_name="barnets ord")),
                ("alone_not", models.TextField(blank=True, verbose_name="hvorfor ikke alene")),
                ("said_to_parents", models.TextField(blank=True, verbose_name="hva som ble sagt til foreldrene")),
                ("what_happened", models.TextField(blank=True, verbose_name="hva som skjedde ved døra")),
                ("today_words", models.TextField(blank=True, verbose_name="hva som må gjøres samme dag")),
                ("today_done_on", models.DateField(blank=True, null=True, verbose_name="gjort")),
                ("today_done_words", models.TextField(blank=True, verbose_name="hva som ble gjort")),
                ("written_at", models.DateTimeField(blank=True, null=True, verbose_name="skrevet")),
                ("written_by_name", models.TextField(blank=True, verbose_name="skrevet av")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supervision_visits",
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
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits_seen",
                        to="measures.supervisionplan",
                    ),
                ),
            ],
            options={
                "verbose_name": "tilsynsbesøk",
                "verbose_name_plural": "tilsynsbesøk",
                "db_table_comment": "Besøk i hjemmet som er del av et tilsyn, og hva som ble sett",
            },
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionplan",
            constraint=oppvekst.ground.database.policies.Pair(
                name="supervision_plan_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionplan",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="supervision_plan_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionplan",
            constraint=oppvekst.ground.database.policies.Forced(name="supervision_plan_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionplan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="supervision_plan_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionplan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="supervision_plan_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionplan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="supervision_plan_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionplan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="supervision_plan_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionplan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="supervision_plan_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionplan",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="supervision_plan_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionplan",
            constraint=oppvekst.ground.database.policies.Pair(
                name="supervision_plan_of_measure", parent="measure", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionsummary",
            constraint=oppvekst.ground.database.policies.Pair(
                name="supervision_summary_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionsummary",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="supervision_summary_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionsummary",
            constraint=oppvekst.ground.database.policies.Forced(name="supervision_summary_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionsummary",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="supervision_summary_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionsummary",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="supervision_summary_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionsummary",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="supervision_summary_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionsummary",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="supervision_summary_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionsummary",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="supervision_summary_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionsummary",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="supervision_summary_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionsummary",
            constraint=oppvekst.ground.database.policies.Pair(
                name="supervision_summary_of_measure", parent="measure", share="case"
            ),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="supervisionvisit",
            index=models.Index(fields=["staff", "at"], name="supervision_visit_of_staff"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionvisit",
            constraint=oppvekst.ground.database.policies.Pair(
                name="supervision_visit_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionvisit",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="supervision_visit_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionvisit",
            constraint=oppvekst.ground.database.policies.Forced(name="supervision_visit_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionvisit",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="supervision_visit_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionvisit",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="supervision_visit_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionvisit",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="supervision_visit_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionvisit",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="supervision_visit_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionvisit",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="supervision_visit_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionvisit",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="supervision_visit_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionvisit",
            constraint=oppvekst.ground.database.policies.Pair(
                name="supervision_visit_of_measure", parent="measure", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionvisit",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=(
                    "called_off_at",
                    "called_off_words",
                    "came",
                    "held_at",
                    "carried_out_by",
                    "at_home",
                    "seen",
                    "alone",
                    "child_words",
                    "alone_not",
                    "said_to_parents",
                    "what_happened",
                    "today_words",
                    "today_done_on",
                    "today_done_words",
                    "written_at",
                    "written_by_name",
                    "plan_id",
                ),
                command="update",
                name="supervision_visit_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionvisit",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "called_off_at",
                    "called_off_words",
                    "came",
                    "held_at",
                    "carried_out_by",
                    "at_home",
                    "seen",
                    "alone",
                    "child_words",
                    "alone_not",
                    "said_to_parents",
                    "what_happened",
                    "today_words",
                    "today_done_on",
                    "today_done_words",
                    "written_at",
                    "written_by_name",
                    "plan_id",
                ),
                command="update",
                name="supervision_visit_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="supervisionvisit",
            constraint=oppvekst.ground.database.policies.Pair(
                name="supervision_visit_of_plan", parent="plan", share="case"
            ),
        ),
    ]
