"""An event directory, read and expanded by simple means that share no code with the program, for tests to compare.

PyYAML reads the files as plain text, every rule is tried day by day, and zoneinfo turns wall times into instants. What a key means and who has
what is in backops-event(5) and backops-schedule(1).
"""
import datetime
import glob
import os
import re
import zoneinfo

import yaml

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
        end, ends = start + length, max(begins, instant(start + length, zone))
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
    """All that is not cancelled."""
    found = []
    for id, activity in event.activities.items():
        start = date_of(activity["start"][:10])
        for date in dates_of(event, activity["repeat"], start) if "repeat" in activity else [start]:
            found.append(occurrence(event, id, date))
    return [row for row in found if row["status"] != "cancelled"]


def in_order(rows):
    """Of instants, then longer first, then id."""
    return sorted(rows, key=lambda row: (row["from"], -row["until"].timestamp(), row["id"], row["occurrence"] or ""))


# Whose calendar holds it, and why.

def via_party(row, id):
    via = ["organizer:" + id] if id in row["organizers"] else []
    return via + (["required:" + id] if id in row["required"] else ["optional:" + id] if id in row["optional"] else [])


def via_person(event, row, id, with_team):
    segments = enumerate(event.activities[row["id"]].get("segments", []), 1)
    via = via_party(row, id) or ["segment:" + part.get("cue", str(n)) for n, part in segments if id in part.get("who", [])]
    return via + (via_party(row, event.crew[id]["collaborator"]) if with_team else [])


def segment_times(event, row):
    """(its reason, from, until) of each: at its hard start or after the one before it; without a duration to the next hard start."""
    start, next, times = datetime.datetime.fromisoformat(row["start"]), row["from"], []
    for n, part in enumerate(event.activities[row["id"]]["segments"], 1):
        if "start" in part:
            hard = midnight(start.date()) + clock_of(part["start"])
            next = instant(hard if hard >= start else hard + DAY, row["timezone"])
        times.append(["segment:" + part.get("cue", str(n)), next, next + duration_of(part.get("duration", "0m"))])
        next = times[-1][2]
    until = row["until"]
    for part, time in reversed(list(zip(event.activities[row["id"]]["segments"], times))):
        time[2] = time[2] if "duration" in part else until
        until = time[1] if "start" in part else until
    return times


def narrowed(event, row, via):
    """Who has it by segments alone has it from the first to the last of them."""
    if row["all_day"] or not via or not all(reason.startswith("segment:") for reason in via):
        return row
    times = [(begins, ends) for reason, begins, ends in segment_times(event, row) if reason in via]
    begins, ends = min(times)[0], max(ends for _, ends in times)
    local = lambda time: time.astimezone(zoneinfo.ZoneInfo(row["timezone"])).replace(tzinfo=None)
    day = str(event.show_day(local(begins))) if row["until"] - row["from"] >= DAY else row["day"]
    return {**row, "from": begins, "until": ends, "day": day, "start": text_of(local(begins)), "end": text_of(local(ends)) if begins < ends else None}


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

