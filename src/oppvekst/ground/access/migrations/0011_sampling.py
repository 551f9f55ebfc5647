"""Cases to be read alone: drawn at random for the internal control, or opened for archive work (fvl § 13 b)."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

# Only the database draws: what is drawn cannot be chosen, nor foretold (no seed of the session's reaches it), nor drawn
# again until something better comes. Not one she is barred from, and not one of her own.
SAMPLING = """
CREATE FUNCTION access.draw_sample(how_many integer, wanted text, since date, until date, why text, told_at timestamptz, told_on date)
  RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); one uuid := gen_random_uuid(); me text := access.my_name(); chosen uuid[]; ends timestamptz;
  began timestamptz := CASE session_user WHEN 'oppvekst_desk' THEN now() ELSE told_at END; BEGIN
  IF NOT access.holds('audit.draw') THEN RAISE EXCEPTION 'not hers to draw' USING ERRCODE = '42501'; END IF;
  IF btrim(why) = '' OR how_many NOT BETWEEN 1 AND 20 THEN
    PERFORM access.refuse('Skriv hvorfor, og trekk fra 1 til 20 saker.', 'fvl § 13 b'); END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(c.staff_id::text, 13));
  IF EXISTS (SELECT FROM public.access_sample s WHERE s.staff_id = c.staff_id AND s.municipality_id = c.municipality AND s.ended_at IS NULL) THEN
    PERFORM access.refuse('Avslutt stikkprøven du har, før du trekker en ny.', 'fvl § 13 b'); END IF;
  chosen := ARRAY(SELECT k.id FROM public.cases_case k WHERE k.municipality_id = c.municipality AND (wanted = '' OR k.state = wanted)
    AND (since IS NULL OR k.opened_at >= since::timestamp AT TIME ZONE 'Europe/Oslo')
    AND (until IS NULL OR k.opened_at < (until + 1)::timestamp AT TIME ZONE 'Europe/Oslo')
    AND k.responsible IS DISTINCT FROM c.staff_id
    AND NOT EXISTS (SELECT FROM public.access_bar b WHERE b.staff_id = c.staff_id AND b.case_id = k.id AND b.ended_at IS NULL)
    AND NOT EXISTS (SELECT FROM public.access_grant g WHERE g.staff_id = c.staff_id AND g.case_id = k.id AND g.reason NOT IN ('sample', 'archive'))
    ORDER BY gen_random_uuid() LIMIT how_many);
  IF cardinality(chosen) = 0 THEN RETURN NULL; END IF;
  SELECT now() + make_interval(days => m.reading_days) INTO ends FROM public.access_municipality m WHERE m.number = c.municipality;
  INSERT INTO public.access_sample (id, municipality_id, staff_id, state, since, until, words, drawn, drawn_at, valid_to, finding)
    VALUES (one, c.municipality, c.staff_id, wanted, since, until, btrim(why), to_jsonb(chosen), began, ends, '');
  PERFORM access.open_to_read(k, 'sample', btrim(why), began, ends) FROM unnest(chosen) k;
  INSERT INTO public.agenda_item (id, municipality_id, subject, subject_kind, rule, title, due, target, steps, law, interpretation, queue, open)
    VALUES (gen_random_uuid(), c.municipality, one, 'sample', 'sample', 'Se over at ' || me || ' trakk en stikkprøve',
      least(greatest(told_on, began::date), began::date + 10), least(greatest(told_on, began::date), began::date + 10),
      jsonb_build_array('Lederen ser over hver stikkprøve.', 'Grunnen som ble oppgitt: ' || btrim(why)), 'fvl § 13 b', '', '', true);
  RETURN one; END $$;

-- The grant and the child's journal, together or not at all. Nobody calls it but the two below and above.
CREATE FUNCTION access.open_to_read(which uuid, why text, told text, began timestamptz, ends timestamptz) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); one uuid := gen_random_uuid(); me text := access.my_name(); BEGIN
  INSERT INTO public.access_grant (id, municipality_id, staff_id, case_id, reason, words, given_by, given_at, valid_to)
    VALUES (one, c.municipality, c.staff_id, which, why, told, c.staff_id, began, ends);
  INSERT INTO public.journal_entry (id, municipality_id, at, kind, subject, case_id, actor, actor_name, face, says, law, facts)
    VALUES (gen_random_uuid(), c.municipality, began, 'access.' || why, one, which, c.staff_id, me, 'desk',
      format(CASE why WHEN 'sample' THEN 'Saken ble trukket ut i en stikkprøve, og %s kan lese den til %s: %s'
        ELSE '%s åpnet saken for arkivarbeid, og kan lese den til %s: %s' END,
        me, to_char(ends AT TIME ZONE 'Europe/Oslo', 'DD.MM.YYYY'), told), 'fvl § 13 b', jsonb_build_object('grant', one));
  UPDATE access.context x SET cases = x.cases || which, reading = x.reading || which WHERE x.xact = pg_current_xact_id_if_assigned();
  RETURN one; END $$;

