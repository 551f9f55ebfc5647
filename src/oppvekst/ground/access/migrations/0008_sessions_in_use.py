"""Sessions that lock themselves, that their holder sees and ends, and that tell of a device nobody has seen before."""

from django.db import migrations, models

HATS = (
    "oppvekst_desk_case, oppvekst_desk_intake, oppvekst_desk_team, oppvekst_desk_wide, oppvekst_desk_oncall, "
    "oppvekst_desk_editor, oppvekst_desk_homes, oppvekst_desk_prevention"
)

# ``until`` is what access.open has always asked. It follows the work, at most to ``ends_at``; so a session that nobody
# uses is locked by the database, whatever the browser shows.
IN_USE = """
CREATE FUNCTION access.begin_session(who text, token_hash bytea, lasts interval, wanted smallint, idle interval,
    device text, device_hash bytea) RETURNS TABLE (municipality smallint, hat text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE d record; fresh public.access_session; BEGIN
  SELECT * INTO d FROM access.start_session(who, begin_session.token_hash, lasts, wanted);
  IF NOT FOUND THEN RETURN; END IF;
  SELECT s.* INTO STRICT fresh FROM public.access_session s WHERE s.token_hash = begin_session.token_hash;
  UPDATE public.access_session s SET last_used_at = now(), ends_at = s.until, until = least(s.until, now() + begin_session.idle),
      idle = begin_session.idle, device = begin_session.device, device_hash = begin_session.device_hash,
      strange = EXISTS (SELECT FROM public.access_session o WHERE o.staff_id = fresh.staff_id AND o.device_hash IS NOT NULL)
        AND NOT EXISTS (SELECT FROM public.access_session o WHERE o.staff_id = fresh.staff_id
              AND o.device_hash = begin_session.device_hash AND o.ended_why <> 'not me')
    WHERE s.id = fresh.id;
  -- One browser, one session: whoever logs in anew there has left the one before.
  UPDATE public.access_session s SET ended_at = now(), ended_why = 'replaced'
    WHERE s.staff_id = fresh.staff_id AND s.device_hash = begin_session.device_hash AND s.id <> fresh.id AND s.ended_at IS NULL;
  RETURN QUERY SELECT d.municipality, d.hat; END $$;

-- At most three times a minute, and never waiting for another request of the same browser.
CREATE FUNCTION access.keep_awake() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  UPDATE public.access_session s SET last_used_at = now(), until = least(coalesce(s.ends_at, s.until), now() + s.idle)
   WHERE s.id IN (SELECT o.id FROM public.access_session o WHERE o.id = c.session AND o.idle IS NOT NULL
     AND o.last_used_at < now() - interval '20 seconds' FOR UPDATE SKIP LOCKED); END $$;

CREATE OR REPLACE FUNCTION access.enter(token text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
  PERFORM set_config('role', access.open(token), true); PERFORM access.keep_awake(); END $$;

-- Covered in the browser, locked here: logging in anew is the only key.
CREATE FUNCTION access.lock_session() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  UPDATE public.access_session SET until = now() WHERE id = c.session; END $$;

-- Another key to the same session: what was in somebody's hands before, opens nothing now.
CREATE FUNCTION access.renew_session(fresh bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  UPDATE public.access_session SET token_hash = fresh WHERE id = c.session; END $$;
"""

