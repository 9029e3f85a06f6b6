"""One activity, many calendars, always right: the example events, expanded a second time by simple means that share no code with the program.

PyYAML reads the files as plain text, every rule is tried day by day, zoneinfo turns wall times into instants, and section by section
backops-event(5) and backops-schedule(1) say who has what. Then `backops schedule --format json` must give the same rows, in the same
order and with the same reasons: for the event, every area, every collaborator and every person, alone and with the team, of the whole
event; and of single show days, every one for the event and the areas, and one for each of the others in turn.
"""
import datetime
import glob
import json
import os
import re
import sys
import zoneinfo
from concurrent.futures import ThreadPoolExecutor

from running import SKIP, SOURCE, backops

try:
    import yaml
except ImportError:
    # CMake may have found another Python than the one that has Debian's packages.
    if sys.executable != "/usr/bin/python3" and os.path.exists("/usr/bin/python3"):
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
    print("python3-yaml is missing")
    sys.exit(SKIP)

UTC = datetime.timezone.utc
DAY = datetime.timedelta(days=1)
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


# What the files' texts mean.

def date_of(text):
    return datetime.date.fromisoformat(text)


def clock_of(text):
    hours, minutes, seconds = (text.split(":") + ["0"])[:3]
    return datetime.timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds))


def midnight(date):
    return datetime.datetime.combine(date, datetime.time())


def time_of(text, date=None):
    """(the time on the calendar, the date as written or None where hours stay below 24) of a date-time, or of a clock on `date`."""
    if len(text) > 8:
        date, text = date_of(text[:10]), text[11:]
    clock = clock_of(text)
    return midnight(date) + clock, date if clock >= DAY else None


