from django.db import migrations

from oppvekst.ground.database.jobs import ALARM_QUEUE, deferrable
from oppvekst.ground.database.logins import HATS, PORTAL

# Procrastinate's tables may have been made before functions were closed to PUBLIC.
CLOSE = """
DO $$ DECLARE f regprocedure; BEGIN FOR f IN SELECT oid FROM pg_proc
  WHERE pronamespace = 'public'::regnamespace AND proname ^@ 'procrastinate_' LOOP
  EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO oppvekst_worker', f); END LOOP; END $$;
GRANT SELECT, INSERT, UPDATE, DELETE
  ON procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers TO oppvekst_worker;
GRANT USAGE ON SEQUENCE procrastinate_jobs_id_seq, procrastinate_events_id_seq, procrastinate_periodic_defers_id_seq
  TO oppvekst_worker;
"""

# The worker does not listen (any login may forge a notice), and nobody else shall hear that a job has come.
SILENCE = """
ALTER TABLE procrastinate_jobs DISABLE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1;
ALTER TABLE procrastinate_jobs DISABLE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1;
"""

# Inside a definer function current_user is the owner; the caller is the role it has taken, or else its login.
# Lock, date and order are the database's to choose: a waiting job with a lock and a far date stops all others of its kind.
WHO_MAY = """
CREATE TABLE access.deferrable (caller name, task text, queue text NOT NULL, ids text[] NOT NULL, PRIMARY KEY (caller, task));
CREATE FUNCTION access.may_defer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE d access.deferrable; me name := coalesce(nullif(current_setting('role'), 'none'), session_user); BEGIN
  IF me IN ('oppvekst_worker', 'oppvekst_owner') THEN RETURN NEW; END IF;
  SELECT * INTO d FROM access.deferrable x WHERE x.caller = me AND x.task = NEW.task_name;
  IF NOT FOUND OR EXISTS (SELECT FROM jsonb_each_text(NEW.args) a WHERE a.key <> ALL (d.ids)
     OR a.value IS NULL OR a.value !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') THEN
    RAISE EXCEPTION 'this role may not defer this job' USING ERRCODE = '42501'; END IF;
  NEW.queue_name := d.queue; NEW.priority := 0; NEW.lock := NULL; NEW.queueing_lock := NULL; NEW.scheduled_at := NULL;
  RETURN NEW; END $$;
CREATE TRIGGER a_may_defer BEFORE INSERT ON procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION access.may_defer();
ALTER FUNCTION procrastinate_defer_jobs_v1(procrastinate_job_to_defer_v1[])
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp;
GRANT EXECUTE ON FUNCTION procrastinate_defer_jobs_v1(procrastinate_job_to_defer_v1[]) TO oppvekst_portal,
  oppvekst_desk_case, oppvekst_desk_intake, oppvekst_desk_team, oppvekst_desk_wide, oppvekst_desk_oncall;
"""

# Every row of access.context that can be seen belongs to a finished transaction.
PRUNE = """
CREATE FUNCTION access.prune() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN
  DELETE FROM access.context; DELETE FROM public.web_draft WHERE until < now();
  DELETE FROM access.paces WHERE at < now() - interval '1 hour'; END $$;
GRANT EXECUTE ON FUNCTION access.prune() TO oppvekst_worker;
"""

# A session that is over is kept for a month, for whoever asks who was in; what was seen and done in it stands in the
# journal, which is kept for ever.
PRUNE_SESSIONS = """
CREATE FUNCTION access.prune_sessions() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN
  DELETE FROM public.access_session WHERE least(ended_at, until) < now() - interval '30 days'; END $$;
GRANT EXECUTE ON FUNCTION access.prune_sessions() TO oppvekst_worker;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("database", "0001_ground"),
        ("access", "0001_context"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]
    operations = [
        migrations.RunSQL(CLOSE, migrations.RunSQL.noop),
        migrations.RunSQL(SILENCE, migrations.RunSQL.noop),
        migrations.RunSQL(
            WHO_MAY,
            "DROP TRIGGER a_may_defer ON procrastinate_jobs; DROP FUNCTION access.may_defer(); DROP TABLE access.deferrable",
        ),
        migrations.RunSQL(PRUNE, "DROP FUNCTION access.prune()"),
        migrations.RunSQL(PRUNE_SESSIONS, "DROP FUNCTION access.prune_sessions()"),
        deferrable("agenda.ring", to=(PORTAL, *HATS), queue=ALARM_QUEUE),
    ]
