from django.db import migrations

# The portal may add a concern only to the enquiry it makes in the same transaction, never to somebody else's
# (docs/adr/0002-row-level-security.md). Foreign keys would let it: they look past every policy.
ARRIVING = """
CREATE FUNCTION access.arriving_concern(concern uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  RETURN EXISTS (SELECT FROM public.concerns_concern c JOIN public.concerns_enquiry e ON e.id = c.enquiry_id
                  WHERE c.id = concern AND e.arrival = pg_current_xact_id()); END $$;
GRANT EXECUTE ON FUNCTION access.arriving_concern(uuid) TO oppvekst_portal,
  oppvekst_desk_case, oppvekst_desk_intake, oppvekst_desk_team, oppvekst_desk_wide, oppvekst_desk_oncall;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0003_counts_at_once")]
    operations = [migrations.RunSQL(ARRIVING, migrations.RunSQL.noop)]
