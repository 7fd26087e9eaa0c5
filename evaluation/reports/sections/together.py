"""What two people did together, how they were supported, how it ended, who was kept safe (S13-S15). Pure."""

from __future__ import annotations

from evaluation.reports.sections.section import (
    Section,
    Seen,
    counts_chart,
    curve_chart,
    median_sentence,
    percent,
    reader,
    told,
)
from evaluation.turnover.figures import Figures, MeetingFigures
from mentoring.web.small_numbers import Shown
from mentoring.web.wording import counted

MEETING_WORDS = {
    "held": "Took place",
    "partly": "Took place, but cut short",
    "missed-mentee": "The young person could not come",
    "missed-mentor": "The mentor could not come",
    "missed": "Missed",
    "called-off": "Called off beforehand",
    "unlogged": "Not recorded",
}
DOSE_WORDS = {
    "full": "Nearly all (80% or more)",
    "most": "Most (60% to 79%)",
    "thin": "Less than 60%",
    "early": "Too early to say",
}
PLANNED_WORDS = {
    "planned": "Planned",
    "unplanned": "Not planned",
    "premature": "Earlier than agreed",
    "never-started": "Never started",
}
REASON_WORDS = {
    "as-agreed": "The time agreed was up",
    "goals-reached": "Goals were reached",
    "mentee-chose": "The young person chose to end it",
    "mentor-life": "The mentor's life changed",
    "moved": "One of them moved away",
    "lost-touch": "They lost touch",
    "safety": "To keep somebody safe",
    "other": "Another reason",
}
GOAL_WORDS = {"open": "Being worked on", "reached": "Reached", "parked": "Parked"}


def matches_section(figures: Figures, seen: Seen) -> Section:
    matches, get = figures.matches, reader(seen, "matches")
    chart = curve_chart("How long matches last", matches.stay, get("ever"), get("ended ever"), get("together"))
    lasting = median_sentence("matches", matches.stay, chart)
    missing = f"{counted(matches.undated, 'match', 'matches')} without a true day of introduction left out."
    return Section(
        key="matches",
        heading="Matches and how long they last",
        finding=lasting,
        facts=(
            ("Introduced in the period", str(get("started"))),
            ("Ended in the period", str(get("ended"))),
            ("Together at the end", str(get("together"))),
            ("Ever introduced", str(get("ever"))),
        ),
        charts=(chart,) if chart else (),
        missing=missing if matches.undated else "",
    )


def sessions_section(figures: Figures, seen: Seen) -> Section:
    sessions, get = figures.sessions, reader(seen, "sessions")
    kept = percent(get("held"), get("all"))
    met = told((get("held"), "they met {} times" + (f", {kept} of the {get('all')} times planned" if kept else "")))
    met = met if sessions.outcomes.get("held") else "No session has been held."
    hours = f"{round(sessions.minutes / 60):,}"
    return Section(
        key="sessions",
        heading="Sessions",
        finding=met,
        facts=(
            ("Planned", str(get("all"))),
            *((("Hours together", hours),) if not get("held").hidden else ()),
        ),
        charts=(counts_chart("What became of planned sessions", MEETING_WORDS, seen, "sessions", head="Sessions"),)
        if sessions.total
        else (),
        missing=unlogged_words(sessions, get("unlogged")),
    )


def dose_section(figures: Figures, seen: Seen) -> Section:
    """Planned beside delivered dose, for the scheme and by match (R5)."""
    get, sessions = reader(seen, "doses"), reader(seen, "sessions")
    foreseen, parts = get("foreseen"), (sessions("held"), sessions("partly"))
    shown = not any(one.hidden for one in (foreseen, *parts)) and foreseen.value
    met = sum(one.value for one in parts) if shown else None
    pictures = counts_chart("How much of it took place, by match", DOSE_WORDS, seen, "doses", head="Matches")
    return Section(
        key="doses",
        heading="What was agreed and what took place",
        finding=dose_finding(figures, met),
        facts=(
            ("Sessions foreseen by what each two agreed", str(foreseen)),
            *((("Sessions that took place", f"{met:,}"),) if met is not None else ()),
            ("Matches looked at", str(get("matches"))),
        ),
        charts=(pictures,) if figures.doses.matches else (),
        missing="Two who agreed on nothing are taken to meet once a week. Pauses and endings are not counted."
        if figures.doses.matches
        else "",
    )


