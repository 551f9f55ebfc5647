"""What was published is what people read and acted on: it stands as it was written, for the owner's SQL too."""

from django.db import migrations

# A draft has no day yet and was not thrown away. Everything else is history, and is corrected by a new version. A day in
# the future may still be called off; one that has come may not.
STANDS = """
CREATE FUNCTION access.published_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$ BEGIN
  RAISE EXCEPTION 'what was published stands as it was written' USING ERRCODE = '42501'; END $$;
CREATE TRIGGER words_stand BEFORE UPDATE ON information_pageversion FOR EACH ROW
  WHEN ((OLD.publish_from IS NOT NULL OR OLD.withdrawn_at IS NOT NULL) AND
    (OLD.page_id, OLD.language, OLD.number, OLD.title, OLD.lead, OLD.body, OLD.written_at, OLD.written_by, OLD.writer_name)
    IS DISTINCT FROM
    (NEW.page_id, NEW.language, NEW.number, NEW.title, NEW.lead, NEW.body, NEW.written_at, NEW.written_by, NEW.writer_name))
  EXECUTE FUNCTION access.published_stands();
CREATE TRIGGER day_stands BEFORE UPDATE ON information_pageversion FOR EACH ROW
  WHEN (OLD.publish_from <= now() AND NEW.publish_from IS DISTINCT FROM OLD.publish_from
    OR OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at)
  EXECUTE FUNCTION access.published_stands();
CREATE TRIGGER version_stays BEFORE DELETE ON information_pageversion FOR EACH ROW
  WHEN (OLD.publish_from IS NOT NULL OR OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION access.published_stands();
"""


class Migration(migrations.Migration):
    dependencies = [("information", "0001_initial")]
    operations = [migrations.RunSQL(STANDS, migrations.RunSQL.noop)]
