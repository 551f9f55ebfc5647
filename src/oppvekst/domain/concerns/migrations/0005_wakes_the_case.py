"""A new concern opens a closed case again, by whatever way it came into it."""

from django.db import migrations

# One journal a child (bvl § 12-4): what is new about a child is never put into a case that nobody has.
WAKES = """
CREATE FUNCTION access.wakes_the_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE told_at timestamptz := CASE session_user WHEN 'oppvekst_desk' THEN now() ELSE greatest(NEW.received_at,
  (SELECT k.closed_at FROM public.cases_case k WHERE k.id = NEW.case_id)) END; BEGIN
  IF access.reopened(NEW.case_id, 'En ny melding om barnet: ' || NEW.number, 'Ny melding', told_at) THEN
    INSERT INTO public.journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
      VALUES (gen_random_uuid(), NEW.municipality_id, told_at, 'case.reopened', NEW.case_id, NEW.case_id, NULL, 'Ny melding', 'desk',
              'Saken ble åpnet igjen, fordi det kom en ny melding: ' || NEW.number || '.', 'bvl § 12-4', '{}');
  END IF; RETURN NULL; END $$;
REVOKE EXECUTE ON FUNCTION access.wakes_the_case() FROM PUBLIC;
CREATE TRIGGER wakes_the_case AFTER INSERT OR UPDATE OF case_id ON concerns_concern FOR EACH ROW
  WHEN (NEW.case_id IS NOT NULL AND NEW.concluded_at IS NULL) EXECUTE FUNCTION access.wakes_the_case();
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_closing"), ("concerns", "0004_who_decides")]

    operations = [
        migrations.RunSQL(
            WAKES, "DROP TRIGGER wakes_the_case ON concerns_concern; DROP FUNCTION access.wakes_the_case();"
        )
    ]
