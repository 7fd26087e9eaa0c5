from django.urls import include, path

app_name = "evaluation"
urlpatterns = [
    path("schemes/<slug:scheme>/evaluation/", include("evaluation.turnover.urls")),
    path("schemes/<slug:scheme>/evaluation/reports/", include("evaluation.reports.urls")),
    path("schemes/<slug:scheme>/evaluation/reviews/", include("evaluation.review.urls")),
]
