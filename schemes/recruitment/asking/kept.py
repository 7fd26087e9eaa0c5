"""Answers while they are given: in the session, sealed, because sessions stand in the database."""

import json

from mentoring.fields import seal, unseal
from mentoring.web.answers import as_query
from schemes.recruitment.asking.questions import QUESTIONS

KEYS = list(QUESTIONS)


def _key(scheme) -> str:
    return f"asking {scheme.pk}"


def kept_of(request, scheme) -> dict:
    """{question: what was typed} so far."""
    sealed = request.session.get(_key(scheme))
    return json.loads(unseal(sealed)) if sealed else {}


def keep(request, scheme, answers: dict) -> None:
    request.session[_key(scheme)] = seal(json.dumps(answers))


def forget(request, scheme) -> None:
    request.session.pop(_key(scheme), None)


def form_of(scheme, kept: dict, question: str, sent=None):
    """The form of one question with what was typed, now or before."""
    return QUESTIONS[question](sent if sent is not None else as_query(kept.get(question)), scheme=scheme)


def after(question: str) -> str:
    """The next question; "" after the last."""
    return KEYS[KEYS.index(question) + 1] if question != KEYS[-1] else ""


def where_stopped(kept: dict) -> str:
    """The question after the last one that was answered; "" where that was the last of all."""
    answered = [question for question in KEYS if question in kept]
    return after(answered[-1]) if answered else KEYS[0]
