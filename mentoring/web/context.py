"""What every template may count on."""

from django.conf import settings


def site(request):
    return {
        "SITE_NAME": settings.SITE_NAME,
        "DEMO": settings.DEMO,
        "scheme": getattr(request, "scheme", None),
        "actor": getattr(request, "actor", None),
        "nav_links": getattr(request, "nav_links", []),
    }
