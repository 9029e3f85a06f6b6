"""Has real calendar programs read what is exported: python-icalendar with dateutil, khal, and libical's own parser.

Each sees what `export json` says: the same instants of the same happenings, and khal the same on each day."""
import collections
import ctypes
import datetime
import io
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unittest

from running import SOURCE, backops, environment, need_modules, program

need_modules("dateutil", "icalendar", "khal", "pytz")

import icalendar  # noqa: E402
import pytz  # noqa: E402
from dateutil import rrule, tz  # noqa: E402
from khal.icalendar import split_ics  # noqa: E402
from khal.khalendar import CalendarCollection  # noqa: E402

EXAMPLES = ("summer-sound", "autumn-lights", "open-rails-day")
UTC = datetime.timezone.utc
ALL = ("--status", "confirmed", "--status", "tentative", "--status", "cancelled")

Happening = collections.namedtuple("Happening", "start end name")


def succeed(event, *words):
    done = backops(*words, cwd=event)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(words)} ended with {done.returncode}:\n{done.stderr.decode()}")
    return done.stdout


def selections(event):
    """The event's calendar, everything, and that of each area, collaborator and person."""
    yield ()
    yield ("--event",)
    for folder, option in (("areas", "--area"), ("collaborators", "--collab"), ("crew", "--crew")):
        path = os.path.join(event, folder)
        for name in sorted(os.listdir(path)) if os.path.isdir(path) else ():
            if name.endswith(".yaml"):
                yield (option, name.removesuffix(".yaml"))


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def is_public(event, id):
    """Whether an activity is public, and was not tentative all along."""
    with open(os.path.join(event, "activities", id + ".yaml"), encoding="utf-8") as stream:
        lines = stream.read().splitlines()
    return "visibility: public" in lines and "status: tentative" not in lines


def expected(event, words):
    """What the schedule says: instants, and dates with an exclusive end for what lasts all day."""
    rows = json.loads(succeed(event, "export", "json", *words, *ALL))["rows"]
    # A calendar tells the public of what is cancelled, which no other format does.
    if "public" in words:
        cancelled = json.loads(succeed(event, "export", "json", "--audience", "private", "--status", "cancelled"))["rows"]
        rows += [row for row in cancelled if is_public(event, row["id"])]
    happenings = []
    for row in rows:
        if row["all_day"]:
            start, end = (datetime.date.fromisoformat(row[key]) for key in ("start", "end"))
            happenings.append(Happening(start, end + datetime.timedelta(days=1), row["name"]))
        else:
            happenings.append(Happening(moment(row["start_instant"]), moment(row["end_instant"] or row["start_instant"]), row["name"]))
    return happenings


