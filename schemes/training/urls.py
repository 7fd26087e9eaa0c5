from django.urls import path

from schemes.training.views import courses, groups, mine, needs, records, sessions, study, suitability

TRAINING = "schemes/<slug:scheme>/training/"
COURSE = TRAINING + "courses/<uuid:course_id>/"
MODULE = TRAINING + "modules/<uuid:module_id>/"
SESSION = TRAINING + "sessions/<uuid:session_id>/"
REVIEW = "schemes/<slug:scheme>/suitability/<uuid:review_id>/"
VOLUNTEER = "schemes/<slug:scheme>/people/volunteers/<uuid:volunteer_id>/"
GROUP = TRAINING + "group/"
MINE = "me/training/"

urlpatterns = [
    path(TRAINING, courses.course_list, name="course_list"),
    path(TRAINING + "courses/add/", courses.course_add, name="course_add"),
    path(TRAINING + "courses/start/", courses.course_start, name="course_start"),
    path(COURSE, courses.course_edit, name="course_edit"),
    path(COURSE + "retire/", courses.course_retire, name="course_retire"),
    path(COURSE + "modules/", courses.module_add, name="module_add"),
    path(MODULE, courses.module_edit, name="module_edit"),
    path(MODULE + "move/", courses.module_move, name="module_move"),
    path(MODULE + "retire/", courses.module_retire, name="module_retire"),
    path(MODULE + "study/", study.study_write, name="study_write"),
    path(TRAINING + "expiring/", records.training_expiring, name="training_expiring"),
    path(TRAINING + "standard/", records.training_standard_edit, name="training_standard_edit"),
    path(VOLUNTEER + "training/", records.training_show, name="training_show"),
    path(VOLUNTEER + "training/earlier/", records.equivalence_add, name="equivalence_add"),
    path(
        TRAINING + "earlier/<uuid:equivalence_id>/withdraw/", records.equivalence_withdraw, name="equivalence_withdraw"
    ),
    path(VOLUNTEER + "training/<uuid:course_id>/certificate/", records.certificate_issue, name="certificate_issue"),
    path(TRAINING + "certificates/<uuid:certificate_id>.pdf", records.certificate_print, name="certificate_print"),
    path(TRAINING + "sessions/add/", sessions.training_session_add, name="training_session_add"),
    path(SESSION, sessions.training_session_show, name="training_session_show"),
    path(SESSION + "edit/", sessions.training_session_edit, name="training_session_edit"),
    path(SESSION + "training.ics", sessions.training_session_calendar, name="training_session_calendar"),
    path(SESSION + "register/", sessions.attendance_mark, name="attendance_mark"),
    path(SESSION + "walk-in/", sessions.attendance_walk_in, name="attendance_walk_in"),
    path(SESSION + "book/", sessions.attendance_book, name="attendance_book"),
    path(TRAINING + "places/<uuid:place_id>/cancel/", sessions.attendance_cancel, name="attendance_cancel"),
    path(VOLUNTEER + "training/needs/add/", needs.training_need_add, name="training_need_add"),
    path(TRAINING + "needs/<uuid:need_id>/close/", needs.training_need_close, name="training_need_close"),
    path(VOLUNTEER + "suitability/", suitability.suitability_review_write, name="suitability_review_write"),
    path(REVIEW + "confirm/", suitability.suitability_review_confirm, name="suitability_review_confirm"),
    path(REVIEW + "withdraw/", suitability.suitability_review_withdraw, name="suitability_review_withdraw"),
    path(GROUP, groups.group_session_list, name="group_session_list"),
    path(GROUP + "add/", groups.group_session_add, name="group_session_add"),
    path(GROUP + "<uuid:session_id>/", groups.group_session_mark, name="group_session_mark"),
    path("me/group/", groups.my_group, name="my_group"),
    path(MINE, mine.my_training, name="my_training"),
    path(MINE + "study/<uuid:module_id>/", study.my_study, name="my_study"),
    path(MINE + "<uuid:course_id>/certificate/", study.my_certificate_issue, name="my_certificate_issue"),
    path(MINE + "certificates/<uuid:certificate_id>.pdf", study.my_certificate_print, name="my_certificate_print"),
    path(MINE + "book/<uuid:session_id>/", mine.my_attendance_book, name="my_attendance_book"),
    path(MINE + "<uuid:place_id>/cancel/", mine.my_attendance_cancel, name="my_attendance_cancel"),
    path(MINE + "<uuid:place_id>/training.ics", mine.my_training_calendar, name="my_training_calendar"),
]
