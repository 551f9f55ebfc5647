"""Whoever is in a case over a bar, for what cannot wait, changes no measure (fvl § 7)."""

from django.db import migrations

DO = """
CREATE TRIGGER not_provisional BEFORE UPDATE ON measures_measure FOR EACH ROW EXECUTE FUNCTION access.not_provisional('case_id');
"""
UNDO = "DROP TRIGGER not_provisional ON measures_measure;"


class Migration(migrations.Migration):
    dependencies = [("measures", "0001_initial"), ("access", "0006_breaking_the_glass")]
    operations = [migrations.RunSQL(DO, UNDO)]
