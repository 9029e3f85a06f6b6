"""Imports real and hostile calendar files, and holds the schedules of those that import against another reader of iCalendar.

The other reader is python-icalendar with dateutil and zoneinfo. Its dates are those of RFC 5545 but where backops-import(1) says otherwise: a
start that its own rule leaves out is no occurrence, of two revisions of an event the newer is taken, and different events may share a UID.
"""
import collections
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import unittest
import zoneinfo

from running import backops, environment, is_sanitized, need_modules, shared_data

need_modules("icalendar", "dateutil")
import icalendar
from dateutil import rrule

ZONE = "Europe/Berlin"
DAYS = 120
SLOWEST = 60 if is_sanitized() else 2
UTC = datetime.timezone.utc
WINDOWS = {"Eastern Standard Time": "America/New_York", "Pacific Standard Time": "America/Los_Angeles", "Tokyo Standard Time": "Asia/Tokyo",
           "New Zealand Standard Time": "Pacific/Auckland", "W. Europe Standard Time": "Europe/Berlin"}


def zone_of(tzid):
    """As the user's manual has it, written anew."""
    path = tzid.lstrip("/").split("/")
    candidates = [tzid, WINDOWS.get(tzid, "")] + ["/".join(path[i:]) for i in range(len(path))]
    for name in candidates:
        if name in zoneinfo.available_timezones():
            return name
    folded = {re.sub("[-_ ]", "/", name).lower(): name for name in sorted(zoneinfo.available_timezones())}
    return folded.get(re.sub("[-_ ]", "/", tzid).lower())


class Unknown(Exception):
    """The other reader has no answer."""


def one(component, name):
    value = component.get(name)
    return value[0] if isinstance(value, list) else value


def moment(prop):
    """A date, or a naive wall time and the name of its zone."""
    value = prop.dt
    if not isinstance(value, datetime.datetime):
        return value, None
    if value.tzinfo is not None and "TZID" not in prop.params:
        return value.astimezone(UTC).replace(tzinfo=None), "UTC"
    if "TZID" not in prop.params:
        return value, ZONE
    zone = zone_of(str(prop.params["TZID"]))
    if zone is None:
        raise Unknown("zone")
    return value.replace(tzinfo=None), zone


def instant(wall, zone):
    return wall.replace(tzinfo=zoneinfo.ZoneInfo(zone), fold=0).astimezone(UTC)


def listed(component, name):
    values = component.get(name, [])
    for item in values if isinstance(values, list) else [values]:
        for date in item.dts:
            date.params.update(item.params)
            yield date


class Happening:
    """One date: when it starts and ends, as `schedule` tells it."""

    def __init__(self, component, start, zone):
        self.name = " ".join(str(one(component, "SUMMARY") or "").split()) or "Untitled"
        self.zone = zone
        self.start = start
        first, _ = moment(one(component, "DTSTART"))
        if zone is None:
            end = moment(one(component, "DTEND"))[0] if "DTEND" in component else None
            days = (end - first).days if end else one(component, "DURATION").dt.days if "DURATION" in component else 1
            self.key = (self.name, start.isoformat(), (start + datetime.timedelta(days=max(days, 1) - 1)).isoformat())
            return
        begin = instant(start, zone)
        end = None
        if "DTEND" in component:
            wall, of = moment(one(component, "DTEND"))
            end = instant(start + (instant(wall, of).astimezone(zoneinfo.ZoneInfo(zone)).replace(tzinfo=None) - first), zone)
        elif "DURATION" in component:
            length = one(component, "DURATION").dt
            end = instant(start + length, zone) if length.days else begin + length
        self.key = (self.name, text(begin), text(end) if end and end > begin else None)

    def day(self):
        if self.zone is None:
            return self.start
        return instant(self.start, self.zone).astimezone(zoneinfo.ZoneInfo(ZONE)).date()


def text(when):
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def dates_of(component, last):
    """The naive starts of a master, and whether it is a series."""
    start, zone = moment(one(component, "DTSTART"))
    as_time = start if zone else datetime.datetime.combine(start, datetime.time())
    starts = set()
    rules = component.get("RRULE", [])
    rules = rules if isinstance(rules, list) else [rules]
    for rule in rules:
        words = dict(rule)
        until = words.pop("UNTIL", [None])[0]
        if until is not None:
            if not isinstance(until, datetime.datetime):
                until = datetime.datetime.combine(until, datetime.time(23, 59, 59))
            elif until.tzinfo is not None:
                until = until.astimezone(zoneinfo.ZoneInfo(zone or ZONE)).replace(tzinfo=None)
        made = rrule.rrulestr(icalendar.vRecur(words).to_ical().decode(), dtstart=as_time)
        for date in made:
            if date.date() > last or (until and date > until):
                break
            starts.add(date)
    extra = set()
    for item in listed(component, "RDATE"):
        if isinstance(item.dt, tuple):
            raise Unknown("period")
        other, of = moment(item)
        extra.add((instant(other, of).astimezone(zoneinfo.ZoneInfo(zone)).replace(tzinfo=None) if of != zone else other) if zone and of
                  else datetime.datetime.combine(other, datetime.time()))
    if not rules:
        starts.add(as_time)
    starts |= extra
    for item in listed(component, "EXDATE"):
        other, of = moment(item)
        if of is None:
            starts = {date for date in starts if date.date() != other}
        else:
            starts.discard(instant(other, of).astimezone(zoneinfo.ZoneInfo(zone)).replace(tzinfo=None) if zone else other)
    return starts if zone else {date.date() for date in starts}, bool(rules or extra), zone