class Expansion:
    """Another reading of RFC 5545: rules by dateutil, offsets from the file's own VTIMEZONEs, dates matched by their local times."""

    def __init__(self, text):
        calendar = icalendar.Calendar.from_ical(text)
        zones = [part["TZID"] for part in calendar.walk("VTIMEZONE")]
        known = tz.tzical(io.StringIO(text.replace("\r\n", "\n"))) if zones else None
        self.zones = {str(name): known.get(str(name)) for name in zones}
        self.events = collections.defaultdict(list)
        for event in calendar.walk("VEVENT"):
            self.events[str(event["UID"])].append(event)

    @staticmethod
    def local(value):
        return value.replace(tzinfo=None) if isinstance(value, datetime.datetime) else value

    def instant(self, value, zone):
        """Of a local time; a date stays one."""
        if not isinstance(value, datetime.datetime):
            return value
        return value.replace(tzinfo=zone).astimezone(UTC)

    def zone(self, prop):
        return self.zones[prop.params["TZID"]] if "TZID" in prop.params else UTC

    def times(self, event):
        start = event["DTSTART"]
        begin = self.instant(self.local(start.dt), self.zone(start))
        if "DTEND" in event:
            return begin, self.instant(self.local(event["DTEND"].dt), self.zone(event["DTEND"]))
        return begin, begin + event["DURATION"].dt if "DURATION" in event else begin

    def dates(self, event):
        start = self.local(event["DTSTART"].dt)
        dates = {start}
        if "RRULE" in event:
            words = event["RRULE"].to_ical().decode()
            rule = rrule.rrulestr(words, dtstart=start, ignoretz=True)
            if "UNTIL" in event["RRULE"] and isinstance(start, datetime.datetime):
                rule = rule.replace(until=event["RRULE"]["UNTIL"][0].astimezone(self.zone(event["DTSTART"])).replace(tzinfo=None))
            dates = {date if isinstance(start, datetime.datetime) else date.date() for date in rule}
            assert start in dates, "DTSTART is not the first date of its rule"
        for key, change in (("RDATE", dates.add), ("EXDATE", dates.remove)):
            lists = event.get(key, [])
            for listed in lists if isinstance(lists, list) else [lists]:
                for date in listed.dts:
                    change(self.local(date.dt))
        return dates

    def happenings(self):
        for events in self.events.values():
            first = events[0]
            assert "RECURRENCE-ID" not in first, "a series begins with itself"
            zone, name = self.zone(first["DTSTART"]), str(first["SUMMARY"])
            begin, end = self.times(first)
            dates = self.dates(first)
            for other in events[1:]:
                dates.remove(self.local(other["RECURRENCE-ID"].dt))
                assert other["RECURRENCE-ID"].params.get("TZID") == first["DTSTART"].params.get("TZID")
                yield Happening(*self.times(other), str(other["SUMMARY"]))
            for date in dates:
                start = self.instant(date, zone)
                yield Happening(start, start + (end - begin), name)


class Khal:
    """khal with one calendar, on one clock."""

    def __init__(self, text, zone, folder):
        self.zone = pytz.timezone(zone)
        for number, part in enumerate(split_ics(text, default_timezone=self.zone)):
            with open(os.path.join(folder, f"{number}.ics"), "w", encoding="utf-8", newline="") as file:
                file.write(part)
        locale = {"default_timezone": self.zone, "local_timezone": self.zone, "timeformat": "%H:%M", "dateformat": "%Y-%m-%d",
                  "longdateformat": "%Y-%m-%d", "datetimeformat": "%Y-%m-%d %H:%M", "longdatetimeformat": "%Y-%m-%d %H:%M",
                  "unicode_symbols": True, "firstweekday": 0, "weeknumbers": False}
        calendar = {"name": "event", "path": folder, "readonly": True, "color": "", "priority": 10, "ctype": "calendar"}
        self.calendar = CalendarCollection({"event": calendar}, dbpath=":memory:", locale=locale)

    def on(self, day, moments):
        """What it shows; of those that have no end it thinks of one, which is left out."""
        happenings = []
        for event in self.calendar.get_events_on(day):
            if event.allday:
                happenings.append(Happening(event.start, event.end + datetime.timedelta(days=1), str(event.summary)))
            else:
                start, name = event.start.astimezone(UTC), str(event.summary)
                happenings.append(Happening(start, None if (start, name) in moments else event.end.astimezone(UTC), name))
        return happenings

    @staticmethod
    def ours_on(zone, day, happenings):
        """khal takes what has no end to last an hour, as several phones do."""
        begin = zone.localize(datetime.datetime.combine(day, datetime.time.min))
        end = zone.localize(datetime.datetime.combine(day, datetime.time.max))
        for happening in happenings:
            if not isinstance(happening.start, datetime.datetime):
                if happening.start <= day < happening.end:
                    yield happening
                continue
            until = happening.end if happening.end > happening.start else happening.start + datetime.timedelta(hours=1)
            if happening.start <= end and begin < until:
                yield happening if happening.end > happening.start else happening._replace(end=None)


def unfolded(raw):
    """Its lines, without categories: libical has each in a property of its own."""
    lines = raw.replace(b"\r\n ", b"").decode().split("\r\n")
    return [line for line in lines if not line.startswith("CATEGORIES")]


