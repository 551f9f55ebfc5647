"""The sending's own transaction: what the portal writes beside it must be written together with it."""

from django.db import migrations

ARRIVAL = "ALTER TABLE homes_offer ADD COLUMN arrival xid8 NOT NULL DEFAULT pg_current_xact_id()"


class Migration(migrations.Migration):
    dependencies = [("homes", "0001_initial")]
    operations = [migrations.RunSQL(ARRIVAL, "ALTER TABLE homes_offer DROP COLUMN arrival")]
