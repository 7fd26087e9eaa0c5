"""What every view of a form begins with: what was sent, and doing it or standing by the form with the reasons."""

from django.contrib import messages

from mentoring.transitions import Refused


def sent(request):
    """What was posted; None while the form is only looked at."""
    return request.POST if request.method == "POST" else None


def taken(form, do) -> bool:
    """Was the form good and the thing done? Where it was refused, each reason stands on the form."""
    if not (form.is_bound and form.is_valid()):
        return False
    try:
        do(form.cleaned_data)
    except Refused as refused:
        form.add_error(None, refused.reasons)
        return False
    return True


def pressed(request, act, words: str, /, **row) -> None:
    """One button's worth: done, and `words` say so, or the reasons why not."""
    try:
        act(**row, by=request.user)
        messages.success(request, words)
    except Refused as refused:
        messages.error(request, " ".join(refused.reasons))
