"""How many forms came from one address lately. Unlogged: a crash may forget it, and nobody's address is in it."""

from django.db import migrations

PACE = """
CREATE UNLOGGED TABLE access.paces (imprint bytea PRIMARY KEY, level double precision NOT NULL, at timestamptz NOT NULL);
CREATE FUNCTION access.pace(who bytea, at_once double precision, a_second double precision, moment timestamptz)
  RETURNS double precision LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE now_level double precision; BEGIN
  INSERT INTO access.paces AS p VALUES (who, 0, moment) ON CONFLICT (imprint) DO UPDATE SET at = moment,
    level = greatest(0, p.level - a_second * greatest(0, extract(epoch FROM moment - p.at)::double precision))
    RETURNING level INTO now_level;
  IF now_level + 1 > at_once THEN RETURN (now_level + 1 - at_once) / a_second; END IF;
  UPDATE access.paces SET level = now_level + 1 WHERE imprint = who;
  RETURN 0; END $$;
GRANT EXECUTE ON FUNCTION access.pace(bytea, double precision, double precision, timestamptz) TO oppvekst_portal;
"""


class Migration(migrations.Migration):
    dependencies = [("web", "0002_sealed"), ("database", "0002_jobs")]
    operations = [migrations.RunSQL(PACE, "DROP FUNCTION access.pace; DROP TABLE access.paces")]
