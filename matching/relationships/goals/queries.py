"""Reading goals: the young person's own, and ideas of others that wait for their yes (S13, P5)."""

from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matching.relationships.goals.attainment import attainment
from mentoring.web.charts import Chart, scale, trend
from mentoring.web.wording import month

#: So many answers fit a line on a phone.
DRAWN = 7
ENDS = (_("Not started"), _("Done it"))


def goals_with_ratings(match) -> list:
    """Goals and ideas, the newest last; each carries `rated`, its ratings in time order, `latest`, `who` and how many
    of its `steps` are `done`."""
    goals = match.goals.select_related("chosen_by", "match__young_person", "levels")
    return [with_ratings(goal) for goal in goals.prefetch_related("ratings", "steps", "levels_said")]


def with_ratings(goal):
    goal.rated = [rating.value for rating in goal.ratings.all()]
    steps = goal.steps.all()
    goal.steps_number, goal.steps_done = len(steps), sum(step.done_at is not None for step in steps)
    goal.level_now = level_now(goal)
    goal.latest = goal.rated[-1] if goal.rated else None
    goal.who = who_chose(goal)
    return goal


def level_now(goal) -> int | None:
    """Which of the five levels was said last, since their words were written; None: nothing said on these words."""
    if not has_levels(goal):
        return None
    said = [one.level for one in goal.levels_said.all() if one.created_at >= goal.levels.written_at]
    return said[-1] if said else None


def goals_chosen(goals) -> list:
    """Those that are goals; parked ones last."""
    return sorted((goal for goal in goals if not goal.is_idea), key=lambda goal: goal.progress == "parked")


def goals_offered(goals) -> list:
    """Ideas that wait for the young person's yes or no."""
    return [goal for goal in goals if goal.is_idea and goal.progress == "open"]


def who_chose(goal) -> str:
    """Who chose it, in a few words (P5)."""
    mentee = goal.match.young_person
    name = goal.chosen_by.first_name
    if goal.is_idea:
        return (
            gettext("The referrer’s wish")
            if goal.idea_from == "referrer"
            else gettext("%(name)s’s idea") % {"name": name}
        )
    if goal.chosen_by_id != mentee.user_id:
        return gettext("%(name)s wrote it down for %(mentee)s") % {"name": name, "mentee": mentee.first_name}
    return (gettext("%(name)s took up an idea") if goal.idea_from else gettext("%(name)s chose this")) % {"name": name}


def goal_chart(goal, name: str) -> Chart | None:
    """Where it stands from 0 to 10, as a line once there is more than one answer; None before the first. `name` is who
    stands there; none for the young person's own eyes."""
    if goal.latest is None:
        return None
    if len(goal.rated) == 1:
        return scale(_stands(name) % {"name": name, "now": goal.latest}, goal.latest, ends=ENDS)
    said = [(_day_on_axis(localtime(rating.created_at)), rating.value) for rating in goal.ratings.all()]
    title = _stands_and_began(name) % {"name": name, "now": goal.latest, "first": goal.rated[0]}
    return trend(title, said[-DRAWN:], headings=(gettext("When"), gettext("0 to 10")), most=10)


def _stands(name: str) -> str:
    return gettext("%(name)s is at %(now)s out of 10") if name else gettext("You are at %(now)s out of 10")


def _stands_and_began(name: str) -> str:
    if name:
        return gettext("%(name)s is at %(now)s out of 10, and it began at %(first)s")
    return gettext("You are at %(now)s out of 10, and it began at %(first)s")


def _day_on_axis(moment) -> str:
    """Short enough for seven under a line on a phone."""
    return f"{moment.day} {month(moment)[:3]}"


def attainment_of(goals) -> tuple[float, int] | None:
    """(T-score, of how many goals): those with five levels and an answer (goal attainment scaling); None: none has."""
    said = [(goal.levels.weight, goal.level_now) for goal in goals if goal.level_now is not None]
    return (attainment(said), len(said)) if said else None


def has_levels(goal) -> bool:
    return hasattr(goal, "levels")


def levels_of(goal) -> list[tuple[int, str]]:
    """(level, words), the best first; empty where the two have not written them."""
    return list(zip((2, 1, 0, -1, -2), reversed(goal.levels.words), strict=True)) if has_levels(goal) else []


def referrer_wishes(match) -> list:
    """What referrers hope for, as they wrote it: for co-ordinators; it becomes nobody's goal by itself (P5)."""
    return [row for row in match.young_person.referrals.all() if row.referrer_words]
