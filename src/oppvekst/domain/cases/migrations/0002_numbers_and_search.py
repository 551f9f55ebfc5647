from django.db import migrations

# Gapless within municipality and year; the writer needs no right to the counter and never sees it.
NUMBERS = """
CREATE FUNCTION access.number_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE y smallint := extract(year FROM NEW.opened_at AT TIME ZONE 'Europe/Oslo')::smallint; BEGIN
  NEW.number := y || '-' || lpad(numbering.next(NEW.municipality_id, y, 'S')::text, 4, '0'); RETURN NEW; END $$;
CREATE TRIGGER numbered BEFORE INSERT ON cases_case FOR EACH ROW EXECUTE FUNCTION access.number_case();
"""

# Foreign keys look past policies: the pair ties a row to a case of its own municipality (design/database.md, trap 5).
PAIRS = """
ALTER TABLE cases_case ADD CONSTRAINT case_in_municipality UNIQUE (id, municipality_id);
ALTER TABLE cases_party ADD CONSTRAINT party_same_municipality FOREIGN KEY (case_id, municipality_id) REFERENCES cases_case (id, municipality_id);
ALTER TABLE cases_holdback ADD CONSTRAINT hold_back_same_municipality FOREIGN KEY (case_id, municipality_id) REFERENCES cases_case (id, municipality_id);
ALTER TABLE people_person ADD CONSTRAINT person_in_municipality UNIQUE (id, municipality_id);
ALTER TABLE cases_case ADD CONSTRAINT child_same_municipality FOREIGN KEY (child_id, municipality_id) REFERENCES people_person (id, municipality_id);
ALTER TABLE cases_party ADD CONSTRAINT person_same_municipality FOREIGN KEY (person_id, municipality_id) REFERENCES people_person (id, municipality_id);
CREATE INDEX person_search ON people_person USING gin (municipality_id, search gin_trgm_ops);
"""

# Trigram operators are never pushed below a policy, so search is a definer function that filters before it limits.
# A person with strictly protected address who is not entrusted to the actor is no hit, no count, nothing (law.md 3.1).
FIND = """
CREATE FUNCTION access.find_child(key text, born date, numbered text, n integer)
  RETURNS TABLE (person_id uuid, given_name text, family_name text, birth_date date, due_date date, case_id uuid,
                 case_number text, case_state text, mine boolean, score real)
  LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); whole smallint := coalesce(c.wide, c.intake); BEGIN
  RETURN QUERY SELECT p.id, p.given_name, p.family_name, p.birth_date, p.due_date, k.id, k.number, k.state,
      k.id = ANY (c.cases) OR c.wide IS NOT NULL,
      greatest(similarity(p.search, key), CASE WHEN i.id IS NOT NULL THEN 1.0 END,
               CASE WHEN p.birth_date = born THEN 0.5 + similarity(p.search, key) / 2 END)::real
    FROM public.people_person p JOIN public.cases_case k ON k.child_id = p.id
    LEFT JOIN public.people_identitynumber i ON i.person_id = p.id AND numbered <> '' AND i.number = numbered
   WHERE p.municipality_id = c.municipality AND k.id <> ALL (c.barred)
     AND (whole IS NOT NULL OR k.id = ANY (c.cases))
     AND (p.protection < 2 OR p.id = ANY (c.named) OR k.id = ANY (c.cases))
     AND ((key <> '' AND p.search % key) OR i.id IS NOT NULL OR p.birth_date = born)
   ORDER BY 10 DESC, p.search, p.id LIMIT n; END $$;
GRANT EXECUTE ON FUNCTION access.find_child(text, date, text, integer) TO oppvekst_desk_case, oppvekst_desk_intake,
  oppvekst_desk_team, oppvekst_desk_wide;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]
    operations = [
        migrations.RunSQL(NUMBERS, migrations.RunSQL.noop),
        migrations.RunSQL(PAIRS, migrations.RunSQL.noop),
        migrations.RunSQL(FIND, migrations.RunSQL.noop),
    ]
