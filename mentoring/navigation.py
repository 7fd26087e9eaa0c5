"""The ground's share of the navigation: the demo's people on the sign-in page."""

from mentoring.demo import DEMO_PEOPLE


def demo_people() -> list[dict]:
    """Who one can look around as, with a sentence on each."""
    return [{"name": name, "full_name": full, "sentence": does} for name, (full, does) in DEMO_PEOPLE.items()]
