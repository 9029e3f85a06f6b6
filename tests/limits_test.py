"""The machine's limits: where it gives no more files, memory or threads, or fails to read the event's own directory, a command is refused
with the reason, and never calls that a bug of the program. Each run takes a slice, and another one at random; `--all` takes all."""
import itertools
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest

from running import SOURCE, environment, is_sanitized, program

COMMANDS = (("schedule", "--day", "fri"), ("check",), ("event", "list"), ("area", "list"), ("find", "maya"), ("event", "show"),
            ("activity", "edit", "doors", "--location", "Gate"), ("sheet", "call", "--day", "fri", "--each", "crew", "-o", "../out"),
            ("export", "ics", "-o", "../out.ics"), ("event", "new", "../fresh", "--like", ".", "--start", "2027-06-10", "--timezone", "Europe/Berlin", "--dry-run"))
# The loader had too little to start the program at all; below so many megabytes it may even crash.
NEVER_STARTED, LEAST = 127, 20
REASONS = {"EMFILE": "too many open files", "EIO": "input/output error", "ENOMEM": "out of memory", "EACCES": "permission denied",
           "ESTALE": "it was moved or removed on the file server"}


SLICES = 4


def slice_of(things):
    """Every fourth of them, and as many others at random."""
    turn = random.randrange(SLICES)
    print(f"\n  slices 0 and {turn} of {SLICES}", file=sys.stderr)
    return [thing for number, thing in enumerate(things) if "--all" in sys.argv or number % SLICES in (0, turn)]


class Limits(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.event = os.path.join(scratch.name, "show")
        shutil.copytree(os.path.join(SOURCE, "examples", "summer-sound"), self.event)

    def run_limited(self, words, limit, value):
        return subprocess.run([program(), "--now", "2026-03-27T12:00", *words], cwd=self.event, env=environment(), capture_output=True, timeout=120, check=False,
                              preexec_fn=lambda: resource.setrlimit(limit, (value, value)))

    def assert_refused_or_done(self, done, what):
        self.assertIn(done.returncode, (0, 1, NEVER_STARTED), f"{what}: {done.stderr[-300:]!r}")
        self.assertNotIn(b"bug in backops", done.stderr, what)
        if done.returncode == 1:
            self.assertTrue(done.stdout + done.stderr, what)


class Files(Limits):
    def test_that_are_none_left_to_open_are_the_reason(self):
        for words, count in slice_of(itertools.product(COMMANDS, range(3, 14))):
            self.assert_refused_or_done(self.run_limited(words, resource.RLIMIT_NOFILE, count), (words, count))
        done = self.run_limited(("schedule",), resource.RLIMIT_NOFILE, 3)
        if done.returncode != 127:
            self.assertIn(b"too many open files", done.stderr)


@unittest.skipIf(is_sanitized(), "the sanitizers take all the memory that there is")
class Memory(Limits):
    def test_that_is_scarce_is_the_reason(self):
        """Never that something is wrong with the event's files. At random sizes too: what lacks memory differs with each page."""
        sizes = [megabytes << 10 for megabytes in range(LEAST, LEAST + 20, 2)]
        sizes += [random.randrange(LEAST << 10, (LEAST + 20) << 10) for _ in range(10)]
        for words, kilobytes in slice_of(itertools.product(COMMANDS, sizes)):
            done = self.run_limited(words, resource.RLIMIT_AS, kilobytes << 10)
            if b"libgcc_s.so.1 must be installed" in done.stderr:
                continue  # the C library's own end, when a thread has no memory to end with
            self.assert_refused_or_done(done, (words, kilobytes))
            if done.returncode == 1:
                self.assertRegex(done.stderr, rb"(?s)^error: (out of memory\n$|calendar files need libical, which cannot be loaded: .*|.*[cC]annot allocate memory)",
                                 (words, kilobytes))

    def test_that_is_none_left_is_the_reason(self):
        with open(os.path.join(self.event, "large.csv"), "wb") as file:
            file.write(b"name,start\n" + b"Work,2026-06-12T10:00\n" * (2 << 20))
        done = self.run_limited(("import", "csv", "large.csv"), resource.RLIMIT_AS, 60 << 20)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (1, b"", b"error: out of memory\n"))


