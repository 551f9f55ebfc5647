"""To sign is to decide (fvl § 6 (3); bvl § 15-7): the database asks who does it. What is signed is never changed (fvl § 35)."""

from django.db import migrations

DECIDES = """
CREATE TRIGGER decided BEFORE UPDATE ON decisions_decision FOR EACH ROW
  WHEN (OLD.signed_at IS NULL AND NEW.signed_at IS NOT NULL) EXECUTE FUNCTION access.deciding('case_id');
CREATE TRIGGER not_provisional BEFORE UPDATE ON decisions_decision FOR EACH ROW EXECUTE FUNCTION access.not_provisional('case_id');

CREATE FUNCTION decisions_keep_signed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  IF to_jsonb(OLD) - 'state' - 'reversal_ground' - 'reversed_by_decision'
     IS DISTINCT FROM to_jsonb(NEW) - 'state' - 'reversal_ground' - 'reversed_by_decision' THEN
    PERFORM access.refuse('Vedtaket er undertegnet og kan ikke endres. Det kan bare omgjøres med et nytt vedtak.', 'fvl § 35');
  END IF; RETURN NEW; END $$;
CREATE TRIGGER keep_signed BEFORE UPDATE ON decisions_decision FOR EACH ROW
  WHEN (OLD.signed_at IS NOT NULL) EXECUTE FUNCTION decisions_keep_signed();

CREATE FUNCTION decisions_only_in_draft() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  IF EXISTS (SELECT FROM public.decisions_decision d WHERE d.id = NEW.decision_id AND d.signed_at IS NOT NULL) THEN
    PERFORM access.refuse('Vedtaket er undertegnet. Teksten er låst.', 'fvl § 35');
  END IF; RETURN NEW; END $$;
CREATE TRIGGER only_in_draft BEFORE INSERT OR UPDATE ON decisions_drafttext FOR EACH ROW
  EXECUTE FUNCTION decisions_only_in_draft();
"""
UNDO = """
DROP TRIGGER decided ON decisions_decision; DROP TRIGGER not_provisional ON decisions_decision;
DROP TRIGGER keep_signed ON decisions_decision; DROP TRIGGER only_in_draft ON decisions_drafttext;
DROP FUNCTION decisions_keep_signed(); DROP FUNCTION decisions_only_in_draft();
"""


class Migration(migrations.Migration):
    dependencies = [("decisions", "0001_initial"), ("access", "0006_breaking_the_glass")]
    operations = [migrations.RunSQL(DECIDES, UNDO)]
