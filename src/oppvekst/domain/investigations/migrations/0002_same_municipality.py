from django.db import migrations

PAIRS = """
ALTER TABLE investigations_investigation ADD CONSTRAINT investigation_same_municipality
  FOREIGN KEY (case_id, municipality_id) REFERENCES cases_case (id, municipality_id);
ALTER TABLE investigations_investigation ADD CONSTRAINT investigation_of_concern
  FOREIGN KEY (concern_id, municipality_id) REFERENCES concerns_concern (id, municipality_id);
"""


class Migration(migrations.Migration):
    dependencies = [("investigations", "0001_initial"), ("concerns", "0003_numbers_and_receipts")]
    operations = [migrations.RunSQL(PAIRS, migrations.RunSQL.noop)]
