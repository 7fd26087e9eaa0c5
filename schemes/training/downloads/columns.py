"""Columns of how people stand in their training, as a file (S11)."""

from schemes.people.downloads.sheet import Column
from schemes.training.queries import topic_words

TRAINING_COLUMNS = (
    Column("Name", lambda row: row["volunteer"].name),
    Column("Reference", lambda row: row["volunteer"].ref),
    Column("Where they are", lambda row: row["volunteer"].get_state_display()),
    Column("Hours", lambda row: float(row["standing"].hours)),
    Column("Hours needed", lambda row: float(row["standing"].hours_needed)),
    Column("Still missing", lambda row: ", ".join(row["missing"])),
    Column("Run out", lambda row: ", ".join(topic_words(row["standing"].run_out))),
    Column("Minimum met", lambda row: "Yes" if row["standing"].is_met else "No"),
)
