"""Who in the family has been told of an investigation, and what they may follow of it at My page."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

# What a family must never read, wherever somebody happens to have written it: a paragraph of the concern that is masked, the
# name of one who told it to the service alone, and what is kept back of a talk with the child (bvl §§ 12-6, 13-1; fvl § 19).
HUSHED = """
CREATE FUNCTION access.hushed(which uuid, said text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE told text := access.folded(said); spaced text := ' ' || access.words(said) || ' '; BEGIN
  RETURN EXISTS (SELECT FROM public.concerns_concern k JOIN public.concerns_passage p ON p.concern_id = k.id,
      LATERAL regexp_split_to_table(p.text, '[.!?\\n]+') part
     WHERE k.case_id = which AND p.masked AND length(access.folded(part)) > 7 AND position(access.folded(part) IN told) > 0)
    OR EXISTS (SELECT FROM public.concerns_concern k JOIN public.concerns_enquiry e ON e.id = k.enquiry_id,
      LATERAL split_part(btrim(e.name), ' ', 1) first
     WHERE k.case_id = which AND e.anonymity = 'service_only' AND length(first) > 1
       AND position(' ' || btrim(access.words(first)) || ' ' IN spaced) > 0)
    OR EXISTS (SELECT FROM public.investigations_talkwithholding w WHERE w.case_id = which AND w.ended_at IS NULL
       AND length(access.folded(w.what)) > 3 AND position(access.folded(w.what) IN told) > 0); END $$;
REVOKE EXECUTE ON FUNCTION access.hushed(uuid, text) FROM PUBLIC;
"""

# The investigation as the family may follow it. Where anybody in the case has a protected address, nothing that was written
# freely is shown: a school or a street in it would tell (bvl § 13-5 (3)). That somebody told us by duty tells who worried.
TOLD_OF = """
CREATE FUNCTION access.told_of(which uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE i record; texts jsonb; protected boolean; BEGIN
  SELECT n.*, p.given_name AS child INTO i FROM public.investigations_investigation n JOIN public.cases_case k ON k.id = n.case_id
    JOIN public.people_person p ON p.id = k.child_id WHERE n.id = which;
  protected := EXISTS (SELECT FROM public.cases_party y JOIN public.people_person p ON p.id = y.person_id
    WHERE y.case_id = i.case_id AND y.valid_to IS NULL AND p.protection > 0);
  SELECT coalesce(v.for_parents -> 'texts', '{}') INTO texts FROM public.investigations_planversion v
   WHERE v.investigation_id = which ORDER BY v.number DESC LIMIT 1;
  RETURN jsonb_build_object('id', i.id, 'child', i.child, 'opened', i.opened_on, 'received', i.received_on,
    'reopened', i.reopened_on, 'extended', CASE WHEN i.extension_told_on IS NOT NULL THEN i.extended_to END,
    'why_longer', CASE WHEN i.extension_told_on IS NOT NULL AND NOT protected AND NOT access.hushed(i.case_id, i.extension_reasons)
      THEN i.extension_reasons ELSE '' END,
    'hidden', protected, 'reasons', CASE WHEN protected OR access.hushed(i.case_id, i.reasons) THEN '' ELSE i.reasons END,
    'texts', (SELECT coalesce(jsonb_object_agg(t.key, t.value), '{}') FROM jsonb_each_text(coalesce(texts, '{}')) t
      WHERE NOT protected AND NOT access.hushed(i.case_id, t.value)),
    'rows', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'what', r.what, 'about', r.about, 'due', r.due,
        'done', r.done_on IS NOT NULL) ORDER BY r.due, r.id), '[]') FROM public.investigations_planrow r
      WHERE r.investigation_id = which AND NOT r.untold AND r.struck_on IS NULL AND NOT protected
        AND NOT access.hushed(i.case_id, r.what || ' ' || r.about)),
    'asked', (SELECT coalesce(jsonb_agg(jsonb_build_object('body', q.body, 'about', q.about, 'ground', q.ground, 'on', q.asked_on,
        'answered', q.answered_on) ORDER BY q.asked_on, q.id), '[]') FROM public.investigations_informationrequest q
      WHERE q.investigation_id = which AND q.told_on IS NOT NULL AND q.withdrawn_on IS NULL AND q.ground <> 'own_duty' AND NOT protected
        AND NOT access.hushed(i.case_id, q.body || ' ' || q.about))); END $$;
