"""To close a case is to decide; and what is more than an act that cannot wait is not for one who is barred (fvl §§ 6, 7)."""

from django.db import migrations

DECIDES = """
CREATE TRIGGER decided BEFORE UPDATE ON cases_case FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION access.deciding('id');
CREATE TRIGGER not_provisional BEFORE UPDATE ON cases_case FOR EACH ROW EXECUTE FUNCTION access.not_provisional('id');
CREATE TRIGGER not_provisional BEFORE INSERT OR UPDATE ON cases_party FOR EACH ROW EXECUTE FUNCTION access.not_provisional('case_id');
CREATE TRIGGER _read_only BEFORE UPDATE ON cases_case FOR EACH ROW EXECUTE FUNCTION access.read_only('id');
"""
UNDO = """
DROP TRIGGER decided ON cases_case; DROP TRIGGER not_provisional ON cases_case; DROP TRIGGER not_provisional ON cases_party;
DROP TRIGGER _read_only ON cases_case;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_numbers_and_search"), ("access", "0006_breaking_the_glass")]
    operations = [migrations.RunSQL(DECIDES, UNDO)]
