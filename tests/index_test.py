"""What is kept between commands never gives an answer that the files do not: held against a fresh read after every step of a storm of
edits by hand and by command, renames, rewrites of the same size at once, and restored times; and in homes of all kinds."""
import glob
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import filled
from running import SOURCE, backops, environment, program

STEPS, SECONDS = 300, 10
QUESTIONS = (("schedule", "--format", "json"), ("check", "--format", "json"), ("schedule", "--day", "fri"), ("crew", "list"))


def answer(*words, cwd, **more):
    done = backops(*words, cwd=cwd, **more)
    return done.returncode, done.stdout, done.stderr


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


class Storm:
    """Edits of one event, chosen by chance; times of files are set back to what they were as often as not."""

    def __init__(self, event, seed):
        self.event, self.chance = event, random.Random(seed)

    def files(self):
        return sorted(glob.glob(os.path.join(self.event, "*", "*.yaml")))

    def same_size(self, path):
        """Other digits in the same places: as long as before, and mostly still a record."""
        with open(path, encoding="utf-8") as file:
            text = file.read()
        places = [place for place, sign in enumerate(text) if sign in "012" and text[place - 1:place] == "0"]
        if places:
            place = self.chance.choice(places)
            text = text[:place] + self.chance.choice("012") + text[place + 1:]
        return text

    def rewrite(self, path):
        before = os.stat(path)
        write(path, self.same_size(path))
        if self.chance.random() < 0.5:
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    def replace(self, path):
        before = os.stat(path)
        fresh = path + ".new"
        write(fresh, self.same_size(path))
        os.utime(fresh, ns=(before.st_atime_ns, before.st_mtime_ns))
        os.replace(fresh, path)

    def move(self, path):
        target = os.path.join(os.path.dirname(path), f"moved-{self.chance.randrange(6)}.yaml")
        if not os.path.exists(target):
            os.rename(path, target)

    def swap(self, path):
        other = self.chance.choice(self.files())
        if os.path.dirname(other) == os.path.dirname(path) and other != path:
            os.rename(other, other + ".old")
            os.rename(path, other)
            os.rename(other + ".old", path)

    def copy(self, path):
        shutil.copy2(path, os.path.join(os.path.dirname(path), f"copy-{self.chance.randrange(6)}.yaml"))

    def spoil(self, path):
        write(path, self.chance.choice(("name: [\n", "name: A\nbogus: 1\n", "", "name: A\nstart: 2026-06-12T10:00\nareas: [nowhere]\n")))

    def remove(self, path):
        os.remove(path)

    def command(self, path):
        noun = {"activities": "activity", "areas": "area"}.get(os.path.basename(os.path.dirname(path)))
        if noun:
            backops(noun, "edit", os.path.basename(path)[:-5], "--location", f"dock {self.chance.randrange(9)}", cwd=self.event)

    def stray(self, path):
        place = os.path.join(os.path.dirname(path), "stray.yml")
        if os.path.lexists(place):
            os.remove(place)
        else:
            os.symlink(path, place)

    def step(self):
        acts = (self.rewrite, self.rewrite, self.rewrite, self.replace, self.move, self.swap, self.copy, self.spoil, self.remove, self.command,
                self.stray)
        files = self.files()
        act = self.chance.choice(acts if len(files) > 20 else acts[:7])
        act(self.chance.choice(files))
        return act.__name__


class IndexTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.event = os.path.join(self.folder.name, "show")
        self.cache = os.path.join(self.folder.name, "cache")
        shutil.copytree(os.path.join(SOURCE, "examples", "summer-sound"), self.event)

    def ask(self, *words, **more):
        return answer(*words, cwd=self.event, **{"XDG_CACHE_HOME": self.cache, **more})

    def hold(self, *words, **more):
        self.assertEqual(self.ask(*words, **more), self.ask("--no-index", *words), " ".join(words))

    def kept(self):
        return glob.glob(os.path.join(self.cache, "backops", "*"))


