"""The agreement: written and read by staff, read and signed by each of the two in their own portal (R7)."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from matching.relationships.agreements import actions, queries
from matching.relationships.agreements.forms import FIRST_WORDS, AgreementForm, ChangeForm
from matching.relationships.pages import form_shown, own_pair_or_404, pressed, staff_match_or_404
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission


def read_context(match) -> dict:
    """The newest version to be read and signed, the one in force, and all of them with what changed."""
    versions = queries.agreement_versions(match)
    in_force = queries.agreement_in_force(match)
    return {
        "match": match,
        "agreement": versions[0] if versions else None,
        "versions": versions,
        "in_force": in_force,
        "mark": queries.mark_of(versions[0]) if versions else "",
        "not_written": bool(versions and versions[0].change_asked and not versions[0].changes),
    }


def first_words(match) -> dict:
    return FIRST_WORDS | {"purpose": match.purpose}


def drafted(request, match, form) -> bool:
    return taken(form, lambda terms: actions.agreement_draft(match=match, terms=terms, by=request.user))


def draft_form(request, match) -> AgreementForm:
    newest = queries.newest_agreement(match)
    return AgreementForm(sent(request), instance=newest, initial=None if newest else first_words(match))


@require_safe
@scheme_view(Permission.MATCH_READ)
def agreement_show(request, scheme, match_id):
    match = staff_match_or_404(request, match_id)
    context = read_context(match) | {"may_edit": request.actor.may(Permission.MATCH_EDIT, scheme)}
    return render(request, "matching/relationships/agreements/agreement_show.html", context)


@scheme_view(Permission.MATCH_EDIT)
def agreement_draft(request, scheme, match_id):
    match = staff_match_or_404(request, match_id)
    asked = queries.newest_agreement(match)
    form = draft_form(request, match)
    if drafted(request, match, form):
        messages.success(request, "Written. Now all three read it and sign.")
        return redirect("matching:agreement_show", scheme.slug, match.pk)
    return form_shown(request, "agreements/agreement_draft", form, match=match, asked=asked)


@require_POST
@scheme_view(Permission.MATCH_EDIT)
def agreement_sign(request, scheme, match_id):
    """The co-ordinator's own signature, or the note that one without an account signed on paper."""
    match = staff_match_or_404(request, match_id)
    side = request.POST.get("side", "co-ordinator")
    side = side if side in queries.SIGNATURES else "co-ordinator"
    return signed(request, match, side, "agreement_show", scheme.slug, match.pk)


def signed(request, match, side, back, *keys):
    agreement = queries.newest_agreement(match)
    if agreement is None:
        messages.error(request, gettext("Nothing is written yet."))
        return redirect(f"matching:{back}", *keys)
    read = request.POST.get("read", "")

    def sign():
        actions.agreement_sign(agreement=agreement, side=side, read=read, by=request.user)

    return pressed(request, sign, gettext("Signed. Thank you."), f"matching:{back}", *keys)


@require_safe
@portal_view
def agreement_mine(request, match_id):
    """The words in full, one big button, and the way to ask for something else."""
    match, side = own_pair_or_404(request, match_id)
    context = read_context(match) | {"side": side}
    agreement = context["agreement"]
    context["signed_at"] = agreement and getattr(agreement, queries.SIGNATURES[side])
    return render(request, "matching/relationships/agreements/agreement_mine.html", context)


@require_POST
@portal_view
def agreement_sign_mine(request, match_id):
    match, side = own_pair_or_404(request, match_id)
    return signed(request, match, side, "agreement_mine", match.pk)


@portal_view
def agreement_ask_change(request, match_id):
    """Either of the two asks for something else, in their own words."""
    match, side = own_pair_or_404(request, match_id)
    form = ChangeForm(sent(request))
    if taken(form, lambda said: actions.agreement_ask_change(match=match, **said, by=request.user)):
        messages.success(
            request, gettext("Thank you. You will talk about it, and nothing changes until you both sign.")
        )
        return redirect("matching:agreement_mine", match.pk)
    return form_shown(request, "agreements/agreement_ask_change", form, match=match, side=side)


@portal_view
def agreement_draft_mine(request, match_id):
    """The mentor writes down what the two say."""
    match, _ = own_pair_or_404(request, match_id, sides=("mentor",))
    asked = queries.newest_agreement(match)
    form = draft_form(request, match)
    if drafted(request, match, form):
        messages.success(
            request,
            (
                gettext("Written. Now you and %(young_person)s read it and sign.")
                % {"young_person": match.young_person.first_name}
            ),
        )
        return redirect("matching:agreement_mine", match.pk)
    return form_shown(request, "agreements/agreement_draft_mine", form, match=match, asked=asked)
