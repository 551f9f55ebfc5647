"""Looks get the order of sealing that entries have, and seals are only added to."""

from django.db import migrations

COLUMNS = """
ALTER TABLE journal_look ADD COLUMN no bigint GENERATED ALWAYS AS IDENTITY,
  ADD COLUMN xact xid8 NOT NULL DEFAULT pg_current_xact_id(), ADD COLUMN era smallint NOT NULL DEFAULT access.current_era();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON journal_seal FOR EACH ROW EXECUTE FUNCTION access.only_added();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON journal_seal FOR EACH STATEMENT EXECUTE FUNCTION access.only_added();
GRANT EXECUTE ON FUNCTION access.current_era() TO oppvekst_desk_editor, oppvekst_desk_homes, oppvekst_desk_prevention;
"""


class Migration(migrations.Migration):
    dependencies = [("journal", "0004_seals")]
    operations = [migrations.RunSQL(COLUMNS, migrations.RunSQL.noop)]
