"""One settings file, from the environment; a missing secret stops the start with its name.

`DEBUG=1` or `DEMO=1` bring safe defaults for trying things out; with both off nothing secret has a default.
"""

import hashlib
from pathlib import Path

import environ
from celery.schedules import crontab
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(environ.Env().str("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

env = environ.Env()
DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)
FRIENDLY = DEBUG or DEMO


def secret(name: str) -> str:
    """A secret from the environment; made up, and the same each time, only where DEBUG or DEMO is on."""
    value = env.str(name, default="")
    if value:
        return value
    if not FRIENDLY:
        raise ImproperlyConfigured(f"{name} is not set. Set it in the environment, or start with DEMO=1.")
    return hashlib.sha256(f"demo only {name} {BASE_DIR}".encode()).hexdigest()


SECRET_KEY = secret("SECRET_KEY")
# Keys of the encrypted columns, "id:secret" separated by commas; the first one writes, all of them read.
FIELD_KEYS = secret("FIELD_KEYS")
# A scanner for viruses that files are shown to: tcp://host:3310 or unix:///path of clamd; none where it is empty.
CLAMD_URL = env.str("CLAMD_URL", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
PORT = env.int("PORT", default=8000)
SITE_URL = env.str("SITE_URL", default=f"http://127.0.0.1:{PORT}").rstrip("/")
SITE_NAME = "Alongside"
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "evaluation",
    "matching",
    "safeguarding",
    "schemes",
    "mentoring",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "guardian",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "mentoring.web.gates.KnownMethodsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "mentoring.web.language.LanguageMiddleware",
    "mentoring.web.gates.NoStoreMiddleware",
    "schemes.people.gates.ActorMiddleware",
    "schemes.young_people.codes.gate.SetUpByCodeMiddleware",
    "schemes.people.sign_in.SignInEndsMiddleware",
]

ROOT_URLCONF = "mentoring.urls"
WSGI_APPLICATION = "mentoring.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "mentoring.web.context.site",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "mentoring.web.templatetags.kit",
                "mentoring.web.templatetags.charts",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# --- database -------------------------------------------------------------------------------------------------
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'alongside.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;",
    }
# Opening SQLite with its settings takes a millisecond, PostgreSQL eight: a worker keeps its connection.
DATABASES["default"]["CONN_MAX_AGE"] = 600
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- who is signed in -----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "mentoring.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
    "guardian.backends.ObjectPermissionBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {
        "NAME": "django.contrib.auth.password_validation.CommonPasswordValidator",
        "OPTIONS": {"password_list_path": BASE_DIR / "mentoring" / "accounts" / "common-passwords.txt.gz"},
    },
    {"NAME": "mentoring.accounts.passwords.OurWordsValidator"},
]
ANONYMOUS_USER_NAME = None  # guardian makes no "AnonymousUser" row
GUARDIAN_MONKEY_PATCH_USER = False
ACCOUNT_ADAPTER = "mentoring.accounts.adapter.InvitationOnlyAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation's one-time link proves the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
# Behind a proxy that is not counted every visitor has the proxy's address, and one of them shuts the forms for all.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=int(BEHIND_PROXY))
MFA_ADAPTER = "mentoring.accounts.adapter.SealedSecretsAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = FRIENDLY
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# --- transport ------------------------------------------------------------------------------------------------
HTTPS = SITE_URL.startswith("https://") or not FRIENDLY
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/"]  # asked from inside, past the proxy that speaks TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"  # "no-referrer" makes browsers send "Origin: null", which CSRF turns away
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
# Browsers take a cookie of such a name from this host alone, over TLS: no neighbouring site can set it.
THIS_HOST = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{THIS_HOST}sessionid", f"{THIS_HOST}csrftoken"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "object-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
PERMISSIONS_POLICY = {name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb")}

# --- words, time ----------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
LANGUAGE_COOKIE_NAME = f"{THIS_HOST}language"
LANGUAGE_COOKIE_SECURE, LANGUAGE_COOKIE_HTTPONLY, LANGUAGE_COOKIE_SAMESITE = HTTPS, True, "Lax"
TIME_ZONE = env.str("TIME_ZONE", default="Europe/London")
USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "mentoring" / "locale"]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- files ----------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False
MEDIA_ROOT = VAR_DIR / "files"  # served by permission-checked views only
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

