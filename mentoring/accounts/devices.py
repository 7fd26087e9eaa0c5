"""On what somebody signed in, in plain words, from what a browser says of itself (its "user agent").

Pure but for the language the page speaks. A browser may say what it likes, so only words of ours are kept of it. Nobody
is let in or turned away by them.
"""

from django.utils.translation import gettext, gettext_lazy

#: (what a browser writes, its name); the first that is found counts, because most also call themselves an older one.
BROWSERS = (
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("OPR/", "Opera"),
    ("OPT/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("DuckDuckGo/", "DuckDuckGo"),
    ("Ddg/", "DuckDuckGo"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
#: (what it writes of its machine, our word for it).
MACHINES = (
    ("iPhone", "iphone"),
    ("iPad", "ipad"),
    ("Android", "android"),
    ("Windows", "windows"),
    ("CrOS", "chromebook"),
    ("Macintosh", "apple"),  # an iPad says so too
    ("Linux", "linux"),
)
ON = {
    "iphone": gettext_lazy("%(browser)s on an iPhone"),
    "ipad": gettext_lazy("%(browser)s on an iPad"),
    "android": gettext_lazy("%(browser)s on Android"),
    "windows": gettext_lazy("%(browser)s on Windows"),
    "chromebook": gettext_lazy("%(browser)s on a Chromebook"),
    "apple": gettext_lazy("%(browser)s on a Mac or an iPad"),
    "linux": gettext_lazy("%(browser)s on Linux"),
}


def device_of(user_agent: str) -> list[str]:
    """[browser, machine], each of a word of ours; "" where we do not know it."""
    return [first_of(BROWSERS, user_agent), first_of(MACHINES, user_agent)]


def first_of(known: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((ours for theirs, ours in known if theirs in user_agent), "")


def device_words(browser: str, machine: str) -> str:
    """Says "Chrome on Android"."""
    browser = browser or gettext("A browser we do not know")
    return ON[machine] % {"browser": browser} if machine in ON else browser
