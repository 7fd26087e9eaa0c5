"""Who reaches endings: co-ordinators record them; the two write their own words."""

from mentoring.tests.access_kit import page, portal


def of(name):
    return lambda world: {"match_id": getattr(world, name).pk}


ACCESS = {
    "matching:match_ending_begin": page("coordinator", kwargs=of("match")),
    "matching:ending_edit": page("coordinator", kwargs=of("ending_match")),
    "matching:match_end": page("coordinator", kwargs=of("ending_match"), method="post"),
    "matching:ending_letter": page("coordinator", kwargs=of("ended_match")),
    "matching:ending_letter_confirm": page("coordinator", kwargs=of("ended_match"), method="post"),
    "matching:ending_review_sign": page("coordinator", kwargs=of("ended_match")),
    "matching:conflict_decide": page("coordinator", kwargs=of("match")),
    "matching:rematch_answer": portal("mentee"),
    "matching:scheme_close": page("coordinator", method="post"),
    "matching:ending_reflect": portal("peer", kwargs=of("ending_match")),
}
