"""A record told: what happened in time order, and the facts beside it."""

from datetime import datetime, time

from django.utils.timezone import make_aware

from mentoring.web.wording import listed
from schemes.people import journeys, queries
from schemes.people.choices import FREE_TIMES

_TONES = {"approved": "good", "waiting": "good", "group-only": "good", "declined": "warn", "withdrawn": "warn"}


def volunteer_story(volunteer, reader) -> list[dict]:
    """Steps, training, interviews and reviews of a volunteer, oldest first. Staff who volunteer here too do not read
    on their own record what two people made of them (roles.md)."""
    events = _trained(volunteer) + _steps(volunteer)
    if volunteer.user_id != reader.pk:
        events += _interviewed(volunteer) + _reviewed(volunteer)
    return sorted(events, key=lambda event: event["when"])


def _interviewed(volunteer) -> list[dict]:
    held = volunteer.interviews.exclude(outcome="").select_related("first_interviewer")
    return [
        _event(
            interview.agreed_at or interview.created_at,
            "Interview held",
            interview.get_outcome_display(),
            f"{interview.first_interviewer} and {interview.second_interviewer}",
        )
        for interview in held
    ]


def _trained(volunteer) -> list[dict]:
    events = []
    settled = volunteer.attendances.filter(outcome__in=["attended", "missed"])
    for place in settled.select_related("session__module").prefetch_related("session__also"):
        topics = listed([str(module) for module in place.session.modules])
        what = f"Came to “{topics}”" if place.outcome == "attended" else f"Missed “{topics}”"
        events.append(_event(place.session.starts_at, what, "", ""))
    return events


def _reviewed(volunteer) -> list[dict]:
    events = []
    for review in volunteer.suitability_reviews.select_related("first_by", "second_by"):
        who = f"{review.first_by} and {review.second_by}" if review.second_by else str(review.first_by)
        more = review.get_outcome_display() + ("" if review.second_by else " – a second person has not looked yet")
        events.append(_event(review.second_at or review.created_at, "Suitability review", more, who))
    return events


def young_person_story(young_person) -> list[dict]:
    """Steps, first meetings, contact and other support of a young person, oldest first."""
    events = [
        _event(meeting.created_at, "First meeting", f"With {meeting.who_was_there}", str(meeting.written_by))
        for meeting in young_person.first_meetings.select_related("written_by")
    ]
    for contact in young_person.contacts.select_related("made_by"):
        what = f"{contact.get_how_display()}: {'reached' if contact.reached else 'no answer'}"
        events.append(_event(_noon(contact.made_on), what, contact.line, str(contact.made_by)))
    for signpost in young_person.signposts.select_related("told_by"):
        events.append(
            _event(_noon(signpost.told_on), "Told of other support", signpost.where_to, str(signpost.told_by))
        )
        if signpost.followed_up_on:
            how = signpost.how_it_went or "Asked how it went"
            events.append(_event(_noon(signpost.followed_up_on), f"Asked about {signpost.where_to}", how, ""))
    return sorted(events + _steps(young_person), key=lambda event: event["when"])


def _noon(day) -> datetime:
    """A day among instants: it stands at its noon."""
    return make_aware(datetime.combine(day, time(12)))


def _steps(person) -> list[dict]:
    return [
        _event(
            step.created_at,
            journeys.HAPPENED[step.to_state],
            step.why,
            str(step.by or ""),
            _TONES.get(step.to_state, ""),
        )
        for step in queries.state_story(person)
    ]


def _event(when, what, more, who, tone="") -> dict:
    return {"when": when, "what": what, "more": more, "who": who, "tone": tone}


def _where(person) -> str:
    """Town and first half of the postcode; more of an address is not kept (L9)."""
    return ", ".join(part for part in (person.area, person.outcode) if part)


