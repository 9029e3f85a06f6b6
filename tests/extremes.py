"""Records at the limits of what is read: 1 MiB, 100,000 values, depth 32, 4,096 brackets. Of each noun some that are right and some with
thousands of problems; {name: (path in the event, text)}, made from an example event."""
import datetime
import os
import re

LARGEST, MOST_VALUES, MOST_BRACKETS, DEEPEST = 1024 * 1024, 100_000, 4096, 32

HEADS = {
    "activities": "name: Extreme\nstart: 2026-06-12T14:00\nduration: 1h\n",
    "areas": "name: Extreme\n",
    "collaborators": "name: Extreme\n",
    "crew": "name: Extreme\ncollaborator: acme-audio\n",
    "timeframes": "name: Extreme\nstart: 2026-06-12\nend: 2026-06-13\n",
    "views": "name: Extreme\nevent: true\n",
}
NOUNS = {"activities": "activity", "areas": "area", "collaborators": "collab", "crew": "crew", "timeframes": "timeframe", "views": "view"}
FIRST = datetime.date(2026, 6, 12)


def size(text):
    return len(text.encode("utf-8", "surrogateescape"))


class Text:
    """A text that is made when it is asked for: all of them together take a gigabyte."""

    def __init__(self, made):
        self.made = made

    def __add__(self, more):
        return Text(lambda: str(self) + str(more))

    def __radd__(self, before):
        return Text(lambda: before + str(self))

    def __str__(self):
        return self.made()


