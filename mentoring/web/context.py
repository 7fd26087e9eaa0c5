"""What every template may rely on, whoever is looking. Links are asked of the rooms above only when a page shows them.

A room's `navigation.py` may hold: `nav_links(actor, scheme)`, `people_links(actor, scheme)`, `scheme_links(actor)`,
`portal_links(actor)`, each giving (label, address) pairs, `concern_url(actor, scheme)`, the address where this
person tells what worries them, and `complaint_url(actor)`, where they say that they are not content.
"""

from functools import cache, partial
from os.path import commonprefix

from django.conf import settings

from mentoring.accounts.second_factor import has_second_factor
from mentoring.conventions import modules
from mentoring.web.language import language_facts

#: Every page of one scheme shares this many parts of its address: /schemes/<scheme>/.
IN_SCHEME = 2


def site(request) -> dict:
    """The site's name, the scheme and the one who looks as the gate left them, and the links open to that person."""
    links = Links(request)
    return {
        "SITE_NAME": settings.SITE_NAME,
        "DEMO": settings.DEMO,
        "scheme": getattr(request, "in_scheme", None),
        "actor": getattr(request, "actor", None),
        "nav_links": cache(links.nav),
        "people_links": cache(links.people),
        "my_schemes": cache(links.schemes),
        "concern_url": cache(links.concern),
        "complaint_url": cache(links.complaint),
        "demo_people": cache(links.demo_people),
        "second_factor_used": cache(partial(has_second_factor, request)),
        **language_facts(request),
    }


class Links:
    """Where the person who looks can go, marked with where they are."""

    def __init__(self, request):
        self.request = request
        self.actor = getattr(request, "actor", None)
        self.scheme = getattr(request, "in_scheme", None)

    def nav(self) -> list[dict]:
        """Inside a scheme its pages, outside the schemes one works in and one's own pages; a view may put its own list
        on `request.nav_links`."""
        given = getattr(self.request, "nav_links", None)
        if given is not None:
            return given
        if self.actor is None:
            return []
        scheme = self.scheme or next((room.only_scheme(self.actor) for room in rooms("only_scheme")), None)
        if scheme:
            return self.under_people(marked(gathered("nav_links", self.actor, scheme), self.request.path))
        work = gathered("scheme_links", self.actor)
        own = gathered("portal_links", self.actor, nearest_first=True)
        return marked([("Today", "/"), *work, *own] if work else own, self.request.path)

    def people(self) -> list[dict]:
        """Inside a scheme, the pages about people: the second row of links on each of them."""
        pairs = gathered("people_links", self.actor, self.scheme) if self.scheme else []
        return marked(pairs, self.request.path)

    def under_people(self, links: list[dict]) -> list[dict]:
        """On every page of the second row, the first row says that we are with the people."""
        people = self.people()
        if not any(link["active"] for link in people):
            return links
        return [{**link, "active": link["url"] == people[0]["url"]} for link in links]

    def schemes(self) -> list[dict]:
        """The schemes this person works in, for the switcher."""
        here = getattr(self.scheme, "name", "")
        pairs = gathered("scheme_links", self.actor) if self.actor is not None else []
        return [{"label": name, "url": url, "active": name == here} for name, url in pairs]

    def concern(self) -> str:
        """Where to raise a concern from this page; "" where nobody is signed in."""
        if self.actor is None:
            return ""
        return next((room.concern_url(self.actor, self.scheme) for room in rooms("concern_url")), "")

    def complaint(self) -> str:
        """Where to say that one is not content; "" where nobody is signed in."""
        if self.actor is None:
            return ""
        return next((room.complaint_url(self.actor) for room in rooms("complaint_url")), "")

    def demo_people(self) -> list[dict]:
        """The made-up people of the demo, for the sign-in page: {"name", "sentence"}; nobody outside the demo."""
        if not settings.DEMO:
            return []
        return [person for room in rooms("demo_people") for person in room.demo_people()]


def rooms(name: str) -> list:
    return [room for room in modules("navigation") if hasattr(room, name)]


def gathered(name: str, *args, nearest_first: bool = False) -> list[tuple[str, str]]:
    """What all rooms give, ground first; a portal begins with what is nearest to daily life, the room on top."""
    found = rooms(name)
    return [pair for room in (reversed(found) if nearest_first else found) for pair in getattr(room, name)(*args)]


def marked(pairs: list[tuple[str, str]], path: str) -> list[dict]:
    """Pairs as {"label", "url", "active"}: we are at the address that the page's own begins with, or at its neighbour
    of the same folder in a scheme (young people beside volunteers)."""

    def shared(url: str) -> int:
        return len(commonprefix([url.strip("/").split("/"), path.strip("/").split("/")]))

    begins = [url for _, url in pairs if path == url or (url != "/" and path.startswith(url))]
    near = begins + [url for _, url in pairs if shared(url) > IN_SCHEME]
    here = max(near, key=lambda url: (shared(url), -len(url)), default=None)
    return [{"label": label, "url": url, "active": url == here} for label, url in pairs]
