"""From when a message may be read: at once within the agreed hours, else when they begin again (L5). Pure."""

from datetime import datetime, time, timedelta, tzinfo


def readable_from(sent: datetime, first: time, last: time, zone: tzinfo) -> datetime:
    """`sent` is aware; `first` and `last` are the agreed hours by the clock on the wall in `zone`, `first` within and
    `last` outside of them. The night in which clocks change is no shorter or longer for it: hours are the wall's."""
    local = sent.astimezone(zone)
    if first <= local.time() < last:
        return sent
    day = local.date() if local.time() < first else local.date() + timedelta(days=1)
    return datetime.combine(day, first, tzinfo=zone)
