"""Repositories of strangers, with everything hostile that a directory can hold, under every command, watched by strace: nothing is written outside
of the cache and of what `-o` names, no file outside of the event is opened, nothing is run, nothing hangs, nothing that acts on a terminal
is printed. Commands that write, write records of the event alone. The file that an import names is the user's own choice. Each run takes a
slice of all commands in each repository, and another one at random; `--all` takes all."""
import concurrent.futures
import os
import random
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest

from commands import COMMANDS
from hostile_test import ACTS
from running import SKIP, SOURCE, environment, is_sanitized, program

SECRET = "SECRET-OF-ANOTHER-FILE"
SECONDS = 30
NAMES = ("\x1b[31mred", "\x1b]0;title\x07", "\x9b31m", "line\nend", "\u202egnp.yaml", "-rf", "--help", "a b", "%0A::error::", "..", "\udcff\udcfe", "$(id)", "`id`",
         "<script>", "'", '"', "CON", "a" * 200, "é", "e\u0301", "doors (conflicted copy)", ".hidden", "~", "#doors#", "\ufeff", "\U000e0041")
WORDS = ("\\e[31m\\a\\x9b\\u202e", "<script>alert(1)</script>", "{{{event.name}}}{{>../../secret}}", "=cmd|' /C calc'!A0", "BEGIN:VEVENT\\r\\nEND:VEVENT",
         "](javascript:alert(1))", "$(touch pwned)`touch pwned`", "::error file=a::b", "| a | b |", "../../../secret.txt")

READING = [
    "check", "check --format json", "check --format sarif", "check --format github", "check --explain overlap", "check --no-index",
    "schedule", "schedule --as agenda", "schedule --as grid --day fri", "schedule --as week --day fri", "schedule --as month", "schedule --format html",
    "schedule --format json", "schedule --format ndjson", "schedule --format md", "schedule --format csv", "schedule --format ics", "schedule --view planted",
    "schedule --view ../../secret", "schedule --audience public", "schedule --area evil", "schedule --crew evil --with-team", "schedule --collab evil --with-crew",
    "schedule --during evil", "schedule now", "schedule next 5", "schedule at 'fri 14:30'", "schedule free --area main-stage --day fri", "schedule conflicts",
    "sheet call --day fri", "sheet call --day fri --format html", "sheet call --day fri --format md", "sheet call --day fri --format json",
    "sheet call --day fri --template planted", "sheet call --day fri --template ../../secret", "sheet day --day fri", "sheet day --day fri --format html",
    "sheet run doors", "sheet run evil --format html", "sheet call --each crew --format html -o out/sheets", "sheet day --each day -o out/days",
    "export ics", "export ics -o out/plan.ics", "export ics --each crew -o out/feeds", "export csv", "export json", "schedule --day fri -o out/plan.txt",
    "find evil", "find 'SECRET'", "crew missing", "activity segment list evil", "event show", "event show --format json", "event list", "crew list --free 'fri 14:00..16:00'",
    "crew list --on-site 'fri 15:00'", "completion bash", "completion zsh", "completion fish", "completion words -- activity show ''", "completion words -- schedule --view ''",
    *(f"{noun} {verb}" for noun in ("area", "collab", "crew", "activity", "timeframe", "view") for verb in ("list", "list --format json", "show evil", "show ../../secret")),
    "--help", "--version", "import csv planted.csv --dry-run", "import ics planted.ics --dry-run", "--event . check",
]
WRITING = [
    "activity edit doors --location Dock --dry-run", "activity edit doors --location Dock", "activity edit evil --location Dock", "activity add New --start 'fri 10:00' --for 1h", "area rename main-stage --id big-stage",
    "area rm main-stage --cascade", "crew edit jo-adler --phone 1", "view add New --area main-stage", "timeframe edit show-days --notes x", "collab rename acme-audio Acme",
    "activity skip evil@2026-06-13", "activity unskip evil", "activity shift doors --by 15m", "activity copy doors --to sat", "activity segment add doors X --for 5m",
    "activity segment edit doors 1 --name Y", "activity segment rm doors 1", "activity rm doors", "event edit --name Other", "event new out/fresh --start 2027-06-10 --timezone Europe/Berlin",
    "import csv planted.csv", "import ics planted.ics", "crew add X --collab acme-audio", "crew rename evil Other", "view rm planted", "collab add X", "area add ../../x",
    "timeframe add x --start fri --end sat", "area edit evil --notes x", "collab edit evil --notes x", "view edit planted --area main-stage", "collab rm evil --cascade",
    "crew rm evil --cascade", "timeframe rm evil --cascade", "timeframe rename evil Other", "view rename planted Other", "activity rename doors --id other",
]


