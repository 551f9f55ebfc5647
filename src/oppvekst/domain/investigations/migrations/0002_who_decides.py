"""To open, extend or end an investigation is to decide (fvl § 6 (3); bvl § 15-7): the database asks who does it."""

from django.db import migrations

DECIDES = """
CREATE TRIGGER decided BEFORE INSERT ON investigations_investigation FOR EACH ROW EXECUTE FUNCTION access.deciding('case_id');
CREATE TRIGGER decided_again BEFORE UPDATE ON investigations_investigation FOR EACH ROW
  WHEN (OLD.concluded_on IS DISTINCT FROM NEW.concluded_on OR OLD.extended_to IS DISTINCT FROM NEW.extended_to)
  EXECUTE FUNCTION access.deciding('case_id');
CREATE TRIGGER not_provisional BEFORE UPDATE ON investigations_investigation FOR EACH ROW
  EXECUTE FUNCTION access.not_provisional('case_id');
"""
UNDO = """
DROP TRIGGER decided ON investigations_investigation; DROP TRIGGER decided_again ON investigations_investigation;
DROP TRIGGER not_provisional ON investigations_investigation;
"""


class Migration(migrations.Migration):
    dependencies = [("investigations", "0001_initial"), ("access", "0006_breaking_the_glass")]
    operations = [migrations.RunSQL(DECIDES, UNDO)]
