"""A young person asks for a mentor: one question a page, kept on the server while they answer, nothing left on a
shared phone but a session cookie (S10)."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mentoring.web.answers import NOT_ANSWERED, answers_of, as_query, typed_in
from mentoring.web.gates import public
from mentoring.web.limits import TOO_MANY, too_many
from schemes.recruitment.asking import actions, kept, queries
from schemes.recruitment.asking.kept import KEYS, form_of, kept_of
from schemes.recruitment.asking.questions import QUESTIONS
from schemes.recruitment.queries import public_schemes

NO_ACCOUNT = "a young person who asks for a mentor has no account yet"
CHOICES = {"yes": True, "no": False}


@require_safe
@public(NO_ACCOUNT)
@never_cache
def asking_begin(request, scheme):
    scheme = get_object_or_404(public_schemes(), slug=scheme)
    begun = kept_of(request, scheme)
    context = {
        "scheme": scheme,
        "begun": bool(begun),
        "first": (kept.where_stopped(begun) or KEYS[-1]) if begun else KEYS[0],
        "total": len(KEYS),
        "paces": queries.paces(scheme, timezone.localdate()),
    }
    return render(request, "schemes/recruitment/asking_begin.html", context)


@public(NO_ACCOUNT)
@never_cache
def asking_answer(request, scheme, question):
    scheme = get_object_or_404(public_schemes(), slug=scheme)
    if question not in QUESTIONS:
        raise Http404
    answers, is_sent = kept_of(request, scheme), request.method == "POST"
    if is_sent:
        answers[question] = typed_in(request.POST, QUESTIONS[question])
        kept.keep(request, scheme, answers)
    form = form_of(scheme, answers, question, request.POST if is_sent else None)
    if is_sent and "later" in request.POST:
        return redirect("schemes:asking_keep", scheme.slug)
    if is_sent and form.is_valid():
        return _onward(request, scheme, question)
    place = KEYS.index(question)
    context = {
        "scheme": scheme,
        "form": form,
        "number": place + 1,
        "total": len(KEYS),
        "before": KEYS[place - 1] if place else "",
        "after": kept.after(question),
    }
    return render(request, "schemes/recruitment/asking_answer.html", context, status=422 if is_sent else 200)


def _onward(request, scheme, question):
    following = kept.after(question)
    if following and "check" not in request.GET:
        return redirect("schemes:asking_answer", scheme.slug, following)
    return redirect("schemes:asking_send", scheme.slug)


@public(NO_ACCOUNT)
@never_cache
def asking_send(request, scheme):
    scheme = get_object_or_404(public_schemes(), slug=scheme)
    answers = kept_of(request, scheme)
    forms = {question: form_of(scheme, answers, question, as_query(answers.get(question, {}))) for question in KEYS}
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
        answers.update({name: CHOICES.get(answers[name]) for name in ("may_text", "may_leave_message")})
        actions.asking_send(scheme=scheme, answers=answers)
    kept.forget(request, scheme)
    return redirect("schemes:join_thanks", scheme.slug, "mentor")


def _answers(scheme, forms) -> list[tuple]:
    """(question, answer, address to change it) for the page that checks them; what was skipped is left out."""
    return [
        (label, words, reverse("schemes:asking_answer", args=[scheme.slug, question]) + "?check")
        for question, form in forms.items()
        for label, words in answers_of(form)
        if words != NOT_ANSWERED
    ]
