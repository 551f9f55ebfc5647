"""The actor of a transaction: proven by a session's token, computed once, readable by policies (ADR 2)."""

from django.db import migrations

CONTEXT = """
CREATE SCHEMA access;
CREATE UNLOGGED TABLE access.context (
  xact xid8 PRIMARY KEY, session uuid NOT NULL, staff_id uuid NOT NULL, service uuid NOT NULL, municipality smallint NOT NULL,
  hat text NOT NULL, wide smallint, team uuid, intake smallint, oncall smallint,
  cases uuid[] NOT NULL, barred uuid[] NOT NULL, named uuid[] NOT NULL, known uuid[] NOT NULL DEFAULT '{}',
  -- Cases that stand open by emergency access alone, by fvl § 7 alone, and those whose decisions are another's (fvl § 6 (3)).
  emergency uuid[] NOT NULL DEFAULT '{}', provisional uuid[] NOT NULL DEFAULT '{}', undecided uuid[] NOT NULL DEFAULT '{}',
  -- Cases she has to read alone: drawn in a sample, or opened for archive work.
  reading uuid[] NOT NULL DEFAULT '{}');

CREATE FUNCTION access.here() RETURNS access.context LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE c access.context; BEGIN
  SELECT * INTO STRICT c FROM access.context WHERE xact = pg_current_xact_id_if_assigned(); RETURN c;
EXCEPTION WHEN no_data_found THEN RAISE EXCEPTION 'nobody has entered' USING ERRCODE = '42501'; END $$;
"""

READERS = {
    "actor": ("uuid", "staff_id"),
    "service": ("uuid", "service"),
    "municipality": ("smallint", "municipality"),
    "wide": ("smallint", "wide"),
    "team": ("uuid", "team"),
    "intake": ("smallint", "intake"),
    "oncall": ("smallint", "oncall"),
    "cases": ("uuid[]", "cases"),
    "barred": ("uuid[]", "barred"),
    "named": ("uuid[]", "named"),
    "reading": ("uuid[]", "reading"),
}

