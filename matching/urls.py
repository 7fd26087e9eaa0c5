from django.urls import include, path

app_name = "matching"
urlpatterns = [
    path("", include("matching.pairing.urls")),
    path("", include("matching.pairing.wishes.urls")),
    path("", include("matching.pairing.meetings.urls")),
    path("", include("matching.pairing.pools.urls")),
    path("", include("matching.pairing.weighing.urls")),
    path("", include("matching.waiting.urls")),
    path("", include("matching.relationships.agreements.urls")),
    path("", include("matching.relationships.goals.urls")),
    path("", include("matching.relationships.reviews.urls")),
    path("", include("matching.supervision.urls")),
    path("", include("matching.endings.urls")),
    path("", include("matching.relationships.urls")),
]
