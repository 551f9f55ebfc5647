"""The family says at My page that a planned time does not suit; whoever is responsible has it on her list."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

# The one thing that is written from here: that one planned time does not suit, why, and what would. Only of help whose days
# one may read, before the day has come, and so many times that one can mend what one wrote. What is said twice is said
# once. The plan is not touched: it stands on the list of whoever is responsible, until she calls off, moves or answers.
SAY = """
CREATE FUNCTION access.say_unsuited(which uuid, said text, other text, told_at timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE me uuid := access.visitor(); day date := (told_at AT TIME ZONE 'Europe/Oslo')::date; o record; called text; whose uuid;
  why text := left(btrim(coalesce(said, '')), 1000); suits text := left(btrim(coalesce(other, '')), 1000); heading text; BEGIN
  SELECT p.* INTO o FROM public.measures_occasion p WHERE p.id = which AND p.measure_id = ANY (access.help_with_days()) FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not_there'; END IF;
  IF EXISTS (SELECT FROM public.measures_unsuited u WHERE u.occasion_id = which AND u.person_id = me AND u.settled_at IS NULL
      AND u.words = why AND u.instead = suits) THEN RETURN 'said'; END IF;
  IF o.stood <> 'planned' OR o.first_day < day THEN RETURN 'changed'; END IF;
  IF (SELECT count(*) FILTER (WHERE u.occasion_id = which) >= 5 OR count(*) FILTER (WHERE u.said_at > told_at - interval '1 day') >= 20
      FROM public.measures_unsuited u WHERE u.person_id = me AND u.case_id = o.case_id) THEN RETURN 'enough'; END IF;
  SELECT g.called INTO called FROM public.cases_mypage g WHERE g.case_id = o.case_id AND g.person_id = me AND g.closed_at IS NULL LIMIT 1;
  INSERT INTO public.measures_unsuited (id, municipality_id, case_id, occasion_id, person_id, person_name, words, instead, said_at,
      answer, settled_by_name)
    VALUES (gen_random_uuid(), o.municipality_id, o.case_id, which, me, called, why, suits, told_at, '', '');
  SELECT 'Dette passer ikke for familien: ' || m.title, coalesce(k.responsible, m.opened_by) INTO heading, whose
    FROM public.measures_measure m JOIN public.cases_case k ON k.id = m.case_id WHERE m.id = o.measure_id;
  UPDATE public.agenda_item i SET open = true, done_on = NULL, assignee = whose, title = heading
   WHERE i.subject = which AND i.rule = 'occasion-unsuited';
  IF NOT FOUND THEN
    INSERT INTO public.agenda_item (id, municipality_id, subject, subject_kind, case_id, rule, title, steps, law, interpretation,
        assignee, queue, open)
      VALUES (gen_random_uuid(), o.municipality_id, which, 'occasion', o.case_id, 'occasion-unsuited', heading, jsonb_build_array(
        'Det gjelder ' || to_char(o.first_day, 'DD.MM.YYYY') || '. Planen er som før til du avlyser, flytter eller svarer.'),
        'bvl § 1-9', '', whose, '', true);
  END IF;
  INSERT INTO public.journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
    VALUES (gen_random_uuid(), o.municipality_id, told_at, 'occasion.unsuited', which, o.case_id, NULL, 'Min side', 'mypage',
      called || ' sa fra på Min side om at ' || to_char(o.first_day, 'DD.MM.YYYY') || ' ikke passer.', 'bvl § 1-9', '{}');
  RETURN 'told'; END $$;
REVOKE EXECUTE ON FUNCTION access.say_unsuited(uuid, text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.say_unsuited(uuid, text, text, timestamptz) TO oppvekst_mypage;
"""

# What one has said oneself of the days one may read, the newest of each, with our answer to just that person.
SAID = """
CREATE FUNCTION access.my_unsuited() RETURNS SETOF jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE me uuid := access.visitor(); mine uuid[] := access.help_with_days(); BEGIN
  RETURN QUERY SELECT DISTINCT ON (u.occasion_id) jsonb_build_object('occasion', u.occasion_id, 'words', u.words, 'instead', u.instead,
      'said', u.said_at, 'settled', u.settled_at IS NOT NULL,
      'answer', CASE WHEN access.hushed(u.case_id, u.answer) THEN '' ELSE u.answer END)
    FROM public.measures_unsuited u JOIN public.measures_occasion o ON o.id = u.occasion_id
   WHERE u.person_id = me AND o.measure_id = ANY (mine) ORDER BY u.occasion_id, u.said_at DESC; END $$;
REVOKE EXECUTE ON FUNCTION access.my_unsuited() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.my_unsuited() TO oppvekst_mypage;
"""
UNDO = "DROP FUNCTION access.my_unsuited(); DROP FUNCTION access.say_unsuited(uuid, text, text, timestamptz);"


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0011_sampling"),
        ("cases", "0011_closing"),
        ("measures", "0012_my_days"),
        ("people", "0003_only_read"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="Unsuited",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("person_name", models.TextField(verbose_name="sagt av")),
                ("words", models.TextField(blank=True, verbose_name="hvorfor det ikke passer")),
                ("instead", models.TextField(blank=True, verbose_name="hva som passer")),
                ("said_at", models.DateTimeField(verbose_name="sagt")),
                ("answer", models.TextField(blank=True, verbose_name="svaret")),
                ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="besvart")),
                ("settled_by_name", models.TextField(blank=True, verbose_name="besvart av")),
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
                    "occasion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="unsuited", to="measures.occasion"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "beskjed om at en gang ikke passer",
                "verbose_name_plural": "beskjeder om at en gang ikke passer",
                "db_table_comment": "Beskjed fra familien på Min side om at en planlagt gang ikke passer",
                "indexes": [models.Index(fields=["case", "said_at"], name="unsuited_of_case")],
                "constraints": [
                    oppvekst.ground.database.policies.Pair(
                        name="unsuited_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="unsuited_in_case"),
                    oppvekst.ground.database.policies.Forced(name="unsuited_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="unsuited_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="unsuited_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and false",
                        columns=(),
                        command="insert",
                        name="unsuited_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and false",
                        columns=(),
                        command="insert",
                        name="unsuited_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="unsuited_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="unsuited_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="unsuited_of_occasion", parent="occasion", share="case"
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                        columns=("answer", "settled_at", "settled_by_name"),
                        command="update",
                        name="unsuited_change",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.municipality())",
                        columns=("answer", "settled_at", "settled_by_name"),
                        command="update",
                        name="unsuited_change_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="unsuited_person_same_municipality", parent="person", share="municipality"
                    ),
                ],
            },
        ),
        migrations.RunSQL(SAY + SAID, UNDO),
    ]
