"""Drives bash, zsh and fish in an event of their own: what is completed behind a key press, and what is offered."""
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

from running import SOURCE, environment, program

problems = []


def same(what, got, wanted):
    if got != wanted:
        problems.append(f"{what}\n  wanted {wanted}\n  got    {got}")


def words(*typed, cwd, home="/nonexistent"):
    """What the program offers for a line, and what it says on standard error; the status is always 0."""
    done = subprocess.run([program(), "completion", "words", "--", *typed], cwd=cwd, capture_output=True, text=True,
                          env=environment(HOME=home), timeout=60)
    same(f"the end of {typed}", (done.returncode, done.stderr), (0, ""))
    return [line.split("\t")[0] for line in done.stdout.splitlines()]


class Terminal:
    """A shell on a terminal of its own. Keys are sent at once: the shell takes them one after the other."""

    def __init__(self, command, cwd, variables, setting):
        self.child, self.keys = pty.fork()
        if self.child == 0:
            os.chdir(cwd)
            os.execve(command[0], command, variables)
        self.send(setting + "\n")
        self.read_until(b"ready\r\n")

    def send(self, text):
        os.write(self.keys, text.encode())

    def read_until(self, mark):
        seen, end = b"", time.monotonic() + 60
        while mark not in seen:
            ready, _, _ = select.select([self.keys], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise TimeoutError(f"no {mark} from the shell, but {seen}")
            seen += os.read(self.keys, 65536)
        return seen.decode(errors="replace")

    def completed(self, line):
        """The words of a line behind which the tabulator key was pressed, and all that was printed meanwhile."""
        self.send(line + "\t\x01said \n")
        printed = self.read_until(b"|end\r\n")
        return re.search(r"said:([^\r\n]*)\|end\r\n", printed)[1].split("|"), printed

    def close(self):
        self.send("\x03exit\n")
        os.close(self.keys)
        os.waitpid(self.child, 0)


SAID = "said() { local IFS='|'; echo \"said:$*|end\"; }\n"
BASH = ("PS1='> ' PS2= ; bind 'set bell-style none'; bind 'set show-all-if-ambiguous on'; bind 'set completion-query-items 0'; "
        "bind 'set page-completions off'; bind 'set enable-bracketed-paste off'; source <(backops completion bash)\n"
        + SAID + "echo rea''dy")
ZSH = ("PS1='> ' PS2= ; unsetopt zle_bracketed_paste; unset zle_bracketed_paste; setopt no_beep interactive_comments; LISTMAX=1000; "
       "fpath=($PWD/../site $fpath); autoload -U compinit; compinit -u -D\n" + SAID + "echo rea''dy")

# What is typed, and the line that the key makes of it where one thing alone fits.
COMPLETED = [
    ("backops timef", "backops timeframe"),
    ("backops activity segm", "backops activity segment"),
    ("backops area show mai", "backops area show main-stage"),
    ("backops area show main-stage green", "backops area show main-stage green-room"),
    ("backops collab edit ac", "backops collab edit acme-audio"),
    ("backops crew show may", "backops crew show maya-lindt"),
    ("backops activity skip line", "backops activity skip line-check"),
    ("backops schedule --during loa", "backops schedule --during load-in"),
    ("backops schedule --view ev", "backops schedule --view evening"),
    ("backops schedule --crew=may", "backops schedule --crew=maya-lindt"),
    ("backops schedule --without area:gre", "backops schedule --without area:green-room"),
    ("backops schedule --format nd", "backops schedule --format ndjson"),
    ("backops schedule --form", "backops schedule --format"),
    ("backops schedule --format=nd", "backops schedule --format=ndjson"),
    ("backops activity add 'Line check' --sta", "backops activity add|Line check|--sta"),
    ("backops activity add 'Line check' --status tent", "backops activity add|Line check|--status tentative"),
    ("backops activity add X --required may", "backops activity add X --required maya-lindt"),
    ("backops check --explain short", "backops check --explain short-rest"),
    ("backops import csv a\\ pl", "backops import csv|a plan.csv"),
    ("backops sheet call -o out/she", "backops sheet call -o out/sheet.html"),
    ("backops event list ou", "backops event list out/"),
    ("backops -C ../other area show s", "backops -C ../other area show side-stage"),
    ("backops -C ../oth", "backops -C ../other/"),
    ("backops completion fi", "backops completion fish"),
    ("backops help cre", "backops help crew"),
]

# What is typed, what is offered among others, and what is not.
OFFERED = [
    ("backops ", ["event", "area", "schedule", "completion"], ["main-stage", "plan.csv"]),
    ("backops activity ", ["add", "copy", "shift", "segment"], ["line-check", "new"]),
    ("backops activity edit ", ["line-check", "keynote"], ["add", "main-stage", "broken"]),
    ("backops area add X --", ["--location", "--contact", "--help"], ["--remove-collab", "--start"]),
    ("backops schedule --status ", ["confirmed", "tentative", "cancelled"], ["main-stage"]),
    ("backops activity add X --required ", ["acme-audio", "maya-lindt"], ["main-stage"]),
]


def make_event(folder):
    here = os.path.join(folder, "here")
    for event, records in (("here", ["areas/main-stage", "areas/green-room", "collaborators/acme-audio", "collaborators/northlight", "crew/maya-lindt",
                                     "crew/joe-doe", "activities/line-check", "activities/keynote", "timeframes/load-in",
                                     "timeframes/show-days", "views/evening", "views/vendors"]),
                           ("other", ["areas/side-stage"])):
        for path in ["event", *records]:
            os.makedirs(os.path.dirname(os.path.join(folder, event, path)), exist_ok=True)
            open(os.path.join(folder, event, path + ".yaml"), "w").close()
    # What is no record is not offered, least of all what a terminal would obey.
    for name in ["activities/Broken.yaml", "activities/broken.yml", "activities/\x1b[31mbroken.yaml", "activities/broken\n.yaml", "a plan.csv", "out/sheet.html"]:
        os.makedirs(os.path.dirname(os.path.join(here, name)), exist_ok=True)
        open(os.path.join(here, name), "w").close()
    os.mkdir(os.path.join(here, "activities", "broken-folder.yaml"))
    os.mkdir(os.path.join(folder, "bin"))
    os.symlink(program(), os.path.join(folder, "bin", "backops"))
    os.mkdir(os.path.join(folder, "site"))
    with open(os.path.join(folder, "site", "_backops"), "w") as file:
        file.write(open(os.path.join(SOURCE, "cmd", "completion", "backops.zsh")).read())
    return here


def check_words(here):
    """What the shells are given, whatever is typed."""
    same("ids", words("activity", "edit", "", cwd=here), ["keynote", "line-check"])
    same("an option once", "--from" in words("schedule", "--from", "fri", "--f", cwd=here), False)
    same("an option that repeats", words("schedule", "--area", "x", "--are", cwd=here), ["--area"])
    same("behind --", words("area", "show", "--", "--", cwd=here), [])
    same("a path", words("schedule", "-o", "x", cwd=here), ["<file>"])
    same("keys", words("area", "edit", "x", "--clear", "co", cwd=here), ["collab", "contact"])
    same("zones", words("schedule", "--tz", "Europe/Berl", cwd=here), ["Europe/Berlin"])
    same("no command", words("nothing", "", cwd=here), [])
    same("nothing", words(cwd=here), words("", cwd=here))
    same("outside", words("area", "show", "", cwd=os.path.dirname(here)), [])
    same("-C", words("-C", "../other", "area", "show", "", cwd=here), ["side-stage"])
    same("-C elsewhere", words("-C", "nowhere", "area", "show", "", cwd=here), [])
    same("-C=", words("area", "show", "-C=../other", "", cwd=here), ["side-stage"])


def check_terminal(name, terminal):
    for typed, wanted in COMPLETED:
        got, _ = terminal.completed(typed)
        line = wanted.split("|")
        wanted_words = line[0].split() + line[1:2] + (line[2].split() if len(line) > 2 else [])
        # zsh takes the last slash back when a blank follows.
        same(f"{name}: {typed}", [word.rstrip("/") for word in got], [word.rstrip("/") for word in wanted_words])
    for typed, present, absent in OFFERED:
        _, printed = terminal.completed(typed)
        # Without what moves the cursor, and what gives a slow terminal time to do so.
        plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\0+", " ", printed)
        listed = set(plain.split()) - set(typed.split())
        same(f"{name}: {typed}", sorted(set(present) - listed) + sorted(set(absent) & listed), [])
    terminal.close()


def check_fish(fish, here, variables):
    def offered(line):
        done = subprocess.run([fish, "--no-config", "-c", "backops completion fish | source; complete -C $argv[1]", line], cwd=here,
                              capture_output=True, text=True, env=variables, timeout=60)
        same(f"fish: what is said of {line}", done.stderr, "")
        return [line.split("\t") for line in done.stdout.splitlines()]

    for typed, wanted in COMPLETED:
        if "'" in typed or "\\" in typed:
            continue
        last = wanted.split()[-1]
        same(f"fish: {typed}", [row[0] for row in offered(typed)] if "--sta" not in wanted else [], [last] if "--sta" not in wanted else [])
    for typed, present, absent in OFFERED:
        listed = {row[0] for row in offered(typed)}
        same(f"fish: {typed}", sorted(set(present) - listed) + sorted(set(absent) & listed), [])
    same("fish: what a verb does", ["add", "Adds areas"] in offered("backops area "), True)


def main():
    missing = [shell for shell in ("bash", "zsh", "fish") if not shutil.which(shell)]
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        here = make_event(folder)
        check_words(here)
        variables = environment(PATH=os.path.join(folder, "bin") + ":/usr/local/bin:/usr/bin:/bin", HOME=folder, TERM="vt100", COLUMNS="300",
                                LINES="200")
        for name, setting, options in (("bash", BASH, ["--norc", "--noprofile", "-i"]), ("zsh", ZSH, ["-f", "-i"])):
            if name not in missing:
                check_terminal(name, Terminal([shutil.which(name), *options], here, variables, setting))
        if "fish" not in missing:
            check_fish(shutil.which("fish"), here, variables)
    for problem in problems:
        print(problem)
    print(f"{len(COMPLETED)} completions, {len(OFFERED)} lists, {len(problems)} problems" + (f", not tried: {missing}" if missing else ""))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
