"""Reads an iCalendar file as a phone would: what of it happens when, series told one by one."""
import collections
import datetime
import re
import zoneinfo

from dateutil import rrule

UTC = datetime.timezone.utc
DAY = datetime.timedelta(days=1)


def blocks(text):
    """The properties of each VEVENT: {name: [(parameters, value)]}."""
    found, current = [], None
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():
        if line == "BEGIN:VEVENT":
            current = collections.defaultdict(list)
        elif line == "END:VEVENT":
            found.append(current)
            current = None
        elif current is not None:
            head, _, value = line.partition(":")
            name, *parameters = head.split(";")
            current[name].append((dict(each.split("=", 1) for each in parameters), value))
    return found


def time_of(parameters, value):
    """A date, or a time with its zone."""
    if len(value) == 8:
        return datetime.datetime.strptime(value, "%Y%m%d").date()
    time = datetime.datetime.strptime(value.rstrip("Z"), "%Y%m%dT%H%M%S")
    return time.replace(tzinfo=UTC if value.endswith("Z") else zoneinfo.ZoneInfo(parameters["TZID"]))


def times_of(event, name):
    return [time_of(parameters, each) for parameters, value in event[name] for each in value.split(",")]


def length_of(event, start):
    """(on the clock, elapsed), one of which is None."""
    if event["DTEND"]:
        end = times_of(event, "DTEND")[0]
        if isinstance(end, datetime.datetime) and end.tzinfo != start.tzinfo:
            return None, end.astimezone(UTC) - start.astimezone(UTC)
        return end - start, None
    if event["DURATION"]:
        parts = re.fullmatch(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", event["DURATION"][0][1]).groups()
        return None, datetime.timedelta(**dict(zip(("weeks", "days", "hours", "minutes", "seconds"), (int(part or 0) for part in parts))))
    return (DAY if not isinstance(start, datetime.datetime) else datetime.timedelta()), None


def starts_of(event):
    start = times_of(event, "DTSTART")[0]
    is_date = not isinstance(start, datetime.datetime)
    wide = lambda time: datetime.datetime.combine(time, datetime.time()) if is_date else time
    starts = {start}
    for _, rule in event["RRULE"]:
        starts |= {time.date() if is_date else time for time in rrule.rrulestr(rule, dtstart=wide(start))}
    starts |= set(times_of(event, "RDATE"))
    left_out = {moment(time) for time in times_of(event, "EXDATE")}
    return [each for each in starts if moment(each) not in left_out]


def moment(time):
    """One that compares, whatever the zone."""
    return time.astimezone(UTC) if isinstance(time, datetime.datetime) else time


def happenings(text):
    """[(summary, from, until)] of all that is not cancelled: instants, or dates of what lasts all day, `until` exclusive."""
    events, found = blocks(text), []
    changed = {(event["UID"][0][1], moment(time)) for event in events for time in times_of(event, "RECURRENCE-ID")}
    for event in events:
        if event["STATUS"] and event["STATUS"][0][1] == "CANCELLED":
            continue
        summary = re.sub(r"\\(.)", r"\1", event["SUMMARY"][0][1])
        on_clock, elapsed = length_of(event, times_of(event, "DTSTART")[0])
        for start in starts_of(event):
            if not event["RECURRENCE-ID"] and (event["UID"][0][1], moment(start)) in changed:
                continue
            begins = moment(start)
            found.append((summary, begins, begins + elapsed if elapsed is not None else max(begins, moment(start + on_clock))))
    return found