# What breaks the rule for a while: emergency access, and the provisional act of one who is barred (fvl § 7). And what a
# leader's disqualification does to those directly under her: they may prepare, and not decide (fvl § 6 (3)).
EXCEPTIONS = """
CREATE FUNCTION access.exceptions(who uuid, place smallint, OUT emergency uuid[], OUT provisional uuid[], OUT undecided uuid[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  SELECT coalesce(array_agg(e.case_id) FILTER (WHERE NOT e.over_bar), '{}'), coalesce(array_agg(e.case_id) FILTER (WHERE e.over_bar), '{}')
    INTO emergency, provisional FROM public.access_emergency e
   WHERE e.staff_id = who AND e.municipality_id = place AND e.ended_at IS NULL AND e.until > now();
  undecided := access.undecided_for(who, place); END $$;

-- A named leader (role «leader») who is disqualified, and who it is that stands directly under her: the deputy, the team
-- leaders, and whoever has no team leader between. Another leader, and a substitute (fvl § 9), stand under nobody here.
CREATE FUNCTION access.undecided_for(who uuid, place smallint) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE today date := (now() AT TIME ZONE 'Europe/Oslo')::date; led uuid[]; BEGIN
  SELECT array_agg(DISTINCT b.case_id) INTO led FROM public.access_role r JOIN public.access_duty u ON u.role_id = r.id
    JOIN public.access_bar b ON b.staff_id = u.staff_id AND b.municipality_id = place
   WHERE r.municipality_id = place AND r.name = 'leader' AND u.staff_id <> who AND u.valid_from <= today
     AND (u.valid_to IS NULL OR u.valid_to >= today) AND b.kind = 'disqualified' AND b.ended_at IS NULL;
  RETURN CASE WHEN led IS NOT NULL AND access.directly_under_leader(who, place) THEN led ELSE '{}' END; END $$;
CREATE FUNCTION access.directly_under_leader(who uuid, place smallint) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE today date := (now() AT TIME ZONE 'Europe/Oslo')::date; BEGIN
  RETURN EXISTS (WITH held AS (SELECT r.name, u.team_id FROM public.access_duty u JOIN public.access_role r ON r.id = u.role_id
      WHERE u.staff_id = who AND u.municipality_id = place AND u.valid_from <= today AND (u.valid_to IS NULL OR u.valid_to >= today))
    SELECT FROM held h WHERE h.name <> 'substitute' AND NOT EXISTS (SELECT FROM held WHERE name = 'leader')
      AND (h.name IN ('deputy', 'team_leader') OR h.team_id IS NULL OR NOT EXISTS (SELECT FROM public.access_duty v
        JOIN public.access_role q ON q.id = v.role_id WHERE v.team_id = h.team_id AND q.name = 'team_leader'
          AND v.valid_from <= today AND (v.valid_to IS NULL OR v.valid_to >= today)))); END $$;

-- What somebody may be told in words when the database refuses: OV100, with the section as detail.
CREATE FUNCTION access.refuse(sentence text, law text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION USING ERRCODE = 'OV100', MESSAGE = sentence, DETAIL = law; END $$;

-- Stands on every table where a decision of the case is written down; the argument is the column that names the case.
CREATE FUNCTION access.deciding() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context; which uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid; BEGIN
  SELECT * INTO c FROM access.context WHERE xact = pg_current_xact_id_if_assigned();
  IF NOT FOUND THEN RETURN NEW; END IF;
  IF which = ANY (c.undecided) THEN PERFORM access.refuse('Lederen er inhabil i saken, og da kan heller ikke du avgjøre noe i den. '
    'En setteleder må oppnevnes. Du kan forberede avgjørelsen.', 'fvl § 6 (3), § 9'); END IF;
  IF which = ANY (c.provisional) THEN PERFORM access.refuse('Du er inhabil eller sperret ute, og er i saken bare for det som ikke '
    'kan vente. En annen må avgjøre dette.', 'fvl § 7'); END IF;
  IF access.hired(c.staff_id) THEN PERFORM access.refuse('Innleide fra private kan ikke treffe avgjørelser etter '
    'barnevernsloven. En som er ansatt i tjenesten, må gjøre det.', 'bvl § 15-7'); END IF;
  RETURN NEW; END $$;
-- Stands on what is more than the act that could not wait: whoever is in by fvl § 7 changes nothing there.
CREATE FUNCTION access.not_provisional() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context; which uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid; BEGIN
  SELECT * INTO c FROM access.context WHERE xact = pg_current_xact_id_if_assigned();
  IF FOUND AND which = ANY (c.provisional) THEN PERFORM access.refuse('Du er inhabil eller sperret ute, og er i saken bare for '
    'det som ikke kan vente. En annen må gjøre dette.', 'fvl § 7'); END IF; RETURN NEW; END $$;
-- Private providers' people (bvl § 15-7).
CREATE FUNCTION access.hired(who uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  RETURN EXISTS (SELECT FROM public.access_staff s WHERE s.id = who AND s.employment = 'hired'); END $$;
"""

