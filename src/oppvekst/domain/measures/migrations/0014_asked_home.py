"""Which case a home is asked for in; and what the database tells each of the two who may not see the other's."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

# Whoever answers may not see whose case it is, and whoever asked may not see the coordinator's list: the database takes the
# coordinator's line away when there is nothing more to answer, and puts the answer on the list of whoever is responsible in the
# case, and takes it off again when it is settled.
TOLD = """
CREATE FUNCTION access.homes_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE told date := (coalesce(NEW.settled_at, NEW.answered_at, NEW.gone_at) AT TIME ZONE 'Europe/Oslo')::date; a record;
  who text := CASE NEW.kind WHEN 'support_contact' THEN 'støttekontakten' ELSE 'hjemmet' END;
  ours text := 'Antall virkedager er tjenestens egen praksis. Loven sier ikke hvor lenge et hjem kan vente på svar.'; BEGIN
  IF NEW.state = OLD.state THEN RETURN NULL; END IF;
  SELECT h.id, h.municipality_id, h.case_id, coalesce(k.responsible, NEW.asked_by) AS whose INTO a
    FROM public.measures_askedhome h JOIN public.cases_case k ON k.id = h.case_id WHERE h.wanted_id = NEW.id;
  UPDATE public.agenda_item i SET open = false, done_on = told
   WHERE i.open AND (i.subject = NEW.id AND i.subject_kind = 'wanted' OR i.subject = a.id AND i.subject_kind = 'asked_home');
  IF a.id IS NOT NULL AND NEW.state IN ('answered', 'none_found') THEN
    INSERT INTO public.agenda_item (id, municipality_id, subject, subject_kind, case_id, rule, title, start, due, target, steps, law,
        interpretation, assignee, queue, open)
      VALUES (gen_random_uuid(), a.municipality_id, a.id, 'asked_home', a.case_id, 'home-answered',
        CASE WHEN NEW.state = 'answered' THEN 'Ta stilling til ' || who || ' koordinatoren foreslår'
          WHEN NEW.kind = 'support_contact' THEN 'Koordinatoren fant ingen støttekontakt' ELSE 'Koordinatoren fant ikke noe hjem' END,
        told, NEW.reply_by, NEW.reply_by, jsonb_build_array('Koordinatoren svarte ' || to_char(told, 'DD.MM.YYYY') || '.', ours,
          'Linja blir borte når du har svart ja eller nei, spurt på nytt eller trukket spørsmålet.'), 'bvl § 3-1', ours, a.whose, '', true);
  ELSIF a.id IS NOT NULL AND NEW.state = 'asked' THEN
    INSERT INTO public.agenda_item (id, municipality_id, subject, subject_kind, case_id, rule, title, start, steps, law, interpretation,
        assignee, queue, open)
      VALUES (gen_random_uuid(), a.municipality_id, a.id, 'asked_home', a.case_id, 'home-answered',
        upper(left(who, 1)) || substr(who, 2) || ' koordinatoren foreslo, kan likevel ikke', told,
        jsonb_build_array('Koordinatoren skrev det ' || to_char(told, 'DD.MM.YYYY') || ', og ser etter en annen.',
          'Linja blir borte når hun har svart på nytt, eller du har trukket spørsmålet.'), 'bvl § 3-1', '', a.whose, '', true);
  ELSIF NEW.offer_id IS NOT NULL AND NEW.state IN ('accepted', 'asked_again', 'withdrawn', 'let_go') THEN
    INSERT INTO public.agenda_item (id, municipality_id, subject, subject_kind, rule, title, start, steps, law, interpretation, queue, open)
      VALUES (gen_random_uuid(), NEW.municipality_id, NEW.id, 'wanted', 'home-tell', 'Si fra til ' || who || ': ' ||
        CASE NEW.state WHEN 'accepted' THEN 'ja' WHEN 'let_go' THEN 'slutt' ELSE 'ikke aktuelt nå' END, told,
        jsonb_build_array(NEW.settled_by_name || ' avgjorde det ' || to_char(told, 'DD.MM.YYYY') || '.',
          'Linja blir borte når du har skrevet at de har fått vite det.'), 'bvl § 3-1', '', 'homes', true);
  END IF; RETURN NULL; END $$;
CREATE TRIGGER homes_told AFTER UPDATE ON homes_wanted FOR EACH ROW EXECUTE FUNCTION access.homes_told();
"""
UNTOLD = "DROP TRIGGER homes_told ON homes_wanted; DROP FUNCTION access.homes_told();"

# The steps of the machine as the database holds them, by whoever writes: what is only to be read is not answered, and a home
# that was not taken leaves no phone behind in the child's case.
STEP = """
CREATE FUNCTION access.homes_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE hat text := current_user::text; step text := OLD.state || ' ' || NEW.state; BEGIN
  IF NEW.state IN ('asked_again', 'withdrawn', 'let_go') THEN NEW.answer_phone := ''; END IF;
  IF hat <> ALL ('{oppvekst_desk_homes,oppvekst_desk_case,oppvekst_desk_intake,oppvekst_desk_team,oppvekst_desk_wide}'::text[])
    THEN RETURN NEW; END IF;
  IF hat <> 'oppvekst_desk_homes' THEN
    PERFORM access.not_only_to_read(h.case_id) FROM public.measures_askedhome h WHERE h.wanted_id = NEW.id; END IF;
  IF NOT (hat IN ('oppvekst_desk_homes', 'oppvekst_desk_wide')
      AND (step IN ('asked answered', 'asked none_found', 'answered asked') OR step = 'answered answered'
        AND (NEW.offer_id, NEW.answer_name, NEW.answer_phone, NEW.answer_words, NEW.answered_by, NEW.answered_at)
          IS NOT DISTINCT FROM (OLD.offer_id, OLD.answer_name, OLD.answer_phone, OLD.answer_words, OLD.answered_by, OLD.answered_at))
    OR hat <> 'oppvekst_desk_homes' AND step IN ('answered accepted', 'answered asked_again', 'none_found asked_again',
      'asked withdrawn', 'answered withdrawn', 'none_found withdrawn', 'accepted let_go')) THEN
    RAISE EXCEPTION USING ERRCODE = 'OV100', DETAIL = 'bvl § 3-1', MESSAGE = 'Dette er alt avgjort, og kan ikke endres slik.';
  END IF; RETURN NEW; END $$;
