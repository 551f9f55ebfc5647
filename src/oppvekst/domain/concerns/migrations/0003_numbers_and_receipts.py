from django.db import migrations

COLUMNS = """
ALTER TABLE concerns_enquiry ADD COLUMN arrival xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE FUNCTION access.number_concern() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE y smallint := extract(year FROM NEW.received_at AT TIME ZONE 'Europe/Oslo')::smallint; BEGIN
  NEW.number := 'M-' || y || '-' || lpad(numbering.next(NEW.municipality_id, y, 'M')::text, 4, '0'); RETURN NEW; END $$;
CREATE TRIGGER numbered BEFORE INSERT ON concerns_concern FOR EACH ROW EXECUTE FUNCTION access.number_concern();
-- A concluded concern leaves the queues: from then on it is seen by who handled it, by the case and by the leader.
CREATE FUNCTION access.leaves_queue() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  UPDATE public.concerns_concern SET intake_queue = NULL, oncall_queue = NULL WHERE id = NEW.id; RETURN NULL; END $$;
CREATE TRIGGER leaves_queue AFTER UPDATE OF concluded_at ON concerns_concern FOR EACH ROW
  WHEN (NEW.concluded_at IS NOT NULL AND OLD.concluded_at IS NULL) EXECUTE FUNCTION access.leaves_queue();
"""

PAIRS = """
ALTER TABLE concerns_enquiry ADD CONSTRAINT enquiry_in_municipality UNIQUE (id, municipality_id);
ALTER TABLE concerns_concern ADD CONSTRAINT concern_in_municipality UNIQUE (id, municipality_id);
ALTER TABLE concerns_concern ADD CONSTRAINT concern_same_municipality FOREIGN KEY (enquiry_id, municipality_id) REFERENCES concerns_enquiry (id, municipality_id);
ALTER TABLE concerns_concern ADD CONSTRAINT case_same_municipality FOREIGN KEY (case_id, municipality_id) REFERENCES cases_case (id, municipality_id);
ALTER TABLE concerns_application ADD CONSTRAINT application_same_municipality FOREIGN KEY (enquiry_id, municipality_id) REFERENCES concerns_enquiry (id, municipality_id);
ALTER TABLE concerns_passage ADD CONSTRAINT passage_same_municipality FOREIGN KEY (concern_id, municipality_id) REFERENCES concerns_concern (id, municipality_id);
ALTER TABLE concerns_assessment ADD CONSTRAINT assessment_same_municipality FOREIGN KEY (concern_id, municipality_id) REFERENCES concerns_concern (id, municipality_id);
ALTER TABLE concerns_feedback ADD CONSTRAINT feedback_same_municipality FOREIGN KEY (concern_id, municipality_id) REFERENCES concerns_concern (id, municipality_id);
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
    dependencies = [("concerns", "0002_tables")]
    operations = [
        migrations.RunSQL(COLUMNS, migrations.RunSQL.noop),
        migrations.RunSQL(PAIRS, migrations.RunSQL.noop),
        migrations.RunSQL(RECEIPT, migrations.RunSQL.noop),
        migrations.RunSQL(HISTORY, migrations.RunSQL.noop),
    ]
