"""A case that is closed: access narrows, the family is told, and a new concern opens it again."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

# Which closed cases whoever visits My page may be told of: the child's own, and the parents', never while all is held back
# from them or one is kept uninformed for safety (bvl §§ 12-2, 12-6).
TOLD = """
CREATE FUNCTION access.closed_to_me() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  RETURN (SELECT coalesce(array_agg(p.case_id), '{}') FROM public.cases_mypage p
    WHERE p.person_id = access.visitor() AND p.closed_at IS NULL AND p.part IN ('child', 'mother', 'father', 'other_parent', 'guardian')
      AND NOT EXISTS (SELECT FROM public.cases_uninformed u WHERE u.case_id = p.case_id AND u.person_id = p.person_id AND u.lifted_at IS NULL)
      AND (p.part = 'child' OR NOT EXISTS (SELECT FROM public.cases_holdback h WHERE h.case_id = p.case_id AND h.lifted_at IS NULL))); END $$;
GRANT EXECUTE ON FUNCTION access.closed_to_me() TO oppvekst_mypage;
"""

# To close is to narrow: whoever had the case no longer has it. Whoever closed it has it one day more, for the letters and to
# undo a mistake. It is one step of the database, since whoever closes may not see a closed case herself.
CLOSED = """
CREATE FUNCTION access.close_case(which uuid, closing uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); k public.cases_case; ended jsonb; mine uuid := gen_random_uuid(); BEGIN
  SELECT * INTO k FROM public.cases_case x WHERE x.id = which FOR UPDATE;
  IF NOT FOUND OR k.municipality_id <> c.municipality OR k.state = 'closed' OR which = ANY (c.barred || c.emergency || c.reading || c.provisional)
    OR NOT (which = ANY (c.cases) OR c.wide IS NOT NULL)
    OR NOT EXISTS (SELECT FROM public.cases_closing l WHERE l.id = closing AND l.case_id = which AND l.reopened_at IS NULL) THEN RETURN NULL; END IF;
  SELECT coalesce(jsonb_agg(DISTINCT s.name), '[]') INTO ended FROM public.access_grant g JOIN public.access_staff s ON s.id = g.staff_id
   WHERE g.case_id = which AND (g.valid_to IS NULL OR g.valid_to > now()) AND g.reason NOT IN ('sample', 'archive');
  UPDATE public.access_grant g SET valid_to = CASE WHEN g.staff_id = c.staff_id THEN now() + interval '1 day' ELSE now() END
   WHERE g.case_id = which AND (g.valid_to IS NULL OR g.valid_to > now()) AND g.reason NOT IN ('sample', 'archive');
  IF NOT EXISTS (SELECT FROM public.access_grant g WHERE g.case_id = which AND g.staff_id = c.staff_id AND g.valid_to > now()) THEN
    INSERT INTO public.access_grant (id, municipality_id, staff_id, case_id, reason, words, given_by, given_at, valid_to)
      VALUES (mine, k.municipality_id, c.staff_id, which, 'assigned', 'Avsluttet saken og sender brevene', c.staff_id, now(), now() + interval '1 day');
    UPDATE public.agenda_item i SET open = false WHERE i.subject = mine AND i.rule = 'own-access';
  END IF;
  UPDATE public.cases_closing l SET access_ended = ended WHERE l.id = closing;
  UPDATE public.cases_case x SET state = 'closed', closed_at = l.closed_at, responsible = NULL FROM public.cases_closing l
   WHERE x.id = which AND l.id = closing;
  RETURN ended; END $$;
