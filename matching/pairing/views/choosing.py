"""A young person's own pages: who they would like, which mentors they may look at, their answer (P4, R8)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from matching.pairing import actions, queries
from matching.pairing.forms import MentorKindForm, NoneOfTheseForm, OwnAnswerForm
from matching.pairing.meetings.actions import meeting_ask
from matching.pairing.meetings.queries import looks_of, meeting_of
from matching.pairing.models import Conflict, Match
from mentoring.transitions import Refused
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view
from schemes.people.models import YoungPerson

#: What a young person reads after their answer.
SAID = {
    "yes": _("We’ll ask %(name)s now."),
    "meet": _("Good idea. We plan a short meeting and tell you when. You don’t have to decide before."),
    "no": _("Thanks for telling us."),
}


def own_records(request):
    """The records of the young person who looks; one in each scheme."""
    return YoungPerson.objects.visible_to(request.actor).filter(user=request.user).select_related("scheme")


def own_record_or_404(request) -> YoungPerson:
    """The record that a form names, or the only one there is."""
    named = request.POST.get("record") or request.GET.get("record")
    records = [record for record in own_records(request) if not named or str(record.pk) == named]
    if not records:
        raise Http404
    return records[0]


@require_safe
@portal_view
def profile_list(request):
    """Up to three mentors to look at, and the choice of what kind of mentor it should be."""
    today = timezone.localdate()
    records = [_choices_of(record, today) for record in own_records(request)]
    if not records:
        raise Http404
    looks = looks_of(request.user, "mentee")
    return render(request, "matching/pairing/profile_list.html", {"records": records, "looks": looks})


def _choices_of(record, today) -> dict:
    matches = list(queries.open_choices(record))
    shown = queries.open_choices(record).filter(queries.mentor_is_there())
    picked = next((match for match in matches if match.mentee_answer == Match.Answer.YES), None)
    on_offer = queries.kinds_on_offer(record.scheme)
    return {
        "record": record,
        "together": queries.live_match_of(record),
        "picked": picked or queries.picked_match(record),
        "profiles": [] if picked else [(match, _profile(match, today)) for match in shown],
        "kind_form": MentorKindForm(initial={"mentor_kind": record.mentor_kind}, auto_id=f"id_%s_{record.ref}"),
        "none_form": NoneOfTheseForm(auto_id=f"id_%s_{record.ref}"),
        "not_on_offer": record.mentor_kind in ("peer", "traditional") and record.mentor_kind not in on_offer,
        "only": on_offer[0] if len(on_offer) == 1 else "",
        "let_go": queries.let_go_lately(record, record.user, today),
    }


def _profile(match, today) -> list:
    return queries.mentor_shown(match.volunteer, today)


def _open_or_404(request, match_id) -> Match:
    mine = Match.objects.visible_to(request.actor).filter(young_person__user=request.user, mentee_answer="")
    shown = mine.filter(queries.mentor_is_there(), state=Match.State.PROFILES_SHARED)
    return get_object_or_404(shown.select_related("volunteer", "young_person", "scheme"), pk=match_id)


@portal_view
def profile_answer(request, match_id):
    """One mentor's profile: yes, no, or to meet first."""
    match = _open_or_404(request, match_id)
    meeting, name = meeting_of(match), match.volunteer.first_name
    meet = "" if meeting else gettext("I’d like to meet %(name)s first, then say") % {"name": name}
    form = OwnAnswerForm(
        sent(request), yes=gettext("Yes, I pick %(name)s") % {"name": name}, meet=meet, no=gettext("Not for me, thanks")
    )
    if taken(form, lambda said: _answer(match, **said, by=request.user)):
        messages.success(request, SAID[form.cleaned_data["answer"]] % {"name": name})
        return redirect("matching:profile_list")
    context = {"match": match, "profile": _profile(match, timezone.localdate()), "form": form, "meeting": meeting}
    return render(request, "matching/pairing/profile_answer.html", context, status=422 if form.errors else 200)


def _answer(match, answer: str, because: str, by) -> None:
    if answer == OwnAnswerForm.MEET:
        meeting_ask(match=match, by=by)
    else:
        actions.match_mentee_answer(match=match, answer=answer, because=because, by=by)


@require_POST
@portal_view
def match_mentee_take_back(request, match_id):
    """A change of mind, until the mentor has answered."""
    picked = Match.objects.visible_to(request.actor).filter(young_person__user=request.user, mentee_answer="yes")
    match = get_object_or_404(picked.filter(state=Match.State.PROFILES_SHARED), pk=match_id)
    try:
        actions.match_mentee_take_back(match=match, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, gettext("OK. You have picked nobody now. Take your time."))
    return redirect("matching:profile_list")


@require_POST
@portal_view
def profile_known(request, match_id):
    """ "I know this person": the proposal is gone at once, and nobody is told who said so."""
    match = _open_or_404(request, match_id)
    pair = {"volunteer": match.volunteer, "young_person": match.young_person}
    actions.conflict_declare(scheme=match.scheme, kind=Conflict.Kind.KNOW_EACH_OTHER, by=request.user, **pair)
    messages.success(request, gettext("Thanks. We won’t match you with somebody you know."))
    return redirect("matching:profile_list")


@require_POST
@portal_view
def match_none_of_these(request):
    record = own_record_or_404(request)
    form = NoneOfTheseForm(request.POST)
    if not form.is_valid():
        messages.error(request, gettext("That was too long. Please say it in fewer words."))
        return redirect("matching:profile_list")
    actions.match_none_of_these(young_person=record, wish=form.cleaned_data["wish"], by=request.user)
    messages.success(request, gettext("Thanks. We’ll look for somebody else."))
    return redirect("matching:profile_list")


@require_POST
@portal_view
def mentor_kind_choose(request):
    record = own_record_or_404(request)
    form = MentorKindForm(request.POST)
    if form.is_valid():
        actions.mentor_kind_choose(young_person=record, kind=form.cleaned_data["mentor_kind"], by=request.user)
        messages.success(request, gettext("Saved. You can change it any time."))
    else:
        messages.error(request, gettext("Choose one of the three."))
    return redirect("matching:profile_list")
