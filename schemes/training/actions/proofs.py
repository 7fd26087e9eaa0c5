"""Writes about what counts besides sessions: a go at the questions, earlier training, certificates, the minimum."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.training.models import Certificate, Equivalence, StudyTry, TrainingStandard
from schemes.training.queries.proofs import course_heard, tries_today
from schemes.training.quiz import is_passed, questions_in, right_of

SAME_PAGE = "You sent this page already. Open it again to have another go."


@transaction.atomic
def study_answer(*, module, volunteer, number: int, chosen: dict[int, int], by) -> StudyTry:
    """One go at the questions, by the volunteer and nobody for them. `number`: which go of today the page was."""
    if volunteer.user_id != by.pk:
        raise Refused("Only they can answer these questions.")
    volunteer, done = locked(volunteer), tries_today(module, volunteer)
    if done >= module.tries_a_day:
        raise Refused("That was your last go today. Read it once more, and try again tomorrow.")
    if number != done + 1:
        raise Refused(SAME_PAGE)
    questions = questions_in(module.questions)
    right = right_of(questions, chosen)
    mark = {"right": right, "of": len(questions), "passed": is_passed(right, len(questions), module.pass_mark)}
    try:
        with transaction.atomic():
            answered = StudyTry.objects.create(
                module=module, volunteer=volunteer, on=timezone.localdate(), number=number, **mark
            )
    except IntegrityError as twice:
        raise Refused(SAME_PAGE) from twice
    audit_record(
        verb="studytry.answered", subject=answered, scheme=volunteer.scheme, about=[by], details={"n": number}, by=by
    )
    return answered


@transaction.atomic
def equivalence_add(*, volunteer, what, done_on, topics, hours, evidence, by) -> Equivalence:
    """Earlier training counts from now on, because somebody saw evidence and says so. Nobody decides on their own."""
    if volunteer.user_id and volunteer.user_id == by.pk:
        raise Refused("Nobody decides about their own earlier training.")
    equivalence = Equivalence.objects.create(
        volunteer=volunteer, what=what, done_on=done_on, topics=list(topics), hours=hours, evidence=evidence,
        decided_by=by,
    )  # fmt: skip
    audit_record(
        verb="equivalence.decided", subject=equivalence, scheme=volunteer.scheme, about=[volunteer.user], by=by
    )
    return equivalence


@transaction.atomic
def equivalence_withdraw(*, equivalence, by) -> Equivalence:
    """It no longer counts; the decision stays on the record."""
    locked(equivalence.volunteer)  # whoever introduces them at this moment sees it, or came first
    equivalence = locked(equivalence)
    if equivalence.withdrawn_at:
        raise Refused("This has been taken back already.")
    equivalence.withdrawn_at, equivalence.withdrawn_by = timezone.now(), by
    equivalence.save(update_fields=["withdrawn_at", "withdrawn_by"])
    volunteer = equivalence.volunteer
    audit_record(
        verb="equivalence.taken_back", subject=equivalence, scheme=volunteer.scheme, about=[volunteer.user], by=by
    )
    return equivalence


@transaction.atomic
def certificate_issue(*, course, volunteer, by) -> Certificate:
    """For a whole course, once; asked for again, it is the same one."""
    locked(volunteer)
    issued = Certificate.objects.filter(course=course, volunteer=volunteer).first()
    if issued:
        return issued
    heard = course_heard(course, volunteer)
    if not heard.is_whole:
        raise Refused("A certificate is for the whole course. Some of it has not been heard yet.")
    today = timezone.localdate()
    issued = Certificate.objects.create(
        course=course,
        volunteer=volunteer,
        number=f"{today.year}-{get_random_string(8, '23456789ABCDEFGHJKLMNPQRSTUVWXYZ')}",
        hours=heard.hours,
        topics=[str(module) for module in heard.modules],
        issued_on=today,
    )
    audit_record(verb="certificate.made", subject=issued, scheme=volunteer.scheme, about=[volunteer.user], by=by)
    return issued


@transaction.atomic
def training_standard_set(*, scheme, programme, hours, topics, by) -> TrainingStandard:
    """The minimum for one kind of mentor."""
    locked(scheme)  # whoever introduces two at this moment sees it, or came first
    standard, _ = TrainingStandard.objects.update_or_create(
        scheme=scheme, programme=programme, defaults={"hours": hours, "topics": list(topics)}
    )
    audit_record(verb="trainingstandard.changed", subject=standard, scheme=scheme, by=by)
    return standard