def are_different(one, other):
    """Two events with one UID: neither is a revision of the other."""
    name = {str(event.get("SUMMARY", "")) for event in (one, other)}
    start = {moment(event.get("DTSTART")) for event in (one, other)}
    stamps = {str(event["DTSTAMP"].dt) if "DTSTAMP" in event else None for event in (one, other)}
    alike = len(name) == 1 and len(start) == 1
    return not alike and int(one.get("SEQUENCE", 0)) == int(other.get("SEQUENCE", 0)) and (len(stamps) == 1 or None in stamps)


def happenings(data, last):
    # What is in UTC is in no other zone.
    data = re.sub(rb";TZID=[^:;\r\n]*((?:;[^:\r\n]*)?:\d{8}T\d{6}Z)", rb"\1", data)
    try:
        calendars = icalendar.Calendar.from_ical(data, multiple=True)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError, AssertionError) as error:
        raise Unknown(str(error))
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    if any(event.errors for event in events):
        raise Unknown("errors")
    masters, changes = {}, []
    for number, event in enumerate(events):
        uid = str(event.get("UID", "")) or number
        if "RECURRENCE-ID" in event:
            changes.append((uid, event))
        elif uid in masters and are_different(event, masters[uid]):
            masters[number] = event
        elif uid not in masters or int(event.get("SEQUENCE", 0)) >= int(masters[uid].get("SEQUENCE", 0)):
            masters[uid] = event
    changed = collections.defaultdict(dict)
    for uid, event in changes:
        changed[uid][moment(one(event, "RECURRENCE-ID"))] = event
    all_of = []
    for uid, master in masters.items():
        starts, _, zone = dates_of(master, last)
        mine = changed.pop(uid, {})
        for (date, of), event in mine.items():
            key = instant(date, of).astimezone(zoneinfo.ZoneInfo(zone)).replace(tzinfo=None) if of and zone else date
            if zone and not of:
                starts -= {start for start in starts if start.date() == key}
            starts.discard(key)
            all_of.append(Happening(event, *moment(one(event, "DTSTART"))))
        all_of += [Happening(master, start, zone) for start in starts]
    for others in changed.values():
        for event in others.values():
            starts, _, zone = dates_of(event, last)
            all_of += [Happening(event, start, zone) for start in starts]
    return all_of


