"""What a mentor types on a telephone, and where."""

from django.urls import reverse


def typed(**changed):
    return {
        "outcome": "held", "day": "yesterday", "time": "17:30", "minutes": "45", "channel": "in-person",
        "mentor_feeling": "good", "shared_note": "We cooked soup.", "mentor_note": "He is worried about rent.",
    } | changed  # fmt: skip


def log_url(pair):
    return reverse("matching:session_log", args=[pair.match.pk])


def words(response):
    return response.content.decode()
