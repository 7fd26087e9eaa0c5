"""The site's own settings; besides, a bare page to measure against, and SQLite as Django leaves it where asked for."""

from mentoring.settings import *  # noqa: F403  the real settings, but for the lines below
from mentoring.settings import DATABASES, LOGGING, STATIC_ROOT, TEMPLATES, VAR_DIR, env

ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "bench.urls"
TEMPLATES[0]["DIRS"].append(VAR_DIR / "templates")
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGGING["root"]["level"] = "WARNING"
if env.bool("BENCH_SQLITE_AS_DJANGO_LEAVES_IT", default=False):
    DATABASES["default"].pop("OPTIONS")