REVOKE EXECUTE ON FUNCTION access.told_of(uuid) FROM PUBLIC;
"""

# Whoever visits My page follows what she has been told of, while it goes on: as a parent with responsibility, or as the
# child from 15 (bvl § 12-3). A hold-back, a parent who is kept uninformed and a page that is closed stop it at once.
MINE = """
CREATE FUNCTION access.my_investigations() RETURNS SETOF jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE me uuid := access.visitor(); today date := (now() AT TIME ZONE 'Europe/Oslo')::date; BEGIN
  RETURN QUERY SELECT access.told_of(i.id) || jsonb_build_object('told', f.told_on, 'noted', f.noted_at)
    FROM public.investigations_familytold f JOIN public.investigations_investigation i ON i.id = f.investigation_id
   WHERE f.person_id = me AND f.taken_back_at IS NULL AND i.concluded_on IS NULL AND i.case_id = ANY (access.told_cases(false))
     AND EXISTS (SELECT FROM public.cases_party y JOIN public.people_person p ON p.id = y.person_id
       WHERE y.case_id = i.case_id AND y.person_id = me AND y.valid_to IS NULL
         AND (y.part IN ('mother', 'father', 'other_parent') AND y.parental_responsibility
           OR y.part = 'child' AND p.birth_date + interval '15 years' <= today))
   ORDER BY f.told_on DESC, i.id; END $$;
GRANT EXECUTE ON FUNCTION access.my_investigations() TO oppvekst_mypage;

-- The same for whoever has the case at the desk: what the family sees, before and after.
CREATE FUNCTION access.shown_to_family(which uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  RETURN (SELECT access.told_of(i.id) FROM public.investigations_investigation i WHERE i.id = which
     AND i.municipality_id = c.municipality AND i.case_id <> ALL (c.barred) AND (i.case_id = ANY (c.cases) OR c.wide IS NOT NULL)); END $$;
GRANT EXECUTE ON FUNCTION access.shown_to_family(uuid) TO oppvekst_desk_case, oppvekst_desk_intake, oppvekst_desk_team,
  oppvekst_desk_wide;
"""
UNDO = """DROP FUNCTION access.shown_to_family(uuid); DROP FUNCTION access.my_investigations(); DROP FUNCTION access.told_of(uuid);
DROP FUNCTION access.hushed(uuid, text);"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0011_sampling"),
        ("cases", "0010_residence"),
        ("investigations", "0005_collected"),
        ("people", "0003_only_read"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="FamilyTold",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("told_on", models.DateField(verbose_name="fikk vite det")),
                (
                    "how",
                    models.TextField(
                        choices=[
                            ("meeting", "i et møte"),
                            ("phone", "på telefon"),
                            ("letter", "i brev"),
                            ("visit", "hjemme hos familien"),
                        ],
                        verbose_name="hvordan",
                    ),
                ),
                ("noted_at", models.DateTimeField(verbose_name="skrevet")),
                ("noted_by", models.UUIDField(verbose_name="skrevet av")),
                ("noted_by_name", models.TextField(verbose_name="skrevet av")),
                ("taken_back_at", models.DateTimeField(blank=True, null=True, verbose_name="tatt bort fra Min side")),
                ("taken_back_by_name", models.TextField(blank=True, verbose_name="tatt bort av")),
                ("taken_back_reasons", models.TextField(blank=True, verbose_name="hvorfor tatt bort")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "investigation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="told",
                        to="investigations.investigation",
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
                "verbose_name": "fortalt om undersøkelsen",
                "verbose_name_plural": "fortalt om undersøkelsen",
                "db_table_comment": "Hvem i familien som har fått vite om undersøkelsen og kan følge den på Min side (fvl § 18)",
                "constraints": [
                    oppvekst.ground.database.policies.Pair(
                        name="family_told_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="family_told_in_case"),
                    oppvekst.ground.database.policies.Forced(name="family_told_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="family_told_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="family_told_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and noted_by = (select access.actor()) and access.in_case(person_id, case_id)",
                        columns=(),
                        command="insert",
                        name="family_told_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and noted_by = (select access.actor()) and access.in_case(person_id, case_id)",
                        columns=(),
                        command="insert",
                        name="family_told_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="family_told_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="family_told_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="family_told_of_investigation", parent="investigation", share="case"
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                        columns=("taken_back_at", "taken_back_by_name", "taken_back_reasons"),
                        command="update",
                        name="family_told_change",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.municipality())",
                        columns=("taken_back_at", "taken_back_by_name", "taken_back_reasons"),
                        command="update",
                        name="family_told_change_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="family_told_person_same_municipality", parent="person", share="municipality"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at", None)),
                        fields=("investigation", "person"),
                        name="family_told_once",
                    ),
                ],
            },
        ),
        migrations.RunSQL(HUSHED + TOLD_OF + MINE, UNDO),
    ]
