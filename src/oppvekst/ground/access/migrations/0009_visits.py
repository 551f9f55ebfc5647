"""Visits to My page: proven by a token as a session is, and bound to one person, or to nobody."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

CONTEXT = """
CREATE UNLOGGED TABLE access.visiting (
  xact xid8 PRIMARY KEY, visit uuid NOT NULL, person uuid, municipality smallint NOT NULL);
CREATE FUNCTION access.visit_here() RETURNS access.visiting LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE v access.visiting; BEGIN
  SELECT * INTO STRICT v FROM access.visiting WHERE xact = pg_current_xact_id_if_assigned(); RETURN v;
EXCEPTION WHEN no_data_found THEN RAISE EXCEPTION 'nobody has entered' USING ERRCODE = '42501'; END $$;
-- Nobody's page is no person's: NULL, and so no row of anybody's.
CREATE FUNCTION access.visitor() RETURNS uuid LANGUAGE sql STABLE PARALLEL RESTRICTED AS 'select (access.visit_here()).person';

CREATE FUNCTION access.enter_visit(token text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v public.access_visit; BEGIN
  SELECT * INTO v FROM public.access_visit
   WHERE token_hash = sha256(convert_to(token, 'UTF8')) AND ended_at IS NULL AND until > now();
  IF NOT FOUND THEN RAISE EXCEPTION 'no such visit' USING ERRCODE = 'OV001'; END IF;
  INSERT INTO access.visiting VALUES (pg_current_xact_id(), v.id, v.person_id, v.municipality_id)
    ON CONFLICT (xact) DO UPDATE SET visit = excluded.visit, person = excluded.person, municipality = excluded.municipality;
  UPDATE public.access_visit w SET last_used_at = now(), until = least(w.ends_at, now() + w.idle)
   WHERE w.id IN (SELECT o.id FROM public.access_visit o WHERE o.id = v.id
     AND o.last_used_at < now() - interval '20 seconds' FOR UPDATE SKIP LOCKED); END $$;
CREATE FUNCTION access.leave_visit() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
  'delete from access.visiting where xact = pg_current_xact_id_if_assigned()';
CREATE FUNCTION access.end_visit() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE v access.visiting := access.visit_here(); BEGIN
  UPDATE public.access_visit SET ended_at = now() WHERE id = v.visit; RETURN true; END $$;
"""

# Whether somebody is known is told to nobody: with no page opened for them they come in as nobody in particular.
STARTED = """
CREATE FUNCTION access.begin_visit(who uuid, place smallint, fresh bytea, level text) RETURNS void LANGUAGE sql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO public.access_visit (id, municipality_id, person_id, token_hash, level, started_at, last_used_at, idle, until, ends_at)
  VALUES (gen_random_uuid(), place, who, fresh, level, now(), now(), interval '15 minutes', now() + interval '15 minutes',
          now() + interval '2 hours') $$;
CREATE FUNCTION access.start_visit(numbered text, place smallint, fresh bytea, level text) RETURNS boolean LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who uuid; BEGIN
  SELECT i.person_id INTO who FROM public.people_identitynumber i WHERE i.municipality_id = place AND i.number = numbered
     AND i.kind IN ('fnr', 'dnr', 'synthetic') AND EXISTS (SELECT FROM public.cases_mypage p
       WHERE p.person_id = i.person_id AND p.municipality_id = place AND p.closed_at IS NULL);
  PERFORM access.begin_visit(who, place, fresh, level); RETURN true; END $$;
CREATE FUNCTION access.start_visit_by_code(code bytea, place smallint, fresh bytea) RETURNS boolean LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE p record; BEGIN
  UPDATE public.cases_mypage o SET code_used_at = now() WHERE o.code_hash = code AND o.municipality_id = place
     AND o.code_used_at IS NULL AND o.code_until > now() AND o.closed_at IS NULL AND o.part = 'child'
     RETURNING o.id, o.person_id, o.case_id, o.called INTO p;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO public.journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
    VALUES (gen_random_uuid(), place, now(), 'mypage.code_used', p.person_id, p.case_id, NULL, 'Min side', 'mypage',
            p.called || ' brukte engangskoden sin til Min side.', 'bvl § 1-4', '{}');
  PERFORM access.begin_visit(p.person_id, place, fresh, 'code'); RETURN true; END $$;

GRANT USAGE ON SCHEMA access TO oppvekst_mypage;
GRANT EXECUTE ON FUNCTION access.visit_here(), access.visitor(), access.enter_visit(text), access.leave_visit(),
  access.end_visit(), access.start_visit(text, smallint, bytea, text), access.start_visit_by_code(bytea, smallint, bytea) TO oppvekst_mypage;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0008_sessions_in_use")]
    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="Visit",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("person_id", models.UUIDField(blank=True, null=True, verbose_name="person")),
                ("token_hash", models.BinaryField(verbose_name="nøkkelens avtrykk")),
                ("level", models.TextField(verbose_name="hvor sikker innloggingen er")),
                ("started_at", models.DateTimeField(verbose_name="begynt")),
                ("last_used_at", models.DateTimeField(verbose_name="sist brukt")),
                ("idle", models.DurationField(verbose_name="slutter etter")),
                ("until", models.DateTimeField(verbose_name="varer til")),
                ("ends_at", models.DateTimeField(verbose_name="slutter senest")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="avsluttet")),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                        verbose_name="kommune",
                    ),
                ),
            ],
            options={
                "verbose_name": "innlogging på Min side",
                "db_table_comment": "Innlogging på Min side; verken nøkkelen eller fødselsnummeret lagres",
                "indexes": [models.Index(fields=["token_hash"], name="visit_by_token")],
                "constraints": [oppvekst.ground.database.policies.Forced(name="visit_forced")],
            },
        ),
        migrations.RunSQL(CONTEXT, migrations.RunSQL.noop),
        migrations.RunSQL(STARTED, migrations.RunSQL.noop),
    ]
