"""The demo's expenses: mentors who have an account claim a bus ticket, some miles, a coffee. Some are paid, one waits,
and about one there is a question."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO

from django.utils.timezone import localdate
from PIL import Image, ImageDraw

from matching.expenses.actions import (
    expense_claim,
    expense_decide,
    expense_rules_edit,
    expenses_pay,
    receipts_keep,
)
from matching.pairing.states import MET
from matching.relationships.models import MentoringSession
from mentoring.web.uploads import made_anew
from schemes.planning.models import BudgetLine

#: How many days ago the money went out, and how far each claim has come: kind, pounds, what for, and what was asked.
PAID_DAYS = 20
CLAIMS = (
    ("transport", "4.60", "The 52 to the library and back", "paid"),
    ("food", "6.40", "Two hot chocolates and a cake", "paid"),
    ("mileage", "14.2", "To the training day and back", "paid"),
    ("activity", "9.00", "Pool for an hour", "approved"),
    ("food", "3.80", "Coffee at the park", "asked"),
    ("transport", "5.20", "The bus into town, there and back", "waiting"),
)
QUESTION = "Was that for the two of you? Then I can approve it as it is."


def expenses_load(stage) -> None:
    scheme, by = stage.schemes["south-yorkshire"], stage.users["coordinator"]
    line = BudgetLine.objects.filter(scheme=scheme, stage="matching", kind="running").order_by("heading").first()
    with stage.on(stage.day(700)):
        expense_rules_edit(scheme=scheme, changes={"budget_line": line}, by=by)
    approved = []
    for match in stage.matches:
        if match.volunteer.user and match.volunteer.scheme_id == scheme.pk:
            approved += MentorClaims(stage, match.volunteer, line).load()
    to_pay = [claim for claim, state in approved if state == "paid"]
    if to_pay:
        with stage.on(stage.day(PAID_DAYS)):
            expenses_pay(scheme=scheme, claims=to_pay, reference="BACS 1107", paid_on=localdate(), by=by)


class MentorClaims:
    """What one mentor has claimed: the older ones went through, the newest waits."""

    def __init__(self, stage, volunteer, line):
        self.stage, self.volunteer, self.line = stage, volunteer, line
        held = MentoringSession.objects.filter(match__volunteer=volunteer, outcome__in=MET).order_by("-planned_at")
        self.sessions = list(held[: len(CLAIMS)])[::-1]

    def load(self) -> list[tuple]:
        """(claim, how far it comes) of those that were approved."""
        made = [self._claim(number, *said) for number, said in enumerate(CLAIMS)]
        return [each for each in made if each and each[1] in ("paid", "approved")]

    def _claim(self, number: int, kind: str, much: str, what_for: str, state: str) -> tuple | None:
        if number >= len(self.sessions):
            return None
        session = self.sessions[number]
        spent_on = localdate(session.planned_at)
        if state == "paid" and spent_on >= self.stage.day(PAID_DAYS):
            state = "approved"
        sent_on = spent_on if state == "paid" else max(spent_on, self.stage.day(len(CLAIMS) - number))
        said = {"miles": Decimal(much)} if kind == "mileage" else {"amount": Decimal(much), "session": session}
        with self.stage.on(sent_on, hour=21):
            if kind != "mileage":
                receipt = made_anew(drawn_receipt(what_for, much))
                receipts_keep(volunteer=self.volunteer, uploads=[receipt], by=self.volunteer.user)
            claim = expense_claim(
                volunteer=self.volunteer, kind=kind, spent_on=spent_on, what_for=what_for, **said,
                by=self.volunteer.user,
            )  # fmt: skip
        return self._decided(claim, state, sent_on)

    def _decided(self, claim, state: str, sent_on) -> tuple:
        if state == "waiting":
            return claim, state
        to = "approved" if state == "paid" else state
        words, line = (QUESTION, None) if state == "asked" else ("", self.line)
        with self.stage.on(min(sent_on + timedelta(days=1), self.stage.today), hour=9):
            decided = expense_decide(
                claim=claim, to=to, words=words, budget_line=line, by=self.stage.users["coordinator"]
            )  # fmt: skip
        return decided, state


def drawn_receipt(what_for: str, much: str) -> bytes:
    """A made-up receipt as a phone would take it."""
    paper = Image.new("RGB", (420, 560), "#e8e4da")
    draw = ImageDraw.Draw(paper)
    draw.rectangle((60, 30, 360, 530), fill="#fdfdfa")
    for place, words in enumerate(("RECEIPT", "", what_for[:32], "", f"Total      £{much}", "", "Thank you")):
        draw.text((84, 60 + 44 * place), words, fill="#333333", font_size=20 if place in (0, 4) else 16)
    kept = BytesIO()
    paper.save(kept, "PNG")
    return kept.getvalue()
