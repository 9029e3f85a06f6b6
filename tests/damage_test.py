"""What narrows an answer is never dropped in silence.

A view that is damaged in any way is refused by every verb that takes one, a time frame with errors by all that it limits, and what guards
an activity or a name is taken for the narrower when it cannot be read.
"""
import itertools
import os
import re
import sys
import tempfile
import unittest

from commands import COMMANDS, verbs_of_the_program
from filled import AUDIENCES
from running import backops, in_all

DAY = ("--day", "2026-06-12")
NOW = "2026-06-12T14:30"

# A view that narrows, and every way in which one line of it can be wrong.
VIEW = """name: Press
areas: [stage]
kinds: [talk]
statuses: [confirmed]
roles: [organizer]
match: all
during: show
audience: public
"""
LINES = {line.split(":")[0]: line for line in VIEW.splitlines()}
DAMAGES = {
    "a misspelt key": ("audience", "audeince: public"),
    "a key in capitals": ("audience", "AUDIENCE: public"),
    "a key of another program": ("audience", "visibility: public"),
    "a list": ("audience", "audience: [public]"),
    "an unknown word": ("audience", "audience: publik"),
    "two words": ("audience", "audience: public, crew"),
    "a comment": ("audience", "audience: #public"),
    "a colon too few": ("audience", "audience public"),
    "an indented key": ("audience", "  audience: public"),
    "a conflict of two branches": ("audience", "<<<<<<< HEAD\naudience: public\n=======\naudience: crew\n>>>>>>> theirs"),
    "the end of a conflict": ("audience", "audience: public\n>>>>>>> theirs"),
    "an open bracket": ("kinds", "kinds: [talk"),
    "an open quote": ("kinds", 'kinds: ["talk]'),
    "a kind that is no id": ("kinds", "kinds: [Talk!]"),
    "a text for a list": ("kinds", "kinds: talk"),
    "an unknown status": ("statuses", "statuses: [confirmd]"),
    "an unknown role": ("roles", "roles: [boss]"),
    "another match": ("match", "match: every"),
    "a time frame that is not there": ("during", "during: gone"),
    "a list for a time frame": ("during", "during: [show]"),
    "an area that is not there": ("areas", "areas: [gone]"),
    "an area of two": ("areas", "areas: [stage, gone]"),
    "nobody": ("areas", "areas: []"),
    "a collaborator that is not there": ("areas", "collaborators: [gone]"),
    "a person who is not there": ("areas", "crew: [gone]"),
    "a flag that is none": ("areas", "areas: [stage]\nevent: tru"),
    "a key twice": ("areas", "areas: [stage]\nareas: [stage]"),
    "an anchor": ("areas", "areas: &a [stage]"),
    "an alias": ("areas", "areas: *a"),
    "a tag": ("areas", "areas: !!set [stage]"),
    "a tabulator": ("areas", "areas:\n\t- stage"),
    "a second document": ("audience", "audience: public\n---\nname: Other"),
    "a control character": ("name", "name: Pre\x01ss"),
    "no name": ("name", ""),
}
WHOLE = {"an empty file": b"", "a list alone": b"- name: Press\n", "UTF-16": VIEW.encode("utf-16"), "Latin-1": b"name: Pr\xe4ss\naudience: public\n",
         "a NUL": VIEW.encode() + b"\0", "a file cut off": VIEW.encode()[:-8], "far too much": VIEW.encode() + b"notes: " + b"x" * (1 << 20)}
SECRETS = ("zqprivate", "zqcrew", "zqtentative", "zqpublic", "zqperson")


