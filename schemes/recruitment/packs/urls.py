from django.urls import path

from schemes.recruitment.packs import views

urlpatterns = [
    path("schemes/<slug:scheme>/people/volunteers/<uuid:volunteer_id>/pack/", views.pack_send, name="pack_send"),
]
