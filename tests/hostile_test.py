"""Puts hostile files into a tiny event and holds every command to its promise: a status, a place in the file, no crash, no hang, no wild
use of memory, and nothing on the terminal that acts on it. Records and tables come from a generator outside of the project."""
import concurrent.futures
import importlib.util
import itertools
import json
import os
import random
import re
import sys
import tempfile
import unittest

from running import backops, is_sanitized, measured, shared_data

LARGEST = 1024 * 1024
SECONDS, MEGABYTES = 5, 300

EVENT = ("format: 1\nuid: 0b9f6a52-3c1d-4c57-9a55-6f1f2f8a0c11\nname: Show\ntimezone: Europe/Berlin\nstart: 2026-03-27\nend: 2026-03-29\n"
         "day_start: \"04:00\"\ndefault_collaborator: northlight\n")
FILES = {"event.yaml": EVENT, "collaborators/northlight.yaml": "name: Northlight\n", "areas/hall.yaml": "name: Hall\n",
         "activities/line-check.yaml": "name: Line check\nstart: 2026-03-28T14:00\nduration: 1h\nareas:\n- hall\n"}

# Cases that their author would rather have refused, and which are read, with the reason.
READ_ALL_THE_SAME = {"date-09.yaml": "a blank for the T of a date-time is read"}
# Cases that their author takes for good, and which are refused, with the reason.
REFUSED_ALL_THE_SAME = {"norway.yaml": "`participants` holds two lists, and its words name nobody; that they stay text is tested elsewhere"}

# What acts on a terminal: C0 but the line end, DEL, C1, bidirectional overrides and isolates, tag characters, BOM.
ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")
PLACED = re.compile(r"^(event\.yaml|[a-z]+/[^:]+\.yaml|[^:]*\.csv)(:\d+:\d+)?: (error|warning): ")


def cases(kind):
    """(name, expectation, bytes) of every case; of the endless ones as much as is read, and a little more than may be."""
    spec = importlib.util.spec_from_file_location("gen", os.path.join(shared_data(), "hostile", "gen.py"))
    gen = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(gen)
    for name, (make, expectation, _) in gen.CASES.items():
        if not name.startswith(kind + "/"):
            continue
        name = name.split("/")[1]
        text = b""
        for piece in make(None):
            text += piece
            if len(text) > LARGEST + LARGEST // 4:
                break
        yield name, expectation, text
        if len(text) > LARGEST and kind == "yaml":
            yield name + " (1 MiB)", "bound", text[:LARGEST]


SANITIZED = is_sanitized()
SLOW = 6 if SANITIZED else 1
# Where each takes ten times as long, every sixteenth case is tried, and as many at random.
SLICES = 16 if SANITIZED else 1


def slice_of(things):
    turn = random.randrange(SLICES)
    if SANITIZED:
        print(f"\n  slices 0 and {turn} of {SLICES}", file=sys.stderr)
    return [thing for number, thing in enumerate(things) if number % SLICES in (0, turn)]


def complaints_of(words, cwd, statuses=(0, 1, 2)):
    """What is wrong with how a command ended, and its status and output."""
    status, out, error, seconds, megabytes = measured(*words, cwd=cwd, most_seconds=4 * SECONDS * SLOW)
    wrong = []
    if status not in statuses:
        wrong.append(f"ended with {status}: {error[-600:].decode('utf-8', 'replace')}")
    if seconds > SECONDS * SLOW:
        wrong.append(f"took {seconds:.1f} s")
    if megabytes > MEGABYTES and not SANITIZED:
        wrong.append(f"took {megabytes:.0f} MB")
    for stream, text in (("output", out), ("errors", error)):
        try:
            acting = ACTS.search(text.decode("utf-8"))
            if acting:
                wrong.append(f"{stream} hold U+{ord(acting.group()):04X}: {text[max(0, acting.start() - 40):acting.end() + 20]!r}")
        except UnicodeDecodeError as bad:
            wrong.append(f"{stream} are no UTF-8: {bad}")
    return [f"{' '.join(words)}: {one}" for one in wrong], status, out.decode("utf-8", "replace"), error.decode("utf-8", "replace")


def unplaced(text):
    """Lines that say error or warning without saying where."""
    return [line for line in text.splitlines() if re.search(r"(^|: )(error|warning): ", line) and not PLACED.match(line)
            and line != "error: nothing can be done before event.yaml is right" and not re.match(r"^ +\S+:\d+:\d+: |^ *\d+ \| |^  hint: ", line)]


def make_event(folder, files):
    for path, text in files.items():
        path = os.path.join(folder, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())


COMMANDS = {
    "activities/hostile.yaml": (("schedule",), ("schedule", "--format", "json"), ("find", "load"), ("activity", "show", "hostile"),
                                ("activity", "show", "hostile", "--format", "json"), ("activity", "list"),
                                ("activity", "edit", "hostile", "--location", "dock 2"), ("activity", "rename", "hostile", "--id", "renamed")),
    "areas/hostile.yaml": (("schedule", "--area", "hostile"), ("area", "list", "--format", "json"), ("area", "edit", "hostile", "--location", "x")),
    "event.yaml": (("schedule",), ("event", "show"), ("event", "edit", "--name", "Other")),
}


