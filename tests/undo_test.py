"""What happens to a change that was interrupted when something else happens before the next command: an undo in all its forms, another user,
a copy elsewhere, a signal instead of a kill. The event is the old one or the new one, never mixed, or nothing of it is written."""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import crash_test
from crash_test import RENAME, Trial, can_inject, kill_at, state_of, steps_of, traced
from running import SKIP, backops, checked, environment, program
from trial_event import EventTest, own_leftovers, read_bytes, record_files, words_of, write_text

GIT = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example", "GIT_COMMITTER_NAME": "A",
       "GIT_COMMITTER_EMAIL": "a@example"}
ACTIVITIES = 12


def git(trial, *words):
    return checked("git", *words, cwd=trial.event(), **GIT)


def reset(trial):
    git(trial, "reset", "-q", "--hard")


def stash(trial):
    git(trial, "stash", "-q", "--include-untracked")


def checkout(trial):
    """Another branch, on which two of the files are others."""
    git(trial, "checkout", "-q", "-f", "other")


def backup(trial):
    """The records of a backup over those that are there."""
    for path in trial.files():
        if not crash_test.is_own(path) and ".git" not in path.split(os.sep):
            os.remove(os.path.join(trial.folder, path))
    shutil.copytree(os.path.join(os.path.dirname(trial.folder), "origin"), trial.folder, dirs_exist_ok=True)


def half_synced(trial):
    """Every third new text has not arrived yet."""
    folder = os.path.join(trial.event(), ".backops-commit")
    for name in sorted(os.listdir(folder))[::3] if os.path.isdir(folder) else ():
        if name != "manifest":
            os.remove(os.path.join(folder, name))


UNDOS = (reset, stash, checkout, backup, half_synced)