def full(head, line, values=1, tail="", most=MOST_VALUES):
    """The head, as many of the lines as fit, each made from its number, and the tail. A line counts as so many values."""
    def made():
        room = LARGEST - size(head) - size(tail)
        lines = []
        for number in range(min((MOST_VALUES - 200) // values, most)):
            one = line(number) if callable(line) else line
            room -= size(one)
            if room < 0:
                break
            lines.append(one)
        return head + "".join(lines) + tail
    return Text(made)


def long(head, unit, tail="\n"):
    """The head, a unit over and over up to the limit, the tail."""
    return Text(lambda: head + unit * ((LARGEST - size(head) - size(tail)) // size(unit)) + tail)


def day(number, step=1):
    return (FIRST + datetime.timedelta(number * step)).isoformat()


def nested(depth):
    return "".join("  " * level + f"x-{level}:\n" for level in range(depth)) + "  " * depth


def scalars():
    """Keys of one long text, that every noun takes: in each manner of writing, with what is hard to read, break or measure."""
    words = "The doors of `main-stage` open when jo-adler says so. "
    return {
        "one word": long("description: ", "a"),
        "one word of notes": long("notes: ", "a"),
        "words": long("description: ", words, "end\n"),
        "short words": long("description: ", "a ", "a\n"),
        "blanks": "description: a" + " " * (LARGEST - 200) + "b\n",
        "wide": long("description: ", "日本語", "\n"),
        "wide words": long("description: ", "日本 ", "語\n"),
        "marks": long("description: a", "\u0301"),
        "marked letters": long("description: ", "a\u0301"),
        "joined pictures": long("description: ", "👩‍👩‍👧‍👦"),
        "one picture": long("description: 👩", "‍👩"),
        "flags": long("description: ", "🇩🇪"),
        "backticks": long("description: \"", "`", "\"\n"),
        "ids in backticks": long("notes: ", "x `main-stage` `jo-adler` `extreme` ", "x\n"),
        "ids": long("notes: ", "extreme main-stage ", "x\n"),
        "dashes": long("notes: a", "-", "a\n"),
        "markup": long("notes: a", "<b>*_[|\\&`", "a\n"),
        "links": long("notes: a", " https://x.y/z ", "a\n"),
        "colons": long("notes: a", ":a", "\n"),
        "double quoted": long("description: \"", "a\\n", "\"\n"),
        "quoted escapes": long("description: \"", "\\\"", "\"\n"),
        "quoted hex": long("description: \"", "\\u00e9", "\"\n"),
        "quoted blanks": "description: \"a" + " " * (LARGEST - 200) + "b\"\n",
        "single quoted": long("description: '", "''", "'\n"),
        "quoted lines": long("description: \"a", "\n  a", "\"\n"),
        "quoted empty lines": "description: \"a" + "\n" * (LARGEST - 200) + "  b\"\n",
        "folded plain": long("description: a\n", "  a\n", "  b\n"),
        "folded plain empty": "description: a" + "\n" * (LARGEST - 200) + "  b\n",
        "literal": long("description: |\n", "  a\n", "  b\n"),
        "literal words": long("description: |\n", "  " + words + "\n", "  b\n"),
        "literal one line": long("description: |\n  ", "a ", "b\n"),
        "literal empty": "description: |\n  a" + "\n" * (LARGEST - 200) + "  b\n",
        "literal keeping": "description: |+\n  a" + "\n" * (LARGEST - 200),
        "literal indented": long("description: |\n", "  a\n" + " " * 40 + "b\n", "  b\n"),
        "folded": long("description: >\n", "  a\n", "  b\n"),
        "folded words": long("description: >\n", "  " + words + "\n", "  b\n"),
        "name": long("x-name: ", "Extreme ", "x\n"),
        "empty lines": "\n" * (LARGEST - 400) + "notes: a\n",
        "empty lines last": "notes: a\n" + "\n" * (LARGEST - 400),
        "blank lines": long("", " " * 30 + "\n", "notes: a\n"),
        "one blank line": " " * (LARGEST - 400) + "\nnotes: a\n",
        "line ends of Windows": "\r\n" * ((LARGEST - 400) // 2) + "notes: a\n",
        "comments": long("", "# a\n", "notes: a\n"),
        "comments last": long("notes: a\n", "# a\n", ""),
        "empty comments": long("", "#\n", "notes: a\n"),
        "one comment": long("# ", "a ", "\nnotes: a\n"),
        "comment after": long("notes: a # ", "a ", "\n"),
        "tags": full("tags:\n", lambda n: f"  - tag-{n}\n"),
        "tags spread": full("tags:\n", lambda n: f"  - tag-{n}\n\n\n # a\n"),
        "tags in a line": full("tags: [", lambda n: f"t{n}, ", 1, "z]\n"),
        "tags quoted": full("tags:\n", lambda n: f"  - \"tag-{n}\"\n"),
    }


def own_keys():
    """Keys of the user's own, wide and deep."""
    return {
        "own keys": full("", lambda n: f"x-{n}: a\n", 2),
        "own keys below": full("x-all:\n", lambda n: f"  k{n}: a\n", 2),
        "own list": full("x-all:\n", lambda n: "- a\n", 1),
        "own lists": full("x-all:\n", lambda n: "- - a\n", 2),
        "own maps": full("x-all:\n", lambda n: "- a: b\n", 3),
        "own empty keys": full("", lambda n: f"x-{n}:\n", 2),
        "own empty items": full("x-all:\n", lambda n: "-\n", 1),
        "own quoted keys": full("", lambda n: f"\"x-{n}\": 'a'\n", 2),
        "own long keys": full("", lambda n: f"x-{'k' * 900}{n}: a\n", 2),
        "one long key": "x-" + "k" * 1000 + ": a\n",
        "own deep": nested(DEEPEST - 3) + long("a: ", "a"),
        "own deep and wide": full(nested(DEEPEST - 3) + "a: b\n", lambda n: "  " * (DEEPEST - 3) + f"k{n}: a\n", 2),
        "own deep again": full("x-all:\n", lambda n: "".join("  " * level + "- a:\n" for level in range(1, 14)), 42),
        "own brackets": "x-all: [" + "[], " * (MOST_BRACKETS - 2) + "a]\n",
        "own braces": "x-all: [" + "{a: b}, " * (MOST_BRACKETS - 2) + "a]\n",
        "own deep brackets": "x-all:\n" + ("  - " + "[" * 20 + "]" * 20 + "\n") * (MOST_BRACKETS // 20),
        "own list in a line": full("x-all: [", "a, ", 1, "a]\n"),
        "own map in a line": full("x-all: {", lambda n: f"k{n}: a, ", 2, "z: a}\n"),
        "own spread list": full("x-all: [", lambda n: f"\n  k{n},", 1, "\n  a]\n"),
        "own long list": full("x-all:\n", lambda n: f"  - {'a' * 1000}\n"),
        "own block texts": full("x-all:\n", lambda n: "  - |\n    a\n"),
        "own empty block texts": full("x-all:\n", lambda n: "  - |\n\n\n"),
        "own folded texts": full("x-all:\n", lambda n: "  - >\n    a\n"),
    }


def wrong_anywhere():
    """What is wrong in any record, thousands of times or at its very end."""
    return {
        "unknown keys": full("", lambda n: f"key{n}: a\n", 2),
        "near keys": full("", lambda n: f"namee{n}: a\n", 2),
        "one key over and over": full("", "notes: a\n", 2),
        "own key over and over": full("x-all:\n", "  a: b\n", 2),
        "wrong tags": full("tags:\n", lambda n: f"  - Tag {n}\n"),
        "one tag over and over": full("tags:\n", "  - tag\n"),
        "long wrong tags": full("tags:\n", lambda n: f"  - T{'a' * 300}\n"),
        "wrong tags in a line": full("tags: [", lambda n: f"T {n}, ", 1, "z]\n"),
        "too many values": "x-all:\n" + "- a\n" * (MOST_VALUES + 10),
        "too many brackets": "x-all: [" + "[]," * MOST_BRACKETS + "]\n",
        "too deep": "x-all: " + "[" * 4000 + "\n",
        "anchors": full("x-all:\n", lambda n: f"  - &a{n} b\n"),
        "aliases": full("x-all:\n", lambda n: f"  - *a{n}\n"),
        "YAML tags": full("x-all:\n", lambda n: "  - !a b\n"),
        "open quote first": long("x-all: \"a\n", "x-b: a\n", ""),
        "open quote last": full("", lambda n: f"x-{n}: a\n", 2, "x-y: \"a\n"),
        "open quotes": full("", lambda n: f"x-{n}: \"a\n", 2),
        "open bracket last": full("", lambda n: f"x-{n}: a\n", 2, "x-y: [a\n"),
        "open bracket first": full("x-y: [a\n", lambda n: f"x-{n}: a\n", 2),
        "tab last": full("", lambda n: f"x-{n}: a\n", 2, "x-y:\n\ta: b\n"),
        "no colon last": full("", lambda n: f"x-{n}: a\n", 2, "no colon\n"),
        "no colon after comments": long("x-a:\n  b: c\n", "# a\n", " no colon\n"),
        "no colon after empty lines": "x-a:\n  b: c\n" + "\n" * (LARGEST - 400) + " no colon\n",
        "no colon in a list": full("x-all:\n", lambda n: f"  - k{n}: a\n", 3, "  no colon\n"),
        "bad escape": long("x-all: \"", "a\\\\", "\\q\"\n"),
        "colon in text": long("x-all: a: ", "a", "\n"),
        "colons in text": long("x-all: a: ", "a: ", "\n"),
        "quotes in text": long("x-all: 'a' ", "'a' ", "\n"),
        "apostrophes": full("", lambda n: f"x-{n}: it's\n", 2, "x-y: 'it's'\n"),
        "second document": full("", lambda n: f"x-{n}: a\n", 2, "---\na: b\n"),
        "merge keys": full("x-all:\n", lambda n: "  - <<: a\n", 3),
        "bad byte last": full("", lambda n: f"x-{n}: a\n", 2, "x-y: \udcff\n"),
        "control character last": full("", lambda n: f"x-{n}: a\n", 2, "x-y: \x1b\n"),
        "conflict last": full("", lambda n: f"x-{n}: a\n", 2, "<<<<<<< HEAD\n"),
        "list for a text": full("location:\n", lambda n: f"  - a{n}\n"),
        "deep for a text": "location:\n" + "  " + "\n  ".join(nested(20).splitlines()) + "\n",
        "question marks": full("", lambda n: f"? x-{n}\n: a\n", 2),
        "dashes only": "x-all:\n" + "- " * 30 + "a\n" + full("", "  - - - - a\n", 5),
        "indented further": full("x-all:\n", lambda n: " " * (2 + n % 900) + "a\n"),
    }


def of_activities(parties, areas):
    changes = "repeat:\n  every: day\n  count: {}\n  changes:\n"
    series = "repeat:\n  every: day\n  count: 5\n"
    required = "participants:\n  required:\n" + "".join(f"  - {one}\n" for one in parties)
    all_areas = "areas:\n" + "".join(f"- {one}\n" for one in areas)
    return {
        "skips": full("repeat:\n  every: day\n  skip:\n", lambda n: f"  - {day(n)}\n"),
        "skips of all": full("repeat:\n  every: day\n  until: 2200-01-01\n  skip:\n", lambda n: f"  - {day(n)}\n"),
        "skips of none": full("repeat:\n  every: day\n  until: 2026-06-13\n  skip:\n", lambda n: f"  - {day(-n - 1)}\n"),
        "skips between": full("repeat:\n  every: 2 days\n  until: 2300-01-01\n  skip:\n", lambda n: f"  - {day(n, 2)[:-2]}{day(n * 2 + 1)[-2:]}\n"),
        "skips of months": full("repeat:\n  every: month\n  on: [15]\n  until: 2300-01-01\n  skip:\n", lambda n: f"  - {day(n)}\n"),
        "one skip over and over": full("repeat:\n  every: day\n  skip:\n", "  - 2026-06-13\n"),
        "skips of dates": full("repeat:\n  dates:\n", lambda n: f"  - {day(n)}\n", 1, "  skip:\n" + "".join(f"  - {day(n)}\n" for n in range(30000)), 30000),
        "dates": full("repeat:\n  dates:\n", lambda n: f"  - {day(n)}\n"),
        "dates with everybody": full(required + all_areas + "repeat:\n  dates:\n", lambda n: f"  - {day(n)}\n"),
        "dates backwards": full("repeat:\n  dates:\n", lambda n: f"  - {day(60000 - n)}\n"),
        "one date over and over": full("repeat:\n  dates:\n", "  - 2026-06-12\n"),
        "dates in a line": full("repeat:\n  dates: [", lambda n: f"{day(n)}, ", 1, f"{day(90000)}]\n"),
        "dates that clash": full(all_areas + "kind: show\nglobal: true\nrepeat:\n  dates:\n", lambda n: f"  - {day(n, 1)}\n"),
        "daily for ever": required + all_areas + "repeat:\n  every: day\n  until: 2999-12-31\n",
        "daily, counted": required + "repeat:\n  every: day\n  count: 999999999\n",
        "monthly for ever": "repeat:\n  every: month\n  on: [31]\n  until: 2999-12-31\n",
        "a month that never comes": "repeat:\n  every: 12 months\n  on: [31]\n  count: 100000\n  changes:\n    2026-06-12:\n      duration: 400d\n",
        "weekly, counted": "repeat:\n  every: 9999 weeks\n  on: [mon, fri]\n  count: 999999\n",
        "on": full("repeat:\n  every: week\n  until: 2030-01-01\n  on:\n", "  - fri\n"),
        "on of months": full("repeat:\n  every: month\n  until: 2030-01-01\n  on:\n", lambda n: f"  - {n % 31 + 1}\n"),
        "changes": full(changes.format(60000), lambda n: f"    {day(n)}:\n      name: Other\n", 4),
        "changes of nothing": full(changes.format(2), lambda n: f"    {day(n)}:\n      name: Other\n", 4),
        "rich changes": full(changes.format(60000), lambda n: f"    {day(n)}:\n      name: Other\n      start: \"15:00\"\n      location: Dock\n      areas:\n      - main-stage\n", 11),
        "changes backwards": full(changes.format(60000), lambda n: f"    {day(30000 - n)}:\n      start: \"15:00\"\n", 4),
        "moved changes": full(changes.format(60000), lambda n: f"    {day(n)}:\n      start: 2026-06-12T1{n % 10}:00\n", 4),
        "needs": full("needs:\n", lambda n: f"- count: 4\n  role: Hand {n}\n", 5),
        "needs of one": full("needs:\n", lambda n: f"- count: 4\n  role: hand\n  collaborator: acme-audio\n", 7),
        "needs daily": full(series + "needs:\n", lambda n: f"- count: 4\n  role: Hand {n}\n", 5),
        "accepts": full("accept:\n", lambda n: f"- rule: area-overlap\n  reason: why\n", 5),
        "accepts with": full("accept:\n", lambda n: f"- rule: person-overlap\n  with: jo-adler\n  reason: why {n}\n", 7),
        "segments": full("segments:\n", lambda n: f"- name: One\n", 3),
        "segments with cues": full("segments:\n", lambda n: f"- name: One\n  duration: 1s\n  cue: c{n}\n", 7),
        "segments with one cue": full("segments:\n", lambda n: "- name: One\n  duration: 1s\n  cue: c\n", 7),
        "segments with hard starts": full("segments:\n", lambda n: f"- name: One\n  start: \"{n % 24:02}:{n % 60:02}\"\n", 5),
        "segments with people": full("segments:\n", lambda n: f"- name: One\n  duration: 1s\n  who:\n  - {parties[n % len(parties)]}\n  - Ann\n", 8),
        "segments with one person": full(required + "segments:\n", lambda n: f"- name: One\n  duration: 5m\n  who:\n  - jo-adler\n", 7),
        "segments daily": full(series + "segments:\n", lambda n: f"- name: One\n  duration: 1s\n  who:\n  - {parties[n % len(parties)]}\n", 7),
        "who": full("segments:\n- name: One\n  who:\n", lambda n: f"  - Ann {n}\n"),
        "segments with columns": full("segments:\n", lambda n: "- name: One\n  columns:\n    Audio: a\n    Video: b\n", 9),
        "everybody daily": full(required + all_areas + "organizers:\n- jo-adler\nrepeat:\n  every: day\n  until: 2026-06-20\nx-all:\n", "- a\n"),
        "one area over and over": full("areas:\n", "- main-stage\n"),
        "one party over and over": full("participants:\n  required:\n", "  - jo-adler\n"),
        "parties over and over": full("participants:\n  required:\n", lambda n: f"  - {parties[n % len(parties)]}\n"),
        "one organizer over and over": full("organizers:\n", "- jo-adler\n"),
        # Wrong ones.
        "wrong skips": full("repeat:\n  every: day\n  skip:\n", lambda n: "  - 2026-02-31\n"),
        "wrong words as skips": full("repeat:\n  every: day\n  skip:\n", lambda n: f"  - day-{n}\n"),
        "wrong dates in a line": full("repeat:\n  dates: [", lambda n: "2026-02-31, ", 1, "2026-01-01]\n"),
        "wrong changes": full(changes.format(3), lambda n: f"    {day(n)}:\n      nam: Other\n", 4),
        "changes of wrong dates": full(changes.format(3), lambda n: f"    d{n}:\n      name: Other\n", 4),
        "unknown areas": full("areas:\n", lambda n: f"- area-{n}\n"),
        "unknown parties": full("participants:\n  required:\n", lambda n: f"  - party-{n}\n"),
        "near parties": full("participants:\n  required:\n", lambda n: "  - jo-adlr\n"),
        "unknown optional": full("participants:\n  optional:\n", lambda n: f"  - party-{n}\n"),
        "unknown in changes": full(changes.format(60000), lambda n: f"    {day(n)}:\n      areas:\n      - area-{n}\n", 5),
        "unknown who": full("segments:\n", lambda n: f"- name: One\n  who:\n  - party-{n}\n", 6),
        "unknown columns": full("segments:\n", lambda n: f"- name: One\n  columns:\n    c{n}: a\n", 6),
        "wrong segments": full("segments:\n", lambda n: "- nam: One\n", 3),
        "wrong needs": full("needs:\n", lambda n: "- count: many\n", 3),
        "wrong accepts": full("accept:\n", lambda n: f"- rule: rule-{n}\n", 3),
        "unknown accepts": full("accept:\n", lambda n: f"- rule: area-overlap\n  with: ara-{n}\n  reason: a\n", 7),
        "texts for segments": full("segments:\n", "- a\n"),
    }


def of_others(parties, areas):
    def listed(key, values):
        return full(f"{key}:\n", lambda n: f"- {values[n % len(values)]}\n")
    away = full("unavailable:\n", lambda n: f"- start: {day(n)}\n  end: {day(n)}\n", 5)
    same_away = full("unavailable:\n", "- start: 2026-06-12T10:00\n  end: 2026-06-12T20:00\n  reason: rigging\n", 7)
    wrong_away = full("unavailable:\n", "- start: 2026-06-12T10:00\n  end: 2026-02-31\n", 5)
    resource = {"away": away, "away then": same_away, "wrongly away": wrong_away}
    attributes = full("crew_attributes:\n", lambda n: f"  a{n}:\n    required: true\n", 4)
    return {
        "areas": {**resource, "unknown collaborators": listed("collaborators", ["nobody"]), "collaborators over and over": listed("collaborators", ["acme-audio"]),
                  "long location": long("location: ", "a "[:2], "a\n"), "long parking": long("site:\n  parking: ", "a ", "a\n"),
                  "long safety": long("safety:\n  notes: ", "日本 ", "a\n")},
        "collaborators": {**resource, "unknown attributes": attributes},
        "crew": {**resource, "unknown attributes": attributes, "unknown values": full("attributes:\n", lambda n: f"  a{n}: b\n", 2),
                 "long role": long("role: ", "日本", "\n"), "long phone": long("phone: ", "1 ", "1\n"), "long radio": long("radio: ", "1", "\n")},
        "timeframes": {"areas": listed("areas", areas), "parties": listed("participants", parties), "unknown parties": listed("participants", ["nobody"]),
                       "long description": long("global: true\ndescription: ", "a ", "a\n")},
        "views": {"areas": listed("areas", areas), "one area": listed("areas", ["main-stage"]), "crew": listed("crew", [one for one in parties if one == "jo-adler"]),
                  "unknown crew": listed("crew", ["nobody"]), "kinds": full("kinds:\n", lambda n: f"- k{n}\n"), "statuses": listed("statuses", ["confirmed"]),
                  "roles": listed("roles", ["required"]), "text": long("text: ", "a ", "a\n"), "long text": long("text: ", "a", "\n")},
    }


def of_event(event):
    without = {key: re.sub(rf"(?m)^{key}:.*\n(?:[ -].*\n)*", "", event) for key in ("contacts", "crew_attributes", "columns", "windows", "tags", "rules", "comms", "description")}
    return {
        "contacts": full(without["contacts"] + "contacts:\n", lambda n: "- role: Producer\n  crew: iris-vale\n", 5),
        "unknown contacts": full(without["contacts"] + "contacts:\n", lambda n: "- role: Producer\n  crew: nobody\n", 5),
        "attributes": full(without["crew_attributes"] + "crew_attributes:\n", lambda n: f"  a{n}:\n    type: text\n", 4),
        "options": full(without["crew_attributes"] + "crew_attributes:\n  t-shirt:\n    type: select\n    options:\n", lambda n: f"    - o{n}\n"),
        "wrong attributes": full(without["crew_attributes"] + "crew_attributes:\n", lambda n: f"  a{n}:\n    type: txt\n", 4),
        "columns": full(without["columns"] + "columns:\n", lambda n: f"- c{n}\n"),
        "one column over and over": full(without["columns"] + "columns:\n", "- Audio\n"),
        "windows": full(without["windows"] + "windows:\n", lambda n: f"- k{n}\n"),
        "radio": full(without["comms"] + "comms:\n  radio:\n", lambda n: f"    {n}: Production\n", 2),
        "severities": full(without["rules"] + "rules:\n  severity:\n", lambda n: f"    r{n}: error\n", 2),
        **{name: without["description"] + text for name, text in scalars().items() if name in ("words", "one word", "wide words", "marks", "literal", "quoted empty lines")},
        **{f"{name} before": without["tags"] + text for name, text in scalars().items() if name in ("tags", "tags in a line")},
        **{name: event + text for name, text in {**own_keys(), **wrong_anywhere()}.items() if name in ("own keys", "own maps", "unknown keys", "open quote last")},
    }


def fitted(head, text):
    """The record, with what stands in the middle of its text taken away where both are too large together."""
    too_many = size(head + text) - LARGEST
    if too_many <= 0:
        return head + text
    lines = text.splitlines(keepends=True)
    first = last = len(lines) // 2
    while len(lines) > 3 and too_many > 0:
        too_many -= size(lines[last])
        last += 1
    if len(lines) > 3:
        return head + "".join(lines[:first] + lines[last:])
    return head + text[:len(text) // 2 - too_many] + text[len(text) // 2:]


def extremes(event):
    """{name: (path, Text)} of all of them, for the event in this directory."""
    def ids(folder):
        return sorted(name[:-5] for name in os.listdir(os.path.join(event, folder)))
    parties, areas = ids("collaborators") + ids("crew"), ids("areas")
    common = {**scalars(), **own_keys(), **wrong_anywhere()}
    own = {"activities": of_activities(parties, areas), **of_others(parties, areas)}
    with open(os.path.join(event, "event.yaml"), encoding="utf-8") as file:
        head = file.read()
    found = {f"event: {name}": ("event.yaml", Text(lambda text=text: fitted("", str(text)))) for name, text in of_event(head).items()}
    for folder, head in HEADS.items():
        for name, text in {**common, **own[folder]}.items():
            found[f"{folder}: {name}"] = (f"{folder}/extreme.yaml", Text(lambda head=head, text=text: fitted(head, str(text))))
    first, last = "start: 1900-01-01\n", "end: 2999-12-31\n"
    everybody = "participants:\n  required:\n" + "".join(f"  - {one}\n" for one in parties) + "areas:\n" + "".join(f"- {one}\n" for one in areas)
    found["timeframes: a thousand years"] = ("timeframes/extreme.yaml", Text(lambda: "name: Extreme\n" + first + last))
    found["activities: a thousand years"] = ("activities/extreme.yaml", Text(lambda: "name: Extreme\n" + first + last + everybody))
    found["activities: from the first year to the last"] = ("activities/extreme.yaml", Text(
        lambda: "name: Extreme\nstart: 1900-01-01T10:00\nend: 2999-12-31T10:00\nkind: travel\n" + everybody))
    found["activities: daily since the first year"] = ("activities/extreme.yaml", Text(
        lambda: "name: Extreme\nstart: 1900-01-01T10:00\nduration: 30h\n" + everybody + "repeat:\n  every: day\n"))
    found["crew: away a thousand years"] = ("crew/extreme.yaml", Text(lambda: HEADS["crew"] + "unavailable:\n- " + first + "  " + last))
    with open(os.path.join(event, "event.yaml"), encoding="utf-8") as file:
        dated = re.sub(r"(?m)^end: .*\n", last, re.sub(r"(?m)^start: .*\n", first, file.read()))
    found["event: a thousand years"] = ("event.yaml", Text(lambda: dated))
    return found


def written(text):
    return str(text).encode("utf-8", "surrogateescape")
