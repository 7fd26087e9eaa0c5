"""Several concerns about one person as one story, and as one paper."""

from django.utils import timezone

from mentoring.web.wording import short_day
from safeguarding.concerns.chronology import chronology_of
from safeguarding.concerns.printing.paper import names_in, paper_of


def story_of_all(concerns) -> list[dict]:
    """The lines of them all in time order; each says of which one it is."""
    today, lines = timezone.localdate(), []
    for concern in concerns:
        raised = short_day(timezone.localdate(concern.created_at), today)
        lines += [{**line, "what": f"{line['what']} (raised {raised})"} for line in chronology_of(concern)]
    return sorted(lines, key=lambda line: line["when"])


def names_in_all(concerns) -> list[str]:
    return sorted({name for concern in concerns for name in names_in(concern)})


def papers_of(concerns, words) -> list[dict]:
    """A paper of each, oldest first, with the same words left out of all."""
    return [{"concern": concern, **paper_of(concern, words)} for concern in concerns]
