"""Stop here and go on later, on whatever phone is at hand: a code on the screen, or a link to one's own mail (S10)."""

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from mentoring.transitions import Refused
from mentoring.web.forms import KitForm
from mentoring.web.gates import public
from mentoring.web.limits import TOO_MANY, private_link, too_many, too_many_to
from schemes.recruitment.asking import actions, kept, queries
from schemes.recruitment.asking.codes import shown
from schemes.recruitment.asking.views import NO_ACCOUNT
from schemes.recruitment.queries import public_schemes

NOT_FOUND = "We can’t find that code. Look at each letter again. Codes work once, for two weeks."


class AskingKeepForm(KitForm):
    email = forms.EmailField(
        label="Send a link to my e-mail too",
        required=False,
        help_text="Leave this empty if somebody else reads your mail. We don’t keep the address.",
    )


class AskingBackForm(KitForm):
    code = forms.CharField(
        label="Your code",
        max_length=20,
        help_text="Like AB2C-9DEF.",
        error_messages={"required": "Write the code you got from us."},
        widget=forms.TextInput({"class": "short", "autocomplete": "off", "autocapitalize": "characters"}),
    )


@public(NO_ACCOUNT)
@never_cache
def asking_keep(request, scheme):
    scheme = get_object_or_404(public_schemes(), slug=scheme)
    answers = kept.kept_of(request, scheme)
    if not answers:
        return redirect("schemes:asking_begin", scheme.slug)
    form = AskingKeepForm(request.POST if request.method == "POST" else None)
    context = {"scheme": scheme, "form": form, "stopped": kept.where_stopped(answers)}
    if request.method == "POST" and form.is_valid():
        if not too_many(request, "asking-keep", "20/h/ip"):
            return _kept(request, scheme, answers, form.cleaned_data["email"], context)
        form.add_error(None, TOO_MANY)
    status = 422 if form.errors else 200
    return render(request, "schemes/recruitment/asking_keep.html", context, status=status)


def _kept(request, scheme, answers, email, context):
    """The code stands on this one page; what was typed leaves this browser."""
    to = "" if email and too_many_to(request, email) else email
    saved = actions.asking_keep(scheme=scheme, answers=answers, email=to)
    kept.forget(request, scheme)
    context |= {"code": shown(saved.code), "until": saved.until, "email": email}
    return render(request, "schemes/recruitment/asking_kept.html", context)


@public(NO_ACCOUNT)
@never_cache
def asking_back(request, scheme):
    """With the code. A wrong one, one that ran out and one of another scheme are told alike."""
    scheme = get_object_or_404(public_schemes(), slug=scheme)
    form = AskingBackForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            if too_many(request, "asking-back", "10/h/ip"):
                form.add_error(None, TOO_MANY)
            elif asking := queries.asking_by_code(scheme, form.cleaned_data["code"]):
                return _go_on(request, scheme, asking)
            else:
                form.add_error("code", NOT_FOUND)
                status = 404
    return render(request, "schemes/recruitment/asking_back.html", {"scheme": scheme, "form": form}, status=status)


@public(NO_ACCOUNT)
@never_cache
@private_link
def asking_open(request, scheme, token):
    """With the link. It asks once before it opens: mail programs look at links by themselves."""
    scheme = get_object_or_404(public_schemes(), slug=scheme)
    asking = queries.asking_by_token(scheme, token)
    if asking is None:
        raise Http404
    if request.method == "POST":
        return _go_on(request, scheme, asking)
    return render(request, "schemes/recruitment/asking_open.html", {"scheme": scheme})


def _go_on(request, scheme, asking):
    try:
        answers = actions.asking_take(asking=asking)
    except Refused as refused:
        raise Http404 from refused
    kept.keep(request, scheme, answers)
    stopped = kept.where_stopped(answers)
    if stopped:
        return redirect("schemes:asking_answer", scheme.slug, stopped)
    return redirect("schemes:asking_send", scheme.slug)
