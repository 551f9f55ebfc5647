"""Unusual looks, found by the worker: names and streets are compared inside the database and never leave it."""

from django.db import migrations

# A protected address is compared with nothing: that two live in the same street would tell where.
UNUSUAL = r"""
CREATE FUNCTION access.street(line text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS
  $$ SELECT lower(btrim(regexp_replace(line, '\s*\d+\s*[[:alpha:]]?\s*$', ''))) $$;

CREATE FUNCTION access.unusual_looks(place smallint, since timestamptz, before timestamptz, night_from integer, night_to integer,
    many integer, calm interval)
  RETURNS TABLE (kind text, actor uuid, case_id uuid, day date, first_at timestamptz, last_at timestamptz, n bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN RETURN QUERY WITH seen AS MATERIALIZED (
    SELECT l.actor, l.case_id, l.at, l.hat, (l.at AT TIME ZONE 'Europe/Oslo')::date AS day,
        extract(hour FROM l.at AT TIME ZONE 'Europe/Oslo') AS hour
      FROM public.journal_look l WHERE l.municipality_id = place AND l.at >= since AND l.at < before
       AND l.case_id IS NOT NULL AND l.kind NOT LIKE 'looks.%'),
  granted AS (
    SELECT s.actor, s.case_id, s.at,
        bool_or(coalesce(g.valid_from, g.given_at) <= s.at AND (g.valid_to IS NULL OR g.valid_to > s.at)) AS had,
        bool_or(g.valid_to <= s.at) AS ended
      FROM seen s LEFT JOIN public.access_grant g ON g.staff_id = s.actor AND g.case_id = s.case_id GROUP BY 1, 2, 3),
  named AS (
    SELECT t.id AS staff_id, lower(regexp_replace(t.name, '^.*\s', '')) AS name FROM public.access_staff t
    UNION SELECT i.staff_id, lower(i.value) FROM public.journal_tie i WHERE i.kind = 'name'),
  found AS (
    SELECT 'name' AS kind, s.actor, s.case_id, s.day, s.at FROM seen s JOIN named m ON m.staff_id = s.actor
     WHERE EXISTS (SELECT FROM public.cases_party y JOIN public.people_person p ON p.id = y.person_id
       WHERE y.case_id = s.case_id AND y.valid_to IS NULL AND m.name <> '' AND lower(p.family_name) = m.name)
    UNION ALL
    SELECT 'street', s.actor, s.case_id, s.day, s.at FROM seen s
      JOIN public.journal_tie i ON i.staff_id = s.actor AND i.kind = 'street'
     WHERE EXISTS (SELECT FROM public.cases_party y JOIN public.people_address a ON a.person_id = y.person_id
       WHERE y.case_id = s.case_id AND y.valid_to IS NULL AND a.protection = 0 AND a.valid_to IS NULL
         AND a.kind = 'household' AND access.street(a.lines ->> 0) = access.street(i.value))
    UNION ALL
    SELECT 'night', s.actor, s.case_id, s.day, s.at FROM seen s
     WHERE (s.hour >= night_from OR s.hour < night_to) AND s.hat <> 'oppvekst_desk_oncall'
    UNION ALL
    SELECT 'ended', s.actor, s.case_id, s.day, s.at FROM seen s JOIN granted g USING (actor, case_id, at)
     WHERE g.ended AND NOT g.had
    UNION ALL
    SELECT 'no_reason', s.actor, s.case_id, s.day, s.at FROM seen s JOIN granted g USING (actor, case_id, at)
     WHERE g.had IS NOT TRUE AND g.ended IS NOT TRUE
       AND NOT EXISTS (SELECT FROM public.journal_entry e WHERE e.case_id = s.case_id AND e.actor = s.actor
         AND e.at > s.at - calm AND e.at < s.at + interval '1 day')
       AND NOT EXISTS (SELECT FROM public.agenda_item i WHERE i.case_id = s.case_id AND i.assignee = s.actor AND i.open)),
  crowd AS (
    SELECT s.actor, s.day, min(s.at) AS first_at, max(s.at) AS last_at, count(DISTINCT s.case_id) AS n FROM seen s
     WHERE NOT EXISTS (SELECT FROM public.journal_entry e WHERE e.case_id = s.case_id AND e.actor = s.actor
       AND (e.at AT TIME ZONE 'Europe/Oslo')::date = s.day)
     GROUP BY 1, 2 HAVING count(DISTINCT s.case_id) >= many)
  SELECT f.kind, f.actor, f.case_id, f.day, min(f.at), max(f.at), count(*) FROM found f GROUP BY 1, 2, 3, 4
  UNION ALL SELECT 'many', c.actor, NULL, c.day, c.first_at, c.last_at, c.n FROM crowd c; END $$;
GRANT EXECUTE ON FUNCTION access.unusual_looks(smallint, timestamptz, timestamptz, integer, integer, integer, interval) TO oppvekst_worker;
CREATE INDEX look_by_day ON journal_look (municipality_id, at);
"""


class Migration(migrations.Migration):
    dependencies = [("journal", "0007_findings")]
    operations = [migrations.RunSQL(UNUSUAL, migrations.RunSQL.noop)]
