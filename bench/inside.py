"""A process with Django in it that does what it is asked: a line of JSON in, a line of JSON out.

`Inside(env)` is the asking side. Two of them are two workers; the driver itself never loads Django.
"""

import json
import os
import subprocess
import sys
from importlib import import_module


class Inside:
    """A child of its own: `ask` and wait, or `begin` on several and collect each `answer`."""

    def __init__(self, env: dict[str, str]):
        command = [sys.executable, "-m", "bench.inside"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen(command, env={**os.environ, **env}, **pipes)

    def __enter__(self):
        return self

    def __exit__(self, *trouble):
        self.process.stdin.close()
        self.process.wait(timeout=60)
        self.process.stdout.close()

    def begin(self, function: str, **arguments) -> None:
        """function: "bench.module:name"."""
        self.process.stdin.write(json.dumps([function, arguments]) + "\n")
        self.process.stdin.flush()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("a process of the benchmark died; what it said stands above")
        return json.loads(line)

    def ask(self, function: str, **arguments):
        self.begin(function, **arguments)
        return self.answer()


def serve() -> None:
    """Answers until nobody asks any more."""
    import django

    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever else prints goes to stderr
    django.setup()
    for line in sys.stdin:
        function, arguments = json.loads(line)
        module, _, name = function.partition(":")
        print(json.dumps(getattr(import_module(module), name)(**arguments)), file=answers, flush=True)


if __name__ == "__main__":
    serve()
