"""Nobody is shown what is not theirs to see: not its words, and not what follows from it.

In an event every text of every record is a word of its own. Each format of each report is made for the public, the crew and the innermost
circle; a word may be in it only if LEVELS has it for that audience, which a new key of the schemas must be added to. What is private
leaves no trace either: an event with private activities and one without look the same to everybody else.
"""
import itertools
import os
import re
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor

import filled
from filled import AUDIENCES, TRACES, Event
from running import backops

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
SHOWN = {
    ("sheet call", "public"): f"{PLAN} {PLACES}",
    ("sheet call", "crew"): f"{PLAN} {PLACES} {GATES} {SAFETY} {FRAMES} {PEOPLE} activity.needs[].role activity.accept[].reason "
                            "area.unavailable[].reason collaborator.unavailable[].reason",
    ("sheet call", "private"): f"{PLAN} {PLACES} {GATES} {SAFETY} {FRAMES} {PEOPLE} activity.needs[].role activity.accept[].reason "
                               "crew.unavailable[].reason",
    ("sheet day", "public"): f"{PLAN} {PLACES}",
    ("sheet day", "crew"): f"{PLAN} {PLACES} {GATES} {SAFETY} {FRAMES} crew.phone",
    ("sheet run", "crew"): RUN,
    ("schedule --as", "public"): "activity.name event.name",
    ("schedule --as", "crew"): "activity.name timeframe.name event.name",
    ("schedule --format", "public"): PLAN,
    ("schedule --format", "private"): f"{PLAN} activity.kind",
    ("export ics", "public"): CALENDAR,
    ("export ics", "crew"): f"{CALENDAR} activity.segments[].name activity.kind activity.tags[] crew.name collaborator.name",
    ("export csv", "public"): "activity.name activity.location activity.description",
    ("export csv", "crew"): "activity.name activity.location activity.description activity.kind crew.id collaborator.id",
    ("export ics --attendees", "private"): f"{CALENDAR} crew.email collaborator.email",
}
SELECTING = {"--crew", "--collab", "--area", "--view"}
# Texts that must be what stands elsewhere.
NAMES_OF_OTHERS = {"activity.accept[].with", "activity.segments[].columns.key"}
# Own keys inside a key are for the files alone.
INNERMOST = re.compile(r"(site|safety|comms|segments\[\])\.x-own$")


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
        self.places, self.levels, self.ids = {}, {}, itertools.count()

    def of(self, record, level="public", reachable=False):
        """What fills the texts of one record, which only `level` and those further in may see."""
        def text(path, kind):
            word = f"zq{next(self.ids):03d}x"
            seen = level_of(path)
            if reachable and path in ("crew.email", "crew.phone"):
                seen = "crew"
            self.places[word] = f"{path} of {record}"
            self.levels[word] = max(seen, level, key=AUDIENCES.index)
            # What has the shape of an id must be one where people are named.
            return f"{word}@mail.example" if path.endswith(".email") else f"Uncle {word}" if path.endswith(".who[]") else word
        return text


def reports(ids, audience):
    """Every report in each of its formats."""
    crew, home, stage = (ids[known] for known in ("hand", "home", "stage"))
    selections = ((), ("--crew", crew), ("--collab", home), ("--area", stage), ("--view", ids["everything"]))
    for selection in selections:
        yield from filled.schedules(*selection)
        yield from filled.exports(*selection)
        for kind in ("call", "day"):
            yield from filled.sheets(kind, "--day", "2026-06-12", *selection)
    yield from filled.sheets("call", "--day", "2026-06-12", "--crew", ids["guest"], "--with-team")
    yield from (("schedule", when, "--format", form) for when in ("now", "next") for form in ("text", "md", "html", "json", "csv", "ics"))
    if audience != "public":
        yield from filled.sheets("run", ids["crew show"])
    if audience == "private":
        yield ("export", "ics", "--attendees")


def report(folder, audience, words):
    done = backops(*words, "--audience", audience, cwd=folder, now="2026-06-12T14:30", COLUMNS="400")
    assert done.returncode == 0, (words, done.stderr.decode())
    text = done.stdout.decode()
    # Calendar files are folded into lines of 75 bytes.
    return text.replace("\r\n ", "") if "ics" in words else text


