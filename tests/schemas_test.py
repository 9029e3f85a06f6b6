"""Holds the JSON Schemas of schemas/ against what the command prints and what it reads.

Each is a draft-07 schema with words for people; each JSON output of the command, over sound events and broken ones, has
the keys of its schema and no others; each file of the examples fits its schema; and of many values, right ones and wrong
ones, the schema of the file and `backops check` say the same. Scalars are read as YAML 1.1 and as YAML 1.2 types them, since editors do both.
"""
import copy
import glob
import itertools
import json
import os
import re
import shutil
import sys
import tempfile
import unittest

from running import SOURCE, backops, need_modules

need_modules("jsonschema", "yaml")
import jsonschema
import yaml

SCHEMAS = os.path.join(SOURCE, "schemas")
EVENTS = sorted(os.path.dirname(path) for path in glob.glob(os.path.join(SOURCE, "examples", "*", "event.yaml")))
FOLDERS = {"areas": "area", "collaborators": "collaborator", "crew": "crew", "activities": "activity",
           "timeframes": "timeframe", "views": "view"}
COMMANDS = {"area": "area", "collab": "collaborator", "crew": "crew", "activity": "activity", "timeframe": "timeframe",
            "view": "view", "event": "event"}


AUDIENCES = ("public", "crew", "private")


def schema(name):
    with open(os.path.join(SCHEMAS, name + ".schema.json"), encoding="utf-8") as file:
        return json.load(file)


def closed(node):
    """The schema with every object closed that does not say what else it may hold, so that a key without words is found."""
    if isinstance(node, list):
        return [closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: closed(value) for key, value in node.items()}
    if node.get("type") == "object" and "properties" in node:
        node.setdefault("additionalProperties", False)
    return node


def faults(schema_of_it, value):
    validator = jsonschema.Draft7Validator(schema_of_it)
    return [f"{'.'.join(map(str, fault.absolute_path))}: {fault.message[:300]}" for fault in validator.iter_errors(value)]


SHEETS = {kind: closed(schema(name)) for kind, name in (("call-sheet", "call-sheet"), ("day-sheet", "day-sheet"), ("run-sheet", "run-sheet"),
                                                       ("index", "sheet-index"))}


class Yaml11(yaml.SafeLoader):
    """As YAML 1.1 types scalars, but for dates, which JSON has none of."""


class Yaml12(yaml.SafeLoader):
    """As YAML 1.2 does, by its core schema: `12:30` and `no` are texts, `08` is 8."""


def resolvers(loader, words):
    table = {}
    for tag, pattern, firsts in words:
        for first in firsts:
            table.setdefault(first, []).append((tag, re.compile(pattern)))
    loader.yaml_implicit_resolvers = table


Yaml11.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in words if tag != "tag:yaml.org,2002:timestamp"]
    for first, words in yaml.SafeLoader.yaml_implicit_resolvers.items()}
resolvers(Yaml12, [
    ("tag:yaml.org,2002:null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("tag:yaml.org,2002:bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("tag:yaml.org,2002:int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789")])
Yaml12.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(
    node.value, 16 if node.value.startswith("0x") else 8 if node.value.startswith("0o") else 10))
Yaml12.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))
VERSIONS = (Yaml11, Yaml12)


