"""What became of a session, in words, and what has to be said of it (S13). Pure."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from matching.pairing.states import MET

#: Kinds that take a young person somewhere else, or among others: there it is asked whether they got home (E6).
AWAY = ("visit", "group", "workshop")
MINUTES_MISSING = _("About how long did you meet?")
REASON_MISSING = _("Choose what came up. “Not said” is fine.")
CALLED_OFF_BY_MISSING = _("Choose who called it off.")


def left_unsaid(outcome: str, *, minutes: int | None, reason: str, called_off_by: str) -> dict[str, str]:
    """{name of what is missing: the sentence that asks for it}; empty where all that is needed was said."""
    missing = {}
    if outcome in MET and not minutes:
        missing["minutes"] = MINUTES_MISSING
    if outcome != "held" and not reason:
        missing["reason"] = REASON_MISSING
    if outcome == "called-off" and not called_off_by:
        missing["called_off_by"] = CALLED_OFF_BY_MISSING
    return missing


def outcome_words(outcome: str, called_off_by: str, *, mentee: str, mentor: str) -> str:
    """One sentence without its stop; `mentee` and `mentor` are names, or "You" (given
    to gettext) for whoever reads it."""
    if outcome == "called-off":
        who = {"mentee": mentee, "mentor": mentor}.get(called_off_by)
        if who:
            return gettext("%(who)s called it off") % {"who": who}
        return gettext("The scheme called it off") if called_off_by == "scheme" else gettext("Called off")
    if outcome in ("missed-mentee", "missed-mentor"):
        return gettext("%(who)s could not come") % {"who": mentee if outcome == "missed-mentee" else mentor}
    return {"planned": gettext("Planned"), "held": gettext("Held"), "partly": gettext("Met, but cut short")}[outcome]


def fitting(said: dict) -> dict:
    """What was said, without what does not belong to this outcome: no minutes of a session that was missed, no reason
    for one that was held."""
    met, outcome, kind = said["outcome"] in MET, said["outcome"], said.get("kind") or "one-to-one"
    return {
        **said,
        "kind": kind,
        "minutes": said.get("minutes") if met else None,
        "mentor_feeling": said.get("mentor_feeling", "") if met else "",
        "topics": list(said.get("topics") or []) if met else [],
        "home_safe": said.get("home_safe") if met and kind in AWAY else None,
        "reason": said.get("reason", "") if outcome != "held" else "",
        "called_off_by": said.get("called_off_by", "") if outcome == "called-off" else "",
    }
