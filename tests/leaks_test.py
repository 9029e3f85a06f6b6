"""Nobody is shown what is not theirs to see: not its words, and not what follows from it.

In an event every text of every record is a word of its own. All verbs are in the list of commands.py: those that take an audience are run in
each of their formats, with each selection and as files for each, for the public, the crew and the innermost circle. A word may be in what
comes out only if LEVELS has it for that audience, which a new key of the schemas must be added to. What is private leaves no trace either:
an event with private activities and one without look the same to the public.
"""
import itertools
import os
import re
import sys
import tempfile
import unittest

import filled
from commands import COMMANDS, SHOWN_TO, verbs_of_the_program
from filled import AUDIENCES, TRACES, Event
from running import backops, in_all

NEVER = "private"  # what no report shows, but may to those who see everything

# Who may see a text of a record, as far as the record itself is theirs to see.
LEVELS = {
    "public": """
        event.name event.description event.uid event.site.venue event.site.address event.site.map event.site.transport
        area.id area.name area.description area.location area.site.venue area.site.address area.site.map area.site.transport
        activity.id activity.name activity.description activity.location activity.uid
        activity.repeat.changes.*.name activity.repeat.changes.*.description activity.repeat.changes.*.location""",
    "crew": """
        event.kind event.columns[] event.site.entrance event.site.parking event.safety.* event.comms.* event.contacts[].role event.x-own
        area.site.entrance area.site.parking area.safety.* area.unavailable[].reason
        collaborator.id collaborator.name collaborator.unavailable[].reason collaborator.x-own
        crew.id crew.name crew.title crew.role crew.department crew.radio
        activity.kind activity.tags[] activity.needs[].role activity.segments[].* activity.accept[].reason activity.accept[].by
        activity.x-own
        timeframe.id timeframe.name timeframe.description timeframe.notes timeframe.x-own""",
    "private": """
        event.notes event.tags[] event.windows[] event.crew_attributes.* event.contacts[].x-own event.rules.x-own
        area.notes area.tags[] area.x-own area.unavailable[].x-own
        collaborator.description collaborator.email collaborator.phone collaborator.notes collaborator.tags[] collaborator.crew_attributes.*
        collaborator.rules.x-own collaborator.unavailable[].x-own
        crew.description crew.email crew.phone crew.unavailable[].reason crew.attributes.* crew.crew_attributes.* crew.notes crew.tags[] crew.rules.x-own
        crew.unavailable[].x-own crew.x-own
        activity.notes activity.repeat.changes.*.notes activity.accept[].x-own activity.accept[].with activity.needs[].x-own
        activity.participants.x-own activity.repeat.x-own activity.repeat.changes.*.x-own activity.repeat.changes.*.participants.x-own
        timeframe.tags[] view.*""",
}
# What is on a report, whatever its format: each of these texts of some record at least.
PLAN = "activity.name activity.location activity.repeat.changes.*.name activity.repeat.changes.*.location"
PEOPLE = "crew.name crew.role crew.radio crew.phone collaborator.name"
PLACES = "event.name area.name area.site.venue area.site.address area.site.map area.site.transport"
GATES = "area.site.entrance area.site.parking"
SAFETY = """area.safety.emergency area.safety.hospital area.safety.medic area.safety.muster_point area.safety.notes event.comms.radio.key
    event.comms.radio.* event.comms.wifi event.contacts[].role"""
FRAMES = "timeframe.name timeframe.description timeframe.notes"
RUN = """event.columns[] activity.segments[].name activity.segments[].cue activity.segments[].location activity.segments[].notes
    activity.segments[].columns.* activity.segments[].who[] activity.description"""
