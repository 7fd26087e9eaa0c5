from django.urls import path

from schemes.people.mailings import views

BASE = "schemes/<slug:scheme>/people/<str:kind>/messages/"

urlpatterns = [
    path(BASE, views.mailing_list, name="mailing_list"),
    path(f"{BASE}write/", views.mailing_write, name="mailing_write"),
    path(f"{BASE}<uuid:mailing_id>/", views.mailing_show, name="mailing_show"),
    path(f"{BASE}<uuid:mailing_id>/edit/", views.mailing_edit, name="mailing_edit"),
    path(f"{BASE}<uuid:mailing_id>/send/", views.mailing_send, name="mailing_send"),
    path(f"{BASE}<uuid:mailing_id>/retry/", views.mailing_retry, name="mailing_retry"),
    path(f"{BASE}<uuid:mailing_id>/drop/", views.mailing_drop, name="mailing_drop"),
    path("join/<slug:scheme>/no-more/<uuid:recipient_id>/", views.mail_no_more, name="mail_no_more"),
]
