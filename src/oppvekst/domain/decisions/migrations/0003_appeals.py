import uuid

import django.db.models.deletion
from django.db import migrations, models

import oppvekst.ground.database.policies
import oppvekst.ground.database.tables

# To turn an appeal away or grant it, to let a decision wait, to reverse one and to cover costs is to decide (fvl § 6 (3);
# bvl § 15-7): the database asks who does it.
DECIDES = """
CREATE TRIGGER decided BEFORE UPDATE ON decisions_appeal FOR EACH ROW
  WHEN (OLD.state <> NEW.state AND NEW.state IN ('rejected', 'changed')) EXECUTE FUNCTION access.deciding('case_id');
CREATE TRIGGER decided BEFORE UPDATE ON decisions_stayrequest FOR EACH ROW
  WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION access.deciding('case_id');
CREATE TRIGGER decided BEFORE INSERT ON decisions_reversal FOR EACH ROW EXECUTE FUNCTION access.deciding('case_id');
CREATE TRIGGER decided BEFORE UPDATE ON decisions_costsclaim FOR EACH ROW
  WHEN (OLD.state <> NEW.state AND NEW.state <> 'passed_on') EXECUTE FUNCTION access.deciding('case_id');
"""
UNDO = """
DROP TRIGGER decided ON decisions_appeal; DROP TRIGGER decided ON decisions_stayrequest;
DROP TRIGGER decided ON decisions_reversal; DROP TRIGGER decided ON decisions_costsclaim;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0011_sampling"),
        ("cases", "0008_one_roof"),
        ("decisions", "0002_locked_when_signed"),
    ]

    operations = [
        oppvekst.ground.database.tables.NewTable(
            name="Appeal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("state", models.TextField(default="received", verbose_name="tilstand")),
                (
                    "body",
                    models.TextField(
                        choices=[("county_governor", "statsforvalteren"), ("tribunal", "barneverns- og helsenemnda")],
                        verbose_name="klageinstans",
                    ),
                ),
                (
                    "appellant",
                    models.TextField(
                        choices=[
                            ("party", "part i saken"),
                            ("child", "barnet selv"),
                            ("foster_parents", "fosterforeldrene"),
                            ("informed", "forelder som er orientert, men ikke part"),
                            ("other", "en annen som saken har noe å si for"),
                        ],
                        verbose_name="klager som",
                    ),
                ),
                ("name", models.TextField(verbose_name="klagerens navn")),
                ("represented_by", models.TextField(blank=True, verbose_name="fullmektig")),
                ("represented_is", models.TextField(blank=True, verbose_name="fullmektigens stilling")),
                ("authority_shown", models.BooleanField(default=False, verbose_name="skriftlig fullmakt er vist")),
                ("over_standing", models.BooleanField(default=False, verbose_name="klager på ikke å være part")),
                ("interest", models.TextField(blank=True, verbose_name="rettslig klageinteresse")),
                ("received_at", models.DateTimeField(verbose_name="kom til tjenesten")),
                (
                    "channel",
                    models.TextField(
                        choices=[
                            ("post", "brev i posten"),
                            ("hand", "levert på kontoret"),
                            ("electronic", "elektronisk, fra Min side eller et skjema"),
                            ("email", "e-post"),
                            ("oral", "sagt i et møte eller en samtale"),
                            ("phone", "sagt i telefonen"),
                        ],
                        verbose_name="hvordan den kom",
                    ),
                ),
                ("posted_on", models.DateField(blank=True, null=True, verbose_name="lagt i posten")),
                ("first_sent_on", models.DateField(blank=True, null=True, verbose_name="først sendt, og borte")),
                ("knew_lost_on", models.DateField(blank=True, null=True, verbose_name="fikk vite at den var borte")),
                ("says", models.TextField(blank=True, verbose_name="klagen")),
                ("wants", models.TextField(blank=True, verbose_name="endringen klageren ønsker")),
                ("read_back", models.BooleanField(default=False, verbose_name="lest opp og bekreftet")),
                ("due", models.DateField(blank=True, null=True, verbose_name="klagefristen var ute")),
                ("never_notified", models.BooleanField(default=False, verbose_name="fikk ikke underretning")),
                ("knew_on", models.DateField(blank=True, null=True, verbose_name="fikk kjennskap til vedtaket")),
                (
                    "grants_right_to_another",
                    models.BooleanField(default=False, verbose_name="vedtaket ga en annen en rettighet"),
                ),
                ("registered_by", models.UUIDField(verbose_name="registrert av")),
                ("registered_by_name", models.TextField(verbose_name="registrert av")),
                ("registered_at", models.DateTimeField(verbose_name="registrert")),
                ("interim_at", models.DateTimeField(blank=True, null=True, verbose_name="foreløpig svar sendt")),
                ("interim_by_name", models.TextField(blank=True, verbose_name="foreløpig svar sendt av")),
                ("complete_by", models.DateField(blank=True, null=True, verbose_name="frist for å rette")),
                ("complete_what", models.TextField(blank=True, verbose_name="hva som mangler")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sendt til klageinstansen")),
                (
                    "outcome",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("upheld", "Vedtaket er stadfestet"),
                            ("changed", "Vedtaket er endret"),
                            ("annulled", "Vedtaket er opphevet"),
                            ("returned", "Vedtaket er opphevet og sendt tilbake til ny behandling"),
                            ("rejected", "Klagen er avvist"),
                        ],
                        verbose_name="utfall",
                    ),
                ),
                ("outcome_on", models.DateField(blank=True, null=True, verbose_name="avgjort")),
                ("in_favour", models.BooleanField(default=False, verbose_name="endret til gunst")),
                ("costs_told_on", models.DateField(blank=True, null=True, verbose_name="fortalt om sakskostnader")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="ferdig")),
                (
                    "addressee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appeals",
                        to="decisions.addressee",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="appeals", to="cases.case"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appeals",
                        to="decisions.decision",
                        verbose_name="vedtak det klages på",
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
                    "new_decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers_appeals",
                        to="decisions.decision",
                        verbose_name="nytt vedtak",
                    ),
                ),
            ],
            options={
                "verbose_name": "klage",
                "verbose_name_plural": "klager",
                "db_table_comment": "Klage på et vedtak (fvl §§ 28-34)",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="AppealStep",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("step", models.TextField(verbose_name="steg")),
                ("said", models.JSONField(default=dict, verbose_name="hva som ble skrevet")),
                ("by", models.UUIDField(verbose_name="av")),
                ("by_name", models.TextField(verbose_name="av")),
                ("at", models.DateTimeField(verbose_name="når")),
                (
                    "appeal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="decisions.appeal"
                    ),
                ),
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
                "verbose_name": "steg i en klage",
                "verbose_name_plural": "steg i klager",
                "db_table_comment": "Hva som ble skrevet i hvert steg av en klage",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="CostsClaim",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("state", models.TextField(default="claimed", verbose_name="tilstand")),
                ("claimant", models.TextField(verbose_name="hvem som krever")),
                ("claimed_on", models.DateField(verbose_name="kravet kom")),
                ("reached_on", models.DateField(verbose_name="meldingen om endringen kom fram")),
                (
                    "changed_by",
                    models.TextField(
                        choices=[("us", "oss"), ("appeal_body", "klageinstansen")], verbose_name="endret av"
                    ),
                ),
                ("changed_in_favour", models.BooleanField(default=True, verbose_name="endret til gunst")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="beløp")),
                ("says", models.TextField(blank=True, verbose_name="hva kravet gjelder")),
                ("registered_by", models.UUIDField(verbose_name="registrert av")),
                ("registered_by_name", models.TextField(verbose_name="registrert av")),
                ("excuse", models.TextField(blank=True, verbose_name="hvorfor et sent krav tas")),
                (
                    "granted",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="dekket"),
                ),
                ("reasons", models.TextField(blank=True, verbose_name="begrunnelse")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="avgjort")),
                ("decided_by", models.UUIDField(blank=True, null=True, verbose_name="avgjort av")),
                ("decided_by_name", models.TextField(blank=True, verbose_name="avgjort av")),
                (
                    "appeal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="costs_claims",
                        to="decisions.appeal",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="costs_claims", to="cases.case"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="costs_claims",
                        to="decisions.decision",
                        verbose_name="vedtaket som ble endret",
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
                "verbose_name": "krav om sakskostnader",
                "verbose_name_plural": "krav om sakskostnader",
                "db_table_comment": "Krav om dekning av sakskostnader (fvl § 36)",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="Reversal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "ground",
                    models.TextField(
                        choices=[
                            (
                                "not_to_detriment",
                                "Endringen er ikke til skade for noen som vedtaket retter seg mot eller direkte tilgodeser",
                            ),
                            ("not_reached", "Ingen har fått underretning om vedtaket ennå"),
                            ("invalid", "Vedtaket må anses ugyldig"),
                            (
                                "other_law",
                                "Annen lov, vedtaket selv eller alminnelige regler gir adgang til å endre det",
                            ),
                        ],
                        verbose_name="grunn",
                    ),
                ),
                ("reasons", models.TextField(verbose_name="begrunnelse")),
                ("told", models.TextField(blank=True, verbose_name="varsel til partene")),
                ("annuls", models.BooleanField(default=False, verbose_name="opphevet som ugyldig")),
                ("by", models.UUIDField(verbose_name="av")),
                ("by_name", models.TextField(verbose_name="av")),
                ("at", models.DateTimeField(verbose_name="når")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reversals", to="cases.case"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversals",
                        to="decisions.decision",
                        verbose_name="vedtaket som er gjort om",
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
                    "new_decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reverses",
                        to="decisions.decision",
                        verbose_name="nytt vedtak",
                    ),
                ),
            ],
            options={
                "verbose_name": "omgjøring",
                "verbose_name_plural": "omgjøringer",
                "db_table_comment": "Omgjøring av eget vedtak uten klage (fvl § 35)",
            },
        ),
        oppvekst.ground.database.tables.NewTable(
            name="StayRequest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("state", models.TextField(default="asked", verbose_name="tilstand")),
                ("asked_by", models.TextField(blank=True, verbose_name="bedt om av")),
                ("asked_on", models.DateField(verbose_name="bedt om")),
                ("says", models.TextField(blank=True, verbose_name="hvorfor det skal vente")),
                ("registered_by", models.UUIDField(verbose_name="registrert av")),
                ("registered_by_name", models.TextField(verbose_name="registrert av")),
                ("stayed", models.TextField(blank=True, verbose_name="hva som venter")),
                (
                    "until",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("limit_over", "til klagefristen er ute"),
                            ("appeal_decided", "til klagen er avgjort"),
                            ("judgment", "til det foreligger endelig dom"),
                        ],
                        verbose_name="hvor lenge",
                    ),
                ),
                ("terms", models.TextField(blank=True, verbose_name="vilkår")),
                ("reasons", models.TextField(blank=True, verbose_name="begrunnelse")),
                ("child_first", models.TextField(blank=True, verbose_name="hva det betyr for barnet")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="avgjort")),
                ("decided_by", models.UUIDField(blank=True, null=True, verbose_name="avgjort av")),
                ("decided_by_name", models.TextField(blank=True, verbose_name="avgjort av")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="over")),
                ("ended_by_name", models.TextField(blank=True, verbose_name="avsluttet av")),
                ("ended_reasons", models.TextField(blank=True, verbose_name="hvorfor den er over")),
                (
                    "appeal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stays",
                        to="decisions.appeal",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="stays", to="cases.case"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="stays", to="decisions.decision"
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
                "verbose_name": "anmodning om utsatt iverksetting",
                "verbose_name_plural": "anmodninger om utsatt iverksetting",
                "db_table_comment": "Utsatt iverksetting av et vedtak (fvl § 42)",
            },
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="appeal",
            index=models.Index(fields=["case"], name="appeal_of_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appeal",
            constraint=oppvekst.ground.database.policies.Pair(
                name="appeal_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appeal",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="appeal_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appeal",
            constraint=oppvekst.ground.database.policies.Forced(name="appeal_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appeal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="appeal_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appeal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="appeal_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appeal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="appeal_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appeal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="appeal_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appeal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="", columns=(), command="select", name="appeal_worker", to=("oppvekst_worker",), using="true"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appeal",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="appeal_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appeal",
            constraint=oppvekst.ground.database.policies.Pair(
                name="appeal_of_decision", parent="decision", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appeal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=(
                    "appellant",
                    "name",
                    "represented_by",
                    "represented_is",
                    "authority_shown",
                    "over_standing",
                    "interest",
                    "received_at",
                    "channel",
                    "posted_on",
                    "says",
                    "wants",
                    "read_back",
                    "addressee_id",
                    "due",
                    "never_notified",
                    "knew_on",
                    "grants_right_to_another",
                    "first_sent_on",
                    "knew_lost_on",
                    "state",
                    "new_decision_id",
                    "interim_at",
                    "interim_by_name",
                    "complete_by",
                    "complete_what",
                    "sent_at",
                    "outcome",
                    "outcome_on",
                    "in_favour",
                    "costs_told_on",
                    "closed_on",
                ),
                command="update",
                name="appeal_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appeal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "appellant",
                    "name",
                    "represented_by",
                    "represented_is",
                    "authority_shown",
                    "over_standing",
                    "interest",
                    "received_at",
                    "channel",
                    "posted_on",
                    "says",
                    "wants",
                    "read_back",
                    "addressee_id",
                    "due",
                    "never_notified",
                    "knew_on",
                    "grants_right_to_another",
                    "first_sent_on",
                    "knew_lost_on",
                    "state",
                    "new_decision_id",
                    "interim_at",
                    "interim_by_name",
                    "complete_by",
                    "complete_what",
                    "sent_at",
                    "outcome",
                    "outcome_on",
                    "in_favour",
                    "costs_told_on",
                    "closed_on",
                ),
                command="update",
                name="appeal_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appeal",
            constraint=oppvekst.ground.database.policies.Pair(
                name="appeal_of_addressee", parent="addressee", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appeal",
            constraint=oppvekst.ground.database.policies.Pair(
                name="appeal_of_new_decision", parent="new_decision", share="case"
            ),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="appealstep",
            index=models.Index(fields=["appeal", "at"], name="appeal_step_of_appeal"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appealstep",
            constraint=oppvekst.ground.database.policies.Pair(
                name="appeal_step_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appealstep",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="appeal_step_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appealstep",
            constraint=oppvekst.ground.database.policies.Forced(name="appeal_step_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appealstep",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="appeal_step_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appealstep",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="appeal_step_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appealstep",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="appeal_step_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appealstep",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="appeal_step_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appealstep",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="appeal_step_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appealstep",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="appeal_step_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="appealstep",
            constraint=oppvekst.ground.database.policies.Pair(
                name="appeal_step_of_appeal", parent="appeal", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="costsclaim",
            constraint=oppvekst.ground.database.policies.Pair(
                name="costs_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="costsclaim",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="costs_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="costsclaim",
            constraint=oppvekst.ground.database.policies.Forced(name="costs_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="costsclaim",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="costs_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="costsclaim",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="costs_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="costsclaim",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="costs_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="costsclaim",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="costs_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="costsclaim",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="", columns=(), command="select", name="costs_worker", to=("oppvekst_worker",), using="true"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="costsclaim",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="costs_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="costsclaim",
            constraint=oppvekst.ground.database.policies.Pair(
                name="costs_of_decision", parent="decision", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="costsclaim",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("state", "excuse", "granted", "reasons", "decided_at", "decided_by", "decided_by_name"),
                command="update",
                name="costs_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="costsclaim",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("state", "excuse", "granted", "reasons", "decided_at", "decided_by", "decided_by_name"),
                command="update",
                name="costs_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="costsclaim",
            constraint=oppvekst.ground.database.policies.Pair(name="costs_of_appeal", parent="appeal", share="case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="reversal",
            constraint=oppvekst.ground.database.policies.Pair(
                name="reversal_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="reversal",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="reversal_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="reversal",
            constraint=oppvekst.ground.database.policies.Forced(name="reversal_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="reversal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="reversal_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="reversal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="reversal_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="reversal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="reversal_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="reversal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="reversal_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="reversal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="reversal_worker",
                to=("oppvekst_worker",),
                using="true",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="reversal",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="reversal_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="reversal",
            constraint=oppvekst.ground.database.policies.Pair(
                name="reversal_of_decision", parent="decision", share="case"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="reversal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=("new_decision_id",),
                command="update",
                name="reversal_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="reversal",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=("new_decision_id",),
                command="update",
                name="reversal_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="reversal",
            constraint=oppvekst.ground.database.policies.Pair(
                name="reversal_of_new_decision", parent="new_decision", share="case"
            ),
        ),
        oppvekst.ground.database.tables.NewIndex(
            model_name="stayrequest",
            index=models.Index(fields=["decision", "state"], name="stay_of_decision"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="stayrequest",
            constraint=oppvekst.ground.database.policies.Pair(
                name="stay_same_municipality", parent="case", share="municipality"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="stayrequest",
            constraint=models.UniqueConstraint(fields=("id", "case"), name="stay_in_case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="stayrequest",
            constraint=oppvekst.ground.database.policies.Forced(name="stay_forced"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="stayrequest",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="stay_by_case",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="stayrequest",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="",
                columns=(),
                command="select",
                name="stay_by_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="stayrequest",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality()) and true",
                columns=(),
                command="insert",
                name="stay_add",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="stayrequest",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.wide()) and true",
                columns=(),
                command="insert",
                name="stay_add_wide",
                to=("oppvekst_desk_wide",),
                using="",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="stayrequest",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="", columns=(), command="select", name="stay_worker", to=("oppvekst_worker",), using="true"
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="stayrequest",
            constraint=oppvekst.ground.database.policies.Barred(
                command="all",
                name="stay_barred",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team", "oppvekst_desk_wide"),
                using="case_id <> all ((select access.barred())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="stayrequest",
            constraint=oppvekst.ground.database.policies.Pair(name="stay_of_decision", parent="decision", share="case"),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="stayrequest",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="case_id = any ((select access.cases())::uuid[]) and municipality_id = (select access.municipality())",
                columns=(
                    "state",
                    "stayed",
                    "until",
                    "terms",
                    "reasons",
                    "child_first",
                    "decided_at",
                    "decided_by",
                    "decided_by_name",
                    "ended_at",
                    "ended_by_name",
                    "ended_reasons",
                ),
                command="update",
                name="stay_change",
                to=("oppvekst_desk_case", "oppvekst_desk_intake", "oppvekst_desk_team"),
                using="case_id = any ((select access.cases())::uuid[])",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="stayrequest",
            constraint=oppvekst.ground.database.policies.Policy(
                check_rows="municipality_id = (select access.municipality())",
                columns=(
                    "state",
                    "stayed",
                    "until",
                    "terms",
                    "reasons",
                    "child_first",
                    "decided_at",
                    "decided_by",
                    "decided_by_name",
                    "ended_at",
                    "ended_by_name",
                    "ended_reasons",
                ),
                command="update",
                name="stay_change_wide",
                to=("oppvekst_desk_wide",),
                using="municipality_id = (select access.wide())",
            ),
        ),
        oppvekst.ground.database.tables.AddToTable(
            model_name="stayrequest",
            constraint=oppvekst.ground.database.policies.Pair(name="stay_of_appeal", parent="appeal", share="case"),
        ),
        migrations.RunSQL(DECIDES, UNDO),
    ]
