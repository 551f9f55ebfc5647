"""Who may read who has looked: whoever has the right by a dated duty, through functions that leave a look of their own."""

from django.db import migrations

from oppvekst.ground.database.logins import ALL_HATS

# No hat reads the table itself, the leader's neither: what cannot be asked past the function, cannot be asked without trace.
REVIEW = """
CREATE INDEX look_by_actor ON journal_look (actor, at);

CREATE FUNCTION access.has_right(wanted text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); today date := (now() AT TIME ZONE 'Europe/Oslo')::date; BEGIN
  RETURN EXISTS (SELECT FROM public.access_duty u JOIN public.access_role r ON r.id = u.role_id
      JOIN public.access_right x ON x.role_id = r.id AND x.name = wanted
     WHERE u.staff_id = c.staff_id AND u.municipality_id = c.municipality AND r.hat = c.hat
       AND u.valid_from <= today AND (u.valid_to IS NULL OR u.valid_to >= today)); END $$;
CREATE FUNCTION access.reviews_looks() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT access.has_right('looks.review') $$;

-- What somebody's role is called, by the hat that was worn then.
CREATE FUNCTION access.title_of(who uuid, worn text, place smallint, on_day date) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT min(r.title) FROM public.access_duty u JOIN public.access_role r ON r.id = u.role_id
     WHERE u.staff_id = who AND u.municipality_id = place AND r.hat = worn AND u.valid_from <= on_day
       AND (u.valid_to IS NULL OR u.valid_to >= on_day)),
    (SELECT min(r.title) FROM public.access_role r WHERE r.municipality_id = place AND r.hat = worn), '') $$;

CREATE FUNCTION access.review_looks(which uuid, who uuid, since timestamptz, before timestamptz, at_most integer)
  RETURNS TABLE (at timestamptz, kind text, subject uuid, case_id uuid, actor uuid, name text, title text, terms text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  IF NOT access.reviews_looks() THEN RAISE EXCEPTION 'not a reviewer of looks' USING ERRCODE = '42501'; END IF;
  IF which IS NULL AND who IS NULL THEN RAISE EXCEPTION 'a case or a person must be named' USING ERRCODE = '42501'; END IF;
  INSERT INTO public.journal_look (id, municipality_id, at, kind, subject, case_id, actor, hat, terms)
    VALUES (gen_random_uuid(), c.municipality, now(), 'looks.review', coalesce(who, which), which, c.staff_id, c.hat, '');
  RETURN QUERY SELECT l.at, l.kind, l.subject, l.case_id, l.actor, s.name,
      access.title_of(l.actor, l.hat, l.municipality_id, (l.at AT TIME ZONE 'Europe/Oslo')::date), l.terms
    FROM public.journal_look l JOIN public.access_staff s ON s.id = l.actor
   WHERE l.municipality_id = c.municipality AND (which IS NULL OR l.case_id = which) AND (who IS NULL OR l.actor = who)
     AND l.at >= since AND l.at < before AND (l.case_id IS NULL OR l.case_id <> ALL (c.barred))
   ORDER BY l.at DESC, l.no DESC LIMIT at_most; END $$;

-- For a letter to a party: by role and reason. Names only for whoever may decide that they are told.
CREATE FUNCTION access.extract_looks(which uuid, since timestamptz, before timestamptz, named boolean)
  RETURNS TABLE (at timestamptz, kind text, title text, why text, name text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  IF NOT access.has_right('looks.extract') OR named AND NOT access.has_right('looks.name') OR which = ANY (c.barred)
    OR NOT (which = ANY (c.cases) OR c.wide IS NOT NULL AND EXISTS (SELECT FROM public.cases_case k
      WHERE k.id = which AND k.municipality_id = c.wide))
  THEN RAISE EXCEPTION 'not hers to tell' USING ERRCODE = '42501'; END IF;
  RETURN QUERY SELECT l.at, l.kind,
      access.title_of(l.actor, l.hat, l.municipality_id, (l.at AT TIME ZONE 'Europe/Oslo')::date),
      coalesce((SELECT g.reason FROM public.access_grant g WHERE g.case_id = which AND g.staff_id = l.actor
          AND coalesce(g.valid_from, g.given_at) <= l.at AND (g.valid_to IS NULL OR g.valid_to > l.at)
        ORDER BY array_position(ARRAY['assigned', 'intake', 'colleague', 'substitute'], g.reason) LIMIT 1),
        (SELECT 'emergency' FROM public.access_emergency e WHERE e.case_id = which AND e.staff_id = l.actor AND e.opened_at <= l.at
          AND l.at < least(e.until, e.ended_at) LIMIT 1), 'role'),
      CASE WHEN named THEN s.name ELSE '' END
    FROM public.journal_look l JOIN public.access_staff s ON s.id = l.actor
   WHERE l.municipality_id = c.municipality AND l.case_id = which AND l.at >= since AND l.at < before
   ORDER BY l.at, l.no;
  INSERT INTO public.journal_look (id, municipality_id, at, kind, subject, case_id, actor, hat, terms)
    VALUES (gen_random_uuid(), c.municipality, now(), 'looks.extract', which, which, c.staff_id, c.hat, '');
  END $$;
"""
HATS = ", ".join(ALL_HATS)
GRANTS = f"""
GRANT EXECUTE ON FUNCTION access.has_right(text), access.reviews_looks(), access.review_looks(uuid, uuid, timestamptz, timestamptz, integer),
  access.extract_looks(uuid, timestamptz, timestamptz, boolean) TO {HATS};
"""


class Migration(migrations.Migration):
    dependencies = [("journal", "0005_sealed")]
    operations = [
        migrations.RunSQL(REVIEW, migrations.RunSQL.noop),
        migrations.RunSQL(GRANTS, migrations.RunSQL.noop),
    ]
