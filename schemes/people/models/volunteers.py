"""Those who offer to mentor (S9)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.fields import SealedJSONField, SealedTextField
from mentoring.records import Record, StateChange
from schemes.people.models.refs import new_volunteer_ref
from schemes.people.permissions import Permission, Role
from schemes.people.reached import Reached
from schemes.people.states import VOLUNTEER_MOVES
from schemes.planning.models import Scheme


class VolunteerQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whole roster for those who may read people; a supervisor their own mentors; everybody themselves."""
        if actor.reads_all_inside(Permission.PEOPLE_READ):
            return self.filter(scheme_id=actor.inside)
        return self.filter(
            Q(scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ))
            | Q(supervisor=actor.user, scheme_id__in=actor.schemes_with(Role.SUPERVISOR))
            | actor.own(user=actor.user)
        )


class Volunteer(Record):
    """Somebody who offers to mentor, from the first enquiry on (S9)."""

    class State(models.TextChoices):
        ENQUIRED = "enquired", "Enquired"
        APPLIED = "applied", "Applied"
        INTERVIEWING = "interviewing", "Interview"
        VETTING = "vetting", "Checks"
        TRAINING = "training", "Training"
        SUITABILITY = "suitability", "Suitability review"
        APPROVED = "approved", "Approved"
        GROUP_ONLY = "group-only", "Group support only"
        PAUSED = "paused", "Paused"
        LEFT = "left", "Left"
        WITHDRAWN = "withdrawn", "Withdrew"
        DECLINED = "declined", "Not taken on"

    moves = VOLUNTEER_MOVES

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="volunteers")
    ref = models.CharField(max_length=10, default=new_volunteer_ref, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="volunteering",
    )
    supervisor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="supervisees"
    )
    state = models.CharField(max_length=14, choices=State.choices, default=State.ENQUIRED, editable=False)
    reached = models.PositiveSmallIntegerField(choices=Reached.choices, default=Reached.ASKED, editable=False)
    name = models.CharField(max_length=120)
    email = models.EmailField("e-mail", blank=True)
    phone = models.CharField(max_length=40, blank=True)
    born_on = models.DateField("date of birth", null=True, blank=True)
    area = models.CharField(max_length=80, blank=True)
    outcode = models.CharField("first half of the postcode", max_length=4, blank=True)
    gender = models.CharField(max_length=40, blank=True)
    care_experienced = models.BooleanField("has been in care", null=True, blank=True)
    is_peer = models.BooleanField("would be a peer mentor", default=False)
    interests = models.JSONField(default=list, blank=True)
    strengths = models.JSONField("can help with", default=list, blank=True)
    free_times = models.JSONField("free on", default=list, blank=True, help_text="Mon am … Sun eve")
    languages = models.JSONField(default=list, blank=True)
    capacity = models.PositiveSmallIntegerField("how many young people", default=1)
    about_me = models.TextField("about me, in my words", blank=True)
    motivation = SealedTextField("why I want to mentor", blank=True)
    history_gaps = SealedTextField("gaps in history", blank=True)
    heard_from = models.ForeignKey(
        "schemes.Campaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="volunteers"
    )
    role_statement_signed_on = models.DateField("role statement signed", null=True, blank=True)
    pack_sent_on = models.DateField("pack sent", null=True, blank=True)
    sheet_notes = SealedJSONField("from your spreadsheet, to be confirmed", default=dict, blank=True)

    objects = VolunteerQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        indexes = [
            models.Index(fields=["scheme", "state", "area"]),
            models.Index(fields=["scheme", "heard_from", "reached"]),
            models.Index(fields=["scheme", "-created_at", "id"]),
            models.Index(fields=["scheme", "state", "-created_at", "id"]),
        ]

    class DataProtection:
        personal = (
            "user", "supervisor", "name", "email", "phone", "born_on", "area", "outcode", "gender", "interests",
            "strengths", "free_times", "languages", "about_me", "heard_from", "role_statement_signed_on",
            "pack_sent_on", "ref",
        )  # fmt: skip
        sensitive = ("care_experienced", "is_peer", "motivation", "history_gaps", "sheet_notes")
        ordinary = ("scheme", "state", "reached", "capacity")

    def __str__(self):
        return self.name

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name else self.ref


class VolunteerStateChange(StateChange):
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="state_changes")

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("volunteer",)
