from django.urls import include, path

from mentoring.notices import views
from mentoring.notices.putting_off.views import notice_put_off
from mentoring.notices.receipts.views import notify_receipt

urlpatterns = [
    path("", include("mentoring.notices.hearing.urls")),
    path("", include("mentoring.notices.operations.urls")),
    path("notices/", views.notice_list, name="notice_list"),
    path("notices/<uuid:notice_id>/", views.notice_open, name="notice_open"),
    path("notices/<uuid:notice_id>/seen/", views.notice_seen, name="notice_seen"),
    path("notices/<uuid:notice_id>/not-now/", notice_put_off, name="notice_put_off"),
    path("notices/receipts/", notify_receipt, name="notify_receipt"),
    path("demo/mail/", views.demo_mail, name="demo_mail"),
]