def dose_finding(figures: Figures, met: int | None) -> str:
    if not figures.doses.foreseen:
        return "Nobody was to meet yet."
    if met is None:
        return "The numbers are too small to show."
    return f"They met {counted(met, 'time')}, {met / figures.doses.foreseen:.0%} of what they had agreed."


def supervision_section(figures: Figures, seen: Seen) -> Section:
    supervision, get = figures.supervision, reader(seen, "supervision")
    kept, due = supervision_kept(figures, seen), supervision.due
    some = told((get("held"), "{} supervisions took place"))
    pictures = counts_chart("What became of planned supervisions", MEETING_WORDS, seen, "supervision", head="Number")
    return Section(
        key="supervision",
        heading="Supervision kept",
        finding=some if kept is None else f"{kept:.0%} of supervisions took place ({get('held')} of {due} due).",
        facts=(("Planned", str(get("all"))),),
        charts=(pictures,) if supervision.total else (),
        missing=unlogged_words(supervision, get("unlogged")),
    )


def unlogged_words(meetings: MeetingFigures, unlogged: Shown) -> str:
    return f"{unlogged.text.capitalize()} were never recorded." if meetings.unlogged else ""


def supervision_kept(figures: Figures, seen: Seen) -> float | None:
    """Held of all that were due; those called off beforehand are not due. None when a reader may not know."""
    parts = [shown for (part, name), shown in seen.items() if part == "supervision" and name != "all"]
    if any(shown.hidden for shown in parts) or not figures.supervision.due:
        return None
    return figures.supervision.outcomes.get("held", 0) / figures.supervision.due


def goals_section(figures: Figures, seen: Seen) -> Section:
    get = reader(seen, "goals")
    return Section(
        key="goals",
        heading="Goals",
        finding=told((get("set"), "{} goals were set"), (get("reached"), "{} of them have been reached"))
        if figures.goals.total
        else "No goals were set.",
        facts=(
            ("Set in the period", str(get("set"))),
            ("Rated more than once by the young person", str(get("rated"))),
            ("Of these, nearer than at first", str(get("up"))),
        ),
        charts=(counts_chart("Where goals stand", GOAL_WORDS, seen, "goals", head="Goals"),)
        if figures.goals.total
        else (),
    )


def endings_section(figures: Figures, seen: Seen) -> Section:
    endings, get = figures.endings, reader(seen, "endings")
    went = percent(get("planned planned"), get("recorded"))
    share_planned = f", {went} of them planned" if went else ""
    return Section(
        key="endings",
        heading="Endings",
        finding=told((get("recorded"), "{} relationships ended with a recorded ending" + share_planned)),
        facts=(
            ("Ended with a recorded ending", str(get("recorded"))),
            *((words, str(get(f"planned {key}"))) for key, words in PLANNED_WORDS.items()),
            ("Marked at a meeting", str(get("way meeting"))),
            ("Marked by letter", str(get("way letter"))),
        ),
        charts=(counts_chart("Why relationships ended", REASON_WORDS, seen, "endings", "reason ", head="Endings"),)
        if endings.total
        else (),
        missing=f"{get('unrecorded')} ended without a recorded ending." if endings.unrecorded else "",
    )


def concerns_section(figures: Figures, seen: Seen) -> Section:
    get = reader(seen, "concerns")
    return Section(
        key="concerns",
        heading="Keeping people safe",
        finding=told((get("raised"), "{} concerns were raised")),
        facts=(
            ("Concerns raised", str(get("raised"))),
            ("Acknowledged in time", str(get("in_time"))),
            ("Open at the end, whenever they were raised", str(get("open"))),
        ),
        missing="Counts only. What a concern was about is read by safeguarding leads and nobody else.",
    )
