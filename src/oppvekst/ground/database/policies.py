"""Row policies and grants written where the table is: in ``Meta.constraints``, one declaration for both.

``makemigrations`` then sees new, changed and removed policies. A table without ``Forced`` fails the house test.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement
from django.db.migrations.operations.base import Operation
from django.db.models import BaseConstraint, Model

from oppvekst.ground.database.logins import OWNER


class _TableRule(BaseConstraint):
    """Something that is said to the table after it is made, and has nothing to validate in Python."""

    def constraint_sql(self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        assert model is not None and schema_editor is not None
        schema_editor.deferred_sql.append(_statement(self._create(model)))
        return None

    def create_sql(self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        assert model is not None
        return _statement(self._create(model))

    def remove_sql(self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        assert model is not None
        return _statement(self._remove(model))

    def validate(self, *args: Any, **kwargs: Any) -> None:
        """The database alone decides; nothing is asked of a form."""

    def _create(self, model: type[Model]) -> str:
        raise NotImplementedError

    def _remove(self, model: type[Model]) -> str:
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.deconstruct() == other.deconstruct()

    def __hash__(self) -> int:
        return hash(self.name)


OF_A_CASE = "case_id"


def _statement(text: str) -> Statement:
    return Statement(text.replace("%", "%%"))


class Forced(_TableRule):
    """Row security on and forced; only the owner, which serves nobody, sees all rows.

    Where a row names a case, whoever has that case only to read writes none: no table can forget it.
    """

    def _create(self, model: type[Model]) -> str:
        table = model._meta.db_table
        return (
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; ALTER TABLE {table} FORCE ROW LEVEL SECURITY; "
            f"CREATE POLICY owner_all ON {table} TO {OWNER} USING (true) WITH CHECK (true);{_read_only(model)}"
        )

    def _remove(self, model: type[Model]) -> str:
        table = model._meta.db_table
        return (
            f"DROP POLICY owner_all ON {table}; DROP TRIGGER IF EXISTS _read_only ON {table}; "
            f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY; "
            f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;"
        )


def _read_only(model: type[Model]) -> str:
    if all(field.column != OF_A_CASE for field in model._meta.concrete_fields):
        return ""
    # First of the table's triggers, which come by name: nothing is numbered or told before it.
    return (
        f" CREATE TRIGGER _read_only BEFORE INSERT OR UPDATE ON {model._meta.db_table} FOR EACH ROW "
        f"EXECUTE FUNCTION access.read_only('{OF_A_CASE}');"
    )


class Policy(_TableRule):
    """Who may do what with which rows: one policy, and the grant that goes with it.

    ``to``: roles. ``command``: ``select``, ``insert`` or ``update``. ``using``: SQL for rows that may be read or changed.
    ``check_rows``: SQL for rows as they may become. ``columns``: the only columns granted, for ``update``;
    an insert is always granted by column, so that the database's own columns stay the database's.
    """

    def __init__(
        self, *, name: str, to: Sequence[str], command: str, using: str = "", check_rows: str = "",
        columns: Sequence[str] = (),
    ) -> None:  # fmt: skip
        super().__init__(name=name)
        self.to, self.command, self.using = tuple(to), command, using
        self.check_rows, self.columns = check_rows, tuple(columns)

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """What a migration writes down."""
        path, _, _ = super().deconstruct()
        words = {"name": self.name, "to": self.to, "command": self.command, "using": self.using}
        return path, (), words | {"check_rows": self.check_rows, "columns": self.columns}

    def _create(self, model: type[Model]) -> str:
        table, roles = model._meta.db_table, ", ".join(self.to)
        using = f" USING ({self.using})" if self.using else ""
        check = f" WITH CHECK ({self.check_rows})" if self.check_rows else ""
        policy = f"CREATE POLICY {self.name} ON {table} FOR {self.command} TO {roles}{using}{check};"
        return f"{policy} {self.grant(model)}"

    def grant(self, model: type[Model]) -> str:
        """The privilege that goes with it, on the columns the table has now."""
        return f"GRANT {self._privilege(model)} ON {model._meta.db_table} TO {', '.join(self.to)};"

    def _remove(self, model: type[Model]) -> str:
        table, roles = model._meta.db_table, ", ".join(self.to)
        return f"DROP POLICY {self.name} ON {table}; REVOKE {self._privilege(model)} ON {table} FROM {roles};"

    def _privilege(self, model: type[Model]) -> str:
        if self.command == "insert":
            return f"INSERT ({_quoted(str(field.column) for field in model._meta.concrete_fields)})"
        if self.columns:
            return f"{self.command} ({_quoted(self.columns)})"
        return self.command


def _columns(fields: Iterable[Any]) -> str:
    return _quoted(field.column for field in fields)


def _quoted(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


class GrantNewColumns(Operation):
    """Whoever may add a row may fill its new column: an insert is granted by column, so one that is added later is in none.

    `make migrations` writes it after every ``AddField``. Nothing is undone: a column takes its privileges with it.
    """

    reduces_to_sql = True

    def __init__(self, model_name: str) -> None:
        self.model_name = model_name

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The models are what they were."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Every insert policy of the table grants its columns once more."""
        model = to_state.apps.get_model(app_label, self.model_name)
        for rule in model._meta.constraints:
            if isinstance(rule, Policy) and rule.command == "insert":
                schema_editor.execute(rule.grant(model), None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Nothing to undo."""

    def describe(self) -> str:
        """For whoever runs it."""
        return f"Grant new columns of {self.model_name}"


class Pair(_TableRule):
    """A row and what it points to are of the same case, or municipality: a foreign key alone looks past every policy.

    ``parent``: the foreign key by its name. ``share``: what both have. The parent lets itself be pointed to so by a
    ``UniqueConstraint(fields=["id", share])``.
    """

    def __init__(self, *, name: str, parent: str, share: str = "municipality") -> None:
        super().__init__(name=name)
        self.parent, self.share = parent, share

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """What a migration writes down."""
        path, _, _ = super().deconstruct()
        return path, (), {"name": self.name, "parent": self.parent, "share": self.share}

    def create_sql(self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None) -> Any:
        # At the migration's end: the parent's key may be made further down in it.
        return self.constraint_sql(model, schema_editor)

    def _create(self, model: type[Model]) -> str:
        mine = [model._meta.get_field(name) for name in (self.parent, self.share)]
        parent: Any = mine[0].related_model
        theirs = [parent._meta.pk, parent._meta.get_field(self.share)]
        return (
            f"ALTER TABLE {model._meta.db_table} ADD CONSTRAINT {self.name} FOREIGN KEY ({_columns(mine)}) "
            f"REFERENCES {parent._meta.db_table} ({_columns(theirs)});"
        )

    def _remove(self, model: type[Model]) -> str:
        return f"ALTER TABLE {model._meta.db_table} DROP CONSTRAINT {self.name};"


class Barred(_TableRule):
    """A restrictive rule: whatever else gives access, rows that do not satisfy it stay hidden (disqualification, locks)."""

    def __init__(self, *, name: str, to: Sequence[str], using: str, command: str = "all", becoming: str = "") -> None:
        super().__init__(name=name)
        self.to, self.using, self.command, self.becoming = tuple(to), using, command, becoming

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """What a migration writes down."""
        path, _, _ = super().deconstruct()
        words = {"name": self.name, "to": self.to, "using": self.using, "command": self.command}
        return path, (), words | ({"becoming": self.becoming} if self.becoming else {})

    def _create(self, model: type[Model]) -> str:
        roles = ", ".join(self.to)
        where = f"ON {model._meta.db_table} AS RESTRICTIVE FOR {self.command} TO {roles} USING ({self.using})"
        becoming = f" WITH CHECK ({self.becoming})" if self.becoming else ""
        return f"CREATE POLICY {self.name} {where}{becoming};"

    def _remove(self, model: type[Model]) -> str:
        return f"DROP POLICY {self.name} ON {model._meta.db_table};"
