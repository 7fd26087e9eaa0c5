from django.urls import path

from safeguarding.risk import views

SCHEME = "schemes/<slug:scheme>/risk/"

urlpatterns = [
    path(SCHEME, views.risk_list, name="risk_list"),
    path(SCHEME + "<uuid:risk_id>/", views.risk_show, name="risk_show"),
    path(SCHEME + "<uuid:risk_id>/approve/", views.risk_approve, name="risk_approve"),
    path(SCHEME + "<uuid:risk_id>/send-back/", views.risk_send_back, name="risk_send_back"),
]