def duration_of(text):
    parts = re.fullmatch(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?", text).groups()
    return datetime.timedelta(**{unit: int(part or 0) for unit, part in zip(("hours", "minutes", "seconds"), parts)})


class Event:
    """An event directory as dictionaries of text."""

    def __init__(self, directory):
        self.directory = directory
        self.event = self.read("event.yaml")
        folders = ("areas", "collaborators", "crew", "activities", "timeframes")
        for folder in folders:
            files = sorted(os.path.basename(path) for path in glob.glob(os.path.join(directory, folder, "*.yaml")))
            setattr(self, folder, {file[:-5]: self.read(os.path.join(folder, file)) for file in files})
        self.day_start = clock_of(self.event.get("day_start", "04:00"))
        self.last_day = max([date_of(self.event["end"])] + [self.days_of(frame)[1] for frame in self.timeframes.values()])

    def read(self, path):
        with open(os.path.join(self.directory, path), encoding="utf-8") as file:
            return yaml.load(file, Loader=yaml.BaseLoader)

    def show_day(self, time, written=None):
        return written or (time - self.day_start).date()

    def days_of(self, frame):
        """The first and the last show day of a time frame."""
        first, last = frame["start"], frame["end"]
        end, written = time_of(last) if len(last) > 10 else (None, None)
        return (self.show_day(*time_of(first)) if len(first) > 10 else date_of(first),
                self.show_day(end - datetime.timedelta(seconds=1), written) if end else date_of(last))

    def zone_of(self, activity, areas):
        if "timezone" in activity:
            return activity["timezone"]
        zones = {self.areas[area].get("timezone", self.event["timezone"]) for area in areas}
        return zones.pop() if len(zones) == 1 else self.event["timezone"]


# When a series happens: every day from its start is asked.

def names_day(word, date):
    """Whether one word of a month's `on` names the date: `15`, `-1`, `fri`, `2 tue`, `last fri`."""
    length = ((date.replace(day=28) + 4 * DAY).replace(day=1) - DAY).day
    if re.fullmatch(r"-?\d+", word):
        return int(word) == date.day or int(word) == date.day - length - 1
    number, weekday = word.split() if " " in word else ("", word)
    if weekday != WEEKDAYS[date.weekday()]:
        return False
    return number == "" or number == "last" and date.day + 7 > length or number == str((date.day + 6) // 7)


def in_rule(repeat, start, date):
    count, unit = re.fullmatch(r"(\d*) ?(day|week|month)s?", repeat["every"]).groups()
    step, on = int(count or 1), repeat.get("on", [])
    if unit == "day":
        return (date - start).days % step == 0 and (not on or WEEKDAYS[date.weekday()] in on)
    if unit == "week":
        first = WEEKDAYS.index(repeat.get("week_start", "mon"))
        monday = lambda day: day - (day.weekday() - first) % 7 * DAY
        return (monday(date) - monday(start)).days // 7 % step == 0 and WEEKDAYS[date.weekday()] in (on or [WEEKDAYS[start.weekday()]])
    months = (date.year - start.year) * 12 + date.month - start.month
    return months % step == 0 and any(names_day(word, date) for word in on or [str(start.day)])


def dates_of(event, repeat, start):
    skipped = set(map(date_of, repeat.get("skip", [])))
    if "dates" in repeat:
        return sorted(set(map(date_of, repeat["dates"])) - skipped)
    first, last = start, event.last_day
    if "during" in repeat:
        days = event.days_of(event.timeframes[repeat["during"]])
        first, last = max(first, days[0]), days[1]
    if "until" in repeat:
        last = date_of(repeat["until"])
    if "count" in repeat:
        last = start + 4000 * DAY
    dates = [start + n * DAY for n in range((last - start).days + 1) if in_rule(repeat, start, start + n * DAY)]
    return [date for date in dates[:int(repeat.get("count", len(dates)))] if first <= date and date not in skipped]


# One occurrence as its row says it, but for `via`.

def end_after(start, text):
    """A clock time is the first such time after the start."""
    if len(text) > 8:
        return time_of(text)[0]
    end = midnight(start.date()) + clock_of(text)
    return end if end > start else end + DAY


def instant(time, zone):
    return time.replace(tzinfo=zoneinfo.ZoneInfo(zone)).astimezone(UTC)


def all_day(event, activity, change, zone, date):
    first = date_of(change.get("start", str(date)))
    last = first + (date_of(activity.get("end", activity["start"])) - date_of(activity["start"]))
    last = date_of(change.get("end", str(last)))
    return {"day": str(first), "start": str(first), "end": str(last), "all_day": True,
            "from": instant(midnight(first) + event.day_start, zone), "until": instant(midnight(last + DAY) + event.day_start, zone)}


def timed(event, activity, change, zone, date):
    start, written = time_of(activity["start"])
    shift = date - date_of(activity["start"][:10])
    start, written = start + shift, written and date
    length = end_after(start, activity["end"] if len(activity["end"]) <= 8 else str(time_of(activity["end"])[0] + shift)) - start \
        if "end" in activity else None
    duration = activity.get("duration")
    if "start" in change:
        start, written = time_of(change["start"], date)
    if "end" in change:
        length, duration = end_after(start, change["end"]) - start, None
    if "duration" in change:
        length, duration = None, change["duration"]
    begins, end = instant(start, zone), None
    if length is not None:
        end, ends = start + length, instant(start + length, zone)
    elif duration:
        ends = begins + duration_of(duration)
        end = ends.astimezone(zoneinfo.ZoneInfo(zone)).replace(tzinfo=None)
    return {"day": str(event.show_day(start, written)), "start": text_of(start), "end": end and text_of(end), "all_day": False,
            "from": begins, "until": ends if end else begins}


def text_of(time):
    return time.strftime("%Y-%m-%dT%H:%M" if time.second == 0 else "%Y-%m-%dT%H:%M:%S")


def occurrence(event, id, date):
    activity = event.activities[id]
    change = activity["repeat"].get("changes", {}).get(str(date), {}) if "repeat" in activity else {}
    now = {**activity, **change}
    zone = event.zone_of(activity, now.get("areas", []))
    times = all_day if len(activity["start"]) == 10 else timed
    people = now.get("participants", {})
    needed = [need["collaborator"] for need in activity.get("needs", []) if "collaborator" in need]
    return {"id": id, "occurrence": f"{id}@{date}" if "repeat" in activity else None, "name": now["name"],
            "kind": activity.get("kind", ""), "status": now.get("status", "confirmed"), "timezone": zone,
            "global": activity.get("global") == "true", "areas": now.get("areas", []), "location": now.get("location", ""),
            "organizers": now.get("organizers", []), "required": list(dict.fromkeys(people.get("required", []) + needed)),
            "optional": people.get("optional", []), **times(event, activity, change, zone, date)}


def occurrences(event):
    """All that is not cancelled, in order of instants, then longer first, then id."""
    found = []
    for id, activity in event.activities.items():
        start = date_of(activity["start"][:10])
        for date in dates_of(event, activity["repeat"], start) if "repeat" in activity else [start]:
            found.append(occurrence(event, id, date))
    found.sort(key=lambda row: (row["from"], -row["until"].timestamp(), row["id"]))
    return [row for row in found if row["status"] != "cancelled"]


# Whose calendar holds it, and why.

def via_party(row, id):
    via = ["organizer:" + id] if id in row["organizers"] else []
    return via + (["required:" + id] if id in row["required"] else ["optional:" + id] if id in row["optional"] else [])


def via_person(event, row, id, with_team):
    segments = enumerate(event.activities[row["id"]].get("segments", []), 1)
    via = via_party(row, id) or ["segment:" + part.get("cue", str(n)) for n, part in segments if id in part.get("who", [])]
    return via + (via_party(row, event.crew[id]["collaborator"]) if with_team else [])


def calendars(event):
    """(the options that select it, why a row is on it) of every calendar, and of all of them."""
    yield [], None
    yield ["--event"], lambda row: ["event"] if row["global"] else []
    for id in event.areas:
        yield ["--area", id], lambda row, id=id: ["area:" + id] if id in row["areas"] else []
    for id in event.collaborators:
        yield ["--collab", id], lambda row, id=id: via_party(row, id)
    for id in event.crew:
        yield ["--crew", id], lambda row, id=id: via_person(event, row, id, False)
        yield ["--crew", id, "--with-team"], lambda row, id=id: via_person(event, row, id, True)


def is_on(event, row, day):
    """What starts on the show day, and what lasts a day or longer and overlaps it."""
    begins = midnight(day) + event.day_start
    lasts = row["until"] - row["from"] >= DAY
    return row["day"] == str(day) or \
        lasts and row["from"] < instant(begins + DAY, row["timezone"]) and instant(begins, row["timezone"]) < row["until"]


def as_json(row):
    zulu = lambda time: time.strftime("%Y-%m-%dT%H:%M:%SZ")
    shown = {key: value for key, value in row.items() if key not in ("from", "until")}
    return {**shown, "start_instant": zulu(row["from"]), "end_instant": zulu(row["until"]) if row["end"] else None}


def differences(expected, got):
    """Readable: by occurrence, then by key; then the order."""
    name = lambda row: row["occurrence"] or row["id"]
    ours, theirs = {name(row): row for row in expected}, {name(row): row for row in got}
    for each in [*ours, *(other for other in theirs if other not in ours)]:
        if each not in theirs or each not in ours:
            yield f"{each} is {'missing' if each in ours else 'not expected'}"
        elif ours[each] != theirs[each]:
            keys = [key for key in {**ours[each], **theirs[each]} if ours[each].get(key) != theirs[each].get(key)]
            yield from (f"{each}: {key} is {theirs[each].get(key)!r}, not {ours[each].get(key)!r}" for key in keys)
    for ours, theirs in zip(filter(theirs.get, ours), filter(ours.get, theirs)):
        if ours != theirs:
            return (yield f"{theirs} comes before {ours}")


def asked(event, rows):
    """What is compared: (options, reasons, a show day or None for all of the event)."""
    days = [date_of(day) for day in sorted({row["day"] for row in rows})]
    for n, (words, why) in enumerate(calendars(event)):
        every_day = not words or words[0] in ("--event", "--area")
        yield from ((words, why, day) for day in [None, *(days if every_day else [days[n % len(days)]])])


def compared(event, rows, words, why, day):
    """What is wrong with one schedule, and how many rows it has."""
    expected = [{**as_json(row), "via": why(row) if why else []} for row in rows if not day or is_on(event, row, day)]
    expected = [row for row in expected if row["via"] or not why]
    words = ["schedule", *words, *(["--day", str(day)] if day else [])]
    done = backops(*words, "--format", "json", cwd=event.directory)
    if done.returncode:
        return [f"{' '.join(words)}: exit status {done.returncode}, {done.stderr.decode()}"], 0
    got = json.loads(done.stdout)["rows"]
    return [f"{os.path.basename(event.directory)}: {' '.join(words)}: {words_}" for words_ in differences(expected, got)], len(got)


def main():
    schedules = rows_seen = 0
    problems = []
    for path in sorted(glob.glob(os.path.join(SOURCE, "examples", "*", "event.yaml"))):
        event = Event(os.path.dirname(path))
        rows = occurrences(event)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for wrong, count in pool.map(lambda each: compared(event, rows, *each), asked(event, rows)):
                problems += wrong
                schedules, rows_seen = schedules + 1, rows_seen + count
    print("\n".join(problems[:60]))
    print(f"{schedules} schedules of {rows_seen} rows, {len(problems)} differences")
    return 1 if problems or not rows_seen else 0


if __name__ == "__main__":
    sys.exit(main())