def volunteer_facts(volunteer) -> list[tuple[str, list, bool]]:
    """(heading, facts, shut at first); what is not known yet is left out, so that the page stays short."""
    facts = {
        "About": _known(
            ("Reference", volunteer.ref),
            ("E-mail", volunteer.email),
            ("Phone", volunteer.phone),
            ("Date of birth", _day(volunteer.born_on)),
            ("Area", _where(volunteer)),
            ("Gender", volunteer.gender),
            ("Heard from", volunteer.heard_from),
            ("Has been in care", _yes_no(volunteer.care_experienced)),
            ("Peer mentor", "Yes" if volunteer.is_peer else ""),
        ),
        "As a mentor": _known(
            ("Interests", ", ".join(volunteer.interests)),
            ("Can help with", ", ".join(volunteer.strengths)),
            ("Free", _in_week(volunteer.free_times)),
            ("Languages", ", ".join(volunteer.languages)),
            ("Young people at once", volunteer.capacity),
            ("Supervisor", volunteer.supervisor),
            ("In their words", volunteer.about_me),
            ("Why they want to mentor", volunteer.motivation),
            ("Gaps in their history", volunteer.history_gaps),
            ("Role statement signed", _day(volunteer.role_statement_signed_on)),
        ),
        "From your spreadsheet, to be confirmed": _sheet_notes(volunteer),
    }
    return _shown(facts, shut={"As a mentor"})


def young_person_facts(young_person) -> list[tuple[str, list, bool]]:
    facts = {
        "Reaching them": _known(
            ("Reference", young_person.ref),
            ("E-mail", young_person.email),
            ("Phone", young_person.phone),
            ("We can text", _yes_no(young_person.may_text)),
            ("We can leave a message", _yes_no(young_person.may_leave_message)),
            ("Best", young_person.get_contact_how_display() if young_person.contact_how else ""),
            ("A good time", young_person.contact_time),
            ("Who else sees it", young_person.contact_seen_by),
            ("Please note", young_person.contact_notes),
            ("Area", _where(young_person)),
        ),
        "What they want": _known(
            ("Would like", young_person.get_mentor_kind_display()),
            ("Mentor’s gender", young_person.mentor_gender_wish),
            ("Background", young_person.get_background_wish_display() if young_person.background_wish else ""),
            ("Nobody from", ", ".join(young_person.not_from or [])),
            ("About the mentor", young_person.mentor_wish),
            ("Why now", ", ".join(young_person.why_now_kinds)),
            ("In their words", young_person.why_now),
            ("Likes", ", ".join(young_person.interests)),
            ("Would like help with", ", ".join(young_person.wants_help_with)),
            ("Free", _in_week(young_person.free_times)),
            ("Likes to speak", ", ".join(young_person.languages)),
            ("About themselves", young_person.about_me),
            ("Last said they want a mentor", _day(young_person.still_wants_mentor_on)),
        ),
        "About": _known(
            ("Date of birth", _day(young_person.born_on)),
            ("Gender", young_person.gender),
            ("Care status", young_person.get_care_status_display() if young_person.care_status else ""),
        ),
        "From your spreadsheet, to be confirmed": _sheet_notes(young_person),
    }
    return _shown(facts, shut={"About"})


def _shown(facts: dict[str, list], shut: set[str]) -> list[tuple[str, list, bool]]:
    return [(heading, known, heading in shut) for heading, known in facts.items() if known]


def _known(*facts) -> list[tuple]:
    return [(label, value) for label, value in facts if value not in (None, "", [])]


def _sheet_notes(person) -> list[tuple]:
    notes = person.sheet_notes if isinstance(person.sheet_notes, dict) else {}
    return [(str(label), str(value)) for label, value in notes.items() if value]


def _yes_no(value: bool | None) -> str:
    return {True: "Yes", False: "No"}.get(value, "")


def _day(value) -> str:
    return f"{value.day} {value:%B %Y}" if value else ""


def _in_week(times) -> str:
    """Free times from Monday on; words of the person's own come last."""
    return ", ".join(sorted(times, key=lambda time: FREE_TIMES.index(time) if time in FREE_TIMES else len(FREE_TIMES)))
