"""A mail server in a process of its own that takes everything and writes down each Message-ID."""

import asyncio
import re
import sys
from pathlib import Path

from aiosmtpd.controller import UnthreadedController


class Noting:
    def __init__(self, path: str):
        self.noted = Path(path)

    async def handle_DATA(self, server, session, envelope):
        head = envelope.content.partition(b"\r\n\r\n")[0].decode()
        with self.noted.open("a") as noted:
            noted.write(re.search(r"(?im)^message-id:\s*(\S+)", head)[1] + "\n")
        return "250 noted"


def main() -> None:
    loop = asyncio.new_event_loop()
    controller = UnthreadedController(Noting(sys.argv[2]), hostname="127.0.0.1", port=int(sys.argv[1]), loop=loop)
    controller.begin()
    loop.run_forever()


if __name__ == "__main__":
    main()
