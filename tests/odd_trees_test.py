"""Folders where files should be, files where folders should be, and ten thousand of anything: each is answered with a message that has a
place, in little time and memory, and changes nothing."""
import os
import shutil
import subprocess
import sys
import unittest

from running import environment, is_sanitized, measured, program
from trial_event import EventTest, write_text

MANY = 10_000
SLOW = 8 if is_sanitized() else 1
SECONDS, MEGABYTES = 5 * SLOW, 200 * SLOW
READERS = (("schedule",), ("check",), ("activity", "list"), ("area", "list", "--format", "json"), ("find", "work"))
WRITERS = (("area", "rename", "stage-a", "--id", "stage-b"), ("activity", "add", "More", "--start", "2026-06-12T10:00"))


def every_path(event):
    return sorted(os.path.join(place, name) for place, folders, names in os.walk(event) for name in folders + names)


def strace_output(event, *options):
    """What `check` says, and the command, when strace looks on."""
    done = subprocess.run(["strace", "-f", "-qq", "-o", os.devnull, "-e", "trace=openat2", *options, program(), "--no-index", "check"], cwd=event,
                          env=environment(ASAN_OPTIONS="detect_leaks=0"), stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return f"check: {done.returncode}\n{done.stdout}{done.stderr}" if done.stdout else done.stderr


class AnOddTree(EventTest):
    def setUp(self):
        super().setUp()
        self.fill(3)

    def path(self, *parts):
        return os.path.join(self.event, *parts)

    def many(self, folder, name):
        os.makedirs(self.path(folder), exist_ok=True)
        for number in range(MANY):
            write_text(self.path(folder, name.format(number)), "name: Work\n")

    def run_within_bounds(self, *words):
        status, out, error, seconds, megabytes = measured(*words, cwd=self.event, most_seconds=60 * SLOW)
        self.assertIn(status, (0, 1), f"{words}: {error[-500:]!r}")
        self.assertLess(seconds, SECONDS, words)
        self.assertLess(megabytes, MEGABYTES, words)
        return status, out + error

    def assert_answered(self, place, refused=READERS + WRITERS):
        """Every command ends within bounds; those that are refused name the place, and nothing is changed."""
        before = every_path(self.event)
        for words in refused:
            status, said = self.run_within_bounds(*words)
            self.assertEqual(status, 1, f"{words}: {said[-500:]!r}")
            self.assertIn(place.encode(), said, words)
        self.assertEqual(every_path(self.event), before)

    def test_in_which_the_event_is_a_folder_is_refused(self):
        os.rename(self.path("event.yaml"), self.path("old"))
        os.mkdir(self.path("event.yaml"))
        self.assert_answered("event.yaml")

    def test_in_which_a_record_is_a_folder_of_ten_thousand_files_is_read_around_it(self):
        self.many("activities/work-0009.yaml", "{}.yaml")
        self.assert_answered("activities/work-0009.yaml", (("check",), ("schedule",)))

    def test_is_read_alike_where_the_system_opens_no_path_at_once(self):
        """Links are followed by neither way of opening files, in the place of a record and of a folder."""
        os.mkdir(self.path("people"))
        os.symlink("people", self.path("crew"))
        os.symlink("work-0001.yaml", self.path("activities", "linked.yaml"))
        answers = [strace_output(self.event)]
        if "check" not in answers[0]:
            self.skipTest("strace does not work here")
        answers += [strace_output(self.event, "-e", f"inject=openat2:error={error}") for error in ("ENOSYS", "EPERM")]
        self.assertIn("activities/linked.yaml: error: this is a symbolic link", answers[0])
        self.assertIn("crew: error: this is a symbolic link", answers[0])
        self.assertEqual(answers[1:], answers[:1] * 2)

    def test_in_which_a_folder_is_a_file_is_refused(self):
        shutil.rmtree(self.path("activities"))
        write_text(self.path("activities"), "name: Work\n")
        self.assert_answered("activities", READERS[:3] + WRITERS[1:])

    def test_with_ten_thousand_files_that_are_none_of_ours_is_read_as_if_they_were_not_there(self):
        self.many("activities", "note-{}.txt")
        self.many("", "note-{}.txt")
        for words in READERS + WRITERS:
            status, said = self.run_within_bounds(*words)
            self.assertEqual((status, b"note-" in said), (0, False), words)

    def test_with_ten_thousand_misnamed_records_says_so_of_each_and_edits_the_others(self):
        self.many("activities", "work-{}.yml")
        status, said = self.run_within_bounds("check")
        self.assertEqual(status, 1)
        self.assertIn(b"activities/work-0.yml", said)
        self.assert_answered("activities/work-0.yml", (("check", "--format", "json"), ("schedule",)))

    def test_with_ten_thousand_broken_records_is_answered(self):
        os.makedirs(self.path("activities"), exist_ok=True)
        for number in range(MANY):
            write_text(self.path("activities", f"bad-{number}.yaml"), "name: [\n")
        self.assert_answered("activities/bad-0.yaml", (("check",), ("schedule",)))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
