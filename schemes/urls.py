from django.urls import include, path

app_name = "schemes"
urlpatterns = [
    path("", include("schemes.people.urls")),
    path("", include("schemes.recruitment.urls")),
    path("", include("schemes.planning.urls")),
    path("", include("schemes.recruitment.importing.urls")),
    path("", include("schemes.training.urls")),
]
