"""What a start needs is named in one sentence, and what the start prepares can be prepared."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[3]
REAL = {
    "SECRET_KEY": "x" * 60,
    "FIELD_KEYS": "first:" + "y" * 40,
    "SITE_URL": "https://mentoring.example",
    "ALLOWED_HOSTS": "mentoring.example",
}


def manage(tmp_path, *words, **env):
    given = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), **env}
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize("name", ["SECRET_KEY", "FIELD_KEYS"])
def test_a_missing_secret_stops_the_start_with_its_name(tmp_path, name):
    told = manage(tmp_path, "serve", **{key: value for key, value in REAL.items() if key != name})
    assert told.returncode != 0
    assert told.stderr.strip() == (
        f"Alongside cannot start: {name} is not set. Set it in the environment, or start with DEMO=1."
    )


def test_static_files_can_be_collected_as_a_real_site_serves_them(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    assert (tmp_path / "static" / "staticfiles.json").exists()
