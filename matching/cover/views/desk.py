"""A pause and its cover as co-ordinators plan them, on pages that lead back to the match (L7)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from matching.cover import actions
from matching.cover.forms import (
    CoverAnswerForm,
    CoverAskForm,
    CoverSessionLogForm,
    PauseChangeForm,
    PausePlanForm,
    ReasonForm,
)
from matching.cover.gate import covers_to_choose
from matching.cover.models import Cover, Pause
from matching.cover.news.models import MentorNews
from matching.cover.queries import contact_people, cover_of, session_left
from matching.endings.pages import match_of_others_or_404
from matching.pairing.fixes import gate_tasks
from matching.relationships.pages import pressed, to_match
from matching.relationships.views.sessions import first_said as log_begins
from mentoring.web.posted import sent, taken
from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission


def pause_or_404(request, pause_id) -> Pause:
    """An open pause of a match this member of staff handles."""
    pause = get_object_or_404(Pause.objects.visible_to(request.actor), pk=pause_id)
    pause.match = match_of_others_or_404(request, pause.match_id)
    return pause


def cover_or_404(request, cover_id) -> Cover:
    cover = get_object_or_404(Cover.objects.visible_to(request.actor).select_related("volunteer"), pk=cover_id)
    cover.pause = pause_or_404(request, cover.pause_id)
    return cover


def shown(request, name: str, form, match, **more):
    context = {"form": form, "match": match, **more}
    status = 422 if form.is_bound else 200
    return render(request, f"matching/cover/{name}.html", context, status=status)


@scheme_view(Permission.MATCH_EDIT)
def pause_plan(request, scheme, match_id):
    """From when, until when, why, who keeps in touch; then, where the mentor is away, who might stand in."""
    match = match_of_others_or_404(request, match_id)
    staff = contact_people(match)
    form = PausePlanForm(sent(request), initial=first_said(request, match, staff), match=match, staff=staff)

    def plan(said):
        form.planned = actions.pause_plan(match=match, **said, by=request.user)

    if taken(form, plan):
        messages.success(request, "Planned. Both read the days on their own page, and never why.")
        if form.planned.whose == Pause.Whose.MENTOR:
            return redirect("matching:cover_ask", scheme.slug, form.planned.pk)
        return to_match(match)
    return shown(request, "pause_plan", form, match)


def first_said(request, match, staff) -> dict:
    """What the form begins with: the days that the mentor told, where it was opened from there."""
    able = [person.pk for person in staff]
    first = {"contact_by": match.co_ordinator_id if match.co_ordinator_id in able else request.user.pk}
    told = MentorNews.objects.visible_to(request.actor).filter(volunteer=match.volunteer_id)
    news = next((one for one in told if str(one.pk) == request.GET.get("news")), None)
    return first | {"whose": "mentor", "from_on": news.from_on, "until_on": news.until_on} if news else first


@scheme_view(Permission.MATCH_EDIT)
def pause_change(request, scheme, pause_id):
    pause = pause_or_404(request, pause_id)
    staff = contact_people(pause.match)
    first = {name: getattr(pause, name) for name in PauseChangeForm.base_fields}
    form = PauseChangeForm(sent(request), initial=first, match=pause.match, staff=staff)
    if taken(form, lambda said: actions.pause_change(pause=pause, **said, by=request.user)):
        messages.success(request, "Changed. Both read the new days on their own page.")
        return to_match(pause.match)
    return shown(request, "pause_change", form, pause.match, pause=pause)


@scheme_view(Permission.MATCH_EDIT)
def pause_return(request, scheme, pause_id):
    """They are together again: on its day with a press, earlier with a reason."""
    pause = pause_or_404(request, pause_id)
    is_early = pause.stage(timezone.localdate()) != "late"
    label = "Why does it end before its last day?" if is_early else "Anything to keep in mind?"
    form = ReasonForm(sent(request), label=label, required=is_early)
    if taken(form, lambda said: actions.pause_return(pause=pause, **said, by=request.user)):
        messages.success(request, f"{pause.match} are together again.")
        return to_match(pause.match)
    return shown(request, "pause_return", form, pause.match, pause=pause, is_early=is_early, cover=cover_of(pause))


@require_POST
@scheme_view(Permission.MATCH_EDIT)
def pause_withdraw(request, scheme, pause_id):
    pause = pause_or_404(request, pause_id)
    page = ("matching:match_show", scheme.slug, pause.match_id)
    said = "The pause is off. They go on meeting, and plan their next time anew."
    return pressed(request, lambda: actions.pause_withdraw(pause=pause, by=request.user), said, *page)


@scheme_view(Permission.MATCH_EDIT)
def cover_ask(request, scheme, pause_id):
    """Who might stand in, those first of whom nothing speaks against it; of the others, what does."""
    pause = pause_or_404(request, pause_id)
    rows = covers_to_choose(pause, timezone.localdate())
    free = [mentor.pk for mentor, wrong in rows if not wrong and mentor.user_id != request.user.pk]
    choices = Volunteer.objects.visible_to(request.actor).filter(pk__in=free).order_by("name")
    form = CoverAskForm(sent(request), free=choices)
    name = pause.match.young_person.first_name
    if taken(form, lambda said: actions.cover_ask(pause=pause, **said, by=request.user)):
        messages.success(request, f"{name} is asked first, and reads the first name. You see here what they say.")
        return to_match(pause.match)
    held_up = [(mentor, gate_tasks(_pair(pause, mentor), wrong, may_edit=True, may_approve=False)) for mentor, wrong in
               rows if wrong]  # fmt: skip
    return shown(request, "cover_ask", form, pause.match, pause=pause, free=free, held_up=held_up)


def _pair(pause, mentor):
    """The cover and the young person as the pages that put something right know a pair; the match's own papers stay."""
    match = pause.match
    return type(match)(pk=match.pk, scheme=match.scheme, volunteer=mentor, young_person=match.young_person)


