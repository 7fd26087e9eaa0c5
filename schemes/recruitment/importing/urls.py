from django.urls import path

from schemes.recruitment.importing import views

BASE = "schemes/<slug:scheme>/people/import/"

urlpatterns = [
    path(BASE, views.import_upload, name="import_upload"),
    path(f"{BASE}<uuid:batch>/", views.import_show, name="import_show"),
    path(f"{BASE}<uuid:batch>/line/", views.import_line_decide, name="import_line_decide"),
    path(f"{BASE}<uuid:batch>/apply/", views.import_apply, name="import_apply"),
    path(f"{BASE}<uuid:batch>/discard/", views.import_discard, name="import_discard"),
    path(
        "schemes/<slug:scheme>/people/training-claims/<uuid:claim_id>/settle/",
        views.training_claim_settle,
        name="training_claim_settle",
    ),
]
