"""The seventeen steps, as the guide names them ("Seventeen Steps to setting up a new mentoring project"). Pure data."""

from dataclasses import dataclass

PREPARATION = "Preparation and planning"
RECRUITMENT = "Recruitment and training"
MATCHING = "Matching and mentoring"
EVALUATION = "Evaluation"
PHASES = (PREPARATION, RECRUITMENT, MATCHING, EVALUATION)


@dataclass(frozen=True)
class StepText:
    """One step: its number, phase, short name and what it asks for, in the guide's sense."""

    number: int
    phase: str
    name: str
    asks: str


_TEXTS = [
    (
        PREPARATION,
        "Need and consultation",
        "How many care leavers are there, this year's and earlier years' under 21? A quarter may want a mentor. "
        "How are they supported now? Ask young people and agencies whether there is enough support for a scheme, "
        "whether it would double something, and whether it adds choice.",
    ),
    (
        PREPARATION,
        "Aims and objectives",
        "What difference will it make to young people? Success is measured against process and outcome objectives.",
    ),
    (
        PREPARATION,
        "Resources",
        "Experience in leaving care and in managing volunteers, a credible mentoring model, and money for every stage, "
        "evaluation among them.",
    ),
    (PREPARATION, "Action plan and budget", "Actions, targets, a timetable and a budget."),
    (
        PREPARATION,
        "Advisory group",
        "An advisory or reference group that meets, with young people in it.",
    ),
    (PREPARATION, "Skilled co-ordinator", "Somebody skilled in post, safely recruited, inducted and managed."),
    (
        PREPARATION,
        "Policies and procedures",
        "A manual and a training programme, checked against the law and against good practice.",
    ),
    (
        PREPARATION,
        "Information resources",
        "Words for young people, for referrers and for volunteers.",
    ),
    (
        RECRUITMENT,
        "Recruit volunteers",
        "Advertise locally, hold an information session, send a pack, interview, begin checks.",
    ),
    (RECRUITMENT, "Recruit young people", "Young people come by themselves or through somebody they know."),
    (
        RECRUITMENT,
        "Training and suitability",
        "Training to a minimum standard, and at its end a review of who is suitable. Nobody is matched just because a "
        "course ended.",
    ),
    (
        MATCHING,
        "Matching",
        "Over several months, by group events, personal interviews and paper profiles; the young person chooses.",
    ),
    (
        MATCHING,
        "Initial goals",
        "Goals agreed by both. Getting to know each other, with a view to finding a goal, is one.",
    ),
    (MATCHING, "Ongoing support", "Ongoing training, and supervision in groups and one to one."),
    (
        MATCHING,
        "Formal ending",
        "Every relationship has a recorded formal ending: a meeting with the co-ordinator, or a letter.",
    ),
    (EVALUATION, "Records and turnover", "Keep records; watch who comes, who goes, and what came of it."),
    (EVALUATION, "Evaluate and review", "Evaluate, review, and feed what was learnt into the next plan."),
]

STEPS = {number: StepText(number, *text) for number, text in enumerate(_TEXTS, start=1)}
