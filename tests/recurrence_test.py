"""Holds the dates and instants of series against two judges: dateutil, over thousands of random rules, and published cases.

Rules become RRULEs as lib/time/recurrence.h says where they differ: each part of `on` is an RRULE of its own and all unite; a start
that the rule leaves out is no occurrence and uses up no `count`; `until` takes in its day; `skip` takes away after `count` has counted.
Instants come from zoneinfo: a skipped time has the offset before the gap, a repeated one is the first.
"""
import collections
import datetime
import heapq
import itertools
import json
import os
import random
import sys
import tempfile
import unittest
import zoneinfo

from running import backops, need_modules, shared_data

need_modules("dateutil")
from dateutil import rrule

SEED, RULES = 20260612, 4500
DAY = datetime.timedelta(days=1)
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
FREQUENCIES = {"day": rrule.DAILY, "week": rrule.WEEKLY, "month": rrule.MONTHLY}
UTC = datetime.timezone.utc
# The days around which clocks change.
CHANGES = {"Europe/Berlin": ("2026-03-29", "2026-10-25"), "America/New_York": ("2026-03-08", "2026-11-01"),
           "Australia/Lord_Howe": ("2026-04-05", "2026-10-04"), "Asia/Kolkata": ("2026-06-12",), "Africa/Casablanca": ("2026-02-15", "2026-03-22")}
# In the gap or the repeated hour of one of them, before day_start, past midnight, ordinary.
CLOCKS = ["02:30", "02:00", "02:15", "01:30", "01:45", "01:59:59", "03:00", "00:00", "26:30", "25:45", "28:30", "35:15", "09:00", "19:30", "23:45"]
FIRST, LAST = datetime.date(2026, 5, 1), datetime.date(2026, 9, 30)
SEASON = (datetime.date(2026, 3, 20), datetime.date(2026, 11, 20))
HORIZON = datetime.date(2035, 1, 1)


def date_of(text):
    return datetime.date.fromisoformat(text)


def instant(wall, zone):
    return wall.replace(tzinfo=zoneinfo.ZoneInfo(zone), fold=0).astimezone(UTC)


def offset(clock):
    """Of a clock time from its date's midnight; hours go on past 24."""
    return datetime.timedelta(**dict(zip(("hours", "minutes", "seconds"), map(int, clock.split(":")))))


def wall(date, clock):
    return datetime.datetime.combine(date, datetime.time()) + offset(clock)


