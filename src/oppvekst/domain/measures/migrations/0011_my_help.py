"""The help that goes on, as whoever has logged in at My page may read it."""

from django.db import migrations

# Help that is decided or goes on, to the child it is for and to each parent with responsibility whom the decision names as
# party or informed, once it has been sent (bvl §§ 1-4, 12-2, 12-3). A hold-back, a parent who is kept uninformed and a page that is closed stop it at
# once. Somebody only informed, somebody whom the tribunal's order names in our papers as nothing yet, or from whom a paragraph of the decision is left out, reads that there is help and no more.
# Where anybody in the case has a protected address nothing that was written freely is shown (bvl § 13-5 (3)). A test of
# drugs is «an appointment» to whoever reads, and only one's own (bvl § 13-1). The child's words in the plan are the child's.
MY_HELP = """
CREATE FUNCTION access.my_help() RETURNS SETOF jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE me uuid := access.visitor(); today date := (now() AT TIME ZONE 'Europe/Oslo')::date; m record;
  quiet boolean; grown boolean; whole boolean; BEGIN
  FOR m IN SELECT t.*, k.child_id = me AS own, p.given_name AS child, p.birth_date AS born, a.id AS copy, a.standing
     FROM public.measures_measure t JOIN public.cases_case k ON k.id = t.case_id JOIN public.people_person p ON p.id = k.child_id
     JOIN public.cases_party y ON y.case_id = t.case_id AND y.person_id = me AND y.valid_to IS NULL
     LEFT JOIN public.decisions_addressee a ON a.decision_id = t.decision_id AND a.party_id = y.id
    WHERE t.case_id = ANY (access.told_cases(false)) AND t.state IN ('decided', 'running', 'under_evaluation', 'suspended')
      AND (y.part = 'child' AND k.child_id = me OR y.part IN ('mother', 'father', 'other_parent') AND y.parental_responsibility
        AND (t.by_order OR a.standing IN ('party', 'informed') AND coalesce(a.dispatched_at, a.available_at) IS NOT NULL))
    ORDER BY t.opened_at DESC, t.id
  LOOP
    quiet := m.category = '5.4' OR EXISTS (SELECT FROM public.cases_party y JOIN public.people_person p ON p.id = y.person_id
      WHERE y.case_id = m.case_id AND y.valid_to IS NULL AND p.protection > 0);
    grown := NOT m.own OR m.born + interval '15 years' <= today;
    whole := NOT quiet AND (m.own OR m.standing = 'party') AND NOT EXISTS (SELECT FROM public.decisions_withholding w
      WHERE w.addressee_id = m.copy AND w.lifted_at IS NULL);
    RETURN NEXT jsonb_build_object('id', m.id, 'child', m.child, 'own', m.own, 'state', m.state, 'noted', m.opened_at,
      'appointments', m.category = '5.4', 'category', CASE WHEN m.category = '5.4' THEN '' ELSE m.category END,
      'title', CASE WHEN quiet OR access.hushed(m.case_id, m.title) THEN '' ELSE m.title END,
      'provider', CASE WHEN NOT whole OR access.hushed(m.case_id, m.provider_name) THEN '' ELSE m.provider_name END,
      'started', m.started_on, 'ends', m.ends_on, 'interval', m.interval_months,
      'last', (SELECT max(e.on) FROM public.measures_evaluation e WHERE e.measure_id = m.id),
      'next', CASE WHEN m.category = '5.4' THEN (SELECT min(o.at) FROM public.measures_appointment o WHERE o.measure_id = m.id
        AND o.person_id = me AND o.cancelled_at IS NULL AND o.met IS NULL AND o.at > now()) END,
      'content', coalesce((SELECT n.content FROM public.measures_plan n WHERE n.measure_id = m.id AND n.valid_to IS NULL
        AND whole AND grown AND NOT access.hushed(m.case_id, n.content) ORDER BY n.version DESC LIMIT 1), ''),
      'words', coalesce((SELECT n.child_words FROM public.measures_plan n WHERE n.measure_id = m.id AND n.valid_to IS NULL
        AND m.own AND NOT quiet ORDER BY n.version DESC LIMIT 1), ''),
      'goals', (SELECT coalesce(jsonb_agg(jsonb_build_object('text', g.text, 'seen_by', g.seen_by, 'state', g.state,
          'seen', (SELECT coalesce(jsonb_agg(jsonb_build_object('on', e.on, 'stand', s.stand, 'words',
              CASE WHEN grown AND NOT access.hushed(m.case_id, s.words) THEN s.words ELSE '' END) ORDER BY e.on, e.id), '[]')
            FROM public.measures_goalseen s JOIN public.measures_evaluation e ON e.id = s.evaluation_id WHERE s.goal_id = g.id))
          ORDER BY g.set_on, g.id), '[]') FROM public.measures_goal g
        WHERE g.measure_id = m.id AND whole AND g.state <> 'left' AND NOT access.hushed(m.case_id, g.text || ' ' || g.seen_by)));
  END LOOP; END $$;
REVOKE EXECUTE ON FUNCTION access.my_help() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.my_help() TO oppvekst_mypage;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("decisions", "0008_told_child"),
        ("investigations", "0006_told"),
        ("measures", "0010_aftercare"),
    ]

    operations = [migrations.RunSQL(MY_HELP, "DROP FUNCTION access.my_help()")]
