import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0011_sampling"),
        ("cases", "0010_residence"),
        ("decisions", "0006_consent"),
        ("measures", "0002_not_provisional"),
        ("people", "0003_only_read"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="Appointment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField(verbose_name="når")),
                ("place", models.TextField(blank=True, verbose_name="hvor")),
                ("made_by", models.UUIDField(verbose_name="avtalt av")),
                ("made_by_name", models.TextField(verbose_name="avtalt av")),
                ("made_at", models.DateTimeField(verbose_name="avtalt")),
                ("cancelled_at", models.DateTimeField(blank=True, null=True, verbose_name="avlyst")),
                ("cancelled_words", models.TextField(blank=True, verbose_name="hvorfor avlyst")),
                ("met", models.BooleanField(blank=True, null=True, verbose_name="møtte")),
                ("meaning", models.TextField(blank=True, verbose_name="hva svaret betyr")),
                ("written_at", models.DateTimeField(blank=True, null=True, verbose_name="skrevet")),
                ("written_by_name", models.TextField(blank=True, verbose_name="skrevet av")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="appointments", to="measures.measure"
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
                "verbose_name": "avtale",
                "verbose_name_plural": "avtaler",
                "db_table_comment": "Avtale om en prøve utenfor institusjon, og hva svaret betyr",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Told",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("agreed", models.TextField(blank=True, verbose_name="hva den testede sa ja til at de får vite")),
                ("at", models.DateTimeField(verbose_name="fortalt")),
                ("by", models.UUIDField(verbose_name="fortalt av")),
                ("by_name", models.TextField(verbose_name="fortalt av")),
                (
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="told", to="measures.appointment"
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
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "en som har fått vite det",
                "verbose_name_plural": "de som har fått vite det",
                "db_table_comment": "Hvem som har fått vite hva en prøve betyr",
            },
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appointment",
            constraint=oppvekst.ground.database.policies.Pair(
                name="appointment_person_same_municipality", parent="person", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appointment",
            constraint=oppvekst.ground.database.policies.Pair(
                name="appointment_same_municipality", parent="case", share="municipality"
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="appointment_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appointment",
            constraint=oppvekst.ground.database.policies.Forced(name="appointment_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appointment",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="appointment_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appointment",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="appointment_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appointment",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and access.in_case(person_id, case_id)",
                columns=(),
                command="insert",
                name="appointment_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appointment",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and access.in_case(person_id, case_id)",
                columns=(),
                command="insert",
                name="appointment_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appointment",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="appointment_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appointment",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="appointment_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appointment",
            constraint=oppvekst.ground.database.policies.Pair(
                name="appointment_of_measure", parent="measure", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appointment",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("cancelled_at", "cancelled_words", "met", "meaning", "written_at", "written_by_name"),
                command="update",
                name="appointment_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appointment",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("cancelled_at", "cancelled_words", "met", "meaning", "written_at", "written_by_name"),
                command="update",
                name="appointment_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="told",
            constraint=oppvekst.ground.database.policies.Pair(
                name="told_person_same_municipality", parent="person", share="municipality"
            ),
        ),
        migrations.AddConstraint(
            model_name="told",
            constraint=models.UniqueConstraint(fields=("appointment", "person"), name="told_once"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="told",
            constraint=oppvekst.ground.database.policies.Pair(
                name="told_same_municipality", parent="case", share="municipality"
            ),
        ),
        migrations.AddConstraint(
            model_name="told",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="told_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="told",
            constraint=oppvekst.ground.database.policies.Forced(name="told_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="told",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="told_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="told",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="told_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="told",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and access.in_case(person_id, case_id)",
                columns=(),
                command="insert",
                name="told_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="told",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and access.in_case(person_id, case_id)",
                columns=(),
                command="insert",
                name="told_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="told",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="", columns=(), command="select", name="told_worker", to=("oppvekst_worker",), using="true"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="told",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="told_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="told",
            constraint=oppvekst.ground.database.policies.Pair(
                name="told_of_appointment", parent="appointment", share="case"
            ),
        ),
    ]
