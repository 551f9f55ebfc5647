import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

# What My page shares of a case with whoever has logged in: where it is opened for her, she is one who is told, and nothing is
# held back from the family (bvl §§ 12-2, 12-6). What the child has it keeps.
SHARED = """
CREATE FUNCTION access.shared_cases() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(p.case_id), '{}') FROM public.cases_mypage p
   WHERE p.person_id = access.visitor() AND p.closed_at IS NULL
     AND NOT EXISTS (SELECT FROM public.cases_uninformed u
       WHERE u.case_id = p.case_id AND u.person_id = p.person_id AND u.lifted_at IS NULL)
     AND (p.part = 'child' OR NOT EXISTS (SELECT FROM public.cases_holdback h
       WHERE h.case_id = p.case_id AND h.lifted_at IS NULL)) $$;
REVOKE ALL ON FUNCTION access.shared_cases() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.shared_cases() TO oppvekst_mypage;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0011_sampling"),
        ("cases", "0010_residence"),
        ("people", "0003_only_read"),
    ]

    operations = [
        migrations.RunSQL(SHARED, "DROP FUNCTION access.shared_cases();"),
        oppvekst.ground.database.tables.NewTable(
            name="Group",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.TextField(verbose_name="slag")),
                ("title", models.TextField(verbose_name="navn")),
                ("purpose", models.TextField(blank=True, verbose_name="hva vi vil oppnå")),
                (
                    "has_child_coordinator",
                    models.BooleanField(blank=True, null=True, verbose_name="har barnekoordinator"),
                ),
                (
                    "child_coordinator_answered_on",
                    models.DateField(blank=True, null=True, verbose_name="spurt om barnekoordinator"),
                ),
                ("coordinator_name", models.TextField(blank=True, verbose_name="koordinator")),
                ("coordinator_body", models.TextField(blank=True, verbose_name="koordinatoren arbeider i")),
                ("coordinator_from", models.DateField(blank=True, null=True, verbose_name="koordinator fra")),
                ("not_asked_reason", models.TextField(blank=True, verbose_name="hvorfor barnet ikke er spurt")),
                ("opened_by", models.UUIDField(verbose_name="opprettet av")),
                ("opened_at", models.DateTimeField(verbose_name="opprettet")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="avsluttet")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="meeting_groups", to="cases.case"
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
            ],
            options={
                "verbose_name": "gruppe som møtes",
                "verbose_name_plural": "grupper som møtes",
                "db_table_comment": "Ansvarsgruppe, familieråd, nettverk eller samarbeid om ett barn (bvl § 15-8)",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Council",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("question", models.TextField(blank=True, verbose_name="spørsmålet familien skal svare på")),
                (
                    "agreed_with_parents_on",
                    models.DateField(blank=True, null=True, verbose_name="avtalt med foreldrene"),
                ),
                ("agreed_with_child_on", models.DateField(blank=True, null=True, verbose_name="avtalt med barnet")),
                (
                    "child_not_agreed_reason",
                    models.TextField(blank=True, verbose_name="hvorfor ikke avtalt med barnet"),
                ),
                (
                    "confidentiality_on",
                    models.DateField(blank=True, null=True, verbose_name="koordinatorens taushetserklæring"),
                ),
                (
                    "certificate_issued_on",
                    models.DateField(blank=True, null=True, verbose_name="politiattesten utstedt"),
                ),
                ("certificate_shown_on", models.DateField(blank=True, null=True, verbose_name="politiattesten vist")),
                ("support", models.TextField(blank=True, verbose_name="støtteperson for barnet")),
                ("plan", models.TextField(blank=True, verbose_name="familiens plan")),
                ("plan_received_on", models.DateField(blank=True, null=True, verbose_name="planen kom")),
                ("plan_approved", models.BooleanField(blank=True, null=True, verbose_name="planen godkjent")),
                ("answer", models.TextField(blank=True, verbose_name="svaret vårt")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="besvart")),
                ("follow_up_on", models.DateField(blank=True, null=True, verbose_name="vi møtes igjen")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
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
                    "group",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="council", to="meetings.group"
                    ),
                ),
            ],
            options={
                "verbose_name": "familieråd",
                "verbose_name_plural": "familieråd",
                "db_table_comment": "Spørsmålet, koordinatorens papirer og familiens egen plan i et familieråd",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="IndividualPlan",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("wished_on", models.DateField(verbose_name="ønsket")),
                ("consented_by", models.TextField(blank=True, verbose_name="hvem som har samtykket")),
                ("consented_on", models.DateField(blank=True, null=True, verbose_name="samtykket")),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="samtykket trukket")),
                ("refused_on", models.DateField(blank=True, null=True, verbose_name="avslått")),
                ("refused_in", models.UUIDField(blank=True, null=True, verbose_name="avslått i vedtaket")),
                ("coordinator_name", models.TextField(blank=True, verbose_name="koordinator")),
                ("sections", models.JSONField(default=dict, verbose_name="innhold")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="ses på igjen")),
                ("saved_at", models.DateTimeField(blank=True, null=True, verbose_name="lagret")),
                ("saved_by_name", models.TextField(blank=True, verbose_name="lagret av")),
                ("opened_by", models.UUIDField(verbose_name="opprettet av")),
                ("opened_at", models.DateTimeField(verbose_name="opprettet")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="avsluttet")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
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
            ],
            options={
                "verbose_name": "individuell plan",
                "verbose_name_plural": "individuelle planer",
                "db_table_comment": "Individuell plan, én per barn (bvl § 15-9)",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Meeting",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("starts_at", models.DateTimeField(verbose_name="begynner")),
                ("ends_at", models.DateTimeField(verbose_name="slutter")),
                ("place", models.TextField(verbose_name="sted")),
                ("place_tells", models.BooleanField(default=False, verbose_name="stedet røper hvem en møter")),
                ("video_link", models.TextField(blank=True, verbose_name="lenke til videomøte")),
                ("agenda", models.TextField(blank=True, verbose_name="hva vi skal snakke om")),
                ("state", models.TextField(default="planned", verbose_name="tilstand")),
                ("sequence", models.IntegerField(default=0, verbose_name="endring nummer")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="holdt")),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="referatet godkjent")),
                ("cancelled_words", models.TextField(blank=True, verbose_name="hvorfor avlyst")),
                ("opened_by", models.UUIDField(verbose_name="planlagt av")),
                ("opened_at", models.DateTimeField(verbose_name="planlagt")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="meetings.group"
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
            ],
            options={
                "verbose_name": "møte",
                "verbose_name_plural": "møter",
                "db_table_comment": "Møte om et barn, fra det er planlagt til referatet er godkjent (bvl § 12-4)",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="ChildWish",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("asked_on", models.DateField(verbose_name="spurt")),
                ("words", models.TextField(blank=True, verbose_name="hva barnet vil ta opp")),
                ("comes", models.TextField(verbose_name="vil barnet komme?")),
                ("by_whom", models.TextField(blank=True, verbose_name="hvem som sier det for barnet")),
                ("noted_by", models.UUIDField(verbose_name="ført av")),
                ("noted_by_name", models.TextField(verbose_name="ført av")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="wishes", to="meetings.meeting"
                    ),
                ),
            ],
            options={
                "verbose_name": "barnets ønske",
                "verbose_name_plural": "barnets ønsker",
                "db_table_comment": "Hva barnet vil ta opp i et møte, og om det vil komme (bvl § 1-4)",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Member",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("staff", models.UUIDField(blank=True, null=True, verbose_name="ansatt hos oss")),
                ("name", models.TextField(verbose_name="navn")),
                ("body", models.TextField(blank=True, verbose_name="tjeneste")),
                ("role", models.TextField(blank=True, verbose_name="hva en er for barnet")),
                ("address", models.TextField(blank=True, verbose_name="postadresse")),
                ("known_to_child", models.BooleanField(default=False, verbose_name="barnet kjenner personen")),
                ("joined_on", models.DateField(verbose_name="med fra")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="med til og med")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="members", to="meetings.group"
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "deltaker",
                "verbose_name_plural": "deltakere",
                "db_table_comment": "Hvem som møtes om et barn",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Invitation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, verbose_name="navn i kalenderen")),
                ("sequence", models.IntegerField(default=0, verbose_name="endring nummer")),
                ("themes", models.JSONField(default=list, verbose_name="hva en fikk vite om")),
                ("told", models.JSONField(default=dict, verbose_name="hva som står")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sendt")),
                ("stopped", models.TextField(blank=True, verbose_name="hvorfor stanset")),
                ("answer", models.TextField(blank=True, verbose_name="svar")),
                ("attended", models.BooleanField(blank=True, null=True, verbose_name="var der")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="godkjente referatet")),
                ("remark", models.TextField(blank=True, verbose_name="merknad til referatet")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="invitations", to="meetings.meeting"
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="invitations", to="meetings.member"
                    ),
                ),
            ],
            options={
                "verbose_name": "invitasjon",
                "verbose_name_plural": "invitasjoner",
                "db_table_comment": "Hvem som er invitert til et møte, hva de fikk vite, og om de var der",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Minutes",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title", models.TextField(verbose_name="tittel")),
                ("themes", models.JSONField(default=list, verbose_name="temaer")),
                ("told", models.JSONField(default=dict, verbose_name="hva som står")),
                ("given_on", models.DateField(verbose_name="gitt")),
                ("shown_from", models.DateTimeField(blank=True, null=True, verbose_name="på Min side fra")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="given", to="meetings.meeting"
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="given", to="meetings.member"
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "utdelt referat",
                "verbose_name_plural": "utdelte referater",
                "db_table_comment": "Den delen av et referat som én deltaker fikk, slik den ble gitt",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Part",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("theme", models.TextField(verbose_name="tema")),
                ("text", models.TextField(verbose_name="hva som ble sagt")),
                ("for_child", models.BooleanField(default=False, verbose_name="barnet får lese")),
                ("written_by", models.UUIDField(verbose_name="skrevet av")),
                ("written_by_name", models.TextField(verbose_name="skrevet av")),
                ("written_at", models.DateTimeField(verbose_name="skrevet")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="meetings.meeting"
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
            ],
            options={
                "verbose_name": "del av referat",
                "verbose_name_plural": "deler av referat",
                "db_table_comment": "Referat fra et møte, delt etter tema (bvl § 12-4)",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Sharing",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("theme", models.TextField(verbose_name="tema")),
                ("giver_name", models.TextField(verbose_name="fra")),
                ("given_on", models.DateField(verbose_name="gitt")),
                ("how", models.TextField(blank=True, verbose_name="hvordan")),
                ("noted_by", models.UUIDField(verbose_name="ført av")),
                ("noted_by_name", models.TextField(verbose_name="ført av")),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="trukket")),
                ("withdrawn_words", models.TextField(blank=True, verbose_name="hvordan trukket")),
                (
                    "withdrawn_noted_by",
                    models.UUIDField(blank=True, null=True, verbose_name="tilbaketrekkingen ført av"),
                ),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                        verbose_name="fra",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sharings", to="meetings.member"
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
            ],
            options={
                "verbose_name": "samtykke til å dele",
                "verbose_name_plural": "samtykker til å dele",
                "db_table_comment": "Samtykke til at én får vite om ett tema (bvl § 13-1, fvl § 13 a)",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Task",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("theme", models.TextField(verbose_name="tema")),
                ("text", models.TextField(verbose_name="hva som skal gjøres")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="innen")),
                ("for_child", models.BooleanField(default=True, verbose_name="barnet får lese")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="gjort")),
                ("done_words", models.TextField(blank=True, verbose_name="hvordan det gikk")),
                ("dropped", models.BooleanField(default=False, verbose_name="tatt bort")),
                ("set_by", models.UUIDField(verbose_name="ført av")),
                ("set_at", models.DateTimeField(verbose_name="ført")),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="meetings.meeting"
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="meetings.member"
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
            ],
            options={
                "verbose_name": "delansvar",
                "verbose_name_plural": "delansvar",
                "db_table_comment": "Hvem som skal gjøre hva etter et møte (bvl § 15-8)",
            },
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="group",
            index=models.Index(fields=["case"], name="meeting_group_of_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="group",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_group_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="group",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="meeting_group_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="group",
            constraint=oppvekst.ground.database.policies.Forced(name="meeting_group_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="group",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_group_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="group",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_group_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="group",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="meeting_group_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="group",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="meeting_group_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="group",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_group_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="group",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="meeting_group_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="group",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=(
                    "title",
                    "purpose",
                    "has_child_coordinator",
                    "child_coordinator_answered_on",
                    "coordinator_name",
                    "coordinator_body",
                    "coordinator_from",
                    "not_asked_reason",
                    "closed_at",
                ),
                command="update",
                name="meeting_group_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="group",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "title",
                    "purpose",
                    "has_child_coordinator",
                    "child_coordinator_answered_on",
                    "coordinator_name",
                    "coordinator_body",
                    "coordinator_from",
                    "not_asked_reason",
                    "closed_at",
                ),
                command="update",
                name="meeting_group_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="council",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_council_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="council",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="meeting_council_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="council",
            constraint=oppvekst.ground.database.policies.Forced(name="meeting_council_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="council",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_council_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="council",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_council_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="council",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="meeting_council_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="council",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="meeting_council_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="council",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_council_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="council",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="meeting_council_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="council",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_council_of_group", parent="group", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="council",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=(
                    "question",
                    "agreed_with_parents_on",
                    "agreed_with_child_on",
                    "child_not_agreed_reason",
                    "confidentiality_on",
                    "certificate_issued_on",
                    "certificate_shown_on",
                    "support",
                    "plan",
                    "plan_received_on",
                    "plan_approved",
                    "answer",
                    "answered_on",
                    "follow_up_on",
                ),
                command="update",
                name="meeting_council_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="council",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "question",
                    "agreed_with_parents_on",
                    "agreed_with_child_on",
                    "child_not_agreed_reason",
                    "confidentiality_on",
                    "certificate_issued_on",
                    "certificate_shown_on",
                    "support",
                    "plan",
                    "plan_received_on",
                    "plan_approved",
                    "answer",
                    "answered_on",
                    "follow_up_on",
                ),
                command="update",
                name="meeting_council_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="individualplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)), fields=("case",), name="one_individual_plan_a_child"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="individualplan",
            constraint=oppvekst.ground.database.policies.Pair(
                name="individual_plan_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="individualplan",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="individual_plan_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="individualplan",
            constraint=oppvekst.ground.database.policies.Forced(name="individual_plan_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="individualplan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="individual_plan_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="individualplan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="individual_plan_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="individualplan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="individual_plan_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="individualplan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="individual_plan_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="individualplan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="individual_plan_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="individualplan",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="individual_plan_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="individualplan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=(
                    "sections",
                    "coordinator_name",
                    "consented_by",
                    "consented_on",
                    "withdrawn_on",
                    "refused_on",
                    "refused_in",
                    "review_on",
                    "saved_at",
                    "saved_by_name",
                    "ended_on",
                ),
                command="update",
                name="individual_plan_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="individualplan",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "sections",
                    "coordinator_name",
                    "consented_by",
                    "consented_on",
                    "withdrawn_on",
                    "refused_on",
                    "refused_in",
                    "review_on",
                    "saved_at",
                    "saved_by_name",
                    "ended_on",
                ),
                command="update",
                name="individual_plan_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="meeting",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="meeting",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="meeting_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="meeting",
            constraint=oppvekst.ground.database.policies.Forced(name="meeting_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="meeting",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="meeting",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="meeting",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="meeting_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="meeting",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="meeting_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="meeting",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="meeting",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="meeting_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="meeting",
            constraint=oppvekst.ground.database.policies.Pair(name="meeting_of_group", parent="group", share="case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="meeting",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=(
                    "starts_at",
                    "ends_at",
                    "place",
                    "place_tells",
                    "video_link",
                    "agenda",
                    "state",
                    "sequence",
                    "held_on",
                    "approved_at",
                    "cancelled_words",
                ),
                command="update",
                name="meeting_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="meeting",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "starts_at",
                    "ends_at",
                    "place",
                    "place_tells",
                    "video_link",
                    "agenda",
                    "state",
                    "sequence",
                    "held_on",
                    "approved_at",
                    "cancelled_words",
                ),
                command="update",
                name="meeting_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="childwish",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_wish_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="childwish",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="meeting_wish_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="childwish",
            constraint=oppvekst.ground.database.policies.Forced(name="meeting_wish_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="childwish",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_wish_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="childwish",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_wish_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="childwish",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="meeting_wish_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="childwish",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="meeting_wish_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="childwish",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_wish_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="childwish",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="meeting_wish_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="childwish",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_wish_of_meeting", parent="meeting", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="member",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_member_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="member",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="meeting_member_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="member",
            constraint=oppvekst.ground.database.policies.Forced(name="meeting_member_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="member",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_member_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="member",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_member_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="member",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and (person_id is null or access.in_case(person_id, case_id))",
                columns=(),
                command="insert",
                name="meeting_member_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="member",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and (person_id is null or access.in_case(person_id, case_id))",
                columns=(),
                command="insert",
                name="meeting_member_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="member",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_member_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="member",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="meeting_member_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="member",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_member_of_group", parent="group", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="member",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("name", "body", "role", "address", "known_to_child", "left_on"),
                command="update",
                name="meeting_member_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="member",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("name", "body", "role", "address", "known_to_child", "left_on"),
                command="update",
                name="meeting_member_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="member",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_member_person_same_municipality", parent="person", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=models.UniqueConstraint(fields=("meeting", "member"), name="invitation_once"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_invitation_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="meeting_invitation_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=oppvekst.ground.database.policies.Forced(name="meeting_invitation_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_invitation_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_invitation_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and (person_id is null or access.in_case(person_id, case_id))",
                columns=(),
                command="insert",
                name="meeting_invitation_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and (person_id is null or access.in_case(person_id, case_id))",
                columns=(),
                command="insert",
                name="meeting_invitation_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_invitation_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="meeting_invitation_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_invitation_of_meeting", parent="meeting", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=(
                    "sequence",
                    "themes",
                    "told",
                    "sent_at",
                    "stopped",
                    "answer",
                    "attended",
                    "approved_on",
                    "remark",
                ),
                command="update",
                name="meeting_invitation_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "sequence",
                    "themes",
                    "told",
                    "sent_at",
                    "stopped",
                    "answer",
                    "attended",
                    "approved_on",
                    "remark",
                ),
                command="update",
                name="meeting_invitation_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_invitation_of_member", parent="member", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_invitation_person_same_municipality", parent="person", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="invitation",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=("id", "municipality_id", "told", "sent_at", "uid", "sequence"),
                command="select",
                name="meeting_invitation_own",
                to=("oppvekst_mypage",),
                using="person_id = (select access.visitor()) and case_id = any ((select access.shared_cases())::uuid[]) and sent_at is not null",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=models.UniqueConstraint(fields=("meeting", "member"), name="minutes_once"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_minutes_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="meeting_minutes_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=oppvekst.ground.database.policies.Forced(name="meeting_minutes_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_minutes_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_minutes_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and (person_id is null or access.in_case(person_id, case_id))",
                columns=(),
                command="insert",
                name="meeting_minutes_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and (person_id is null or access.in_case(person_id, case_id))",
                columns=(),
                command="insert",
                name="meeting_minutes_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_minutes_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="meeting_minutes_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_minutes_of_meeting", parent="meeting", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("shown_from",),
                command="update",
                name="meeting_minutes_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("shown_from",),
                command="update",
                name="meeting_minutes_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_minutes_of_member", parent="member", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_minutes_person_same_municipality", parent="person", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="minutes",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=("id", "municipality_id", "title", "told", "shown_from"),
                command="select",
                name="meeting_minutes_own",
                to=("oppvekst_mypage",),
                using="person_id = (select access.visitor()) and case_id = any ((select access.shared_cases())::uuid[]) and shown_from is not null",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="part",
            constraint=models.UniqueConstraint(fields=("meeting", "theme"), name="one_part_a_theme"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="part",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_part_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="part",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="meeting_part_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="part",
            constraint=oppvekst.ground.database.policies.Forced(name="meeting_part_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="part",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_part_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="part",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_part_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="part",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="meeting_part_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="part",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="meeting_part_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="part",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_part_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="part",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="meeting_part_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="part",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_part_of_meeting", parent="meeting", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="part",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("text", "for_child", "written_by", "written_by_name", "written_at"),
                command="update",
                name="meeting_part_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="part",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("text", "for_child", "written_by", "written_by_name", "written_at"),
                command="update",
                name="meeting_part_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="sharing",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_sharing_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="sharing",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="meeting_sharing_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="sharing",
            constraint=oppvekst.ground.database.policies.Forced(name="meeting_sharing_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="sharing",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_sharing_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="sharing",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_sharing_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="sharing",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and access.in_case(giver_id, case_id)",
                columns=(),
                command="insert",
                name="meeting_sharing_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="sharing",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and access.in_case(giver_id, case_id)",
                columns=(),
                command="insert",
                name="meeting_sharing_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="sharing",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_sharing_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="sharing",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="meeting_sharing_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="sharing",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_sharing_of_member", parent="member", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="sharing",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("withdrawn_on", "withdrawn_words", "withdrawn_noted_by"),
                command="update",
                name="meeting_sharing_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="sharing",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("withdrawn_on", "withdrawn_words", "withdrawn_noted_by"),
                command="update",
                name="meeting_sharing_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="sharing",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_sharing_giver_same_municipality", parent="giver", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="task",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_task_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="task",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="meeting_task_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="task",
            constraint=oppvekst.ground.database.policies.Forced(name="meeting_task_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="task",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_task_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="task",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_task_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="task",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="meeting_task_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="task",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="meeting_task_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="task",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="meeting_task_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="task",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="meeting_task_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="task",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_task_of_meeting", parent="meeting", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="task",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("due_on", "done_on", "done_words", "dropped"),
                command="update",
                name="meeting_task_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="task",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("due_on", "done_on", "done_words", "dropped"),
                command="update",
                name="meeting_task_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="task",
            constraint=oppvekst.ground.database.policies.Pair(
                name="meeting_task_of_member", parent="member", share="case"
            ),
        ),
    ]
