"""Where each line of the gate is put right."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from matching.pairing.gate import GateLine
from matching.pairing.models import Match
from matching.pairing.queries import gate_before_proposal


def gate_tasks(match, lines: list[GateLine], *, may_edit: bool, may_approve: bool) -> list[dict]:
    """The gate as a checklist: each line with its words, and for those who may, the page that puts it right."""
    return [
        {
            "label": line.words,
            "state": "Done" if line.ok else "To do",
            "tone": "good" if line.ok else "watch",
            "small": line.fix,
            "url": "" if line.ok else _url(match, line, may_edit, may_approve),
        }
        for line in lines
    ]


def gate_missing(scheme, *, volunteer, young_person, today: date) -> list[dict]:
    """What keeps two people from being proposed, each with the page that puts it right."""
    lines = gate_before_proposal(scheme, volunteer, young_person, today)
    would_be = Match(scheme=scheme, volunteer=volunteer, young_person=young_person)
    return gate_tasks(would_be, [line for line in lines if not line.ok], may_edit=True, may_approve=False)


def _url(match, line: GateLine, may_edit: bool, may_approve: bool) -> str:
    """The safeguarding lead goes to what they approve; a co-ordinator to what they put right."""
    if may_approve and line.key == "risk":
        return reverse("safeguarding:risk_list", args=[match.scheme.slug])
    return fix_url(match, line) if may_edit else ""


def fix_url(match, line: GateLine) -> str:
    """The page on which this line is put right; "" where it is put right by speaking with somebody."""
    scheme = match.scheme.slug
    volunteer = ("schemes:volunteer_show", scheme, match.volunteer_id)
    young_person = ("schemes:young_person_show", scheme, match.young_person_id)
    pages = {
        "volunteer": volunteer,
        "checks": ("safeguarding:check_show", scheme, match.volunteer_id),
        "training": volunteer,
        "suitability": ("schemes:suitability_review_write", scheme, match.volunteer_id),
        "young-person": young_person,
        "consent": ("safeguarding:consent_show", scheme, match.young_person_id),
        "risk": ("matching:match_risk_write", scheme, match.pk),
        "members": ("schemes:member_list", scheme),
        "agreement": ("matching:agreement_show", scheme, match.pk),
    }
    if line.key == "ages":
        return pair_url("age_exception_ask", match)
    if line.key == "set-aside":
        return reverse("matching:set_aside_list", args=[scheme])
    if line.key == "supervision":
        return reverse("matching:supervision_plan", args=[scheme]) + f"?volunteer={match.volunteer_id}"
    if line.at not in pages:
        return ""
    name, *args = pages[line.at]
    return reverse(name, args=args)


def pair_url(name: str, match) -> str:
    """A page that is asked about two people, with these two chosen already."""
    pair = urlencode({"volunteer": match.volunteer_id, "young_person": match.young_person_id})
    return reverse(f"matching:{name}", args=[match.scheme.slug]) + f"?{pair}"
