"""Who reaches the agreement, goals and reviews of a pair: the two their own, staff as they may read the match."""

from mentoring.tests.access_kit import page, portal

BOTH, WIDE = "mentor mentee", "coordinator lead supervisor"


def match(world):
    return {"match_id": world.match.pk}


def goal(world):
    return {"goal_id": world.goal.pk}


def step(world):
    return {"step_id": world.goal_step.pk}


def idea(world):
    return {"goal_id": world.goal_idea.pk}


def review(world):
    return {"review_id": world.review.pk}


def pulse(world):
    return {"pulse_id": world.pulse.pk}


def ask(world):
    return {"ask_id": world.ask.pk}


ACCESS = {
    "matching:ask_make": portal("mentee", kwargs=match),
    "matching:ask_take_back": portal("mentee", kwargs=ask, method="post"),
    "matching:ask_read": portal("mentee", kwargs=ask, method="post"),
    "matching:ask_answer": page("coordinator", kwargs=ask),
    "matching:pulse_say": portal("mentee", kwargs=match, data=lambda w: {"question": "going", "value": "3"}),
    "matching:pulse_words": portal("mentee", kwargs=match),
    "matching:pulse_asking": portal("mentee", kwargs=match, method="post", data=lambda world: {"wish": "skip"}),
    "matching:pulse_follow_up": page("coordinator", kwargs=pulse, method="post"),
    "matching:agreement_show": page(WIDE, kwargs=match),
    "matching:agreement_draft": page("coordinator", kwargs=match),
    "matching:agreement_sign": page("coordinator", kwargs=match, method="post"),
    "matching:agreement_mine": portal(BOTH, kwargs=match),
    "matching:agreement_sign_mine": portal(BOTH, kwargs=match, method="post"),
    "matching:agreement_ask_change": portal(BOTH, kwargs=match),
    "matching:agreement_draft_mine": portal("mentor", kwargs=match),
    "matching:goal_add": page("coordinator", kwargs=match),
    "matching:goal_list_mine": portal(BOTH, kwargs=match),
    "matching:goal_add_mine": portal(BOTH, kwargs=match),
    "matching:goal_show_mine": portal(BOTH, kwargs=goal, sends="mentee"),
    "matching:goal_take_up": portal("mentee", kwargs=idea, method="post"),
    "matching:goal_turn_down": portal("mentee", kwargs=idea, method="post"),
    "matching:goal_move": portal(BOTH, kwargs=goal, method="post", data=lambda world: {"progress": "parked"}),
    "matching:goal_look_again": portal(BOTH, kwargs=goal, method="post", data=lambda world: {"review_on": "tomorrow"}),
    "matching:goal_step_add": portal(BOTH, kwargs=goal, method="post", data=lambda world: {"words": "Buy a pot"}),
    "matching:goal_step_change": portal(BOTH, kwargs=step, method="post", data=lambda world: {"do": "tick"}),
    "matching:goal_levels_write": portal(BOTH, kwargs=goal),
    "matching:goal_level_say": portal("mentee", kwargs=goal, method="post", data=lambda world: {"level": "1"}),
    "matching:review_hold": page("coordinator", kwargs=review),
    "matching:review_begin": page("coordinator", kwargs=review, method="post"),
    "matching:review_say": portal(BOTH, kwargs=match),
}
