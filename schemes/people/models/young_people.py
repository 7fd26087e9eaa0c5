"""Those who may want a mentor (S10)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.fields import SealedJSONField, SealedTextField
from mentoring.records import Record, StateChange
from schemes.people.models.refs import new_young_person_ref
from schemes.people.permissions import Permission
from schemes.people.states import YOUNG_PERSON_MOVES
from schemes.planning.models import Scheme


class YoungPersonQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who may read people, and the young person; a mentor sees theirs through the match only."""
        if actor.reads_all_inside(Permission.PEOPLE_READ):
            return self.filter(scheme_id=actor.inside)
        return self.filter(Q(scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ)) | Q(user=actor.user))


class YoungPerson(Record):
    """Somebody who may want a mentor (S10). They decide why and what (P5)."""

    class State(models.TextChoices):
        REFERRED = "referred", "Referred"
        CONTACTED = "contacted", "Contacted"
        MET = "met", "Met"
        WAITING = "waiting", "Waiting for a mentor"
        PAUSED = "paused", "Paused"
        MOVED_ON = "moved-on", "Moved on"
        CHOSE_NOT = "chose-not", "Chose not to"
        NOT_ELIGIBLE = "not-eligible", "Not eligible"
        SIGNPOSTED = "signposted", "Pointed elsewhere"

    class MentorKind(models.TextChoices):
        PEER = "peer", _("Somebody who was in care too")
        TRADITIONAL = "traditional", _("Somebody older from the community")
        EITHER = "either", _("Either is fine")

    class CareStatus(models.TextChoices):
        UNKNOWN = "", "Not known yet"
        LOOKED_AFTER = "looked-after", "Looked after"
        ELIGIBLE = "eligible", "Eligible"
        RELEVANT = "relevant", "Relevant"
        FORMER_RELEVANT = "former-relevant", "Former relevant"
        QUALIFYING = "qualifying", "Qualifying"
        NONE = "none", "None of these in law"

    class ContactHow(models.TextChoices):
        ANY = "", "Any way is fine"
        TEXT = "text", "A text"
        CALL = "call", "A call"
        EMAIL = "email", "An e-mail"

    class BackgroundWish(models.TextChoices):
        ANY = "", _("It doesn’t matter")
        LIKE_ME = "like-me", "Someone with a background like mine"
        ELSEWHERE = "elsewhere", "Someone from outside my community"

    moves = YOUNG_PERSON_MOVES

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="young_people")
    ref = models.CharField(max_length=10, default=new_young_person_ref, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="mentee_records",
    )
    state = models.CharField(max_length=14, choices=State.choices, default=State.REFERRED, editable=False)
    name = models.CharField("what should we call you?", max_length=120)
    email = models.EmailField("e-mail", blank=True)
    phone = models.CharField(max_length=40, blank=True)
    may_text = models.BooleanField("we can text this number", null=True, blank=True)
    may_leave_message = models.BooleanField("we can leave a message", null=True, blank=True)
    contact_how = models.CharField("what is best?", max_length=5, choices=ContactHow.choices, blank=True)
    contact_time = models.CharField("when is a good time?", max_length=120, blank=True)
    contact_seen_by = SealedTextField("who else sees this phone or e-mail?", blank=True)
    contact_notes = SealedTextField("anything we should know about contacting you?", blank=True)
    born_on = models.DateField("date of birth", null=True, blank=True)
    area = models.CharField(max_length=80, blank=True)
    outcode = models.CharField("first half of the postcode", max_length=4, blank=True)
    gender = models.CharField(max_length=40, blank=True)
    care_status = models.CharField(max_length=16, choices=CareStatus.choices, blank=True)
    mentor_kind = models.CharField("who would you like?", max_length=12, choices=MentorKind.choices, blank=True)
    mentor_gender_wish = models.CharField("would you like your mentor to be…", max_length=40, blank=True)
    background_wish = models.CharField("what background?", max_length=9, choices=BackgroundWish.choices, blank=True)
    not_from = SealedJSONField("nobody from these places", default=list, blank=True)
    mentor_wish = SealedTextField("anything else about the mentor you'd like", blank=True)
    interests = models.JSONField("things I like", default=list, blank=True)
    wants_help_with = models.JSONField("I'd like help with", default=list, blank=True)
    free_times = models.JSONField("free on", default=list, blank=True)
    languages = models.JSONField("languages I like to speak", default=list, blank=True)
    why_now_kinds = models.JSONField("why now (L3)", default=list, blank=True)
    why_now = SealedTextField("why now, in their words", blank=True)
    about_me = SealedTextField("about me, in my words", blank=True)
    shares = models.JSONField("what a mentor may read", default=dict, blank=True)
    shares_said_on = models.DateField("decided what a mentor may read", null=True, blank=True)
    still_wants_mentor_on = models.DateField("last said they want a mentor", null=True, blank=True)
    sheet_notes = SealedJSONField("from your spreadsheet, to be confirmed", default=dict, blank=True)

    objects = YoungPersonQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "young people"
        indexes = [
            models.Index(fields=["scheme", "state", "area"]),
            models.Index(fields=["scheme", "-created_at", "id"]),
            models.Index(fields=["scheme", "state", "-created_at", "id"]),
        ]

    class DataProtection:
        personal = (
            "user", "name", "email", "phone", "may_text", "may_leave_message", "contact_how", "contact_time", "born_on",
            "area", "outcode", "gender", "interests", "wants_help_with", "free_times", "languages", "ref",
        )  # fmt: skip
        sensitive = (
            "care_status", "why_now", "why_now_kinds", "about_me", "mentor_wish", "mentor_gender_wish", "mentor_kind",
            "background_wish", "not_from", "contact_seen_by", "contact_notes", "sheet_notes",
        )  # fmt: skip
        ordinary = ("scheme", "state", "shares", "shares_said_on", "still_wants_mentor_on")

    def __str__(self):
        return self.name

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name else self.ref


class YoungPersonStateChange(StateChange):
    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="state_changes")

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("young_person",)
