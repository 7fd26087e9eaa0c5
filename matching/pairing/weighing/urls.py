from django.urls import path

from matching.pairing.weighing import views

MATCHES = "schemes/<slug:scheme>/matches/"

urlpatterns = [
    path(MATCHES + "rules/", views.pairing_rules_edit, name="pairing_rules_edit"),
    path(MATCHES + "what-if/", views.what_if_show, name="what_if_show"),
    path(MATCHES + "why-nobody/<uuid:young_person_id>/", views.why_nobody_show, name="why_nobody_show"),
]