def make_event(folder):
    def write(path, text):
        os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
        with open(os.path.join(folder, path), "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
    write("event.yaml", "format: 1\nuid: u\nname: Fair\ntimezone: Europe/Berlin\nstart: 2026-06-12\nend: 2026-06-14\ndefault_collaborator: home\n")
    write("areas/stage.yaml", "name: Stage\n")
    write("collaborators/home.yaml", "name: Home\n")
    write("crew/ann.yaml", "name: zqperson\ncollaborator: home\n")
    write("timeframes/show.yaml", "name: Show\nstart: 2026-06-12\nend: 2026-06-12\nglobal: true\n")
    write("views/press-and-more.yaml", "name: Press and more\n")
    for visibility in AUDIENCES:
        write(f"activities/{visibility}.yaml", f"name: zq{visibility}\nkind: talk\nstart: 2026-06-12T14:00\nduration: 1h\nareas: [stage]\n"
                                               f"organizers: [ann]\nvisibility: {visibility}\n")
    write("activities/tentative.yaml", "name: zqtentative\nstart: 2026-06-12T14:00\nareas: [stage]\nstatus: tentative\nvisibility: public\n")
    write("views/press.yaml", VIEW)
    return write


TAKE_VIEWS = [("schedule",), ("schedule", "--as", "grid", "--format", "html"), ("schedule", "--format", "json"), ("schedule", "--format", "ics"),
              ("schedule", "now"), ("schedule", "next", "3"), ("schedule", "at", NOW), ("schedule", "free"), ("schedule", "conflicts"), ("check",),
              ("check", "--format", "json"), ("activity", "list"), ("activity", "list", "--format", "json"), ("activity", "shift", "--by", "5m"),
              ("export", "ics"), ("export", "csv"), ("export", "json"), ("sheet", "day", *DAY), ("sheet", "call", *DAY)]
MAKE_FILES = [words for words in TAKE_VIEWS if words[0] in ("export", "sheet") or words[:2] in (("schedule",), ("schedule", "now"), ("schedule", "--as"))]
FOR_EACH = [("export", "ics", "--each", "area"), ("sheet", "day", *DAY, "--each", "area"), ("sheet", "call", *DAY, "--each", "area")]


class Damage(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.folder = directory.name

    def event(self, name):
        folder = os.path.join(self.folder, re.sub(r"\W", "-", name))
        return folder, make_event(folder)

    def refused(self, folder, named="press"):
        """Every verb that takes a view, on standard output and into files, by force too."""
        work = [(words, ()) for words in TAKE_VIEWS]
        work += [(words, ("-o", "out", "--force")) for words in MAKE_FILES + FOR_EACH]
        work += [(words, ("-o", "out")) for words in (MAKE_FILES[0], FOR_EACH[0])]
        before = tree_of(folder)
        for words, more in work:
            done = backops(*words, "--view", named, *more, cwd=folder, now=NOW)
            said = (done.stdout + done.stderr).decode()
            self.assertEqual(done.returncode, 1, (folder, words, more, said))
            self.assertIn("views/", said, (words, more))
            self.assertEqual([secret for secret in SECRETS if secret in said], [], (words, more, said))
        self.assertEqual(tree_of(folder), before)

    def test_every_verb_that_takes_a_view_is_here(self):
        folder, _ = self.event("whole")
        takes = {verb for verb, text in verbs_of_the_program(folder).items() if re.search(r"^  --view ", text, re.M)}
        self.assertEqual(takes, {" ".join(words[:2]) if words[1:] and " ".join(words[:2]) in COMMANDS else words[0] for words in TAKE_VIEWS})

    def test_a_view_that_is_whole_narrows(self):
        folder, _ = self.event("whole")
        for words in TAKE_VIEWS:
            done = backops(*words, "--view", "press", cwd=folder, now=NOW)
            said = done.stdout.decode()
            if " ".join(words[:2]) == "sheet call" or words[0] in ("check", "activity") or words[1:2] in (("free",), ("conflicts",)):
                # These cannot keep to an audience of the public.
                self.assertEqual((done.returncode, done.stdout), (1, b""), (words, done.stderr))
                continue
            self.assertEqual(done.returncode, 0, (words, done.stderr))
            if words[:2] != ("schedule", "next"):
                self.assertIn("zqpublic", said, words)
            self.assertEqual([secret for secret in SECRETS if secret in said and secret != "zqpublic"], [], words)

    def test_a_damaged_view_is_refused(self):
        def check(name):
            folder, write = self.event(name)
            key, line = DAMAGES[name]
            text = VIEW.replace(LINES[key] + "\n", line + "\n" if line else "")
            self.assertNotEqual(text, VIEW)
            write("views/press.yaml", text)
            self.refused(folder)
        in_all([(name,) for name in DAMAGES], check)

    def test_a_view_that_is_no_record_is_refused(self):
        def check(name):
            folder, write = self.event(name)
            if WHOLE[name] != b"":
                write("views/press.yaml", WHOLE[name])
            else:
                write("views/press.yaml", b"")
            self.refused(folder)
        in_all([(name,) for name in WHOLE if name != "a file cut off"], check)

    def test_no_longer_name_is_taken_for_a_view_that_is_a_link_or_elsewhere(self):
        for name in ("link", "folder", "yml", "capital", "pipe"):
            folder, write = self.event(name)
            path = os.path.join(folder, "views", "press.yaml")
            os.remove(path)
            if name == "link":
                write("elsewhere.yaml", VIEW)
                os.symlink("../elsewhere.yaml", path)
            elif name == "folder":
                os.mkdir(path)
            elif name == "yml":
                write("views/press.yml", VIEW)
            elif name == "capital":
                write("views/Press.yaml", VIEW)
            else:
                os.mkfifo(path)
            self.refused(folder)

    def test_a_damaged_time_frame_does_not_widen(self):
        damages = {"an end that is none": "end: 2026-13-12", "no end": "", "a misspelt end": "edn: 2026-06-12", "an end before": "end: 2026-06-01",
                   "a conflict": "<<<<<<< a\nend: 2026-06-12\n=======\nend: 2026-06-13\n>>>>>>> b", "a key twice": "end: 2026-06-12\nend: 2026-06-14",
                   "a list": "end: [2026-06-12]", "a comment": "end: #2026-06-12", "a bracket": "end: [2026-06-12"}
        for name, line in damages.items():
            folder, write = self.event(name)
            write("timeframes/show.yaml", f"name: Show\nstart: 2026-06-12\n{line}\nglobal: true\n")
            write("views/mine.yaml", "name: Mine\nareas: [stage]\nduring: show\n")
            before = tree_of(folder)
            for words in TAKE_VIEWS + [(*words, "-o", "out", "--force") for words in MAKE_FILES]:
                for narrowing in (("--view", "mine"), ("--during", "show")):
                    if narrowing[0] == "--during" and words[:2] in (("schedule", "now"), ("schedule", "next"), ("schedule", "at")) or \
                       narrowing[0] == "--during" and words[0] == "sheet":
                        continue
                    done = backops(*words, *narrowing, cwd=folder, now=NOW)
                    said = (done.stdout + done.stderr).decode()
                    self.assertEqual(done.returncode, 1, (name, words, narrowing, said))
                    self.assertIn("timeframes/show.yaml", said)
                    self.assertEqual([secret for secret in SECRETS if secret in said], [], (name, words, said))
            self.assertEqual(tree_of(folder), before)

    def test_the_narrower_of_two_views_holds(self):
        folder, write = self.event("two")
        write("views/all.yaml", "name: All\nareas: [stage]\naudience: private\n")
        write("views/later.yaml", "name: Later\nduring: later\n")
        write("timeframes/later.yaml", "name: Later\nstart: 2026-06-13\nend: 2026-06-13\n")
        for words in (("press", "all"), ("all", "press")):
            done = backops("schedule", "--view", words[0], "--view", words[1], cwd=folder)
            self.assertNotIn(b"zqprivate", done.stdout)
            self.assertIn(b"zqpublic", done.stdout)
        done = backops("schedule", "--view", "press", "--view", "later", cwd=folder)
        self.assertEqual((done.returncode, done.stdout), (1, b""))

    def test_what_guards_an_activity_and_cannot_be_read_hides_it(self):
        """From the crew what may be private, from the public what may not be confirmed too."""
        lines = {"visibility: [public]": "private", "visibility: publik": "private", "visibility: Public": "private", "visibilty: public": "private",
                 "visibility: #private": "private", "visibility: crew\nvisibility: private": "private", "visibility: {a: b}": "private",
                 "Visibility: private": "private", "audience: private": "private", "private: true": "private",
                 "visibility: &a public": "private", "visibility: public\n<<<<<<< a": "private", "visibility: public\nnotes: [": "private",
                 "visibility: public\nsegments:\n- name: a\n  visibility: private": "private",
                 "visibility: public\nvisibilty: private": "private", "visibility: public\nhidden: true": "private",
                 "repeat:\n  every: day\n  visibility: private": "private",
                 "visibility: public\nstatus: canceled": "crew", "visibility: public\nstatus: [cancelled]": "crew",
                 "visibility: public\nstaus: cancelled": "crew", "visibility: public\nstatus: #tentative": "crew",
                 "visibility: public\ncancelled: true": "crew", "visibility: public\nrepeat:\n  every: day\n  during: gone": "crew",
                 "visibility: public\nrepeat:\n  every: day\n  until: 2026-13-01": "crew",
                 "visibility: public\nrepeat:\n  every: day\n  skip: [2026-06-1x]": "crew",
                 "visibility: public\nrepeat:\n  every: day\n  skipp: [2026-06-12]": "crew",
                 "visibility: public\nrepeat:\n  every: day\n  changes:\n    2026-06-12:\n      status: cancel": "crew",
                 "visibility: public\nrepeat:\n  every: day\n  changes:\n    12 june:\n      status: cancelled": "crew"}

        def check(line, level):
            folder, write = self.event(line)
            write("activities/odd.yaml", f"name: zqodd\nstart: 2026-06-12T14:00\nduration: 1h\nareas: [stage]\n{line}\n")
            for audience, words in itertools.product(AUDIENCES[:2], TAKE_VIEWS):
                if words[0] in ("check", "activity") or words[1:2] in (("free",), ("conflicts",)) or (audience, words[1:2]) == ("public", ("call",)):
                    continue
                done = backops(*words, "--audience", audience, cwd=folder, now="2026-06-12T13:00" if "next" in words else NOW)
                # A comment is no more than a warning.
                self.assertEqual(done.returncode, 0 if "#" in line else 1, (line, words))
                self.assertIn("activities/odd.yaml", done.stderr.decode())
                is_shown = b"zqodd" in done.stdout
                if AUDIENCES.index(audience) < AUDIENCES.index(level):
                    self.assertFalse(is_shown, (line, audience, words))
                elif "csv" not in words:
                    self.assertTrue(is_shown, (line, audience, words, done.stdout.decode()))
        in_all(list(lines.items()), check)

    def test_who_cannot_be_read_is_not_named_to_the_public(self):
        for line in ("visibility: [public]", "visibility: publik", "Visibility: public", "visibility: #public", "visibility: public\nvisibility: crew",
                     "visibility: public\nnotes: [", "visibility: public\n=======", ""):
            folder, write = self.event("a" + line)
            write("crew/ann.yaml", f"name: zqperson\ncollaborator: home\n{line}\n")
            for words in (("schedule",), ("schedule", "--format", "json"), ("export", "ics"), ("sheet", "day", *DAY)):
                done = backops(*words, "--audience", "public", cwd=folder)
                self.assertIn(b"zqpublic", done.stdout)
                self.assertNotIn(b"zqperson", done.stdout, (line, words))
                self.assertNotIn(b"ann", done.stdout, (line, words))
                self.assertEqual(done.returncode, 1 if line and "#" not in line else 0, (line, words))


def tree_of(folder):
    return {os.path.join(root, name) for root, folders, files in os.walk(folder) for name in folders + files}


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
