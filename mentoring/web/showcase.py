"""Made-up things for the page of pieces (`/kit/`): every component full, empty and with mistakes in it."""

from datetime import date, datetime, timedelta

from django import forms
from django.utils import timezone

from mentoring.home.cards import TodayRow
from mentoring.web.forms import BigChoiceField, DatePartsField, KitForm, SayDateField, ScaleField, UkPhoneField

STEPS = (
    (1, "Need and consultation", "done", "477 care leavers 17–21, about 119 may want a mentor"),
    (2, "Aims and objectives", "done", "9 objectives, 6 on course"),
    (3, "Resources", "missing", "No money set aside for evaluation"),
    (4, "Action plan and budget", "running", "31 of 38 actions done"),
    (5, "Advisory group", "begun", "One meeting held"),
    (6, "Skilled co-ordinator", "", "Not begun"),
)
STORY = (
    ("next", 2, "Next time: the café at the library", "Zofia will wait outside."),
    ("good", -3, "They met for two hours", "Cooked together. Next: the bus to college."),
    ("warn", -10, "The meeting did not take place", "Jay sent a message the evening before."),
    ("", -24, "Agreement signed by both", ""),
)


class MeetingForm(KitForm):
    """One field of every kind."""

    summary = forms.CharField(label="What did you do?", help_text="A line or two is enough.", widget=forms.Textarea)
    met_on = SayDateField(label="When did you meet?", past=True)
    born_on = DatePartsField(label="When were you born?")
    phone = UkPhoneField(label="Telephone", required=False)
    place = forms.ChoiceField(label="Where?", choices=[("", "Choose"), ("cafe", "A café"), ("walk", "A walk")])
    rating = ScaleField(label="How sure do you feel about cooking?", ends=("Not sure at all", "Very sure"))
    mood = BigChoiceField(
        label="How did it go?", choices=[("good", "Good"), ("ok", "OK"), ("not_good", "Not good")], required=False
    )
    days = forms.MultipleChoiceField(
        label="Days that suit you",
        choices=[("mon", "Monday"), ("tue", "Tuesday"), ("sat", "Saturday")],
        widget=forms.CheckboxSelectMultiple,
    )
    paper = forms.FileField(label="A photo of the agreement", required=False, help_text="PDF or picture, up to 5 MB.")
    agreed = forms.BooleanField(label="We both agreed to write this down")


def showcase() -> dict:
    """Everything the page shows."""
    now, today = timezone.localtime(), timezone.localdate()
    return {
        "nav_links": [
            link(word, word == "Today") for word in ("Today", "Steps", "People", "Matches", "Training", "Reports")
        ],
        "my_schemes": [link("Sheffield", True), link("Rotherham and the Dearne Valley", False)],
        "concern_url": "#facts",
        "rows": today_rows(today),
        "steps": [
            {"number": number, "name": name, "state": state, "small": small, "url": "#steps"}
            for number, name, state, small in STEPS
        ],
        "story": [
            {"tone": tone, "when": now + timedelta(days=away), "what": what, "more": more, "who": "Zofia"}
            for tone, away, what, more in STORY
        ],
        "facts": [
            ("Mentor", "Zofia K.", "#facts"),
            ("Together since", "14 August"),
            ("Meets", "Weekly, mostly Thursdays"),
            ("Next review", "4 December", "#facts"),
        ],
        "tasks": [
            {"label": "About you", "url": "#tasks", "state": "Done", "tone": "good"},
            {
                "label": "Two references",
                "url": "#tasks",
                "state": "One to go",
                "tone": "watch",
                "small": "Asked on Monday",
            },
            {"label": "Criminal record check", "url": "#tasks", "state": "Not begun", "tone": "plain"},
            {"label": "Training", "state": "Opens after your references", "tone": "plain"},
        ],
        "people": people(today),
        "form": MeetingForm(prefix="new"),
        "wrong_form": MeetingForm(
            {"wrong-met_on": "31/2/2026", "wrong-born_on_day": "27", "wrong-phone": "12", "wrong-summary": "Cooked"},
            prefix="wrong",
        ),
        "now": now,
        "soon": datetime(today.year, today.month, today.day, 17, 30, tzinfo=now.tzinfo) + timedelta(days=3),
        "mentors": ["Kofi", "Zofia", "Jay"],
    }


def link(label: str, active: bool) -> dict:
    return {"label": label, "url": "#today", "active": active}


def today_rows(today: date) -> list[TodayRow]:
    week = timedelta(days=1)
    return [
        TodayRow(
            today - 3 * week, "Check in with Kofi’s young person", "#today", "First-month check-in, week 2", "Log it"
        ),
        TodayRow(today - week, "Supervision with Aisha R.", "#today", "Peer mentor · every 2 weeks", "Book"),
        TodayRow(today, "3-month review: Zofia and J.", "#today", "Both sides have answered · opens in one page"),
        TodayRow(
            today + 3 * week, "Reference for Tom Hughes needs a decision", "#today", "Second of two received", "Decide"
        ),
        TodayRow(
            today,
            "R. has nobody proposed",
            "#today",
            "Two changes would each open a match",
            "See why",
            "brand",
            "Waiting 41 days",
        ),
    ]


def people(today: date) -> list[dict]:
    names = (
        ("Aisha Rahman", "good", "Cleared"),
        ("Tom Hughes", "watch", "References"),
        ("Bartholomew Featherstonehaugh", "waiting", "Enquiry"),
    )
    return [
        {
            "name": name,
            "email": f"{name.split()[0].lower()}@example.org",
            "tone": tone,
            "state": state,
            "since": today - timedelta(days=40 * number + 3),
            "hours": 12.5 * number,
        }
        for number, (name, tone, state) in enumerate(names)
    ]
