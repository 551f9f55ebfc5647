"""The sending's own transaction: what the portal writes beside it must be written together with it."""

from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

ARRIVAL = "ALTER TABLE prevention_{0} ADD COLUMN arrival xid8 NOT NULL DEFAULT pg_current_xact_id()"


class Migration(migrations.Migration):
    dependencies = [("prevention", "0001_initial")]
    operations = [
        migrations.RunSQL(ARRIVAL.format("request"), migrations.RunSQL.noop),
        migrations.RunSQL(ARRIVAL.format("signup"), migrations.RunSQL.noop),
        oppvekst.ground.database.tables.AddToTable(
            model_name="group",
            constraint=models.UniqueConstraint(fields=("id", "municipality"), name="group_in_municipality"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="signup",
            constraint=oppvekst.ground.database.policies.Pair(
                name="sign_up_same_municipality", parent="group", share="municipality"
            ),
        ),
    ]
