from django.db import migrations

# Before the first function is made: new functions are executable by PUBLIC unless this stands, without IN SCHEMA.
CLOSE = "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC"

NUMBERS = """
CREATE SCHEMA IF NOT EXISTS numbering;
CREATE TABLE numbering.counter (municipality smallint, year smallint, series text, latest integer NOT NULL,
                                PRIMARY KEY (municipality, year, series));
CREATE FUNCTION numbering.next(m smallint, y smallint, s text) RETURNS integer LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO numbering.counter VALUES (m, y, s, 1)
  ON CONFLICT (municipality, year, series) DO UPDATE SET latest = numbering.counter.latest + 1 RETURNING latest $$;
"""


class Migration(migrations.Migration):
    dependencies = []
    operations = [
        migrations.RunSQL(CLOSE, migrations.RunSQL.noop),
        migrations.RunSQL("CREATE EXTENSION IF NOT EXISTS pg_trgm", migrations.RunSQL.noop),
        migrations.RunSQL("CREATE EXTENSION IF NOT EXISTS btree_gist", migrations.RunSQL.noop),
        migrations.RunSQL("CREATE EXTENSION IF NOT EXISTS btree_gin", migrations.RunSQL.noop),
        migrations.RunSQL(NUMBERS, "DROP SCHEMA numbering CASCADE"),
    ]
