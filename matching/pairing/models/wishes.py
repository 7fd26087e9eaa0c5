"""What each side shows and asks for (R8, L9), and how a scheme weighs it (S12)."""

from django.db import models
from django.db.models import Q

from mentoring.fields import SealedJSONField
from mentoring.records import Record
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.permissions import Permission
from schemes.planning.models import Scheme


class ProfileQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who make matches, and everybody their own."""
        wide = actor.schemes_for(Permission.MATCH_EDIT)
        return self.filter(
            Q(volunteer__scheme_id__in=wide)
            | Q(young_person__scheme_id__in=wide)
            | Q(volunteer__user=actor.user)
            | Q(young_person__user=actor.user)
        )


class Profile(Record):
    """R8, L9: what a volunteer lets a young person see before they meet, and what either asks for in the other. What
    a young person shows, and where nobody may be from, stands on their own record."""

    class AgeWish(models.TextChoices):
        ANY = "", "Any age is fine"
        YOUNG = "young", "Under 30"
        MIDDLE = "middle", "30 to 50"
        OLDER = "older", "Over 50"

    volunteer = models.OneToOneField(
        Volunteer, null=True, blank=True, on_delete=models.CASCADE, related_name="pairing_profile"
    )
    young_person = models.OneToOneField(
        YoungPerson, null=True, blank=True, on_delete=models.CASCADE, related_name="pairing_profile"
    )
    shows = models.JSONField("what they can read about me", default=list, blank=True)
    not_from = models.JSONField("nobody from these places", default=list, blank=True)
    mentor_age_wish = models.CharField("how old?", max_length=8, choices=AgeWish.choices, blank=True)
    communities = SealedJSONField("communities I feel part of, in my words (R8)", default=list, blank=True)
    months = models.PositiveSmallIntegerField("for how many months", null=True, blank=True)
    knows_about = models.JSONField("what they have lived or worked with (L3)", default=list, blank=True)

    previewed_at = models.DateTimeField("looked at by the mentor, who said yes to it", null=True, blank=True)
    previewed_mark = models.CharField("of the words they said yes to", max_length=16, blank=True, editable=False)
    preview_asked_at = models.DateTimeField("the mentor was asked to look", null=True, blank=True)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(volunteer__isnull=False, young_person__isnull=True)
                | Q(volunteer__isnull=True, young_person__isnull=False),
                name="matching_profile_of_one_person",
            )
        ]

    class DataProtection:
        personal = ("volunteer", "young_person", "shows")
        sensitive = ("not_from", "mentor_age_wish", "communities", "knows_about")
        ordinary = ("months", "previewed_at", "previewed_mark", "preview_asked_at")


class PairingRulesQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(scheme_id__in=actor.schemes_for(Permission.MATCH_EDIT))


class PairingRules(Record):
    """How a scheme weighs what may make two people suit each other (S12). No row: the weights we begin with."""

    class Aim(models.TextChoices):
        MOST = "most", "As many young people as possible, then the best pairs"
        BEST = "best", "The best pairs, even if fewer young people are matched"

    scheme = models.OneToOneField(Scheme, on_delete=models.CASCADE, related_name="pairing_rules")
    weights = models.JSONField("how much each question counts, 0 to 5", default=dict, blank=True)
    aim = models.CharField(max_length=4, choices=Aim.choices, default=Aim.MOST)
    farthest_km = models.PositiveSmallIntegerField("no farther apart than, in kilometres", null=True, blank=True)

    objects = PairingRulesQuerySet.as_manager()

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("scheme", "weights", "aim", "farthest_km")
