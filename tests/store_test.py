"""What the store promises, proved on the built command from outside: killed at any moment, hands beside an edit, full and closed output,
full disks, folders that may not be written and ones that vanish."""
import glob
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from running import backops, environment, program
from trial_event import EventTest, own_leftovers, read_bytes, record_files, words_of

ACTIVITIES = 1000
NOBODY = 65534
# How long commands are killed at random moments. crash_test.py stops them at every step; this is for what it does not think of.
KILLING_SECONDS = 12


def start(*words, cwd, **more):
    return subprocess.Popen([program(), "--now", "2026-03-27T12:00", *words], cwd=cwd, env=environment(), stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)


class Kills:
    """Renames an area to and fro and kills the command at random moments; remembers where the kills landed.

    A moment is counted from the command's start (None) or from when a folder of its own appears. How far to reach for it is learnt from
    where the kills land, since the machine decides how long a command takes.
    """
    INSIDE = {None: ("before", "staging", "recorded"), ".backops-new": ("staging",), ".backops-commit": ("recorded",)}

    def __init__(self, test):
        self.test = test
        self.chance = random.Random(20260612)
        self.landed = {"before": 0, "staging": 0, "recorded": 0, "after": 0}
        self.recoveries_killed = 0
        # The text that a file has with the old and with the new id; everything else must stay byte for byte.
        self.templates = {path: text.replace(b"stage-a", b"stage-X") for path, text in record_files(test.event).items()
                          if path.startswith("activities/")}
        self.current = "stage-a"
        length = min(self.timed_rename() for _ in range(3))
        self.reach = {None: length, ".backops-new": length / 8, ".backops-commit": length / 8}

    def other(self):
        return "stage-b" if self.current == "stage-a" else "stage-a"

    def timed_rename(self):
        begin = time.monotonic()
        self.test.succeed("area", "rename", self.current, "--id", self.other())
        self.current = self.other()
        return time.monotonic() - begin

    def place(self, process):
        if os.path.isdir(os.path.join(self.test.event, ".backops-commit")):
            return "recorded"
        if os.path.isdir(os.path.join(self.test.event, ".backops-new")):
            return "staging"
        is_new = os.path.exists(os.path.join(self.test.event, "areas", self.other() + ".yaml"))
        return "after" if is_new or process.returncode == 0 else "before"

    def kill(self, since):
        """Kills a rename a while after its start or after this folder of its own appears; says where that was."""
        delay = self.chance.uniform(0, self.reach[since])
        process = start("area", "rename", self.current, "--id", self.other(), cwd=self.test.event)
        while since and process.poll() is None and not os.path.isdir(os.path.join(self.test.event, since)):
            pass
        time.sleep(delay)
        process.kill()
        process.communicate()
        place = self.place(process)
        self.landed[place] += 1
        self.reach[since] *= 1.25 if place in self.INSIDE[since] else 0.7
        return place

    def kill_recovery(self):
        process = start("schedule", cwd=self.test.event)
        time.sleep(self.chance.uniform(0, self.reach[None] / 2))
        process.kill()
        process.communicate()
        self.recoveries_killed += process.returncode == -signal.SIGKILL

    def settle(self, place):
        """The next reader finds the old event or the new one, whole, and says nothing but what it finished."""
        done = backops("check", cwd=self.test.event)
        self.test.assertEqual(done.returncode, 0, words_of(done))
        areas = [name[:-5] for name in os.listdir(os.path.join(self.test.event, "areas"))]
        self.test.assertEqual(len(areas), 1, areas)
        self.test.assertIn(areas[0], (self.current, self.other()))
        if place in ("before", "recorded"):
            self.test.assertEqual(areas[0], self.current if place == "before" else self.other())
        for path, text in self.templates.items():
            wanted = text.replace(b"stage-X", areas[0].encode())
            self.test.assertEqual(read_bytes(os.path.join(self.test.event, path)), wanted, f"{path} after a kill {place}")
        self.test.assertNotIn(".backops-commit", os.listdir(self.test.event))
        self.current = areas[0]

    def go_on(self):
        begin, moments = time.monotonic(), itertools.cycle(self.INSIDE)
        while time.monotonic() - begin < KILLING_SECONDS:
            place = self.kill(next(moments))
            if place == "recorded" and self.chance.random() < 0.5:
                self.kill_recovery()
            self.settle(place)


class AKilledCommand(EventTest):
    def test_leaves_the_old_event_or_the_new_one_and_loses_nothing(self):
        self.fill(ACTIVITIES)
        kills = Kills(self)
        kills.go_on()
        print(f"\n  kills: {kills.landed}, of the recovery itself: {kills.recoveries_killed}", file=sys.stderr)
        self.succeed("area", "rename", kills.current, "--id", "stage-c")
        self.assertEqual(own_leftovers(self.event), [])
        self.assertEqual({row["areas"][0] for row in self.schedule()}, {"stage-c"})

    def interrupted(self):
        """The id that a command was about to give, which was killed while it put its files in place."""
        kills = Kills(self)
        for _ in range(200):
            place = kills.kill(".backops-commit")
            if place == "recorded":
                return kills.other()
            kills.settle(place)
        self.fail("no kill met a recorded change")

    def test_is_shown_as_finished_where_nothing_may_be_written(self):
        self.fill(ACTIVITIES)
        wanted = self.interrupted()
        before = record_files(self.event)
        with ReadOnly(self.event) as look:
            done = look.backops("schedule", "--format", "json")
        self.assertEqual(done.returncode, 0, words_of(done))
        self.assertEqual({row["areas"][0] for row in json.loads(done.stdout)["rows"]}, {wanted})
        self.assertIn(b"shown as finished", done.stderr)
        self.assertEqual(record_files(self.event), before)
        self.succeed("check")
        self.assertEqual({row["areas"][0] for row in self.schedule()}, {wanted})


