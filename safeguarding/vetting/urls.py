from django.urls import path

from safeguarding.vetting import views
from safeguarding.vetting.exempting import views as exempting
from safeguarding.vetting.needing import views as needing
from safeguarding.vetting.references.views import giving
from safeguarding.vetting.references.views import staff as references
from safeguarding.vetting.updates import views as updates

ONE = "schemes/<slug:scheme>/people/volunteers/<uuid:volunteer_id>/"

CHECKS = "schemes/<slug:scheme>/checks/"
WAIT = ONE + "checks/wait/<uuid:exemption_id>/"
CHECK = ONE + "checks/<uuid:check_id>/"

urlpatterns = [
    path(CHECKS, views.check_list, name="check_list"),
    path(ONE + "checks/", views.check_show, name="check_show"),
    path(ONE + "checks/ask/", views.check_request, name="check_request"),
    path(ONE + "checks/<uuid:check_id>/received/", views.check_receive, name="check_receive"),
    path(ONE + "checks/<uuid:check_id>/decide/", views.check_decide, name="check_decide"),
    path(ONE + "checks/needed/", needing.vetting_need_decide, name="vetting_need_decide"),
    path(ONE + "checks/needed/<uuid:need_id>/agree/", needing.vetting_need_agree, name="vetting_need_agree"),
    path("reference/thank-you/", giving.reference_thanks, name="reference_thanks"),
    path("reference/<str:token>/", giving.reference_give, name="reference_give"),
    path(CHECKS + "questions/", references.reference_questions_edit, name="reference_questions_edit"),
    path(CHECK + "reference/", references.reference_show, name="reference_show"),
    path(CHECK + "reference/ask/", references.reference_ask, name="reference_ask"),
    path(CHECK + "reference/phone/", references.reference_take, name="reference_take"),
    path(CHECK + "reference/withdraw/", references.reference_withdraw, name="reference_withdraw"),
    path(CHECK + "status/", updates.status_check_record, name="status_check_record"),
    path(ONE + "checks/wait/", exempting.vetting_exemption_ask, name="vetting_exemption_ask"),
    path(WAIT + "agree/", exempting.vetting_exemption_agree, name="vetting_exemption_agree"),
    path(WAIT + "end/", exempting.vetting_exemption_end, name="vetting_exemption_end"),
    path(ONE + "decisions/add/", views.risk_decision_record, name="risk_decision_record"),
    path(ONE + "decisions/<uuid:decision_id>/", views.risk_decision_show, name="risk_decision_show"),
    path(ONE + "decisions/<uuid:decision_id>/share/", views.risk_decision_share, name="risk_decision_share"),
]
