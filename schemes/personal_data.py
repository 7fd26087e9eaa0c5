"""What this room holds on a person (see `mentoring.conventions`)."""

from mentoring.held.kinds import Chapter, Kind, Side, in_chapter
from schemes.people import held as people
from schemes.recruitment import held as recruitment
from schemes.training import held as training
from schemes.young_people import held as young_people

PLAN = (
    Kind(
        "schemes.Appointment",
        "Your appointment",
        user=Side(
            "co_ordinator",
            own=(
                "appointed_on induction_done_on left_on application_checked references_checked interviewed checks_clear"
            ),
            judged="line_manager",
        ),
        at="appointed_on",
        why="It names somebody else.",
    ),
    Kind("schemes.PolicyReading", "Parts of the manual you read", user=Side("reader", own="policy")),
)
KINDS = (
    *in_chapter(Chapter.YOU, (*people.KINDS, *young_people.KINDS)),
    *in_chapter(Chapter.JOINING, (*recruitment.KINDS, *training.KINDS)),
    *in_chapter(Chapter.KEPT, PLAN),
)
#: What names people and leads to no record: it is looked through by hand when somebody asks for everything.
ELSEWHERE = {
    "schemes.StepUpCode.code_hash": "a hash of a code that lasted a quarter of an hour, of which nothing can be read",
    **people.ELSEWHERE,
    **recruitment.ELSEWHERE,
    "schemes.Scheme": "the scheme’s own telephone and address",
    "schemes.Consultation": "names typed by hand of who was asked about the plan",
    "schemes.GroupMember": "names typed by hand of who sits in the advisory group",
    "schemes.Policy": "names typed by hand of who checked a part of the manual",
}
