"""The plan of the demo's scheme: two and a half years old, mostly done, honest about what is missing."""

from datetime import timedelta
from decimal import Decimal

from schemes.planning import actions, models


def plan_load(stage, scheme) -> None:
    """Fill steps 1 to 8 by the plan's own actions."""
    by = stage.users["coordinator"]

    def add(model, days_ago: int, **fields):
        with stage.on(stage.day(days_ago)):
            return actions.plan_item_save(item=model(scheme=scheme, **fields), by=by)

    _need(stage, scheme, by, add)
    _aims_and_money(stage, add)
    _actions(stage, add)
    _group_and_post(stage, add)
    _manual_and_leaflets(stage, add)
    _sign_off(stage, scheme)


def _need(stage, scheme, by, add) -> None:
    need = scheme.needs.get()
    need.la_codes, need.year = ["E08000016", "E08000017", "E08000018", "E08000019"], 2025
    need.served_elsewhere = 40
    need.support_now = "Leaving-care teams in each council; one drop-in in Sheffield; no volunteer mentors."
    need.enough_support, need.no_duplication = "Yes, with a co-ordinator in post.", "No other scheme in these councils."
    need.adds_choice, need.decision, need.decided_on = "Somebody who is not paid to be there.", "go", stage.day(890)
    actions.need_save(need=need, by=by)
    add(
        models.Consultation, 895, with_whom="young-people", who="Nine care leavers at the Sheffield drop-in",
        held_on=stage.day(895), said="We want somebody who stays. Not another worker.",
        changed="Matches are open-ended, and young people see profiles before a mentor sees theirs.",
    )  # fmt: skip
    add(
        models.Consultation, 892, with_whom="agencies", who="Leaving-care managers of the four councils",
        held_on=stage.day(892), said="Referrals must not add paperwork.", changed="The referral form is one page.",
    )  # fmt: skip


def _aims_and_money(stage, add) -> None:
    objective = {"due_on": stage.day(-120), "baseline": 0}
    add(
        models.Objective, 880, kind="process", words="Train and approve 20 mentors", measure="Mentors approved",
        counted_as="mentors-approved", target=20, **objective,
    )  # fmt: skip
    add(
        models.Objective, 880, kind="process", words="Hold nine supervisions in ten", measure="Supervisions held, %",
        counted_as="supervision-kept", target=90, **objective,
    )  # fmt: skip
    add(
        models.Objective, 880, kind="outcome", words="Relationships last", measure="Matches that reached six months",
        counted_as="matches-six-months", target=15, **objective,
    )  # fmt: skip
    for kind, words in (
        ("leaving-care", "Two practitioners from the leaving-care team advise the scheme"),
        ("volunteers", "The host charity has run volunteers for eleven years"),
        ("model", "The seventeen-step volunteer scheme"),
        ("finance", "Three-year grant, renewed once"),
    ):
        add(models.Resource, 880, kind=kind, words=words)
    for stage_name, kind, heading, planned, actual in (
        ("planning", "staff", "Set-up", 9000, 9000),
        ("recruitment", "running", "Advertising, checks and training", 12400, 10150),
        ("matching", "staff", "Co-ordinator", 68000, 51200),
        ("matching", "running", "Travel and activities", 9600, 6480),
    ):
        add(
            models.BudgetLine, 870, stage=stage_name, kind=kind, heading=heading, planned=Decimal(planned),
            actual=Decimal(actual),
        )  # fmt: skip


def _actions(stage, add) -> None:
    plans = [
        ("Agree referral route with the four councils", 860, 830, "done"),
        ("Advertise for volunteers at colleges", 850, 800, "done"),
        ("First training course", 800, 740, "done"),
        ("First matches", 740, 650, "done"),
        ("Second training course", 420, 360, "done"),
        ("Peer group begins", 300, 240, "done"),
        ("Ask young people what should change", 60, -10, "doing"),
        ("Find money for the evaluation", 90, 9, "to-do"),
        ("Third training course", -20, -90, "to-do"),
    ]
    for words, start, due, progress in plans:
        add(
            models.Action, 870, words=words, owner=stage.users["coordinator"], starts_on=stage.day(start),
            due_on=stage.day(due), progress=progress,
        )  # fmt: skip


def _group_and_post(stage, add) -> None:
    people = [
        ("Avi Chen", "College", False),
        ("Bea Marsh", "", True),
        ("Cal Rahman", "", True),
        ("Di Holt", "Council", False),
    ]
    for name, organisation, young in people:
        add(
            models.GroupMember, 860, name=name, organisation=organisation, is_young_person=young,
            joined_on=stage.day(860),
        )  # fmt: skip
    for days in (840, 660, 480, 300, 120):
        add(
            models.GroupMeeting, days, held_on=stage.day(days), papers="Numbers since the last meeting.",
            minutes="The group looked at the numbers and asked for the waiting time to be shown.", published=True,
        )  # fmt: skip
    add(
        models.Appointment, 880, co_ordinator=stage.users["coordinator"], line_manager="Morgan Hale",
        specification="Knows leaving care, has run volunteers, is believed by young people.", application_checked=True,
        references_checked=True, interviewed=True, checks_clear=True, appointed_on=stage.day(880),
        induction_done_on=stage.day(850),
    )  # fmt: skip


def _manual_and_leaflets(stage, add) -> None:
    for title, review in (
        ("Keeping people safe", -200), ("Confidentiality", -90), ("Lone working", 12), ("Expenses", -300),
    ):  # fmt: skip
        add(
            models.Policy, 840, title=title, body=f"{title}: what we do, who decides, and whom to ask.",
            owner=stage.users["coordinator"], legal_check_by="Host charity’s solicitor", legal_check_on=stage.day(845),
            practice_check_by="Advisory group", practice_check_on=stage.day(842),
            standard="Prince’s Trust minimum standards for mentoring care leavers", review_on=stage.day(review),
        )  # fmt: skip
    for audience, title, body in (
        ("young-people", "Would you like a mentor?", "A mentor is somebody who is there for you. They are not paid. "
         "You choose who it is. You can stop at any time."),
        ("referrers", "Referring a young person", "Ask them first. Write down their words. We will tell "
         "you how far it has got, and nothing they tell us."),
        ("volunteers", "Could you be a mentor?", "We ask for an hour or two a week and for you to stay. We train you, "
         "check you, and are there for you."),
    ):  # fmt: skip
        add(models.Leaflet, 830, audience=audience, title=title, body=body, is_published=True)


def _sign_off(stage, scheme) -> None:
    for step in scheme.steps.filter(number__in=(1, 2, 4, 5, 6, 8)):
        step.owner, step.due_on = stage.users["coordinator"], stage.today - timedelta(days=800)
        actions.step_edit(step=step, by=stage.users["coordinator"])
        with stage.on(stage.day(790)):
            actions.step_sign_off(step=step, missing=[], why="", by=stage.users["manager"])
