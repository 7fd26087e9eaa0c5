"""Who writes and who reads what is told back."""

from mentoring.tests.access_kit import page, portal


def pair(world):
    return {"you_said_id": world.you_said.pk}


ACCESS = {
    "matching:you_said_list": page("coordinator manager lead"),
    "matching:you_said_add": page("coordinator"),
    "matching:you_said_edit": page("coordinator", kwargs=pair),
    "matching:you_said_publish": page("coordinator", kwargs=pair, method="post"),
    "matching:you_said_mine": portal(open_to_all=True),
}