def some_of(commands, case):
    """Four of the commands, other ones for other cases; two where each takes ten times as long."""
    begin = sum(case.encode())
    return [commands[(begin + step) % len(commands)] for step in range(min(len(commands), 2 if SANITIZED else 4))]


def try_case(case):
    """All complaints about one case as every kind of file, and whether `check` refused it as an activity."""
    name, expectation, text = case
    found, refused = [], True
    for path, commands in COMMANDS.items():
        with tempfile.TemporaryDirectory() as folder:
            make_event(folder, {**FILES, path: text})
            wrong, status, out, error = complaints_of(("check",), folder, (0, 1))
            if status and not PLACED.search(out + error):
                wrong.append(f"check says no place: {error[:300]}")
            wrong += [f"check says without a place: {line[:200]}" for line in unplaced(out + error)]
            if path.startswith("activities"):
                refused = status == 1
            for words in some_of(commands, name):
                more, status, out, error = complaints_of(words, folder)
                wrong += more
                if "json" in words and status == 0:
                    try:
                        json.loads(out)
                    except ValueError as bad:
                        wrong.append(f"{' '.join(words)}: {bad}")
            found += [f"{name} as {path}: {one}" for one in wrong]
    return name, expectation, refused, found


def try_table(case):
    name, expectation, text = case
    found = []
    with tempfile.TemporaryDirectory() as folder:
        event, table = os.path.join(folder, "show"), os.path.join(folder, "table.csv")
        make_event(event, FILES)
        with open(table, "wb") as file:
            file.write(text)
        for more in ((), ("--create", "--crew-of", "northlight")):
            wrong, status, _, error = complaints_of(("import", "csv", "../table.csv", *more), event)
            found += wrong
            if status == 1 and not PLACED.search(error):
                found.append(f"no place: {error[:300]}")
            made = [file for _, _, files in os.walk(event) for file in files]
            if status and len(made) != len(FILES):
                found.append("a refused import left something behind")
            if complaints_of(("check",), event, (0,))[0]:
                found.append("what was imported does not check")
            found += complaints_of(("schedule",), event, (0,))[0]
    return name, expectation, None, [f"{name}: {one}" for one in found]


def inside(count, middle, name="rows"):
    """Sections of one name in one another."""
    return "{{#%s}}" % name * count + middle + "{{/%s}}" % name * count


def chain(often, length=16):
    """Templates a0, a1, …, each of which includes the next as often as is said."""
    return {f"a{at}.html.mustache": f"{{{{>a{at + 1}}}}}" * often if at + 1 < length else "x" for at in range(length)}


