"""The pages of those who decide. What is not theirs to answer is not there: 404. Every read is in the trail first."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from mentoring.web.posted import pressed, sent, taken
from safeguarding.erasure import actions, forms
from safeguarding.erasure.models import Erasure, LegalHold
from safeguarding.erasure.queries import due_on, in_the_way, lines_of, people_due
from safeguarding.erasure.states import OPEN
from safeguarding.records.queries import PEOPLE, person_asked_about
from safeguarding.records.views.answering import WHO
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.people.persons import people_named

ANSWER, READ = Permission.RECORD_ANSWER, Permission.RECORD_READ


def found(request, erasure_id) -> Erasure:
    rows = Erasure.objects.visible_to(request.actor).select_related(*PEOPLE[:4], "decided_by", "agreed_by")
    return get_object_or_404(rows, pk=erasure_id)


def back(asked):
    return redirect("safeguarding:erasure_show", scheme=asked.scheme.slug, erasure_id=asked.pk)


@require_safe
@scheme_view(ANSWER)
def erasure_list(request, scheme):
    """Who asked, whose time is over, and what is held."""
    rows = Erasure.objects.visible_to(request.actor).select_related(*PEOPLE[:4])[:100]
    holds = LegalHold.objects.visible_to(request.actor).open().select_related(*PEOPLE[:4], "placed_by")[:100]
    asked = [{"asked": row, "due_on": due_on(row), "is_open": row.state in OPEN} for row in rows]
    shown = {"asked": asked, "holds": holds, "due": people_due(scheme)}
    return render(request, "safeguarding/erasure/erasure_list.html", shown)


@scheme_view(ANSWER)
def erasure_log(request, scheme):
    first = {"person": request.GET.get("person", ""), "way": "time" if "person" in request.GET else ""}
    form = forms.ErasureLogForm(sent(request), initial=first)
    if taken(form, lambda said: logged(actions.erasure_ask, request, scheme, said)):
        messages.success(request, "It is written down. Now somebody decides, and somebody else says yes.")
        return redirect("safeguarding:erasure_list", scheme=scheme.slug)
    return step_page(request, form, "Somebody’s records are to go", "Write it down")


def logged(act, request, scheme, said) -> None:
    """By the account where there is one, else by the record; never oneself, whom somebody else has to answer."""
    rest = dict(said)
    people = people_named(scheme, rest.pop("person"))
    if len(people) != 1 or people[0].user == request.user:
        raise Refused(WHO)
    person = people[0]
    record = {"user": person.user} if person.user else {}
    if not record:
        record = {"volunteer": person.volunteers[0]} if person.volunteers else {"young_person": person.young_people[0]}
    act(scheme=scheme, **record, **rest, by=request.user)


@require_safe
@scheme_view(ANSWER)
def erasure_show(request, scheme, erasure_id):
    asked = found(request, erasure_id)
    actions.erasure_read(erasure=asked, by=request.user)
    is_open = asked.state in OPEN
    shown = {
        "asked": asked,
        "is_open": is_open,
        "due_on": due_on(asked),
        "lines": lines_of(asked) if is_open else [],
        "in_the_way": in_the_way(person_asked_about(asked)) if is_open else [],
        "who": asked.who if request.actor.may(READ, scheme) else {},
        "events": story_of(asked),
    }
    return render(request, "safeguarding/erasure/erasure_show.html", shown)


def story_of(asked) -> list[dict]:
    states = dict(Erasure.State.choices)
    steps = asked.state_changes.select_related("by")
    return [{"when": step.created_at, "what": states[step.to_state], "who": step.by.name} for step in steps]


@scheme_view(ANSWER)
def erasure_decide(request, scheme, erasure_id):
    asked = found(request, erasure_id)
    form = forms.ErasureDecideForm(sent(request), lines=lines_of(asked))
    if taken(form, lambda said: actions.erasure_decide(erasure=asked, **form.as_said(), by=request.user)):
        messages.success(request, "It waits for a second person.")
        return back(asked)
    return step_page(request, form, "What goes, and what stays", "Hand it to a second person", asked)


@scheme_view(ANSWER)
def erasure_refuse(request, scheme, erasure_id):
    asked = found(request, erasure_id)
    form = forms.ErasureRefuseForm(sent(request))
    if taken(form, lambda said: actions.erasure_refuse(erasure=asked, **said, by=request.user)):
        messages.success(request, "They can read it on their page.")
        return back(asked)
    return step_page(request, form, "It is not done", "Tell them", asked)


def step_page(request, form, title, button, asked=None):
    shown = {"form": form, "form_title": title, "button": button, "asked": asked}
    return render(request, "safeguarding/erasure/erasure_step.html", shown, status=422 if form.is_bound else 200)


AT_ONCE = {
    "send-back": (actions.erasure_send_back, "It can be changed again."),
    "carry-out": (actions.erasure_carry_out, "It is done. What a law keeps stays for its time."),
}


@require_POST
@scheme_view(ANSWER)
def erasure_move(request, scheme, erasure_id, did):
    """One button's worth: done, or the reasons why not."""
    asked = found(request, erasure_id)
    if did not in AT_ONCE:
        raise Http404
    pressed(request, *AT_ONCE[did], erasure=asked)
    return back(asked)
