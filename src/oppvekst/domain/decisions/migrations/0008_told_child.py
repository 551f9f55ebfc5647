"""A decision in words for the child, on the child's own page."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

# The cases whose child it is that has come in, while its own page is open. A child reads its own also while all is held back
# from the parents.
OWN = """
CREATE FUNCTION access.my_own_cases() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  RETURN (SELECT coalesce(array_agg(p.case_id), '{}') FROM public.cases_mypage p
    WHERE p.person_id = access.visitor() AND p.part = 'child' AND p.closed_at IS NULL); END $$;
GRANT EXECUTE ON FUNCTION access.my_own_cases() TO oppvekst_mypage;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0011_sampling"),
        ("cases", "0011_closing"),
        ("decisions", "0007_conclusion"),
    ]

    operations = [
        migrations.RunSQL(OWN, "DROP FUNCTION access.my_own_cases()"),
        oppvekst.ground.database.tables.NewTable(
            name="ChildTold",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("decided", models.TextField(verbose_name="hva vi har bestemt")),
                ("view", models.TextField(verbose_name="det barnet sa, og hva det betydde")),
                ("why_not", models.TextField(blank=True, verbose_name="hvorfor ikke alt ble slik barnet ville")),
                ("written_at", models.DateTimeField(verbose_name="skrevet")),
                ("written_by", models.UUIDField(verbose_name="skrevet av")),
                ("written_by_name", models.TextField(verbose_name="skrevet av")),
                ("taken_back_at", models.DateTimeField(blank=True, null=True, verbose_name="tatt bort")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="told_child", to="decisions.decision"
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
                "verbose_name": "vedtaket i ord til barnet",
                "verbose_name_plural": "vedtak i ord til barn",
                "db_table_comment": "Vedtaket i ord til barnet, på barnets egen side (bvl § 1-4)",
                "constraints": [
                    oppvekst.ground.database.policies.Pair(
                        name="child_told_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="child_told_in_case"),
                    oppvekst.ground.database.policies.Forced(name="child_told_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="child_told_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="child_told_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and written_by = (select access.actor())",
                        columns=(),
                        command="insert",
                        name="child_told_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and written_by = (select access.actor())",
                        columns=(),
                        command="insert",
                        name="child_told_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="child_told_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="child_told_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="child_told_of_decision", parent="decision", share="case"
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                        columns=("taken_back_at",),
                        command="update",
                        name="child_told_change",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.municipality())",
                        columns=("taken_back_at",),
                        command="update",
                        name="child_told_change_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at", None)), fields=("decision",), name="child_told_once"
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=("id", "municipality_id", "decided", "view", "why_not", "written_at"),
                        command="select",
                        name="child_told_own",
                        to=("oppvekst_mypage",),
                        using="taken_back_at is null and case_id = any ((select access.my_own_cases())::uuid[])",
                    ),
                ],
            },
        ),
    ]
