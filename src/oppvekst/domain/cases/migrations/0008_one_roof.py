from django.db import migrations

# Whoever lives with a protected child tells by her own address where the child is, and the other way round. The hidden
# address goes to those the child now lives with, never to the parents it is hidden from (bvl § 7-2 (3)).
ROOF = """
CREATE FUNCTION access.shield_roof(child uuid, other uuid, part text) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE grade smallint; parent boolean := part IN ('mother', 'father', 'other_parent'); BEGIN
  SELECT max(p.protection) INTO grade FROM public.people_person p
   WHERE p.id IN (child, other) AND NOT (parent AND p.protection = 3);
  UPDATE public.people_person p SET protection = grade WHERE p.id IN (child, other) AND p.protection < grade; END $$;

CREATE FUNCTION access.shield_party() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  PERFORM access.shield_roof(k.child_id, NEW.person_id, NEW.part) FROM public.cases_case k WHERE k.id = NEW.case_id;
  RETURN NULL; END $$;
CREATE TRIGGER one_roof AFTER INSERT OR UPDATE OF lives_with_child, part ON cases_party FOR EACH ROW
  WHEN (NEW.lives_with_child AND NEW.valid_to IS NULL) EXECUTE FUNCTION access.shield_party();

CREATE FUNCTION access.shield_household() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  PERFORM access.shield_roof(k.child_id, y.person_id, y.part) FROM public.cases_party y
    JOIN public.cases_case k ON k.id = y.case_id
   WHERE y.lives_with_child AND y.valid_to IS NULL AND NEW.id IN (k.child_id, y.person_id);
  RETURN NULL; END $$;
CREATE TRIGGER one_roof AFTER UPDATE OF protection ON people_person FOR EACH ROW
  WHEN (NEW.protection > OLD.protection) EXECUTE FUNCTION access.shield_household();
REVOKE EXECUTE ON FUNCTION access.shield_roof(uuid, uuid, text) FROM PUBLIC;
"""

# A text as it is compared: without case, accents and everything between the letters, and «gata», «gt.», «veien», «vn.» as
# one letter, so that a line break, a hyphen or an abbreviation hides nothing.
FOLDED = """
CREATE FUNCTION access.words(said text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT regexp_replace(replace(replace(replace(translate(lower(normalize(said, NFKC) COLLATE pg_c_utf8), 'åäæøöéèêëáàâíóòôúüčđŋšŧž',
    'aaeooeeeeaaaiooouucdnstz'), 'aa', 'a'), 'ae', 'e'), 'oe', 'o'), '[^a-z0-9]+', ' ', 'g') $$;
CREATE FUNCTION access.folded(said text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT replace(regexp_replace(regexp_replace(access.words(said), '(gata|gaten|gate|gt)\\M', 'g', 'g'),
    '(veien|vegen|vei|veg|vn)\\M', 'v', 'g'), ' ', '') $$;
CREATE FUNCTION access.digits(said text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT regexp_replace(said, '(\\d)[^[:alnum:]]+(?=\\d)', '\\1', 'g') $$;
REVOKE EXECUTE ON FUNCTION access.words(text), access.folded(text), access.digits(text) FROM PUBLIC;
"""