CREATE FUNCTION access.end_sample(one uuid, outcome text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); ids jsonb; BEGIN
  IF btrim(outcome) = '' THEN PERFORM access.refuse('Skriv kort hva du fant.', 'fvl § 13 b'); END IF;
  UPDATE public.access_sample s SET ended_at = now(), finding = btrim(outcome) WHERE s.id = one AND s.staff_id = c.staff_id
     AND s.municipality_id = c.municipality AND s.ended_at IS NULL RETURNING s.drawn INTO ids;
  IF ids IS NULL THEN RETURN false; END IF;
  UPDATE public.access_grant g SET valid_to = now() WHERE g.staff_id = c.staff_id AND g.reason = 'sample' AND g.valid_to > now()
     AND g.case_id IN (SELECT x::uuid FROM jsonb_array_elements_text(ids) x);
  RETURN true; END $$;

-- What the archivist sees of a case: that it is there. Never whose, and not one she is barred from.
CREATE FUNCTION access.archive(wanted text, most integer, after integer) RETURNS TABLE (case_number text, case_state text,
  opened timestamptz, closed timestamptz, papers bigint, in_all bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  IF NOT access.holds('archive.work') THEN RAISE EXCEPTION 'not the archivist' USING ERRCODE = '42501'; END IF;
  RETURN QUERY WITH known AS (SELECT k.id, k.number, k.state, k.opened_at, k.closed_at, count(*) OVER () AS n FROM public.cases_case k
      WHERE k.municipality_id = c.municipality AND starts_with(k.number, wanted) AND k.id <> ALL (c.barred)
      ORDER BY k.opened_at DESC, k.id LIMIT least(most, 50) OFFSET greatest(after, 0))
    SELECT q.number, q.state, q.opened_at, q.closed_at, (SELECT count(*) FROM public.cases_document d WHERE d.case_id = q.id), q.n
      FROM known q ORDER BY q.opened_at DESC, q.id; END $$;

CREATE FUNCTION access.open_for_archive(named text, why text, told_at timestamptz) RETURNS TABLE (given uuid, which uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); k uuid; ends timestamptz;
  began timestamptz := CASE session_user WHEN 'oppvekst_desk' THEN now() ELSE told_at END; BEGIN
  IF NOT access.holds('archive.work') THEN RAISE EXCEPTION 'not the archivist' USING ERRCODE = '42501'; END IF;
  IF btrim(why) = '' THEN PERFORM access.refuse('Skriv hva du skal gjøre med saken i arkivet.', 'fvl § 13 b'); END IF;
  SELECT x.id INTO k FROM public.cases_case x WHERE x.municipality_id = c.municipality AND x.number = named AND x.id <> ALL (c.barred);
  IF NOT FOUND THEN RETURN; END IF;
  IF k = ANY (c.cases) THEN PERFORM access.refuse('Saken er åpen for deg allerede.', 'fvl § 13 b'); END IF;
  SELECT now() + make_interval(days => m.reading_days) INTO ends FROM public.access_municipality m WHERE m.number = c.municipality;
  RETURN QUERY SELECT access.open_to_read(k, 'archive', btrim(why), began, ends), k; END $$;

GRANT EXECUTE ON FUNCTION access.draw_sample(integer, text, date, date, text, timestamptz, date), access.end_sample(uuid, text),
  access.archive(text, integer, integer), access.open_for_archive(text, text, timestamptz)
  TO oppvekst_desk_case, oppvekst_desk_intake, oppvekst_desk_team, oppvekst_desk_wide;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0010_own_log_in"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="Sample",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("state", models.TextField(blank=True, verbose_name="tilstand")),
                ("since", models.DateField(blank=True, null=True, verbose_name="opprettet fra og med")),
                ("until", models.DateField(blank=True, null=True, verbose_name="opprettet til og med")),
                ("words", models.TextField(verbose_name="begrunnelse")),
                ("drawn", models.JSONField(default=list, verbose_name="trukne saker")),
                ("drawn_at", models.DateTimeField(verbose_name="trukket")),
                ("valid_to", models.DateTimeField(verbose_name="kan leses til")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="avsluttet")),
                ("finding", models.TextField(blank=True, verbose_name="funn")),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                        verbose_name="kommune",
                    ),
                ),
                (
                    "staff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="samples",
                        to="access.staff",
                        verbose_name="ansatt",
                    ),
                ),
            ],
            options={
                "verbose_name": "stikkprøve",
                "db_table_comment": "Stikkprøve i internkontrollen: hvem som trakk den, hvorfor, og hva som ble funnet",
                "indexes": [models.Index(fields=["staff", "municipality"], name="sample_of_staff")],
                "constraints": [
                    oppvekst.ground.database.policies.Forced(name="sample_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="sample_mine",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="staff_id = (select access.actor()) and municipality_id = (select access.municipality())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="sample_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="sample_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                ],
            },
        ),
        migrations.RunSQL(SAMPLING, migrations.RunSQL.noop),
    ]
