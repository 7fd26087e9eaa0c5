"""Bringing in a spreadsheet is for those who may edit people."""

from mentoring.tests.access_kit import page
from schemes.recruitment.importing.actions import import_upload, training_claim_take
from schemes.recruitment.sheet_history import TRAINING, PastRow

LIST = b"Name,Date of birth,E-mail\nAnn Reid,1/2/1980,ann@example.org\nBob Ali,31/2/1980,bob@example.org\n"


def batch(world):
    return {"batch": world.import_batch.pk}


ACCESS = {
    "schemes:import_upload": page("coordinator"),
    "schemes:import_show": page("coordinator", kwargs=batch),
    "schemes:import_line_decide": page(
        "coordinator", kwargs=batch, method="post", data=lambda world: {"line": 3, "choice": "skip"}
    ),
    "schemes:import_apply": page("coordinator", kwargs=batch, method="post"),
    "schemes:training_claim_settle": page(
        "coordinator", kwargs=lambda world: {"claim_id": world.training_claim.pk}, method="post"
    ),
    "schemes:import_discard": page("coordinator", kwargs=batch, method="post"),
}


def build(world) -> None:
    claimed = PastRow(TRAINING, course="Induction")
    training_claim_take(volunteer=world.uncleared_volunteer, rows=[claimed], by=world.coordinator)
    world.training_claim = world.uncleared_volunteer.training_claims.get()
    world.import_batch = import_upload(
        scheme=world.scheme, kind="volunteers", file_name="list.csv", data=LIST, by=world.coordinator
    )
