"""A web server with two workers, and four visitors who never rest: wrk where it is installed, else four threads."""

import http.client
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from urllib.request import urlopen

from mentoring.serve.processes import free_port

VISITORS = 4
CLIENT = "wrk" if shutil.which("wrk") else "four threads of this process (wrk is not installed)"


@contextmanager
def server(env: dict[str, str]) -> Iterator[str]:
    """gunicorn on that database; gives "127.0.0.1:port"."""
    place = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "gunicorn", "mentoring.wsgi", "--bind", place, "--workers", "2"]
    command += ["--worker-class", "sync", "--log-level", "warning", "--no-control-socket"]
    process = subprocess.Popen(command, env={**os.environ, **env})
    try:
        wait_until_it_answers(place)
        yield place
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_until_it_answers(place: str) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            return urlopen(f"http://{place}/health/live", timeout=30).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def rate(place: str, path: str, *, cookie: str, seconds: float) -> float:
    """Pages per second; RuntimeError if any was not 200. (wrk knows whole seconds only.)"""
    return (wrk_rate if CLIENT == "wrk" and seconds >= 1 else threads_rate)(place, path, cookie=cookie, seconds=seconds)


def wrk_rate(place: str, path: str, *, cookie: str, seconds: float) -> float:
    command = ["wrk", "-t1", f"-c{VISITORS}", f"-d{round(seconds)}s", "-H", f"Cookie: {cookie}"]
    said = subprocess.run([*command, f"http://{place}{path}"], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Requests/sec" not in said:
        raise RuntimeError(f"{path} did not answer well:\n{said}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])


def threads_rate(place: str, path: str, *, cookie: str, seconds: float) -> float:
    end = time.monotonic() + seconds

    def visit(_) -> int:
        pages = 0
        while time.monotonic() < end:
            connection = http.client.HTTPConnection(place)
            connection.request("GET", path, headers={"Cookie": cookie})
            answer = connection.getresponse()
            answer.read()
            connection.close()
            if answer.status != 200:
                raise RuntimeError(f"{path} answered {answer.status}")
            pages += 1
        return pages

    with ThreadPoolExecutor(VISITORS) as visitors:
        return sum(visitors.map(visit, range(VISITORS))) / seconds
