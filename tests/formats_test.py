"""Every format of a schedule has the same rows, whatever is selected and wherever it runs.

For all pairs of settings of the selection's options: the occurrences of JSON, NDJSON and CSV are the same, and the start
times and names in text, Markdown and HTML are theirs. Nothing depends on TZ, the locale, the order in which files were
made or that in which options are typed. HTML closes what it opens.
"""
import collections
import csv
import html.parser
import io
import itertools
import json
import os
import re
import shutil
import tempfile
import unittest

from running import SOURCE, backops, is_sanitized

EVENTS = {
    "summer-sound": [
        ["--day", "2026-06-12"], ["--during", "show-days"], ["--from", "2026-06-12T12:00", "--to", "2026-06-13T02:00"],
        ["--kind", "show"], ["--tag", "silent"], ["--status", "tentative"], ["--role", "required"], ["--text", "stage"],
        ["--audience", "crew"], ["--area", "main-stage"], ["--collab", "acme-audio"], ["--crew", "maya-lindt", "--with-team"],
        ["--area", "river-stage", "--match", "all"], ["--without", "area:catering"], ["--event"], ["--tz", "America/New_York"]],
    "open-rails-day": [
        ["--status", "confirmed"], ["--role", "optional"], ["--text", "talk"], ["--audience", "public"], ["--event"],
        ["--area", "foyer", "--match", "all"], ["--without", "event"], ["--tz", "Asia/Kathmandu"]],
}
# `14:00`, `01:30+1`, of what is days away `mon 12:00`, and of weeks `22 jun 12:00`.
CLOCK = re.compile(r"(?:[a-z]{3} |\d+ [a-z]{3} )?([0-9:]+)([+-]\d+)?")
VOID = {"meta", "br", "link", "hr", "img", "col"}


class Page(html.parser.HTMLParser):
    """The start and the name of each row, and whether all tags are closed in order."""

    def __init__(self, text):
        super().__init__()
        self.open, self.rows, self.wrong = [], [], []
        self.start = self.name = None
        self.feed(text)
        self.close()
        self.wrong += self.open

    def handle_starttag(self, tag, attrs):
        if tag in VOID:
            return
        css = dict(attrs).get("class", "").split()
        self.open.append(tag)
        if tag == "tr":
            self.start, self.name = "", None
        self.field = "start" if tag == "td" and "start" in css else "name" if tag == "span" and "name" in css else \
            getattr(self, "field", None) if tag == "time" else None

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)
        self.field = None
        if tag == "tr" and self.name is not None:
            self.rows.append((self.start, self.name))

    def handle_data(self, data):
        if getattr(self, "field", None) == "start":
            self.start += data
        elif getattr(self, "field", None) == "name":
            self.name = data


def markdown_rows(text):
    rows = []
    for line in text.splitlines():
        if not line.startswith("|") or line.startswith("| Start") or line.startswith("| ---"):
            continue
        cells = [re.sub(r"\\(.)", r"\1", cell.strip()) for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        name = next(cell for cell in cells[1:] if cell and not CLOCK.fullmatch(cell))
        rows.append((cells[0], re.sub(r"^[✕?~◆]+ ", "", re.sub(r" · \S+/\S+$", "", name))))
    return rows


def without_own_clock(name):
    """Another clock's own times stand in brackets after the name: "Load-out (09:00–09:30 Europe/London)"."""
    return re.sub(r" \([^()]*\d\d:\d\d[^()]* [A-Z]\S*\)$", "", name)


def schedule(event, options, form, **more):
    done = backops("schedule", *options, "--format", form, cwd=event, **more)
    assert done.returncode == 0, (options, done.stderr)
    return done.stdout.decode()


def of_json(rows):
    return [(row["occurrence"] or row["id"], row["start_instant"]) for row in rows]


def of_csv(text):
    return [(row["occurrence"] or row["id"], row["start_instant"]) for row in csv.DictReader(io.StringIO(text, newline=""))]


def clock(row):
    return None if row["all_day"] else row["start"][11:]


class Formats(unittest.TestCase):
    def agree(self, event, options):
        rows = json.loads(schedule(event, options, "json"))["rows"]
        wanted = of_json(rows)
        self.assertEqual(of_json(map(json.loads, schedule(event, options, "ndjson").splitlines())), wanted)
        self.assertEqual(of_csv(schedule(event, options, "csv")), wanted)
        page = Page(schedule(event, options, "html"))
        self.assertEqual(page.wrong, [])
        drawn = collections.Counter((clock(row), row["name"]) for row in rows)
        for form in (page.rows, markdown_rows(schedule(event, options, "md"))):
            shown = collections.Counter(((CLOCK.fullmatch(start) or [None, None])[1], without_own_clock(name)) for start, name in form)
            self.assertEqual(shown, drawn)
        text = schedule(event, options, "text", COLUMNS="300")
        lines = [line for line in text.splitlines() if line.startswith("  ") and line.strip() != "nothing"]
        self.assertEqual(len(lines), len(rows))
        for start, name in drawn:
            self.assertTrue(any(name in line and (start is None or start in line) for line in lines), (start, name))

    def test_all_formats_have_the_same_rows(self):
        for name, settings in EVENTS.items():
            event = os.path.join(SOURCE, "examples", name)
            pairs = [] if is_sanitized() else itertools.combinations(settings, 2)
            for pair in [(), *((one,) for one in settings), *pairs]:
                options = [word for setting in pair for word in setting]
                with self.subTest(event=name, options=options):
                    self.agree(event, options)

    def test_nothing_of_the_machine_shows(self):
        event = os.path.join(SOURCE, "examples", "summer-sound")
        options = ["--day", "2026-06-12"]
        with tempfile.TemporaryDirectory() as folder:
            other = os.path.join(folder, "summer-sound")
            paths = [os.path.join(at, file) for at, _, files in os.walk(event) for file in files]
            for path in sorted(paths, reverse=True):
                copy = os.path.join(other, os.path.relpath(path, event))
                os.makedirs(os.path.dirname(copy), exist_ok=True)
                shutil.copy(path, copy)
            for form in ("text", "md", "html", "json", "ndjson", "csv"):
                wanted = schedule(event, options, form)
                self.assertEqual(schedule(event, options, form, TZ="Pacific/Auckland", LC_ALL="de_DE.UTF-8"), wanted)
                self.assertEqual(schedule(event, options, form, TZ="", LC_ALL="C"), wanted)
                self.assertEqual(schedule(other, options, form), wanted)

    def test_the_order_of_options_does_not_matter(self):
        event = os.path.join(SOURCE, "examples", "summer-sound")
        words = [["--area", "main-stage"], ["--area", "gates"], ["--collab", "acme-audio"], ["--event"]]
        orders = [[word for setting in order for word in setting] for order in itertools.permutations(words)]
        wanted = of_csv(schedule(event, orders[0], "csv"))
        for order in orders[1:]:
            self.assertEqual(of_csv(schedule(event, order, "csv")), wanted)


if __name__ == "__main__":
    unittest.main(argv=["formats_test"])
