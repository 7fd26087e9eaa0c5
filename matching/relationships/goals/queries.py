"""Reading goals: the young person's own, and ideas of others that wait for their yes (S13, P5)."""

from mentoring.web.charts import Chart, scale

ENDS = ("Not started", "Done it")


def goals_with_ratings(match) -> list:
    """Goals and ideas, the newest last; each carries `rated`, its ratings in time order, `latest` and `who`."""
    goals = list(match.goals.select_related("chosen_by", "match__young_person").prefetch_related("ratings"))
    return [with_ratings(goal) for goal in goals]


def with_ratings(goal):
    goal.rated = [rating.value for rating in goal.ratings.all()]
    goal.latest = goal.rated[-1] if goal.rated else None
    goal.who = who_chose(goal)
    return goal


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
        return "The referrer’s wish" if goal.idea_from == "referrer" else f"{name}’s idea"
    if goal.chosen_by_id != mentee.user_id:
        return f"{name} wrote it down for {mentee.first_name}"
    return f"{name} took up an idea" if goal.idea_from else f"{name} chose this"


def goal_chart(goal, name: str) -> Chart | None:
    """Where it stands from 0 to 10, and where it stood the time before; None before the first answer. `name` is who
    stands there: "You are" for the young person, "Jay is" for others."""
    if goal.latest is None:
        return None
    before = goal.rated[-2] if len(goal.rated) > 1 else None
    return scale(f"{name} at {goal.latest} out of 10", goal.latest, before=before, ends=ENDS)


def referrer_wishes(match) -> list:
    """What referrers hope for, as they wrote it: for co-ordinators; it becomes nobody's goal by itself (P5)."""
    return [row for row in match.young_person.referrals.all() if row.referrer_words]
