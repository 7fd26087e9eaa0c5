"""Campaigns: how volunteers hear of the scheme, what it costs, who comes of it (S9)."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.recruitment.campaigns import actions, queries
from schemes.recruitment.campaigns.forms import CampaignAddForm, CampaignEditForm
from schemes.recruitment.campaigns.poster import qr_square
from schemes.recruitment.models import Campaign


def _found(request, campaign_id):
    return get_object_or_404(
        Campaign.objects.visible_to(request.actor).filter(scheme=request.in_scheme), pk=campaign_id
    )


def _address(campaign) -> str:
    """The public address that counts for this campaign."""
    return f"{settings.SITE_URL}{reverse('schemes:enquiry_send', args=[campaign.scheme.slug])}?from={campaign.code}"


@require_safe
@scheme_view(Permission.PEOPLE_READ)
def campaign_list(request, scheme):
    context = {
        "table": queries.campaign_yields(scheme),
        "may_edit": request.actor.may(Permission.PEOPLE_EDIT, scheme),
    }
    return render(request, "schemes/recruitment/campaign_list.html", context)


@scheme_view(Permission.PEOPLE_EDIT)
def campaign_add(request, scheme):
    begun = {"poster_words": request.GET.get("poster_words", "").replace("\x00", "")[:300]}
    form = CampaignAddForm(request.POST if request.method == "POST" else None, initial=begun)
    if request.method == "POST" and form.is_valid():
        campaign = actions.campaign_add(scheme=scheme, by=request.user, **form.cleaned_data)
        messages.success(request, "Added. Whoever comes by its link or names it is counted here.")
        return redirect("schemes:campaign_show", scheme.slug, campaign.pk)
    context = {"form": form}
    return render(request, "schemes/recruitment/campaign_add.html", context, status=422 if form.errors else 200)


@require_safe
@scheme_view(Permission.PEOPLE_READ)
def campaign_show(request, scheme, campaign_id):
    campaign = _found(request, campaign_id)
    context = {
        "campaign": campaign,
        "address": _address(campaign),
        "found": dict(queries.campaign_yields(scheme).rows)[campaign],
        "may_edit": request.actor.may(Permission.PEOPLE_EDIT, scheme),
    }
    return render(request, "schemes/recruitment/campaign_show.html", context)


@scheme_view(Permission.PEOPLE_EDIT)
def campaign_edit(request, scheme, campaign_id):
    campaign = _found(request, campaign_id)
    form = CampaignEditForm(request.POST if request.method == "POST" else None, instance=campaign)
    if request.method == "POST" and form.is_valid():
        changes = {name: form.cleaned_data[name] for name in form.changed_data}
        actions.campaign_edit(campaign=campaign, changes=changes, by=request.user)
        messages.success(request, "Saved.")
        return redirect("schemes:campaign_show", scheme.slug, campaign.pk)
    context = {"form": form, "campaign": campaign}
    return render(request, "schemes/recruitment/campaign_edit.html", context, status=422 if form.errors else 200)


@require_safe
@scheme_view(Permission.PEOPLE_READ)
def campaign_poster(request, scheme, campaign_id):
    campaign = _found(request, campaign_id)
    address = _address(campaign)
    context = {"campaign": campaign, "address": address, "square": qr_square(address)}
    return render(request, "schemes/recruitment/campaign_poster.html", context)
