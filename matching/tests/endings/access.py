"""Who reaches endings: co-ordinators record them; the two write their own words."""

from mentoring.tests.access_kit import page, portal


def of(name):
    return lambda world: {"match_id": getattr(world, name).pk}


def volunteer(world):
    return {"volunteer_id": world.volunteer.pk}


def letter(world):
    return {"ending_id": world.over_match.ending.pk}


ACCESS = {
    "matching:match_ending_begin": page("coordinator", kwargs=of("match")),
    "matching:ending_plan_edit": page("coordinator", kwargs=of("match")),
    "matching:ending_plan_mine": portal("mentor mentee", kwargs=of("match")),
    "matching:ending_edit": page("coordinator", kwargs=of("ending_match")),
    "matching:match_end": page("coordinator", kwargs=of("ending_match"), method="post"),
    "matching:follow_up_record": page("coordinator", kwargs=of("ended_match")),
    "matching:match_reopen": page("coordinator", kwargs=of("ended_match")),
    "matching:mentor_reference_write": page("coordinator", kwargs=volunteer),
    "matching:mentor_certificate": page("coordinator", kwargs=volunteer),
    "matching:my_hours": portal("mentor", kwargs=lambda world: {"volunteer_id": world.volunteer.pk}),
    "matching:my_mentor_certificate": portal("mentor", kwargs=volunteer),
    "matching:my_mentor_reference": portal("mentor", kwargs=volunteer),
    "matching:ending_letter_write": page("coordinator", kwargs=of("ending_match")),
    "matching:ending_letter": page("coordinator", kwargs=of("ended_match")),
    "matching:letter_mine": portal("mentee", kwargs=letter),
    "matching:letter_mine_print": portal("mentee", kwargs=letter),
    "matching:ending_letter_confirm": page("coordinator", kwargs=of("ended_match"), method="post"),
    "matching:ending_review_sign": page("coordinator", kwargs=of("ended_match")),
    "matching:conflict_decide": page("coordinator", kwargs=of("match")),
    "matching:rematch_answer": portal("mentee"),
    "matching:scheme_close": page("coordinator", method="post"),
    "matching:ending_say": portal("peer", kwargs=of("ending_match")),
}
