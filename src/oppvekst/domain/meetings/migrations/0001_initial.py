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
            name="Meeting",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("state", models.TextField(default="open", verbose_name="tilstand")),
                ("reasons", models.TextField(blank=True, verbose_name="begrunnelse")),
                ("opened_at", models.DateTimeField(verbose_name="opprettet")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="cases.case"
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
                "verbose_name": "møte",
                "db_table_comment": "Møte i en sak",
                "constraints": [
                    oppvekst.ground.database.policies.Pair(
                        name="meeting_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="meeting_in_case"),
                    oppvekst.ground.database.policies.Forced(name="meeting_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="meeting_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="meeting_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                        columns=(),
                        command="insert",
                        name="meeting_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and true",
                        columns=(),
                        command="insert",
                        name="meeting_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="meeting_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="meeting_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                        columns=("state", "reasons"),
                        command="update",
                        name="meeting_change",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.municipality())",
                        columns=("state", "reasons"),
                        command="update",
                        name="meeting_change_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                ],
            },
        ),
    ]
