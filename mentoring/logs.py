"""Lines of the log: one a piece, as JSON, with the time in UTC, and of a request who asked, from where and for what.

JSON keeps what somebody typed inside its line: a line break is written as two signs. Addresses of pages that carry a
secret (private links, links for a new password) are cut before it.
"""

import json
import logging
import re
import traceback
from datetime import UTC, datetime

#: A part of an address that opens something by itself: long, and no word. Keys of records stay, they open nothing.
SECRET = re.compile(r"(?<=/)(?=[^/\s]*[0-9A-Z])[\w.:-]{20,}(?=[/\s?]|$)")
RECORD = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class JsonLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": at, "level": record.levelname, "from": record.name, "what": without_secrets(record.getMessage())}
        request = getattr(record, "request", None)
        if hasattr(request, "META"):
            line |= asked(request)
        if getattr(record, "who", None):
            line["who"] = str(record.who)
        if record.exc_info:
            line["trace"] = "".join(traceback.format_exception(*record.exc_info))
        return json.dumps(line, ensure_ascii=True)


def asked(request) -> dict:
    """Who asked, by their key; from which address of the internet; for which page."""
    from allauth.account.adapter import get_adapter

    user = getattr(request, "user", None)
    try:
        where = get_adapter().get_client_ip(request)
    except Exception:  # a line is written whatever the request is like
        where = request.META.get("REMOTE_ADDR", "")
    try:
        who = str(user.pk) if user is not None and user.is_authenticated else ""
    except Exception:  # the database is what is broken, perhaps
        who = ""
    return {"who": who, "where": where, "method": request.method, "path": without_secrets(request.path)}


def without_secrets(words: str) -> str:
    """Addresses in it without what opens a private link, or the choice of a new password."""
    return SECRET.sub(lambda found: found[0] if RECORD.fullmatch(found[0]) else "…", words)
