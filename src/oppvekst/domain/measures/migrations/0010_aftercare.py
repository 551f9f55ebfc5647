import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0011_sampling"),
        ("cases", "0011_closing"),
        ("measures", "0009_free_places"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="AftercareTalk",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("talked_on", models.DateField(verbose_name="snakket")),
                (
                    "wants",
                    models.TextField(
                        choices=[
                            ("yes", "Vil ha hjelp etter 18 år"),
                            ("no", "Vil ikke ha hjelp etter 18 år, slik det ser ut nå"),
                            ("unsure", "Vet ikke ennå"),
                        ],
                        verbose_name="vil ha hjelp etter 18",
                    ),
                ),
                ("words", models.TextField(verbose_name="hva ungdommen ønsker")),
                ("noted_by", models.UUIDField(verbose_name="skrevet av")),
                ("noted_by_name", models.TextField(verbose_name="skrevet av")),
                ("noted_at", models.DateTimeField(verbose_name="skrevet")),
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
                "verbose_name": "samtale om ettervern",
                "verbose_name_plural": "samtaler om ettervern",
                "db_table_comment": "At noen har snakket med en ungdom om hjelp etter 18 år, og hva ungdommen ønsker (bvl § 3-6)",
                "indexes": [models.Index(fields=["case"], name="aftercare_talk_of_case")],
                "constraints": [
                    oppvekst.ground.database.policies.Pair(
                        name="aftercare_talk_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="aftercare_talk_in_case"),
                    oppvekst.ground.database.policies.Forced(name="aftercare_talk_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="aftercare_talk_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="aftercare_talk_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                        columns=(),
                        command="insert",
                        name="aftercare_talk_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and true",
                        columns=(),
                        command="insert",
                        name="aftercare_talk_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="aftercare_talk_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="aftercare_talk_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                ],
            },
        ),
    ]
