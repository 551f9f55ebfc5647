"""Why somebody sees a case, or does not: every rule that gives or refuses, for each of her hats."""

from django.db import migrations

# «gives» and «refuses» decide: she sees the case in a hat when something gives and nothing refuses. «past» and «later» are
# told because they explain, «limits» because it follows her into the case. Agrees with access.open() and the policies:
# tests/house/test_explained.py tries it on service after service.
REASONS = """
CREATE FUNCTION access.reasons(who uuid, which uuid) RETURNS TABLE (hat text, title text, rule text, effect text,
  since timestamptz, until timestamptz, words text) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE today date := (now() AT TIME ZONE 'Europe/Oslo')::date; k record;
  case_hats text[] := ARRAY['oppvekst_desk_case', 'oppvekst_desk_intake', 'oppvekst_desk_team', 'oppvekst_desk_wide']; BEGIN
  SELECT c.municipality_id, c.team_id, c.state, c.closed_at INTO k FROM public.cases_case c WHERE c.id = which;
  IF NOT FOUND THEN RETURN; END IF;
  RETURN QUERY WITH
    held AS (SELECT r.hat, r.title, u.team_id, u.valid_from, u.valid_to FROM public.access_duty u
        JOIN public.access_role r ON r.id = u.role_id WHERE u.staff_id = who AND u.municipality_id = k.municipality_id
          AND u.valid_from <= today AND (u.valid_to IS NULL OR u.valid_to >= today)),
    worn AS (SELECT DISTINCT ON (h.hat) h.hat, h.title, h.team_id, h.valid_from::timestamp AT TIME ZONE 'Europe/Oslo' AS since,
        (h.valid_to + 1)::timestamp AT TIME ZONE 'Europe/Oslo' AS until FROM held h ORDER BY h.hat, h.team_id NULLS LAST),
    broken AS (SELECT e.*, e.ended_at IS NULL AND e.until > now() AS runs FROM public.access_emergency e
        WHERE e.staff_id = who AND e.case_id = which AND e.municipality_id = k.municipality_id),
    found AS (
      SELECT 'wide' AS rule, w.hat AS only_hat, CASE WHEN k.state <> 'closed' THEN 'gives' ELSE 'past' END AS effect, w.since,
          CASE WHEN k.state <> 'closed' THEN w.until ELSE k.closed_at END AS until, '' AS words FROM worn w WHERE w.hat = 'oppvekst_desk_wide'
      UNION ALL SELECT 'team', w.hat, CASE WHEN k.state <> 'closed' THEN 'gives' ELSE 'past' END, w.since,
          CASE WHEN k.state <> 'closed' THEN w.until ELSE k.closed_at END, '' FROM worn w
        WHERE w.hat = 'oppvekst_desk_team' AND w.team_id = k.team_id
      UNION ALL SELECT 'grant.' || g.reason, NULL, CASE WHEN g.valid_from > now() THEN 'later' WHEN g.valid_to <= now() THEN 'past'
          ELSE 'gives' END, coalesce(g.valid_from, g.given_at), g.valid_to, g.words FROM public.access_grant g
        WHERE g.staff_id = who AND g.case_id = which AND g.municipality_id = k.municipality_id
      UNION ALL SELECT CASE WHEN b.over_bar THEN 'provisional' ELSE 'emergency' END, NULL, CASE WHEN b.runs THEN 'gives' ELSE 'past' END,
          b.opened_at, coalesce(b.ended_at, b.until), b.words FROM broken b
      UNION ALL SELECT 'bar.' || x.kind, NULL, CASE WHEN EXISTS (SELECT FROM broken b WHERE b.runs AND b.over_bar) THEN 'limits'
          ELSE 'refuses' END, x.given_at, NULL, x.words FROM public.access_bar x WHERE x.staff_id = who AND x.case_id = which
          AND x.municipality_id = k.municipality_id AND x.ended_at IS NULL
      UNION ALL SELECT 'bar.lifted', NULL, 'past', x.given_at, x.ended_at, x.ended_words FROM public.access_bar x
        WHERE x.staff_id = who AND x.case_id = which AND x.municipality_id = k.municipality_id AND x.ended_at IS NOT NULL
      UNION ALL SELECT 'undecided', NULL, 'limits', NULL, NULL, '' WHERE which = ANY (access.undecided_for(who, k.municipality_id))
      UNION ALL SELECT 'hired', NULL, 'limits', NULL, NULL, '' WHERE access.hired(who))
    SELECT w.hat, w.title, f.rule, f.effect, f.since, f.until, f.words FROM worn w JOIN found f ON coalesce(f.only_hat, w.hat) = w.hat
      WHERE w.hat = ANY (case_hats)
    UNION ALL SELECT w.hat, w.title, 'role', 'refuses', w.since, w.until, '' FROM worn w WHERE w.hat <> ALL (case_hats)
    UNION ALL SELECT w.hat, w.title, 'nothing', 'refuses', NULL, NULL, '' FROM worn w WHERE w.hat = ANY (case_hats)
      AND NOT EXISTS (SELECT FROM found f WHERE f.effect = 'gives' AND coalesce(f.only_hat, w.hat) = w.hat)
    UNION ALL SELECT NULL, NULL, 'duty', 'refuses', NULL, NULL, '' WHERE NOT EXISTS (SELECT FROM worn); END $$;

-- What the desk may be told. Whoever sees the case may ask about any colleague. Whoever does not may ask about herself, and
-- is told what she had and no longer has; one who is barred is told nothing, as if the case were not there.
CREATE FUNCTION access.explain(named text, about uuid) RETURNS TABLE (hat text, title text, rule text, effect text,
  since timestamptz, until timestamptz, words text) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); k uuid; BEGIN
  SELECT x.id INTO k FROM public.cases_case x WHERE x.municipality_id = c.municipality AND x.number = named;
  IF k IS NULL OR k = ANY (c.barred) THEN RETURN; END IF;
  IF c.wide IS NOT NULL OR k = ANY (c.cases) THEN
    RETURN QUERY SELECT r.* FROM access.reasons(about, k) r WHERE access.colleague(about);
  ELSIF about = c.staff_id THEN
    RETURN QUERY SELECT r.* FROM access.reasons(about, k) r WHERE EXISTS (SELECT FROM access.reasons(about, k) q
      WHERE q.effect IN ('past', 'later') AND (q.rule LIKE 'grant.%' OR q.rule = 'emergency'))
      AND r.rule <> 'bar.lifted' AND r.rule <> 'undecided'; END IF; END $$;
GRANT EXECUTE ON FUNCTION access.explain(text, uuid) TO oppvekst_desk_case, oppvekst_desk_intake, oppvekst_desk_team, oppvekst_desk_wide;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0006_breaking_the_glass")]
    operations = [
        migrations.RunSQL(REASONS, "DROP FUNCTION access.explain(text, uuid); DROP FUNCTION access.reasons(uuid, uuid)")
    ]