def folder_of(directory, audience, each, form):
    """The files that --each makes, and their names."""
    out = os.path.join(directory, f"{audience}-{each}-{form}")
    done = backops("sheet", "call", "--day", "2026-06-12", "--each", each, "--format", form, "--audience", audience, "-o", out,
                   cwd=os.path.join(directory, "event"))
    assert done.returncode == 0, done.stderr.decode()
    texts = sorted(os.listdir(out))
    for name in list(texts):
        with open(os.path.join(out, name), encoding="utf-8") as file:
            texts.append(file.read())
    return "\n".join(texts)


def all_reports(directory, ids, audiences=AUDIENCES):
    """{(audience, words): text} of everything that is made."""
    event = os.path.join(directory, "event")
    work = [(audience, words) for audience in audiences for words in reports(ids, audience)]
    each = [(audience, ("--each", what, form)) for audience in audiences for what in ("crew", "collab", "area") for form in filled.SHEET_FORMATS
            if audience != "public" or what == "area"]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made = dict(zip(work, pool.map(lambda one: report(event, *one), work)))
        made.update(zip(each, pool.map(lambda one: folder_of(directory, one[0], *one[1][1:]), each)))
    return made


class Leaks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.directory.cleanup)
        cls.event = Event(Words())
        cls.event.write(os.path.join(cls.directory.name, "event"))
        cls.words = cls.event.words
        cls.made = all_reports(cls.directory.name, cls.event.ids)

    def asked_for(self, words):
        """Id and name of whom a report is of: who makes it says so, and it stands in its head."""
        named = {self.words.places[word] for word in words if word in self.words.places}
        names = {place.replace(".id of", ".name of") for place in named}
        return {word for word, place in self.words.places.items() if place in named | names}

    def test_every_text_of_the_schemas_is_filled(self):
        there = {place.split(" of ")[0] for place in self.words.places.values()}
        wanted = {path for noun in filled.NOUNS for path in filled.text_paths(filled.schema_of(noun), noun)}
        self.assertEqual(sorted(wanted - there - NAMES_OF_OTHERS), [])

    def test_no_audience_sees_what_is_not_its_own(self):
        leaks = set()
        for (audience, words), text in self.made.items():
            for word in set(re.findall(r"zq\d{3}x", text)) - self.asked_for(words):
                if AUDIENCES.index(self.words.levels[word]) > AUDIENCES.index(audience):
                    leaks.add(f"{audience}: {' '.join(words)}: {self.words.places[word]}")
        self.assertEqual(sorted(leaks), [], "\n".join(sorted(leaks)))

    def test_what_an_audience_may_see_is_there(self):
        missing, seen = [], set()
        for (audience, words), text in self.made.items():
            paths = {self.words.places[word].split(" of ")[0] for word in re.findall(r"zq\d{3}x", text)}
            for (start, whose), wanted in SHOWN.items():
                if whose != audience or not " ".join(words).startswith(start) or SELECTING & set(words):
                    continue
                seen.add((start, whose))
                missing += [f"{audience}: {' '.join(words)}: {path}" for path in wanted.split() if path not in paths]
        self.assertEqual(missing, [], "\n".join(missing))
        self.assertEqual(seen, set(SHOWN))

    def test_all_that_is_private_is_shown_to_those_further_in(self):
        """So that the reports compared below would differ if they counted it."""
        shown = self.made["private", ("sheet", "call", "--day", "2026-06-12", "--format", "json")]
        there = {self.words.places[word].split(" of ", 1)[1] for word in re.findall(r"zq\d{3}x", shown)}
        self.assertEqual([name for name in TRACES if f"the private {name} activity" not in there], [])

    def test_what_is_private_leaves_no_trace(self):
        with tempfile.TemporaryDirectory() as directory:
            without = Event(Words(), is_whole=False)
            without.write(os.path.join(directory, "event"))
            others = all_reports(directory, without.ids, AUDIENCES[:2])
        different = [f"{audience}: {' '.join(words)}" for (audience, words), text in others.items() if self.made[audience, words] != text]
        self.assertEqual(different, [], "\n".join(different))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
