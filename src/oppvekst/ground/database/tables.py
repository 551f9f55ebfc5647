"""A table, an index or a rule as a migration makes it, without drawing every model of the state anew.

Django draws all models that hang together with one that changes, once for each change. Around a case there are some hundred
and fifty, and that was nearly all of the time an empty database took to be made. What stands here changes nothing of how
models hang together: a new table has nobody who points at it yet, and an index or a constraint is the table's own matter.
"""

from __future__ import annotations

from typing import Any

from django.db.migrations.operations import AddConstraint, AddIndex, CreateModel


class NewTable(CreateModel):
    """`CreateModel`, and only the new model is drawn."""

    def state_forwards(self, app_label: str, state: Any) -> None:
        drawn = state.__dict__.pop("apps", None)
        super().state_forwards(app_label, state)
        if drawn is not None:
            state.__dict__["apps"] = drawn
            drawn.render_multiple([state.models[app_label, self.name_lower]])


class AddToTable(AddConstraint):
    """`AddConstraint`, for what the database keeps of a table: a constraint, a policy, who may do what."""

    def state_forwards(self, app_label: str, state: Any) -> None:
        _add(state, (app_label, self.model_name_lower), "constraints", self.constraint)


class NewIndex(AddIndex):
    """`AddIndex`."""

    def state_forwards(self, app_label: str, state: Any) -> None:
        _add(state, (app_label, self.model_name_lower), "indexes", self.index)


def _add(state: Any, key: tuple[str, str], option: str, added: Any) -> None:
    options = state.models[key].options
    options[option] = [*options.get(option, []), added]
    if "apps" in state.__dict__:
        meta = state.apps.get_model(*key)._meta
        setattr(meta, option, [*getattr(meta, option), added])
