"""The sending's own transaction: what the portal writes beside it must be written together with it."""

from django.db import migrations

ARRIVAL = "ALTER TABLE prevention_{0} ADD COLUMN arrival xid8 NOT NULL DEFAULT pg_current_xact_id()"

# Foreign keys look past policies: the pair ties a sign-up to a group of its own municipality (design/database.md, trap 5).
PAIRS = """
ALTER TABLE prevention_group ADD CONSTRAINT group_in_municipality UNIQUE (id, municipality_id);
ALTER TABLE prevention_signup ADD CONSTRAINT sign_up_same_municipality FOREIGN KEY (group_id, municipality_id) REFERENCES prevention_group (id, municipality_id);
"""


class Migration(migrations.Migration):
    dependencies = [("prevention", "0001_initial")]
    operations = [
        migrations.RunSQL(ARRIVAL.format("request"), migrations.RunSQL.noop),
        migrations.RunSQL(ARRIVAL.format("signup"), migrations.RunSQL.noop),
        migrations.RunSQL(PAIRS, migrations.RunSQL.noop),
    ]
