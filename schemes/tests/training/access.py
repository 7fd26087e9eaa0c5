"""Who may open the pages of training."""

from mentoring.tests.access_kit import page, portal


def of(name, key):
    """kwargs that name one record of the world."""
    return lambda world: {key: getattr(world, name).pk}


COURSE = of("course", "course_id")
MODULE = of("training_module", "module_id")
SESSION = of("training_session", "session_id")
REVIEW = of("open_review", "review_id")
REVIEWEE = of("reviewee", "volunteer_id")
CERTIFICATE = of("certificate", "certificate_id")
STAFF = "coordinator lead supervisor trainer"

ACCESS = {
    "schemes:course_list": page(STAFF),
    "schemes:training_download": page(STAFF),
    "schemes:course_add": page("coordinator trainer"),
    "schemes:course_start": page("coordinator trainer", method="post"),
    "schemes:course_edit": page("coordinator trainer", kwargs=COURSE),
    "schemes:course_retire": page("coordinator trainer", kwargs=COURSE, method="post"),
    "schemes:module_add": page("coordinator trainer", kwargs=COURSE),
    "schemes:module_edit": page("coordinator trainer", kwargs=MODULE),
    "schemes:module_move": page("coordinator trainer", kwargs=MODULE, method="post"),
    "schemes:module_retire": page("coordinator trainer", kwargs=MODULE, method="post"),
    "schemes:study_write": page("coordinator trainer", kwargs=MODULE),
    "schemes:training_expiring": page(STAFF),
    "schemes:training_need_add": page("coordinator supervisor trainer", kwargs=REVIEWEE),
    "schemes:training_need_close": page(
        "coordinator supervisor trainer", kwargs=of("training_need", "need_id"), method="post"
    ),
    "schemes:training_standard_edit": page("coordinator"),
    "schemes:training_show": page(STAFF, kwargs=REVIEWEE),
    "schemes:equivalence_add": page("coordinator", kwargs=REVIEWEE, method="post"),
    "schemes:equivalence_withdraw": page("coordinator", kwargs=of("equivalence", "equivalence_id"), method="post"),
    "schemes:certificate_issue": page(
        "coordinator",
        kwargs=lambda world: {"volunteer_id": world.reviewee.pk, "course_id": world.course.pk},
        method="post",
    ),
    "schemes:certificate_print": page("coordinator lead", kwargs=CERTIFICATE),
    "schemes:my_study": portal("mentor peer uncleared", kwargs=of("study_module", "module_id")),
    "schemes:my_certificate_issue": portal("mentor peer uncleared", kwargs=COURSE, method="post"),
    "schemes:my_certificate_print": portal("mentor", kwargs=CERTIFICATE),
    "schemes:training_session_add": page("coordinator trainer"),
    "schemes:training_session_show": page(STAFF, kwargs=SESSION),
    "schemes:training_session_edit": page("coordinator trainer", kwargs=SESSION),
    "schemes:training_session_calendar": page(STAFF, kwargs=SESSION),
    "schemes:attendance_mark": page("coordinator trainer", kwargs=SESSION, method="post"),
    "schemes:attendance_walk_in": page("coordinator trainer", kwargs=SESSION, method="post"),
    "schemes:attendance_book": page("coordinator trainer", kwargs=SESSION, method="post"),
    "schemes:attendance_cancel": page("coordinator", kwargs=of("own_place", "place_id"), method="post"),
    "schemes:suitability_review_write": page(STAFF, kwargs=REVIEWEE),
    "schemes:suitability_review_confirm": page(STAFF, kwargs=REVIEW, method="post"),
    "schemes:suitability_review_withdraw": page(STAFF, kwargs=REVIEW, method="post"),
    "schemes:group_session_list": page("coordinator lead supervisor"),
    "schemes:group_session_add": page("coordinator supervisor"),
    "schemes:group_session_mark": page("coordinator supervisor", kwargs=of("group_session", "session_id")),
    "schemes:my_group": portal(open_to_all=True),
    "schemes:my_training": portal(open_to_all=True),
    "schemes:my_attendance_book": portal("peer uncleared", kwargs=of("session_to_book", "session_id"), method="post"),
    "schemes:my_attendance_cancel": portal("mentor", kwargs=of("own_place", "place_id"), method="post"),
    "schemes:my_training_calendar": portal("mentor", kwargs=of("own_place", "place_id")),
}
