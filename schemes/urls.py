from django.urls import include, path

app_name = "schemes"
urlpatterns = [
    path("", include("schemes.recruitment.importing.urls")),
]
