"""What was sent from the desk too late is kept as the public forms' drafts are; log-ins too go at the pace of people."""

from django.db import migrations

HATS = (
    "oppvekst_desk_case, oppvekst_desk_intake, oppvekst_desk_team, oppvekst_desk_wide, oppvekst_desk_oncall, "
    "oppvekst_desk_editor, oppvekst_desk_homes, oppvekst_desk_prevention"
)
KEPT = f"""
GRANT EXECUTE ON FUNCTION access.draft_save(bytea, bytea, interval) TO oppvekst_desk;
GRANT EXECUTE ON FUNCTION access.draft_load(bytea), access.draft_drop(bytea) TO {HATS};
"""
PACED = """
GRANT EXECUTE ON FUNCTION access.pace(bytea, double precision, double precision, timestamptz) TO oppvekst_mypage, oppvekst_door;
CREATE OR REPLACE FUNCTION access.prune() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN
  DELETE FROM access.context; DELETE FROM access.visiting; DELETE FROM public.web_draft WHERE until < now();
  DELETE FROM access.paces WHERE at < now() - interval '1 hour'; END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("web", "0003_pace"), ("access", "0009_visits")]
    operations = [
        migrations.RunSQL(KEPT, migrations.RunSQL.noop),
        migrations.RunSQL(PACED, migrations.RunSQL.noop),
    ]
