from django.urls import include, path

app_name = "safeguarding"
urlpatterns = [
    path("", include("safeguarding.concerns.urls")),
    path("", include("safeguarding.complaints.urls")),
    path("", include("safeguarding.visits.urls")),
    path("", include("safeguarding.contact.urls")),
    path("", include("safeguarding.vetting.urls")),
    path("", include("safeguarding.vetting.downloads.urls")),
    path("", include("safeguarding.consent.urls")),
    path("", include("safeguarding.risk.urls")),
    path("", include("safeguarding.keeping.urls")),
    path("", include("safeguarding.erasure.urls")),
    path("", include("safeguarding.records.urls")),
    path("", include("safeguarding.trail.urls")),
]
