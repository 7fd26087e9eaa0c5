"""What belongs together: concerns that were linked, and all there are about one person. Of each only what this reader
may read; that there is more is told to nobody."""

from django.db.models import Q

from safeguarding.concerns.links.models import ConcernLink
from safeguarding.concerns.models import Concern, ConcernSubject
from schemes.people.models import Volunteer, YoungPerson


def linked(concern, actor) -> list[tuple[Concern, str]]:
    """(the other one, why), oldest first."""
    rows = ConcernLink.objects.filter(Q(concern=concern) | Q(other=concern)).select_related("concern", "other")
    pairs = [(row.other if row.concern_id == concern.pk else row.concern, row.why) for row in rows]
    readable = keys_readable(actor, [other.pk for other, _ in pairs])
    return sorted(((one, why) for one, why in pairs if one.pk in readable), key=lambda pair: pair[0].created_at)


def keys_readable(actor, keys) -> set:
    return set(Concern.objects.visible_to(actor).filter(pk__in=keys).values_list("pk", flat=True))


def to_link(concern, actor) -> list[Concern]:
    """Others that this reader may link it with, those about the same people first, then the newest."""
    taken = {one.pk for one, _ in linked(concern, actor)}
    others = list(Concern.objects.visible_to(actor).filter(scheme=concern.scheme_id).exclude(pk=concern.pk))
    same = {one.pk for one in about_the_same(concern, actor)}
    return sorted((one for one in others if one.pk not in taken), key=lambda one: one.pk not in same)


def about_the_same(concern, actor) -> list[Concern]:
    """Readable ones about somebody whom this one is about."""
    rows = [about_person(subject) for subject in concern.subjects.all()]
    if not rows:
        return []
    meant = rows[0]
    for row in rows[1:]:
        meant |= row
    found = ConcernSubject.objects.filter(meant).values("concern")
    return list(Concern.objects.visible_to(actor).filter(pk__in=found, scheme=concern.scheme_id).exclude(pk=concern.pk))


def about_person(subject) -> Q:
    """Rows that mean the same person as this one: by account, and by every record that is the account's."""
    user_id = subject.user_id or getattr(subject.volunteer or subject.young_person, "user_id", None)
    meant = Q(user=subject.user_id) if subject.user_id else Q()
    meant |= Q(volunteer=subject.volunteer_id) if subject.volunteer_id else Q()
    meant |= Q(young_person=subject.young_person_id) if subject.young_person_id else Q()
    if user_id:
        volunteers = Volunteer.objects.filter(user=user_id).values("pk")
        young_people = YoungPerson.objects.filter(user=user_id).values("pk")
        meant |= Q(user=user_id) | Q(volunteer__in=volunteers) | Q(young_person__in=young_people)
    return meant


def concerns_of_person(subject, actor) -> list[Concern]:
    """Everything about this person that this reader may read, oldest first; the one they came from among it."""
    found = ConcernSubject.objects.filter(about_person(subject)).values("concern")
    rows = Concern.objects.visible_to(actor).filter(pk__in=found, scheme=subject.concern.scheme_id)
    return list(rows.select_related("raised_by", "scheme").order_by("created_at"))
