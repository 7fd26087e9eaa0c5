"""What two people tell the scheme and not each other, and how each can be reached."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from matching.cover.actions import cover_session_log
from matching.cover.models import Pause
from matching.cover.news.models import MentorNews
from matching.expenses.actions import expense_claim
from matching.relationships.actions import session_log
from matching.relationships.asks.actions import ask_make
from matching.relationships.goals.actions import goal_add
from matching.relationships.messages.actions import message_send
from matching.relationships.models import Goal
from matching.relationships.pulses.actions import pulse_add_words
from matching.relationships.reviews.actions import review_say
from matching.supervision.agenda.actions import supervision_point_add
from matching.supervision.following.actions import Todo, supervision_action_add
from matching.supervision.notes.actions import supervision_amend, supervision_comment
from matching.supervision.support_plans.actions import WORDS, support_plan_write
from mentoring.tests.canary_kit import canary, hidden_from
from schemes.people.actions import volunteer_edit, young_person_edit

#: Nobody of these reads how the other half of a pair can be reached, where it was not agreed.
OUTSIDE = "uncleared peer referrer educator advisor trainer outsider site_admin anonymous"


def plant_pauses(world) -> None:
    """Why somebody is away and what changes for them; what two did and aim for before somebody stood in, and what that
    one wrote of it."""
    Pause.objects.filter(pk=world.pause.pk).update(why="Quartzhawk an operation")
    MentorNews.objects.filter(pk=world.news.pk).update(words="Quartzmerlin new shifts")
    now = timezone.now()
    held = {"outcome": "held", "minutes": 60, "channel": "in-person", "by": world.coordinator}
    session_log(
        match=world.paused_match, planned_at=now - timedelta(days=9), shared_note="Quartzsiskin",
        mentor_note="Quartzsiskin", **held,
    )  # fmt: skip
    goal = goal_add(match=world.paused_match, words="Quartzpintail", by=world.coordinator)
    Goal.objects.filter(pk=goal.pk).update(taken_up_at=now)
    noon = now.replace(hour=0, minute=0, second=1)
    cover_session_log(
        cover=world.cover, planned_at=noon, shared_note="Quartzharrier", mentor_note="Quartzdunlin",
        **held | {"by": world.peer},
    )  # fmt: skip


def plant(world) -> list:
    pulse_add_words(match=world.match, words="Quartzowl we never find a time", by=world.mentee)
    review_say(review=world.review, view="Quartzlark she listens", by=world.mentee)
    review_say(review=world.review, view="Quartzcrow he opens up", by=world.mentor)
    message_send(match=world.match, words="Quartzswift shall we cook", by=world.mentor)
    world.ask = ask_make(
        match=world.match, kind="another", words="Quartzrook somebody else", mentor_may_know=True, by=world.mentee
    )
    spent = {"kind": "transport", "amount": Decimal("4.60"), "spent_on": timezone.localdate()}
    world.claim = expense_claim(
        volunteer=world.volunteer, **spent, what_for="Quartzheron to the clinic and back", by=world.mentor
    )
    plant_pauses(world)
    volunteer_edit(volunteer=world.volunteer, changes={"phone": "07700 900471"}, by=world.coordinator)
    young_person_edit(young_person=world.young_person, changes={"phone": "07700 900472"}, by=world.coordinator)
    supervision_amend(
        supervision=world.supervision_held,
        notes={"shared_note": "Quartzplover keep to the times", "private_note": "Quartzeagle worn out"},
        because="Quartzcrane left out", by=world.supervisor,
    )  # fmt: skip
    supervision_comment(supervision=world.supervision_held, words="Quartzibis it helped", by=world.mentor)
    supervision_point_add(volunteer=world.volunteer, words="Quartzpuffin late texts", by=world.mentor)
    supervision_point_add(volunteer=world.volunteer, words="Quartztern who is at home", by=world.supervisor)
    todo = Todo("Quartzlinnet bring dates", timezone.localdate() + timedelta(days=5))
    supervision_action_add(supervision=world.supervision_held, todo=todo, by=world.supervisor)
    support_plan_write(
        volunteer=world.peer_volunteer, words=dict.fromkeys(WORDS, "Quartzrobin a walk"), ring_within=1,
        review_on=timezone.localdate() + timedelta(days=90), by=world.supervisor,
    )  # fmt: skip
    return [
        canary("Quartzrobin", "coordinator lead supervisor peer"),
        canary("Quartzplover", "coordinator lead supervisor mentor"),
        canary("Quartzeagle", "coordinator lead supervisor", shown_to="coordinator supervisor"),
        canary("Quartzcrane", "coordinator lead supervisor", shown_to=""),
        canary("Quartzibis", "coordinator lead supervisor mentor"),
        canary("Quartzpuffin", "coordinator supervisor mentor"),
        canary("Quartztern", "coordinator supervisor"),
        canary("Quartzlinnet", "coordinator lead supervisor mentor"),
        canary("Quartzowl", "coordinator mentee"),
        canary("Quartzlark", "coordinator lead mentee", shown_to="coordinator mentee"),
        canary("Quartzcrow", "coordinator lead mentor", shown_to="coordinator mentor"),
        canary("Quartzrook", "coordinator mentee", shown_to="coordinator"),
        canary("Quartzheron", "coordinator mentor"),
        canary("Quartzswift", "mentor mentee", shown_to="mentor"),
        canary("Quartzhawk", "coordinator", shown_to="coordinator"),
        canary("Quartzmerlin", "coordinator mentor", shown_to="coordinator"),
        canary("Quartzharrier", "coordinator lead supervisor mentor peer", shown_to="peer"),
        canary("Quartzdunlin", "coordinator lead supervisor", shown_to=""),
        canary("Quartzsiskin", "coordinator lead supervisor mentor", shown_to=""),
        canary("Quartzpintail", "coordinator lead supervisor mentor", shown_to="", sealed=False),
        hidden_from("07700 900471", f"mentee {OUTSIDE}", shown_to="coordinator"),
        hidden_from(world.mentor.email, f"mentee {OUTSIDE}", shown_to="coordinator"),
        hidden_from("07700 900472", f"mentor {OUTSIDE}", shown_to="coordinator"),
        hidden_from(world.mentee.email, f"mentor {OUTSIDE}", shown_to="coordinator"),
    ]
