"""What this part holds on a person: who they are, how they came, what was sent to them."""

from django.db.models import Q

from mentoring.held.kinds import Chapter, Kind, Side
from schemes.people.mailings.rules import REASONS, for_one
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.sharing import FIELDS, LEVELS

NOTES = "It came from a spreadsheet of the scheme’s, so somebody looks whether it tells of others."
STEP = "Why a step was taken may have been written about others too."


def shares_words(row, side) -> dict:
    """What a mentor may read, as the young person decided."""
    return {str(FIELDS[key].mine): str(LEVELS[level]) for key, level in row.shares.items() if key in FIELDS}


def step_words(model):
    states = dict(model.State.choices)
    return lambda row, side: states.get(row.to_state, row.to_state)


def as_sent(row, side) -> str:
    """The words as this person got them."""
    return "" if row.left_out else for_one(row.mailing.words, row.person.first_name)


KINDS = (
    Kind(
        "schemes.YoungPerson",
        "Who you are",
        young_person=Side(
            "pk",
            own=(
                "name ref state born_on gender email phone may_text may_leave_message contact_how contact_time "
                "contact_seen_by contact_notes area outcode languages about_me interests wants_help_with free_times "
                "why_now_kinds why_now care_status mentor_kind mentor_gender_wish background_wish not_from mentor_wish "
                "shares shares_said_on still_wants_mentor_on"
            ),
            judged="sheet_notes",
        ),
        says={
            "shares": ("What a mentor may read", shares_words),
            "state": ("On our list as", lambda row, side: row.get_state_display()),
        },
        why=NOTES,
        labels={
            "name": "Name",
            "ref": "Reference",
            "contact_seen_by": "Who else sees your phone or e-mail",
            "contact_notes": "About getting in touch with you",
            "care_status": "What you are in law",
            "mentor_kind": "Which mentor you would like",
            "mentor_gender_wish": "Your mentor should be",
            "background_wish": "What background",
            "why_now": "Why now, in your words",
            "why_now_kinds": "Why now",
            "mentor_wish": "Anything else about the mentor",
            "still_wants_mentor_on": "Last said that you want a mentor",
        },
    ),
    Kind(
        "schemes.Volunteer",
        "Who you are, as a volunteer",
        volunteer=Side(
            "pk",
            own=(
                "name ref state born_on gender email phone area outcode languages about_me motivation interests "
                "strengths free_times capacity is_peer care_experienced history_gaps supervisor heard_from "
                "role_statement_signed_on pack_sent_on"
            ),
            judged="sheet_notes",
        ),
        says={"state": ("On our list as", lambda row, side: row.get_state_display())},
        why=NOTES,
        labels={"ref": "Reference", "heard_from": "How you heard of us"},
    ),
    Kind(
        "schemes.YoungPersonStateChange",
        "Your steps with us",
        young_person=Side("young_person", own="to_state", judged="why"),
        by="by",
        says={"to_state": ("Step", step_words(YoungPerson))},
        why=STEP,
        chapter=Chapter.JOINING,
    ),
    Kind(
        "schemes.VolunteerStateChange",
        "Your steps as a volunteer",
        volunteer=Side("volunteer", own="to_state", judged="why"),
        by="by",
        says={"to_state": ("Step", step_words(Volunteer))},
        why=STEP,
        chapter=Chapter.JOINING,
    ),
    Kind(
        "schemes.Referral",
        "Who put your name down",
        user=Side(
            "referrer",
            own=(
                "referrer_name referrer_role referrer_email referrer_phone received_on young_person_agreed "
                "referrer_words named"
            ),
        ),
        young_person=Side(
            "young_person",
            own="named is_self_referral received_on young_person_agreed young_person_words",
            judged="referrer_name referrer_role referrer_email referrer_phone referrer_words",
        ),
        at="received_on",
        why="What the other one wrote stays their words, and how to reach them is theirs.",
        labels={
            "named": "Under the name",
            "is_self_referral": "By yourself",
            "received_on": "Day",
            "young_person_agreed": "The young person agreed",
            "referrer_name": "Who wrote to us",
            "referrer_role": "Their role",
            "referrer_email": "Their e-mail",
            "referrer_phone": "Their phone",
            "referrer_words": "What they hoped for",
            "young_person_words": "What you said you want",
        },
        chapter=Chapter.JOINING,
    ),
    Kind(
        "schemes.Membership",
        "Roles",
        user=Side("user", own="scheme role ended_at"),
        labels={"ended_at": "Until"},
        chapter=Chapter.KEPT,
    ),
    Kind(
        "schemes.Invitation",
        "Invitations",
        volunteer=Side("volunteer", own="name email role expires_at taken_up_at withdrawn_at"),
        young_person=Side("young_person", own="name email role expires_at taken_up_at withdrawn_at"),
        email=Side("email", judged="name email role expires_at taken_up_at withdrawn_at"),
        by="invited_by",
        why="An address can be shared, so somebody looks whether it was to you.",
        labels={"expires_at": "Open until", "taken_up_at": "Taken up", "withdrawn_at": "Taken back"},
        chapter=Chapter.KEPT,
    ),
    Kind(
        "schemes.MailingRecipient",
        "Messages to many, you among them",
        volunteer=Side("volunteer", own="subject words left_out", where=Q(mailing__sent_at__isnull=False)),
        young_person=Side("young_person", own="subject words left_out", where=Q(mailing__sent_at__isnull=False)),
        at="mailing__sent_at",
        joins=("volunteer", "young_person"),
        by="mailing__written_by",
        says={
            "subject": ("Subject", lambda row, side: row.mailing.subject),
            "words": ("Words", as_sent),
            "left_out": ("Not sent to you because", lambda row, side: REASONS.get(row.left_out, row.left_out)),
        },
        chapter=Chapter.KEPT,
    ),
    Kind(
        "schemes.NoMoreMail",
        "No more messages",
        email=Side("email", judged="email"),
        why="An address can be shared, so somebody looks whether it is yours.",
        chapter=Chapter.KEPT,
    ),
    Kind(
        "schemes.MergedPerson",
        "Two records of yours that were put together",
        volunteer=Side("volunteer", own="gone_ref", judged="held"),
        young_person=Side("young_person", own="gone_ref", judged="held"),
        by="merged_by",
        why="All that the second record held is kept as it was, what tells of others among it.",
        labels={"gone_ref": "Reference of the second", "held": "What it held"},
        chapter=Chapter.KEPT,
    ),
)
ELSEWHERE = {
    "schemes.Invitation.token_hash": "a hash of a link, of which nothing can be read",
    "schemes.Mailing": "its words stand with everybody it went to; the rest is about a list",
    "schemes.MailingRecipient.letter": "the outbox’s own note that it went",
    "schemes.LikelyPair": "found anew each night from two records that are both here; it holds their keys",
    "schemes.MergedPerson.gone_key": "a key that says nothing",
}