class Libical:
    """The parser of most desktop calendars, as C programs call it."""

    def __init__(self):
        self.library = ctypes.CDLL("libical.so.3")
        for name in ("icalparser_parse_string", "icalcomponent_as_ical_string", "icalcomponent_get_first_component",
                     "icalcomponent_get_next_component"):
            getattr(self.library, name).restype = ctypes.c_void_p
        self.library.icalerror_set_errors_are_fatal(0)

    def read(self, text):
        """How many errors it sees, and the lines as it writes them again."""
        component = ctypes.c_void_p(self.library.icalparser_parse_string(text))
        if not component:
            return 1, []
        errors = self.library.icalcomponent_count_errors(component)
        written = ctypes.string_at(self.library.icalcomponent_as_ical_string(component))
        obeys = self.library.icalrestriction_check(component)
        self.library.icalcomponent_free(component)
        return errors + (0 if obeys else 1), unfolded(written)


def days_of(happenings):
    """Every day from the first to the last, with one to either side."""
    dates = [time.date() if isinstance(time, datetime.datetime) else time for happening in happenings for time in happening[:2]]
    day, last = min(dates) - datetime.timedelta(days=1), max(dates) + datetime.timedelta(days=1)
    while day <= last:
        yield day
        day += datetime.timedelta(days=1)


