import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0010_own_log_in"),
        ("cases", "0005_look_extracts"),
        ("people", "0001_initial"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="MyPage",
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
                ("called", models.TextField(verbose_name="tiltales")),
                ("child_name", models.TextField(verbose_name="barnets fornavn")),
                ("opened_by", models.UUIDField(verbose_name="åpnet av")),
                ("opened_at", models.DateTimeField(verbose_name="åpnet")),
                ("code_hash", models.BinaryField(blank=True, null=True, verbose_name="engangskodens avtrykk")),
                ("code_until", models.DateTimeField(blank=True, null=True, verbose_name="koden gjelder til")),
                ("code_used_at", models.DateTimeField(blank=True, null=True, verbose_name="koden brukt")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="stengt")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="my_pages", to="cases.case"
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
            ],
            options={
                "verbose_name": "Min side åpnet",
                "db_table_comment": "Hvem i en sak som har fått Min side åpnet, av hvem og når",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at", None)), fields=("case", "person"), name="my_page_open_once"
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="my_page_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="my_page_in_case"),
                    oppvekst.ground.database.policies.Forced(name="my_page_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="my_page_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="my_page_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and opened_by = (select access.actor())",
                        columns=(),
                        command="insert",
                        name="my_page_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and opened_by = (select access.actor())",
                        columns=(),
                        command="insert",
                        name="my_page_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="my_page_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="my_page_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                        columns=("code_hash", "code_until", "code_used_at", "closed_at"),
                        command="update",
                        name="my_page_change",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.municipality())",
                        columns=("code_hash", "code_until", "code_used_at", "closed_at"),
                        command="update",
                        name="my_page_change_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="my_page_person_same_municipality", parent="person", share="municipality"
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=("id", "municipality_id", "part", "called", "child_name", "opened_at"),
                        command="select",
                        name="my_page_own",
                        to=("oppvekst_mypage",),
                        using="person_id = (select access.visitor()) and closed_at is null",
                    ),
                ],
            },
        ),
    ]