# A look for control or for the archive changes nothing (fvl § 13 b first paragraph no. 4). The trigger stands on every table
# that names a case: whoever declares the table's row security (``Forced``) gets it. It runs as whoever writes, so that what
# a function of the database tells of her goes through.
READ_ONLY = """
CREATE FUNCTION access.not_only_to_read(which uuid) RETURNS void LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  IF which = ANY ((access.here()).reading) THEN PERFORM access.refuse('Du har denne saken bare for å lese den, og kan ikke '
    'endre eller legge til noe i den.', 'fvl § 13 b'); END IF; END $$;
CREATE FUNCTION access.read_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF current_user::text <> ALL ('{oppvekst_desk_case,oppvekst_desk_intake,oppvekst_desk_team,oppvekst_desk_wide}'::text[])
    THEN RETURN NEW; END IF;
  IF cardinality(access.reading()) = 0 THEN RETURN NEW; END IF;
  PERFORM access.not_only_to_read((to_jsonb(NEW) ->> TG_ARGV[0])::uuid);
  IF TG_OP = 'UPDATE' THEN PERFORM access.not_only_to_read((to_jsonb(OLD) ->> TG_ARGV[0])::uuid); END IF;
  RETURN NEW; END $$;

-- The same of a person she knows by such a case and no other.
CREATE FUNCTION access.only_read(person uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  RETURN cardinality(c.reading) > 0 AND c.wide IS NULL
    AND EXISTS (SELECT FROM public.cases_party y WHERE y.person_id = person AND y.case_id = ANY (c.reading))
    AND NOT EXISTS (SELECT FROM public.cases_party y WHERE y.person_id = person AND y.case_id = ANY (c.cases)
      AND y.case_id <> ALL (c.reading)); END $$;
CREATE FUNCTION access.person_read_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF current_user::text <> ALL ('{oppvekst_desk_case,oppvekst_desk_intake,oppvekst_desk_team,oppvekst_desk_wide}'::text[])
    THEN RETURN NEW; END IF;
  IF access.only_read((to_jsonb(NEW) ->> TG_ARGV[0])::uuid) THEN
    RAISE EXCEPTION USING ERRCODE = 'OV100', DETAIL = 'fvl § 13 b',
      MESSAGE = 'Du kjenner denne personen bare fra en sak du har for å lese, og kan ikke endre noe om den.'; END IF;
  RETURN NEW; END $$;
"""

