from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

COLUMNS = """
ALTER TABLE concerns_enquiry ADD COLUMN arrival xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE FUNCTION access.number_concern() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE y smallint := extract(year FROM NEW.received_at AT TIME ZONE 'Europe/Oslo')::smallint;
  n text := numbering.next(NEW.municipality_id, y, 'M')::text; BEGIN
  -- lpad alone cuts what is longer: the ten thousandth concern would be given the number of the thousandth.
  NEW.number := 'M-' || y || '-' || lpad(n, greatest(4, length(n)), '0'); RETURN NEW; END $$;
CREATE TRIGGER numbered BEFORE INSERT ON concerns_concern FOR EACH ROW EXECUTE FUNCTION access.number_concern();
-- A concluded concern leaves the queues: from then on it is seen by who handled it, by the case and by the leader.
CREATE FUNCTION access.leaves_queue() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  UPDATE public.concerns_concern SET intake_queue = NULL, oncall_queue = NULL WHERE id = NEW.id; RETURN NULL; END $$;
CREATE TRIGGER leaves_queue AFTER UPDATE OF concluded_at ON concerns_concern FOR EACH ROW
  WHEN (NEW.concluded_at IS NOT NULL AND OLD.concluded_at IS NULL) EXECUTE FUNCTION access.leaves_queue();
"""

# A reporter who comes back with the reference learns when it came and that it was read, and nothing else:
# not the outcome, not the child, not whether the family is known.
RECEIPT = """
CREATE FUNCTION access.receipt(m smallint, wanted text) RETURNS TABLE (received_at timestamptz, read boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  RETURN QUERY SELECT e.received_at, NOT EXISTS (SELECT FROM public.concerns_concern c WHERE c.enquiry_id = e.id AND c.immediate_at IS NULL)
    FROM public.concerns_enquiry e WHERE e.municipality_id = m AND e.reference = wanted AND e.channel = 'portal'; END $$;
GRANT EXECUTE ON FUNCTION access.receipt(smallint, text) TO oppvekst_portal;
"""

# Earlier concerns about a child, for whoever reviews a new one: dates, kind of reporter and outcome (bvl § 2-1).
HISTORY = """
CREATE FUNCTION access.earlier_concerns(which uuid) RETURNS TABLE (id uuid, number text, received_at timestamptz, state text, reporter_code text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  RETURN QUERY SELECT k.id, k.number, k.received_at, k.state, e.reporter_code FROM public.concerns_concern k
      JOIN public.concerns_enquiry e ON e.id = k.enquiry_id
     WHERE k.case_id = which AND k.municipality_id = c.municipality AND which <> ALL (c.barred) AND k.own_house = ''
       AND (which = ANY (c.cases) OR coalesce(c.wide, c.intake) IS NOT NULL) ORDER BY k.received_at DESC LIMIT 50; END $$;
GRANT EXECUTE ON FUNCTION access.earlier_concerns(uuid) TO oppvekst_desk_case, oppvekst_desk_intake, oppvekst_desk_team, oppvekst_desk_wide;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_numbers_and_search"), ("concerns", "0002_tables")]
    operations = [
        migrations.RunSQL(COLUMNS, migrations.RunSQL.noop),
        migrations.RunSQL(RECEIPT, migrations.RunSQL.noop),
        migrations.RunSQL(HISTORY, migrations.RunSQL.noop),
        oppvekst.ground.database.tables.AddToTable(
            model_name="enquiry",
            constraint=models.UniqueConstraint(fields=("id", "municipality"), name="enquiry_in_municipality"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="application",
            constraint=oppvekst.ground.database.policies.Pair(
                name="application_same_municipality", parent="enquiry", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="application",
            constraint=oppvekst.ground.database.policies.Pair(
                name="application_of_case", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="assessment",
            constraint=oppvekst.ground.database.policies.Pair(
                name="assessment_same_municipality", parent="concern", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="concern",
            constraint=models.UniqueConstraint(fields=("id", "municipality"), name="concern_in_municipality"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="concern",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="concern_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="concern",
            constraint=oppvekst.ground.database.policies.Pair(
                name="concern_same_municipality", parent="enquiry", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="concern",
            constraint=oppvekst.ground.database.policies.Pair(
                name="case_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="feedback",
            constraint=oppvekst.ground.database.policies.Pair(
                name="feedback_same_municipality", parent="concern", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="passage",
            constraint=oppvekst.ground.database.policies.Pair(
                name="passage_same_municipality", parent="concern", share="municipality"
            ),
        ),
    ]
