from django.urls import path

from matching.relationships.agreements import views

STAFF = "schemes/<slug:scheme>/matches/<uuid:match_id>/agreement/"
MINE = "me/matches/<uuid:match_id>/agreement/"

urlpatterns = [
    path(STAFF, views.agreement_show, name="agreement_show"),
    path(f"{STAFF}write/", views.agreement_draft, name="agreement_draft"),
    path(f"{STAFF}sign/", views.agreement_sign, name="agreement_sign"),
    path(MINE, views.agreement_mine, name="agreement_mine"),
    path(f"{MINE}sign/", views.agreement_sign_mine, name="agreement_sign_mine"),
    path(f"{MINE}change/", views.agreement_ask_change, name="agreement_ask_change"),
    path(f"{MINE}write/", views.agreement_draft_mine, name="agreement_draft_mine"),
]
