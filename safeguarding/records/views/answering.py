"""The pages of those who answer. A request that is not theirs to answer is not there: 404. Every read is in the trail
first; the lines themselves open to those who may read such things anyway."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from mentoring.web.posted import pressed, sent, taken
from safeguarding.records import actions, forms
from safeguarding.records.models import AccessRequest, Correction
from safeguarding.records.pack import pack_of
from safeguarding.records.queries import PEOPLE, answerers_of, can_be_taken, shown_of, story_of, to_read, totals_of
from safeguarding.records.views.asking import folder
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.people.persons import people_named

ANSWER, READ = Permission.RECORD_ANSWER, Permission.RECORD_READ
WHO = "Nobody here goes by that. Give their reference (V-… or Y-…) or their e-mail."


def found(request, request_id) -> AccessRequest:
    rows = AccessRequest.objects.visible_to(request.actor).select_related(*PEOPLE).prefetch_related("pauses")
    return get_object_or_404(rows, pk=request_id)


def back(asked):
    return redirect("safeguarding:access_show", scheme=asked.scheme.slug, request_id=asked.pk)


@require_safe
@scheme_view(ANSWER)
def access_list(request, scheme):
    """Who asked, and by when; corrections beside it."""
    today = timezone.localdate()
    rows = AccessRequest.objects.visible_to(request.actor).select_related(*PEOPLE).prefetch_related("pauses")[:100]
    asked = [shown_of(row, today) for row in rows]
    corrections = Correction.objects.visible_to(request.actor).select_related("user", "volunteer", "young_person")[:100]
    shown = {"asked": asked, "corrections": corrections}
    return render(request, "safeguarding/records/access_list.html", shown)


@scheme_view(ANSWER)
def access_log(request, scheme):
    form = forms.AccessLogForm(sent(request))
    if taken(form, lambda said: logged(request, scheme, dict(said))):
        messages.success(request, "It is written down. The month runs from the day they asked.")
        return redirect("safeguarding:access_list", scheme=scheme.slug)
    shown = {"form": form, "form_title": "Somebody asked for what is held on them", "button": "Write it down"}
    return render(request, "safeguarding/records/access_step.html", shown, status=422 if form.is_bound else 200)


def logged(request, scheme, said):
    """By the account where there is one, else by the record; never oneself, whom somebody else has to answer."""
    people = people_named(scheme, said.pop("person"))
    if len(people) != 1 or people[0].user == request.user:
        raise Refused(WHO)
    person = people[0]
    record = {"user": person.user} if person.user else {}
    if not record:
        record = {"volunteer": person.volunteers[0]} if person.volunteers else {"young_person": person.young_people[0]}
    actions.access_ask(scheme=scheme, **record, **said, by=request.user)


@require_safe
@scheme_view(ANSWER)
def access_show(request, scheme, request_id):
    asked = found(request, request_id)
    actions.access_read(request=asked, by=request.user)
    may_read = request.actor.may(READ, scheme)
    sheaves = to_read(asked, request.user) if may_read and asked.state == "asked" else []
    shown = shown_of(asked, timezone.localdate()) | {
        "may_read": may_read,
        "sheaves": sheaves,
        "waiting": sum(sheaf.waiting for sheaf in sheaves),
        "readers": [user.name for user in answerers_of(asked, READ)],
        "totals": totals_of(asked),
        "events": story_of(asked),
    }
    return render(request, "safeguarding/records/access_show.html", shown)


@scheme_view(READ)
def access_part(request, scheme, request_id, part):
    """One part, line by line."""
    asked = found(request, request_id)
    actions.access_read(request=asked, by=request.user)
    sheaves = to_read(asked, request.user)
    if not 1 <= part <= len(sheaves):
        raise Http404
    sheaf = sheaves[part - 1]
    lines = forms.line_forms(sheaf.items, sent(request))
    if request.method == "POST" and decided(request, asked, lines):
        messages.success(request, "It is kept.")
        last = part == len(sheaves)
        return back(asked) if last else redirect("safeguarding:access_part", scheme.slug, asked.pk, part + 1)
    shown = shown_of(asked, timezone.localdate()) | {
        "sheaf": sheaf,
        "forms": lines,
        "part": part,
        "parts": len(sheaves),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "safeguarding/records/access_part.html", shown, status=status)


def decided(request, asked, lines) -> bool:
    wrong = [form for form in lines if not form.is_valid()]
    if wrong:
        return False
    said = [one for form in lines if (one := form.as_decided())]
    try:
        actions.access_decide(request=asked, decisions=said, by=request.user)
    except Refused as refused:
        lines[0].add_error(None, refused.reasons)
        return False
    return True


@scheme_view(ANSWER)
def access_pause(request, scheme, request_id):
    return step(request, found(request, request_id), forms.AccessPauseForm, actions.access_pause, "Stop the clock")


@scheme_view(ANSWER)
def access_longer(request, scheme, request_id):
    asked = found(request, request_id)
    return step(request, asked, forms.AccessLongerForm, actions.access_longer, "Take two months more")


def step(request, asked, form_class, act, title):
    form = form_class(sent(request))
    if taken(form, lambda said: act(request=asked, **said, by=request.user)):
        messages.success(request, "They can read it on their page.")
        return back(asked)
    shown = {"asked": asked, "form": form, "form_title": title, "button": title}
    return render(request, "safeguarding/records/access_step.html", shown, status=422 if form.is_bound else 200)


AT_ONCE = {
    "go-on": (actions.access_resume, "The clock runs again."),
    "check": (actions.access_check, "Somebody else looks at it now."),
    "send-back": (actions.access_send_back, "It can be changed again."),
    "give": (actions.access_give, "They can take it from their own page for 30 days."),
}


@require_POST
@scheme_view(ANSWER)
def access_move(request, scheme, request_id, did):
    """One button's worth: done, or the reasons why not."""
    asked = found(request, request_id)
    if did not in AT_ONCE:
        raise Http404
    pressed(request, *AT_ONCE[did], request=asked)
    return back(asked)


@require_POST
@scheme_view(ANSWER)
def access_take(request, scheme, request_id):
    """For somebody without an account: staff hand it to them. It is given, so nobody has to read it again."""
    asked = found(request, request_id)
    if asked.user_id or not can_be_taken(asked):
        raise PermissionDenied
    actions.access_taken(request=asked, kind="data", by=request.user)
    return folder(pack_of(asked))


@scheme_view(ANSWER)
def correction_show(request, scheme, correction_id):
    """What somebody says is wrong, and the answer to it."""
    rows = Correction.objects.visible_to(request.actor).select_related("scheme", "user", "answered_by")
    correction = get_object_or_404(rows, pk=correction_id)
    form = forms.CorrectionAnswerForm(sent(request))
    if taken(form, lambda said: actions.correction_answer(correction=correction, **said, by=request.user)):
        messages.success(request, "They can read your answer on their page.")
        return redirect("safeguarding:access_list", scheme=scheme.slug)
    shown = {"correction": correction, "form": form}
    return render(request, "safeguarding/records/correction_show.html", shown, status=422 if form.is_bound else 200)