# Whether a text tells where a protected person of the case is. It answers yes or no and never what: whoever sends a letter
# need not know the address to be stopped from giving it away. Whoever has nothing to do with the case always gets a yes.
# What the municipality's own letterhead says, what ``whom`` lives at, and what the parents' open addresses say tells nothing.
REVEALS = """
CREATE FUNCTION access.reveals(which uuid, said text, whom uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); open_words text; open_folded text; told text := access.folded(said);
  spaced text := ' ' || access.words(said) || ' '; numbers text := access.digits(said); BEGIN
  IF which = ANY (c.barred) OR NOT EXISTS (SELECT FROM public.cases_case k WHERE k.id = which AND k.municipality_id = c.municipality)
    OR NOT (which = ANY (c.cases) OR c.wide IS NOT NULL OR EXISTS (SELECT FROM public.concerns_concern m WHERE m.case_id = which
      AND (m.handler = c.staff_id OR m.intake_queue = c.intake OR m.oncall_queue = c.oncall))) THEN RETURN true; END IF;
  SELECT string_agg(x.line, ' | ') INTO open_words FROM (
    SELECT m.name || ' ' || m.address_lines::text AS line FROM public.access_municipality m WHERE m.number = c.municipality
    UNION ALL SELECT a.lines::text || ' ' || a.postal_code || ' ' || a.place FROM public.people_address a
      JOIN public.cases_party y ON y.person_id = a.person_id AND y.case_id = which
     WHERE a.person_id = whom OR a.protection = 0 AND y.part IN ('mother', 'father', 'other_parent')) x;
  open_folded := access.folded(open_words); open_words := ' ' || access.words(open_words) || ' ';
  RETURN EXISTS (
      SELECT FROM public.cases_party y JOIN public.people_address a ON a.person_id = y.person_id, LATERAL (
        SELECT access.folded(l.line) AS trace FROM jsonb_array_elements_text(a.lines) l (line)
        UNION SELECT access.folded(regexp_replace(l.line, '[[:space:],]+[0-9]+ *[[:alpha:]]?[[:space:]]*$', ''))
          FROM jsonb_array_elements_text(a.lines) l (line)) t
       WHERE y.case_id = which AND a.protection > 0 AND y.person_id IS DISTINCT FROM whom AND length(t.trace) > 3
         AND position(t.trace IN told) > 0 AND position(t.trace IN open_folded) = 0)
    OR EXISTS (
      SELECT FROM public.cases_party y JOIN public.people_address a ON a.person_id = y.person_id, LATERAL (
        VALUES (a.postal_code), (a.place)) t (trace)
       WHERE y.case_id = which AND a.protection > 1 AND y.person_id IS DISTINCT FROM whom AND access.words(t.trace) <> ''
         AND position(' ' || btrim(access.words(t.trace)) || ' ' IN spaced) > 0
         AND position(' ' || btrim(access.words(t.trace)) || ' ' IN open_words) = 0)
    OR EXISTS (
      SELECT FROM public.cases_party y JOIN public.people_reach r ON r.person_id = y.person_id
       WHERE y.case_id = which AND r.protection > 0 AND y.person_id IS DISTINCT FROM whom
         AND (length(access.folded(r.value)) > 5 AND position(access.folded(r.value) IN told) > 0
           OR length(access.digits(r.value)) > 5 AND position(access.digits(r.value) IN numbers) > 0)); END $$;
REVOKE EXECUTE ON FUNCTION access.reveals(uuid, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.reveals(uuid, text, uuid) TO oppvekst_desk_case, oppvekst_desk_intake, oppvekst_desk_team,
  oppvekst_desk_wide, oppvekst_desk_oncall;
"""

# Whether the reader may be told where the child of a case is. A concern's reader may have no case, and must not by that
# alone be shown what the case hides.
WHERE = """
CREATE FUNCTION access.shows_where(which uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  RETURN EXISTS (SELECT FROM public.cases_case k JOIN public.people_person p ON p.id = k.child_id
   WHERE k.id = which AND k.municipality_id = c.municipality AND k.id <> ALL (c.barred)
     AND (k.id = ANY (c.cases) OR c.wide IS NOT NULL OR EXISTS (SELECT FROM public.concerns_concern m WHERE m.case_id = which
       AND (m.handler = c.staff_id OR m.intake_queue = c.intake OR m.oncall_queue = c.oncall)))
     AND (p.protection = 0 OR p.id = ANY (c.named))); END $$;
REVOKE EXECUTE ON FUNCTION access.shows_where(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.shows_where(uuid) TO oppvekst_desk_case, oppvekst_desk_intake, oppvekst_desk_team,
  oppvekst_desk_wide, oppvekst_desk_oncall;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0007_documents"), ("people", "0002_shielding")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (ROOF, FOLDED, REVEALS, WHERE)]
