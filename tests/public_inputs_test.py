"""Plays calendars made after public bug reports: no event of a file is lost or bent, and the same file again changes nothing.

Each family has inputs of its own here; those of the shared data are played too where they are at hand."""
import json
import os
import re
import sys
import tempfile
import unittest

from running import backops, shared_data

UID = "816e2beb-4eeb-4817-89af-0d6bf9670683"
EVENT = {
    "event.yaml": f"format: 1\nuid: {UID}\nname: Harbour Fest 2026\ntimezone: Europe/Berlin\nstart: 2026-06-10\nend: 2026-06-14\n"
                  "day_start: \"04:00\"\ndefault_collaborator: northlight\n",
    "collaborators/northlight.yaml": "name: Northlight\n",
    "collaborators/acme-audio.yaml": "name: Acme Audio\n",
    "crew/maya-lindt.yaml": "name: Maya Lindt\ncollaborator: acme-audio\nemail: maya@acme.example\n",
    "areas/main-stage.yaml": "name: Main Stage\n",
}
BERLIN = ";TZID=Europe/Berlin:"


def event(*lines, uid="a", name="A"):
    own = [] if any(line.startswith("SUMMARY") for line in lines) else [f"SUMMARY:{name}"]
    return "\n".join(["BEGIN:VEVENT", "DTSTAMP:20260101T000000Z", f"UID:{uid}", *own, *lines, "END:VEVENT"])


def calendar(*parts, head=()):
    return "\r\n".join("\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Case//EN", *head, *parts, "END:VCALENDAR", ""]).split("\n"))


def at(day, start, end=None):
    """DTSTART and DTEND of a June day in Berlin."""
    lines = [f"DTSTART{BERLIN}202606{day:02}T{start:04}00"]
    if end is not None:
        lines.append(f"DTEND{BERLIN}202606{day:02}T{end:04}00")
    return lines


def zulu(day, start, end, month=6):
    return [f"DTSTART:2026{month:02}{day:02}T{start:04}00Z", f"DTEND:2026{month:02}{day:02}T{end:04}00Z"]


class Played(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name
        for path, text in EVENT.items():
            self.write(path, text)

    def write(self, path, text):
        path = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)

    def records(self):
        folder = os.path.join(self.root, "activities")
        files = {}
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                files[name.removesuffix(".yaml")] = file.read()
        return files

    def take(self, data, *options, status=0):
        """What the import says; one that succeeds changes nothing when it is made again."""
        done = backops("import", "ics", "-", "--no-check", *options, cwd=self.root, stdin=data)
        words = done.stdout.decode() + done.stderr.decode()
        self.assertEqual(done.returncode, status, words)
        if status == 0:
            before = self.records()
            again = backops("import", "ics", "-", "--no-check", *options, cwd=self.root, stdin=data)
            self.assertEqual(again.returncode, 0, again.stderr.decode())
            self.assertNotRegex(again.stdout.decode(), r"activit(y|ies) (added|changed)")
            self.assertEqual(self.records(), before)
        else:
            self.assertIn("nothing was imported", words)
            for path in re.findall(r"^(\S+?):\d+:\d+: error", words, re.MULTILINE):
                self.assertTrue(path == "standard" or os.path.exists(os.path.join(self.root, path)), words)
        return words

    def rows(self, *keys):
        """Each as (name, start, end) with clock times of Berlin, and what else is asked for."""
        done = backops("schedule", "--format", "json", "--status", "confirmed", "--status", "tentative", "--status", "cancelled", cwd=self.root)
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = []
        for row in json.loads(done.stdout)["rows"]:
            short = [row["start"][5:10], row["end"][5:10]] if row["all_day"] else [row["start_instant"][5:16], (row["end_instant"] or "")[5:16]]
            rows.append((row["name"], *short, *(row[key] for key in keys)))
        return sorted(rows)

    def public(self, number, *files):
        """The texts of one public case; skips where there is none."""
        root = os.path.join(shared_data() or "/nonexistent", "public")
        folder = next((name for name in sorted(os.listdir(root)) if name.startswith(f"{number:02}-")), None) if os.path.isdir(root) else None
        if folder is None:
            self.skipTest("no public inputs are at hand")
        texts = []
        for name in files or ("input.ics",):
            with open(os.path.join(root, folder, name), "rb") as file:
                texts.append(file.read())
        return texts if files else texts[0]


def moment(day, clock):
    """`06-11T12:00`: what rows say of a Berlin clock time in June."""
    hour, minute = divmod(clock, 100)
    day, hour = (day, hour - 2) if hour >= 2 else (day - 1, hour + 22)
    return f"06-{day:02}T{hour:02}:{minute:02}"


def between(name, day, start, end):
    return name, moment(day, start), moment(day, end) if end is not None else ""