class UnderAStorm(IndexTest):
    def test_every_answer_is_that_of_the_files(self):
        storm = Storm(self.event, 20260612)
        begin, steps = time.monotonic(), 0
        while steps < STEPS and time.monotonic() - begin < SECONDS:
            acts = [storm.step() for _ in range(storm.chance.randrange(4))]
            if storm.chance.random() < 0.3:
                time.sleep(0.02)  # past the step in which the file system counts time: what is kept now is trusted
            with self.subTest(step=steps, acts=acts):
                self.hold(*storm.chance.choice(QUESTIONS))
            steps += 1
        print(f"\n  {steps} steps", file=sys.stderr)
        self.assertTrue(self.kept())

    def test_readers_beside_it_are_never_told_what_is_not_there(self):
        """They may see the files before or after a step, and nothing else: no crash, and an index that is right in the end."""
        ends = threading.Event()
        failures = []

        def read():
            while not ends.is_set():
                code, _, errors = self.ask("schedule", "--format", "json")
                if code not in (0, 1):
                    failures.append(errors)

        readers = [threading.Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        storm = Storm(self.event, 7)
        for _ in range(60):
            storm.step()
            time.sleep(0.01)
        ends.set()
        for reader in readers:
            reader.join()
        self.assertEqual(failures, [])
        for question in QUESTIONS:
            self.hold(*question)


class WhatIsKept(IndexTest):
    def settle(self):
        time.sleep(0.05)
        self.ask("schedule")
        self.assertEqual(len(self.kept()), 1)

    def test_is_for_this_user_alone(self):
        self.settle()
        self.assertEqual(os.stat(self.kept()[0]).st_mode & 0o777, 0o600)
        self.assertEqual(os.stat(os.path.dirname(self.kept()[0])).st_mode & 0o777, 0o700)

    def test_is_used(self):
        """No record's file is opened, as strace sees it."""
        self.settle()
        trace = os.path.join(self.folder.name, "trace")
        done = subprocess.run(["strace", "-f", "-o", trace, "-e", "trace=openat,openat2", program(), "schedule"], cwd=self.event,
                              env=environment(XDG_CACHE_HOME=self.cache, ASAN_OPTIONS="detect_leaks=0"), stdin=subprocess.DEVNULL,
                              capture_output=True)
        if done.returncode != 0:
            self.skipTest("strace does not work here")
        with open(trace, encoding="utf-8") as file:
            opened = [line for line in file if ".yaml" in line and "O_DIRECTORY" not in line]
        self.assertEqual([line for line in opened if "event.yaml" not in line], [])

    def test_is_nothing_with_the_option_or_the_variable(self):
        self.ask("--no-index", "schedule")
        self.ask("schedule", BACKOPS_INDEX="off")
        self.assertEqual(self.kept(), [])

    def test_may_be_damaged_in_any_way(self):
        self.settle()
        path = self.kept()[0]
        with open(path, "rb") as file:
            whole = file.read()
        chance = random.Random(1)
        for _ in range(20):
            at = chance.randrange(len(whole))
            for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 255]) + whole[at + 1:], whole[at:], b""):
                with open(path, "wb") as file:
                    file.write(damaged)
                self.hold("schedule", "--format", "json")

    def test_of_another_event_at_the_same_place_is_not_used(self):
        self.settle()
        os.rename(self.event, self.event + "-before")
        shutil.copytree(os.path.join(SOURCE, "examples", "autumn-lights"), self.event)
        self.hold("schedule", "--format", "json")

    def test_goes_with_an_event_that_is_moved(self):
        self.settle()
        os.rename(self.event, self.event + "-moved")
        self.event += "-moved"
        self.hold("schedule", "--format", "json")


class Words:
    """A word of its own for every text of every record."""

    def __init__(self):
        self.count = 0

    def of(self, record, **_):
        def text(path, kind):
            self.count += 1
            return f"{'word-' if kind == 'id' else 'Word '}{self.count}".replace(" ", "" if kind == "uid" else " ")
        return text


class EveryKey(IndexTest):
    def test_of_every_record_is_kept(self):
        """All that any report shows of an event in which every text of every key is filled."""
        shutil.rmtree(self.event)
        event = filled.Event(Words())
        event.write(self.event)
        time.sleep(0.05)
        self.ask("schedule")
        self.assertTrue(self.kept())
        show = event.ids["private show"]
        for words in (*filled.schedules(), *filled.exports("--audience", "private"), *filled.sheets("call", "--day", "2026-06-12", "--audience", "private"),
                      *filled.sheets("run", show, "--audience", "private"), ("check", "--format", "json"), ("crew", "missing"),
                      *(("schedule", "--view", event.ids[view]) for view in ("everything", "something"))):
            self.hold(*words)


