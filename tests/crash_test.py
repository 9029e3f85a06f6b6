"""Stops the built command at each of its writes, renames, removals and syncs, or lets that one fail, by strace's fault injection: the event
read next is the old one or the new one, never mixed; what a failed command says became of it is true; and nothing is left over."""
import collections
import concurrent.futures
import dataclasses
import itertools
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

from running import SKIP, backops, environment, program
from trial_event import EventTest, read_bytes, words_of, write_text

ACTIVITIES = 12
FEW_STEPS = 24
STATE = ".backops-state"
# What changes a disk, by the names of several machines' system calls.
CALLS = "openat,write,fchmod,fsync,?fdatasync,syncfs,?rename,?renameat,renameat2,?unlink,unlinkat,?rmdir,?mkdir,mkdirat,?link,linkat"
# What each may fail with on a disk that is full, worn out, over its quota or somebody else's.
ERRORS = {"openat": "ENOSPC EACCES EDQUOT", "write": "ENOSPC EIO EDQUOT", "fchmod": "EIO EACCES", "fsync": "EIO ENOSPC EDQUOT",
          "syncfs": "EIO ENOSPC", "mkdir": "ENOSPC EACCES EDQUOT", "rename": "EIO ENOSPC EACCES", "unlink": "EIO EACCES", "rmdir": "EIO EACCES"}
# After each of these words the event is this one.
BECAME = {"nothing was changed": "old", "recorded, will be finished by the next command": "new", "the change was made": "new"}

EDIT = ("activity", "edit", "work-0001", "--location", "dock 9", "--no-check")
RENAME = ("area", "rename", "stage-a", "Big Stage", "--id", "stage-b")
COMMANDS = {
    "area rename --id": RENAME,
    "area rm --cascade": ("area", "rm", "stage-a", "--cascade"),
    "import csv": ("import", "csv", "../plan.csv", "--create", "--crew-of", "northlight", "--no-check"),
    "activity shift": ("activity", "shift", "--area", "stage-a", "--day", "2026-06-12", "--by", "15m", "--no-check"),
    "activity edit": EDIT,
    "activity rm": ("activity", "rm", "work-0002"),
    "event new": ("event", "new", "../other", "--like", ".", "--name", "Other", "--start", "2026-07-10", "--end", "2026-07-12"),
}


@dataclasses.dataclass(frozen=True)
class Step:
    call: str
    number: int
    line: str

    def errors(self):
        """What this call may fail with; for a kind of call that has no line of its own, by the name it begins with."""
        return next(errors for call, errors in ERRORS.items() if self.call.startswith(call)).split()


def state_of(event):
    """Where the unfinished changes of a trial's user are remembered: with each copy of it."""
    return {"XDG_STATE_HOME": os.path.join(os.path.dirname(event), STATE)}


def traced(words, cwd, inject=None):
    """The command under strace, and what strace wrote. Killing does not go with its quicker way of tracing."""
    how = ["-e", inject] if inject else []
    quick = [] if inject and "signal" in inject else ["--seccomp-bpf"]
    with tempfile.NamedTemporaryFile() as log:
        done = subprocess.run(["strace", "-f", "-qq", *quick, "-o", log.name, "-e", f"trace={CALLS}", *how, program(), "--now",
                               "2026-03-27T12:00", *words], cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
                              env=environment(ASAN_OPTIONS="detect_leaks=0", BACKOPS_INDEX="off", **state_of(cwd)))
        return done, log.read().decode("utf-8", "replace")


def changes_the_disk(call, arguments):
    if call == "openat":
        return "O_CREAT" in arguments
    return call != "write" or not re.match(r"[12],", arguments)


def steps_of(log):
    """Each step that changes the disk. strace counts the calls of each kind and thread on their own."""
    counted, steps = collections.Counter(), []
    for line in log.splitlines():
        found = re.match(r"(\d+) +(\w+)\((.*)", line)
        if not found:
            continue
        thread, call, arguments = found.groups()
        counted[thread, call] += 1
        if changes_the_disk(call, arguments):
            steps.append(Step(call, counted[thread, call], line.split(" ", 1)[1]))
    return steps


def kill_at(step):
    return f"inject={step.call}:signal=KILL:when={step.number}"


