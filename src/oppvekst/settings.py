"""Settings of every process. One process serves one face with one database login (docs/house.md)."""

import os
from datetime import timedelta
from pathlib import Path

from django.utils.csp import CSP

from oppvekst.ground.database import address
from oppvekst.ground.documents import places
from oppvekst.ground.web import further, worker_scope

FACE = os.environ.get("OPPVEKST_FACE", "owner")
DEMO = os.environ.get("OPPVEKST_DEMO") == "1"
DEBUG = False

SECRET_KEY = address.secret("OPPVEKST_SECRET_KEY")

ALLOWED_HOSTS = os.environ.get("OPPVEKST_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("OPPVEKST_ORIGINS", "").split(",") if origin]

ROOMS = [
    "oppvekst.domain.information",
    "oppvekst.domain.people",
    "oppvekst.domain.homes",
    "oppvekst.domain.cases",
    "oppvekst.domain.meetings",
    "oppvekst.domain.prevention",
    "oppvekst.domain.concerns",
    "oppvekst.domain.investigations",
    "oppvekst.domain.decisions",
    "oppvekst.domain.measures",
]
INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django.forms",
    "procrastinate.contrib.django",
    "oppvekst.ground.database",
    "oppvekst.ground.access",
    "oppvekst.ground.journal",
    "oppvekst.ground.documents",
    "oppvekst.ground.agenda",
    "oppvekst.ground.letters",
    "oppvekst.ground.web",
    "oppvekst.faces.door",
    "oppvekst.faces.mypage",
    *ROOMS,
]

ROOT_URLCONF = f"oppvekst.faces.{FACE if FACE in ('portal', 'mypage', 'desk', 'door') else 'desk'}.urls"

# OneTransaction stands outside everything that touches the database; what stands above it answers without it.
MIDDLEWARE = [
    "django.middleware.cache.UpdateCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "oppvekst.ground.web.headers.Headers",
    "oppvekst.ground.web.large.Large",
    "django.middleware.locale.LocaleMiddleware",
    "oppvekst.ground.web.further.FurtherLanguages",
    "oppvekst.ground.web.refusals.Refusals",
    "django.middleware.cache.FetchFromCacheMiddleware",
    "oppvekst.ground.web.pace.Pace",
    "oppvekst.faces.desk.gate.Gate",
    "oppvekst.faces.mypage.gate.Gate",
    "oppvekst.ground.database.acting.OneTransaction",
    "oppvekst.ground.access.here.Here",
    "oppvekst.faces.portal.signboard.HangSignboard",
    "django.middleware.common.CommonMiddleware",
    "oppvekst.ground.web.origin.SameOrigin",
]

# A page that says of itself how long it is public is kept in memory that long, and costs no question to the database.
# No page is kept that does not say so. What is forgotten when a process ends is only made once more (ADR 11).
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 2000}}}
CACHE_MIDDLEWARE_SECONDS = 0

if FACE == "portal":
    # The public reads over slow networks, and nothing secret stands on its pages (ADR 23).
    MIDDLEWARE.insert(0, "django.middleware.gzip.GZipMiddleware")

