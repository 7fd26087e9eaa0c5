"""A scheme and a pair for each writer, and writing down their meetings as fast as it goes. Runs in Django."""

import threading
import time
from datetime import timedelta

from django.db import OperationalError, connection
from django.utils import timezone

from matching.models import Match
from matching.relationships.actions import session_log
from mentoring.accounts.models import User
from schemes.models import Volunteer, YoungPerson
from schemes.planning.actions import scheme_start


def make(*, writers: int) -> None:
    """A scheme each: writers of one scheme wait for each other at its trail on any database."""
    for number in range(writers):
        mentor = User.objects.make(
            email=f"mentor{number}@bench.example", name="Zofia Nowak", password="seventeen steps"
        )
        scheme = scheme_start(name=f"Scheme {number}", slug=f"scheme-{number}", by=mentor)
        volunteer = Volunteer.objects.create(scheme=scheme, name=mentor.name, user=mentor, state="approved")
        young_person = YoungPerson.objects.create(scheme=scheme, name="Jay", state="waiting")
        Match.objects.create(scheme=scheme, volunteer=volunteer, young_person=young_person, state="active")


def write(*, first: int, threads: int, seconds: float) -> dict:
    """Each thread logs sessions of its own pair until the time is up: {"seconds", "errors", "took"}."""
    took, errors = [], []
    began = time.perf_counter()
    running = [
        threading.Thread(target=one_writer, args=(number, began + seconds, took, errors))
        for number in range(first, first + threads)
    ]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    return {"seconds": time.perf_counter() - began, "errors": len(errors), "took": took}


def one_writer(number: int, end: float, took: list, errors: list) -> None:
    """Select with a join, insert a session and a row of the trail, update the trail's head: one transaction each."""
    at = timezone.now()
    match = Match.objects.select_related("volunteer__user").get(scheme__slug=f"scheme-{number}")
    while (began := time.perf_counter()) < end:
        at += timedelta(microseconds=1)
        try:
            missed = {"outcome": "missed-mentee", "reason": "not-said", "channel": "phone"}
            session_log(match=match, planned_at=at, **missed, by=match.volunteer.user)
        except OperationalError:
            errors.append(number)
        else:
            took.append(time.perf_counter() - began)
    connection.close()