class ReadOnly:
    """An event that may be read only, for somebody whom that stops: root is nobody here, who knows of the same changes."""

    def __init__(self, event):
        self.event = event
        self.folder = tempfile.TemporaryDirectory()
        self.command = os.path.join(self.folder.name, "backops")
        self.user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}

    def paths(self):
        return [self.event] + [path for path in glob.glob(os.path.join(self.event, "**"), recursive=True, include_hidden=True)]

    def __enter__(self):
        shutil.copy(program(), self.command)
        os.chmod(self.folder.name, 0o755)
        os.chmod(self.command, 0o755)
        self.state = os.path.join(self.folder.name, "state")
        shutil.copytree(environment()["XDG_STATE_HOME"], self.state)
        for path in [self.state] + glob.glob(os.path.join(self.state, "**"), recursive=True):
            os.chown(path, self.user.get("user", -1), -1)
        self.modes = {path: os.stat(path).st_mode & 0o777 for path in self.paths()}
        for path, mode in self.modes.items():
            os.chmod(path, (mode | 0o444) & 0o555)
        return self

    def __exit__(self, *_):
        for path, mode in self.modes.items():
            if os.path.exists(path):
                os.chmod(path, mode)
        self.folder.cleanup()

    def backops(self, *words):
        return subprocess.run([self.command, *words], cwd=self.event, env=environment(XDG_STATE_HOME=self.state), stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=60, **self.user)


class AReadOnlyEvent(EventTest):
    def test_is_read_and_an_edit_says_what_it_cannot_write(self):
        self.fill(3)
        before = record_files(self.event)
        with ReadOnly(self.event) as look:
            self.assertEqual(look.backops("schedule").returncode, 0)
            self.assertEqual(look.backops("check").returncode, 0)
            for words in (("activity", "edit", "work-0001", "--kind", "show"), ("area", "rename", "stage-a", "--id", "stage-z"),
                          ("activity", "add", "More", "--start", "fri 10:00"), ("activity", "rm", "work-0002")):
                done = look.backops(*words)
                self.assertEqual(done.returncode, 1, words_of(done))
                self.assertEqual(done.stdout, b"")
                self.assertIn(b"error: cannot write ", done.stderr)
                self.assertIn(b"nothing was changed", done.stderr)
        self.assertEqual(record_files(self.event), before)
        self.assertEqual(own_leftovers(self.event), [])


class AHandAtTheSameFile(EventTest):
    def write_by_hand(self, path, lines, finished):
        """As an editor does it: a new file beside the old one, then renamed over it."""
        number, chance = 0, random.Random(1)
        while not finished.is_set():
            line = b"# hand %d\n" % number
            write = path + "~"
            with open(write, "wb") as file:
                file.write(read_bytes(path) + line)
            os.rename(write, path)
            lines.append(line)
            number += 1
            time.sleep(0.08 * chance.random() ** 2)

    def test_is_never_overwritten(self):
        self.fill(1)
        path = os.path.join(self.event, "activities", "work-0000.yaml")
        lines, finished = [], threading.Event()
        hand = threading.Thread(target=self.write_by_hand, args=(path, lines, finished))
        hand.start()
        refused = 0
        try:
            for number in range(120):
                done = backops("activity", "edit", "work-0000", "--location", f"dock {number}", cwd=self.event)
                if done.returncode:
                    self.assertEqual(done.returncode, 1, words_of(done))
                    self.assertIn("activities/work-0000.yaml was changed by someone else since it was read\n", words_of(done))
                    self.assertIn("nothing was changed", words_of(done))
                    refused += 1
        finally:
            finished.set()
            hand.join()
        text = read_bytes(path)
        self.assertEqual([line for line in lines if line not in text], [], f"of {len(lines)} lines; {refused} edits were refused")
        print(f"\n  {len(lines)} lines by hand beside 120 edits, {refused} of them refused", file=sys.stderr)
        self.succeed("activity", "edit", "work-0000", "--location", "the end")