OF_MINE = """
CREATE FUNCTION access.my_sessions() RETURNS TABLE (id uuid, device text, place text, started_at timestamptz,
    last_used_at timestamptz, mine_now boolean, strange boolean, locked boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  RETURN QUERY SELECT s.id, s.device, m.name, s.started_at, coalesce(s.last_used_at, s.started_at), s.id = c.session,
      s.strange AND s.answered_at IS NULL, s.until <= now()
    FROM public.access_session s JOIN public.access_municipality m ON m.number = s.municipality_id
   WHERE s.staff_id = c.staff_id AND s.ended_at IS NULL AND coalesce(s.ends_at, s.until) > now()
   ORDER BY s.id <> c.session, s.last_used_at DESC NULLS LAST; END $$;

CREATE FUNCTION access.end_my_sessions(which uuid DEFAULT NULL) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); ended integer; BEGIN
  UPDATE public.access_session s SET ended_at = now(), ended_why = 'ended elsewhere'
   WHERE s.staff_id = c.staff_id AND s.ended_at IS NULL AND s.id <> c.session AND (which IS NULL OR s.id = which);
  GET DIAGNOSTICS ended = ROW_COUNT; RETURN ended; END $$;

-- Whoever came in on the new device cannot answer for it.
CREATE FUNCTION access.strange_devices() RETURNS TABLE (id uuid, device text, started_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); here bytea; BEGIN
  SELECT s.device_hash INTO here FROM public.access_session s WHERE s.id = c.session;
  RETURN QUERY SELECT s.id, s.device, s.started_at FROM public.access_session s
   WHERE s.staff_id = c.staff_id AND s.strange AND s.answered_at IS NULL AND s.device_hash IS DISTINCT FROM here
     AND s.started_at > now() - interval '30 days' ORDER BY s.started_at; END $$;
CREATE FUNCTION access.answer_device(which uuid, mine boolean) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); told bytea; BEGIN
  SELECT s.device_hash INTO told FROM public.access_session s WHERE s.id IN (SELECT d.id FROM access.strange_devices() d WHERE d.id = which);
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE public.access_session s SET answered_at = now() WHERE s.id = which;
  IF NOT mine THEN
    UPDATE public.access_session s SET ended_why = 'not me', ended_at = coalesce(s.ended_at, now())
     WHERE s.staff_id = c.staff_id AND s.device_hash = told AND s.id <> c.session;
  END IF; RETURN true; END $$;

-- Whose a session is or was, for whoever has its key: so that what was typed is given back to the same person only.
CREATE FUNCTION access.whose_session(token text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ SELECT s.staff_id FROM public.access_session s
   WHERE s.token_hash = sha256(convert_to(token, 'UTF8')) AND s.started_at > now() - interval '2 days' $$;
"""

RIGHTS = f"""
GRANT EXECUTE ON FUNCTION access.begin_session(text, bytea, interval, smallint, interval, text, bytea) TO oppvekst_door;
GRANT EXECUTE ON FUNCTION access.keep_awake(), access.lock_session(), access.renew_session(bytea), access.my_sessions(),
  access.end_my_sessions(uuid), access.strange_devices(), access.answer_device(uuid, boolean) TO {HATS};
GRANT EXECUTE ON FUNCTION access.whose_session(text) TO oppvekst_desk;
"""


def added(name: str, field: models.Field) -> migrations.AddField:
    return migrations.AddField(model_name="session", name=name, field=field)


class Migration(migrations.Migration):
    dependencies = [("access", "0007_why")]
    operations = [
        added("ends_at", models.DateTimeField(blank=True, null=True, verbose_name="slutter senest")),
        added("idle", models.DurationField(blank=True, null=True, verbose_name="låses etter")),
        added("last_used_at", models.DateTimeField(blank=True, null=True, verbose_name="sist brukt")),
        added("device", models.TextField(blank=True, db_default="", default="", verbose_name="enhet")),
        added("device_hash", models.BinaryField(blank=True, null=True, verbose_name="enhetens avtrykk")),
        added("strange", models.BooleanField(db_default=False, default=False, verbose_name="ny enhet")),
        added("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="svart om enheten")),
        added("ended_why", models.TextField(blank=True, db_default="", default="", verbose_name="hvorfor avsluttet")),
        migrations.RunSQL(IN_USE, migrations.RunSQL.noop),
        migrations.RunSQL(OF_MINE, migrations.RunSQL.noop),
        migrations.RunSQL(RIGHTS, migrations.RunSQL.noop),
    ]
