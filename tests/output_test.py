"""Files that reports are written to, by -o and --each: whole or not at all, never through a symbolic link, with the permissions that they
had, however many commands write them at once and wherever one is killed or fails."""
import glob
import json
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from running import SOURCE, backops, environment, program

BEFORE = "old"
# Commands that write one file, and commands that write many into a folder, with one of the names that they write there.
ONE = (("schedule", "--day", "fri", "plan.txt"), ("schedule", "--day", "fri", "plan.json"), ("sheet", "call", "--day", "fri", "call.html"),
       ("sheet", "day", "--day", "fri", "day.md"), ("export", "ics", "all.ics"), ("export", "csv", "all.csv"))
MANY = (("sheet", "call", "--day", "fri", "--each", "crew", "--format", "html", "maya-lindt.html"), ("export", "ics", "--each", "area", "main-stage.ics"),
        ("sheet", "call", "--day", "fri", "--each", "collab", "--format", "html", "index.html"), ("export", "ics", "--each", "crew", "index.html"))


def write(path, text=BEFORE, mode=0o644):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, mode)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def permissions(path):
    return stat.S_IMODE(os.lstat(path).st_mode)


class OutputTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.event = os.path.join(scratch.name, "show")
        shutil.copytree(os.path.join(SOURCE, "examples", "summer-sound"), self.event)
        self.out = os.path.join(scratch.name, "out")
        os.mkdir(self.out)
        self.victim = os.path.join(scratch.name, "victim")
        write(self.victim, "precious")

    def path(self, *parts):
        return os.path.join(self.out, *parts)

    def empty(self):
        shutil.rmtree(self.out)
        os.mkdir(self.out)

    def run_with(self, words, output, **more):
        return backops(*words[:-1], "-o", output, cwd=self.event, **more)

    def file_for(self, words):
        """What -o is for the command, and the file that it writes there."""
        return (self.path(words[-1]) if words in ONE else self.out), self.path(words[-1])

    def assert_no_leftovers(self):
        self.assertEqual([name for name in os.listdir(self.out) if name.startswith(".") or name.endswith("~")], [])


class Links(OutputTest):
    def test_at_the_file_are_replaced_and_never_written_through(self):
        for words in ONE + MANY:
            for target in (self.victim, "../victim", "nowhere", "/dev/null"):
                self.empty()
                output, file = self.file_for(words)
                os.symlink(target, file)
                done = self.run_with(words, output)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertFalse(os.path.islink(file), words)
                self.assertGreater(os.path.getsize(file), 20, words)
                self.assertFalse(os.path.exists(self.path("nowhere")))
                self.assertEqual(read(self.victim), "precious", words)

    def test_at_every_name_that_is_opened_beside_it_are_never_written_through(self):
        """Names are learned from strace in one run, and laid as links before the next."""
        for words in (ONE[0], MANY[0]):
            output, file = self.file_for(words)
            trace = self.victim + ".trace"
            command = [program(), *words[:-1], "-o", output]
            done = subprocess.run(["strace", "-f", "-o", trace, "-e", "trace=open,openat,openat2,creat", *command], cwd=self.event, stdin=subprocess.DEVNULL,
                                  env=environment(ASAN_OPTIONS="detect_leaks=0"), capture_output=True)
            if done.returncode != 0:
                self.skipTest("strace does not work here")
            made = [line.split('"')[1] for line in read(trace).splitlines() if "O_CREAT" in line and "backops/" not in line and "-1 E" not in line]
            self.assertTrue(made)
            with self.subTest(words=words):
                self.assertNotIn("O_TRUNC", "".join(line for line in read(trace).splitlines() if "O_CREAT" in line))
            self.empty()
            names = {os.path.basename(path) for path in made} | {os.path.basename(file) + end for end in (".new~", "~", ".new", ".tmp")}
            for name in names:
                os.symlink(self.victim, self.path(name))
            self.assertEqual(self.run_with(words, output).returncode, 0)
            self.assertEqual(read(self.victim), "precious")
            self.assertFalse(os.path.islink(file))
            for name in names - {os.path.basename(file)}:
                if os.path.lexists(self.path(name)):
                    self.assertTrue(os.path.islink(self.path(name)), name)

    def test_to_folders_on_the_way_are_followed_since_the_user_named_them(self):
        os.symlink("out", os.path.join(os.path.dirname(self.out), "link"))
        for words in ONE[:1] + MANY[:1]:
            output, file = self.file_for(words)
            self.assertEqual(self.run_with(words, output.replace("/out", "/link", 1)).returncode, 0)
            self.assertTrue(os.path.isfile(file))

    def test_to_folders_in_the_place_of_the_file_are_refused(self):
        os.mkdir(self.path("folder"))
        for words in ONE[:1] + MANY:
            output, file = self.file_for(words)
            os.symlink("folder", file)
            done = self.run_with(words, output)
            self.assertEqual((done.returncode, done.stderr.decode()), (1, f"error: cannot write `{file}`: it is a directory\n"))
            self.assertEqual(os.listdir(self.path("folder")), [])
            self.assert_no_leftovers()
            os.remove(file)