class Clients(unittest.TestCase):
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        cls.libical = Libical()

    def check_lines(self, raw):
        """Lines end in CRLF, have at most 75 octets, and hold whole characters."""
        self.assertTrue(raw.endswith(b"END:VCALENDAR\r\n"))
        for line in raw.removesuffix(b"\r\n").split(b"\r\n"):
            self.assertLessEqual(len(line), 75)
            self.assertNotIn(b"\n", line)
            line.decode("utf-8")

    def check_feed(self, event, words, zone, *more):
        # A person's calendar has what takes them, which tests/days_test.py judges: here it is their schedule, in the same form.
        form = ("schedule", "--audience", "crew", *words, "--format", "ics") if "--crew" in words else ("export", "ics", *words)
        raw = succeed(event, *form, *more)
        happenings = expected(event, words)
        with self.subTest(event=os.path.basename(event), selection=" ".join(words)):
            self.check_lines(raw)
            errors, written = self.libical.read(raw)
            self.assertEqual(errors, 0, "libical finds errors")
            self.assertEqual(sorted(written), sorted(unfolded(raw)), "libical reads it in another way")
            text = raw.decode("utf-8")
            seen = list(Expansion(text).happenings())
            self.assertEqual(sorted(seen, key=str), sorted(happenings, key=str))
            if not happenings:
                return
            with tempfile.TemporaryDirectory() as folder:
                khal = Khal(text, zone, folder)
                moments = {(happening.start, happening.name) for happening in happenings if happening.start == happening.end}
                for day in days_of(happenings):
                    self.assertEqual(sorted(khal.on(day, moments), key=str), sorted(Khal.ours_on(khal.zone, day, happenings), key=str), f"khal on {day}")

    def check_event(self, event):
        zone = json.loads(succeed(event, "export", "json"))["event"]["timezone"]
        for words in (*selections(event), ("--audience", "public"), ("--day", "day 1")):
            self.check_feed(event, words, zone)
        self.check_feed(event, ("--audience", "private"), zone, "--attendees")

    def test_without_libical(self):
        """The one thing that needs it says so."""
        event = os.path.join(SOURCE, "examples", "autumn-lights")
        places = re.findall(r"libical\.so\.3 .*=> (\S+)", subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout)
        hidden = [word for place in places for word in ("-P", place, "-P", "/usr" + place)]
        done = subprocess.run(["strace", "-f", "-qq", "-o", os.devnull, "-e", "trace=openat", "-e", "inject=openat:error=ENOENT", *hidden, program(), "export", "ics"],
                              cwd=event, env=environment(ASAN_OPTIONS="detect_leaks=0"), capture_output=True, check=False)
        if b"ptrace" not in done.stderr:
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            said = [line for line in done.stderr.decode().splitlines(keepends=True) if not line.startswith("strace:")]
            self.assertEqual("".join(said), "error: calendar files need libical, and libical.so.3 is not installed\n"
                                            "  hint: install it: on Debian and Ubuntu the package is libical3\n")

    def test_with_a_broken_libical(self):
        event = os.path.join(SOURCE, "examples", "autumn-lights")
        with tempfile.TemporaryDirectory() as folder:
            broken = os.path.join(folder, "libical.so.3")
            with open(broken, "wb"):
                pass
            done = backops("export", "ics", cwd=event, LD_LIBRARY_PATH=folder)
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            self.assertEqual(done.stderr.decode(), f"error: calendar files need libical, which cannot be loaded: {broken}: file too short\n")
            self.assertEqual(backops("export", "json", cwd=event, LD_LIBRARY_PATH=folder).returncode, 0)

    def test_examples(self):
        for name in EXAMPLES:
            self.check_event(os.path.join(SOURCE, "examples", name))

    def test_awkward_series(self):
        with tempfile.TemporaryDirectory() as folder:
            make_event(folder, AWKWARD)
            self.check_event(folder)

    def test_series_by_chance(self):
        for seed in range(4):
            with tempfile.TemporaryDirectory() as folder:
                make_event(folder, event_by_chance(random.Random(seed)))
                drop_what_is_wrong(folder)
                self.check_feed(folder, (), "Europe/Berlin")
                self.check_feed(folder, ("--crew", "maya"), "Europe/Berlin")

    def test_khal_lists_the_days_of_clock_changes(self):
        """As somebody types it: imported, then listed day by day."""
        with tempfile.TemporaryDirectory() as folder:
            event, home = os.path.join(folder, "event"), os.path.join(folder, "home")
            make_event(event, AWKWARD)
            os.makedirs(os.path.join(home, "calendar"))
            with open(os.path.join(home, "khal.conf"), "w", encoding="utf-8") as file:
                file.write(KHAL_SETTINGS.format(home=home))
            succeed(event, "export", "ics", "-o", os.path.join(home, "all.ics"))
            self.run_khal(home, "import", "--batch", os.path.join(home, "all.ics"))
            happenings = expected(event, ())
            for day in ("2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26", "2026-11-01"):
                listed = self.run_khal(home, "list", "--day-format", "", "--format", "{start-date-long} {start-time}|{end-date-long} {end-time}|{title}", day, "1d")
                ours = list(Khal.ours_on(pytz.timezone("Europe/Berlin"), datetime.date.fromisoformat(day), happenings))
                self.assertTrue(ours)
                self.assertEqual(sorted(listed.splitlines()), sorted(map(as_khal_lists, ours)), day)

    def run_khal(self, home, *words):
        done = subprocess.run(["khal", "-c", os.path.join(home, "khal.conf"), *words], capture_output=True, text=True, timeout=120,
                              env={"HOME": home, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin"})
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout


def as_khal_lists(happening):
    if not isinstance(happening.start, datetime.datetime):
        return f"{happening.start} |{happening.end - datetime.timedelta(days=1)} |{happening.name}"
    berlin = pytz.timezone("Europe/Berlin")
    times = (happening.start, happening.end or happening.start + datetime.timedelta(hours=1))
    start, end = (time.astimezone(berlin).strftime("%Y-%m-%d %H:%M") for time in times)
    return f"{start}|{end}|{happening.name}"


KHAL_SETTINGS = """[calendars]
[[event]]
path = {home}/calendar
[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
"""


def make_event(folder, files):
    for path, text in files.items():
        path = os.path.join(folder, path + ".yaml")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


def activity(name, start, *lines):
    return "\n".join((f"name: {name}", f"start: {start}", *lines, ""))


# Two clock changes in Berlin (29 March, 25 October 2026), one in New York (1 November), and every form of a rule.
AWKWARD = {
    "event": "format: 1\nuid: 5f0c\nname: Long Year\ntimezone: Europe/Berlin\nstart: 2026-03-20\nend: 2026-11-10\nday_start: 04:00\n"
             "default_collaborator: north\n",
    "collaborators/north": "name: Northlight\nemail: office@north.example\n",
    "crew/maya": "name: Maya Lindt\ncollaborator: north\nemail: maya@north.example\n",
    "areas/stage": "name: Stage\n",
    "areas/pier": "name: Pier\ntimezone: America/New_York\n",
    "timeframes/spring": "name: Spring\nstart: 2026-03-27\nend: 2026-04-02\n",
    "activities/in-the-gap": activity("In the gap", "2026-03-27T02:30", "duration: 45m", "repeat: {every: day, until: 2026-03-31}"),
    "activities/gap-first": activity("Gap first", "2026-03-29T02:30", "duration: 45m", "repeat: {every: day, count: 4}"),
    "activities/gap-last": activity("Gap last", "2026-03-26T02:15", "end: 02:50", "repeat: {every: day, until: 2026-03-29}"),
    "activities/gap-alone": activity("Gap alone", "2026-03-29T02:30", "end: 04:00"),
    "activities/twice": activity("Twice", "2026-10-23T02:30", "duration: 45m", "repeat: {every: day, until: 2026-10-27}"),
    "activities/twice-first": activity("Twice first", "2026-10-25T02:30", "end: 05:00", "repeat: {every: day, count: 3}"),
    "activities/twice-last": activity("Twice last", "2026-10-22T02:30", "end: 02:45", "repeat: {every: day, until: 2026-10-25}"),
    "activities/twice-alone": activity("Twice alone", "2026-10-25T01:30", "duration: 90m"),
    "activities/night": activity("Night", "2026-10-23T23:00", "end: 07:00", "repeat: {every: day, until: 2026-10-26}"),
    "activities/night-watch": activity("Night watch", "2026-10-24T23:00", "duration: 8h", "repeat: {every: day, count: 3}"),
    "activities/spring-night": activity("Spring night", "2026-03-28T23:00", "end: 07:00", "repeat: {every: day, during: spring}"),
    "activities/late": activity("Late", "2026-06-12T28:30", "duration: 1h", "repeat: {every: week, on: [fri, sun], count: 5}"),
    "activities/late-weeks": activity("Late weeks", "2026-06-12T25:00", "duration: 1h",
                                      "repeat: {every: 2 weeks, on: [fri, sun, mon], week_start: sun, until: 2026-08-01}"),
    "activities/late-month": activity("Late month", "2026-05-31T25:00", "duration: 1h", "repeat: {every: month, on: [31, 1], count: 4}"),
    "activities/odd-weeks": activity("Odd weeks", "2026-06-07T10:00", "duration: 1h",
                                     "repeat: {every: 2 weeks, on: [sun, tue], week_start: sun, count: 8}"),
    "activities/month-end": activity("Month end", "2026-03-31T18:00", "duration: 2h", "repeat: {every: month, on: [-1]}"),
    "activities/the-31st": activity("The 31st", "2026-03-31T18:00", "duration: 2h", "repeat: {every: month}"),
    "activities/tuesdays": activity("Tuesdays", "2026-04-14T18:00", "duration: 2h", "repeat: {every: month, on: [2 tue, last fri]}"),
    "activities/fridays": activity("Fridays", "2026-04-03T18:00", "duration: 2h", "repeat: {every: 2 months, on: [fri]}"),
    "activities/union": activity("Union", "2026-04-03T20:00", "duration: 2h", "repeat: {every: month, on: [13, fri], count: 9}"),
    "activities/weekdays": activity("Weekdays", "2026-04-01T09:00", "duration: 2h", "repeat: {every: 2 days, on: [mon, wed, fri], count: 9}"),
    "activities/dates": activity("Dates", "2026-05-01T09:00", "duration: 2h", "repeat: {dates: [2026-05-01, 2026-05-04, 2026-10-25]}"),
    "activities/holes": activity("Holes", "2026-05-01T09:00", "duration: 2h",
                                 "repeat: {every: day, until: 2026-05-08, skip: [2026-05-01, 2026-05-03, 2026-05-08]}"),
    "activities/moments": activity("Moments", "2026-03-28T02:30", "repeat: {every: day, count: 3}"),
    "activities/whole-days": activity("Whole days", "2026-03-28", "end: 2026-03-29", "repeat:", "  every: 2 days", "  count: 4",
                                      "  changes: {2026-03-30: {end: 2026-04-02}, 2026-04-01: {name: Other}}"),
    "activities/changed": activity("Changed", "2026-05-11T09:00", "end: 10:00", "areas: [stage]", "repeat:", "  every: day", "  count: 7", "  changes:",
                                   "    2026-05-11: {start: 08:00}", "    2026-05-12: {areas: [pier]}", "    2026-05-13: {status: cancelled}",
                                   "    2026-05-14: {start: 2026-05-20T10:00}", "    2026-05-15: {participants: {required: [maya]}}",
                                   "    2026-05-16: {name: 'Last, but; not \\ least', description: 'One: two'}"),
    "activities/over-there": activity("Over there", "2026-10-30T23:30", "end: 03:00", "areas: [pier]", "repeat: {every: day, count: 4}"),
    "activities/show": activity("Show", "2026-03-28T22:00", "end: 04:00", "participants: {required: [north]}", "segments:",
                                "- {name: Doors, duration: 2h}", "- {name: Set, duration: 3h, who: [maya]}", "- {name: Out, duration: 30m}",
                                "repeat: {every: day, count: 3}"),
}


def repeat_by_chance(chance, start):
    days = "mon tue wed thu fri sat sun".split()
    form = chance.choice(["day", "week", "month", "dates"])
    near = [str(start + datetime.timedelta(days=chance.randrange(40))) for _ in range(chance.randrange(4))]
    if form == "dates":
        return "repeat: {dates: [%s]}" % ", ".join(sorted({str(start), *near}))
    keys = ["every: " + chance.choice([form, f"{chance.randint(2, 4)} {form}s"])]
    if form == "month":
        on = chance.sample(["1", "15", "31", "-1", "-2", "fri", "mon", "1 tue", "last sun", "3 wed"], chance.randrange(4))
    else:
        on = chance.sample(days, chance.randrange(4))
    keys += ["on: [%s]" % ", ".join(on)] if on else []
    keys += ["week_start: " + chance.choice(days)] if form == "week" else []
    keys += chance.choice([[], [f"count: {chance.randint(1, 9)}"], [f"until: {start + datetime.timedelta(days=chance.randrange(60))}"]])
    keys += ["skip: [%s]" % ", ".join(sorted(set(near)))] if near else []
    changed = {str(start + datetime.timedelta(days=chance.randrange(9))): chance.choice(
        ["{start: '09:15'}", "{name: Other}", "{status: cancelled}", "{duration: 3h}", "{areas: [pier]}", "{participants: {required: [maya]}}"])
        for _ in range(chance.randrange(3))}
    keys += ["changes: {%s}" % ", ".join(f"{day}: {change}" for day, change in changed.items())] if changed else []
    return "repeat: {%s}" % ", ".join(keys)


def drop_what_is_wrong(event):
    """What chance made that backops refuses, such as a date both skipped and changed."""
    problems = json.loads(backops("check", "--format", "json", cwd=event).stdout)["problems"]
    wrong = {problem["file"] for problem in problems if problem["severity"] == "error"}
    for path in wrong:
        os.remove(os.path.join(event, path))
    assert len(wrong) < 20, wrong


def event_by_chance(chance):
    """Forty series about the weeks of clock changes; many of their dates are no date of their rule, which only warns."""
    files = {path: AWKWARD[path] for path in ("event", "collaborators/north", "crew/maya", "areas/stage", "areas/pier")}
    for number in range(40):
        start = chance.choice([datetime.date(2026, 3, 20), datetime.date(2026, 10, 16)]) + datetime.timedelta(days=chance.randrange(12))
        clock = f"{chance.choice([0, 1, 2, 2, 3, 10, 22, 23, 25, 26, 28]):02}:{chance.choice([0, 15, 30]):02}"
        all_day = chance.random() < 0.1
        length = f"duration: {chance.choice(['30m', '45m', '2h', '8h', '26h'])}"
        lines = [length] if chance.random() < 0.85 and not all_day else []
        lines += ["areas: [%s]" % chance.choice(["stage", "pier"])] if chance.random() < 0.4 else []
        lines += ["participants: {%s: [maya]}" % chance.choice(["required", "optional"])] if chance.random() < 0.4 else []
        lines += [repeat_by_chance(chance, start)]
        files[f"activities/a{number}"] = activity(f"Number {number}", start if all_day else f"{start}T{clock}", *lines)
    return files


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], warnings="ignore")