CALENDAR = f"""{PLAN} activity.description activity.repeat.changes.*.description activity.uid area.name event.name"""
NAMED = "crew.name collaborator.name"  # of those who are named to the public
SHOWN = {
    ("sheet call", "crew"): f"{PLAN} {PLACES} {GATES} {SAFETY} {FRAMES} {PEOPLE} activity.needs[].role activity.accept[].reason "
                            "area.unavailable[].reason collaborator.unavailable[].reason",
    ("sheet call", "private"): f"{PLAN} {PLACES} {GATES} {SAFETY} {FRAMES} {PEOPLE} activity.needs[].role activity.accept[].reason "
                               "crew.unavailable[].reason",
    ("sheet day", "public"): f"{PLAN} {PLACES}",
    ("sheet day --day 2026-06-12 --format text", "public"): NAMED,
    ("sheet day --day 2026-06-12 --format md", "public"): NAMED,
    ("sheet day --day 2026-06-12 --format json", "public"): f"{NAMED} crew.id collaborator.id",
    ("sheet day", "crew"): f"{PLAN} {PLACES} {GATES} {SAFETY} {FRAMES} crew.phone",
    ("sheet run", "crew"): RUN,
    ("schedule --as", "public"): "activity.name event.name",
    ("schedule --as agenda", "public"): f"activity.name activity.location event.name {NAMED}",
    ("schedule --as", "crew"): "activity.name timeframe.name event.name",
    ("schedule --format", "public"): PLAN,
    ("schedule --format json", "public"): f"{PLAN} crew.id collaborator.id",
    ("schedule --format ndjson", "public"): f"{PLAN} crew.id collaborator.id",
    ("schedule --format csv", "public"): f"{PLAN} crew.id collaborator.id",
    ("schedule --format ics", "public"): f"{PLAN} {NAMED}",
    ("schedule --format", "private"): f"{PLAN} activity.kind",
    ("schedule now --format", "public"): "activity.name activity.location",
    ("schedule next --format", "public"): "activity.name activity.location",
    ("schedule at", "public"): "activity.name activity.location",
    ("export ics", "public"): f"{CALENDAR} {NAMED}",
    ("export ics", "crew"): f"{CALENDAR} activity.segments[].name activity.kind activity.tags[] crew.name collaborator.name",
    ("export csv", "public"): "activity.name activity.location activity.description",
    ("export csv", "crew"): "activity.name activity.location activity.description activity.kind crew.id collaborator.id",
    ("export json", "public"): f"{PLAN} crew.id collaborator.id",
    ("export ics --attendees", "private"): f"{CALENDAR} crew.email collaborator.email",
}
SELECTING = {"--crew", "--collab", "--area", "--view"}
# Texts that must be what stands elsewhere.
NAMES_OF_OTHERS = {"activity.accept[].with", "activity.segments[].columns.key"}
# Own keys inside a key are for the files alone.
INNERMOST = re.compile(r"(site|safety|comms|segments\[\])\.x-own$")
DAY = ("--day", "2026-06-12")
NOW = "2026-06-12T14:30"

def level_of(path):
    if INNERMOST.search(path):
        return NEVER
    for level, patterns in LEVELS.items():
        for pattern in patterns.split():
            if path == pattern or (pattern.endswith(".*") and path.startswith(pattern[:-1])):
                return level
    raise AssertionError(f"{path} is a text that no audience is said for: add it to LEVELS, and have the test show where it is")


class Words:
    """A word for each text, and who may see it."""

    def __init__(self):
        self.places, self.levels, self.off, self.ids = {}, {}, set(), itertools.count()

    def of(self, record, level="public", reachable=False, named=None, is_told_off=False, unsettled=None, settled=None):
        """What fills the texts of one record, which only `level` and those further in may see; `named`: who may read its name. Of what is
        unsettled on one date, or settled on one alone, the words of the rest are not the public's, unless a calendar says that it is off."""
        def text(path, kind):
            word = f"zq{next(self.ids):04d}x"
            seen = level_of(path)
            if reachable and path in ("crew.email", "crew.phone"):
                seen = "crew"
            if named and path in ("crew.id", "crew.name", "collaborator.id", "collaborator.name"):
                seen = named
            is_changed = path.startswith("activity.repeat.changes.")
            is_open = (unsettled and is_changed) or (settled and path in ("activity.name", "activity.description", "activity.location"))
            if seen == "public" and (is_told_off or (is_open and "cancelled" in (unsettled, settled))):
                self.off.add(word)
            # What has the shape of an id must be one where people are named.
            self.places[word] = f"{path} of {record}"
            self.levels[word] = max(seen, level, "crew" if is_open else "public", key=AUDIENCES.index)
            return f"{word}@mail.example" if path.endswith(".email") else f"Uncle {word}" if path.endswith(".who[]") else word
        return text

    def may_be_in(self, word, audience, words):
        if AUDIENCES.index(self.levels[word]) <= AUDIENCES.index(audience) or (word in self.off and "ics" in words):
            return True
        # Where somebody must be is theirs to know, whatever it is.
        is_own = audience == "crew" and ("--crew" in words or "crew" in words)
        path, record = self.places[word].split(" of ", 1)
        return is_own and record.startswith("the private ") and record.endswith(" activity") and level_of(path) != NEVER


def reports(ids, audience):
    """Every report in each of its formats."""
    crew, home, stage = (ids[known] for known in (("star", "label", "stage") if audience == "public" else ("hand", "home", "stage")))
    selections = ((), ("--crew", crew), ("--collab", home), ("--area", stage), ("--view", ids["everything"]))
    for selection in selections:
        yield from filled.schedules(*selection)
        yield from filled.exports(*selection)
        for kind in ("call", "day"):
            if kind == "day" or audience != "public":
                yield from filled.sheets(kind, *DAY, *selection)
    for form in ("text", "md", "html", "json", "ndjson", "csv", "ics"):
        yield from (("schedule", *when, "--format", form) for when in (("now",), ("next",), ("at", NOW), ("next", "20")))
    for status in ("tentative", "cancelled") if audience == "public" else ():
        yield from (words for words in filled.schedules("--status", status) if "ics" not in words)
        yield from filled.exports("--status", status)
    if audience != "public":
        yield from filled.sheets("call", *DAY, "--crew", ids["guest"], "--with-team")
        yield from filled.sheets("run", ids["crew show"])
    if audience == "private":
        yield ("export", "ics", "--attendees")


