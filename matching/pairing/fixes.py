"""Where each line of the gate is put right."""

from urllib.parse import urlencode

from django.urls import reverse

from matching.pairing.gate import GateLine


def gate_tasks(match, lines: list[GateLine], *, may_edit: bool) -> list[dict]:
    """The gate as a checklist: each line with its words, and for those who may, the page that puts it right."""
    return [
        {
            "label": line.words,
            "state": "Done" if line.ok else "To do",
            "tone": "good" if line.ok else "watch",
            "small": line.fix,
            "url": fix_url(match, line) if may_edit and not line.ok else "",
        }
        for line in lines
    ]


def fix_url(match, line: GateLine) -> str:
    """The page on which this line is put right; "" where it is put right by speaking with somebody."""
    scheme = match.scheme.slug
    volunteer = ("schemes:volunteer_show", scheme, match.volunteer_id)
    young_person = ("schemes:young_person_show", scheme, match.young_person_id)
    pages = {
        "volunteer": volunteer,
        "checks": volunteer,
        "training": volunteer,
        "suitability": ("schemes:suitability_review_write", scheme, match.volunteer_id),
        "young-person": young_person,
        "consent": young_person,
        "risk": ("matching:match_risk_write", scheme, match.pk),
        "members": ("schemes:member_list", scheme),
    }
    if line.key == "ages":
        pair = urlencode({"volunteer": match.volunteer_id, "young_person": match.young_person_id})
        return reverse("matching:age_exception_ask", args=[scheme]) + f"?{pair}"
    if line.at not in pages:
        return ""
    name, *args = pages[line.at]
    return reverse(name, args=args)