def text(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


class Series:
    """One recurring activity: what is written, and what it must come to. `clock` None is all day."""

    def __init__(self, start, every, clock="09:00", zone="UTC", interval=1, on=(), week_start="mon", until=None, count=None, during=False,
                 skip=(), changes=None, length=None, end=None):
        self.start, self.every, self.clock, self.zone, self.interval, self.on = start, every, clock, zone, interval, list(on)
        self.week_start, self.until, self.count, self.during, self.skip = week_start, until, count, during, list(skip)
        self.changes, self.length, self.end = changes or {}, length, end

    def yaml(self):
        step = self.every if self.interval == 1 else f"{self.interval} {self.every}s"
        lines = ["name: Series", f"timezone: {self.zone}", f"start: {self.start}" + (f"T{self.clock}" if self.clock else "")]
        lines += [f"duration: {self.length}m"] if self.length else []
        lines += [f'end: "{self.end}"'] if self.end else []
        lines += ["repeat:", f"  every: {step}", f"  week_start: {self.week_start}"]
        lines += [f"  on: [{', '.join(self.on)}]"] if self.on else []
        lines += [f"  until: {self.until}"] if self.until else []
        lines += [f"  count: {self.count}"] if self.count else []
        lines += ["  during: season"] if self.during else []
        lines += [f"  skip: [{', '.join(map(str, self.skip))}]"] if self.skip else []
        lines += ["  changes:"] if self.changes else []
        for date, clock in self.changes.items():
            lines += [f"    {date}:", f'      start: "{clock}"']
        return "\n".join(lines) + "\n"

    def parts(self):
        """The RRULE of each part of `on`."""
        for word in self.on or [None]:
            by = {}
            if word and word.lstrip("-").isdigit():
                by["bymonthday"] = int(word)
            elif word:
                number, _, name = word.rpartition(" ")
                day = rrule.weekday(DAYS.index(name))
                by["byweekday"] = day(-1 if number == "last" else int(number)) if number else day
            yield rrule.rrule(FREQUENCIES[self.every], dtstart=datetime.datetime.combine(self.start, datetime.time()), interval=self.interval,
                              wkst=DAYS.index(self.week_start), until=datetime.datetime.combine(HORIZON, datetime.time()), **by)

    def dates(self):
        dates = (at.date() for at, _ in itertools.groupby(heapq.merge(*self.parts())))
        if self.count:
            dates = itertools.islice(dates, self.count)
        last = SEASON[1] if self.during or not (self.count or self.until) else self.until or HORIZON
        dates = itertools.takewhile(lambda date: date <= last, dates)
        first = SEASON[0] if self.during else self.start
        return [date for date in dates if date >= first and date not in self.skip]

    def rows(self):
        """By original date: start, start instant, end instant. Of an all-day series only the start."""
        rows = {}
        for date in self.dates():
            if not self.clock:
                rows[str(date)] = (str(date), None, None)
                continue
            begin = wall(date, self.changes.get(date, self.clock))
            rows[str(date)] = (self.iso(begin), text(instant(begin, self.zone)), self.ends(begin))
        return rows

    def ends(self, begin):
        if self.length:
            return text(instant(begin, self.zone) + datetime.timedelta(minutes=self.length))
        if not self.end:
            return None
        # The length on the clock is the series', also where a change moves the start.
        written, ending = wall(self.start, self.clock), wall(self.start, self.end)
        while ending < written:
            ending += DAY
        # One that is equal to the start is a moment.
        if ending == written:
            return None
        return text(max(instant(begin, self.zone), instant(begin + (ending - written), self.zone)))

    @staticmethod
    def iso(moment):
        return moment.strftime("%Y-%m-%dT%H:%M:%S" if moment.second else "%Y-%m-%dT%H:%M")


class RandomSeries:
    def __init__(self, seed):
        self.chance = random.Random(seed)

    def on(self, every):
        weekday = lambda: self.chance.choice(DAYS)
        if every != "month":
            return list(dict.fromkeys(weekday() for _ in range(self.chance.choice([0, 1, 1, 2, 3]))))
        kinds = [weekday, lambda: str(self.chance.randint(1, 31)), lambda: str(-self.chance.randint(1, 31)),
                 lambda: f"{self.chance.choice([-5, -3, -2, 1, 2, 3, 4, 5])} {weekday()}", lambda: f"last {weekday()}"]
        return list(dict.fromkeys(self.chance.choice(kinds)() for _ in range(self.chance.choice([0, 1, 1, 2, 3]))))

    def one(self):
        chance = self.chance
        zone = chance.choice(list(CHANGES))
        every = chance.choice(["day", "week", "month"])
        interval = chance.choice([1, 1, 2, 3, chance.randint(1, {"day": 40, "week": 9, "month": 18}[every])])
        start = date_of(chance.choice(CHANGES[zone])) - chance.choice([0, 1, 2, 7, 14, chance.randint(0, 60)]) * DAY
        is_old = chance.random() < 0.1
        if is_old:
            start = datetime.date(start.year - chance.randint(1, 40), start.month, min(28, start.day))
        series = Series(start, every, zone=zone, interval=interval, on=self.on(every), week_start=chance.choice(DAYS))
        bound = "during" if is_old else chance.choice(["count", "count", "until", "until", "during", ""])
        series.count = chance.randint(1, 25) if bound == "count" else None
        series.until = start + chance.randint(-1, {"day": 30, "week": 90, "month": 900}[every]) * DAY if bound == "until" else None
        series.during = bound == "during"
        self.set_times(series)
        self.set_exceptions(series)
        return series

    def set_times(self, series):
        series.clock = self.chance.choice(CLOCKS) if self.chance.random() < 0.9 else None
        form = self.chance.choice(["moment", "length", "end"])
        if series.clock and form == "length":
            series.length = self.chance.choice([30, 60, 90, 600, 1500])
        if series.clock and form == "end":
            series.end = self.chance.choice(CLOCKS)

    def set_exceptions(self, series):
        if self.chance.random() < 0.6:
            return
        dates = series.dates()
        series.skip = sorted({self.chance.choice(dates) if dates and self.chance.random() < 0.8 else
                              series.start + self.chance.randint(-5, 40) * DAY for _ in range(self.chance.randint(1, 4))})
        kept = [date for date in dates if date not in series.skip]
        if kept and series.clock and self.chance.random() < 0.5:
            series.changes = {self.chance.choice(kept): self.chance.choice(CLOCKS)}


class Event:
    """A directory of series; each is known by its place in the list."""

    def __init__(self, folder, series):
        self.folder, self.series = folder, series
        self.write("event", "format: 1", "uid: 3f1d0a52-8a3f-4b7d-9a53-5f5dbb0c6d7e", "name: Recurrence", "timezone: UTC", f"start: {FIRST}",
                   f"end: {LAST}", 'day_start: "04:00"', "default_collaborator: crew")
        self.write("collaborators/crew", "name: Crew")
        self.write("timeframes/season", "name: Season", f"start: {SEASON[0]}", f"end: {SEASON[1]}")
        for number, one in enumerate(series):
            self.write(f"activities/series-{number}", one.yaml())

    def write(self, path, *lines):
        path = os.path.join(self.folder, path + ".yaml")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")

    def printed(self, *words):
        done = backops("schedule", "--format", "json", *words, cwd=self.folder)
        if done.returncode != 0:
            raise AssertionError(f"schedule ended with {done.returncode}: {done.stderr.decode()[-2000:]}")
        return done.stdout

    def rows(self, *words):
        """Of each series by original date: start, start instant, end instant."""
        rows = collections.defaultdict(dict)
        for row in json.loads(self.printed(*words))["rows"]:
            number = int(row["id"].removeprefix("series-"))
            instants = (None, None) if row["all_day"] else (row["start_instant"], row["end_instant"])
            date = row["occurrence"].partition("@")[2]
            if date in rows[number]:
                raise AssertionError(f"{row['occurrence']} is there twice")
            rows[number][date] = (row["start"], *instants)
        return rows


class RandomRules(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        print(f"{RULES} random rules, seed {SEED}")
        chance = RandomSeries(SEED)
        cls.event = Event(folder.name, [chance.one() for _ in range(RULES)])
        cls.expected = [series.rows() for series in cls.event.series]

    def compare(self, rows, expected):
        self.assertGreater(sum(map(len, expected)), 0)
        wrong = [number for number, wanted in enumerate(expected) if rows[number] != wanted]
        for number in wrong[:5]:
            both = sorted(rows[number].keys() | expected[number].keys())
            print(self.event.series[number].yaml(), *(f"  {date}: is {rows[number].get(date)}, should be {expected[number].get(date)}"
                                                      for date in both if rows[number].get(date) != expected[number].get(date)), sep="\n")
        self.assertEqual(len(wrong), 0, f"series that dateutil and zoneinfo see otherwise, of {len(expected)}")

    def test_have_the_dates_and_instants_of_dateutil_and_zoneinfo(self):
        rows = self.event.rows()
        before = lambda of: {date: row for date, row in of.items() if date < str(HORIZON)}
        rows = collections.defaultdict(dict, {number: before(of) for number, of in rows.items()})
        print(sum(map(len, self.expected)), "occurrences,", sum(not dates for dates in self.expected), "series without any")
        self.compare(rows, self.expected)

    def test_have_in_a_range_what_they_have_of_it_in_all(self):
        first, last = "2026-10-24T22:00:00Z", "2026-10-26T02:00:00Z"

        def overlaps(row):
            _, begin, end = row
            return begin is not None and begin < last and ((end or begin) > first or begin >= first)
        rows = self.event.rows("--from", "2026-10-24T22:00", "--to", "2026-10-26T02:00")
        timed = collections.defaultdict(dict)
        for number, of in rows.items():
            timed[number] = {date: row for date, row in of.items() if row[1]}
        self.compare(timed, [{date: row for date, row in of.items() if overlaps(row)} for of in self.expected])

    @unittest.skipUnless(hasattr(os, "sched_setaffinity"), "this system cannot hold a process to one core")
    def test_are_printed_alike_however_many_threads_read_them(self):
        cores = os.sched_getaffinity(0)
        on_all = self.event.printed()
        os.sched_setaffinity(0, {min(cores)})
        self.addCleanup(os.sched_setaffinity, 0, cores)
        self.assertTrue(self.event.printed() == on_all)


class Unexpressible(Exception):
    """A published rule that `repeat` has no words for."""


def read_utc(moment, zone):
    return datetime.datetime.strptime(moment, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(zoneinfo.ZoneInfo(zone)).replace(tzinfo=None)


def last_date(until, start, zone):
    """The date of `until`; the one before when its clock time comes before the start's."""
    if len(until) == 8:
        return datetime.datetime.strptime(until, "%Y%m%d").date()
    moment = read_utc(until, zone) if until.endswith("Z") else datetime.datetime.strptime(until, "%Y%m%dT%H%M%S")
    return moment.date() - (DAY if moment.time() < start.time() else 0 * DAY)


def on_of_both(weekdays, numbers):
    """BYDAY with BYMONTHDAY is the days that are both: seven days in a row are the first, second, … of a weekday."""
    first = numbers[0]
    if len(weekdays) != 1 or numbers != list(range(first, first + 7)) or first % 7 != 1 or first > 22:
        raise Unexpressible("days of a month that are also weekdays")
    return [f"{first // 7 + 1} {weekdays[0]}"]


def on_of(parts):
    numbers = [int(number) for number in parts.pop("BYMONTHDAY", "").split(",") if number]
    weekdays = []
    for word in filter(None, parts.pop("BYDAY", "").split(",")):
        number, name = word[:-2].lstrip("+"), {day[:2].upper(): day for day in DAYS}[word[-2:]]
        weekdays.append(("last " if number == "-1" else f"{number} " if number else "") + name)
    if numbers and weekdays:
        return on_of_both(weekdays, numbers)
    return list(dict.fromkeys(weekdays + [str(number) for number in numbers]))


def translated(case):
    """The series of a published case."""
    parts = dict(part.split("=") for part in case["rrule"].split(";"))
    zone = case["tzid"] or "UTC"
    start = datetime.datetime.fromisoformat(case["dtstart"])
    every = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month"}[parts.pop("FREQ")]
    interval = int(parts.pop("INTERVAL", "1"))
    if "BYMONTHDAY" in parts and every == "week":
        raise Unexpressible("days of a month in a week, which RFC 5545 forbids")
    if "BYMONTHDAY" in parts and every == "day":
        if interval != 1:
            raise Unexpressible("every few days, if they are certain days of the month")
        every = "month"
    clock = None if case["value_type"] == "DATE" else start.strftime("%H:%M:%S" if start.second else "%H:%M")
    series = Series(start.date(), every, clock, zone, interval, on_of(parts))
    series.week_start = {day[:2].upper(): day for day in DAYS}[parts.pop("WKST", "MO")]
    series.count = int(parts.pop("COUNT")) if "COUNT" in parts else None
    series.until = last_date(parts.pop("UNTIL"), start, zone) if "UNTIL" in parts else None
    for word in case["exdates"]:
        if word.endswith("Z"):
            moment = read_utc(word.replace("-", "").replace(":", ""), zone)
        else:
            moment = datetime.datetime.fromisoformat(word)
        # RFC 5545 takes away instants: one at another time takes away nothing.
        series.skip += [moment.date()] if moment.time() == start.time() or not clock else []
    if parts:
        raise Unexpressible(", ".join(sorted(parts)))
    return series


class PublishedCases(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        with open(os.path.join(shared_data(), "recurrence", "cases.json"), encoding="utf-8") as file:
            cases = [case for case in json.load(file)["cases"] if case["scope"] == "core" and case["status"] == "confirmed"]
        cls.cases, series, cls.left_out = [], [], collections.defaultdict(list)
        for case in cases:
            try:
                series.append(translated(case))
                cls.cases.append(case)
            except Unexpressible as why:
                cls.left_out[str(why)].append(case["id"])
        cls.event = Event(folder.name, series)
        # What has no bound of its own ends with the last time frame.
        cls.event.write("timeframes/for-long", "name: For long", "start: 1990-01-01", "end: 2060-12-31")

    @staticmethod
    def answer(case):
        """The design decides where there are several: the primary one, but for a date `until`, which takes in its day."""
        return {**case, **case.get("alternatives", {}).get("until_whole_day", {})}

    def agrees(self, case, rows):
        case = self.answer(case)
        rows = [rows[date] for date in sorted(rows)]
        wanted = [moment.removesuffix(":00") if moment.count(":") == 2 else moment for moment in case["expected_local"]]
        if not case["complete"]:
            rows = rows[:len(wanted)]
        if [start for start, _, _ in rows] != wanted:
            return False
        return "expected_utc" not in case or not case["expected_utc"] or [begin for _, begin, _ in rows] == case["expected_utc"]

    def test_come_to_the_published_answers(self):
        rows = self.event.rows()
        wrong = [case["id"] for number, case in enumerate(self.cases) if not self.agrees(case, rows[number])]
        clear = sum(not case["policy"] for case in self.cases)
        print(f"{len(self.cases)} of {len(self.cases) + sum(map(len, self.left_out.values()))} published cases can be written as `repeat` "
              f"({clear} with one right answer, {len(self.cases) - clear} that the design decides), {len(self.cases) - len(wrong)} agree; left out:")
        for why, names in self.left_out.items():
            print(f"  {why}: {', '.join(names)}")
        self.assertEqual(wrong, [])


if __name__ == "__main__":
    if not shared_data():
        print("the published cases are not at hand: that half is skipped")
        del PublishedCases
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
