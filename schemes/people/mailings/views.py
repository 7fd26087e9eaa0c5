"""Writing to a list: words, preview as one person, who is left out, then how it goes."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from mentoring.web.drafts import draft_initial
from mentoring.web.gates import public
from mentoring.web.wording import counted
from schemes.people.gates import scheme_view
from schemes.people.mailings import actions, queries
from schemes.people.mailings.forms import MailingSendForm, MailingWriteForm
from schemes.people.mailings.models import Mailing
from schemes.people.merging.models import Kind
from schemes.people.merging.queries import MODELS
from schemes.people.permissions import Permission
from schemes.people.rosters import Filters
from schemes.recruitment.queries import public_schemes


@require_safe
@scheme_view(Permission.PEOPLE_EDIT)
def mailing_list(request, scheme, kind):
    _known(kind)
    found = queries.mailings(request.actor, scheme, kind)[:100]
    return render(request, "schemes/people/mailings/mailing_list.html", {"kind": Kind(kind), "mailings": found})


@scheme_view(Permission.PEOPLE_EDIT)
def mailing_write(request, scheme, kind):
    _known(kind)
    filters = Filters.read(request.GET, MODELS[kind].State.values)
    key = f"mailing-{scheme.slug}-{kind}"
    sent = request.POST if request.method == "POST" else None
    form = MailingWriteForm(sent, initial=draft_initial(request.user, key, MailingWriteForm))
    if form.is_bound and form.is_valid():
        kept = {"state": filters.state, "area": filters.area, "q": filters.q}
        written = {**form.cleaned_data, "filters": kept, "draft": key}
        mailing = actions.mailing_write(scheme=scheme, kind=kind, by=request.user, **written)
        return redirect("schemes:mailing_show", scheme.slug, kind, mailing.pk)
    context = {"kind": Kind(kind), "form": form, "filters": filters, "form_key": key}
    status = 422 if form.errors else 200
    return render(request, "schemes/people/mailings/mailing_write.html", context, status=status)


@scheme_view(Permission.PEOPLE_EDIT)
def mailing_edit(request, scheme, kind, mailing_id):
    mailing = _found(request, kind, mailing_id, gone=False)
    first = {"subject": mailing.subject, "words": mailing.words}
    form = MailingWriteForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_bound and form.is_valid():
        written = {**form.cleaned_data, "filters": mailing.filters, "mailing": mailing}
        actions.mailing_write(scheme=scheme, kind=kind, by=request.user, **written)
        return redirect("schemes:mailing_show", scheme.slug, kind, mailing.pk)
    context = {"kind": Kind(kind), "form": form, "mailing": mailing}
    status = 422 if form.errors else 200
    return render(request, "schemes/people/mailings/mailing_write.html", context, status=status)


@require_safe
@scheme_view(Permission.PEOPLE_EDIT)
def mailing_show(request, scheme, kind, mailing_id):
    """Before it goes: as one person gets it, to how many, who not. Afterwards: how far it has gone."""
    mailing = _found(request, kind, mailing_id)
    context = {"kind": Kind(kind), "mailing": mailing}
    if mailing.sent_at:
        went = {"progress": queries.progress_of(mailing), "failed": queries.failed_of(mailing)}
        context |= {**went, "left_out": queries.left_out_of(mailing)}
        return render(request, "schemes/people/mailings/mailing_sent.html", context)
    found = queries.addressed(request.actor, scheme, kind, queries.filters_of(mailing))
    first = found.people[0] if found.people else None
    context |= {"found": found, "first": first, "letter": actions.letter_shown(mailing, first) if first else None}
    return render(request, "schemes/people/mailings/mailing_show.html", context)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def mailing_send(request, scheme, kind, mailing_id):
    mailing = _found(request, kind, mailing_id)
    form = MailingSendForm(request.POST)
    number = form.cleaned_data["number"] if form.is_valid() else -1
    try:
        actions.mailing_send(mailing=mailing, number=number, actor=request.actor)
    except Refused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, f"On its way to {counted(number, 'person', 'people')}, each by themselves.")
    return redirect("schemes:mailing_show", scheme.slug, kind, mailing.pk)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def mailing_retry(request, scheme, kind, mailing_id):
    mailing = _found(request, kind, mailing_id, gone=True)
    again = actions.mailing_retry(mailing=mailing, by=request.user)
    messages.success(request, f"{counted(again, 'e-mail')} tried again.")
    return redirect("schemes:mailing_show", scheme.slug, kind, mailing.pk)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def mailing_drop(request, scheme, kind, mailing_id):
    actions.mailing_drop(mailing=_found(request, kind, mailing_id, gone=False), by=request.user)
    messages.success(request, "The message is gone. Nobody got it.")
    return redirect("schemes:mailing_list", scheme.slug, kind)


@public("whoever got a message can stop them without an account; the link tells nothing about them")
def mail_no_more(request, scheme, recipient_id):
    scheme = get_object_or_404(public_schemes(), slug=scheme)
    recipient = queries.recipient_of_link(scheme, recipient_id)
    if recipient is None:
        raise Http404
    if request.method == "POST":
        actions.mail_no_more(scheme=scheme, recipient=recipient)
    context = {"scheme": scheme, "done": request.method == "POST"}
    return render(request, "schemes/people/mailings/mail_no_more.html", context)


def _known(kind: str) -> None:
    if kind not in Kind.values:
        raise Http404


def _found(request, kind: str, key, *, gone: bool | None = None) -> Mailing:
    """A message of this list; `gone` True or False: only one that has, or has not, been sent."""
    inside = Mailing.objects.visible_to(request.actor).filter(scheme=request.in_scheme, kind=kind)
    if gone is not None:
        inside = inside.filter(sent_at__isnull=not gone)
    return get_object_or_404(inside.select_related("written_by", "scheme"), pk=key)