def fail_at(step, error, go_on=False):
    return f"inject={step.call}:error={error}:when={step.number}{'+' if go_on else ''}"


def is_own(path):
    return any(part.startswith(".backops") for part in path.split(os.sep))


class Trial:
    """A folder with an event in it, `show`, in one of many copies."""

    def __init__(self, folder):
        self.folder = folder

    def event(self):
        return os.path.join(self.folder, "show")

    def files(self):
        return [os.path.relpath(os.path.join(place, name), self.folder) for place, _, names in os.walk(self.folder) for name in names]

    def texts(self):
        """Every file but our own leftovers; each event's uid is another."""
        return {path: re.sub(rb"\nuid: .*", b"", read_bytes(os.path.join(self.folder, path))) for path in self.files() if not is_own(path)}

    def leftovers(self):
        return [name for place, folders, names in os.walk(self.folder) for name in folders + names
                if name.startswith(".backops") and name != STATE]

    def copy(self):
        folder = tempfile.mkdtemp(dir=os.path.dirname(self.folder))
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        return Trial(folder)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)


class Command:
    """What a command makes of an event when nothing stops it, and by which steps."""

    def __init__(self, origin, words):
        self.origin, self.words = origin, words
        self.old, self.old_rows = origin.texts(), rows(origin)
        with origin.copy() as trial:
            done, log = traced(words, trial.event())
            assert done.returncode == 0, words_of(done)
            assert not trial.leftovers(), trial.leftovers()
            self.steps = steps_of(log)
            self.new, self.new_rows = trial.texts(), rows(trial)
        assert self.old != self.new and self.steps, words
        self.seen = collections.Counter()

    def state(self, trial):
        texts = trial.texts()
        return "old" if texts == self.old else "new" if texts == self.new else "mixed"

    def wrong_after(self, trial, wanted=("old", "new")):
        """What the next reader and the next writer find wrong."""
        read = rows(trial)
        state = self.state(trial)
        if state not in wanted:
            return f"the event is {state}, not {' or '.join(wanted)}: {sorted(trial.files())}"
        if read != (self.old_rows if state == "old" else self.new_rows):
            return f"a reader of the {state} event is shown another: {read!r}"
        # The same command again where it begins events: it clears up beside them.
        again = self.words if self.words[0] == "event" else ("area", "add", "Next")
        done = backops(*again, cwd=trial.event(), **state_of(trial.event()))
        if done.returncode and (self.words[0] != "event" or state == "old"):
            return f"the next writer fails: {words_of(done)}"
        self.seen[state] += 1
        return f"left over: {trial.leftovers()}" if trial.leftovers() else None


def rows(trial):
    done = backops("schedule", "--format", "json", cwd=trial.event(), **state_of(trial.event()))
    return done.stdout if done.returncode == 0 else words_of(done)


