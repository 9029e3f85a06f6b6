"""What people write stays text, in every format: no markup, formula, link, escape sequence or line that begins something.

Every text of every record is hostile. Each report must then be built exactly as that of the same event with harmless texts, and say what
they say: tags and attributes of HTML, what means something in Markdown, rows and cells of CSV, components and properties of calendar files.
"""
import csv
import html.parser
import io
import json
import os
import re
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor

from running import backops, is_sanitized, need_modules

need_modules("icalendar")

import icalendar  # noqa: E402

import filled  # noqa: E402

HARMLESS = "harmless"
ONE_LINE = ["<script>alert(1)</script>", '"><img src=x onerror=1>', "' onclick='x", "{{secret}}", "{{{x}}}", "{{#rows}}", "{{>head}}", "=1+1", "'=1+1",
            "@SUM(A1)", "-2+3", "+1+2", '"=1', ";=1", "a | b", "\\| b", "`code`", "](javascript:x)", "![x](http://e)", "[x]: http://e", "# heading",
            "- item", "> quote", "1. one", "1) one", "**bold", "_x_", "~~~", "```", "--- x", "=== x", "$x$", "<!-- x", "]]>", "&lt;b&gt;", "&#60;", "\\",
            "\\n", "::error::x", "##[error]x", "%0Ax", "END:VEVENT", "a;b,c:d", "%s%n", "\u202etxt", "\u2066txt", "\u200btxt", "txt\u2028BEGIN:VEVENT",
            "\u2029=1", "txt\u00ad", "\ufefftxt", "\U000e0041txt", "e\u0301\u0301\u0301"]
MANY_LINES = ["x\nBEGIN:VEVENT\nEND:VEVENT", "x\n# heading", "x\n\n| a | b |\n| - | - |", "x\n::error::y", "x\n- y\n\n    code", "x\n```\ny",
              "x\n---\ny", "x\n===", "x\n<script>", "x\n=1+1", "x\n{{y}}", "x\n Y:z", "x\n\u2028y", "x\n1. y\n> z", "x\n\ty"]
# What acts on a terminal: C0 but the line end, DEL, C1, bidirectional overrides and isolates, tag characters, BOM.
ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")
HASH = re.compile(r"\b[0-9a-f]{10}\b")
# Longer than any line, so that none is broken or cut.
WIDE = "4000"


class Texts:
    """One hostile text everywhere, with a number behind it; the ids are the same in every event."""

    def __init__(self, one, many):
        self.one, self.many, self.count = one, many, 0

    def of(self, *_, **__):
        def text(path, kind):
            self.count += 1
            word = f"n{self.count}"
            if kind in ("id", "uid") or path in ("event.columns[]", "event.comms.radio.key"):
                return word if kind in ("id", "uid") else f"{self.one} {word}"
            return f"{self.many} {word}" if kind == "prose" else f"{self.one} {word}"
        return text


