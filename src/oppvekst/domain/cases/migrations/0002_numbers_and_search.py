from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

# Gapless within municipality and year; the writer needs no right to the counter and never sees it.
NUMBERS = """
CREATE FUNCTION access.number_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE y smallint := extract(year FROM NEW.opened_at AT TIME ZONE 'Europe/Oslo')::smallint;
  n text := numbering.next(NEW.municipality_id, y, 'S')::text; BEGIN
  -- lpad alone cuts what is longer: the ten thousandth case would be given the number of the thousandth.
  NEW.number := y || '-' || lpad(n, greatest(4, length(n)), '0'); RETURN NEW; END $$;
CREATE TRIGGER numbered BEFORE INSERT ON cases_case FOR EACH ROW EXECUTE FUNCTION access.number_case();
"""

SEARCHED = """
CREATE INDEX person_search ON people_person USING gin (municipality_id, search gin_trgm_ops);
"""

# Trigram operators are never pushed below a policy, so search is a definer function that filters before it limits.
# A person with strictly protected address who is not entrusted to the actor is no hit, no count, nothing (bvl § 13-5 (3)).
# Each way of finding asks its own index and they meet afterwards: an OR over them would read every person. What is typed
# is likened to the part of the name it is most like, so that a given name alone, or a surname with a typo, is found; the
# likeness of the whole name decides who stands first, and only the whole name, a number, is worth 1. Each search is
# planned for its own words and for these cases: a plan for any of them costs half as much again with a hundred cases.
FIND = """
CREATE FUNCTION access.find_child(key text, born date, numbered text, n integer)
  RETURNS TABLE (person_id uuid, given_name text, family_name text, birth_date date, due_date date, case_id uuid,
                 case_number text, case_state text, mine boolean, score real)
  LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  SET pg_trgm.word_similarity_threshold = 0.4 SET plan_cache_mode = force_custom_plan AS $$
DECLARE c access.context := access.here(); whole smallint := coalesce(c.wide, c.intake); BEGIN
  RETURN QUERY WITH found AS (
      SELECT p.id FROM public.people_person p WHERE key <> '' AND p.municipality_id = c.municipality AND key <% p.search
      UNION SELECT i.person_id FROM public.people_identitynumber i
       WHERE numbered <> '' AND i.municipality_id = c.municipality AND i.number = numbered
      UNION SELECT p.id FROM public.people_person p WHERE p.municipality_id = c.municipality AND p.birth_date = born),
    likened AS (SELECT p.*, (word_similarity(key, p.search) + similarity(key, p.search)) / 2 AS alike
      FROM found f JOIN public.people_person p ON p.id = f.id)
    SELECT p.id, p.given_name, p.family_name, p.birth_date, p.due_date, k.id, k.number, k.state,
      k.id = ANY (c.cases) OR c.wide IS NOT NULL,
      greatest(p.alike, CASE WHEN p.birth_date = born THEN 0.5 + p.alike / 2 END, CASE WHEN EXISTS (SELECT FROM
        public.people_identitynumber i WHERE i.person_id = p.id AND numbered <> '' AND i.number = numbered) THEN 1.0 END)::real
    FROM likened p JOIN public.cases_case k ON k.child_id = p.id
   WHERE k.municipality_id = c.municipality AND k.id <> ALL (c.barred) AND (whole IS NOT NULL OR k.id = ANY (c.cases))
     AND (p.protection < 2 OR p.id = ANY (c.named) OR k.id = ANY (c.cases))
   ORDER BY 10 DESC, p.search, p.id LIMIT n; END $$;
GRANT EXECUTE ON FUNCTION access.find_child(text, date, text, integer) TO oppvekst_desk_case, oppvekst_desk_intake,
  oppvekst_desk_team, oppvekst_desk_wide;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]
    operations = [
        migrations.RunSQL(NUMBERS, migrations.RunSQL.noop),
        migrations.RunSQL(SEARCHED, migrations.RunSQL.noop),
        migrations.RunSQL(FIND, migrations.RunSQL.noop),
        oppvekst.ground.database.tables.AddToTable(
            model_name="case",
            constraint=models.UniqueConstraint(fields=("id", "municipality"), name="case_in_municipality"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="case",
            constraint=oppvekst.ground.database.policies.Pair(
                name="child_same_municipality", parent="child", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="case",
            constraint=oppvekst.ground.database.policies.Pair(name="case_of_team", parent="team", share="municipality"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="holdback",
            constraint=oppvekst.ground.database.policies.Pair(
                name="hold_back_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="holdback",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="hold_back_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="party",
            constraint=oppvekst.ground.database.policies.Pair(
                name="party_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="party",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="party_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="party",
            constraint=oppvekst.ground.database.policies.Pair(
                name="person_same_municipality", parent="person", share="municipality"
            ),
        ),
    ]