class TheRoot(Limits):
    def inject(self, words, *options):
        return subprocess.run(["strace", "-f", "-qq", "-o", os.devnull, *options, program(), "--no-index", *words], cwd=self.event, stdin=subprocess.DEVNULL,
                              env=environment(ASAN_OPTIONS="detect_leaks=0"), capture_output=True, check=False)

    def calls(self, call):
        """Which of the calls of this name concern the event's root or what is looked for on the way up, by number."""
        trace = os.path.join(os.path.dirname(self.event), "trace")
        done = subprocess.run(["strace", "-f", "-o", trace, "-e", f"trace={call}", program(), "--no-index", "schedule", "--day", "fri"], cwd=self.event,
                              env=environment(ASAN_OPTIONS="detect_leaks=0"), stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if done.returncode != 0:
            self.skipTest("strace does not work here")
        with open(trace, encoding="utf-8") as file:
            lines = [line for line in file if call + "(" in line]
        return [number for number, line in enumerate(lines, 1) if f'"{self.event}"' in line or f'"{self.event}/event.yaml"' in line]

    def test_that_cannot_be_opened_is_refused_with_the_reason(self):
        for call in ("openat", "newfstatat"):
            numbers = self.calls(call)
            self.assertTrue(numbers, call)
            for number in numbers:
                for error, reason in REASONS.items():
                    done = self.inject(("schedule", "--day", "fri"), "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={number}")
                    self.assertEqual(done.returncode, 1, (call, number, error, done.stderr))
                    self.assertRegex(done.stderr.decode(), rf"^error: cannot read `(\.|[^`]*show(/event\.yaml)?)`: {re.escape(reason)}\n$")

    def test_that_is_sought_above_is_not_passed_over_when_it_cannot_be_looked_at(self):
        """Else the command would answer for an event further up."""
        outer = os.path.dirname(self.event)
        shutil.copy(os.path.join(self.event, "event.yaml"), outer)
        done = self.inject(("event", "show"), "-e", "trace=newfstatat", "-P", os.path.join(self.event, "event.yaml"), "-e",
                           "inject=newfstatat:error=EIO:when=1")
        if b"ptrace" in done.stderr:
            self.skipTest("strace does not work here")
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertIn(b"input/output error", done.stderr)

    def test_that_no_call_of_the_system_fails_as_a_bug(self):
        commands = (("schedule", "--day", "fri"), ("event", "list"), ("activity", "edit", "doors", "--location", "Gate", "--dry-run"))
        calls = [(call, number) for call, most in (("openat", 40), ("newfstatat", 20), ("openat2", 4), ("getdents64", 6), ("flock", 3), ("read", 12), ("fstat", 4), ("clone3", 3))
                 for number in range(1, most)]
        for words, (call, number) in slice_of(itertools.product(commands, calls)):
            done = self.inject(words, "-e", f"trace={call}", "-e", f"inject={call}:error=EMFILE:when={number}")
            if b"ptrace" in done.stderr or b"invalid system call" in done.stderr:
                continue
            self.assertIn(done.returncode, (0, 1, 2, 127), (words, call, number, done.stderr))
            self.assertNotIn(b"bug in backops", done.stderr, (words, call, number))


class Unreadable(Limits):
    @unittest.skipIf(os.geteuid() != 0, "another user is needed")
    def test_directories_are_the_reason(self):
        def become_another():
            os.setgid(65534)
            os.setuid(65534)

        os.chmod(os.path.dirname(self.event), 0o755)
        os.chmod(self.event, 0o000)
        for words in (("schedule",), ("event", "show"), ("check",), ("event", "list"), ("event", "new", self.event + "/x", "--like", self.event, "--dry-run")):
            done = subprocess.run([program(), "-C", self.event, *words], cwd="/", env=environment(), capture_output=True, preexec_fn=become_another, check=False)
            self.assertEqual(done.returncode, 1, (words, done.stderr))
            self.assertRegex(done.stderr.decode(), r"^error: cannot (read|list) `[^`]*`: permission denied\n$", words)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