class Uids(Played):
    def test_16_public(self):
        words = self.take(self.public(16))
        self.assertEqual([row[0] for row in self.rows()], ["Class alpha", "Class beta", "Class gamma"])
        self.assertIn("3 different events have the UID `0@default`", words)

    def talks(self, *talks):
        return calendar(*(event(*at(day, start, start + 30), f"SUMMARY:{name}", *more, uid="0@default") for name, day, start, *more in talks))

    def test_parallel_talks_of_one_name_space_all_come_in(self):
        # One start, several names, each with a time of change of its own.
        names = [f"Talk {number}" for number in range(8)]
        self.take(self.talks(*((name, 10 + number % 2, 1000, f"LAST-MODIFIED:202601{number + 1:02}T000000Z") for number, name in enumerate(names))))
        self.assertEqual([row[0] for row in self.rows()], names)

    def test_one_name_on_several_days(self):
        self.take(self.talks(*(("Yoga", day, 900) for day in (10, 11, 12))))
        self.assertEqual([row[1] for row in self.rows()], [moment(day, 900) for day in (10, 11, 12)])

    def test_a_moved_one_is_found_again_and_said(self):
        talks = [("Alpha", 10, 1000), ("Beta", 11, 1100), ("Gamma", 12, 1200)]
        self.take(self.talks(*talks))
        before = self.records()
        talks[1] = ("Beta", 11, 1300)
        words = self.take(self.talks(*talks))
        self.assertIn("`Beta` shares its UID with others, and is taken for `beta`", words)
        self.assertEqual(sorted(self.records()), sorted(before))
        self.assertIn(between("Beta", 11, 1300, 1330), self.rows())
        # One that is left has the UID alone, and is still the same.
        self.take(self.talks(talks[1]))
        self.assertEqual(sorted(self.records()), sorted(before))
        # A new name at the same start.
        self.take(self.talks(("Alpha two", 10, 1000), talks[1], talks[2]))
        self.assertIn("Alpha two", self.records()["alpha"])

    def test_a_revision_is_one_event(self):
        for newer, older in ((("SEQUENCE:2",), ("SEQUENCE:1",)), (("DTSTAMP:20260201T000000Z",), ("DTSTAMP:20260101T000000Z",)),
                             (("LAST-MODIFIED:20260201T000000Z",), ("LAST-MODIFIED:20260101T000000Z",))):
            for order in (1, -1):
                with self.subTest(newer=newer, order=order):
                    lines = [(*at(11, 1400, 1500), *newer), (*at(11, 900, 1000), *older)][::order]
                    texts = [event(*one, uid=newer[0]).replace("DTSTAMP:20260101T000000Z\n", "", 1 if "DTSTAMP" in newer[0] else 0) for one in lines]
                    words = self.take(calendar(*texts))
                    self.assertIn("this is an earlier revision of an event", words)
                    self.assertIn(between("A", 11, 1400, 1500), self.rows())
                    self.assertNotIn(between("A", 11, 900, 1000), self.rows())
                    self.setUp()

    def test_an_older_change_of_a_date_does_not_come_back(self):
        series = event(*at(10, 900, 1000), "RRULE:FREQ=DAILY;COUNT=3")
        changes = [event(f"RECURRENCE-ID{BERLIN}20260611T090000", *at(11, start, start + 100), f"SEQUENCE:{number}") for number, start in ((3, 1400), (2, 1100))]
        for order in (1, -1):
            self.take(calendar(series, *changes[::order]))
            self.assertEqual(self.rows(), [between("A", 10, 900, 1000), between("A", 11, 1400, 1500), between("A", 12, 900, 1000)])


