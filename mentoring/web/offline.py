"""The portal on a phone's home screen, and what it says where there is no connection.

Nothing of anybody is kept on the device: the worker in the browser knows static files and one page that is the same for
everybody (decision 29).
"""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from mentoring.web.gates import public
from mentoring.web.language import tag_of
from mentoring.web.views import SOMEWHERE_ELSE

#: What a page of the portal looks like: kept by the browser, so that the page without a connection looks like ours.
KEPT = (
    "vendor/bootstrap/bootstrap.min.css",
    "css/tokens.css",
    "css/theme.css",
    "css/alongside.css",
    "css/lists.css",
    "js/alongside.js",
    "icons/mark.svg",
    "vendor/atkinson/atkinson-hyperlegible-next-latin-wght-normal.woff2",
)
ICONS = (
    ("mark.svg", "image/svg+xml", "any", "any"),
    ("mark-192.png", "image/png", "192x192", "any"),
    ("mark-512.png", "image/png", "512x512", "any"),
    ("mark-maskable-512.png", "image/png", "512x512", "maskable"),
)


@require_safe
@public("a phone asks for it without saying who asks; the same for everybody")
def manifest(request):
    """What a home screen shows: our name and the two figures, and not a word of what it is for. Whoever is handed the
    phone reads no more than that."""
    icons = [
        {"src": static(f"icons/{name}"), "type": kind, "sizes": sizes, "purpose": purpose}
        for name, kind, sizes, purpose in ICONS
    ]
    facts = {
        "id": "/me/",
        "name": settings.SITE_NAME,
        "short_name": settings.SITE_NAME,
        "lang": tag_of(request.reader_language),
        "start_url": "/me/",
        "scope": "/",
        # With the browser's own back and address: what leads elsewhere at once must not open inside our window.
        "display": "minimal-ui",
        "background_color": "#faf7f2",
        "theme_color": "#0a4343",
        "icons": icons,
    }
    return JsonResponse(facts, content_type="application/manifest+json")


@require_safe
@public("a script, the same for everybody")
def service_worker(request):
    """The worker's script, with the files of this very version; a new version is a new script, and takes over."""
    facts = {"kept": [static(name) for name in KEPT], "version": version(), "elsewhere": SOMEWHERE_ELSE}
    response = render(request, "offline/service_worker.js", facts, content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return response


@cache
def version() -> str:
    """Changes with any file that the worker keeps."""
    found = [finders.find(name) for name in KEPT]
    digest = hashlib.sha256()
    for name, path in zip(KEPT, found, strict=True):
        digest.update(static(name).encode())
        if path:
            digest.update(Path(path).read_bytes())
    return digest.hexdigest()[:12]


@require_safe
@public("shown where nothing can be asked of us, so it is the same for everybody")
def offline_show(request):
    """What can still be done without a connection."""
    return render(request, "offline/offline_show.html")
