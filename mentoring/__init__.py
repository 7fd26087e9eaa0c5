"""The ground the house stands on: settings, accounts, audit, notices, first pages, the web kit."""

from mentoring.celery import app as celery_app

__all__ = ["celery_app"]
