"""Training on a volunteer's record."""

from django.urls import reverse

from mentoring.home.cards import Card
from schemes.people.permissions import Permission
from schemes.training.queries import topic_words, training_standing
from schemes.training.queries.sessions import IN_TRAINING


def volunteer_panels(volunteer, actor) -> list[Card]:
    """How they stand against the minimum, for whoever reads training."""
    if not actor.may(Permission.TRAINING_READ, volunteer):
        return []
    standing = training_standing(volunteer)
    shown = {
        "standing": standing,
        "missing": topic_words(standing.missing),
        "url": reverse("schemes:training_show", args=[volunteer.scheme.slug, volunteer.pk]),
    }
    folds = standing.is_met or volunteer.state not in IN_TRAINING
    return [Card("Training", "schemes/training/training_panel.html", shown, folds=folds)]
