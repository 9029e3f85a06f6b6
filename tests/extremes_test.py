"""One record at its limits, added to an example event, takes no command more than two seconds of processor time and 256 MB. The records come
from extremes.py. Each run takes those that were too slow once, then others at random for as long as there is time: of these the slow ones
are printed, and none may take eight times as much. With `--seconds 3600` it takes as long as is said, and all are held to the limits."""
import os
import random
import shutil
import sys
import tempfile
import unittest

from extremes import NOUNS, extremes, written
from running import SOURCE, is_sanitized, measured, program

SECONDS, MEGABYTES = 2, 256
IS_STRICT = "--seconds" in sys.argv
# Beside other tests a command takes half as long again; what is slow again takes many times as much.
KNOWN, OTHERS = (1, 1) if IS_STRICT else (1.5, 8)
LONGEST_RUN = int(sys.argv[sys.argv.index("--seconds") + 1]) if "--seconds" in sys.argv else 25
EXAMPLE = os.path.join(SOURCE, "examples", "summer-sound")

READ = [
    ("check",), ("check", "--format", "json"), ("check", "--format", "sarif"), ("check", "--format", "github"), ("check", "--no-index"),
    ("schedule", "--day", "fri"), ("schedule", "--as", "grid", "--day", "fri"), ("schedule", "--as", "week", "--during", "show-days"),
    ("schedule", "--as", "month", "--day", "fri"), ("schedule", "--day", "fri", "--format", "html"),
    ("schedule", "--day", "fri", "--format", "json"), ("schedule", "--day", "fri", "--format", "md"), ("schedule", "--day", "fri", "--format", "csv"),
    ("schedule", "--day", "fri", "--audience", "public"), ("schedule", "--crew", "jo-adler", "--with-team", "--day", "fri"),
    ("schedule", "--area", "main-stage", "--day", "fri"), ("schedule", "now"), ("schedule", "next", "5"), ("schedule", "at", "fri 14:30"),
    ("schedule", "free", "--area", "main-stage", "--day", "fri"), ("schedule", "conflicts", "--day", "fri"),
    ("sheet", "call", "--day", "fri"), ("sheet", "call", "--day", "fri", "--format", "html"), ("sheet", "call", "--day", "fri", "--format", "json"),
    ("sheet", "call", "--day", "fri", "--crew", "jo-adler"), ("sheet", "day", "--day", "fri"), ("sheet", "day", "--day", "fri", "--format", "md"),
    ("find", "extreme"), ("find", "aaaa"), ("event", "show"), ("event", "list"), ("activity", "list", "--day", "fri"),
    ("activity", "list", "--format", "json", "--day", "fri"), ("export", "csv", "--day", "fri"), ("export", "ics", "--day", "fri"),
    ("export", "json", "--day", "fri"), ("crew", "list", "--free", "fri 14:00..16:00"), ("crew", "list", "--on-site", "fri 15:00"),
    ("crew", "missing"), ("completion", "words", "--", "activity", "show", "ex"),
]
OF_EACH = [
    ("show", "extreme"), ("show", "extreme", "--format", "json"), ("list",), ("list", "--format", "json"),
    ("edit", "extreme", "--set", "x-new=a"), ("edit", "extreme", "--notes", "new"), ("edit", "extreme", "--tag", "new-tag"),
    ("edit", "extreme", "--unset", "notes"), ("edit", "extreme", "--description", "two\nlines"), ("edit", "extreme", "--notes", "new", "--dry-run"),
    ("rename", "extreme", "Other"), ("rename", "extreme", "--id", "other"), ("rm", "extreme", "--cascade"),
]
OF_ONE = {
    "activities": [
        ("activity", "show", "extreme@2026-06-12"), ("activity", "segment", "list", "extreme"), ("sheet", "run", "extreme"),
        ("sheet", "run", "extreme", "--format", "html"), ("activity", "edit", "extreme", "--location", "dock 2"),
        ("activity", "edit", "extreme@2026-06-12", "--start", "15:00"), ("activity", "skip", "extreme@2026-06-13"),
        ("activity", "unskip", "extreme@2026-06-13"), ("activity", "unskip", "extreme"), ("activity", "shift", "extreme", "--by", "15m"),
        ("activity", "copy", "extreme", "--to", "sat"), ("activity", "segment", "add", "extreme", "New", "--for", "5m"),
        ("activity", "segment", "edit", "extreme", "1", "--name", "Other"), ("activity", "segment", "rm", "extreme", "1"),
        ("activity", "edit", "extreme", "--area", "main-stage"), ("activity", "edit", "extreme", "--required", "jo-adler"),
        ("activity", "edit", "extreme", "--need", "4 hand"), ("activity", "rm", "extreme@2026-06-13"),
    ],
    "areas": [("schedule", "--area", "extreme"), ("activity", "edit", "doors", "--area", "extreme")],
    "collaborators": [("schedule", "--collab", "extreme", "--with-crew"), ("activity", "edit", "doors", "--required", "extreme")],
    "crew": [("schedule", "--crew", "extreme", "--with-team"), ("activity", "edit", "doors", "--required", "extreme")],
    "timeframes": [("schedule", "--during", "extreme"), ("activity", "edit", "doors", "--start", "extreme + 2h")],
    "views": [("schedule", "--view", "extreme"), ("sheet", "call", "--day", "fri", "--view", "extreme"), ("export", "ics", "--view", "extreme")],
}
OF_ALL = [("event", "edit", "--name", "Other"), ("area", "rename", "main-stage", "--id", "big-stage"), ("area", "rm", "main-stage", "--cascade"),
          ("activity", "edit", "doors", "--location", "dock 2"), ("activity", "add", "New", "--start", "fri 14:00", "--for", "1h")]

