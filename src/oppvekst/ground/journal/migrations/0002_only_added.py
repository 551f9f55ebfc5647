from django.db import migrations

# «no» and «xact» give the sealing its order: a number may become visible after a higher one, a finished transaction
# nothing more. «era» keeps them apart after a restore, when transactions are numbered anew.
COLUMNS = """
CREATE TABLE IF NOT EXISTS access.era (era smallint PRIMARY KEY);
INSERT INTO access.era VALUES (1);
CREATE FUNCTION access.current_era() RETURNS smallint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS 'select max(era) from access.era';
GRANT EXECUTE ON FUNCTION access.current_era() TO oppvekst_portal, oppvekst_worker, oppvekst_desk_case, oppvekst_desk_intake,
  oppvekst_desk_team, oppvekst_desk_wide, oppvekst_desk_oncall;
ALTER TABLE journal_entry ADD COLUMN no bigint GENERATED ALWAYS AS IDENTITY,
  ADD COLUMN xact xid8 NOT NULL DEFAULT pg_current_xact_id(), ADD COLUMN written_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN era smallint NOT NULL DEFAULT access.current_era();
"""

ONLY_ADDED = """
CREATE FUNCTION access.only_added() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'the journal is only added to' USING ERRCODE = '42501'; END $$;
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON {0} FOR EACH ROW EXECUTE FUNCTION access.only_added();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON {0} FOR EACH STATEMENT EXECUTE FUNCTION access.only_added();
"""


# That she looked is written down also of whoever may only read.
LOOKED = "DROP TRIGGER _read_only ON journal_look"


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [
        migrations.RunSQL(COLUMNS, migrations.RunSQL.noop),
        migrations.RunSQL(ONLY_ADDED.format("journal_entry"), migrations.RunSQL.noop),
        migrations.RunSQL(ONLY_ADDED.format("journal_look").split("$$;")[1], migrations.RunSQL.noop),
        migrations.RunSQL(LOOKED, migrations.RunSQL.noop),
    ]
