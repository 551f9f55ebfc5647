"""Each one's own copy of a decision, the word that it lies ready, and what My page may read of it (fvl § 27)."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

READ = """
-- The cases of which whoever is here may be told: where My page is open for her, and she is not kept uninformed for safety.
-- While all is held back from the parents, only what they have opened before stays; the child has her own page.
CREATE FUNCTION access.told_cases(read_before boolean) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(p.case_id), '{}') FROM public.cases_mypage p
   WHERE p.person_id = access.visitor() AND p.closed_at IS NULL
     AND NOT EXISTS (SELECT FROM public.cases_uninformed u
       WHERE u.case_id = p.case_id AND u.person_id = p.person_id AND u.lifted_at IS NULL)
     AND (read_before OR p.part = 'child' OR NOT EXISTS (SELECT FROM public.cases_holdback h
       WHERE h.case_id = p.case_id AND h.lifted_at IS NULL)) $$;
GRANT EXECUTE ON FUNCTION access.told_cases(boolean) TO oppvekst_mypage;
"""
# The time of reading is kept (eForvaltningsforskriften § 8), and the child's journal says it once. Whoever cannot see the
# copy opens nothing, and is not told whether it is there.
OPENED = """
CREATE FUNCTION access.copy_opened(which uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c record; BEGIN
  UPDATE public.decisions_copy o SET opened_at = now()
   WHERE o.id = which AND o.person_id = access.visitor() AND o.shown_from IS NOT NULL AND o.withdrawn_at IS NULL
     AND o.opened_at IS NULL AND o.case_id = ANY (access.told_cases(false))
   RETURNING o.id, o.municipality_id, o.case_id, o.addressee_id, o.title INTO c;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE public.decisions_addressee a SET opened_at = now() WHERE a.id = c.addressee_id AND a.opened_at IS NULL;
  INSERT INTO public.journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
    SELECT gen_random_uuid(), c.municipality_id, now(), 'decision.read', a.decision_id, c.case_id, NULL, 'Min side', 'mypage',
           a.name || ' åpnet vedtaket på Min side: ' || c.title || '.', 'eForvaltningsforskriften § 8', '{}'
      FROM public.decisions_addressee a WHERE a.id = c.addressee_id;
  RETURN true; END $$;
GRANT EXECUTE ON FUNCTION access.copy_opened(uuid) TO oppvekst_mypage;
"""
UNDO = "DROP FUNCTION access.copy_opened(uuid); DROP FUNCTION access.told_cases(boolean);"


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0011_sampling"),
        ("cases", "0008_one_roof"),
        ("decisions", "0003_appeals"),
        ("investigations", "0002_who_decides"),
        ("people", "0003_only_read"),
    ]

    operations = [
        migrations.RunSQL(READ + OPENED, UNDO),
        oppvekst.ground.database.tables.NewTable(
            name="Copy",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title", models.TextField(verbose_name="tittel")),
                ("language", models.TextField(default="nb", verbose_name="språk")),
                ("told", models.JSONField(default=dict, verbose_name="hva som står i det")),
                ("pdf", models.BinaryField(verbose_name="brevet")),
                ("sha256", models.TextField(verbose_name="SHA-256 av brevet")),
                ("pages", models.IntegerField(verbose_name="sider")),
                ("road", models.TextField(verbose_name="hvor en klage går")),
                ("decided_on", models.DateField(verbose_name="vedtatt")),
                ("made_at", models.DateTimeField(verbose_name="laget")),
                ("made_by", models.UUIDField(verbose_name="laget av")),
                ("made_by_name", models.TextField(verbose_name="laget av")),
                (
                    "route",
                    models.TextField(
                        choices=[
                            ("digital", "digitalt"),
                            ("post", "i posten"),
                            ("hand", "personlig"),
                            ("safe", "trygg vei"),
                        ],
                        verbose_name="vei",
                    ),
                ),
                ("shown_from", models.DateTimeField(blank=True, null=True, verbose_name="vist på Min side fra")),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="åpnet")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="tatt bort")),
                ("appeal_due", models.DateField(blank=True, null=True, verbose_name="klagefrist")),
                ("appeal_steps", models.JSONField(default=list, verbose_name="slik er fristen regnet")),
            ],
            options={
                "verbose_name": "eksemplar av vedtak",
                "verbose_name_plural": "eksemplarer av vedtak",
                "db_table_comment": "Hver mottakers eget eksemplar av et vedtak, slik det ble sendt",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="ReadyNotice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("phone", models.TextField(verbose_name="telefon")),
                ("language", models.TextField(default="nb", verbose_name="språk")),
                ("again", models.BooleanField(default=False, verbose_name="andre gang")),
                ("written_at", models.DateTimeField(verbose_name="lagt i køen")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sendt")),
                ("failed_at", models.DateTimeField(blank=True, null=True, verbose_name="kom ikke fram")),
            ],
            options={
                "verbose_name": "varsel om post",
                "verbose_name_plural": "varsler om post",
                "db_table_comment": "Nøytralt varsel til en telefon om at noe ligger klart på Min side",
            },
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="addressee",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="true",
                columns=("notified_at", "second_notice_at", "reached_on", "reached_how", "appeal_due"),
                command="update",
                name="addressee_clocked",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="decision",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="true",
                columns=("state",),
                command="update",
                name="decision_clocked",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        migrations.AddField(
            model_name="copy",
            name="addressee",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="copies", to="decisions.addressee"
            ),
        ),
        migrations.AddField(
            model_name="copy",
            name="case",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
        ),
        migrations.AddField(
            model_name="copy",
            name="municipality",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.municipality"
            ),
        ),
        migrations.AddField(
            model_name="copy",
            name="person",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
            ),
        ),
        migrations.AddField(
            model_name="readynotice",
            name="addressee",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="decisions.addressee"
            ),
        ),
        migrations.AddField(
            model_name="readynotice",
            name="case",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
        ),
        migrations.AddField(
            model_name="readynotice",
            name="municipality",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.municipality"
            ),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="copy",
            index=models.Index(fields=["person"], name="decision_copy_of_person"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="copy",
            constraint=oppvekst.ground.database.policies.Pair(
                name="decision_copy_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="copy",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="decision_copy_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="copy",
            constraint=oppvekst.ground.database.policies.Forced(name="decision_copy_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="copy",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="decision_copy_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="copy",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="decision_copy_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="copy",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and (person_id is null or access.in_case(person_id, case_id))",
                columns=(),
                command="insert",
                name="decision_copy_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="copy",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and (person_id is null or access.in_case(person_id, case_id))",
                columns=(),
                command="insert",
                name="decision_copy_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="copy",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="decision_copy_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="copy",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="decision_copy_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="copy",
            constraint=oppvekst.ground.database.policies.Pair(
                name="decision_copy_of_addressee", parent="addressee", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="copy",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("withdrawn_at", "appeal_due", "appeal_steps"),
                command="update",
                name="decision_copy_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="copy",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("withdrawn_at", "appeal_due", "appeal_steps"),
                command="update",
                name="decision_copy_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="copy",
            constraint=oppvekst.ground.database.policies.Pair(
                name="decision_copy_person_same_municipality", parent="person", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="copy",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(
                    "id",
                    "municipality_id",
                    "title",
                    "language",
                    "told",
                    "pdf",
                    "shown_from",
                    "opened_at",
                    "appeal_due",
                    "appeal_steps",
                    "road",
                    "decided_on",
                ),
                command="select",
                name="decision_copy_own",
                to=("oppvekst_mypage",),
                using="person_id = (select access.visitor()) and shown_from is not null and withdrawn_at is null and case_id = any (case when opened_at is null then (select access.told_cases(false)) else (select access.told_cases(true)) end)",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="copy",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="true",
                columns=("appeal_due", "appeal_steps"),
                command="update",
                name="decision_copy_counted",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="readynotice",
            index=models.Index(
                condition=models.Q(("failed_at", None), ("sent_at", None)),
                fields=["written_at"],
                name="ready_notice_waiting",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="readynotice",
            constraint=oppvekst.ground.database.policies.Pair(
                name="ready_notice_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="readynotice",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="ready_notice_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="readynotice",
            constraint=oppvekst.ground.database.policies.Forced(name="ready_notice_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="readynotice",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="ready_notice_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="readynotice",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="ready_notice_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="readynotice",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="ready_notice_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="readynotice",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="ready_notice_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="readynotice",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="ready_notice_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="readynotice",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="ready_notice_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="readynotice",
            constraint=oppvekst.ground.database.policies.Pair(
                name="ready_notice_of_addressee", parent="addressee", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="readynotice",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="again",
                columns=(),
                command="insert",
                name="ready_notice_again",
                to=("oppvekst_worker",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="readynotice",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="true",
                columns=("sent_at", "failed_at"),
                command="update",
                name="ready_notice_sent",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
    ]
