"""The letter: written and sent by the co-ordinator, drawn as a PDF, read by whoever it is for on their own page."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from matching.endings.letters import actions, queries
from matching.endings.letters.forms import LetterForm
from matching.endings.letters.words import first_words
from matching.endings.pages import ending_or_404, match_of_others_or_404
from matching.endings.papers import paper_or_back
from matching.endings.queries import departed_of, ending_of
from matching.relationships.pages import to_match
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission


@scheme_view(Permission.MATCH_EDIT)
def ending_letter_write(request, scheme, match_id):
    match = match_of_others_or_404(request, match_id)
    ending = ending_of(match)
    form = LetterForm(sent(request), match=match, initial=first_said(match, ending))
    if taken(form, lambda said: actions.ending_letter_write(match=match, **said, by=request.user)):
        messages.success(request, SAID[form.cleaned_data["letter_by"]])
        return redirect("matching:ending_edit", scheme.slug, match.pk)
    context = {"form": form, "match": match, "ending": ending}
    status = 422 if form.is_bound else 200
    return render(request, "matching/endings/letters/ending_letter_write.html", context, status=status)


SAID = {
    "": "Kept. It is not sent yet.",
    "portal": "It is on their own page now. You see here when they have read it.",
    "post": "Noted that it was posted.",
}


def first_said(match, ending) -> dict:
    """The letter there is, else first words that fit how it ended, to whoever has gone."""
    if ending and ending.letter:
        return {name: getattr(ending, name) for name in LetterForm.base_fields}
    to = "mentor" if list(departed_of(match)) == ["mentor"] else "mentee"
    other = match.volunteer if to == "mentee" else match.young_person
    words = first_words(to=to, planned=ending.planned if ending else "", other=other.first_name)
    return {"letter_to": to, "letter": words, "letter_by": ""}


@require_safe
@scheme_view(Permission.MATCH_EDIT)
def ending_letter(request, scheme, match_id):
    """The letter as a PDF, for whoever may edit the match."""
    ending = ending_or_404(request, match_id)
    return paper(request, ending, "matching:ending_edit", scheme.slug, match_id)


@require_POST
@scheme_view(Permission.MATCH_EDIT)
def ending_letter_confirm(request, scheme, match_id):
    ending = ending_or_404(request, match_id)
    actions.ending_letter_confirm(ending=ending, on=timezone.localdate(), by=request.user)
    return to_match(ending.match)


@require_safe
@portal_view
def letter_mine(request, ending_id):
    """My letter; opening it tells the co-ordinator that it arrived."""
    ending = my_letter_or_404(request, ending_id)
    actions.ending_letter_confirm(ending=ending, on=timezone.localdate(), by=request.user)
    return render(request, "matching/endings/letters/letter_mine.html", queries.letter_context(ending))


@require_safe
@portal_view
def letter_mine_print(request, ending_id):
    """The same to keep, as a PDF."""
    ending = my_letter_or_404(request, ending_id)
    return paper(request, ending, "matching:letter_mine", ending.pk)


def my_letter_or_404(request, ending_id):
    return get_object_or_404(queries.letters_of(request.user), pk=ending_id)


def paper(request, ending, *to):
    """The letter on paper; one that has no words yet is none."""
    if not ending.letter:
        raise Http404
    context = {**queries.letter_context(ending), "today": timezone.localdate()}
    return paper_or_back(request, "ending_letter", context, *to, title="A letter for you", name="letter")
