"""The family says at My page that a planned time does not suit; whoever is responsible has it on her list."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

# The one thing that is written from here: that one planned time does not suit, why, and what would. Only of help whose days
# one may read, before the day has come, and so many times that one can mend what one wrote. What is said twice is said
# once. The plan is not touched: it stands on the list of whoever is responsible, until she calls off, moves or answers.
# My page does not choose what time it is, and the day to answer by never goes past the day it is about.
SAY = """
CREATE FUNCTION access.say_unsuited(which uuid, said text, other text, answer_by date, told_at timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE me uuid := access.visitor(); told timestamptz := access.told_at(told_at); o record; called text; whose uuid;
  day date := (told AT TIME ZONE 'Europe/Oslo')::date; by_day date; about text; heading text;
  why text := left(btrim(coalesce(said, '')), 1000); suits text := left(btrim(coalesce(other, '')), 1000); BEGIN
  SELECT p.* INTO o FROM public.measures_occasion p WHERE p.id = which AND access.may_say(p.measure_id, p.kind) FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not_there'; END IF;
  IF EXISTS (SELECT FROM public.measures_unsuited u WHERE u.occasion_id = which AND u.person_id = me AND u.settled_at IS NULL
      AND u.words = why AND u.instead = suits) THEN RETURN 'said'; END IF;
  IF o.stood <> 'planned' OR o.first_day < day THEN RETURN 'changed'; END IF;
  IF (SELECT count(*) FILTER (WHERE u.occasion_id = which) >= 5 OR count(*) FILTER (WHERE u.said_at > told - interval '1 day') >= 20
      FROM public.measures_unsuited u WHERE u.person_id = me AND u.case_id = o.case_id) THEN RETURN 'enough'; END IF;
  SELECT g.called INTO called FROM public.cases_mypage g WHERE g.case_id = o.case_id AND g.person_id = me AND g.closed_at IS NULL LIMIT 1;
  INSERT INTO public.measures_unsuited (id, municipality_id, case_id, occasion_id, person_id, person_name, words, instead, said_at,
      answer, settled_by_name, taken_back)
    VALUES (gen_random_uuid(), o.municipality_id, o.case_id, which, me, called, why, suits, told, '', '', false);
  about := extract(day FROM o.first_day) || '. ' || ('{januar,februar,mars,april,mai,juni,juli,august,september,oktober,november,desember}'
    ::text[])[extract(month FROM o.first_day)::integer];
  by_day := least(greatest(coalesce(answer_by, day), day), o.first_day);
  SELECT 'Passer ikke ' || about || ': ' || m.title, coalesce(k.responsible, m.opened_by) INTO heading, whose
    FROM public.measures_measure m JOIN public.cases_case k ON k.id = m.case_id WHERE m.id = o.measure_id;
  UPDATE public.agenda_item i SET open = true, done_on = NULL, assignee = whose, title = heading, due = by_day
   WHERE i.subject = which AND i.rule = 'occasion-unsuited';
  IF NOT FOUND THEN
    INSERT INTO public.agenda_item (id, municipality_id, subject, subject_kind, case_id, rule, title, due, steps, law, interpretation,
        assignee, queue, open)
      VALUES (gen_random_uuid(), o.municipality_id, which, 'occasion', o.case_id, 'occasion-unsuited', heading, by_day,
        jsonb_build_array('Planen er som før til du avlyser, flytter eller svarer.'), 'bvl § 1-9',
        'Loven har ingen frist. Virkedagen før er tjenestens egen praksis.', whose, '', true);
  END IF;
  INSERT INTO public.journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
    VALUES (gen_random_uuid(), o.municipality_id, told, 'occasion.unsuited', which, o.case_id, NULL, 'Min side', 'mypage',
      called || ' sa fra på Min side om at ' || to_char(o.first_day, 'DD.MM.YYYY') || ' ikke passer.', 'bvl § 1-9', '{}');
  RETURN 'told'; END $$;
REVOKE EXECUTE ON FUNCTION access.say_unsuited(uuid, text, text, date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.say_unsuited(uuid, text, text, date, timestamptz) TO oppvekst_mypage;
"""

# It suits after all: what one said oneself waits for no answer, and where nobody else waits, the task is gone.
SUITS = """
CREATE FUNCTION access.suits_after_all(which uuid, told_at timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE me uuid := access.visitor(); told timestamptz := access.told_at(told_at); o record; called text; BEGIN
  SELECT p.* INTO o FROM public.measures_occasion p WHERE p.id = which AND access.may_say(p.measure_id, p.kind) FOR UPDATE;
  IF NOT FOUND THEN RETURN 'not_there'; END IF;
  SELECT max(u.person_name) INTO called FROM public.measures_unsuited u
   WHERE u.occasion_id = which AND u.person_id = me AND u.settled_at IS NULL;
  IF called IS NULL THEN RETURN 'settled'; END IF;
  UPDATE public.measures_unsuited u SET settled_at = told, taken_back = true
   WHERE u.occasion_id = which AND u.person_id = me AND u.settled_at IS NULL;
  UPDATE public.agenda_item i SET open = false WHERE i.subject = which AND i.rule = 'occasion-unsuited'
    AND NOT EXISTS (SELECT FROM public.measures_unsuited u WHERE u.occasion_id = which AND u.settled_at IS NULL);
  INSERT INTO public.journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
    VALUES (gen_random_uuid(), o.municipality_id, told, 'occasion.suits', which, o.case_id, NULL, 'Min side', 'mypage',
      called || ' sa på Min side at ' || to_char(o.first_day, 'DD.MM.YYYY') || ' passer likevel.', 'bvl § 1-9', '{}');
  RETURN 'told'; END $$;
REVOKE EXECUTE ON FUNCTION access.suits_after_all(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.suits_after_all(uuid, timestamptz) TO oppvekst_mypage;
"""

# What the two ask first: what time it is, which My page does not say, and whether the days of this help are hers to read.
ASKED = """
CREATE FUNCTION access.told_at(told timestamptz) RETURNS timestamptz LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  IF session_user = 'oppvekst_mypage' THEN RETURN now(); END IF;
  IF told IS NULL OR NOT isfinite(told) THEN RAISE EXCEPTION 'not a moment' USING ERRCODE = '22008'; END IF;
  RETURN told; END $$;
CREATE FUNCTION access.may_say(help uuid, sort text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT help = ANY (access.help_with_days())
    AND EXISTS (SELECT FROM public.measures_measure m WHERE m.id = help AND (m.days_open OR sort IN ('stay', 'hours'))) $$;
REVOKE EXECUTE ON FUNCTION access.told_at(timestamptz), access.may_say(uuid, text) FROM PUBLIC;
"""

# What one has said oneself of the days one may read: what waits, what is to come, and the last month, with our answer to
# just that person.
SAID = """
CREATE FUNCTION access.my_unsuited(day date) RETURNS SETOF jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE me uuid := access.visitor(); mine uuid[] := access.help_with_days();
  since date := CASE session_user WHEN 'oppvekst_mypage' THEN (now() AT TIME ZONE 'Europe/Oslo')::date ELSE day END; BEGIN
  RETURN QUERY SELECT jsonb_build_object('occasion', u.occasion_id, 'measure', o.measure_id, 'first', o.first_day, 'last', o.last_day,
      'words', u.words, 'instead', u.instead, 'said', u.said_at, 'settled', u.settled_at IS NOT NULL, 'taken_back', u.taken_back,
      'answer', CASE WHEN access.hushed(u.case_id, u.answer) THEN '' ELSE u.answer END)
    FROM public.measures_unsuited u JOIN public.measures_occasion o ON o.id = u.occasion_id
   WHERE u.person_id = me AND o.measure_id = ANY (mine)
     AND (u.settled_at IS NULL OR u.settled_at >= since - interval '1 month' OR o.stood = 'planned' AND o.last_day >= since)
   ORDER BY u.said_at, u.id; END $$;
REVOKE EXECUTE ON FUNCTION access.my_unsuited(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.my_unsuited(date) TO oppvekst_mypage;
"""
UNDO = """
DROP FUNCTION access.my_unsuited(date); DROP FUNCTION access.suits_after_all(uuid, timestamptz);
DROP FUNCTION access.say_unsuited(uuid, text, text, date, timestamptz); DROP FUNCTION access.may_say(uuid, text);
DROP FUNCTION access.told_at(timestamptz);
"""


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
                ("taken_back", models.BooleanField(default=False, verbose_name="passer likevel")),
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
        migrations.RunSQL(ASKED + SAY + SUITS + SAID, UNDO),
    ]