class Homes(IndexTest):
    def test_that_cannot_be_written_or_are_none_do_not_matter(self):
        file = os.path.join(self.folder.name, "file")
        write(file, "")
        wanted = self.ask("--no-index", "schedule")
        for home in (file, "/proc/nowhere", "relative", "", "/dev/null"):
            self.assertEqual(self.ask("schedule", XDG_CACHE_HOME=home, HOME=home), wanted, home)

    def test_that_are_full_do_not_matter(self):
        self.assertEqual(self.ask("schedule", XDG_CACHE_HOME="/dev/full"), self.ask("--no-index", "schedule"))

    def test_of_a_folder_that_is_a_link_to_nowhere(self):
        os.mkdir(self.cache)
        os.symlink("nowhere", os.path.join(self.cache, "backops"))
        self.hold("schedule")
        self.assertFalse(os.path.exists(os.path.join(self.cache, "nowhere")))

    def everything(self):
        """What there is below the scratch folder but the kept files, and what each is."""
        return {path: (os.lstat(path).st_mode, os.lstat(path).st_mtime_ns) for at, folders, names in os.walk(self.folder.name)
                for path in (os.path.join(at, name) for name in folders + names)}

    def test_in_the_event_are_not_used_by_whatever_way_they_lead_there(self):
        os.symlink("show", os.path.join(self.folder.name, "link"))
        outside = os.path.dirname(self.event)
        os.makedirs(os.path.join(self.event, "theirs"))
        before = self.everything()
        for cache in (self.event, self.event + "/.cache", self.event + "/activities", self.event + "/theirs/a/b", outside + "/link/.cache",
                      outside + "/show/../show/x", outside + "/nowhere/../show/x", self.event + "/"):
            self.hold("schedule", XDG_CACHE_HOME=cache)
            self.ask("area", "list", cache, XDG_CACHE_HOME=cache)
            self.assertEqual(self.everything(), before, cache)
        self.hold("schedule", XDG_CACHE_HOME="", HOME=self.event)
        self.assertEqual(self.everything(), before)

    def test_that_are_relative_are_passed_over_for_the_one_of_the_home(self):
        home = os.path.join(self.folder.name, "home")
        os.mkdir(home)
        before = set(os.listdir(self.event))
        for relative in ("cache", "./cache", "../cache", "~/.cache"):
            self.ask("schedule", XDG_CACHE_HOME=relative, HOME=home)
            self.assertEqual(set(os.listdir(self.event)), before)
            self.assertTrue(glob.glob(os.path.join(home, ".cache", "backops", "*.index")))
            shutil.rmtree(os.path.join(home, ".cache"))
        self.assertEqual(sorted(os.listdir(self.folder.name)), ["home", "show"])

    def test_that_are_not_there_are_not_made(self):
        home = os.path.join(self.folder.name, "nobody")
        self.hold("schedule", XDG_CACHE_HOME="", HOME=home)
        self.assertFalse(os.path.exists(home))

    def test_get_folders_for_this_user_alone(self):
        for deep in ("cache", "a/b/c"):
            cache = os.path.join(self.folder.name, deep)
            subprocess.run(["sh", "-c", 'umask 0; exec "$@"', "sh", program(), "schedule"], cwd=self.event, env=environment(XDG_CACHE_HOME=cache),
                           stdin=subprocess.DEVNULL, capture_output=True, check=True)
            self.assertTrue(glob.glob(os.path.join(cache, "backops", "*.index")))
            at = os.path.join(cache, "backops")
            while at != self.folder.name:
                self.assertEqual(os.stat(at).st_mode & 0o777, 0o700, at)
                at = os.path.dirname(at)

    def test_with_links_below_them_are_neither_read_nor_written(self):
        elsewhere = os.path.join(self.folder.name, "elsewhere")
        os.mkdir(elsewhere, 0o700)
        os.mkdir(self.cache)
        os.symlink(elsewhere, os.path.join(self.cache, "backops"))
        self.hold("schedule")
        self.assertEqual(os.listdir(elsewhere), [])

    def test_that_are_links_themselves_are_used_since_the_user_made_them(self):
        elsewhere = os.path.join(self.folder.name, "elsewhere")
        os.mkdir(elsewhere)
        os.symlink(elsewhere, self.cache)
        self.hold("schedule")
        self.assertTrue(self.kept())


class WhoElseMayWrite(IndexTest):
    """What is kept is planted with another answer: it must not be given, nor be written where it is planted."""

    def plant(self):
        """Keeps an event with another name under the stamps of this one, as nobody but who can write the file could."""
        time.sleep(0.05)
        self.ask("schedule")
        self.planted = self.kept()[0]
        with open(self.planted, "rb") as file:
            return file.read()

    def is_read(self):
        """Whether the command goes by what is kept: it then opens no activity."""
        trace = os.path.join(self.folder.name, "trace")
        done = subprocess.run(["strace", "-f", "-o", trace, "-e", "trace=openat,openat2", program(), "schedule"], cwd=self.event, stdin=subprocess.DEVNULL,
                              env=environment(XDG_CACHE_HOME=self.cache, ASAN_OPTIONS="detect_leaks=0"), capture_output=True)
        if done.returncode != 0:
            self.skipTest("strace does not work here")
        with open(trace, encoding="utf-8") as file:
            return not any("activities/" in line and ".yaml" in line for line in file)

    def test_makes_it_nothing_to_believe(self):
        bytes_kept = self.plant()
        self.assertTrue(self.is_read())
        folder = os.path.dirname(self.planted)

        def restore():
            os.chmod(folder, 0o700)
            if os.geteuid() == 0:
                os.chown(folder, 0, 0)
            for name in os.listdir(folder):
                os.remove(os.path.join(folder, name))
            with open(self.planted, "wb") as file:
                file.write(bytes_kept)
            os.chmod(self.planted, 0o600)

        restore()
        self.assertTrue(self.is_read())
        spoilings = [lambda: os.chmod(self.planted, 0o602), lambda: os.chmod(self.planted, 0o620), lambda: os.chmod(folder, 0o702),
                     lambda: os.chmod(folder, 0o770), self.make_a_link]
        if os.geteuid() == 0:
            spoilings += [lambda: os.chown(self.planted, 1, 1), lambda: os.chown(folder, 1, 1)]
        for number, spoil in enumerate(spoilings):
            restore()
            spoil()
            self.assertFalse(self.is_read(), number)
        restore()
        os.chmod(folder, 0o777)
        self.ask("schedule")
        self.assertEqual(os.listdir(folder), [os.path.basename(self.planted)])

    def make_a_link(self):
        os.rename(self.planted, self.planted + ".real")
        os.symlink(self.planted + ".real", self.planted)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