# --- post -----------------------------------------------------------------------------------------------------
if env.str("EMAIL_URL", default=""):
    vars().update(env.email("EMAIL_URL"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Alongside <no-reply@alongside.example>")
# GOV.UK Notify, where the scheme has an account: texts, and mails in place of the relay if their template is named.
NOTIFY_API_KEY = env.str("NOTIFY_API_KEY", default="")
NOTIFY_URL = env.str("NOTIFY_URL", default="https://api.notifications.service.gov.uk")
NOTIFY_EMAIL_TEMPLATE = env.str("NOTIFY_EMAIL_TEMPLATE", default="")
NOTIFY_TEXT_TEMPLATE = env.str("NOTIFY_TEXT_TEMPLATE", default="")
NOTIFY_CALLBACK_TOKEN = env.str("NOTIFY_CALLBACK_TOKEN", default="")

# --- work by the clock ----------------------------------------------------------------------------------------
# The database row is the truth, the broker only a nudge: losing the broker's memory loses no notice.
REDIS_URL = env.str("REDIS_URL", default="")
CELERY_BROKER_URL = REDIS_URL or "filesystem://"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_SERIALIZER = CELERY_RESULT_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 600
CELERY_WORKER_HIJACK_ROOT_LOGGER = False  # its lines are written as all others are
CELERY_TIMEZONE = TIME_ZONE
if REDIS_URL:
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "visibility_timeout": 660,
        "unacked_restore_throttle": 1,
        "unacked_restore_interval": 5,
        "socket_timeout": 5,
        "socket_connect_timeout": 2,
        "retry_policy": {"max_retries": 1, "timeout": 2},
    }
else:
    (VAR_DIR / "queue").mkdir(exist_ok=True)
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(VAR_DIR / "queue"),
        "data_folder_out": str(VAR_DIR / "queue"),
        "control_folder": str(VAR_DIR / "queue-control"),
        "polling_interval": 0.1,
    }
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE = {
    "reminders": {
        "task": "mentoring.notices.tasks.reminders_run",
        "schedule": 60.0,
        "options": {"expires": 55},
    },
    "disclosed": {"task": "safeguarding.vetting.tasks.purge_run", "schedule": 6 * 3600.0},
    "references": {"task": "safeguarding.vetting.tasks.references_run", "schedule": 6 * 3600.0},
    "letters": {"task": "mentoring.notices.tasks.letters_purge_run", "schedule": 6 * 3600.0},
    "doubles": {"task": "schemes.people.merging.tasks.pairs_run", "schedule": crontab(hour=3, minute=20)},
    "applications": {"task": "schemes.recruitment.tasks.purge_run", "schedule": 6 * 3600.0},
    "info_places": {"task": "schemes.recruitment.tasks.places_run", "schedule": 3600.0},
    "askings": {"task": "schemes.recruitment.asking.tasks.purge_run", "schedule": 6 * 3600.0},
    "unfinished": {"task": "mentoring.notices.tasks.sweep_run", "schedule": 30.0, "options": {"expires": 25}},
    "pauses": {"task": "matching.cover.tasks.pauses_run", "schedule": 900.0},
    "anchors": {"task": "mentoring.audit.tasks.anchors_run", "schedule": 3600.0, "options": {"expires": 3000}},
    "report_papers": {"task": "evaluation.reports.tasks.reports_purge_run", "schedule": 3600.0},
    "reports": {"task": "evaluation.reports.tasks.reports_sweep", "schedule": 30.0, "options": {"expires": 25}},
}

# How long a worker may hold mails that it has claimed; one that died gives them free by running out of it.
NOTICE_LEASE_SECONDS = env.int("NOTICE_LEASE_SECONDS", default=300)

# --- limits that hold across web processes need a shared cache ------------------------------------------------------
CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
        if REDIS_URL
        else {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": VAR_DIR / "cache"}
    )
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "mentoring.logs.JsonLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
