"""An event of its own for a test that reads and breaks it from outside."""
import glob
import json
import os
import tempfile
import unittest

from running import backops


def words_of(done):
    return done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")


def read_bytes(path):
    with open(path, "rb") as file:
        return file.read()


def write_text(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def record_files(event):
    """Every record's bytes by path."""
    paths = glob.glob(os.path.join(event, "*.yaml")) + glob.glob(os.path.join(event, "*", "*.yaml"))
    return {os.path.relpath(path, event): read_bytes(path) for path in paths}


def own_leftovers(event):
    return [name for name in os.listdir(event) if name.startswith(".backops")]


def in_memory():
    """Where a thousand files are put on the disk in no time; what a killed process wrote is as safe there."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


class EventTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(dir=in_memory())
        os.chmod(self.folder.name, 0o755)
        self.addCleanup(self.folder.cleanup)
        self.event = os.path.join(self.folder.name, "show")
        self.succeed("event", "new", "show", "--name", "Show", "--start", "2026-06-10", "--end", "2026-06-14", "--timezone", "Europe/Berlin",
                     "--collab", "Northlight", cwd=self.folder.name)
        self.succeed("area", "add", "Main Stage", "--id", "stage-a", "--overlap", "allow")

    def succeed(self, *words, cwd=None, **more):
        done = backops(*words, cwd=cwd or self.event, **more)
        self.assertEqual(done.returncode, 0, f"{' '.join(words)}:\n{words_of(done)}")
        return done

    def fill(self, count):
        """Activities with a hand-made comment each, all in one area."""
        os.makedirs(os.path.join(self.event, "activities"), exist_ok=True)
        for number in range(count):
            write_text(os.path.join(self.event, "activities", f"work-{number:04}.yaml"),
                       f"# by hand, {number}\nname: Work {number}\nstart: 2026-06-12T{number % 24:02}:00\nduration: 1h\n"
                       f"areas:   [ stage-a ]  # the only one\nlocation: dock {number}\n")

    def schedule(self, cwd=None):
        return json.loads(self.succeed("schedule", "--format", "json", cwd=cwd).stdout)["rows"]
