"""What a colleague asks the coordinator for: read by the coordinator, and by whoever sees the case it is asked in."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

# The case stands in a table of a later room, under that room's own policies: asked as the caller, so that whoever does not see
# the case does not see what is asked in it either. The body is read when it runs, and the table is there by then.
SEES_WANTED = """
CREATE FUNCTION access.sees_wanted(wanted uuid) RETURNS boolean LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  RETURN EXISTS (SELECT FROM public.measures_askedhome a WHERE a.wanted_id = wanted); END $$;
REVOKE EXECUTE ON FUNCTION access.sees_wanted(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.sees_wanted(uuid) TO oppvekst_desk_case, oppvekst_desk_intake, oppvekst_desk_team;
"""

# Whoever says yes reads no offer: of the one that was named to her she is told whether we are still in touch, and no more.
HOME_STANDS = """
CREATE FUNCTION access.home_stands(wanted uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  RETURN EXISTS (SELECT FROM public.homes_wanted w JOIN public.homes_offer o ON o.id = w.offer_id
    WHERE w.id = wanted AND w.municipality_id IN (c.municipality, c.wide) AND (o.state = 'contacted' OR o.outcome = 'goes_on')); END $$;
REVOKE EXECUTE ON FUNCTION access.home_stands(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.home_stands(uuid) TO oppvekst_desk_case, oppvekst_desk_intake, oppvekst_desk_team, oppvekst_desk_wide;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0011_sampling"),
        ("homes", "0002_arriving"),
    ]

    operations = [
        migrations.RunSQL(SEES_WANTED, "DROP FUNCTION access.sees_wanted(uuid)"),
        migrations.RunSQL(HOME_STANDS, "DROP FUNCTION access.home_stands(uuid)"),
        oppvekst.ground.database.tables.NewTable(
            name="Wanted",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.TextField(
                        choices=[("visiting_home", "besøkshjem"), ("support_contact", "støttekontakt")],
                        verbose_name="spør om",
                    ),
                ),
                (
                    "age",
                    models.TextField(
                        choices=[("0_5", "0–5 år"), ("6_12", "6–12 år"), ("13_17", "13–17 år")], verbose_name="alder"
                    ),
                ),
                ("often", models.TextField(verbose_name="hvor ofte")),
                ("wanted_from", models.DateField(verbose_name="fra")),
                ("area", models.TextField(blank=True, verbose_name="hvor i kommunen")),
                ("language", models.TextField(default="nb", verbose_name="språk")),
                ("needs", models.JSONField(default=list, verbose_name="det må passe med")),
                ("words", models.TextField(blank=True, verbose_name="med egne ord")),
                ("kept_reason", models.TextField(blank=True, verbose_name="hvorfor det kan stå")),
                ("asked_by", models.UUIDField(verbose_name="spurt av")),
                ("asked_by_name", models.TextField(verbose_name="spurt av")),
                ("asked_at", models.DateTimeField(verbose_name="spurt")),
                ("answer_by", models.DateField(verbose_name="svar innen")),
                ("again_of", models.UUIDField(blank=True, null=True, verbose_name="i stedet for")),
                ("again_words", models.TextField(blank=True, verbose_name="hvorfor spurt på nytt")),
                ("state", models.TextField(default="asked", verbose_name="tilstand")),
                ("answer_name", models.TextField(blank=True, verbose_name="hjemmet")),
                ("answer_phone", models.TextField(blank=True, verbose_name="telefon")),
                ("answer_words", models.TextField(blank=True, verbose_name="koordinatorens ord")),
                ("several", models.BooleanField(default=False, verbose_name="bekreftet plass til flere barn")),
                ("answered_by", models.UUIDField(blank=True, null=True, verbose_name="besvart av")),
                ("answered_by_name", models.TextField(blank=True, verbose_name="besvart av")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="besvart")),
                ("reply_by", models.DateField(blank=True, null=True, verbose_name="ja eller nei innen")),
                ("gone_name", models.TextField(blank=True, verbose_name="hjemmet som likevel ikke kan")),
                ("gone_words", models.TextField(blank=True, verbose_name="hvorfor de ikke kan")),
                ("gone_at", models.DateTimeField(blank=True, null=True, verbose_name="kan likevel ikke")),
                ("in_place", models.JSONField(default=dict, verbose_name="det som er på plass")),
                ("in_place_by_name", models.TextField(blank=True, verbose_name="sagt av")),
                ("in_place_at", models.DateTimeField(blank=True, null=True, verbose_name="sagt")),
                ("settled_by_name", models.TextField(blank=True, verbose_name="avgjort av")),
                ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="avgjort")),
                ("settled_words", models.TextField(blank=True, verbose_name="hvorfor")),
            ],
            options={
                "verbose_name": "etterspurt hjem",
                "verbose_name_plural": "etterspurte hjem",
                "db_table_comment": "Et hjem en saksbehandler spør koordinatoren om: uten sak og uten barn",
            },
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="offer",
            constraint=models.UniqueConstraint(fields=("id", "municipality"), name="offer_in_municipality"),
        ),
        migrations.AddField(
            model_name="wanted",
            name="municipality",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="access.municipality",
                verbose_name="kommune",
            ),
        ),
        migrations.AddField(
            model_name="wanted",
            name="offer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="wanted",
                to="homes.offer",
            ),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="wanted",
            index=models.Index(fields=["municipality", "state", "answer_by"], name="wanted_of_state"),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="wanted",
            index=models.Index(fields=["offer"], name="wanted_of_offer"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="wanted",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at", None), ("offer", None), ("state", "asked")),
                    models.Q(
                        ("answered_at__isnull", False),
                        ("offer__isnull", False),
                        ("state__in", ("answered", "accepted", "let_go")),
                    ),
                    models.Q(("answered_at__isnull", False), ("offer", None), ("state", "none_found")),
                    models.Q(("settled_at__isnull", False), ("state__in", ("asked_again", "withdrawn"))),
                    _connector="OR",
                ),
                name="wanted_stands_somewhere",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="wanted",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("age__in", ["0_5", "6_12", "13_17"]),
                    ("kind__in", ["visiting_home", "support_contact"]),
                    (
                        "language__in",
                        [
                            "nb",
                            "en",
                            "se",
                            "nsl",
                            "ar",
                            "prs",
                            "fa",
                            "kmr",
                            "lt",
                            "ps",
                            "pl",
                            "ro",
                            "ru",
                            "so",
                            "ckb",
                            "es",
                            "sw",
                            "th",
                            "ti",
                            "tr",
                            "uk",
                            "ur",
                            "vi",
                            "mis",
                        ],
                    ),
                    ("often__in", ["fortnightly", "monthly", "unknown", "weekly"]),
                ),
                name="wanted_in_codes",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="wanted",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("again_of", None), models.Q(("again_of", models.F("id")), _negated=True), _connector="OR"
                ),
                name="wanted_not_of_itself",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="wanted",
            constraint=models.UniqueConstraint(fields=("id", "municipality"), name="wanted_in_municipality"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="wanted",
            constraint=oppvekst.ground.database.policies.Pair(
                name="wanted_offer_same_municipality", parent="offer", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="wanted",
            constraint=oppvekst.ground.database.policies.Forced(name="wanted_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="wanted",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="wanted_coordinator",
                to=("oppvekst_desk_homes",),
                using="municipality_id = (select access.municipality())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="wanted",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="wanted_leader",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="wanted",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="wanted_of_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="municipality_id = (select access.municipality()) and access.sees_wanted(id)",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="wanted",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality()) and state = 'asked' and asked_by = (select access.actor()) and asked_by_name = (select access.my_name()) and answered_at is null and settled_at is null and gone_at is null",
                columns=(),
                command="insert",
                name="wanted_ask",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="wanted",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and state = 'asked' and asked_by = (select access.actor()) and asked_by_name = (select access.my_name()) and answered_at is null and settled_at is null and gone_at is null",
                columns=(),
                command="insert",
                name="wanted_ask_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="wanted",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality()) and state in ('asked', 'answered', 'none_found')",
                columns=(
                    "state",
                    "offer_id",
                    "answer_name",
                    "answer_phone",
                    "answer_words",
                    "several",
                    "answered_by",
                    "answered_by_name",
                    "answered_at",
                    "reply_by",
                    "gone_name",
                    "gone_words",
                    "gone_at",
                    "in_place",
                    "in_place_by_name",
                    "in_place_at",
                ),
                command="update",
                name="wanted_answer",
                to=("oppvekst_desk_homes",),
                using="municipality_id = (select access.municipality())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="wanted",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality()) and state in ('accepted', 'asked_again', 'withdrawn', 'let_go')",
                columns=("state", "settled_by_name", "settled_at", "settled_words"),
                command="update",
                name="wanted_settle",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="municipality_id = (select access.municipality()) and access.sees_wanted(id)",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="wanted",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide())",
                columns=(
                    "state",
                    "offer_id",
                    "answer_name",
                    "answer_phone",
                    "answer_words",
                    "several",
                    "answered_by",
                    "answered_by_name",
                    "answered_at",
                    "reply_by",
                    "gone_name",
                    "gone_words",
                    "gone_at",
                    "in_place",
                    "in_place_by_name",
                    "in_place_at",
                    "settled_by_name",
                    "settled_at",
                    "settled_words",
                ),
                command="update",
                name="wanted_both",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="wanted",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="", columns=(), command="select", name="wanted_worker", to=("oppvekst_worker",), using="true"
            ),
        ),
        oppvekst.ground.database.policies.GrantNewColumns("wanted"),
    ]