# What is laid into `templates`, of which `day` is drawn, and what is said of it; nothing where it can be drawn.
TEMPLATES = {
    "a list four times in itself": ({"day.html.mustache": inside(4, "x")}, "takes too long to draw"),
    "a list that is not there, deep in lists": ({"day.html.mustache": inside(31, "{{missing}}")}, "takes too long to draw"),
    "many tags in a list": ({"day.html.mustache": inside(1, "{{missing}}" * 95000)}, "takes too long to draw"),
    "much text in a list": ({"day.html.mustache": inside(2, "x" * 500000)}, "draws more than 16 MiB"),
    "much of a raw value in a list": ({"day.html.mustache": inside(2, "{{{x-long}}}" * 10)}, "draws more than 16 MiB"),
    "an included list in a list": ({"day.html.mustache": inside(2, "{{>a}}"), "a.html.mustache": inside(2, "x")}, "takes too long to draw"),
    "16 templates with four of the next": ({"day.html.mustache": "{{>a0}}", **chain(4)}, "larger than 1 MiB"),
    "15 templates with one of the next": ({"day.html.mustache": "{{>a0}}", **chain(1, 15)}, ""),
    "40 templates with one of the next": ({"day.html.mustache": "{{>a0}}", **chain(1, 40)}, "more than 16 deep"),
    "templates around in a circle": ({"day.html.mustache": "{{>a}}", "a.html.mustache": "{{>b}}", "b.html.mustache": "\n{{>a}}"}, "without end"),
    "20,000 sections": ({"day.html.mustache": inside(20000, "x", "event")}, "nested more than 32 deep"),
    "20,000 sections that are never closed": ({"day.html.mustache": "{{#event}}" * 20000}, "nested more than 32 deep"),
    "20,000 sections in a part that nobody names": ({"head.html.mustache": inside(20000, "x", "^event")}, "nested more than 32 deep"),
    "a page of blanks": ({"day.html.mustache": " " * LARGEST}, ""),
    "a page of tags": ({"day.html.mustache": "{{x}}" * (LARGEST // 5)}, ""),
    "a page of small tags": ({"day.html.mustache": "{{=< >=}}" + "<>a" * (LARGEST // 3 - 9)}, ""),
    "a page of signs": ({"day.html.mustache": "{" * LARGEST}, "is not closed"),
    "a page of ends": ({"day.html.mustache": "{{/rows}}" * (LARGEST // 9)}, "no section"),
    "a page of parts that are empty": ({"day.html.mustache": "{{>a}}" * (LARGEST // 6), "a.html.mustache": ""}, ""),
    "a name as long as a page": ({"day.html.mustache": inside(2, "{{" + "x." * (LARGEST // 2 - 50) + "}}")}, ""),
    "a page that is too long": ({"day.html.mustache": " " * (LARGEST + 1)}, "larger than 1 MiB"),
    "escape sequences": ({"day.html.mustache": "a\x1b[31m\x1b]0;x\x07"}, "control character U+001B"),
    "escape sequences in a name": ({"day.html.mustache": "{{>\x1b[31m}}"}, "control character U+001B"),
    "a mark": ({"head.html.mustache": "a\x01b"}, "control character U+0001"),
    "a C1 control": ({"foot.html.mustache": "a\u009b31m"}, "control character U+009B"),
    "text that runs backwards": ({"day.html.mustache": "{{title}}\u202eabc"}, "invisible character here: U+202E"),
    "bytes that are no text": ({"day.html.mustache": b"{{title}}\x80\xff"}, "byte 0x80 is not UTF-8"),
    "UTF-16": ({"style.html.mustache": "{{title}}".encode("utf-16")}, "UTF-16"),
    "hostile values, raw": ({"day.html.mustache": "{{#rows}}{{{x-raw}}}{{x-raw}}{{&x-raw}}{{/rows}}"}, ""),
}
# Fifty rows, and a value with everything that a record may hold behind escapes.
ROWS = {f"activities/row-{at}.yaml": "name: Row\nstart: 2026-03-28T15:00\nareas: [hall]\nx-raw: \"\\e[31m\\u009b\\u202e\\x01\"\nx-long: "
        + "long" * 500 + "\n" for at in range(50)}
TEMPLATE_PLACED = re.compile(r"^templates/[a-z0-9]+\.html\.mustache(:\d+:\d+)?: error: ", re.M)


def try_template(name):
    """All complaints about a sheet that is drawn with these templates, and about what `check` says of them."""
    files, message = TEMPLATES[name]
    found = []
    with tempfile.TemporaryDirectory() as folder:
        make_event(folder, {**FILES, **ROWS, **{f"templates/{path}": text for path, text in files.items()}})
        for words in (("sheet", "day", "--day", "sat", "--format", "html"), ("check", "--only", "limit,encoding,template")):
            wrong, status, out, error = complaints_of(words, folder, (0, 1))
            found += wrong
            said = out + error
            is_drawing = "draw" in message
            if status != (1 if message and (words[0] == "sheet" or not is_drawing) else 0):
                found.append(f"{words[0]} ended with {status}: {said[:300]}")
            elif status and not (message in said and TEMPLATE_PLACED.search(said) or "larger than 1 MiB" in message):
                found.append(f"{words[0]} does not say `{message}` with a place: {said[:300]}")
    return [f"{name}: {one}" for one in found]


def tried(kind, how):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(how, slice_of(cases(kind))))


class HostileTemplates(unittest.TestCase):
    def test_are_drawn_within_limits_or_refused_with_their_place(self):
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            complaints = list(itertools.chain.from_iterable(pool.map(try_template, slice_of(TEMPLATES))))
        self.assertEqual(complaints, [], "\n".join(complaints))


@unittest.skipUnless(shared_data(), "the hostile files are not at hand")
class HostileFiles(unittest.TestCase):
    def test_as_records_are_answered_and_never_obeyed(self):
        results = tried("yaml", try_case)
        self.assertGreater(len(results), 250 / SLICES)
        complaints = list(itertools.chain.from_iterable(found for _, _, _, found in results))
        self.assertEqual(complaints, [], "\n".join(complaints))
        read = {name for name, expectation, refused, _ in results if expectation.split()[0] == "reject" and not refused}
        self.assertEqual(sorted(read - set(READ_ALL_THE_SAME)), [])
        tried_names = {name for name, *_ in results}
        self.assertEqual(sorted(set(READ_ALL_THE_SAME) & tried_names - read), [], "these are refused by now")
        print(f"\n  {len(results)} cases; {sum(refused for _, _, refused, _ in results)} of them refused as activities", file=sys.stderr)

    def test_are_read_when_nothing_is_wrong_with_them(self):
        refused = {}
        for name, expectation, text in slice_of(cases("yaml")):
            if expectation.split()[0] != "accept":
                continue
            with tempfile.TemporaryDirectory() as folder:
                make_event(folder, {**FILES, "activities/hostile.yaml": text})
                done = backops("check", cwd=folder)
                if done.returncode:
                    refused[name] = done.stdout.decode()
        expected = set(REFUSED_ALL_THE_SAME) if SLICES == 1 else set(REFUSED_ALL_THE_SAME) & set(refused)
        self.assertEqual(set(refused), expected, "\n".join(refused.values()))

    def test_as_tables_are_imported_whole_or_not_at_all(self):
        complaints = list(itertools.chain.from_iterable(found for _, _, _, found in tried("csv", try_table)))
        self.assertEqual(complaints, [], "\n".join(complaints))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