# Grants and duties follow the database's own clock; a settable clock would revive what has ended.
OPEN = """
CREATE FUNCTION access.open(token text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE s record; d record; beyond record; today date := (now() AT TIME ZONE 'Europe/Oslo')::date;
  see uuid[]; bar uuid[]; name uuid[]; read uuid[]; BEGIN
  SELECT * INTO s FROM public.access_session
   WHERE token_hash = sha256(convert_to(token, 'UTF8')) AND ended_at IS NULL AND until > now();
  IF NOT FOUND THEN RAISE EXCEPTION 'no such session' USING ERRCODE = 'OV001'; END IF;
  SELECT u.team_id, m.service_id INTO d FROM public.access_duty u JOIN public.access_role r ON r.id = u.role_id
    JOIN public.access_municipality m ON m.number = u.municipality_id
   WHERE u.staff_id = s.staff_id AND u.municipality_id = s.municipality_id AND r.hat = s.hat
     AND u.valid_from <= today AND (u.valid_to IS NULL OR u.valid_to >= today) ORDER BY u.team_id NULLS LAST LIMIT 1;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such duty today' USING ERRCODE = 'OV001'; END IF;
  SELECT * INTO beyond FROM access.exceptions(s.staff_id, s.municipality_id);
  SELECT coalesce(array_agg(case_id), '{}') INTO bar FROM public.access_bar
   WHERE staff_id = s.staff_id AND municipality_id = s.municipality_id AND ended_at IS NULL AND case_id <> ALL (beyond.provisional);
  SELECT coalesce(array_agg(person_id), '{}') INTO name FROM public.access_trust
   WHERE staff_id = s.staff_id AND municipality_id = s.municipality_id AND ended_at IS NULL;
  SELECT coalesce(array_agg(DISTINCT g.case_id), '{}') INTO see FROM public.access_grant g
   WHERE g.staff_id = s.staff_id AND g.municipality_id = s.municipality_id AND (g.valid_from IS NULL OR g.valid_from <= now())
     AND (g.valid_to IS NULL OR g.valid_to > now()) AND g.case_id <> ALL (bar) AND g.reason NOT IN ('sample', 'archive');
  IF s.hat = 'oppvekst_desk_team' AND d.team_id IS NOT NULL THEN
    SELECT coalesce(array_agg(DISTINCT x), '{}') INTO see FROM (SELECT unnest(see) x UNION SELECT c.id FROM public.cases_case c
      WHERE c.team_id = d.team_id AND c.state <> 'closed' AND c.id <> ALL (bar)) q;
  END IF;
  beyond.emergency := ARRAY(SELECT e FROM unnest(beyond.emergency) e WHERE e <> ALL (see) AND e <> ALL (bar));
  see := see || beyond.emergency || ARRAY(SELECT e FROM unnest(beyond.provisional) e WHERE e <> ALL (see));
  SELECT coalesce(array_agg(DISTINCT g.case_id), '{}') INTO read FROM public.access_grant g
   WHERE g.staff_id = s.staff_id AND g.municipality_id = s.municipality_id AND (g.valid_from IS NULL OR g.valid_from <= now())
     AND (g.valid_to IS NULL OR g.valid_to > now()) AND g.case_id <> ALL (bar || see) AND g.reason IN ('sample', 'archive');
  see := see || read;
  INSERT INTO access.context VALUES (pg_current_xact_id(), s.id, s.staff_id, d.service_id, s.municipality_id, s.hat,
    CASE WHEN s.hat = 'oppvekst_desk_wide' THEN s.municipality_id END,
    CASE WHEN s.hat = 'oppvekst_desk_team' THEN d.team_id END,
    CASE WHEN s.hat IN ('oppvekst_desk_intake', 'oppvekst_desk_team') THEN s.municipality_id END,
    CASE WHEN s.hat = 'oppvekst_desk_oncall' THEN s.municipality_id END, see, bar, name, '{}',
    beyond.emergency, beyond.provisional, beyond.undecided, CASE WHEN s.hat = 'oppvekst_desk_wide' THEN '{}' ELSE read END)
  ON CONFLICT (xact) DO UPDATE SET session = excluded.session, staff_id = excluded.staff_id, service = excluded.service,
    municipality = excluded.municipality, hat = excluded.hat, wide = excluded.wide, team = excluded.team,
    intake = excluded.intake, oncall = excluded.oncall, cases = excluded.cases, barred = excluded.barred, named = excluded.named,
    known = excluded.known, emergency = excluded.emergency, provisional = excluded.provisional, undecided = excluded.undecided,
    reading = excluded.reading;
  RETURN s.hat; END $$;

-- Invoker: a definer may not set the role.
CREATE FUNCTION access.enter(token text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
  PERFORM set_config('role', access.open(token), true); END $$;
CREATE FUNCTION access.leave() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
  'delete from access.context where xact = pg_current_xact_id_if_assigned()';

-- Who am I: for the page's head and for acts that ask for a right. One call a request. The intake hat holds the case
-- worker's rights too, for one who is both: its policies are a superset.
CREATE FUNCTION access.whoami() RETURNS TABLE (staff_id uuid, name text, title text, municipality smallint, hat text,
  rights text[], hats text[], hired boolean, emergencies jsonb, undecided uuid[]) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); today date := (now() AT TIME ZONE 'Europe/Oslo')::date; BEGIN
  RETURN QUERY WITH held AS (SELECT r.* FROM public.access_duty u JOIN public.access_role r ON r.id = u.role_id
      WHERE u.staff_id = c.staff_id AND u.municipality_id = c.municipality AND u.valid_from <= today
        AND (u.valid_to IS NULL OR u.valid_to >= today))
    SELECT s.id, s.name, (SELECT min(h.title) FROM held h WHERE h.hat = c.hat), c.municipality, c.hat,
      (SELECT coalesce(array_agg(DISTINCT x.name), '{}') FROM public.access_right x JOIN held h ON h.id = x.role_id
        WHERE (h.hat = c.hat OR c.hat = 'oppvekst_desk_intake' AND h.hat = 'oppvekst_desk_case')
          AND NOT (s.employment = 'hired' AND x.name = ANY (access.reserved_rights()))),
      (SELECT coalesce(array_agg(DISTINCT h.hat || '=' || h.title), '{}') FROM held h), s.employment = 'hired',
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'case_id', e.case_id, 'until', e.until, 'over_bar', e.over_bar)
          ORDER BY e.until), '[]') FROM public.access_emergency e
        WHERE e.staff_id = c.staff_id AND e.municipality_id = c.municipality AND e.ended_at IS NULL AND e.until > now()),
      c.undecided
    FROM public.access_staff s WHERE s.id = c.staff_id; END $$;

-- Who may open a case for whom: one who has it, whoever opens a case that is new, a leader, and intake while a concern
-- about that child is open.
CREATE FUNCTION access.may_grant(which uuid, to_whom uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  IF which = ANY (c.barred) OR EXISTS (SELECT FROM public.access_bar b WHERE b.case_id = which AND b.staff_id = to_whom
     AND b.ended_at IS NULL) THEN RETURN false; END IF;
  IF which = ANY (c.provisional) OR NOT access.colleague(to_whom) THEN RETURN false; END IF;
  -- What is open for some hours opens nothing for longer, and what is there to be read opens nothing at all.
  RETURN which = ANY (c.cases) AND which <> ALL (c.emergency || c.reading) OR NOT EXISTS (SELECT FROM public.cases_case x WHERE x.id = which)
    OR c.wide IS NOT NULL AND EXISTS (SELECT FROM public.cases_case x WHERE x.id = which AND x.municipality_id = c.municipality)
    OR c.intake IS NOT NULL AND EXISTS (SELECT FROM public.concerns_concern k
         WHERE k.case_id = which AND k.municipality_id = c.municipality AND k.concluded_at IS NULL); END $$;

-- The portal may write only about the sending it makes in the same transaction, never about somebody else's.
-- Foreign keys would let it: they look past every policy.
CREATE FUNCTION access.arriving(enquiry uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  RETURN EXISTS (SELECT FROM public.concerns_enquiry e WHERE e.id = enquiry AND e.arrival = pg_current_xact_id()); END $$;
CREATE FUNCTION access.arriving_subject(subject uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  RETURN EXISTS (SELECT FROM public.concerns_concern c WHERE c.id = subject AND access.arriving(c.enquiry_id))
      OR EXISTS (SELECT FROM public.concerns_application a WHERE a.id = subject AND access.arriving(a.enquiry_id))
      OR EXISTS (SELECT FROM public.homes_offer o WHERE o.id = subject AND o.arrival = pg_current_xact_id())
      OR EXISTS (SELECT FROM public.prevention_request r WHERE r.id = subject AND r.arrival = pg_current_xact_id())
      OR EXISTS (SELECT FROM public.prevention_signup s WHERE s.id = subject AND s.arrival = pg_current_xact_id()); END $$;

-- Whom work may be handed to: somebody of our own service, or of another who has a duty here today (a substitute, fvl § 9).
CREATE FUNCTION access.colleague(staff uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  RETURN EXISTS (SELECT FROM public.access_staff s WHERE s.id = staff AND s.service_id = c.service) OR staff = ANY (access.guests()); END $$;
CREATE FUNCTION access.guests() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  RETURN coalesce((SELECT array_agg(DISTINCT u.staff_id) FROM public.access_role r JOIN public.access_duty u ON u.role_id = r.id
    WHERE r.municipality_id = c.municipality AND r.name = 'substitute'), '{}'); END $$;
CREATE FUNCTION access.my_name() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  RETURN (SELECT s.name FROM public.access_staff s WHERE s.id = c.staff_id); END $$;

CREATE FUNCTION access.persons() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  RETURN coalesce((SELECT array_agg(DISTINCT y.person_id) FROM public.cases_party y WHERE y.case_id = ANY (c.cases)), '{}'); END $$;
CREATE FUNCTION access.barred_persons() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  RETURN coalesce((SELECT array_agg(DISTINCT y.person_id) FROM public.cases_party y WHERE y.case_id = ANY (c.barred)
    AND NOT EXISTS (SELECT FROM public.cases_party z WHERE z.person_id = y.person_id AND z.case_id <> ALL (c.barred))), '{}'); END $$;

-- Who has this number. Whoever knows all of it has it from the person or the register, and need not be told by us: in
-- this transaction she may write that person into a case of hers. A number that several may have (a due date, a helping
-- number) tells nothing, and a bar holds here too.
CREATE FUNCTION access.person_with(numbered text) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); who uuid; BEGIN
  SELECT i.person_id INTO who FROM public.people_identitynumber i WHERE i.municipality_id = c.municipality
     AND i.number = numbered AND i.kind IN ('fnr', 'dnr', 'duf', 'synthetic') AND i.person_id <> ALL (access.barred_persons());
  UPDATE access.context SET known = known || who WHERE xact = pg_current_xact_id_if_assigned() AND who IS NOT NULL;
  RETURN who; END $$;

-- Who may be written into a case: somebody new, somebody the actor knows of already, or somebody whose number she typed.
-- Otherwise writing a stranger into a case of one's own would open the stranger.
CREATE FUNCTION access.may_write_in(person uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  RETURN NOT EXISTS (SELECT FROM public.cases_party y WHERE y.person_id = person) AND NOT EXISTS (SELECT FROM public.cases_case k WHERE k.child_id = person AND k.id <> ALL (c.cases))
    OR person <> ALL (access.barred_persons()) AND NOT access.only_read(person)
   AND (c.wide IS NOT NULL OR person = ANY (access.persons()) OR person = ANY (c.known)); END $$;

-- Protection put on somebody one may write in. Whoever puts it on may no longer see what it hides, and so could not do it
-- by herself. It goes up: none, confidential, strictly confidential, hidden; the rows it hides follow by themselves.
CREATE FUNCTION access.protect(person uuid, grade integer) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  IF NOT access.may_write_in(person) THEN RAISE EXCEPTION 'not hers to protect' USING ERRCODE = '42501'; END IF;
  UPDATE public.people_person p SET protection = grade WHERE p.id = person AND p.protection < grade; END $$;

-- What hangs on a concern without a case is seen by whoever sees the concern: asked as the caller, under its policies.
CREATE FUNCTION access.sees_concern(subject uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$ BEGIN
  RETURN EXISTS (SELECT FROM public.concerns_concern k WHERE k.id = subject)
      OR EXISTS (SELECT FROM public.concerns_concern k WHERE k.enquiry_id = subject); END $$;
CREATE FUNCTION access.sees_case(which uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$ BEGIN
  RETURN EXISTS (SELECT FROM public.cases_case k WHERE k.id = which)
      OR EXISTS (SELECT FROM public.concerns_concern k WHERE k.case_id = which); END $$;
-- As the row was before the statement: whether a concern one sees is in that case already.
CREATE FUNCTION access.is_in_case(concern uuid, which uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$ BEGIN
  RETURN EXISTS (SELECT FROM public.concerns_concern k WHERE k.id = concern AND k.case_id = which); END $$;
"""