CREATE TRIGGER homes_step BEFORE UPDATE ON homes_wanted FOR EACH ROW EXECUTE FUNCTION access.homes_step();
"""
NO_STEP = "DROP TRIGGER homes_step ON homes_wanted; DROP FUNCTION access.homes_step();"

# From the day somebody in the case has a protected address, what the coordinator reads of it tells no place (bvl § 13-5 (3)).
HIDDEN = """
CREATE FUNCTION access.without_place(municipality int, words text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM public.information_appearance p, jsonb_array_elements_text(p.areas) area,
      regexp_split_to_table(lower(area), '[^[:alpha:]]+') part
    WHERE p.municipality_id = municipality AND (position(lower(area) in lower(words)) > 0
      OR length(part) > 3 AND part <> 'sentrum' AND position(part in lower(words)) > 0)) THEN '' ELSE words END $$;
REVOKE EXECUTE ON FUNCTION access.without_place(int, text) FROM PUBLIC;
CREATE FUNCTION access.homes_hide() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE whose uuid := to_jsonb(NEW) ->> CASE TG_TABLE_NAME WHEN 'people_person' THEN 'id' ELSE 'person_id' END; BEGIN
  IF NOT EXISTS (SELECT FROM public.people_person p WHERE p.id = whose AND p.protection > 0) THEN RETURN NULL; END IF;
  UPDATE public.homes_wanted w SET area = '', words = access.without_place(w.municipality_id, w.words),
      kept_reason = access.without_place(w.municipality_id, w.kept_reason),
      again_words = access.without_place(w.municipality_id, w.again_words),
      settled_words = access.without_place(w.municipality_id, w.settled_words)
    FROM public.measures_askedhome h JOIN public.cases_party y ON y.case_id = h.case_id
    WHERE h.wanted_id = w.id AND y.person_id = whose AND y.valid_to IS NULL; RETURN NULL; END $$;
CREATE TRIGGER homes_hide AFTER UPDATE OF protection ON people_person FOR EACH ROW EXECUTE FUNCTION access.homes_hide();
CREATE TRIGGER homes_hide AFTER INSERT ON cases_party FOR EACH ROW EXECUTE FUNCTION access.homes_hide();
"""
NOT_HIDDEN = """DROP TRIGGER homes_hide ON people_person; DROP TRIGGER homes_hide ON cases_party;
DROP FUNCTION access.homes_hide(); DROP FUNCTION access.without_place(int, text);"""


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0001_initial"),
        ("access", "0011_sampling"),
        ("cases", "0011_closing"),
        ("homes", "0003_wanted"),
        ("information", "0001_initial"),
        ("people", "0001_initial"),
        ("measures", "0013_unsuited"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="AskedHome",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("home", models.UUIDField(blank=True, null=True, verbose_name="hjemmet")),
                ("accepted_by_name", models.TextField(blank=True, verbose_name="tatt imot av")),
                ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="tatt imot")),
                ("child_words", models.TextField(blank=True, verbose_name="hva barnet sier om å komme dit")),
                ("not_heard_reason", models.TextField(blank=True, verbose_name="hvorfor barnet ikke er spurt")),
                ("parents_words", models.TextField(blank=True, verbose_name="hva foreldrene sier")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="asked_homes", to="measures.measure"
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "wanted",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="homes.wanted"
                    ),
                ),
            ],
            options={
                "verbose_name": "spørsmål om et hjem",
                "verbose_name_plural": "spørsmål om hjem",
                "db_table_comment": "Hvilket tiltak et etterspurt hjem gjelder; koordinatoren leser det ikke",
                "constraints": [
                    oppvekst.ground.database.policies.Pair(
                        name="asked_home_wanted_same_municipality", parent="wanted", share="municipality"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_at", None),
                            models.Q(("child_words", ""), _negated=True),
                            models.Q(("not_heard_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="asked_home_child_asked",
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="asked_home_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="asked_home_in_case"),
                    oppvekst.ground.database.policies.Forced(name="asked_home_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="asked_home_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="asked_home_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                        columns=(),
                        command="insert",
                        name="asked_home_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and true",
                        columns=(),
                        command="insert",
                        name="asked_home_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="asked_home_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="asked_home_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Pair(
                        name="asked_home_of_measure", parent="measure", share="case"
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                        columns=(
                            "home",
                            "accepted_by_name",
                            "accepted_at",
                            "child_words",
                            "not_heard_reason",
                            "parents_words",
                        ),
                        command="update",
                        name="asked_home_change",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.municipality())",
                        columns=(
                            "home",
                            "accepted_by_name",
                            "accepted_at",
                            "child_words",
                            "not_heard_reason",
                            "parents_words",
                        ),
                        command="update",
                        name="asked_home_change_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                ],
            },
        ),
        migrations.RunSQL(TOLD, UNTOLD),
        migrations.RunSQL(STEP, NO_STEP),
        migrations.RunSQL(HIDDEN, NOT_HIDDEN),
    ]
