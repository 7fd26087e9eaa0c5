"""A mentor tells that they will be away, or that something in their life changes; a co-ordinator answers (L7)."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from matching.cover.models import COVERED
from matching.cover.news import actions
from matching.cover.news.forms import AwayForm, LifeChangeForm, NewsAnswerForm
from matching.cover.news.models import MentorNews
from matching.pairing.models import GONE, Match
from matching.relationships.own import names_in_role
from matching.relationships.pages import pressed
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from mentoring.web.wording import listed
from schemes.people.gates import portal_view, scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission, Role


def own_record_or_404(request, volunteer_id) -> Volunteer:
    """A record of this mentor's own, while they are one."""
    mine = Volunteer.objects.visible_to(request.actor).filter(user=request.user).exclude(state__in=GONE)
    return get_object_or_404(mine.select_related("scheme"), pk=volunteer_id)


def told(request, volunteer_id, name: str, form_class, **always):
    """The page of either form; what is typed is kept until it is sent."""
    volunteer = own_record_or_404(request, volunteer_id)
    form_key = f"{name}-{volunteer.pk}"
    form = form_class(sent(request), initial=draft_initial(request.user, form_key, form_class))
    who = listed(names_in_role(volunteer.scheme, Role.COORDINATOR)) or gettext("The co-ordinator")

    @transaction.atomic
    def tell(said):
        actions.news_tell(volunteer=volunteer, **always, **said, by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    if taken(form, tell):
        messages.success(
            request,
            gettext("Thank you for saying. %(who)s will answer you here, and talk with you first.") % {"who": who},
        )
        return redirect("matching:me")
    context = {"form": form, "who": who, "form_key": form_key}
    return render(request, f"matching/cover/news/{name}.html", context, status=422 if form.is_bound else 200)


@portal_view
def away_tell(request, volunteer_id):
    return told(request, volunteer_id, "away_tell", AwayForm, kind=MentorNews.Kind.AWAY)


@portal_view
def life_change_tell(request, volunteer_id):
    return told(request, volunteer_id, "life_change_tell", LifeChangeForm)


def own_news_or_404(request, news_id) -> MentorNews:
    mine = MentorNews.objects.visible_to(request.actor).filter(volunteer__user=request.user)
    return get_object_or_404(mine, pk=news_id)


@require_POST
@portal_view
def news_take_back(request, news_id):
    news = own_news_or_404(request, news_id)
    return pressed(
        request, lambda: actions.news_take_back(news=news, by=request.user), gettext("OK. It is gone."), "matching:me"
    )


@require_POST
@portal_view
def news_read(request, news_id):
    actions.news_read(news=own_news_or_404(request, news_id), by=request.user)
    return redirect("matching:me")


@scheme_view(Permission.MATCH_EDIT)
def news_answer(request, scheme, news_id):
    """What was told, and what will be done. The steps stand on the pages of their matches; none is taken here."""
    theirs = MentorNews.objects.visible_to(request.actor).filter(volunteer__scheme=scheme)
    news = get_object_or_404(theirs.select_related("volunteer", "answered_by"), pk=news_id)
    form_key = f"news-{news.pk}"
    form = NewsAnswerForm(sent(request), initial=draft_initial(request.user, form_key, NewsAnswerForm))

    @transaction.atomic
    def answer(said):
        actions.news_answer(news=news, **said, by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    if taken(form, answer):
        messages.success(request, f"{news.volunteer.first_name} can read it now.")
        return redirect("schemes:volunteer_show", scheme.slug, news.volunteer_id)
    matches = Match.objects.visible_to(request.actor).filter(volunteer=news.volunteer, state__in=COVERED)
    context = {"form": form, "news": news, "form_key": form_key, "today": timezone.localdate()}
    context["matches"] = matches.select_related("volunteer", "young_person")
    return render(request, "matching/cover/news/news_answer.html", context, status=422 if form.is_bound else 200)
