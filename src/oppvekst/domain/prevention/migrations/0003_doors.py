from django.db import migrations

# The portal adds sign-ups and reads none. How many places are taken is a number, and of published groups only.
SEATS = """
CREATE FUNCTION access.seats_taken(wanted uuid[]) RETURNS TABLE (group_id uuid, taken bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  RETURN QUERY SELECT s.group_id, count(*) FROM public.prevention_signup s JOIN public.prevention_group g ON g.id = s.group_id
   WHERE s.group_id = ANY (wanted) AND g.published AND s.state <> 'withdrawn' GROUP BY s.group_id; END $$;
GRANT EXECUTE ON FUNCTION access.seats_taken(uuid[]) TO oppvekst_portal;
"""

# Whoever comes back with the reference learns what was asked, when it came and that it was answered, and nothing else:
# no number, no name, no outcome. Of a sign-up also which group, and whether the family still waits for a place.
RECEIPT = """
CREATE FUNCTION access.request_receipt(m smallint, wanted text)
  RETURNS TABLE (kind text, received_at timestamptz, answered boolean, group_id uuid, waiting boolean, call_at text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  RETURN QUERY SELECT r.kind, r.received_at, r.state <> 'open', NULL::uuid, false, r.call_at::text
    FROM public.prevention_request r WHERE r.municipality_id = m AND r.reference = wanted
  UNION ALL SELECT 'sign_up', s.received_at, s.state <> 'open', s.group_id, s.state = 'open' AND g.seats <= (
      SELECT count(*) FROM public.prevention_signup o WHERE o.group_id = s.group_id AND (o.state = 'confirmed'
         OR o.state = 'open' AND (o.received_at, o.id) < (s.received_at, s.id))), '[]'
    FROM public.prevention_signup s JOIN public.prevention_group g ON g.id = s.group_id
   WHERE s.municipality_id = m AND s.reference = wanted; END $$;
GRANT EXECUTE ON FUNCTION access.request_receipt(smallint, text) TO oppvekst_portal;
"""


class Migration(migrations.Migration):
    dependencies = [("prevention", "0002_arriving")]
    operations = [
        migrations.RunSQL(SEATS, migrations.RunSQL.noop),
        migrations.RunSQL(RECEIPT, migrations.RunSQL.noop),
    ]
