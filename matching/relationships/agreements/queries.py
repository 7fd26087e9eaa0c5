"""Reading agreements: the newest, the one in force, every version with what changed."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from matching.relationships.agreements.rules import changes_between, reading_mark, terms_of
from matching.relationships.models import Agreement

SIGNATURES = {
    "mentee": "mentee_signed_at",
    "mentor": "mentor_signed_at",
    "co-ordinator": "co_ordinator_signed_at",
}


def newest_agreement(match) -> Agreement | None:
    return match.agreements.order_by("-version").first()


def agreement_in_force(match) -> Agreement | None:
    """The newest that all three have signed: it holds until a change is signed too."""
    signed = {f"{field}__isnull": False for field in SIGNATURES.values()}
    return match.agreements.filter(**signed).order_by("-version").first()


def mark_of(agreement) -> str:
    """The mark of the words as they stand now, the same in whatever language they are read."""
    with translation.override(settings.LANGUAGE_CODE):
        return reading_mark(agreement.version, terms_of(agreement))


def agreement_versions(match) -> list[Agreement]:
    """Every version, the newest first; each carries `terms`, `changes` from the one before, and `signatures`."""
    older, versions = None, []
    for agreement in match.agreements.select_related("written_by").order_by("version"):
        agreement.terms = terms_of(agreement)
        agreement.changes = changes_between(older.terms, agreement.terms) if older else []
        agreement.signatures = signatures_of(agreement, match)
        versions.insert(0, agreement)
        older = agreement
    return versions


def signatures_of(agreement, match) -> list[dict]:
    """Who has signed and when: {"side", "name", "at", "on_paper"}; `on_paper` where that side has no account."""
    people = {
        "mentee": (match.young_person.first_name, match.young_person.user_id),
        "mentor": (match.volunteer.first_name, match.volunteer.user_id),
        "co-ordinator": (gettext("The co-ordinator"), True),
    }
    return [
        {"side": side, "name": name, "at": getattr(agreement, SIGNATURES[side]), "on_paper": not account}
        for side, (name, account) in people.items()
    ]


def is_fresh(agreement) -> bool:
    """Has nobody signed this version yet? Then its words may still be mended in place."""
    return not any(getattr(agreement, field) for field in SIGNATURES.values())
