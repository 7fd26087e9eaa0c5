from django.urls import path

from matching.supervision.agenda import views as agenda
from matching.supervision.following import views as following
from matching.supervision.notes import views as notes
from matching.supervision.rhythms.views import supervision_rhythm_set
from matching.supervision.support_plans import views as support_plans
from matching.supervision.views import groups, lists, mentors, mine, planning, records

HERE = "schemes/<slug:scheme>/supervision/"
ONE, GROUP = HERE + "<uuid:supervision_id>/", HERE + "groups/<uuid:group_id>/"
MENTOR = HERE + "mentors/<uuid:volunteer_id>/"
ACTION = HERE + "actions/<uuid:action_id>/"

urlpatterns = [
    path(HERE, lists.supervision_list, name="supervision_list"),
    path(HERE + "mentors/", mentors.supervision_mentors, name="supervision_mentors"),
    path(HERE + "rhythm/", supervision_rhythm_set, name="supervision_rhythm_set"),
    path(HERE + "plan/", planning.supervision_plan, name="supervision_plan"),
    path(HERE + "series/<uuid:volunteer_id>/", planning.supervision_series_plan, name="supervision_series_plan"),
    path(HERE + "groups/plan/", groups.supervision_group_plan, name="supervision_group_plan"),
    path(GROUP, groups.supervision_group_record, name="supervision_group_record"),
    path(GROUP + "invite/", groups.supervision_group_invite, name="supervision_group_invite"),
    path(GROUP + "move/", groups.supervision_group_move, name="supervision_group_move"),
    path(GROUP + "call-off/", groups.supervision_group_call_off, name="supervision_group_call_off"),
    path(ONE, records.supervision_record, name="supervision_record"),
    path(ONE + "move/", planning.supervision_move, name="supervision_move"),
    path(ONE + "call-off/", planning.supervision_call_off, name="supervision_call_off"),
    path(ONE + "agenda/add/", agenda.supervision_point_add, name="supervision_point_add"),
    path(ONE + "actions/add/", following.supervision_action_add, name="supervision_action_add"),
    path(ONE + "amend/", notes.supervision_amend, name="supervision_amend"),
    path(ONE + "print/", notes.supervision_print, name="supervision_print"),
    path(ACTION + "done/", following.supervision_action_done, name="supervision_action_done"),
    path(ACTION + "drop/", following.supervision_action_drop, name="supervision_action_drop"),
    path(MENTOR + "support-plan/", support_plans.support_plan_show, name="support_plan_show"),
    path(MENTOR + "support-plan/write/", support_plans.support_plan_write, name="support_plan_write"),
    path("me/support-plan/", support_plans.my_support_plan, name="my_support_plan"),
    path(
        "me/support-plan/<uuid:plan_id>/agree/", support_plans.my_support_plan_agree, name="my_support_plan_agree"
    ),
    path("me/supervision/", mine.my_supervision, name="my_supervision"),
    path("me/supervision/<uuid:supervision_id>/answer/", mine.my_supervision_answer, name="my_supervision_answer"),
    path("me/supervision/<uuid:supervision_id>/comment/", notes.my_supervision_comment, name="my_supervision_comment"),
    path(
        "me/supervision/agenda/<uuid:volunteer_id>/add/", agenda.my_supervision_point_add,
        name="my_supervision_point_add",
    ),
    path("me/supervision/agenda/<uuid:point_id>/drop/", agenda.supervision_point_drop, name="supervision_point_drop"),
    path(
        "me/supervision/actions/<uuid:action_id>/done/", following.my_supervision_action_done,
        name="my_supervision_action_done",
    ),
]  # fmt: skip
