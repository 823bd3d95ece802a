# SPDX-FileCopyrightText: 2026 The Samenspel authors
# SPDX-License-Identifier: EUPL-1.2
"""
Django's settings, read once from the environment and the settings file.

What an installation may change stands in ``core.options``; all else is the same everywhere.
"""

from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from samenspel.conf.api import rest_framework, spectacular
from samenspel.conf.keys import link_key, secret_key, signing_key
from samenspel.conf.mail import mail_server
from samenspel.sources.configuration import settle

PACKAGE = Path(__file__).parents[1]

# The command line puts its flags in the environment, so that server processes read the same.
_settings = {name: setting.value for name, setting in settle({}).items()}

DATA = Path(str(_settings["data"])).absolute()
DEMO = bool(_settings["demo"])
HTTPS = bool(_settings["https"])
SECURITY_CONTACT = str(_settings["contact"])

SECRET_KEY = secret_key(DATA)
LEDGER_KEY = signing_key(DATA)
LINK_KEY = link_key(SECRET_KEY)
ALLOWED_HOSTS = [host.strip() for host in str(_settings["allowed_hosts"]).split(",")]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "axes",
    "rest_framework",
    "drf_spectacular",
    "samenspel.ledger",
    "samenspel.regions",
    "samenspel.parties",
    "samenspel.agenda",
    "samenspel.councils",
    "samenspel.deals",
    "samenspel.funding",
    "samenspel.delivery",
    "samenspel.words",
    "samenspel.web",
    "samenspel.api",
]

MIDDLEWARE = [
    "samenspel.api.middleware.ApiMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "samenspel.web.middleware.LanguageMiddleware",
    "samenspel.web.middleware.FiguresMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "samenspel.web.middleware.PrivateMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "samenspel.conf.urls"
WSGI_APPLICATION = "samenspel.conf.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samenspel.web.context.site",
            ],
        },
    }
]

# Read within the transaction that will write: SQLite takes its write lock at the start, as
# PostgreSQL's select_for_update does for the row. WAL lets readers go on meanwhile.
_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": str(DATA / "samenspel.sqlite3"),
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    },
}
_url = str(_settings["database_url"])
DATABASES = {
    "default": dj_database_url.parse(_url, conn_max_age=60, conn_health_checks=True)
    if _url
    else _SQLITE
}

AUTH_USER_MODEL = "parties.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator")
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    }
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "workbench"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "samenspel.web.accounts.ClosedAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = False  # they need a shared cache; axes counts in the database
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "samenspel.web.forms.account.LoginForm",
    "change_password": "samenspel.web.forms.account.ChangePasswordForm",
    "set_password": "samenspel.web.forms.account.SetPasswordForm",
    "reauthenticate": "samenspel.web.forms.account.ReauthenticateForm",
}
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 1  # hour
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "samenspel.web.accounts.client_address"
AXES_USERNAME_CALLABLE = "samenspel.web.accounts.tried_address"
AXES_LOCKOUT_CALLABLE = "samenspel.web.views.login.locked_out"
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True  # who logged in when is nobody's business

LANGUAGE_CODE = str(_settings["language"])
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Errors go to the terminal or the journal; what a visitor types wrong (404) is no error.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"level": "WARNING", "handlers": []},
        "django.request": {"level": "ERROR"},
    },
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = ["samenspel.web.uploads.BoundedUpload"]
_mail = mail_server(str(_settings["mail"]), str(_settings["mail_password"]), DATA)
EMAIL_BACKEND = _mail.backend
EMAIL_HOST = _mail.host
EMAIL_PORT = _mail.port
EMAIL_HOST_USER = _mail.user
EMAIL_HOST_PASSWORD = _mail.password
EMAIL_USE_TLS = _mail.starts_tls
EMAIL_USE_SSL = _mail.is_tls
EMAIL_FILE_PATH = _mail.folder
EMAIL_TIMEOUT = 30  # seconds
DEFAULT_FROM_EMAIL = str(_settings["mail_from"])

REST_FRAMEWORK = rest_framework(behind_proxy=HTTPS)
SPECTACULAR_SETTINGS = spectacular(contact=SECURITY_CONTACT)