class Permissions(OutputTest):
    def test_of_a_file_that_is_there_stay(self):
        for words in ONE + MANY:
            for mode in (0o600, 0o640, 0o400, 0o664):
                output, file = self.file_for(words)
                write(file, mode=mode)
                self.assertEqual(self.run_with(words, output).returncode, 0)
                self.assertNotEqual(read(file), BEFORE)
                self.assertEqual(permissions(file), mode, words)
                os.remove(file)

    def test_of_a_new_file_are_those_of_the_umask(self):
        for mask in (0o022, 0o077, 0o002):
            for words in ONE[:1] + MANY[:1]:
                output, file = self.file_for(words)
                subprocess.run(["sh", "-c", f'umask {mask:o}; exec "$@"', "sh", program(), *words[:-1], "-o", output], cwd=self.event, env=environment(),
                               check=True, capture_output=True)
                self.assertEqual(permissions(file), 0o666 & ~mask, words)
                os.remove(file)


class AtOnce(OutputTest):
    def test_two_commands_never_tear_a_file(self):
        """One writes much and the other little, again and again; whoever looks finds one of the two, whole."""
        file = self.path("plan.json")
        answers = set()
        for words in (("schedule",), ("schedule", "--day", "fri", "--area", "main-stage")):
            self.assertEqual(self.run_with((*words, ""), file).returncode, 0)
            answers.add(read(file))
        self.assertEqual(len(answers), 2)
        ends, torn = threading.Event(), []

        def look():
            while not ends.is_set():
                text = read(file)
                if text not in answers:
                    torn.append(text[-100:])

        def keep_writing(*words):
            for _ in range(15):
                self.assertEqual(self.run_with((*words, ""), file).returncode, 0)

        threads = [threading.Thread(target=keep_writing, args=words) for words in (("schedule",), ("schedule", "--day", "fri", "--area", "main-stage"))]
        looker = threading.Thread(target=look)
        for thread in [looker, *threads]:
            thread.start()
        for thread in threads:
            thread.join()
        ends.set()
        looker.join()
        self.assertEqual(torn, [])
        self.assertIn(read(file), answers)
        self.assert_no_leftovers()


class Stopped(OutputTest):
    def run_traced(self, words, output, *options):
        return subprocess.run(["strace", "-f", "-qq", "-o", os.devnull, *options, program(), *words[:-1], "-o", output], cwd=self.event, capture_output=True,
                              env=environment(ASAN_OPTIONS="detect_leaks=0"), stdin=subprocess.DEVNULL, check=False)

    def test_by_a_kill_leave_the_old_file_and_nothing_that_could_be_taken_for_a_report(self):
        for words in ONE[:1] + MANY[:1]:
            self.empty()
            output, file = self.file_for(words)
            self.assertEqual(self.run_with(words, output).returncode, 0)
            whole = {name: read(self.path(name)) for name in os.listdir(self.out)}
            self.empty()
            write(file)
            for call in ("renameat", "fsync", "syncfs", "fchmod"):
                done = self.run_traced(words, output, "-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when=1")
                if done.returncode == 1 and b"ptrace" in done.stderr:
                    self.skipTest("strace does not work here")
                self.assertIn(done.returncode, (0, -signal.SIGKILL), call)
                self.assertIn(read(file), (BEFORE, whole[os.path.basename(file)]), call)
                for name in os.listdir(self.out):
                    self.assertTrue(name.startswith(".backops-out-") or name == os.path.basename(file) or read(self.path(name)) == whole[name], name)
            self.assertTrue(glob.glob(self.path(".backops-out-*")))

    def test_by_any_failure_leave_the_old_file_alone_and_say_why(self):
        for words in ONE[:1] + MANY[:1]:
            output, file = self.file_for(words)
            for call, error, reason in (("renameat", "EACCES", "permission denied"), ("fsync" if words in ONE else "syncfs", "EIO", "input/output error"),
                                        ("fchmod", "EPERM", "permission denied")):
                write(file, mode=0o640)
                done = self.run_traced(words, output, "-e", f"trace={call}", "-e", f"inject={call}:error={error}")
                if b"ptrace" in done.stderr:
                    self.skipTest("strace does not work here")
                self.assertEqual(done.returncode, 1, (words, call, done.stderr))
                self.assertIn(f": {reason}\n", done.stderr.decode())
                self.assertIn(f"error: cannot write `{self.out}/", done.stderr.decode())
                self.assertEqual(read(file), BEFORE)
                self.assert_no_leftovers()

    def test_by_a_file_that_may_not_grow_leave_the_old_file_alone(self):
        for words in (("schedule", "plan.txt"), MANY[0]):
            self.empty()
            output, file = self.file_for(words) if words in MANY else (self.path("plan.txt"),) * 2
            write(file)

            def limit():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

            done = subprocess.run([program(), "--no-index", *words[:-1], "-o", output], cwd=self.event, env=environment(), capture_output=True, preexec_fn=limit,
                                  check=False)
            self.assertEqual(done.returncode, 1)
            self.assertRegex(done.stderr.decode(), r"^error: cannot write `[^`]*/out/[^`]*`: file too large|larger than")
            self.assertEqual(read(file), BEFORE)
            self.assertEqual(os.listdir(self.out), [os.path.basename(file)])

    def test_what_is_written_is_synced_before_it_has_its_name(self):
        for words, call in ((ONE[0], "fsync"), (MANY[0], "syncfs")):
            output, _ = self.file_for(words)
            trace = self.victim + ".trace"
            done = subprocess.run(["strace", "-f", "-o", trace, "-e", "trace=fsync,syncfs,renameat", program(), "--no-index", *words[:-1], "-o", output],
                                  cwd=self.event, env=environment(ASAN_OPTIONS="detect_leaks=0"), stdin=subprocess.DEVNULL, capture_output=True)
            if done.returncode != 0:
                self.skipTest("strace does not work here")
            calls = [line.split(None, 1)[1].split("(")[0] for line in read(trace).splitlines() if "(" in line]
            self.assertEqual(calls[:2], [call, "renameat"])


