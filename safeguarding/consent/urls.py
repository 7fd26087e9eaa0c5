from django.urls import path

from safeguarding.consent import views

ONE = "schemes/<slug:scheme>/people/young-people/<uuid:young_person_id>/consent/"

urlpatterns = [
    path("me/consent/", views.consent_mine, name="consent_mine"),
    path("me/consent/<uuid:young_person_id>/yes/", views.consent_give_mine, name="consent_give_mine"),
    path("me/consent/<uuid:consent_id>/take-back/", views.consent_take_back_mine, name="consent_take_back_mine"),
    path(ONE, views.consent_show, name="consent_show"),
    path(ONE + "ask/", views.consent_ask, name="consent_ask"),
    path(ONE + "<uuid:consent_id>/given/", views.consent_give, name="consent_give"),
    path(ONE + "<uuid:consent_id>/not-needed/", views.consent_not_needed, name="consent_not_needed"),
    path(ONE + "<uuid:consent_id>/taken-back/", views.consent_take_back, name="consent_take_back"),
]