class Interrupted(EventTest):
    def setUp(self):
        super().setUp()
        self.fill(ACTIVITIES)
        origin = os.path.join(self.folder.name, "origin")
        os.mkdir(origin)
        shutil.move(self.event, origin)
        self.origin = Trial(origin)
        for words in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-qm", "one"), ("checkout", "-q", "-b", "other")):
            git(self.origin, *words)
        for number in (3, 7):
            with open(os.path.join(self.origin.event(), "activities", f"work-{number:04}.yaml"), "a", encoding="utf-8") as file:
                file.write("# of another branch\n")
        for words in (("commit", "-qam", "two"), ("checkout", "-q", "main")):
            git(self.origin, *words)
        with self.origin.copy() as trial:
            self.steps = [step for step in steps_of(traced(RENAME, trial.event())[1]) if "rename" in step.call or step.call == "fsync"]
            self.new = self.texts(trial)

    @staticmethod
    def texts(trial):
        return {path: text for path, text in trial.texts().items() if ".git" not in path.split(os.sep)}

    def stopped(self, step):
        trial = self.origin.copy()
        self.addCleanup(shutil.rmtree, trial.folder)
        done, _ = traced(RENAME, trial.event(), kill_at(step))
        self.assertEqual(done.returncode, -signal.SIGKILL, step.line)
        return trial

    def test_an_undo_after_a_kill_at_every_step_leaves_what_it_left_or_the_whole_change(self):
        for step in self.steps:
            for undo in UNDOS:
                with self.subTest(step=step.line, undo=undo.__name__):
                    trial = self.stopped(step)
                    undo(trial)
                    before = self.texts(trial)
                    for words in (("schedule",), ("area", "add", "Next", "--no-check")):
                        done = backops(*words, cwd=trial.event(), **state_of(trial.event()))
                        # What was half made when its new texts were lost is as it was; the report says what is wrong with it.
                        if undo is not half_synced:
                            self.assertEqual(done.returncode, 0, words_of(done))
                        after = {path: text for path, text in self.texts(trial).items() if not path.endswith("areas/next.yaml")}
                        self.assertIn(after, (before, self.new), f"{words_of(done)}{sorted(set(after.items()) ^ set(before.items()))[:4]}")
                        before = after

    def recorded(self):
        return next(number for number, step in enumerate(self.steps) if "rename" in step.call and ".backops-commit\"" in step.line)

    def in_the_middle(self):
        at = self.recorded()
        return self.stopped(self.steps[(at + len(self.steps)) // 2])

    def everything(self, trial):
        return {path: read_bytes(os.path.join(trial.folder, path)) for path in trial.files() if ".git" not in path.split(os.sep)}

    def test_a_record_that_was_made_elsewhere_is_used_by_nobody(self):
        trial = self.in_the_middle()
        before = self.everything(trial)
        with tempfile.TemporaryDirectory() as state:
            for words in (("schedule",), ("check",), ("find", "Work"), ("event", "list"), ("area", "list"), ("sheet", "call", "--day", "2026-06-12")):
                done = backops(*words, cwd=trial.event(), XDG_STATE_HOME=state)
                self.assertIn(b"that you did not make here: nothing of it is used", done.stderr)
                self.assertEqual(self.everything(trial), before, words)
            done = backops("area", "add", "Next", cwd=trial.event(), XDG_STATE_HOME=state)
            self.assertEqual(done.returncode, 1)
            for said in (b"that you did not make here", b"have the new text: ", b"the old text: ", b"nothing was changed",
                         b"hint: to keep the files as they are: mv"):
                self.assertIn(said, done.stderr)
            self.assertEqual(self.everything(trial), before)
            done = backops("area", "list", cwd=trial.event(), XDG_STATE_HOME=state, BACKOPS_TRUST=f"/elsewhere:{trial.event()}")
            self.assertIn(b"finished an interrupted change", done.stderr)
            self.assertEqual(self.texts(trial), self.new)

    def test_the_ways_on_that_are_named_work(self):
        trial = self.in_the_middle()
        with tempfile.TemporaryDirectory() as state:
            os.rename(os.path.join(trial.event(), ".backops-commit"), os.path.join(trial.event(), "interrupted-change"))
            before = self.texts(trial)
            self.assertEqual(backops("area", "add", "Next", "--no-check", cwd=trial.event(), XDG_STATE_HOME=state).returncode, 0)
            self.assertEqual({path: text for path, text in self.texts(trial).items() if not path.endswith("next.yaml")}, before)

    def test_a_planted_record_writes_nothing(self):
        trial = self.in_the_middle()
        planted = os.path.join(trial.event(), ".backops-commit")
        manifest = read_bytes(os.path.join(planted, "manifest"))
        with self.origin.copy() as clone, tempfile.TemporaryDirectory() as config:
            shutil.copytree(planted, os.path.join(clone.event(), ".backops-commit"))
            # Nothing in an event can say that it is to be trusted.
            for name in ("config.yaml", ".backops.yaml", "backops/config.yaml"):
                path = os.path.join(clone.event(), name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(f"trust: [{clone.event()}]\n")
            before = self.everything(clone)
            with tempfile.TemporaryDirectory() as state:
                done = backops("check", cwd=clone.event(), XDG_STATE_HOME=state, XDG_CONFIG_HOME=config)
                self.assertIn(b"nothing of it is used", done.stderr)
                self.assertEqual(self.everything(clone), before)
        self.assertIn(b"change ", manifest)

    def test_nothing_that_came_with_the_files_says_that_a_record_is_the_users(self):
        """A home or settings folder that lies in the event, or in its repository, is a stranger's."""
        trial = self.in_the_middle()
        number = re.search(rb"change (\w+)", read_bytes(os.path.join(trial.event(), ".backops-commit", "manifest")))[1].decode()
        for home in (trial.event(), trial.folder):
            checked("git", "init", "-q", cwd=home, **GIT)
            for folder in (".local/state/backops/changes", ".config/backops"):
                os.makedirs(os.path.join(home, folder), mode=0o700, exist_ok=True)
            write_text(os.path.join(home, ".local/state/backops/changes", number), "")
            write_text(os.path.join(home, ".config/backops/config.yaml"), f"trust: [{trial.event()}]\n")
            before = self.everything(trial)
            for settings in ({}, {"XDG_STATE_HOME": f"{home}/.local/state", "XDG_CONFIG_HOME": f"{home}/.config"}):
                with self.subTest(home=home, settings=settings):
                    done = backops("schedule", cwd=trial.event(), **{"XDG_STATE_HOME": "", "HOME": home, **settings})
                    self.assertIn(b"nothing of it is used", done.stderr)
                    self.assertEqual(self.everything(trial), before)
            shutil.rmtree(os.path.join(trial.event(), ".git"), ignore_errors=True)

    def test_a_signal_in_the_middle_waits_until_the_change_is_made(self):
        for step in self.steps[self.recorded():]:
            for name in ("INT", "TERM", "HUP"):
                with self.subTest(step=step.line, signal=name), self.origin.copy() as trial:
                    traced(RENAME, trial.event(), f"inject={step.call}:signal={name}:when={step.number}")
                    self.assertEqual(self.texts(trial), self.new)
                    self.assertEqual(trial.leftovers(), [])


class Locked(EventTest):
    def test_a_pager_that_nobody_looks_at_keeps_nobody_from_writing(self):
        self.fill(2000)
        for words in (("schedule", "--format", "json"), ("schedule",), ("activity", "list"), ("check", "--format", "json"),
                      ("schedule", "-o", "-"), ("schedule", "-o", "/dev/stdout"), ("export", "csv", "-o", "-")):
            reader = subprocess.Popen([program(), *words], cwd=self.event, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            self.addCleanup(reader.wait)
            self.addCleanup(reader.kill)
            self.addCleanup(reader.stdout.close)
            reader.stdout.read(1)
            begin = time.monotonic()
            self.succeed("activity", "edit", "work-0001", "--location", f"dock {' '.join(words)}", "--no-check")
            self.assertLess(time.monotonic() - begin, 5)

    def test_a_writer_gets_its_turn_among_readers_in_a_loop(self):
        self.fill(300)
        loop = f"while :; do '{program()}' schedule >/dev/null 2>&1; done"
        readers = [subprocess.Popen(["sh", "-c", loop], cwd=self.event, env=environment(), start_new_session=True) for _ in range(6)]
        try:
            for number in range(8):
                self.succeed("activity", "edit", "work-0001", "--location", f"dock {number}", "--no-check")
        finally:
            for reader in readers:
                os.killpg(reader.pid, signal.SIGKILL)
                reader.wait()


def can_mount():
    return shutil.which("unshare") and subprocess.run(["unshare", "-m", "mount", "--bind", "/tmp", "/tmp"], capture_output=True).returncode == 0


@unittest.skipUnless(can_mount(), "nothing can be mounted here")
class Mounted(EventTest):
    def mounted(self, path, *commands):
        """Runs the commands where the path in the event is mounted on itself."""
        script = f"mount --bind '{path}' '{path}' && " + " ; ".join(f"'{program()}' {command}" for command in commands)
        return subprocess.run(["unshare", "-m", "sh", "-c", script], cwd=self.event, env=environment(), capture_output=True, timeout=60)

    def test_a_folder_or_a_file_of_another_mount_is_refused_before_anything_is_recorded(self):
        self.fill(5)
        before = record_files(self.event)
        for path in ("activities", "activities/work-0002.yaml", "areas/stage-a.yaml", "areas"):
            with self.subTest(path=path):
                done = self.mounted(os.path.join(self.event, path), "area rename stage-a --id stage-b")
                self.assertEqual(done.returncode, 1, done.stderr)
                for said in (b"it is on another file system", b"nothing was changed", b"mount its whole directory"):
                    self.assertIn(said, done.stderr)
                self.assertEqual((record_files(self.event), own_leftovers(self.event)), (before, []))

    def test_one_file_in_a_folder_of_another_mount_is_changed(self):
        self.fill(3)
        done = self.mounted(os.path.join(self.event, "activities"), "activity edit work-0001 --location 'dock 9' --no-check", "activity rm work-0002",
                            "activity add New --start 'fri 10:00' --for 1h --no-check")
        self.assertEqual(done.returncode, 0, done.stderr)
        after = record_files(self.event)
        self.assertIn(b"dock 9", after["activities/work-0001.yaml"])
        self.assertNotIn("activities/work-0002.yaml", after)
        self.assertIn("activities/new.yaml", after)


@unittest.skipUnless(os.geteuid() == 0, "this needs two users")
class Users(EventTest):
    def as_user(self, user, *words, cwd):
        state = os.path.join(self.folder.name, f"home-{user}")
        os.makedirs(state, exist_ok=True)
        os.chown(state, user, user)
        return subprocess.run([program(), "--no-index", *words], cwd=cwd, env=environment(XDG_STATE_HOME=state, HOME=state), capture_output=True,
                              user=user, group=user, extra_groups=[], timeout=60)

    def test_an_event_above_that_belongs_to_another_user_is_not_used(self):
        inner = os.path.join(self.event, "victim")
        os.mkdir(inner)
        for path in (self.event, inner):
            os.chmod(path, 0o755)
        try:
            os.chown(inner, 4001, 4001)
            os.chown(self.event, 4002, 4002)
        except PermissionError:
            self.skipTest("files have no owners here")
        if os.stat(self.event).st_uid != 4002:
            self.skipTest("files have no owners here")
        done = self.as_user(4001, "schedule", cwd=inner)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"belongs to another user", done.stderr)
        self.assertEqual(self.as_user(4001, "schedule", cwd=self.event).returncode, 0)
        self.assertEqual(self.as_user(4001, "-C", self.event, "schedule", cwd=inner).returncode, 0)
        self.assertEqual(self.as_user(4002, "schedule", cwd=inner).returncode, 0)


if __name__ == "__main__":
    if not can_inject():
        print("skipped: strace cannot stop programs here")
        sys.exit(SKIP)
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