if FACE == "door":
    # The door calls the log-in provider: no transaction may wait for the network.
    WITHOUT = {
        "oppvekst.ground.database.acting.OneTransaction", "oppvekst.ground.access.here.Here",
        "oppvekst.faces.portal.signboard.HangSignboard",
    }  # fmt: skip
    MIDDLEWARE = [layer for layer in MIDDLEWARE if layer not in WITHOUT]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["oppvekst.ground.web.templatetags.house", "django.templatetags.i18n"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "oppvekst.ground.web.context.house",
                "oppvekst.domain.information.portal.calls.calls",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": address.settings_for(FACE)}
TEST_RUNNER = "django.test.runner.DiscoverRunner"

LANGUAGE_CODE = "nb"
# A language is offered when its catalogue is whole: nobody should meet two languages on one page.
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
# The desk speaks Bokmål: its texts are the law's own sentences, which stand in one language so far.
if FACE in ("desk", "door"):
    LANGUAGES = LANGUAGES[:1]
LOCALE_PATHS = [Path(__file__).parent / "locale", Path(__file__).parent / "locale" / "further"]
# Offered on these pages alone, and only when somebody who knows the language has approved it (ground/web/further.py).
FURTHER_LANGUAGES = further.approved(LOCALE_PATHS[1]) if FACE == "portal" else []
FURTHER_PAGES = ("/meld/", "/hvem-kan-jeg-ringe/", "/slik-jobber-vi/")
LANGUAGES_BIDI = ["ar", "prs"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Oslo"

STATIC_URL = "/static/"
STATIC_ROOT = Path(__file__).parent / "static-built"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ADD_HEADERS_FUNCTION = worker_scope.add_headers

SECURE_CSP: dict[str, list[str]] = {
    "default-src": [CSP.SELF],
    "object-src": [CSP.NONE],
    "worker-src": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
# Not «no-referrer»: browsers then send «Origin: null», and no form could be posted.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
BEHIND_TLS = os.environ.get("OPPVEKST_TLS", "0") == "1"
# Whether a proxy of the municipality's own stands in front and says where a request came from.
BEHIND_PROXY = os.environ.get("OPPVEKST_PROXY", "1" if BEHIND_TLS else "0") == "1"
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = BEHIND_TLS
# Until the browser is closed: a shared phone keeps nothing.
CSRF_COOKIE_AGE = None
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_NAME = f"__Host-csrf_{FACE}" if BEHIND_TLS else f"csrf_{FACE}"
CSRF_FAILURE_VIEW = "oppvekst.ground.web.errors.csrf_failure"
DATA_UPLOAD_MAX_MEMORY_SIZE = 6_000_000
# All of a request, files too, which the limit above does not count. Files are sent at the desk only.
LARGEST_REQUEST = 60_000_000 if FACE == "desk" else DATA_UPLOAD_MAX_MEMORY_SIZE
SILENCED_SYSTEM_CHECKS = [
    "security.W003",  # ground.web.origin.SameOrigin is Django's own guard against forged forms, and more.
    "security.W005",  # What stands on other hosts of the municipality's is not ours to promise.
    "security.W021",  # Nor to have written into browsers for years.
]

# How long nobody touches the desk before it is covered, and only logging in anew takes the cover off.
IDLE = timedelta(minutes=float(os.environ.get("OPPVEKST_IDLE_MINUTES", "20")))
# Documents (ADR 26): where they lie, sealed; and where the municipality's keys lie, which must be another place.
DOCUMENTS = os.environ.get("OPPVEKST_DOCUMENTS", "documents")
DOCUMENT_KEYS = Path(os.environ.get("OPPVEKST_DOCUMENT_KEYS", "document-keys"))
DOCUMENT_KEEPER = os.environ.get("OPPVEKST_DOCUMENT_KEEPER", "oppvekst.ground.documents.keys.KeyFiles")
DOCUMENT_MAX_BYTES = int(os.environ.get("OPPVEKST_DOCUMENT_MAX_MB", "50")) * 1024 * 1024
# clamd as host:port or a socket file; without one, documents are said to be «ikke undersøkt».
SCANNER = os.environ.get("OPPVEKST_CLAMD", "")
STORAGES = {
    "documents": places.of(DOCUMENTS),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "oppvekst.ground.documents.uploads.SealedUploads",
]

# Where a log-in begins, and where the desk is: two processes, so that the desk cannot open a session for anyone.
DOOR_URL = os.environ.get("OPPVEKST_DOOR_URL", "/logg-inn/")
DESK_URL = os.environ.get("OPPVEKST_DESK_URL", "/")
if FACE == "door" and "://" in DESK_URL:
    # A form of the door leads on to the desk, and browsers hold that redirect to the form's own rule.
    SECURE_CSP["form-action"] = [CSP.SELF, "/".join(DESK_URL.split("/")[:3])]
OIDC = {
    "issuer": os.environ.get("OPPVEKST_OIDC_ISSUER", ""),
    "client_id": os.environ.get("OPPVEKST_OIDC_CLIENT_ID", "oppvekst"),
    "client_secret": address.secret("OPPVEKST_OIDC_CLIENT_SECRET"),
    "scope": os.environ.get("OPPVEKST_OIDC_SCOPE", "openid profile"),
}
# What the provider calls the groups or roles of whoever logs in; which role each gives here, the municipality says.
OIDC_ROLES_CLAIM = os.environ.get("OPPVEKST_OIDC_ROLES_CLAIM", "groups")
# Passkeys, or passwords with a code app, where there is no provider; beside one only when it is asked for.
OWN_LOG_IN = os.environ.get("OPPVEKST_OWN_LOG_IN", "0" if OIDC["issuer"] else "1") == "1"
OWN_LOG_IN_NAME = os.environ.get("OPPVEKST_OWN_LOG_IN_NAME", "Oppvekst")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
# Persons outside the service: ID-porten, and where My page is.
IDPORTEN = {
    "issuer": os.environ.get("OPPVEKST_IDPORTEN_ISSUER", ""),
    "client_id": os.environ.get("OPPVEKST_IDPORTEN_CLIENT_ID", "oppvekst-minside"),
    "client_secret": address.secret("OPPVEKST_IDPORTEN_CLIENT_SECRET"),
}
MYPAGE_URL = os.environ.get("OPPVEKST_MYPAGE_URL", "/")
# The municipality of a host name; a face on an unknown host answers for the first municipality.
HOST_MUNICIPALITIES = dict(
    pair.split("=") for pair in os.environ.get("OPPVEKST_HOST_MUNICIPALITIES", "").split(",") if "=" in pair
)
OUTBOX = Path(os.environ.get("OPPVEKST_OUTBOX", "outbox"))
INBOX = Path(os.environ.get("OPPVEKST_INBOX", "inbox"))
# Best a place where whoever rules the database cannot write.
WITNESS = Path(os.environ.get("OPPVEKST_WITNESS", "witness"))

# The worker names its own tasks (faces/worker); to everybody else Procrastinate is four tables and a function.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = None

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "discreet": {"()": "oppvekst.ground.web.discreet.Discreet", "fmt": "%(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("OPPVEKST_LOG_LEVEL", "WARNING")},
}