class Page(html.parser.HTMLParser):
    """Its tags with their attributes, and its text."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, tuple(attrs)))

    def handle_endtag(self, tag):
        self.tags.append("/" + tag)

    def handle_comment(self, text):
        self.tags.append(("comment", text))

    def handle_data(self, text):
        self.text += text


def of_html(text):
    page = Page(text)
    return page.tags, page.text


def of_markdown(text):
    """What is markup in each line, and the text."""
    lines = []
    text = re.sub(r"^\|( -+ \|)+$", "| - |", text, flags=re.M)
    for line in text.split("\n"):
        bare = re.sub(r"\\[!-/:-@\[-`{-~]", "x", line)
        begins = re.match(r"[|\s]*([#>+=:~-]+|\d+[.)](?=\s))?", bare)
        inside = re.findall(r"[|`*_<\[\]~$\\]|&(?=[a-zA-Z0-9#])|^ {4}|\t", bare)
        lines.append((begins[1] and begins[1][:3], "".join(inside)))
    return lines, re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def of_csv(text):
    """How many cells each row has, and these. A formula must be guarded."""
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    for cell in (cell for row in rows for cell in row):
        assert not re.match(r"[=+\-@\t\r]", cell), f"a formula: {cell}"
    return [len(row) for row in rows], "\n".join(re.sub("^'(?='*[=+@\t\r-])", "", cell) for row in rows for cell in row)


def of_calendar(text):
    """The properties of each component, and their values."""
    calendar = icalendar.Calendar.from_ical(text)
    for line in text.replace("\r\n ", "").split("\r\n"):
        assert not ACTS.search(line), f"a control character: {line!r}"
    parts = [(part.name, sorted(part.keys())) for part in calendar.walk()]
    lines = text.replace("\r\n ", "").split("\r\n")
    # The library takes a backslash and an n for a line end even where the backslash is one of the text.
    values = [re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], line) for line in lines
              if line.startswith(("SUMMARY:", "LOCATION:", "DESCRIPTION:"))]
    return [parts, [re.match("[A-Z-]*", line)[0] for line in lines]], "\n".join(values)


def shape(value):
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    return [shape(item) for item in value] if isinstance(value, list) else type(value).__name__


def strings(value):
    if isinstance(value, dict):
        return [text for key, item in value.items() if key != "hash" for text in strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


def of_json(text):
    value = json.loads(text)
    return shape(value), "\n".join(strings(value))


def of_json_lines(text):
    return of_json("[" + ",".join(text.splitlines()) + "]")


def of_text(text):
    """Where it is broken and cut depends on its length, so that only what acts on a terminal is looked for."""
    return None, ""


READERS = {"html": of_html, "md": of_markdown, "csv": of_csv, "ics": of_calendar, "json": of_json, "ndjson": of_json_lines, "text": of_text}


def reports(ids):
    """(format, words) of every report."""
    hand, show, home = ids["hand"], ids["crew show"], ids["home"]
    for words in (*(words for words in filled.schedules() if "--columns" not in words), *filled.exports(), ("schedule", "--crew", hand, "--format", "html"), ("export", "ics", "--attendees")):
        yield ("text" if words[-1] not in READERS else words[-1]) if words[0] == "schedule" else words[1], (*words, "--audience", "private")
    for kind, *more in (("call",), ("call", "--crew", hand), ("call", "--collab", home), ("day",)):
        for form in filled.SHEET_FORMATS:
            yield form, ("sheet", kind, "--day", "2026-06-12", *more, "--audience", "private", "--format", form)
    for form in filled.SHEET_FORMATS:
        yield form, ("sheet", "run", show, "--audience", "private", "--format", form)


def written(event, words, text):
    issue = ["--issue", text] if words[0] == "sheet" else []
    done = backops(*words, *issue, cwd=event, now="2026-06-12T14:30", COLUMNS=WIDE)
    assert done.returncode == 0, (words, done.stderr.decode())
    return done.stdout.decode()


def without(read, text):
    """What is said, with the harmless text for `text`, which may be shown with � for what acts on a terminal, and on one line."""
    text, read = (re.sub("[\u2028\u2029\t]", " ", one) for one in (text, read))
    for shown in {text, text.strip()}:
        replaced = ACTS.sub(lambda match: "\ufffd" if match[0] != "\n" else "\n", shown)
        for one in (shown, replaced, replaced.replace("\n", " "), replaced.replace("\n", "<br>"), replaced.replace("\n", "")):
            read = read.replace(one, HARMLESS)
    return re.sub(r"\s+", "", HASH.sub("", read))


class Injection(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.addCleanup(self.directory.cleanup)
        self.pool = ThreadPoolExecutor(os.cpu_count())
        self.addCleanup(self.pool.shutdown)

    def made(self, name, one, many):
        """{(format, words): text} of an event with these texts."""
        folder = os.path.join(self.directory.name, name)
        event = filled.Event(Texts(one, many))
        event.write(folder)
        asked = list(reports(event.ids))
        return dict(zip(asked, self.pool.map(lambda words: written(folder, words[1], one), asked)))

    def compare(self, texts, many_of):
        wrong, harmless_ones = [], {}
        for number, text in enumerate(texts[::8] if is_sanitized() else texts):
            one, many = many_of(text)
            alike = re.sub("[^\n]+", HARMLESS, many)
            harmless = harmless_ones.setdefault(alike, None) or self.made(f"harmless-{number}", HARMLESS, alike)
            harmless_ones[alike] = harmless
            for (form, words), output in self.made(f"hostile-{number}", one, many).items():
                try:
                    difference = self.difference(form, words, output, harmless[form, words], one, many)
                except (AssertionError, ValueError, csv.Error) as bad:
                    difference = str(bad)
                if difference:
                    wrong.append(f"{text!r}: {' '.join(words)}: {difference}")
        self.assertEqual(wrong, [], f"{len(wrong)}\n" + "\n".join(wrong[:60]))

    def difference(self, form, words, output, harmless, one, many):
        acting = ACTS.search(output.replace("\r\n", "\n"))
        # A spreadsheet that is imported again has what the records have.
        if acting and (form, words[0]) != ("csv", "export"):
            return f"U+{ord(acting[0]):04X} in {output[max(0, acting.start() - 30):acting.end() + 10]!r}"
        built, said = READERS[form](output)
        built_harmless, said_harmless = READERS[form](harmless)
        if built != built_harmless:
            pairs = zip(built, built_harmless) if isinstance(built, list) else [(built, built_harmless)]
            return f"is built otherwise: {next((pair for pair in pairs if pair[0] != pair[1]), 'longer or shorter')}"
        if one == many:
            said, said_harmless = without(said, one), without(said_harmless, HARMLESS)
            if said != said_harmless:
                at = next(i for i in range(len(said)) if said[:i + 1] != said_harmless[:i + 1])
                return f"says otherwise: {said[max(0, at - 40):at + 40]!r}, {said_harmless[max(0, at - 40):at + 40]!r}"
        return None

    def test_one_line_of_text_is_never_more(self):
        self.compare(ONE_LINE, lambda text: (text, text))

    def test_many_lines_begin_nothing(self):
        self.compare(MANY_LINES, lambda text: (HARMLESS, text))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