GRANT EXECUTE ON FUNCTION access.close_case(uuid, uuid) TO oppvekst_desk_case, oppvekst_desk_intake, oppvekst_desk_team, oppvekst_desk_wide;
"""

# Open again: by somebody who has the closed case, or by itself when a new concern is put into it. The journal of a new
# concern's is written here, since no act of the desk's did it.
REOPENED = """
CREATE FUNCTION access.reopened(which uuid, why text, named text, told_at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN
  UPDATE public.cases_closing l SET reopened_at = told_at, reopened_by_name = named, reopened_reasons = why
   WHERE l.case_id = which AND l.reopened_at IS NULL;
  UPDATE public.cases_case k SET state = 'open', closed_at = NULL WHERE k.id = which AND k.state = 'closed';
  RETURN FOUND; END $$;
REVOKE EXECUTE ON FUNCTION access.reopened(uuid, text, text, timestamptz) FROM PUBLIC;
CREATE FUNCTION access.reopen_case(which uuid, why text, told_at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  IF which <> ALL (c.cases) OR which = ANY (c.barred || c.emergency || c.reading || c.provisional) THEN RETURN false; END IF;
  RETURN access.reopened(which, why, access.my_name(), told_at); END $$;
GRANT EXECUTE ON FUNCTION access.reopen_case(uuid, text, timestamptz) TO oppvekst_desk_case, oppvekst_desk_intake, oppvekst_desk_team,
  oppvekst_desk_wide;

-- The closed cases as the leader sees them before she has given a reason: a number and a day, and nobody's name.
CREATE FUNCTION access.closed_cases() RETURNS TABLE (id uuid, number text, closed_at timestamptz) LANGUAGE plpgsql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE c access.context := access.here(); BEGIN
  RETURN QUERY SELECT k.id, k.number, k.closed_at FROM public.cases_case k WHERE k.municipality_id = c.wide AND k.state = 'closed'
    AND k.id <> ALL (c.barred) ORDER BY k.closed_at DESC NULLS LAST, k.id; END $$;
GRANT EXECUTE ON FUNCTION access.closed_cases() TO oppvekst_desk_wide;
CREATE TRIGGER decided BEFORE INSERT ON cases_closing FOR EACH ROW EXECUTE FUNCTION access.deciding('case_id');
"""
UNDO = """DROP TRIGGER decided ON cases_closing; DROP FUNCTION access.closed_cases(); DROP FUNCTION access.reopen_case(uuid, text, timestamptz);
DROP FUNCTION access.reopened(uuid, text, text, timestamptz); DROP FUNCTION access.close_case(uuid, uuid);"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0011_sampling"),
        ("cases", "0010_residence"),
    ]

    operations = [
        migrations.RunSQL(TOLD, "DROP FUNCTION access.closed_to_me()"),
        oppvekst.ground.database.tables.NewTable(
            name="Closing",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reasons", models.TextField(verbose_name="begrunnelse")),
                ("words", models.TextField(verbose_name="til familien")),
                (
                    "language",
                    models.TextField(
                        choices=[("nb", "bokmål"), ("nn", "nynorsk")], default="nb", verbose_name="målform"
                    ),
                ),
                ("child_name", models.TextField(blank=True, verbose_name="barnets fornavn")),
                ("closed_at", models.DateTimeField(verbose_name="avsluttet")),
                ("closed_by", models.UUIDField(verbose_name="avsluttet av")),
                ("closed_by_name", models.TextField(verbose_name="avsluttet av")),
                ("access_ended", models.JSONField(default=list, verbose_name="hvem som mistet tilgangen")),
                ("reopened_at", models.DateTimeField(blank=True, null=True, verbose_name="åpnet igjen")),
                ("reopened_by_name", models.TextField(blank=True, verbose_name="åpnet igjen av")),
                ("reopened_reasons", models.TextField(blank=True, verbose_name="hvorfor åpnet igjen")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="closings", to="cases.case"
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
                "verbose_name": "avslutning av sak",
                "verbose_name_plural": "avslutninger av saker",
                "db_table_comment": "Når og hvorfor en sak ble avsluttet, ordene til familien, og når den ble åpnet igjen",
                "constraints": [
                    oppvekst.ground.database.policies.Pair(
                        name="closing_same_municipality", parent="case", share="municipality"
                    ),
                    models.UniqueConstraint(fields=("id", "case"), name="closing_in_case"),
                    oppvekst.ground.database.policies.Forced(name="closing_forced"),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="closing_by_case",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="case_id = any ((select access.cases())::uuid[])",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="closing_by_wide",
                        to=("oppvekst_desk_wide",),
                        using="municipality_id = (select access.wide())",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and closed_by = (select access.actor())",
                        columns=(),
                        command="insert",
                        name="closing_add",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="municipality_id = (select access.wide()) and closed_by = (select access.actor())",
                        columns=(),
                        command="insert",
                        name="closing_add_wide",
                        to=("oppvekst_desk_wide",),
                        using="",
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=(),
                        command="select",
                        name="closing_worker",
                        to=("oppvekst_worker",),
                        using="true",
                    ),
                    oppvekst.ground.database.policies.Barred(
                        command="all",
                        name="closing_barred",
                        to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                        using="case_id <> all ((select access.barred())::uuid[])",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("reopened_at", None)), fields=("case",), name="closing_once"
                    ),
                    oppvekst.ground.database.policies.Policy(
                        check_rows="",
                        columns=("id", "municipality_id", "child_name", "words", "closed_at", "language"),
                        command="select",
                        name="closing_own",
                        to=("oppvekst_mypage",),
                        using="reopened_at is null and case_id = any ((select access.closed_to_me())::uuid[])",
                    ),
                ],
            },
        ),
        migrations.RunSQL(CLOSED + REOPENED, UNDO),
    ]
