"""To conclude a concern is to decide (fvl § 6 (3); bvl § 15-7): the database asks who does it."""

from django.db import migrations

DECIDES = """
CREATE TRIGGER decided BEFORE UPDATE ON concerns_concern FOR EACH ROW
  WHEN (OLD.concluded_at IS NULL AND NEW.concluded_at IS NOT NULL) EXECUTE FUNCTION access.deciding('case_id');
"""


class Migration(migrations.Migration):
    dependencies = [("concerns", "0003_numbers_and_receipts"), ("access", "0006_breaking_the_glass")]
    operations = [migrations.RunSQL(DECIDES, "DROP TRIGGER decided ON concerns_concern")]