def put(event, path, text):
    path = os.path.join(event, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape"))


def link(event, path, target):
    path = os.path.join(event, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if os.path.lexists(path):
        os.remove(path)
    os.symlink(target, path)


# What a repository can hold, each on its own; they get the event's directory.

def hostile_texts(event):
    """Records that can be read, and whose every text is an attack on what prints it."""
    for number, word in enumerate(WORDS):
        put(event, f"activities/attack-{number}.yaml", f'name: "{word}"\nstart: 2026-06-12T14:0{number}\nduration: 1h\nareas: [evil]\nlocation: "{word}"\n'
            f'description: "{word}"\nnotes: "{word}"\nkind: show\nparticipants:\n  required: [evil, jo-adler]\nsegments:\n- name: "{word}"\n  duration: 5m\n  cue: "{word}"\n')
    word = "".join(word.replace("'", "") for word in WORDS)
    put(event, "areas/evil.yaml", f'name: "{word}"\n')
    put(event, "collaborators/evil-co.yaml", f'name: "{word}"\nphone: "{word}"\n')
    put(event, "crew/evil.yaml", f'name: "{word}"\ncollaborator: evil-co\nphone: "{word}"\nemail: "{word}"\n')
    put(event, "timeframes/evil.yaml", f'name: "{word}"\nstart: 2026-06-12\nend: 2026-06-13\n')
    put(event, "views/planted.yaml", f'name: "{word}"\nevent: true\n')
    put(event, "activities/evil.yaml", f'name: "{word}"\nstart: 2026-06-12T14:00\nduration: 1h\nrepeat:\n  every: day\n  count: 3\n  skip: [2026-06-13]\n')


def raw_bytes(event):
    """The same, but not even text."""
    for number, text in enumerate((b"name: \x1b[31m\n", b"name: \xff\xfe\n", b"name: \x00\n", "name: \u202eevil\n".encode(), "name: \x9b31m\n".encode(), b"\xef\xbb\xbfname: a\n",
                                   "name: a\U000e0041\n".encode(), b"name: a\rname: b\n", "name: {x: \u2066}\n".encode(), b"\x7fELF\x02\x01\x01")):
        for folder in ("activities", "areas", "crew", "collaborators", "views", "timeframes"):
            put(event, f"{folder}/raw-{number}.yaml", text)


def hostile_names(event):
    for folder in ("activities", "areas", "views", "crew", "templates", ""):
        os.makedirs(os.path.join(event, folder), exist_ok=True)
        for name in NAMES:
            path = os.fsencode(os.path.join(event, folder, name + (".yaml" if folder else "")))
            if not os.path.lexists(path):
                with open(path, "wb") as file:
                    file.write(b"name: a\n")


def links(event):
    """Files, folders and templates that are links out of the event, and links that lead nowhere or in a circle."""
    secret = "../../secret.txt"
    for folder in ("activities", "areas", "collaborators", "crew", "timeframes", "views"):
        link(event, f"{folder}/evil.yaml", secret)
        link(event, f"{folder}/absolute.yaml", os.path.join(os.path.dirname(event), "secret.txt"))
        link(event, f"{folder}/nowhere.yaml", "nowhere")
        link(event, f"{folder}/circle.yaml", "circle.yaml")
        link(event, f"{folder}/device.yaml", "/dev/zero")
    for name in ("call.html", "day.txt", "head.html", "planted.txt", "index.html", "run.html"):
        link(event, f"templates/{name}.mustache", secret)
    for name in ("sheets", ".git/hooks/x", ".backops-tmp", "activities/.backops-tmp"):
        link(event, name, "../elsewhere")


def linked_folders(event):
    for folder in ("views", "crew", "templates", "timeframes"):
        shutil.rmtree(os.path.join(event, folder), ignore_errors=True)
        link(event, folder, "../elsewhere")
    link(event, "activities-2", "/")


def things(event):
    """What is no file, where one is expected."""
    for folder in ("activities", "areas", "views", "templates"):
        os.makedirs(os.path.join(event, folder), exist_ok=True)
        suffix = ".txt.mustache" if folder == "templates" else ".yaml"
        os.mkfifo(os.path.join(event, folder, "pipe" + suffix))
        os.makedirs(os.path.join(event, folder, "folder" + suffix, "deeper"))
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(os.path.join(event, folder, "socket" + suffix))


def sizes(event):
    put(event, "activities/large.yaml", b"name: a\nnotes: " + b"a" * (2 << 20) + b"\n")
    put(event, "activities/deep.yaml", b"x-a: " + b"[" * 100_000)
    put(event, "activities/brackets.yaml", b"x-a: [" + b"[]," * 300_000 + b"]\n")
    put(event, "activities/aliases.yaml", b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n")
    put(event, "activities/evil.yaml", b"name: a\nstart: 0001-01-01T00:00\nend: 9999-12-31T00:00\nrepeat: {every: day}\n")
    put(event, "planted.csv", b"name,start\n" + b"a,2026-06-12T10:00\n" * 3000)
    put(event, "planted.ics", b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 20_000)
    for path in ("areas/sparse.yaml", "templates/sparse.txt.mustache", "views/sparse.yaml"):
        put(event, path, b"")
        os.truncate(os.path.join(event, path), 1 << 40)


def templates(event):
    """Templates under the names of ours, that read, include, loop, print and ask for more than is there."""
    put(event, "templates/call.html.mustache", "{{>../../secret}}{{>/etc/passwd}}{{>call}}{{#event}}{{#event}}{{event.name}}{{/event}}{{/event}}")
    put(event, "templates/day.html.mustache", "{{#rows}}" * 4 + "x" + "{{/rows}}" * 4)
    put(event, "templates/head.html.mustache", "{{#event}}" * 20_000)
    put(event, "templates/call.txt.mustache", b"{{event.name}}\x1b]0;pwned\x07\x80\xff\x00")
    put(event, "templates/call.md.mustache", "{{event.name}} \u202e\x9b31m")
    for number in range(15):
        put(event, f"templates/a{number}.txt.mustache", f"{{{{>a{number + 1}}}}}" * 4)
    put(event, "templates/planted.txt.mustache", "{{>a0}}")
    put(event, "templates/run.html.mustache", "{{=<% %>=}}<%#a%>" * 1000)


def records_of_changes(event):
    """Unfinished changes, as one would be left by a command, that name files in and out of the event."""
    steps = ("areas/main-stage.yaml", "../../victim.txt", "Makefile", ".git/hooks/post-checkout", "event.yaml", "/etc/x", "scripts/deploy.sh", "areas/\u009b31m\u202e.yaml")
    for folder in (".backops-commit", ".backops-new"):
        put(event, f"{folder}/manifest", "".join(f"{number + 1} {'0' * 32} {'1' * 32} {path}\n" for number, path in enumerate(steps)))
        for number in range(len(steps)):
            put(event, f"{folder}/{number + 1}", "name: pwned\n")
            os.chmod(os.path.join(event, folder, str(number + 1)), 0o4755)


def record_as_a_link(event):
    put(event, "../elsewhere/manifest", "")
    link(event, ".backops-commit", "../elsewhere")


def settings(event):
    """Everything that programs take for a user's or a project's own."""
    for path in (".config/backops/config.yaml", "config.yaml", ".backops/config.yaml", ".backops.yaml", ".config/config.yaml"):
        put(event, path, f"trust:\n- '*'\n- {event}\npager: touch pwned\ntemplate: ../../secret\n")
    put(event, ".git/config", "[core]\n\tfsmonitor = touch pwned\n\tpager = touch pwned\n\thooksPath = hooks\n[diff]\n\texternal = touch pwned\n[alias]\n\tstatus = !touch pwned\n")
    put(event, ".git/HEAD", "ref: refs/heads/main\n")
    put(event, ".gitattributes", "* filter=evil diff=evil merge=evil\n")
    for hook in ("pre-commit", "post-checkout", "post-index-change"):
        put(event, f".git/hooks/{hook}", "#!/bin/sh\ntouch pwned\n")
        os.chmod(os.path.join(event, ".git/hooks", hook), 0o755)
    for name in ("git", "less", "backops", "libfmt.so.9", "libc.so.6", "sh"):
        put(event, name, "#!/bin/sh\ntouch pwned\n")
        os.chmod(os.path.join(event, name), 0o755)
    put(event, ".env", "BACKOPS_EVENT=/etc\nLD_PRELOAD=./libc.so.6\n")
    put(event, "zoneinfo/Europe/Berlin", "TZif2")
    put(event, "schemas/event.json", "{}")


def zones(event):
    for number, zone in enumerate(("../../../../secret.txt", "/etc/passwd", "Europe/../../../etc/passwd", "Europe", "posixrules", "localtime", ".", "\\0", "tzdata.zi", "$TZ", ":Europe/Berlin")):
        put(event, f"areas/zone-{number}.yaml", f'name: a\ntimezone: "{zone}"\n')


def unreadable(event):
    """What may not be read; root may all the same, and sees what is wrong with it."""
    for path in ("areas/closed.yaml", "activities/closed.yaml"):
        put(event, path, "name: \x1b[31m\n")
        os.chmod(os.path.join(event, path), 0)
    os.makedirs(os.path.join(event, "timeframes/closed.yaml"), 0o000)


def event_is_a_link(event):
    os.remove(os.path.join(event, "event.yaml"))
    link(event, "event.yaml", "../secret.txt")


def event_is_a_pipe(event):
    os.remove(os.path.join(event, "event.yaml"))
    os.mkfifo(os.path.join(event, "event.yaml"))


def event_is_huge(event):
    os.truncate(os.path.join(event, "event.yaml"), 1 << 40)


def event_is_hostile(event):
    with open(os.path.join(event, "event.yaml"), encoding="utf-8") as file:
        text = re.sub("(?m)^name:.*", lambda _: f'name: "{WORDS[0]}{WORDS[1]}"', file.read())
    put(event, "event.yaml", text + "crew_attributes:\n  a: {}\nsite:\n  map: \"javascript:alert(1)\"\n  venue: \"\\e[31m\"\n")


def activities_are_a_link(event):
    shutil.rmtree(os.path.join(event, "activities"))
    link(event, "activities", "/")


REPOSITORIES = (hostile_texts, raw_bytes, hostile_names, links, linked_folders, things, sizes, templates, records_of_changes, record_as_a_link, settings, zones, unreadable,
                event_is_a_link, event_is_a_pipe, event_is_huge, event_is_hostile, activities_are_a_link)

CALLS = ("open,openat,openat2,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat,mknod,mknodat,chmod,fchmod,fchmodat,chown,"
         "fchown,lchown,fchownat,truncate,ftruncate,setxattr,lsetxattr,fsetxattr,utimensat,execve,execveat,socket,connect,kill,mount,ptrace")
LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+|0x[0-9a-f]+|\?)(?:<(.*)>)?(?: .*)?$")
# strace marks a descriptor's path with <…> and writes what is no plain letter of it as \ and digits.
NAMED = re.compile(r'(?:(AT_FDCWD)(?:<((?:[^>\\]|\\.)*)>)?, )?(?:(\d+)<((?:[^>\\]|\\.)*)>, )?"((?:[^"\\]|\\.)*)"')
WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE")
# What the program's libraries read, and it itself: zones, the time of the machine, who holds a lock, how many cores there are.
SYSTEM = ("/usr/", "/lib/", "/lib64/", "/etc/ld.so", "/etc/localtime", "/etc/timezone", "/proc/self/", "/proc/locks", "/proc/sys/", "/proc/cpuinfo", "/sys/devices/system/cpu", "/dev/null",
          "/dev/tty", "/etc/nsswitch.conf", "/etc/passwd")


def plain(path):
    """The path as it is, from strace's way to write it."""
    return os.fsdecode(path.encode("latin-1", "backslashreplace").decode("unicode_escape").encode("latin-1"))


class Watched:
    """One command in one repository, and what it did."""
    def __init__(self, make, line, folder):
        self.folder, self.wrong, self.line = folder, [], line
        self.event = os.path.join(folder, "shows", "event")
        self.cache, self.home = os.path.join(folder, "cache"), os.path.join(folder, "home")
        shutil.copytree(os.path.join(SOURCE, "examples", "summer-sound"), self.event)
        put(folder, "secret.txt", f"name: {SECRET}\n")
        put(folder, "shows/secret.txt", f"name: {SECRET}\n")
        put(folder, "secret.txt.mustache", SECRET)
        put(folder, "shows/elsewhere/evil.yaml", f"name: {SECRET}\n")
        put(folder, "shows/elsewhere/call.txt.mustache", SECRET)
        os.makedirs(self.cache)
        os.makedirs(self.home)
        make(self.event)
        self.reads_alone = line in READING
        self.run()

    def say(self, what):
        self.wrong.append(f"{self.line}: {what}")

    def run(self):
        trace = os.path.join(self.folder, "trace")
        before = self.outside()
        command = ["strace", "-f", "-y", "-s", "4096", "-e", "signal=none", "-e", f"trace={CALLS}", "-o", trace, program(), "--now", "2026-03-27T12:00", *shlex.split(self.line)]
        try:
            done = subprocess.run(command, cwd=self.event, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False,
                                  env=environment(HOME=self.home, XDG_CACHE_HOME=self.cache, XDG_STATE_HOME=os.path.join(self.home, "state"), PAGER="touch pwned", EDITOR="touch pwned"))
        except subprocess.TimeoutExpired:
            return self.say(f"is not done after {SECONDS} s")
        if done.returncode not in (0, 1, 2):
            self.say(f"ended with {done.returncode}: {done.stderr[-300:]!r}")
        for what, text in (("output", done.stdout), ("errors", done.stderr)):
            self.look_at_text(what, text)
        with open(trace, encoding="latin-1") as file:
            self.look_at_calls(file)
        if self.outside() != before:
            self.say("changed what is outside of the event")

    def outside(self):
        """All that is beside the event and is neither cache nor state, as it is."""
        found = {}
        for root, folders, names in os.walk(self.folder):
            if root in (self.event, self.cache, self.home):
                folders[:] = []
                continue
            for name in names:
                path = os.path.join(root, name)
                if name != "trace":
                    with open(path, "rb") as file:
                        found[path] = file.read()
        return found

    def look_at_text(self, what, text):
        if SECRET.encode() in text and f"'{SECRET}'" not in self.line:
            self.say(f"{what} tell what is in another file")
        try:
            acting = ACTS.search(text.decode("utf-8").replace("\r\n", "\n"))
        except UnicodeDecodeError as error:
            return self.say(f"{what} are no UTF-8: {error}")
        if acting and not (acting.group() == "\t" and "completion" in self.line):
            self.say(f"{what} hold U+{ord(acting.group()):04X}: {text[max(0, acting.start() - 60):acting.end() + 20]!r}")

    def may_write(self, path):
        inside = path.startswith(self.event + "/")
        if path.startswith((self.cache + "/", self.home + "/state")) or path in (self.cache, "/dev/null"):
            return True
        if " -o out/" in self.line or "out/fresh" in self.line:
            return path.startswith(self.event + "/out/") or path == self.event + "/out"
        own = os.path.relpath(path, self.event) if inside else ".."
        return not self.reads_alone and bool(re.fullmatch(
            r"(event\.yaml|(activities|areas|collaborators|crew|timeframes|views)(/[a-z0-9-]+\.yaml|/\.backops-tmp)?|\.backops-(tmp|new|commit|kept[^/]*)(/[^/]+)?|[a-z]+/\.backops-kept[^/]*)", own))

    def may_read(self, path, flags):
        if path.startswith((self.event, self.cache, self.home)) or path.startswith(SYSTEM):
            return True
        # Where it is, and what is above it, may be looked at as a folder.
        return "O_DIRECTORY" in flags and self.event.startswith(path.rstrip("/") + "/") or (path, "O_DIRECTORY" in flags) == ("/", True)

    def look_at_calls(self, lines):
        first = True
        for line in lines:
            found = LINE.match(line.rstrip("\n"))
            if not found:
                if "unfinished" not in line and "resumed" not in line and "+++" not in line and "---" not in line:
                    self.say(f"strace wrote what this test cannot read: {line[:200]}")
                continue
            call, arguments, result, opened = found.groups()
            if call.startswith("exec"):
                if not first:
                    self.say(f"runs {arguments[:200]}")
                first = False
            elif call in ("socket", "connect", "kill", "mount", "ptrace"):
                self.say(f"calls {call}({arguments[:100]})")
            elif result.startswith("-") or result == "?":
                continue
            elif call in ("open", "openat", "openat2", "creat"):
                path = plain(opened or "")
                if WRITES.search(arguments.rsplit('"', 1)[-1]) or call == "creat":
                    if not self.may_write(path):
                        self.say(f"opens {path!r} to write")
                elif not self.may_read(path, arguments):
                    self.say(f"opens {path!r}")
            else:
                self.look_at_paths(call, arguments)

    def look_at_paths(self, call, arguments):
        named = list(NAMED.finditer(arguments))
        if not named:
            there = re.match(r"\d+<((?:[^>\\]|\\.)*)>", arguments)
            if there and not self.may_write(plain(there.group(1))):
                self.say(f"{call} of {plain(there.group(1))!r}")
            return
        for one in named:
            folder = plain(one.group(4) or one.group(2) or self.event)
            path = os.path.normpath(os.path.join(folder, plain(one.group(5))))
            if not self.may_write(path):
                self.say(f"{call} of {path!r}")


def complaints(make, line):
    with tempfile.TemporaryDirectory(dir=SCRATCH) as folder:
        try:
            return [f"{make.__name__}: {one}" for one in Watched(make, line, os.path.realpath(folder)).wrong]
        finally:
            subprocess.run(["chmod", "-R", "u+rwx", folder], check=False, capture_output=True)


# One of so many commands is tried in each repository; the next repository has the next ones.
SLICES = 20
SCRATCH = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


class Untrusted(unittest.TestCase):
    def judge(self, lines):
        turn = random.randrange(SLICES)
        print(f"\n  slices 0 and {turn} of {SLICES}", file=sys.stderr)
        work = [(make, line) for number, make in enumerate(REPOSITORIES) for at, line in enumerate(lines)
                if "--all" in sys.argv or (at + number) % SLICES in (0, turn)]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            wrong = [one for found in pool.map(lambda one: complaints(*one), work) for one in found]
        self.assertEqual(wrong, [], f"{len(wrong)} in {len(work)} runs:\n" + "\n".join(wrong[:60]))

    def test_reading_it_writes_nothing_runs_nothing_and_opens_nothing_else(self):
        self.judge(READING)

    def test_writing_in_it_writes_its_records_alone(self):
        self.judge(WRITING)

    def test_every_verb_is_tried(self):
        tried = {" ".join(line.split()[:3]) + " " for line in READING + WRITING} | {" ".join(line.split()[:2]) + " " for line in READING + WRITING} | {line.split()[0] + " " for line in READING}
        self.assertEqual({verb for verb in COMMANDS if verb + " " not in tried}, set())

    def test_it_sees_what_a_program_does(self):
        """The test's own eyes: a shell that does each of the things is found out."""
        with tempfile.TemporaryDirectory() as folder:
            folder = os.path.realpath(folder)
            watched = Watched.__new__(Watched)
            watched.folder, watched.event, watched.cache, watched.home = folder, folder + "/event", folder + "/cache", folder + "/home"
            watched.line, watched.reads_alone, watched.wrong = "schedule", True, []
            os.makedirs(watched.event)
            put(folder, "secret.txt", SECRET)
            script = "read x <../secret.txt; echo a >b; echo a >../c; mv b d; mkdir e; cat /etc/hosts >/dev/null; ln -s a l; chmod 600 d"
            trace = os.path.join(folder, "trace")
            subprocess.run(["strace", "-f", "-y", "-s", "4096", "-e", "signal=none", "-e", f"trace={CALLS}", "-o", trace, "/bin/sh", "-c", script], cwd=watched.event, check=False)
            with open(trace, encoding="latin-1") as file:
                watched.look_at_calls(file)
            watched.look_at_text("output", SECRET.encode() + b"\x1b[31m")
            said = "\n".join(watched.wrong)
            for what in ("secret.txt'", "event/b' to write", "/c' to write", "event/d'", "mkdir of", "opens '/etc/hosts'", "runs \"", "symlink", "chmod", "another file", "U+001B"):
                self.assertIn(what, said)


if __name__ == "__main__":
    if is_sanitized() or not shutil.which("strace"):
        sys.exit(SKIP)
    if subprocess.run(["strace", "-o", "/dev/null", "true"], check=False, capture_output=True).returncode != 0:
        print("skipped: this machine does not let a process be watched")
        sys.exit(SKIP)
    unittest.main(argv=[sys.argv[0]], verbosity=2)
