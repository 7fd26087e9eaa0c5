"""What matching's page asks for when it hands a pair to this room."""

from django import forms

from mentoring.web.forms import KitForm, SayDateField
from safeguarding.risk.topics import LIKELY, TOPICS, point_lacks

BOX, SMALL_BOX = {"rows": 4}, {"rows": 2}
SIDES = {"young_person_side": "young-person", "mentor_side": "mentor"}


def text(label: str, help_text: str = "", *, required=False, box=SMALL_BOX) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=4000, widget=forms.Textarea(box)
    )


def likely_field(heading: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=f"{heading}: how likely is trouble?", choices=[("", "Choose"), *LIKELY.items()])


class RiskAssessmentForm(KitForm):
    """Both sides of a pair and their meeting (L8), point by point, in the words of the person who knows them."""

    young_person_side = text(f"{TOPICS['young-person'][0]}: what might happen?", TOPICS["young-person"][1],
                             required=True, box=BOX)  # fmt: skip
    mentor_side = text(f"{TOPICS['mentor'][0]}: what might happen?", TOPICS["mentor"][1], required=True, box=BOX)
    meeting_safely = text(
        "How do they meet safely, and what do we do if something goes wrong?",
        "Whom each of them rings, who rings back, who is told.",
        required=True,
        box=BOX,
    )
    review_on = SayDateField(label="Look again on", future=True)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        sides = {topic: name for name, topic in SIDES.items()}
        for topic, (heading, hint) in TOPICS.items():
            if topic not in sides:
                self.fields[f"{topic}_what"] = text(f"{heading}: what might happen?", hint)
            self.fields[f"{topic}_likely"] = likely_field(heading)
            self.fields[f"{topic}_we_do"] = text(f"{heading}: what do we do about it?")
        order = [
            name
            for topic in TOPICS
            for name in (sides.get(topic, f"{topic}_what"), f"{topic}_likely", f"{topic}_we_do")
        ]
        self.order_fields([*order, "meeting_safely", "review_on"])

    def clean(self):
        """The answers of the points become one list, which the action takes whole."""
        cleaned, points = super().clean(), []
        sides = {topic: name for name, topic in SIDES.items()}
        for topic in TOPICS:
            what = cleaned.get(sides[topic], "") if topic in sides else cleaned.pop(f"{topic}_what", "")
            likely, we_do = cleaned.pop(f"{topic}_likely", ""), cleaned.pop(f"{topic}_we_do", "")
            for part, words in point_lacks(likely, what, we_do).items():
                if not (part == "what" and topic in sides):
                    self.add_error(f"{topic}_{part}", words)
            points.append({"topic": topic, "likely": likely, "what": "" if topic in sides else what, "we_do": we_do})
        return {**cleaned, "points": points}

    @classmethod
    def first_said(cls, risk) -> dict:
        """A new one begins with the words of the one before, which stays as it was; the day to look again is new."""
        said = {name: getattr(risk, name) for name in (*SIDES, "meeting_safely")}
        for point in risk.points:
            said |= {f"{point['topic']}_{part}": point[part] for part in ("likely", "what", "we_do")}
        return said

    def groups(self):
        """(heading, fields) for the page."""
        sides = {topic: name for name, topic in SIDES.items()}
        for topic, (heading, _) in TOPICS.items():
            names = (sides.get(topic, f"{topic}_what"), f"{topic}_likely", f"{topic}_we_do")
            yield heading, [self[name] for name in names]
        yield "If something goes wrong, and when to look again", [self["meeting_safely"], self["review_on"]]


class RiskSendBackForm(KitForm):
    why = forms.CharField(
        label="What is missing?",
        help_text="The person who wrote it reads this.",
        widget=forms.Textarea({"rows": 3}),
    )
