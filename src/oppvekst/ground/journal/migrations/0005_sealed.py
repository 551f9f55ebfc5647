"""Looks get the order of sealing that entries have; the sealer finds its place by an index; seals are only added to."""

from django.db import migrations

COLUMNS = """
ALTER TABLE journal_look ADD COLUMN no bigint GENERATED ALWAYS AS IDENTITY,
  ADD COLUMN xact xid8 NOT NULL DEFAULT pg_current_xact_id(), ADD COLUMN era smallint NOT NULL DEFAULT access.current_era(),
  ADD COLUMN written_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX entry_in_order ON journal_entry (municipality_id, era, xact, no);
CREATE INDEX look_in_order ON journal_look (municipality_id, era, xact, no);
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON journal_seal FOR EACH ROW EXECUTE FUNCTION access.only_added();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON journal_seal FOR EACH STATEMENT EXECUTE FUNCTION access.only_added();
GRANT EXECUTE ON FUNCTION access.current_era() TO oppvekst_desk_editor, oppvekst_desk_homes, oppvekst_desk_prevention;
"""


class Migration(migrations.Migration):
    dependencies = [("journal", "0004_seals")]
    operations = [migrations.RunSQL(COLUMNS, migrations.RunSQL.noop)]