class Overrides(Played):
    def test_26_public(self):
        self.take(self.public(26))
        self.assertEqual(self.rows(), [
            ("Clean-up day", "06-10", "06-10"), ("Clean-up day", "06-11", "06-11"), ("Clean-up day", "06-13", "06-13"),
            between("Clean-up evening", 12, 1800, 2000),
            between("Stand-up", 10, 900, 915), between("Stand-up", 11, 900, 915), between("Stand-up", 12, 900, 915),
            ("Stand-up all day retreat", "06-13", "06-13")])

    def test_the_date_is_named_in_any_way(self):
        whole = event("DTSTART;VALUE=DATE:20260610", "RRULE:FREQ=DAILY;COUNT=3", uid="w", name="W")
        timed = event(*at(10, 900, 930), "RRULE:FREQ=DAILY;COUNT=3", uid="t", name="T")
        for of_whole, of_timed in (("RECURRENCE-ID;VALUE=DATE:20260611", "RECURRENCE-ID;VALUE=DATE:20260611"),
                                   (f"RECURRENCE-ID{BERLIN}20260611T000000", "RECURRENCE-ID:20260611T070000Z"),
                                   ("RECURRENCE-ID:20260610T220000Z", "RECURRENCE-ID;TZID=America/New_York:20260611T030000"),
                                   ("RECURRENCE-ID:20260611T000000Z", "RECURRENCE-ID:20260611T090000")):
            with self.subTest(of_whole=of_whole):
                self.take(calendar(whole, event(of_whole, *at(11, 1800, 1900), uid="w", name="W evening"),
                                   timed, event(of_timed, "DTSTART;VALUE=DATE:20260611", uid="t", name="T day")))
                self.assertEqual(self.rows(), [between("T", 10, 900, 930), between("T", 12, 900, 930), ("T day", "06-11", "06-11"),
                                               ("W", "06-10", "06-10"), ("W", "06-12", "06-12"), between("W evening", 11, 1800, 1900)])
                self.setUp()

    def test_a_date_that_goes_back_to_its_series(self):
        series = event(*at(10, 900, 930), "RRULE:FREQ=DAILY;COUNT=3")
        retreat = event(f"RECURRENCE-ID{BERLIN}20260611T090000", "DTSTART;VALUE=DATE:20260611", name="Retreat")
        self.take(calendar(series, retreat))
        words = self.take(calendar(series))
        self.assertIn("came of a date of `A`, which has no such date any more: it is cancelled", words)
        self.assertEqual(self.rows("status"), [(*between("A", day, 900, 930), "confirmed") for day in (10, 11, 12)] + [("Retreat", "06-11", "06-11", "cancelled")])

    def test_21_public(self):
        self.take(self.public(21))
        self.assertEqual(self.rows(), [between("Innocent bystander", 10, 1600, 1700), between("Two a day", 10, 1400, 1500), between("Two a day", 10, 1900, 2000),
                                       between("Two a day", 11, 1400, 1500)])