def files_for_each(audience):
    """Every verb that makes a file for each, in its formats."""
    for each in ("crew", "collab", "area"):
        yield ("export", "ics", "--each", each)
        for kind in ("call", "day"):
            if kind == "day" or audience != "public":
                yield from filled.sheets(kind, *DAY, "--each", each)


def report(folder, audience, words):
    done = backops(*words, "--audience", audience, cwd=folder, now=NOW, COLUMNS="400")
    assert done.returncode == 0, (words, done.stderr.decode())
    text = done.stdout.decode()
    # Calendar files are folded into lines of 75 bytes.
    return text.replace("\r\n ", "") if "ics" in words else text


def folder_of(directory, audience, words):
    """The files that --each makes, and their names."""
    out = os.path.join(directory, f"{audience}-{'-'.join(words)}")
    done = backops(*words, "--audience", audience, "-o", out, cwd=os.path.join(directory, "event"), now=NOW)
    assert done.returncode == 0, done.stderr.decode()
    texts = sorted(os.listdir(out))
    for name in list(texts):
        with open(os.path.join(out, name), encoding="utf-8", newline="") as file:
            texts.append(file.read().replace("\r\n ", ""))
    return "\n".join(texts)


def all_reports(directory, ids, is_wanted=lambda audience, words: True):
    """{(audience, words): text} of everything that is made."""
    def wanted(of_audience):
        return [(audience, words) for audience in AUDIENCES for words in of_audience(audience) if is_wanted(audience, words)]
    event = os.path.join(directory, "event")
    made = in_all(wanted(lambda audience: reports(ids, audience)), lambda *one: report(event, *one))
    made.update(in_all(wanted(files_for_each), lambda *one: folder_of(directory, *one)))
    return made


def words_in(text):
    return set(re.findall(r"zq\d{4}x", text))


