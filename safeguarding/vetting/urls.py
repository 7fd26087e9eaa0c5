from django.urls import path

from safeguarding.vetting import views

ONE = "schemes/<slug:scheme>/people/volunteers/<uuid:volunteer_id>/"

urlpatterns = [
    path("schemes/<slug:scheme>/checks/", views.check_list, name="check_list"),
    path(ONE + "checks/", views.check_show, name="check_show"),
    path(ONE + "checks/ask/", views.check_request, name="check_request"),
    path(ONE + "checks/<uuid:check_id>/received/", views.check_receive, name="check_receive"),
    path(ONE + "checks/<uuid:check_id>/decide/", views.check_decide, name="check_decide"),
    path(ONE + "decisions/add/", views.risk_decision_record, name="risk_decision_record"),
    path(ONE + "decisions/<uuid:decision_id>/", views.risk_decision_show, name="risk_decision_show"),
    path(ONE + "decisions/<uuid:decision_id>/share/", views.risk_decision_share, name="risk_decision_share"),
]
