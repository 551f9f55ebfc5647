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
DECLARE told date := (coalesce(NEW.settled_at, NEW.answered_at) AT TIME ZONE 'Europe/Oslo')::date; a record; BEGIN
  IF NEW.state = OLD.state THEN RETURN NULL; END IF;
  SELECT h.id, h.municipality_id, h.case_id, coalesce(k.responsible, NEW.asked_by) AS whose INTO a
    FROM public.measures_askedhome h JOIN public.cases_case k ON k.id = h.case_id WHERE h.wanted_id = NEW.id;
  UPDATE public.agenda_item i SET open = false, done_on = told
   WHERE i.open AND (i.subject = NEW.id AND i.subject_kind = 'wanted' OR i.subject = a.id AND i.subject_kind = 'asked_home');
  IF a.id IS NOT NULL AND NEW.state IN ('answered', 'none_found') THEN
    INSERT INTO public.agenda_item (id, municipality_id, subject, subject_kind, case_id, rule, title, start, steps, law, interpretation,
        assignee, queue, open)
      VALUES (gen_random_uuid(), a.municipality_id, a.id, 'asked_home', a.case_id, 'home-answered',
        CASE WHEN NEW.state = 'answered' THEN 'Ta stilling til hjemmet koordinatoren foreslår' ELSE 'Koordinatoren fant ikke noe hjem' END,
        told, jsonb_build_array('Koordinatoren svarte ' || to_char(told, 'DD.MM.YYYY') || '.',
          'Linja blir borte når du har svart ja eller nei, spurt på nytt eller trukket spørsmålet.'), 'bvl § 3-1', '', a.whose, '', true);
  END IF; RETURN NULL; END $$;
CREATE TRIGGER homes_told AFTER UPDATE ON homes_wanted FOR EACH ROW EXECUTE FUNCTION access.homes_told();
"""
UNTOLD = "DROP TRIGGER homes_told ON homes_wanted; DROP FUNCTION access.homes_told();"


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0001_initial"),
        ("access", "0011_sampling"),
        ("cases", "0011_closing"),
        ("homes", "0003_wanted"),
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
                        columns=("home", "accepted_by_name", "accepted_at"),
                        command="update",
                        name="asked_home_change",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.municipality())",
                        columns=("home", "accepted_by_name", "accepted_at"),
                        command="update",
                        name="asked_home_change_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                ],
            },
        ),
        migrations.RunSQL(TOLD, UNTOLD),
    ]