class Leaks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.directory.cleanup)
        cls.event = Event(Words())
        cls.event.write(os.path.join(cls.directory.name, "event"))
        cls.words = cls.event.words
        cls.made = all_reports(cls.directory.name, cls.event.ids)
        cls.verbs = verbs_of_the_program(os.path.join(cls.directory.name, "event"))

    def asked_for(self, audience, words):
        """Id and name of whom a report is of: who makes it says so, and it stands in its head. The public cannot ask for who is hidden."""
        if audience == "public":
            return set()
        named = {self.words.places[word] for word in words if word in self.words.places}
        names = {place.replace(".id of", ".name of") for place in named}
        return {word for word, place in self.words.places.items() if place in named | names}

    def test_every_verb_of_the_program_is_in_the_list(self):
        self.assertEqual(sorted(self.verbs), sorted(COMMANDS))

    def test_who_takes_an_audience_is_run_for_each(self):
        takes = {verb for verb, text in self.verbs.items() if re.search(r"^  --audience ", text, re.M)}
        self.assertEqual(takes - {"view add", "view edit"}, {verb for verb, kind in COMMANDS.items() if kind == SHOWN_TO})
        run = {" ".join(words) + " " for _, words in self.made}
        for verb in takes - {"view add", "view edit"}:
            done = {words for words in run if words.startswith(verb + " ")}
            wanted = re.search(r"^  --format FORMAT +([a-z ,()]+)$", self.verbs[verb], re.M)
            for form in re.findall(r"[a-z]+", re.sub(r"\(default\)|\bor\b", "", wanted[1])) if wanted else ():
                self.assertTrue(any(f"--format {form} " in words for words in done), (verb, form))
            self.assertTrue(done, verb)
            for each in ("crew", "collab", "area") if "--each" in self.verbs[verb] else ():
                self.assertTrue(any(f"--each {each} " in words for words in done), (verb, each))

    def test_every_text_of_the_schemas_is_filled(self):
        there = {place.split(" of ")[0] for place in self.words.places.values()}
        wanted = {path for noun in filled.NOUNS for path in filled.text_paths(filled.schema_of(noun), noun)}
        self.assertEqual(sorted(wanted - there - NAMES_OF_OTHERS), [])

    def test_no_audience_sees_what_is_not_its_own(self):
        leaks = set()
        for (audience, words), text in self.made.items():
            for word in words_in(text) - self.asked_for(audience, words):
                if not self.words.may_be_in(word, audience, words):
                    leaks.add(f"{audience}: {' '.join(words)}: {self.words.places[word]}")
        self.assertEqual(sorted(leaks), [], "\n".join(sorted(leaks)))

    def test_what_an_audience_may_see_is_there(self):
        missing, seen = [], set()
        for (audience, words), text in self.made.items():
            paths = {self.words.places[word].split(" of ")[0] for word in words_in(text)}
            for (start, whose), wanted in SHOWN.items():
                if whose != audience or not " ".join(words).startswith(start) or (SELECTING | {"--each", "--status"}) & set(words):
                    continue
                seen.add((start, whose))
                missing += [f"{audience}: {' '.join(words)}: {path}" for path in wanted.split() if path not in paths]
        self.assertEqual(missing, [], "\n".join(missing))
        self.assertEqual(seen, set(SHOWN))

    def test_nothing_public_says_that_something_is_not_settled(self):
        for (audience, words), text in self.made.items():
            if audience == "public" and "ics" not in words:
                text = re.sub(r'<style>.*?</style>|<!--.*?-->|"is_(tentative|cancelled)": false', "", text, flags=re.S)
                self.assertIsNone(re.search(r"tentative|cancelled|✕|(?<![=\"'])\? (?!xml)", text), (words, text[:3000]))

    def test_calendars_tell_the_public_what_is_off_and_nothing_tentative(self):
        for words in (("schedule", "--format", "ics"), ("export", "ics")):
            text = self.made["public", words]
            self.assertIn("STATUS:CANCELLED", text)
            self.assertNotIn("TENTATIVE", text)
            shown = {self.words.places[word] for word in words_in(text)}
            self.assertIn("activity.name of the cancelled talk activity", shown)
            self.assertNotIn("activity.id of the tentative talk activity", shown)

    def test_each_is_for_those_who_are_named_to_the_public(self):
        for words in files_for_each("public"):
            kind = words[words.index("--each") + 1]
            listed = set(os.listdir(os.path.join(self.directory.name, f"public-{'-'.join(words)}")))
            wanted = {"crew": ["star"], "collab": ["label"], "area": ["stage", "yard"]}[kind]
            names = {name.rsplit(".", 1)[0] for name in listed}
            self.assertEqual(names, {self.event.ids[known] for known in wanted} | {"index"}, words)

    def test_the_public_cannot_ask_for_who_is_hidden(self):
        """And is told the same of them as of nobody."""
        ids, event = self.event.ids, os.path.join(self.directory.name, "event")
        for option, hidden in (("--crew", ("hand", "shy", "")), ("--collab", ("home", "firm", ""))):
            for verb in (("schedule",), ("schedule", "next"), ("export", "ics"), ("export", "csv"), ("sheet", "day", *DAY)):
                said = set()
                for known in hidden:
                    asked = ids.get(known, "nobody-there")
                    for words in ((option, asked), ("--without", f"{option[2:]}:{asked}")):
                        done = backops(*verb, *words, "--audience", "public", cwd=event)
                        self.assertEqual((done.returncode, done.stdout), (1, b""), (verb, words))
                        said.add(done.stderr.decode().replace(asked, "X"))
                self.assertEqual(len(said), 1, said)
        done = backops("schedule", "--crew", ids["star"], "--with-team", "--audience", "public", cwd=event)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_a_call_sheet_is_not_for_the_public(self):
        event = os.path.join(self.directory.name, "event")
        for words in ((), ("--each", "area", "-o", "out"), ("-o", "out.html")):
            done = backops("sheet", "call", *DAY, *words, "--audience", "public", cwd=event)
            self.assertEqual((done.returncode, done.stdout), (2, b""), words)
            self.assertFalse(os.path.exists(os.path.join(event, "out")) or os.path.exists(os.path.join(event, "out.html")))

    def test_all_that_is_private_is_shown_to_those_further_in(self):
        """So that the reports compared below would differ if they counted it."""
        shown = self.made["private", ("sheet", "call", *DAY, "--format", "json")]
        there = {self.words.places[word].split(" of ", 1)[1] for word in words_in(shown)}
        self.assertEqual([name for name in TRACES if f"the private {name} activity" not in there], [])

    def test_what_is_private_leaves_no_trace(self):
        """But for the times of the crew, which are theirs."""
        with tempfile.TemporaryDirectory() as directory:
            without = Event(Words(), is_whole=False)
            without.write(os.path.join(directory, "event"))
            others = all_reports(directory, without.ids, lambda audience, words: audience == "public" or (audience, words[0]) == ("crew", "schedule"))
        different = [f"{audience}: {' '.join(words)}" for (audience, words), text in others.items() if self.made[audience, words] != text]
        self.assertEqual(different, [], "\n".join(different))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
