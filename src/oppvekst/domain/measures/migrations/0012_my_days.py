"""The days that help is to be given, as whoever has logged in at My page may read them."""

from django.db import migrations

# Which help one may read the days of: what ``access.my_help`` shows, to a child from 15 and to a parent who is party and from
# whose copy nothing is left out. Where anybody in the case has a protected address nobody reads when and where a child
# goes (bvl § 13-5 (3)); a test of drugs has no days here. Help whose days the case worker has closed is left out: a parent
# who lives apart must not learn another's hours from it. No door calls this one.
WHOSE = """
CREATE FUNCTION access.help_with_days() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE me uuid := access.visitor(); today date := (now() AT TIME ZONE 'Europe/Oslo')::date; BEGIN
  RETURN (SELECT coalesce(array_agg(m.id), '{}') FROM access.my_help() h
    JOIN public.measures_measure m ON m.id = (h ->> 'id')::uuid JOIN public.cases_case k ON k.id = m.case_id
    JOIN public.people_person c ON c.id = k.child_id
    LEFT JOIN LATERAL (SELECT a.id, a.standing FROM public.decisions_addressee a JOIN public.cases_party y ON y.id = a.party_id
      WHERE a.decision_id = m.decision_id AND y.case_id = m.case_id AND y.person_id = me AND y.valid_to IS NULL) mine ON true
   WHERE m.category <> '5.4' AND m.days_open IS NOT FALSE
     AND (k.child_id = me AND c.birth_date + interval '15 years' <= today OR k.child_id <> me AND mine.standing = 'party')
     AND NOT EXISTS (SELECT FROM public.decisions_withholding w WHERE w.addressee_id = mine.id AND w.lifted_at IS NULL)
     AND NOT EXISTS (SELECT FROM public.cases_party y JOIN public.people_person p ON p.id = y.person_id
       WHERE y.case_id = m.case_id AND y.valid_to IS NULL AND p.protection > 0)); END $$;
REVOKE EXECUTE ON FUNCTION access.help_with_days() FROM PUBLIC;
"""

# The next eight of each help, and what was called off or moved the last month. The days and the clock alone: never with whom,
# where or what was written, and never a visit of supervision, which stands in a table this does not read. Guidance, a
# programme and visits at home tell when one of them is at home or away, so nobody reads those until they are opened. My page
# does not choose the day it asks for. ``uid`` is the same for one reader each time, so that her calendar moves what it has,
# and another's is another: a digest of the reader and the time, which only somebody who has both ids could tie to them.
MINE = """
CREATE FUNCTION access.my_days(day date) RETURNS SETOF jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE me uuid := access.visitor(); mine uuid[] := access.help_with_days();
  since date := CASE session_user WHEN 'oppvekst_mypage' THEN (now() AT TIME ZONE 'Europe/Oslo')::date ELSE day END; BEGIN
  RETURN QUERY SELECT jsonb_build_object('id', o.id, 'measure', o.measure_id, 'stood', o.stood, 'first', o.first_day,
      'last', o.last_day, 'starts', o.starts, 'ends', o.ends, 'to_first', n.first_day, 'to_last', n.last_day,
      'uid', encode(substr(sha256(convert_to(me::text || o.id::text, 'UTF8')), 1, 16), 'hex')::uuid)
    FROM (SELECT p.*, row_number() OVER (PARTITION BY p.measure_id, p.stood ORDER BY p.first_day, p.starts, p.id) AS nth
      FROM public.measures_occasion p JOIN public.measures_measure m ON m.id = p.measure_id
     WHERE p.measure_id = ANY (mine) AND (m.days_open OR p.kind IN ('stay', 'hours'))
       AND (p.stood = 'planned' AND p.last_day >= since AND m.consent_fell_at IS NULL
         OR p.stood IN ('called_off', 'moved') AND p.written_at >= since - interval '1 month')) o
    LEFT JOIN public.measures_occasion n ON o.stood = 'moved' AND n.instead_of = o.id AND n.measure_id = o.measure_id
   WHERE o.nth <= 8 ORDER BY o.first_day, o.starts, o.id; END $$;
REVOKE EXECUTE ON FUNCTION access.my_days(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.my_days(date) TO oppvekst_mypage;
"""


class Migration(migrations.Migration):
    dependencies = [("measures", "0011_my_help")]

    operations = [
        migrations.RunSQL(WHOSE + MINE, "DROP FUNCTION access.my_days(date); DROP FUNCTION access.help_with_days();")
    ]