# The door opens sessions and does nothing else; the desk can end its own and choose among its holder's own hats.
SESSIONS = """
CREATE FUNCTION access.start_session(subject text, token_hash bytea, lasts interval, wanted smallint DEFAULT NULL)
  RETURNS TABLE (municipality smallint, hat text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE d record; today date := (now() AT TIME ZONE 'Europe/Oslo')::date; BEGIN
  SELECT u.staff_id, u.municipality_id, r.hat INTO d FROM public.access_staff s JOIN public.access_duty u ON u.staff_id = s.id
    JOIN public.access_role r ON r.id = u.role_id
   WHERE s.subject = start_session.subject AND s.subject <> '' AND u.valid_from <= today AND (u.valid_to IS NULL OR u.valid_to >= today)
     AND (wanted IS NULL OR u.municipality_id = wanted)
   ORDER BY array_position(ARRAY['oppvekst_desk_wide', 'oppvekst_desk_team', 'oppvekst_desk_intake', 'oppvekst_desk_oncall'], r.hat),
            u.municipality_id LIMIT 1;
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO public.access_session (id, municipality_id, staff_id, token_hash, hat, started_at, until)
    VALUES (gen_random_uuid(), d.municipality_id, d.staff_id, start_session.token_hash, d.hat, now(), now() + lasts);
  RETURN QUERY SELECT d.municipality_id, d.hat; END $$;

-- Where somebody works today: one host may have the accounts of several municipalities, and a session is in one of them.
CREATE FUNCTION access.workplaces(subject text) RETURNS TABLE (municipality smallint, name text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE today date := (now() AT TIME ZONE 'Europe/Oslo')::date; BEGIN
  RETURN QUERY SELECT DISTINCT m.number, m.name FROM public.access_staff s JOIN public.access_duty u ON u.staff_id = s.id
      JOIN public.access_municipality m ON m.number = u.municipality_id
     WHERE s.subject = workplaces.subject AND s.subject <> '' AND u.valid_from <= today
       AND (u.valid_to IS NULL OR u.valid_to >= today) ORDER BY m.name, m.number; END $$;

CREATE FUNCTION access.end_session() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  UPDATE public.access_session SET ended_at = now() WHERE id = c.session; END $$;

CREATE FUNCTION access.change_hat(wanted text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); today date := (now() AT TIME ZONE 'Europe/Oslo')::date; BEGIN
  UPDATE public.access_session s SET hat = wanted WHERE s.id = c.session AND EXISTS (SELECT FROM public.access_duty u
    JOIN public.access_role r ON r.id = u.role_id WHERE u.staff_id = c.staff_id AND u.municipality_id = c.municipality
      AND r.hat = wanted AND u.valid_from <= today AND (u.valid_to IS NULL OR u.valid_to >= today));
  RETURN FOUND; END $$;
"""

