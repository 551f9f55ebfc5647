from django.db import migrations

DRAFTS = """
CREATE UNIQUE INDEX draft_one_per_key ON web_draft (key_hash, id);
CREATE FUNCTION access.draft_load(k bytea) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ SELECT sealed FROM public.web_draft WHERE key_hash = k AND until > now() $$;
CREATE FUNCTION access.draft_drop(k bytea) RETURNS void LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ DELETE FROM public.web_draft WHERE key_hash = k OR until < now() $$;
CREATE FUNCTION access.draft_save(k bytea, content bytea, lasts interval) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  DELETE FROM public.web_draft WHERE key_hash = k;
  INSERT INTO public.web_draft (id, key_hash, sealed, until) VALUES (gen_random_uuid(), k, content, now() + lasts); END $$;
GRANT EXECUTE ON FUNCTION access.draft_load(bytea), access.draft_drop(bytea), access.draft_save(bytea, bytea, interval)
  TO oppvekst_portal;
"""


class Migration(migrations.Migration):
    dependencies = [("web", "0001_initial"), ("access", "0001_context")]
    operations = [migrations.RunSQL(DRAFTS, migrations.RunSQL.noop)]
