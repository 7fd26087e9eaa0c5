"""Which room answers which address (interfaces.md). String includes only: the ground knows no room."""

from django.urls import include, path

urlpatterns = [
    path("", include("mentoring.accounts.urls")),
    path("accounts/", include("allauth.urls")),
    path("", include("mentoring.home.urls")),
    path("", include("mentoring.notices.urls")),
    path("", include("mentoring.web.urls")),
    path("", include("schemes.urls")),
    path("", include("safeguarding.urls")),
    path("", include("matching.urls")),
    path("", include("evaluation.urls")),
]
