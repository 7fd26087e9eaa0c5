"""A young person asks for a mentor: one question a page, kept on the server while they answer, nothing left on a
shared phone but a session cookie (S10)."""

import json

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from mentoring.fields import seal, unseal
from mentoring.web.answers import NOT_ANSWERED, answers_of, as_query, typed_in
from mentoring.web.gates import public
from mentoring.web.limits import TOO_MANY, too_many
from schemes.recruitment import actions, queries
from schemes.recruitment.forms.asking import QUESTIONS

NO_ACCOUNT = "a young person who asks for a mentor has no account yet"
KEYS = list(QUESTIONS)


def _key(scheme) -> str:
    return f"asking {scheme.pk}"


def _kept(request, scheme) -> dict:
    """What was answered so far: sealed, because the session stands in the database."""
    sealed = request.session.get(_key(scheme))
    return json.loads(unseal(sealed)) if sealed else {}


def _form(scheme, kept, question, sent=None):
    return QUESTIONS[question](sent if sent is not None else as_query(kept.get(question)), scheme=scheme)


@public(NO_ACCOUNT)
@never_cache
def asking_begin(request, scheme):
    scheme = get_object_or_404(queries.public_schemes(), slug=scheme)
    context = {"scheme": scheme, "begun": bool(_kept(request, scheme)), "first": KEYS[0]}
    return render(request, "schemes/recruitment/asking_begin.html", context)


@public(NO_ACCOUNT)
@never_cache
def asking_answer(request, scheme, question):
    scheme = get_object_or_404(queries.public_schemes(), slug=scheme)
    if question not in QUESTIONS:
        raise Http404
    kept = _kept(request, scheme)
    if request.method == "POST":
        kept[question] = typed_in(request.POST, QUESTIONS[question])
        request.session[_key(scheme)] = seal(json.dumps(kept))
    form = _form(scheme, kept, question, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _onward(request, scheme, question)
    place = KEYS.index(question)
    context = {
        "scheme": scheme,
        "form": form,
        "number": place + 1,
        "total": len(KEYS),
        "before": KEYS[place - 1] if place else "",
        "after": _after(question),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "schemes/recruitment/asking_answer.html", context, status=status)


def _after(question) -> str:
    """The next question; "" after the last."""
    return KEYS[KEYS.index(question) + 1] if question != KEYS[-1] else ""


def _onward(request, scheme, question):
    following = _after(question)
    if following and "check" not in request.GET:
        return redirect("schemes:asking_answer", scheme.slug, following)
    return redirect("schemes:asking_send", scheme.slug)


@public(NO_ACCOUNT)
@never_cache
def asking_send(request, scheme):
    scheme = get_object_or_404(queries.public_schemes(), slug=scheme)
    kept = _kept(request, scheme)
    forms = {question: _form(scheme, kept, question, as_query(kept.get(question, {}))) for question in QUESTIONS}
    wrong = [question for question, form in forms.items() if not form.is_valid()]
    if wrong:
        return redirect("schemes:asking_answer", scheme.slug, wrong[0])
    trouble = ""
    if request.method == "POST":
        if not too_many(request, "asking"):
            return _sent(request, scheme, forms)
        trouble = TOO_MANY
    context = {"scheme": scheme, "answers": _answers(scheme, forms), "trouble": trouble}
    return render(request, "schemes/recruitment/asking_send.html", context, status=422 if trouble else 200)


def _sent(request, scheme, forms):
    if not forms["name"].is_machine:
        answers = {name: value for form in forms.values() for name, value in form.cleaned_data.items()}
        del answers["website"]
        yes = {"yes": True, "no": False}
        answers.update({name: yes.get(answers[name]) for name in ("may_text", "may_leave_message")})
        actions.asking_send(scheme=scheme, answers=answers)
    del request.session[_key(scheme)]
    return redirect("schemes:join_thanks", scheme.slug, "mentor")


def _answers(scheme, forms) -> list[tuple]:
    """(question, answer, address to change it) for the page that checks them; what was skipped is left out."""
    return [
        (label, words, reverse("schemes:asking_answer", args=[scheme.slug, question]) + "?check")
        for question, form in forms.items()
        for label, words in answers_of(form)
        if words != NOT_ANSWERED
    ]
