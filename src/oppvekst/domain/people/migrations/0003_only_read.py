"""Nor does whoever knows a person only by a case she has to read, change anything about that person (fvl § 13 b)."""

from django.db import migrations

TABLES = {
    "people_person": "id", "people_address": "person_id", "people_identitynumber": "person_id", "people_reach": "person_id",
    "people_shielding": "person_id",
}  # fmt: skip
STAND = "CREATE TRIGGER _read_only BEFORE INSERT OR UPDATE ON {} FOR EACH ROW EXECUTE FUNCTION access.person_read_only('{}')"


class Migration(migrations.Migration):
    dependencies = [("people", "0002_shielding")]
    operations = [
        migrations.RunSQL(STAND.format(table, column), f"DROP TRIGGER _read_only ON {table}")
        for table, column in TABLES.items()
    ]
