import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0011_sampling"),
        ("cases", "0008_one_roof"),
    ]

    operations = [
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("state", models.TextField(default="open", verbose_name="tilstand")),
                ("reasons", models.TextField(blank=True, verbose_name="begrunnelse")),
                ("opened_at", models.DateTimeField(verbose_name="opprettet")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="cases.case"
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
                "db_table_comment": "Vedtak i en sak",
                "constraints": [
                    oppvekst.ground.database.policies.Pair(
                        name="decision_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="decision_in_case"),
                    oppvekst.ground.database.policies.Forced(name="decision_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="decision_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="decision_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                        columns=(),
                        command="insert",
                        name="decision_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and true",
                        columns=(),
                        command="insert",
                        name="decision_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="decision_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="decision_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                        columns=("state", "reasons"),
                        command="update",
                        name="decision_change",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.municipality())",
                        columns=("state", "reasons"),
                        command="update",
                        name="decision_change_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                ],
            },
        ),
    ]
