"""What is kept, and for how long: to those who answer for it, and in plain words to everybody it is about."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mentoring.held.keeping import keeps, keeps_of
from mentoring.web.gates import public
from safeguarding.keeping.notices import NOTICES
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


@require_safe
@scheme_view(Permission.RECORD_ANSWER)
def keep_list(request, scheme):
    return render(request, "safeguarding/keeping/keep_list.html", {"keeps": keeps()})


@require_safe
@public("says what is kept on people, before they tell anything")
def privacy(request):
    return render(request, "safeguarding/keeping/privacy.html", {"notices": NOTICES})


@require_safe
@public("says what is kept on people, before they tell anything")
def privacy_for(request, whom):
    if whom not in NOTICES:
        raise Http404
    shown = {"notice": NOTICES[whom], "keeps": keeps_of(whom)}
    return render(request, "safeguarding/keeping/privacy_for.html", shown)