def all_wrong(attempts):
    """Runs (name, function) pairs beside each other; what their functions complain of."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return [f"{name}: {wrong}" for name, wrong in pool.map(lambda pair: (pair[0], pair[1]()), attempts) if wrong]


class StoppedCommands(EventTest):
    def setUp(self):
        super().setUp()
        self.fill(ACTIVITIES)
        write_text(os.path.join(self.folder.name, "plan.csv"), "name,start,duration,areas,required\n" + "".join(
            f"Talk {number},2026-06-11T{number % 24:02}:00,30m,Hall {number % 3},Speaker {number}\n" for number in range(ACTIVITIES // 3)))
        # Copies lie beside it, in the folder that is cleared away.
        origin = os.path.join(self.folder.name, "origin")
        os.mkdir(origin)
        for name in ("show", "plan.csv"):
            shutil.move(os.path.join(self.folder.name, name), origin)
        self.commands = {name: Command(Trial(origin), words) for name, words in COMMANDS.items()}

    def conclude(self, what, attempts):
        attempts = list(attempts)
        wrong = all_wrong(attempts)
        self.assertEqual(wrong, [], f"{len(wrong)} of {len(attempts)}:\n" + "\n".join(wrong[:20]))
        seen = sum((command.seen for command in self.commands.values()), collections.Counter())
        print(f"\n  {len(attempts)} {what}: the event was the old one {seen['old']} times, the new one {seen['new']} times", file=sys.stderr)

    def killed(self, command, step):
        with command.origin.copy() as trial:
            done, log = traced(command.words, trial.event(), kill_at(step))
            if done.returncode != -signal.SIGKILL:
                return f"was not stopped, but ended with {done.returncode}: {words_of(done)}"
            return command.wrong_after(trial)

    def test_leave_the_old_event_or_the_new_one_wherever_they_are_killed(self):
        self.conclude("kills of commands", ((f"{name}, killed at {step.line}", lambda command=command, step=step: self.killed(command, step))
                                            for name, command in self.commands.items() for step in command.steps))

    def failed(self, command, step, error, go_on):
        with command.origin.copy() as trial:
            done, log = traced(command.words, trial.event(), fail_at(step, error, go_on))
            said = [state for words, state in BECAME.items() if words.encode() in done.stderr]
            if done.returncode not in (0, 1) or len(said) != done.returncode or (done.returncode and b"error: " not in done.stderr):
                return f"ended with {done.returncode} and said {words_of(done)}"
            wrong = command.wrong_after(trial, said or ["new"])
            return wrong and f"{wrong}, after {words_of(done)}"

    def failures(self):
        """Every other step goes on to fail from there; not a write, which could then say nothing either. Of a long command's steps, most of
        them alike, a third."""
        turn = itertools.count()
        for name, command in self.commands.items():
            for step in command.steps[::3 if len(command.steps) > FEW_STEPS else 1]:
                number = next(turn)
                go_on = number % 2 == 1 and step.call not in ("write", "openat")
                error = step.errors()[number // 2 % len(step.errors())]
                yield (f"{name}, {error} {'from' if go_on else 'at'} {step.line}",
                       lambda command=command, step=step, error=error, go_on=go_on: self.failed(command, step, error, go_on))

    def test_say_truly_what_became_of_a_change_that_failed(self):
        self.conclude("failures of commands", self.failures())

    def interrupted(self, command):
        """The event as left right behind the commit point, and in the middle of putting files in place."""
        recorded = next(number for number, step in enumerate(command.steps) if ".backops-commit" in step.line and "rename" in step.call)
        for step in (command.steps[recorded + 1], command.steps[(recorded + len(command.steps)) // 2]):
            trial = command.origin.copy()
            traced(command.words, trial.event(), kill_at(step))
            yield trial

    def recovery_killed(self, command, left, step):
        with left.copy() as trial:
            traced(("schedule",), trial.event(), kill_at(step))
            return command.wrong_after(trial, ["new"])

    def recovery_failed(self, command, left, step, error):
        with left.copy() as trial:
            done, _ = traced(("schedule", "--format", "json"), trial.event(), fail_at(step, error, go_on=True))
            if done.returncode or done.stdout != command.new_rows:
                return f"a reader that cannot finish it ended with {done.returncode}: {words_of(done)}"
            return command.wrong_after(trial, ["new"])

    def recoveries(self):
        for name in ("area rename --id", "area rm --cascade", "import csv"):
            command = self.commands[name]
            for left in self.interrupted(command):
                with left.copy() as trial:
                    steps = steps_of(traced(("schedule",), trial.event())[1])
                assert steps, name
                for number, step in enumerate(steps):
                    yield (f"recovery of {name}, killed at {step.line}",
                           lambda command=command, left=left, step=step: self.recovery_killed(command, left, step))
                    if number % 3:
                        continue
                    yield (f"recovery of {name}, failing from {step.line}",
                           lambda command=command, left=left, step=step: self.recovery_failed(command, left, step, step.errors()[0]))

    def test_are_finished_by_a_recovery_that_is_stopped_anywhere(self):
        self.conclude("kills and failures of recoveries", self.recoveries())


def can_inject():
    try:
        done = subprocess.run(["strace", "-f", "-qq", "-o", os.devnull, "-e", "trace=write", "-e", "inject=write:signal=KILL:when=1",
                               "echo"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
    except FileNotFoundError:
        return False
    return done.returncode == -signal.SIGKILL


if __name__ == "__main__":
    if not can_inject():
        print("skipped: strace cannot stop programs here")
        sys.exit(SKIP)
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