def first_day(data):
    """The first date that an event of the file starts on."""
    events = re.sub(rb"BEGIN:VTIMEZONE.*?END:VTIMEZONE", b"", data, flags=re.DOTALL)
    days = []
    for year, month, day in re.findall(rb"DTSTART[^:]*:\s*(\d{4})(\d\d)(\d\d)", re.sub(rb"\r?\n[ \t]", b"", events)):
        try:
            days.append(datetime.date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return min((day for day in days if day.year >= 1950), default=datetime.date(2026, 6, 10))


class CalendarFiles(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def new_event(self, name, first):
        last = first + datetime.timedelta(days=DAYS)
        done = backops("event", "new", name, "--name", "Event", "--start", first.isoformat(), "--end", last.isoformat(), "--timezone", ZONE, "--collab",
                       "Crew", cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        return os.path.join(self.folder, name), last

    def imported(self, event, path, *options, stdin=b""):
        """A clear refusal, or the same as a second time; None or the JSON of what was done."""
        started = time.monotonic()
        done = backops("import", "ics", path, "--no-check", *options, cwd=event, stdin=stdin)
        self.assertLess(time.monotonic() - started, SLOWEST, path)
        words = done.stderr.decode("utf-8")
        self.assertIn(done.returncode, (0, 1), path + words[-500:])
        if done.returncode == 0:
            return done
        self.assertRegex(words, r"error: .*\n", path)
        # Of a file as a whole there is no line to name.
        whole = ("there is nothing in this file", "this file is UTF-16", "is larger than")
        self.assertTrue(re.search(r":\d+:\d+: error: ", words) or any(known in words for known in whole), path + words[-500:])
        self.assertIn("nothing was imported" if "is larger than 64" not in words else "larger", words)
        return None

    def rows(self, event):
        done = backops("schedule", "--format", "json", "--status", "confirmed", "--status", "tentative", "--status", "cancelled", cwd=event)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)["rows"]

    def test_real_files_import_or_say_where_they_cannot(self):
        root = os.path.join(shared_data(), "ics")
        files = sorted(os.path.join(folder, name) for folder, _, names in os.walk(root) for name in names if name.endswith(".ics"))
        outcomes, differing = collections.Counter(), []
        for number, path in enumerate(files):
            with open(path, "rb") as file:
                data = file.read()
            first = first_day(data)
            event, last = self.new_event(f"real-{number}", first)
            dry = self.imported(event, path, "--dry-run")
            self.assertFalse(os.path.isdir(os.path.join(event, "activities")), path)
            done = self.imported(event, path)
            self.assertEqual(dry is None, done is None, path)
            if done is None:
                outcomes["refused"] += 1
                continue
            again = self.imported(event, path)
            self.assertNotRegex(again.stdout.decode(), "activit(y|ies) (added|changed)", path)
            check = json.loads(backops("check", "--format", "json", cwd=event).stdout)
            self.assertFalse([one for one in check["problems"] if one["severity"] == "error" and not one["rule"].endswith("overlap")], path)
            try:
                wanted = collections.Counter(one.key for one in happenings(data, last) if first <= one.day() <= last)
            except Unknown as reason:
                outcomes["imported, the other reader has no answer"] += 1
                continue
            told = collections.Counter()
            for row in self.rows(event):
                day = row["start"][:10] if row["all_day"] else \
                    datetime.datetime.fromisoformat(row["start_instant"][:-1]).replace(tzinfo=UTC).astimezone(zoneinfo.ZoneInfo(ZONE)).date().isoformat()
                if not first.isoformat() <= day <= last.isoformat():
                    continue
                name = " ".join(row["name"].split())
                told[(name, row["start"][:10], row["end"][:10]) if row["all_day"] else (name, row["start_instant"], row["end_instant"])] += 1
            if told == wanted:
                outcomes["imported, the same dates"] += 1
                outcomes["dates compared"] += sum(told.values())
            else:
                differing.append((os.path.relpath(path, root), sorted((told - wanted).items())[:4], sorted((wanted - told).items())[:4]))
        print("\n" + "".join(f"  {count:6} {what}\n" for what, count in sorted(outcomes.items())), end="")
        self.assertEqual(differing, [])

    def test_hostile_files_are_refused_or_bounded(self):
        generator = os.path.join(shared_data(), "hostile", "gen.py")
        names = subprocess.run([sys.executable, generator, "list"], capture_output=True, check=True, text=True).stdout.split()
        names = [name for name in names if name.startswith("ics/")]
        self.assertGreater(len(names), 100)
        outcomes = collections.Counter()
        event, _ = self.new_event("hostile", datetime.date(2026, 3, 20))
        before = sorted(os.listdir(self.folder))
        for name in names:
            path = os.path.join(self.folder, "hostile.ics")
            with open(path, "wb") as file:
                subprocess.run([sys.executable, generator, "emit", name], stdout=file, check=True, env=environment())
            done = self.imported(event, path, "--dry-run")
            outcomes["refused" if done is None else "accepted"] += 1
        os.remove(path)
        self.assertEqual(sorted(os.listdir(self.folder)), before)
        print("\n" + "".join(f"  {count:6} {what}\n" for what, count in sorted(outcomes.items())), end="")

    def test_a_conference_is_the_same_from_its_calendar_as_from_its_table(self):
        schedules = []
        for kind, options in (("ics", ()), ("csv", ("--crew-of", "crew"))):
            event, _ = self.new_event("conference-" + kind, datetime.date(2024, 2, 3))
            done = backops("import", kind, os.path.join(os.path.abspath(shared_data()), "fosdem", "2024." + kind), "--create", "--no-check", *options, cwd=event)
            self.assertEqual(done.returncode, 0, done.stderr)
            names = {row["id"]: row["name"] for row in json.loads(backops("area", "list", "--format", "json", cwd=event).stdout)["rows"]}
            schedules.append(collections.Counter((" ".join(row["name"].split()), row["start_instant"], row["end_instant"],
                                                  tuple(names[area] for area in row["areas"])) for row in self.rows(event)))
        self.assertEqual(sum(schedules[0].values()), 674)
        self.assertEqual(schedules[0], schedules[1])


if __name__ == "__main__":
    if not shared_data():
        print("skipped: no calendar files of others are at hand")
        sys.exit(77)
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
