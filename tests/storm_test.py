"""Eight writers and four readers at one event for as long as BACKOPS_STORM_SECONDS says: nothing that a command was said to have done is
lost, and no reader ever sees half a change."""
import collections
import concurrent.futures
import itertools
import json
import os
import random
import sys
import time
import unittest

from running import backops
from trial_event import EventTest, own_leftovers, words_of, write_text

SECONDS = float(os.environ.get("BACKOPS_STORM_SECONDS", "20"))
WRITERS, READERS, ACTIVITIES = 8, 4, 40
# A writer that waited in vain for its turn changed nothing and says so; that is no loss.
WAITED = b"another backops is"
START = "2026-06-12T10:00"


class Ledger:
    """What one writer was told had succeeded."""

    def __init__(self):
        self.added, self.removed, self.tags = [], [], []
        self.renamed = collections.Counter()
        self.shifted = 0
        self.done = collections.Counter()


class Writer:
    def __init__(self, event, number, complaints):
        self.event, self.number, self.complaints = event, number, complaints
        self.chance = random.Random(number)
        self.ledger = Ledger()
        self.turn = itertools.count()

    def succeeds(self, *words, refusal=None):
        done = backops(*words, cwd=self.event)
        if done.returncode == 0:
            self.ledger.done[words[1]] += 1
            return done
        if done.returncode != 1 or not (WAITED in done.stderr or (refusal and refusal in done.stderr)):
            self.complaints.append(f"{' '.join(words)}: {done.returncode}: {words_of(done)}")
        return None

    def add(self):
        # Every other one under the name that all use, so that they compete for its id.
        name = self.chance.choice(("Line check", f"Load {self.number} {next(self.turn)}"))
        done = self.succeeds("activity", "add", name, "--start", "2026-06-13T14:00", "--for", "1h", "--format", "json", "--no-check")
        if done:
            self.ledger.added.append(json.loads(done.stdout)["added"][0])

    def edit(self):
        tag = f"t-{self.number}-{next(self.turn)}"
        if self.succeeds("activity", "edit", "work-0000", "--tag", tag, "--no-check"):
            self.ledger.tags.append(tag)

    def rename(self):
        names = self.chance.sample(("stage-a", "stage-b"), 2)
        if self.succeeds("area", "rename", names[0], "--id", names[1], refusal=b"no area is called"):
            self.ledger.renamed[tuple(names)] += 1

    def remove(self):
        left = [one for one in self.ledger.added if one not in self.ledger.removed]
        if left and self.succeeds("activity", "rm", left[0]):
            self.ledger.removed.append(left[0])

    def shift(self):
        minutes = self.chance.choice((-5, 5, 10))
        if self.succeeds("activity", "shift", "--tag", "work", f"--by={minutes}m", "--no-check"):
            self.ledger.shifted += minutes

    def go_on(self, until):
        while time.monotonic() < until and not self.complaints:
            self.chance.choice((self.add, self.add, self.edit, self.edit, self.rename, self.remove, self.shift))()


class Reader:
    """Looks at the activities that every change of theirs changes all of: they have one start and one area."""

    def __init__(self, event, complaints):
        self.event, self.complaints = event, complaints
        self.looks = 0

    def read(self, *words):
        done = backops(*words, cwd=self.event)
        if done.returncode and WAITED not in done.stderr:
            self.complaints.append(f"{' '.join(words)}: {done.returncode}: {words_of(done)}")
        return done.stdout if done.returncode == 0 else None

    def look_at_rows(self, *words):
        text = self.read(*words)
        rows = [row for row in json.loads(text)["rows"] if row["id"].startswith("work-")] if text else []
        if text and (len(rows) != ACTIVITIES or len({(row["start"], *row["areas"]) for row in rows}) != 1):
            self.complaints.append(f"{' '.join(words)} shows half a change: {collections.Counter((row['start'], *row['areas']) for row in rows)}")

    def look_at_areas(self):
        text = self.read("area", "list", "--format", "json")
        ids = {row["id"] for row in json.loads(text)["rows"]} if text else {"stage-a"}
        if len(ids) != 1:
            self.complaints.append(f"area list shows half a change: {ids}")

    def go_on(self, until):
        looks = itertools.cycle((lambda: self.look_at_rows("schedule", "--format", "json"), self.look_at_areas, lambda: self.read("check"),
                                 lambda: self.look_at_rows("activity", "list", "--format", "json")))
        while time.monotonic() < until and not self.complaints:
            next(looks)()
            self.looks += 1


class AStorm(EventTest):
    def test_loses_nothing_and_shows_nobody_half_a_change(self):
        os.makedirs(os.path.join(self.event, "activities"))
        for number in range(ACTIVITIES):
            write_text(os.path.join(self.event, "activities", f"work-{number:04}.yaml"),
                       f"# by hand, {number}\nname: Work {number}\nstart: {START}\nduration: 1h\nareas: [stage-a]\ntags: [work]\n")
        complaints = []
        writers = [Writer(self.event, number, complaints) for number in range(WRITERS)]
        readers = [Reader(self.event, complaints) for _ in range(READERS)]
        until = time.monotonic() + SECONDS
        with concurrent.futures.ThreadPoolExecutor(WRITERS + READERS) as pool:
            for ended in [pool.submit(one.go_on, until) for one in (*writers, *readers)]:
                ended.result()
        self.assertEqual(complaints, [])
        self.hold([writer.ledger for writer in writers])
        done = sum((writer.ledger.done for writer in writers), collections.Counter())
        print(f"\n  {sum(done.values())} changes {dict(done)} beside {sum(reader.looks for reader in readers)} looks", file=sys.stderr)

    def hold(self, ledgers):
        """The event is what all ledgers together say."""
        rows = self.schedule()
        added = [one for ledger in ledgers for one in ledger.added]
        # An id that was removed may have been given again.
        left = collections.Counter(added) - collections.Counter(one for ledger in ledgers for one in ledger.removed)
        self.assertEqual(sorted(row["id"] for row in rows if not row["id"].startswith("work-")), sorted(left.elements()))
        shown = json.loads(self.succeed("activity", "show", "work-0000", "--format", "json").stdout)
        self.assertEqual(sorted(shown["rows"][0]["tags"]), sorted(["work"] + [tag for ledger in ledgers for tag in ledger.tags]))
        renamed = sum((ledger.renamed for ledger in ledgers), collections.Counter())
        moved = renamed["stage-a", "stage-b"] - renamed["stage-b", "stage-a"]
        self.assertIn(moved, (0, 1))
        minutes = 10 * 60 + sum(ledger.shifted for ledger in ledgers)
        wanted = (f"2026-06-12T{minutes // 60:02}:{minutes % 60:02}", ("stage-a", "stage-b")[moved])
        self.assertEqual({(row["start"], *row["areas"]) for row in rows if row["id"].startswith("work-")}, {wanted})
        self.succeed("check")
        self.succeed("area", "add", "Next")
        self.assertEqual(own_leftovers(self.event), [])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