@scheme_view(Permission.MATCH_EDIT)
def cover_answer(request, scheme, cover_id):
    """Write down what the young person, or then the cover, said to staff."""
    cover = cover_or_404(request, cover_id)
    form = CoverAnswerForm(sent(request), cover=cover)
    answers = {"mentee": actions.cover_mentee_answer, "mentor": actions.cover_mentor_answer}
    asked = cover.volunteer if cover.waits_for == "mentor" else cover.pause.match.young_person
    do = answers[cover.waits_for or "mentor"]
    if taken(form, lambda said: do(cover=cover, **said, by=request.user)):
        messages.success(request, "Written down.")
        return to_match(cover.pause.match)
    return shown(request, "cover_answer", form, cover.pause.match, cover=cover, asked=asked)


@scheme_view(Permission.MATCH_EDIT)
def cover_stop(request, scheme, cover_id):
    cover = cover_or_404(request, cover_id)
    form = ReasonForm(sent(request), label=f"Why does {cover.volunteer.first_name} not stand in any more?")
    if taken(form, lambda said: actions.cover_stop(cover=cover, **said, by=request.user)):
        messages.success(request, f"{cover.volunteer.first_name} opens nothing of theirs any more.")
        return to_match(cover.pause.match)
    return shown(request, "cover_stop", form, cover.pause.match, cover=cover)


@scheme_view(Permission.MATCH_EDIT)
def cover_session_left(request, scheme, cover_id):
    """A meeting with the cover that nobody wrote down while they could: staff ask, and write it down for them."""
    cover = cover_or_404(request, cover_id)
    planned = session_left(cover, timezone.now())
    if planned is None:
        return to_match(cover.pause.match)
    match, name = cover.pause.match, cover.volunteer.first_name
    names = {"name": match.young_person.first_name, "mentor": match.volunteer.first_name, "staff": "staff"}
    form = CoverSessionLogForm(sent(request), initial=log_begins(planned), **names)

    def log(said):
        said.pop("session", None)
        actions.cover_session_log(cover=cover, session=planned, **said, by=request.user)

    if taken(form, log):
        messages.success(request, f"Written down, as held with {name}.")
        return to_match(match)
    return shown(request, "cover_session_left", form, match, cover=cover, planned=planned)
