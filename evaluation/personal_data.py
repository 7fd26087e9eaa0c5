"""What this room holds on a person: figures, and who asked for them (see `mentoring.conventions`)."""

ELSEWHERE = {
    "evaluation.Report": "figures, in which nobody can be told apart; who asked for it is counted",
    "evaluation.Evaluation": "names typed by hand of who met to look back",
}
