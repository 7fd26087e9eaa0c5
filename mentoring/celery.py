"""The Celery application: tasks are a few lines each and call an action."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentoring.settings")

app = Celery("alongside")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(
    [
        "mentoring.audit",
        "mentoring.notices",
        "schemes.people.merging",
        "schemes.recruitment",
        "schemes.recruitment.asking",
        "safeguarding.vetting",
        "matching.cover",
        "evaluation.reports",
    ]
)