def read(text, version):
    """The value of a YAML text as a JSON Schema sees it: the keys are texts."""
    loader = version(text)

    def value(node):
        if isinstance(node, yaml.MappingNode):
            return {key.value: value(inner) for key, inner in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [value(inner) for inner in node.value]
        return loader.construct_object(node)
    return value(loader.get_single_node())


def files_of(event):
    yield "event", os.path.join(event, "event.yaml")
    for folder, noun in FOLDERS.items():
        for path in sorted(glob.glob(os.path.join(event, folder, "*.yaml"))):
            yield noun, path


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


class Schemas(unittest.TestCase):
    def test_each_is_a_draft_07_schema_with_words_for_every_key(self):
        names = sorted(glob.glob(os.path.join(SCHEMAS, "*.schema.json")))
        self.assertGreaterEqual(len(names), 14)
        for path in names:
            with self.subTest(os.path.basename(path)):
                whole = json.loads(text_of(path))
                self.assertEqual(whole["$schema"], "http://json-schema.org/draft-07/schema#")
                jsonschema.Draft7Validator.check_schema(whole)
                self.words(whole, "")

    def words(self, node, place):
        if isinstance(node, list):
            for item in node:
                self.words(item, place)
        if not isinstance(node, dict):
            return
        for key, inner in node.get("properties", {}).items():
            self.assertTrue(inner.get("title"), f"{place}/{key} has no title")
            self.assertTrue(inner.get("description"), f"{place}/{key} has no description")
        for key, inner in node.items():
            if key not in ("const", "enum", "default", "examples"):
                self.words(inner, f"{place}/{key}")

    def test_references_lead_somewhere(self):
        for path in glob.glob(os.path.join(SCHEMAS, "*.schema.json")):
            whole = json.loads(text_of(path))
            for name in re.findall(r'"#/definitions/([^"]+)"', text_of(path)):
                self.assertIn(name, whole.get("definitions", {}), path)


class Files(unittest.TestCase):
    def test_the_files_of_the_examples_fit_their_schemas(self):
        self.assertGreaterEqual(len(EVENTS), 2)
        for event in EVENTS:
            for noun, path in files_of(event):
                for version in VERSIONS:
                    found = faults(schema(noun), read(text_of(path), version))
                    self.assertEqual(found, [], f"{os.path.relpath(path, SOURCE)} as {version.__name__}")

    def test_first_lines_for_editors_name_the_right_schema(self):
        count = 0
        for event in EVENTS:
            for noun, path in files_of(event):
                line = text_of(path).split("\n", 1)[0]
                if "yaml-language-server" not in line:
                    continue
                count += 1
                match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", line)
                self.assertTrue(match, path)
                meant = os.path.normpath(os.path.join(os.path.dirname(path), match[1]))
                self.assertEqual(meant, os.path.join(SCHEMAS, noun + ".schema.json"), path)
        self.assertGreater(count, 10)


ACTIVITY = {"name": "name: Line check", "start": "start: 2026-06-12T10:00"}
EVENT = {"format": "format: 1", "uid": "uid: 4f7cfc6a", "name": "name: Tiny", "timezone": "timezone: Europe/Berlin",
         "start": "start: 2026-06-10", "end": "end: 2026-06-14", "default_collaborator": "default_collaborator: north"}
CREW = {"name": "name: Maya", "collaborator": "collaborator: north"}
BASES = {"activity": ACTIVITY, "crew": CREW, "area": {"name": "name: Hall"}, "collaborator": {"name": "name: North"},
         "timeframe": {"name": "name: Load-in", "start": "start: 2026-06-08", "end": "end: 2026-06-09"},
         "view": {"name": "name: Mine"}}

RIGHT = {
    "activity": [
        "name: 2026", "name: yes", "name: 12:30", "name: 08", "name: 0x1F", "name: 1e3", "name: 森 健二", "name: ' x'",
        "name: >-\n  folded\n  text", "description: |\n  two\n  lines\n", "description: 7", "location: 3.10",
        "kind:", "areas:", "areas: []", "participants:", "participants: {}", "participants:\n  required:", "tags:",
        "tags: [on, '1', 2026, no]", "kind: 2026", "status: tentative", "global: true", "global: 'true'", "busy: false",
        "visibility: private", "start: 2026-06-12T28:30", "start: 2026-06-12 14:00", "start: 2026-06-12T14:00:30",
        "start: 2026-06-12", "start: '2026-06-12'", "end: 12:30", "end: 9:30", "end: '26:00'", "end: 35:59:59",
        "end: 2026-06-12T11:00", "duration: 90m", "duration: 1h30", "duration: 1h30m", "duration: 2h", "duration: 45s",
        "duration: 2m30s", "duration: 1:02:30", "duration: PT90M", "duration: P1DT2H", "duration: 1d", "duration: 1H5M",
        "duration: 1d2h30", "duration: 0:45:00", "timezone: America/Port-au-Prince", "timezone: Etc/GMT+1", "timezone: UTC",
        "uid: 12345", "uid: a@b.example", "x-own: [1, {a: [b]}]", "x-Own Key: yes",
        "repeat:\n  every: day", "repeat:\n  every: Week\n  on: [fri, SATURDAY]\n  week_start: sun",
        "repeat:\n  every: 2  weeks\n  count: 08", "repeat:\n  every: month\n  on: [15, -1, 2 tue, last fri]\n  count: 3",
        "repeat:\n  dates: [2026-06-12, '2026-06-13']", "repeat:\n  every: day\n  until: 2026-06-14\n  skip: [2026-06-13]",
        "repeat:\n  every: day\n  changes:\n    2026-06-13:\n      start: 12:30\n      x-why: rain",
        "segments:\n- name: Opening\n  duration: 5m\n  start: 10:30\n  cue: 4.2\n  who: [The Choir, Someone Else]\n  color: '#0a7d8c'",
        "segments:\n- name: A\n  color: teal\n  notes: |\n    many\n    lines\n", "needs:\n- count: 4\n  role: stagehand",
        "needs:\n- count: '4'\n  role: 7", "accept:\n- rule: area-overlap\n  reason: shared\n  until: 2026-06-14"],
    "event": [
        "day_start: 5:00", "day_start: 04:30", "day_start:", "kind: 2026", "windows: [call, load-in]", "columns: [Light, 2]",
        "rules:\n  minimum_rest: 11h\n  severity:\n    area-overlap: off\n    late-meal: warning", "site:\n  venue: 5",
        "comms:\n  radio:\n    1: Production\n    Channel 2: 7\n  wifi: yes", "safety:\n  emergency: 112",
        "crew_attributes:\n  shirt:\n    type: select\n    options: [S, M, 42]\n  diet:\n    name: Diet\n    type: text"],
    "crew": ["phone: 5550177", "radio: 3", "email: a@b.example", "role: no", "overlap: allow", "crew_attributes:",
             "unavailable:\n- start: 2026-06-12\n  end: 2026-06-12T12:00\n  reason: 7"],
    "area": ["overlap: forbid", "location: 2", "site: {}", "safety:\n  notes: |\n    a\n    b\n"],
    "collaborator": ["overlap: warn", "rules:\n  longest_day: 12h", "notes: yes"],
    "timeframe": ["color: red", "global: true", "end: 2026-06-09T30:00", "participants: []"],
    "view": ["event: true", "match: all", "statuses: [confirmed, tentative]", "roles: [optional]", "kinds: [show]",
             "text: 2026", "as: agenda", "audience: crew", "columns: collab"],
}

WRONG = {
    "event": [
        "start: soon", "end: 2026-06-12T10:00", "timezone:", "uid: a b", "format: one", "day_start: 4", "windows: call",
        "rules:\n  severity:\n    area-overlap: maybe", "rules:\n  meal_within: 5", "contacts:\n- role: Producer", "site: Hall",
        "comms:\n  radio: 1", "crew_attributes:\n  shirt: text", "crew_attributes:\n  Shirt Size:\n    type: text",
        "crew_attributes:\n  shirt:\n    type: colour", "default_collaborator: [north]", "venue: Hall"],
    "activity": [
        "name:", "name: ''", "name: ' '", "name: [a]", "name: {a: b}", "name: |\n  two\n  lines", 'name: "a\\tb"', 'name: "a\\x1bb"',
        "colour: red", "Name: x", "x-: 1", "status: done", "status: Confirmed", "status: 1", "status: [confirmed]",
        "areas: main-stage", "areas: {a: b}", "areas:\n-", "areas: [Main Stage]", "tags: [a, a]", "tags: [[a]]",
        "kind: Load In", "kind: -a", "kind: a--b", "kind: " + "a" * 65, "global: 1", "global: 'yes'", "global: maybe",
        "start: 2pm", "start: 12.06.2026", "start: 2026-6-12", "start: 2026-06-12T36:00", "start: 2026-06-12T9:00",
        "start: 2026-06-12T14", "start: 14:00", "start: 2026-13-12", "start: 20260612", "start: 2026-06-12T14:00Z",
        "end: 2pm", "end: 14", "end: '24:60'", "end: '36:00'", "end: 1", "duration: 90", "duration: 2:30", "duration: 90 min",
        "duration: 1.5h", "duration: -1h", "duration: h", "duration: '1h75'", "duration: P", "duration: PT", "timezone: 7",
        "timezone: CET/", "uid: a b", "participants: [a]", "participants:\n  needed: [a]", "repeat: day",
        "repeat:\n  every: fortnight", "repeat:\n  every: 0 days", "repeat:\n  every: days", "repeat:\n  every: 2",
        "repeat:\n  every: month\n  on: [32]", "repeat:\n  every: month\n  on: [6 tue]", "repeat:\n  every: week\n  on: fri",
        "repeat:\n  every: day\n  until: 2026-06-14T10:00", "repeat:\n  every: day\n  count: many",
        "repeat:\n  every: day\n  changes:\n    saturday:\n      start: 12:30", "segments: [a]", "segments:\n- cue: 1",
        "segments:\n- name: A\n  color: '#12'", "segments:\n- name: A\n  color: Dark Red", "segments:\n- name: A\n  start: 2pm",
        "needs:\n- count: 0\n  role: x", "needs:\n- count: 100001\n  role: x", "needs:\n- role: x", "visibility: secret",
        "accept:\n- rule: area-overlap", "repeat:\n  dates: [2026-06-12, 2026-06-12]"],
    "crew": ["collaborator:", "collaborator: [north]", "attributes: diet", "unavailable:\n- start: 2026-06-12", "phone: []",
             "crew_attributes:\n  diet: maybe", "overlap: never", "nickname: M"],
    "area": ["site: Hall 3", "site:\n  street: 5", "overlap: 1", "unavailable: 2026-06-12"],
    "collaborator": ["rules:\n  minimum_rest: 11", "rules: 11h", "crew_attributes:\n  diet: false"],
    "timeframe": ["start:", "end: 12:30", "color: 12", "participants:\n  required: [a]"],
    "view": ["match: some", "statuses: confirmed", "as: list", "roles: [host]", "event: 1"],
}


def with_lines(base, lines):
    """The base record with one key in the place of its own, or behind its own."""
    key = lines.split(":", 1)[0]
    return "\n".join({**base, key: lines}.values()) + "\n"


class Agreement(unittest.TestCase):
    """What the schema of a file says about it, and what the command says."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = cls.folder.name
        write(os.path.join(cls.root, "event.yaml"), "\n".join(EVENT.values()) + "\n")
        write(os.path.join(cls.root, "collaborators", "north.yaml"), "name: North\n")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def errors(self):
        done = backops("check", "--format", "json", cwd=self.root)
        answer = json.loads(done.stdout)
        files = {}
        for problem in answer["problems"]:
            if problem["severity"] == "error":
                files.setdefault(problem["file"], []).append(problem["message"])
        return files

    def spread(self, samples):
        """Writes each sample as a file of its own; pairs of its path and its text."""
        for noun, all_lines in samples.items():
            folder = next((folder for folder, other in FOLDERS.items() if other == noun), None)
            for number, lines in enumerate(all_lines, 1):
                if noun == "event":
                    continue
                text = with_lines(BASES[noun], lines)
                path = f"{folder}/{noun}-{number}.yaml"
                write(os.path.join(self.root, path), text)
                yield noun, path, text

    def clean(self):
        for noun, path in list(files_of(self.root)):
            if noun != "event" and not path.endswith("north.yaml"):
                os.remove(path)

    def test_what_the_command_takes_the_schema_takes(self):
        self.addCleanup(self.clean)
        samples = list(self.spread(RIGHT))
        errors = self.errors()
        for noun, path, text in samples:
            with self.subTest(text):
                self.assertEqual(errors.get(path, []), [])
                for version in VERSIONS:
                    self.assertEqual(faults(schema(noun), read(text, version)), [], version.__name__)

    def test_what_the_command_takes_in_an_event_the_schema_takes(self):
        path = os.path.join(self.root, "event.yaml")
        before = text_of(path)
        self.addCleanup(write, path, before)
        for lines in RIGHT["event"]:
            text = with_lines(EVENT, lines)
            write(path, text)
            with self.subTest(text):
                self.assertEqual(backops("check", cwd=self.root).stdout.splitlines()[-1][:9], b"0 errors,")
                for version in VERSIONS:
                    self.assertEqual(faults(schema("event"), read(text, version)), [], version.__name__)

    def test_what_the_command_refuses_the_schema_refuses(self):
        self.addCleanup(self.clean)
        samples = list(self.spread(WRONG))
        errors = self.errors()
        for noun, path, text in samples:
            with self.subTest(text):
                self.assertTrue(errors.get(path), "the command takes it")
                for version in VERSIONS:
                    self.assertTrue(faults(schema(noun), read(text, version)), f"the schema takes it as {version.__name__}")

    def test_what_the_command_refuses_in_an_event_the_schema_refuses(self):
        path = os.path.join(self.root, "event.yaml")
        before = text_of(path)
        self.addCleanup(write, path, before)
        for lines in WRONG["event"]:
            text = with_lines(EVENT, lines)
            write(path, text)
            with self.subTest(text):
                self.assertEqual(backops("check", cwd=self.root).returncode, 1, "the command takes it")
                for version in VERSIONS:
                    self.assertTrue(faults(schema("event"), read(text, version)), f"the schema takes it as {version.__name__}")

    def test_required_keys_are_missed(self):
        for noun, base in {**BASES, "event": EVENT}.items():
            for key in base:
                text = "\n".join(lines for other, lines in base.items() if other != key) or "{}"
                self.assertTrue(faults(schema(noun), read(text, Yaml12)), f"{noun} without {key}")


class Output(unittest.TestCase):
    """Each JSON output against its schema, with nothing in it that the schema has no words for."""

    def copy(self, event=EVENTS[-1]):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        root = os.path.join(folder.name, os.path.basename(event))
        shutil.copytree(event, root)
        return root

    def check(self, kind, *words, cwd, status=0, stdin=b""):
        done = backops(*words, cwd=cwd, stdin=stdin)
        self.assertEqual(done.returncode, status, (words, done.stdout[-300:], done.stderr[-600:]))
        answer = json.loads(done.stdout)
        self.assertEqual(answer["schema"], f"backops/{kind}/1", words)
        self.assertEqual(faults(closed(schema(kind)), answer), [], words)
        return answer

    def list(self, command, *words, cwd, status=0, sound=True):
        answer = self.check("list", command, *words, "--format", "json", cwd=cwd, status=status)
        self.assertEqual(answer["noun"], command)
        for row in answer["rows"] if sound else []:
            record = copy.copy(row)
            self.assertEqual(command == "event", record.pop("id", None) is None, row)
            self.assertEqual(faults(schema(COMMANDS[command]), record), [], row)
        return answer

    def test_records(self):
        for event in EVENTS:
            counts = {}
            for noun, path in files_of(event):
                counts[noun] = counts.get(noun, 0) + 1
            for command, noun in COMMANDS.items():
                if command == "event":
                    continue
                rows = self.list(command, "list", cwd=event)["rows"]
                self.assertEqual(len(rows), counts.get(noun, 0))
                if rows:
                    self.assertEqual(self.list(command, "show", rows[0]["id"], cwd=event)["rows"], rows[:1])
            self.assertEqual(len(self.list("event", "show", cwd=event)["rows"]), 1)

    def test_values_are_typed_by_their_keys(self):
        root = self.copy()
        write(os.path.join(root, "activities", "typed.yaml"),
              "name: 2026\nstart: 2026-06-12T14:00\nglobal: true\nlocation: yes\nkind:\nneeds:\n- count: 4\n  role: 08\nx-own: 7\n")
        row = self.list("activity", "show", "typed", cwd=root)["rows"][0]
        self.assertEqual(row, {"id": "typed", "name": "2026", "start": "2026-06-12T14:00", "global": True, "location": "yes",
                               "needs": [{"count": 4, "role": "08"}], "x-own": "7"})

    def test_schedules(self):
        for event in EVENTS:
            whole = self.check("schedule", "schedule", "--format", "json", cwd=event)
            self.assertGreater(len(whole["rows"]), 10)
            start = whole["event"]["start"]
            for words in (["--day", start], ["--event"], ["--day", start, "--audience", "public"]):
                self.check("schedule", "schedule", *words, "--format", "json", cwd=event)
            for command in ("area", "collab", "crew"):
                for row in self.list(command, "list", cwd=event)["rows"][:5]:
                    self.check("schedule", "schedule", "--" + command, row["id"], "--format", "json", cwd=event)
                    self.check("free", "schedule", "free", "--" + command, row["id"], "--format", "json", cwd=event)

    def fits(self, kind, answer, said):
        self.assertEqual(answer["schema"], f"backops/{kind}/1", said)
        self.assertEqual(faults(SHEETS[kind], answer), [], said)
        self.assertRegex(answer["hash"] or "0123456789", "^[0-9a-f]{10}$")

    def sheet(self, verb, *words, cwd):
        done = backops("sheet", verb, *words, "--format", "json", cwd=cwd)
        self.assertEqual(done.returncode, 0, (words, done.stderr[-600:]))
        answer = json.loads(done.stdout)
        self.fits(verb + "-sheet", answer, (verb, *words, cwd))
        return answer

    def test_sheets_of_every_day(self):
        for event in EVENTS:
            rows = self.check("schedule", "schedule", "--format", "json", cwd=event)["rows"]
            counts = {}
            for day in sorted({row["day"] for row in rows}):
                for audience in AUDIENCES:
                    page = self.sheet("day", "--day", day, "--audience", audience, cwd=event)
                    counts[audience] = counts.get(audience, 0) + len(page["rows"])
                    if audience == "public":
                        self.assertEqual((page["contacts"], page["day"]["timeframes"]), ([], []))
                        continue
                    call = self.sheet("call", "--day", day, "--audience", audience, "--issue", "Rev B", cwd=event)
                    self.assertEqual(call["rows"], page["rows"])
                    self.assertEqual((call["issue"], page["issue"], call["person"]), ("Rev B", None, None))
            self.assertGreater(counts["crew"], 10)
            self.assertGreaterEqual(counts["private"], counts["crew"])
            self.assertGreater(counts["crew"], counts["public"])

    def test_sheets_of_each(self):
        """One day's of each person, collaborator and area, with the index of them; nobody in these events is named to the public."""
        for event in EVENTS:
            days = sorted({row["day"] for row in self.check("schedule", "schedule", "--format", "json", cwd=event)["rows"]})
            for verb, whose, audience in itertools.product(("call", "day"), ("crew", "collab", "area"), AUDIENCES):
                if (verb, audience) == ("call", "public"):
                    continue
                with tempfile.TemporaryDirectory() as folder:
                    done = backops("sheet", verb, "--day", days[len(days) // 2], "--each", whose, "--audience", audience, "--format", "json",
                                   "-o", folder, cwd=event)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    index = json.loads(text_of(os.path.join(folder, "index.json")))
                    self.fits("index", index, (verb, whose, audience, event))
                    ids = [row["id"] for row in self.list(whose, "list", cwd=event)["rows"]]
                    self.assertEqual([item["id"] for item in index["items"]], [] if audience == "public" and whose != "area" else sorted(ids))
                    for item in index["items"]:
                        answer = json.loads(text_of(os.path.join(folder, item["file"])))
                        self.fits(verb + "-sheet", answer, (verb, whose, audience, item["id"], event))
                        self.assertEqual(answer["for"], [{"kind": whose, "id": item["id"], "name": item["name"]}])

    def test_run_sheets(self):
        for event in EVENTS:
            runs = [row["id"] for row in self.list("activity", "list", cwd=event)["rows"] if row.get("segments")]
            self.assertTrue(runs, event)
            columns = self.list("event", "show", cwd=event)["rows"][0].get("columns", [])
            for row in self.check("schedule", "schedule", "--format", "json", cwd=event)["rows"]:
                if row["id"] not in runs:
                    continue
                for department in [None, *columns]:
                    words = ["--department", department] if department else []
                    answer = self.sheet("run", row["occurrence"] or row["id"], *words, "--audience", "private", cwd=event)
                    self.assertEqual(answer["department"], department)

    def test_problems(self):
        for event in EVENTS:
            self.assertEqual(self.check("check", "check", "--format", "json", cwd=event)["errors"], 0)
        root = self.broken()
        answer = self.check("check", "check", "--format", "json", cwd=root, status=1)
        self.assertEqual(answer["errors"] + answer["warnings"], len(answer["problems"]))
        self.assertTrue(any(problem["line"] is None for problem in answer["problems"]))
        self.assertTrue(any(problem["hints"] for problem in answer["problems"]))

    def broken(self):
        """A copy of an example in which much is wrong."""
        root = self.copy()
        write(os.path.join(root, "activities", "wrong.yaml"),
              "name: [a]\nstart: 2pm\nareas: main-stage\nstatus: done\nend: 9pm\nduration: 90\nparticipants: {required: [nobody]}\n")
        write(os.path.join(root, "activities", "unreadable.yaml"), 'name: "unclosed\n')
        write(os.path.join(root, "activities", "both.yaml"), "name: B\nstart: 2026-06-12T10:00\nend: 11:00\nduration: 1h\n")
        write(os.path.join(root, "areas", "empty.yaml"), "")
        write(os.path.join(root, "areas", "Big Hall.yaml"), "name: Big Hall\n")
        return root

    def test_broken_events(self):
        root = self.broken()
        answer = self.list("activity", "list", cwd=root, status=1, sound=False)
        self.assertGreater(len(answer["rows"]), 1)
        self.list("area", "list", cwd=root, status=1, sound=False)
        self.check("schedule", "schedule", "--format", "json", cwd=root, status=1)
        self.check("find", "find", "main", "--format", "json", cwd=root)
        self.check("missing", "crew", "missing", "--format", "json", cwd=root)
        write(os.path.join(root, "event.yaml"), "name: Half\nstart: soon\n")
        shutil.copytree(root, root + "-2")
        write(os.path.join(root + "-2", "event.yaml"), 'name: "unclosed\n')
        events = self.check("events", "event", "list", "--format", "json", cwd=os.path.dirname(root), status=1)["events"]
        self.assertEqual([event["name"] for event in events], ["Half", None])
        self.assertEqual([event["start"] for event in events], [None, None])

    def test_events(self):
        answer = self.check("events", "event", "list", "--format", "json", cwd=os.path.join(SOURCE, "examples"))
        self.assertEqual([event["directory"] for event in answer["events"]], [os.path.basename(event) for event in EVENTS])
        answer = self.check("events", "event", "list", "--format", "json", cwd=EVENTS[0])
        self.assertEqual([event["directory"] for event in answer["events"]], ["."])

    def test_finding(self):
        for event in EVENTS:
            self.assertTrue(self.check("find", "find", "stage", "--format", "json", cwd=event)["rows"])
            self.assertFalse(self.check("find", "find", "qqqq", "--format", "json", cwd=event, status=1)["rows"])

    def test_missing_attributes(self):
        for event in EVENTS:
            self.check("missing", "crew", "missing", "--format", "json", cwd=event)
        root = self.copy()
        write(os.path.join(root, "collaborators", "demanding.yaml"),
              "name: Demanding\ncrew_attributes:\n  shoe-size:\n    required: true\n    crew_provided: true\n")
        write(os.path.join(root, "crew", "with-address.yaml"), "name: A\ncollaborator: demanding\nemail: a@b.example\n")
        write(os.path.join(root, "crew", "without.yaml"), "name: B\ncollaborator: demanding\n")
        text = text_of(os.path.join(root, "event.yaml"))
        mark = "crew_attributes:\n" if "\ncrew_attributes:\n" in text else ""
        attribute = "crew_attributes:\n  shoe-size:\n    type: number\n"
        write(os.path.join(root, "event.yaml"), text.replace(mark, attribute, 1) if mark else text + attribute)
        rows = self.check("missing", "crew", "missing", "--collab", "demanding", "--format", "json", cwd=root)["rows"]
        self.assertEqual([(row["crew"], row["email"], row["from"]) for row in rows],
                         [("with-address", "a@b.example", "crew"), ("without", None, "crew")])

    def test_changes(self):
        root = self.copy()
        day = self.check("schedule", "schedule", "--format", "json", cwd=root)["event"]["start"]
        change = lambda *words, **more: self.check("change", *words, "--format", "json", cwd=root, **more)
        self.assertEqual(change("area", "add", "Zelt Ä"),
                         {"schema": "backops/change/1", "dry_run": False, "added": ["zelt-a"], "changed": [],
                          "removed": [], "files": ["areas/zelt-a.yaml"], "breaks": []})
        self.assertTrue(change("area", "add", "Zelt C", "--dry-run")["dry_run"])
        far = change("activity", "add", "Far off", "--start", "2031-01-01 14:00", "--for", "90m", "--dry-run")
        self.assertEqual([broken["rule"] for broken in far["breaks"]], ["outside-event"])
        self.assertFalse(os.path.exists(os.path.join(root, "areas", "zelt-c.yaml")))
        change("activity", "add", "Line check", "--id", "check-1", "--start", day + " 14:00", "--for", "90m", "--area", "zelt-a")
        self.assertEqual(change("activity", "edit", "check-1", "--status", "tentative")["changed"], ["check-1"])
        self.assertEqual(change("activity", "edit", "check-1", "--status", "tentative")["changed"], [])
        renamed = change("area", "rename", "zelt-a", "--id", "zelt-z")
        self.assertEqual(renamed["changed"], ["zelt-z"])
        self.assertEqual(renamed["files"], ["activities/check-1.yaml", "areas/zelt-a.yaml", "areas/zelt-z.yaml"])
        self.assertEqual(change("area", "rm", "zelt-z", "--cascade")["removed"], ["zelt-z"])
        self.assertEqual(change("event", "edit", "--kind", "festival-2")["files"], ["event.yaml"])

    def test_dates_of_series_and_segments(self):
        root = self.copy()
        day = self.check("schedule", "schedule", "--format", "json", cwd=root)["event"]["start"]
        change = lambda *words, **more: self.check("change", *words, "--format", "json", cwd=root, **more)
        change("activity", "add", "Roll call", "--start", day + " 14:00", "--for", "30m", "--repeat", "day count 5")
        one = f"roll-call@{day}"
        self.assertEqual(change("activity", "edit", one, "--start", "15:00")["changed"], [one])
        self.assertEqual(change("activity", "skip", one)["changed"], [one])
        self.assertEqual(change("activity", "unskip", one)["changed"], [one])
        shown = self.list("activity", "show", one, cwd=root)["rows"]
        self.assertEqual([row["id"] for row in shown], [one])
        self.assertEqual(len(self.list("activity", "show", one + "..", cwd=root)["rows"]), 5)
        copied = change("activity", "copy", one, "--name", "Late call")
        self.assertEqual(copied["added"], ["late-call"])
        empty = self.check("segments", "activity", "segment", "list", "late-call", "--format", "json", cwd=root)
        self.assertEqual(empty["rows"], [])
        change("activity", "segment", "add", "late-call", "Names", "--for", "5m", "--who", "the caller")
        full = self.check("segments", "activity", "segment", "list", "late-call", "--format", "json", cwd=root)
        self.assertEqual(full["rows"], [{"position": 1, "from": "2026-06-10T14:00", "until": "2026-06-10T14:05", "name": "Names",
                                         "duration": "5m", "who": ["the caller"]}])

    def test_a_new_event_and_an_import(self):
        with tempfile.TemporaryDirectory() as folder:
            made = self.check("change", "event", "new", "tiny", "--start", "2026-06-10", "--end", "2026-06-12", "--timezone",
                              "Europe/Berlin", "--collab", "North", "--format", "json", cwd=folder)
            self.assertEqual(made["files"], ["collaborators/north.yaml", "event.yaml"])
            self.assertEqual(made["added"], ["north"])
            answer = self.check("change", "import", "csv", "-", "--create", "--format", "json", cwd=os.path.join(folder, "tiny"),
                                stdin="name,start,duration,areas\nDoors,2026-06-10T18:00,,Foyer\n")
            self.assertIn("activities/doors.yaml", answer["files"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
