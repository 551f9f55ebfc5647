import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

# What hangs on a protected person is as protected as she is, whoever writes it in and whenever: nobody can forget it.
# It only goes up by itself; what takes it down is a named act.
FOLLOWS = """
CREATE FUNCTION access.shield_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  NEW.protection := greatest(NEW.protection, (SELECT p.protection FROM public.people_person p WHERE p.id = NEW.person_id));
  RETURN NEW; END $$;
CREATE TRIGGER shielded BEFORE INSERT ON people_address FOR EACH ROW EXECUTE FUNCTION access.shield_row();
CREATE TRIGGER shielded BEFORE INSERT ON people_reach FOR EACH ROW EXECUTE FUNCTION access.shield_row();
CREATE FUNCTION access.shield_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  UPDATE public.people_address a SET protection = NEW.protection WHERE a.person_id = NEW.id AND a.protection < NEW.protection;
  UPDATE public.people_reach r SET protection = NEW.protection WHERE r.person_id = NEW.id AND r.protection < NEW.protection;
  RETURN NULL; END $$;
CREATE TRIGGER shielded AFTER UPDATE OF protection ON people_person FOR EACH ROW
  WHEN (NEW.protection > OLD.protection) EXECUTE FUNCTION access.shield_rows();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_other_hats"),
        ("people", "0001_initial"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="Shielding",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.SmallIntegerField(
                        choices=[
                            (0, "ingen"),
                            (1, "fortrolig"),
                            (2, "strengt fortrolig"),
                            (3, "skjult for barnets foreldre"),
                        ],
                        verbose_name="slag",
                    ),
                ),
                (
                    "source",
                    models.TextField(
                        choices=[("register", "Folkeregisteret"), ("tribunal", "vedtak i barneverns- og helsenemnda")],
                        verbose_name="kilde",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="hva som er bestemt")),
                ("decided_on", models.DateField(verbose_name="gjelder fra")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="vurderes igjen")),
                ("police_told_on", models.DateField(blank=True, null=True, verbose_name="politiet varslet")),
                ("set_at", models.DateTimeField(verbose_name="ført")),
                ("set_by", models.UUIDField(blank=True, null=True, verbose_name="ført av")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="opphevet")),
                ("ended_words", models.TextField(blank=True, verbose_name="avgjørelsen som opphevet det")),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.municipality"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="shieldings", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "adressevern",
                "db_table_comment": "Adressevern med kilde, dato og ny vurdering",
                "indexes": [models.Index(fields=["person"], name="shielding_of_person")],
                "constraints": [
                    oppvekst.ground.database.policies.Pair(
                        name="shielding_same_municipality", parent="person", share="municipality"
                    ),
                    oppvekst.ground.database.policies.Forced(name="shielding_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="shielding_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="person_id = any ((select access.persons())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="shielding_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.municipality()) and access.may_write_in(person_id)",
                        columns=(),
                        command="insert",
                        name="shielding_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.municipality())",
                        columns=("ended_at", "ended_words"),
                        command="update",
                        name="shielding_change",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="person_id = any ((select access.persons())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.municipality())",
                        columns=("ended_at", "ended_words"),
                        command="update",
                        name="shielding_change_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="shielding_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="person_id <> all ((select access.barred_persons())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        becoming="true",
                        command="update",
                        name="shielding_kept",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="person_id = any ((select access.named())::uuid[])",
                    ),
                ],
            },
        ),
        migrations.RunSQL(FOLLOWS, migrations.RunSQL.noop),
    ]