# Each took more than three seconds, most of them more than a minute.
ONCE_TOO_SLOW = [
    ("activities: wrong accepts", ("activity", "edit", "extreme", "--need", "4 hand")),
    ("activities: skips", ("check",)), ("activities: skips between", ("check", "--format", "json")), ("activities: skips of dates", ("check",)),
    ("activities: skips of months", ("check",)), ("activities: changes of nothing", ("check",)), ("activities: changes backwards", ("check",)),
    ("activities: wrong changes", ("check",)), ("activities: segments with one cue", ("check",)),
    ("activities: skips", ("activity", "unskip", "extreme")), ("activities: own keys", ("activity", "edit", "extreme", "--location", "dock 2")),
    ("crew: own keys below", ("crew", "edit", "extreme", "--notes", "new")), ("activities: empty lines", ("activity", "edit", "extreme", "--notes", "new")),
    ("activities: a month that never comes", ("check",)),
    ("timeframes: long description", ("sheet", "call", "--day", "fri")),
]


def commands_for(path):
    folder = path.split("/")[0]
    if folder == "event.yaml":
        return READ + OF_ALL
    own = [(NOUNS[folder], *words) for words in OF_EACH if not (folder == "views" and "--tag" in words)]
    return READ + own + OF_ONE[folder] + OF_ALL


def slowness():
    """How many times as long as in the plain build everything takes in this one."""
    if is_sanitized():
        return 12
    cache = os.path.join(os.path.dirname(os.path.dirname(program())), "CMakeCache.txt")
    with open(cache, encoding="utf-8") as file:
        return 6 if "CMAKE_BUILD_TYPE:STRING=Debug" in file.read() else 1


class Limits(unittest.TestCase):
    def setUp(self):
        self.records, self.slow, self.used, self.wrong = extremes(EXAMPLE), slowness(), 0, []

    def try_one(self, name, words, leeway=1):
        """What the machine does beside it counts too, so what is wrong once is tried again."""
        if not self.complaints(name, words, max(leeway / 4, 1)):
            return
        print(f"\n  {name}: {' '.join(words)!r} is slow or large", file=sys.stderr)
        self.wrong += self.complaints(name, words, leeway)

    def complaints(self, name, words, leeway=1):
        path, text = self.records[name]
        with tempfile.TemporaryDirectory() as folder:
            event = os.path.join(folder, "event")
            shutil.copytree(EXAMPLE, event)
            with open(os.path.join(event, path), "wb") as file:
                file.write(written(text))
            status, _, error, seconds, megabytes = measured(*words, cwd=event, most_seconds=2 * leeway * SECONDS * self.slow)
        self.used += seconds
        said = []
        if status not in (0, 1, 2):
            said.append(f"ended with {status}: {error[-300:].decode('utf-8', 'replace')}")
        if seconds > leeway * SECONDS * self.slow:
            said.append(f"took {seconds:.1f} s")
        if megabytes > leeway * MEGABYTES and not is_sanitized():
            said.append(f"took {megabytes:.0f} MB")
        return [f"{name}: {' '.join(words)!r} {one}" for one in said]

    def test_no_record_makes_a_command_slow_or_large(self):
        for name, words in ONCE_TOO_SLOW:
            self.try_one(name, words, KNOWN)
        pairs = [(name, words) for name, (path, _) in self.records.items() for words in commands_for(path)]
        seed = random.randrange(1_000_000)
        random.Random(seed).shuffle(pairs)
        tried = 0
        for name, words in pairs:
            if self.used > LONGEST_RUN * self.slow:
                break
            self.try_one(name, words, OTHERS)
            tried += 1
        print(f"\n  {len(ONCE_TOO_SLOW)} known ones and {tried} of {len(pairs)} others, seed {seed}", file=sys.stderr)
        self.assertEqual(self.wrong, [], "\n".join(self.wrong))

    def test_every_record_is_within_the_size_that_is_read(self):
        for name in random.sample(sorted(self.records), 20):
            with self.subTest(name):
                self.assertLessEqual(len(written(self.records[name][1])), 1024 * 1024)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]], verbosity=2)