class OutputThatCannotBeWritten(EventTest):
    def test_is_said_when_the_disk_is_full(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full here")
        self.fill(3)
        for words in (("schedule",), ("schedule", "--format", "json"), ("activity", "list"), ("area", "show", "stage-a"), ("--help",)):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([program(), *words], cwd=self.event, env=environment(), stdout=full, stderr=subprocess.PIPE, timeout=60)
            self.assertEqual(done.returncode, 1, f"{words}: {done.stderr.decode()}")
            self.assertIn(b"no space left", done.stderr.lower())

    def test_is_no_error_when_the_reader_has_gone(self):
        self.fill(ACTIVITIES)
        for words in ("schedule", "schedule --format json", "activity list"):
            # The shell would hide the status of a pipe's first command.
            done = subprocess.run(["bash", "-c", f'"$0" {words} | head -1; exit ${{PIPESTATUS[0]}}', program()], cwd=self.event,
                                  env=environment(), capture_output=True, timeout=60)
            self.assertEqual((done.returncode, done.stderr), (0, b""), words)
            self.assertEqual(done.stdout.count(b"\n"), 1 if b"\n" in done.stdout else 0)


class AFullDisk(EventTest):
    COMMANDS = (("area", "rename", "stage-a", "--id", "stage-b"), ("activity", "edit", "work-0001", "--location", "x" * 20_000),
                ("activity", "add", "More", "--start", "fri 10:00", "--set", "notes=" + "x" * 20_000))

    def setUp(self):
        super().setUp()
        self.disk = os.path.join(self.folder.name, "disk")
        os.mkdir(self.disk)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", self.disk], capture_output=True)
        if mounted.returncode:
            self.skipTest("nothing can be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", self.disk], check=True)
        self.fill(30)
        self.event = shutil.move(self.event, self.disk)

    def fill_up(self):
        try:
            with open(os.path.join(self.disk, "ballast"), "wb", buffering=0) as ballast:
                while ballast.write(b"x" * 4096):
                    pass
        except OSError:
            pass

    def test_stops_a_change_with_a_message_and_everything_as_it_was(self):
        before = record_files(self.event)
        self.fill_up()
        for words in self.COMMANDS:
            done = backops(*words, cwd=self.event)
            self.assertEqual(done.returncode, 1, words_of(done))
            self.assertIn(b"no space left", done.stderr)
            self.assertIn(b"nothing was changed", done.stderr)
            self.assertEqual(record_files(self.event), before)
            self.assertEqual(own_leftovers(self.event), [])
            self.assertEqual(len(self.schedule()), 30)
        os.remove(os.path.join(self.disk, "ballast"))
        for words in self.COMMANDS:
            self.succeed(*words)


class AWordThatIsNoId(EventTest):
    WORDS = ("../../etc/passwd", "..", ".", "", " ", "a/b", "a\\b", "/etc/passwd", "../areas/stage-a", "stage-a/", "--help=x", "-rf", "a\nb",
             "\x1b]0;owned\x07", "a" * 300, "é", "$(touch owned)", "`id`", ".git", "stage-a.yaml", "%2e%2e", "\u202egpj", "\u200b")

    def test_never_becomes_a_path(self):
        self.fill(1)
        before = record_files(self.event)
        outside = os.listdir(self.folder.name)
        for word in self.WORDS:
            for command in (("area", "show", "--", word), ("area", "add", "Hall", f"--id={word}"), ("area", "rename", "stage-a", f"--id={word}"),
                            ("area", "rm", "--", word), ("schedule", f"--area={word}"), ("activity", "edit", "work-0000", f"--area={word}"),
                            ("activity", "edit", "--location=x", "--", word), ("area", "rm", "stage-a", f"--replace-by={word}")):
                done = backops(*command, cwd=self.event)
                self.assertIn(done.returncode, (1, 2), f"{command}: {words_of(done)}")
                self.assertIn("error: ", words_of(done))
                self.assertNotRegex(words_of(done), "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]")
        self.assertEqual(record_files(self.event), before)
        self.assertEqual(os.listdir(self.folder.name), outside)


class AnEventThatVanishes(EventTest):
    def assert_clean_end(self, process, words):
        out, error = process.communicate(timeout=60)
        # It may be gone before the command has looked where it is.
        allowed = (0, 1, 2) if b"is not a directory" in error else (0, 1)
        self.assertIn(process.returncode, allowed, f"{words}: {process.returncode}\n{error.decode('utf-8', 'replace')}")
        if process.returncode == 1 and words[0] != "check":
            self.assertIn(b"error: ", error, words)

    def test_ends_a_command_with_a_message(self):
        chance = random.Random(7)
        for words in (("schedule",), ("check",), ("area", "rename", "stage-a", "--id", "stage-b"), ("activity", "list")) * 3:
            copy = os.path.join(self.folder.name, "gone")
            self.fill(300)
            shutil.copytree(self.event, copy)
            process = start(*words, cwd=copy)
            time.sleep(chance.random() * 0.08)
            shutil.rmtree(copy, ignore_errors=True)
            self.assert_clean_end(process, words)
            shutil.rmtree(copy, ignore_errors=True)

    def test_is_said_when_it_was_the_current_directory(self):
        gone = os.path.join(self.folder.name, "gone")
        os.mkdir(gone)
        done = subprocess.run(["sh", "-c", f'rmdir "{gone}" && exec "$0" schedule', program()], cwd=gone, env=environment(),
                              capture_output=True, timeout=60)
        self.assertIn(done.returncode, (1, 2), words_of(done))
        self.assertIn(b"error: ", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
