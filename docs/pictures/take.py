"""`make pictures`: the README's pictures, of real screens of a fresh demo on a fixed day.

The site runs in this process under a stopped clock, so that the same dates stand on the pictures each time.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from threading import Thread
from unittest import mock

from PIL import Image

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

TODAY = date(2026, 6, 11)
SCHEME = "/schemes/south-yorkshire/"
DESK = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 780}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
DARK = {"color_scheme": "dark"}
#: picture: (who looks, where, with what, the links pressed one after the other)
PICTURES = {
    "today": ("coordinator", "/", DESK, []),
    "journey-dark": ("coordinator", SCHEME, DESK | DARK, []),
    "volunteers": ("coordinator", f"{SCHEME}people/volunteers/", DESK, []),
    "match": ("coordinator", f"{SCHEME}matches/", DESK, ["tr:has-text('Both said yes') a"]),
    "board": ("coordinator", f"{SCHEME}matches/proposals/", DESK, []),
    "figures": ("manager", f"{SCHEME}evaluation/", DESK, []),
    "mine": ("mentee", "/me/", PHONE, []),
    "session": ("mentor", "/me/", PHONE, ["a[href*='/sessions/log/']"]),
}
COLOURS, GAP = 128, 16


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DEMO": "1", "DEBUG": "0", "VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": "mentoring.settings",
            "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
        }  # fmt: skip
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        with clock_stopped(), site() as address:
            screens(address)
            report(Path(folder))


@contextmanager
def clock_stopped() -> Iterator[None]:
    from django.utils import timezone

    moment = timezone.make_aware(datetime.combine(TODAY, time(9, 30)))
    with mock.patch("django.utils.timezone.now", return_value=moment):
        yield


@contextmanager
def site() -> Iterator[str]:
    """The demo, served; its address."""
    from django.core.management import call_command
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application

    class Quiet(WSGIRequestHandler):
        def log_message(self, *_):
            pass

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("demo", today=TODAY)
    server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet)
    server.set_app(get_wsgi_application())
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def screens(address: str) -> None:
    from playwright.sync_api import sync_playwright

    from mentoring.tests.real_parts import CHROMIUM_ARGUMENTS, chromium_path

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
        for name, (person, path, window, presses) in PICTURES.items():
            page = browser.new_context(base_url=address, **window).new_page()
            page.goto("/")
            page.locator(f"form[action='/demo/enter/{person}/'] button").click()
            page.goto(path)
            for link in presses:
                page.locator(link).first.click()
            page.wait_for_load_state("networkidle")  # what comes after the page is there too
            page.evaluate("document.fonts.ready")
            page.screenshot(path=HERE / f"{name}.png", animations="disabled")
            page.context.close()
            smaller(HERE / f"{name}.png")


def report(folder: Path) -> None:
    """The first pages of the PDF side by side, where the libraries that draw and show it are there."""
    from django.core.management import call_command
    from django.core.management.base import CommandError

    paper = folder / "report.pdf"
    words = {"from_on": "2025-06-01", "to_on": "2026-05-31", "prepared_for": "the advisory group"}
    try:
        call_command("evaluation_report", "south-yorkshire", out=str(paper), **words)
        subprocess.run(["pdftoppm", "-r", "60", "-l", "3", "-png", paper, folder / "page"], check=True)
    except (CommandError, FileNotFoundError) as reason:
        print(f"The report is not pictured: {reason}")
        return
    pages = [Image.open(each).convert("RGB") for each in sorted(folder.glob("page*.png"))]
    width, height = pages[0].size
    strip = Image.new("RGB", ((width + GAP) * len(pages) + GAP, height + 2 * GAP), "#ddd5c7")
    for number, each in enumerate(pages):
        strip.paste(each, (GAP + number * (width + GAP), GAP))
    strip.save(HERE / "report.png")
    smaller(HERE / "report.png")


def smaller(picture: Path) -> None:
    """Few colours are enough for a screen, and make a small file."""
    Image.open(picture).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)


if __name__ == "__main__":
    main()