class Times(Played):
    def test_17_public(self):
        self.take(self.public(17))
        self.assertEqual(self.rows("timezone"), [
            ("Date with TZID", "06-12", "06-12", "Europe/Berlin"), ("Date with time value", "06-13", "06-13", "Europe/Berlin"),
            (*between("GMT zone", 11, 1600, 1700), "Europe/Berlin"), (*between("NY and Z", 11, 1600, 1700), "Europe/Berlin"),
            (*between("Slash zone", 11, 1400, 1500), "Europe/Vienna"), (*between("UTC and Z", 11, 1600, 1700), "Europe/Berlin")])

    def test_a_z_wins_everywhere(self):
        zone = ";TZID=America/New_York:"
        words = self.take(calendar(
            event(f"DTSTART{zone}20260610T070000Z", f"DTEND{zone}20260610T080000Z", "RRULE:FREQ=DAILY;COUNT=4", f"EXDATE{zone}20260611T070000Z",
                  uid="s", name="S"),
            event(f"RECURRENCE-ID{zone}20260612T070000Z", f"DTSTART{zone}20260612T120000Z", f"DTEND{zone}20260612T130000Z", uid="s", name="S"),
            event(f"DTSTART{zone}20260610T170000Z", "DURATION:PT1H", f"RDATE{zone}20260612T170000Z", uid="r", name="R")))
        self.assertIn("in UTC by its `Z` and in another zone by its `TZID`", words)
        self.assertEqual(self.rows(), [between("R", 10, 1900, 2000), between("R", 12, 1900, 2000),
                                       between("S", 10, 900, 1000), between("S", 12, 1400, 1500), between("S", 13, 900, 1000)])

    def test_08_public(self):
        good, bad = self.public(8, "input.ics", "bad.ics")
        words = self.take(bad, status=1)
        self.assertIn("this event ends before it starts", words)
        self.take(good)
        self.assertEqual(self.rows(), [between("Doors moment", 11, 1800, None), ("Holiday no value", "06-13", "06-13"), ("Holiday one day", "06-12", "06-12")])

    def test_18_public(self):
        self.take(self.public(18))
        self.assertEqual(self.rows(), [("Crew day off", "06-11", "06-11"), ("UTC midnight", "06-13", "06-13")])
        day = json.loads(backops("schedule", "--day", "2026-06-11", "--format", "json", cwd=self.root).stdout)
        self.assertEqual([row["name"] for row in day["rows"]], ["Crew day off"])

    def test_whole_days_given_as_times(self):
        flag = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
        midnight = [f"DTSTART{BERLIN}20260611T000000", f"DTEND{BERLIN}20260613T000000"]
        for lines, wanted in ((midnight, ("A", "06-11", "06-12")),
                              ([*midnight, flag], ("A", "06-11", "06-12")),
                              (["DTSTART:20260611T000000", "DTEND:20260612T000000"], ("A", "06-11", "06-11")),
                              ([f"DTSTART{BERLIN}20260611T000000", "DURATION:P1D"], ("A", "06-11", "06-11")),
                              ([f"DTSTART{BERLIN}20260611T000000", f"DTEND{BERLIN}20260611T000000"], between("A", 11, 0, None)),
                              ([f"DTSTART{BERLIN}20260611T000000", f"DTEND{BERLIN}20260611T000000", flag], ("A", "06-11", "06-11")),
                              (["DTSTART;TZID=America/New_York:20260611T000000", "DTEND;TZID=America/New_York:20260612T000000", flag], ("A", "06-11", "06-11")),
                              (["DTSTART:20260611T040000Z", "DTEND:20260612T040000Z", flag.lower()], ("A", "06-11", "06-11")),
                              (["DTSTART:20260611T000000Z", "DTEND:20260612T000000Z", flag], ("A", "06-11", "06-11")),
                              (["DTSTART:20260610T220000Z", "DTEND:20260611T220000Z"], ("A", "06-11", "06-11")),
                              (["DTSTART:20260611T000000Z", "DTEND:20260612T000000Z"], ("A", moment(11, 200), moment(12, 200)))):
            with self.subTest(lines=lines):
                self.take(calendar(event(*lines)))
                self.assertEqual(self.rows(), [wanted])
                self.setUp()

    def test_a_series_of_midnights_is_of_days(self):
        self.take(calendar(event(f"DTSTART{BERLIN}20260610T000000", f"DTEND{BERLIN}20260611T000000", "RRULE:FREQ=DAILY;UNTIL=20260612T220000Z",
                                 f"EXDATE{BERLIN}20260611T000000")))
        self.assertEqual(self.rows(), [("A", "06-10", "06-10"), ("A", "06-12", "06-12"), ("A", "06-13", "06-13")])

    def test_what_ends_before_it_starts_is_refused(self):
        for lines in (at(11, 1800, 1700), ["DTSTART;VALUE=DATE:20260612", "DTEND;VALUE=DATE:20260610"],
                      ["DTSTART:20260611T180000Z", f"DTEND{BERLIN}20260611T190000"]):
            self.assertIn("this event ends before it starts", self.take(calendar(event(*lines)), status=1))

    def test_51_public(self):
        self.take(self.public(51))
        self.assertEqual(self.rows("timezone"), [(*between("Rig check", 11, 630, 700), "Europe/Berlin"), (*between("Weekly sync series", 11, 730, 800), "Europe/Berlin"),
                                                 (*between("Weekly sync series", 12, 730, 800), "Europe/Berlin")])
        sheet = backops("sheet", "call", "--day", "2026-06-11", "--crew", "maya-lindt", cwd=self.root).stdout.decode()
        self.assertIn("06:30", sheet)
        self.assertNotIn("05:30", sheet)

    def test_a_series_in_utc(self):
        # 22:30 in Greenwich is the next day in Berlin: the rule's days move with it.
        self.take(calendar(event(*zulu(9, 2230, 2300), "RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20260611T223000Z", uid="w", name="W"),
                           event(*zulu(10, 500, 600), "RRULE:FREQ=DAILY;UNTIL=20260612T050000Z", "EXDATE:20260611T050000Z", uid="d", name="D")))
        self.assertEqual(self.rows("timezone"), [(*between("D", 10, 700, 800), "Europe/Berlin"), (*between("D", 12, 700, 800), "Europe/Berlin"),
                                                 (*between("W", 10, 30, 100), "Europe/Berlin"), (*between("W", 12, 30, 100), "Europe/Berlin")])
        self.assertNotIn("timezone", self.records()["d"])
        self.assertNotIn("dates", self.records()["w"])

    def test_a_series_in_utc_over_a_clock_change_stays_in_utc(self):
        self.write("event.yaml", EVENT["event.yaml"].replace("2026-06-14", "2026-11-14"))
        self.take(calendar(event(*zulu(24, 700, 800, month=10), "RRULE:FREQ=DAILY;COUNT=3")))
        self.assertIn("timezone: UTC", self.records()["a"])
        self.assertEqual([row[1] for row in self.rows()], ["10-24T07:00", "10-25T07:00", "10-26T07:00"])


