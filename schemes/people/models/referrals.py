"""How a young person came to the scheme (S10)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models.young_people import YoungPerson
from schemes.people.permissions import Permission, Role
from schemes.planning.models import Scheme


class ReferralQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Staff who may read people, and the referrer their own while they hold the role."""
        refers_in = actor.schemes_with(Role.REFERRER)
        return self.filter(
            Q(scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ)) | Q(referrer=actor.user, scheme_id__in=refers_in)
        )


class Referral(Record):
    """How a young person came: by themselves, or through an agency with their own consent.

    The referrer's words stay the referrer's words; they never become a goal unless the mentee takes them up (P5).
    """

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="referrals")
    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="referrals")
    named = models.CharField(max_length=120, blank=True, help_text="the name the young person was referred under")
    is_self_referral = models.BooleanField(default=False)
    referrer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="referrals"
    )
    referrer_name = models.CharField("your name", max_length=120, blank=True)
    referrer_role = models.CharField("your role", max_length=120, blank=True)
    referrer_email = models.EmailField("your e-mail", blank=True)
    referrer_phone = models.CharField("your phone", max_length=40, blank=True)
    young_person_agreed = models.BooleanField("the young person knows about this and agreed", default=False)
    referrer_words = SealedTextField("what you hope for (it stays your words)", blank=True)
    young_person_words = SealedTextField("what the young person says they want", blank=True)
    received_on = models.DateField("received")

    objects = ReferralQuerySet.as_manager()

    class DataProtection:
        personal = (
            "young_person",
            "named",
            "referrer",
            "referrer_name",
            "referrer_role",
            "referrer_email",
            "referrer_phone",
        )
        sensitive = ("referrer_words", "young_person_words")
        ordinary = ("scheme", "is_self_referral", "young_person_agreed", "received_on")
