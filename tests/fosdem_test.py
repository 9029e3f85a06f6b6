"""Imports a real conference's programme into a new event and counts its schedules against what the programme's own index says."""
import collections
import csv
import json
import os
import subprocess
import sys
import tempfile
import unittest

from running import SKIP, backops, environment, shared_data

DAYS = ("2024-02-03", "2024-02-04")


def programme():
    """The talks of the index, each with its name from the table: the index holds numbers for names."""
    folder = os.path.join(shared_data(), "fosdem")
    with open(os.path.join(folder, "2024.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with open(os.path.join(folder, "2024.index.json"), encoding="utf-8") as file:
        talks = json.load(file)
    for talk in talks:
        talk["name"] = " ".join(rows[talk["row"]]["name"].split())
    return talks


def words_of(done):
    return done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")


def starts(rows):
    """What two schedules are compared by, in no order: names, starts and ends, each as often as it comes."""
    return collections.Counter((" ".join(row["name"].split()), row["start"], row["end"]) for row in rows)


class TheProgramme(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.talks = programme()
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.event = os.path.join(cls.folder.name, "fosdem")
        cls.table = os.path.abspath(os.path.join(shared_data(), "fosdem", "2024.csv"))
        cls.succeed("event", "new", "fosdem", "--name", "FOSDEM 2024", "--start", DAYS[0], "--end", DAYS[1], "--timezone", "Europe/Brussels",
                    "--collab", "Organisers", cwd=cls.folder.name)
        cls.succeed("collab", "add", "Speakers")
        cls.imported = cls.succeed("import", "csv", cls.table, "--create", "--crew-of", "speakers")
        cls.ids = {noun: {row["name"]: row["id"] for row in cls.json(noun, "list")["rows"]} for noun in ("area", "collab", "crew")}

    @classmethod
    def succeed(cls, *words, cwd=None):
        done = backops(*words, cwd=cwd or cls.event)
        if done.returncode != 0:
            raise AssertionError(f"{' '.join(words)} ended with {done.returncode}:\n{words_of(done)}")
        return done

    @classmethod
    def json(cls, *words):
        return json.loads(cls.succeed(*words, "--format", "json").stdout)

    def schedule(self, *words):
        return self.json("schedule", *words)["rows"]

    def of_room(self, room, day):
        return [talk for talk in self.talks if talk["room"] == room and talk["start"].startswith(day)]

    def test_is_imported_whole(self):
        rows = self.schedule()
        self.assertEqual(len(rows), len(self.talks))
        self.assertEqual(len({row["id"] for row in rows}), len(self.talks))
        self.assertEqual(starts(rows), starts(self.talks))
        self.assertEqual(len(self.ids["area"]), len({talk["room"] for talk in self.talks}))
        self.assertEqual(len(self.ids["crew"]), len({person["name"] for talk in self.talks for person in talk["speakers"]}))

    def test_checks_clean_but_for_what_is_booked_twice(self):
        """Exactly the double bookings that were counted independently: rule, resource, talks and minutes."""
        found = json.loads(backops("check", "--format", "json", cwd=self.event).stdout)["problems"]
        name_of = {row["id"]: " ".join(row["name"].split()) for row in self.json("activity", "list")["rows"]}
        told = {(one["rule"], one["resource"], frozenset(name_of[talk] for talk in one["occurrences"]), one["minutes"]) for one in found}
        with open(os.path.join(shared_data(), "fosdem", "2024.conflicts.json"), encoding="utf-8") as file:
            counted = json.load(file)
        wanted = set()
        for rule, noun, key in (("area-overlap", "area", "room"), ("person-overlap", "crew", "person_by_name")):
            for one in counted[key]:
                talks = frozenset(" ".join(one[side]["name"].split()) for side in "ab")
                wanted.add((rule, self.ids[noun][one["resource"]], talks, one["overlap_minutes"]))
        self.assertEqual(told, wanted)
        self.assertEqual(len(found), len(wanted))
        self.assertEqual(collections.Counter(one["severity"] for one in found), {"error": 2, "warning": 2})

    def test_has_every_room_s_days(self):
        for room in sorted({talk["room"] for talk in self.talks}):
            for day in DAYS:
                wanted = self.of_room(room, day)
                rows = self.schedule("--area", self.ids["area"][room], "--day", day)
                self.assertEqual(starts(rows), starts(wanted), f"{room} on {day}")
                self.assertEqual({area for row in rows for area in row["areas"]}, {self.ids["area"][room]} if wanted else set())

    def test_has_every_track_s_talks(self):
        for track in sorted({talk["track"] for talk in self.talks}):
            wanted = [talk for talk in self.talks if talk["track"] == track]
            rows = self.schedule("--collab", self.ids["collab"][track])
            self.assertEqual(starts(rows), starts(wanted), track)
            self.assertEqual({way for row in rows for way in row["via"]}, {"organizer:" + self.ids["collab"][track]})

    def test_has_every_speaker_s_talks_in_one_merged_schedule(self):
        every = [word for person in self.ids["crew"].values() for word in ("--crew", person)]
        rows_of = collections.defaultdict(list)
        for row in self.schedule(*every):
            for way in row["via"]:
                rows_of[way].append(row)
        for name, person in self.ids["crew"].items():
            wanted = [talk for talk in self.talks if name in {" ".join(speaker["name"].split()) for speaker in talk["speakers"]}]
            self.assertGreater(len(wanted), 0, name)
            self.assertEqual(starts(rows_of["required:" + person]), starts(wanted), name)
        self.assertEqual(len(rows_of), len(self.ids["crew"]))

    def test_has_a_speaker_s_own_schedule(self):
        merged = collections.Counter(" ".join(person["name"].split()) for talk in self.talks for person in talk["speakers"])
        busiest = [name for name, _ in merged.most_common(15)] + sorted(merged)[::60]
        for name in busiest:
            wanted = [talk for talk in self.talks if name in {" ".join(speaker["name"].split()) for speaker in talk["speakers"]}]
            rows = self.schedule("--crew", self.ids["crew"][name])
            self.assertEqual(starts(rows), starts(wanted), name)

    def test_prints_a_saturday_with_a_line_for_every_talk(self):
        room = collections.Counter(talk["room"] for talk in self.talks if talk["start"].startswith(DAYS[0])).most_common(1)[0][0]
        text = self.succeed("schedule", "--area", self.ids["area"][room], "--day", DAYS[0]).stdout.decode()
        for talk in self.of_room(room, DAYS[0]):
            clock = talk["start"][11:]
            begin = talk["name"][:12]
            self.assertTrue(any(clock in line and begin in line for line in text.splitlines()), f"{clock} {talk['name']} in\n{text}")

    def test_imported_again_changes_nothing(self):
        def git(*words):
            settings = environment(GIT_CONFIG_GLOBAL="/dev/null", GIT_AUTHOR_NAME="A", GIT_AUTHOR_EMAIL="a@example", GIT_COMMITTER_NAME="A",
                                   GIT_COMMITTER_EMAIL="a@example")
            return subprocess.run(["git", *words], cwd=self.event, env=settings, check=True, capture_output=True).stdout
        git("init", "--quiet")
        git("add", ".")
        git("commit", "--quiet", "--message", "Import")
        done = self.succeed("import", "csv", self.table, "--create", "--crew-of", "speakers")
        self.assertEqual(git("status", "--porcelain"), b"", words_of(done))


if __name__ == "__main__":
    if not shared_data():
        print("skipped: the real programme is not at hand")
        sys.exit(SKIP)
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