class Sheets(Played):
    """Times of several zones on sheets: all on one clock, and another's own in brackets."""

    def setUp(self):
        super().setUp()
        self.write("areas/london-stage.yaml", "name: London Stage\ntimezone: Europe/London\n")

    def add(self, name, *options):
        done = backops("activity", "add", name, *options, "--required", "maya-lindt", "--no-check", cwd=self.root)
        self.assertEqual(done.returncode, 0, done.stderr)

    def three_zones(self):
        self.add("Berlin load-out", "--start", "2026-06-11T09:00", "--for", "30m", "--area", "main-stage")
        self.add("London line check", "--start", "2026-06-11T08:45", "--for", "30m", "--area", "london-stage")
        self.add("New York call-in", "--start", "2026-06-11T05:00", "--for", "1h", "--timezone", "America/New_York")

    def sheet(self, *options, day="2026-06-11", form="call"):
        done = backops("sheet", form, "--day", day, *options, cwd=self.root)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.decode()

    def test_52_public(self):
        self.three_zones()
        whole, own = self.sheet(), self.sheet("--crew", "maya-lindt")
        self.assertIn("first call 09:00 · last out 12:00 (06:00 New York)", whole)
        self.assertIn("CALL 09:00   OUT 12:00 (06:00 New York)", own)
        for text in (whole, own, self.sheet(form="day")):
            self.assertRegex(text, r"09:45 +10:15 +London line check .*\n +\(08:45–09:15 Europe/London\)")
            self.assertIn("times in Europe/Berlin", text)

    def test_sheet_of_an_area_is_on_its_clock(self):
        self.three_zones()
        text = self.sheet("--area", "london-stage")
        self.assertIn("first call 08:00 (09:00 Berlin) · last out 11:00 (06:00 New York)", text)
        self.assertRegex(text, r"08:45 +09:15 +London line check")
        self.assertIn("times in Europe/London", text)
        self.assertIn("times in Europe/Berlin", self.sheet("--area", "london-stage", "--area", "main-stage"))

    def test_sheet_on_a_clock_that_was_asked_for(self):
        self.three_zones()
        self.add("London get-out", "--start", "2026-06-12T23:30", "--for", "2h", "--area", "london-stage")
        text = self.sheet("--crew", "maya-lindt", "--tz", "America/New_York")
        self.assertIn("CALL 03:00 (09:00 Berlin)   OUT 06:00   NEXT CALL fri 12 jun 18:30 (23:30 London)", text)
        self.assertIn("OUT 20:30 (01:30+1 London)", self.sheet("--crew", "maya-lindt", "--tz", "America/New_York", day="2026-06-12"))

    def test_imported_series_of_another_zone_keeps_its_clock_in_brackets(self):
        self.take(calendar(event("DTSTART;TZID=Europe/London:20260611T223000", "DTEND;TZID=Europe/London:20260611T233000", "RRULE:FREQ=DAILY;COUNT=2",
                                 "ATTENDEE;ROLE=REQ-PARTICIPANT:mailto:maya@acme.example", name="Get-out")))
        text = self.sheet("--crew", "maya-lindt")
        self.assertIn("CALL 23:30 (22:30 London)   OUT 00:30+1 (23:30 London)   NEXT CALL fri 12 jun 23:30 (22:30 London)", text)
        self.assertRegex(text, r"23:30 +00:30\+1 +Get-out .*\n +\(22:30–23:30 Europe/London\)")


class Words(Played):
    def test_19_public(self):
        request, cancel = self.public(19, "a.ics", "input.ics")
        self.take(request)
        self.take(cancel)
        self.assertEqual([row[-1] for row in self.rows("status")], ["cancelled"])

    def test_a_cancelled_file(self):
        series = event(*at(10, 900, 1000), "RRULE:FREQ=DAILY;COUNT=3")
        self.take(calendar(series, event(*at(11, 1400, 1500), uid="b", name="B")))
        # Of a date, with no series beside it.
        self.take(calendar(event(f"RECURRENCE-ID{BERLIN}20260611T090000", *at(11, 900, 1000), name="Canceled: A"), head=["METHOD:Cancel"]))
        self.assertEqual([(row[1], row[-1]) for row in self.rows("status") if row[0] == "A"],
                         [(moment(10, 900), "confirmed"), (moment(11, 900), "cancelled"), (moment(12, 900), "confirmed")])
        # Of all of it, with no more than it needs.
        self.take(calendar(event(uid="a"), event(uid="b"), head=["METHOD:CANCEL"]))
        self.assertEqual({row[-1] for row in self.rows("status")}, {"cancelled"})
        self.assertIn("nothing to cancel", self.take(calendar(event(uid="stranger"), head=["METHOD:CANCEL"])))

    def test_a_cancellation_beside_what_it_cancels(self):
        self.take(calendar(event(*at(11, 1400, 1500), "SEQUENCE:0"), head=["METHOD:REQUEST"]) +
                  calendar(event(*at(11, 1400, 1500), "SEQUENCE:1", name="Canceled: A"), head=["METHOD:CANCEL"]))
        self.assertEqual(self.rows("status"), [(*between("A", 11, 1400, 1500), "cancelled")])

    def test_20_public(self):
        self.take(self.public(20))
        self.assertEqual({row[-1] for row in self.rows("status")}, {"cancelled"})

    def test_23_public(self):
        words = self.take(self.public(23))
        self.assertIn("`X-SECRET` is not a CLASS that is understood, so it is read as private", words)
        records = self.records()
        self.assertIn("visibility: private", records["class-x-secret"])
        self.assertIn("visibility: private", records["class-private-lower"])
        self.assertIn("status: cancelled", records["status-canceled"])
        self.assertNotIn("busy: false", records["free-in-outlook"])

    def test_unknown_words_are_said(self):
        words = self.take(calendar(event(*at(11, 900, 1000), "STATUS:DRAFT", "TRANSP:MAYBE", "CLASS:INTERNAL",
                                         "ATTENDEE;ROLE=GUEST;PARTSTAT=PERHAPS:mailto:maya@acme.example"), head=["METHOD:SHOUT"]))
        for word, name in (("DRAFT", "STATUS"), ("MAYBE", "TRANSP"), ("INTERNAL", "CLASS"), ("GUEST", "ROLE"), ("PERHAPS", "PARTSTAT"), ("SHOUT", "METHOD")):
            self.assertRegex(words, rf"standard input:\d+:1: warning: `{word}` is not a {name} that is understood")
        self.assertIn("visibility: private", self.records()["a"])
        self.assertIn("- maya-lindt", self.records()["a"])

    def test_known_words_in_any_letters_say_nothing(self):
        words = self.take(calendar(event(*at(11, 900, 1000), "STATUS:Cancelled ", "CLASS:Public", "TRANSP:transparent"), head=["METHOD:publish"]))
        self.assertNotIn("warning", words)
        self.assertIn("status: cancelled", self.records()["a"])
        self.assertIn("visibility: public", self.records()["a"])


