from django.db import migrations

GRANTED = """
-- A grant given in a transaction counts in it at once, if it is the actor's own.
CREATE FUNCTION access.granted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN
  UPDATE access.context SET cases = cases || NEW.case_id
   WHERE xact = pg_current_xact_id_if_assigned() AND staff_id = NEW.staff_id AND NEW.case_id <> ALL (barred); RETURN NULL; END $$;
CREATE TRIGGER granted AFTER INSERT ON public.access_grant FOR EACH ROW EXECUTE FUNCTION access.granted();
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0002_tables")]
    operations = [migrations.RunSQL(GRANTED, "DROP TRIGGER granted ON access_grant; DROP FUNCTION access.granted()")]
