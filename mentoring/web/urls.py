from django.urls import path

from mentoring.web import health, offline, views

urlpatterns = [
    path("exit/", views.exit_now, name="exit_now"),
    path("drafts/<slug:form_key>/", views.draft_keep, name="draft_keep"),
    path("manifest.webmanifest", offline.manifest, name="manifest"),
    path("service-worker.js", offline.service_worker, name="service_worker"),
    path("offline/", offline.offline_show, name="offline_show"),
    path("kit/", views.kit_show, name="kit_show"),
    path("health/live", health.health_live, name="health_live"),
    path("health/ready", health.health_ready, name="health_ready"),
]