class People(Played):
    def setUp(self):
        super().setUp()
        for who in ("opt", "declined", "fyi", "boss"):
            self.write(f"crew/{who}.yaml", f"name: P {who}\ncollaborator: acme-audio\nemail: {who}@acme.example\n")

    def test_68_public(self):
        words = self.take(self.public(68))
        [row] = self.rows("required", "optional", "organizers")
        self.assertEqual(row[3:], (["maya-lindt"], ["opt"], ["boss"]))
        self.assertIn("not booked, since they declined: declined (Meeting)", words)
        self.assertIn("x-declined:\n- declined\n", self.records()["meeting"])

    def test_answers_change(self):
        def meeting(answer, role="REQ-PARTICIPANT"):
            return calendar(event(*at(11, 900, 1000), f"ATTENDEE;ROLE={role};PARTSTAT={answer}:mailto:maya@acme.example",
                                  "ATTENDEE;ROLE=CHAIR:mailto:boss@acme.example"))
        for answer, role, required in (("ACCEPTED", "REQ-PARTICIPANT", ["maya-lindt"]), ("declined", "REQ-PARTICIPANT", []), ("ACCEPTED", "req-participant", ["maya-lindt"]),
                                       ("ACCEPTED", "NON-PARTICIPANT", []), ("DELEGATED", "REQ-PARTICIPANT", [])):
            with self.subTest(answer=answer, role=role):
                self.take(meeting(answer, role))
                self.assertEqual(self.rows("required", "organizers")[0][3:], (required, ["boss"]))
                self.assertEqual("x-declined" in self.records()["a"], answer == "declined")

    def test_who_declined_one_date_is_at_the_others(self):
        self.take(calendar(event(*at(10, 900, 1000), "RRULE:FREQ=DAILY;COUNT=2", "ATTENDEE:mailto:maya@acme.example"),
                           event(f"RECURRENCE-ID{BERLIN}20260611T090000", *at(11, 900, 1000), "ATTENDEE;PARTSTAT=DECLINED:mailto:maya@acme.example")))
        self.assertEqual([row[-1] for row in self.rows("required")], [["maya-lindt"], []])


def vtimezone(name, *parts, more=()):
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}", *more]
    for kind, start, before, after, *rule in parts:
        lines += [f"BEGIN:{kind}", f"DTSTART:{start}", *rule, f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}", f"END:{kind}"]
    return "\n".join([*lines, "END:VTIMEZONE"])


