from django.urls import path

from matching.relationships.amendments import views

urlpatterns = [
    path("me/sessions/<uuid:session_id>/correct/", views.session_correct, name="session_correct"),
]
