"""The first migration of a room: all its tables in one step."""

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation


class CreateTogether(Operation):
    """What Django wrote for the first migration of an app, done in one go on a database that has none of it.

    Each operation alone makes Django draw all models that hang together anew, which takes a minute and a half for the
    whole house; together they are drawn once. Tables are made as the models stand after all of it, so what is added to
    a model later in the list is in its table from the start.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, operations):
        self.operations = operations

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # not drawn before all is said
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for model in self._models(app_label, to_state):
            schema_editor.create_model(model)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for model in reversed(self._models(app_label, from_state)):
            schema_editor.delete_model(model)

    def _models(self, app_label, state):
        made = [operation.name for operation in self.operations if isinstance(operation, CreateModel)]
        return [model for name in made if not (model := state.apps.get_model(app_label, name))._meta.proxy]

    def describe(self):
        return "Create every table of this room"