DESK = "oppvekst_desk"
CASE_HATS = "oppvekst_desk_case, oppvekst_desk_intake, oppvekst_desk_team, oppvekst_desk_wide"
HATS = f"{CASE_HATS}, oppvekst_desk_oncall, oppvekst_desk_editor, oppvekst_desk_homes, oppvekst_desk_prevention"


def rights() -> str:
    """Who may call what. Nothing is open to PUBLIC."""
    readers = "; ".join(f"GRANT EXECUTE ON FUNCTION access.{name}() TO {HATS}" for name in (*READERS, "here", "whoami"))
    return f"""
    GRANT USAGE ON SCHEMA access TO {DESK}, oppvekst_door, oppvekst_portal, oppvekst_worker, {HATS};
    GRANT EXECUTE ON FUNCTION access.enter(text), access.open(text) TO {DESK};
    GRANT EXECUTE ON FUNCTION access.leave() TO {DESK}, {HATS};
    {readers};
    GRANT EXECUTE ON FUNCTION access.persons(), access.barred_persons(), access.guests(), access.may_grant(uuid, uuid), access.may_write_in(uuid),
      access.is_in_case(uuid, uuid), access.sees_concern(uuid), access.sees_case(uuid), access.colleague(uuid), access.my_name(), access.arriving(uuid),
      access.not_only_to_read(uuid), access.only_read(uuid) TO {HATS};
    GRANT EXECUTE ON FUNCTION access.person_with(text), access.protect(uuid, integer) TO {CASE_HATS};
    GRANT EXECUTE ON FUNCTION access.arriving(uuid), access.arriving_subject(uuid) TO oppvekst_portal;
    GRANT EXECUTE ON FUNCTION access.end_session(), access.change_hat(text) TO {HATS};
    GRANT EXECUTE ON FUNCTION access.start_session(text, bytea, interval, smallint), access.workplaces(text) TO oppvekst_door;
    GRANT SELECT (xact), DELETE ON access.context TO oppvekst_worker;
    """


def readers() -> str:
    """One reader a column; in a policy it stands wrapped in ``(select …)`` so that it is read once a statement."""
    return "\n".join(
        f"CREATE FUNCTION access.{name}() RETURNS {kind} LANGUAGE sql STABLE PARALLEL RESTRICTED "
        f"AS 'select (access.here()).{column}';"
        for name, (kind, column) in READERS.items()
    )


class Migration(migrations.Migration):
    dependencies = [("database", "0001_ground")]
    operations = [
        migrations.RunSQL(CONTEXT, "DROP SCHEMA access CASCADE"),
        migrations.RunSQL(readers(), migrations.RunSQL.noop),
        migrations.RunSQL(EXCEPTIONS, migrations.RunSQL.noop),
        migrations.RunSQL(READ_ONLY, migrations.RunSQL.noop),
        migrations.RunSQL(OPEN, migrations.RunSQL.noop),
        migrations.RunSQL(SESSIONS, migrations.RunSQL.noop),
        migrations.RunSQL(rights(), migrations.RunSQL.noop),
    ]
