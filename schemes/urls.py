from django.urls import include, path

app_name = "schemes"
urlpatterns = [
    path("", include("schemes.people.urls")),
    path("", include("schemes.young_people.urls")),
    path("", include("schemes.young_people.diary.urls")),
    path("", include("schemes.young_people.codes.urls")),
    path("", include("schemes.people.merging.urls")),
    path("", include("schemes.people.mailings.urls")),
    path("", include("schemes.people.standing.urls")),
    path("", include("schemes.recruitment.asking.urls")),
    path("", include("schemes.recruitment.urls")),
    path("", include("schemes.planning.urls")),
    path("", include("schemes.recruitment.importing.urls")),
    path("", include("schemes.recruitment.history.urls")),
    path("", include("schemes.recruitment.campaigns.urls")),
    path("", include("schemes.recruitment.interviewing.urls")),
    path("", include("schemes.recruitment.sessions.urls")),
    path("", include("schemes.recruitment.packs.urls")),
    path("", include("schemes.training.urls")),
    path("", include("schemes.training.downloads.urls")),
]