class Zones(Played):
    def in_zone(self, name, *definition, rule=()):
        return calendar(*definition, event(f"DTSTART;TZID={name}:20260611T200000", f"DTEND;TZID={name}:20260611T210000", *rule))

    def test_01_public(self):
        self.take(self.public(1))
        self.assertEqual(self.rows(), [between("Fixed plus eleven", 11, 1100, 1200)])

    def test_the_files_own_zones(self):
        europe = [("DAYLIGHT", "16010325T020000", "+0100", "+0200", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"),
                  ("STANDARD", "16011028T030000", "+0200", "+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10")]
        america = [("DAYLIGHT", "20070311T020000", "-0500", "-0400", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"),
                   ("STANDARD", "20071104T020000", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU")]
        for parts, wanted in ((europe, moment(11, 2000)), (america, moment(12, 200)), ([("STANDARD", "19700101T000000", "+0530", "+0530")], moment(11, 1630)),
                              ([("STANDARD", "20260101T000000", "+0345", "+0345")], moment(11, 1815)),
                              ([("STANDARD", "20260101T000000", "+0100", "+0100"), ("DAYLIGHT", "20260611T120000", "+0100", "+0300")], moment(11, 1900))):
            with self.subTest(parts=parts):
                self.take(self.in_zone("Our Zone", vtimezone("Our Zone", *parts)))
                self.assertEqual([row[1] for row in self.rows()], [wanted])
                self.setUp()
        self.take(self.in_zone("Our Zone", vtimezone("Our Zone", *europe), rule=["RRULE:FREQ=DAILY;COUNT=2"]))
        self.assertEqual([row[1] for row in self.rows()], [moment(11, 2000), moment(12, 2000)])
        self.assertNotIn("timezone", self.records()["a"])

    def test_a_known_name_is_better_than_a_definition(self):
        wrong = [("STANDARD", "19700101T000000", "+1100", "+1100")]
        for name, more in (("Europe/Vienna", ()), ("/example.org/Europe/Vienna", ()), ("vendor.example/tz/Europe/Vienna", ()), ("Ours", ("X-LIC-LOCATION:Europe/Vienna",)),
                           ("W. Europe Standard Time", ())):
            with self.subTest(name=name):
                self.take(self.in_zone(name, vtimezone(name, *wrong, more=more)))
                self.assertEqual([row[1] for row in self.rows()], [moment(11, 2000)])
                self.setUp()

    def test_73_public(self):
        data = self.public(73)
        words = self.take(data, status=1)
        for name in ("tzone://Microsoft/Custom", "Customized Time Zone", "GMT+2"):
            self.assertIn(f"no time zone is called `{name}`", words)
        self.assertNotIn("called `(UTC+01:00)", words)
        said = []
        for name in ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "tzone://Microsoft/Custom", "Amsterdam, Belgrade, Berlin", "Customized Time Zone"):
            said += ["--zone", f"{name}=Europe/Berlin"]
        self.take(data, *said, "--zone", "GMT+2=Etc/GMT-2")
        starts = {row[0]: row[1] for row in self.rows()}
        self.assertEqual(starts, {"Z0": moment(11, 1000), "Z1": moment(11, 1100), "Z2": moment(11, 1200), "Z3": moment(11, 1300), "Z4": moment(11, 1400),
                                  "Z5": "06-11T07:00", "Z6": "06-11T20:00", "Z7": moment(11, 1700), "Z8": moment(11, 1800)})

    def test_names_that_outlook_shows(self):
        for name, wanted in (('"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', "18:00"), ("(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb", "18:00"),
                             ('"(GMT-05:00) Eastern Time (US & Canada)"', "00:00"), ('"(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi"', "14:30"),
                             ('"(GMT+01.00) Sarajevo/Warsaw/Zagreb"', "18:00"), ("(UTC) Dublin\\, Edinburgh\\, Lisbon\\, London", "19:00")):
            with self.subTest(name=name):
                if name.startswith('"(GMT+01.00)'):
                    self.take(self.in_zone(name), "--zone", name.strip('"') + "=Europe/Warsaw")
                else:
                    self.take(self.in_zone(name))
                self.assertEqual([row[1][-5:] for row in self.rows()], [wanted])
                self.setUp()

    def test_the_remedy_works_for_any_name(self):
        for name in ("Our, own: zone = +1", "a=b=c", "UTC+02:00 (ours)"):
            with self.subTest(name=name):
                data = self.in_zone(f'"{name}"')
                words = self.take(data, status=1)
                self.assertIn(f"--zone '{name}'=Europe/Berlin", words)
                self.take(data, "--zone", f"{name}=Europe/Berlin")
                self.assertEqual([row[1] for row in self.rows()], [moment(11, 2000)])
                self.setUp()


class Lines(Played):
    TEXT = calendar(event(*at(11, 1800, 2200), "DESCRIPTION:one\n  two"))

    def test_57_public(self):
        self.take(self.public(57))
        self.assertEqual(self.rows(), [between("Rehearsal", 11, 1800, 2200)])

    def test_line_ends_and_blanks(self):
        plain = self.TEXT.replace("\r\n", "\n")
        for data in (self.TEXT.replace("\r\n", "\r\r\n"), plain.replace("\n", "\n\n"), plain.replace("\n", "\r"),
                     plain.replace("BEGIN:VEVENT\n", "BEGIN:VEVENT  \n\n \n").replace("END:VEVENT", "END:VEVENT \t")):
            with self.subTest(data=data):
                self.assertNotIn("warning", self.take(data))
                self.assertEqual(self.rows(), [between("A", 11, 1800, 2200)])
                self.assertIn("one two", self.records()["a"])

    def test_lines_around_the_calendar(self):
        for before, after in (("<!-- made by a plugin -->\n", "<!-- 0.2 s -->\n"), ("Warning: date(): in /x.php on line 3\n\n", ""),
                              ("Content-Type: text/calendar\n\n", ""), ("<pre>", "</pre>\n"), ("\ufeff\n", "")):
            with self.subTest(before=before):
                self.take(before + self.TEXT.rstrip() + ("" if after == "</pre>\n" else "\n") + after)
                self.assertEqual(self.rows(), [between("A", 11, 1800, 2200)])
        words = self.take("<!-- made by a plugin -->\n" + self.TEXT)
        self.assertIn("standard input:1:1: warning: this line is outside the calendar", words)

    def test_what_is_no_calendar_is_named(self):
        self.assertIn("this is a web page", self.take("<!DOCTYPE html>\n<title>Sign in</title>\n", status=1))
        self.assertIn("no line of it is `BEGIN:VCALENDAR`", self.take("name,start\nA,2026-06-11\n", status=1))


class Revisions(Played):
    SERIES = [*at(10, 900, 1000), "RRULE:FREQ=DAILY;COUNT=4"]

    def changed(self, *lines, day=12):
        return event(f"RECURRENCE-ID{BERLIN}202606{day}T090000", *(lines or at(day, 1400, 1500)), name="A moved")

    def days(self, *rows):
        return sorted(between("A", day, start, start + 100) for day, start in rows)

    def test_14_public(self):
        self.take(self.public(14))
        self.assertEqual([row[1] for row in self.rows()], [moment(day, 900) for day in (10, 11, 13)])

    def test_a_later_revision_takes_away(self):
        first = calendar(event(*self.SERIES, "SEQUENCE:1"), self.changed())
        for lines, more, wanted in (([*self.SERIES, f"EXDATE{BERLIN}20260612T090000", "SEQUENCE:2"], (), [10, 11, 13]),
                                    ([*self.SERIES, f"EXDATE{BERLIN}20260612T090000", "SEQUENCE:2"], (self.changed(),), [10, 11, 13]),
                                    ([*at(10, 900, 1000), "RRULE:FREQ=DAILY;UNTIL=20260611T070000Z", "SEQUENCE:2"], (), [10, 11]),
                                    ([*self.SERIES, "SEQUENCE:2"], (), [10, 11, 12, 13])):
            with self.subTest(lines=lines, more=more):
                self.take(first)
                self.take(calendar(event(*lines), *more))
                self.assertEqual(self.rows(), self.days(*((day, 900) for day in wanted)))
                self.take(first)
                self.assertEqual(len(self.rows()), 4)
                self.setUp()

    def test_exceptions_that_go(self):
        self.take(calendar(event(*self.SERIES, f"EXDATE{BERLIN}20260611T090000,20260612T090000")))
        self.take(calendar(event(*self.SERIES, f"EXDATE{BERLIN}20260612T090000")))
        self.assertEqual(self.rows(), self.days((10, 900), (11, 900), (13, 900)))
        self.take(calendar(event(*self.SERIES, *(f"EXDATE{BERLIN}202606{day}T090000" for day in (10, 11, 12, 13)))))
        self.assertEqual(self.rows(), [])
        self.take(calendar(event(*self.SERIES)))
        self.assertEqual(len(self.rows()), 4)

    def test_a_cancelled_date_comes_back_and_one_cancelled_here_stays(self):
        self.take(calendar(event(*self.SERIES), self.changed(*at(12, 900, 1000), "STATUS:CANCELLED", "LOCATION:Tent")))
        done = backops("activity", "edit", "a@2026-06-11", "--status", "cancelled", cwd=self.root)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.take(calendar(event(*self.SERIES)))
        self.assertEqual([(row[1], row[-1]) for row in self.rows("status")],
                         [(moment(10, 900), "confirmed"), (moment(11, 900), "cancelled"), (moment(12, 900), "confirmed"), (moment(13, 900), "confirmed")])

    def test_days_become_times_and_times_days(self):
        whole = calendar(event("DTSTART;VALUE=DATE:20260610", "RRULE:FREQ=DAILY;COUNT=4"),
                         event("RECURRENCE-ID;VALUE=DATE:20260612", "DTSTART;VALUE=DATE:20260614", name="A later"))
        timed = calendar(event(*self.SERIES), self.changed())
        for text in (whole, timed, whole, calendar(event(*self.SERIES)), whole, calendar(event(*at(11, 900, 1000)))):
            self.take(text)
        self.assertEqual(self.rows(), self.days((11, 900)))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