class Channels(OutputTest):
    """What can only be written as it is keeps working."""

    def wanted(self):
        done = backops("schedule", "--day", "fri", cwd=self.event)
        self.assertGreater(len(done.stdout), 100)
        return done.stdout

    def shell(self, script):
        done = subprocess.run(["bash", "-c", f'b() {{ "{program()}" --now 2026-03-27T12:00 "$@"; }}; {script}'], cwd=self.event, capture_output=True,
                              env=environment(OUT=self.out), timeout=60, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_are_standard_output_by_its_names(self):
        for name in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "-"):
            self.assertEqual(self.shell(f"b schedule --day fri -o {name}"), self.wanted(), name)
            self.assertEqual(self.shell(f"b schedule --day fri -o {name} >$OUT/file; cat $OUT/file"), self.wanted(), name)
            self.assertEqual(self.shell(f"echo before >$OUT/file; b schedule --day fri -o {name} >>$OUT/file; cat $OUT/file"), b"before\n" + self.wanted())

    def test_are_a_process_substitution_and_a_pipe(self):
        self.assertEqual(self.shell("b schedule --day fri -o >(cat >$OUT/file); wait $!; cat $OUT/file"), self.wanted())
        self.assertEqual(self.shell("mkfifo $OUT/pipe; b schedule --day fri -o $OUT/pipe & cat $OUT/pipe"), self.wanted())
        self.assertTrue(stat.S_ISFIFO(os.lstat(self.path("pipe")).st_mode))

    def test_are_devices(self):
        self.assertEqual(self.shell("b schedule --day fri -o /dev/null"), b"")
        self.assertTrue(stat.S_ISCHR(os.lstat("/dev/null").st_mode))
        done = backops("schedule", "--day", "fri", "-o", "/dev/full", cwd=self.event)
        self.assertEqual((done.returncode, done.stderr), (1, b"error: cannot write `/dev/full`: no space left on the device\n"))

    def test_are_none_among_many_files(self):
        """A pipe that waits for a reader would hold the command for ever."""
        os.mkfifo(self.path("maya-lindt.html"))
        done = self.run_with(MANY[0], self.out)
        self.assertEqual((done.returncode, done.stderr.decode()), (1, f"error: cannot write `{self.path('maya-lindt.html')}`: it is not a regular file\n"))
        self.assertEqual(os.listdir(self.out), ["maya-lindt.html"])


class Unchanged(OutputTest):
    def test_files_of_many_are_not_touched(self):
        self.run_with(MANY[0], self.out)
        before = {name: (os.stat(self.path(name)).st_ino, os.stat(self.path(name)).st_mtime_ns) for name in os.listdir(self.out)}
        time.sleep(0.02)
        self.assertIn(b"wrote 0 files", self.run_with(MANY[0], self.out).stderr)
        write(self.path("maya-lindt.html"))
        folder = os.stat(self.out).st_mtime_ns
        self.assertIn(b"wrote 1 file ", self.run_with(MANY[0], self.out).stderr)
        after = {name: (os.stat(self.path(name)).st_ino, os.stat(self.path(name)).st_mtime_ns) for name in os.listdir(self.out)}
        self.assertEqual({name for name in after if after[name] != before.get(name)}, {"maya-lindt.html"})
        self.assertNotEqual(os.stat(self.out).st_mtime_ns, folder)
        folder = os.stat(self.out).st_mtime_ns
        self.run_with(MANY[0], self.out)
        self.assertEqual(os.stat(self.out).st_mtime_ns, folder)

    def test_json_is_whole(self):
        self.run_with(ONE[1], self.path("plan.json"))
        self.assertEqual(json.loads(read(self.path("plan.json")))["schema"], "backops/schedule/1")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
