import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

# What is written about where a child lives and who is responsible is added to, so that an old yes can be judged by its day.
ONLY_ADDED = """
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON {0} FOR EACH ROW EXECUTE FUNCTION access.only_added();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON {0} FOR EACH STATEMENT EXECUTE FUNCTION access.only_added();
CREATE TRIGGER not_provisional BEFORE INSERT ON {0} FOR EACH ROW EXECUTE FUNCTION access.not_provisional('case_id');
"""
UNDO = "DROP TRIGGER only_added ON {0}; DROP TRIGGER not_emptied ON {0}; DROP TRIGGER not_provisional ON {0};"
TABLES = ("cases_residence", "cases_responsibility", "cases_understanding")


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0002_only_added"),
        ("access", "0011_sampling"),
        ("cases", "0009_ties_and_happenings"),
        ("people", "0003_only_read"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="Residence",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("source", models.TextField(verbose_name="kilde")),
                ("checked_on", models.DateField(verbose_name="kontrollert")),
                ("valid_from", models.DateField(verbose_name="fra og med")),
                ("noted_at", models.DateTimeField(verbose_name="skrevet")),
                ("noted_by", models.UUIDField(verbose_name="skrevet av")),
                ("noted_by_name", models.TextField(verbose_name="skrevet av")),
                (
                    "living",
                    models.TextField(
                        choices=[
                            ("one", "fast hos én av foreldrene"),
                            ("together", "sammen med begge foreldrene"),
                            ("shared", "delt bosted"),
                            ("neither", "ikke hos noen av foreldrene"),
                            ("care", "barneverntjenesten har omsorgen"),
                        ],
                        verbose_name="bosted",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="residences", to="cases.case"
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="hos",
                    ),
                ),
            ],
            options={
                "verbose_name": "bosted",
                "verbose_name_plural": "bosteder",
                "db_table_comment": "Hvor barnet bor fast, fra en dag, med kilde",
                "indexes": [models.Index(fields=["case", "valid_from"], name="residence_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("living", "one"), ("person__isnull", False)),
                            models.Q(models.Q(("living", "one"), _negated=True), ("person", None)),
                            _connector="OR",
                        ),
                        name="residence_names_whom",
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="residence_person_same_municipality", parent="person", share="municipality"
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="residence_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="residence_in_case"),
                    oppvekst.ground.database.policies.Forced(name="residence_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="residence_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="residence_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and noted_by = (select access.actor()) and (person_id is null or access.in_case(person_id, case_id))",
                        columns=(),
                        command="insert",
                        name="residence_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and noted_by = (select access.actor()) and (person_id is null or access.in_case(person_id, case_id))",
                        columns=(),
                        command="insert",
                        name="residence_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="residence_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="residence_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                ],
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Responsibility",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("source", models.TextField(verbose_name="kilde")),
                ("checked_on", models.DateField(verbose_name="kontrollert")),
                ("valid_from", models.DateField(verbose_name="fra og med")),
                ("noted_at", models.DateTimeField(verbose_name="skrevet")),
                ("noted_by", models.UUIDField(verbose_name="skrevet av")),
                ("noted_by_name", models.TextField(verbose_name="skrevet av")),
                ("holds", models.BooleanField(verbose_name="har foreldreansvar")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="responsibilities", to="cases.case"
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
                "verbose_name": "foreldreansvar",
                "verbose_name_plural": "foreldreansvar",
                "db_table_comment": "Hvem som har foreldreansvar, fra en dag, med kilde",
                "indexes": [models.Index(fields=["case", "valid_from"], name="responsibility_of_case")],
                "constraints": [
                    oppvekst.ground.database.policies.Pair(
                        name="responsibility_person_same_municipality", parent="person", share="municipality"
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="responsibility_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="responsibility_in_case"),
                    oppvekst.ground.database.policies.Forced(name="responsibility_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="responsibility_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="responsibility_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and noted_by = (select access.actor()) and access.in_case(person_id, case_id)",
                        columns=(),
                        command="insert",
                        name="responsibility_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and noted_by = (select access.actor()) and access.in_case(person_id, case_id)",
                        columns=(),
                        command="insert",
                        name="responsibility_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="responsibility_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="responsibility_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                ],
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Understanding",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("understands", models.BooleanField(verbose_name="forstår hva saken gjelder")),
                ("assessed_on", models.DateField(verbose_name="vurdert")),
                ("reasons", models.TextField(verbose_name="begrunnelse")),
                ("noted_at", models.DateTimeField(verbose_name="skrevet")),
                ("noted_by", models.UUIDField(verbose_name="vurdert av")),
                ("noted_by_name", models.TextField(verbose_name="vurdert av")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="understandings", to="cases.case"
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
                "verbose_name": "vurdering av om barnet forstår saken",
                "verbose_name_plural": "vurderinger av om barnet forstår saken",
                "db_table_comment": "Om barnet forstår hva saken gjelder, vurdert av hvem og når",
                "indexes": [models.Index(fields=["case", "assessed_on"], name="understanding_of_case")],
                "constraints": [
                    oppvekst.ground.database.policies.Pair(
                        name="understanding_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="understanding_in_case"),
                    oppvekst.ground.database.policies.Forced(name="understanding_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="understanding_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="understanding_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and noted_by = (select access.actor())",
                        columns=(),
                        command="insert",
                        name="understanding_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and noted_by = (select access.actor())",
                        columns=(),
                        command="insert",
                        name="understanding_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="understanding_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="understanding_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                ],
            },
        ),
        *(migrations.RunSQL(ONLY_ADDED.format(table), UNDO.format(table)) for table in TABLES),
    ]
