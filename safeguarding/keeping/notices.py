"""What a notice of privacy says to each audience, in plain words (UK GDPR, articles 13 and 14). How long things are
kept is not here: it comes from the schedule, so that the notice is always true. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Notice:
    """title: whom it is for. what: what is kept. why: what for, and on which ground in law. sees: who reads it."""

    title: str
    what: str
    why: str
    sees: str


NOTICES = {
    "young-people": Notice(
        "For young people",
        "What you tell us, and what whoever referred you told us: your name, how to reach you, what you like and what "
        "you would like from a mentor. Then what you and your mentor agree, plan and do.",
        "To find a mentor who suits you, and to keep you safe. The law calls the first a legitimate interest, and "
        "where it is about your health or your background, we ask for your yes. You can take that yes back.",
        "The people of your scheme. Your mentor reads what you decided to show. What you write only for yourself is "
        "read by nobody else. We sell nothing, and pass nothing on, unless somebody is in danger or a law makes us.",
    ),
    "mentors": Notice(
        "For mentors",
        "What you wrote when you applied, your references and checks, your training, what you note of meetings, and "
        "how we supported you. Of a check we keep the kind, the day and what was decided, never the certificate.",
        "To know that young people are safe with you, and to support you. The law calls this a legitimate interest; "
        "for what a check says of convictions it is the protection of children and adults (Data Protection Act 2018, "
        "schedule 1, paragraph 18).",
        "The people of your scheme, each as far as their role needs. The young person you are matched with reads what "
        "you chose to show. We sell nothing, and pass nothing on, unless somebody is in danger or a law makes us.",
    ),
    "others": Notice(
        "For those who refer somebody or write a reference",
        "Your name, how to reach you, and what you wrote to us.",
        "To find a mentor for somebody you know, or to know that young people are safe with somebody you know. The law "
        "calls this a legitimate interest.",
        "The people of the scheme. Whoever you wrote about may ask to read it; how to reach you stays with us.",
    ),
}
