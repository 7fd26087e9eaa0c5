"""The schemes' share of the demo: two schemes, who works in them, and the people of the first."""

from schemes.people.actions import membership_grant
from schemes.people.demo_people import people_load
from schemes.people.mailings.demo_mailings import mailings_load
from schemes.people.merging.demo_twice import twice_load
from schemes.planning.actions import scheme_move, scheme_start
from schemes.planning.demo_plan import plan_load
from schemes.recruitment.demo_recruiting import recruiting_load
from schemes.young_people.diary.demo import diary_load

ROLES = {
    "coordinator": "coordinator",
    "manager": "manager",
    "lead": "lead",
    "supervisor": "supervisor",
    "trainer": "trainer",
    "mentor": "mentor",
    "peer": "mentor",
    "mentee": "mentee",
    "referrer": "referrer",
    "educator": "educator",
    "advisor": "advisor",
}


def demo_load(stage) -> None:
    """Begin the schemes two and a half years ago and fill the first."""
    users = stage.users
    with stage.on(stage.day(900)):
        scheme = scheme_start(
            name="South Yorkshire mentoring",
            slug="south-yorkshire",
            by=users["manager"],
            is_made_up=True,
            aim="Every young person who leaves care has somebody on their side for as long as they want.",
            contact_email="hello@mentoring.example",
            contact_phone="0114 496 0000",
            second_tier="a weekly drop-in, and a peer group that meets on the first Monday of the month.",
        )
        for name, role in ROLES.items():
            membership_grant(scheme=scheme, user=users[name], role=role, by=users["manager"])
        other = scheme_start(name="Leeds mentoring", slug="leeds", by=users["outsider"], is_made_up=True)
        membership_grant(scheme=other, user=users["outsider"], role="coordinator", by=users["outsider"])
    stage.schemes.update({"south-yorkshire": scheme, "leeds": other})
    for days, state in ((870, "recruiting"), (780, "running")):
        with stage.on(stage.day(days)):
            scheme_move(scheme=scheme, to=state, by=users["manager"])
    plan_load(stage, scheme)
    people_load(stage, scheme)
    recruiting_load(stage, scheme)
    twice_load(stage, scheme)
    mailings_load(stage, scheme)
    diary_load(stage)
